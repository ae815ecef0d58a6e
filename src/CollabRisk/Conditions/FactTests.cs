using System.Globalization;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Conditions;

/// <summary>A test of one fact. An unknown fact gives an unknown value, and one that does not apply never passes, whatever the test.</summary>
internal abstract class FactTest(Fact fact) : Condition
{
    public Fact Fact { get; } = fact;

    public override IReadOnlyList<Fact> OwnFacts => field ??= [Fact];

    public override Truth Evaluate(ConditionContext context, int partner) => Of(context.Facts[Fact, partner]);

    public override Truth EvaluateOpposite(ConditionContext context, int partner) =>
        context.Facts[Fact, partner] is var code && code == Fact.NotApplicable ? Truth.False : Kleene.Not(Of(code));

    /// <summary>The value of the test where the fact has a code.</summary>
    public Truth Of(long code) => code == Fact.Unknown ? Truth.Unknown : Kleene.Of(code != Fact.NotApplicable && Holds(code));

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open) => open.Add(Fact, partner);

    public override void AddSupport(ConditionContext context, int partner, FactCollector support) => support.Add(Fact, partner);

    /// <summary>Whether a known value passes the test.</summary>
    public abstract bool Holds(long code);
}

/// <summary>A yes/no fact or a word is one of some values. Every comparison of such a fact comes down to this.</summary>
internal sealed class OneOf(Fact fact, ulong values) : FactTest(fact)
{
    /// <summary>One bit for each value that passes.</summary>
    public ulong Values { get; } = values;

    public override bool Holds(long code) => (Values >> (int)code & 1) != 0;

    public override void Write(StringBuilder text)
    {
        text.Append(Fact.Path);
        if (Fact.Type == FactType.YesNo)
        {
            text.Append(Values switch { 0b01 => " is no", 0b10 => " is yes", 0 => " is neither", _ => " is yes or no" });
        }
        else
        {
            text.Append(" in {").AppendJoin(", ", Fact.WordsIn((long)Values)).Append('}');
        }
    }

    // The meaning may be a name or a whole clause, and what is asked for must not read like the answer that was given.
    public override string Describe() => Fact.Type == FactType.YesNo ? $"the answer to “{Fact.InPlainWords}” is {AnswerInWords()}" : $"{Fact.InPlainWords} is {AnswerInWords()}";

    /// <summary>The answers to the question of the fact that pass.</summary>
    public string AnswerInWords()
    {
        if (Fact.Type == FactType.YesNo)
        {
            return Values switch { 0b01 => "no", 0b10 => "yes", 0 => "neither yes nor no", _ => "yes or no" };
        }

        var passing = Fact.SpokenIn((long)Values).ToList();
        var failing = Fact.SpokenIn((long)~Values).ToList();
        return passing.Count == 0 ? "none of its words"
            : failing.Count == 0 ? "any of its words"
            : passing.Count > 3 && passing.Count > failing.Count ? $"anything but {Words.List(failing, "or")}"
            : Words.List(passing, "or");
    }

    /// <summary>The test that passes where this one does not.</summary>
    public OneOf Opposite() => new(Fact, ~Values & ((1UL << (Fact.Type == FactType.YesNo ? 2 : Fact.AllowedWords.Count)) - 1));
}

/// <summary>How two numbers are compared.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// <summary>A number or a day compared with a constant.</summary>
internal sealed class NumberTest(Fact fact, Comparison comparison, long constant) : FactTest(fact)
{
    public Comparison Comparison { get; } = comparison;

    public long Constant { get; } = constant;

    public override bool Holds(long code) => Comparisons.Holds(code, Comparison, Constant);

    public override void Write(StringBuilder text) =>
        text.Append(Fact.Path).Append(' ').Append(Comparisons.Symbol(Comparison)).Append(' ').Append(Fact.InWords(Constant));

    public override string Describe() => $"{Fact.InPlainWords} is {AnswerInWords()}";

    /// <summary>The answers to the question of the fact that pass.</summary>
    public string AnswerInWords() =>
        $"{(Fact.Type == FactType.Date ? Comparisons.OfDays(Comparison) : Comparisons.OfNumbers(Comparison))}{Fact.InWords(Constant)}";

    /// <summary>The test that passes where this one does not. A text that is not blank says something.</summary>
    public NumberTest Opposite() => Fact.Type == FactType.Text && Comparison == Comparison.Equal
        ? new(Fact, Comparison, 1 - Constant)
        : new(Fact, Comparisons.Opposite(Comparison), Constant);
}

/// <summary>
/// A test of two facts. Unknown where one of them is, unless the test itself knows better; where one does not apply, neither the test nor
/// its opposite holds.
/// </summary>
internal abstract class PairTest(Fact left, Fact right) : Condition
{
    public Fact Left => left;

    public Fact Right => right;

    public override IReadOnlyList<Fact> OwnFacts => field ??= [left, right];

    public override Truth Evaluate(ConditionContext context, int partner) => Of(context.Facts[left, partner], context.Facts[right, partner]);

