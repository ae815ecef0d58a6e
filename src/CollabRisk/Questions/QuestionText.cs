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

    /// <summary>So many chapters are named in a sentence.</summary>
    private const int MostChapters = 3;

    public static string AllowedAnswers(Fact fact) => Allowed(fact).ToString();

    /// <summary>What may be answered, with the language of each word.</summary>
    public static Passage Allowed(Fact fact) => fact.Type switch
    {
        FactType.YesNo => "yes or no",
        FactType.Word => Passage.List(fact.SaidWords, "or"),
        FactType.Words => Passage.Of($"any of {Passage.List(fact.SaidWords)}, or none of them"),
        FactType.Number or FactType.WholeNumber => FactValues.NumberWithin(fact),
        FactType.Date => "a day such as 2024-03-31",
        FactType.Text => "a text, which may be blank",
        _ => "the list of them, each with its name at least",
    };

    public static string WhyItMatters(OpenQuestion question)
    {
        var effects = question.Answers.Select(answer => (answer.Answer, Effect: Effect(question, answer))).ToList();
        if (question.CouldSettle.Count == 0)
        {
            return "No rule waits for it; it tells the reader what kind of collaboration this is.";
        }

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

    /// <summary>What a question is about, without a word on what an answer would mean.</summary>
    public static Passage Reason(OpenQuestion question)
    {
        if (question.CouldSettle.Count == 0)
        {
            return "It tells what kind of collaboration this is, by which everything else is read.";
        }

        var chapters = question.RulesThatWait.DistinctBy(rule => rule.Chapter, StringComparer.Ordinal).Select(rule => rule.Said(rule.Chapter).AtStart(Words.Uncapitalize)).ToList();
        List<Passage> about = chapters.Count > MostChapters ? [.. chapters.Take(MostChapters), "other matters"] : chapters;
        return Passage.Of($"It is about {Passage.List(about)}; {Words.Count(question.CouldSettle.Count, "rule")} {(question.CouldSettle.Count == 1 ? "waits" : "wait")} for the answer.");
    }

    /// <summary>The question as an analyst reads it.</summary>
    public static string Write(OpenQuestion question) => $"{Ask(question)}  Why: {question.WhyItMatters}\n";

    public static string Write(OpenQuestionList questions) => questions.Count == 0
        ? questions.End switch
        {
            QuestionsEnd.AtCount => "No question was asked for; there are some.\n",
            QuestionsEnd.Cancelled => "The choice of questions was cancelled before the first; there may be some.\n",
            _ => "Nothing is left to ask that matters and that someone could answer.\n",
        }
        : string.Concat(questions.Select((question, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Write(question)}")));

    public static string Write(Interview interview)
    {
        var text = new StringBuilder().Append(interview).Append('\n');
        return interview.Next is { } next ? text.Append(Ask(next)).ToString() : text.Append(Ending(interview.End)).Append('\n').ToString();
    }

    /// <summary>The question as the person sees it who is asked.</summary>
    private static string Ask(OpenQuestion question) =>
        $"{question.Question}\n  Answer: {question.AllowedAnswers}\n  About: {question.Reason}\n{(question.CodingNote is { } note ? $"  Note: {note}\n" : "")}";

    /// <summary>What is said at the end.</summary>
    public static string Ending(InterviewEnd? end) => end switch
    {
        InterviewEnd.NothingLeft => "Nothing that matters is open. Thank you.",
        InterviewEnd.NotKnown => "Thank you, that is enough for now: there is no need to answer what one does not know. "
            + "Not knowing is not a bad sign, and nothing is held against the collaboration for it. "
            + "Ask someone who is closer to the work, or look at the agreement and the last minutes, and come back.",
        _ => "Thank you. What is still open was skipped, or is for an expert to enter.",
    };

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
