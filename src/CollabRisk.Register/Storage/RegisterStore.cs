using CollabRisk.Register.Model;

namespace CollabRisk.Register.Storage;

/// <summary>What the register keeps. Every change says which version it is based on, is kept in the history, and is made once.</summary>
internal sealed class RegisterStore(Database database, TimeProvider clock)
{
    private const string NoDetail = "{}";

    private const string Followed = "opened their link.";

    public Database Database { get; } = database;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A collaboration; null where there is none of the id.</summary>
    public Task<Entry?> FindAsync(string id, CancellationToken cancel) => Database.ReadAsync(work => EntryOf(work, id), cancel);

    public Task<IReadOnlyList<Entry>> AllAsync(CancellationToken cancel) => Database.ReadAsync(
        async work => (IReadOnlyList<Entry>)[.. (await work.AllAsync<VersionedRow>("SELECT version, body FROM entry ORDER BY id")).Select(EntryOf)], cancel);

    /// <summary>The sheets of a collaboration; none of a respondent and round in which nothing was said.</summary>
    public Task<IReadOnlyList<Sheet>> SheetsAsync(string entry, CancellationToken cancel) => Database.ReadAsync(work => SheetsOf(work, entry), cancel);

    /// <summary>The sheets of a collaboration within a change of it, so that none is saved between reading them and what follows from them.</summary>
    public static async Task<IReadOnlyList<Sheet>> SheetsOf(Work work, string entry) =>
        [.. (await work.AllAsync<VersionedRow>("SELECT version, body FROM sheet WHERE entry = @entry ORDER BY round, respondent", new { entry })).Select(SheetOf)];

    /// <summary>The snapshots of a collaboration, the earliest first.</summary>
    public Task<IReadOnlyList<Snapshot>> SnapshotsAsync(string entry, CancellationToken cancel) => Database.ReadAsync(
        async work => (IReadOnlyList<Snapshot>)[.. (await work.AllAsync<string>("SELECT body FROM snapshot WHERE entry = @entry ORDER BY day", new { entry })).Select(RegisterJson.ReadSnapshot)], cancel);

    /// <summary>The last snapshot of a collaboration; null where it has none.</summary>
    public Task<Snapshot?> LastSnapshotAsync(string entry, CancellationToken cancel) => Database.ReadAsync(
        async work => await work.FirstOrNoneAsync<string>("SELECT body FROM snapshot WHERE entry = @entry ORDER BY day DESC LIMIT 1", new { entry }) is { } body ? RegisterJson.ReadSnapshot(body) : null, cancel);

    /// <summary>The last snapshot of each collaboration that has one.</summary>
    public Task<IReadOnlyList<Snapshot>> LastSnapshotsAsync(CancellationToken cancel) => Database.ReadAsync(
        async work => (IReadOnlyList<Snapshot>)[.. (await work.AllAsync<string>("SELECT body FROM snapshot AS s WHERE day = (SELECT MAX(day) FROM snapshot WHERE entry = s.entry) ORDER BY entry")).Select(RegisterJson.ReadSnapshot)], cancel);

    /// <summary>The history of a collaboration and its sheets, the latest change first.</summary>
    public Task<IReadOnlyList<Change>> ChangesAsync(string entry, CancellationToken cancel) => Database.ReadAsync(
        async work => InOrder((await work.AllAsync<ChangeRow>("SELECT subject, version, made_at AS MadeAt, made_by AS MadeBy, what, body FROM change WHERE entry = @entry ORDER BY subject, version", new { entry }))
            .Select(row => new Change(row.Subject, row.Version, At(row.MadeAt), row.MadeBy, row.What, row.Body))),
        cancel);

    /// <summary>The latest first. Where a clock jumped back, a change still comes after the one that it is based on.</summary>
    private static IReadOnlyList<Change> InOrder(IEnumerable<Change> bySubject)
    {
        var placed = new List<(DateTimeOffset Place, Change Change)>();
        foreach (var change in bySubject)
        {
            var place = placed is [.., var before] && before.Change.Subject == change.Subject && before.Place > change.At ? before.Place : change.At;
            placed.Add((place, change));
        }

        return [.. placed.OrderByDescending(each => each.Place).ThenByDescending(each => each.Change.Version).Select(each => each.Change)];
    }

