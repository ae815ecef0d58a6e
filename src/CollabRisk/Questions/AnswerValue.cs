using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Text;

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

    /// <summary>Reads what a person typed, or says what is wrong with it; null and no problem where the answer is that it is not known.</summary>
    /// <param name="fact">The fact that is asked for.</param>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="collaboration">What is known, of which the partners already listed stay as they are.</param>
    /// <param name="value">The answer in the type of the fact.</param>
    public static string? Read(Fact fact, string text, Collaboration collaboration, out object? value)
    {
        if (SpecialAnswers.Of(text) == SpecialAnswer.NotKnown)
        {
            value = null;
            return null;
        }

        if (SpecialAnswers.Of(text) == SpecialAnswer.DoesNotApply && !fact.MayNotApply)
        {
            value = null;
            return $"this question always applies. Give {Offered(fact)}.";
        }

        if (fact != FactRegistry.Default.PartnerList || text.Length == 0)
        {
            // As the question has it, where no word of the fact is called so.
            var given = fact.Type == FactType.Words && (FactValues.IsSame(text, "none") || FactValues.IsSame(text, "none of them")) && !fact.AllowedWords.Contains(text, StringComparer.OrdinalIgnoreCase) ? "[]" : text;
            var problem = FactValues.Read(fact, given, out value) ?? (value is null ? null : FactValues.ProblemOf(fact, ref value));
            return problem is null || fact.IsDerived || fact.Type is FactType.Text or FactType.List ? problem : NotAnAnswer(fact, given);
        }

        value = null;
        var names = text.Split([';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => Names.Normalized(name)!).ToList();
        if (names.Select(Names.ProblemOf).FirstOrDefault(found => found is not null) is { } unsound)
        {
            return unsound;
        }

        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return $"'{twice.Key}' is there twice. Give each partner once.";
        }

        var listed = collaboration.Partners ?? [];
        var all = listed.Select(partner => partner.Name!).Concat(names).ToList();
        if (names.Select(name => PartnerNames.ProblemOfCapitals(name, all)).FirstOrDefault(found => found is not null) is { } capitals)
        {
            return capitals;
        }

        value = FactList.Create<Partner>([.. listed, .. names.Where(name => listed.All(partner => partner.Name != name)).Select(name => new Partner { Name = name })]);
        return null;
    }

    /// <summary>That a text is not an answer, and what is: as the question has it, and not as the model writes it. Of several words, the first that is not one is named.</summary>
    /// <param name="fact">The fact that is asked for.</param>
    /// <param name="text">The text.</param>
    /// <param name="offered">What may be answered, where that is said in other words.</param>
    public static string NotAnAnswer(Fact fact, string text, string? offered = null)
    {
        var inside = text.StartsWith('[') && text.EndsWith(']') && text.Length > 1 ? text[1..^1] : text;
        var words = inside.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var wrong = fact.Type == FactType.Words && words.Length > 1 ? Array.Find(words, one => FactValues.WordOf(fact, one) < 0) ?? text : text;
        return $"{(wrong.Length == 0 ? "there is no answer" : $"'{Shown.Name(wrong)}' is not an answer here")}. Give {offered ?? Offered(fact)}.{DidYouMean.Sentence(wrong, fact.SpokenWords)}";
    }

    private static string Offered(Fact fact) => string.Join(", or ", [QuestionText.AllowedAnswers(fact), .. SpecialAnswers.OfferedFor(fact)]);

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{type.GetGenericArguments()[0].Name}>" : type.Name;
}
