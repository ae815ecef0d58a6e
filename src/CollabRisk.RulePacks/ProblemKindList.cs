using System.Diagnostics.CodeAnalysis;
using CollabRisk.RulePacks.Checks;
using CollabRisk.RulePacks.Policies;
using CollabRisk.RulePacks.Signing;
using CollabRisk.RulePacks.Testing;
using CollabRisk.RulePacks.Watching;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>Every kind of problem by its code, for reports and editors that explain the kinds next to the problems.</summary>
internal static class ProblemKindList
{
    private static readonly Dictionary<string, ProblemKind> ByCode = new IEnumerable<ProblemKind>[]
    {
        In(typeof(RuleProblems)), In(typeof(PackProblemKinds)), In(typeof(CheckProblemKinds)), In(typeof(TestProblemKinds)),
        In(typeof(SignatureProblemKinds)), In(typeof(PolicyProblemKinds)), In(typeof(WatchProblemKinds)),
    }.SelectMany(kinds => kinds).ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The kinds of warnings of the static checks, which a pack can accept, by code.</summary>
    public static IReadOnlyList<ProblemKind> Warnings { get; } = [.. ByCode.Values.Where(kind => kind.Code.StartsWith("CRP6", StringComparison.Ordinal)).OrderBy(kind => kind.Code, StringComparer.Ordinal)];

    /// <summary>The kind with a code; null where there is none.</summary>
    public static ProblemKind? Find(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<ProblemKind> In([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type type) =>
        type.GetFields().Select(field => field.GetValue(null)).OfType<ProblemKind>();
}
