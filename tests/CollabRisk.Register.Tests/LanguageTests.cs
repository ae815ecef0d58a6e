using CollabRisk.Register.Tests.Harness;

namespace CollabRisk.Register.Tests;

/// <summary>A register whose people speak another language: what packs have words for is said in it, and pages say which language that is.</summary>
public class LanguageTests
{
    private const string Rota = "extensions.rcr.rotaShared";
    private const string AskedInDutch = "Plannen de meldkamers hun diensten samen?";
    private const string AskedInEnglish = "Do the control rooms plan their duty rotas together?";

    private static readonly string Pack = Path.Combine(Repository.Root, "samples", "packs", "regional-control-room");

    [Theory, EveryDatabase]
    public async Task Language_OfWhichAPackHasWords_IsThatOfQuestionsAnswersAndFindings(Kind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind);
        await using var server = await RegisterServer.OnAsync(database, null, $"--Register:Packs:0={Pack}", "--Register:Language=nl");
        var made = await server.MakeAsync(also: form => form.With("pack", "regional.control-room"));
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await AnswerToRotaAsync(police);

        police.Question.Should().Be(AskedInDutch);
        police.Page.Document.QuerySelector("#q [lang]")!.GetAttribute("lang").Should().Be("nl");
        (await police.SaveAsync("no")).At(".chg").Should().Contain(AskedInDutch, "what was just said is told by the question that was asked");
        police.Page.At("aside").Should().Contain("Te veel werk waar roosters niet passen").And.Contain("How many seconds does it usually take to hand a call over to the partner who must act? not known");

        var answers = await police.GoAsync("answers");
        answers.Text.Should().Contain(AskedInDutch).And.NotContain(AskedInEnglish);
        (await police.GoAsync($"change?path={Rota}")).At("#q").Should().Be(AskedInDutch);

        await made.CloseAsync("2026-03-01");
        (await made.GoAsync("results")).Text.Should().Contain("Te veel werk waar roosters niet passen");
        (await made.GoAsync("history")).Text.Should().Contain($"{AskedInDutch} no");
    }

    [Fact]
    public async Task Language_OnEveryPage_IsSaidBetweenTagsAndNeverInOne()
    {
        await using var database = await TestDatabase.MakeAsync(Kind.Sqlite);
        await using var server = await RegisterServer.OnAsync(database, null, $"--Register:Packs:0={Pack}", "--Register:Language=nl");
        var made = await server.MakeAsync(also: form => form.With("pack", "regional.control-room"));
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await AnswerToRotaAsync(police);
        await police.SaveAsync("no");
        var answers = await police.GoAsync("answers");
        answers.Document.QuerySelectorAll("a[aria-label]").Select(way => way.GetAttribute("aria-label")).Should().Contain($"Change the answer to “{AskedInDutch}”");
        List<Page> pages = [.. await MainPathTests.EveryPageAsync(police.Browser, answers)];
        await made.CloseAsync("2026-03-01");
        pages.AddRange(await MainPathTests.EveryPageAsync(made.Office, await made.GoAsync("results")));

        foreach (var page in pages.Where(page => page.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal)))
        {
            page.Document.All.SelectMany(element => element.Attributes, (_, attribute) => attribute.Name).Where(name => !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':'))
                .Should().BeEmpty("a tag within a tag leaves its words behind as names of attributes, on {0}", page.Address);
        }

        pages.Count(page => page.Html.Contains("lang=\"nl\"", StringComparison.Ordinal)).Should().BeGreaterThan(5);
    }

    [Theory, EveryDatabase]
    public async Task Language_SetLater_ChangesNoRules(Kind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind);
        MadeCollaboration made;
        await using (var english = await RegisterServer.OnAsync(database, null, $"--Register:Packs:0={Pack}"))
        {
            made = await english.MakeAsync(also: form => form.With("pack", "regional.control-room"));
            var police = await Answerer.EnterAsync(english, made.RespondentLinks[0]);
            await AnswerToRotaAsync(police);
            police.Question.Should().Be(AskedInEnglish);
            await police.SaveAsync("no");
        }

        await using var dutch = await RegisterServer.OnAsync(database, null, $"--Register:Packs:0={Pack}", "--Register:Language=nl-BE");
        var again = await Answerer.EnterAsync(dutch, made.RespondentLinks[0]);
        (await again.GoAsync("answers")).Text.Should().Contain(AskedInDutch);
        var (browser, office) = await dutch.EnterAsync(await dutch.OfficeLinkAsync());
        foreach (var part in new[] { "", "rules", "history" })
        {
            (await browser.GoAsync($"{office.Address.AbsolutePath}c/{made.Id}/{part}")).Text.Should().NotContain("The rules have changed");
        }
    }

    [Fact]
    public async Task Language_ThatIsNoneOrOfWhichNoPackHasWords_KeepsTheProgramFromStarting()
    {
        (await BackupTests.RunAsync("--Register:Language=Dutch please")).Errors.Should().Contain("Register:Language: 'Dutch please' is not a language. Write its tag, such as nl or de-AT.");
        (await BackupTests.RunAsync("--Register:Language=cy", $"--Register:Packs:0={Pack}")).Errors.Should().Contain("Register:Language: no rule pack of the register has words in 'cy'. There are: en, nl.");
    }

    private static async Task AnswerToRotaAsync(Answerer answerer)
    {
        for (var asked = 0; asked < 150 && answerer.Path != Rota; asked++)
        {
            await answerer.AnswerAllAsync(static (_, choices) => choices is [var first, ..] ? first : null, most: 1);
        }

        answerer.Path.Should().Be(Rota);
    }
}
