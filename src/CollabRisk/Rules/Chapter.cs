using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>The rules under one heading of the sources. A chapter is one file, and its rules read like the heading.</summary>
/// <remarks>
/// Clauses are in one order in every rule: titled, applies when, for each, when, moderated by, says, rests on, advises,
/// caveats, leads to.
/// </remarks>
public abstract class Chapter
{
    private readonly Lock writing = new();
    private readonly List<RuleDefinition> definitions = [];

    /// <summary>The heading, as a reader of the sources knows it.</summary>
    public abstract string Heading { get; }

    /// <summary>What the heading is in other languages; empty where it is only in English.</summary>
    public virtual IReadOnlyList<TextInLanguage> InLanguages => [];

    /// <summary>The area of the chapter's factors in the borrowed typology.</summary>
    public abstract Area Area { get; }

    /// <summary>The level at which the two-case paper places the chapter's factors.</summary>
    public abstract Tier Tier { get; }

    /// <summary>The highest level that findings of this chapter can reach.</summary>
    public virtual Level Cap => Level.High;

    /// <summary>Writes the rules, one after the other.</summary>
    protected abstract void Write();

    /// <summary>What was written about the rules, not yet checked.</summary>
    internal virtual IReadOnlyList<RuleDefinition> Definitions()
    {
        lock (writing)
        {
            definitions.Clear();
            Write();
            return [.. definitions];
        }
    }

    /// <summary>Something that puts the collaboration at risk.</summary>
    /// <param name="code">The permanent code.</param>
    /// <param name="level">The level, with what the sources say that gives it.</param>
    protected RuleBuilder Risk(string code, LevelBasis level) => Begin(code, FindingKind.Risk, level);

    /// <summary>Two things that do not fit each other.</summary>
    /// <inheritdoc cref="Risk"/>
    protected RuleBuilder Mismatch(string code, LevelBasis level) => Begin(code, FindingKind.Mismatch, level);

    /// <summary>A sign that points to something else worth looking at.</summary>
    /// <param name="code">The permanent code.</param>
    protected RuleBuilder Diagnostic(string code) => Begin(code, FindingKind.Diagnostic);

    /// <summary>Something that speaks for the collaboration.</summary>
    /// <param name="code">The permanent code.</param>
    protected RuleBuilder Strength(string code) => Begin(code, FindingKind.Strength);

    /// <summary>A circumstance that helps to read the other findings.</summary>
    /// <param name="code">The permanent code.</param>
    protected RuleBuilder Context(string code) => Begin(code, FindingKind.Context);

    /// <summary>A warning about how far the evidence or a finding carries.</summary>
    /// <param name="code">The permanent code.</param>
    protected RuleBuilder Caveat(string code) => Begin(code, FindingKind.Caveat);

    /// <summary>Something that is not known and would have to be. Only such a rule may ask whether a fact is unknown.</summary>
    /// <param name="code">The permanent code.</param>
    protected RuleBuilder DataGap(string code) => Begin(code, FindingKind.DataGap);

    /// <summary>Something to do, under conditions of its own. The rule has the recommendation's code, claims and text.</summary>
    /// <param name="recommendation">The recommendation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="recommendation"/> is <see langword="null"/>.</exception>
    protected RuleBuilder Recommend(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        var rule = Begin(recommendation.Code, FindingKind.Recommendation);
        rule.Definition.InLanguages.AddRange(recommendation.InLanguages);
        return rule
            .RestsOn(recommendation.Claims)
            .Advise(recommendation)
            .Says(recommendation.Text);
    }

    private RuleBuilder Begin(string code, FindingKind kind, LevelBasis? level = null)
    {
        var definition = new RuleDefinition(code, kind, level);
        definitions.Add(definition);
        return new RuleBuilder(definition);
    }
}
