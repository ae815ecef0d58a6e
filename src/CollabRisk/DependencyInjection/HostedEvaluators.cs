using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CollabRisk.DependencyInjection;

/// <summary>
/// The evaluators of a host, one for each registration. Each is made once, when the host starts or when it is first asked
/// for, and whatever keeps its rules up to date ends with the container.
/// </summary>
/// <remarks>Thread-safe. What could not be made is tried again the next time.</remarks>
/// <param name="services">The services of the host.</param>
internal sealed class HostedEvaluators(IServiceProvider services) : IDisposable
{
    private readonly ConcurrentDictionary<string, HostedRules> made = new(StringComparer.Ordinal);
    private readonly HashSet<string> making = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private bool disposed;

    /// <summary>The evaluator of a registration.</summary>
    /// <param name="name">Its name; empty for the one without a name.</param>
    /// <exception cref="OptionsValidationException">The options are wrong; the exception has every problem.</exception>
    public HostedRules Get(string name)
    {
        if (made.TryGetValue(name, out var rules))
        {
            return rules;
        }

        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (made.TryGetValue(name, out rules))
            {
                return rules;
            }

            if (!making.Add(name))
            {
                throw new InvalidOperationException("The evaluator is asked for by something that is needed to make it. Let that ask for it later.");
            }

            try
            {
                return made[name] = Make(name);
            }
            finally
            {
                making.Remove(name);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            foreach (var rules in made.Values)
            {
                rules.Keeper?.Dispose();
            }
        }
    }

    private HostedRules Make(string name)
    {
        var problems = new List<string>();
        var setup = services.GetRequiredService<IOptionsMonitor<EvaluatorSetup>>().Get(name);
        var options = OptionsOf<CollabRiskOptions>(services, name, problems) ?? new CollabRiskOptions();
        var rules = setup.Open(services, name, options, problems);
        if (rules is not null && setup.Engine is { } engine)
        {
            var inner = rules.Evaluator;
            var evaluator = Try(() => engine(services, name, () => inner.RuleBook, problems), rules.Keeper);
            rules = evaluator is null ? rules : rules with { Evaluator = evaluator };
        }

        if (problems.Count == 0 && rules is not null)
        {
            return rules;
        }

        rules?.Keeper?.Dispose();
        throw new OptionsValidationException(
            name, typeof(CollabRiskOptions), [.. problems.Distinct(StringComparer.Ordinal).Select(problem => name.Length == 0 ? problem : $"'{name}': {problem}")]);
    }

    /// <summary>Reads options; what the host's own validation says against them is added to the problems.</summary>
    public static T? OptionsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(IServiceProvider services, string name, ICollection<string> problems)
        where T : class
    {
        try
        {
            return services.GetRequiredService<IOptionsMonitor<T>>().Get(name);
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
            {
                problems.Add(failure);
            }

            return null;
        }
    }

    /// <summary>An engine that throws leaves nothing behind.</summary>
    private static ICollaborationEvaluator? Try(Func<ICollaborationEvaluator?> make, IDisposable? keeper)
    {
        try
        {
            return make();
        }
        catch
        {
            keeper?.Dispose();
            throw;
        }
    }
}
