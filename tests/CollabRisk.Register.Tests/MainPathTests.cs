using System.Net;
using CollabRisk.Register.Tests.Harness;

namespace CollabRisk.Register.Tests;

/// <summary>From nothing to results: a collaboration is made, two answer alone, the coordinator closes.</summary>
public class MainPathTests
{
    /// <summary>The database may be on another machine, and several programs may share it.</summary>
    [Fact]
    public async Task Footer_SaysNothingThatDependsOnTheDatabase()
    {
        await using var server = await RegisterServer.StartAsync();
        using var browser = new Browser(server.Address);
        (await browser.GoAsync("/")).At("footer").Should().Contain("in the database of whoever operates it").And.NotContain("machine");
    }

    [Theory, EveryDatabase]
    public async Task Make_ItsLinks_AreShownOnce(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync("Shared control room", "Police\r\nFire Service\r\n\r\nAmbulance");

        made.RespondentLinks.Should().HaveCount(3).And.OnlyHaveUniqueItems();
        var again = await made.GoAsync();
        again.Text.Should().ContainAll("Shared control room", "Police", "Fire Service", "Ambulance", "has not begun");
        again.NewLinks.Should().BeEmpty();
        (await server.Database.EverythingAsync()).Should().NotContainAny(made.RespondentLinks.Append(made.CoordinatorLink).Select(link => link.Split('.')[^1]));
    }

    [Theory, EveryDatabase]
    public async Task Make_WrongFields_AreAllNamedWithWhatWasTyped(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (browser, home) = await server.EnterOfficeAsync();
        var form = (await browser.GoAsync($"{home.Address.AbsolutePath}new")).Form("/new").With("name", "").With("partners", "Police\nFire\npolice").With("days", "never").With("group", "1");

        var page = await browser.SendAsync(form);

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.At(".wrong").Should().ContainAll("4 things are wrong", "The name of the collaboration", "'Police' is there twice", "How many days the link works: 'never' is not a number from 1 to 3650", "'1' is not a number of respondents");
        page.Form("/new")["partners"].ReplaceLineEndings("\n").Should().Be("Police\nFire\npolice");
        (page.Form("/new")["days"], page.Form("/new")["group"]).Should().Be(("never", "1"));
        (await browser.GoAsync(home.Address.AbsolutePath)).Text.Should().Contain("There is not a collaboration yet");
    }

    [Theory, EveryDatabase]
    public async Task Coordinator_WhatCannotBeTaken_ComesBackWithWhatWasTyped(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var asked = await made.SendAsync((await made.GoAsync()).Form("/respondent").With("name", "Police").With("days", "many"));
        asked.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (asked.Form("/respondent")["name"], asked.Form("/respondent")["days"]).Should().Be(("Police", "many"));
        asked.Form("/link", "role", "Reader")["days"].Should().Be("60", "what was typed is in the form that sent it, and in no other");
        var days = asked.Document.QuerySelector("form[action$='/respondent'] input[name=days]")!;
        days.GetAttribute("aria-invalid").Should().Be("true");
        asked.Document.GetElementById(days.GetAttribute("aria-describedby")!)!.TextContent.Should().Contain("'many' is not a number from 1 to 3650");
        asked.Document.QuerySelector(".wrong a[href='#days-respondent']").Should().NotBeNull("one can go from what is wrong to the field");
        asked.Document.QuerySelectorAll("[aria-invalid]").Should().HaveCount(2, "the name and the days are wrong, and nothing else");
        asked.Document.Title.Should().Be("Error: Respondents: Shared control room: CollabRisk register");
        (await made.CloseAsync("2062-01-01")).Form("/close")["day"].Should().Be("2062-01-01");
        (await made.SendAsync((await made.GoAsync("settings")).Form("/settings", "name").With("name", "a\u200b\"b"))).Form("/settings", "name")["name"].Should().Be("a\u200b\"b");
        var naming = (await made.SendAsync((await made.GoAsync("settings")).Form("/settings", "naming").With("naming", "Letters").With("group", "a few"))).Form("/settings", "naming");
        (naming["naming"], naming["group"]).Should().Be(("Letters", "a few"));
        (await made.SendAsync((await made.GoAsync("settings")).Form("/delete").With("confirm", "Shared"))).Form("/delete")["confirm"].Should().Be("Shared");
        (await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", "2025-05-05"))).Form("/bring")["day"].Should().Be("2025-05-05");

        // What was taken is not offered again.
        (await made.SendAsync((await made.GoAsync()).Form("/respondent").With("name", "Coast"))).Form("/respondent")["name"].Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Respondent_ShortForm_GoesToTheEnd(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var fire = await Answerer.EnterAsync(server, made.RespondentLinks[1]);
        fire.Page.Text.Should().ContainAll("Shared control room", "You answer as Fire", "Results name who said what", "Question 1.");

        (await fire.AnswerAllAsync(Answerer.First)).Should().BeInRange(5, 90);
        fire.Page.Text.Should().Contain("That is all");
        await fire.PressAsync("finish");
        fire.Page.Text.Should().Contain("You have finished");
        (await made.GoAsync()).Text.Should().MatchRegex("1 of 2 have begun, 1 have finished.*has not begun.*has finished");
        await fire.PressAsync("reopen");
        fire.Page.Text.Should().NotContain("You have finished");
    }

    [Theory, EveryDatabase]
    public async Task Respondent_BackSkipAndSpecialAnswers_AreKeptAsSaid(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var police = await Answerer.EnterAsync(server, (await server.MakeAsync()).RespondentLinks[0]);
        var (first, path) = (police.Question, police.Path);

        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0], "See the charter of 2025.");
        police.Page.Text.Should().ContainAll("Question 2.", "1 answered, 0 not known", "What just changed", $"You said: {first}");
        police.Path.Should().NotBe(path);
        await police.PressAsync("skip");
        police.Page.Text.Should().Contain("1 answered, 1 not known");
        await police.PressAsync("back");
        police.Page.Text.Should().ContainAll("1 answered, 0 not known", "Question 2.");
        await police.SaveAsync("don't know");
        police.Page.Text.Should().Contain("1 answered, 1 not known");
        while (!police.Page.Form("/answer").Choices("a").Contains("does not apply"))
        {
            await police.PressAsync("skip");
        }

        var inapplicable = police.Question;
        await police.SaveAsync("does not apply", "There are no premises.");
        await police.GoAsync("answers");
        police.Page.Text.Should().ContainAll(first, "See the charter of 2025.", inapplicable, "does not apply", "There are no premises.");
    }

