using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>A fact that was read, with the value it had.</summary>
/// <remarks>Immutable and thread-safe; compared by path, value and what the value follows from.</remarks>
public sealed record FactReading
{
    private readonly long code;
    private RepeatedValue? inJson;

    internal FactReading(FactPlace place, long code, string? followsFrom = null)
    {
        Place = place;
        this.code = code;
        FollowsFrom = followsFrom;
    }

    /// <summary>The path, with the partner's name where it is a partner's fact: <c>partners[Fire Service].role</c>.</summary>
    public string Path => Place.Path;

    /// <summary>The fact.</summary>
    public Fact Fact => Place.Fact;

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

    /// <summary><see cref="Value"/> with the language of each word.</summary>
    internal Passage Said => Fact.Said(code);

    /// <summary><see cref="ValueAndOrigin"/> with the language of each word.</summary>
    internal Passage SaidWithOrigin => FollowsFrom is null ? Said : Passage.Of($"{Said} (follows from {FollowsFrom})");

    /// <summary>The same for a sentence, in brackets: "(niche, which follows from the driver that weighs most)".</summary>
    internal Passage InBrackets => FollowsFrom is null ? Passage.Of($"({Said})") : Passage.Of($"({Said}, which follows from {FollowsFrom})");

    internal long Code => code;

    /// <summary>Whether it was given for the collaboration and its value is one of few: assessments share it, as <see cref="Fact.ReadAs"/> gives it.</summary>
    private bool IsShared => Fact is { IsByte: true, IsPerPartner: false } && FollowsFrom is null;

    /// <summary>Where the fact is. Of a partner that is not listed there is only the list.</summary>
    internal FactPlace Place { get; }

    /// <summary>The partner whose fact it is, or null.</summary>
    internal string? PartnerName => Place.Partner;

    /// <summary>The fact of the same place with a value that was given.</summary>
    internal FactReading As(long value) => Place.Partner is null ? Fact.ReadAs(value) : new(Place, value);

    /// <summary>Writes an object with path, value and what the value follows from.</summary>
    internal void WriteTo(Utf8JsonWriter json)
    {
        if (IsShared)
        {
            (inJson ??= new(WriteAnew)).WriteTo(json);
        }
        else
        {
            WriteAnew(json);
        }
    }

    private void WriteAnew(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        AssessmentJson.WriteFact(json, this);
        json.WriteEndObject();
    }

    /// <summary>Whether it is the same fact with the same value, and follows from the same.</summary>
    public bool Equals(FactReading? other) => other is not null && Place == other.Place && code == other.code && FollowsFrom == other.FollowsFrom;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Place, code, FollowsFrom);

    /// <summary>Writes the value as JSON: true or false, a word, a list of words, a number, a day, "given" or "blank"; null where it is not known.</summary>
    internal void WriteValue(Utf8JsonWriter json) => FactValue.WriteCode(json, Fact, code);

    /// <summary>Path and value, and what the value follows from where no one gave it.</summary>
    public override string ToString() => $"{Path}: {ValueAndOrigin}";
}
