using System.Globalization;
using CollabRisk.Facts;

namespace CollabRisk.Explanation;

/// <summary>Checks that a value is one that a fact may take.</summary>
internal static class AnswerValue
{
    /// <summary>The value in the type of the fact's property.</summary>
    /// <exception cref="ArgumentException">The value is of another type or outside the limits of the fact.</exception>
    public static object Check(OpenQuestion question, object value)
    {
        var fact = question.Fact;
        var type = Nullable.GetUnderlyingType(fact.Property.PropertyType) ?? fact.Property.PropertyType;
        var given = type == typeof(decimal) && value is int whole ? (decimal)whole : value;
        var fits = given.GetType() == type && fact.Type switch
        {
            FactType.Word => Enum.IsDefined(type, given),
            FactType.WholeNumber => IsWithin(fact, (int)given),
            FactType.Number => IsWithin(fact, (decimal)given),
            _ => true,
        };
        return fits ? given : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"'{value}' ({value.GetType().Name}) is no answer to '{question.Path}'. The answer is {question.AllowedAnswers}, given as {Name(type)}."),
            nameof(value));
    }

    private static bool IsWithin(Fact fact, decimal number) => !(number < fact.Minimum) && !(number > fact.Maximum);

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{type.GetGenericArguments()[0].Name}>" : type.Name;
}
