using System.Net;
using CollabRisk.Planning;
using CollabRisk.Register.Tests.Harness;
using Dapper;

namespace CollabRisk.Register.Tests;

/// <summary>A second and a third round: what those see who answer again, miss one or are new, and that a view that is missing is not an improvement.</summary>
public class RoundsTests
{
    private const string Vision = "vision.exists";

    [Theory, EveryDatabase]
    public async Task Closed_BeforeSomeoneAnswered_TellsThemThatNothingOfTheirsIsInIt(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, fire) = round;
        await AnswerAsync(police, "no");
        await made.CloseAsync("2026-03-01");

        (await police.GoAsync("")).Text.Should().Contain("Your answers of round 1 are part of the results as of 1 March 2026");
        (await fire.GoAsync("")).Text.Should().Contain("Round 1 was closed before you answered: nothing of yours is in its results").And.NotContain("Your answers of round");

        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await fire.GoAsync("");
        await AnswerAsync(fire, "yes");
        await made.CloseAsync("2026-09-01");

        var missed = await police.GoAsync("");
        missed.Text.Should().ContainAll("Round 2 was closed before you answered", "Your answers of round 1 are part of the results as of 1 March 2026");
        (await police.GoAsync("answers")).Text.Should().Contain("in round 2 you did not answer");
    }

    [Theory, EveryDatabase]
    public async Task Answer_FromAPageOfTheRoundBefore_IsNotTakenInThisOne(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, fire) = round;
        var (late, kept) = (fire.Filled(fire.Page.Form("/answer").Choices("a")[0]).With("note", "Said in March").With("do", "save"), police.Filled(police.Page.Form("/answer").Choices("a")[0]).With("do", "save"));
        await police.Browser.SendAsync(kept);
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open").With("begin", "empty"));

        var told = await fire.Browser.SendAsync(late);
        await police.Browser.SendAsync(kept);

        told.Status.Should().Be(HttpStatusCode.Conflict);
        told.At(".told").Should().Contain("The round that this was sent for is closed, so this was not kept").And.Contain("Said in March");
        (await round.Server.Store.SheetsAsync(made.Id, default)).Where(sheet => sheet.Round == 2).Should().BeEmpty("neither has said anything in it");
        (await fire.Browser.SendAsync(fire.Filled(fire.Page.Form("/answer").Choices("a")[0]).With("round", "2").With("do", "save"))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    public async Task Results_WhoReportedItIsMissing_AreNotAnImprovement(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, fire) = round;
        await AnswerAsync(police, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync("plan")).Form("/plan").With("owner", "R. Okafor"));
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await fire.GoAsync("");
        await AnswerAsync(fire, "yes");
        await made.CloseAsync("2026-09-01");

        var plan = await made.GoAsync("plan");
        plan.Text.Should().ContainAll(
            "1 March 2026: 1 of the 2 asked has answered. 1 September 2026: 1 of the 2 asked has answered.", "Police answered last time and not this time.", "Fire answered this time and not last time.",
            "No shared vision: cleared in the views given this time; with what Police last said, it would not be", "CSV has the steps alone and not who answered");
        plan.Text.Should().NotContain("No shared vision: cleared;");
        foreach (var page in new[] { "results", "time", "report/timeline.html", "report/timeline.md", "report/plan.html" })
        {
            (await made.GoAsync(page)).Text.Should().ContainAll("Police answered last time and not this time", "What is cleared is cleared in the views that were given this time", "these would not be cleared: ", "No shared vision");
        }

        foreach (var file in new[] { "timeline.xlsx", "timeline.csv", "timeline.sarif", "timeline.json", "plan.xlsx", "plan.json" })
        {
            (await TimeTests.FileAsync(made, file)).Should().ContainAll("1 September 2026: 1 of the 2 asked has answered.", "Police answered last time and not this time");
        }

        using var api = new ApiTests.Api(round.Server, made.CoordinatorLink);
        (await api.GetAsync($"collaborations/{made.Id}/plan")).Json.GetProperty("hostNotes")[0].GetProperty("text").GetString().Should().Contain("Police answered last time and not this time");
        ActionPlan.Read(await TimeTests.FileAsync(made, "plan.json")).IsValid.Should().BeTrue("a plan that was taken along can be given to the tool");
    }

    [Theory, EveryDatabase]
    public async Task Results_WhoReportedItIsMissingForTwoRounds_AreNotAnImprovementEither(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, fire) = round;
        await AnswerAsync(police, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync("plan")).Form("/plan").With("owner", "R. Okafor"));
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await fire.GoAsync("");
        await AnswerAsync(fire, "yes");
        await made.CloseAsync("2026-06-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await fire.GoAsync("");
        await fire.PressAsync("finish");
        await made.CloseAsync("2026-09-01");

        var plan = await made.GoAsync("plan");
        plan.Text.Should().ContainAll(
            "Police answered in an earlier round, and neither last time nor this time.", "With what Police last said",
            "No shared vision: cleared in the views given this time; with what Police last said, it would not be");
        plan.Text.Should().NotContainAny("The same respondents answered both times", "No shared vision: cleared;", "No shared vision: not raised");

        await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", "2026-10-01").WithFile("file", "late.json", Cases.Bytes("joint-it-department-late")));
        foreach (var page in new[] { "plan", "results", "time" })
        {
            (await made.GoAsync(page)).Text.Should().Contain("Who answered each time is not known here, so what is different may come of that alone.");
        }
    }

    [Theory, EveryDatabase]
    public async Task Results_SomeoneIsMissingAndNothingIsCleared_DoNotSpeakOfWhatIsCleared(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, fire) = round;
        await AnswerAsync(police, "yes");
        await AnswerAsync(fire, "yes");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await fire.GoAsync("");
        await fire.PressAsync("finish");
        await made.CloseAsync("2026-09-01");

        (await made.GoAsync("time")).Text.Should().Contain("Police answered last time and not this time.").And.NotContain("What is cleared");
    }

    [Theory, EveryDatabase]
    public async Task Results_WhatWasBeforeCannotBeAssessed_AreShownAndSayThatTheyCannotBeCompared(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.PressAsync("finish");
        await made.CloseAsync("2026-09-01");
        await using (var connection = server.Database.Open())
        {
            (await connection.ExecuteAsync("UPDATE snapshot SET body = REPLACE(body, '\"holder\":\"Police\"', '\"holder\":\"\"') WHERE entry = @Id AND day = '2026-03-01'", new { made.Id })).Should().Be(1);
        }

        foreach (var part in new[] { "results", "plan", "report/plan.html" })
        {
            var page = await made.GoAsync(part);
            page.Status.Should().Be(HttpStatusCode.OK, part);
            page.Text.Should().Contain("Its snapshot of 1 March 2026 cannot be assessed.").And.Contain("So what is here cannot be compared with what was before.");
        }
    }

    [Theory, EveryDatabase]
    public async Task Results_TheSameAnswerAgain_ClearWithoutMoreWords(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.PressAsync("finish");
        await made.CloseAsync("2026-09-01");

        (await made.GoAsync("plan")).Text.Should().Contain("The same respondents answered both times.").And.NotContain("cleared in the views");
    }

    [Theory, EveryDatabase]
    public async Task NewRound_BeginsWithTheLastAnswers_SaysThatTheyDoNotCountYet(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, fire) = round;
        await AnswerAsync(police, "no");
        await AnswerAsync(fire, "no");
        await made.CloseAsync("2026-03-01");
        var answered = (await police.GoAsync("answers")).Document.QuerySelectorAll("tbody tr").Length;
        await made.SendAsync((await made.GoAsync()).Form("/open"));

        var page = await police.GoAsync("");
        page.At("section[aria-labelledby=h-f]").Should().ContainAll("This is round 2", "of round 1 are filled in", "In this round they count once you say that you have finished");
        page.Text.Should().NotContainAny("That is all", "0 answered", "What just changed", "Take the last answer back");
        police.Path.Should().NotBeEmpty("what was left as not known is asked again, as the coordinator was told");
        answered.Should().BeGreaterThan((await police.GoAsync("answers")).Document.QuerySelectorAll("tbody tr").Length);

        using var api = new ApiTests.Api(round.Server, made.RespondentLinks[0]);
        var (state, filled) = ((await api.GetAsync("interview")).Json, (await police.GoAsync("answers")).Document.QuerySelectorAll("tbody tr").Length);
        (state.GetProperty("answered").GetInt32(), state.GetProperty("filledIn").GetInt32()).Should().Be((0, filled), "they are there, and do not count yet");

        await police.GoAsync("");
        (await police.PressAsync("finish")).Text.Should().Contain("You have finished");
        state = (await api.GetAsync("interview")).Json;
        (state.GetProperty("answered").GetInt32(), state.GetProperty("filledIn").GetInt32()).Should().Be((filled, 0));
        (await made.GoAsync()).Text.Should().Contain("1 of 2 have begun, 1 have finished");

        // Fire misses the round, and goes on in the next one where it was.
        var fires = (await fire.GoAsync("answers")).Document.QuerySelectorAll("tbody tr").Length;
        fires.Should().BePositive();
        await made.CloseAsync("2026-06-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        (await fire.GoAsync("answers")).Document.QuerySelectorAll("tbody tr").Should().HaveCount(fires);
        (await fire.GoAsync("")).Text.Should().ContainAll("This is round 3", "of round 1");
        (await fire.PressAsync("finish")).Status.Should().Be(HttpStatusCode.OK);
        (await made.CloseAsync("2026-09-01")).Text.Should().Contain("1 of the 2 asked has answered");
    }

    [Theory, EveryDatabase]
    public async Task NewRound_AfterOneInWhichAllWasSkipped_BeginsWithWhatWasAnsweredBefore(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, fire) = round;
        await AnswerAsync(police, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open").With("begin", "empty"));
        await police.GoAsync("");
        await police.PressAsync("skip");
        await fire.GoAsync("");
        await AnswerAsync(fire, "yes");
        await made.CloseAsync("2026-06-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));

        (await police.GoAsync("")).At("section[aria-labelledby=h-f]").Should().Contain("of round 1 are filled in");
    }

    [Theory, EveryDatabase]
    public async Task Change_OfAQuestionThatWasTakenBackMeanwhile_SaysSo(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, _) = round;
        var path = police.Path;
        var choices = police.Page.Form("/answer").Choices("a");
        await police.SaveAsync(choices[0]);
        var change = (await police.GoAsync($"change?path={path}")).Form("/change").With("a", choices[1]).With("do", "change");
        await police.GoAsync("");
        await police.PressAsync("back");

        var page = await police.Browser.SendAsync(change);

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Text.Should().Contain("This question was not asked, or was taken back.");
    }

    [Theory, EveryDatabase]
    public async Task Change_AnAnswerWithANote_ShowsTheNoteAndKeepsNoneThatSpokeForTheOldOne(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, _) = round;
        for (var number = 0; number < 60 && police.Path != Vision; number++)
        {
            await police.AnswerAllAsync(Answerer.Last, most: 1);
        }

        await police.SaveAsync("yes", "Minuted in March");
        var page = await police.GoAsync($"change?path={Vision}");
        page.Form("/change")["note"].Trim().Should().Be("Minuted in March");
        await police.Browser.SendAsync(page.Form("/change").With("a", "no").With("note", "").With("do", "change"));
        (await police.GoAsync("answers")).Text.Should().NotContain("Minuted in March");
        await police.Browser.SendAsync((await police.GoAsync($"change?path={Vision}")).Form("/change").With("a", "no").With("note", "Never written down").With("do", "change"));
        (await police.GoAsync("answers")).Text.Should().Contain("Never written down");

        using var api = new ApiTests.Api(round.Server, made.RespondentLinks[0]);
        var version = (await api.GetAsync("interview")).Json.GetProperty("version").GetInt64();
        (await api.PostAsync("interview", new { action = "Change", round = 1, version, path = Vision, answer = "yes" })).Status.Should().Be(HttpStatusCode.OK);
        (await police.GoAsync("answers")).Text.Should().NotContain("Never written down", "no note was given with the other answer");
    }

    [Theory, EveryDatabase]
    public async Task History_WhatWasLeftOpen_HasNoArrow(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        await police.PressAsync("skip");
        await made.CloseAsync("2026-03-01");

        (await made.GoAsync("history")).Text.Should().Contain("Left a question as not known").And.NotContain("not known → not known").And.Contain("not known → no");
    }

    [Theory, EveryDatabase]
    public async Task Pages_AreToldApart_AndSayWhatEachFormIsAbout(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        var titles = new List<string>();
        foreach (var part in new[] { "", "results", "time", "plan", "rules", "history", "settings" })
        {
            titles.Add((await made.GoAsync(part)).Document.Title!);
        }

        foreach (var part in new[] { "", "answers", "about" })
        {
            titles.Add((await police.GoAsync(part)).Document.Title!);
        }

        titles.Should().OnlyHaveUniqueItems().And.Contain("Over time: Shared control room: CollabRisk register").And.Contain("Your answers: Shared control room: CollabRisk interview");

        await made.SendAsync((await made.GoAsync("plan")).Form("/plan", "code", "").With("action", "Ask the auditors"));
        var plan = (await made.GoAsync("plan")).Document;
        plan.QuerySelectorAll("ol.steps > li > [role=group]").Should().OnlyContain(step => plan.GetElementById(step.GetAttribute("aria-labelledby")!)!.TextContent.Length > 0);
        plan.QuerySelectorAll("ol.steps button").Should().OnlyContain(button => button.GetAttribute("aria-label") == null, "its name is what can be seen of it");
        (await made.GoAsync()).Text.Should().Contain("adds no partner: questions stay about Police, Fire");
    }

    [Theory, EveryDatabase]
    public async Task Answer_ThatCannotBeTaken_IsTiedToItsField(Kind kind)
    {
        await using var round = await FirstRound.OpenAsync(kind);
        var (made, police, _) = round;

        var page = await police.SendAsync(police.Page.Form("/answer"), "save");

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.Document.Title.Should().StartWith("Error: ");
        page.Document.QuerySelector("#wrong")!.GetAttribute("tabindex").Should().Be("-1", "the script goes there");
        page.Document.QuerySelectorAll("[aria-invalid=true]").Should().NotBeEmpty().And.OnlyContain(field => field.GetAttribute("aria-describedby") == "wrong");
    }

    /// <summary>A register with one collaboration, whose two partners have their first question in front of them.</summary>
    private sealed record FirstRound(RegisterServer Server, MadeCollaboration Made, Answerer Police, Answerer Fire) : IAsyncDisposable
    {
        public static async Task<FirstRound> OpenAsync(Kind kind)
        {
            var server = await RegisterServer.StartAsync(kind);
            var made = await server.MakeAsync();
            return new(server, made, await Answerer.EnterAsync(server, made.RespondentLinks[0]), await Answerer.EnterAsync(server, made.RespondentLinks[1]));
        }

        public void Deconstruct(out MadeCollaboration made, out Answerer police, out Answerer fire) => (made, police, fire) = (Made, Police, Fire);

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }

    /// <summary>Answers as the others do, leaves one question, and says whether there is a shared vision.</summary>
    private static Task AnswerAsync(Answerer answerer, string vision)
    {
        var number = 0;
        return answerer.AnswerAllAsync((path, choices) => path == Vision ? vision : number++ == 1 ? null : Answerer.Last(path, choices), most: 30);
    }
}
