using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Explaining;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Questions;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>What an evaluation found out about a collaboration, and what it could not.</summary>
/// <remarks>
/// Immutable and thread-safe. The same facts and the same rule book give the same assessment, whatever the order of
/// partners and packs.
/// </remarks>
[JsonConverter(typeof(AssessmentJsonConverter))]
public sealed class Assessment : IAnswer
{
    /// <summary>
    /// What was worked out. While there is a lender, only <see cref="StateForNow"/> and <see cref="State"/> may ask for the facts and results in its arrays.
    /// </summary>
    private EvaluationState state;

    /// <summary>Who lent the arrays, for this loan; null where they are its own.</summary>
    private volatile ThreadArrays? lender;
    private readonly long loan;

    /// <summary>Whose findings are taken over; forgotten once they are, so that a long session does not keep all its steps.</summary>
    private Assessment? previous;

    private FactCount? counted;
    private WrittenFindings? written;
    private OrderedDictionary<string, RuleOutcome>? outcomes;
    private OpenQuestionList? openQuestions;

    /// <summary>
    /// Presents a state. What it says is written when it is read: the range alone costs a host nothing more. Findings that are sure to
    /// be the same are taken over from a previous assessment of the same book.
    /// </summary>
    internal Assessment(EvaluationState state, Assessment? previous = null)
    {
        this.state = state;
        this.previous = previous;

        // Where no one reads findings between the steps, each would keep the one before it, and the findings of the last be sought through all of them.
        previous?.previous = null;
        Overall = state.Overall;
    }

    /// <summary>
    /// Evaluates in arrays of the thread: of most of many collaborations nothing but the range is asked, and these cost no memory. What is asked for later
    /// is worked out once more if the thread has evaluated again, or if another asks.
    /// </summary>
    /// <exception cref="ArgumentException">Facts have values that they cannot have.</exception>
    internal Assessment(RuleBook ruleBook, Collaboration collaboration)
    {
        var (arrays, number) = ThreadArrays.Lend();
        state = Evaluator.Run(ruleBook, collaboration, ruleBook.Rules, arrays);
        (lender, loan) = (arrays, number);
        Overall = state.Overall;
    }

    /// <summary>The collaboration with the facts that follow from others filled in.</summary>
    public Collaboration Collaboration => state.Facts.Collaboration;

    /// <summary>How grave the matter is overall, as a range.</summary>
    public OverallRange Overall { get; }

    /// <summary>
    /// The findings: graver before less grave, a root before what follows from it, better supported before less, then in the order of
    /// the chapters. Those without a level follow by kind; of strengths, those first whose facts could have raised the gravest risks.
    /// <see cref="Groups"/> has them by matter.
    /// </summary>
    public IReadOnlyList<Finding> Findings => Written.Findings;

    /// <summary>
    /// The findings by matter, each under one root, graver matters first. Every finding of <see cref="Findings"/> is in one group.
    /// Count and show these, so that a reader meets each matter once.
    /// </summary>
    public IReadOnlyList<FindingGroup> Groups => field ??= FindingGroup.Of(Findings);

    /// <summary>
    /// Findings of rules and cases that are switched off; <see cref="Finding.Overrides"/> has the reason. They do not count in
    /// the overall range and open no questions. Rules that build on them still see them as raised.
    /// </summary>
    public IReadOnlyList<Finding> SwitchedOff => Written.SwitchedOff;

    /// <summary>
    /// The highest level that findings of rules which are switched off have, or could have; <see cref="Level.None"/> where none has.
    /// It belongs next to <see cref="Overall"/>: a range from which findings were taken away says less than it seems to.
    /// </summary>
    public Level WorstSwitchedOff => SwitchedOff.Select(finding => finding.Level?.AtMost ?? Level.None).DefaultIfEmpty().Max();

    /// <summary>
    /// What was checked and is in order, by chapter, in the order of the book: risks and mismatches that are ruled out by something known
    /// and good. Not what does not apply, nor what a bad answer or one that is neither good nor bad rules out.
    /// </summary>
    public IReadOnlyList<ChapterInOrder> InOrder => field ??= new InOrderList(State, Findings).Write();

