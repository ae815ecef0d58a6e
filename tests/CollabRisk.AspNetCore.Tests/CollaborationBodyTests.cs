using System.Net;
using System.Text.Json;
using CollabRisk.Facts;
using Microsoft.AspNetCore.Builder;

namespace CollabRisk.AspNetCore.Tests;

/// <summary>The endpoint that someone writes first: a collaboration in, an assessment out.</summary>
public class CollaborationBodyTests
{
    private const string Bad = """
        {
          "vision": { "exist": true },
          "partners": [
            { "name": "Police", "role": "Boss" },
            { "name": "Fire", "strategicEngagement": 1 }
          ]
        }
        """;

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Post_GoodCollaboration_IsTheCompactAssessment(string environment)
    {
        await using var host = await WebHost.StartAsync(Naive, environment: environment);
        var reply = await host.PostAsync("/x", """{ "name": "Joint Control Room", "vision": { "exists": false }, "partners": [{ "name": "Police" }] }""");
        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.MediaType.Should().Be("application/json");
        reply.Json.GetProperty("schema").GetString().Should().Be("collabrisk/compact-assessment/1");
        reply.Json.GetProperty("findings").EnumerateArray().Should().Contain(finding => finding.GetProperty("code").GetString() == "VISION-ABSENT");
        reply.Text.Length.Should().BeInRange(1, 100_000);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Post_BadCollaboration_IsRefusedWithEveryProblemAtItsPlace(string environment)
    {
        await using var host = await WebHost.StartAsync(Naive, environment: environment);
        var reply = await host.PostAsync("/x", Bad);
        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.MediaType.Should().Be("application/problem+json");
        reply.Problems.Select(problem => problem.Split(": ")[0]).Should().Equal(
            "2,15 vision.exist", "4,33 partners[0].role", "5,46 partners[1].strategicEngagement");
        var role = reply.Json.GetProperty("problems")[1];
        role.GetProperty("allowed").EnumerateArray().Select(word => word.GetString()).Should().Contain("Lead");
        reply.Json.GetProperty("problems")[0].GetProperty("message").GetString().Should().Contain("Did you mean");
        reply.Json.GetProperty("status").GetInt32().Should().Be(400);
        reply.Json.GetProperty("instance").GetString().Should().Be("/x");
        reply.Problems.Should().AllSatisfy(problem => reply.Json.GetProperty("detail").GetString().Should().Contain(problem.Split(": ", 2)[1]));
    }

    [Theory]
    [InlineData("Production", "{ \"vision\": ")]
    [InlineData("Development", "")]
    [InlineData("Production", "[]")]
    [InlineData("Production", "null")]
    public async Task Post_NotACollaborationAtAll_IsRefusedWithThePlace(string environment, string body)
    {
        await using var host = await WebHost.StartAsync(Naive, environment: environment);
        var reply = await host.PostAsync("/x", body);
        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.MediaType.Should().Be("application/problem+json");
        reply.Json.GetProperty("problems")[0].GetProperty("line").ValueKind.Should().NotBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Post_AnotherType_IsRefused()
    {
        await using var host = await WebHost.StartAsync(Naive);
        (await host.PostAsync("/x", "vision: yes", "application/yaml")).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Post_LargerThanAllowed_IsRefusedWhetherItsLengthIsSaidOrNot()
    {
        await using var host = await WebHost.StartAsync(Naive, limits: options => options.MaxBodyBytes = 1_000);
        var large = $$"""{ "name": "{{new string('x', 2_000)}}" }""";
        (await host.PostAsync("/x", large)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/x") { Content = new StringContent(large, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        chunked.Headers.TransferEncodingChunked = true;
        using var response = await host.Client.SendAsync(chunked, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Post_OptionalBodyIsLeftOut_RunsTheEndpoint()
    {
        await using var host = await WebHost.StartAsync(app => app.MapPost("/x", (Collaboration? collaboration) => collaboration is null ? "nothing" : "something"));
        (await (await host.Client.PostAsync("/x", null, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Should().Be("nothing");
        (await host.PostAsync("/x", "{}")).Text.Should().Be("something");
        (await host.PostAsync("/x", Bad)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Post_OtherEndpoints_AreNoneOfOurs()
    {
        await using var host = await WebHost.StartAsync(app => app.MapPost("/other", (Dictionary<string, int> numbers) => numbers.Count));
        (await host.PostAsync("/other", """{ "a": 1 }""")).Text.Should().Be("1");
        (await host.PostAsync("/other", "{")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await host.PostAsync("/other", "{")).Text.Should().BeEmpty();
    }

    [Fact]
    public async Task Post_SeveralAtOnce_EachGetsItsOwn()
    {
        await using var host = await WebHost.StartAsync(Naive);
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => host.PostAsync("/x", i % 2 == 0 ? Bad : $$"""{ "name": "Number {{i}}" }""")));
        replies.Where((_, i) => i % 2 == 0).Should().AllSatisfy(reply => reply.Problems.Should().HaveCount(3));
        replies.Where((_, i) => i % 2 == 1).Select(reply => reply.Json.GetProperty("collaboration").GetString()).Should().Equal(
            Enumerable.Range(0, 40).Where(i => i % 2 == 1).Select(i => $"Number {i}"));
    }

    private static void Naive(WebApplication app) => app.MapPost("/x", (Collaboration c, ICollaborationEvaluator e) => e.Evaluate(c));
}
