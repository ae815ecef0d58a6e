using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;
using NRules;
using NRules.Fluent;
using NRules.RuleModel;
using HostedEvaluators = CollabRisk.DependencyInjection.HostedEvaluators;
using Rule = NRules.Fluent.Dsl.Rule;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>
/// Compiles the rules in use of a registration with the rules of the host: once, when the evaluator is made, and again
/// whenever the packs have changed since.
/// </summary>
internal sealed class HostedNRules : IRuleActivator
{
    private readonly IServiceProvider services;
    private readonly Func<RuleBook> inUse;
    private readonly CollabRiskNRulesOptions options;
    private readonly Lock compiling = new();
    private readonly IReadOnlyList<IRuleDefinition> hostRules;
    private volatile NRulesRuleBook compiled;

    private HostedNRules(IServiceProvider services, Func<RuleBook> inUse, CollabRiskNRulesOptions options)
    {
        this.services = services;
        this.inUse = inUse;
        this.options = options;
        hostRules = [.. HostRules.Of(options.RuleTypes.OfType<Type>().Distinct(), this), .. options.Rules];
        compiled = Compile(inUse());
    }

    /// <summary>The rules in use. Whoever asks first after packs have changed waits for the compiler, and so do those who ask meanwhile.</summary>
    public NRulesRuleBook Book
    {
        get
        {
            var book = compiled;
            if (book.RuleBook == inUse())
            {
                return book;
            }

            lock (compiling)
            {
                var now = inUse();
                return compiled.RuleBook == now ? compiled : compiled = Compile(now);
            }
        }
    }

    /// <summary>Makes the evaluator of a registration. What is wrong with the rules of the host is added to the problems.</summary>
    public static ICollaborationEvaluator? Make(IServiceProvider services, string name, Func<RuleBook> inUse, ICollection<string> problems)
    {
        if (HostedEvaluators.OptionsOf<CollabRiskNRulesOptions>(services, name, problems) is not { } options)
        {
            return null;
        }

        if (options.RuleTypes.Contains(null!))
        {
            problems.Add("RuleTypes: a rule is null. Give its class, or leave it out.");
        }

        if (options.Rules.Contains(null!))
        {
            problems.Add("Rules: a rule is null. Give its definition, or leave it out.");
            return null;
        }

        try
        {
            var rules = new HostedNRules(services, inUse, options);
            return new NRulesCollaborationEvaluator(() => rules.Book, services.GetRequiredService<IServiceScopeFactory>());
        }
        catch (Exception problem) when (problem is ArgumentException or RuleDefinitionException or RuleActivationException or RuleCompilationException)
        {
            problems.Add($"The rules of the host cannot be used: {problem.Message}{(problem.InnerException is { } inner ? $" {inner.Message}" : "")}");
            return null;
        }
    }

    public IEnumerable<Rule> Activate(Type type) => [(Rule)ActivatorUtilities.CreateInstance(services, type)];

    private NRulesRuleBook Compile(RuleBook ruleBook)
    {
        var book = NRulesRuleBook.Compile(ruleBook, hostRules, options.Configure, options.CompilerOptions);
        book.Sessions.DependencyResolver = new ServiceResolver(services);
        return book;
    }
}