    /// <summary>
    /// What rules of the host found, worst first: judgements of the host, which rest on no claims and do not count in the
    /// overall range. Empty unless the assessment comes from a session with such rules. Comparisons leave them out.
    /// </summary>
    public IReadOnlyList<HostFinding> HostFindings { get; private init; } = [];

    /// <summary>How every rule ended, in the order of the codes.</summary>
    public IReadOnlyDictionary<string, RuleOutcome> Outcomes => Once(ref outcomes, static self => new(
        self.RuleBook.RulesByCode.Select(rule => KeyValuePair.Create(rule.Code, new RuleOutcome(self.State, rule))), StringComparer.Ordinal));

    /// <summary>
    /// The facts that are not known and could settle rules, those first that rules of the highest level wait for, and of
    /// these the ones that more rules wait for. <see cref="CollaborationEvaluatorExtensions.NextQuestions"/> gives the few to ask now.
    /// </summary>
    public OpenQuestionList OpenQuestions => Once(ref openQuestions, static self => new(self.Overall, QuestionList.Of(self.State), QuestionsEnd.NothingLeft));

    /// <summary>How many facts are known.</summary>
    public int KnownFacts => Counted.Known;

    /// <summary>
    /// The facts that are known, with their values, in the order of the model; those of the partners follow, by fact and name. What was left out
    /// and follows from what was given, such as the number of partners from their list, is among them; facts that can never be given are not. As
    /// many as <see cref="KnownFacts"/>.
    /// </summary>
    public IReadOnlyList<FactReading> Facts => field ??= State.Facts.Known();

    /// <summary>How many facts there are; the partners' facts count for each partner.</summary>
    public int TotalFacts => Counted.Total;

    /// <summary>
    /// The paths of the facts under <see cref="Collaboration.Extensions"/>, the partners' among them, that no pack of the rule
    /// book declares, and of facts of the library with a word (<see cref="Collaboration.AddedWords"/>) that none adds, in alphabetical order. They
    /// counted for nothing, and such a fact as not known: a file may serve several rule books, or a name is misspelt.
    /// </summary>
    public IReadOnlyList<string> UnreadExtensions => field ??= State.Facts.UnreadExtensions();

    /// <summary>Why one of <see cref="UnreadExtensions"/> counted for nothing, in words that follow its path.</summary>
    internal string WhyUnread(string path)
    {
        var (clause, hint) = State.Facts.WhyUnread(path);
        return $"{clause}, so it was ignored.{hint}";
    }

    /// <summary>
    /// The facts that were given and that no rule of the rule book reads, in the order of the model, with the packs of the library that would
    /// read them. Facts that only describe, such as the name, are left out; for facts that packs declare, see <see cref="UnreadExtensions"/>.
    /// </summary>
    public IReadOnlyList<UnreadFact> UnreadFacts => field ??= UnreadFact.Of(State);

    /// <summary>
    /// Whether so little is known, under a quarter of the facts, that other risks than those found may well be there: what no one has
    /// looked at is not ruled out.
    /// </summary>
    public bool IsPartialView => 4 * KnownFacts < TotalFacts;

    /// <summary>
    /// What does not fit together among the facts as they were given, each as a sentence that begins with the path: a number
    /// that the list of partners contradicts, shares of the benefit that add up to more than the whole. The evaluation went by
    /// the list; someone should check. Empty for most.
    /// </summary>
    public IReadOnlyList<string> FactNotes => field ??= CollabRisk.Facts.FactNotes.On(state.Facts.Given, state.Facts.Registry);

    /// <summary>The rule book that was evaluated.</summary>
    public RuleBook RuleBook => state.Book;

    /// <summary>Notes about the evidence base, which hold for every assessment.</summary>
    public IReadOnlyList<Note> Notes => state.Book.Notes;

    /// <summary>The tensions of the sources of which both sides have findings here, by id.</summary>
    public IReadOnlyList<Tension> Tensions => Written.Tensions;

