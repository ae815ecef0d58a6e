using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Explaining;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>
/// What a report of one assessment says, whatever its form: which findings a reader meets as which cards, in which order, what would change
/// them, which steps follow, which questions are open.
/// </summary>
/// <remarks>
/// What would change a finding is searched with bounds that are counts, so that the same assessment always gives the same report. The
/// bounds are small: a report names the shortest ways, <see cref="RemedySet"/> has them all.
/// </remarks>
internal sealed class AssessmentContent
{
    /// <summary>Of how many cards the report says what would clear them; the others are less grave.</summary>
    private const int MostSearched = 60;

    private static readonly RemedyOptions ForACard = new() { MaxChanges = 3, MaxEvaluations = 250, MaxRemedies = 3 };

    private static readonly RemedyOptions ForTheWhole = new() { MaxChanges = 8, MaxEvaluations = 1_000, MaxRemedies = 1 };

    private readonly CollaborationEvaluator evaluator;
    private readonly LongNames names;

    public AssessmentContent(Assessment assessment, bool searchesChanges)
    {
        Assessment = assessment;
        SearchesChanges = searchesChanges;
        evaluator = new CollaborationEvaluator(assessment.RuleBook);
        names = new LongNames(assessment.Collaboration);
        Cards = CardsOf();
        Rules =
        [
            .. assessment.RuleBook.Rules.Where(rule => rule.HasLevel && !rule.IsSwitchedOff).OrderBy(rule => rule.Position)
                .Select(rule => new RuleStanding(rule, StateOf(rule))),
        ];
    }

    public Assessment Assessment { get; }

    public bool SearchesChanges { get; }

    /// <summary>The risks and mismatches: the gravest matter first, and in each the root before what follows from it.</summary>
    public IReadOnlyList<Card> Cards { get; }

    /// <summary>How each rule with a level ended, in the order of the book.</summary>
    public IReadOnlyList<RuleStanding> Rules { get; }

    /// <summary>How many findings there are about how many matters, as every other answer counts them: "12 findings about 9 matters".</summary>
    public string Counted
    {
        get
        {
            var (findings, matters) = (Cards.Sum(card => card.Findings.Count), FindingGroup.CountRisks(Assessment.Findings));
            return Words.Count(findings, "finding") + (matters < findings ? $" about {Words.Count(matters, "matter")}" : "");
        }
    }

    /// <summary>The cards of the matters, those that do not follow from another: one card where several partners have the same matter.</summary>
    public IEnumerable<Card> Matters => Cards.Where(card => card.IsRoot);

    /// <summary>How grave a matter is: the level of its root and of all that follows, both ends at their highest.</summary>
    public LevelRange LevelOf(Card matter) => new(
        Cards.Where(card => card.Matter == matter.Number).Max(card => card.Level.AtLeast),
        Cards.Where(card => card.Matter == matter.Number).Max(card => card.Level.AtMost));

    public IEnumerable<Card> ConsequencesOf(Card matter) => Cards.Where(card => card.Matter == matter.Number && card != matter);

    public IReadOnlyList<Finding> OfKind(FindingKind kind) => [.. Assessment.Findings.Where(finding => finding.Kind == kind)];

    public int CountOf(Outcome outcome) => Assessment.Outcomes.Values.Count(each => each.Outcome == outcome);

