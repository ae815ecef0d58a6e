using CollabRisk.NRules.Translation;
using CollabRisk.Rules;
using NRules.RuleModel;

namespace CollabRisk.NRules;

/// <summary>A rule book as a repository of NRules rules, for a host that compiles them with its own rules and its own <c>RuleCompiler</c>.</summary>
/// <remarks>
/// <para>
/// Insert a <see cref="Collaboration"/> into a session and fire: that is all it takes. Each becomes an <see cref="Assessment"/> and its
/// <see cref="Finding"/>s, which are facts of the session; several collaborations in one session have one each, and
/// <see cref="Assessment.Findings"/> says whose a finding is. Retract the collaboration, and they go with it.
/// </para>
/// <para>
/// NRules takes collaborations that are equal for the same fact. Partners are not facts here: match <see cref="Collaboration.Partners"/>,
/// or compile with <see cref="NRulesRuleBook"/>. What cannot be evaluated comes through as NRules throws it.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class RuleBookRepository : IRuleRepository
{
    private readonly RuleSet rules = new(RuleTranslation.Tag);

    /// <summary>Translates a rule book.</summary>
    /// <param name="ruleBook">The rule book.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ruleBook"/> is <see langword="null"/>.</exception>
    public RuleBookRepository(RuleBook ruleBook)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        RuleBook = ruleBook;
        rules.Add(RuleTranslation.Of(ruleBook, withPartners: false));
    }

    /// <summary>The rule book.</summary>
    public RuleBook RuleBook { get; }

    /// <summary>The rules as one set, named <c>CollabRisk</c>: they work together, so compile all of them.</summary>
    /// <returns>The set.</returns>
    public IEnumerable<IRuleSet> GetRuleSets() => [rules];
}
