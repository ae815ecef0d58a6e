using Microsoft.CodeAnalysis;

namespace CollabRisk.Generators;

/// <summary>A mistake in the fact model, which would otherwise show at run time, or not at all.</summary>
internal sealed class ModelProblem(DiagnosticDescriptor kind, Location? where, string what)
{
    public static readonly DiagnosticDescriptor WithoutFact = Of(
        "CRG001", "A property of the fact model without [Fact]",
        "'{0}' is a public property of the fact model without [Fact], so nothing would know the fact. Give it [Fact] with its meaning and the question to ask, or make it internal.");

    public static readonly DiagnosticDescriptor WrongType = Of(
        "CRG002", "A type that no fact can have",
        "'{0}' cannot be a fact or a group of facts. Use bool?, int?, decimal?, DateOnly?, string?, a nullable enum, a FactSet or FactList, or a record of CollabRisk.Facts.");

    public static readonly DiagnosticDescriptor WrongWords = Of(
        "CRG003", "An enum whose words have no codes",
        "The words of '{0}' must be numbered 0, 1, 2 and so on, at most 62 of them: a code is the number of its word, and a set has a bit for each");

    public static readonly DiagnosticDescriptor Blank = Of(
        "CRG004", "A fact without meaning or question",
        "'{0}' has a blank meaning or question. Say in a phrase what the fact means, and how to ask a person for it.");

    public static readonly DiagnosticDescriptor Misplaced = Of(
        "CRG005", "Limits of a fact that has no number",
        "'{0}' has a smallest or largest number, and its values are not numbers. Remove Min and Max.");

    public Diagnostic ToDiagnostic() => Diagnostic.Create(kind, where, what);

    private static DiagnosticDescriptor Of(string id, string title, string message) => new(id, title, message, "FactModel", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
