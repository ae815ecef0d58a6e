using System.Net;
using CollabRisk.Register.Tests.Harness;
using Dapper;

namespace CollabRisk.Register.Tests;

/// <summary>Several at once: nothing is lost in silence, and nothing is kept twice.</summary>
public class ConcurrencyTests
{
    private static readonly string[] NoLimits = ["--Register:Limits:RequestsOfLink=100000", "--Register:Limits:RequestsOfAddress=100000", "--Register:Limits:LinksOfAddress=100000"];

    [Theory, EveryDatabase]
    public async Task Answer_FromTwoTabs_TheSecondIsToldAndNothingIsLost(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var police = await Answerer.EnterAsync(server, (await server.MakeAsync()).RespondentLinks[0]);
        var choices = police.Page.Form("/answer").Choices("a");
        var (first, second) = (police.Filled(choices[0]), (await police.Browser.GoAsync(police.Home)).Form("/answer").With("a", choices[1]).With("note", "typed <b>late</b>"));

        await police.SendAsync(first, "save");
        var late = await police.SendAsync(second, "save");

        late.Status.Should().Be(HttpStatusCode.Conflict);
        late.Text.Should().ContainAll("answered in another window meanwhile", "was not kept", "typed <b>late</b>", "1 answered");
        (await police.GoAsync("answers")).At("tbody tr td").Should().BeEquivalentTo(choices[0]);
    }

