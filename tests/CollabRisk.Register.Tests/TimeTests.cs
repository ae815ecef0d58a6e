using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using CollabRisk.Register.Tests.Harness;
using Dapper;

namespace CollabRisk.Register.Tests;

/// <summary>Over time: rounds, the timeline, the plan and who changed what.</summary>
public class TimeTests
{
    [Theory, EveryDatabase]
    public async Task SecondRound_BeginsWithTheLastAnswers_AndIsAnotherDay(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        var answered = (await police.GoAsync("answers")).Document.QuerySelectorAll("tbody tr").Length;

        var opened = await made.SendAsync((await made.GoAsync()).Form("/open"));
        opened.Text.Should().Contain("The next round is open").And.Contain("Round 2 is open").And.Contain("has not begun");

        await police.GoAsync("answers");
        police.Page.Document.QuerySelectorAll("tbody tr").Should().HaveCount(answered);
        var change = police.Page.Document.QuerySelector("a[href*=change]")!.GetAttribute("href")!;
        var page = await police.Browser.GoAsync(change);
        var form = page.Form("/change");
        (await police.Browser.SendAsync(form.With("a", form.Choices("a").First(choice => choice != form["a"])).With("do", "change"))).Text.Should().Contain("Your answer was changed");
        var results = await made.CloseAsync("2026-09-01");
        results.Text.Should().Contain("As of 1 September 2026");
        (await made.GoAsync("results?day=2026-03-01")).Text.Should().Contain("As of 1 March 2026");
        (await made.GoAsync("time")).Text.Should().ContainAll("1 March 2026", "1 September 2026", "Round 1", "Round 2");
        (await made.CloseAsyncAgain("2026-09-01")).Should().Contain("closed already");
    }

    [Theory, EveryDatabase]
    public async Task SecondRound_AskedEmpty_BeginsWithNothing(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open").With("begin", "empty"));
        (await police.GoAsync("answers")).Text.Should().Contain("You have not answered yet");
        (await made.CloseAsync("2026-03-01")).Text.Should().ContainAll("There is a snapshot of 1 March 2026 already", "No one has answered in this round");
    }

