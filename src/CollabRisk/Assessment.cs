using System.Globalization;
using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Explaining;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>What an evaluation found out about a collaboration, and what it could not.</summary>
/// <remarks>
/// Immutable and thread-safe. The same facts and the same rule book give the same assessment, whatever the order of
/// partners and packs.
/// </remarks>
public sealed class Assessment
{
    private readonly EvaluationState state;
    private readonly Lazy<IReadOnlyDictionary<string, RuleOutcome>> outcomes;
    private readonly Lazy<IReadOnlyList<OpenQuestion>> openQuestions;
    private readonly Lazy<(int Known, int Total)> facts;

    /// <summary>Presents a state. Findings that are sure to be the same are taken over from a previous assessment of the same book.</summary>
    internal Assessment(EvaluationState state, Assessment? previous = null)
    {
        this.state = state;
        Overall = new OverallRange(state.Overall.AtLeast, state.Overall.AtMost);
        Tensions = [.. state.Book.Tensions.Where(tension => tension.One.Any(state.IsRaised) && tension.Other.Any(state.IsRaised))];
        var findings = new FindingWriter(state, Tensions).Write(previous);
        SwitchedOff = [.. findings.Where(finding => finding.Variant.IsSwitchedOff)];
        Findings = SwitchedOff.Count == 0 ? findings : [.. findings.Where(finding => !finding.Variant.IsSwitchedOff)];

        // Many hosts read only the range and the findings, so the rest waits until somebody asks.
        outcomes = new(() => new OrderedDictionary<string, RuleOutcome>(
            state.Book.RulesByCode.Select(rule => KeyValuePair.Create(rule.Code, new RuleOutcome(state, rule))), StringComparer.Ordinal));
        openQuestions = new(() => QuestionList.Of(state));
        facts = new(state.Facts.Count);
    }

    /// <summary>The collaboration with the facts that follow from others filled in.</summary>
    public Collaboration Collaboration => state.Facts.Collaboration;

    /// <summary>How grave the matter is overall, as a range.</summary>
    public OverallRange Overall { get; }

    /// <summary>
    /// The findings: graver before less grave, a root before what follows from it, better supported before less, then in the order of
    /// the chapters. Those without a level follow by kind. <see cref="Groups"/> has them by matter.
    /// </summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>
    /// The findings by matter, each under one root, graver matters first. Every finding of <see cref="Findings"/> is in one group.
    /// Count and show these, so that a reader meets each matter once.
    /// </summary>
    public IReadOnlyList<FindingGroup> Groups => field ??= FindingGroup.Of(Findings);

    /// <summary>
    /// Findings of rules and cases that are switched off; <see cref="Finding.Overrides"/> has the reason. They do not count in
    /// the overall range and open no questions. Rules that build on them still see them as raised.
    /// </summary>
    public IReadOnlyList<Finding> SwitchedOff { get; }

    /// <summary>
    /// What rules of the host found, worst first: judgements of the host, which rest on no claims and do not count in the
    /// overall range. Empty unless the assessment comes from a session with such rules. Comparisons leave them out.
    /// </summary>
    public IReadOnlyList<HostFinding> HostFindings { get; private init; } = [];

    /// <summary>How every rule ended, in the order of the codes.</summary>
    public IReadOnlyDictionary<string, RuleOutcome> Outcomes => outcomes.Value;

    /// <summary>
    /// The facts that are not known and could settle rules, those first that rules of the highest level wait for, and of
    /// these the ones that more rules wait for. <see cref="InterviewExtensions.NextQuestions"/> gives the few to ask now.
    /// </summary>
    public IReadOnlyList<OpenQuestion> OpenQuestions => openQuestions.Value;

    /// <summary>How many facts are known.</summary>
    public int KnownFacts => facts.Value.Known;

    /// <summary>How many facts there are; the partners' facts count for each partner.</summary>
    public int TotalFacts => facts.Value.Total;

    /// <summary>
    /// The paths of the facts under <see cref="Collaboration.Extensions"/>, the partners' among them, that no pack of the rule
    /// book declares, in alphabetical order. They counted for nothing: a file may serve several rule books, or a name is misspelt.
    /// </summary>
    public IReadOnlyList<string> UnreadExtensions => field ??= state.Facts.UnreadExtensions();

    /// <summary>
    /// What does not fit together among the facts as they were given, each as a sentence that begins with the path: a number
    /// that the list of partners contradicts, shares of the benefit that add up to more than the whole. The evaluation went by
    /// the list; somebody should check. Empty for most.
    /// </summary>
    public IReadOnlyList<string> FactNotes => field ??= Contradictions.NotesOn(state.Facts.Given);

    /// <summary>The rule book that was evaluated.</summary>
    public RuleBook RuleBook => state.Book;

    /// <summary>Notes about the evidence base, which hold for every assessment.</summary>
    public IReadOnlyList<Note> Notes => state.Book.Notes;

    /// <summary>The tensions of the sources of which both sides have findings here, by id.</summary>
    public IReadOnlyList<Tension> Tensions { get; }

    /// <summary>Explains how a rule ended: every condition it asked, with its value and the facts it read.</summary>
    /// <param name="code">The code of the rule; upper and lower case differ. Rules that are switched off can be explained as well.</param>
    /// <returns>The explanation, from the same evaluation as everything else here, whatever the outcome.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No rule of the rule book has the code.</exception>
    public RuleExplanation Explain(string code)
    {
        var rule = RuleBook.Find(code) ?? throw new ArgumentException(
            $"No rule has the code '{code}'.{DidYouMean.Sentence(code, RuleBook.RulesByCode.Select(rule => rule.Code))}", nameof(code));
        return new RuleExplanation(state, rule);
    }

    /// <summary>The evaluation that is presented.</summary>
    internal EvaluationState State => state;

    /// <summary>The same assessment with what rules of the host found.</summary>
    /// <exception cref="InvalidOperationException">A finding of the host has the code of a rule, and could be taken for evidence.</exception>
    internal Assessment With(IEnumerable<HostFinding> found)
    {
        var sorted = found.ToList();
        sorted.Sort(HostFinding.WorstFirst);
        var taken = sorted.Select(finding => finding.Code).Where(code => RuleBook.Find(code) is not null).Distinct(StringComparer.Ordinal).ToList();
        return taken.Count == 0
            ? new Assessment(state, this) { HostFindings = sorted }
            : throw new InvalidOperationException($"Rules of the host found {Words.List(taken)}, which the rule book has as {(taken.Count == 1 ? "the code of a rule" : "codes of rules")}. Give a finding of the host a code of its own.");
    }

    /// <summary>The overall range and the number of findings.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Overall {Overall}; {Findings.Count} findings; {KnownFacts} of {TotalFacts} facts known");
}
