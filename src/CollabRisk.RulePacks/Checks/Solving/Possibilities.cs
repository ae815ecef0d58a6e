using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks.Solving;

/// <summary>
/// Which values a condition may still have, with some choices made and others open. It mirrors what each kind of condition does
/// in an evaluation; the set is never too small, and once every choice that it needs is made it has one value.
/// </summary>
/// <param name="book">The rules that conditions may build on.</param>
/// <param name="classes">The values that facts can be given.</param>
/// <param name="mostSteps">How many nodes may be looked at.</param>
internal sealed class Possibilities(RuleBook book, FactClasses classes, int mostSteps)
{
    /// <summary>Conditions and the rules they build on are followed no deeper than this.</summary>
    private const int MostDepth = 400;

    private int depth;

    /// <summary>How many nodes were looked at.</summary>
    public int Steps { get; private set; }

    /// <summary>The choices made so far.</summary>
    public Dictionary<Choice, long> Chosen { get; } = [];

    /// <summary>The first choice that a value depended on and that is not made; whoever asks for a value empties it before.</summary>
    public Choice? Open { get; set; }

    /// <summary>Whether more was asked than is allowed. Nothing that was answered since then means anything.</summary>
    public bool IsOver { get; private set; }

    public Truths Of(Condition condition, int row)
    {
        if (++Steps > mostSteps || depth == MostDepth)
        {
            IsOver = true;
        }

        if (IsOver)
        {
            return Truths.Any;
        }

        depth++;
        var values = condition switch
        {
            AllOf all => All(all.Children, row),
            AtLeastOf some => AtLeastOf.Of([.. some.Children.Select(child => Of(child, row))], some.Count, Truths.True, Truths.False, TruthSets.And, TruthSets.Or),
            AnyOf any => any.Children.Aggregate(Truths.False, (value, child) => TruthSets.Or(value, Of(child, row))),
            Not not => TruthSets.Not(Of(not.Children[0], row)),
            FactTest test => OfFact(test.Fact, row, code => code == Fact.Unknown ? Truths.Unknown : TruthSets.Of(test.Holds(code))),
            UnknownTest unknown => OfFact(unknown.Fact, row, code => TruthSets.Of(code == Fact.Unknown)),
            NumberPairTest pair => OfPair(pair, row),
            DayPairTest days => OfDays(days, row),
            SubsetTest subset => OfSubset(subset, row),
            AtLeastPartners { Quota.IsShare: true } share => OfShare(share),
            AtLeastPartners enough => OfAtLeast(enough.Quota.Part, at => Of(enough.Children[0], at)),
            PartnersSum sum => OfSum(sum),
            EveryPartner every => OfEvery(every.Children[0]),
            PartnersDiffer differ => OfDiffering(differ.Fact),
            RaisedTest { Level: { } level } raised => OfRaisedAt(book.Find(raised.Code)!, level, row),
            RaisedTest raised => OfRaised(book.Find(raised.Code)!, row),
            OverallTest overall => ChosenOf(new Choice.Overall(overall.Level)) is { } value ? TruthSets.Of((Truth)value) : Truths.Any,
            _ => Truths.Any,
        };
        depth--;
        return values;
    }

    /// <summary>The values that can be chosen; null where they are too many.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="rows">How many rows of partners there are at most.</param>
    public IEnumerable<long>? OptionsOf(Choice choice, int rows) => choice switch
    {
        Choice.ValueOf value => classes.Of(value.Fact),
        Choice.PartnerRows => Enumerable.Range(1, rows).Select(count => (long)count),
        Choice.OrderOf or Choice.OrderOfDays => [-1, 0, 1],
        Choice.Overall or Choice.ShareOf or Choice.RaisedAt => [0, 1, 2],
        Choice.SumOf sum => Enumerable.Range(0, classes.SumsOf(sum.Fact).Count).Select(number => (long)number),
        _ => [1, 0],
    };

    private Truths All(IEnumerable<Condition> conditions, int row)
    {
        var value = Truths.True;
        foreach (var condition in conditions)
        {
            value = TruthSets.And(value, Of(condition, row));
            if (value == Truths.False)
            {
                break;
            }
        }

        return value;
    }

    private long? ChosenOf(Choice choice)
    {
        if (Chosen.TryGetValue(choice, out var value))
        {
            return value;
        }

        Open ??= choice;
        return null;
    }

    /// <summary>The class of a fact. Of a partner who is not listed nothing is known.</summary>
    private long? CodeOf(Fact fact, int row) =>
        fact.IsPerPartner && Chosen.TryGetValue(new Choice.IsListed(row), out var isListed) && isListed == 0
            ? Fact.Unknown
            : ChosenOf(new Choice.ValueOf(fact, RowOf(fact, row)));

