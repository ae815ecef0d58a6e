using System.Text.Json;
using System.Text.Json.Nodes;
using CollabRisk.RulePacks.Editing;
using CollabRisk.Text;

namespace CollabRisk.Cli.Lsp;

/// <summary>The language of rule packs, as an editor asks about it: which texts are open, and what is where in them.</summary>
internal sealed class LspLanguage(LspFrames frames, EditingContext context, Terminal terminal) : IDisposable
{
    private readonly LspDiagnostics diagnostics = new(frames, context, terminal);
    private Dictionary<string, OpenText> open = new(StringComparer.Ordinal);
    private bool watchesFiles;

    /// <summary>The pack that was last asked about, and what was open then: an editor asks several things of one state.</summary>
    private (IReadOnlyDictionary<string, OpenText> Open, EditedPack Pack)? last;

    public void Dispose() => diagnostics.Dispose();

    public JsonObject Initialize(JsonElement given)
    {
        watchesFiles = given.Find("capabilities", "workspace", "didChangeWatchedFiles", "dynamicRegistration") is { ValueKind: JsonValueKind.True };
        return new()
        {
            ["capabilities"] = new JsonObject
            {
                ["positionEncoding"] = "utf-16",
                ["textDocumentSync"] = new JsonObject { ["openClose"] = true, ["change"] = 2, ["save"] = true },
                ["completionProvider"] = new JsonObject { ["triggerCharacters"] = new JsonArray(" ", ".", "[", "{") },
                ["hoverProvider"] = true,
                ["definitionProvider"] = true,
                ["documentSymbolProvider"] = true,
            },
            ["serverInfo"] = new JsonObject { ["name"] = "collabrisk", ["version"] = typeof(Collaboration).Assembly.GetName().Version!.ToString(3) },
        };
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="LspRefusal">There is no such request, or it is not asked as it should be.</exception>
    public JsonNode? Answer(string method, JsonElement given) => method switch
    {
        "textDocument/completion" => Complete(given),
        "textDocument/hover" => Hover(given),
        "textDocument/definition" => Definition(given),
        "textDocument/documentSymbol" => Symbols(given),
        _ => throw new LspRefusal(LspRefusal.MethodNotFound, $"There is no method '{Shown.Name(method)}' here."),
    };

    /// <summary>Takes note of what the editor tells. What means nothing here is passed over, as the protocol has it.</summary>
    /// <exception cref="LspRefusal">It is not told as it should be.</exception>
    public void Note(string method, JsonElement given)
    {
        switch (method)
        {
            case "initialized" when watchesFiles:
                frames.Write(LspJson.WatchFiles());
                break;
            case "textDocument/didOpen":
                var opened = given.Object("textDocument");
                Take(opened.Text("uri"), opened.Find("version") is { ValueKind: JsonValueKind.Number } ? opened.Whole("version") : 0, opened.Text("text"));
                break;
            case "textDocument/didChange":
                Change(given);
                break;
            case "textDocument/didClose":
                Close(given.Object("textDocument").Text("uri"));
                break;
            case "textDocument/didSave" or "workspace/didChangeWatchedFiles":
                last = null;
                diagnostics.LookAgain(open);
                break;
        }
    }

    private void Take(string uri, int version, string text)
    {
        if (LspJson.PathOf(uri) is { } path)
        {
            open = new(open, StringComparer.Ordinal) { [path] = new OpenText(uri, path, version, text) };
            diagnostics.Changed(path, open);
        }
    }

    private void Change(JsonElement given)
    {
        var document = given.Object("textDocument");
        if (Opened(document) is not { } text)
        {
            return;
        }

        foreach (var change in given.List("contentChanges").EnumerateArray())
        {
            text = text with
            {
                Text = change.Find("range") is { } range ? text.With(range.Place("start"), range.Place("end"), change.Text("text")) : change.Text("text"),
            };
        }

        Take(text.Uri, document.Find("version") is { ValueKind: JsonValueKind.Number } ? document.Whole("version") : text.Version + 1, text.Text);
    }

    private void Close(string uri)
    {
        if (LspJson.PathOf(uri) is { } path && open.ContainsKey(path))
        {
            open = new(open.Where(each => each.Key != path), StringComparer.Ordinal);
            diagnostics.Closed(path, open);
        }
    }

    private JsonArray Complete(JsonElement given)
    {
        var (text, (line, column)) = (Opened(given.Object("textDocument")), given.Place("position"));
        return text is not null && line < text.Lines.Count && PackOf(text).Complete(text.Path, text.Lines, line, column) is var (typed, choices)
            ? new JsonArray([.. choices.Select((choice, at) => (JsonNode)LspJson.Of(choice, at, typed, line))])
            : [];
    }

    private JsonObject? Hover(JsonElement given) => At(given) is var (text, meaning)
        ? new() { ["contents"] = LspJson.Markdown(meaning.Markdown), ["range"] = LspJson.Range((text.Place.Line, text.Place.Column), text.End) }
        : null;

    private JsonObject? Definition(JsonElement given) => At(given) is var (_, meaning) && meaning.Place is { } place
        ? new() { ["uri"] = open.TryGetValue(place.File, out var there) ? there.Uri : LspJson.UriOf(place.File), ["range"] = LspJson.Range((place.Line, place.Column), (place.Line, place.Column)) }
        : null;

    private JsonArray Symbols(JsonElement given)
    {
        return Opened(given.Object("textDocument")) is not { } text ? [] : new JsonArray([.. Outline.Of(EditedPack.Read(text.Path, text.Bytes, context.Options.Limits)).Select(entry => (JsonNode)LspJson.Of(entry))]);
    }

    private (RulePacks.Yaml.YamlScalar Text, Described Meaning)? At(JsonElement given)
    {
        var (text, (line, column)) = (Opened(given.Object("textDocument")), given.Place("position"));
        return text is null ? null : PackOf(text).Describe(text.Path, text.Bytes, line + 1, column + 1);
    }

    /// <summary>The pack of a text; where there is none yet, the text is one by itself.</summary>
    private EditedPack PackOf(OpenText text)
    {
        var unsaved = open.ToDictionary(each => each.Key, each => each.Value.Bytes, StringComparer.Ordinal);
        var path = PackFinder.Find(text.Path, unsaved) ?? text.Path;
        if (last is not var (then, pack) || !ReferenceEquals(then, open) || pack.Path != path)
        {
            pack = new EditedPack(path, unsaved, context);
            last = (open, pack);
        }

        return pack;
    }

    /// <summary>A text that is open; null for one that is not a file, such as one that was never saved: it belongs to no pack, and editors ask about it all the same.</summary>
    private OpenText? Opened(JsonElement document)
    {
        var uri = document.Text("uri");
        return LspJson.PathOf(uri) is not { } path ? null : open.TryGetValue(path, out var text) ? text
            : throw new LspRefusal(LspRefusal.InvalidParams, $"{Shown.Value(uri)} is not open. Only files that are open are looked at.");
    }
}
