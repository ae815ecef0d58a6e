using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CollabRisk.Register.Tests.Harness;
using Microsoft.OpenApi;

namespace CollabRisk.Register.Tests;

/// <summary>The register for programs.</summary>
public class ApiTests
{
    [Theory, EveryDatabase]
    public async Task Api_FromNothingToResults(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        using var office = new Api(server, server.FirstLink!);
        (await office.GetAsync("me")).Json.GetProperty("role").GetString().Should().Be("Office");

        var made = await office.PostAsync("collaborations", new { name = "By a program", partners = new[] { "Police", "Fire" }, naming = "Names" });
        made.Status.Should().Be(HttpStatusCode.Created);
        var id = made.Json.GetProperty("id").GetString()!;
        var links = made.Json.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("address").GetString()!).ToList();
        links.Should().HaveCount(3);

        using var police = new Api(server, links[1]);
        var state = (await police.GetAsync("interview")).Json;
        for (var number = 0; number < 6; number++)
        {
            var given = new { round = 1, version = state.GetProperty("version").GetInt64(), path = state.GetProperty("question").GetProperty("path").GetString(), answer = number % 2 == 0 ? "no" : "don't know", request = $"r{number}" };
            var answered = await police.PostAsync("interview", given);
            if (answered.Status == HttpStatusCode.UnprocessableEntity)
            {
                answered = await police.PostAsync("interview", new { given.round, given.version, given.path, answer = "don't know", given.request });
            }

            answered.Status.Should().Be(HttpStatusCode.OK, answered.Text);
            state = answered.Json;
        }

