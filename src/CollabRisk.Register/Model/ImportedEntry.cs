namespace CollabRisk.Register.Model;

/// <summary>A collaboration with all that belongs to it, which was read from an export and is to be kept.</summary>
internal sealed record ImportedEntry(Entry Entry, IReadOnlyList<Sheet> Sheets, IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<Change> Changes);
