using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Editing;

/// <summary>An entry of the outline of a file.</summary>
/// <param name="Name">The code, id or name.</param>
/// <param name="Detail">The title, or what it says.</param>
/// <param name="Section">The section of the file in which it is.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="End">The place after its last character.</param>
/// <param name="Below">What it holds.</param>
internal sealed record OutlineEntry(string Name, string Detail, string Section, TextPlace Place, (int Line, int Column) End, IReadOnlyList<OutlineEntry> Below);

/// <summary>The outline of a file: its sections with what each defines.</summary>
internal static class Outline
{
    /// <summary>The keys that name an entry, and those that say what it is, in the order in which they are looked for.</summary>
    private static readonly string[] Names = [RuleKeys.Code.Name, ClaimKeys.Id.Name, TestKeys.Name.Name, ChapterKeys.Heading.Name, OverrideKeys.Rule.Name, AcceptedWarningKeys.Warning.Name];
    private static readonly string[] Details = [RuleKeys.Title.Name, ClaimKeys.Says.Name, FactKeys.Meaning.Name, OverrideKeys.Reason.Name];

    public static IReadOnlyList<OutlineEntry> Of(YamlNode? root) => root is YamlMap map
        ? [.. map.Entries.Where(section => FileKeys.Shape.Keys.Any(key => key.Name == section.Key.Text)).Select(section => Section(section.Key, section.Value))]
        : [];

    private static OutlineEntry Section(YamlScalar key, YamlNode value) => new(
        key.Text, value is YamlMap manifest && manifest.Find(ManifestKeys.Id.Name) is YamlScalar { Text: var id } ? id : "", key.Text, key.Place, EndOf(value, key.End), Entries(value, key.Text));

    private static List<OutlineEntry> Entries(YamlNode node, string section) => node is YamlList list
        ? [.. list.Items.OfType<YamlMap>().Select(entry => Entry(entry, section)).OfType<OutlineEntry>()] : [];

    private static OutlineEntry? Entry(YamlMap entry, string section) =>
        Names.Select(entry.Find).OfType<YamlScalar>().FirstOrDefault() is { Text.Length: > 0 } name
            ? new(name.Text, Details.Select(entry.Find).OfType<YamlScalar>().FirstOrDefault()?.Text ?? "", section, name.Place, EndOf(entry, name.End),
                entry.Find(ChapterKeys.Rules.Name) is { } rules && section == FileKeys.Chapters.Name ? Entries(rules, ChapterKeys.Rules.Name) : [])
            : null;

    private static (int Line, int Column) EndOf(YamlNode node, (int Line, int Column) atLeast) =>
        node.All.OfType<YamlScalar>().Select(scalar => scalar.End).Append(atLeast).Max();
}
