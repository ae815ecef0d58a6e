using System.Text.Json.Nodes;
using CollabRisk.RulePacks.Editing;
using CollabRisk.RulePacks.Format;

namespace CollabRisk.Cli.Lsp;

/// <summary>Writes what the language knows in the shapes of the protocol.</summary>
internal static class LspJson
{
    private const int SeverityError = 1;
    private const int SeverityWarning = 2;

    /// <summary>The full path of a file by its address; null for what is not a file, such as a text that was never saved: Neovim gives it the address of no file at all, file:///.</summary>
    public static string? PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsFile && address.LocalPath.IndexOf('\0', StringComparison.Ordinal) < 0 && Path.GetFileName(address.LocalPath).Length > 0
            ? Path.GetFullPath(address.LocalPath) : null;

    public static string UriOf(string path) => new UriBuilder(Uri.UriSchemeFile, "") { Path = Path.GetFullPath(path).Replace("%", "%25", StringComparison.Ordinal) }.Uri.AbsoluteUri;

    /// <summary>A range, of places from 1.</summary>
    public static JsonObject Range((int Line, int Column) start, (int Line, int Column) end) => new() { ["start"] = Position(start.Line - 1, start.Column - 1), ["end"] = Position(end.Line - 1, end.Column - 1) };

    public static JsonObject Markdown(string text) => new() { ["kind"] = "markdown", ["value"] = text };

    public static JsonObject Of(EditedProblem problem) => new()
    {
        ["range"] = Range(problem.Start, problem.End),
        ["severity"] = problem.IsWarning ? SeverityWarning : SeverityError,
        ["code"] = problem.Code,
        ["source"] = "collabrisk",
        ["message"] = problem.Message,
    };

    /// <summary>A choice, which takes the place of what was typed.</summary>
    public static JsonObject Of(Choice choice, int at, TypedText typed, int line)
    {
        var colon = choice.IsFollowedOnLine is not { } onLine || typed.HasColon ? "" : onLine || typed.Open.Length > 0 ? ": " : ":";
        var item = new JsonObject
        {
            ["label"] = choice.Text,
            ["kind"] = KindOf(choice.Kind),
            ["detail"] = choice.Detail,
            ["sortText"] = at.ToString("D5", System.Globalization.CultureInfo.InvariantCulture),
            ["textEdit"] = new JsonObject { ["range"] = new JsonObject { ["start"] = Position(line, typed.Start), ["end"] = Position(line, typed.End) }, ["newText"] = choice.Text + colon },
        };
        if (choice.About is { } about)
        {
            item["documentation"] = Markdown(about);
        }

        return item;
    }

    public static JsonObject Of(OutlineEntry entry)
    {
        var range = Range((entry.Place.Line, entry.Place.Column), entry.End);
        return new()
        {
            ["name"] = entry.Name,
            ["detail"] = entry.Detail,
            ["kind"] = KindOf(entry),
            ["range"] = range,
            ["selectionRange"] = Range((entry.Place.Line, entry.Place.Column), (entry.Place.Line, entry.Place.Column)),
            ["children"] = new JsonArray([.. entry.Below.Select(below => (JsonNode)Of(below))]),
        };
    }

    /// <summary>Asks the editor to tell when files of packs change on the disk.</summary>
    public static JsonObject WatchFiles() => new()
    {
        ["id"] = "watch-files",
        ["method"] = "client/registerCapability",
        ["params"] = new JsonObject
        {
            ["registrations"] = new JsonArray(new JsonObject
            {
                ["id"] = "watch-files",
                ["method"] = "workspace/didChangeWatchedFiles",
                ["registerOptions"] = new JsonObject { ["watchers"] = new JsonArray(new JsonObject { ["globPattern"] = "**/*.{yaml,yml,json}" }) },
            }),
        },
    };

    private static JsonObject Position(int line, int character) => new() { ["line"] = Math.Max(0, line), ["character"] = Math.Max(0, character) };

    /// <summary>The signs that editors have for kinds of things; the nearest of theirs to ours.</summary>
    private static int KindOf(ChoiceKind kind) => kind switch
    {
        ChoiceKind.Key => 10, // Property
        ChoiceKind.Fact => 5, // Field
        ChoiceKind.Word => 20, // EnumMember
        ChoiceKind.Rule => 3, // Function
        _ => 18, // Reference
    };

    private static int KindOf(OutlineEntry entry) => entry.Section switch
    {
        _ when entry.Name == entry.Section => 3, // Namespace
        var section when section == ChapterKeys.Rules.Name => 12, // Function
        var section when section == FileKeys.Chapters.Name => 5, // Class
        var section when section == FileKeys.Facts.Name => 8, // Field
        var section when section == FileKeys.Tests.Name || section == FileKeys.TableTests.Name => 24, // Event
        _ => 14, // Constant
    };
}
