using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Editing;

/// <summary>The place of a condition.</summary>
/// <param name="index">What can be named.</param>
/// <param name="ofPartner">Whether it is asked about a partner.</param>
/// <param name="isInQuestion">Whether it is inside a question about partners already.</param>
internal sealed class ConditionSpot(PackIndex index, bool ofPartner, bool isInQuestion) : Spot
{
    public override Spot Value(YamlMap map, YamlScalar key) => key.Text switch
    {
        ConditionReader.All or ConditionReader.Any or ConditionReader.NotThis => this,
        ConditionReader.SomePartner or ConditionReader.EveryPartner => AboutPartner,
        ConditionReader.PartnersDifferIn => new PathSpot(fact => fact.IsPerPartner),
        ConditionReader.SumOverPartners => new SumSpot(index),
        ConditionReader.Raised => new RaisedSpot(),
        ConditionReader.OverallIsAtLeast => new WordsSpot(LevelKeys.Levels, "The overall level of the collaboration is at least this one."),
        ConditionReader.Unknown => new PathSpot(Fits),
        var text when ConditionReader.IsAtLeastOf(text) => this,
        var text when QuotaReader.Read(text, out _) is not null => AboutPartner,
        var path => index.FactAt(path) is { } fact ? new FactTestSpot(fact) : Unknown,
    };

    public override IEnumerable<Choice> Choices(PackIndex index) =>
    [
        .. index.Facts.Facts.Where(fact => fact.Type != FactType.List && Fits(fact)).OrderBy(fact => ofPartner && !fact.IsPerPartner)
            .Select(fact => FactChoices.Of(fact, ConditionReader.PathOf(fact)) with { IsFollowedOnLine = true }),
        .. ConditionForms.Joints.Where(joint => !isInQuestion || !AsksPartners(joint.Name))
            .Select(joint => new Choice(joint.Name, ChoiceKind.Key, "", $"{joint.About}\n\n```yaml\n{joint.Example}\n```") { IsFollowedOnLine = IsOnLine(joint.Name) }),
    ];

    public override Described? Of(string text, PackIndex index) =>
        index.FactAt(text) is { } fact ? FactChoices.Of(fact, index) : JointOf(text) is { } joint ? new($"`{text}`\n\n{joint.About}\n\n```yaml\n{joint.Example}\n```") : null;

    private ConditionSpot AboutPartner => new(index, ofPartner: true, isInQuestion: true);

    private bool Fits(Fact fact) => ofPartner || !fact.IsPerPartner;

    /// <summary>The form of a key; of those with a number or a share of the author's, the one that is listed.</summary>
    private static ConditionForm? JointOf(string text)
    {
        var name = ConditionReader.IsAtLeastOf(text) ? ConditionForms.AtLeastSomeOf
            : text is ConditionReader.SomePartner or ConditionReader.EveryPartner or QuotaReader.Most || QuotaReader.Read(text, out _) is not { } quota ? text
            : text.EndsWith("of the partners", StringComparison.Ordinal) ? ConditionForms.AtLeastShare : ConditionForms.AtLeastSomePartners;
        return ConditionForms.Joints.FirstOrDefault(joint => joint.Name == name);
    }

    private static bool AsksPartners(string joint) => joint is ConditionReader.SomePartner or ConditionReader.EveryPartner or ConditionForms.AtLeastSomePartners
        or QuotaReader.Most or ConditionForms.AtLeastShare or ConditionReader.SumOverPartners or ConditionReader.PartnersDifferIn;

    private static bool IsOnLine(string joint) => joint is ConditionReader.Raised or ConditionReader.OverallIsAtLeast or ConditionReader.Unknown or ConditionReader.PartnersDifferIn;
}

/// <summary>The place of a sum over the partners.</summary>
internal sealed class SumSpot(PackIndex index) : Spot
{
    private static bool IsSummed(Fact fact) => fact is { IsPerPartner: true, Type: FactType.Number or FactType.WholeNumber };

    public override Spot Value(YamlMap map, YamlScalar key) => index.FactAt(key.Text) is { } fact ? new FactTestSpot(fact) : Unknown;

    public override IEnumerable<Choice> Choices(PackIndex index) => new PathSpot(IsSummed).Choices(index).Select(choice => choice with { IsFollowedOnLine = true });

    public override Described? Of(string text, PackIndex index) => FactChoices.Of(index.FactAt(text), index);
}

/// <summary>The place of a rule that must be raised, with or without a level.</summary>
internal sealed class RaisedSpot : Spot
{
    private static readonly NameSpot Code = new(Named.Rule);

    public override Spot Key(YamlMap map, YamlScalar key) => new WordsSpot([ConditionReader.RuleOfRaised, FactTestReader.AtLeast], "The rule, and the level at which it must be raised.");

    public override Spot Value(YamlMap map, YamlScalar key) => key.Text switch
    {
        ConditionReader.RuleOfRaised => Code,
        FactTestReader.AtLeast => new WordsSpot(LevelKeys.Levels, "The rule is raised at this level or above it."),
        _ => Unknown,
    };

    public override IEnumerable<Choice> Choices(PackIndex index) => Code.Choices(index);

    public override Described? Of(string text, PackIndex index) => Code.Of(text, index);
}

/// <summary>The place of what a rule is asked of: each partner, or some yes/no facts.</summary>
internal sealed class EachSpot(PackIndex index) : Spot
{
    private static bool IsFlag(Fact fact) => fact is { Type: FactType.YesNo, IsPerPartner: false };

    public override Spot Key(YamlMap map, YamlScalar key) => new WordsSpot([RuleReader.FlagsOf, RuleReader.SomeFacts, RuleReader.Is], RuleKeys.ForEach.About);

    public override Spot Value(YamlMap map, YamlScalar key) => key.Text switch
    {
        RuleReader.FlagsOf => new WordsSpot(
            [.. index.Facts.Facts.Where(fact => IsFlag(fact) && fact.Path.Contains('.', StringComparison.Ordinal)).Select(fact => fact.Path[..fact.Path.LastIndexOf('.')]).Distinct(StringComparer.Ordinal)],
            "A group of yes/no facts."),
        RuleReader.SomeFacts => new PathSpot(IsFlag),
        RuleReader.Is => new WordsSpot(["yes", "no"], "What each of the facts is."),
        _ => Unknown,
    };

    public override IEnumerable<Choice> Choices(PackIndex index) => [new(RuleReader.Partner, ChoiceKind.Word, "the rule is asked of each partner")];

    public override Described? Of(string text, PackIndex index) => new(RuleKeys.ForEach.About);
}
