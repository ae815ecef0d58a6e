using System.Text;
using CollabRisk.RulePacks.Editing;

namespace CollabRisk.RulePacks.Tests.Editing;

/// <summary>What is said of a pack while it is typed, and of which files it consists.</summary>
public class EditedPackTests
{
    [Theory]
    [InlineData("when:\n  vison.exists: no|", "CRP141", "vison.exists", "Did you mean 'vision.exists'?")]
    [InlineData("when:\n  phase: Golive|", "CRP124", "Golive", "Did you mean 'GoLive'?")]
    [InlineData("when:\n  vision.exists: no\nunder: [\"VISION-ABSEN\"]|", "CRP221", "\"VISION-ABSEN\"", "Did you mean 'VISION-ABSENT'?")]
    [InlineData("when:\n  vision.exists: no\ncaveats: Note: no vision|", "CRP111", "Note: no vision", "quotes")]
    public void Problems_OfAText_MarkItAndSayWhatToDo(string clauses, string code, string marked, string says)
    {
        var pack = TypedPack.WithRisk(clauses);
        var problem = pack.Problems.Should().ContainSingle().Which;
        (problem.Code, problem.IsWarning).Should().Be((code, false));
        problem.Message.Should().Contain(says);
        pack.Marked(problem).Should().Contain(marked.Trim('"'));
    }

    [Fact]
    public void Problems_OfAValidPack_AreItsWarnings()
    {
        var problem = TypedPack.WithRisk("when:\n  communication.regular: no\n  workload.competingDemands: yes|").Problems.Should().Contain(each => each.Code == "CRP611").Which;
        problem.IsWarning.Should().BeTrue();
    }

    [Fact]
    public void Problems_AfterLettersOfTwoCodeUnits_AreAtUtf16Columns()
    {
        var pack = TypedPack.WithRisk("when: {name: given, \"😀é\": yes, vison.exists: no}|");
        pack.Problems.Select(pack.Marked).Should().Equal("\"😀é\"", "vison.exists");
    }

    [Fact]
    public void Problems_AreThoseOfPackCheck_OverWhatIsNotSaved()
    {
        using var disk = PackOnDisk.Sample();
        var file = Path.GetFullPath(disk["rules/rota.yaml"]);
        var text = File.ReadAllText(file).Replace("isInformationSystem", "isInformationSytem", StringComparison.Ordinal).Replace("kind: Strength", "kind: Strenght", StringComparison.Ordinal);
        Check(disk.Folder, []).Problems.Should().BeEmpty("what is on the disk is good");
        var typed = Check(disk.Folder, new() { [file] = Encoding.UTF8.GetBytes(text) }).Problems;
        disk.Write("rules/rota.yaml", text);
        new RulePackLoader().TryLoad([Path.GetFullPath(disk.Folder)], out _, out var problems).Should().BeFalse();
        typed.Select(problem => $"{problem.File}({problem.Start.Line},{problem.Start.Column}): {problem.Code}: {problem.Message}").Should().Equal(problems.Select(problem => $"{problem}"));
    }

    [Fact]
    public void Files_NotYetOnTheDisk_Count()
    {
        using var disk = PackOnDisk.Sample();
        var file = Path.GetFullPath(disk["more/new.yaml"]);
        var (problems, files) = Check(disk.Folder, new() { [file] = "tests:\n  - name: x\n    raises: RCR-NONE\n"u8.ToArray() });
        files.Should().Contain(file);
        var problem = problems.Should().ContainSingle().Which;
        (problem.File, problem.Code).Should().Be((file, "CRP711"));
        Check(disk.Folder, new() { [Path.GetFullPath(disk[".hidden/new.yaml"])] = "tests: x"u8.ToArray() }).Problems.Should().BeEmpty("hidden files are not part of a pack");
    }

