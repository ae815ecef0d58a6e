using Microsoft.Extensions.Options;

namespace CollabRisk.DependencyInjection;

/// <summary>Options without content. A host that starts validates them, and that is when the evaluator is made.</summary>
internal sealed class EvaluatorAtStart;

/// <summary>Makes the evaluator of a registration, once. Validating again finds it made.</summary>
internal sealed class EvaluatorCheck(HostedEvaluators evaluators) : IValidateOptions<EvaluatorAtStart>
{
    /// <exception cref="OptionsValidationException">The options are wrong; the exception has every problem.</exception>
    public ValidateOptionsResult Validate(string? name, EvaluatorAtStart options)
    {
        _ = evaluators.Get(name ?? Options.DefaultName);
        return ValidateOptionsResult.Success;
    }
}
