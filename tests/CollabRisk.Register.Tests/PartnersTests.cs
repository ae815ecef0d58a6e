using System.Net;
using CollabRisk.Facts;
using CollabRisk.Planning;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Register.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CollabRisk.Register.Tests;

/// <summary>Partners join, are renamed and leave, and no finding looks mended by it.</summary>
public class PartnersTests
{
    [Theory, EveryDatabase]
    public async Task Join_BeforeAnyoneAnswered_CountsInTheRoundThatIsOpen(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(also: AllThatMatters);
        (await made.GoAsync("partners")).Text.Should().Contain("A change counts from round 1 on, in which no one has answered so far");

        var page = await JoinAsync(made, "Ambulance");

        page.Text.Should().Contain("The partner was added.");
        page.Document.QuerySelectorAll("th[scope=row] bdi").Select(name => name.TextContent).Should().Equal("Police", "Fire", "Ambulance");
        (await AskedAboutAsync(await Answerer.EnterAsync(server, made.RespondentLinks[0]))).Should().BeEquivalentTo("Police", "Fire", "Ambulance");
        (await made.GoAsync("history")).Text.Should().Contain("Ambulance takes part from round 1 on.");
    }

    [Theory, EveryDatabase]
    public async Task Change_AfterSomeoneAnswered_CountsFromTheNextRoundOn(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(also: AllThatMatters);
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.AnswerAllAsync(Answerer.First, most: 1);

        var page = await JoinAsync(made, "Ambulance");
        page.Text.Should().Contain("A change counts from round 2 on, since someone has answered in round 1").And.Contain("from round 2 on");
        (await LeaveAsync(made, "Fire")).Text.Should().ContainAll("The partner is listed as having left.", "No longer: Fire, which took part until round 1.");
        (await AskedAboutAsync(police)).Should().NotContain("Ambulance");
        (await police.GoAsync("answers")).Text.Should().ContainAll("Police: ", "Fire: ");
        (await made.GoAsync()).Text.Should().Contain("questions stay about Police, Fire");

        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        (await police.GoAsync("answers")).Text.Should().Contain("Police: ").And.NotContain("Fire: ", "what was said of a partner that has left stays in its round");
        await police.GoAsync("");
        (await AskedAboutAsync(police)).Should().Contain("Ambulance").And.NotContain("Fire");
        await made.CloseAsync("2026-09-01");

        var snapshots = await server.Store.SnapshotsAsync(made.Id, default);
        var entry = (await server.Store.FindAsync(made.Id, default))!;
        snapshots.Select(snapshot => snapshot.Collaboration(entry).Partners!.Select(partner => partner.Name)).Should().BeEquivalentTo([new[] { "Fire", "Police" }, ["Ambulance", "Police"]]);
        foreach (var part in new[] { "time", "results", "plan" })
        {
            (await made.GoAsync(part)).Text.Should().ContainAll("Fire was among the partners before and not this time.", "Ambulance was among the partners this time and not last time.");
        }

        // One that takes part again is the same one.
        (await JoinAsync(made, "Fire")).Text.Should().NotContain("No longer:");
        (await server.Store.FindAsync(made.Id, default))!.Partners.Should().Equal("Police", "Ambulance", "Fire");
    }

    [Theory, EveryDatabase]
    public async Task Rename_IsTheSamePartner_InWhatWasAnsweredBeforeToo(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(also: AllThatMatters);
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.AnswerAllAsync(Answerer.Last, most: 12);
        await made.CloseAsync("2026-03-01");
        var answered = Known(await police.GoAsync("answers"));
        police.Page.Text.Should().Contain("Fire: ");

        var page = await RenameAsync(made, "Fire", "Fire & Rescue");

        page.Text.Should().ContainAll("The partner was renamed.", "Fire & Rescue", "called Fire before");
        (await made.GoAsync()).At("tbody").Should().Contain("Fire & Rescue", "whoever answers for it was called as it was");
        (await made.GoAsync("history")).Text.Should().Contain("The partner Fire is called Fire & Rescue now.");
        (await made.GoAsync("report/report.html")).Text.Should().Contain("Fire & Rescue");
        (await server.Store.SnapshotsAsync(made.Id, default))[0].PartnersNamed.Should().BeEquivalentTo(["Fire", "Police"], "what was kept of a day stays as it was");

        await made.SendAsync((await made.GoAsync()).Form("/open"));
        var again = await police.GoAsync("answers");
        again.Text.Should().Contain("Fire & Rescue: ").And.NotContain("Fire: ");
        Known(again).Should().Equal(answered.Select(answer => answer.Replace("Fire", "Fire & Rescue", StringComparison.Ordinal)), "what was said of it is filled in, under its name");
        await police.GoAsync("");
        await police.PressAsync("finish");
        await made.CloseAsync("2026-09-01");
        (await made.GoAsync("time")).Text.Should().NotContain("among the partners");
    }

