using System.Text.RegularExpressions;

namespace CollabRisk.Tests;

/// <summary>
/// The folders of the projects are in one order, and each uses only what comes before it. Data flows down the list: see
/// src/CollabRisk/README.md. Where the front door is first in the list, as in the smaller projects, every folder may use its types, and
/// it may use every folder.
/// </summary>
public partial class LayoutTests
{
    /// <summary>
    /// The types of the root namespace that every folder may use: what is assessed, and the words of the answer. The others are the
    /// front door and come after Json.
    /// </summary>
    private static readonly HashSet<string> Contract =
        [nameof(Collaboration), nameof(FactReading), nameof(Level), nameof(LevelRange), nameof(OverallRange), nameof(Outcome), nameof(FindingKind), nameof(IAnswer)];

    /// <summary>What the front door offers of the answers, for convenience: these files of the root alone look further down the list.</summary>
    private static readonly HashSet<string> Convenience =
        ["Assessment.cs", "AssessmentJson.cs", "AssessmentText.cs", "CollaborationEvaluatorExtensions.cs"];

    [Theory]
    [InlineData("CollabRisk", "Text Facts Evidence Conditions Rules Evaluation Knowledge Json . Questions Questionnaires Explaining Comparing Remedies Planning Perspectives Records DependencyInjection")]
    [InlineData("CollabRisk.RulePacks", ". Yaml Format Export Files Signing Policies Loading Checks Testing Editing Schema Watching DependencyInjection")]
    [InlineData("CollabRisk.Register", "Settings Model Storage Access Rules Answering Coordination Pages Requests Routes Api Hosting .")]
    [InlineData("CollabRisk.NRules", ". Session Translation DependencyInjection")]
    public void Folders_OfAProject_UseOnlyWhatComesBeforeThem(string project, string order)
    {
        var folders = order.Split(' ').ToList();
        var frontDoor = folders.IndexOf(".");
        var root = Path.Combine(Repository.Root, "src", project);

        // A type of the front door is named without a using, since every namespace is inside the root's.
        var doors = typeof(Assessment).Assembly.GetTypes()
            .Where(type => type.Namespace == project && !type.IsNested && !Contract.Contains(type.Name)).Select(type => type.Name.Split('`')[0]).ToHashSet();
        var upward = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/')))
        {
            var folder = path.Contains('/', StringComparison.Ordinal) ? path.Split('/')[0] : ".";
            if (folder is "bin" or "obj" || (folder == "." && (frontDoor == 0 || Convenience.Contains(path))))
            {
                continue;
            }

            var code = CommentsAndTexts.Replace(File.ReadAllText(Path.Combine(root, path)), "");
            var own = folders.IndexOf(folder);
            var used = Regex.Matches(code, $@"\b{Regex.Escape(project)}\.([A-Z]\w*)").Select(match => match.Groups[1].Value)
                .Concat(own < frontDoor && Names.Matches(code).Any(match => doors.Contains(match.Value)) ? ["."] : []);
            upward.UnionWith(used.Where(each => own < 0 || folders.IndexOf(each) > own).Select(each => $"{path} uses {each}"));
        }

        upward.Should().BeEmpty();
    }

    [GeneratedRegex(@"//.*$|""(\\.|[^""\\\n])*""", RegexOptions.Multiline)]
    private static partial Regex CommentsAndTexts { get; }

    /// <summary>Names of types, of which members of other things are left out.</summary>
    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*")]
    private static partial Regex Names { get; }
}
