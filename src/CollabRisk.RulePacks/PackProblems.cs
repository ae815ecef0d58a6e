using System.Globalization;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks;

/// <summary>The problems found in the files of one pack. Of each file only so many are kept: a file that is not a pack at all would have thousands.</summary>
internal sealed class PackProblems(string pack, int most)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<RuleBookProblem> all = [];

    /// <summary>The pack, as far as its name is known.</summary>
    public string Pack { get; set; } = pack;

    public IReadOnlyList<RuleBookProblem> All => all;

    /// <summary>What is hardly meant as it is written, and is no reason not to use the pack; the static checks tell it.</summary>
    public List<RuleBookProblem> Warnings { get; } = [];

    /// <summary>Notes something that is hardly meant as it is written.</summary>
    public void Warn(ProblemKind kind, TextPlace place, string what)
    {
        if (Warnings.Count < most)
        {
            Warnings.Add(new RuleBookProblem(kind.Code, Pack, what) { Place = place });
        }
    }

    /// <summary>Takes over what was found elsewhere.</summary>
    public void Include(PackProblems found)
    {
        Warnings.AddRange(found.Warnings);
        foreach (var problem in found.all)
        {
            Add(problem);
        }
    }

    public void Report(ProblemKind kind, TextPlace? place, string what) => Report(kind, place, what, Pack);

    public void Report(ProblemKind kind, TextPlace? place, string what, string where) => Add(new RuleBookProblem(kind.Code, where, what) { Place = place });

    /// <summary>Reports a problem of a key: one that is the path of a fact where conditions have them is about that fact.</summary>
    public void ReportKey(ProblemKind kind, YamlScalar key, string what) => Add(new RuleBookProblem(kind.Code, Pack, what) { Place = key.Place, Fact = ConditionReader.PathInModel(key.Text) });

    private void Add(RuleBookProblem problem)
    {
        var file = problem.Place?.File ?? "";
        var count = counts[file] = counts.GetValueOrDefault(file) + 1;
        if (count <= most)
        {
            all.Add(problem);
        }
        else if (count == most + 1)
        {
            all.Add(new RuleBookProblem(PackProblemKinds.TooManyProblems.Code, problem.Where, string.Create(CultureInfo.InvariantCulture, $"this file has more than {most} problems; the others are not listed. Correct these first.")) { Place = problem.Place });
        }
    }
}
