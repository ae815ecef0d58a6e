using System.Linq.Expressions;
using CollabRisk.Facts;

namespace CollabRisk.Rules;

/// <summary>The clauses that every kind of rule has. They can be given in any order; see <see cref="Chapter"/>.</summary>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
/// <remarks>
/// A builder checks nothing: the rule book checks all rules together when it is built, and reports every problem at once.
/// Not thread-safe.
/// </remarks>
public abstract class RuleBuilderBase<TBuilder>
    where TBuilder : RuleBuilderBase<TBuilder>
{
    private protected RuleBuilderBase(RuleDefinition definition) => Definition = definition;

    internal RuleDefinition Definition { get; }

    private protected abstract TBuilder Self { get; }

    /// <summary>What the rule is about, in a few words.</summary>
    /// <param name="title">The title, without a full stop.</param>
    public TBuilder Titled(string title)
    {
        Definition.Title = title;
        return Self;
    }

    /// <summary>Only where this holds does the rule apply at all; where it is unknown, the rule stays undetermined.</summary>
    /// <param name="guard">The guard; several guards must all hold.</param>
    public TBuilder AppliesWhen(Expression<Func<Collaboration, bool>> guard)
    {
        Definition.Guards.Add(Clause.Of(guard));
        return Self;
    }

    /// <summary>
    /// What a finding says: one sentence. <c>{subject}</c> stands for the subject, <c>{workload.staffAfter}</c> for the
    /// value of a fact.
    /// </summary>
    /// <param name="message">The sentence.</param>
    public TBuilder Says(string message)
    {
        // What the rule no longer says goes in every language.
        Definition.InLanguages.RemoveAll(text => text.English == Definition.Says && text.English != message);
        Definition.Says = message;
        return Self;
    }

    /// <summary>
    /// What one of the rule's texts is in another language, for rule books that are built in it
    /// (<see cref="RuleBook.Build(IEnumerable{RulePack}, IEnumerable{RuleOverride}, DateOnly?, string?)"/>): its title, message, status note or a caveat, the
    /// reason of its level or of what moves it, or the subject, message, caveat or reason of a case.
    /// </summary>
    /// <param name="language">The language, such as <c>nl</c> or <c>de-AT</c>.</param>
    /// <param name="english">The text in English, as the rule has it. All that has no words in the language is said in English.</param>
    /// <param name="text">The text in the language; of a message with the same places.</param>
    /// <param name="subject">The one case that says so, where the rule or other cases say the same in English and not in the language; left out otherwise.</param>
    public TBuilder InLanguage(string language, string english, string text, string? subject = null)
    {
        Definition.InLanguages.Add(new(language, english, text) { Subject = subject });
        return Self;
    }

    /// <summary>The claims on which the rule rests.</summary>
    /// <param name="claims">The ids of the claims; at least one.</param>
    public TBuilder RestsOn(params string[] claims)
    {
        Definition.Claims.AddRange(claims);
        return Self;
    }

    /// <summary>What the reader of a finding can do.</summary>
    /// <param name="recommendations">The recommendations, the first thing to do first.</param>
    public TBuilder Advise(params Recommendation[] recommendations)
    {
        Definition.Recommendations.AddRange(recommendations);
        return Self;
    }

    /// <summary>What limits a finding: the sources' own reservations, and what we derived.</summary>
    /// <param name="caveats">The caveats, each a sentence.</param>
    public TBuilder WithCaveat(params string[] caveats)
    {
        Definition.Caveats.AddRange(caveats);
        return Self;
    }

    /// <summary>The rule is being tried out. Its findings say so in their caveats.</summary>
    public TBuilder Experimental()
    {
        Definition.Status = RuleStatus.Experimental;
        return Self;
    }

    /// <summary>The rule will go. Its findings say so in their caveats.</summary>
    /// <param name="instead">What to do instead, as a clause: "use TRUST-LOW instead"; never empty.</param>
    public TBuilder Deprecated(string instead)
    {
        Definition.Status = RuleStatus.Deprecated;
        Definition.StatusNote = instead;
        return Self;
    }

    /// <summary>
    /// The rule whose matter this one is about too. Where both are raised, the finding appears under the other's, so that a
    /// reader meets each matter once; where the other is not raised, the finding is a root of its own. Of partners, only the
    /// finding of the same partner counts where both rules are asked of each.
    /// </summary>
    /// <param name="codes">
    /// The code of the root. Of several, the finding appears under the first that is raised. A risk or mismatch is under one that
    /// is a risk or mismatch, a strength under a strength.
    /// </param>
    public TBuilder Under(params string[] codes)
    {
        Definition.Under.AddRange(codes);
        return Self;
    }

    /// <summary>The next links of the sources' causal chain. A link is shown where both findings are there; it raises nothing.</summary>
    /// <param name="codes">The codes of the rules to which this one leads.</param>
    public TBuilder LeadsTo(params string[] codes)
    {
        Definition.LeadsTo.AddRange(codes);
        return Self;
    }
}

/// <summary>A rule about the collaboration as a whole.</summary>
/// <inheritdoc/>
public sealed class RuleBuilder : RuleBuilderBase<RuleBuilder>
{
    internal RuleBuilder(RuleDefinition definition)
        : base(definition)
    {
    }

    private protected override RuleBuilder Self => this;

    /// <summary>The condition.</summary>
    /// <param name="condition">What must hold; see <see cref="Conditions.FactConditions"/> for what it can ask.</param>
    public RuleBuilder When(Expression<Func<Collaboration, bool>> condition)
    {
        Definition.When = Clause.Of(condition);
        return this;
    }