    [Theory, EveryDatabase]
    public async Task Rename_WhileARoundThatBeginsWithTheLastIsBegun_LosesNoAnswerOfWhoeverBeginsLater(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(also: AllThatMatters);
        var (police, fire) = (await Answerer.EnterAsync(server, made.RespondentLinks[0]), await Answerer.EnterAsync(server, made.RespondentLinks[1]));
        await police.AnswerAllAsync(Answerer.Last, most: 12);
        await fire.AnswerAllAsync(Answerer.Last, most: 12);
        await made.CloseAsync("2026-03-01");
        var answered = Known(await fire.GoAsync("answers"));
        answered.Should().Contain(answer => answer.StartsWith("Fire: ", StringComparison.Ordinal));
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.PressAsync("finish");

        await RenameAsync(made, "Fire", "Rescue");

        Known(await fire.GoAsync("answers")).Should().Equal(answered, "the round has the name that it began with");
        await fire.GoAsync("");
        await fire.PressAsync("finish");
        await made.CloseAsync("2026-09-01");
        var entry = (await server.Store.FindAsync(made.Id, default))!;
        (await server.Store.SnapshotsAsync(made.Id, default)).Should().HaveCount(2).And.AllSatisfy(snapshot => snapshot.Collaboration(entry).Partners!.Select(partner => partner.Name).Should().BeEquivalentTo("Police", "Rescue"));
    }

    [Theory, EveryDatabase]
    public async Task Names_ThatDifferInCapitalsAlone_AreOfOnePartner(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(also: AllThatMatters);
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.Last, most: 12);
        await made.CloseAsync("2026-03-01");

        await RenameAsync(made, "Fire", "FIRE");
        await IsAsync("FIRE", new FormerName("Fire", "FIRE"));
        await LeaveAsync(made, "FIRE");
        (await JoinAsync(made, "fire")).Text.Should().Contain("The partner was added.");
        await IsAsync("FIRE", new FormerName("Fire", "FIRE"));
        await RenameAsync(made, "FIRE", "Rescue");
        await IsAsync("Rescue", new FormerName("FIRE", "Rescue"));
        await RenameAsync(made, "Rescue", "Fire");
        await IsAsync("Fire");
        await LeaveAsync(made, "Fire");
        (await JoinAsync(made, "fIRE")).Text.Should().Contain("The partner was added.").And.NotContain("No longer:");
        await IsAsync("Fire");

