using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace CollabRisk.AspNetCore.Tests;

/// <summary>What the endpoints of CollabRisk answer.</summary>
public partial class MapCollabRiskTests
{
    private const string NoVision = """{ "vision": { "exists": false }, "partners": [{ "name": "Police", "role": "Lead" }] }""";

    [Theory]
    [InlineData("evaluate", "collabrisk/compact-assessment/1")]
    [InlineData("evaluate?detail=compact", "collabrisk/compact-assessment/1")]
    [InlineData("evaluate?detail=full", "collabrisk/assessment/2")]
    [InlineData("explain?code=VISION-ABSENT", "collabrisk/explanation/2")]
    [InlineData("what-if?change=vision.exists%3Dyes&change=partners%5BPolice%5D.role%3DNonLead", "collabrisk/difference/2")]
    [InlineData("remedies?code=VISION-ABSENT", "collabrisk/remedies/2")]
    [InlineData("remedies?target=moderate", "collabrisk/remedies/2")]
    [InlineData("next", "collabrisk/questions/1")]
    [InlineData("next?count=2", "collabrisk/questions/1")]
    [InlineData("next?form=short", "collabrisk/questions/1")]
    public async Task Post_EachQuestion_IsAnsweredInItsSchemaAndAsText(string question, string schema)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync($"/collabrisk/{question}", NoVision);
        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Json.GetProperty("schema").GetString().Should().Be(schema);
        var text = await host.PostAsync($"/collabrisk/{question}", NoVision, accept: "text/plain");
        text.Status.Should().Be(HttpStatusCode.OK);
        text.MediaType.Should().Be("text/plain");
        text.Text.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("evaluate", "CollabRisk assessment")]
    [InlineData("what-if?change=vision.exists%3Dyes", "CollabRisk comparison")]
    public async Task Post_AcceptingHtml_IsAnsweredWithTheReport(string question, string kind)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var page = await host.PostAsync($"/collabrisk/{question}", NoVision, accept: "text/html");
        page.Status.Should().Be(HttpStatusCode.OK);
        page.MediaType.Should().Be("text/html");
        page.Text.Should().StartWith("<!DOCTYPE html>").And.Contain(kind);
        page.Text.Should().Contain(ReportExtensions.ContentSecurityPolicy);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/collabrisk/{question}") { Content = new StringContent(NoVision, Encoding.UTF8, "application/json"), Headers = { { "Accept", "text/html" } } };
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Headers.GetValues("Content-Security-Policy").Should().Equal(ReportExtensions.ContentSecurityPolicy);
        (await host.PostAsync("/collabrisk/explain?code=VISION-ABSENT", NoVision, accept: "text/html")).MediaType.Should().Be("application/json", "there is no page for it");
        (await host.PostAsync("/collabrisk/evaluate", NoVision, accept: "text/html;q=0.5, application/json")).MediaType.Should().Be("application/json");
    }

    private const string Days = """{ "one": { "asOf": "2024-01-01", "vision": { "exists": false } }, "other": { "asOf": "2026-01-01" } }""";

    private const string Views = """{ "Police": { "name": "Room", "vision": { "exists": true } }, "Fire": { "vision": { "exists": false } } }""";

    [Theory]
    [InlineData("timeline", Days, "collabrisk/timeline/1", "CollabRisk timeline", "2 snapshots, 1 January 2024 to 1 January 2026")]
    [InlineData("perspectives", Views, "collabrisk/perspectives/2", "CollabRisk perspectives", "2 views, each given alone, shown as answers alone")]
    [InlineData("compare", """{ "before": { "vision": { "exists": false } }, "after": {} }""", "collabrisk/difference/2", "CollabRisk comparison", "It fell, but nothing shows an improvement.")]
    public async Task Post_SeveralCollaborations_AreAnsweredInEveryForm(string question, string body, string schema, string page, string markdown)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        (await host.PostAsync($"/collabrisk/{question}", body)).Json.GetProperty("schema").GetString().Should().Be(schema);
        (await host.PostAsync($"/collabrisk/{question}", body, accept: "text/plain")).MediaType.Should().Be("text/plain");
        var html = await host.PostAsync($"/collabrisk/{question}", body, accept: "text/html");
        html.Text.Should().StartWith("<!DOCTYPE html>").And.Contain(page);
        (await host.PostAsync($"/collabrisk/{question}?format=html", body)).Should().BeEquivalentTo(new { html.Text, html.MediaType });
        var md = await host.PostAsync($"/collabrisk/{question}?format=markdown", body);
        (md.MediaType, md.Text.Contains(markdown, StringComparison.Ordinal)).Should().Be(("text/markdown", true));
        (await host.PostAsync($"/collabrisk/{question}", body, accept: "application/sarif+json")).Json.GetProperty("version").GetString().Should().Be("2.1.0");
        (await host.PostAsync($"/collabrisk/{question}?format=csv", body, accept: "text/html")).MediaType.Should().Be("text/csv", "the query goes before the header");
    }

    [Theory]
    [InlineData("report", NoVision, "text/html", "CollabRisk assessment")]
    [InlineData("report?format=markdown", NoVision, "text/markdown", "# Collaboration without a name")]
    [InlineData("report?format=sarif", NoVision, "application/sarif+json", "VISION-ABSENT")]
    [InlineData("report?format=csv", NoVision, "text/csv", "VISION-ABSENT")]
    [InlineData("portfolio?title=Ours", Days, "text/html", ">Ours</h1>")]
    [InlineData("portfolio?format=markdown", Days, "text/markdown", "# Portfolio\n\n2 collaborations")]
    [InlineData("portfolio?format=sarif", Days, "application/sarif+json", "\"id\": \"other\"")]
    [InlineData("portfolio?format=csv", Days, "text/csv", "\"one\",\"2024-01-01\"")]
    public async Task Post_Report_IsWrittenInTheFormThatIsAskedFor(string question, string body, string mediaType, string holds)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync($"/collabrisk/{question}", body);
        (reply.Status, reply.MediaType).Should().Be((HttpStatusCode.OK, mediaType));
        reply.Text.Should().Contain(holds);
    }

    [Fact]
    public async Task Perspectives_AsAReport_TellWhoSaysWhatOnlyWhereTheyMay()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        (await host.PostAsync("/collabrisk/perspectives?format=html", Views)).Text.Should().NotContain("Police").And.NotContain("<b>A</b>");
        (await host.PostAsync("/collabrisk/perspectives?format=html&smallestGroup=2", Views)).Text.Should().NotContain("Police").And.Contain("<b>A</b>");
        (await host.PostAsync("/collabrisk/perspectives?format=html&names=yes", Views)).Text.Should().Contain("<b>Police</b>: yes");
    }

    [Theory]
    [InlineData("timeline", "{ \"a\": { \"vision\": { \"exist\": 1 } },\n \"b\": { \"vision\": 1 }, \"b\": {} }", "1,22 a.vision.exist", "2,19 b.vision", ", b")]
    [InlineData("perspectives", "{ \"a\": { \"vision\": { \"exist\": 1 } },\n \"b\": { \"vision\": 1 }, \"\": {} }", "1,22 a.vision.exist", "2,19 b.vision", "2,28")]
    [InlineData("portfolio", "{}", ", ")]
    [InlineData("timeline", "[]", ", ")]
    [InlineData("timeline", "{ \"a\": {}, \"b\": {} }", ", : Snapshot 1 has no day.", ", : Snapshot 2 has no day.")]
    [InlineData("perspectives", "{ \"Police\": {}, \" police\": {} } x", "1,")]
    [InlineData("compare", "{ \"befor\": {} }", ", before: The member 'before' is missing.", ", after: ", ", befor: The member 'befor' has no meaning here. Did you mean 'before'?")]
    [InlineData("portfolio", "{ \"\\ud800\": {} }", ", ")]
    public async Task Post_SeveralCollaborationsOfWhichSomeAreWrong_TellsEveryProblemWithItsPart(string question, string body, params string[] places)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync($"/collabrisk/{question}", body);
        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Problems.Should().HaveCount(places.Length);
        places.Zip(reply.Problems).Should().AllSatisfy(pair => pair.Second.Should().StartWith(pair.First));
    }

    [Fact]
    public async Task Post_MoreOrLargerCollaborationsThanAllowed_AreRefused()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk(), limits: options =>
        {
            options.MaxCollaborations = 2;
            options.MaxBodyBytes = 100;
            options.MaxBodyBytesOfMany = 500;
        });
        (await host.PostAsync("/collabrisk/portfolio", """{ "a": {}, "b": {}, "c": {} }""")).Problems.Should().Equal(", : There are 3 collaborations; at most 2 are taken at once here.");
        var large = $$"""{ "a": { "name": "{{new string('x', 200)}}" }, "b": {} }""";
        (await host.PostAsync("/collabrisk/portfolio", large)).Problems.Should().Equal("1,8 a: A collaboration has at most 100 bytes here.");
        (await host.PostAsync("/collabrisk/portfolio", large.Replace("\"b\"", $"\"{new string('b', 500)}\"", StringComparison.Ordinal))).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Next_FormAndWording_AreFollowed()
    {
        var book = CollaborationEvaluator.Default.RuleBook;
        var first = CollaborationEvaluator.Default.NextQuestions(new(), 1, InterviewForm.Short)[0];
        QuestionWording Words(string question) => QuestionWording.Read($$"""{ "{{first.Fact.Path}}": { "question": "{{question}}" } }""", book.Facts).Value!;
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk(), limits: options =>
        {
            options.Wordings["cy"] = Words("Beth?");
            options.Wordings[""] = Words("What?");
        });
        (await host.PostAsync("/collabrisk/next?count=1&form=short", "{}")).Text.Should().Contain("What?");
        (await host.PostAsync("/collabrisk/next?count=1&form=short&wording=CY", "{}")).Text.Should().Contain("Beth?").And.Contain(first.Path);
        (await host.PostAsync("/collabrisk/next?wording=cz", "{}")).Problems.Should().Equal(", wording: The application has no words of the name 'cz'. Did you mean 'cy'?");
        (await host.PostAsync("/collabrisk/next?count=20&form=short", "{}")).Json.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("path").GetString())
            .Should().Equal(CollaborationEvaluator.Default.NextQuestions(new(), 20, InterviewForm.Short).Select(question => question.Path));
    }

    [Fact]
    public async Task Post_EveryCase_IsWhatTheLibraryAnswers()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json").Take(8))
        {
            var json = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            (await host.PostAsync("/collabrisk/evaluate?detail=full", json)).Text.Should().Be(
                CollaborationEvaluator.Default.Evaluate(CollaborationJson.Parse(json)).ToJson(AssessmentDetail.Full, indented: false));
        }
    }

    [Fact]
    public async Task Compare_TwoCollaborations_SaysWhatDiffers()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync("/collabrisk/compare", """{ "before": { "vision": { "exists": false } }, "after": { "vision": { "exists": true } } }""");
        reply.Json.GetProperty("schema").GetString().Should().Be("collabrisk/difference/2");
        reply.Text.Should().Contain("VISION-ABSENT");
    }

    [Theory]
    [InlineData("{\n  \"before\": { \"vision\": { \"exist\": 1 } },\n  \"after\": {\n    \"vision\": { \"exist\": 1 } }\n}", "2,27 before.vision.exist", "4,17 after.vision.exist")]
    [InlineData("{ \"before\": {} }", ", after")]
    [InlineData("{ \"before\": {}, \"afer\": {} }", ", after", ", afer")]
    [InlineData("{ \"before\": {}, \"before\": {} }", ", after", ", before")]
    [InlineData("[]", ", ")]
    [InlineData("{ \"before\": {} ", "1,")]
    public async Task Compare_SomethingWrong_SaysWhere(string body, params string[] places)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync("/collabrisk/compare", body);
        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Problems.Should().HaveCount(places.Length);
        places.Zip(reply.Problems).Should().AllSatisfy(pair => pair.Second.Should().StartWith(pair.First));
    }

    [Theory]
    [InlineData("explain", ", code: It is missing. The code of the rule.")]
    [InlineData("explain?code=VISION-ABSNT", ", : No rule has the code 'VISION-ABSNT'. Did you mean 'VISION-ABSENT'?")]
    [InlineData("explain?cod=VISION-ABSENT", ", cod: This parameter has no meaning here. Did you mean 'code'?")]
    [InlineData("evaluate?detail=ful", ", detail: 'ful' is not one of its words. Did you mean 'full'?")]
    [InlineData("evaluate?detail=full&detail=compact", ", detail: It is given more than once.")]
    [InlineData("what-if", ", change: It is missing.")]
    [InlineData("what-if?change=vision.exist%3Dyes", ", change: ")]
    [InlineData("remedies", ", code: Give either 'code', what should be clear, or 'target', the highest level that may remain.")]
    [InlineData("remedies?code=NO-SUCH-RULE", ", : No rule has the code 'NO-SUCH-RULE'.")]
    [InlineData("remedies?target=Low&subject=Police", ", subject: It says which finding of a rule should be clear, and means nothing without 'code'. Leave it out.")]
    [InlineData("remedies?target=severe", ", target: 'severe' is not one of its words.")]
    [InlineData("next?count=0", ", count: '0' is not a number from 1 to 20.")]
    [InlineData("next?count=1000", ", count: '1000' is not a number from 1 to 20.")]
    [InlineData("next?form=shrt", ", form: 'shrt' is not one of its words. Did you mean 'short'?")]
    [InlineData("next?form=short&wording=cy", ", wording: The application has no words of the name 'cy'.")]
    [InlineData("report?format=json", ", format: 'json' is not one of its words.")]
    [InlineData("perspectives?smallestGroup=1", ", smallestGroup: '1' is not a number of at least 2.")]
    [InlineData("perspectives?names=maybe", ", names: 'maybe' is not one of its words.")]
    public async Task Post_QueryIsWrong_SaysWhatIsAllowed(string question, string problem)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync($"/collabrisk/{question}", NoVision);
        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Problems.Should().Contain(each => each.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_CollaborationIsWrong_IsRefusedByEveryQuestion()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        foreach (var question in new[] { "evaluate", "explain?code=VISION-ABSENT", "what-if?change=vision.exists%3Dyes", "remedies?target=low", "next" })
        {
            (await host.PostAsync($"/collabrisk/{question}", """{ "vision": { "exists": "maybe" } }""")).Problems
                .Should().ContainSingle().Which.Split(": ")[0]
                .Should().Be("1,25 vision.exists");
        }
    }

    [Fact]
    public async Task Post_TooManyPartnersForASearch_AreStillEvaluated()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk(), limits: options => options.MaxPartnersToSearch = 1);
        const string Two = """{ "partners": [{ "name": "Police" }, { "name": "Fire" }] }""";
        (await host.PostAsync("/collabrisk/next", Two)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await host.PostAsync("/collabrisk/remedies?target=low", Two)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await host.PostAsync("/collabrisk/evaluate", Two)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_FactsAndRules_AreThoseOfTheRuleBook()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var book = CollaborationEvaluator.Default.RuleBook;
        var facts = (await host.GetAsync("/collabrisk/facts")).Json.GetProperty("facts");
        facts.EnumerateArray().Select(fact => fact.GetProperty("path").GetString()).Should().Equal(book.Facts.Facts.Select(fact => fact.Path));
        var rules = (await host.GetAsync("/collabrisk/rules")).Json;
        rules.GetProperty("ruleBook").GetString().Should().Be(book.Digest);
        rules.GetProperty("rules").GetArrayLength().Should().Be(book.Rules.Count);
        var rule = (await host.GetAsync("/collabrisk/rules/VISION-ABSENT")).Json;
        rule.GetProperty("title").GetString().Should().Be("No shared vision");
        var none = await host.GetAsync("/collabrisk/rules/VISION-ABSNT");
        none.Status.Should().Be(HttpStatusCode.NotFound);
        none.Problems
            .Should().ContainSingle().Which
            .Should().Be(", code: No rule has the code 'VISION-ABSNT'. Did you mean 'VISION-ABSENT'?");
    }

    [Fact]
    public async Task Get_OpenApi_DescribesEveryEndpointAndEveryReferenceIsThere()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.GetAsync("/collabrisk/openapi.json");
        var document = reply.Json;
        document.GetProperty("openapi").GetString().Should().Be("3.1.0");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        JsonElement.DeepEquals(JsonDocument.Parse(CollaborationJson.Schema).RootElement, schemas.GetProperty("collaboration")).Should().BeTrue();
        var missing = Reference.Matches(reply.Text).Select(match => match.Groups[1].Value).Distinct().Where(name => !schemas.TryGetProperty(name, out _)).ToList();
        missing.Should().BeEmpty();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var method = path.Value.EnumerateObject().Single().Name;
            var there = method == "post" ? await host.PostAsync($"/collabrisk{path.Name}", "{") : await host.GetAsync($"/collabrisk{path.Name.Replace("{code}", "VISION-ABSENT", StringComparison.Ordinal)}");
            there.Status.Should().Be(method == "post" ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task MapCollabRisk_WithAName_UsesItsRules()
    {
        await using var host = await WebHost.StartAsync(
            app =>
            {
                app.MapCollabRisk();
                app.MapCollabRisk("/kent", "kent");
            },
            services => services.AddCollabRisk("kent", options => options.SwitchOff("VISION-ABSENT", "Kent asks elsewhere")));
        Codes(await host.PostAsync("/collabrisk/evaluate", NoVision)).Should().Contain("VISION-ABSENT");
        Codes(await host.PostAsync("/kent/evaluate", NoVision)).Should().NotContain("VISION-ABSENT");

        static IEnumerable<string?> Codes(Reply reply) => reply.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString());
    }

    [Fact]
    public void MapCollabRisk_WithoutServices_SaysWhatToCall()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        Invoking(() => app.MapCollabRisk()).Should().ThrowExactly<InvalidOperationException>().WithMessage("*AddCollabRiskAspNetCore()*");
    }

    [Fact]
    public async Task Options_ThatAreWrong_StopTheStart()
    {
        var error = (await Awaiting(() => WebHost.StartAsync(_ => { }, limits: options =>
        {
            options.MaxBodyBytes = 0;
            options.MaxPartnersToSearch = 0;
            options.MaxQuestions = 0;
            options.MaxCollaborations = 1;
            options.MaxBodyBytesOfMany = 0;
            options.Wordings["cy"] = null!;
            options.Remedies = null!;
        })).Should().ThrowExactlyAsync<OptionsValidationException>()).Which;
        error.Failures.Should().HaveCount(7);
    }

    [GeneratedRegex("#/components/schemas/([^\"]+)")]
    private static partial Regex Reference { get; }
}