    /// <summary>Explains how a rule ended: every condition it asked, with its value and the facts it read.</summary>
    /// <param name="code">The code of the rule; upper and lower case differ. Rules that are switched off can be explained as well.</param>
    /// <returns>The explanation, from the same evaluation as everything else here, whatever the outcome.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No rule of the rule book has the code.</exception>
    public RuleExplanation Explain(string code)
    {
        var rule = RuleBook.Find(code) ?? throw new ArgumentException(RuleBook.NoRule(code), nameof(code));
        return new RuleExplanation(State, rule);
    }

    /// <summary>
    /// The report for a person to read, 100 columns wide: the overall range with what keeps it from saying more, how much is known and each
    /// risk in a line, by matter; then the worst in full, what is strong, what is in order, what to do, what is not known and what the
    /// evidence can carry.
    /// </summary>
    /// <returns>Lines that end with a line feed on every system, the last one too. Control characters in names become spaces.</returns>
    public string ToText() => ToText(new AssessmentTextOptions());

    /// <summary>The report as <see cref="ToText()"/> writes it, laid out as is asked.</summary>
    /// <param name="options">How wide, how much of it and whether in colour.</param>
    /// <returns>Lines that end with a line feed on every system, the last one too. Control characters in names become spaces.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public string ToText(AssessmentTextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AssessmentText.Of(this, options);
    }

    /// <summary>The whole assessment for another program, as one JSON object.</summary>
    /// <inheritdoc cref="IAnswer.ToJson" path="/param|/returns"/>
    public string ToJson(bool indented = true) => ToJson(AssessmentDetail.Full, indented);

    /// <summary>The assessment for another program, as one JSON object of one of two forms, each with a schema.</summary>
    /// <param name="detail">
    /// <see cref="AssessmentDetail.Full"/>: everything. <see cref="AssessmentDetail.Compact"/>: what a web application answers
    /// with, some kilobytes: the findings with their advice and caveats, counts and at most ten open questions; no rule book,
    /// no rules that are clear. <c>JsonSerializer</c> writes the compact form.
    /// </param>
    /// <param name="indented">Whether to write it over many lines, for people to read; <see langword="true"/> unless given.</param>
    /// <returns>The JSON, as <see cref="IAnswer.ToJson"/> describes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> is not one of the two.</exception>
    public string ToJson(AssessmentDetail detail, bool indented = true) => JsonOutput.Write(indented, json => WriteTo(json, detail));

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => WriteTo(json, AssessmentDetail.Full);

    /// <summary>Writes the JSON of <see cref="ToJson(AssessmentDetail, bool)"/> as the next value of a writer. Layout and encoding are the writer's.</summary>
    /// <remarks>
    /// Fastest is a writer over a buffer or stream that does not indent and has <c>JavaScriptEncoder.UnsafeRelaxedJsonEscaping</c>, as
    /// <see cref="ToJson(AssessmentDetail, bool)"/> writes: what every document of the rule book repeats is copied into it.
    /// </remarks>
    /// <param name="json">The writer; it is not flushed.</param>
    /// <param name="detail">How much is written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> is not one of the two.</exception>
    /// <exception cref="InvalidOperationException">The writer is where no value may be written.</exception>
    public void WriteTo(Utf8JsonWriter json, AssessmentDetail detail)
    {
        ArgumentNullException.ThrowIfNull(json);
        AssessmentJson.Write(json, this, Enum.IsDefined(detail) ? detail : throw new ArgumentOutOfRangeException(nameof(detail), detail, "Use Compact or Full."));
    }

    /// <summary>The evaluation that is presented.</summary>
    internal EvaluationState State => lender is null ? state : Kept();

    /// <summary>The same for who asks and does not keep it.</summary>
    internal EvaluationState StateForNow => lender is { } arrays && arrays.AreLent(loan) ? state : State;

    private FactCount Counted => Once(ref counted, static self =>
    {
        var (known, total) = self.StateForNow.Facts.Count();
        return new(known, total);
    });

    private WrittenFindings Written => Once(ref written, static self =>
    {
        var state = self.State;
        var tensions = self.previous is { } before && state.HasTensionsOf(before.State) ? before.Written.Tensions : state.RaisedTensions();
        var all = new FindingWriter(state, tensions).Write(self.previous);
        self.previous = null;
        return self.RuleBook.Overrides.Count == 0
            ? new(all, [], tensions)
            : new([.. all.Where(finding => !finding.Case.IsSwitchedOff)], all.FindAll(finding => finding.Case.IsSwitchedOff), tensions);
    });

    /// <summary>
    /// Takes the arrays from their lender, or evaluates again where that is too late. Threads that meet here may each evaluate, and come to the same.
    /// </summary>
    private EvaluationState Kept()
    {
        var lent = state;
        if (lender is { } arrays && !arrays.TryGive(loan))
        {
            Interlocked.CompareExchange(ref state, Evaluator.Run(lent.Book, lent.Facts.Given), lent);
        }

        lender = null;
        return state;
    }

    /// <summary>What is made when it is first read. Threads that meet here make it each for itself, and all see the one that came first.</summary>
    private T Once<T>(ref T? made, Func<Assessment, T> make)
        where T : class =>
        Volatile.Read(ref made) ?? (Interlocked.CompareExchange(ref made, make(this), null) ?? made);

    /// <summary>The assessment of other facts by the same rules; what they do not touch is taken over from this one.</summary>
    /// <exception cref="ArgumentException">Facts have values that they cannot have.</exception>
    internal Assessment Next(Collaboration next) => new(Evaluator.Run(State, next), this);

    /// <summary>The same assessment with what rules of the host found.</summary>
    /// <exception cref="InvalidOperationException">A finding of the host has the code of a rule, and could be taken for evidence.</exception>
    internal Assessment With(IEnumerable<HostFinding> found)
    {
        var sorted = found.ToList();
        sorted.Sort(HostFinding.WorstFirst);
        var taken = sorted.Select(finding => finding.Code).Where(code => RuleBook.Find(code) is not null).Distinct(StringComparer.Ordinal).ToList();
        return taken.Count == 0
            ? new Assessment(State, previous ?? this) { HostFindings = sorted }
            : throw new InvalidOperationException($"Rules of the host found {Words.List(taken)}, which the rule book has as {(taken.Count == 1 ? "the code of a rule" : "codes of rules")}. Give a finding of the host a code of its own.");
    }

    /// <summary>The overall range, what is switched off, and how many risks and mismatches there are, about how many matters, and how many strengths.</summary>
    public override string ToString() => InWords(
        Overall, SwitchedOff.Count, WorstSwitchedOff, FoundInWords, KnownFacts, TotalFacts);

    /// <summary>What was found, counted.</summary>
    internal string FoundInWords => CountedInWords(
        Findings.Count(finding => finding.Level is not null), Groups.Count(group => group.Level is not null), Findings.Count(finding => finding.Kind is FindingKind.Strength));

    /// <summary>An assessment in a line, which its record has as well.</summary>
    internal static string InWords(OverallRange overall, int switchedOff, Level worstOff, string found, int known, int total) => string.Create(
        CultureInfo.InvariantCulture,
        $"Overall {overall}{(switchedOff == 0 ? "" : $" without {Words.Count(switchedOff, "finding")} switched off, at worst {worstOff}")}; {found}; {known} of {total} facts known");

    /// <summary>How many risks and mismatches were found, about how many matters where these are fewer, and how many strengths. What is neither is not counted: it says nothing good or bad.</summary>
    internal static string CountedInWords(int risks, int matters, int strengths) =>
        $"{Words.Count(risks, "risk or mismatch", "risks and mismatches")}{(matters == risks ? "" : $" about {Words.Count(matters, "matter")}")}, {Words.Count(strengths, "strength")}";

    private sealed record FactCount(int Known, int Total);

    private sealed record WrittenFindings(List<Finding> Findings, List<Finding> SwitchedOff, List<Tension> Tensions);
}
