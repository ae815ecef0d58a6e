using System.Globalization;
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
        var reading = CollaborationJson.Read(utf8, book);
        return reading.IsValid ? (reading.Collaboration, null) : (null, RequestProblem.OfCollaboration(reading.Problems, book.Facts, shift));
    }

    /// <summary>The collaborations of a body that is an object with a collaboration in each member, in its order, or everything that is wrong with them.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="parts">What the members are.</param>
    /// <param name="book">The rule book that they are for.</param>
    /// <param name="options">How many there may be, and how large each.</param>
    public static (IReadOnlyList<(string Name, Collaboration Collaboration)> Read, RequestProblem? Problem) CheckAll(byte[] utf8, Parts parts, RuleBook book, CollabRiskAspNetCoreOptions options)
    {
        var (members, unsound) = MembersOf(utf8, parts);
        if (unsound is not null)
        {
            return ([], unsound);
        }

        var found = new List<RequestProblem.Item>();
        var names = parts.Named?.Select(each => each.Name).ToList();
        foreach (var (name, whatToDo) in (parts.Named ?? []).Where(each => !members.Exists(member => member.Name == each.Name)))
        {
            found.Add(new($"The member '{name}' is missing. {whatToDo}", Path: name));
        }

        if (members.Count == 0 && names is null)
        {
            found.Add(new($"The body is empty. Give {parts.Meaning}."));
        }

        if (members.Count > options.MaxCollaborations && names is null)
        {
            found.Add(new(string.Create(CultureInfo.InvariantCulture, $"There are {members.Count} collaborations; at most {options.MaxCollaborations} are taken at once here.")));
            return ([], Wrong(found));
        }

        var read = new List<(string Name, Collaboration Collaboration)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, range) in members)
        {
            if (names?.Contains(name) == false)
            {
                found.Add(new($"The member '{name}' has no meaning here.{Text.DidYouMean.Sentence(name, names)}", Path: name, Allowed: names));
            }
            else if (!seen.Add(name))
            {
                found.Add(new($"The member '{name}' is given twice.", Path: name));
            }
            else if (string.IsNullOrWhiteSpace(name))
            {
                found.Add(new($"A member has no name. Give {parts.Meaning}.", ShiftTo(utf8, range.Start.Value)(1, 1)));
            }
            else if (range.End.Value - range.Start.Value > options.MaxBodyBytes)
            {
                found.Add(new(string.Create(CultureInfo.InvariantCulture, $"A collaboration has at most {options.MaxBodyBytes} bytes here."), ShiftTo(utf8, range.Start.Value)(1, 1), name));
            }
            else
            {
                var (collaboration, problem) = Check(utf8.AsSpan(range), book, ShiftTo(utf8, range.Start.Value));
                found.AddRange(problem?.Problems.Select(item => item with { Path = item.Path is null ? name : $"{name}.{item.Path}" }) ?? []);
                if (collaboration is not null)
                {
                    read.Add((name, collaboration));
                }
            }
        }

        return found.Count == 0 ? (read, null) : ([], Wrong(found));

        static RequestProblem Wrong(List<RequestProblem.Item> found) => new(StatusCodes.Status400BadRequest, "The collaborations are not valid.", found);
    }

    /// <summary>The members of the object that a body is, and where each is; a problem where it is not an object.</summary>
    private static (List<(string Name, Range Range)> Members, RequestProblem? Problem) MembersOf(byte[] utf8, Parts parts)
    {
        var members = new List<(string Name, Range Range)>();
        try
        {
            var json = new Utf8JsonReader(utf8);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                return (members, RequestProblem.OfRequest($"The body is an object with a collaboration in each member: {parts.Meaning}.", allowed: parts.Named?.Select(each => each.Name).ToList()));
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                var start = (int)json.TokenStartIndex;
                json.Skip();
                members.Add((name, start..(int)json.BytesConsumed));
            }

            return json.Read() ? (members, RequestProblem.OfRequest("There is text after the closing brace.")) : (members, null);
        }
        catch (JsonException e)
        {
            return (members, NotJson((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            // A name with half of a pair of characters, or bytes that are not UTF-8.
            return (members, RequestProblem.OfRequest("The name of a member is not valid text."));
        }

        static RequestProblem NotJson(int line, int column) => new(StatusCodes.Status400BadRequest, "The request is not valid.", [new("The body is not JSON.", (line, column))]);
    }

    /// <summary>Moves a place in a part of the body to its place in the body.</summary>
    private static Func<int, int, (int, int)> ShiftTo(byte[] utf8, int start)
    {
        var lines = utf8.AsSpan(0, start).Count((byte)'\n');
        var inLine = System.Text.Encoding.UTF8.GetCharCount(utf8.AsSpan((utf8.AsSpan(0, start).LastIndexOf((byte)'\n') + 1)..start));
        return (line, column) => (line + lines, line == 1 ? column + inLine : column);
    }
}
