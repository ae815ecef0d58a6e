using System.Diagnostics.CodeAnalysis;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules.Building;
using CollabRisk.Rules.Tables;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>The rules of one or more packs, checked, in layers, ready to be evaluated.</summary>
/// <remarks>Immutable and thread-safe. The order in which packs are given makes no difference.</remarks>
public sealed class RuleBook
{
    /// <summary>How many evaluations walk the trees before there are tables. Making them takes as long as some hundred walks.</summary>
    private const int WalksBeforeTables = 32;

    private readonly Dictionary<string, Rule> byCode;
    private readonly Rule[] inOrder;
    private readonly Func<string> digest;
    private readonly Lazy<ILookup<Fact, Condition>> testsOf;
    private volatile TruthTables? tables;
    private int evaluations;

    internal RuleBook(
        FactRegistry facts, IReadOnlyList<Rule> rules, IReadOnlyList<PackReference> packs, IReadOnlyList<Note> notes, IReadOnlyList<Tension> tensions, Func<string> digest)
    {
        Facts = facts;
        inOrder = [.. rules];
        Rules = inOrder.AsReadOnly();
        Packs = packs;
        Notes = notes;
        Tensions = tensions;
        this.digest = digest;
        byCode = rules.ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        RulesByCode = [.. rules.OrderBy(rule => rule.Code, StringComparer.Ordinal)];
        var leading = rules.SelectMany(rule => rule.LeadsTo, (rule, code) => (rule, code)).ToLookup(link => link.code, link => link.rule, StringComparer.Ordinal);
        testsOf = new(() => rules
            .SelectMany(rule => rule.Conditions)
            .SelectMany(condition => condition.All)
            .SelectMany(node => node.OwnFacts, (node, fact) => (node, fact))
            .ToLookup(each => each.fact, each => each.node));
        var gravest = new Dictionary<Fact, Level>();
        foreach (var (fact, level) in rules.Where(rule => rule.Level is not null).SelectMany(rule => rule.Facts, (rule, fact) => (fact, rule.Level!.Level)))
        {
            gravest[fact] = (Level)Math.Max((int)level, (int)gravest.GetValueOrDefault(fact));
        }

        for (var i = 0; i < rules.Count; i++)
        {
            rules[i].Index = i;
            rules[i].Roots = [.. rules[i].Under.Select(code => byCode[code])];
            rules[i].Answers = rules[i].Kind == FindingKind.Strength ? rules[i].Facts.Select(fact => gravest.GetValueOrDefault(fact)).DefaultIfEmpty().Max() : Level.None;
            rules[i].Tensions = [.. tensions.Where(tension => tension.One.Contains(rules[i].Code) || tension.Other.Contains(rules[i].Code))];
            rules[i].Precedents = [.. rules[i].BuildsOn.Select(code => byCode[code]).Union(leading[rules[i].Code]).OrderBy(rule => rule.Code, StringComparer.Ordinal)];
            rules[i].Followers = [.. rules[i].LeadsTo.Order(StringComparer.Ordinal).Select(code => byCode.GetValueOrDefault(code)).OfType<Rule>()];
        }

        var cases = 0;
        foreach (var rule in rules.OrderBy(rule => rule.Position))
        {
            rule.FirstCase = cases;
            cases += rule.Cases.Length;
        }
    }

    /// <summary>The rules, each after the rules on which it builds, otherwise by code.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The facts that the rules can read: those of the library, and those that the packs declare.</summary>
    public FactRegistry Facts { get; }

    /// <summary>The packs, by id.</summary>
    public IReadOnlyList<PackReference> Packs { get; }

    /// <summary>Notes about the evidence base that appear with every assessment.</summary>
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>What the sources say and what does not agree with it, by id.</summary>
    public IReadOnlyList<Tension> Tensions { get; }

    /// <summary>A digest of everything that decides an assessment: <c>sha256:</c> and 64 digits. The same rules give the same digest.</summary>
    /// <remarks>Worked out when it is first asked for: it reads every rule, and a host that only evaluates has no use for it.</remarks>
    public string Digest => field ??= digest();

    /// <summary>
    /// The day on which overrides had to hold; <see langword="null"/> where none was given and none has expired, and where no
    /// override has an end, so that the day makes no difference.
    /// </summary>
    public DateOnly? AsOf { get; internal init; }

    /// <summary>Overrides that were left out because the last day on which they held is past, by code.</summary>
    public IReadOnlyList<RuleOverride> ExpiredOverrides { get; internal init; } = [];

    /// <summary>The codes that rules of the packs have had and have no longer, by code.</summary>
    public IReadOnlyList<RetiredCode> Retired { get; internal init; } = [];

