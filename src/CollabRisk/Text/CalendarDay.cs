using System.Globalization;
using System.Text.RegularExpressions;

namespace CollabRisk.Text;

/// <summary>A day of the calendar as it is written everywhere: in files, on the command line and in reports.</summary>
internal static partial class CalendarDay
{
    /// <summary>How a day is written, for schemas. What fits it is a day only where the calendar has it.</summary>
    public const string Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private const string Format = "yyyy-MM-dd";

    /// <summary>The day that it is by a clock, where the clock is.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Whether a text is written as a day is, be it in the calendar or not.</summary>
    public static bool IsWrittenAsOne(string text) => text.Length == Format.Length && Written.IsMatch(text);

    /// <summary>The day that a text writes; null where it writes none.</summary>
    public static DateOnly? Read(string text) => TryRead(text, out var day) ? day : null;

    public static bool TryRead(string text, out DateOnly day) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    [GeneratedRegex(Pattern)]
    private static partial Regex Written { get; }
}
