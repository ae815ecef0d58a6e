namespace CollabRisk.Evidence;

/// <summary>Says how well a claim or a finding is supported, in the words that every report uses.</summary>
internal static class ConfidenceInWords
{
    public static string InWords(this Confidence confidence) => confidence switch
    {
        Confidence.NamedCase => "named case",
        Confidence.Literature => "literature",
        Confidence.ManyCases => "many cases",
        Confidence.Survey => "survey",
        Confidence.Criterion => "criterion",
        Confidence.Assertion => "asserted",
        Confidence.Unargued => "asserted in an abstract alone",
        Confidence.Implied => "implied",
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "No such confidence."),
    };
}
