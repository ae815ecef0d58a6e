namespace CollabRisk.Knowledge;

/// <summary>Caveats that more than one rule carries. Each names the claims or the tension of the catalogue behind it.</summary>
internal static class Caveats
{
    /// <summary>D3-190, D3-208, T31.</summary>
    public const string VisionReportedNotTested =
        "Reported by participants and not tested: no failed collaboration was studied, and the one failure is one participant's account.";

    /// <summary>D4-22, D4-24, D4-82.</summary>
    public const string LeadershipContributes =
        "Leadership contributes and must not be taken for the whole explanation; research on leading between agencies is scarce.";

    /// <summary>D3-46.</summary>
    public const string CultureUnderStudied = "Cultural barriers are often under-studied.";

    /// <summary>D3-21.</summary>
    public const string TensionsUnderStudied = "Empirical work on handling the paradoxes of collaboration is lacking.";

    /// <summary>D3-109, D3-110, D3-111, D3-112, T03.</summary>
    public const string CultureChoiceOpen =
        "Whether to align rules and norms, keep them apart or build new ones is an open question in the source; both of its cases are called successes.";

    /// <summary>D1-12, D1-13, D3-81: the sections on motivation and reputation are missing from the paper.</summary>
    public const string DirectionMissing =
        "The section of the paper that would give the direction of this effect is missing.";

    /// <summary>D4-64.</summary>
    public const string ImpliedPairing =
        "Only the order of a scanned table implies this pairing; its columns may be three separate lists.";

    /// <summary>D4-48, D4-51, D4-80.</summary>
    public const string AttributesContested =
        "The literature does not show that spanning organisations takes other attributes than spanning departments; no single attribute is a verdict on a leader.";
}