    /// <summary>Keeps a new collaboration, with the links that go with it.</summary>
    public Task<SaveResult> AddAsync(Entry entry, IEnumerable<Link> links, Author author, string what, CancellationToken cancel) => SaveAsync(
        async work =>
        {
            var kept = entry with { Version = 1 };
            if (await work.FirstOrNoneAsync<string>("SELECT id FROM entry WHERE id = @Id", new { kept.Id }) is not null)
            {
                return SaveResult.SavedBefore;
            }

            await work.ExecuteAsync("INSERT INTO entry (id, version, body) VALUES (@Id, @Version, @body)", new { kept.Id, kept.Version, body = RegisterJson.Write(kept) });
            await AddChange(work, kept.Id, "", 1, author, what, NoDetail);
            foreach (var link in links)
            {
                await AddLink(work, link);
            }

            return SaveResult.Saved;
        },
        cancel);

    /// <summary>Keeps collaborations that were exported, with their history; all of them or none. Those of a request that was taken before are there already.</summary>
    public Task<SaveResult> AddAsync(IReadOnlyList<ImportedEntry> imported, Author author, CancellationToken cancel) => SaveAsync(
        async work =>
        {
            foreach (var (entry, sheets, snapshots, changes) in imported)
            {
                if (await EntryOf(work, entry.Id) is not null)
                {
                    return SaveResult.SavedBefore;
                }

                var version = changes.Where(change => change.Subject.Length == 0).Select(change => change.Version).DefaultIfEmpty(0).Max() + 1;
                await work.ExecuteAsync("INSERT INTO entry (id, version, body) VALUES (@Id, @version, @body)", new { entry.Id, version, body = RegisterJson.Write(entry with { Version = version }) });
                foreach (var sheet in sheets)
                {
                    await work.ExecuteAsync(
                        "INSERT INTO sheet (entry, respondent, round, version, body) VALUES (@Entry, @Respondent, @Round, @Version, @body)",
                        new { sheet.Entry, sheet.Respondent, sheet.Round, sheet.Version, body = RegisterJson.Write(sheet) });
                }

                foreach (var snapshot in snapshots)
                {
                    await AddSnapshot(work, snapshot);
                }

                foreach (var change in changes)
                {
                    await work.ExecuteAsync(
                        "INSERT INTO change (entry, subject, version, made_at, made_by, request, what, body) VALUES (@Id, @Subject, @Version, @at, @By, '', @What, @Detail)",
                        new { entry.Id, change.Subject, change.Version, at = change.At.ToUnixTimeMilliseconds(), change.By, change.What, change.Detail });
                }

                await AddChange(work, entry.Id, "", version, author, "The collaboration was brought in from an export.", NoDetail);
            }

            return SaveResult.Saved;
        },
        cancel);

    /// <summary>Keeps a collaboration as it was changed, and whatever belongs to the same change.</summary>
    /// <param name="changed">The collaboration; its version is the one that the change is based on.</param>
    /// <param name="author">Who made it.</param>
    /// <param name="what">What was changed, as a sentence.</param>
    /// <param name="detail">The values as JSON.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="also">What is kept with it, or not at all.</param>
    /// <param name="unless">Whether what respondents have answered meanwhile speaks against it; none answers until it is kept.</param>
    public Task<SaveResult> SaveAsync(
        Entry changed, Author author, string what, string? detail, CancellationToken cancel, Func<Work, Task>? also = null, Func<IReadOnlyList<Sheet>, bool>? unless = null) => SaveAsync(
        async work =>
        {
            if (unless is not null && await LockedEntry(work, changed.Id, Database.OwnLock) is { } now && now.Version == changed.Version && unless(await SheetsOf(work, changed.Id)))
            {
                return SaveResult.Outdated;
            }

            var kept = changed with { Version = changed.Version + 1 };
            if (await work.ExecuteAsync("UPDATE entry SET version = @next, body = @body WHERE id = @Id AND version = @Version", new { next = kept.Version, body = RegisterJson.Write(kept), changed.Id, changed.Version }) == 0)
            {
                return await WhyNot(work, changed.Id, "", changed.Version + 1, author, "SELECT version FROM entry WHERE id = @entry", new { entry = changed.Id });
            }

            await AddChange(work, kept.Id, "", kept.Version, author, what, detail ?? NoDetail);
            await (also?.Invoke(work) ?? Task.CompletedTask);
            return SaveResult.Saved;
        },
        cancel);

