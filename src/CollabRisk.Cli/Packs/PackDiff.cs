using System.Globalization;
using System.Text;
using CollabRisk.Comparing;
using CollabRisk.Json;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.Format;
using CollabRisk.Text;

namespace CollabRisk.Cli.Packs;

/// <summary>What is different between two texts of a pack: in the rules, and in the results of some collaborations.</summary>
/// <param name="Change">What is different in the rules.</param>
/// <param name="Cases">The collaborations, each by the name of its file with what is different about its result; null where none were given.</param>
internal sealed record PackDiff(RulePackChange Change, IReadOnlyList<(string Name, AssessmentDifference Difference)>? Cases)
{
    private const string SchemaId = "collabrisk/rule-pack-diff/1";

    /// <summary>Whether something is different that whoever asked wants to know of: a result where collaborations were given, otherwise a rule.</summary>
    public bool Differs => Cases is null ? !Change.IsEmpty : Cases.Any(each => IsOther(each.Difference));

    public string ToText()
    {
        var text = new StringBuilder();
        Write(text);
        return string.Join('\n', text.ToString().Split('\n').Select(Unseen.Escaped));
    }

    /// <summary>The same as JSON, as <c>schemas/rule-pack-diff.schema.json</c> describes it.</summary>
    public string ToJson() => JsonOutput.Write(indented: true, json => json.WriteDocument(SchemaId, this, static (json, diff) =>
    {
        var change = diff.Change;
        json.WriteBoolean("differs", diff.Differs);
        json.WriteBoolean("sameRules", change.IsEmpty);
        json.WriteString("digestBefore", change.DigestBefore);
        json.WriteString("digestAfter", change.DigestAfter);
        json.WriteList("packsAdded", change.PacksAdded, static (json, pack) => WritePack(json, pack.Id, null, pack.Version));
        json.WriteList("packsGone", change.PacksRemoved, static (json, pack) => WritePack(json, pack.Id, pack.Version, null));
        json.WriteList("packsChanged", change.PacksChanged, static (json, pack) => WritePack(json, pack.Id, pack.Before, pack.After));
        json.WriteWords("factsAdded", change.FactsAdded);
        json.WriteWords("factsGone", change.FactsRemoved);
        json.WriteWords("factsChanged", change.FactsChanged);
        json.WriteList("rules", change.Rules, static (json, rule) =>
        {
            json.WriteString("code", rule.Code);
            json.WriteString("change", $"{rule.Kind}");
            json.WriteString("title", (rule.After ?? rule.Before)!.Title);
            json.WriteBoolean("switchedOff", rule.IsSwitchedOff);
            json.WriteList("parts", rule.Parts, static (json, part) =>
            {
                json.WriteString("part", part.Part);
                json.WriteString("before", part.Before);
                json.WriteString("after", part.After);
            });
        });
        if (diff.Cases is null)
        {
            json.WriteNull("cases");
            return;
        }

        json.WriteStartArray("cases");
        foreach (var (name, difference) in diff.Cases)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteBoolean("differs", IsOther(difference));
            json.WritePropertyName("difference");
            difference.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }));

    /// <summary>
    /// Whether a result is another: the range, a finding, or how a rule ended that both have. That a rule is reworded, or a new one finds nothing, does
    /// not make it one.
    /// </summary>
    private static bool IsOther(AssessmentDifference difference) =>
        difference.Before.Overall != difference.After.Overall || difference.Findings.Count > 0 || Outcomes(difference).Any();

    private static IEnumerable<OutcomeChange> Outcomes(AssessmentDifference difference) => difference.Outcomes.Where(outcome => outcome is { Before: not null, After: not null });

    private static void WritePack(System.Text.Json.Utf8JsonWriter json, string id, string? before, string? after)
    {
        json.WriteString("id", id);
        json.WriteString("before", before);
        json.WriteString("after", after);
    }

    private void Write(StringBuilder text)
    {
        Line(text, $"{Change}.");
        foreach (var (sign, paths, what) in new[] { ('+', Change.FactsAdded, "is new"), ('-', Change.FactsRemoved, "is gone; what collaborations say of it counts for nothing"), ('~', Change.FactsChanged, "means something else, takes other values, or is told in other words") })
        {
            foreach (var path in paths)
            {
                Line(text, $"{sign} fact {ConditionReader.AsWritten(path)} {what}");
            }
        }

        foreach (var rule in Change.Rules)
        {
            Write(text, rule);
        }

        foreach (var (name, difference) in Cases ?? [])
        {
            Write(text, name, difference);
        }

        if (Cases is { Count: var count })
        {
            var others = Cases.Count(each => IsOther(each.Difference));
            Line(text, $"{(others == 0 ? "None" : others.ToString(CultureInfo.InvariantCulture))} of {Words.Count(count, "result")} {(others == 1 ? "is" : "are")} different.");
        }
    }

    private static void Write(StringBuilder text, RuleChange rule)
    {
        var now = (rule.After ?? rule.Before)!;
        var sign = rule.Kind switch { DifferenceKind.Added => '+', DifferenceKind.Gone => '-', _ => '~' };
        Line(text, $"{sign} {rule.Code} {now.Kind}{(now.Level is { } level ? $" {level.Level}" : "")}: {now.Title}{(rule.IsSwitchedOff ? " (switched off)" : "")}");
        foreach (var part in rule.Parts)
        {
            Line(text, $"    {part.Part}");
            Line(text, $"      - {ConditionReader.AsWritten(part.Before ?? "none")}");
            Line(text, $"      + {ConditionReader.AsWritten(part.After ?? "none")}");
        }
    }

    private static void Write(StringBuilder text, string name, AssessmentDifference difference)
    {
        if (!IsOther(difference))
        {
            Line(text, $"{name}: {difference.After.Overall}, as before");
            return;
        }

        Line(text, difference.Before.Overall == difference.After.Overall ? $"{name}: {difference.After.Overall}, as before" : $"{name}: {difference.Before.Overall} -> {difference.After.Overall}");
        foreach (var change in difference.Findings)
        {
            Line(text, change switch
            {
                { Kind: DifferenceKind.Added, After: { } after } => $"  + {InWords(after)}",
                { Kind: DifferenceKind.Gone, Before: { } before } => $"  - {InWords(before)}{Why(change)}",
                { Before: { } before, After: { } after } => before.Level != after.Level ? $"  ~ {InWords(after)} (was {before.Level})" : $"  ~ {InWords(after)}",
                _ => "",
            });
        }

        var shown = difference.Findings.Select(change => change.Fingerprint.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var outcome in Outcomes(difference).Where(outcome => !shown.Contains(outcome.Rule.Code)))
        {
            Line(text, $"  {outcome.Rule.Code}: {Words.Humanize($"{outcome.Before}")} -> {Words.Humanize($"{outcome.After}")}");
        }
    }

    private static string InWords(Finding finding) => $"{(finding.Level is { } level ? $"{level}" : $"{finding.Kind}")}  {finding.Title} [{finding.Fingerprint}]";

    private static string Why(FindingChange change) => change.OutcomeAfter is { } ended ? $" ({Words.Humanize($"{ended}")} now)" : " (no longer asked)";

    private static void Line(StringBuilder text, string line) => text.Append(line.ReplaceLineEndings(" ")).Append('\n');
}
