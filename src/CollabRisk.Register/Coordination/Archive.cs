using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Register.Access;
using CollabRisk.Register.Model;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Storage;
using CollabRisk.Text;

namespace CollabRisk.Register.Coordination;

/// <summary>Collaborations of a register as JSON: to be taken along, and to be brought into this or another register.</summary>
internal static class Archive
{
    public const string Format = "collabrisk-register/1";

    /// <summary>Writes collaborations with their rounds, answers, snapshots, plans and history. Links are not part of it.</summary>
    public static async Task<byte[]> ExportAsync(RegisterStore store, IReadOnlyList<Entry> entries, CancellationToken cancel)
    {
        var all = new List<ExportedEntry>();
        foreach (var entry in entries)
        {
            var (sheets, snapshots, changes) = (await store.SheetsAsync(entry.Id, cancel), await store.SnapshotsAsync(entry.Id, cancel), await store.ChangesAsync(entry.Id, cancel));

            // An open round is nobody's to see, and with letters nothing may tell who answered what.
            var isOpen = entry.OpenRound?.Number;
            all.Add(entry.Naming == Naming.Names
                ? new(entry, [.. sheets.Where(sheet => sheet.Round != isOpen)], snapshots, [.. changes.Where(change => isOpen is null || !change.Subject.EndsWith(FormattableString.Invariant($" {isOpen}"), StringComparison.Ordinal))])
                : new(entry, [], [.. snapshots.Select(snapshot => WithoutWho(entry, snapshot))], [.. changes.Where(change => change.Subject.Length == 0)]));
        }

        return JsonSerializer.SerializeToUtf8Bytes(new Export(Format, all), ArchiveJson.Default.Export);
    }

