using CollabRisk.Facts;
using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;

namespace CollabRisk.NRules.Tests;

/// <summary>
/// How NRules asks about all facts of a type. The translation collects them and asks the collection, which is right; these
/// tests say which of NRules' own forms are, for whoever writes rules next to ours.
/// </summary>
public class QuantifierTests
{
    [Theory]
    [InlineData(true, 1, 2, 3)]
    [InlineData(false, 1, -2, 3)]
    [InlineData(false, -1)]
    [InlineData(true)]
    public void CollectedAndNot_SayWhetherAllAre(bool all, params int[] numbers)
    {
        var fired = Fired(numbers);
        fired.Contains(nameof(AllCollected)).Should().Be(all);
        fired.Contains(nameof(NoneIsNot)).Should().Be(all);
    }

    [Fact]
    public void CollectedAndNot_FollowAChange()
    {
        var (session, fired) = Session();
        var number = new Number { Value = 1 };
        session.InsertAll([new Question(), number]);
        session.Fire();
        number.Value = -1;
        session.Update(number);
        session.Fire();
        fired.Order(StringComparer.Ordinal).Should().Equal(nameof(AllCollected), nameof(NoneIsNot));
        number.Value = 1;
        session.Update(number);
        session.Fire();
        fired.Count(name => name == nameof(AllCollected)).Should().Be(2);
        fired.Count(name => name == nameof(NoneIsNot)).Should().Be(2);
    }

    private static List<string> Fired(int[] numbers)
    {
        var (session, fired) = Session();
        session.InsertAll([new Question(), .. numbers.Select(number => new Number { Value = number })]);
        session.Fire();
        return fired;
    }

    private static (ISession Session, List<string> Fired) Session()
    {
        var repository = new RuleRepository();
        repository.Load(rules => rules.NestedTypes().From(typeof(AllCollected), typeof(NoneIsNot)));
        var session = repository.Compile().CreateSession();
        var fired = new List<string>();
        session.Events.RuleFiredEvent += (_, one) => fired.Add(one.Rule.Name.Split('.', '+')[^1]);
        return (session, fired);
    }

    public sealed class Question;

    public sealed class Number
    {
        public int Value { get; set; }
    }

    /// <summary>The form of the translation.</summary>
    public sealed class AllCollected : Rule
    {
        public override void Define()
        {
            Question question = null!;
            IEnumerable<Number> numbers = null!;
            When().Match(() => question).Query(() => numbers, x => x.Match<Number>().Collect().Where(all => all.All(number => number.Value > 0)));
            Then().Do(_ => Nothing());
        }

        private static void Nothing()
        {
        }
    }

    public sealed class NoneIsNot : Rule
    {
        public override void Define()
        {
            Question question = null!;
            When().Match(() => question).Not<Number>(number => !(number.Value > 0));
            Then().Do(_ => Nothing());
        }

        private static void Nothing()
        {
        }
    }
}
