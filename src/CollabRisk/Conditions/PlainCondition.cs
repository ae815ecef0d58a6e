using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>
/// A condition for a reader who sees no code: the questions of the facts with the answers that make it hold, and how they go together.
/// It asks the same as the condition. A "not" is not among the parts: it is taken into the answers, which leaves what is unknown unknown.
/// </summary>
/// <param name="Text">A question, a statement, or how the parts go together: "all of these hold".</param>
/// <param name="Answer">The answer to the question; null of what is no question.</param>
/// <param name="Parts">What goes together; a single part is what a quantifier asks of each partner.</param>
internal sealed record PlainCondition(string Text, string? Answer, IReadOnlyList<PlainCondition> Parts)
{
    /// <summary>The facts that it asks for by itself, apart from its parts.</summary>
    public IReadOnlyList<Fact> Facts { get; private init; } = [];

    /// <summary>The rule whose outcome it asks for; null where it asks for none.</summary>
    public string? Code { get; private init; }

    public static PlainCondition Of(Condition condition) => Of(condition, isSo: true);

    private static PlainCondition Of(Condition condition, bool isSo) => condition switch
    {
        Not not => Of(not.Children[0], !isSo),
        AllOf or AnyOf => Together(condition, isSo),
        AtLeastOf some => isSo
            ? new(some.Describe(), null, [.. some.Children.Select(child => Of(child, isSo: true))])
            : Of(Not.Of(some), isSo: true),
        AtLeastPartners each => new($"for {(isSo ? each.Quota.InWords() : each.Quota.OppositeInWords())}", null, [Of(each.Children[0], isSo: true)]),
        EveryPartner each => isSo
            ? new("for every partner", null, [Of(each.Children[0], isSo: true)])
            : new($"for {Quota.One.InWords()}", null, [Of(each.Children[0], isSo: false)]),
        OneOf test => Question(test.Fact, (isSo ? test : test.Opposite()).AnswerInWords()),
        NumberTest test => Question(test.Fact, (isSo ? test : test.Opposite()).AnswerInWords()),
        SetTest test => Question(test.Fact, isSo ? test.AnswerInWords() : test.OtherAnswersInWords()),
        UnknownTest test => Question(test.Fact, isSo ? "not known" : "known"),
        NumberPairTest test => Statement(isSo ? test : test.Opposite(), isSo: true),
        DayPairTest test => Question(test.Left, (isSo ? test : test.Opposite()).AnswerInWords()) with { Facts = [.. test.OwnFacts] },
        PartnersSum test => Question(test.Fact, $"added up over all partners, {(isSo ? test : test.Opposite()).AnswerInWords()}"),
        RaisedTest test => new($"{test.Code} {(isSo ? "is" : "is not")} raised", null, []) { Code = test.Code },
        OverallTest test => new(isSo ? test.Describe() : $"the overall range is below {test.Level}", null, []),
        _ => Statement(condition, isSo),
    };

    private static PlainCondition Question(Fact fact, string answer) => new(fact.Question, answer, []) { Facts = [fact] };

    private static PlainCondition Statement(Condition condition, bool isSo) =>
        new((isSo ? "" : "this does not hold: ") + condition.Describe(), null, []) { Facts = [.. condition.OwnFacts] };

    /// <summary>What is under an "all" inside an "all" is said once, as is what is alone.</summary>
    private static PlainCondition Together(Condition condition, bool isSo)
    {
        var isAll = condition is AllOf == isSo;
        var parts = condition.Children.Select(child => Of(child, isSo)).SelectMany(part => part is { Answer: null, Parts.Count: > 1 } && part.Text == Joint(isAll) ? part.Parts : [part]).ToList();
        return parts is [var only] ? only : new(Joint(isAll), null, parts);
    }

    private static string Joint(bool isAll) => isAll ? "all of these hold" : "at least one of these holds";
}
