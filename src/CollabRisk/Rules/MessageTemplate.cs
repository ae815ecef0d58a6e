using System.Text.RegularExpressions;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>
/// The message of a finding: text with places such as <c>{subject}</c> or <c>{workload.staffAfter}</c>, which are filled
/// with the subject of the finding or the value of a fact in words.
/// </summary>
internal sealed partial class MessageTemplate
{
    /// <summary>What stands for the subject of the finding.</summary>
    public const string Subject = "subject";

    private readonly List<(string Text, Fact? Fact, bool IsSubject)> parts = [];
    private bool beginsWithSubject;

    private MessageTemplate(string text) => Text = text;

    public string Text { get; }

    /// <summary>The facts that it shows.</summary>
    public IReadOnlyList<Fact> Facts => field ??= [.. parts.Select(part => part.Fact).OfType<Fact>()];

    /// <summary>Reads a template; what is wrong with it goes to <paramref name="problems"/>.</summary>
    public static MessageTemplate Parse(string text, FactRegistry registry, bool hasSubject, Action<string, string> problems)
    {
        var template = new MessageTemplate(text);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            template.parts.Add((text[at..open], null, false));
            var name = text[(open + 1)..close];
            if (name == Subject && hasSubject)
            {
                template.parts.Add(("", null, true));
            }
            else if (registry.Find(name) is { } fact && (hasSubject || !fact.IsPerPartner))
            {
                template.parts.Add(("", fact, false));
            }
            else
            {
                problems($"the message uses '{{{name}}}', which is not a fact of the collaboration{(hasSubject ? $" and not '{Subject}'" : " and the rule has no subject")}", name);
            }

            at = close + 1;
        }

        template.parts.Add((text[at..], null, false));
        template.beginsWithSubject = template.parts.FirstOrDefault(part => part.IsSubject || part.Fact is not null || part.Text.Length > 0).IsSubject;
        return template;
    }

    /// <summary>The places of a text in their braces, whatever they name, each once.</summary>
    public static IReadOnlyList<string> PlacesIn(string text) => [.. Place.Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The message with what the facts say in it.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="partner">The partner that facts are read of.</param>
    /// <param name="subject">What the finding is about.</param>
    /// <param name="isAboutPartner">Whether that is a partner, by name.</param>
    public string Fill(FactTable facts, int partner, string? subject, bool isAboutPartner)
    {
        var filled = new string?[parts.Count];
        for (var i = 0; i < filled.Length; i++)
        {
            var (literal, fact, isSubject) = parts[i];
            filled[i] = isSubject ? subject : fact is null ? literal : fact.InWords(facts[fact, partner]);
        }

        // A name is written as its owner writes it, also at the start of a sentence.
        var text = string.Concat(filled);
        return beginsWithSubject && isAboutPartner ? text : Words.Capitalize(text);
    }

    /// <summary>The message where it shows no facts.</summary>
    /// <param name="subject">What the finding is about, which is not a partner; null where it does not say.</param>
    public string Fill(string? subject) => Words.Capitalize(string.Concat(parts.Select(part => part.IsSubject ? subject : part.Text)));

    /// <summary>The same as it is filled with facts, with the language of the message and of each value in it: facts have words in fewer languages than rules.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="partner">The partner that facts are read of.</param>
    /// <param name="subject">What the finding is about.</param>
    /// <param name="isAboutPartner">Whether that is a partner, by name.</param>
    /// <param name="language">The language of the message; null for English.</param>
    public Passage Said(FactTable facts, int partner, Passage subject, bool isAboutPartner, string? language)
    {
        var filled = Passage.Of(language, parts.Select(part => part.IsSubject ? subject : part.Fact is { } fact ? fact.Said(facts[fact, partner]) : new Passage(part.Text, language)));
        return beginsWithSubject && isAboutPartner ? filled : filled.AtStart(Words.Capitalize);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place { get; }
}
