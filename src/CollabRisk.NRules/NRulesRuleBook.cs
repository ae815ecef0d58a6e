using CollabRisk.Facts;
using CollabRisk.NRules.Translation;
using CollabRisk.Rules;
using NRules;
using NRules.RuleModel;

namespace CollabRisk.NRules;

/// <summary>A rule book as NRules rules, compiled, with the rules of a host next to them.</summary>
/// <remarks>
/// Immutable and thread-safe: compile it once, which takes seconds rather than milliseconds, and begin a session for each
/// collaboration. A rule becomes one NRules rule for each of its cases, named <c>VISION-ABSENT</c> or
/// <c>TRUST-EROSION: subject</c>, with its title and condition as the description and the tags <c>CollabRisk</c>, kind, pack
/// and chapter.
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

    /// <summary>The NRules rules: those of the rule book in its order, then those of the host.</summary>
    public IReadOnlyList<IRuleDefinition> Rules { get; }

    /// <summary>
    /// NRules' own factory of the sessions, for its events and schema, and to give the host's rules what they depend on. Begin
    /// sessions with <see cref="Begin"/>: one made here knows no collaboration.
    /// </summary>
    public ISessionFactory Sessions { get; }

    /// <summary>Translates a rule book and compiles it with the rules of a host.</summary>
    /// <param name="ruleBook">The rule book.</param>
    /// <param name="hostRules">
    /// Rules over <see cref="Collaboration"/>, <see cref="Partner"/>, <see cref="Finding"/>, <see cref="Assessment"/> and whatever
    /// facts the host inserts itself; none if left out. A rule with the default priority fires after all rules of the rule
    /// book.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="ruleBook"/> is <see langword="null"/>.</exception>
    /// <exception cref="RuleCompilationException">NRules cannot compile a rule of the host.</exception>
    public static NRulesRuleBook Compile(RuleBook ruleBook, IEnumerable<IRuleDefinition>? hostRules = null)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        IReadOnlyList<IRuleDefinition> rules = [.. RuleTranslation.Of(ruleBook), .. hostRules ?? []];
        var compiler = new RuleCompiler();
        compiler.FactIdentityComparerRegistry.RegisterComparer<Partner>(ReferenceEqualityComparer.Instance);
        compiler.FactIdentityComparerRegistry.RegisterComparer(new OneCollaboration());
        return new NRulesRuleBook(ruleBook, rules, compiler.Compile(rules));
    }

    /// <summary>Begins a session about one collaboration. Nothing has fired yet: see <see cref="CollaborationSession.Fire"/>.</summary>
    /// <param name="collaboration">The facts; whatever is not known is left out.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="collaboration"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Facts have values that they cannot have; the message has them all.</exception>
    public CollaborationSession Begin(Collaboration collaboration)
    {
        ArgumentNullException.ThrowIfNull(collaboration);
        return new CollaborationSession(RuleBook, Sessions, FactTable.Of(collaboration, RuleBook.Facts));
    }

    /// <summary>A session has one collaboration, and whatever it says it is the same one, so that it can be updated.</summary>
    private sealed class OneCollaboration : IEqualityComparer<Collaboration>
    {
        public bool Equals(Collaboration? x, Collaboration? y) => true;

        public int GetHashCode(Collaboration collaboration) => 0;
    }
}
