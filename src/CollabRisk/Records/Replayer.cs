using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Records;

/// <summary>Evaluates recorded facts again and lists in what the result differs from the record.</summary>
internal static class Replayer
{
    /// <summary>The places of the assessment that are listed; the rest is counted.</summary>
    private const int MostListed = 100;

    public static ReplayResult Replay(DecisionRecord record, IReadOnlyList<RulePack> kept, IReadOnlyList<RuleOverride> keptOverrides)
    {
        var packs = new List<RulePack>();
        foreach (var recorded in record.Packs)
        {
            var ofThisId = kept.Where(pack => pack.Id == recorded.Id).ToList();
            var exact = ofThisId.Where(pack => pack.Version == recorded.Version).Take(1).ToList();
            packs.AddRange(exact.Count == 1 ? exact : ofThisId.Count == 1 ? ofThisId : []);
        }

        // The packs bring their own overrides.
        var overrides = record.Overrides.Where(change => change.PackId is null)
            .Select(recorded => keptOverrides.FirstOrDefault(kept => Named(kept) == Named(recorded)) ?? recorded);
        if (RuleBook.TryBuild(packs, overrides, record.OverridesAsOf, out var book, out var problems))
        {
            return Replay(record, book, book.Packs);
        }

        var differences = Before(record);
        AddPacks(differences, record, [.. packs.Select(pack => new PackReference(pack.Id, pack.Version))]);
        differences.AddRange(problems.Select(problem => new ReplayDifference(ReplayDifferenceKind.RuleBook, "ruleBookDigest", record.RuleBookDigest, $"no rule book: {problem}")));
        return new ReplayResult(null, differences, 0);
    }

    public static ReplayResult Replay(DecisionRecord record, RuleBook book, IReadOnlyList<PackReference> packs)
    {
        var differences = Before(record);
        AddPacks(differences, record, packs);
        AddEach(
            differences, ReplayDifferenceKind.Override, "overrides",
            record.Overrides.Select(change => (change.Target, InWords(change))), book.Overrides.Concat(book.ExpiredOverrides).Select(change => (change.Target, InWords(change))));
        AddIfOther(differences, ReplayDifferenceKind.Override, "overridesAsOf", InWords(record.OverridesAsOf), InWords(book.AsOf));
        AddIfOther(differences, ReplayDifferenceKind.RuleBook, "ruleBookDigest", record.RuleBookDigest, book.Digest);

        if (FactTable.ProblemsOf(record.Collaboration, book.Facts) is { Count: > 0 } problems)
        {
            // The packs may declare a fact otherwise than those that were recorded.
            differences.AddRange(problems.Select(problem => new ReplayDifference(ReplayDifferenceKind.Facts, $"facts.{problem.Path}", null, $"no assessment: {problem.What}")));
            return new ReplayResult(null, differences, 0);
        }

        var assessment = new CollaborationEvaluator(book).Evaluate(record.Collaboration);
        var inAssessment = new JsonDifferences(MostListed);
        inAssessment.Compare("assessment", record.Assessment, JsonElement.Parse(assessment.ToJson(indented: false)));
        differences.AddRange(inAssessment.Listed.Select(each => new ReplayDifference(ReplayDifferenceKind.Assessment, each.Path, each.One, each.Other)));
        return new ReplayResult(assessment, differences, inAssessment.Count);
    }

    private static List<ReplayDifference> Before(DecisionRecord record)
    {
        var differences = new List<ReplayDifference>();
        AddIfOther(differences, ReplayDifferenceKind.Library, "library", record.LibraryVersion, DecisionRecord.CurrentLibraryVersion);
        AddIfOther(differences, ReplayDifferenceKind.Facts, "factsDigest", record.FactsDigest, DecisionRecord.DigestOf(record.Collaboration));
        return differences;
    }

    private static void AddPacks(List<ReplayDifference> differences, DecisionRecord record, IReadOnlyList<PackReference> packs) => AddEach(
        differences, ReplayDifferenceKind.Pack, "packs",
        record.Packs.Select(pack => (pack.Id, pack.Version)), packs.Select(pack => (pack.Id, pack.Version)));

    /// <summary>Compares what has a name; a name given twice is compared place by place.</summary>
    private static void AddEach(
        List<ReplayDifference> differences, ReplayDifferenceKind kind, string where, IEnumerable<(string Name, string Value)> recorded, IEnumerable<(string Name, string Value)> now)
    {
        var (one, other) = (recorded.ToLookup(r => r.Name, r => r.Value, StringComparer.Ordinal), now.ToLookup(n => n.Name, n => n.Value, StringComparer.Ordinal));
        foreach (var name in one.Select(same => same.Key).Union(other.Select(same => same.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (then, today) = (one[name].ToList(), other[name].ToList());
            for (var i = 0; i < Math.Max(then.Count, today.Count); i++)
            {
                AddIfOther(differences, kind, $"{where}.{name}", then.ElementAtOrDefault(i), today.ElementAtOrDefault(i));
            }
        }
    }

    private static void AddIfOther(List<ReplayDifference> differences, ReplayDifferenceKind kind, string where, string? recorded, string? now)
    {
        if (recorded != now)
        {
            differences.Add(new ReplayDifference(kind, where, recorded, now));
        }
    }

    private static string? InWords(DateOnly? day) => day is { } known ? CalendarDay.Write(known) : null;

    private static string InWords(RuleOverride change) => $"{change.Effect}: {change.Reason}{change.Standing}";

    /// <summary>All that a record holds of an override.</summary>
    private static (OverrideKind Kind, string Text) Named(RuleOverride change) => (change.Kind, change.ToString());
}
