using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace CollabRisk.Cli.Mcp;

/// <summary>Something that another program can ask for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it answers, for the program and the person behind it.</param>
/// <param name="Properties">What it takes: the properties of a JSON Schema, each with whether it must be there.</param>
/// <param name="Answer">Answers, as JSON.</param>
internal sealed record McpTool(string Name, string Description, IReadOnlyList<(string Name, string Schema, bool IsRequired)> Properties, Func<McpArguments, string> Answer)
{
    /// <summary>How it is offered. Nothing is written, nothing outside is asked, and the same question has the same answer.</summary>
    public Tool Offer() => new()
    {
        Name = Name,
        Description = Description,
        InputSchema = JsonElement.Parse(
            $$"""
            {"type":"object","additionalProperties":false,"properties":{{{string.Join(',', Properties.Select(property => $"\"{property.Name}\":{property.Schema}"))}}},"required":[{{string.Join(',', Properties.Where(property => property.IsRequired).Select(property => $"\"{property.Name}\""))}}]}
            """),
        Annotations = new() { ReadOnlyHint = true, IdempotentHint = true, DestructiveHint = false, OpenWorldHint = false },
    };
}
