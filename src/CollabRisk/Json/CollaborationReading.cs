namespace CollabRisk.Json;

/// <summary>What came of reading a collaboration from JSON: the collaboration, or everything that is wrong with the file.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CollaborationReading
{
    internal CollaborationReading(Collaboration? collaboration, IReadOnlyList<JsonProblem> problems, IReadOnlyList<JsonConversion>? conversions = null)
    {
        Conversions = conversions ?? [];
        Collaboration = collaboration;
        Problems = problems;
    }

    /// <summary>Whether there is no problem, and so a collaboration.</summary>
    public bool IsValid => Collaboration is not null;

    /// <summary>The collaboration; <see langword="null"/> where there is any problem. Nothing is half read.</summary>
    public Collaboration? Collaboration { get; }

    /// <summary>
    /// The problems in the order of the file; empty where there is none. Of more than 200 the last entry says how many are
    /// not listed.
    /// </summary>
    public IReadOnlyList<JsonProblem> Problems { get; }

    /// <summary>
    /// What was converted because the file is of an earlier version of the fact model, in the order of the file; empty where nothing was.
    /// Show it to whoever gave the file.
    /// </summary>
    public IReadOnlyList<JsonConversion> Conversions { get; }

    /// <summary>The collaboration.</summary>
    /// <exception cref="CollaborationJsonException">There is a problem; the message lists all of them.</exception>
    public Collaboration GetOrThrow() => Collaboration ?? throw new CollaborationJsonException(Problems);

    /// <summary>The problems, one a line, or that there is none.</summary>
    public override string ToString() => IsValid ? "no problems" : string.Join('\n', Problems);
}
