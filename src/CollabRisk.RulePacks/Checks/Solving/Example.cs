using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Checks.Solving;

/// <summary>
/// A collaboration as choices describe it: facts with values, in rows for the partners. Not every way of choosing is a real collaboration, so whoever
/// uses an example evaluates it and sees.
/// </summary>
internal sealed class Example
{
    private readonly SortedDictionary<(int Row, string Path), (Fact Fact, long Code)> values =
        new(Comparer<(int Row, string Path)>.Create(static (one, other) => one.Row != other.Row ? one.Row.CompareTo(other.Row) : string.CompareOrdinal(one.Path, other.Path)));

    private Example(int partners) => Partners = partners;

    /// <summary>How many partners there are; none where the example says nothing of them.</summary>
    public int Partners { get; private set; }

    /// <summary>An example of which nothing is known.</summary>
    public static Example Nothing => new(0);

    /// <summary>The facts of the collaboration, or of a partner by its row, in the order of their paths.</summary>
    public IEnumerable<(Fact Fact, long Code)> FactsOf(int row) => values.Where(each => each.Key.Row == row).Select(each => each.Value);

    /// <summary>What a partner is called.</summary>
    public static string NameOf(int row) => $"Partner {(char)('A' + row)}";

    /// <summary>Examples of some choices: as they are, and with as many partners as decide what is asked of shares and sums.</summary>
    /// <param name="chosen">The choices.</param>
    /// <param name="classes">The classes of values by which they were made.</param>
    /// <param name="registry">The facts.</param>
    /// <param name="day">The day that the facts describe, where a day is counted from it.</param>
    public static IEnumerable<Example> Of(IReadOnlyDictionary<Choice, long> chosen, FactClasses classes, FactRegistry registry, DateOnly day)
    {
        var rows = chosen.Keys.OfType<Choice.ValueOf>().Select(value => value.Row + 1).DefaultIfEmpty(0).Max();
        var asks = chosen.Keys.Any(choice => choice is Choice.PartnerRows or Choice.IsListed or Choice.SumOf);
        yield return Made(Math.Max(rows, asks ? 1 : 0), isRepeated: false);
        if (asks)
        {
            yield return Made(Math.Max(2, rows), isRepeated: false);
            yield return Made(3, isRepeated: true);
        }

        Example Made(int partners, bool isRepeated)
        {
            var example = new Example(partners);
            foreach (var (choice, code) in chosen.Where(each => each.Key is Choice.ValueOf && each.Value != Fact.Unknown))
            {
                var (fact, row) = ((Choice.ValueOf)choice) is var value ? (value.Fact, value.Row) : default;
                foreach (var at in isRepeated && row == 0 ? Enumerable.Range(0, partners) : [row])
                {
                    example.Set(fact, at, code);
                }
            }

            example.Arrange(chosen, classes, registry, day);
            return example;
        }
    }

    /// <summary>The collaboration.</summary>
    public Collaboration ToCollaboration()
    {
        var collaboration = Partners == 0 ? new Collaboration() : new Collaboration { Partners = [.. Enumerable.Range(0, Partners).Select(row => new Partner { Name = NameOf(row) })] };
        foreach (var ((row, _), (fact, code)) in values)
        {
            collaboration = collaboration.With(FactChange.Of(fact, fact.IsPerPartner ? NameOf(row) : null, fact.ValueOf(code)));
        }

        return collaboration;
    }

    /// <summary>Gives a fact a value. What follows from others, lists and texts are left out: a test gives what they follow from.</summary>
    private void Set(Fact fact, int row, long code)
    {
        if (fact is { IsDerived: false, Type: not (FactType.List or FactType.Text) } && Fact.IsValue(code) && (!fact.IsPerPartner || row < Partners))
        {
            values[(fact.IsPerPartner ? Math.Max(row, 0) : -1, fact.Path)] = (fact, code);
        }
    }

    /// <summary>Gives values to facts of which the choices say only how they compare.</summary>
    private void Arrange(IReadOnlyDictionary<Choice, long> chosen, FactClasses classes, FactRegistry registry, DateOnly day)
    {
        foreach (var (choice, sign) in chosen)
        {
            switch (choice)
            {
                case Choice.OrderOf order when CodeOf(order.Right, order.Row) is { } right:
                    // One of the two moves by one: the other way where the limits of the first leave no room.
                    var step = Math.Sign(sign) * Fact.Encode(1);
                    var isLeft = IsWithin(order.Left, right + step);
                    Set(order.Left, order.Row, isLeft ? right + step : right);
                    Set(order.Right, order.Row, isLeft ? right : right - step);
                    break;
                case Choice.OrderOfDays order:
                    var to = order.Right == registry.AsOf ? day.DayNumber : CodeOf(order.Right, order.Row) ?? day.DayNumber;
                    Set(order.Right, order.Row, to);
                    Set(order.Left, order.Row, order.Shift.After(to) + Math.Sign(sign));
                    break;
                case Choice.SumOf sum:
                    var (least, _, hasValue) = classes.SumsOf(sum.Fact)[(int)sign];
                    for (var row = 0; row < Partners && hasValue; row++)
                    {
                        Set(sum.Fact, row, row == 0 ? least : 0);
                    }

                    break;
            }
        }
    }

    private static bool IsWithin(Fact fact, long code) => Fact.DecodeNumber(code) is var number && !(number < fact.Minimum) && !(number > fact.Maximum);

    private long? CodeOf(Fact fact, int row) => values.TryGetValue((fact.IsPerPartner ? row : -1, fact.Path), out var value) ? value.Code : null;
}