    /// <summary>What raises the level by one step.</summary>
    /// <param name="condition">When it does.</param>
    /// <param name="because">Why, as a clause that follows "because".</param>
    /// <param name="claims">The ids of the claims on which this rests.</param>
    public RuleBuilder RaisedWhen(Expression<Func<Collaboration, bool>> condition, string because, params string[] claims)
    {
        Definition.Moderators.Add(new(Direction.Raised, Clause.Of(condition), because, claims));
        return this;
    }

    /// <summary>What lowers the level by one step. It never takes the finding away.</summary>
    /// <inheritdoc cref="RaisedWhen"/>
    public RuleBuilder LoweredWhen(Expression<Func<Collaboration, bool>> condition, string because, params string[] claims)
    {
        Definition.Moderators.Add(new(Direction.Lowered, Clause.Of(condition), because, claims));
        return this;
    }

    /// <summary>Asks the rule of each partner; each partner of whom it holds gives a finding with the partner as subject.</summary>
    /// <param name="partners">The partners: <c>c => c.Partners</c>.</param>
    /// <param name="which">Which partners are asked; leave out to ask all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="partners"/> is <see langword="null"/>.</exception>
    public PartnerRuleBuilder ForEach(
        Expression<Func<Collaboration, FactList<Partner>?>> partners, Expression<Func<Partner, bool>>? which = null)
    {
        ArgumentNullException.ThrowIfNull(partners);
        Definition.IsPerPartner = true;
        Definition.WhichPartners = which is null ? null : Clause.Of(which);
        return new PartnerRuleBuilder(Definition);
    }

    /// <summary>Asks the rule of each flag of a group; each flag of which it holds gives a finding with the flag as subject.</summary>
    /// <param name="flags">The group: <c>c => c.Culture.Traits</c>.</param>
    /// <param name="condition">The condition on a flag: <c>trait => trait == false</c>.</param>
    public RuleBuilder ForEachFlag(Expression<Func<Collaboration, IFlagGroup>> flags, Expression<Func<bool?, bool>> condition)
    {
        Definition.Flags = (flags, [], condition);
        return this;
    }

    /// <summary>Asks the rule of each of some yes/no facts; each of which it holds gives a finding with the fact as subject.</summary>
    /// <param name="condition">The condition on a fact: <c>has => has == false</c>.</param>
    /// <param name="facts">The facts.</param>
    public RuleBuilder ForEachFact(Expression<Func<bool?, bool>> condition, params Expression<Func<Collaboration, bool?>>[] facts)
    {
        Definition.Flags = (null, facts, condition);
        return this;
    }

    /// <summary>Adds a case of the rule with a subject, a condition and claims of its own, such as one pairing of a table.</summary>
    /// <param name="subject">What the case is about; unique in the rule.</param>
    /// <param name="when">The condition of the case.</param>
    /// <param name="claims">The ids of the claims on which the case rests.</param>
    /// <param name="appliesWhen">The guard of the case, in addition to the rule's own; left out where the rule's is enough.</param>
    /// <param name="level">The level of the case, where it differs from the rule's.</param>
    /// <param name="says">The message of the case, where it differs from the rule's.</param>
    /// <param name="caveat">A caveat of the case, in addition to the rule's own.</param>
    /// <param name="advise">What helps with this case alone, after what helps with every case; left out where the rule's advice is enough.</param>
    /// <exception cref="ArgumentNullException"><paramref name="when"/> or <paramref name="claims"/> is <see langword="null"/>.</exception>
    public RuleBuilder Case(
        string subject,
        Expression<Func<Collaboration, bool>> when,
        string[] claims,
        Expression<Func<Collaboration, bool>>? appliesWhen = null,
        LevelBasis? level = null,
        string? says = null,
        string? caveat = null,
        Recommendation[]? advise = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        ArgumentNullException.ThrowIfNull(claims);
        var @case = new CaseDefinition
        {
            Subject = subject,
            Guard = appliesWhen is null ? null : Clause.Of(appliesWhen),
            When = Clause.Of(when),
            Level = level,
            Says = says,
        };
        @case.Claims.AddRange(claims);
        if (caveat is not null)
        {
            @case.Caveats.Add(caveat);
        }

        @case.Recommendations.AddRange(advise ?? []);
        Definition.Cases.Add(@case);
        return this;
    }
}

/// <summary>A rule that is asked of each partner.</summary>
/// <inheritdoc/>
public sealed class PartnerRuleBuilder : RuleBuilderBase<PartnerRuleBuilder>
{
    internal PartnerRuleBuilder(RuleDefinition definition)
        : base(definition)
    {
    }

    private protected override PartnerRuleBuilder Self => this;

    /// <summary>The condition on the collaboration and one partner.</summary>
    /// <param name="condition">What must hold; see <see cref="Conditions.FactConditions"/> for what it can ask.</param>
    public PartnerRuleBuilder When(Expression<Func<Collaboration, Partner, bool>> condition)
    {
        Definition.When = Clause.Of(condition);
        return this;
    }

    /// <summary>What raises the level of a partner's finding by one step.</summary>
    /// <param name="condition">When it does.</param>
    /// <param name="because">Why, as a clause that follows "because".</param>
    /// <param name="claims">The ids of the claims on which this rests.</param>
    public PartnerRuleBuilder RaisedWhen(Expression<Func<Collaboration, Partner, bool>> condition, string because, params string[] claims)
    {
        Definition.Moderators.Add(new(Direction.Raised, Clause.Of(condition), because, claims));
        return this;
    }

    /// <summary>What lowers the level of a partner's finding by one step. It never takes the finding away.</summary>
    /// <inheritdoc cref="RaisedWhen"/>
    public PartnerRuleBuilder LoweredWhen(Expression<Func<Collaboration, Partner, bool>> condition, string because, params string[] claims)
    {
        Definition.Moderators.Add(new(Direction.Lowered, Clause.Of(condition), because, claims));
        return this;
    }
}
