using System.Net;
using System.Text.Json;
using CollabRisk.Register.Tests.Harness;

namespace CollabRisk.Register.Tests;

/// <summary>All collaborations: filters, downloads, import and export.</summary>
public class PortfolioTests
{
    [Theory, EveryDatabase]
    public async Task Portfolio_Filters_ShowWhatFits(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (browser, home) = await server.EnterOfficeAsync();
        var start = home.Address.AbsolutePath;
        var imported = await ImportAsync(browser, start, "joint-it-department-early", "joint-it-department-late", "firecontrol");
        imported.Status.Should().Be(HttpStatusCode.OK);
        imported.At(".told").Should().StartWith("3 collaborations were brought in: ").And.NotContain("already");
        imported = await browser.GoAsync(start);

        var all = imported.Ways.Count(way => way.EndsWith("/results", StringComparison.Ordinal));
        all.Should().Be(3);
        var fire = await browser.SendAsync(imported.Form(start).With("name", "fire"));
        fire.Ways.Count(way => way.EndsWith("/results", StringComparison.Ordinal)).Should().BeInRange(1, 2);
        var none = await browser.SendAsync(imported.Form(start).With("name", "<script>alert(1)</script>"));
        none.Text.Should().Contain("None of them has results that fit");
        none.Html.Should().NotContain("<script>alert");
        var found = imported.Document.QuerySelectorAll("select[name=found] option").Select(option => option.GetAttribute("value")!).First(code => code.Length > 0);
        (await browser.SendAsync(imported.Form(start).With("found", found))).Ways.Count(way => way.EndsWith("/results", StringComparison.Ordinal)).Should().BeInRange(1, 3);
        foreach (var form in new[] { "html", "md", "xlsx", "csv", "sarif" })
        {
            (await browser.GoAsync($"{start}portfolio.{form}?name=fire")).Status.Should().Be(HttpStatusCode.OK, form);
        }

        (await browser.GoAsync($"{start}portfolio.docx")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task Import_TheSameFileTwice_BothAreShown(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (browser, home) = await server.EnterOfficeAsync();
        await ImportAsync(browser, home.Address.AbsolutePath, "firecontrol");
        var twice = await ImportAsync(browser, home.Address.AbsolutePath, "firecontrol");
        twice.At(".told").Should().Contain("it is here twice now");
        twice = await browser.GoAsync(home.Address.AbsolutePath);
        twice.Text.Should().Contain("2 collaborations");
        twice.Ways.Count(way => way.EndsWith("/results", StringComparison.Ordinal)).Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task Import_TheSameFormTwice_IsKeptOnce(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (browser, home) = await server.EnterOfficeAsync();
        var form = (await browser.GoAsync($"{home.Address.AbsolutePath}import")).Form("/import").WithFile("file", "a.json", Cases.Bytes("firecontrol"));
        await browser.SendAsync(form);
        (await browser.SendAsync(form)).At(".told").Should().Be("This was brought in before, and is here once.");
        (await browser.GoAsync(home.Address.AbsolutePath)).Text.Should().Contain("1 collaboration");
    }

    [Theory, EveryDatabase]
    public async Task Import_TheSameFormTwiceAtOnce_SaysItBroughtItInOnce(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (browser, home) = await server.EnterOfficeAsync();
        var form = (await browser.GoAsync($"{home.Address.AbsolutePath}import")).Form("/import").WithFile("file", "a.json", Cases.Bytes("firecontrol"));

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => browser.SendAsync(form)));

        both.Select(page => page.At(".told")).Should().ContainSingle(told => told == "This was brought in before, and is here once.").And.ContainSingle(told => told.StartsWith("1 collaboration was brought in", StringComparison.Ordinal));
        (await browser.GoAsync($"{home.Address.AbsolutePath}audit")).Text.Split("Brought in 1 collaboration.").Should().HaveCount(2, "it is noted once");
    }

    [Theory, EveryDatabase]
    public async Task Export_AndImport_BringEverythingBack(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync("plan")).Form("/plan").With("owner", "R. Okafor").With("due", "2026-06-30"));
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.AnswerAllAsync(Answerer.First, most: 3);
        await made.CloseAsync("2026-09-01");
        var export = (await made.GoAsync("export.json")).Html;

        await using var other = await RegisterServer.StartAsync(kind);
        var (browser, home) = await other.EnterOfficeAsync();
        var imported = await browser.SendAsync((await browser.GoAsync($"{home.Address.AbsolutePath}import")).Form("/import").WithFile("file", "export.json", System.Text.Encoding.UTF8.GetBytes(export)));
        imported.At(".told").Should().Be("1 collaboration was brought in: Shared control room.");
        var there = (await browser.GoAsync(home.Address.AbsolutePath)).Ways.First(way => way.EndsWith("/results", StringComparison.Ordinal))[..^"results".Length];

        foreach (var part in new[] { "results", "results?day=2026-03-01", "time", "plan" })
        {
            (await browser.GoAsync($"{there}{part}")).At("main").Should().Be((await made.GoAsync(part)).At("main"), part);
        }

        (await browser.GoAsync($"{there}history")).Text.Should().ContainAll("brought in from an export", "Round 2 was closed", "Round 1 was closed");
        var again = JsonDocument.Parse((await browser.GoAsync($"{there}export.json")).Html).RootElement.GetProperty("collaborations")[0];
        var before = JsonDocument.Parse(export).RootElement.GetProperty("collaborations")[0];
        again.GetProperty("snapshots").GetArrayLength().Should().Be(2);
        again.GetProperty("sheets").GetArrayLength().Should().Be(before.GetProperty("sheets").GetArrayLength());
        again.GetProperty("collaboration").GetProperty("plan").GetString().Should().Be(before.GetProperty("collaboration").GetProperty("plan").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Import_WhatCannotBeTaken_ChangesNothingAndNamesEachFile(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (browser, home) = await server.EnterOfficeAsync();
        var form = (await browser.GoAsync($"{home.Address.AbsolutePath}import")).Form("/import")
            .WithFile("file", "good.json", Cases.Bytes("firecontrol")).WithFile("file", "broken.json", "{"u8.ToArray())
            .WithFile("file", "other.json", "{\"format\":\"something/1\"}"u8.ToArray()).WithFile("file", "half.json", "{\"format\":\"collabrisk-register/1\"}"u8.ToArray())
            .WithFile("file", "nulls.json", "{\"format\":\"collabrisk-register/1\",\"collaborations\":[null]}"u8.ToArray())
            .WithFile("file", "number.json", "{\"format\":1}"u8.ToArray());

        var page = await browser.SendAsync(form);

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.At(".wrong").Should().ContainAll("broken.json", "other.json", "half.json", "nulls.json", "number.json").And.NotContain("good.json");
        (await browser.GoAsync(home.Address.AbsolutePath)).Text.Should().Contain("There is not a collaboration yet");
    }

    internal static async Task<Page> ImportAsync(Browser browser, string home, params string[] cases)
    {
        var form = (await browser.GoAsync($"{home}import")).Form("/import");
        foreach (var name in cases)
        {
            form.WithFile("file", $"{name}.json", Cases.Bytes(name));
        }

        return await browser.SendAsync(form);
    }
}
