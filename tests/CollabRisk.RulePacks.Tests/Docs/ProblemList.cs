using System.Reflection;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Docs;

/// <summary>All kinds of problems that there are.</summary>
internal static class ProblemList
{
    /// <summary>The kinds in the order in which each class has them. They are found by their type, so that a new class is never forgotten.</summary>
    public static IReadOnlyList<(Type Class, IReadOnlyList<ProblemKind> Kinds)> ByClass { get; } =
    [
        .. new[] { typeof(ProblemKind).Assembly, typeof(RulePackLoader).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Class: type, Kinds: KindsIn(type))).Where(each => each.Kinds.Count > 0)
            .OrderBy(each => each.Class.FullName, StringComparer.Ordinal),
    ];

    /// <summary>The kinds by their codes.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } = [.. ByClass.SelectMany(each => each.Kinds).OrderBy(kind => kind.Code, StringComparer.Ordinal)];

    private static IReadOnlyList<ProblemKind> KindsIn(Type type) =>
        [.. type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(ProblemKind))
            .OrderBy(field => field.MetadataToken)
            .Select(field => (ProblemKind)field.GetValue(null)!)];
}
