using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CollabRisk.Register.Tests.Harness;
using Dapper;

namespace CollabRisk.Register.Tests;

/// <summary>What is brought in is looked at as a whole before any of it is kept, and one collaboration that went wrong takes no page from the others.</summary>
public class ImportTests
{
    private static readonly (string Says, Action<JsonObject> Change)[] Garbage =
    [
        ("name: a name must not be empty", each => each["collaboration"]!["name"] = " "),
        ("partners[0]: the name 'a\\u200B' has an invisible character", each => each["collaboration"]!["partners"] = new JsonArray("a\u200b")),
        ("partners: 'a' is there twice", each => each["collaboration"]!["partners"] = new JsonArray("a", "a")),
        ("formerNames: 'police' is a partner of now. A former name is no one's name.", each => each["collaboration"]!["formerNames"] = new JsonArray(new JsonObject { ["name"] = "police", ["now"] = "a" })),
        ("formerNames: 'b' is itself a former name. Write what it is called now, 'c'.", each => each["collaboration"]!["formerNames"] = new JsonArray(new JsonObject { ["name"] = "a", ["now"] = "b" }, new JsonObject { ["name"] = "b", ["now"] = "c" })),
        ("respondents: 'x' is not an id of a respondent", each => each["collaboration"]!["respondents"]![0]!["id"] = "x"),
        ("respondents: two have the id", each => each["collaboration"]!["respondents"]![1]!["id"] = (string?)each["collaboration"]!["respondents"]![0]!["id"]),
        ("smallestGroup: '-3' is not a number of respondents from 2 to 100", each => each["collaboration"]!["smallestGroup"] = -3),
        ("naming: '7' is neither 'Names' nor 'Letters'", each => each["collaboration"]!["naming"] = 7),
        ("form: '9' is neither 'Short' nor 'Full'", each => each["collaboration"]!["form"] = 9),
        ("plan: ", each => each["collaboration"]!["plan"] = "garbage"),
        ("rounds[0].number: it is 5", each => each["collaboration"]!["rounds"]![0]!["number"] = 5),
        ("rounds[0].closedOn: 1 March 2062 is still to come", each => each["collaboration"]!["rounds"]![0]!["closedOn"] = "2062-03-01"),
        ("sheets[0].respondent: 'x' is not among the respondents", each => each["sheets"]![0]!["respondent"] = "x"),
        ("sheets[0].round: there is not a round 8", each => each["sheets"]![0]!["round"] = 8),
        ("sheets[0].interview: it is not a JSON object", each => each["sheets"]![0]!["interview"] = "garbage"),
        ("sheets[0].changedOn: it is missing", each => each["sheets"]![0]!["changedOn"] = null),
        ("sheets: a respondent has two of one round", each => each["sheets"]!.AsArray().Add(each["sheets"]![0]!.DeepClone())),
        ("snapshots[0].day: 1 January 0001 is before 1900", each => each["snapshots"]![0]!["day"] = "0001-01-01"),
        ("snapshots: two are of 2026-03-01", each => each["snapshots"]!.AsArray().Add(each["snapshots"]![0]!.DeepClone())),
        ("snapshots[0].views[1].facts: ", each => each["snapshots"]![0]!["views"]![1]!["facts"] = "{\"vison\":1}"),
        ("snapshots[0]: A view needs a holder", each => each["snapshots"]![0]!["views"]![0]!["holder"] = ""),
        ("snapshots[0]: Police has 2 views", each => each["snapshots"]![0]!["views"]!.AsArray().ToList().ForEach(view => view!["holder"] = "Police")),
        ("changes[0].detail: it is not a JSON object with names that differ", each => each["changes"]![0]!["detail"] = "{\"a\":\"1\",\"a\":\"2\"}"),
        ("changes[0].version: '-1' is not a number from 1", each => each["changes"]![0]!["version"] = -1),
        ("changes[0]: it has a NUL character", each => each["changes"]![0]!["what"] = "a\0b"),
        ("rounds: there is none", each => each["collaboration"]!["rounds"] = new JsonArray()),
        ("partners: 'a' is there twice", each => each["collaboration"]!["partners"] = new JsonArray("a", " A")),
        ("partners: '\u0622\u062A\u0634\u200C\u0646\u0634\u0627\u0646\u06CC' is there twice", each => each["collaboration"]!["partners"] = new JsonArray("\u0622\u062A\u0634\u200C\u0646\u0634\u0627\u0646\u06CC", "\u0622\u062A\u0634\u0646\u0634\u0627\u0646\u06CC")),
        ("respondents: two are called 'police'", each => (each["collaboration"]!["respondents"]![0]!["name"], each["collaboration"]!["respondents"]![1]!["name"]) = ("police", "Police")),
        ("sheets[0].version: '0' is not a number from 1 on", each => each["sheets"]![0]!["version"] = 0),
        ("one of its lists has null in it", each => each["snapshots"]![0]!["views"]![0] = null),
    ];