    /// <summary>The words that the packs have for questions; see <see cref="Questions.QuestionWording.Of(RuleBook, string?)"/>. They change no result, and the digest says nothing of them.</summary>
    public IReadOnlyList<FactWording> Wordings { get; internal init; } = [];

    /// <summary>The language that was asked for when the book was built; <see langword="null"/> for English.</summary>
    public string? Language { get; internal init; }

    /// <summary>The languages in which packs have words for questions or for texts that readers see, by their tags; empty where there is only English.</summary>
    public IReadOnlyList<string> Languages => field ??=
    [
        .. Wordings.Select(each => each.Language).OfType<string>()
            .Concat(LanguagesOfTexts)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What a claim says, with the language that it is in.</summary>
    internal Passage Said(Claim claim) => claim.InLanguages.Said(claim.Paraphrase, Language);

    /// <summary>What a recommendation says to do, likewise.</summary>
    internal Passage Said(Recommendation step) => step.InLanguages.Said(step.Text, Language);

    /// <summary>What a note says, likewise.</summary>
    internal Passage Said(Note note) => note.InLanguages.Said(note.Text, Language);

    /// <summary>A text of a tension, one of its sides or its handling, likewise.</summary>
    internal Passage Said(Tension tension, string text) => tension.InLanguages.Said(text, Language);

    /// <summary>The languages in which packs have words for texts that readers see.</summary>
    internal IReadOnlyList<string> LanguagesOfTexts { get; init; } = [];

    internal Rule[] RulesByCode { get; }

    /// <summary>The rule with an index.</summary>
    internal Rule RuleAt(int index) => inOrder[index];

    /// <summary>The risks and mismatches that are not switched off, as the packs and their chapters have them.</summary>
    internal Rule[] RisksByPosition => field ??= [.. Rules.Where(rule => rule.HasLevel && !rule.IsSwitchedOff).OrderBy(rule => rule.Position)];

    /// <summary>The tensions, each with the rules of the book on its two sides.</summary>
    internal (Tension Tension, Rule[] One, Rule[] Other)[] SidesOfTensions => field ??=
        [.. Tensions.Select(tension => (tension, RulesOf(tension.One), RulesOf(tension.Other)))];

    /// <summary>Which rules a change touches. Made when it is first needed, since most hosts evaluate and never change anything.</summary>
    internal RuleDependencies Dependencies => field ??= new RuleDependencies(this);

    /// <summary>
    /// The conditions of the rules, flattened; null while the book has hardly been used, since a program that evaluates a few times is
    /// done before tables are made.
    /// </summary>
    internal TruthTables? Tables => tables ?? TablesIfWorthwhile();

    /// <summary>The nodes of all conditions that read a fact themselves.</summary>
    internal ILookup<Fact, Condition> TestsOf => testsOf.Value;

    /// <summary>What the host and packs changed about rules and what holds, by code.</summary>
    public IReadOnlyList<RuleOverride> Overrides => field ??= [.. RulesByCode.SelectMany(rule => rule.Overrides)];

    /// <summary>Builds a rule book, or reports every problem that speaks against it.</summary>
    /// <param name="packs">The packs, at least one.</param>
    /// <param name="overrides">What the host changes about rules, in addition to what the packs change; nothing if left out.</param>
    /// <param name="asOf">
    /// The day on which overrides have to hold; if left out, none expires. The book stays as it is when the day is over.
    /// </param>
    /// <exception cref="RuleBookException">There are problems; the exception has them all.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="packs"/> is <see langword="null"/>.</exception>
    /// <param name="language">
    /// The language, such as <c>nl</c> or <c>de-AT</c>, in which rules, recommendations, notes and claims say what they say, where their packs have words in it or in the
    /// one that it is a form of; all else is said in English. <see langword="null"/> for English. It changes no result; the digest is that of what is said.
    /// </param>
    public static RuleBook Build(IEnumerable<RulePack> packs, IEnumerable<RuleOverride>? overrides = null, DateOnly? asOf = null, string? language = null) =>
        TryBuild(packs, overrides, asOf, out var book, out var problems, language) ? book : throw new RuleBookException(problems);

    /// <summary>Builds a rule book in which no override expires, or reports every problem that speaks against it.</summary>
    /// <inheritdoc cref="TryBuild(IEnumerable{RulePack}, IEnumerable{RuleOverride}, DateOnly?, out RuleBook, out IReadOnlyList{RuleBookProblem}, string?)"/>
    public static bool TryBuild(
        IEnumerable<RulePack> packs,
        IEnumerable<RuleOverride>? overrides,
        [NotNullWhen(true)] out RuleBook? book,
        out IReadOnlyList<RuleBookProblem> problems) => TryBuild(packs, overrides, asOf: null, out book, out problems);

    /// <summary>Builds a rule book, or reports every problem that speaks against it.</summary>
    /// <param name="packs">The packs, at least one.</param>
    /// <param name="overrides">What the host changes about rules, in addition to what the packs change, or <see langword="null"/>.</param>
    /// <param name="asOf">The day on which overrides have to hold; <see langword="null"/> where none expires.</param>
    /// <param name="book">The rule book, if there are no problems.</param>
    /// <param name="problems">All problems, by code; empty if the book was built.</param>
    /// <param name="language">The language of what rules and recommendations say, where their packs have words in it; English if left out.</param>
    /// <returns>Whether the book was built.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="packs"/> is <see langword="null"/>.</exception>
    public static bool TryBuild(
        IEnumerable<RulePack> packs,
        IEnumerable<RuleOverride>? overrides,
        DateOnly? asOf,
        [NotNullWhen(true)] out RuleBook? book,
        out IReadOnlyList<RuleBookProblem> problems,
        string? language = null)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return RuleBookCompiler.TryMake(packs, overrides ?? [], asOf, language, out book, out problems);
    }

