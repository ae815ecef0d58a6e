using CollabRisk.Rules;

namespace CollabRisk.DependencyInjection;

/// <summary>How the evaluator of one registration is made. The other packages of the family take part by changing it.</summary>
internal sealed class EvaluatorSetup
{
    /// <summary>Opens the rules: those in code, unless packs from files take part.</summary>
    public OpenRules Open { get; set; } = RulesInCode.Open;

    /// <summary>What evaluates the rules; null for the library's own evaluator.</summary>
    public ChooseEngine? Engine { get; set; }
}

/// <summary>Opens the rules of a registration. Everything that is wrong is added to the problems, and then there are no rules.</summary>
/// <param name="services">The services of the host.</param>
/// <param name="name">The name of the registration, which is that of its options; empty for the one without a name.</param>
/// <param name="options">What the host chose.</param>
/// <param name="problems">Where problems go.</param>
internal delegate HostedRules? OpenRules(IServiceProvider services, string name, CollabRiskOptions options, ICollection<string> problems);

/// <summary>Makes the evaluator that runs the rules in use. Everything that is wrong is added to the problems.</summary>
/// <param name="services">The services of the host.</param>
/// <param name="name">The name of the registration.</param>
/// <param name="inUse">The rules in use at the moment it is asked.</param>
/// <param name="problems">Where problems go.</param>
internal delegate ICollaborationEvaluator? ChooseEngine(IServiceProvider services, string name, Func<RuleBook> inUse, ICollection<string> problems);

/// <summary>The rules of a registration, and what keeps them up to date.</summary>
/// <param name="Evaluator">Evaluates with the rules in use.</param>
/// <param name="Keeper">What keeps them up to date and ends with the container; null for rules that stay as they are.</param>
/// <param name="Trouble">Says why the rules in use are not the newest, or null where they are; null for rules that stay as they are.</param>
internal sealed record HostedRules(ICollaborationEvaluator Evaluator, IDisposable? Keeper = null, Func<string?>? Trouble = null);