    public override Truth EvaluateOpposite(ConditionContext context, int partner)
    {
        var (one, other) = (context.Facts[left, partner], context.Facts[right, partner]);
        return one == Fact.NotApplicable || other == Fact.NotApplicable ? Truth.False : Kleene.Not(Of(one, other));
    }

    /// <summary>The value of the test where the two facts, in the order of <see cref="OwnFacts"/>, have these codes.</summary>
    public virtual Truth Of(long one, long other) =>
        one == Fact.NotApplicable || other == Fact.NotApplicable ? Truth.False
        : one == Fact.Unknown || other == Fact.Unknown ? Truth.Unknown
        : Kleene.Of(Holds(one, other));

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open)
    {
        foreach (var fact in OwnFacts)
        {
            if (context.Facts[fact, partner] == Fact.Unknown)
            {
                open.Add(fact, partner);
            }
        }
    }

    public override void AddSupport(ConditionContext context, int partner, FactCollector support)
    {
        foreach (var fact in OwnFacts.Where(fact => context.Facts[fact, partner] != Fact.Unknown))
        {
            support.Add(fact, partner);
        }
    }

    /// <summary>Whether two known values pass the test.</summary>
    protected abstract bool Holds(long one, long other);
}

/// <summary>A number compared with another number of the collaboration.</summary>
internal sealed class NumberPairTest(Fact left, Comparison comparison, Fact right) : PairTest(left, right)
{
    public Comparison Comparison => comparison;

    public override void Write(StringBuilder text) =>
        text.Append(Left.Path).Append(' ').Append(Comparisons.Symbol(comparison)).Append(' ').Append(Right.Path);

    public override string Describe() =>
        comparison == Comparison.Equal ? $"{Left.InPlainWords} is the same as {Right.InPlainWords}"
        : comparison == Comparison.NotEqual ? $"{Left.InPlainWords} is not the same as {Right.InPlainWords}"
        : $"{Left.InPlainWords} is {Comparisons.OfNumbers(comparison)}{Right.InPlainWords}";

    /// <summary>The test that passes where this one does not.</summary>
    public NumberPairTest Opposite() => new(Left, Comparisons.Opposite(comparison), Right);

    protected override bool Holds(long one, long other) => Comparisons.Holds(one, comparison, other);
}

/// <summary>A day compared with another day of the collaboration, mostly the one that the facts describe, or with one so long before or after it.</summary>
internal sealed class DayPairTest(Fact left, Comparison comparison, Fact right, Period shift) : PairTest(left, right)
{
    public Comparison Comparison => comparison;

    /// <summary>How long after the other day is the one with which the day is compared; a negative period is before it.</summary>
    public Period Shift => shift;

    public override void Write(StringBuilder text)
    {
        text.Append(Left.Path).Append(' ').Append(Comparisons.Symbol(comparison)).Append(' ').Append(Right.Path);
        if (shift != Period.None)
        {
            text.Append(shift.IsBack ? " - " : " + ").Append(shift.Length);
        }
    }

    public override string Describe() => $"{Left.InPlainWords} is {AnswerInWords()}";

    /// <summary>The answers to the question of the first fact that pass.</summary>
    public string AnswerInWords() =>
        shift == Period.None
            ? comparison switch
            {
                Comparison.Equal => $"the same as {Right.InPlainWords}",
                Comparison.NotEqual => $"not the same as {Right.InPlainWords}",
                _ => $"{Comparisons.OfDays(comparison)}{Right.InPlainWords}",
            }
            : $"{Distance(shift.IsBack ? Comparisons.Turned(comparison) : comparison)}{shift.Length} {(shift.IsBack ? "before" : "after")} {Right.InPlainWords}{OrOnTheOtherSide}";

    /// <summary>The test that passes where this one does not.</summary>
    public DayPairTest Opposite() => new(Left, Comparisons.Opposite(comparison), Right, shift);

    protected override bool Holds(long one, long other) => Comparisons.Holds(one, comparison, shift.After(other));

    private static string Distance(Comparison comparison) => comparison == Comparison.Equal ? "exactly " : Comparisons.OfNumbers(comparison);

    /// <summary>Less than two years before a day is also any time after it.</summary>
    private string OrOnTheOtherSide => comparison switch
    {
        Comparison.Greater or Comparison.AtLeast when shift.IsBack => ", or later",
        Comparison.Less or Comparison.AtMost when !shift.IsBack => ", or earlier",
        _ => "",
    };
}