        async Task IsAsync(string name, params FormerName[] former)
        {
            var entry = (await server.Store.FindAsync(made.Id, default))!;
            entry.Partners.Should().Equal("Police", name);
            entry.FormerNames.Should().Equal(former);
            (await server.Store.SnapshotsAsync(made.Id, default)).Single().Collaboration(entry).Partners!.Select(partner => partner.Name).Should().BeEquivalentTo("Police", name);
        }
    }

    [Theory, EveryDatabase]
    public async Task Change_AfterWhoeverHadAnsweredWasDeleted_CountsFromTheNextRoundOn(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.First, most: 1);
        await JoinAsync(made, "Ambulance");
        await made.SendAsync((await made.GoAsync("settings")).Form("/forget").Forget());

        (await made.GoAsync("partners")).Text.Should().Contain("A change counts from round 2 on, since someone had answered in round 1 when partners were changed before: ");

        await JoinAsync(made, "Coastguard");
        var entry = (await server.Store.FindAsync(made.Id, default))!;
        (entry.Partners, entry.Rounds[0].Partners).Should().BeEquivalentTo((new[] { "Police", "Fire", "Ambulance", "Coastguard" }, new[] { "Police", "Fire" }));
        (await server.Store.ChangesAsync(made.Id, default))[0].What.Should().Be("Coastguard takes part from round 2 on.");
    }

    [Theory, EveryDatabase]
    public async Task Rename_ThatWasASlip_LeavesTheNameToWhomItBelongs(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.First, most: 1);
        await RenameAsync(made, "Fire", "Ambulance");
        await RenameAsync(made, "Ambulance", "Fire");

        (await JoinAsync(made, "Ambulance")).Text.Should().Contain("The partner was added.");

        var entry = (await server.Store.FindAsync(made.Id, default))!;
        entry.Partners.Should().Equal("Police", "Fire", "Ambulance");
        entry.FormerNames.Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Rename_ToTheNameOfAnotherRespondent_SaysWhoIsCalledAsBefore(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        await made.SendAsync((await made.GoAsync()).Form("/respondent").With("name", "Rescue"));

        var rename = (await made.GoAsync("partners")).Form("/rename", "partner", "Fire").With("name", "Rescue");
        for (var time = 0; time < 2; time++)
        {
            (await made.SendAsync(rename)).At(".told").Should().Be("The partner was renamed. The respondent of its former name is called so still, since another respondent has the new one.", "the same form is answered as the first time");
        }

        (await server.Store.FindAsync(made.Id, default))!.Respondents.Select(respondent => respondent.Name).Should().Equal("Police", "Fire", "Rescue");
        (await RenameAsync(made, "Police", "Constabulary")).At(".told").Should().Be("The partner was renamed.");
    }

    [Theory, EveryDatabase]
    public async Task Leave_WhoeverAnswersForThePartner_IsNotCountedAmongThoseAsked(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(partners: "Police\nFire\nCouncil");
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        await LeaveAsync(made, "Council");
        (await made.GoAsync()).Text.Should().ContainAll("0 of 2 have begun", "Whoever answers for a partner that has left is not counted.", "not waited for, since the partner has left");
        (await AskedAsync()).Should().Equal(true, true, false);
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.First, most: 3);

        // The round is begun: whoever leaves now is asked in it, and what they answered is part of it.
        await LeaveAsync(made, "Fire");
        (await made.GoAsync()).Text.Should().Contain("1 of 2 have begun");
        await (await Answerer.EnterAsync(server, made.RespondentLinks[1])).AnswerAllAsync(Answerer.First, most: 3);
        (await made.CloseAsync("2026-03-01")).Text.Should().Contain("2 of the 2 asked have answered");

        await made.SendAsync((await made.GoAsync()).Form("/open").With("begin", "empty"));
        (await made.GoAsync()).Text.Should().Contain("0 of 1 have begun");
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.First, most: 3);
        await (await Answerer.EnterAsync(server, made.RespondentLinks[2])).AnswerAllAsync(Answerer.First, most: 3);
        (await made.GoAsync()).Text.Should().Contain("2 of 2 have begun", "whoever answers all the same was asked");
        (await AskedAsync()).Should().Equal(true, false, true);
        (await made.CloseAsync("2026-09-01")).Text.Should().Contain("2 of the 2 asked have answered");
        (await made.GoAsync("time")).Text.Should().Contain("Round 1, 2 of the 2 asked have answered", "what was answered stays as it is");

        // One that takes part again is waited for again.
        await JoinAsync(made, "fire");
        await made.SendAsync((await made.GoAsync()).Form("/open").With("begin", "empty"));
        (await AskedAsync()).Should().Equal(true, true, false);

        async Task<IEnumerable<bool>> AskedAsync() => (await api.GetAsync($"collaborations/{made.Id}/respondents")).Json.EnumerateArray().Select(each => each.GetProperty("isAsked").GetBoolean());
    }

    [Theory, EveryDatabase]
    public async Task Leave_WhoeverAnswersForAPartOfThePartner_IsNotAskedEither(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(partners: "Fire Service\nPolice\nPolice, Fife");
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        foreach (var name in new[] { "Fire Service, control room", "Fire Service support", "Police, Fife, traffic" })
        {
            await made.SendAsync((await made.GoAsync()).Form("/respondent").With("name", name));
        }

        await LeaveAsync(made, "Fire Service");
        (await NotAskedAsync()).Should().Equal("Fire Service", "Fire Service, control room");
        await LeaveAsync(made, "Police");
        (await NotAskedAsync()).Should().Equal("Fire Service", "Police", "Fire Service, control room");

        // A part keeps its name where the partner is renamed, and is a part of it still.
        await JoinAsync(made, "Fire Service");
        (await NotAskedAsync()).Should().Equal("Police");
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.First, most: 1);
        await made.CloseAsync("2026-03-01");
        await RenameAsync(made, "Fire Service", "Rescue");
        await LeaveAsync(made, "Rescue");
        await made.SendAsync((await made.GoAsync()).Form("/open").With("begin", "empty"));
        (await NotAskedAsync()).Should().Equal("Rescue", "Police", "Fire Service, control room");

        async Task<IEnumerable<string?>> NotAskedAsync() => (await api.GetAsync($"collaborations/{made.Id}/respondents")).Json.EnumerateArray().Where(each => !each.GetProperty("isAsked").GetBoolean()).Select(each => each.GetProperty("name").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Rename_ToTheNameOfOneThatHasLeft_ItsRespondentIsAskedAgain(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(partners: "Police\nFire\nCouncil");
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        (await api.PostAsync($"collaborations/{made.Id}/partners/leave", new { name = "Council" })).Status.Should().Be(HttpStatusCode.OK);

        var renamed = await api.PostAsync($"collaborations/{made.Id}/partners/rename", new { name = "Fire", newName = "Council" });

        renamed.Json.GetProperty("partners").EnumerateArray().Select(name => name.GetString()).Should().Equal("Police", "Council");
        (await api.GetAsync($"collaborations/{made.Id}/respondents")).Json.EnumerateArray().Select(each => each.GetProperty("isAsked").GetBoolean()).Should().Equal(true, true, true);
        (await made.GoAsync()).Text.Should().NotContain("since the partner has left");
    }

    [Theory, EveryDatabase]
    public async Task Change_SentTwiceToTheApi_IsKeptOnce(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        using var api = new ApiTests.Api(server, made.CoordinatorLink);

        await TwiceAsync("partners", new { name = "Ambulance" }, "Police", "Fire", "Ambulance");
        await TwiceAsync("partners/rename", new { name = "Fire", newName = "Rescue" }, "Police", "Rescue", "Ambulance");
        await TwiceAsync("partners/leave", new { name = "Police" }, "Rescue", "Ambulance");
        (await server.Store.ChangesAsync(made.Id, default)).Select(change => change.What).Should().Equal(
            "Police has left, and takes part no more from round 1 on.", "The partner Fire is called Rescue now.", "Ambulance takes part from round 1 on.", "The collaboration was made.");
        (await api.PostAsync($"collaborations/{made.Id}/partners/leave", new { name = "Police" }, "another")).Status.Should().Be(HttpStatusCode.BadRequest, "another request is not kept before");

        async Task TwiceAsync(string path, object body, params string[] partners)
        {
            for (var time = 0; time < 2; time++)
            {
                var reply = await api.PostAsync($"collaborations/{made.Id}/{path}", body, $"one {path}");
                reply.Status.Should().Be(HttpStatusCode.OK);
                reply.Json.GetProperty("partners").EnumerateArray().Select(name => name.GetString()).Should().Equal(partners);
                reply.Json.GetProperty("fromRound").GetInt32().Should().Be(1);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Names_ThatWouldMixTwoUp_AreRefusedAndStayInTheirFields(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync(partners: "Police\nFire\nCouncil");
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.First, most: 1);
        await RenameAsync(made, "Fire", "Rescue");
        await LeaveAsync(made, "Council");

        await RefusedAsync(await JoinAsync(made, "police"), "'police' is among the partners already", "name");
        await RefusedAsync(await JoinAsync(made, "<b>\u200B"), "has an invisible character", "name");
        await RefusedAsync(await JoinAsync(made, "Fire"), "'Fire' is what Rescue was called before", "name");
        var taken = await RenameAsync(made, "Rescue", "Police");
        await RefusedAsync(taken, "'Police' is the name of another partner", "name-1");
        taken.Form("/rename", "partner", "Rescue")["name"].Should().Be("Police");
        taken.Form("/rename", "partner", "Police")["name"].Should().Be("Police");
        await RefusedAsync(await RenameAsync(made, "Police", "Fire"), "'Fire' is what Rescue was called before", "name-0");
        await RefusedAsync(await RenameAsync(made, "Police", "Council"), "'Council' took part before", "name-0");
        await RefusedAsync(await RenameAsync(made, "Police", "Police"), "'Police' is its name already", "name-0");
        (await RenameAsync(made, "Rescue", "Fire")).Text.Should().Contain("The partner was renamed.", "its own former name is no one else's");
        var last = (await made.GoAsync("partners")).Form("/leave", "partner", "Police");
        await LeaveAsync(made, "Fire");
        var only = await LeaveAsync(made, "Police");
        only.At(".wrong").Should().Contain("Police is the only partner. Add the others first, or rename it.");
        (await made.SendAsync(last.With("partner", "Nobody"))).At(".wrong").Should().Contain("'Nobody' is not among the partners any more");

        static Task RefusedAsync(Page page, string says, string field)
        {
            page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
            page.At(".wrong").Should().Contain(says);
            page.Document.GetElementById(field)!.GetAttribute("aria-invalid").Should().Be("true");
            page.Html.Should().NotContain("<b>\u200B");
            return Task.CompletedTask;
        }
    }

    [Theory, EveryDatabase]
    public async Task Change_ThatCameTooLate_IsToldAndChangesNothing(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var page = await made.GoAsync("partners");
        var (one, two) = (page.Form("/join").With("name", "Ambulance"), page.Form("/rename", "partner", "Fire").With("name", "Rescue"));

        (await made.SendAsync(one)).Text.Should().Contain("The partner was added.");
        (await made.SendAsync(one)).Text.Should().Contain("The partner was added.", "the same form counts once");
        (await made.SendAsync(two)).Text.Should().Contain("Someone else changed this collaboration meanwhile");

        // Someone answers between the look at who has and the change, which was to count in this round.
        var (coordinator, entry) = (server.App.Services.GetRequiredService<Coordinator>(), (await server.Store.FindAsync(made.Id, default))!);
        var change = (await coordinator.MembershipAsync(entry, default)).Leave("Fire");
        change.From.Should().Be(1);
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.First, most: 1);
        (await coordinator.SaveAsync(change, new("a test", "request"), default)).Should().Be(SaveResult.Outdated);
        (await server.Store.FindAsync(made.Id, default))!.Partners.Should().Equal("Police", "Fire", "Ambulance");
    }

    [Theory, EveryDatabase]
    public async Task FirstAnswer_AboutPartnersThatChangedMeanwhile_IsNotKept(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var before = (await server.Store.FindAsync(made.Id, default))!;
        await JoinAsync(made, "Ambulance");
        var sheet = new Sheet { Entry = made.Id, Respondent = before.Respondents[0].Id, Round = 1, Interview = "{}" };

        (await server.Store.SaveAsync(sheet, before, before.Telling, new("a test", "request"), "", "{}", default)).Should().Be(SaveResult.Outdated);
    }

    [Theory, EveryDatabase]
    public async Task Partners_AreChangedByThoseWhoCoordinate_AndNoOneElse(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var reader = (await made.SendAsync((await made.GoAsync()).Form("/link", "role", "Reader"))).NewLinks[0];
        var (browser, home) = await server.EnterAsync(reader);
        home.Ways.Should().NotContain(way => way.EndsWith("/partners", StringComparison.Ordinal));
        (await browser.GoAsync($"{string.Join('/', home.Address.AbsolutePath.Split('/').Take(3))}/c/{made.Id}/partners")).Status.Should().Be(HttpStatusCode.Forbidden);
        using var asReader = new ApiTests.Api(server, reader);
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        foreach (var path in new[] { "partners", "partners/rename", "partners/leave" })
        {
            (await asReader.PostAsync($"collaborations/{made.Id}/{path}", new { name = "Fire" })).Status.Should().Be(HttpStatusCode.Forbidden);
        }

        (await api.PostAsync($"collaborations/{made.Id}/partners", new { name = "Ambulance" })).Json.GetProperty("partners").EnumerateArray().Select(name => name.GetString()).Should().Equal("Police", "Fire", "Ambulance");
        (await api.PostAsync($"collaborations/{made.Id}/partners/rename", new { name = "Fire", newName = "Rescue" })).Json.GetProperty("fromRound").GetInt32().Should().Be(1);
        (await api.PostAsync($"collaborations/{made.Id}/partners/leave", new { name = "Police" })).Status.Should().Be(HttpStatusCode.OK);
        var refused = await api.PostAsync($"collaborations/{made.Id}/partners", new { name = "rescue" });
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Json.GetProperty("errors").GetProperty("name")[0].GetString().Should().Contain("'rescue' is among the partners already");
        (await api.PostAsync($"collaborations/{made.Id}/partners/rename", new { name = "Rescue" })).Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal("newName");
        (await api.PostAsync($"collaborations/{made.Id}/partners/rename", new { name = "Nobody", newName = "Someone" })).Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal("name");
        (await api.GetAsync($"collaborations/{made.Id}")).Json.GetProperty("partners").EnumerateArray().Select(name => name.GetString()).Should().Equal("Rescue", "Ambulance");
    }

    [Theory, EveryDatabase]
    public async Task Export_HasWhoTookPartInEachRound_AndIsBroughtInAgain(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, _) = await TimeTests.AnsweredAsync(server, "no");
        await RenameAsync(made, "Fire", "Rescue");
        await LeaveAsync(made, "Police");
        await made.CloseAsync("2026-03-01");
        var export = await made.Office.BytesAsync($"{made.Home}export.json");

        (await made.SendAsync((await made.Office.GoAsync($"{made.OfficeHome}import")).Form("/import").WithFile("file", "all.json", export))).Text.Should().Contain("1 collaboration was brought in");
        var brought = (await server.Store.AllAsync(default)).Single(entry => entry.Id != made.Id);
        (brought.Partners, brought.Rounds[0].Partners, brought.FormerNames).Should().BeEquivalentTo((new[] { "Rescue" }, new[] { "Police", "Fire" }, new[] { new FormerName("Fire", "Rescue") }));

        var text = System.Text.Encoding.UTF8.GetString(export).Replace("\"partners\":[\"Police\",\"Fire\"]", "\"partners\":[\"Police\",\"police\",\"\"]", StringComparison.Ordinal)
            .Replace("\"now\":\"Rescue\"", "\"now\":\" \"", StringComparison.Ordinal);
        (await made.SendAsync((await made.Office.GoAsync($"{made.OfficeHome}import")).Form("/import").WithFile("file", "all.json", System.Text.Encoding.UTF8.GetBytes(text)))).At(".wrong")
            .Should().ContainAll("rounds[0].partners[2]: a name must not be empty", "formerNames[0].now: a name must not be empty", "'Police' is there twice among the partners of round 1");
    }

    [Fact]
    public void Entry_WrittenBeforePartnersCouldChange_IsReadAndAsksAllRoundsAboutThem()
    {
        var entry = RegisterJson.ReadEntry("""{"id":"a","version":3,"name":"Old","partners":["Police"],"rulesDigest":"d","rounds":[{"number":1,"openedAt":"2026-01-01T00:00:00+00:00","beginsWithLast":false}]}""");

        entry.PartnersIn(entry.LastRound).Should().Equal("Police");
        entry.NameNow("Police").Should().Be("Police");
    }

    [Fact]
    public void Results_APartnerThatMadeThemWorseHasLeft_AreNotAnImprovement()
    {
        var (entry, first) = (EntryOf(["Police"], new Round(1, default, ClosedOn: new(2026, 3, 1), Partners: ["Police", "Fire"]), new Round(2, default, ClosedOn: new(2026, 9, 1))), new[]
        {
            new Partner { Name = "Police", Role = PartnerRole.Lead, StrategicEngagement = Engagement.Full },
            new Partner { Name = "Fire", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining },
        });
        var assessed = Assessed(entry, (1, first), (2, first[..1]));
        var raised = assessed[0].Assessment.Findings.Where(finding => finding.SubjectInWords == "Fire").ToList();
        raised.Should().NotBeEmpty();

        var turnout = Turnout.Between(entry, assessed, CollaborationEvaluator.Default.Evaluate)!;

        turnout.InWords.Should().ContainAll("Fire was among the partners before and not this time.", "With what was last known of Fire, the range would be");
        turnout.Gone(raised[0].Fingerprint).Should().Be("no longer asked: Fire is not among the partners now");
        var plan = ActionPlan.Of(assessed[1].Assessment, ActionPlan.Of(assessed[0].Assessment));
        plan.Steps.Where(step => step.Findings.Any(finding => finding.Fingerprint == raised[0].Fingerprint)).Should().NotBeEmpty().And.OnlyContain(step => step.Need != StepNeed.Cleared);
    }

    [Fact]
    public void Results_WhoIsMissingKnewNothingOfAPartnerThatJoined_AreComparedWithWhatTheySaidOfTheOthers()
    {
        var entry = EntryOf(["Police", "Fire", "Ambulance"], new Round(1, default, ClosedOn: new(2026, 3, 1), Partners: ["Police", "Fire"]), new Round(2, default, ClosedOn: new(2026, 9, 1)));
        Snapshot before = SnapshotOf(1, new(2026, 3, 1), ("p", "Police", Facts(false, "Police", "Fire"))), after = SnapshotOf(2, new(2026, 9, 1), ("f", "Fire", Facts(true, "Police", "Fire", "Ambulance")));
        var seen = new List<Collaboration>();

        var turnout = Turnout.Between(entry, [.. new[] { before, after }.Select(each => (each, CollaborationEvaluator.Default.Evaluate(each.Collaboration(entry))))], facts =>
        {
            seen.Add(facts);
            return CollaborationEvaluator.Default.Evaluate(facts);
        })!;

        turnout.InWords.Should().ContainAll("With what Police last said", "No shared vision", "Ambulance was among the partners this time and not last time");
        seen.Single().Partners!.Select(partner => partner.Name).Should().BeEquivalentTo(["Ambulance", "Fire", "Police"], "no one denied that it takes part");

        static Collaboration Facts(bool vision, params string[] partners) => new() { Vision = new() { Exists = vision }, Partners = [.. partners.Select(name => new Partner { Name = name })] };
    }

    [Fact]
    public void Plan_OfAPartnerThatWasRenamed_IsForThatPartner()
    {
        var entry = EntryOf(["Police", "Rescue"], new Round(1, default, ClosedOn: new(2026, 3, 1), Partners: ["Police", "Fire"])) with { FormerNames = [new("Fire", "Rescue")] };
        Partner[] partners = [new() { Name = "Police", Role = PartnerRole.Lead }, new() { Name = "Fire", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining }];
        var old = CollaborationEvaluator.Default.Evaluate(new() { Partners = [.. partners] });
        entry = entry with { Plan = ActionPlan.Of(old).ToJson() };
        var mended = Assessed(entry, (1, [partners[0], partners[1] with { StrategicEngagement = Engagement.Full }]))[0].Assessment;

        var findings = Coordinator.PlanOf(entry, mended).Steps.SelectMany(step => step.Findings).Where(finding => finding.Subject is "Fire" or "Rescue").ToList();

        findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Subject == "Rescue" && finding.Fingerprint.EndsWith("/Rescue"));
        Coordinator.PlanOf(entry, mended).Steps.Should().Contain(step => step.Need == StepNeed.Cleared, "it is that partner who is engaged now");
    }

    [Fact]
    public void Plan_OfAPartnerWhoseNameEndsLikeAFormerOne_StaysForThatPartner()
    {
        var entry = EntryOf(["Police", "Police/Fire", "Rescue"], new Round(1, default)) with { FormerNames = [new("Fire", "Rescue")] };
        Partner[] partners = [new() { Name = "Police", Role = PartnerRole.Lead }, new() { Name = "Police/Fire", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining }];
        entry = entry with { Plan = ActionPlan.Of(CollaborationEvaluator.Default.Evaluate(new() { Partners = [.. partners] })).ToJson() };
        var mended = CollaborationEvaluator.Default.Evaluate(new() { Partners = [partners[0], partners[1] with { StrategicEngagement = Engagement.Full }] });

        var steps = Coordinator.PlanOf(entry, mended).Steps;

        steps.SelectMany(step => step.Findings).Should().NotContain(finding => finding.Fingerprint.EndsWith("/Rescue"));
        steps.Should().Contain(step => step.Need == StepNeed.Cleared && step.Findings.Any(finding => finding.Subject == "Police/Fire"), "it is that partner who is engaged now");
    }

    /// <summary>What someone has answered, by the page of their answers, without what they left as not known.</summary>
    private static IReadOnlyList<string> Known(Page answers) =>
        [.. answers.Document.QuerySelectorAll("tbody tr").Select(row => (Question: row.QuerySelector("th")!.TextContent, Answer: row.QuerySelector("td")!.TextContent)).Where(each => each.Answer != "not known").Select(each => $"{each.Question} {each.Answer}")];

    /// <summary>All that matters begins with who takes part and in what role.</summary>
    private static Form AllThatMatters(Form form) => form.With("form", "Full");

    private static async Task<Page> JoinAsync(MadeCollaboration made, string name) => await made.SendAsync((await made.GoAsync("partners")).Form("/join").With("name", name));

    private static async Task<Page> RenameAsync(MadeCollaboration made, string partner, string name) => await made.SendAsync((await made.GoAsync("partners")).Form("/rename", "partner", partner).With("name", name));

    private static async Task<Page> LeaveAsync(MadeCollaboration made, string partner) => await made.SendAsync((await made.GoAsync("partners")).Form("/leave", "partner", partner));

    /// <summary>The partners that someone is asked about, who answers what they can.</summary>
    private static async Task<IEnumerable<string>> AskedAboutAsync(Answerer answerer)
    {
        var asked = new HashSet<string>();
        await answerer.AnswerAllAsync(
            (path, choices) =>
            {
                asked.UnionWith(path.Split(['[', ']']) is ["partners", { Length: > 0 } name, _] ? [name] : []);
                return Answerer.Last(path, choices);
            },
            most: 30);
        return asked;
    }

    private static Entry EntryOf(IReadOnlyList<string> partners, params Round[] rounds) =>
        new() { Id = "a", Name = "Shared", Partners = partners, Respondents = [new("p", "Police"), new("f", "Fire")], RulesDigest = "", Rounds = rounds };

    private static Snapshot SnapshotOf(int round, DateOnly day, params (string Respondent, string Holder, Collaboration Facts)[] views) =>
        new() { Entry = "a", Day = day, Round = round, Asked = 2, RulesDigest = "", Range = "", Views = [.. views.Select(view => new View(view.Respondent, view.Holder, CollaborationJson.Write(view.Facts)))] };

    /// <summary>Snapshots of rounds in which the police alone said something of partners, each assessed.</summary>
    private static List<(Snapshot Snapshot, Assessment Assessment)> Assessed(Entry entry, params (int Round, Partner[] Partners)[] rounds) =>
        [.. rounds.Select(each => SnapshotOf(each.Round, entry.Rounds[each.Round - 1].ClosedOn!.Value, ("p", "Police", new Collaboration { Partners = [.. each.Partners] }))).Select(snapshot => (snapshot, CollaborationEvaluator.Default.Evaluate(snapshot.Collaboration(entry))))];
}
