using System.Globalization;

namespace CollabRisk.Text;

/// <summary>A moment with its offset as it is written in files and reports.</summary>
internal static class Moment
{
    /// <summary>One as an example, for messages.</summary>
    public const string Example = "2026-03-31T09:30:00+01:00";

    /// <summary>How a moment is written, for schemas.</summary>
    public const string Pattern = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?[+-][0-9]{2}:[0-9]{2}$";

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    public static string Write(DateTimeOffset moment) => moment.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The moment that a text writes; null where it writes none.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
