using System.Net;
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
        await AnswerRotaAsync(police);
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
            await AnswerRotaAsync(police);
        }

        await using var without = await RegisterServer.OnAsync(database);
        var (_, page) = await without.EnterAsync(link);
        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Text.Should().ContainAll("rotaShared", "Nothing is lost");
    }

    /// <summary>Goes on to a question of the pack, and answers it.</summary>
    private static async Task AnswerRotaAsync(Answerer police)
    {
        for (var number = 0; number < 200 && police.Path != "rotaShared" && !police.Path.EndsWith(".rotaShared", StringComparison.Ordinal); number++)
        {
            await police.PressAsync(police.Path.Length > 0 ? "skip" : "continue");
        }

        police.Path.Should().EndWith("rotaShared");
        await police.SaveAsync("yes");
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
