using CollabRisk.RulePacks.Yaml;
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

    /// <summary>Mistakes in the YAML itself, of which it does not matter what they leave.</summary>
    private static readonly HashSet<string> OfYaml = new(new[] { PackProblemKinds.Syntax, PackProblemKinds.Tag, PackProblemKinds.CyclicAnchor }.Select(kind => kind.Code), StringComparer.Ordinal);

    private const string PerPartner = "partners[].";

    private const string OfPacks = "extensions.";

    /// <summary>What is wrong whatever was left out. A value of which nothing is left, and a fact of the packs' own, may have been.</summary>
    /// <param name="problems">What was found.</param>
    /// <param name="roots">What was read.</param>
    public static IEnumerable<RuleBookProblem> CertainOf(IEnumerable<RuleBookProblem> problems, IEnumerable<YamlNode> roots)
    {
        var empty = roots.SelectMany(ValuesIn).Where(value => value is YamlScalar { IsEmpty: true }).Select(value => value.Place).ToHashSet();
        return problems.Where(problem => OfYaml.Contains(problem.Code)
            || ((Certain.Contains(problem.Code) || problem.Code[3] is '8' or '9') && !(problem.Place is { } place && empty.Contains(place)) && FactOf(problem)?.StartsWith(OfPacks, StringComparison.Ordinal) != true));
    }

    private static IEnumerable<YamlNode> ValuesIn(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.SelectMany(entry => ValuesIn(entry.Value)),
        YamlList list => list.Items.SelectMany(ValuesIn),
        _ => [node],
    };

    /// <summary>Whether a problem is about a fact that is only missing since its declaration could not be read.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="unreadable">The paths of such facts, or what they begin with.</param>
    public static bool FollowsFrom(RuleBookProblem problem, IEnumerable<string> unreadable) => FactOf(problem) is { } fact && unreadable.Any(path =>
        fact.StartsWith(path, StringComparison.Ordinal) && (path.EndsWith('.') || fact.Length == path.Length || fact[path.Length] == '.'));

    /// <summary>The path of the fact that a problem is about, whether it is one of each partner or not.</summary>
    private static string? FactOf(RuleBookProblem problem) => problem.Fact?.StartsWith(PerPartner, StringComparison.Ordinal) == true ? problem.Fact[PerPartner.Length..] : problem.Fact;
}