    /// <summary>
    /// What speaks against evaluating a collaboration: every value that its fact cannot have, such as a word that a pack does
    /// not allow. A collaboration with any is refused by <see cref="ICollaborationEvaluator.Evaluate"/>.
    /// </summary>
    /// <param name="collaboration">The collaboration.</param>
    /// <returns>Each problem with the path, the value and what is allowed, in the order of the facts; empty if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="collaboration"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<string> ProblemsOf(Collaboration collaboration)
    {
        ArgumentNullException.ThrowIfNull(collaboration);
        return [.. FactTable.ProblemsOf(collaboration, Facts).Select(problem => problem.ToString())];
    }

    /// <summary>The facts that rules read, in conditions or messages, and those from which they follow.</summary>
    internal IReadOnlySet<Fact> FactsRead => field ??= FactsReadBy(Rules, Facts);

    /// <summary>The facts that some rules read, in conditions or messages, and those from which they follow.</summary>
    internal static IReadOnlySet<Fact> FactsReadBy(IEnumerable<Rule> rules, FactRegistry registry)
    {
        var read = new HashSet<Fact>();
        var next = new Queue<Fact>(rules.SelectMany(rule => rule.Facts.Concat(rule.Cases.SelectMany(each => each.Says.Facts))));
        while (next.TryDequeue(out var fact))
        {
            if (read.Add(fact))
            {
                foreach (var source in DerivedFacts.SourcesOf(fact).Select(registry.Find).OfType<Fact>())
                {
                    next.Enqueue(source);
                }
            }
        }

        return read;
    }

    /// <summary>Says that no rule has a code, and what to use instead where that is known.</summary>
    internal string NoRule(string code) => Retired.FirstOrDefault(gone => gone.Code == code) is { } gone
        ? $"No rule has the code '{code}'. {gone}"
        : $"No rule has the code '{code}'.{DidYouMean.Sentence(code, RulesByCode.Select(rule => rule.Code))}";

    /// <summary>Finds a rule by its code.</summary>
    /// <param name="code">The code; upper and lower case differ.</param>
    /// <returns>The rule, or <see langword="null"/> where no rule has this code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    public Rule? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return byCode.GetValueOrDefault(code);
    }

    private Rule[] RulesOf(IReadOnlyList<string> codes) => [.. codes.Select(Find).OfType<Rule>()];

    private TruthTables? TablesIfWorthwhile()
    {
        // Exactly one thread makes them; the others walk on meanwhile.
        if (Interlocked.Increment(ref evaluations) == WalksBeforeTables + 1)
        {
            tables = TruthTables.Of(this);
        }

        return tables;
    }
}

/// <summary>A pack that takes part in a rule book.</summary>
/// <param name="Id">The id of the pack.</param>
/// <param name="Version">Its semantic version.</param>
public sealed record PackReference(string Id, string Version);

/// <summary>A rule book could not be built. <see cref="Problems"/> has every reason.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without problems there is no such exception.")]
public sealed class RuleBookException : Exception
{
    internal RuleBookException(IReadOnlyList<RuleBookProblem> problems)
        : base($"The rule book has {problems.Count} problem{(problems.Count == 1 ? "" : "s")}:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
        => Problems = problems;

    /// <summary>All problems, by place.</summary>
    public IReadOnlyList<RuleBookProblem> Problems { get; }
}