    [Fact]
    public async Task Import_WhatNoRegisterWrites_IsNotKept()
    {
        await using var server = await RegisterServer.StartAsync();
        var made = await ClosedAsync(server);
        var export = (await made.GoAsync("export.json")).Html;
        foreach (var (says, change) in Garbage)
        {
            var page = await ImportAsync(made, Changed(export, change));
            page.Status.Should().Be(HttpStatusCode.UnprocessableEntity, says);
            page.At(".wrong").Should().Contain("export.json").And.Contain(says);
        }

        var all = await ImportAsync(made, Changed(export, each => Array.ForEach(Garbage[..13], garbage => garbage.Change(each))));
        all.At(".wrong h2").Should().MatchRegex("^1[0-9] things are wrong$", "all that is wrong is said at once");
        (await ImportAsync(made, "{\"format\":\"\\ud800\"}")).At(".wrong").Should().Contain("its format is \"\\ud800\"");
        (await made.Office.GoAsync(made.OfficeHome)).Text.Should().Contain("1 collaboration ");
        (await ImportAsync(made, "<html>")).At(".wrong").Should().Contain("export.json: it is not what a register exports").And.Contain("or a collaboration as JSON that the tool collabrisk writes");
        var twice = await ImportAsync(made, export);
        twice.At(".told").Should().ContainAll("1 collaboration was brought in: Shared control room.", "There was one of the same name already: Shared control room.", "it is here twice now");
        (await made.Office.GoAsync(made.OfficeHome)).Text.Should().Contain("2 collaborations");
    }

    [Theory, EveryDatabase]
    public async Task Office_OneThatCannotBeAssessed_IsListedApart(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var bad = await ClosedAsync(server);
        var (browser, home) = (bad.Office, bad.OfficeHome);
        await PortfolioTests.ImportAsync(browser, home, "firecontrol");
        await using (var connection = server.Database.Open())
        {
            (await connection.ExecuteAsync("UPDATE snapshot SET body = REPLACE(body, '\"holder\":\"Police\"', '\"holder\":\"\"') WHERE entry = @Id", new { bad.Id })).Should().Be(1);
        }

        var page = await browser.GoAsync(home);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.At("section[aria-labelledby=h-not-assessed]").Should().Be("Not assessedShared control room: Its snapshot of 1 March 2026 cannot be assessed. Where that failed is in the log of the register.");
        page.Ways.Should().Contain(way => way.EndsWith("/results", StringComparison.Ordinal));
        server.Log.All.Should().Contain(line => line.Contains("NotAssessed", StringComparison.Ordinal) && line.Contains("System.ArgumentException", StringComparison.Ordinal));
        foreach (var form in new[] { "html", "md", "csv", "sarif" })
        {
            (await browser.GoAsync($"{home}portfolio.{form}")).Html.Should().Contain("Shared control room: Its snapshot of 1 March 2026 cannot be assessed.", "a {0} does not leave out in silence what the page lists", form);
        }

        // Whether it would fit is not known: a filter does not leave it out.
        (await browser.GoAsync($"{home}?name=fire")).At("section[aria-labelledby=h-not-assessed]").Should().Contain("Shared control room");
        (await browser.GoAsync($"{home}portfolio.md?name=fire")).Html.Should().Contain("Shared control room: Its snapshot of 1 March 2026 cannot be assessed.");

        using var api = new ApiTests.Api(server, await server.OfficeLinkAsync());
        var listed = (await api.GetAsync("collaborations")).Json.EnumerateArray().Single(each => each.GetProperty("id").GetString() == bad.Id);
        listed.GetProperty("problem").GetString().Should().Contain("cannot be assessed");
        (await api.GetAsync($"collaborations/{bad.Id}")).Status.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<MadeCollaboration> ClosedAsync(RegisterServer server)
    {
        var (made, _) = await TimeTests.AnsweredAsync(server, "no");
        var fire = await Answerer.EnterAsync(server, made.RespondentLinks[1]);
        await fire.AnswerAllAsync(Answerer.First, most: 2);
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync("plan")).Form("/plan").With("owner", "R. Okafor"));
        return made;
    }

    private static string Changed(string export, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(export)!;
        change(json["collaborations"]![0]!.AsObject());
        return json.ToJsonString();
    }

    private static async Task<Page> ImportAsync(MadeCollaboration made, string export) =>
        await made.SendAsync((await made.Office.GoAsync($"{made.OfficeHome}import")).Form("/import").WithFile("file", "export.json", Encoding.UTF8.GetBytes(export)));
}
