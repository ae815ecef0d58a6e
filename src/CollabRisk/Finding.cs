using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>What a raised rule says about a collaboration, and on what it rests.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Finding
{
    internal Finding(Rule rule, int number, int partnerRow)
    {
        Rule = rule;
        CaseNumber = number;
        PartnerRow = partnerRow;
    }

    /// <summary>The permanent code of the rule: <c>VISION-ABSENT</c>.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// Names the finding in every assessment of the same collaboration, and is unique in each: <c>CODE</c>, or
    /// <c>CODE/subject</c> where the finding is about one.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>What the finding is.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>
    /// How grave it is, after moderators: one level, or a range while it is not known whether some of them act;
    /// <see langword="null"/> unless it is a risk or a mismatch.
    /// </summary>
    public required LevelRange? Level { get; init; }

    /// <summary>
    /// The highest level that findings of its chapter can reach, where moderators would take it, or could take it, above;
    /// <see langword="null"/> where the cap makes no difference.
    /// </summary>
    public required Level? CappedAt { get; init; }

    /// <summary>Why the level before moderators is what it is; <see langword="null"/> unless it is a risk or a mismatch.</summary>
    public required string? LevelReason { get; init; }

    /// <summary>
    /// The level before moderators that the rule's author gave, with the reason, where an override gave another;
    /// <see langword="null"/> where none did.
    /// </summary>
    public LevelBasis? OwnLevel => Case.Level == Case.OwnLevel ? null : Case.OwnLevel;

    /// <summary>
    /// What a host or other packs changed about the rule and had a part in this finding: all changes of its case, and those
    /// added moderators that move its level or may do so. Empty where nothing had.
    /// </summary>
    public required IReadOnlyList<RuleOverride> Overrides { get; init; }

    /// <summary>How well the finding is supported: the strength of its best claim, and no better than implied where the step from the claim is derived. Never multiplied with the level.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>The partner, flag or pairing that the finding is about; <see langword="null"/> for the collaboration as a whole.</summary>
    public required string? Subject { get; init; }

    /// <summary>
    /// <see cref="Subject"/> as people read it, in the language of the rule book, where the author of a case has words in it. <see cref="Subject"/> itself stays
    /// in English, so that findings, changes and plans name the same thing whoever reads them.
    /// </summary>
    public string? SubjectInWords => Case.SubjectInWords ?? Subject;

    /// <summary>What the rule is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What the finding says, as one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The facts that raised the finding, with their values, in the order of the model.</summary>
    public required IReadOnlyList<FactReading> Facts { get; init; }

    /// <summary>The claims on which the finding rests, best supported first.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>What moved the level.</summary>
    public required IReadOnlyList<Moderator> ModeratedBy { get; init; }

    /// <summary>The codes of raised findings on which this one builds, or that lead to it in the sources' causal chains.</summary>
    public required IReadOnlyList<string> BuildsOn { get; init; }

    /// <summary>The codes of raised findings to which this one leads in the sources' causal chains.</summary>
    public required IReadOnlyList<string> LeadsTo { get; init; }

    /// <summary>What the reader can do, the first thing to do first, without what is known to be done.</summary>
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }

    /// <summary>What would be advised and is done already, so that it is to be kept up.</summary>
    public required IReadOnlyList<Recommendation> InPlace { get; init; }

    /// <summary>What limits the finding.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    /// <summary>How to read the finding.</summary>
    public IReadOnlyList<string> Notes => Rule.Notes;

    /// <summary>Where the sources disagree about it, and the other side is raised as well.</summary>
    public required IReadOnlyList<Tension> Tensions { get; init; }

    /// <summary>
    /// The <see cref="Fingerprint"/> of the finding at the top of the matter, under which this one appears;
    /// <see langword="null"/> where it is a root itself. <see cref="Assessment.Groups"/> has the groups.
    /// </summary>
    public required string? Root { get; init; }

    /// <summary>The rule that was raised.</summary>
    public Rule Rule { get; }

    /// <summary>Which case of the rule was raised.</summary>
    internal Case Case => Rule.Cases[CaseNumber];

    /// <summary>The place of the case among those of the rule.</summary>
    internal int CaseNumber { get; }

    /// <summary>The row of the partner that the finding is about, or -1.</summary>
    internal int PartnerRow { get; }

    /// <summary>Code and message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
