using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Editing;

/// <summary>The place of something that has the keys of a shape.</summary>
/// <param name="shape">The shape.</param>
/// <param name="ofPartner">Whether conditions in it are asked about a partner.</param>
/// <param name="index">What can be named.</param>
/// <param name="rule">The rule in which it is; null elsewhere.</param>
internal sealed class ShapeSpot(Shape shape, bool ofPartner, PackIndex index, YamlMap? rule = null) : Spot
{
    public override Spot Key(YamlMap map, YamlScalar key) => new KeySpot(shape, map);

    public override Spot Value(YamlMap map, YamlScalar key) =>
        shape.Keys.FirstOrDefault(known => known.Name == key.Text) is { } named ? Of(named, map) : Unknown;

    public override IEnumerable<Choice> Choices(PackIndex index) => new KeySpot(shape, map: null).Choices(index);

    private Spot Of(Key key, YamlMap map)
    {
        var asksPartner = ofPartner || AsksPartner(map);
        var inRule = shape == RuleKeys.Shape ? map : rule;
        return key switch
        {
            MapKey { Shape: var below } => new ShapeSpot(below, asksPartner, index, inRule),
            MapsKey { Shape: var below } => new EntriesSpot(below, asksPartner, index, inRule),
            WordKey words => new WordsSpot(ConditionForms.WordsOf(words), key.About),
            YesNoKey => new WordsSpot(["yes", "no"], key.About),
            ConditionKey => new ConditionSpot(index, asksPartner || key == AdviceKeys.DoneForPartnerWhen, isInQuestion: false),
            EachKey => new EachSpot(index),
            FactsKey => new KnownFactsSpot(index, ofPartner: false),
            OutcomesKey => new OutcomesSpot(index),
            RowsKey => new RowsSpot(map, index),
            _ when key == TestKeys.Asks || key == WordingKeys.Fact => new PathSpot(fact => !fact.IsDerived),
            _ when key == AddedWordKeys.Fact => new PathSpot(fact => fact.TakesMoreWords),
            _ when key == AddedWordKeys.CountsAs => index.FactAt((map.Find(AddedWordKeys.Fact.Name) as YamlScalar)?.Text ?? "") is { TakesMoreWords: true } open
                ? new WordsSpot([.. open.AllowedWords.Take(open.OwnWordCount)], key.About) : Unknown,
            _ when key == TableTestKeys.Columns => new ColumnsSpot(index),
            TextKey { HasPlaces: true } when inRule is not null || shape == CaseChangeKeys.Shape => new MessageSpot(asksPartner, hasSubject: inRule is null || HasSubject(inRule)),
            { Names: { } named } => new NameSpot(named),
            { Defines: { } defined } => new DefinitionSpot(defined, map),
            _ => Unknown,
        };
    }

    /// <summary>Whether findings of a rule are about something: a partner, a fact, or the subject of a case.</summary>
    private static bool HasSubject(YamlMap rule) => rule.Find(RuleKeys.ForEach.Name) is not null || rule.Find(RuleKeys.Cases.Name) is not null;

    /// <summary>Whether what is below asks about a partner: a rule asked of each, or a change of one.</summary>
    private bool AsksPartner(YamlMap map) =>
        shape == RuleKeys.Shape ? map.Find(RuleKeys.ForEach.Name) is YamlScalar { Text: RuleReader.Partner }
        : shape == OverrideKeys.Shape && map.Find(OverrideKeys.Rule.Name) is YamlScalar { Text: var code } && index.Rule(code) is { IsPerPartner: true };
}

/// <summary>The place of a list of entries that have the keys of a shape.</summary>
internal sealed class EntriesSpot(Shape shape, bool ofPartner, PackIndex index, YamlMap? rule = null) : Spot
{
    public override Spot Item(int at) => new ShapeSpot(shape, ofPartner, index, rule);

    public override IEnumerable<Choice> Choices(PackIndex index) =>
        shape.Keys.Take(1).Select(key => new Choice($"- {key.Name}", ChoiceKind.Key, shape.Name, shape.About) { IsFollowedOnLine = true });
}

/// <summary>The place of a key of a shape.</summary>
internal sealed class KeySpot(Shape shape, YamlMap? map) : Spot
{
    public override IEnumerable<Choice> Choices(PackIndex index) =>
        from key in shape.Keys
        where map?.Find(key.Name) is null
        orderby !key.IsRequired
        select new Choice(key.Name, ChoiceKind.Key, key.IsRequired ? "needed" : "", key.About) { IsFollowedOnLine = key is not (MapKey or MapsKey or ConditionKey or EachKey or FactsKey or RowsKey) };

    public override Described? Of(string text, PackIndex index) =>
        shape.Keys.FirstOrDefault(key => key.Name == text) is { } key ? new($"`{key.Name}` of {shape.Name}\n\n{key.About}") : null;
}

/// <summary>The place of one of some words.</summary>
internal sealed class WordsSpot(IReadOnlyList<string> words, string about) : Spot
{
    public override IEnumerable<Choice> Choices(PackIndex index) => words.Select(word => new Choice(word, ChoiceKind.Word, ""));

    public override Described? Of(string text, PackIndex index) => new($"{about}\n\nOne of: {string.Join(", ", words)}.");
}
