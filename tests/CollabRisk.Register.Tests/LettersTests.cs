using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CollabRisk.Register.Tests.Harness;

namespace CollabRisk.Register.Tests;

/// <summary>Letters in place of names: nothing that can be seen or taken along tells who said what.</summary>
public class LettersTests
{
    private const string Note = "Only we of the mountain rescue know of the Zanzibar file.";

    [Theory, EveryDatabase]
    public async Task Letters_LargeEnough_NoNameIsNextToAnAnswer(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(partners: "Police\nFire", also: form => form.With("naming", "Letters").With("group", "2"));
        foreach (var name in new[] { "Ursula Quint", "Viktor Quale" })
        {
            await made.SendAsync((await made.GoAsync()).Form("/respondent").With("name", name));
        }

        // New links are shown once, so each is made again to have it.
        var links = await LinksOfAsync(made);
        links.Should().HaveCount(4);
        for (var at = 0; at < links.Count; at++)
        {
            var one = await Answerer.EnterAsync(server, links[at]);
            one.Page.Text.Should().Contain("Results have letters in place of names, from 2 respondents on");
            await one.SaveAsync(one.Page.Form("/answer").Choices("a")[at % 2], at == 0 ? Note : "");
            await one.AnswerAllAsync(at % 2 == 0 ? Answerer.First : Answerer.Last, most: 8);
        }

        var results = await made.CloseAsync();

        results.Text.Should().MatchRegex("Respondent [A-D], Respondent [A-D]: ");
        (await made.GoAsync("report/report.html")).Text.Should().Contain(Note).And.MatchRegex("Said by Respondent [A-D]");
        var pages = 0;
        foreach (var page in (Page[])[results, await made.GoAsync("time"), await made.GoAsync("plan"), await made.GoAsync("rules")])
        {
            page.Html.Should().NotContainAny("Quint", "Quale");
            pages++;
        }

        await foreach (var file in MainPathTests.DownloadsAsync(made.Office, made.Home))
        {
            var isExport = file.Address.AbsolutePath.EndsWith("export.json", StringComparison.Ordinal);
            var text = file.Address.AbsolutePath.EndsWith("xlsx", StringComparison.Ordinal) ? Unzipped(await made.Office.BytesAsync(file.Address.PathAndQuery)) : file.Html;

            // The export says who was asked, and not who said what.
            text.Should().NotContainAny(isExport ? ["\"sheet ", "interview"] : ["Quint", "Quale"], file.Address.ToString());
            pages++;
        }

        pages.Should().BeGreaterThan(20);
        var export = (await made.GoAsync("export.json")).Html;
        foreach (var id in await RespondentIdsAsync(made))
        {
            export.Split($"\"{id}\"").Should().HaveCountLessThan(4, "an id is where someone was asked, and not next to what they said");
            export.Should().NotContain($"\"respondent\":\"{id}\",\"holder\"");
        }

        (await made.GoAsync("history")).Text.Should().NotContain("Zanzibar").And.NotMatchRegex("Respondent [A-D]").And.NotContain("→");
    }

    [Theory, EveryDatabase]
    public async Task Letters_TooFew_NothingIsShownByLetter(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(partners: "Police\nFire", also: form => form.With("naming", "Letters").With("group", "4"));
        for (var at = 0; at < 2; at++)
        {
            var one = await Answerer.EnterAsync(server, made.RespondentLinks[at]);
            await one.SaveAsync(one.Page.Form("/answer").Choices("a")[at], Note);
        }

        var results = await made.CloseAsync();

        results.Text.Should().Contain("Talk about these first").And.NotMatchRegex("[AB]: ");
        (await made.GoAsync("report/report.html")).Text.Should().Contain(Note);
        var files = 0;
        await foreach (var file in MainPathTests.DownloadsAsync(made.Office, made.Home))
        {
            var text = file.Address.AbsolutePath.EndsWith("xlsx", StringComparison.Ordinal) ? Unzipped(await made.Office.BytesAsync(file.Address.PathAndQuery)) : file.Html;
            text.Should().NotMatchRegex("Respondent [AB]", file.Address.ToString());
            files++;
        }

        files.Should().BeGreaterThan(15);
        (await made.GoAsync("export.json")).Html.Should().NotContain("Respondent A");
    }