    /// <summary>
    /// Keeps a sheet as it was changed; its version is the one that the change is based on. A first answer is kept only under what the respondent was shown of who will see it, and
    /// about the partners of the collaboration as they answered about it.
    /// </summary>
    public Task<SaveResult> SaveAsync(Sheet changed, Entry about, string shown, Author author, string what, string detail, CancellationToken cancel) => SaveAsync(
        async work =>
        {
            // A round that is closed meanwhile takes no more answers: closing changes the entry, and waits for this or is waited for.
            if (await LockedEntry(work, changed.Entry, Database.SharedLock) is not { } entry)
            {
                return SaveResult.Gone;
            }

            // Kept by the same request just before it was closed, it is kept.
            if (entry.OpenRound?.Number != changed.Round && await IsOfAsync(work, changed.Entry, changed.Subject, changed.Version + 1, author))
            {
                return SaveResult.SavedBefore;
            }

            if (entry.OpenRound?.Number != changed.Round || entry.RespondentOf(changed.Respondent) is null || (changed.Version == 0 && !(entry.Telling == shown && entry.PartnersIn(entry.LastRound).SequenceEqual(about.PartnersIn(about.LastRound)))))
            {
                return SaveResult.Outdated;
            }

            var kept = changed with { Version = changed.Version + 1 };
            var values = new { kept.Entry, kept.Respondent, kept.Round, next = kept.Version, body = RegisterJson.Write(kept), before = changed.Version };
            var rows = changed.Version == 0
                ? await work.ExecuteAsync("INSERT INTO sheet (entry, respondent, round, version, body) VALUES (@Entry, @Respondent, @Round, @next, @body) ON CONFLICT (entry, respondent, round) DO NOTHING", values)
                : await work.ExecuteAsync("UPDATE sheet SET version = @next, body = @body WHERE entry = @Entry AND respondent = @Respondent AND round = @Round AND version = @before", values);
            if (rows == 0)
            {
                return await WhyNot(
                    work, kept.Entry, kept.Subject, kept.Version, author, "SELECT version FROM sheet WHERE entry = @Entry AND respondent = @Respondent AND round = @Round", values);
            }

            await AddChange(work, kept.Entry, kept.Subject, kept.Version, author, what, detail);
            return SaveResult.Saved;
        },
        cancel);

    /// <summary>Whether a request has changed a collaboration before, or a sheet of it.</summary>
    public Task<bool> WasKeptAsync(string entry, string subject, Author author, CancellationToken cancel) => Database.ReadAsync(
        async work => await work.FirstOrNoneAsync<string>("SELECT request FROM change WHERE entry = @entry AND subject = @subject AND made_by = @By AND request = @Request", new { entry, subject, author.By, author.Request }) is not null, cancel);

    /// <summary>Keeps a snapshot, within a change of its collaboration.</summary>
    public static Task AddSnapshot(Work work, Snapshot snapshot) => work.ExecuteAsync(
        "INSERT INTO snapshot (entry, day, body) VALUES (@Entry, @day, @body)", new { snapshot.Entry, day = Text.CalendarDay.Write(snapshot.Day), body = RegisterJson.Write(snapshot) });

