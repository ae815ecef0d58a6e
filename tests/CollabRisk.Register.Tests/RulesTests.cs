using System.Net;
using CollabRisk.Register.Requests;
using CollabRisk.Register.Tests.Harness;

namespace CollabRisk.Register.Tests;

/// <summary>Rule packs: chosen by the coordinator, shown everywhere, and never changed in silence.</summary>
public class RulesTests
{
    private const string Guidance = "collabrisk.partnership-guidance";

    [Theory, EveryDatabase]
    public async Task Rules_AnotherPack_IsPreviewedAndThenTaken(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, _) = await TimeTests.AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");

        var preview = await made.SendAsync((await made.GoAsync("rules")).Form("/rules").With("pack", Guidance));
        preview.Text.Should().ContainAll("What these rules change", Guidance);
        (await made.GoAsync("results")).At("header.top").Should().NotContain(Guidance);

        var taken = await made.SendAsync(preview.Form("/rules", "digest"));
        taken.Text.Should().Contain("The rules were taken.");
        foreach (var part in new[] { "", "results", "time", "plan", "rules", "history", "settings" })
        {
            (await made.GoAsync(part)).At("header.top").Should().Contain($"{Guidance} ");
        }

        (await made.GoAsync("history")).Text.Should().Contain("Rules taken:");
    }

    [Theory, EveryDatabase]
    public async Task Rules_NotThoseThatWereShown_AreNotTaken(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var preview = await made.SendAsync((await made.GoAsync("rules")).Form("/rules").With("pack", Guidance));

        (await made.SendAsync(preview.Form("/rules", "digest").With("digest", "0000"))).Text.Should().Contain("The rules are not those that were shown");
        (await made.SendAsync(preview.Form("/rules", "digest").With("pack", "<i>no.such.pack</i>"))).Html.Should().Contain("&lt;i&gt;no.such.pack").And.NotContain("<i>no.such");
        (await made.GoAsync("rules")).At("header.top").Should().NotContain(Guidance);
    }

    [Theory, EveryDatabase]
    public async Task Rules_ThatChangedSinceTheyWereTaken_AreSaidOnEveryPage(Kind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind);
        var pack = CopyOfPack(database.Folder);
        string home;
        MadeCollaboration made;
        await using (var before = await RegisterServer.OnAsync(database, null, $"--Register:Packs:0={pack}"))
        {
            made = await before.MakeAsync(also: form => form.With("pack", "regional.control-room"));
            var police = await Answerer.EnterAsync(before, made.RespondentLinks[0]);
            await police.AnswerAllAsync(Answerer.Last, most: 6);
            (await made.GoAsync()).Text.Should().NotContain("The rules have changed");
        }

        var rules = Path.Combine(pack, "rules", "handover.yaml");
        await File.WriteAllTextAsync(rules, (await File.ReadAllTextAsync(rules)).Replace("Calls take long to hand over", "Calls take too long to hand over", StringComparison.Ordinal));
        await using (var after = await RegisterServer.OnAsync(database, null, $"--Register:Packs:0={pack}"))
        {
            var (browser, office) = await after.EnterAsync(await after.OfficeLinkAsync());
            home = $"{office.Address.AbsolutePath}c/{made.Id}/";
            foreach (var part in new[] { "", "results", "time", "plan", "rules", "history", "settings" })
            {
                (await browser.GoAsync($"{home}{part}")).Text.Should().Contain("The rules have changed since they were taken.");
            }

            (await browser.SendAsync((await browser.GoAsync($"{home}rules")).Form("/rules", "digest"))).Text.Should().Contain("The rules were taken.").And.NotContain("The rules have changed");
        }

        // Without the pack, what is missing is said.
        await using var without = await RegisterServer.OnAsync(database);
        var (last, start) = await without.EnterAsync(await without.OfficeLinkAsync());
        (await last.GoAsync($"{start.Address.AbsolutePath}c/{made.Id}/")).Text.Should().Contain("regional.control-room is not among the packs of this register any more");
    }

    [Theory, EveryDatabase]
    public async Task Open_WithTheAnswersOfLastTimeThatTheRulesDoNotTake_IsRefused(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind, null, $"--Register:Packs:0={Path.Combine(Repository.Root, "samples", "packs", "regional-control-room")}", "--Register:Limits:RequestsOfLink=10000");
        var made = await server.MakeAsync(also: form => form.With("pack", "regional.control-room").With("form", "Full"));
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await SkipToAsync(police, "rotaShared");
        await police.SaveAsync("yes");
        await made.CloseAsync("2026-03-01");
        (await TakeAsync([])).Text.Should().Contain("The rules were taken.", "no round is open");

        var refused = await made.SendAsync((await made.GoAsync()).Form("/open"));

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.At(".wrong").Should().Contain("The rules in use do not take all that was answered in round 1").And.Contain("Ask everything again").And.NotContain("rotaShared");
        await TakeAsync("regional.control-room");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        (await TakeAsync([])).Text.Should().Contain("do not take", "the round begins with it, though no one has changed anything yet");
        (await police.GoAsync("")).Status.Should().Be(HttpStatusCode.OK);

        async Task<Page> TakeAsync(params string[] packs)
        {
            var preview = await made.SendAsync((await made.GoAsync("rules")).Form("/rules").With("pack", packs));
            return preview.HasForm("/rules") && preview.Document.QuerySelector("input[name=digest]") is not null ? await made.SendAsync(preview.Form("/rules", "digest")) : preview;
        }
    }

    [Theory, EveryDatabase]
    public async Task Rules_ThatNoLongerTakeAnAnswer_SayWhatToDo(Kind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind);
        var pack = CopyOfPack(database.Folder);
        string link;
        await using (var before = await RegisterServer.OnAsync(database, null, $"--Register:Packs:0={pack}", "--Register:Limits:RequestsOfLink=10000"))
        {
            var made = await before.MakeAsync(also: form => form.With("pack", "regional.control-room").With("form", "Full"));
            link = made.RespondentLinks[0];
            var police = await Answerer.EnterAsync(before, link);
            await SkipToAsync(police, "rotaShared");
            await police.SaveAsync("yes");
        }

        await using var without = await RegisterServer.OnAsync(database);
        var (_, page) = await without.EnterAsync(link);
        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Text.Should().ContainAll("rotaShared", "Nothing is lost");
    }

    /// <summary>An answer that no one may know yet, in a round that is open: only its author is told which the rules no longer take.</summary>
    [Theory, EveryDatabase]
    public async Task Rules_ThatNoLongerTakeAnAnswer_TellItToItsAuthorAlone(Kind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind);
        var pack = CopyOfPack(database.Folder);
        string link, coordinator;
        string[] settings = [$"--Register:Packs:0={pack}", "--Register:Limits:RequestsOfLink=10000"];
        await using (var before = await RegisterServer.OnAsync(database, null, settings))
        {
            var made = await before.MakeAsync(also: form => form.With("pack", "regional.control-room").With("form", "Full").With("naming", "Letters"));
            (link, coordinator) = (made.RespondentLinks[0], made.CoordinatorLink);
            foreach (var each in made.RespondentLinks)
            {
                var one = await Answerer.EnterAsync(before, each);
                await SkipToAsync(one, "handover.drill");
                await one.SaveAsync(one.Page.Form("/answer").Choices("a").Single(choice => choice.Equals("never", StringComparison.OrdinalIgnoreCase)));
            }
        }

        foreach (var file in Directory.GetFiles(pack, "*.yaml", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("Never", "Seldom", StringComparison.Ordinal));
        }

        await using var after = await RegisterServer.OnAsync(database, null, settings);
        var (browser, home) = await after.EnterAsync(coordinator);
        var rules = $"{home.Address.AbsolutePath}rules";
        Page[] seen = [await browser.GoAsync($"{rules}?see=1&pack=regional.control-room"), await browser.GoAsync($"{rules}?see=1"), await browser.SendAsync(home.Form("/close"))];
        foreach (var page in seen)
        {
            page.Text.Should().Contain("Answers were given that these rules do not take").And.NotContainAny("Never", "Seldom", "drill", "practise handing");
        }

        (await browser.GoAsync(rules)).Text.Should().NotContainAny("Never", "Seldom", "drill", "practise handing");

        var (_, own) = await after.EnterAsync(link);
        own.Status.Should().Be(HttpStatusCode.Conflict);
        own.Text.Should().ContainAll("How often do the partners practise handing over a call together? 'Never' is not one of Seldom, Yearly, Quarterly or Monthly.", "Nothing is lost").And.NotContainAny("extensions", "\"known\"", "(1,1)");
        after.Log.All.Where(line => line.Contains("'Never'", StringComparison.Ordinal) || line.Contains("handover.drill", StringComparison.Ordinal)).Should().BeEmpty();
    }

    /// <summary>A fault in reading what was answered is in the log with its kind and its place, and without what was answered.</summary>
    [Fact]
    public async Task Rules_ThatDoNotTakeASnapshot_PutNoAnswerIntoTheLog()
    {
        await using var database = await TestDatabase.MakeAsync(Kind.Sqlite);
        var pack = CopyOfPack(database.Folder);
        string coordinator;
        string[] settings = [$"--Register:Packs:0={pack}", "--Register:Limits:RequestsOfLink=10000"];
        await using (var before = await RegisterServer.OnAsync(database, null, settings))
        {
            var made = await before.MakeAsync(also: form => form.With("pack", "regional.control-room").With("form", "Full"));
            coordinator = made.CoordinatorLink;
            var police = await Answerer.EnterAsync(before, made.RespondentLinks[0]);
            await SkipToAsync(police, "handover.drill");
            await police.SaveAsync(police.Page.Form("/answer").Choices("a").Single(choice => choice.Equals("never", StringComparison.OrdinalIgnoreCase)));
            await made.CloseAsync();
        }

        foreach (var file in Directory.GetFiles(pack, "*.yaml", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("Never", "Seldom", StringComparison.Ordinal));
        }

        await using var after = await RegisterServer.OnAsync(database, null, settings);
        var (browser, home) = await after.EnterAsync(coordinator);
        var results = await browser.GoAsync($"{home.Address.AbsolutePath}results");
        results.Status.Should().Be(HttpStatusCode.Conflict);
        results.Text.Should().Contain("cannot be assessed. Where that failed is in the log of the register.").And.NotContain("Never");
        after.Log.All.Should().Contain(line => line.Contains("NotAssessed", StringComparison.Ordinal));
        after.Log.All.Where(line => line.Contains("'Never'", StringComparison.Ordinal)).Should().BeEmpty();
        Faults.InWords(new InvalidOperationException("It is 'Never'.", new ArgumentException("'Never'"))).Should().ContainAll("System.InvalidOperationException", "System.ArgumentException").And.NotContain("Never");
    }

    private static async Task SkipToAsync(Answerer answerer, string fact)
    {
        for (var number = 0; number < 400 && !answerer.Path.EndsWith(fact, StringComparison.Ordinal); number++)
        {
            await answerer.PressAsync(answerer.Path.Length > 0 ? "skip" : "continue");
        }

        answerer.Path.Should().EndWith(fact);
    }

    private static string CopyOfPack(string folder)
    {
        var (from, to) = (Path.Combine(Repository.Root, "samples", "packs", "regional-control-room"), Path.Combine(folder, "pack"));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