    [Theory, EveryDatabase]
    public async Task Naming_AfterAnAnswer_CannotBeChanged(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var settings = await made.GoAsync("settings");
        (await made.SendAsync(settings.Form("/settings", "naming").With("naming", "Letters").With("group", "3"))).Text.Should().Contain("from 3 respondents on");
        var stale = (await made.GoAsync("settings")).Form("/settings", "naming").With("naming", "Names");
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.PressAsync("skip");

        var refused = await made.SendAsync(stale);

        refused.Text.Should().Contain("cannot be changed any more");
        (await made.GoAsync("settings")).Text.Should().Contain("Results have letters in place of names, from 3 respondents on");
    }

    [Theory, EveryDatabase]
    public async Task Naming_ChangedWhileAFirstAnswerIsTyped_TheAnswerWaitsUntilItsAuthorHasReadIt(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(also: form => form.With("naming", "Letters").With("group", "2"));
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        var typed = police.Filled(police.Page.Form("/answer").Choices("a")[0]).With("note", "typed before");
        await made.SendAsync((await made.GoAsync("settings")).Form("/settings", "naming").With("naming", "Names"));

        var page = await police.SendAsync(typed, "save");

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.Text.Should().ContainAll("has changed what results tell of who said what: results name who said what", "Nothing was kept", "typed before");
        (await police.SendAsync(page.Form("/answer").With("a", typed["a"]), "save")).Text.Should().Contain("1 answered");
    }