    [Theory, EveryDatabase]
    public async Task Respondent_AnEarlierAnswer_CanBeChanged(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var police = await Answerer.EnterAsync(server, (await server.MakeAsync()).RespondentLinks[0]);
        var choices = police.Page.Form("/answer").Choices("a");
        var path = police.Path;
        await police.SaveAsync(choices[0], "As the board minuted.");
        await police.SaveAsync("don't know");

        await police.GoAsync($"change?path={Uri.EscapeDataString(path)}");
        police.Page.Form("/change")["a"].Should().Be(choices[0]);
        var changed = await police.Browser.SendAsync(police.Page.Form("/change").With("a", choices[1]).With("do", "change"));

        changed.Text.Should().Contain("Your answer was changed.");
        changed.At("tbody tr").Should().ContainEquivalentOf(choices[1]).And.Contain("As the board minuted.");
        (await police.GoAsync("change?path=no.such.fact")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task Respondent_WhoHasFinished_HasFinishedWithAnAnswerThatTheyCorrect(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind, null, "--Register:Limits:RequestsOfLink=10000");
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0]);
        await police.AnswerAllAsync((_, _) => null);
        await police.PressAsync("finish");
        police.Page.Text.Should().Contain("You have finished.");

        var changed = await ChangeFirstAsync(police, "don't know");

        changed.Text.Should().Contain("Your answer was changed.").And.NotContain("There are questions that are still open");
        (await police.GoAsync("")).Text.Should().Contain("You have finished.");
        (await made.GoAsync()).Text.Should().Contain("1 have finished");

        // Who has questions before them is told so.
        var fire = await Answerer.EnterAsync(server, made.RespondentLinks[1]);
        await fire.SaveAsync(fire.Page.Form("/answer").Choices("a")[0]);
        (await ChangeFirstAsync(fire, "don't know")).Text.Should().Contain("Your answer was changed. There are questions that are still open: go to Questions");