    /// <summary>Keeps a snapshot under another day, within a change of its collaboration.</summary>
    public static async Task MoveSnapshot(Work work, DateOnly from, Snapshot snapshot)
    {
        await work.ExecuteAsync("DELETE FROM snapshot WHERE entry = @Entry AND day = @day", new { snapshot.Entry, day = Text.CalendarDay.Write(from) });
        await AddSnapshot(work, snapshot);
    }

    /// <summary>Deletes a collaboration with all that was said about it.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> DeleteAsync(string entry, CancellationToken cancel)
    {
        var isDeleted = await Database.WriteAsync(async work => await work.ExecuteAsync("DELETE FROM entry WHERE id = @entry", new { entry }) > 0, cancel);
        await Database.ScrubAsync(cancel);
        return isDeleted;
    }

    /// <summary>Deletes a respondent with whatever they said: sheets, views, their part of the history, links. A snapshot of which too little is left goes too.</summary>
    public async Task<SaveResult> DeleteAsync(Entry entry, string respondent, Author author, CancellationToken cancel)
    {
        var without = entry with { Respondents = [.. entry.Respondents.Where(each => each.Id != respondent)] };
        var result = await SaveAsync(
            without, author, "A respondent was deleted, with all they said.", null, cancel,
            async work =>
            {
                var values = new { entry = entry.Id, respondent, subjects = $"sheet {respondent} %" };
                await work.ExecuteAsync("DELETE FROM sheet WHERE entry = @entry AND respondent = @respondent", values);
                await work.ExecuteAsync("DELETE FROM change WHERE entry = @entry AND subject LIKE @subjects", values);
                await work.ExecuteAsync("DELETE FROM link WHERE entry = @entry AND respondent = @respondent", values);
                foreach (var snapshot in (await work.AllAsync<string>("SELECT body FROM snapshot WHERE entry = @entry", values)).Select(RegisterJson.ReadSnapshot).Where(snapshot => snapshot.Views.Any(view => view.Respondent == respondent)))
                {
                    var rest = snapshot.Without(respondent, entry.Naming);
                    await work.ExecuteAsync(
                        rest is null ? "DELETE FROM snapshot WHERE entry = @entry AND day = @day" : "UPDATE snapshot SET body = @body WHERE entry = @entry AND day = @day",
                        new { body = rest is null ? null : RegisterJson.Write(rest), entry = entry.Id, day = Text.CalendarDay.Write(snapshot.Day) });
                }
            });
        await Database.ScrubAsync(cancel);
        return result;
    }

    public Task<Link?> LinkAsync(string id, CancellationToken cancel) => Database.ReadAsync(
        async work => await work.FirstOrNoneAsync<LinkRow>($"SELECT {LinkRow.Columns} FROM link WHERE id = @id", new { id }) is { } row ? row.ToLink() : null, cancel);

    /// <summary>The links of a collaboration, or those for all where it is null; the latest first.</summary>
    public Task<IReadOnlyList<Link>> LinksAsync(string? entry, CancellationToken cancel) => Database.ReadAsync(
        async work => (IReadOnlyList<Link>)[.. (await work.AllAsync<LinkRow>(
            entry is null ? $"SELECT {LinkRow.Columns} FROM link WHERE entry IS NULL ORDER BY made_at DESC" : $"SELECT {LinkRow.Columns} FROM link WHERE entry = @entry ORDER BY made_at DESC", new { entry })).Select(row => row.ToLink())],
        cancel);

    /// <summary>Keeps a link.</summary>
    /// <returns>Whether it is new: a request that is sent twice has one link.</returns>
    public async Task<bool> AddAsync(Link link, CancellationToken cancel)
    {
        try
        {
            return await Database.WriteAsync(work => AddLink(work, link), cancel) > 0;
        }
        catch (System.Data.Common.DbException e) when (Database.IsTaken(e))
        {
            return false;
        }
    }

    /// <summary>Ends a link now.</summary>
    /// <returns>Whether it was in force.</returns>
    public Task<bool> RevokeAsync(string id, CancellationToken cancel) => Database.WriteAsync(work => RevokeAsync(work, id), cancel);