internal static class Comparisons
{
    public static bool Holds(long left, Comparison comparison, long right) => comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => left < right,
        Comparison.AtMost => left <= right,
        Comparison.Greater => left > right,
        _ => left >= right,
    };

    /// <summary>The comparison that holds where the other does not.</summary>
    public static Comparison Opposite(Comparison comparison) => comparison switch
    {
        Comparison.Equal => Comparison.NotEqual,
        Comparison.NotEqual => Comparison.Equal,
        Comparison.Less => Comparison.AtLeast,
        Comparison.AtMost => Comparison.Greater,
        Comparison.Greater => Comparison.AtMost,
        _ => Comparison.Less,
    };

    public static string Symbol(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "≠",
        Comparison.Less => "<",
        Comparison.AtMost => "≤",
        Comparison.Greater => ">",
        _ => "≥",
    };

    /// <summary>What is between "is" and a number.</summary>
    public static string OfNumbers(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "",
        Comparison.NotEqual => "not ",
        Comparison.Less => "less than ",
        Comparison.AtMost => "at most ",
        Comparison.Greater => "more than ",
        _ => "at least ",
    };

    /// <summary>What is between "is" and a day.</summary>
    public static string OfDays(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "",
        Comparison.NotEqual => "not ",
        Comparison.Less => "before ",
        Comparison.AtMost => "on or before ",
        Comparison.Greater => "after ",
        _ => "on or after ",
    };

    /// <summary>The comparison that says the same with the two sides exchanged.</summary>
    public static Comparison Turned(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.Greater => Comparison.Less,
        Comparison.AtLeast => Comparison.AtMost,
        _ => comparison,
    };
}

/// <summary>What a set of words is asked.</summary>
internal enum SetQuestion
{
    /// <summary>Whether it holds all of some words.</summary>
    HasAll,

    /// <summary>Whether it holds at least one of some words.</summary>
    HasAny,

    /// <summary>Whether it is exactly some words; with no words, whether it is empty.</summary>
    Is,
}

/// <summary>A set of words compared with some words.</summary>
internal sealed class SetTest(Fact fact, SetQuestion question, ulong words) : FactTest(fact)
{
    public SetQuestion Question => question;

    /// <summary>One bit for each word that is asked for.</summary>
    public ulong WordBits { get; } = words;

    public override bool Holds(long code) => question switch
    {
        SetQuestion.HasAll => ((ulong)code & WordBits) == WordBits,
        SetQuestion.HasAny => ((ulong)code & WordBits) != 0,
        _ => (ulong)code == WordBits,
    };

    public override void Write(StringBuilder text) => text.Append(Fact.Path)
        .Append(question switch { SetQuestion.HasAll => " has all {", SetQuestion.HasAny => " has any {", _ => " is {" })
        .AppendJoin(", ", Fact.WordsIn((long)WordBits)).Append('}');

    public override string Describe() => $"{Fact.InPlainWords}: {AnswerInWords()}";

    /// <summary>The answers to the question of the fact that pass.</summary>
    public string AnswerInWords()
    {
        var named = Fact.SpokenIn((long)WordBits).ToList();
        return (question, named.Count) switch
        {
            (SetQuestion.Is, 0) => "none",
            (SetQuestion.Is, _) => $"exactly {Words.List(named)}",
            (_, 0) => question == SetQuestion.HasAll ? "anything" : "any of no words",
            (SetQuestion.HasAll, _) => $"{Words.List(named)} among them",
            _ => $"{Words.List(named, "or")} among them",
        };
    }

    /// <summary>The answers that do not pass.</summary>
    public string OtherAnswersInWords()
    {
        var named = Fact.SpokenIn((long)WordBits).ToList();
        return (question, named.Count) switch
        {
            (SetQuestion.Is, 0) => "at least one",
            (SetQuestion.Is, _) => $"anything but exactly {Words.List(named)}",
            (_, 0) => question == SetQuestion.HasAll ? "nothing that can be" : "anything",
            (_, 1) => $"{named[0]} not among them",
            (SetQuestion.HasAll, _) => $"not all of {Words.List(named)} among them",
            _ => $"none of {Words.List(named)} among them",
        };
    }
}

/// <summary>Every word of one set is in another set of the same words.</summary>
internal sealed class SubsetTest(Fact part, Fact whole) : PairTest(part, whole)
{
    /// <summary>Of nothing all is in the other set, whatever that is.</summary>
    public override Truth Of(long one, long other) => one == 0 && other == Fact.Unknown ? Truth.True : base.Of(one, other);

    public override void Write(StringBuilder text) => text.Append(Left.Path).Append(" within ").Append(Right.Path);

    public override string Describe() => $"everything in “{Left.InPlainWords}” is also in “{Right.InPlainWords}”";

    protected override bool Holds(long one, long other) => (one & ~other) == 0;
}

/// <summary>
/// A fact is not known. The only test that is never unknown itself, so only data gaps may use it: a finding about the
/// collaboration must not go away because someone learned something.
/// </summary>
internal sealed class UnknownTest(Fact fact) : Condition
{
    public Fact Fact => fact;

    public override IReadOnlyList<Fact> OwnFacts => field ??= [fact];

    public override Truth Evaluate(ConditionContext context, int partner) => Of(context.Facts[fact, partner]);

    /// <summary>The value of the test where the fact has a code.</summary>
    public static Truth Of(long code) => Kleene.Of(code == Fact.Unknown);

    public override void Write(StringBuilder text) => text.Append(CultureInfo.InvariantCulture, $"{fact.Path} is unknown");

    public override string Describe() => $"{fact.InPlainWords}: not known";
}
