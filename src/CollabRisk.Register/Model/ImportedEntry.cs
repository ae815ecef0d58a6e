namespace CollabRisk.Register.Model;

/// <summary>A collaboration with all that belongs to it, which was read from an export and is to be kept.</summary>
internal sealed record ImportedEntry(Entry Entry, IReadOnlyList<Sheet> Sheets, IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<Change> Changes)
{
    /// <summary>The same under another id.</summary>
    public ImportedEntry WithId(string id) =>
        new(Entry with { Id = id }, [.. Sheets.Select(sheet => sheet with { Entry = id })], [.. Snapshots.Select(snapshot => snapshot with { Entry = id })], Changes);
}
