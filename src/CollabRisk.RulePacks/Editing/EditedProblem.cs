using System.Text;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Loading;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Editing;

/// <summary>Something that 'pack check' says, at the text that it is about.</summary>
/// <param name="File">The full path of the file.</param>
/// <param name="Code">The code of the kind of problem.</param>
/// <param name="Message">What it is about, what is wrong and what to do, as 'pack check' says it after the place.</param>
/// <param name="IsWarning">Whether the pack can be used as it is.</param>
/// <param name="Start">Where the text begins, from 1.</param>
/// <param name="End">The place after its last character on the same line, from 1.</param>
internal sealed record EditedProblem(string File, string Code, string Message, bool IsWarning, (int Line, int Column) Start, (int Line, int Column) End);

/// <summary>Where the texts are that problems are about. A problem has the place where its text begins; an editor marks all of it.</summary>
internal sealed class ProblemPlaces
{
    private readonly Dictionary<(string File, int Line, int Column), (int Line, int Column)> ends = [];
    private readonly Dictionary<string, string[]> lines = new(StringComparer.Ordinal);
    private readonly string pack;
    private readonly Text.TextPlace? manifest;

    /// <param name="own">The pack that is edited.</param>
    /// <param name="opened">It and the packs that are used with it.</param>
    public ProblemPlaces(OpenedPack own, IReadOnlyList<OpenedPack> opened)
    {
        pack = own.Folder.Path;
        Files = [.. own.Folder.Files.Select(file => file.Shown)];
        manifest = own.Roots.OfType<YamlMap>().SelectMany(root => root.Entries).FirstOrDefault(section => section.Key.Text == FileKeys.Pack.Name).Key?.Place;
        foreach (var file in opened.SelectMany(each => each.Folder.Files))
        {
            lines[file.Shown] = Encoding.UTF8.GetString(file.Bytes).Split('\n');
        }

        foreach (var scalar in opened.SelectMany(each => each.Roots).SelectMany(root => root.All).OfType<YamlScalar>())
        {
            ends.TryAdd((scalar.Place.File, scalar.Place.Line, scalar.Place.Column), scalar.End);
        }
    }

    /// <summary>The full paths of the YAML files of the pack that is edited.</summary>
    public IReadOnlyList<string> Files { get; }

    public EditedProblem Of(RuleBookProblem problem, bool isWarning)
    {
        // What is about the pack as a whole is said where the pack says what it is.
        var place = problem.Place ?? manifest ?? new(Files.Count > 0 ? Files[0] : pack, 1, 1);
        var start = (place.Line, place.Column);
        return new(place.File, problem.Code, $"{problem.Where}: {problem.What}", isWarning, start, EndOf(place.File, start));
    }

    private (int Line, int Column) EndOf(string file, (int Line, int Column) start)
    {
        if (ends.TryGetValue((file, start.Line, start.Column), out var end) && end.Line == start.Line && end.Column > start.Column)
        {
            return end;
        }

        // A text of several lines, or what is not YAML: the rest of the line.
        var length = lines.TryGetValue(file, out var all) && start.Line <= all.Length ? all[start.Line - 1].TrimEnd().Length : start.Column;
        return (start.Line, Math.Max(start.Column + 1, length + 1));
    }
}
