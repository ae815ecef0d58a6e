using BenchmarkDotNet.Attributes;
using CollabRisk.Comparing;
using CollabRisk.Knowledge;
using CollabRisk.NRules;
using CollabRisk.Rules;

namespace CollabRisk.Benchmarks;

/// <summary>One evaluation of the general knowledge in either engine.</summary>
[MemoryDiagnoser]
public class EvaluationInBothEngines
{
    private readonly CollaborationEvaluator builtIn = CollaborationEvaluator.Default;
    private readonly NRulesCollaborationEvaluator inNRules = new(CollaborationEvaluator.Default.RuleBook);

    [ParamsAllValues]
    public WhichCase Case { get; set; }

    private Collaboration Collaboration => Case switch
    {
        WhichCase.NothingKnown => new Collaboration(),
        WhichCase.ThirtyPartners => Cases.ThirtyPartners,
        _ => Cases.JointItDepartment,
    };

    [Benchmark(Baseline = true)]
    public Assessment BuiltIn() => builtIn.Evaluate(Collaboration);

    [Benchmark]
    public Assessment NRules() => inNRules.Evaluate(Collaboration);
}

/// <summary>The collaborations that are evaluated.</summary>
public enum WhichCase
{
    /// <summary>The largest case file of the samples.</summary>
    CaseFile,

    /// <summary>A collaboration of which nothing is known.</summary>
    NothingKnown,

    /// <summary>The case file with thirty partners.</summary>
    ThirtyPartners,
}

/// <summary>One fact changes and changes back, so that both engines end where they began.</summary>
[MemoryDiagnoser]
public class OneFactInBothEngines
{
    private readonly FactChange on = FactChange.Parse("vision.exists=yes");
    private readonly FactChange off = FactChange.Parse("vision.exists=no");
    private CollaborationMonitor monitor = null!;
    private CollaborationSession session = null!;

    [GlobalSetup]
    public void Begin()
    {
        monitor = new CollaborationMonitor(CollaborationEvaluator.Default.RuleBook, Cases.JointItDepartment);
        session = NRulesRuleBook.Compile(CollaborationEvaluator.Default.RuleBook).Begin(Cases.JointItDepartment);
        session.Fire();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = 2)]
    public Assessment BuiltIn()
    {
        monitor.Change(on);
        monitor.Change(off);
        return monitor.Current;
    }

    [Benchmark(OperationsPerInvoke = 2)]
    public Assessment NRules()
    {
        session.Change(on);
        session.Fire();
        session.Change(off);
        session.Fire();
        return session.Assessment;
    }
}

/// <summary>From the packs to an engine that is ready to evaluate, in a process that has done it before.</summary>
[MemoryDiagnoser]
public class BuildingBothEngines
{
    [Benchmark(Baseline = true)]
    public CollaborationEvaluator BuiltIn() => new(RuleBook.Build([KnowledgePacks.General]));

    [Benchmark]
    public NRulesCollaborationEvaluator NRules() => new(RuleBook.Build([KnowledgePacks.General]));
}
