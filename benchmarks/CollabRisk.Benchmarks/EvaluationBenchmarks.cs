using BenchmarkDotNet.Attributes;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Benchmarks;

/// <summary>Evaluating the general knowledge. The baseline is one case file; everything else is a ratio to it.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private readonly CollaborationEvaluator evaluator = CollaborationEvaluator.Default;
    private readonly Collaboration nothing = new();

    [Benchmark(Baseline = true)]
    public Assessment CaseFile() => evaluator.Evaluate(Cases.JointItDepartment);

    [Benchmark]
    public Assessment NothingKnown() => evaluator.Evaluate(nothing);

    [Benchmark]
    public Assessment ThirtyPartners() => evaluator.Evaluate(Cases.ThirtyPartners);

    [Benchmark]
    public int CaseFileWithQuestions() => evaluator.Evaluate(Cases.JointItDepartment).OpenQuestions.Count;

    [Benchmark]
    public string CaseFileToJson() => evaluator.Evaluate(Cases.JointItDepartment).ToJson();

    [Benchmark]
    public Collaboration ReadCaseFile() => CollaborationJson.Parse(Cases.JointItDepartmentJson);
}

/// <summary>Building the rule book in a process that has built it before; the first time is in StartUp.</summary>
[MemoryDiagnoser]
public class RuleBookBenchmarks
{
    private static readonly RulePack ToBeBuilt = KnowledgePacks.General.With(prebuilt: null);

    [Benchmark(Baseline = true)]
    public RuleBook BuildGeneral() => RuleBook.Build([ToBeBuilt]);

    /// <summary>What a program gets that asks for the general pack alone.</summary>
    [Benchmark]
    public RuleBook ReadGeneral() => RuleBook.Build([KnowledgePacks.General]);

    [Benchmark]
    public RuleBook BuildAllPacks() => RuleBook.Build(KnowledgePacks.All);
}
