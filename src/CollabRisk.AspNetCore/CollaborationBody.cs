using System.Text.Json;
using CollabRisk.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CollabRisk.AspNetCore;

/// <summary>Reads collaborations from the body of a request, never more than is allowed.</summary>
internal static class CollaborationBody
{
    /// <summary>Reads the body; it is a problem where it is not JSON or too large.</summary>
    public static async Task<(byte[]? Bytes, RequestProblem? Problem)> ReadAsync(HttpContext context, int most)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            return (null, RequestProblem.NotJson);
        }

        if (request.ContentLength > most)
        {
            return (null, RequestProblem.TooLarge(most));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = most;
        }

        try
        {
            using var body = new MemoryStream();
            var part = new byte[16 * 1024];
            while (await request.Body.ReadAsync(part, context.RequestAborted).ConfigureAwait(false) is var count and > 0)
            {
                if (body.Length + count > most)
                {
                    return (null, RequestProblem.TooLarge(most));
                }

                body.Write(part.AsSpan(0, count));
            }

            return (body.ToArray(), null);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, RequestProblem.TooLarge(most));
        }
    }

    /// <summary>The collaboration in a text, or everything that is wrong with it, also for this rule book.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="book">The rule book that it is for.</param>
    /// <param name="shift">Moves a place within the text to its place in the body; null where the two are the same.</param>
    public static (Collaboration? Collaboration, RequestProblem? Problem) Check(ReadOnlySpan<byte> utf8, RuleBook book, Func<int, int, (int, int)>? shift = null)
    {
        var reading = CollaborationJson.Read(utf8);
        if (reading.Collaboration is not { } collaboration)
        {
            return (null, RequestProblem.OfCollaboration(reading.Problems, book.Facts, shift));
        }

        return book.ProblemsOf(collaboration) is { Count: > 0 } problems
            ? (null, new(StatusCodes.Status400BadRequest, "The collaboration is not valid.", [.. problems.Select(problem => new RequestProblem.Item(problem))]))
            : (collaboration, null);
    }

    /// <summary>Two collaborations in an object with the members <c>before</c> and <c>after</c>.</summary>
    public static (Collaboration? Before, Collaboration? After, RequestProblem? Problem) CheckBoth(byte[] utf8, RuleBook book)
    {
        var parts = new Dictionary<string, Range>(StringComparer.Ordinal);
        try
        {
            var json = new Utf8JsonReader(utf8);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                return (null, null, RequestProblem.OfRequest("The body is an object with the members 'before' and 'after'."));
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                var start = (int)json.TokenStartIndex;
                json.Skip();
                if (name is not ("before" or "after"))
                {
                    return (null, null, RequestProblem.OfRequest($"The member '{name}' has no meaning here.", name, ["before", "after"]));
                }

                if (!parts.TryAdd(name, start..(int)json.BytesConsumed))
                {
                    return (null, null, RequestProblem.OfRequest($"The member '{name}' is given twice.", name));
                }
            }

            if (json.Read())
            {
                return (null, null, RequestProblem.OfRequest("There is text after the closing brace."));
            }
        }
        catch (JsonException e)
        {
            return (null, null, new(StatusCodes.Status400BadRequest, "The request is not valid.",
                [new("The body is not JSON.", ((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1))]));
        }

        var found = new List<RequestProblem.Item>();
        var before = Part("before");
        var after = Part("after");
        return found.Count == 0 ? (before, after, null) : (null, null, new(StatusCodes.Status400BadRequest, "The collaborations are not valid.", found));

        Collaboration? Part(string name)
        {
            if (!parts.TryGetValue(name, out var range))
            {
                found.Add(new($"The member '{name}' is missing. Give the collaboration as it {(name == "before" ? "was" : "is")}.", Path: name));
                return null;
            }

            var (collaboration, problem) = Check(utf8.AsSpan(range), book, ShiftTo(utf8, range.Start.Value));
            found.AddRange(problem?.Problems.Select(item => item with { Path = item.Path is null ? name : $"{name}.{item.Path}" }) ?? []);
            return collaboration;
        }
    }

    /// <summary>Moves a place in a part of the body to its place in the body.</summary>
    private static Func<int, int, (int, int)> ShiftTo(byte[] utf8, int start)
    {
        var lines = utf8.AsSpan(0, start).Count((byte)'\n');
        var inLine = System.Text.Encoding.UTF8.GetCharCount(utf8.AsSpan((utf8.AsSpan(0, start).LastIndexOf((byte)'\n') + 1)..start));
        return (line, column) => (line + lines, line == 1 ? column + inLine : column);
    }
}
