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
        Export? export = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var format))
            {
                if (format.ValueKind != JsonValueKind.String || !format.ValueEquals(Format))
                {
                    return Wrong($"its format is {Shown.Name(format.GetRawText())}, and this register reads \"{Format}\".");
                }

                export = document.RootElement.Deserialize(ArchiveJson.Default.Export);
            }
        }
        catch (JsonException e)
        {
            return Wrong($"it is not what a register exports{(e.Path is { Length: > 1 } path ? $", at {path}" : "")}. {(e.LineNumber is { } line ? FormattableString.Invariant($"Line {line + 1}. ") : "")}Give what a register exported, or a collaboration as JSON that the tool collabrisk writes.");
        }

        if (export is not null)
        {
            return Exported(file, export, shelf, CalendarDay.Today(clock), problems);
        }

        var reading = CollaborationJson.Read(json, shelf.EvaluatorOf([]).RuleBook);
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

    private static List<ImportedEntry> Exported(string file, Export export, RuleShelf shelf, DateOnly today, List<string> problems)
    {
        var read = new List<ImportedEntry>();
        for (var at = 0; at < export.Collaborations.Count; at++)
        {
            var each = export.Collaborations[at];
            var wrong = ArchiveCheck.Problems(each, shelf, today);
            var which = string.IsNullOrWhiteSpace(each?.Collaboration.Name) ? FormattableString.Invariant($"collaborations[{at}]") : Shown.Value(each.Collaboration.Name);
            problems.AddRange(wrong.Select(problem => $"{file}: {which}: {problem}"));
            if (wrong.Count == 0)
            {
                read.Add(new(each!.Collaboration, each.Sheets, each.Snapshots, each.Changes));
            }
        }

        return read;
    }

    private static ImportedEntry? Of(string file, Collaboration collaboration, RuleShelf shelf, TimeProvider clock, List<string> problems)
    {
        var (digest, today) = (shelf.DigestOf([]), CalendarDay.Today(clock));
        var day = collaboration.AsOf ?? today;
        var name = string.IsNullOrWhiteSpace(collaboration.Name) ? Path.GetFileNameWithoutExtension(file) : collaboration.Name;
        var unsuited = new[] { Names.ProblemOf(Names.Normalized(name)) is { } unnamed ? $"name: {unnamed}" : null, Coordinator.WhyNotADay(day, today) is { } why ? $"asOf: {why}" : null }.OfType<string>().ToList();
        problems.AddRange(unsuited.Select(problem => $"{file}: {problem}"));
        if (unsuited.Count > 0)
        {
            return null;
        }

        var (id, now) = (LinkSecret.NewId(), clock.GetUtcNow());
        var entry = new Entry
        {
            Id = id,
            Name = name,
            Partners = [.. collaboration.Partners?.Select(partner => partner.Name) ?? []],
            RulesDigest = digest,
            Rounds = [new(1, now, ClosedOn: day)],
        };
        return new(entry, [], [new Snapshot { Entry = id, Day = day, Facts = CollaborationJson.Write(collaboration, indented: false), RulesDigest = digest, Range = $"{shelf.EvaluatorOf([]).Evaluate(collaboration with { AsOf = day }).Overall}" }], []);
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