    public int Count(params ReadOnlySpan<RuleState> states)
    {
        var count = 0;
        foreach (var rule in Rules)
        {
            count += states.Contains(rule.State) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A text in which very long names are cut, so that it stays readable.</summary>
    public string Say(string text) => names.Shorten(text);

    /// <inheritdoc cref="Say(string)"/>
    public Passage Say(Passage text) => text.Select(names.Shorten);

    /// <summary>What to do, in whatever language it is said.</summary>
    public Passage Say(Recommendation step) => Assessment.RuleBook.Said(step);

    /// <summary>The partners' names that are cut elsewhere, in full.</summary>
    public IReadOnlyList<string> Shortened => names.Full;

    /// <summary>The open questions, those about partners once for all of them, in the order of the assessment.</summary>
    public IReadOnlyList<QuestionLine> Questions => field ??=
    [
        .. Assessment.OpenQuestions.GroupBy(question => question.Fact.Path, StringComparer.Ordinal).Select(same => new QuestionLine(
            same.First(), [.. same.Select(question => question.PartnerName).OfType<string>().Order(Names.Order)], [.. same.SelectMany(question => question.CouldSettle).Distinct(StringComparer.Ordinal)])),
    ];

    /// <summary>The steps of all cards, each once, in the order in which they come up; then what the facts call for without a finding.</summary>
    public IReadOnlyList<PlanStep> Plan => field ??= PlanOf();

    /// <summary>What is done already and should be kept up.</summary>
    public IReadOnlyList<Recommendation> InPlace => field ??=
        [.. Assessment.Findings.SelectMany(finding => finding.InPlace).DistinctBy(step => step.Code, StringComparer.Ordinal)];

    /// <summary>The smallest change after which a lower level is shown; null where nothing is shown, or no search was asked for.</summary>
    public RemedySet? WayDown => field ??= SearchesChanges && Assessment.Overall.AtLeast > Level.None
        ? evaluator.Remedies(Assessment.Collaboration, RemedyTarget.RaisedAtMost(Assessment.Overall.AtLeast - 1), ForTheWhole)
        : null;

    /// <summary>The sources of what was found, with how often each is cited, by title.</summary>
    public IReadOnlyList<(Source Source, int Times)> Sources => field ??=
    [
        .. Assessment.Findings.SelectMany(finding => finding.Claims).DistinctBy(claim => claim.Id, StringComparer.Ordinal)
            .GroupBy(claim => claim.Source).OrderBy(source => source.Key.Title, StringComparer.Ordinal).Select(source => (source.Key, source.Count())),
    ];

    /// <summary>How the cards, and what is linked to them, hang together.</summary>
    public FindingLinks Links => field ??= new FindingLinks(this);

    /// <summary>What an area asks about a question: that of the gravest rule that waits for it.</summary>
    public Area AreaOf(QuestionLine question) => Assessment.RuleBook.Find(question.CouldSettle[0])!.Area;

    /// <summary>The title of a rule, for readers.</summary>
    public Passage TitleOf(string code) => Assessment.RuleBook.Find(code)?.SaidTitle ?? code;

    /// <summary>The questions that would settle a moderator, with the partner's name cut where it is very long.</summary>
    public IReadOnlyList<Passage> QuestionsOf(ExplainedCondition condition) =>
        [.. Leaves(condition).Where(fact => !fact.IsKnown).Select(fact => Say(new Asking(fact.Fact, null, QuestionWording.OfPacks(Assessment.RuleBook)?.WordsOf(fact.Fact.Path)).Question)).Distinct()];

    private static IEnumerable<FactReading> Leaves(ExplainedCondition condition) =>
        condition.Children.Count == 0 ? condition.Value == Truth.Unknown ? condition.Facts : [] : condition.Children.SelectMany(Leaves);

    private List<Card> CardsOf()
    {
        var cards = new List<Card>();
        foreach (var group in Assessment.Groups)
        {
            var root = 0;
            foreach (var finding in group.Findings.Where(finding => finding.Level is not null))
            {
                if (cards.Find(card => card.TryAdd(finding)) is { } same)
                {
                    root = root == 0 ? same.Matter : root;
                    continue;
                }

                var number = cards.Count + 1;
                cards.Add(new Card(number, root == 0 ? number : root, root == 0, finding) { Changes = ChangesOf(finding, number) });
                root = root == 0 ? number : root;
            }
        }

        return cards;
    }

    private CardChanges ChangesOf(Finding finding, int number)
    {
        var explained = Assessment.Explain(finding.Code).Cases
            .FirstOrDefault(each => each.Outcome == Outcome.Raised && (each.Subject == finding.Subject || each.Subject is null));
        var remedies = SearchesChanges && number <= MostSearched
            ? evaluator.Remedies(Assessment.Collaboration, RemedyTarget.Clear(finding.Code, finding.Subject), ForACard)
            : null;
        return new CardChanges(explained?.Level?.Moderators ?? [], remedies);
    }

    private RuleState StateOf(Rule rule) => Assessment.Outcomes[rule.Code].Outcome switch
    {
        Outcome.Raised => Assessment.Findings.Where(finding => finding.Code == rule.Code).Select(finding => finding.Level?.AtLeast ?? Level.None).DefaultIfEmpty().Max() switch
        {
            Level.High => RuleState.High,
            Level.Moderate => RuleState.Moderate,
            _ => RuleState.Low,
        },
        Outcome.Clear => RuleState.Clear,
        Outcome.Undetermined => RuleState.Open,
        Outcome.Error => RuleState.Failed,
        _ => RuleState.NotApplicable,
    };

    private List<PlanStep> PlanOf()
    {
        var steps = new List<PlanStep>();
        foreach (var card in Cards)
        {
            foreach (var step in card.Steps)
            {
                if (steps.Find(each => each.Step.Code == step.Code) is not { } same)
                {
                    steps.Add(same = new PlanStep(step, []));
                }

                same.For.Add(card);
            }
        }

        steps.AddRange(OfKind(FindingKind.Recommendation).SelectMany(finding => finding.Recommendations)
            .DistinctBy(step => step.Code, StringComparer.Ordinal).Where(step => !steps.Exists(each => each.Step.Code == step.Code))
            .Select(step => new PlanStep(step, [])).ToList());
        return steps;
    }
}

/// <summary>A rule with a level, and how it ended.</summary>
internal sealed record RuleStanding(Rule Rule, RuleState State);

/// <summary>A step to take, and the cards that it answers; none where the facts call for it without a finding.</summary>
internal sealed record PlanStep(Recommendation Step, List<Card> For);

/// <summary>A question that is open: of the whole, or of some partners.</summary>
internal sealed record QuestionLine(OpenQuestion First, IReadOnlyList<string> Partners, IReadOnlyList<string> CouldSettle)
{
    public Fact Fact => First.Fact;

    public Level Worst => First.Worst;

    /// <summary>The question; where it is about partners, their names follow.</summary>
    public Passage Text => Partners.Count == 0 ? Question : Passage.Of($"{(Partners.Count == 1 ? Partners[0] : $"Each of {Wording.Some(Partners, 4, ", ")}")}: {Question}");

    private Passage Question => (First.Asking with { Partner = null }).Question;
}
