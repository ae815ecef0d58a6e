using System.Globalization;
using CollabRisk.Evidence;

namespace CollabRisk.Cli;

/// <summary>Says results in words that a reader needs no manual for.</summary>
internal static class ReportWords
{
    /// <summary>The overall range, with what it means.</summary>
    public static string Overall(OverallRange range) => range switch
    {
        { Assessable: false } =>
            "not assessable. Too little is known to say anything, good or bad: it could come to anything from no risk to High.",
        { AtMost: Level.None } =>
            "no risk or mismatch found, and none left open. That is not proof that there is none: only what the rules ask was looked at.",
        { AtLeast: Level.None } =>
            $"at most {range.AtMost}. Nothing is shown so far, but what is not known could bring it up to {range.AtMost}.",
        { AtLeast: Level.High } =>
            "High. That is shown already, and nothing that is still unknown can lower it.",
        _ when range.AtLeast == range.AtMost =>
            $"{range.AtLeast}. Nothing that is still unknown can change it.",
        _ =>
            $"between {range.AtLeast} and {range.AtMost}: {range.AtLeast} at least by what is known, {range.AtMost} if what is not known turns out badly.",
    };

    /// <summary>How well a claim or finding is supported.</summary>
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.NamedCase => "named case",
        Confidence.Literature => "literature",
        Confidence.Assertion => "asserted",
        Confidence.Unargued => "asserted in an abstract alone",
        Confidence.Implied => "implied",
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "No such confidence."),
    };

    /// <summary>"1 rule", "3 rules".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>The text with a capital at its beginning and a full stop at its end, as a sentence that stands alone.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}{(text[^1] is '.' or '!' or '?' ? "" : ".")}";
}
