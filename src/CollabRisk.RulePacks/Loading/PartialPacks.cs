using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Loading;

/// <summary>
/// What can be said of packs of which something is not YAML. The rest is read all the same, so that an author hears of all mistakes at once; but
/// nothing may be told that is only so because something was left out.
/// </summary>
internal static class PartialPacks
{
    /// <summary>Mistakes that are within what was read, wherever the rest is.</summary>
    private static readonly HashSet<string> Certain = new(
        new[]
        {
            PackProblemKinds.TooManyProblems, PackProblemKinds.NotFound, PackProblemKinds.Unreadable, PackProblemKinds.OutsideFolder, PackProblemKinds.Encoding,
            PackProblemKinds.FileTooLarge, PackProblemKinds.TooDeep, PackProblemKinds.TooManyNodes, PackProblemKinds.TooManyAliases, PackProblemKinds.TextTooLong,
            PackProblemKinds.Syntax, PackProblemKinds.KeyTwice, PackProblemKinds.SeveralDocuments, PackProblemKinds.Tag, PackProblemKinds.CyclicAnchor,
            PackProblemKinds.UnknownKey, PackProblemKinds.WrongKind, PackProblemKinds.UnknownWord, PackProblemKinds.BadValue, PackProblemKinds.ManifestTwice,
            PackProblemKinds.EngineRange, PackProblemKinds.FactModel, PackProblemKinds.DefinedTwice, PackProblemKinds.UnknownFact, PackProblemKinds.NoPartner,
            PackProblemKinds.WrongTest, PackProblemKinds.NestedPartners,
        }.Select(kind => kind.Code), StringComparer.Ordinal);

    /// <summary>Whether a problem is one whatever was left out. A value of which nothing is left, and a fact of the packs' own, may have been.</summary>
    public static bool IsCertain(RuleBookProblem problem) => problem.Code == PackProblemKinds.Syntax.Code
        || ((Certain.Contains(problem.Code) || problem.Code[3] is '8' or '9')
        && !problem.What.EndsWith("found nothing.", StringComparison.Ordinal) && !problem.What.StartsWith("nothing is", StringComparison.Ordinal) && !problem.What.Contains("compared with nothing", StringComparison.Ordinal)
        && !problem.What.Contains("'extensions.", StringComparison.Ordinal));

    /// <summary>Whether a problem is about a fact that is only missing since its declaration could not be read.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="unreadable">The paths of such facts, or what they begin with.</param>
    public static bool FollowsFrom(RuleBookProblem problem, IEnumerable<string> unreadable)
    {
        // A wording names its fact in the place of the problem.
        var said = $"{problem.Where} {problem.What}";
        return unreadable.Any(path => said.IndexOf(path, StringComparison.Ordinal) is var at and >= 0
            && (path.EndsWith('.') || !char.IsLetterOrDigit(said.ElementAtOrDefault(at + path.Length))));
    }
}
