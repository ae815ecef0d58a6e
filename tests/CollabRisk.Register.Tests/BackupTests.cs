using CollabRisk.Register.Hosting;
using CollabRisk.Register.Tests.Harness;

namespace CollabRisk.Register.Tests;

/// <summary>A backup is all there is, and comes back whole or not at all; it is also the way from SQLite to PostgreSQL.</summary>
public class BackupTests
{
    [Theory, EveryDatabase]
    public async Task Backup_RestoredElsewhere_HasEverything(Kind to)
    {
        await using var server = await RegisterServer.StartAsync(Kind.Sqlite);
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0], "Grüße, “quotes” and \u2028 lines\nof text");
        await made.CloseAsync("2026-03-01");
        var file = Path.Combine(server.Database.Folder, "backup.jsonl");
        (await RunAsync("backup", file, "--database", server.Database.Connection)).Should().Match<Ran>(ran => ran.Code == 0 && ran.Errors == "" && ran.Output.Contains("rows"));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using var database = await TestDatabase.MakeAsync(to);
        (await RunAsync("restore", file, "--database", database.Connection)).Should().Match<Ran>(ran => ran.Code == 0 && ran.Errors == "");

        await using var restored = await RegisterServer.OnAsync(database);
        restored.FirstLink.Should().BeNull("the link of the office came along");
        var (browser, page) = await restored.EnterAsync(new Uri(made.CoordinatorLink).AbsolutePath);
        (await browser.GoAsync($"{page.Address.AbsolutePath}results")).At("main").Should().Be((await made.GoAsync("results")).At("main"));
        var (again, _) = await restored.EnterAsync(new Uri(made.RespondentLinks[0]).AbsolutePath);
        (await again.GoAsync($"{police.Home}answers")).Text.Should().Contain("Grüße, “quotes” and");
        Lines(await database.EverythingAsync()).Should().Contain(Lines(await server.Database.EverythingAsync()).Where(line => !line.StartsWith("audit", StringComparison.Ordinal)));
    }

    [Theory, EveryDatabase]
    public async Task Restore_CutOrChanged_RestoresNothing(Kind to)
    {
        await using var server = await RegisterServer.StartAsync(Kind.Sqlite);
        await server.MakeAsync();
        var file = Path.Combine(server.Database.Folder, "backup.jsonl");
        await RunAsync("backup", file, "--database", server.Database.Connection);
        var lines = await File.ReadAllLinesAsync(file);
        var whole = string.Join('\n', lines) + "\n";
        (string Name, string Text, string Says)[] broken =
        [
            ("cut after a line", string.Join('\n', lines[..^1]) + "\n", "It was cut; nothing was restored"),
            ("cut within a line", whole[..(whole.Length / 2)], "It was changed or cut"),
            ("a line less", string.Join('\n', lines.Where((_, at) => at != 3)) + "\n", "It was changed or cut; nothing was restored"),
            ("a word changed", whole.Replace("Shared control room", "Shared control moor", StringComparison.Ordinal), "It was changed or cut; nothing was restored"),
            ("more after the end", whole + lines[2] + "\n", "It was changed or cut; nothing was restored"),
            ("another schema", whole.Replace("\"schema\":\"1\"", "\"schema\":\"9\"", StringComparison.Ordinal), "version 9, and this program knows version 1"),
            ("no header", "{}\n", "is not a backup of a register"),
            ("an array", "[]\n", "is not a backup of a register"),
            ("nothing", "", "this is not a line of a backup"),
        ];
        await using var database = await TestDatabase.MakeAsync(to);
        foreach (var (name, text, says) in broken)
        {
            await File.WriteAllTextAsync(file, text);
            var ran = await RunAsync("restore", file, "--database", database.Connection);
            (ran.Code, ran.Output).Should().Be((1, ""), name);
            ran.Errors.Should().Contain(says, name).And.NotContain("   at ", name);
        }

        (await database.EverythingAsync()).Should().NotContain("entry:").And.NotContain("link:");
        await File.WriteAllTextAsync(file, whole);
        (await RunAsync("restore", file, "--database", database.Connection)).Code.Should().Be(0);
        var twice = await RunAsync("restore", file, "--database", database.Connection);
        (twice.Code, twice.Errors).Should().Match<(int Code, string Errors)>(ran => ran.Code == 1 && ran.Errors.Contains("an empty register only"));
    }

    [Fact]
    public async Task Backup_WhereAFileIs_OverwritesNothing()
    {
        await using var server = await RegisterServer.StartAsync();
        var file = Path.Combine(server.Database.Folder, "there");
        await File.WriteAllTextAsync(file, "mine");
        var ran = await RunAsync("backup", file, "--database", server.Database.Connection);
        (ran.Code, await File.ReadAllTextAsync(file)).Should().Be((1, "mine"));
        ran.Errors.Should().Contain("is there already");
        (await RunAsync("restore", Path.Combine(server.Database.Folder, "absent"), "--database", server.Database.Connection)).Should().Match<Ran>(absent => absent.Code == 1 && !absent.Errors.Contains("   at "));
        (await RunAsync("backup", Path.Combine(server.Database.Folder, "no", "folder"), "--database", server.Database.Connection)).Should().Match<Ran>(absent => absent.Code == 1 && !absent.Errors.Contains("   at "));
    }

    [Fact]
    public async Task Backup_AfterOneThatWasEndedInTheMiddle_IsMade()
    {
        await using var server = await RegisterServer.StartAsync();
        var file = Path.Combine(server.Database.Folder, "backup.jsonl");
        await File.WriteAllTextAsync($"{file}.partial", new string('x', 100_000));
        (await RunAsync("backup", file, "--database", server.Database.Connection)).Code.Should().Be(0);
        File.Exists($"{file}.partial").Should().BeFalse();
        File.Delete(file);

        // One that is being written is left alone.
        await using (var other = new FileStream($"{file}.partial", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            (await RunAsync("backup", file, "--database", server.Database.Connection)).Should().Match<Ran>(ran => ran.Code == 1 && !ran.Errors.Contains("   at "));
        }

        File.Exists($"{file}.partial").Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Restore_IntoARegisterThatIsServed_IsRefused(Kind to)
    {
        await using var server = await RegisterServer.StartAsync(to);
        var file = Path.Combine(server.Database.Folder, "backup.jsonl");
        await RunAsync("backup", file, "--database", server.Database.Connection);

        var ran = await RunAsync("restore", file, "--database", server.Database.Connection);

        (ran.Code, ran.Output).Should().Be((1, ""));
        ran.Errors.Should().Contain("has links: it is served, or was. Restore into a database that is not there yet");
        (await server.EnterOfficeAsync()).Page.Status.Should().Be(System.Net.HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    public async Task Backup_WhereNoRegisterIs_SaysSoAndMakesNothing(Kind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind);
        var file = Path.Combine(database.Folder, "backup.jsonl");

        var ran = await RunAsync("backup", file, "--database", database.Connection);

        (ran.Code, ran.Output).Should().Be((1, ""));
        ran.Errors.Should().Contain("There is not a register in ").And.Contain("Name the one to back up with --database").And.NotContain("   at ");
        Directory.GetFiles(database.Folder).Should().BeEmpty();
    }

    internal static async Task<Ran> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return new(await RegisterCommand.RunAsync(args, output, errors), output.ToString(), errors.ToString());
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n');

    internal sealed record Ran(int Code, string Output, string Errors);
}
