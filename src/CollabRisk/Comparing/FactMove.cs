using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Comparing;

/// <summary>A fact that has another value after than before. Becoming known and becoming unknown are moves as well.</summary>
/// <remarks>
/// The facts of a partner that is listed on one side only are not known on the other. Immutable and thread-safe.
/// </remarks>
public sealed class FactMove
{
    internal FactMove(Fact fact, string? partner, object? before, object? after)
    {
        Fact = fact;
        Partner = partner;
        BeforeValue = before;
        AfterValue = after;
    }

    /// <summary>The path, with the partner's name where it is a partner's fact: <c>partners[Fire Service].role</c>.</summary>
    public string Path => Fact.PathFor(Partner);

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>The name of the partner for a partner's fact; otherwise <see langword="null"/>.</summary>
    public string? Partner { get; }

    /// <summary>The value before, in the type of the model; <see langword="null"/> for not known.</summary>
    public object? BeforeValue { get; }

    /// <summary>The value after, in the type of the model; <see langword="null"/> for not known.</summary>
    public object? AfterValue { get; }

    /// <summary>The value before in words: "no", "trouble only", "not known".</summary>
    public string Before => InWords(BeforeValue);

    /// <summary>The value after in words.</summary>
    public string After => InWords(AfterValue);

    /// <summary>The move as a clause: "vision.exists went from no to yes".</summary>
    public override string ToString() => $"{Path} went from {Before} to {After}";

    private string InWords(object? value) => value switch
    {
        null => "not known",
        bool yes => yes ? "yes" : "no",
        string word when Fact.Type == FactType.Word => Words.Humanize(word),
        string text => string.IsNullOrWhiteSpace(text) ? "blank" : $"\"{text}\"",
        Enum word => Words.Humanize($"{word}"),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FactList<Partner> partners => ListInWords(partners.Select(partner => partner.Name).Order(StringComparer.Ordinal)),
        FactList<Saving> savings => ListInWords(savings.Select(saving => string.Join(' ',
            new[] { Amount(saving.Amount), saving.Period, saving.Source }.Where(part => !string.IsNullOrWhiteSpace(part)).DefaultIfEmpty("not known")))),
        System.Collections.IEnumerable words => ListInWords(words.Cast<object>().Select(word => $"{word}").OrderBy(Fact.NumberOf).Select(Words.Humanize)),
        _ => Amount(Convert.ToDecimal(value, CultureInfo.InvariantCulture))!,
    };

    private static string ListInWords(IEnumerable<string> items) => items.ToList() is { Count: > 0 } list ? Words.List(list) : "none";

    private static string? Amount(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);
}
