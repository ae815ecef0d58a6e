using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Files;

/// <summary>A pack in a folder of links, as Kubernetes mounts a ConfigMap: <c>pack.yaml</c> leads to <c>..data/pack.yaml</c>, and <c>..data</c> to a folder with a time in its name.</summary>
public sealed class MountedFolderTests : IDisposable
{
    private static readonly RulePackOptions Mounted = new() { MountedFolders = true };

    private readonly PackOnDisk pack = new();

    public MountedFolderTests()
    {
        Provide("..2026_11_28", "1.0.0");
        Directory.CreateSymbolicLink(pack["..data"], "..2026_11_28");
        File.CreateSymbolicLink(pack["pack.yaml"], Path.Combine("..data", "pack.yaml"));
        File.CreateSymbolicLink(pack["case.json"], Path.Combine("..data", "case.json"));
    }

    public void Dispose() => pack.Dispose();

    [Fact]
    public void Load_LinksWithinTheFolder_AreFollowedWhereTheHostSaysSo()
    {
        var set = new RulePackLoader(Mounted).Load(pack.Folder);
        set.Packs[0].Manifest.Version.Should().Be("1.0.0");
        set.RuleBook.Find("TST-RISK").Should().NotBeNull();
        RulePackTests.ProblemsOf(set).Should().BeEmpty();
        new RulePackLoader().TryLoad([pack.Folder], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.ToString().Should().EndWith("pack.yaml(1,1): CRP104: " + pack.Folder + ": this is a link, and links are not followed. Copy what it points to. A host that mounts the folder says so: MountedFolders.");
    }

    [Fact]
    public void Reload_LinkThatLeadsToANewFolder_UsesIt()
    {
        using var watcher = RulePackWatcher.Start([pack.Folder], Mounted, new() { Automatic = false });
        Provide("..2026_11_29", "1.1.0");
        Directory.CreateSymbolicLink(pack["..data_tmp"], "..2026_11_29");
        Directory.Delete(pack["..data"]);
        Directory.Move(pack["..data_tmp"], pack["..data"]);
        watcher.ReloadNow().Change!.ToString().Should().StartWith("packs: test.pack 1.0.0 → 1.1.0");
    }

    [Theory]
    [InlineData("../outside.yaml")]
    [InlineData("..data/../../outside.yaml")]
    [InlineData("gone.yaml")]
    [InlineData("more.yaml")]
    public void Load_LinkThatLeadsElsewhere_IsRefused(string target)
    {
        File.WriteAllText(pack["../outside.yaml"], "notes: []");
        File.CreateSymbolicLink(pack["more.yaml"], target);
        new RulePackLoader(Mounted).TryLoad([pack.Folder], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.What.Should().Be("this is a link, and it does not lead to a file within the folder of the pack. Copy what it points to.");
    }

    [Fact]
    public void Load_FolderThatLeadsOut_IsRefused()
    {
        Directory.CreateDirectory(pack["../elsewhere"]);
        File.WriteAllText(pack["../elsewhere/more.yaml"], "notes: []");
        Directory.CreateSymbolicLink(pack["..out"], "../elsewhere");
        File.CreateSymbolicLink(pack["more.yaml"], "..out/more.yaml");
        new RulePackLoader(Mounted).TryLoad([pack.Folder], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP104");
    }

    [Fact]
    public void Load_MountedAndSigned_IsVerified()
    {
        var (mine, yours) = RulePackSigning.NewKeys();
        using var source = new PackOnDisk(("pack.yaml", File.ReadAllText(pack["pack.yaml"])), ("case.json", "{}"));
        RulePackSigning.Sign(source.Folder, mine);
        File.Copy(source["pack.sig"], pack["..2026_11_28/pack.sig"]);
        File.CreateSymbolicLink(pack["pack.sig"], Path.Combine("..data", "pack.sig"));
        new RulePackLoader(Mounted with { TrustedKeys = [yours] }).Load(pack.Folder).Packs[0].Signature.Should().NotBeNull();
        File.AppendAllText(pack["..2026_11_28/pack.yaml"], "# changed");
        new RulePackLoader(Mounted with { TrustedKeys = [yours] }).TryLoad([pack.Folder], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP805");
    }

    private void Provide(string folder, string version)
    {
        pack.Write($"{folder}/pack.yaml", PackText.WithRisk("when: {vision.exists: no}").Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal)
            + "tests:\n  - {name: a, case file: case.json, undetermined: TST-RISK}\n");
        pack.Write($"{folder}/case.json", "{}");
    }
}
