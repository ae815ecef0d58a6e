using System.Collections.ObjectModel;
using System.Text.Json;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>One question about a collaboration, with its permanent code and the claims it rests on.</summary>
/// <remarks>Immutable and thread-safe. Rules are written in chapters and collected in a <see cref="RuleBook"/>.</remarks>
public sealed partial class Rule
{
    internal Rule()
    {
    }

    /// <summary>The permanent code, unique in a rule book: <c>VISION-ABSENT</c>.</summary>
    public required string Code
    {
        get;
        init => (field, EncodedCode) = (value, JsonEncodedText.Encode(value));
    }

    /// <summary>What a finding of this rule is.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>What the rule is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The level before moderators, with the reason; <see langword="null"/> unless the rule is a risk or a mismatch.</summary>
    public required LevelBasis? Level { get; init; }

    /// <summary>The highest level a finding of the rule can reach.</summary>
    public required Level Cap { get; init; }

    /// <summary>The heading under which the rule is.</summary>
    public required string Chapter { get; init; }

    /// <summary>The area of the factor in the borrowed typology.</summary>
    public required Area Area { get; init; }

    /// <summary>The level at which the two-case paper places the factor.</summary>
    public required Tier Tier { get; init; }

    /// <summary>The pack that owns the rule.</summary>
    public required string PackId { get; init; }

    /// <summary>Whether the rule is asked of each partner.</summary>
    public required bool IsPerPartner { get; init; }

    /// <summary>What moves the level by a step.</summary>
    public required IReadOnlyList<Moderator> Moderators { get; init; }