        static async Task<Page> ChangeFirstAsync(Answerer answerer, string answer)
        {
            var way = (await answerer.GoAsync("answers")).Document.QuerySelector("a[href*=change]")!.GetAttribute("href")!;
            return await answerer.Browser.SendAsync((await answerer.Browser.GoAsync(way)).Form("/change").With("a", answer).With("do", "change"));
        }
    }

    [Theory, EveryDatabase]
    public async Task Respondent_ABadAnswer_ComesBackWithWhatWasTyped(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var police = await Answerer.EnterAsync(server, (await server.MakeAsync()).RespondentLinks[0]);
        var path = police.Path;

        await police.SendAsync(police.Page.Form("/answer").With("a", "perhaps <b>so</b>").With("note", "my </textarea> note"), "save");
        police.Page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        police.Page.At("#wrong").Should().Contain("This cannot be taken.").And.NotContain(path);
        police.Page.Form("/answer")["note"].Should().Be("my </textarea> note");
        police.Path.Should().Be(path);

        await police.SendAsync(police.Page.Form("/answer").With("note", "still here"), "save");
        police.Page.Status.Should().Be(HttpStatusCode.UnprocessableEntity, "nothing was chosen");
        police.Page.Form("/answer")["note"].Should().Be("still here");

        await police.SendAsync(police.Page.Form("/answer").With("a", "yes").With("note", new string('x', 2_001)), "save");
        police.Page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        police.Page.At("#wrong").Should().Contain("2001");
        police.Page.Text.Should().Contain("0 answered");
    }

    [Theory, EveryDatabase]
    public async Task Coordinator_BeforeTheClose_SeesThatAndNotWhat(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        var paths = new List<string>();
        while (paths.Count < 3)
        {
            paths.Add(police.Path);
            await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0], "a note by the police: Zanzibar");
        }

        var (coordinator, home) = await server.EnterAsync(made.CoordinatorLink);
        home.Text.Should().Contain("1 of 2 have begun").And.Contain("has begun (3 answers");
        var seen = 0;
        foreach (var way in await EveryPageAsync(coordinator, home))
        {
            way.Html.Should().NotContainAny(paths.Append("Zanzibar"), way.Address.ToString());
            seen++;
        }

        seen.Should().BeGreaterThan(6);
        await foreach (var file in DownloadsAsync(coordinator, home.Address.AbsolutePath))
        {
            file.Html.Should().NotContainAny(paths.Append("Zanzibar"), file.Address.ToString());
        }
    }

    [Theory, EveryDatabase]
    public async Task Close_TwoDiffer_ResultsShowIt(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.AnswerAllAsync(Answerer.First);
        var fire = await Answerer.EnterAsync(server, made.RespondentLinks[1]);
        await fire.SaveAsync(fire.Page.Form("/answer").Choices("a")[1], "not as we see it");
        await fire.AnswerAllAsync(Answerer.Last);

        var results = await made.CloseAsync("2026-10-01");

        results.Status.Should().Be(HttpStatusCode.OK);
        results.Address.AbsolutePath.Should().EndWith("/results");
        results.Text.Should().ContainAll("As of 1 October 2026", "Talk about these first", "Police:", "Fire:", "2 of the 2 asked have answered", "What matters most");
        (await police.GoAsync("")).Text.Should().Contain("This round is closed");
        (await made.GoAsync()).HasForm("/close").Should().BeFalse();
        var forms = 0;
        await foreach (var file in DownloadsAsync(made.Office, made.Home))
        {
            file.Status.Should().Be(HttpStatusCode.OK, file.Address.ToString());
            file.Html.Should().NotBeEmpty();
            forms++;
        }

        forms.Should().BeGreaterThan(15);
        (await made.GoAsync("history")).Text.Should().ContainAll("Round 1 was closed", "The collaboration was made", "not as we see it", "Fire", "Police");
    }

    [Theory, EveryDatabase]
    public async Task Close_NoOneHasAnswered_SaysSo(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var page = await made.CloseAsync();
        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.Text.Should().Contain("No one has answered in this round");
        (await made.CloseAsync("2026-13-01")).Text.Should().Contain("'2026-13-01' is not a day");
    }

    [Theory, EveryDatabase]
    public async Task Answer_AfterTheClose_IsRefusedAndSaysSo(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0]);
        var late = police.Filled(police.Page.Form("/answer").Choices("a")[0]);
        await made.CloseAsync();

        var page = await police.SendAsync(late, "save");

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Text.Should().Contain("This round is closed");
    }

    /// <summary>Every page that can be reached from one, without leaving its link.</summary>
    internal static async Task<IReadOnlyList<Page>> EveryPageAsync(Browser browser, Page from)
    {
        var (seen, pages, open) = (new HashSet<string>(StringComparer.Ordinal) { from.Address.PathAndQuery }, new List<Page> { from }, new Queue<Page>([from]));
        while (open.TryDequeue(out var page))
        {
            foreach (var way in page.Ways.Where(way => way.StartsWith("/r/", StringComparison.Ordinal) && seen.Add(way)))
            {
                var next = await browser.GoAsync(way);
                pages.Add(next);
                if (next.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal))
                {
                    open.Enqueue(next);
                }
            }
        }

        return pages;
    }

    /// <summary>Everything that could be taken along, whether or not a page offers it.</summary>
    internal static async IAsyncEnumerable<Page> DownloadsAsync(Browser browser, string home)
    {
        (string Report, string[] Forms)[] all =
        [
            ("report", ["html", "md", "xlsx", "csv", "sarif", "json"]), ("perspectives", ["html", "md", "xlsx", "csv", "sarif"]), ("timeline", ["html", "md", "xlsx", "csv", "sarif", "json"]), ("plan", ["html", "xlsx", "csv", "json"]),
        ];
        foreach (var (report, form) in all.SelectMany(each => each.Forms.Select(form => (each.Report, form))))
        {
            yield return await browser.GoAsync($"{home}report/{report}.{form}");
        }

        yield return await browser.GoAsync($"{home}export.json");
    }
}
