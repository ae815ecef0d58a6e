using CollabRisk.DependencyInjection;
using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NRules;
using NRules.Extensibility;
using NRules.Fluent;
using NRules.RuleModel;
using Rule = NRules.Fluent.Dsl.Rule;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>
/// Compiles the rule book of a host with the rules of the host: to check the options, and again whenever the host's packs
/// have changed since.
/// </summary>
internal sealed class ConfiguredNRulesRuleBook(IServiceProvider services) : IValidateOptions<CollabRiskNRulesOptions>, IRuleActivator, IDependencyResolver
{
    private readonly Lock compiling = new();
    private IReadOnlyList<IRuleDefinition> hostRules = [];
    private volatile NRulesRuleBook? compiled;

    /// <summary>The rules in use. Whoever asks first after packs have changed waits for the compiler, and so do those who ask meanwhile.</summary>
    public NRulesRuleBook Book
    {
        get
        {
            var book = compiled ?? throw new InvalidOperationException("The options have not been read yet.");
            if (book.RuleBook == InUse)
            {
                return book;
            }

            lock (compiling)
            {
                return compiled.RuleBook == InUse ? compiled : compiled = Compile();
            }
        }
    }

    private RuleBook InUse => services.GetRequiredService<IEvaluatorSource>().Evaluator.RuleBook;

    public ValidateOptionsResult Validate(string? name, CollabRiskNRulesOptions options)
    {
        // Reading these options is what builds the rule book; where they are wrong, they say so themselves.
        _ = services.GetRequiredService<IOptions<CollabRiskOptions>>().Value;
        try
        {
            hostRules = HostRules.Of(options.RuleTypes.Distinct(), this);
            compiled = Compile();
        }
        catch (Exception problem) when (problem is ArgumentException or RuleDefinitionException or RuleActivationException or RuleCompilationException)
        {
            return ValidateOptionsResult.Fail($"The rules of the host cannot be used: {problem.Message}{(problem.InnerException is { } inner ? $" {inner.Message}" : "")}");
        }

        return ValidateOptionsResult.Success;
    }

    public IEnumerable<Rule> Activate(Type type) => [(Rule)ActivatorUtilities.CreateInstance(services, type)];

    public object Resolve(IResolutionContext context, Type serviceType) => services.GetRequiredService(serviceType);

    private NRulesRuleBook Compile()
    {
        var book = NRulesRuleBook.Compile(InUse, hostRules);
        book.Sessions.DependencyResolver = this;
        return book;
    }
}
