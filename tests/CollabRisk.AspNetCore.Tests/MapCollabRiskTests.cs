using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
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
    [InlineData("evaluate?detail=full", "collabrisk/assessment/1")]
    [InlineData("explain?code=VISION-ABSENT", "collabrisk/explanation/1")]
    [InlineData("what-if?change=vision.exists%3Dyes&change=partners%5BPolice%5D.role%3DNonLead", "collabrisk/difference/1")]
    [InlineData("remedies?code=VISION-ABSENT", "collabrisk/remedies/1")]
    [InlineData("remedies?target=moderate", "collabrisk/remedies/1")]
    [InlineData("next", "collabrisk/questions/1")]
    [InlineData("next?count=2", "collabrisk/questions/1")]
    public async Task Post_EachQuestion_IsAnsweredInItsSchemaAndAsText(string question, string schema)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync($"/collabrisk/{question}", NoVision);
        Assert.Equal((HttpStatusCode.OK, schema), (reply.Status, reply.Json.GetProperty("schema").GetString()));
        var text = await host.PostAsync($"/collabrisk/{question}", NoVision, accept: "text/plain");
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (text.Status, text.MediaType));
        Assert.NotEmpty(text.Text);
    }

    [Fact]
    public async Task Post_EveryCase_IsWhatTheLibraryAnswers()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json").Take(8))
        {
            var json = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(
                CollaborationEvaluator.Default.Evaluate(CollaborationJson.Parse(json)).ToJson(AssessmentDetail.Full, indented: false),
                (await host.PostAsync("/collabrisk/evaluate?detail=full", json)).Text);
        }
    }

    [Fact]
    public async Task Compare_TwoCollaborations_SaysWhatDiffers()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync("/collabrisk/compare", """{ "before": { "vision": { "exists": false } }, "after": { "vision": { "exists": true } } }""");
        Assert.Equal("collabrisk/difference/1", reply.Json.GetProperty("schema").GetString());
        Assert.Contains("VISION-ABSENT", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"before\": { \"vision\": { \"exist\": 1 } },\n  \"after\": {\n    \"vision\": { \"exist\": 1 } }\n}", "2,27 before.vision.exist", "4,17 after.vision.exist")]
    [InlineData("{ \"before\": {} }", ", after")]
    [InlineData("{ \"before\": {}, \"afer\": {} }", ", afer")]
    [InlineData("{ \"before\": {}, \"before\": {} }", ", before")]
    [InlineData("[]", ", ")]
    [InlineData("{ \"before\": {} ", "1,")]
    public async Task Compare_SomethingWrong_SaysWhere(string body, params string[] places)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync("/collabrisk/compare", body);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(places.Length, reply.Problems.Count);
        Assert.All(places.Zip(reply.Problems), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
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
    [InlineData("remedies?target=severe", ", target: 'severe' is not one of its words.")]
    [InlineData("next?count=0", ", count: '0' is not a number from 1 to 20.")]
    [InlineData("next?count=1000", ", count: '1000' is not a number from 1 to 20.")]
    public async Task Post_QueryIsWrong_SaysWhatIsAllowed(string question, string problem)
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.PostAsync($"/collabrisk/{question}", NoVision);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(reply.Problems, each => each.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_CollaborationIsWrong_IsRefusedByEveryQuestion()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        foreach (var question in new[] { "evaluate", "explain?code=VISION-ABSENT", "what-if?change=vision.exists%3Dyes", "remedies?target=low", "next" })
        {
            Assert.Equal("1,25 vision.exists", Assert.Single((await host.PostAsync($"/collabrisk/{question}", """{ "vision": { "exists": "maybe" } }""")).Problems).Split(": ")[0]);
        }
    }

    [Fact]
    public async Task Post_TooManyPartnersForASearch_AreStillEvaluated()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk(), limits: options => options.MaxPartnersToSearch = 1);
        const string Two = """{ "partners": [{ "name": "Police" }, { "name": "Fire" }] }""";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PostAsync("/collabrisk/next", Two)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PostAsync("/collabrisk/remedies?target=low", Two)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/collabrisk/evaluate", Two)).Status);
    }

    [Fact]
    public async Task Get_FactsAndRules_AreThoseOfTheRuleBook()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var book = CollaborationEvaluator.Default.RuleBook;
        var facts = (await host.GetAsync("/collabrisk/facts")).Json.GetProperty("facts");
        Assert.Equal(book.Facts.Facts.Select(fact => fact.Path), facts.EnumerateArray().Select(fact => fact.GetProperty("path").GetString()));
        var rules = (await host.GetAsync("/collabrisk/rules")).Json;
        Assert.Equal((book.Digest, book.Rules.Count), (rules.GetProperty("ruleBook").GetString(), rules.GetProperty("rules").GetArrayLength()));
        var rule = (await host.GetAsync("/collabrisk/rules/VISION-ABSENT")).Json;
        Assert.Equal("No shared vision", rule.GetProperty("title").GetString());
        var none = await host.GetAsync("/collabrisk/rules/VISION-ABSNT");
        Assert.Equal((HttpStatusCode.NotFound, ", code: No rule has the code 'VISION-ABSNT'. Did you mean 'VISION-ABSENT'?"), (none.Status, Assert.Single(none.Problems)));
    }

    [Fact]
    public async Task Get_OpenApi_DescribesEveryEndpointAndEveryReferenceIsThere()
    {
        await using var host = await WebHost.StartAsync(app => app.MapCollabRisk());
        var reply = await host.GetAsync("/collabrisk/openapi.json");
        var document = reply.Json;
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(CollaborationJson.Schema).RootElement, schemas.GetProperty("collaboration")));
        var missing = Reference.Matches(reply.Text).Select(match => match.Groups[1].Value).Distinct().Where(name => !schemas.TryGetProperty(name, out _)).ToList();
        Assert.Empty(missing);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var method = path.Value.EnumerateObject().Single().Name;
            var there = method == "post" ? await host.PostAsync($"/collabrisk{path.Name}", "{") : await host.GetAsync($"/collabrisk{path.Name.Replace("{code}", "VISION-ABSENT", StringComparison.Ordinal)}");
            Assert.Equal(method == "post" ? HttpStatusCode.BadRequest : HttpStatusCode.OK, there.Status);
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
        Assert.Contains("VISION-ABSENT", Codes(await host.PostAsync("/collabrisk/evaluate", NoVision)));
        Assert.DoesNotContain("VISION-ABSENT", Codes(await host.PostAsync("/kent/evaluate", NoVision)));

        static IEnumerable<string?> Codes(Reply reply) => reply.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString());
    }

    [Fact]
    public void MapCollabRisk_WithoutServices_SaysWhatToCall()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        Assert.Contains("AddCollabRiskAspNetCore()", Assert.Throws<InvalidOperationException>(() => app.MapCollabRisk()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_ThatAreWrong_StopTheStart()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => WebHost.StartAsync(_ => { }, limits: options =>
        {
            options.MaxBodyBytes = 0;
            options.MaxPartnersToSearch = 0;
            options.MaxQuestions = 0;
            options.Remedies = null!;
        }));
        Assert.Equal(4, error.Failures.Count());
    }

    [GeneratedRegex("#/components/schemas/([^\"]+)")]
    private static partial Regex Reference { get; }
}
