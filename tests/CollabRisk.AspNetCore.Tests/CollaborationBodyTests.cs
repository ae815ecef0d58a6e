using System.Net;
using System.Text.Json;
using CollabRisk.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CollabRisk.AspNetCore.Tests;

/// <summary>The endpoint that somebody writes first: a collaboration in, an assessment out.</summary>
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
        Assert.Equal((HttpStatusCode.OK, "application/json"), (reply.Status, reply.MediaType));
        Assert.Equal("collabrisk/compact-assessment/1", reply.Json.GetProperty("schema").GetString());
        Assert.Contains(reply.Json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "VISION-ABSENT");
        Assert.InRange(reply.Text.Length, 1, 100_000);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Post_BadCollaboration_IsRefusedWithEveryProblemAtItsPlace(string environment)
    {
        await using var host = await WebHost.StartAsync(Naive, environment: environment);
        var reply = await host.PostAsync("/x", Bad);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.Status, reply.MediaType));
        Assert.Equal(["2,15 vision.exist", "4,33 partners[0].role", "5,46 partners[1].strategicEngagement"], reply.Problems.Select(problem => problem.Split(": ")[0]));
        var role = reply.Json.GetProperty("problems")[1];
        Assert.Contains("Lead", role.GetProperty("allowed").EnumerateArray().Select(word => word.GetString()));
        Assert.Contains("Did you mean", reply.Json.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal((400, "/x"), (reply.Json.GetProperty("status").GetInt32(), reply.Json.GetProperty("instance").GetString()));
        Assert.All(reply.Problems, problem => Assert.Contains(problem.Split(": ", 2)[1], reply.Json.GetProperty("detail").GetString(), StringComparison.Ordinal));
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
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.Status, reply.MediaType));
        Assert.NotEqual(JsonValueKind.Null, reply.Json.GetProperty("problems")[0].GetProperty("line").ValueKind);
    }

    [Fact]
    public async Task Post_AnotherType_IsRefused()
    {
        await using var host = await WebHost.StartAsync(Naive);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.PostAsync("/x", "vision: yes", "application/yaml")).Status);
    }

    [Fact]
    public async Task Post_LargerThanAllowed_IsRefusedWhetherItsLengthIsSaidOrNot()
    {
        await using var host = await WebHost.StartAsync(Naive, limits: options => options.MaxBodyBytes = 1_000);
        var large = $$"""{ "name": "{{new string('x', 2_000)}}" }""";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync("/x", large)).Status);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/x") { Content = new StringContent(large, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        chunked.Headers.TransferEncodingChunked = true;
        using var response = await host.Client.SendAsync(chunked, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Post_OptionalBodyIsLeftOut_RunsTheEndpoint()
    {
        await using var host = await WebHost.StartAsync(app => app.MapPost("/x", (Collaboration? collaboration) => collaboration is null ? "nothing" : "something"));
        Assert.Equal("nothing", (await (await host.Client.PostAsync("/x", null, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("something", (await host.PostAsync("/x", "{}")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/x", Bad)).Status);
    }

    [Fact]
    public async Task Post_OtherEndpoints_AreNoneOfOurs()
    {
        await using var host = await WebHost.StartAsync(app => app.MapPost("/other", (Dictionary<string, int> numbers) => numbers.Count));
        Assert.Equal("1", (await host.PostAsync("/other", """{ "a": 1 }""")).Text);
        Assert.Equal((HttpStatusCode.BadRequest, ""), ((await host.PostAsync("/other", "{")).Status, (await host.PostAsync("/other", "{")).Text));
    }

    [Fact]
    public async Task Post_SeveralAtOnce_EachGetsItsOwn()
    {
        await using var host = await WebHost.StartAsync(Naive);
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => host.PostAsync("/x", i % 2 == 0 ? Bad : $$"""{ "name": "Number {{i}}" }""")));
        Assert.All(replies.Where((_, i) => i % 2 == 0), reply => Assert.Equal(3, reply.Problems.Count));
        Assert.Equal(Enumerable.Range(0, 40).Where(i => i % 2 == 1).Select(i => $"Number {i}"), replies.Where((_, i) => i % 2 == 1).Select(reply => reply.Json.GetProperty("collaboration").GetString()));
    }

    private static void Naive(WebApplication app) => app.MapPost("/x", (Collaboration c, ICollaborationEvaluator e) => e.Evaluate(c));
}
