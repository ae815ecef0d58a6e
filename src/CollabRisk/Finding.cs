using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>What a raised rule says about a collaboration, and on what it rests.</summary>
/// <remarks>Immutable and thread-safe. What it says is made from its evaluation when it is read; keeping a finding therefore keeps its evaluation in memory.</remarks>
public sealed class Finding
{
    private readonly RaisedCase raised;
    private readonly LevelRange levels;

    /// <summary>The raised case at the top of the matter; null where it is this one.</summary>
    private readonly RaisedCase? root;

    /// <summary>The evaluation that it is read from: that of a later assessment that has it, so that older ones can be forgotten.</summary>
    private FindingSource source;

    internal Finding(FindingSource source, RaisedCase raised, LevelRange levels, RaisedCase? root)
    {
        this.source = source;
        this.raised = raised;
        this.levels = levels;
        this.root = root;
        Place = FindingOrder.PlaceOf(this);
    }

    /// <summary>The permanent code of the rule: <c>VISION-ABSENT</c>.</summary>
    public string Code => Rule.Code;

    /// <summary>
    /// Names the finding in every assessment of the same collaboration, and is unique in each: <c>CODE</c>, or
    /// <c>CODE/subject</c> where the finding is about one.
    /// </summary>
    public string Fingerprint => field ??= source.FingerprintOf(raised);

    /// <summary>What the finding is.</summary>
    public FindingKind Kind => Rule.Kind;

    /// <summary>
    /// How grave it is, after moderators: one level, or a range while it is not known whether some of them act;
    /// <see langword="null"/> unless it is a risk or a mismatch.
    /// </summary>
    public LevelRange? Level => Rule.HasLevel ? levels : null;

    /// <summary>
    /// The highest level that findings of its chapter can reach, where moderators would take it, or could take it, above;
    /// <see langword="null"/> where the cap makes no difference.
    /// </summary>
    public Level? CappedAt => source.IsCapped(raised) ? Rule.Cap : null;

    /// <summary>Why the level before moderators is what it is; <see langword="null"/> unless it is a risk or a mismatch.</summary>
    public string? LevelReason => Case.Level?.Reason;

    /// <summary>
    /// The level before moderators that the rule's author gave, with the reason, where an override gave another;
    /// <see langword="null"/> where none did.
    /// </summary>
    public LevelBasis? OwnLevel => Case.Level == Case.OwnLevel ? null : Case.OwnLevel;

    /// <summary>
    /// What a host or other packs changed about the rule and had a part in this finding: all changes of its case, and those
    /// added moderators that move its level or may do so. Empty where nothing had.
    /// </summary>
    public IReadOnlyList<RuleOverride> Overrides => field ??= source.OverridesOf(this);

    /// <summary>How well the finding is supported: the strength of its best claim, and no better than implied where the step from the claim is derived. Never multiplied with the level.</summary>
    public Confidence Confidence => Case.Confidence;

    /// <summary>The partner, flag or pairing that the finding is about; <see langword="null"/> for the collaboration as a whole.</summary>
    public string? Subject => source.SubjectOf(this);

    /// <summary>
    /// <see cref="Subject"/> as people read it, in the language of the rule book, where the author of a case has words in it. <see cref="Subject"/> itself stays
    /// in English, so that findings, changes and plans name the same thing whoever reads them.
    /// </summary>
    public string? SubjectInWords => Case.SubjectInWords ?? Subject;

    /// <summary>What the rule is about, in a few words.</summary>
    public string Title => Rule.Title;

    /// <summary>What the finding says, as one sentence.</summary>
    public string Message => field ??= source.MessageOf(this);

    /// <summary>The facts that raised the finding, with their values, in the order of the model.</summary>
    public IReadOnlyList<FactReading> Facts => field ??= source.FactsOf(this);

    /// <summary>The claims on which the finding rests, best supported first.</summary>
    public IReadOnlyList<Claim> Claims => Case.Claims;

    /// <summary>What moved the level.</summary>
    public IReadOnlyList<Moderator> ModeratedBy => field ??= source.ActingOn(this);

    /// <summary>The codes of raised findings on which this one builds, or that lead to it in the sources' causal chains.</summary>
    public IReadOnlyList<string> BuildsOn => field ??= source.RaisedAmong(Rule.Precedents);

    /// <summary>The codes of raised findings to which this one leads in the sources' causal chains.</summary>
    public IReadOnlyList<string> LeadsTo => field ??= source.RaisedAmong(Rule.Followers);

    /// <summary>What the reader can do, the first thing to do first, without what is known to be done.</summary>
    public IReadOnlyList<Recommendation> Recommendations => field ??= FindingSource.StillToDo(Case.Recommendations, InPlace);

    /// <summary>What would be advised and is done already, so that it is to be kept up.</summary>
    public IReadOnlyList<Recommendation> InPlace => field ??= source.DoneAlready(this);

    /// <summary>What limits the finding.</summary>
    public IReadOnlyList<string> Caveats => Case.Caveats;

    /// <summary>How to read the finding.</summary>
    public IReadOnlyList<string> Notes => Rule.Notes;

    /// <summary>Where the sources disagree about it, and the other side is raised as well.</summary>
    public IReadOnlyList<Tension> Tensions => field ??= source.TensionsOf(Rule);

    /// <summary>
    /// The <see cref="Fingerprint"/> of the finding at the top of the matter, under which this one appears;
    /// <see langword="null"/> where it is a root itself. <see cref="Assessment.Groups"/> has the groups.
    /// </summary>
    public string? Root => root is { } above ? field ??= source.FingerprintOf(above) : null;

    /// <summary>The rule that was raised.</summary>
    public Rule Rule => raised.Rule;

    /// <summary><see cref="Message"/> with the language that it is in.</summary>
    internal Passage SaidMessage => source.SaidBy(this);

    /// <summary><see cref="SubjectInWords"/> with the language that it is in, which the name of a partner has not; empty for the collaboration as a whole.</summary>
    internal Passage SaidSubject => Case.Subject is null ? SubjectInWords : Rule.Said(SubjectInWords);

    /// <summary>Which case of the rule was raised.</summary>
    internal Case Case => Rule.Cases[CaseNumber];

    /// <summary>The place of the case among those of the rule.</summary>
    internal int CaseNumber => raised.Case;

    /// <summary>The row of the partner that the finding is about, or -1.</summary>
    internal int PartnerRow => EvaluationState.PartnerAt(raised.Rule, raised.Row);

    /// <summary>Whether it is the top of its matter.</summary>
    internal bool IsRoot => root is null;

    /// <summary>See <see cref="FindingOrder"/>.</summary>
    internal ulong Place { get; }

    /// <summary>Reads the finding from the evaluation of a later assessment, in which it says the same.</summary>
    internal void ReadFrom(FindingSource later) => source = later;

    /// <summary>Code and message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
