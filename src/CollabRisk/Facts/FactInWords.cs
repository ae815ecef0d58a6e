using System.Globalization;

namespace CollabRisk.Facts;

/// <summary>Says which values a fact takes, in the words that the pages and the editors use.</summary>
internal static class FactInWords
{
    /// <summary>"yes, no", "a number from 0 to 100", "Never &lt; Yearly" where words are in order.</summary>
    public static string ValuesInWords(this Fact fact) => fact.Type switch
    {
        FactType.YesNo => "yes, no",
        FactType.Word => string.Join(fact.IsOrdered ? " < " : ", ", fact.AllowedWords),
        FactType.Words => "any of " + string.Join(", ", fact.AllowedWords),
        FactType.Number or FactType.WholeNumber => Limits(fact),
        FactType.Date => "a day",
        FactType.Text => "text",
        _ => "a list",
    };

    private static string Limits(Fact fact)
    {
        var kind = fact.Type == FactType.WholeNumber ? "a whole number" : "a number";
        return string.Create(CultureInfo.InvariantCulture, $"{kind}{(fact.Minimum is { } min ? $" from {min}" : "")}{(fact.Maximum is { } max ? $" to {max}" : "")}");
    }
}
