using CollabRisk.Register.Model;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Register.Coordination;

/// <summary>A snapshot as it is next to the others of its collaboration.</summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="assessment">What it comes to by the rules of today; null where it cannot be assessed.</param>
/// <param name="problem">Why it cannot be assessed, as sentences; null where it can.</param>
/// <param name="compare">Compares who answered for it and for those before it, where that is asked for.</param>
internal sealed class DayInTime(Snapshot snapshot, Assessment? assessment, string? problem, Func<Turnout?> compare)
{
    private readonly Lazy<Turnout?> turnout = new(compare);

    public Snapshot Snapshot => snapshot;

    public Assessment? Assessment => assessment;

    public string? Problem => problem;

    /// <summary>Who answered for it and for those before it; null where there is nothing to compare.</summary>
    public Turnout? Turnout => turnout.Value;

    /// <summary>What a file of the course has to say of this day; null where there is nothing.</summary>
    public HostNote? Note => InWords is { } text ? new(Snapshot.Day, text, isLeftOut: Problem is not null) : null;

    /// <summary>What is said where none of the days can be assessed.</summary>
    public const string None = "No day can be assessed";

    /// <summary>Why each of the days that cannot be assessed cannot be.</summary>
    public static IReadOnlyList<string> ProblemsOf(IReadOnlyList<DayInTime> days) => [.. days.Select(day => day.Problem).OfType<string>()];

    private string? InWords => Problem is null ? Turnout?.InWords : $"{Problem} It is left out here: what was raised on that day is not known, and what changed is told between the days before and after it.";
}

/// <summary>Facts of a day cannot be assessed by the rules of today. The message is for anyone: it has nothing of what was answered.</summary>
internal sealed class UnassessedException(DateOnly day, Exception fault)
    : Exception($"Its snapshot of {Wording.Day(day)} cannot be assessed. Where that failed is in the log of the register.", fault);