    /// <summary>Reads what a register exported, or one collaboration as the library writes it, which becomes one with a snapshot.</summary>
    public static IReadOnlyList<ImportedEntry> Read(string file, byte[] json, RuleShelf shelf, TimeProvider clock, List<string> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var format))
            {
                return format.ValueKind == JsonValueKind.String && format.GetString() == Format
                    ? Exported(file, document.RootElement.Deserialize(ArchiveJson.Default.Export)!, problems)
                    : Wrong($"its format is '{format}', and this register reads '{Format}'.");
            }
        }
        catch (JsonException e)
        {
            return Wrong($"it is not what a register exports{(e.Path is { Length: > 1 } path ? $", at {path}" : "")}. {(e.LineNumber is { } line ? FormattableString.Invariant($"Line {line + 1}.") : "")}");
        }

        var reading = CollaborationJson.Read(json);
        problems.AddRange(reading.Problems.Select(problem => $"{file}: {problem}"));
        return reading.Collaboration is { } collaboration && Of(file, collaboration, shelf, clock, problems) is { } one ? [one] : [];

        IReadOnlyList<ImportedEntry> Wrong(string problem)
        {
            problems.Add($"{file}: {problem}");
            return [];
        }
    }

    /// <summary>Keeps what was read: all of it or nothing. Each gets an id of its own, which follows from the request: nothing that is there is changed, and what is sent twice is kept once.</summary>
    public static Task<SaveResult> ImportAsync(RegisterStore store, IReadOnlyList<ImportedEntry> entries, Author author, CancellationToken cancel) =>
        store.AddAsync([.. entries.Select((each, at) => each.WithId(LinkSecret.IdFor(FormattableString.Invariant($"{author.By} {author.Request} {at}"))))], author, cancel);

    private static List<ImportedEntry> Exported(string file, Export export, List<string> problems)
    {
        var read = new List<ImportedEntry>();
        foreach (var each in export.Collaborations)
        {
            if (Mistake(each) is { } mistake)
            {
                problems.Add($"{file}: a collaboration cannot be taken: {mistake}");
                continue;
            }

            if (Names.ProblemOf(Names.Normalized(each.Collaboration.Name)) is { } problem)
            {
                problems.Add($"{file}: a collaboration cannot be taken: {problem}");
                continue;
            }

            if (each.Collaboration.Rounds.Count == 0)
            {
                problems.Add($"{file}: '{each.Collaboration.Name}' has no rounds. A register always exports one at least.");
                continue;
            }

            if (each.Collaboration.Respondents.FirstOrDefault(respondent => !LinkSecret.IsId(respondent.Id)) is { } stranger)
            {
                problems.Add($"{file}: '{each.Collaboration.Name}': '{Shown.Name(stranger.Id)}' is not an id of a respondent.");
            }

            if (each.Changes.FirstOrDefault(change => !IsDetail(change.Detail)) is { } broken)
            {
                problems.Add(FormattableString.Invariant($"{file}: '{each.Collaboration.Name}': the detail of the change {broken.Version} is not a JSON object."));
            }

            foreach (var facts in each.Snapshots.SelectMany(snapshot => snapshot.Views.Select(view => view.Facts).Append(snapshot.Facts)).OfType<string>())
            {
                problems.AddRange(CollaborationJson.Read(facts).Problems.Select(wrong => $"{file}: a snapshot of '{each.Collaboration.Name}': {wrong}"));
            }

            read.Add(new(each.Collaboration, each.Sheets, each.Snapshots, each.Changes));
        }

        return read;
    }

    private static bool IsDetail(string detail)
    {
        try
        {
            using var document = JsonDocument.Parse(detail);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What no register writes: a list with nothing in a place, or the same thing twice.</summary>
    private static string? Mistake(ExportedEntry? each) =>
        each is null ? "it is null."
        : new IEnumerable<object?>[] { each.Sheets, each.Snapshots, each.Changes, each.Collaboration.Partners, each.Collaboration.Respondents, each.Collaboration.Rounds, each.Collaboration.Packs, each.Snapshots.SelectMany(snapshot => snapshot?.Views ?? []) }
            .Any(list => list.Any(item => item is null)) ? "one of its lists has null in it."
        : each.Snapshots.GroupBy(snapshot => snapshot.Day).FirstOrDefault(same => same.Count() > 1) is { } day ? $"it has two snapshots of {CalendarDay.Write(day.Key)}."
        : each.Sheets.GroupBy(sheet => (sheet.Respondent, sheet.Round)).Any(same => same.Count() > 1) ? "a respondent has two sheets of one round."
        : each.Changes.GroupBy(change => (change.Subject, change.Version)).Any(same => same.Count() > 1) ? "two changes led to the same version."
        : null;

    private static ImportedEntry? Of(string file, Collaboration collaboration, RuleShelf shelf, TimeProvider clock, List<string> problems)
    {
        var book = shelf.EvaluatorOf([]).RuleBook;
        var unsuited = book.ProblemsOf(collaboration);
        problems.AddRange(unsuited.Select(problem => $"{file}: {problem}"));
        if (unsuited.Count > 0)
        {
            return null;
        }

        var (id, now) = (LinkSecret.NewId(), clock.GetUtcNow());
        var day = collaboration.AsOf ?? CalendarDay.Today(clock);
        var name = string.IsNullOrWhiteSpace(collaboration.Name) ? Path.GetFileNameWithoutExtension(file) : collaboration.Name;
        var entry = new Entry
        {
            Id = id,
            Name = name,
            Partners = [.. collaboration.Partners?.Select(partner => partner.Name) ?? []],
            RulesDigest = book.Digest,
            Rounds = [new(1, now, ClosedOn: day)],
        };
        return new(entry, [], [new Snapshot { Entry = id, Day = day, Facts = CollaborationJson.Write(collaboration, indented: false), RulesDigest = book.Digest, Range = $"{shelf.EvaluatorOf([]).Evaluate(collaboration with { AsOf = day }).Overall}" }], []);
    }

    /// <summary>A snapshot that does not tell who said what: letters alone, and in a small group only what the views come to together.</summary>
    private static Snapshot WithoutWho(Entry entry, Snapshot snapshot) => snapshot.Views.Count == 0 ? snapshot
        : snapshot.Views.Count < entry.SmallestGroup ? snapshot with { Views = [], Facts = CollaborationJson.Write(snapshot.Collaboration(entry), indented: false) }
        : snapshot with { Views = [.. snapshot.Views.Select(view => view with { Respondent = "" })] };

    /// <summary>What is exported.</summary>
    internal sealed record Export(string Format, IReadOnlyList<ExportedEntry> Collaborations);

    /// <summary>A collaboration with all that belongs to it.</summary>
    internal sealed record ExportedEntry(Entry Collaboration, IReadOnlyList<Sheet> Sheets, IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<Change> Changes);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Archive.Export))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
