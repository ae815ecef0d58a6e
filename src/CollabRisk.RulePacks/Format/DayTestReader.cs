using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads what a day is compared with: a day of the calendar, the day that the facts describe, another day, or a time before or after one.</summary>
internal sealed class DayTestReader(Fact fact, ReportProblem report, Func<YamlScalar, Fact?> factNamed)
{
    public const string Before = "before";
    public const string After = "after";
    public const string OlderThan = "older than";
    public const string Within = FactTestReader.Within;
    public const string Plus = "plus";
    public const string Minus = "minus";

    /// <summary>The day that the facts describe, as conditions name it.</summary>
    public const string AsOf = "asOf";

    /// <summary>The comparisons of days, which have words of their own besides those of numbers.</summary>
    public static readonly IReadOnlyDictionary<string, Comparison> Comparisons = new Dictionary<string, Comparison>(FactTestReader.Comparisons, StringComparer.Ordinal)
    {
        [Before] = Comparison.Less,
        [After] = Comparison.Greater,
    };

    private readonly FactTestReader tests = new(fact, report, factNamed);

    /// <summary>The test; null where the value cannot be read, which is reported then.</summary>
    public Condition? Read(YamlNode value) => value switch
    {
        YamlScalar scalar => Day(scalar) is { } code ? new NumberTest(fact, Comparison.Equal, code) : null,
        YamlMap { Entries.Count: > 0 } map => FactTestReader.Together([.. map.Entries.Select(entry => Read(entry.Key, entry.Value))], map),
        _ => tests.Mistaken(value),
    };

    private Condition? Read(YamlScalar key, YamlNode operand)
    {
        switch (key.Text)
        {
            case OlderThan:
                return PeriodReader.Read(operand, report, fact) is { } age ? SinceAsOf(Comparison.Less, age.Turned, operand) : null;
            case Within:
                return PeriodReader.ReadRun(operand, report, fact) is (var from, var to)
                    && SinceAsOf(Comparison.AtLeast, from, operand) is { } first && SinceAsOf(Comparison.AtMost, to, operand) is { } last
                    ? new AllOf([first, last]) : null;
            case var name when Comparisons.TryGetValue(name, out var comparison):
                return Compared(comparison, operand);
            default:
                return tests.WrongKey(key, [.. Comparisons.Keys, OlderThan, Within]);
        }
    }

    private Condition? Compared(Comparison comparison, YamlNode operand)
    {
        if (operand is YamlScalar { Text: not AsOf } scalar)
        {
            return Day(scalar) is { } code ? new NumberTest(fact, comparison, code) : null;
        }

        if (operand is YamlScalar)
        {
            return SinceAsOf(comparison, Period.None, operand);
        }

        if (OtherDay(operand) is not (var other, var shift))
        {
            return null;
        }

        if (other.Type == FactType.Date)
        {
            return new DayPairTest(fact, comparison, other, shift);
        }

        report(PackProblemKinds.WrongTest, $"'{ConditionReader.PathOf(fact)}' is a day, and '{ConditionReader.PathOf(other)}' is none, so they cannot be compared.", operand.Place, ConditionReader.OneOfAPack(fact, other));
        return null;
    }

    /// <summary>The other day of <c>{fact: path, minus: 2 years}</c>, and the time by which it is moved.</summary>
    private (Fact Day, Period Shift)? OtherDay(YamlNode operand)
    {
        var shift = (Period?)Period.None;
        if (operand is YamlMap { Entries: [var first, ({ Text: Plus or Minus } direction, var time)] } map)
        {
            shift = PeriodReader.Read(time, report, fact) is { } period ? direction.Text == Plus ? period : period.Turned : null;
            operand = map with { Entries = [first] };
        }

        return tests.Operand(operand) is { } day && shift is { } moved ? (day, moved) : null;
    }

    private DayPairTest? SinceAsOf(Comparison comparison, Period shift, YamlNode operand) =>
        factNamed(new YamlScalar(operand.Place, AsOf, IsQuoted: false)) is { } asOf ? new(fact, comparison, asOf, shift) { Place = operand.Place } : null;

    private long? Day(YamlScalar scalar)
    {
        if (CalendarDay.Read(scalar.Text) is { } day)
        {
            return day.DayNumber;
        }

        tests.Mistaken(scalar);
        return null;
    }
}
