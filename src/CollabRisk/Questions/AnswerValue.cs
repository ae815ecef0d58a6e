using System.Globalization;
using CollabRisk.Facts;

namespace CollabRisk.Questions;

/// <summary>Checks that a value is one that a fact may take.</summary>
internal static class AnswerValue
{
    /// <summary>The value in the type of the model.</summary>
    /// <exception cref="ArgumentException">The value is of another type or outside the limits of the fact.</exception>
    public static object Check(OpenQuestion question, object value)
    {
        object? given = value;
        return FactValues.Accepts(question.Fact, ref given) ? given : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"'{value}' ({value.GetType().Name}) is not an answer to '{question.Path}'. The answer is {question.AllowedAnswers}, given as {Name(question.Fact.Store.ValueType)}."),
            nameof(value));
    }

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{type.GetGenericArguments()[0].Name}>" : type.Name;
}
