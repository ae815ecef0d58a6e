using System.Globalization;

namespace CollabRisk.Conditions;

/// <summary>In what a time is counted. A month and a year are those of the calendar.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Weeks of seven days.</summary>
    Weeks,

    /// <summary>Months of the calendar: one after 31 January is the last day of February.</summary>
    Months,

    /// <summary>Years of the calendar: one after 29 February is 28 February.</summary>
    Years,
}

/// <summary>A time in months or in days, forward or back.</summary>
internal readonly record struct Period(int Months, int Days)
{
    /// <summary>The largest number of a unit that conditions may ask for.</summary>
    public const int MostUnits = 9_999;

    public static Period None => default;

    /// <summary>Whether it goes back in time.</summary>
    public bool IsBack => Months < 0 || Days < 0;

    /// <summary>The same time the other way.</summary>
    public Period Turned => new(-Months, -Days);

    /// <summary>How many days it has at least, and at most, with its direction.</summary>
    public (long Least, long Most) InDays
    {
        get
        {
            // Short months and the years between leap years take no run of months further than this from the average month.
            var (average, most) = (Months * 30.436875, 7);
            return Months == 0 ? (Days, Days) : ((long)Math.Floor(average - most), (long)Math.Ceiling(average + most));
        }
    }

    /// <summary>The time in the largest unit that fits, without its direction.</summary>
    public string Length
    {
        get
        {
            var (months, days) = (Math.Abs(Months), Math.Abs(Days));
            var (count, unit) = months == 0 ? days % 7 == 0 ? (days / 7, "week") : (days, "day") : months % 12 == 0 ? (months / 12, "year") : (months, "month");
            return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
        }
    }

    public static Period Of(int count, TimeUnit unit) => unit switch
    {
        TimeUnit.Days => new(0, count),
        TimeUnit.Weeks => new(0, 7 * count),
        TimeUnit.Months => new(count, 0),
        _ => new(12 * count, 0),
    };

    /// <summary>The day that is so long after another, both as codes; the first or last of the calendar where there is none.</summary>
    public long After(long code)
    {
        var day = DateOnly.FromDayNumber((int)code);
        var month = (day.Year * 12L) + day.Month - 1 + Months;
        var moved = month < 12 ? DateOnly.MinValue.DayNumber : month >= 120_000 ? DateOnly.MaxValue.DayNumber : day.AddMonths(Months).DayNumber;
        return Math.Clamp((long)moved + Days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
    }
}
