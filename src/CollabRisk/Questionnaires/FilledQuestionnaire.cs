using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Questionnaires;

/// <summary>What was filled in: the answers of each respondent, or everything that is wrong with them.</summary>
/// <remarks>
/// <para>
/// A table has a row of headings with <c>Fact</c> and <c>Answer</c>, and a row for each fact that is answered; other rows and columns are free.
/// <c>Note</c>, <c>Said by</c>, <c>Said on</c> and <c>Evidence</c> are a remark on the fact. Where several answer in one table, each has columns of
/// their own: <c>Answer: Fire Service</c>, <c>Note: Fire Service</c>. Otherwise the name of the file says who answers, or that of the sheet
/// where a file has several.
/// </para>
/// <para>
/// An empty cell says nothing; "don't know" says that it is not known. A partner's facts have the path <c>partners[Fire Service].role</c>. Where a row
/// asks for the name of a partner, the answer is the name, and a partner without one does not take part.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class FilledQuestionnaire
{
    private FilledQuestionnaire(IReadOnlyList<RespondentAnswers> respondents, IReadOnlyList<string> silent, IReadOnlyList<AnswerProblem> problems)
    {
        Respondents = respondents;
        Silent = silent;
        Problems = problems;
    }

    /// <summary>The answers, in the order of the tables and their columns; empty where anything is wrong, so that nothing is taken by half.</summary>
    public IReadOnlyList<RespondentAnswers> Respondents { get; }

    /// <summary>Those for whom there is room and who answered nothing, by name.</summary>
    public IReadOnlyList<string> Silent { get; }

    /// <summary>All that is wrong, in the order of the tables, each with the address of its cell; empty where nothing is.</summary>
    public IReadOnlyList<AnswerProblem> Problems { get; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Reads what was filled in.</summary>
    /// <param name="book">The rule book, whose packs may declare facts.</param>
    /// <param name="tables">The tables. One without such headings is left out where its file has another that has them.</param>
    /// <param name="onto">What was known before, to which the answers are added; nothing if left out.</param>
    /// <exception cref="ArgumentNullException">The rule book, the tables or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="onto"/> has a value that its fact cannot have; the message has all of them.</exception>
    public static FilledQuestionnaire Read(RuleBook book, IEnumerable<AnswerTable> tables, Collaboration? onto = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(tables);
        if (onto is not null && book.ProblemsOf(onto) is { Count: > 0 } unsuited)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, unsuited), nameof(onto));
        }

        var problems = new List<AnswerProblem>();
        var answers = new List<(AnswerTable Table, RespondentAnswers Answers)>();
        foreach (var file in tables.ToList().GroupBy(table => table.File, StringComparer.Ordinal))
        {
            var readers = file.Select(table => new AnswerTableReader(book, table, problems)).ToList();
            var filled = readers.Where(reader => reader.HasHeadings).ToList();
            if (filled.Count == 0)
            {
                problems.Add(new(file.Key, null, null, $"there is no row of headings with '{QuestionnaireTable.Fact}' and '{QuestionnaireTable.Answer}'. Fill in a questionnaire that 'collabrisk questionnaire' made, or name the columns so."));
            }

            var isOne = filled.Count == 1;
            answers.AddRange(filled.SelectMany(reader => reader.Read(isOne ? Path.GetFileNameWithoutExtension(file.Key) : reader.Table.Sheet ?? "", onto)
                .Select(each => (reader.Table, each))));
        }

        foreach (var same in answers.GroupBy(each => each.Answers.Respondent, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            problems.Add(new(same.Last().Table.File, same.Last().Table.Sheet, null, $"'{Shown.Name(same.Key)}' answers in {same.First().Table} too. Give each respondent one column or one file, or put a name of their own after '{QuestionnaireTable.Answer}{QuestionnaireTable.OfRespondent}'."));
        }

        problems.AddRange(NamesThatDiffer(answers));
        var (given, silent) = (answers.Where(each => each.Answers.Answered > 0), answers.Where(each => each.Answers.Answered == 0));
        return new(problems.Count > 0 ? [] : [.. given.Select(each => each.Answers)], [.. silent.Select(each => each.Answers.Respondent)], problems);
    }

    /// <summary>Names of partners that only capitals tell apart from those that an earlier respondent wrote: merged, they would be two partners.</summary>
    private static IEnumerable<AnswerProblem> NamesThatDiffer(IReadOnlyList<(AnswerTable Table, RespondentAnswers Answers)> answers)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, each) in answers)
        {
            foreach (var name in (each.Collaboration.Partners ?? []).Select(partner => partner.Name!).Where(name => named.TryAdd(name, each.Respondent)).ToList())
            {
                if (PartnerNames.ProblemOfCapitals(name, named.Where(earlier => earlier.Value != each.Respondent).Select(earlier => earlier.Key)) is { } problem)
                {
                    yield return new(table.File, table.Sheet, null, $"'{Shown.Name(each.Respondent)}' writes the name of a partner otherwise than others do: {problem}");
                }
            }
        }
    }

    /// <summary>How many answered, or how much is wrong.</summary>
    public override string ToString() => IsValid ? Words.Count(Respondents.Count, "respondent") : Words.Count(Problems.Count, "problem");
}
