using System.Text.Json;

namespace CollabRisk.Json;

/// <summary>Tells a serializer what is wrong.</summary>
internal static class JsonFault
{
    /// <summary>The exception with all problems in its message, at the place of the first.</summary>
    public static JsonException Of(IReadOnlyList<JsonProblem> problems, Exception? inner = null)
    {
        var first = problems[0];
        return new JsonException(
            inner?.Message ?? $"The JSON is not valid:\n{string.Join('\n', problems)}",
            first.Path.Length == 0 ? "$" : $"$.{first.Path}", first.Line - 1, first.Column - 1, inner);
    }
}
