using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>Something that speaks against a rule book.</summary>
/// <param name="Code">The permanent code of this kind of problem, such as <c>CRP221</c>; the documentation has an entry for each.</param>
/// <param name="Where">The pack and, where it is about one, the code of the rule.</param>
/// <param name="What">What is wrong, with the value, and what to do.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RuleBookProblem(string Code, string Where, string What)
{
    /// <summary>Where it is in the text of the pack; <see langword="null"/> for rules that were not read from a text.</summary>
    public TextPlace? Place { get; init; }

    /// <summary>The path of the fact that it is about, as the model has it or would have it; <see langword="null"/> where it is about none.</summary>
    internal string? Fact { get; init; }

    /// <summary>
    /// The problem as one line. What names of files, packs and values hold that a reader would not see, such as line feeds or marks that
    /// turn the direction of text, is written as its code, so that no file can add a line or change how one looks.
    /// </summary>
    public override string ToString() => Unseen.Escaped(Place is null ? $"{Where}: {What}" : $"{Place}: {Code}: {Where}: {What}");
}

internal static class RuleBookProblems
{
    /// <summary>Each problem once, in the order in which their reader goes through the files; whoever asks orders what has one place.</summary>
    public static IOrderedEnumerable<RuleBookProblem> ByPlace(this IEnumerable<RuleBookProblem> problems) => problems.Distinct()
        .OrderBy(problem => problem.Place?.File, StringComparer.Ordinal).ThenBy(problem => problem.Place?.Line).ThenBy(problem => problem.Place?.Column)
        .ThenBy(problem => problem.Where, StringComparer.Ordinal);
}