    private static int RowOf(Fact fact, int row) => fact.IsPerPartner ? row : -1;

    private Truths OfFact(Fact fact, int row, Func<long, Truths> valueOf) =>
        CodeOf(fact, row) is { } code ? valueOf(code)
        : classes.Of(fact) is { } codes ? codes.Aggregate(Truths.None, (values, each) => values | valueOf(each))
        : Truths.Any;

    private Truths OfPair(NumberPairTest pair, int row)
    {
        var (left, comparison, right) = (pair.Left, pair.Comparison, pair.Right);
        if (string.CompareOrdinal(left.Path, right.Path) > 0)
        {
            // Two tests of the same two numbers, written either way round, share one choice.
            (left, comparison, right) = (right, Comparisons.Turned(comparison), left);
        }

        var (a, b) = (CodeOf(left, row), CodeOf(right, row));
        if (a == Fact.Unknown || b == Fact.Unknown)
        {
            return Truths.Unknown;
        }

        if (a is null || b is null)
        {
            return Truths.Any;
        }

        var order = left == right ? 0 : ChosenOf(new Choice.OrderOf(left, right, Math.Max(RowOf(left, row), RowOf(right, row))));
        return order is { } sign ? TruthSets.Of(Comparisons.Holds(sign, comparison, 0)) : Truths.Settled;
    }

    private Truths OfDays(DayPairTest days, int row)
    {
        var (left, right) = (CodeOf(days.Left, row), CodeOf(days.Right, row));
        if (left == Fact.Unknown || right == Fact.Unknown)
        {
            return Truths.Unknown;
        }

        if (left is null || right is null)
        {
            return Truths.Any;
        }

        var choice = new Choice.OrderOfDays(days.Left, days.Right, days.Shift, Math.Max(RowOf(days.Left, row), RowOf(days.Right, row)));
        return (days.Left == days.Right && days.Shift == Period.None ? 0 : ChosenOf(choice)) is not { } sign ? Truths.Settled
            : Contradicts(choice, sign) ? Truths.None
            : TruthSets.Of(Comparisons.Holds(sign, days.Comparison, 0));
    }

    /// <summary>Whether a day would be after one of two days, and not after the earlier of them.</summary>
    private bool Contradicts(Choice.OrderOfDays choice, long sign) => Chosen.Any(each =>
        each.Key is Choice.OrderOfDays other && (other.Left, other.Right, other.Row) == (choice.Left, choice.Right, choice.Row)
        && ((other.Shift.InDays.Most < choice.Shift.InDays.Least && each.Value < sign) || (other.Shift.InDays.Least > choice.Shift.InDays.Most && each.Value > sign)));

    /// <summary>
    /// Whether a share of the partners meets a condition. How many partners there are besides the rows is open, so the value is a choice of
    /// its own; but one who meets it is among the rows where it is reached, one who misses it where it is not, and one who is not settled, or
    /// not listed, where that is unknown.
    /// </summary>
    private Truths OfShare(AtLeastPartners share)
    {
        if (ChosenOf(new Choice.PartnerRows()) is not { } rows)
        {
            return Truths.Any;
        }

        var values = Truths.None;
        for (var row = 0; row < rows; row++)
        {
            values |= ThatCounts(Of(share.Children[0], row), row);
            values |= Chosen.TryGetValue(new Choice.IsListed(row), out var isListed) && isListed == 1 ? Truths.None : Truths.Unknown;
        }

        return values is Truths.False or Truths.True ? values
            : ChosenOf(new Choice.ShareOf($"{share}")) is { } value ? values & TruthSets.Of((Truth)value)
            : values;
    }

    private Truths OfSum(PartnersSum sum)
    {
        if (ChosenOf(new Choice.SumOf(sum.Fact)) is not { } number)
        {
            return Truths.Any;
        }

        var (least, most, hasValue) = classes.SumsOf(sum.Fact)[(int)number];
        return TruthSets.Of(sum.Of(least, most, hasValue));
    }

    private Truths OfSubset(SubsetTest subset, int row)
    {
        var (part, whole) = (CodeOf(subset.Left, row), CodeOf(subset.Right, row));
        if (part == 0)
        {
            return Truths.True;
        }

        if (part == Fact.Unknown || (whole == Fact.Unknown && part is not null))
        {
            return Truths.Unknown;
        }

        if (part is null || whole is null)
        {
            return Truths.Any;
        }

        var isWithin = subset.Left == subset.Right
            ? 1
            : ChosenOf(new Choice.Within(subset.Left, subset.Right, Math.Max(RowOf(subset.Left, row), RowOf(subset.Right, row))));
        return isWithin is { } value ? TruthSets.Of(value == 1) : Truths.Settled;
    }

