using System.Text.Json.Nodes;
using CollabRisk.RulePacks.Editing;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Schema;

/// <summary>The parts of which the schema is made.</summary>
internal static class Part
{
    public static JsonObject Text() => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["pattern"] = @"\S" };

    public static JsonObject TextOf(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    /// <summary>One of some words. Whether an editor sees a word or a truth value for <c>yes</c> depends on its version of YAML.</summary>
    public static JsonObject OneOf(params IEnumerable<string> words)
    {
        List<string> all = [.. words];
        var allowed = new JsonArray([.. all.Select(word => (JsonNode)word)]);
        if (all.Contains("yes"))
        {
            allowed.Add((JsonNode)true);
            allowed.Add((JsonNode)false);
        }

        return new() { ["enum"] = allowed };
    }

    /// <summary>One of some choices, each with what it is, for editors that show it.</summary>
    public static JsonObject OneOf(IReadOnlyList<Choice> choices)
    {
        var one = OneOf(choices.Select(choice => choice.Text));
        one["enumDescriptions"] = new JsonArray([.. choices.Select(choice => (JsonNode)choice.Detail)]);
        return one;
    }

    public static JsonObject YesNo() => OneOf(["yes", "no"]);

    /// <summary>A number, in quotes or not; readers take both.</summary>
    public static JsonObject Number() => new() { ["type"] = new JsonArray("number", "string"), ["pattern"] = @"^[+-]?([0-9]+\.?|[0-9]*\.[0-9]+)$" };

    public static JsonObject Day() => new() { ["type"] = "string", ["format"] = "date", ["pattern"] = CalendarDay.Pattern };

    /// <summary>A year, which an editor sees as a number, a month or a day.</summary>
    public static JsonObject Published() => new() { ["type"] = new JsonArray("string", "integer"), ["pattern"] = Spelling.Published };

    public static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    public static JsonObject OneOrMore(Func<JsonObject> item) => Any(item(), ListOf(item()));

    public static JsonObject Any(params JsonObject[] parts) => new() { ["anyOf"] = new JsonArray([.. parts]) };

    /// <summary>Something defined below, with a description of its own: next to a reference, older editors ignore one.</summary>
    public static JsonObject Described(string about, JsonObject part)
    {
        var described = new JsonObject { ["description"] = about };
        if (part.ContainsKey("$ref"))
        {
            described["allOf"] = new JsonArray(part);
            return described;
        }

        foreach (var (name, value) in part.ToList())
        {
            part.Remove(name);
            described[name] = value;
        }

        return described;
    }

    public static JsonObject Required(params IEnumerable<string> names) => new() { ["required"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };

    /// <summary>Names with values, and nothing else, so that editors mark a misspelt name.</summary>
    public static JsonObject Map(IEnumerable<(string Name, JsonObject Value)> members, IEnumerable<(string Pattern, JsonObject Value)>? byPattern = null)
    {
        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = Members(members) };
        if (byPattern is not null)
        {
            map["patternProperties"] = Members(byPattern);
        }

        return map;

        static JsonObject Members(IEnumerable<(string Name, JsonObject Value)> members) =>
            new(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));
    }
}
