using System.Globalization;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Questionnaires;

/// <summary>A questionnaire as a table, a question a row: the same for every kind of file.</summary>
internal static class QuestionnaireTable
{
    /// <summary>The heading of the column by which answers are read back.</summary>
    public const string Fact = "Fact";

    public const string Answer = "Answer";

    public const string Note = "Note";

    public const string By = "Said by";

    public const string On = "Said on";

    public const string Evidence = "Evidence";

    /// <summary>What is between one of these headings and the name of a respondent.</summary>
    public const string OfRespondent = ": ";

    /// <summary>The columns that are filled in, for one who is not named.</summary>
    public static readonly IReadOnlyList<string> Filled = [Answer, Note, By, On, Evidence];

    /// <summary>Those for each of several: who said it is in the heading.</summary>
    private static readonly IReadOnlyList<string> FilledByEach = [Answer, Note, Evidence];

    /// <summary>The columns before those that are filled in.</summary>
    public static readonly IReadOnlyList<string> Asked = ["No.", "About", "Question", "What counts", "Allowed answers"];

    /// <summary>How to fill it in, in sentences: in a table, or on paper.</summary>
    public static IEnumerable<string> Guide(Questionnaire questionnaire, bool isTable)
    {
        yield return "Answer what you know, each alone. It is not a test, there is no score, and no one is ranked.";
        yield return $"Where you do not know, {(isTable ? "write" : "tick")} “{SpecialAnswers.InWords(SpecialAnswer.NotKnown)}”, or leave the answer empty. Not knowing is never held against the collaboration.";
        yield return $"Where there can be no answer, such as how something was handled that is not there, {(isTable ? "write" : "tick")} “{SpecialAnswers.InWords(SpecialAnswer.DoesNotApply)}”.";
        yield return $"There is room for a note, {(questionnaire.Respondents.Count > 0 ? "" : "for who said it, ")}and for the evidence: a document, minutes, an observation. No rule reads them.";
        if (isTable)
        {
            yield return "Where several answers may be given, write them with commas between them. Write days as 2024-03-31.";
            yield return "Leave the headings and the last column as they are: the answers are read back by them.";
        }
    }

    public static IReadOnlyList<string> Headings(Questionnaire questionnaire) =>
    [
        .. Asked,
        .. questionnaire.Respondents.Count == 0 ? Filled : questionnaire.Respondents.SelectMany(name => FilledByEach.Select(heading => heading + OfRespondent + name)),
        Fact,
    ];

    /// <summary>The rows, in the order of the headings, each with its question.</summary>
    public static IEnumerable<(QuestionnaireItem Item, IReadOnlyList<string?> Cells)> Rows(Questionnaire questionnaire)
    {
        var number = 0;
        foreach (var section in questionnaire.Sections)
        {
            foreach (var item in section.Items)
            {
                number++;
                var remark = item.Remark;
                string?[] one = [item.Answer, remark?.Note, remark?.By, remark?.On is { } day ? CalendarDay.Write(day) : null, remark?.Evidence];
                yield return (item,
                [
                    number.ToString(CultureInfo.InvariantCulture), section.Heading, item.Question, item.CodingNote, Allowed(item),
                    .. questionnaire.Respondents.Count == 0 ? one : questionnaire.Respondents.SelectMany(_ => new[] { item.Answer, null, null }),
                    item.Path,
                ]);
            }
        }
    }

    /// <summary>What may be answered, the answers that are not values among it.</summary>
    public static string Allowed(QuestionnaireItem item) => string.Join(", or ", [item.AllowedAnswers, .. item.OtherAnswers]);
}
