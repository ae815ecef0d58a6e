using CollabRisk.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NRules;
using NRules.Extensibility;
using NRules.Fluent;
using NRules.Fluent.Dsl;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>Compiles the rule book of the options with the rules of the host, once: to check the options and to keep what came of it.</summary>
internal sealed class ConfiguredNRulesRuleBook(IServiceProvider services) : IValidateOptions<CollabRiskNRulesOptions>, IRuleActivator, IDependencyResolver
{
    private NRulesRuleBook? book;

    public NRulesRuleBook Book => book ?? throw new InvalidOperationException("The options have not been read yet.");

    public ValidateOptionsResult Validate(string? name, CollabRiskNRulesOptions options)
    {
        // Reading these options is what builds the rule book; where they are wrong, they say so themselves.
        _ = services.GetRequiredService<IOptions<CollabRiskOptions>>().Value;
        try
        {
            book = NRulesRuleBook.Compile(services.GetRequiredService<ConfiguredRuleBook>().Book, HostRules.Of(options.RuleTypes.Distinct(), this));
        }
        catch (Exception problem) when (problem is ArgumentException or RuleDefinitionException or RuleActivationException or RuleCompilationException)
        {
            return ValidateOptionsResult.Fail($"The rules of the host cannot be used: {problem.Message}{(problem.InnerException is { } inner ? $" {inner.Message}" : "")}");
        }

        book.Sessions.DependencyResolver = this;
        return ValidateOptionsResult.Success;
    }

    public IEnumerable<Rule> Activate(Type type) => [(Rule)ActivatorUtilities.CreateInstance(services, type)];

    public object Resolve(IResolutionContext context, Type serviceType) => services.GetRequiredService(serviceType);
}