    [Theory, EveryDatabase]
    public async Task Close_ADayThatCannotBe_IsRefused(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await AnsweredAsync(server, "no");
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        foreach (var (day, says) in new[] { ("2062-11-30", "30 November 2062 is still to come"), ("9999-12-31", "31 December 9999 is still to come"), ("0001-01-01", "1 January 0001 is before 1900") })
        {
            var refused = await made.CloseAsync(day);
            refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
            refused.At(".wrong").Should().Contain(says);
            (await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", day).WithFile("file", "a.json", Cases.Bytes("firecontrol")))).At(".wrong").Should().Contain(says);
            (await api.PostAsync($"collaborations/{made.Id}/close?day={day}", null)).Text.Should().Contain(says);
            (await api.PostAsync($"collaborations/{made.Id}/snapshots?day={day}", new { })).Text.Should().Contain(says);
        }

        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.AnswerAllAsync(Answerer.First, most: 2);

        // Results and plan are those of the latest day: a round of an earlier one would be closed and seen nowhere.
        var early = await made.CloseAsync("2025-09-01");
        early.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        early.At(".wrong").Should().Contain("1 September 2025 is before 1 March 2026, the day of round 1");
        early.Form("/close")["day"].Should().Be("2025-09-01");
        (await api.PostAsync($"collaborations/{made.Id}/close?day=2025-09-01", null)).Text.Should().Contain("1 September 2025 is before 1 March 2026");
        (await made.CloseAsync("2026-09-01")).Text.Should().Contain("As of 1 September 2026");

        // Facts that were brought are results as well.
        await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", "2026-10-01").WithFile("file", "a.json", Cases.Bytes("firecontrol")));
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.PressAsync("finish");
        (await made.CloseAsync("2026-09-15")).At(".wrong").Should().Contain("15 September 2026 is before 1 October 2026, of which facts were brought").And.Contain("Give a day after 1 October 2026");
    }

    [Theory, EveryDatabase]
    public async Task Close_ASlipOfTheDay_CanBeCorrected(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await AnsweredAsync(server, "no");
        (await made.GoAsync()).HasForm("/day").Should().BeFalse("no round is closed");
        await made.CloseAsync("2025-03-01");
        var stale = (await made.GoAsync()).Form("/day");

        await RefusedAsync("2062-03-01", "1 March 2062 is still to come");
        await RefusedAsync("", "No day was given");
        await RefusedAsync("2025-03-01", "1 March 2025 is its day already");
        var right = (await made.GoAsync()).Form("/day").With("day", "2026-03-01");
        (await made.SendAsync(right)).At(".told").Should().Be("The day was corrected. Results and plan are those of the latest day.");
        (await made.SendAsync(right)).At(".told").Should().Be("The day was corrected. Results and plan are those of the latest day.", "the same form counts once");

        (await made.GoAsync("results")).Text.Should().Contain("As of 1 March 2026");
        (await made.GoAsync("time")).Text.Should().Contain("1 March 2026").And.NotContain("2025").And.NotContain("By the rules of that day");
        (await police.GoAsync("")).Text.Should().Contain("part of the results as of 1 March 2026");
        (await made.GoAsync("history")).Text.Should().Contain("The day of round 1 was corrected: it is as of 1 March 2026, in place of 1 March 2025.");
        (await made.SendAsync(stale.With("day", "2026-02-01"))).Text.Should().Contain("Someone else changed this collaboration meanwhile");

        // Rounds stay in their order.
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.PressAsync("finish");
        await made.CloseAsync("2026-09-01");
        await RefusedAsync("2026-10-01", "1 October 2026 is after 1 September 2026, the day of round 2, and rounds stay in their order");
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        (await api.PostAsync($"collaborations/{made.Id}/rounds/2/day?day=2026-02-01", null)).Text.Should().Contain("1 February 2026 is before 1 March 2026, the day of round 1");
        (await api.PostAsync($"collaborations/{made.Id}/rounds/2/day?day=2026-03-01", null)).Text.Should().Contain("There is a snapshot of 1 March 2026 already");
        (await api.PostAsync($"collaborations/{made.Id}/rounds/3/day?day=2026-10-01", null)).Text.Should().Contain("There are no results of round 3: there was no such round.");
        (await api.PostAsync($"collaborations/{made.Id}/rounds/2/day?day=2026-10-01", null, "once")).Status.Should().Be(HttpStatusCode.NoContent);
        (await api.PostAsync($"collaborations/{made.Id}/rounds/2/day?day=2026-10-01", null, "once")).Status.Should().Be(HttpStatusCode.NoContent, "it is the same request");
        (await api.PostAsync($"collaborations/{made.Id}/rounds/2/day?day=2026-10-01", null, "again")).Status.Should().Be(HttpStatusCode.Conflict);
        using var respondent = new ApiTests.Api(server, made.RespondentLinks[0]);
        (await respondent.PostAsync($"collaborations/{made.Id}/rounds/2/day?day=2026-10-02", null)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await made.GoAsync("results")).Text.Should().Contain("As of 1 October 2026");

        // Facts of a day between are passed in both directions: a correction that is a slip can be corrected.
        await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", "2026-05-05").WithFile("file", "a.json", Cases.Bytes("firecontrol")));
        foreach (var (day, latest) in new[] { ("2026-04-04", "5 May 2026"), ("2026-10-01", "1 October 2026") })
        {
            (await api.PostAsync($"collaborations/{made.Id}/rounds/2/day?day={day}", null)).Status.Should().Be(HttpStatusCode.NoContent);
            (await made.GoAsync("results")).Text.Should().Contain($"As of {latest}");
        }

        async Task RefusedAsync(string day, string says)
        {
            var page = await made.SendAsync((await made.GoAsync()).Form("/day", "round", "1").With("day", day));
            page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
            page.At(".wrong").Should().Contain(says);
            page.Document.GetElementById("day-1")!.GetAttribute("aria-invalid").Should().Be("true");
            page.Form("/day", "round", "1")["day"].Should().Be(day.Length > 0 ? day : "2025-03-01");
        }
    }

    [Theory, EveryDatabase]
    public async Task Correct_ADayThatCannotBeAssessed_MovesItWithoutItsRange(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, _) = await AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        await using (var connection = server.Database.Open())
        {
            (await connection.ExecuteAsync("UPDATE snapshot SET body = REPLACE(body, '\"holder\":\"Police\"', '\"holder\":\"\"') WHERE entry = @Id", new { made.Id })).Should().Be(1);
        }

        (await made.SendAsync((await made.GoAsync()).Form("/day").With("day", "2026-02-01"))).Text.Should().Contain("The day was corrected.");

        var snapshot = (await server.Store.SnapshotsAsync(made.Id, default)).Single();
        (snapshot.Day, snapshot.Range).Should().Be((new DateOnly(2026, 2, 1), ""));
    }

