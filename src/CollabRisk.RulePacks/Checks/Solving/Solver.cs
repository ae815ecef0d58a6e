using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks.Solving;

/// <summary>Whether something can be.</summary>
internal enum Answer
{
    /// <summary>It cannot, in any collaboration.</summary>
    No,

    /// <summary>It can, as far as can be told: facts that follow from others are taken to be free.</summary>
    Yes,

    /// <summary>There is too much to try.</summary>
    NotDecided,
}

/// <summary>That a condition has one of some values.</summary>
internal readonly record struct Wanted(Condition Condition, Truths Values);

/// <summary>
/// Whether conditions can have some values together. It searches the classes of values that the conditions tell apart, most
/// of them at once: a branch ends as soon as the choices made rule out what is wanted.
/// </summary>
/// <remarks>
/// It is sound for "no" wherever every fact applies: facts are chosen freely, so that every such collaboration is among those that are
/// tried. Of a fact that does not apply a comparison and its opposite are both false, which nothing here tries. Of partners
/// only so many rows are tried as there are questions about them: where any number of partners gives conditions some values,
/// then so do those who decide each question, one for "every", two for "differ", as many as are counted for "at least", and one for a
/// share, of which the rows say only what it cannot be.
/// </remarks>
/// <param name="book">The rules that conditions may build on.</param>
internal sealed class Solver(RuleBook book)
{
    /// <summary>How many nodes of conditions are looked at for one question.</summary>
    private const int MostSteps = 20_000;

    /// <summary>How many are looked at for all questions, so that not even a pack that was made to be slow takes long.</summary>
    private const long MostStepsInAll = 5_000_000;

    /// <summary>What a question costs before any node is looked at, in nodes.</summary>
    private const int Preparation = 100;

    /// <summary>Questions about more partners than this are not decided.</summary>
    private const int MostRows = 10;

    /// <summary>More choices than this are never made on one way.</summary>
    private const int MostChoices = 250;

    private long stepsInAll;

    /// <summary>Whether the questions together have become too many; nothing is decided any more.</summary>
    public bool IsSpent => stepsInAll > MostStepsInAll;

    /// <summary>Whether the conditions can have the values together.</summary>
    /// <param name="ofPartner">Whether they are asked about a partner, who is listed then.</param>
    /// <param name="wanted">The conditions with their values.</param>
    public Answer CanBe(bool ofPartner, params IEnumerable<Wanted> wanted) => Ask(ofPartner, wanted).Answer;

    /// <summary>Choices with which the conditions have the values together; null where there are none, or none was found in time.</summary>
    /// <param name="ofPartner">Whether they are asked about a partner, who is listed then: in row 0.</param>
    /// <param name="wanted">The conditions with their values.</param>
    public IReadOnlyDictionary<Choice, long>? Find(bool ofPartner, params IEnumerable<Wanted> wanted) =>
        Ask(ofPartner, wanted) is { Answer: Answer.Yes, Possibilities: { } found } ? found.Chosen : null;

    private (Answer Answer, Possibilities? Possibilities) Ask(bool ofPartner, IEnumerable<Wanted> wanted)
    {
        if (IsSpent)
        {
            return (Answer.NotDecided, null);
        }

        var all = wanted.SelectMany(Parts).ToList();
        var nodes = Reach.Of(book, all.Select(each => each.Condition)).Nodes;
        stepsInAll += Preparation + nodes.Count;
        var rows = 1 + Witnesses(nodes);
        if (rows > MostRows)
        {
            return (Answer.NotDecided, null);
        }

        var possibilities = new Possibilities(book, new FactClasses(nodes), MostSteps);
        if (ofPartner)
        {
            possibilities.Chosen.Add(new Choice.IsListed(0), 1);
        }

        var answer = Search(possibilities, all, ofPartner ? 0 : -1, (int)rows);
        stepsInAll += possibilities.Steps;
        return (answer, possibilities);
    }

    /// <summary>That all of some conditions hold is wanted of each: so a branch ends at the first that cannot.</summary>
    private static IEnumerable<Wanted> Parts(Wanted wanted) => wanted is { Condition: AllOf all, Values: Truths.True }
        ? all.Children.SelectMany(child => Parts(new(child, Truths.True)))
        : [wanted];

    /// <summary>How many partners are enough to decide every question about partners.</summary>
    private long Witnesses(IReadOnlyList<Condition> nodes) => nodes
        .Select(node => (Node: node, Count: node switch
        {
            AtLeastPartners { Quota.IsShare: false } enough => enough.Quota.Part,
            AtLeastPartners => 1L,
            EveryPartner => 1L,
            PartnersDiffer => 2,
            RaisedTest raised when book.Find(raised.Code)!.IsPerPartner => 1,
            _ => 0,
        }))
        .Where(each => each.Count > 0)
        .DistinctBy(each => each.Node.ToString(), StringComparer.Ordinal)
        .Sum(each => each.Count);

    private static Answer Search(Possibilities possibilities, List<Wanted> wanted, int row, int rows)
    {
        Choice? next = null;
        foreach (var (condition, values) in wanted)
        {
            possibilities.Open = null;
            var possible = possibilities.Of(condition, row);
            if (possibilities.IsOver)
            {
                return Answer.NotDecided;
            }

            if (!possible.Has(values))
            {
                return Answer.No;
            }

            next ??= possible.Has(~values & Truths.Any) ? possibilities.Open : null;
        }

        if (next is null)
        {
            return Answer.Yes;
        }

        if (possibilities.Chosen.Count == MostChoices || possibilities.OptionsOf(next, rows) is not { } options)
        {
            return Answer.NotDecided;
        }

        foreach (var option in options)
        {
            possibilities.Chosen[next] = option;
            var answer = Search(possibilities, wanted, row, rows);
            if (answer != Answer.No)
            {
                // The choices stay as they are: they are the example.
                return answer;
            }

            possibilities.Chosen.Remove(next);
        }

        return Answer.No;
    }
}
