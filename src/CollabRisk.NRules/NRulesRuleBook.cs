using CollabRisk.Facts;
using CollabRisk.NRules.Session;
using CollabRisk.NRules.Translation;
using CollabRisk.Rules;
using NRules;
using NRules.RuleModel;

namespace CollabRisk.NRules;

/// <summary>A rule book as NRules rules, compiled, with the rules of a host next to them.</summary>
/// <remarks>
/// Immutable and thread-safe: compile it once and begin a session for each collaboration. A rule becomes an NRules rule for each of its
/// cases, named <c>VISION-ABSENT</c> or <c>DRIVER-ATTRIBUTE: niche and entrepreneurship</c>, which fires when it is raised and only then, and yields the
/// <see cref="Finding"/>. Its description is its title and condition, its tags are <c>CollabRisk</c>, kind, pack and chapter. The rules that
/// always run have names that begin with <c>CollabRisk:</c> and the tag <c>CollabRisk.Working</c>.
/// </remarks>
public sealed class NRulesRuleBook
{
    private NRulesRuleBook(RuleBook ruleBook, IReadOnlyList<IRuleDefinition> rules, ISessionFactory sessions)
    {
        RuleBook = ruleBook;
        Rules = rules;
        Sessions = sessions;
    }

    /// <summary>The rule book.</summary>
    public RuleBook RuleBook { get; }

    /// <summary>The NRules rules: those that bear a code in the order of the rule book, those that always run, then those of the host.</summary>
    public IReadOnlyList<IRuleDefinition> Rules { get; }

    /// <summary>
    /// NRules' own factory of the sessions, for its events and schema, to give the host's rules what they depend on, and for sessions about
    /// several collaborations: insert each and fire. <see cref="Begin"/> makes one about a single collaboration, which can be updated.
    /// </summary>
    public ISessionFactory Sessions { get; }

    /// <summary>Translates a rule book and compiles it with the rules of a host.</summary>
    /// <param name="ruleBook">The rule book.</param>
    /// <param name="hostRules">
    /// Rules over <see cref="Collaboration"/>, <see cref="Partner"/>, <see cref="Finding"/>, <see cref="Assessment"/> and whatever
    /// facts the host inserts itself; none if left out. A rule with the default priority fires after all rules of the rule
    /// book.
    /// </param>
    /// <param name="configure">
    /// Changes the compiler: comparers of the host's facts, aggregators, how expressions are compiled, for which it has a
    /// <see cref="GradualExpressionCompiler"/>. The comparers of <see cref="Collaboration"/> and <see cref="Partner"/> must stay.
    /// </param>
    /// <param name="options">The options that NRules takes when a compiler is made; its own default if left out.</param>
    /// <returns>The compiled rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ruleBook"/> is <see langword="null"/>.</exception>
    /// <exception cref="RuleCompilationException">NRules cannot compile a rule of the host.</exception>
    public static NRulesRuleBook Compile(
        RuleBook ruleBook, IEnumerable<IRuleDefinition>? hostRules = null, Action<RuleCompiler>? configure = null, RuleCompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        IReadOnlyList<IRuleDefinition> own = [.. hostRules ?? []];
        IReadOnlyList<IRuleDefinition> rules = [.. RuleTranslation.Of(ruleBook, withPartners: true), .. own];
        var compiler = new RuleCompiler(options ?? RuleCompilerOptions.Default) { ExpressionCompiler = new GradualExpressionCompiler() };
        compiler.FactIdentityComparerRegistry.RegisterComparer<Partner>(ReferenceEqualityComparer.Instance);
        compiler.FactIdentityComparerRegistry.RegisterComparer(new CollaborationIdentity());
        configure?.Invoke(compiler);
        var sessions = compiler.Compile(rules.Concat(FlattenedTypes.RulesFor(own)));
        sessions.Events.LhsExpressionFailedEvent += (_, failure) => failure.IsHandled |= failure.Rules.All(rule => rule.Properties.Any(property => property.Name == RuleCase.Property));
        sessions.CreateSession();
        return new NRulesRuleBook(ruleBook, rules, sessions);
    }

    /// <summary>Begins a session about one collaboration. Nothing has fired yet: see <see cref="CollaborationSession.Fire"/>.</summary>
    /// <param name="collaboration">The facts; whatever is not known is left out.</param>
    /// <param name="before">
    /// What is done with the NRules session before the collaboration is inserted: filters of the agenda, events, facts of the host, what its
    /// rules depend on. Nothing if left out.
    /// </param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="collaboration"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Facts have values that they cannot have; the message has them all.</exception>
    public CollaborationSession Begin(Collaboration collaboration, Action<ISession>? before = null)
    {
        ArgumentNullException.ThrowIfNull(collaboration);
        return new CollaborationSession(RuleBook, Sessions, FactTable.Of(collaboration, RuleBook.Facts), before);
    }
}