    private Truths OfAtLeast(int count, Func<int, Truths> each)
    {
        if (ChosenOf(new Choice.PartnerRows()) is not { } rows)
        {
            return Truths.Any;
        }

        var (surely, perhapsSurely, possibly, perhapsPossibly) = (0, 0, 0, 0);
        for (var row = 0; row < rows; row++)
        {
            var value = ThatCounts(each(row), row);
            surely += value == Truths.True ? 1 : 0;
            perhapsSurely += value.Has(Truths.True) ? 1 : 0;
            possibly += value.Has(Truths.False) ? 0 : 1;
            perhapsPossibly += value != Truths.False ? 1 : 0;
        }

        return (perhapsSurely >= count ? Truths.True : Truths.None)
            | (possibly < count ? Truths.False : Truths.None)
            | (surely < count && perhapsPossibly >= count ? Truths.Unknown : Truths.None);
    }

    private Truths OfEvery(Condition each)
    {
        if (ChosenOf(new Choice.PartnerRows()) is not { } rows)
        {
            return Truths.Any;
        }

        var value = Truths.True;
        for (var row = 0; row < rows && value != Truths.False; row++)
        {
            value = TruthSets.And(value, Of(each, row));
        }

        return value;
    }

    private Truths OfDiffering(Fact fact)
    {
        if (ChosenOf(new Choice.PartnerRows()) is not { } rows)
        {
            return Truths.Any;
        }

        var known = new List<long>();
        var (isOpen, isComplete) = (false, true);
        for (var row = 0; row < rows; row++)
        {
            switch (CodeOf(fact, row))
            {
                case null:
                    isOpen = true;
                    break;
                case Fact.Unknown:
                    isComplete = false;
                    break;
                case { } code:
                    known.Add(fact.Counted(code));
                    break;
            }
        }

        if (known.Exists(code => code != known[0]))
        {
            return Truths.True;
        }

        if (isOpen)
        {
            return Truths.Any;
        }

        if (known.Count > 1 && !FactClasses.AreSingle(fact))
        {
            switch (ChosenOf(new Choice.Differ(fact)))
            {
                case null:
                    return Truths.Any;
                case 1:
                    return Truths.True;
            }
        }

        return isComplete ? Truths.False : Truths.Unknown;
    }

    /// <summary>Whether another rule is raised: for one partner where both the rule and the question are about partners.</summary>
    private Truths OfRaised(Rule rule, int row) =>
        !rule.IsPerPartner ? CasesOf(rule, -1)
        : row >= 0 ? ThatCounts(CasesOf(rule, row), row)
        : OfAtLeast(1, at => CasesOf(rule, at));

    /// <summary>The same at a level. Moderators are not followed: whether it has the level where it is raised is a choice of its own.</summary>
    private Truths OfRaisedAt(Rule rule, Level level, int row)
    {
        var raised = OfRaised(rule, row);
        var values = raised.Has(Truths.True) ? Truths.Any : raised | Truths.False;
        return values == Truths.False || ChosenOf(new Choice.RaisedAt(rule.Code, level, rule.IsPerPartner ? row : -1)) is not { } value
            ? values
            : values & TruthSets.Of((Truth)value);
    }

    private Truths CasesOf(Rule rule, int row)
    {
        var guard = rule.AppliesWhen is null ? Truths.True : Of(rule.AppliesWhen, row);
        var any = Truths.False;
        foreach (var @case in rule.Cases)
        {
            var own = @case.AppliesWhen is null ? Truths.True : Of(@case.AppliesWhen, row);
            any = TruthSets.Or(any, TruthSets.And(own, Of(@case.When, row)));
        }

        return TruthSets.And(guard, any);
    }

    /// <summary>What counts of a value for a partner: of one who is not listed, nothing counts as sure to hold.</summary>
    private Truths ThatCounts(Truths value, int row)
    {
        if (!value.Has(Truths.True))
        {
            return value;
        }

        if (Chosen.TryGetValue(new Choice.IsListed(row), out var isListed))
        {
            return isListed == 1 ? value : (value & ~Truths.True) | Truths.Unknown;
        }

        if (Chosen.Any(each => each.Key is Choice.ValueOf fact && fact.Row == row && each.Value != Fact.Unknown))
        {
            // Something is known of the partner, who is therefore listed.
            return value;
        }

        if (value == Truths.True)
        {
            Open ??= new Choice.IsListed(row);
        }

        return value | Truths.Unknown;
    }
}
