using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.Tests.Rules;

/// <summary>Writes the file that <see cref="RuleBookReader"/> reads, part by part in the same order.</summary>
internal sealed class RuleBookWriter : IDisposable
{
    private readonly RuleBook book;
    private readonly MemoryStream stream = new();
    private readonly BinaryWriter to;
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<Fact, int> facts = [];
    private readonly Dictionary<LevelBasis, int> levels = [];
    private readonly Dictionary<Recommendation, int> advice = [];
    private readonly Dictionary<string, int> claims = new(StringComparer.Ordinal);

    private RuleBookWriter(RuleBook book)
    {
        this.book = book;
        to = new BinaryWriter(stream);
    }

    /// <summary>The file of a pack's rule book.</summary>
    public static byte[] Of(RulePack pack)
    {
        // Only what the file holds is numbered, so that it is written twice: the first time says what it holds.
        using var file = new RuleBookWriter(RuleBook.Build([pack.With(prebuilt: null)]));
        file.Rules();
        file.Tables();
        file.stream.SetLength(0);
        file.Many(file.texts.Keys, file.to.Write);
        file.Tables();
        file.Rules();
        return file.stream.ToArray();
    }

    public void Dispose()
    {
        to.Dispose();
        stream.Dispose();
    }

    private void Tables()
    {
        Many(facts.Keys, fact => Text(fact.Path));
        Many(claims.Keys, Text);
        Many(levels.Keys, Level);
        Many(advice.Keys, Advice);
    }

    private void Rules()
    {
        Text(book.Digest);
        Many(book.Rules, Rule);
    }

    private void Rule(Rule rule)
    {
        rule.Overrides.Should().BeEmpty("the file has no place for them");
        rule.InLanguages.Concat(rule.ChapterInLanguages).Concat(rule.NotesInLanguages).Should().BeEmpty("the file is in English alone");
        Text(rule.Code);
        Word(rule.Kind);
        Text(rule.Title);
        OrNull(rule.Level, levels);
        Word(rule.Cap);
        Text(rule.Chapter);
        Word(rule.Area);
        Word(rule.Tier);
        to.Write(rule.IsPerPartner);
        to.Write(rule.AsksForOverall);
        Word(rule.Status);
        OrNull(rule.StatusNote, texts);
        Many(rule.Moderators, Moderator);
        Number(rule.Position);
        Texts(rule.Notes);
        Many(rule.Claims, Claim);
        Many(rule.Recommendations, step => Number(In(advice, step)));
        Texts(rule.Caveats);
        Texts(rule.LeadsTo);
        Texts(rule.Under);
        Texts(rule.BuildsOn);
        Many(rule.Facts, Fact);
        Many(rule.DoneWhen, done =>
        {
            Text(done.Key);
            Condition(done.Value);
        });
        OrNull(rule.AppliesWhen);
        Many(rule.Cases, Case);
    }

    private void Moderator(Moderator moderator)
    {
        Word(moderator.Direction);
        Text(moderator.Because);
        Texts(moderator.Claims);
        Condition(moderator.When);
    }

    private void Case(Case @case)
    {
        OrNull(@case.Subject, texts);
        OrNull(@case.AppliesWhen);
        Condition(@case.When);
        Text(@case.Says.Text);
        OrNull(@case.Level, levels);
        Many(@case.Claims, Claim);
        Texts(@case.Caveats);
        Many(@case.Recommendations, step => Number(In(advice, step)));
    }

    private void Advice(Recommendation step)
    {
        step.InLanguages.Should().BeEmpty("the file is in English alone");
        Text(step.Code);
        Text(step.Text);
        Texts(step.Claims);
        to.Write(step.IsDerived);
    }

    private void Level(LevelBasis level)
    {
        Word(level.Level);
        Text(level.Reason);
        Word(level.BestConfidence);
    }

    private void Condition(Condition condition)
    {
        Word(Enum.Parse<ConditionForm>(condition.GetType().Name));
        switch (condition)
        {
            case AtLeastOf some:
                Number(some.Count);
                Many(some.Children, Condition);
                break;
            case AllOf or AnyOf:
                Many(condition.Children, Condition);
                break;
            case Not or EveryPartner:
                Condition(condition.Children[0]);
                break;
            case AtLeastPartners some:
                Number(some.Quota.Part);
                Number(some.Quota.Whole);
                to.Write(some.Quota.IsMore);
                Condition(some.Children[0]);
                break;
            case PartnersSum sum:
                Fact(sum.Fact);
                Word(sum.Comparison);
                to.Write(sum.Constant);
                break;
            case OneOf test:
                Fact(test.Fact);
                to.Write(test.Values);
                break;
            case SetTest test:
                Fact(test.Fact);
                Word(test.Question);
                to.Write(test.WordBits);
                break;
            case NumberTest test:
                Fact(test.Fact);
                Word(test.Comparison);
                to.Write(test.Constant);
                break;
            case NumberPairTest test:
                Fact(test.Left);
                Word(test.Comparison);
                Fact(test.Right);
                break;
            case DayPairTest test:
                Fact(test.Left);
                Word(test.Comparison);
                Fact(test.Right);
                to.Write(test.Shift.Months);
                to.Write(test.Shift.Days);
                break;
            case SubsetTest or PartnersDiffer or UnknownTest:
                condition.OwnFacts.ToList().ForEach(Fact);
                break;
            case RaisedTest test:
                Text(test.Code);
                to.Write(test.Level is not null);
                if (test.Level is { } level)
                {
                    Word(level);
                }

                break;
            case OverallTest test:
                Word(test.Level);
                break;
            default:
                throw new InvalidOperationException($"There is no form for {condition.GetType().Name}.");
        }
    }

    private void OrNull(Condition? condition)
    {
        to.Write(condition is not null);
        if (condition is not null)
        {
            Condition(condition);
        }
    }

    private void OrNull<T>(T? item, Dictionary<T, int> table)
        where T : class => Number(item is null ? 0 : In(table, item) + 1);

    private void Claim(Claim claim) => Number(In(claims, claim.Id));

    private void Fact(Fact fact) => Number(In(facts, fact));

    private void Text(string text) => Number(In(texts, text));

    private void Texts(IReadOnlyCollection<string> many) => Many(many, Text);

    private void Word<T>(T value)
        where T : struct, Enum => Number(Convert.ToInt32(value, null));

    private void Number(int number) => to.Write7BitEncodedInt(number);

    private void Many<T>(IEnumerable<T> many, Action<T> write)
    {
        var all = many.ToList();
        Number(all.Count);
        all.ForEach(write);
    }

    /// <summary>The number of an item in its table, to which it is added when it is first met.</summary>
    private static int In<T>(Dictionary<T, int> table, T item)
        where T : notnull
    {
        if (!table.TryGetValue(item, out var number))
        {
            number = table.Count;
            table.Add(item, number);
        }

        return number;
    }
}