    /// <summary>Ends a link, within a change of its collaboration.</summary>
    public async Task<bool> RevokeAsync(Work work, string id) =>
        await work.ExecuteAsync("UPDATE link SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL", new { id, now = Now }) > 0;

    /// <summary>Notes something that changes no collaboration: who got in, what was downloaded, what was refused.</summary>
    public Task NoteAsync(string by, string what, string? entry, string detail, CancellationToken cancel) => Database.WriteAsync(
        work => work.ExecuteAsync(
            "INSERT INTO audit (id, made_at, made_by, what, entry, detail) VALUES (@id, @now, @by, @what, @entry, @detail)",
            new { id = Guid.CreateVersion7().ToString("N"), now = Now, by, what, entry, detail }),
        cancel);

    /// <summary>Whether someone noted something of a collaboration.</summary>
    public Task<bool> WasNotedAsync(string by, string what, string entry, CancellationToken cancel) => Database.ReadAsync(
        async work => await work.FirstOrNoneAsync<string>("SELECT id FROM audit WHERE entry = @entry AND what = @what AND made_by = @by LIMIT 1", new { by, what, entry }) is not null, cancel);

    /// <summary>Notes that a link was followed.</summary>
    public Task NoteFollowedAsync(string by, string? entry, CancellationToken cancel) => NoteAsync(by, Followed, entry, "", cancel);

    /// <summary>When links to a collaboration were followed, by whose they are; the latest first.</summary>
    public Task<ILookup<string, DateTimeOffset>> FollowedAsync(string entry, CancellationToken cancel) => Database.ReadAsync(
        async work => (await work.AllAsync<FollowedRow>("SELECT made_by AS MadeBy, made_at AS MadeAt FROM audit WHERE entry = @entry AND what = @Followed ORDER BY made_at DESC", new { entry, Followed }))
            .ToLookup(row => row.MadeBy, row => At(row.MadeAt), StringComparer.Ordinal),
        cancel);

    /// <summary>What was noted last, the latest first.</summary>
    public Task<IReadOnlyList<AuditNote>> NotesAsync(int most, CancellationToken cancel) => Database.ReadAsync(
        async work => (IReadOnlyList<AuditNote>)[.. (await work.AllAsync<AuditRow>("SELECT made_at AS MadeAt, made_by AS MadeBy, what, entry, detail FROM audit ORDER BY made_at DESC, id DESC LIMIT @most", new { most }))
            .Select(row => new AuditNote(At(row.MadeAt), row.MadeBy, row.What, row.Entry, row.Detail))],
        cancel);

    /// <summary>A value that all nodes share, made by the first one that asks for it.</summary>
    public Task<string> SettingAsync(string name, Func<string> make, CancellationToken cancel) => Database.WriteAsync(
        async work =>
        {
            await work.ExecuteAsync("INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO NOTHING", new { name, value = make() });
            return await work.FirstAsync<string>("SELECT value FROM setting WHERE name = @name", new { name });
        },
        cancel);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static Entry EntryOf(VersionedRow row) => RegisterJson.ReadEntry(row.Body) with { Version = row.Version };

    private static Sheet SheetOf(VersionedRow row) => RegisterJson.ReadSheet(row.Body) with { Version = row.Version };

    private static async Task<Entry?> EntryOf(Work work, string id) =>
        await work.FirstOrNoneAsync<VersionedRow>("SELECT version, body FROM entry WHERE id = @id", new { id }) is { } row ? EntryOf(row) : null;

    /// <summary>The entry, which no one else changes until this transaction ends.</summary>
    private static async Task<Entry?> LockedEntry(Work work, string id, string byLock) =>
        await work.FirstOrNoneAsync<VersionedRow>($"SELECT version, body FROM entry WHERE id = @id{byLock}", new { id }) is { } row ? EntryOf(row) : null;

