using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>Collects the problems of one file, with the place the reader is at.</summary>
internal sealed class JsonProblemList
{
    private readonly List<(int At, string Path, string Message, string? Fact)> listed = [];
    private readonly List<(string? Property, int Entry)> path = [];
    private readonly List<(int At, string Path, string Message)> notes = [];
    private int unlistedAt;
    private int unlisted;

    public bool Any => listed.Count > 0;

    /// <summary>Where the document begins in the text, in bytes, for problems of its elements.</summary>
    public int DocumentAt { get; set; }

    /// <summary>Whether further problems are only counted, so that looking for a good suggestion is lost work.</summary>
    public bool IsFull => listed.Count == JsonLimits.Problems;

    public void Enter(string property) => path.Add((property, 0));

    public void Enter(int entry) => path.Add((null, entry));

    public void Leave() => path.RemoveAt(path.Count - 1);

    /// <summary>Reports a problem of the place the reader is in.</summary>
    /// <param name="at">Where, as an offset in bytes.</param>
    /// <param name="message">What is wrong.</param>
    public void Report(int at, string message) => Report(at, IsFull ? "" : Here(), message);

    /// <summary>Reports a problem of some place.</summary>
    /// <param name="at">Where, as an offset in bytes.</param>
    /// <param name="where">The same for a reader.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="fact">The path of the fact whose answer it is; null where it is about none.</param>
    public void Report(int at, string where, string message, string? fact = null)
    {
        if (!IsFull)
        {
            listed.Add((at, where, message, fact));
        }
        else if (unlisted++ == 0)
        {
            unlistedAt = at;
        }
    }

    /// <summary>Reports a problem of an element of a document that was read whole.</summary>
    /// <param name="document">The document.</param>
    /// <param name="element">The element, a part of that document.</param>
    /// <param name="where">The place for a reader.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="fact">The path of the fact whose answer it is; null where it is about none.</param>
    public void Report(JsonElement document, JsonElement element, string where, string message, string? fact = null)
    {
        // Both are in the one text that the document keeps.
        JsonMarshal.GetRawUtf8Value(document).Overlaps(JsonMarshal.GetRawUtf8Value(element), out var at);
        Report(DocumentAt + at, where, message, fact);
    }

    /// <summary>Notes what was done about something in the place the reader is in, which is not wrong.</summary>
    public void Note(int at, string message) => notes.Add((at, Here(), message));

    /// <summary>The notes in the order of the file, with line and column.</summary>
    public IReadOnlyList<JsonConversion> LocateNotes(ReadOnlySpan<byte> json)
    {
        var located = new List<JsonConversion>(notes.Count);
        var position = new TextPosition();
        foreach (var (at, where, message) in notes.OrderBy(note => note.At))
        {
            position = position.MovedTo(at, json);
            located.Add(new JsonConversion(position.Line, position.Column, where, message));
        }

        return located.AsReadOnly();
    }

    /// <summary>The problems in the order of the file, with line and column.</summary>
    public IReadOnlyList<JsonProblem> Locate(ReadOnlySpan<byte> json)
    {
        var problems = new List<JsonProblem>(listed.Count + 1);
        var position = new TextPosition();
        foreach (var (at, where, message, fact) in listed.OrderBy(problem => problem.At))
        {
            position = position.MovedTo(at, json);
            problems.Add(new JsonProblem(position.Line, position.Column, where, message) { Fact = fact });
        }

        if (unlisted > 0)
        {
            position = new TextPosition().MovedTo(unlistedAt, json);
            problems.Add(new JsonProblem(
                position.Line, position.Column, "", string.Create(CultureInfo.InvariantCulture, $"{unlisted} more {(unlisted == 1 ? "problem is" : "problems are")} not listed. Correct those above, then read again.")));
        }

        return problems.AsReadOnly();
    }

    /// <summary>The place the reader is in.</summary>
    public string Here() => string
        .Concat(path.Select(step => step.Property is { } property ? $".{Shown.Name(property)}" : string.Create(CultureInfo.InvariantCulture, $"[{step.Entry}]")))
        .TrimStart('.');
}