    [Theory, EveryDatabase]
    public async Task Answer_TheSameFormManyTimes_IsKeptOnce(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind, null, NoLimits);
        var police = await Answerer.EnterAsync(server, (await server.MakeAsync()).RespondentLinks[0]);
        var form = police.Filled(police.Page.Form("/answer").Choices("a")[0]).With("do", "save");

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => police.Browser.SendAsync(form)));

        pages.Should().AllSatisfy(page => page.Status.Should().Be(HttpStatusCode.OK));
        pages.Should().AllSatisfy(page => page.Text.Should().Contain("1 answered, 0 not known").And.NotContain("another window"));
        (await CountAsync(server, "SELECT COUNT(*) FROM change WHERE subject LIKE 'sheet %'")).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task Coordinator_TheSameFormTwice_IsKeptOnce(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (browser, home) = await server.EnterOfficeAsync();
        var form = (await browser.GoAsync($"{home.Address.AbsolutePath}new")).Form("/new").With("name", "Once").With("partners", "A");
        var both = await Task.WhenAll(browser.SendAsync(form), browser.SendAsync(form));
        both.Count(page => page.NewLinks.Count > 0).Should().Be(1, "the links are shown once");
        both.Single(page => page.NewLinks.Count == 0).Text.Should().Contain("was made before");
        (await browser.GoAsync(home.Address.AbsolutePath)).Text.Should().Contain("1 collaboration");

        var add = both.Single(page => page.NewLinks.Count > 0).Form("/respondent").With("name", "B");
        (await browser.SendAsync(add)).NewLinks.Should().HaveCount(1);
        var again = await browser.SendAsync(add);
        again.NewLinks.Should().BeEmpty();
        again.At(".told").Should().Be("The link was made, and shown, before. If it was not copied, withdraw it and make another.");
        (await CountAsync(server, "SELECT COUNT(*) FROM link WHERE role = 'Respondent'")).Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task Form_SentTwice_IsAnsweredAsTheFirstTime(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        await TwiceAsync((await made.GoAsync("settings")).Form("/settings", "naming").With("naming", "Letters"), "Saved.");
        var naming = (await made.GoAsync("settings")).Form("/settings", "naming").With("naming", "Names");
        (await made.SendAsync(naming)).At(".told").Should().Be("Saved.");
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.AnswerAllAsync(Answerer.First, most: 3);
        (await made.SendAsync(naming)).At(".told").Should().Be("Saved.", "someone has answered meanwhile, and it was saved before that");
        var last = police.Filled("no");
        await police.SendAsync(last, "save");

        var close = (await made.GoAsync()).Form("/close").With("day", "2026-03-01");
        await TwiceAsync(close, "The round is closed.");
        (await police.SendAsync(last, "save")).Status.Should().Be(HttpStatusCode.OK, "it was kept before the round was closed");
        await TwiceAsync((await made.GoAsync()).Form("/open"), "The next round is open. Respondents answer with the links that they have.");
        (await made.SendAsync(close)).At(".told").Should().Be("The round is closed.");
        (await server.Store.FindAsync(made.Id, default))!.OpenRound!.Number.Should().Be(2, "the form was about the first round");
        await TwiceAsync((await made.GoAsync("time")).Form("/bring").With("day", "2026-02-01").WithFile("file", "a.json", Cases.Bytes("firecontrol")), "The snapshot was brought in.");

        await made.SendAsync((await made.GoAsync("plan")).Form("/plan", "code", "").With("action", "Meet"));
        await TwiceAsync((await made.GoAsync("plan")).Form("/plan", "code", "OWN-1").With("do", "take-out"), "Saved.");
        await made.SendAsync((await made.GoAsync("settings")).Form("/forget").Forget());
        var forget = (await made.GoAsync("settings")).Form("/forget").Forget();
        (await made.SendAsync(forget)).At(".told").Should().Be("Fire was deleted, with all they said.");
        (await made.SendAsync(forget)).At(".told").Should().Be("The respondent was deleted, with all they said.", "the name is gone with them");

        var link = (await made.Office.GoAsync($"{made.OfficeHome}links")).Form("/links", "days");
        var links = (await made.SendAsync(link)).Document.QuerySelectorAll("li .code").Length;
        var again = await made.SendAsync(link);
        again.At(".told").Should().Be("The link was made, and shown, before. If it was not copied, withdraw it and make another.");
        again.Document.QuerySelectorAll("li .code").Should().HaveCount(links);
        await TwiceAsync(again.Form("/links", "revoke"), "The link was withdrawn.");

        async Task TwiceAsync(Form form, string told)
        {
            for (var time = 1; time <= 2; time++)
            {
                var page = await made.SendAsync(form);
                (page.Status, page.At(".told")).Should().Be((HttpStatusCode.OK, told), "time {0} of {1}", time, form.Action);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Form_SentAgainWithOtherValues_IsAnotherRequest(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var join = (await made.GoAsync("partners")).Form("/join");
        (await made.SendAsync(join.With("name", "Ambulance"))).At(".told").Should().StartWith("The partner was added.");
        (await made.SendAsync(join.With("name", ""))).At(".wrong").Should().NotBeEmpty();
        (await made.SendAsync(join.With("name", "Coastguard"))).Text.Should().Contain("Someone else changed this collaboration meanwhile");
        (await made.SendAsync(join.With("name", "Ambulance"))).At(".told").Should().StartWith("The partner was added.", "it is the first form again");
        (await server.Store.FindAsync(made.Id, default))!.Partners.Should().Equal("Police", "Fire", "Ambulance");

        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        var form = police.Filled(police.Page.Form("/answer").Choices("a")[0]).With("do", "save");
        (await police.Browser.SendAsync(form.With("note", "one\r\ntwo"))).Status.Should().Be(HttpStatusCode.OK);
        (await police.Browser.SendAsync(form.With("note", "one\ntwo "))).Status.Should().Be(HttpStatusCode.OK, "ends of lines are not what someone typed");
        (await police.Browser.SendAsync(form.With("note", "three"))).Text.Should().ContainAll("was not kept", "three");

        var bring = (await made.GoAsync("time")).Form("/bring").With("day", "2026-02-01").WithFile("file", "a.json", Cases.Bytes("firecontrol"));
        (await made.SendAsync(bring)).At(".told").Should().Be("The snapshot was brought in.");
        bring.Files.Clear();
        (await made.SendAsync(bring.WithFile("file", "a.json", "{}"u8.ToArray()))).Text.Should().Contain("There is a snapshot of 1 February 2026 already");
    }

    [Theory, EveryDatabase]
    public async Task Coordinators_FromTheSamePage_TheSecondIsToldAndChangesNothing(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var (one, two) = ((await made.GoAsync("settings")).Form("/settings", "name").With("name", "The first name"), (await made.GoAsync("settings")).Form("/settings", "name").With("name", "The second name"));

        (await made.SendAsync(one)).Text.Should().Contain("Saved.");
        (await made.SendAsync(two)).Text.Should().Contain("Someone else changed this collaboration meanwhile");
        (await made.GoAsync()).At("h1").Should().Be("The first name");
    }

    [Theory, EveryDatabase]
    public async Task Close_WhileOthersSave_HasEveryAnswerThatWasAcknowledged(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind, null, NoLimits);
        var made = await server.MakeAsync(partners: string.Join('\n', Enumerable.Range(1, 6).Select(number => $"Partner {number}")));
        var people = new List<Answerer>();
        foreach (var link in made.RespondentLinks)
        {
            people.Add(await Answerer.EnterAsync(server, link));
        }

        await people[0].SaveAsync(people[0].Page.Form("/answer").Choices("a")[0]);
        var close = (await made.GoAsync()).Form("/close");
        using var begun = new SemaphoreSlim(0);

        // Each goes on until the round is closed, and counts what was acknowledged.
        var saving = people.Select(async one =>
        {
            var kept = one == people[0] ? 1 : 0;
            while (one.Path.Length > 0)
            {
                var form = one.Page.Form("/answer");
                var isAnswer = form.Choices("a").FirstOrDefault(choice => choice is not ("don't know" or "does not apply")) is { } answer;
                var page = await (isAnswer ? one.SaveAsync(form.Choices("a")[0]) : one.PressAsync("skip"));
                if (page.Status == HttpStatusCode.Conflict)
                {
                    break;
                }

                page.Status.Should().Be(HttpStatusCode.OK);
                kept += isAnswer ? 1 : 0;
                begun.Release();
            }

            return kept;
        }).ToList();
        for (var number = 0; number < 12; number++)
        {
            await begun.WaitAsync();
        }

        var closed = await made.SendAsync(close);
        var acknowledged = await Task.WhenAll(saving);

        closed.Address.AbsolutePath.Should().EndWith("/results");
        var rows = (await made.GoAsync()).Text;
        var sheets = await server.Store.SheetsAsync(made.Id, default);
        var snapshot = (await server.Store.SnapshotsAsync(made.Id, default)).Single();
        for (var at = 0; at < people.Count; at++)
        {
            var page = await people[at].GoAsync("answers");
            page.Text.Should().Contain("The round");
            sheets.Count(sheet => sheet.Answered == acknowledged[at]).Should().BeGreaterThan(0, $"{acknowledged[at]} answers were acknowledged to partner {at + 1}: {rows}");
        }

        sheets.Sum(sheet => sheet.Answered).Should().Be(acknowledged.Sum());
        foreach (var sheet in sheets.Where(sheet => sheet.Answered > 0))
        {
            var view = snapshot.Views.Single(each => each.Respondent == sheet.Respondent);
            CollaborationJson.Parse(view.Facts).Should().Be(Register.Answering.AnswerDesk.Read(CollaborationEvaluator.Default, sheet.Interview!).Collaboration);
        }
    }

    [Theory, EveryDatabase]
    public async Task Nodes_TwoOnOneDatabase_AreOneRegister(Kind kind)
    {
        Assert.SkipWhen(kind == Kind.Sqlite, "SQLite is for one program.");
        await using var database = await TestDatabase.MakeAsync(kind);
        var starting = await Task.WhenAll(RegisterServer.OnAsync(database), RegisterServer.OnAsync(database));
        await using var one = starting[0];
        await using var two = starting[1];
        var link = one.FirstLink ?? two.FirstLink;
        var (browser, home) = await one.EnterAsync(link!);
        var form = (await browser.GoAsync($"{home.Address.AbsolutePath}new")).Form("/new").With("name", "Everywhere").With("partners", "A");
        var made = await browser.SendAsync(form);
        var path = new Uri(made.NewLinks[1]).AbsolutePath;

        // A page of one node, sent to the other, twice.
        var there = await Answerer.EnterAsync(two, path);
        var here = await Answerer.EnterAsync(one, path);
        var answer = here.Filled(here.Page.Form("/answer").Choices("a")[0]).With("do", "save");
        (await there.SendAsync(answer, "save")).Text.Should().Contain("1 answered");
        (await here.SendAsync(answer, "save")).Text.Should().Contain("1 answered").And.NotContain("another window");
        (await CountAsync(one, "SELECT COUNT(*) FROM change WHERE subject LIKE 'sheet %'")).Should().Be(1);
    }

    private static async Task<long> CountAsync(RegisterServer server, string sql)
    {
        await using var connection = server.Database.Open();
        return await connection.QueryFirstAsync<long>(sql);
    }
}