    /// <summary>All claims on which the rule rests, best supported first.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>
    /// What the reader of a finding can do: what helps in every case, then what helps in some, which <see cref="CaseInWords.OwnRecommendations"/>
    /// of <see cref="CasesInWords"/> tells. A finding has that of its case.
    /// </summary>
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }

    /// <summary>What limits a finding of this rule.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    /// <summary>Notes that appear with a finding of this rule and say how to read it.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The rules to which the sources' causal chains lead from this one.</summary>
    public required IReadOnlyList<string> LeadsTo { get; init; }

    /// <summary>
    /// The rules whose matter this one is about too: a finding appears under that of the first of them that is raised.
    /// Empty where a finding is always a root.
    /// </summary>
    public required IReadOnlyList<string> Under { get; init; }

    /// <summary>The rules whose outcome the rule's conditions read.</summary>
    public required IReadOnlyList<string> BuildsOn { get; init; }

    /// <summary>The facts that the rule reads, in the order of the model.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>The level that the rule has without overrides; <see cref="Level"/> where no override changes the whole rule's.</summary>
    public LevelBasis? OwnLevel { get; internal init; }

    /// <summary>What a host or other packs changed about the rule, the changes of the whole rule first; empty if nothing.</summary>
    public IReadOnlyList<RuleOverride> Overrides { get; internal init; } = [];

    /// <summary>How settled the rule is.</summary>
    public RuleStatus Status { get; internal init; }

    /// <summary>What users of a rule that is not stable should know: of a deprecated rule, what to use instead; otherwise <see langword="null"/>.</summary>
    public string? StatusNote { get; internal init; }

    /// <summary>The guard as text in the canonical form, or <see langword="null"/> where the rule applies to all.</summary>
    public string? Guard => AppliesWhen is null ? null : AppliesWhen.ToString();

    /// <summary>The cases of the rule as text, each with its own condition, message, level, claims and caveats; one without a subject for most rules.</summary>
    public IReadOnlyList<CaseInWords> CasesInWords => field ??= [.. Cases.Select(each => new CaseInWords(this, each))];

    /// <summary>The condition as text in the canonical form; the cases of a rule are listed after each other.</summary>
    public string Condition => string.Join("; ", Cases.Select(v => v.Subject is null ? v.When.ToString() : $"{v.Subject}: {v.When}"));

    internal Condition? AppliesWhen { get; init; }

    /// <summary>What the texts of the rule are in other languages, as the author wrote them.</summary>
    internal IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];

    /// <summary>The language in which the rule is told, as far as there are words in it; null for English.</summary>
    internal string? Language { get; init; }

    /// <summary>What the heading is in other languages.</summary>
    internal IReadOnlyList<TextInLanguage> ChapterInLanguages { get; init; } = [];

    /// <summary>What the notes are in other languages.</summary>
    internal IReadOnlyList<TextInLanguage> NotesInLanguages { get; init; } = [];

    internal Case[] Cases
    {
        get;
        init
        {
            field = value;
            IsSwitchedOff = value.All(@case => @case.IsSwitchedOff);
        }
    } = [];

    /// <summary>When a recommendation is done, by code; those of which no fact says so are not among them.</summary>
    internal IReadOnlyDictionary<string, Condition> DoneWhen { get; init; } = ReadOnlyDictionary<string, Condition>.Empty;

    /// <summary>By the number of a case, those of its recommendations of which facts say that they are done, in their order, each with when.</summary>
    internal (Recommendation Step, Condition DoneWhen)[][] StepsWithEnd => field ??=
        [.. Cases.Select(@case => @case.Recommendations.Where(step => DoneWhen.ContainsKey(step.Code)).Select(step => (step, DoneWhen[step.Code])).ToArray())];

    /// <summary>By the number of a case, the name of its finding, to which a partner's is added where the rule is asked of each.</summary>
    internal string[] Fingerprints => field ??= [.. Cases.Select(@case => @case.Subject is { } subject ? $"{Code}/{subject}" : Code)];

    /// <summary>By the number of a case, what its finding says whatever the facts; null where it shows facts or the name of a partner, so that it has to be filled in.</summary>
    internal string?[] FixedMessages => field ??=
        [.. Cases.Select(@case => @case.Says.Facts.Count > 0 || (IsPerPartner && @case.Subject is null) ? null : @case.Says.Fill(@case.SubjectInWords))];

    /// <summary>By the number of a case, the sources of its claims, each once.</summary>
    internal Source[][] SourcesOfCases => field ??= [.. Cases.Select(@case => @case.Claims.Select(claim => claim.Source).Distinct().ToArray())];

    /// <summary>Every condition of the rule: its guards, those of its cases, its cases, its moderators.</summary>
    internal IEnumerable<Condition> Conditions =>
        Cases.SelectMany(@case => (Condition?[])[@case.AppliesWhen, @case.When])
            .Concat(Moderators.Select(moderator => moderator.When)).Append(AppliesWhen).OfType<Condition>();

    /// <summary>The conditions of a part of a case.</summary>
    internal IEnumerable<Condition> ConditionsOf(int number, CasePart part) => (part switch
    {
        CasePart.Guards => [AppliesWhen, Cases[number].AppliesWhen],
        CasePart.When => [Cases[number].When],
        _ => Cases[number].Moderators.Select(moderator => (Condition?)moderator.When),
    }).OfType<Condition>();

    /// <summary>Whether a condition of the rule asks for the overall range, so that the rule comes after those that make it up.</summary>
    internal bool AsksForOverall { get; init; }

    /// <summary>The code as JSON writes it: letters, digits and hyphens, which no encoder escapes.</summary>
    internal JsonEncodedText EncodedCode { get; private init; }

    /// <summary>Where the rule is in the order of evaluation.</summary>
    internal int Index { get; set; }

    /// <summary>The rules on which this one builds or that lead to it, by code.</summary>
    internal Rule[] Precedents { get; set; } = [];

    /// <summary>The rules of <see cref="LeadsTo"/> that the book has, by code.</summary>
    internal Rule[] Followers { get; set; } = [];

    /// <summary>The tensions of the sources of which the rule is on a side.</summary>
    internal Tension[] Tensions { get; set; } = [];

    /// <summary>The rules of <see cref="Under"/>, in its order.</summary>
    internal Rule[] Roots { get; set; } = [];

    /// <summary>
    /// Of a strength, how grave the gravest risk or mismatch is that reads one of its facts, before moderators: what a strength is
    /// about counts as much when it is good as when it is bad. None for other kinds.
    /// </summary>
    internal Level Answers { get; set; }

    /// <summary>Where the rule is in the book: pack by pack, chapter by chapter, as its author put it.</summary>
    internal int Position { get; init; }

    /// <summary>How many cases come before those of the rule, in the order of the book.</summary>
    internal int FirstCase { get; set; }

    /// <summary>By the number of a case, what <see cref="FindingOrder"/> knows of the place of its findings whatever the facts; null until it was asked.</summary>
    internal ulong[]? Places { get; set; }

    /// <summary>Whether a recommendation is given in every case of the rule; others belong to a case.</summary>
    internal bool IsAdvisedAlways(Recommendation step) => Cases.All(@case => @case.Recommendations.Contains(step));

    /// <summary>Whether findings of the rule count in the overall range.</summary>
    internal bool HasLevel => Kind.HasLevel();

    /// <summary>Whether all cases are switched off, by one override or several.</summary>
    internal bool IsSwitchedOff { get; private init; }

    /// <summary>The caveat that says that the rule is not stable; null where it is.</summary>
    internal string? StatusCaveat => RuleStatusWords.Caveat(Status, StatusNote);

    /// <summary>The highest level that the rule could reach in cases that count, whatever the facts; None where no case counts.</summary>
    internal Level Highest => Cases.Where(@case => !@case.IsSwitchedOff).Select(@case => @case.Highest(Cap)).DefaultIfEmpty(CollabRisk.Level.None).Max();

    /// <summary>Where the rule was written; <see langword="null"/> where it was not read from a text.</summary>
    public TextPlace? Place { get; internal init; }

    /// <summary>A text that the rule says itself with the language that it is in: its title, heading, reasons, subjects, caveats, notes, messages.</summary>
    internal Passage Said(string? text) => Language is null || text is null ? text
        : text == StatusCaveat ? RuleStatusWords.Said(Status, Said(StatusNote))
        : InLanguages.Concat(ChapterInLanguages).Concat(NotesInLanguages).Concat(Overrides.SelectMany(change => change.InLanguages)).Said(text, Language);

    /// <summary><see cref="Title"/> with the language that it is in.</summary>
    internal Passage SaidTitle => Said(Title);

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>A part of a case that has conditions.</summary>
internal enum CasePart
{
    /// <summary>The guard of the rule and that of the case.</summary>
    Guards,
    When,
    Moderators,
}

