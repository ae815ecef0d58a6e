using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Json;

namespace CollabRisk;

/// <summary>A fact that was read, with the value it had.</summary>
/// <remarks>Immutable and thread-safe; compared by path, value and what the value follows from.</remarks>
public sealed record FactReading
{
    private readonly long code;

    internal FactReading(string path, Fact fact, long code, string? followsFrom = null)
    {
        Path = path;
        Fact = fact;
        this.code = code;
        FollowsFrom = followsFrom;
    }

    /// <summary>The path, with the partner's name where it is a partner's fact: <c>partners[Fire Service].role</c>.</summary>
    public string Path { get; }

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>The value in words: "yes", "no", "trouble only", "12".</summary>
    public string Value => Fact.InWords(code);

    /// <summary>Whether anything is known of it: a value, or that it does not apply.</summary>
    public bool IsKnown => code != Fact.Unknown;

    /// <summary>
    /// What the value follows from, in words that end a sentence: "the driver that weighs most"; <see langword="null"/> where the value
    /// was given, and where there is none.
    /// </summary>
    public string? FollowsFrom { get; }

    /// <summary>The value in words, and what it follows from where no one gave it: "niche (follows from the driver that weighs most)".</summary>
    internal string ValueAndOrigin => FollowsFrom is null ? Value : $"{Value} (follows from {FollowsFrom})";

    /// <summary>The same for a sentence, in brackets: "(niche, which follows from the driver that weighs most)".</summary>
    internal string InBrackets => FollowsFrom is null ? $"({Value})" : $"({Value}, which follows from {FollowsFrom})";

    internal long Code => code;

    /// <summary>Whether it was given for the collaboration and its value is one of few: nothing else is said of it than the value.</summary>
    internal bool IsOfCollaborationInByte => Fact is { IsByte: true, IsPerPartner: false } && FollowsFrom is null;

    /// <summary>Where the fact is. Of a partner that is not listed there is only the list.</summary>
    internal FactPlace Place => new(Fact, PartnerName);

    /// <summary>The partner whose fact it is, or null.</summary>
    internal string? PartnerName => Fact.IsPerPartner ? Path["partners[".Length..Path.LastIndexOf("].", StringComparison.Ordinal)] : null;

    /// <summary>Writes the value as JSON: true or false, a word, a list of words, a number, a day, "given" or "blank"; null where it is not known.</summary>
    internal void WriteValue(Utf8JsonWriter json) => FactValue.WriteCode(json, Fact, code);

    /// <summary>Path and value, and what the value follows from where no one gave it.</summary>
    public override string ToString() => $"{Path}: {ValueAndOrigin}";
}
