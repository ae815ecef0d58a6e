using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Editing;

/// <summary>Facts as they are offered and described, wherever a path can be.</summary>
internal static class FactChoices
{
    public static Choice Of(Fact fact, string path) => new(path, ChoiceKind.Fact, fact.Meaning, InMarkdown.Of(fact));

    public static Described? Of(Fact? fact, PackIndex index) => fact is null ? null : new(InMarkdown.Of(fact), index.PlaceOf(fact));

    /// <summary>The words that a fact takes.</summary>
    public static IEnumerable<Choice> WordsOf(Fact fact) => fact.Type == FactType.YesNo ? Of(["yes", "no"])
        : Of(fact.AllowedWords.Take(fact.OwnWordCount)).Concat(fact.AddedWords.Select(word => new Choice(word.Word, ChoiceKind.Word, word.Meaning, InMarkdown.Of(word))));

    /// <summary>What a word of a fact means: an added one has a meaning of its own, and of others that of the fact is told.</summary>
    public static Described? OfWord(string text, Fact fact, PackIndex index) =>
        fact.AddedWords.FirstOrDefault(word => word.Word == text) is { } added ? new(InMarkdown.Of(added), added.Place) : Of(fact, index);

    private static IEnumerable<Choice> Of(IEnumerable<string> words) => words.Select(word => new Choice(word, ChoiceKind.Word, ""));
}

/// <summary>The place of the path of a fact.</summary>
internal sealed class PathSpot(Func<Fact, bool> isRight) : Spot
{
    public override IEnumerable<Choice> Choices(PackIndex index) => index.Facts.Facts.Where(isRight).Select(fact => FactChoices.Of(fact, ConditionReader.PathOf(fact)));

    public override Described? Of(string text, PackIndex index) => FactChoices.Of(index.FactAt(text), index);
}

/// <summary>The place of a message: in its braces are facts, whose values stand there then, and the subject.</summary>
internal sealed class MessageSpot(bool ofPartner, bool hasSubject) : Spot
{
    public override IEnumerable<Choice> Choices(PackIndex index) =>
        (hasSubject ? new[] { new Choice(MessageTemplate.Subject, ChoiceKind.Word, "what the finding is about") } : [])
            .Concat(index.Facts.Facts.Where(fact => ofPartner || !fact.IsPerPartner).Select(fact => FactChoices.Of(fact, ConditionReader.PathOf(fact)) with { IsFollowedOnLine = null }));

    public override Described? Of(string text, PackIndex index) => text == MessageTemplate.Subject && hasSubject ? new($"`{text}`\n\nWhat the finding is about.")
        : FactChoices.Of(index.FactAt(text), index);
}

/// <summary>The place of what a fact is compared with.</summary>
internal sealed class FactTestSpot(Fact fact) : Spot
{
    public override Spot Key(YamlMap map, YamlScalar key) => new ComparisonSpot(fact);

    public override Spot Value(YamlMap map, YamlScalar key) => key.Text switch
    {
        FactTestReader.Within when fact.Type == FactType.Date => new PeriodSpot(isRun: true),
        DayTestReader.OlderThan => new PeriodSpot(isRun: false),
        _ => new OperandSpot(fact),
    };

    public override IEnumerable<Choice> Choices(PackIndex index) => fact.Type switch
    {
        FactType.Text => [new(FactTestReader.Given, ChoiceKind.Word, "it is there and not blank"), new(FactTestReader.Blank, ChoiceKind.Word, "it is there, and blank")],
        FactType.Words => [],
        _ => FactChoices.WordsOf(fact),
    };

    public override Described? Of(string text, PackIndex index) => FactChoices.OfWord(text, fact, index);
}

/// <summary>The place of a comparison of a fact: <c>below</c>, <c>has any</c>.</summary>
internal sealed class ComparisonSpot(Fact fact) : Spot
{
    private IEnumerable<string> Names => fact.Type switch
    {
        FactType.Words => [FactTestReader.Has, FactTestReader.HasAny, FactTestReader.IsExactly, FactTestReader.Within],
        FactType.Date => [.. DayTestReader.Comparisons.Keys, DayTestReader.OlderThan, DayTestReader.Within],
        FactType.Word when !fact.IsOrdered => [FactTestReader.Is, FactTestReader.NotThis],
        FactType.YesNo or FactType.Text or FactType.List => [],
        _ => FactTestReader.Comparisons.Keys,
    };

    public override IEnumerable<Choice> Choices(PackIndex index) =>
        Names.Select(name => new Choice(name, ChoiceKind.Key, ConditionForms.Comparisons[name]) { IsFollowedOnLine = true });

    public override Described? Of(string text, PackIndex index) => ConditionForms.Comparisons.TryGetValue(text, out var about) ? new($"`{text}`\n\n{about}") : null;
}

/// <summary>The place of what comes after a comparison: words, or another fact.</summary>
internal sealed class OperandSpot(Fact fact) : Spot
{
    public override Spot Key(YamlMap map, YamlScalar key) => new WordsSpot([FactTestReader.OtherFact, .. fact.Type == FactType.Date ? [DayTestReader.Plus, DayTestReader.Minus] : Array.Empty<string>()], "Another fact, and for days the time by which it is moved.");

    public override Spot Value(YamlMap map, YamlScalar key) => key.Text == FactTestReader.OtherFact ? new PathSpot(IsAlike) : new PeriodSpot(isRun: false);

    public override IEnumerable<Choice> Choices(PackIndex index) => [
        .. fact.Type == FactType.Date ? [new Choice(DayTestReader.AsOf, ChoiceKind.Fact, "the day that the facts describe")] : Array.Empty<Choice>(),
        .. FactChoices.WordsOf(fact)];

    public override Described? Of(string text, PackIndex index) => FactChoices.OfWord(text, fact, index);

    private bool IsAlike(Fact other) => fact.Type switch
    {
        FactType.Number or FactType.WholeNumber => other.Type is FactType.Number or FactType.WholeNumber,
        FactType.Words => other.Type == FactType.Words && other.AllowedWords.SequenceEqual(fact.AllowedWords),
        _ => other.Type == fact.Type,
    };
}

/// <summary>The place of a time.</summary>
internal sealed class PeriodSpot(bool isRun) : Spot
{
    private static readonly string[] Runs = ["the last 12 months", "the next 6 months"];
    private static readonly string[] Times = ["2 years", "6 months", "30 days"];

    public override IEnumerable<Choice> Choices(PackIndex index) =>
        (isRun ? Runs : Times).Select(time => new Choice(time, ChoiceKind.Word, "a time; the number is yours"));
}
