using System.Globalization;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>Puts questions into words.</summary>
internal static class QuestionText
{
    /// <summary>So many codes are named in a sentence; the rest is counted.</summary>
    private const int NamedCodes = 2;

    public static string AllowedAnswers(Fact fact) => fact.Type switch
    {
        FactType.YesNo => "yes or no",
        FactType.Word => Words.List([.. fact.AllowedWords.Select(Words.Humanize)], "or"),
        FactType.Words => $"any of {Words.List([.. fact.AllowedWords.Select(Words.Humanize)])}, or none of them",
        FactType.Number or FactType.WholeNumber => FactValues.NumberWithin(fact),
        FactType.Date => "a day",
        FactType.Text => "a text, which may be blank",
        _ => "the list of them, each with its name at least",
    };

    public static string WhyItMatters(OpenQuestion question)
    {
        var effects = question.Answers.Select(answer => (answer.Answer, Effect: Effect(question, answer))).ToList();
        if (effects.TrueForAll(each => each.Effect is null))
        {
            var settles = Named([.. question.CouldSettle]);
            return question.Answers.Count == 0
                ? $"Until it is answered, what depends on it stays open: {settles}."
                : $"Alone it settles nothing; with other facts it can settle {settles}.";
        }

        var parts = effects
            .GroupBy(each => each.Effect, StringComparer.Ordinal)
            .Select(same => $"if {Words.List([.. same.Select(each => each.Answer)], "or")}, {same.Key ?? "nothing is settled yet"}");
        return Words.Capitalize(string.Join("; ", parts)) + ".";
    }

    public static string Write(OpenQuestion question) =>
        $"{question.Question}\n  Answer: {question.AllowedAnswers}\n  Why: {question.WhyItMatters}\n";

    public static string Write(OpenQuestionList questions) => questions.Count == 0
        ? "Nothing is left to ask that could change the overall range.\n"
        : string.Concat(questions.Select((question, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Write(question)}")));

    public static string Write(Interview interview)
    {
        var text = new StringBuilder().Append(interview).Append('\n');
        return interview.Next is { } next ? text.Append(Write(next)).ToString()
            : text.Append(interview.IsSettled ? "The range is settled.\n" : "Only what was skipped or cannot be told could narrow the range.\n").ToString();
    }

    /// <summary>What an answer comes to, as a clause; null where it settles no rule and leaves the range as it is.</summary>
    private static string? Effect(OpenQuestion question, PossibleAnswer answer)
    {
        var risks = answer.Raises.Where(finding => finding.Level is not null).ToList();
        var others = answer.Raises.Where(finding => finding.Level is null).Select(finding => finding.Code).Distinct(StringComparer.Ordinal).ToList();
        var ruledOut = answer.Settles.Where(settled => settled.Rule.HasLevel && settled.Outcome != Outcome.Raised).Select(settled => settled.Rule.Code).ToList();
        var clause = risks.Count > 0 ? Raised(risks)
            : ruledOut.Count > 0 ? $"{Named(ruledOut)} {(ruledOut.Count == 1 ? "is" : "are")} ruled out"
            : others.Count > 0 ? $"{Named(others)} {(others.Count == 1 ? "is" : "are")} raised"
            : answer.Settles.Count > 0 ? $"{Named([.. answer.Settles.Select(settled => settled.Rule.Code)])} {(answer.Settles.Count == 1 ? "is" : "are")} settled"
            : null;
        var range = answer.Narrowing == 0 ? null : $"overall {answer.Overall}";
        return clause is null ? range : range is null ? clause : $"{clause} ({range})";
    }

    /// <summary>Names the worst finding and counts the others, so that the sentence stays short.</summary>
    private static string Raised(List<Finding> risks)
    {
        var others = risks.Select(finding => finding.Code).Distinct(StringComparer.Ordinal).Count() - 1;
        return $"{risks[0].Code} is raised at {risks[0].Level}{(others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" with {others} {(others == 1 ? "other" : "others")}"))}";
    }

    private static string Named(IReadOnlyList<string> codes) =>
        codes.Count <= NamedCodes + 1 ? Words.List(codes) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", codes.Take(NamedCodes))} and {codes.Count - NamedCodes} more");
}