        (await office.GetAsync($"collaborations/{id}/respondents")).Text.Should().Contain("\"answered\":").And.NotContain("vision");
        (await office.GetAsync($"collaborations/{id}/assessment")).Status.Should().Be(HttpStatusCode.NotFound);
        (await office.PostAsync($"collaborations/{id}/close?day=2026-03-01", null)).Status.Should().Be(HttpStatusCode.NoContent);
        (await office.GetAsync($"collaborations/{id}/assessment?detail=full")).Json.GetProperty("asOf").GetString().Should().Be("2026-03-01");
        (await office.GetAsync($"collaborations/{id}/timeline")).Status.Should().Be(HttpStatusCode.OK);
        (await office.GetAsync($"collaborations/{id}/plan")).Status.Should().Be(HttpStatusCode.OK);
        (await office.PostAsync($"collaborations/{id}/snapshots?day=2025-05-05", JsonDocument.Parse(Cases.Bytes("firecontrol"), new() { CommentHandling = JsonCommentHandling.Skip }).RootElement)).Status.Should().Be(HttpStatusCode.Created);
        (await office.PostAsync($"collaborations/{id}/snapshots?day=2025-05-05", new { })).Status.Should().Be(HttpStatusCode.Conflict);
        (await office.GetAsync("collaborations")).Json.GetArrayLength().Should().Be(1);
        (await police.PostAsync("interview", new { round = 1, version = 1, path = "x", answer = "yes" })).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Theory, EveryDatabase]
    public async Task Api_SentTwiceWithOneKey_IsKeptOnce(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        using var office = new Api(server, server.FirstLink!);
        var first = await office.PostAsync("collaborations", new { name = "Once", partners = new[] { "A" } }, "key-1");
        var second = await office.PostAsync("collaborations", new { name = "Once", partners = new[] { "A" } }, "key-1");
        (first.Status, second.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.Conflict));
        second.Json.GetProperty("detail").GetString().Should().Contain(first.Json.GetProperty("id").GetString()!);
        (await office.GetAsync("collaborations")).Json.GetArrayLength().Should().Be(1);

        using var one = new Api(server, first.Json.GetProperty("links")[1].GetProperty("address").GetString()!);
        var asked = (await one.GetAsync("interview")).Json;
        var answer = new { round = 1, version = asked.GetProperty("version").GetInt64(), path = asked.GetProperty("question").GetProperty("path").GetString(), answer = "don't know" };
        var (a, b) = (await one.PostAsync("interview", answer, "key-2"), await one.PostAsync("interview", answer, "key-2"));
        (a.Status, b.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK));
        b.Text.Should().Be(a.Text);
        a.Json.GetProperty("skipped").GetInt32().Should().Be(1);
        var stale = await one.PostAsync("interview", answer, "key-3");
        stale.Status.Should().Be(HttpStatusCode.Conflict);
        stale.MediaType.Should().Be("application/problem+json");
    }

    [Theory, EveryDatabase]
    public async Task Api_RoundsAndSnapshotsSentTwice_AreAnsweredAsTheFirstTime(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        using var api = new Api(server, made.CoordinatorLink);
        await TwiceAsync("snapshots?day=2026-02-01", new { vision = new { exists = true } }, HttpStatusCode.Created);
        await TwiceAsync("close?day=2026-03-01", null, HttpStatusCode.NoContent);

        // The answer to the first may be lost for long enough that the next round has begun.
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await police.GoAsync("");
        await police.PressAsync("finish");
        await TwiceAsync("close?day=2026-03-01", null, HttpStatusCode.NoContent);
        (await server.Store.FindAsync(made.Id, default))!.OpenRound!.Number.Should().Be(2);

        // What is sent elsewhere with the same key is another request.
        (await api.PostAsync($"collaborations/{made.Id}/close?day=2026-09-01", null, "once")).Status.Should().Be(HttpStatusCode.NoContent);
        (await server.Store.FindAsync(made.Id, default))!.OpenRound.Should().BeNull();
        (await api.PostAsync($"collaborations/{made.Id}/close?day=2026-09-01", null, "another")).Status.Should().Be(HttpStatusCode.Conflict);

        async Task TwiceAsync(string path, object? body, HttpStatusCode status)
        {
            var replies = new[] { await api.PostAsync($"collaborations/{made.Id}/{path}", body, "once"), await api.PostAsync($"collaborations/{made.Id}/{path}", body, "once") };
            replies.Should().AllSatisfy(reply => (reply.Status, reply.Text).Should().Be((status, replies[0].Text)));
        }
    }

    [Theory, EveryDatabase]
    public async Task Api_OneKeyWithAnotherBody_IsAnotherRequest(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        using var api = new Api(server, made.CoordinatorLink);
        var (snapshots, partners) = ($"collaborations/{made.Id}/snapshots?day=2026-02-01", $"collaborations/{made.Id}/partners");

        (await api.PostAsync(snapshots, new { vision = new { exists = true } }, "once")).Status.Should().Be(HttpStatusCode.Created);
        (await api.PostAsync(snapshots, new { vision = new { exists = false } }, "once")).Status.Should().Be(HttpStatusCode.Conflict, "these facts are not kept");
        (await api.PostAsync(snapshots, new { vision = new { exists = true } }, "once")).Status.Should().Be(HttpStatusCode.Created, "it is the first request again");
        (await api.PostAsync(partners, new { name = "Rescue" }, "once")).Status.Should().Be(HttpStatusCode.OK);
        (await api.PostAsync(partners, new { name = "" }, "once")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await api.PostAsync(partners, new { name = "Rescue" }, "once")).Status.Should().Be(HttpStatusCode.OK);
        (await api.RawAsync(snapshots, $"{{ \"notes\": \"{new string('x', 2_000_000)}\" }}", key: "once")).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge, "no more is read for a key");

        using var one = new Api(server, made.RespondentLinks[0]);
        var asked = (await one.GetAsync("interview")).Json;
        var (version, path) = (asked.GetProperty("version").GetInt64(), asked.GetProperty("question").GetProperty("path").GetString());
        (await one.PostAsync("interview", new { round = 1, version, path, answer = "don't know" }, "once")).Status.Should().Be(HttpStatusCode.OK);
        (await one.PostAsync("interview", new { round = 1, version, path, answer = "don't know", note = "another" }, "once")).Status.Should().Be(HttpStatusCode.Conflict);

        // What an answer says of itself in its body counts as a key does.
        using var other = new Api(server, made.RespondentLinks[1]);
        (await other.PostAsync("interview", new { round = 1, version, path, answer = "don't know", request = "once" })).Status.Should().Be(HttpStatusCode.OK);
        (await other.PostAsync("interview", new { round = 1, version, path, answer = "don't know", request = "once" })).Status.Should().Be(HttpStatusCode.OK);
        (await other.PostAsync("interview", new { round = 1, version, path, answer = "don't know", note = "another", request = "once" })).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Theory, EveryDatabase]
    public async Task Api_ClosedByTheSameRequestMeanwhile_IsAnsweredAsTheFirst(Kind kind)
    {
        var clock = new Meanwhile();
        await using var server = await RegisterServer.StartAsync(kind, clock);
        var (made, _) = await TimeTests.AnsweredAsync(server, "no");
        using var api = new Api(server, made.CoordinatorLink);
        Task<Reply> CloseAsync() => api.PostAsync($"collaborations/{made.Id}/close", null, "once");
        Reply? twin = null;
        clock.When("RegisterApi.CloseAsync(", async () => twin = await CloseAsync());

        var reply = await CloseAsync();

        (twin?.Status, reply.Status).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        (await server.Store.ChangesAsync(made.Id, default)).Count(change => change.What.Contains("was closed")).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task Api_KeptByTheSameRequestAfterAnotherChange_IsAnsweredAsTheFirst(Kind kind)
    {
        var clock = new Meanwhile();
        await using var server = await RegisterServer.StartAsync(kind, clock);
        var (made, _) = await TimeTests.AnsweredAsync(server, "no");
        await made.CloseAsync("2026-03-01");
        using var api = new Api(server, made.CoordinatorLink);
        Task<Reply> CorrectAsync() => api.PostAsync($"collaborations/{made.Id}/rounds/1/day?day=2026-03-02", null, "once");
        Reply? twin = null;
        clock.When("RegisterApi.CorrectDayAsync(", async () =>
        {
            // What follows the version that the first one has seen is another's change, and then comes the twin.
            await api.PostAsync($"collaborations/{made.Id}/partners", new { name = "Ambulance" });
            twin = await CorrectAsync();
        });

        var reply = await CorrectAsync();

        (twin?.Status, reply.Status).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        (await server.Store.ChangesAsync(made.Id, default)).Count(change => change.What.Contains("was corrected")).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task Api_AnAnswerKeptByTheSameRequestBeforeTheRoundWasClosed_IsAnsweredAsTheFirst(Kind kind)
    {
        var clock = new Meanwhile();
        await using var server = await RegisterServer.StartAsync(kind, clock);
        var made = await server.MakeAsync();
        await (await Answerer.EnterAsync(server, made.RespondentLinks[1])).AnswerAllAsync(Answerer.First, most: 3);
        using var one = new Api(server, made.RespondentLinks[0]);
        var asked = (await one.GetAsync("interview")).Json;
        var answer = new { round = 1, version = asked.GetProperty("version").GetInt64(), path = asked.GetProperty("question").GetProperty("path").GetString(), answer = "don't know" };
        clock.When("AnswerDesk.TakeAsync(", async () =>
        {
            await one.PostAsync("interview", answer, "once");
            await made.CloseAsync("2026-03-01");
        });

        var reply = await one.PostAsync("interview", answer, "once");

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Json.GetProperty("isOpen").GetBoolean().Should().BeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Api_AnAnswerSentAgainAfterTheRoundWasClosed_WasKept(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        using var one = new Api(server, made.RespondentLinks[0]);
        var asked = (await one.GetAsync("interview")).Json;
        var answer = new { round = 1, version = asked.GetProperty("version").GetInt64(), path = asked.GetProperty("question").GetProperty("path").GetString(), answer = "don't know" };
        (await one.PostAsync("interview", answer, "once")).Status.Should().Be(HttpStatusCode.OK);
        await (await Answerer.EnterAsync(server, made.RespondentLinks[1])).AnswerAllAsync(Answerer.First, most: 3);
        await made.CloseAsync("2026-03-01");

        var again = await one.PostAsync("interview", answer, "once");

        again.Status.Should().Be(HttpStatusCode.OK);
        again.Json.GetProperty("isOpen").GetBoolean().Should().BeFalse();
        (await one.PostAsync("interview", answer, "another")).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Theory, EveryDatabase]
    public async Task Api_AnAnswerOfAnEarlierRound_IsNotTakenInTheNext(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        using var early = new Api(server, made.RespondentLinks[0]);
        using var late = new Api(server, made.RespondentLinks[1]);
        var asked = (await late.GetAsync("interview")).Json;
        var answer = new { round = asked.GetProperty("round").GetInt32(), version = asked.GetProperty("version").GetInt64(), path = asked.GetProperty("question").GetProperty("path").GetString(), answer = "don't know" };
        (await early.PostAsync("interview", answer, "once")).Status.Should().Be(HttpStatusCode.OK);
        await (await Answerer.EnterAsync(server, made.RespondentLinks[0])).AnswerAllAsync(Answerer.First, most: 3);
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open").With("begin", "empty"));

        // In both rounds the same is asked first, and neither has said anything in the second.
        var reply = await late.PostAsync("interview", answer, "once");
        (await early.PostAsync("interview", answer, "once")).Status.Should().Be(HttpStatusCode.OK, "it was kept in its round");

        (reply.Status, reply.Json.GetProperty("title").GetString()).Should().Be((HttpStatusCode.Conflict, "The round is not open"));
        (await server.Store.SheetsAsync(made.Id, default)).Where(sheet => sheet.Round == 2).Should().BeEmpty();
        (await late.PostAsync("interview", answer with { round = 2 }, "once")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Api_Problems_AreProblemDetails()
    {
        await using var server = await RegisterServer.StartAsync();
        using var office = new Api(server, server.FirstLink!);
        using var no = new Api(server, "/l/nolink");
        var id = (await office.PostAsync("collaborations", new { name = "One", partners = new[] { "A" } })).Json.GetProperty("links")[1].GetProperty("address").GetString()!;
        using var respondent = new Api(server, id);
        (string What, Reply Reply, HttpStatusCode Status)[] all =
        [
            ("not a link", await no.GetAsync("me"), HttpStatusCode.Forbidden),
            ("broken JSON", await office.RawAsync("collaborations", "{ \"name\": "), HttpStatusCode.BadRequest),
            ("a wrong word", await office.PostAsync("collaborations", new { name = "x", partners = new[] { "A" }, naming = "Nicknames" }), HttpStatusCode.BadRequest),
            ("a number for a word", await office.PostAsync("collaborations", new { name = "x", partners = new[] { "A" }, naming = 7 }), HttpStatusCode.BadRequest),
            ("null among names", await office.PostAsync("collaborations", new { name = "x", partners = new[] { "A", null }, packs = new string?[] { null } }), HttpStatusCode.BadRequest),
            ("another method", await office.PostAsync("me", new { }), HttpStatusCode.MethodNotAllowed),
            ("a key that is too long", await office.RawAsync("collaborations", "{ \"name\": \"x\", \"partners\": [\"A\"] }", key: new string('k', 201)), HttpStatusCode.BadRequest),
            ("a request that is too long", await respondent.PostAsync("interview", new { round = 1, version = 0, path = "x", answer = "yes", request = new string('k', 201) }), HttpStatusCode.BadRequest),
            ("no round", await respondent.PostAsync("interview", new { version = 0, path = "x", answer = "yes" }), HttpStatusCode.BadRequest),
            ("nothing", await office.RawAsync("collaborations", ""), HttpStatusCode.BadRequest),
            ("another type", await office.RawAsync("collaborations", "name=x", "application/x-www-form-urlencoded"), HttpStatusCode.UnsupportedMediaType),
            ("too large", await office.RawAsync("collaborations", $"{{ \"name\": \"{new string('x', 10_000_000)}\" }}"), HttpStatusCode.RequestEntityTooLarge),
            ("all wrong", await office.PostAsync("collaborations", new { name = "", partners = new[] { "A", "a", "" }, packs = new[] { "none" }, days = 0, smallestGroup = 1 }), HttpStatusCode.BadRequest),
            ("no such collaboration", await office.GetAsync("collaborations/aaaaaaaaaaaa"), HttpStatusCode.NotFound),
            ("no such address", await office.GetAsync("no/such"), HttpStatusCode.NotFound),
            ("no such day", await office.PostAsync("collaborations/aaaaaaaaaaaa/close?day=tomorrow", null), HttpStatusCode.BadRequest),
            ("not for respondents", await respondent.GetAsync($"collaborations/aaaaaaaaaaaa"), HttpStatusCode.Forbidden),
            ("not for the office", await office.GetAsync("interview"), HttpStatusCode.Forbidden),
            ("not for respondents either", await respondent.PostAsync("collaborations", new { name = "x", partners = new[] { "A" } }), HttpStatusCode.Forbidden),
        ];
        foreach (var (what, reply, status) in all)
        {
            (reply.Status, reply.MediaType).Should().Be((status, "application/problem+json"), what);
            reply.Json.GetProperty("title").GetString().Should().NotBeNullOrEmpty(what);
        }

        all.Single(each => each.What == "all wrong").Reply.Json.GetProperty("errors").EnumerateObject().Select(each => each.Name).Should().BeEquivalentTo("name", "partners", "partners[2]", "packs", "days", "smallestGroup");
        all.Single(each => each.What == "null among names").Reply.Json.GetProperty("errors").EnumerateObject().Select(each => each.Name).Should().Equal("partners[1]", "packs");
        all.Single(each => each.What == "another method").Reply.Json.GetProperty("detail").GetString().Should().Be("This address does not take POST.");
        all.Single(each => each.What == "a key that is too long").Reply.Json.GetProperty("detail").GetString().Should().Be("Idempotency-Key: it has 201 characters, and 200 are the most. Give a shorter one.");
        all.Single(each => each.What == "a request that is too long").Reply.Json.GetProperty("detail").GetString().Should().Be("request: it has 201 characters, and 200 are the most. Give a shorter one.");
        all.Single(each => each.What == "no round").Reply.Json.GetProperty("detail").GetString().Should().StartWith("round: It is not there.");
        all.Single(each => each.What == "another type").Reply.Json.GetProperty("detail").GetString().Should().Contain("application/json");
        using var without = new HttpClient { BaseAddress = server.Address };
        using var asked = await without.GetAsync("/api/me");
        (asked.StatusCode, $"{asked.Headers.WwwAuthenticate}").Should().Be((HttpStatusCode.Unauthorized, "Bearer"));
        (await office.GetAsync("me")).Status.Should().Be(HttpStatusCode.OK, "it still answers");
    }

    [Fact]
    public async Task Api_ItsDocument_IsReadByAReader()
    {
        await using var server = await RegisterServer.StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        var text = await client.GetStringAsync("/api/register.json");
        var read = OpenApiDocument.Parse(text, "json");
        read.Diagnostic!.Errors.Should().BeEmpty();
        read.Diagnostic.Warnings.Should().BeEmpty();
        read.Document!.Paths.Keys.Should().Contain(["/api/me", "/api/collaborations", "/api/collaborations/{id}/snapshots", "/api/interview"]);
        read.Document.Paths.SelectMany(path => path.Value.Operations!.Values).Where(operation => string.IsNullOrEmpty(operation.Summary)).Should().BeEmpty();
        read.Document.Paths["/api/collaborations/{id}/timeline"].Operations![HttpMethod.Get].Description.Should().NotContain("of each day").And.Contain("The first day that can be assessed has no note of who answered");
        read.Document.Components!.SecuritySchemes!.Keys.Should().Equal("link");
    }

    [Fact]
    public async Task Api_OfTheLibrary_IsThereForThoseWithALink()
    {
        await using var server = await RegisterServer.StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        using var without = await client.PostAsync("/collabrisk/evaluate", new StringContent("{}", Encoding.UTF8, "application/json"));
        without.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new("Bearer", server.FirstLink![3..]);
        using var with = await client.PostAsync("/collabrisk/evaluate", new StringContent("{\"vision\":{\"exists\":false}}", Encoding.UTF8, "application/json"));
        (await with.Content.ReadAsStringAsync()).Should().Contain("VISION-ABSENT");
    }

    /// <summary>A clock that lets something happen when a method asks it: a moment within a request that no one else can name.</summary>
    private sealed class Meanwhile : TimeProvider
    {
        private (string Method, Func<Task> Do)? once;

        public void When(string method, Func<Task> what) => once = (method, what);

        public override DateTimeOffset GetUtcNow()
        {
            if (once is { } armed && Environment.StackTrace.Contains(armed.Method, StringComparison.Ordinal))
            {
                once = null;
                Task.Run(armed.Do).GetAwaiter().GetResult();
            }

            return base.GetUtcNow();
        }
    }

    internal sealed class Api : IDisposable
    {
        private readonly HttpClient client;

        public Api(RegisterServer server, string link)
        {
            client = new() { BaseAddress = server.Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", link.Split("/l/")[1]);
        }

        public Task<Reply> GetAsync(string path) => SendAsync(new(HttpMethod.Get, $"/api/{path}"));

        public Task<Reply> PostAsync(string path, object? body, string? key = null) => RawAsync(path, body is null ? null : JsonSerializer.Serialize(body), key: key);

        public Task<Reply> RawAsync(string path, string? body, string type = "application/json", string? key = null)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{path}") { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
            request.Headers.ExpectContinue = body?.Length > 1_000_000;
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            return SendAsync(request);
        }

        public void Dispose() => client.Dispose();

        private async Task<Reply> SendAsync(HttpRequestMessage request)
        {
            using (request)
            {
                using var response = await client.SendAsync(request);
                return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
            }
        }
    }

    internal sealed record Reply(HttpStatusCode Status, string? MediaType, string Text)
    {
        public JsonElement Json => JsonDocument.Parse(Text).RootElement;
    }
}
