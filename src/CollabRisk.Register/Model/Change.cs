namespace CollabRisk.Register.Model;

/// <summary>A change that someone made: never taken back, only followed by others.</summary>
/// <param name="Subject">What was changed: empty for the entry itself, or a sheet.</param>
/// <param name="Version">The version that it led to.</param>
/// <param name="At">When, by the clock of the machine. The order is that of the versions.</param>
/// <param name="By">Who, in words.</param>
/// <param name="What">What, as a sentence.</param>
/// <param name="Detail">The values, before and after, as JSON.</param>
internal sealed record Change(string Subject, long Version, DateTimeOffset At, string By, string What, string Detail);

/// <summary>Who makes a change, and by which request.</summary>
/// <param name="By">Who, in words.</param>
/// <param name="Request">What tells one request from another, so that one that is sent twice is taken once.</param>
internal readonly record struct Author(string By, string Request);

/// <summary>What came of a change.</summary>
internal enum SaveResult
{
    /// <summary>It is kept.</summary>
    Saved,

    /// <summary>The same request was kept already.</summary>
    SavedBefore,

    /// <summary>Someone else changed it meanwhile: nothing was kept.</summary>
    Outdated,

    /// <summary>It is not there any more.</summary>
    Gone,
}