    [Fact]
    public void Problems_WithoutAPlace_AreWhereThePackSaysWhatItIs()
    {
        using var disk = PackOnDisk.Sample();
        disk.Write("zzz.yaml.bak", "x");
        Check(disk.Folder, []).Problems.Should().ContainSingle().Which.IsWarning.Should().BeTrue();
        File.Delete(disk["zzz.yaml.bak"]);
        var options = RulePackOptions.Default with { BasePacks = [] };
        var problems = new EditedPack(Path.GetFullPath(disk.Folder), new Dictionary<string, byte[]>(), new EditingContext(options, [])).Check().Problems;
        problems.Should().NotBeEmpty("rules of the library are named, which is not there").And.OnlyContain(problem => problem.Start.Line >= 1 && problem.End.Column > problem.Start.Column);
    }

    [Fact]
    public void Find_AnyFileOfAPack_IsItsFolder()
    {
        using var disk = PackOnDisk.Sample();
        var folder = Path.GetFullPath(disk.Folder);
        PackFinder.Find(Path.GetFullPath(disk["rules/rota.yaml"]), new Dictionary<string, byte[]>()).Should().Be(folder);
        PackFinder.Find(Path.GetFullPath(disk["pack.yaml"]), new Dictionary<string, byte[]>()).Should().Be(folder);
        PackFinder.Find(Path.GetFullPath(disk["new/deep/er.yaml"]), new Dictionary<string, byte[]>()).Should().Be(folder, "a file that is not saved yet belongs to it too");
        File.Move(disk["pack.yaml"], disk["about.yaml"]);
        PackFinder.Find(Path.GetFullPath(disk["evidence.yaml"]), new Dictionary<string, byte[]>()).Should().Be(folder, "the file may have any name");
        PackFinder.Find(Path.GetFullPath(disk["rules/rota.yaml"]), new Dictionary<string, byte[]>()).Should().BeNull("further up, it could be a pack by itself");
        File.Move(disk["about.yaml"], disk["pack.yaml"]);
        disk.Write("other.yaml", PackText.Head);
        PackFinder.Find(Path.GetFullPath(disk["other.yaml"]), new Dictionary<string, byte[]>()).Should().Be(Path.GetFullPath(disk["other.yaml"]), "two manifests are two packs");
        PackFinder.Find(Path.GetFullPath(disk["evidence.yaml"]), new Dictionary<string, byte[]>()).Should().BeNull("no one knows to which of the two it belongs");
    }

    [Theory]
    [InlineData("services:\n  web: x\n", false)]
    [InlineData("chapters:\n  - heading: x\n", true)]
    [InlineData("facts: []\nimage: x\n", false)]
    [InlineData("", false)]
    public void PackToCheck_OfAFileByItself_IsOneThatCanBecomeAPack(string text, bool isOne)
    {
        var file = Path.GetFullPath("/no-such-folder/a.yaml");
        PackFinder.PackToCheck(file, new Dictionary<string, byte[]> { [file] = Encoding.UTF8.GetBytes(text) }).Should().Be(isOne ? file : null);
    }

    [Fact]
    public void Outline_OfAFile_HasItsRulesUnderTheirHeadings()
    {
        var root = EditedPack.Read("x.yaml", Encoding.UTF8.GetBytes(PackText.WithRisk("when:\n  vision.exists: no")), RulePackLimits.Default);
        var outline = Outline.Of(root);
        outline.Select(entry => entry.Name).Should().Equal("pack", "sources", "claims", "chapters");
        var chapter = outline[3].Below.Should().ContainSingle().Which;
        chapter.Name.Should().Be("Tests");
        var rule = chapter.Below.Should().ContainSingle().Which;
        (rule.Name, rule.Detail).Should().Be(("TST-RISK", "A risk"));
        Outline.Of(null).Should().BeEmpty();
    }

    private static (IReadOnlyList<EditedProblem> Problems, IReadOnlyList<string> Files) Check(string folder, Dictionary<string, byte[]> unsaved) =>
        new EditedPack(Path.GetFullPath(folder), unsaved, new EditingContext(RulePackOptions.Default, [])).Check();
}
