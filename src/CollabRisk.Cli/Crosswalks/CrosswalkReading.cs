using System.Globalization;
using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Cli.Crosswalks;

/// <summary>What is known of a collaboration, in the order of an instrument: item by item what was found, what is known and what no one knows.</summary>
/// <param name="instrument">The instrument.</param>
/// <param name="assessment">What is known, by a rule book that has the facts and rules of the instrument.</param>
/// <param name="width">How many columns the text may take.</param>
internal sealed class CrosswalkReading(Instrument instrument, Assessment assessment, int width) : IAnswer
{
    private const string Schema = "collabrisk/crosswalk/1";

    /// <summary>What is known, by the path of the fact; of a fact of the partners each partner's.</summary>
    private readonly ILookup<string, FactReading> known = assessment.Facts.ToLookup(reading => reading.Fact.Path, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string ToText()
    {
        var page = new TextPage(width, isColoured: false);
        page.Heading(instrument.Title, '=');
        page.Write($"{string.Join(", ", new[] { instrument.Publisher, instrument.Date }.OfType<string>())}. What was read of it: {instrument.Seen}.{(instrument.Address is null ? "" : $" {instrument.Address}")}");
        page.Write(assessment.Collaboration.Name is { } name ? $"Collaboration: {name}." : "A collaboration without a name.");
        page.Write("A line says that a fact or a finding is about the same matter as the item, and not that it measures the item.");
        foreach (var item in instrument.Items)
        {
            page.Blank();
            page.Write($"{item.Title}: {InBrief(item)}", lead: $"{item.Number}. ");
            foreach (var finding in FindingsOf(item))
            {
                page.Write(
                    $"{finding.Title}{(finding.Subject is null ? "" : $": {finding.SubjectInWords}")} [{finding.Code} · {finding.Confidence.InWords()}]",
                    lead: $"{(finding.Level is { } level ? $"{level}" : "Strength")}  ", indent: 3);
            }

            foreach (var reading in item.Facts.SelectMany(path => known[path]))
            {
                page.Write($"{reading}", lead: "Known  ", indent: 3);
            }

            foreach (var fact in UnknownOf(item))
            {
                page.Write($"{fact.Question} [{fact.Path}]", lead: "Ask  ", indent: 3);
            }

            if (item.Note is not null)
            {
                page.Write(item.Note, lead: "Note  ", indent: 3);
            }
        }

        return page.ToString();
    }

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteDocument(Schema, this, (json, _) =>
        {
            json.WriteString("collaboration", assessment.Collaboration.Name);
            json.WriteString("instrument", instrument.Name);
            json.WriteString("title", instrument.Title);
            json.WriteString("seen", instrument.Seen);
            json.WriteList("items", instrument.Items, WriteItem);
        });
    }

    private void WriteItem(Utf8JsonWriter json, InstrumentItem item)
    {
        json.WriteString("number", item.Number);
        json.WriteString("title", item.Title);
        json.WriteList("findings", FindingsOf(item), static (json, finding) =>
        {
            json.WriteString("code", finding.Code);
            json.WriteString("subject", finding.Subject);
            json.WriteString("kind", $"{finding.Kind}");
            json.WriteString("level", finding.Level is { } level ? $"{level}" : null);
            json.WriteString("confidence", $"{finding.Confidence}");
            json.WriteString("title", finding.Title);
        });
        json.WriteList("known", item.Facts.SelectMany(path => known[path]), static (json, reading) =>
        {
            json.WriteString("path", reading.Path);
            json.WriteString("text", reading.Value);
        });
        json.WriteList("notKnown", UnknownOf(item), static (json, fact) =>
        {
            json.WriteString("path", fact.Path);
            json.WriteString("question", fact.Question);
        });
        json.WriteString("note", item.Note);
    }

    /// <summary>In a few words; an item that nothing asks about is never taken for one that is in order.</summary>
    private string InBrief(InstrumentItem item)
    {
        if (item.Facts.Count == 0 && item.Rules.Count == 0)
        {
            return "nothing answers to it";
        }

        var strengths = FindingsOf(item).Count(finding => finding.Kind == FindingKind.Strength);
        var others = FindingsOf(item).Count() - strengths;
        var open = item.Rules.Count(code => assessment.Outcomes[code].Outcome is Outcome.Undetermined or Outcome.Error);
        var answered = item.Facts.Count(path => known.Contains(path));
        return string.Create(CultureInfo.InvariantCulture, $"{Words.Count(others, "finding")}, {Words.Count(strengths, "strength")}, {Words.Count(open, "rule")} not known; {answered} of {Words.Count(item.Facts.Count, "fact")} known");
    }

    private IEnumerable<Finding> FindingsOf(InstrumentItem item) => assessment.Findings.Where(finding => item.Rules.Contains(finding.Code, StringComparer.Ordinal));

    private IEnumerable<Fact> UnknownOf(InstrumentItem item) => item.Facts.Where(path => !known.Contains(path)).Select(path => assessment.RuleBook.Facts.Find(path)!);
}
