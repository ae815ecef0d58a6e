using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CollabRisk.Generators;

/// <summary>
/// Generates what the core must know of the fact model, so that it needs no reflection: for each type with
/// <c>[FactOwner]</c>, its groups and facts with the ways to read and change them.
/// </summary>
/// <remarks>
/// <see cref="ModelReader"/> reads the types into a <see cref="FactOwnerModel"/>; each writer turns that into code of its own:
/// <see cref="RegistryWriter"/> what is known of each fact, <see cref="ReaderWriter"/> how all of an owner are read at once.
/// </remarks>
[Generator]
public sealed class FactGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var owners = context.SyntaxProvider.ForAttributeWithMetadataName(
            "CollabRisk.Facts.FactOwnerAttribute",
            static (_, _) => true,
            static (found, _) => ModelReader.Read((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0]));

        // The code of an owner is a text, and equal texts are not written again.
        context.RegisterSourceOutput(
            owners.Select(static (owner, _) => (owner.Name, Code: RegistryWriter.Write(owner))),
            static (output, file) => output.AddSource($"ModelFacts.{file.Name}.g.cs", SourceText.From(file.Code, Encoding.UTF8)));
        context.RegisterSourceOutput(
            owners.SelectMany(static (owner, _) => owner.Problems),
            static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
    }
}