/// <summary>
/// One case of a rule. Most rules have one, without a subject; a rule over the flags of a group or over pairings has one
/// for each, named by its subject, and each may rest on claims of its own.
/// </summary>
internal sealed record Case(
    string? Subject, Condition? AppliesWhen, Condition When, MessageTemplate Says, LevelBasis? Level, IReadOnlyList<Claim> Claims, IReadOnlyList<string> Caveats)
{
    /// <summary>What the case is about, in the language of the book; the subject itself where its author has no words in it. Findings are told apart by the subject.</summary>
    public string? SubjectInWords { get => field ?? Subject; init; }

    /// <summary>The level that the case has without overrides.</summary>
    public LevelBasis? OwnLevel { get; init; }

    /// <summary>What helps with the case: the rule's advice for every case, then that of this one alone.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>The moderators of the rule that move the level of this case.</summary>
    public Moderator[] Moderators { get; init; } = [];

    /// <summary>What was changed about the case, but for moderators, which name their overrides themselves.</summary>
    public IReadOnlyList<RuleOverride> Overrides
    {
        get;
        init
        {
            field = value;
            SwitchedOff = value.FirstOrDefault(change => change.Kind == OverrideKind.SwitchOff);
        }
    } = [];

    /// <summary>The override that switches the case off, alone or with the whole rule; null where it counts.</summary>
    public RuleOverride? SwitchedOff { get; private init; }

    public bool IsSwitchedOff => SwitchedOff is not null;

    /// <summary>The highest level that findings of the case can reach.</summary>
    public Level Highest(Level cap)
    {
        if (Level is null)
        {
            return CollabRisk.Level.None;
        }

        var highest = new ModeratedLevel(Level.Level);
        foreach (var moderator in Moderators)
        {
            highest.Move(Truth.Unknown, moderator.Direction);
        }

        return highest.Within(cap).AtMost;
    }

    /// <summary>The strength of the best claim, but no better than what the level rests on.</summary>
    public Confidence Confidence { get; } =
        (Confidence)Math.Max((int)Claims[0].Strength, (int)(Level?.BestConfidence ?? Confidence.NamedCase));
}
