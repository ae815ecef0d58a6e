using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;

namespace CollabRisk.Questions;

/// <summary>
/// Tries the answers that the question for an unknown fact may get, one at a time, by evaluating with each: every value where
/// they can be counted, and otherwise one value for each class that the rules' own tests tell apart. Whoever says what an answer
/// would do, questions and explanations alike, has it from here.
/// </summary>
internal sealed class AnswerTrial
{
    private readonly EvaluationState before;
    private readonly FactReading asked;
    private readonly Fact fact;
    private readonly FactTable facts;

    /// <summary>The derived facts that follow from the fact, among others.</summary>
    private readonly List<Fact> derived;

    /// <summary>The conditions that read the fact or one that follows from it.</summary>
    private readonly List<Condition> tests;

    private AnswerTrial(EvaluationState before, FactReading asked)
    {
        this.before = before;
        this.asked = asked;
        fact = asked.Fact;
        facts = before.Facts;
        derived = [.. facts.Registry.Facts.Where(other => other.IsDerived && DerivedFacts.AnswerableSourcesOf(other, facts.Registry).Contains(fact))];
        tests = [.. derived.Prepend(fact).SelectMany(read => before.Book.TestsOf[read])];
    }

    /// <summary>The answers with what they would change. What contradicts what is known is not an answer.</summary>
    /// <param name="before">The evaluation that left the fact open.</param>
    /// <param name="asked">The fact, which is not known; no one can be asked for a derived one, so it has no answers.</param>
    public static IReadOnlyList<PossibleAnswer> Of(EvaluationState before, FactReading asked)
    {
        var answers = new List<PossibleAnswer>();
        foreach (var (words, value) in asked.Fact.IsDerived ? [] : new AnswerTrial(before, asked).Values())
        {
            var after = Evaluator.Run(before, asked.Place.With(before.Facts.Collaboration, value));
            if (Contradiction.Between(before.Facts, after.Facts) is null)
            {
                answers.Add(new PossibleAnswer(words, value, before, after));
            }
        }

        return answers;
    }

    /// <summary>Whether more than one answer agrees with what is known; where only one does, it is known too. Asked of facts whose values can be counted.</summary>
    /// <param name="before">The facts.</param>
    /// <param name="asked">A fact with yes and no or a word as its value, which is not known.</param>
    public static bool HasSeveral(FactTable before, FactReading asked)
    {
        var fact = asked.Fact;
        return Enumerable.Range(0, fact.Type == FactType.YesNo ? 2 : fact.AllowedWords.Count)
            .Where(code => Contradiction.Between(before, FactTable.Of(asked.Place.With(before.Collaboration, fact.ValueOf(code)), before.Registry)) is null)
            .Take(2).Count() > 1;
    }

    private IEnumerable<(string Words, object Value)> Values() => fact.Type switch
    {
        FactType.YesNo => [("yes", true), ("no", false)],
        FactType.Word => Enumerable.Range(0, fact.AllowedWords.Count).Select(word => (fact.InWords(word), fact.ValueOf(word))),
        FactType.Words => Sets(),
        FactType.Number or FactType.WholeNumber or FactType.Date => Numbers(),
        FactType.Text => [("a text", "given"), ("a blank text", "")],
        _ => [],
    };

    /// <summary>
    /// One set of words for each way in which the tests of the fact can come out, the smallest first. They are looked for
    /// where tests change: at each set that a test names or that is known of another such fact, at what it leaves out, and at
    /// one word more or less.
    /// </summary>
    private IEnumerable<(string Words, object Value)> Sets()
    {
        var all = (1UL << fact.AllowedWords.Count) - 1;
        var known = facts.Registry.Facts
            .Where(other => other.Type == FactType.Words && other.AllowedWords.SequenceEqual(fact.AllowedWords))
            .SelectMany(other => Rows(facts, other), (other, row) => facts[other, row])
            .Where(Fact.IsValue)
            .Select(code => (ulong)code)
            .ToList();
        var named = tests.OfType<SetTest>().Select(test => test.WordBits)
            .Concat(known).Append(known.Aggregate(0UL, (one, other) => one | other)).Append(0UL);
        var sets = named.SelectMany(set => new[] { set, all & ~set })
            .SelectMany(set => Enumerable.Range(0, fact.AllowedWords.Count).Select(word => set ^ 1UL << word).Append(set))
            .Distinct()
            .OrderBy(ulong.PopCount)
            .ThenBy(set => set);
        var classes = sets.DistinctBy(set => Signature(fact.ValueOf((long)set)), StringComparer.Ordinal).ToList();
        return classes.Select(set => (
            classes.Count == 1 ? "any answer" : set == 0 ? "none" : $"for instance {fact.InWords((long)set)}", fact.ValueOf((long)set)));
    }

