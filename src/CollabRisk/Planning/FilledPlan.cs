using CollabRisk.Questionnaires;
using CollabRisk.Text;

namespace CollabRisk.Planning;

/// <summary>What people wrote into the table of a plan: the plan with it, or everything that is wrong.</summary>
/// <remarks>
/// <para>
/// A table has a row of headings with <c>Code</c> and a row for each step, as a plan is written for spreadsheets. What is read are
/// <c>Owner</c>, <c>Due</c>, <c>State</c> and <c>Note</c>, as far as there is such a column: an empty cell takes back what was there, but for the state, which a step always
/// has. A row with a code that the plan does not have is a step of one's own, whose <c>Step</c> says what to do. Steps without a row stay as they are, and so does all that the
/// library works out; other columns, and texts that differ only in how a table shows them, are not read.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class FilledPlan
{
    private FilledPlan(ActionPlan plan, IReadOnlyList<AnswerProblem> problems)
    {
        Plan = plan;
        Problems = problems;
    }

    /// <summary>The plan with what people wrote; as it was where anything is wrong, so that nothing is taken by half.</summary>
    public ActionPlan Plan { get; }

    /// <summary>All that is wrong, in the order of the tables, each with the address of its cell; empty where nothing is.</summary>
    public IReadOnlyList<AnswerProblem> Problems { get; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Reads what was written.</summary>
    /// <param name="plan">The plan that it is written into.</param>
    /// <param name="tables">The tables. One without such headings is left out where its file has another that has them.</param>
    /// <exception cref="ArgumentNullException">An argument, or one of the tables, is <see langword="null"/>.</exception>
    public static FilledPlan Read(ActionPlan plan, IEnumerable<AnswerTable> tables)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(tables);
        var problems = new List<AnswerProblem>();
        var reader = new PlanTableReader(plan, problems);
        foreach (var file in tables.ToList().GroupBy(table => table.File, StringComparer.Ordinal))
        {
            // All of them are read, so that all that is wrong is told.
            if (file.Select(reader.TryRead).ToList().TrueForAll(isPlan => !isPlan))
            {
                problems.Add(new(file.Key, null, null, $"there is no row of headings with '{PlanTableReader.Code}' and one of {Words.List(PlanTableReader.Written, "or")}. Fill in a table that 'collabrisk plan' wrote, or name the columns so."));
            }
        }

        return new(problems.Count == 0 ? reader.Plan : plan, problems);
    }

    /// <summary>The plan, or how much is wrong.</summary>
    public override string ToString() => IsValid ? Plan.ToString() : Words.Count(Problems.Count, "problem");
}
