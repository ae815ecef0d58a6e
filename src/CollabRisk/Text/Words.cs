using System.Globalization;
using System.Text;

namespace CollabRisk.Text;

/// <summary>Turns the words of the model into the words of a sentence.</summary>
internal static class Words
{
    /// <summary>Names whose words are more than the name has: small words, hyphens, capitals.</summary>
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["AlignedIsIt"] = "aligned IS/IT",
        ["BusinessDriven"] = "driven by the business",
        ["ChiefOfficerInfluenced"] = "influenced by chief officers",
        ["ClearWellDefined"] = "clear and well defined",
        ["CoLocation"] = "co-location",
        ["CompetenceKnowledge"] = "competence and knowledge",
        ["England"] = "England",
        ["FireRescue"] = "fire and rescue",
        ["GoLive"] = "go-live",
        ["ManyTeamsManySites"] = "many teams over many sites",
        ["MediatorNetworkBuilder"] = "mediator and network builder",
        ["NonLead"] = "non-lead",
        ["NorthernIreland"] = "Northern Ireland",
        ["OneSiteManyTeams"] = "one site with many teams",
        ["OneTeamManySites"] = "one team over many sites",
        ["PlanDesignLead"] = "plan and design and lead",
        ["ProblemDriven"] = "driven by problems",
        ["PublicVisible"] = "public and visible",
        ["Scotland"] = "Scotland",
        ["SelfClaimed"] = "self-claimed",
        ["SeveralPartsOfTheUnitedKingdom"] = "several parts of the United Kingdom",
        ["TroubleOnly"] = "only in trouble",
        ["VariousChanging"] = "various and changing",
        ["Wales"] = "Wales",
    };

    /// <summary><c>RetainSeparate</c> and <c>retainSeparate</c> become "retain separate"; what takes more than that is in a table.</summary>
    public static string Humanize(string name)
    {
        if (Spoken.TryGetValue(name, out var spoken))
        {
            return spoken;
        }

        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                text.Append(' ');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary><c>StrategicDevelopment</c> becomes <c>strategicDevelopment</c>, as JSON writes it.</summary>
    public static string CamelCase(string name) => string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items, string joinedBy = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {joinedBy} {items[^1]}",
    };

    /// <summary>"trust between the organisations (inter-organisational trust)" becomes "trust between the organisations".</summary>
    public static string WithoutBrackets(string text)
    {
        while (text.IndexOf(" (", StringComparison.Ordinal) is var open and >= 0 && text.IndexOf(')', open) is var close and >= 0)
        {
            text = string.Concat(text.AsSpan(0, open), text.AsSpan(close + 1));
        }

        return text;
    }

    public static string Capitalize(string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    /// <summary>The text as part of a sentence; what begins with two capitals, such as IT, stays.</summary>
    public static string Uncapitalize(string text) =>
        text.Length < 2 || char.IsUpper(text[1]) ? text : string.Concat(text[..1].ToLowerInvariant(), text.AsSpan(1));

    /// <summary>"1 rule", "3 rules".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>The text with a capital at its beginning and a full stop at its end, as a sentence that stands alone.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}{(text[^1] is '.' or '!' or '?' ? "" : ".")}";

    /// <summary>What stands for someone whose name is not said, or for a column, by number from 0: A to Z, and then AA.</summary>
    public static string Letters(int at) => at < 26 ? ((char)('A' + at)).ToString() : Letters((at / 26) - 1) + (char)('A' + (at % 26));
}