    /// <summary>
    /// The numbers, or days, in ranges in which every test of the fact comes out the same. Tests change only at the numbers
    /// they name, at the known numbers with which the fact is compared, and for a derived fact at these numbers apart.
    /// </summary>
    private IEnumerable<(string Words, object Value)> Numbers()
    {
        var (smallest, largest) = FactValues.CodeLimits(fact);
        var turns = Turns().Where(turn => turn >= smallest && turn <= largest).ToHashSet();
        var tried = ValueCandidates.Numbers(fact, turns).ToList();

        for (var first = 0; first < tried.Count;)
        {
            var signature = Signature(fact.ValueOf(tried[first]));
            var next = first + 1;
            while (next < tried.Count && Signature(fact.ValueOf(tried[next])) == signature)
            {
                next++;
            }

            var (from, to) = (tried[first], tried[next - 1]);
            var example = from <= 0 && to >= 0 && turns.Count == 0 ? 0 : from == smallest && !turns.Contains(from) ? to : from;
            yield return (Range(first == 0 ? null : from, next == tried.Count ? null : to, turns), fact.ValueOf(example));
            first = next;
        }
    }

    /// <summary>The numbers at which a test of the fact, or of a fact derived from it, can change.</summary>
    private IEnumerable<long> Turns()
    {
        foreach (var test in before.Book.TestsOf[fact])
        {
            if (test is NumberTest number)
            {
                yield return number.Constant;
            }

            foreach (var code in test switch
            {
                DayPairTest days => TurnsOf(days),
                PartnersSum sum => TurnsOf(sum),
                _ => test.OwnFacts.SelectMany(other => Known(facts, other)),
            })
            {
                yield return code;
            }
        }

        foreach (var follows in derived)
        {
            var apart = before.Book.TestsOf[follows].OfType<NumberTest>().Select(test => test.Constant).Append(0).ToList();
            foreach (var code in DerivedFacts.AnswerableSourcesOf(follows, facts.Registry).SelectMany(other => Known(facts, other)))
            {
                foreach (var distance in apart)
                {
                    yield return code + distance;
                    yield return code - distance;
                }
            }
        }
    }

    /// <summary>The days at which a comparison with another day that is known turns.</summary>
    private IEnumerable<long> TurnsOf(DayPairTest days)
    {
        if (fact == days.Left)
        {
            foreach (var other in Known(facts, days.Right))
            {
                yield return days.Shift.After(other);
            }
        }

        if (fact == days.Right)
        {
            // Months differ in length, so the days around the one that is as long before are tried as well.
            foreach (var at in Known(facts, days.Left).SelectMany(other => Enumerable.Range(-3, 7).Select(around => days.Shift.Turned.After(other) + around)))
            {
                yield return at;
            }
        }
    }

    /// <summary>The numbers at which a sum over partners turns, be the unknown numbers of the others as small or as large as they can be.</summary>
    private IEnumerable<long> TurnsOf(PartnersSum sum)
    {
        var own = facts.CellOf(asked).Row;
        var others = Enumerable.Range(0, facts.Listed.Count).Where(row => row != own).Select(row => facts[fact, row]).ToList();
        var (known, open) = (others.Where(Fact.IsValue).Aggregate((Int128)0, (total, code) => total + code), others.Count(code => code == Fact.Unknown));
        foreach (var each in new[] { sum.LimitsOfOne.Smallest, sum.LimitsOfOne.Largest })
        {
            var turn = sum.Constant - known - ((Int128)each * open);
            if (turn > long.MinValue && turn < long.MaxValue)
            {
                yield return (long)turn;
            }
        }
    }

    /// <summary>A range of numbers in words; a side without an end is <see langword="null"/>.</summary>
    private string Range(long? from, long? to, HashSet<long> turns)
    {
        if (from is null && to is null)
        {
            return fact.Type == FactType.Date ? "any day" : "any number";
        }

        // Between two whole numbers there is nothing, so each end can be named; otherwise a range may end short of a number.
        var ends = fact.Type is FactType.WholeNumber or FactType.Date;
        var above = from is not { } low ? null : ends || turns.Contains(low) ? $"{fact.InWords(low)} or more" : $"more than {fact.InWords(low - 1)}";
        var below = to is not { } high ? null : ends || turns.Contains(high) ? $"at most {fact.InWords(high)}" : $"less than {fact.InWords(high + 1)}";
        return from == to ? fact.InWords(from!.Value)
            : above is null ? below!
            : below is null ? above
            : ends ? $"{fact.InWords(from!.Value)} to {fact.InWords(to!.Value)}"
            : $"{above} and {below}";
    }

    /// <summary>How every test of the fact comes out if it has a value.</summary>
    private string Signature(object value)
    {
        var answered = new FactContext(FactTable.Of(asked.Place.With(facts.Collaboration, value), before.Book.Facts));
        return string.Concat(tests.SelectMany(test => RowsOf(answered.Facts, test), (test, row) => (char)('0' + (int)test.Evaluate(answered, row))));
    }

    /// <summary>The rows of partners that a test must be asked of; -1 where it reads no partner's facts.</summary>
    private static IEnumerable<int> RowsOf(FactTable facts, Condition test) =>
        test.OwnFacts.Any(fact => fact.IsPerPartner) ? Enumerable.Range(0, facts.PartnerRows) : [-1];

    private static IEnumerable<int> Rows(FactTable facts, Fact fact) => fact.IsPerPartner ? Enumerable.Range(0, facts.PartnerRows) : [-1];

    private static IEnumerable<long> Known(FactTable facts, Fact fact) =>
        Rows(facts, fact).Select(row => facts[fact, row]).Where(Fact.IsValue);
}
