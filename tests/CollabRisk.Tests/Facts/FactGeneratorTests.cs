using CollabRisk.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CollabRisk.Tests.Facts;

/// <summary>What the generator says of a mistake in the fact model, where it would otherwise be silent.</summary>
public class FactGeneratorTests
{
    [Theory]
    [InlineData("public bool? Shared { get; init; }", "CRG001: 'Model.Shared' is a public property of the fact model without [Fact], so nothing would know the fact. Give it [Fact] with its meaning and the question to ask, or make it internal.")]
    [InlineData("[Fact(\"m\", \"q\")] public bool Shared { get; init; }", "CRG002: 'Model.Shared' cannot be a fact or a group of facts. Use bool?, int?, decimal?, DateOnly?, string?, a nullable enum, a FactSet or FactList, or a record of CollabRisk.Facts.")]
    [InlineData("[Fact(\"m\", \"q\")] public double? Share { get; init; }", "CRG002: 'Model.Share' cannot be a fact")]
    [InlineData("[Fact(\"m\", \"q\")] public Odd? Word { get; init; }", "CRG003: The words of 'Odd' must be numbered 0, 1, 2 and so on, at most 62 of them")]
    [InlineData("[Fact(\"m\", \" \")] public bool? Shared { get; init; }", "CRG004: 'Model.Shared' has a blank meaning or question.")]
    [InlineData("[Fact(\"m\", \"q\", Min = 0)] public bool? Shared { get; init; }", "CRG005: 'Model.Shared' has a smallest or largest number, and its values are not numbers. Remove Min and Max.")]
    public void Generate_MistakeInTheModel_IsAnErrorThatSaysWhatToDo(string property, string expected)
    {
        var error = Generate(property).Diagnostics.Should().ContainSingle().Which;
        error.Severity.Should().Be(DiagnosticSeverity.Error);
        $"{error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}".Should().StartWith(expected);
    }

    [Fact]
    public void Generate_RightModel_FillsARow()
    {
        var result = Generate("[Fact(\"m\", \"q\", Min = 0, Max = 0.5, Fixed = true)] public decimal? Share { get; init; }");
        result.Diagnostics.Should().BeEmpty();
        var code = result.GeneratedTrees.Should().ContainSingle().Which.ToString();
        code.Should().Contain("FillModel(FactRegistry.FactRow row)");
        code.Should().Contain("numbers[0] = FactCodes.Checked(FactCodes.Number(owner.Share, 0, 5000), ref hasInvalid);");
        code.Should().Contain("FactCodes.Number(((global::CollabRisk.Facts.Model)owner).Share, 0, 5000)");
        code.Should().Contain("IsChangeable = false, Minimum = 0m, Maximum = 0.5m");
    }

    private static GeneratorDriverRunResult Generate(string property)
    {
        var source = $$"""
            using System;

            namespace CollabRisk.Facts;

            sealed class FactOwnerAttribute(string prefix) : Attribute { public string Prefix => prefix; }

            sealed class FactAttribute(string meaning, string question) : Attribute { public double Min { get; init; } public double Max { get; init; } public bool Fixed { get; init; } }

            public enum Odd { One = 1, Two }

            [FactOwner("")]
            public sealed record Model
            {
                {{property}}
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Model", [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        return CSharpGeneratorDriver.Create(new FactGenerator()).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult();
    }
}
