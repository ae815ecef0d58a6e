using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Evaluation and learning.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record EvaluationAndLearning
{
    /// <summary>Whether it is defined what success is.</summary>
    [Fact("success criteria are defined", "Is it defined what counts as success?", Better = Yes)]
    public bool? SuccessCriteria { get; init; }

    /// <summary>Whether performance is measured.</summary>
    [Fact("performance measurement in place", "Is performance measured?", Better = Yes)]
    public bool? PerformanceMeasured { get; init; }

    /// <summary>Whether it is followed if the collaboration pays its way.</summary>
    [Fact("financial viability is evaluated", "Is the financial viability of the collaboration evaluated?", Better = Yes)]
    public bool? FinancialViabilityTracked { get; init; }

    /// <summary>Whether progress towards aims and objectives is followed.</summary>
    [Fact("aims and objectives are evaluated", "Is progress towards aims and objectives evaluated?", Better = Yes)]
    public bool? AimsTracked { get; init; }

    /// <summary>Whether knowledge is shared with other collaborations.</summary>
    [Fact("knowledge is shared between collaborations", "Is knowledge shared with other collaborations?", Better = Yes)]
    public bool? KnowledgeShared { get; init; }

    /// <summary>Whether lessons from earlier collaborations are used.</summary>
    [Fact("lessons from earlier collaborations are used", "Are lessons from earlier collaborations used?", Better = Yes)]
    public bool? LessonsApplied { get; init; }

    /// <summary>Whether what monitoring shows is used to improve.</summary>
    [Fact("monitoring and continuous improvement", "Is the collaboration monitored and continuously improved?", Better = Yes)]
    public bool? MonitoringLoop { get; init; }

    /// <summary>Whether metrics and key performance indicators are set with the goals.</summary>
    [Fact("metrics and KPIs are set with the goals", "Are metrics and KPIs set together with the goals?", Better = Yes)]
    public bool? Kpis { get; init; }
}