    /// <summary>Saves, unless the same key was taken at the same moment, which is another's change.</summary>
    private async Task<SaveResult> SaveAsync(Func<Work, Task<SaveResult>> save, CancellationToken cancel)
    {
        try
        {
            return await Database.WriteAsync(save, cancel);
        }
        catch (System.Data.Common.DbException e) when (Database.IsTaken(e))
        {
            return SaveResult.Outdated;
        }
    }

    /// <summary>Why nothing was changed: it is gone, it is another version now, or this very request was taken before.</summary>
    private static async Task<SaveResult> WhyNot(Work work, string entry, string subject, long version, Author author, string current, object values) =>
        await work.FirstOrNoneAsync<long?>(current, values) is null ? SaveResult.Gone
        : await IsOfAsync(work, entry, subject, version, author) ? SaveResult.SavedBefore
        : SaveResult.Outdated;

    /// <summary>Whether it was this very request that led to a version.</summary>
    private static async Task<bool> IsOfAsync(Work work, string entry, string subject, long version, Author author) =>
        await work.FirstOrNoneAsync<string>("SELECT request FROM change WHERE entry = @entry AND subject = @subject AND version = @version", new { entry, subject, version }) == author.Request;

    private Task<int> AddChange(Work work, string entry, string subject, long version, Author author, string what, string body) => work.ExecuteAsync(
        "INSERT INTO change (entry, subject, version, made_at, made_by, request, what, body) VALUES (@entry, @subject, @version, @now, @By, @Request, @what, @body)",
        new { entry, subject, version, now = Now, author.By, author.Request, what, body });

    /// <summary>Keeps a link, within a change of its collaboration.</summary>
    public static Task<int> AddLink(Work work, Link link) => work.ExecuteAsync(
        "INSERT INTO link (id, digest, role, entry, respondent, made_at, ends_at, revoked_at) VALUES (@Id, @Digest, @role, @Entry, @Respondent, @made, @ends, @revoked)",
        new
        {
            link.Id,
            link.Digest,
            role = $"{link.Role}",
            link.Entry,
            link.Respondent,
            made = link.MadeAt.ToUnixTimeMilliseconds(),
            ends = link.EndsAt?.ToUnixTimeMilliseconds(),
            revoked = link.RevokedAt?.ToUnixTimeMilliseconds(),
        });

    // Dapper fills these by the names of the columns.
    private sealed class VersionedRow
    {
        public long Version { get; init; }

        public string Body { get; init; } = "";
    }

    private sealed class ChangeRow
    {
        public string Subject { get; init; } = "";

        public long Version { get; init; }

        public long MadeAt { get; init; }

        public string MadeBy { get; init; } = "";

        public string What { get; init; } = "";

        public string Body { get; init; } = "";
    }

    private sealed class AuditRow
    {
        public long MadeAt { get; init; }

        public string MadeBy { get; init; } = "";

        public string What { get; init; } = "";

        public string? Entry { get; init; }

        public string Detail { get; init; } = "";
    }

    private sealed class FollowedRow
    {
        public long MadeAt { get; init; }

        public string MadeBy { get; init; } = "";
    }

    private sealed class LinkRow
    {
        public const string Columns = "id, digest, role, entry, respondent, made_at AS MadeAt, ends_at AS EndsAt, revoked_at AS RevokedAt";

        public string Id { get; init; } = "";

        public string Digest { get; init; } = "";

        public string Role { get; init; } = "";

        public string? Entry { get; init; }

        public string? Respondent { get; init; }

        public long MadeAt { get; init; }

        public long? EndsAt { get; init; }

        public long? RevokedAt { get; init; }

        public Link ToLink() => new()
        {
            Id = Id,
            Digest = Digest,
            Role = Enum.Parse<Role>(Role),
            Entry = Entry,
            Respondent = Respondent,
            MadeAt = At(MadeAt),
            EndsAt = EndsAt is { } ends ? At(ends) : null,
            RevokedAt = RevokedAt is { } revoked ? At(revoked) : null,
        };
    }
}

/// <summary>Something that was noted.</summary>
internal sealed record AuditNote(DateTimeOffset At, string By, string What, string? Entry, string Detail);
