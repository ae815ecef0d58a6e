using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using CollabRisk.Facts;
using CollabRisk.Json;
using Microsoft.AspNetCore.Http;

namespace CollabRisk.AspNetCore;

/// <summary>Why a request is not answered: problem details (RFC 9457), with everything that is wrong as a list.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Problems">Everything that is wrong.</param>
internal sealed partial record RequestProblem(int Status, string Title, IReadOnlyList<RequestProblem.Item> Problems)
{
    /// <summary>One thing that is wrong.</summary>
    /// <param name="Message">What, and what to do.</param>
    /// <param name="Place">Where in the text; null where it is not in the body.</param>
    /// <param name="Path">The fact or the parameter; null where there is none.</param>
    /// <param name="Allowed">The words that are allowed there; null where the message alone can say it.</param>
    public sealed record Item(string Message, (int Line, int Column)? Place = null, string? Path = null, IReadOnlyList<string>? Allowed = null);

    public static RequestProblem OfRequest(string message, string? path = null, IReadOnlyList<string>? allowed = null) =>
        new(StatusCodes.Status400BadRequest, "The request is not valid.", [new(message, Path: path, Allowed: allowed)]);

    public static RequestProblem NotJson { get; } = new(
        StatusCodes.Status415UnsupportedMediaType, "The body is not JSON.", [new("Send the collaboration as JSON, with the header Content-Type: application/json.")]);

    public static RequestProblem TooLarge(int most) => new(
        StatusCodes.Status413PayloadTooLarge, "The body is too large.", [new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A collaboration has at most {most} bytes here."))]);

    /// <summary>The problems of a collaboration as it was read.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="facts">The facts, which know what is allowed.</param>
    /// <param name="shift">Moves a place within the collaboration to its place in the body; null where the two are the same.</param>
    public static RequestProblem OfCollaboration(IEnumerable<JsonProblem> problems, FactRegistry facts, Func<int, int, (int, int)>? shift = null) => new(
        StatusCodes.Status400BadRequest,
        "The collaboration is not valid.",
        [.. problems.Select(problem => new Item(
            problem.Message,
            shift?.Invoke(problem.Line, problem.Column) ?? (problem.Line, problem.Column),
            problem.Path.Length == 0 ? null : problem.Path,
            Allowed(problem.Path, facts)))]);

    /// <summary>Writes the problem details as the response.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", Title);
            json.WriteNumber("status", Status);
            json.WriteString("detail", string.Join('\n', Problems.Select(problem => problem.Path is null ? problem.Message : $"{problem.Path}: {problem.Message}")));
            json.WriteString("instance", context.Request.Path.Value);
            json.WriteString("traceId", System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier);
            json.WriteStartArray("problems");
            foreach (var problem in Problems)
            {
                Write(json, problem);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        context.Response.StatusCode = Status;
        return ResponseWriting.WriteAsync(context, "application/problem+json", buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter json, Item problem)
    {
        json.WriteStartObject();
        if (problem.Place is var (line, column))
        {
            json.WriteNumber("line", line);
            json.WriteNumber("column", column);
        }
        else
        {
            json.WriteNull("line");
            json.WriteNull("column");
        }

        json.WriteString("path", problem.Path);
        json.WriteString("message", problem.Message);
        if (problem.Allowed is { } allowed)
        {
            json.WriteStartArray("allowed");
            foreach (var word in allowed)
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("allowed");
        }

        json.WriteEndObject();
    }

    /// <summary>The words of a fact; null for facts without words, and where the path is of no fact.</summary>
    private static IReadOnlyList<string>? Allowed(string path, FactRegistry facts)
    {
        // A path in a document names the partner and the item of a list by number, which a fact does not.
        var fact = facts.Find(Number.Replace(path, "[]")) ?? facts.Find(Number.Replace(path, ""));
        return fact?.AllowedWords is { Count: > 0 } words ? words : null;
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Number { get; }
}
