using System.Net;
using CollabRisk.Register.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace CollabRisk.Register.Tests;

/// <summary>When what the register stands on gives way: a clear message, what was typed is offered again, and nothing is lost.</summary>
public class FaultTests
{
    /// <summary>A folder on a disk of a few megabytes, which a test may fill.</summary>
    private const string SmallDisk = "COLLABRISK_SMALL_DISK";

    [Fact]
    public async Task Disk_Full_SaysSoAndTakesTheAnswerAgainLater()
    {
        var disk = Environment.GetEnvironmentVariable(SmallDisk);
        Assert.SkipWhen(string.IsNullOrEmpty(disk), $"{SmallDisk} does not name a folder on a small disk that may be filled.");
        await using var database = await TestDatabase.MakeAsync(Kind.Sqlite, disk);
        await using var server = await RegisterServer.OnAsync(database);
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0], "kept before");
        var filler = Path.Combine(disk, $"filler-{Guid.NewGuid():N}");
        Fill(filler);
        var (full, acknowledged) = await SaveUntilRefusedAsync(police, $"{new string('n', 1_900)} <b>still here</b>");

        full.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        full.Text.Should().ContainAll("The disk is full.", "Send it again");
        var again = full.Form("/answer");
        again["note"].Should().EndWith("<b>still here</b>");
        (await police.GoAsync("answers")).Text.Should().Contain("kept before", "what is there can be read");
        (await server.EnterAsync(made.CoordinatorLink)).Page.Status.Should().Be(HttpStatusCode.OK, "and people get in");
        (await police.Browser.SendAsync(again)).Status.Should().Be(HttpStatusCode.ServiceUnavailable);

        File.Delete(filler);
        (await police.Browser.SendAsync(again)).Text.Should().Contain($"{acknowledged + 2} answered");
        (await police.Browser.SendAsync(again)).Text.Should().Contain($"{acknowledged + 2} answered", "it counts once");
        (await police.GoAsync("answers")).Text.Should().ContainAll("kept before", "still here");
    }

    [Theory, EveryDatabase]
    public async Task Database_Lost_SaysSoAndTakesTheAnswerAgainWhenItIsBack(Kind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind);
        await using var server = await RegisterServer.OnAsync(database);
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0], "kept before");
        var form = police.Filled(police.Page.Form("/answer").Choices("a")[0]).With("note", "typed while it was away");
        using var api = new ApiTests.Api(server, made.RespondentLinks[0]);

        await LoseAsync(database);
        var lost = await police.SendAsync(form, "save");
        lost.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        lost.Text.Should().ContainAll("This could not be done now", "Send it again").And.NotContain("   at ");
        lost.Form("/answer")["note"].Should().Be("typed while it was away");
        var gone = await police.Browser.GoAsync(police.Home);
        gone.Should().Match<Page>(page => page.Status == HttpStatusCode.ServiceUnavailable && page.Text.Contains("Try again in a moment"));
        gone.Headers.Should().Contain("X-Content-Type-Options", "nosniff").And.ContainKey("Content-Security-Policy", "a page of a fault is as safe as others");
        (await server.EnterAsync(made.RespondentLinks[1])).Page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await api.GetAsync("interview")).Should().Match<ApiTests.Reply>(reply => reply.Status == HttpStatusCode.ServiceUnavailable && reply.MediaType == "application/problem+json");
        (await police.Browser.GoAsync("/health")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await police.Browser.GoAsync("/register.css")).Status.Should().Be(HttpStatusCode.OK);

        await FindAsync(database);
        (await police.Browser.SendAsync(lost.Form("/answer"))).Text.Should().Contain("2 answered");
        (await police.GoAsync("answers")).Text.Should().ContainAll("kept before", "typed while it was away");
        (await police.Browser.GoAsync("/health")).Status.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Respondents are told what they can do and nothing of the machine; whoever operates the register sees it in the log and at /health.</summary>
    [Fact]
    public async Task Database_Damaged_SaysWhatToDoAndIsNotHealthy()
    {
        await using var database = await TestDatabase.MakeAsync(Kind.Sqlite);
        string link;
        await using (var before = await RegisterServer.OnAsync(database))
        {
            link = (await before.MakeAsync()).RespondentLinks[0];
        }

        // Something small, which no one needs for reading.
        await DamageAsync(database, "audit_in_time");
        await using (var little = await RegisterServer.OnAsync(database))
        {
            var (browser, page) = await little.EnterAsync(link);
            page.Status.Should().Be(HttpStatusCode.OK);
            (await browser.GoAsync("/health")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        }

        await using var server = await RegisterServer.OnAsync(database);
        var police = await Answerer.EnterAsync(server, link);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0]);
        var form = police.Filled(police.Page.Form("/answer").Choices("a")[0]).With("note", "typed before");
        await DamageAsync(database, "sheet");
        using var api = new ApiTests.Api(server, link);
        var (sent, asked, program) = (await police.SendAsync(form, "save"), await police.Browser.GoAsync(police.Home), await api.GetAsync("interview"));

        foreach (var text in new[] { sent.Text, asked.Text, program.Text })
        {
            text.Should().ContainAll("The file of the register is damaged.", "Trying again is of no use before it is mended: tell whoever operates the register.")
                .And.NotContainAny(database.Folder, "Nothing that was kept before is lost", "Try again in a moment", "SQLite");
        }

        (sent.Status, asked.Status, program.Status).Should().Be((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable));
        sent.Text.Should().Contain("Leave this page open");
        sent.Form("/answer")["note"].Should().Be("typed before");
        (await police.Browser.GoAsync("/health")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        server.Log.All.Should().Contain(line => line.Contains(database.File, StringComparison.Ordinal) && line.Contains("is damaged", StringComparison.Ordinal));

        await using var fresh = await RegisterServer.OnAsync(database);
        using var probe = new Browser(fresh.Address);
        (await probe.GoAsync("/health")).Status.Should().Be(HttpStatusCode.ServiceUnavailable, "it need not wait until someone comes upon it");
    }

    /// <summary>Writes over the first page of a table or an index, as a disk may.</summary>
    private static async Task DamageAsync(TestDatabase database, string name)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database.Connection) { Pooling = false }.ConnectionString);
        await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var (page, size) = (await connection.QueryFirstAsync<long>("SELECT rootpage FROM sqlite_master WHERE name = @name", new { name }), await connection.QueryFirstAsync<int>("PRAGMA page_size"));
        await using var file = new FileStream(database.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = (page - 1) * size;
        file.Write([.. Enumerable.Repeat((byte)0xFF, size)]);

        // Connections that were open have it as it was.
        SqliteConnection.ClearAllPools();
    }

    [Theory, EveryDatabase]
    public async Task Clock_JumpsBack_NothingIsLostAndTheOrderStays(Kind kind)
    {
        var clock = new FakeTimeProvider(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        var jumping = new Jumping(clock);
        await using var server = await RegisterServer.StartAsync(kind, jumping);
        var made = await server.MakeAsync();
        await made.SendAsync((await made.GoAsync("settings")).Form("/settings", "name").With("name", "The second name"));
        jumping.By = TimeSpan.FromDays(-400);
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0], "while the clock was wrong");
        await made.SendAsync((await made.GoAsync("settings")).Form("/settings", "name").With("name", "The third name"));
        (await made.CloseAsync()).Text.Should().Contain("As of 25 October 2025");
        jumping.By = TimeSpan.Zero;

        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0]);
        (await made.CloseAsync()).Text.Should().ContainAll("As of 29 November 2026", "The third name");
        var history = (await made.GoAsync("history")).Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).Where(row => !row.Contains("answered", StringComparison.OrdinalIgnoreCase)).ToList();
        history.Select(row => row.Contains("made.", StringComparison.Ordinal) ? "made" : row.Contains("renamed", StringComparison.Ordinal) ? "renamed" : row.Contains("1 was closed", StringComparison.Ordinal) ? "closed 1" : row.Contains("2 was opened", StringComparison.Ordinal) ? "opened 2" : "closed 2")
            .Should().Equal("closed 2", "opened 2", "closed 1", "renamed", "renamed", "made");
        (await police.GoAsync("answers")).Text.Should().Contain("while the clock was wrong");
    }

    /// <summary>Saves answer after answer, each with a long note, until one is refused.</summary>
    private static async Task<(Page Refused, int Acknowledged)> SaveUntilRefusedAsync(Answerer police, string note)
    {
        for (var acknowledged = 0; acknowledged < 60;)
        {
            var isAnswer = police.Page.Form("/answer").Choices("a") is [not "don't know", ..];
            var page = isAnswer ? await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0], note) : await police.PressAsync("skip");
            if (page.Status != HttpStatusCode.OK)
            {
                return (page, acknowledged);
            }

            acknowledged += isAnswer ? 1 : 0;
        }

        throw new InvalidOperationException("The disk is not full.");
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 65_536, 4_096, 1 })
        {
            try
            {
                while (true)
                {
                    stream.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // No more of this size.
            }
        }
    }

    /// <summary>Takes the database away as far as a test can: the file of SQLite is somewhere else, PostgreSQL lets no one into the database.</summary>
    private static async Task LoseAsync(TestDatabase database)
    {
        if (database.Kind == Kind.Postgres)
        {
            await database.AllowAsync(false);
            return;
        }

        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Path.Combine(database.Folder, "away"));
        foreach (var file in Directory.GetFiles(database.Folder, "register.db*"))
        {
            File.Move(file, Path.Combine(database.Folder, "away", Path.GetFileName(file)));
        }

        Directory.CreateDirectory(database.File);
    }

    private static async Task FindAsync(TestDatabase database)
    {
        if (database.Kind == Kind.Postgres)
        {
            await database.AllowAsync(true);
            return;
        }

        Directory.Delete(database.File);
        foreach (var file in Directory.GetFiles(Path.Combine(database.Folder, "away")))
        {
            File.Move(file, Path.Combine(database.Folder, Path.GetFileName(file)));
        }
    }

    /// <summary>A clock that is set to another time by hand.</summary>
    private sealed class Jumping(TimeProvider clock) : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + By;
    }
}