    [Theory, EveryDatabase]
    public async Task Correct_ARoundWithoutResults_IsNotOfferedAndSaysWhy(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, _) = await AnsweredAsync(server, "no");
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        await WhyAsync("it is open");
        await made.CloseAsync("2026-03-01");
        (await made.GoAsync()).HasForm("/day").Should().BeTrue();
        await made.SendAsync((await made.GoAsync("settings")).Form("/forget").Forget());

        (await made.GoAsync()).HasForm("/day").Should().BeFalse("nothing is left to be of another day");
        await WhyAsync("nothing is left of what was answered in it");
        await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", "2026-03-01").WithFile("file", "a.json", Cases.Bytes("firecontrol")));
        (await made.GoAsync()).HasForm("/day").Should().BeFalse("facts that were brought are not of the round");
        await WhyAsync("its facts were brought from elsewhere");

        async Task WhyAsync(string why) => (await api.PostAsync($"collaborations/{made.Id}/rounds/1/day?day=2026-02-01", null)).Json.GetProperty("detail").GetString().Should().Be($"There are no results of round 1: {why}.");
    }

    [Theory, EveryDatabase]
    public async Task Time_ADayThatCannotBeAssessed_KeepsNoOneFromTheOthers(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        foreach (var day in new[] { "2026-06-01", "2026-09-01" })
        {
            await made.SendAsync((await made.GoAsync()).Form("/open"));
            await police.GoAsync("");
            await police.PressAsync("finish");
            await made.CloseAsync(day);
        }

        await using (var connection = server.Database.Open())
        {
            (await connection.ExecuteAsync("UPDATE snapshot SET body = REPLACE(body, '\"holder\":\"Police\"', '\"holder\":\"\"') WHERE entry = @Id AND day = '2026-06-01'", new { made.Id })).Should().Be(1);
        }

        const string Says = "Its snapshot of 1 June 2026 cannot be assessed. Where that failed is in the log of the register. It is left out here: what was raised on that day is not known";
        var page = await made.GoAsync("time");
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Text.Should().ContainAll(Says, "1 March 2026", "1 September 2026", "The same respondents answered both times.");
        page.Ways.Where(way => way.Contains("report/timeline.", StringComparison.Ordinal)).Select(way => way.Split('.')[^1]).Should().Equal("html", "md", "xlsx", "csv", "sarif", "json");

        // No file leaves a day out in silence, and each says who answered.
        const string Answered = "1 March 2026: 1 of the 2 asked has answered. 1 September 2026: 1 of the 2 asked has answered. The same respondents answered both times.";
        foreach (var form in new[] { "html", "md", "csv", "sarif", "json", "xlsx" })
        {
            (await FileAsync(made, $"timeline.{form}")).Should().ContainAll(Says, Answered);
        }

        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        foreach (var json in new[] { JsonDocument.Parse(await FileAsync(made, "timeline.json")).RootElement, (await api.GetAsync($"collaborations/{made.Id}/timeline")).Json })
        {
            json.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("day").GetString()).Should().Equal("2026-03-01", "2026-09-01");
            json.GetProperty("hostNotes").EnumerateArray().Select(note => (note.GetProperty("day").GetString(), note.GetProperty("leftOut").GetBoolean())).Should().Equal(("2026-06-01", true), ("2026-09-01", false));
        }

        var reply = await api.GetAsync($"collaborations/{made.Id}/assessment?day=2026-06-01");
        reply.Status.Should().Be(HttpStatusCode.Conflict);
        reply.Json.GetProperty("detail").GetString().Should().Contain("Its snapshot of 1 June 2026 cannot be assessed.");

        var results = await made.GoAsync("results?day=2026-06-01");
        results.Status.Should().Be(HttpStatusCode.Conflict);
        results.Text.Should().Contain("Its snapshot of 1 June 2026 cannot be assessed.");
    }

    [Theory, EveryDatabase]
    public async Task Time_NoDayThatCanBeAssessed_SaysWhy(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.PressAsync("finish");
        await made.CloseAsync("2026-09-01");
        await using (var connection = server.Database.Open())
        {
            (await connection.ExecuteAsync("UPDATE snapshot SET body = REPLACE(body, '\"holder\":\"Police\"', '\"holder\":\"\"') WHERE entry = @Id", new { made.Id })).Should().Be(2);
        }

        string[] why = [.. new[] { "1 March", "1 September" }.Select(day => $"Its snapshot of {day} 2026 cannot be assessed. Where that failed is in the log of the register.")];
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        var reply = await api.GetAsync($"collaborations/{made.Id}/timeline");
        (reply.Status, reply.MediaType, reply.Json.GetProperty("title").GetString()).Should().Be((HttpStatusCode.Conflict, "application/problem+json", "No day can be assessed"));
        reply.Json.GetProperty("errors").GetProperty("").EnumerateArray().Select(each => each.GetString()).Should().Equal(why);
        var file = await made.GoAsync("report/timeline.csv");
        file.Status.Should().Be(HttpStatusCode.Conflict);
        file.Text.Should().Contain("No day can be assessed");
        file.Document.QuerySelectorAll("main li").Select(each => each.TextContent).Should().Equal(why);
    }

    /// <summary>What is in a file to take along, also in a workbook, as text.</summary>
    internal static async Task<string> FileAsync(MadeCollaboration made, string name)
    {
        var bytes = await made.Office.BytesAsync($"{made.Home}report/{name}");
        if (!name.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var workbook = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(workbook.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    [Theory, EveryDatabase]
    public async Task Plan_WhatPeopleWrote_StaysWhenTheNextRoundBringsItUpToDate(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        var plan = await made.GoAsync("plan");
        var form = plan.Form("/plan");
        var code = form["code"];
        code.Should().NotBeEmpty();

        var saved = await made.SendAsync(form.With("owner", "R. Okafor").With("due", "2026-06-30").With("state", "Started").With("note", "Drafted by <both> boards"));
        saved.Text.Should().Contain("Saved.");
        await made.SendAsync((await made.GoAsync("plan")).Form("/plan", "action").With("action", "Ask the auditors").With("owner", "Board"));
        (await made.SendAsync((await made.GoAsync("plan")).Form("/plan", "code", code).With("due", "soon"))).Status.Should().Be(HttpStatusCode.UnprocessableEntity);

        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.AnswerAllAsync(Answerer.First, most: 12);
        await made.CloseAsync("2026-09-01");

        plan = await made.GoAsync("plan");
        var step = plan.Form("/plan", "code", code);
        (step["owner"], step["due"], step["state"], step["note"]).Should().Be(("R. Okafor", "2026-06-30", "Started", "Drafted by <both> boards"));
        plan.Text.Should().ContainAll("Ask the auditors", "Overdue");
        (await made.GoAsync("history")).Text.Should().ContainAll($"The step {code} of the plan was changed", "A step was added to the plan", "Round 2 was opened", "Round 2 was closed, as of 1 September 2026");
    }

    [Theory, EveryDatabase]
    public async Task Plan_WhatCannotBeKept_ComesBackAsItWasTyped(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, _) = await AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        var page = await made.GoAsync("plan");
        var (first, last) = (page.Form("/plan")["code"], page.Document.QuerySelectorAll("[name=code]").Select(code => code.GetAttribute("value")!).Last(code => code.Length > 0));
        first.Should().NotBe(last);

        var bad = await made.SendAsync(page.Form("/plan").With("owner", "R. \"Okafor\"").With("due", "soon").With("state", "Started").With("note", new string('n', 2_001)));
        bad.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        bad.At(".wrong").Should().ContainAll("'soon' is not a day", "The note has 2001 characters, and 2000 are the most");
        var form = bad.Form("/plan", "code", first);
        (form["owner"], form["due"], form["state"], form["note"].Length).Should().Be(("R. \"Okafor\"", "soon", "Started", 2_001));
        var added = await made.SendAsync(page.Form("/plan", "code", "").With("action", new string('a', 501)).With("owner", "Board"));
        added.At(".wrong").Should().Contain("What to do has 501 characters, and 500 are the most");
        added.Form("/plan", "code", "")["owner"].Should().Be("Board");

        // Two forms of one page: the second is based on what the first has changed.
        await made.SendAsync(page.Form("/plan", "code", first).With("owner", "First"));
        var outdated = await made.SendAsync(page.Form("/plan", "code", last).With("owner", "Second").With("note", "typed"));
        outdated.Status.Should().Be(HttpStatusCode.Conflict);
        outdated.At(".wrong").Should().Contain("What you typed is still in its fields");
        outdated.Form("/plan", "code", first)["owner"].Should().Be("First");
        (await made.SendAsync(outdated.Form("/plan", "code", last))).Text.Should().Contain("Saved.");
        var saved = (await made.GoAsync("plan")).Form("/plan", "code", last);
        (saved["owner"], saved["note"]).Should().Be(("Second", "typed"));
    }

    [Theory, EveryDatabase]
    public async Task Plan_AStepOfOnesOwn_CanBeRewordedAndTakenOut(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, _) = await AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync("plan")).Form("/plan", "code", "").With("action", "Ask the auditers").With("note", "in June"));
        var stale = (await made.GoAsync("plan")).Form("/plan", "code", "OWN-1");
        stale["note"].Should().Be("in June");

        (await made.SendAsync((await made.GoAsync("plan")).Form("/plan", "code", "OWN-1").With("action", "Ask the auditors"))).At("#s-OWN-1 h3").Should().Be("Ask the auditors");
        (await made.SendAsync((await made.GoAsync("plan")).Form("/plan", "code", "OWN-1").With("do", "take-out"))).Html.Should().NotContain("OWN-1");
        (await made.GoAsync("history")).Text.Should().Contain("The step OWN-1 was taken out of the plan.");
        var gone = await made.SendAsync(stale);
        gone.At(".wrong").Should().Contain("The step 'OWN-1' is not in the plan any more");
        gone.Form("/plan", "code", "")["action"].Should().Be("Ask the auditers", "what was typed is not lost");
        var late = await made.SendAsync(stale.With("due", "soon"));
        late.Document.QuerySelector(".wrong a[href='#due-']").Should().NotBeNull("the step is shown as a new one, and its problem leads there");
        late.Document.GetElementById("due-")!.GetAttribute("aria-invalid").Should().Be("true");
        var twice = await made.SendAsync(stale.With("due", "").With("do", "take-out"));
        twice.At(".wrong").Should().Contain("The step 'OWN-1' is not in the plan any more, so there is nothing to take out.");
        twice.Form("/plan", "code", "")["action"].Should().BeEmpty("it was to go");

        // A step of the rules stays: the facts call for it.
        var code = (await made.GoAsync("plan")).Form("/plan")["code"];
        (await made.SendAsync((await made.GoAsync("plan")).Form("/plan").With("do", "take-out"))).Html.Should().Contain($"id=\"s-{code}\"");
    }

    [Theory, EveryDatabase]
    public async Task Bring_FactsFromElsewhere_AreADayOfTheTimeline(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var page = await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", "2025-05-05").WithFile("file", "late.json", Cases.Bytes("joint-it-department-late")));
        page.Text.Should().ContainAll("The snapshot was brought in", "5 May 2025");

        (await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", "2025-05-05").WithFile("file", "late.json", Cases.Bytes("joint-it-department-late")))).Text.Should().Contain("There is a snapshot of 5 May 2025 already");
        (await made.SendAsync((await made.GoAsync("time")).Form("/bring").WithFile("file", "<b>bad</b>.json", "{ \"vison\": 1 }"u8.ToArray()))).Html.Should().Contain("&lt;b&gt;bad&lt;/b&gt;.json").And.Contain("vison").And.NotContain("<b>bad");
        (await made.SendAsync((await made.GoAsync("time")).Form("/bring").WithFile("file", "none.json", []))).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await made.SendAsync((await made.GoAsync("time")).Form("/bring"))).Text.Should().Contain("No file was sent");
    }

    internal static async Task<(MadeCollaboration Made, Answerer Police)> AnsweredAsync(RegisterServer server, string answer)
    {
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.AnswerAllAsync((_, choices) => choices.Contains(answer) ? answer : choices.Count > 0 ? choices[^1] : null, most: 12);
        return (made, police);
    }
}

/// <summary>Sample cases.</summary>
internal static class Cases
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "cases", $"{name}.json"));

    /// <summary>Closes a round that is closed, as an old page would.</summary>
    public static async Task<string> CloseAsyncAgain(this MadeCollaboration made, string day)
    {
        var form = (await made.GoAsync()).Form("/open").With("day", day);
        form.Action = form.Action.Replace("/open", "/close", StringComparison.Ordinal);
        return (await made.SendAsync(form)).Text;
    }
}
