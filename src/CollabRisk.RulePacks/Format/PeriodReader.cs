using System.Globalization;
using System.Text.RegularExpressions;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads times: <c>2 years</c>, <c>the next 6 months</c>.</summary>
internal static class PeriodReader
{
    private const string Length = "[1-9][0-9]{0,3} (day|week|month|year)s?";

    /// <summary>The form of a time, for every dialect of regular expressions.</summary>
    public const string Pattern = $"^{Length}$";

    /// <summary>The form of a time up to the day that the facts describe, or from it.</summary>
    public const string RunPattern = $"^the (last|next) {Length}$";

    private static readonly Regex Form = new("^(?:the (last|next) )?([1-9][0-9]{0,3}) (day|week|month|year)s?$", RegexOptions.NonBacktracking);

    /// <summary>A time; null where there is none, which is reported then.</summary>
    public static Period? Read(YamlNode value, ReportProblem report, Fact fact)
    {
        if (Matched(value) is { } match && !match.Groups[1].Success)
        {
            return Of(match);
        }

        report(PackProblemKinds.WrongTest, $"{value.InWords} is not a time for '{ConditionReader.PathOf(fact)}'. Write a whole number and a unit, such as '2 years', '6 months' or '30 days'.", value.Place);
        return null;
    }

    /// <summary>From when to when a time runs, counted from the day that the facts describe; null where there is none, which is reported then.</summary>
    public static (Period From, Period To)? ReadRun(YamlNode value, ReportProblem report, Fact fact)
    {
        if (Matched(value) is { } match && match.Groups[1].Success)
        {
            return match.Groups[1].Value == "last" ? (Of(match).Turned, Period.None) : (Period.None, Of(match));
        }

        report(PackProblemKinds.WrongTest, $"{value.InWords} does not say when '{ConditionReader.PathOf(fact)}' is. Write 'the last 6 months' or 'the next 6 months'; they are counted from the day that the facts describe.", value.Place);
        return null;
    }

    private static Match? Matched(YamlNode value) => value is YamlScalar scalar && Form.Match(scalar.Text) is { Success: true } match ? match : null;

    private static Period Of(Match match) => Period.Of(int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[3].Value switch
    {
        "day" => TimeUnit.Days,
        "week" => TimeUnit.Weeks,
        "month" => TimeUnit.Months,
        _ => TimeUnit.Years,
    });
}