    [Theory, EveryDatabase]
    public async Task Naming_ChangedAtTheMomentOfTheFirstAnswer_NoAnswerIsKeptUnderWhatWasNotShown(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind, null, ["--Register:Limits:RequestsOfLink=100000", "--Register:Limits:RequestsOfAddress=100000", "--Register:Limits:LinksOfAddress=100000"]);
        for (var round = 0; round < 8; round++)
        {
            var made = await server.MakeAsync(name: $"Room {round}", also: form => form.With("naming", "Letters").With("group", "2"));
            var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
            var settings = (await made.GoAsync("settings")).Form("/settings", "naming").With("naming", "Names");
            var answer = police.Filled(police.Page.Form("/answer").Choices("a")[0]);

            await Task.WhenAll(police.SendAsync(answer, "save"), made.SendAsync(settings));

            var isKept = (await police.GoAsync("")).Text.Contains("1 answered", StringComparison.Ordinal);
            police.Page.Text.Should().Contain(isKept ? "Results have letters in place of names" : "Results name who said what");
        }
    }

    [Theory, EveryDatabase]
    public async Task Close_OneRespondentAlone_IsRefusedSinceTheResultsWouldBeThatOnes(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(also: form => form.With("naming", "Letters").With("group", "4"));
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0]);

        (await made.CloseAsync()).Text.Should().Contain("One respondent alone has answered. Results have letters in place of names");
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        var refused = await api.PostAsync($"collaborations/{made.Id}/close", null);
        (refused.Status, refused.Json.GetProperty("detail").GetString()).Should().Be((HttpStatusCode.Conflict, "One respondent alone has answered. Results have letters in place of names, and all that they show would be what that one said. Close the round when another has answered."));

        var fire = await Answerer.EnterAsync(server, made.RespondentLinks[1]);
        await fire.SaveAsync(fire.Page.Form("/answer").Choices("a")[0]);
        (await made.CloseAsync()).Text.Should().Contain("2 of the 2 asked have answered");
    }

    [Theory, EveryDatabase]
    public async Task Forget_AfterTheClose_IsForTheOfficeAndDealsTheLettersAnew(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await ClosedAsync(server, "Police\nFire\nCoast\nRescue");
        var (coordinator, start) = await server.EnterAsync(made.CoordinatorLink);

        var refused = await coordinator.SendAsync((await coordinator.GoAsync($"{start.Address.AbsolutePath}settings")).Form("/forget").Forget());

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.At(".wrong").Should().Contain("Police has answered in a round that is closed").And.Contain("Ask the office to delete them");
        foreach (var left in new[] { 3, 2 })
        {
            (await made.SendAsync((await made.GoAsync("settings")).Form("/forget").Forget())).Text.Should().Contain("was deleted, with all they said");
            var body = Regex.Match(await server.Database.EverythingAsync(), "snapshot: .*").Value;
            Regex.Matches(body, "Respondent ([A-D])").Select(letter => letter.Groups[1].Value).Should().Equal(new[] { "A", "B", "C" }[..left], "no gap tells which letter went");
        }
    }

    [Theory, EveryDatabase]
    public async Task Rounds_OthersAnswerThanBefore_AreToldByNumberAlone(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await ClosedAsync(server, "Police\nFire\nCoast", "2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        foreach (var link in made.RespondentLinks.Take(2))
        {
            var answerer = await Answerer.EnterAsync(server, link);
            await answerer.PressAsync("finish");
        }

        await made.CloseAsync("2026-11-20");
        foreach (var page in new[] { "results", "time", "plan", "report/timeline.html", "report/timeline.md", "report/plan.html" })
        {
            (await made.GoAsync(page)).Text.Should().ContainAll("2 of the 3 asked have answered", "1 respondent answered last time and not this time").And.NotContainAny("Coast answered", "would be", "would not be");
        }
    }

    [Theory, EveryDatabase]
    public async Task Import_OfAnExportWithoutWho_DoesNotCountThoseWhoAnswered(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(also: form => form.With("naming", "Letters").With("group", "4"));
        foreach (var link in made.RespondentLinks)
        {
            var one = await Answerer.EnterAsync(server, link);
            await one.SaveAsync(one.Page.Form("/answer").Choices("a")[0]);
        }

        await made.CloseAsync("2026-03-01");
        var export = (await made.GoAsync("export.json")).Html;
        await made.SendAsync((await made.GoAsync("settings")).Form("/delete").With("confirm", "Shared control room"));
        await made.SendAsync((await made.Office.GoAsync($"{made.OfficeHome}import")).Form("/import").WithFile("file", "export.json", Encoding.UTF8.GetBytes(export)));
        var there = (await made.Office.GoAsync(made.OfficeHome)).Ways.First(way => way.EndsWith("/results", StringComparison.Ordinal))[..^"results".Length];

        (await made.Office.GoAsync($"{there}time")).Text.Should().Contain("Round 1; ").And.NotContain("0 of ");
    }

    [Theory, EveryDatabase]
    public async Task Forget_UntilOneIsLeft_LeavesNoResults(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await ClosedAsync(server, "Police\nFire");

        await made.SendAsync((await made.GoAsync("settings")).Form("/forget").Forget());

        (await made.GoAsync("results")).Text.Should().Contain("There are no results").And.Contain("or all of it but what one respondent said");
        (await server.Database.EverythingAsync()).Should().NotContain("snapshot: ").And.Contain("sheet: ", "what the other said is kept, and theirs to see");
        foreach (var part in new[] { "report/report.html", "report/perspectives.html", "report/timeline.json", "report/plan.json" })
        {
            (await made.GoAsync(part)).Status.Should().Be(HttpStatusCode.NotFound, part);
        }

        foreach (var part in new[] { "", "time", "plan", "rules", "history", "settings", "export.json" })
        {
            (await made.GoAsync(part)).Status.Should().Be(HttpStatusCode.OK, part);
        }

        (await made.Office.GoAsync(made.OfficeHome)).Text.Should().Contain("round 1 is closed, and nothing is left to show");
    }

    private static async Task<MadeCollaboration> ClosedAsync(RegisterServer server, string partners, string? day = null)
    {
        var made = await server.MakeAsync(partners: partners, also: form => form.With("naming", "Letters").With("group", "2"));
        foreach (var link in made.RespondentLinks)
        {
            var one = await Answerer.EnterAsync(server, link);
            await one.SaveAsync(one.Page.Form("/answer").Choices("a")[0]);
        }

        (await made.CloseAsync(day)).Text.Should().Contain($"{made.RespondentLinks.Count} of the {made.RespondentLinks.Count} asked have answered");
        return made;
    }

    internal static async Task<IReadOnlyList<string>> LinksOfAsync(MadeCollaboration made)
    {
        var links = new List<string>();
        foreach (var id in await RespondentIdsAsync(made))
        {
            links.AddRange((await made.SendAsync((await made.GoAsync()).Form("/link", "respondent", id))).NewLinks);
        }

        return links;
    }

    private static async Task<IReadOnlyList<string>> RespondentIdsAsync(MadeCollaboration made) =>
        [.. (await made.GoAsync()).Document.QuerySelectorAll("input[name=respondent]").Select(input => input.GetAttribute("value")!).Distinct()];

    internal static string Unzipped(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
