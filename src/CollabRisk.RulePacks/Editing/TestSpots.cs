using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Editing;

/// <summary>The place of what is known in a test: of the collaboration, or of one of its partners.</summary>
internal sealed class KnownFactsSpot(PackIndex index, bool ofPartner) : Spot
{
    private const string Partners = "partners";
    private const string Name = "name";

    public override Spot Value(YamlMap map, YamlScalar key) =>
        !ofPartner && key.Text == Partners ? new KnownFactsSpot(index, ofPartner: true)
        : FactAt(key.Text, index) is { } fact ? new KnownValueSpot(fact) : Unknown;

    public override IEnumerable<Choice> Choices(PackIndex index) =>
        from fact in index.Facts.Facts
        where fact.IsPerPartner == ofPartner && !fact.IsDerived && (fact.Type != FactType.List || fact.Path == Partners)
        let path = ofPartner ? fact.Path["partners[].".Length..] : fact.Path
        orderby path != Name
        select FactChoices.Of(fact, path) with { IsFollowedOnLine = path != Partners };

    public override Described? Of(string text, PackIndex index) => FactChoices.Of(FactAt(text, index), index);

    private Fact? FactAt(string path, PackIndex index) => ofPartner ? index.FactOfPartner(path) : index.Facts.Find(path);
}

/// <summary>The place of the value of a fact in a test.</summary>
internal sealed class KnownValueSpot(Fact fact) : Spot
{
    public override IEnumerable<Choice> Choices(PackIndex index) =>
        FactChoices.WordsOf(fact).Concat(new[] { ConditionReader.Unknown }.Concat(fact.MayNotApply ? [DoesNotApply.Word] : []).Select(word => new Choice(word, ChoiceKind.Word, "")));

    public override Described? Of(string text, PackIndex index) => FactChoices.OfWord(text, fact, index);
}

/// <summary>The place of what a test expects of rules.</summary>
internal sealed class OutcomesSpot(PackIndex index) : Spot
{
    private static readonly NameSpot Code = new(Named.Rule);

    // While a code is typed it looks like a key.
    public override Spot Key(YamlMap map, YamlScalar key) => map.Entries.Count == 1 ? new OutcomeStart() : new KeySpot(TestReader.Outcome, map);

    public override Spot Value(YamlMap map, YamlScalar key) => new ShapeSpot(TestReader.Outcome, ofPartner: false, index).Value(map, key);

    public override IEnumerable<Choice> Choices(PackIndex index) => Code.Choices(index);

    public override Described? Of(string text, PackIndex index) => Code.Of(text, index);

    private sealed class OutcomeStart : Spot
    {
        public override IEnumerable<Choice> Choices(PackIndex index) => [.. Code.Choices(index), .. new KeySpot(TestReader.Outcome, map: null).Choices(index).Take(1)];

        public override Described? Of(string text, PackIndex index) => new KeySpot(TestReader.Outcome, map: null).Of(text, index) ?? Code.Of(text, index);
    }
}

/// <summary>The place of the columns of a table: facts, then rules and what else a test expects.</summary>
internal sealed class ColumnsSpot(PackIndex index) : Spot
{
    public override IEnumerable<Choice> Choices(PackIndex _) =>
        [
            .. new NameSpot(Named.Rule).Choices(index),
            .. TestTableReader.OtherColumns.Select(key => new Choice(key.Name, ChoiceKind.Key, "", key.About)),
            .. new KnownFactsSpot(index, ofPartner: false).Choices(index).Select(choice => choice with { IsFollowedOnLine = null }),
        ];

    public override Described? Of(string text, PackIndex _) =>
        TestTableReader.IsRule(text) ? NameSpot.Of(Named.Rule, text, index)
        : TestTableReader.OtherColumns.FirstOrDefault(key => key.Name == text) is { } other ? new($"`{other.Name}`\n\n{other.About}")
        : FactChoices.Of(index.Facts.Find(text), index);
}

/// <summary>The place of the rows of a table: each cell is what its column says.</summary>
internal sealed class RowsSpot(YamlMap table, PackIndex index) : Spot
{
    public override Spot Item(int at) => new RowSpot(table.Find(TableTestKeys.Columns.Name) is YamlList list ? [.. list.Items] : [], index);

    private sealed class RowSpot(IReadOnlyList<YamlNode> columns, PackIndex index) : Spot
    {
        public override Spot Item(int at) => at >= columns.Count || columns[at] is not YamlScalar { Text: var column } ? Unknown
            : TestTableReader.IsRule(column) ? new CellSpot(TestTableReader.Cells, $"What {column} comes to.", TestReader.Cell, index)
            : column == TestKeys.Overall.Name ? new CellSpot(TestTableReader.OverallCells, "The overall range, where both ends are the same.", RangeKeys.Shape, index)
            : column == TestKeys.Asks.Name ? new PathSpot(fact => !fact.IsDerived)
            : column == "partners" ? new KnownFactsSpot(index, ofPartner: true)
            : index.Facts.Find(column) is { } fact ? new KnownValueSpot(fact) : Unknown;
    }

    /// <summary>The place of a cell that has one word, or in curly brackets the keys of a shape.</summary>
    private sealed class CellSpot(IReadOnlyList<string> words, string about, Shape shape, PackIndex index) : Spot
    {
        private readonly WordsSpot word = new(words, about);

        public override Spot Key(YamlMap map, YamlScalar key) => new KeySpot(shape, map);

        public override Spot Value(YamlMap map, YamlScalar key) => new ShapeSpot(shape, ofPartner: false, index).Value(map, key);

        public override IEnumerable<Choice> Choices(PackIndex _) => word.Choices(index);

        public override Described? Of(string text, PackIndex _) => word.Of(text, index);
    }
}
