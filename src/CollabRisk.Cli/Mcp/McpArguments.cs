using System.Text.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Cli.Mcp;

/// <summary>What another program asks with. What is wrong is said in words that it can act on.</summary>
internal sealed class McpArguments(McpTool tool, IDictionary<string, JsonElement>? given)
{
    /// <exception cref="McpRefusal">There are arguments that the tool does not take, or some are missing.</exception>
    public void Check()
    {
        var known = tool.Properties.Select(property => property.Name).ToList();
        var problems = (given ?? new Dictionary<string, JsonElement>()).Keys.Where(name => !known.Contains(name))
            .Select(name => $"{tool.Name} does not take '{Shown.Name(name)}'.{DidYouMean.Sentence(name, known)} It takes {Words.List(known)}.")
            .Concat(tool.Properties.Where(property => property.IsRequired && Of(property.Name) is null).Select(property => $"'{property.Name}' is missing."));
        McpRefusal.ThrowIfAny([.. problems]);
    }

    /// <summary>A text; null where it is not given.</summary>
    public string? Text(string name) => Of(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new McpRefusal($"'{name}' is a text, not {value.ValueKind}.");

    /// <summary>Texts; none where they are not given.</summary>
    public IReadOnlyList<string> Texts(string name) => Of(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String) ? [.. value.EnumerateArray().Select(each => each.GetString()!)]
        : throw new McpRefusal($"'{name}' is a list of texts.");

    public bool Flag(string name) => Of(name) is { } value
        && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw new McpRefusal($"'{name}' is true or false."));

    /// <summary>A whole number from 1 to the most there may be; the usual one where it is not given.</summary>
    public int Count(string name, int usual, int most) => Of(name) is not { } value ? usual
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 1 && count <= most ? count
        : throw new McpRefusal($"'{name}' is a whole number from 1 to {most.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");

    /// <summary>A collaboration, with every problem that it has.</summary>
    public Collaboration Collaboration(RuleBook book)
    {
        var reading = CollaborationJson.Read(Of("collaboration")!.Value.GetRawText(), book);
        McpRefusal.ThrowIfAny([.. reading.Problems.Select(problem => problem.ToString())]);
        return reading.Collaboration!;
    }

    private JsonElement? Of(string name) => given is not null && given.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;
}

/// <summary>A question that cannot be answered as it was asked. Not a fault of the program: the message says what to ask instead.</summary>
internal sealed class McpRefusal(string message) : Exception(message)
{
    public static void ThrowIfAny(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new McpRefusal(string.Join('\n', problems));
        }
    }
}
