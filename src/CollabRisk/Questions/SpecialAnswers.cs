using CollabRisk.Facts;

namespace CollabRisk.Questions;

/// <summary>An answer that is not a value of the fact.</summary>
internal enum SpecialAnswer
{
    /// <summary>It is not known.</summary>
    NotKnown,

    /// <summary>There can be no value here.</summary>
    DoesNotApply,
}

/// <summary>
/// The words of the answers that are not values: in one place, so that an interview, a questionnaire and what is read back of it take the
/// same ones.
/// </summary>
internal static class SpecialAnswers
{
    private static readonly IReadOnlyDictionary<string, SpecialAnswer> Words = new Dictionary<string, SpecialAnswer>(
        DoesNotApply.Words.Select(word => KeyValuePair.Create(word, SpecialAnswer.DoesNotApply))
            .Concat(FactValues.WordsOfUnknown.Select(word => KeyValuePair.Create(word, SpecialAnswer.NotKnown))),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The words in which those are offered that a fact takes; none for the name of a partner.</summary>
    public static IReadOnlyList<string> OfferedFor(Fact fact) =>
        fact.IsRequired ? [] : fact.MayNotApply ? [InWords(SpecialAnswer.NotKnown), InWords(SpecialAnswer.DoesNotApply)] : [InWords(SpecialAnswer.NotKnown)];

    /// <summary>The words in which it is offered.</summary>
    public static string InWords(SpecialAnswer answer) => Words.First(each => each.Value == answer).Key;

    /// <summary>What a person means who types this; null where it may be a value.</summary>
    public static SpecialAnswer? Of(string text) => Words.TryGetValue(text.Trim(), out var answer) ? answer : null;
}
