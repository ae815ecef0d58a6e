using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CollabRisk.Register.Tests.Harness;
using Microsoft.Extensions.Time.Testing;

namespace CollabRisk.Register.Tests;

/// <summary>What those do who mean no good: refused, logged, and others are still answered.</summary>
public class AttackTests
{
    [Theory, EveryDatabase]
    public async Task Link_OfAnother_OpensNothing(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, other) = (await server.MakeAsync(), await server.MakeAsync("Another one"));
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        var fire = await Answerer.EnterAsync(server, made.RespondentLinks[1]);
        await fire.SaveAsync(fire.Page.Form("/answer").Choices("a")[0], "mine");

        // The pages of one with the cookie of another: the browser does not send it there, and it would not help.
        (await police.Browser.GoAsync(fire.Home)).Status.Should().Be(HttpStatusCode.Unauthorized);
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, fire.Home));
        request.Headers.Add("Cookie", $"register={made.RespondentLinks[0].Split('.')[^1]}");
        using var bare = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var refused = await bare.SendAsync(request);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);

        // A respondent on pages of coordinators, and a coordinator on those of another collaboration.
        foreach (var part in new[] { "", "results", "time", "plan", "rules", "history", "settings", "export.json", "report/report.json" })
        {
            (await police.Browser.GoAsync($"{police.Home}c/{made.Id}/{part}")).Status.Should().Be(HttpStatusCode.Forbidden, part);
        }

        var (coordinator, home) = await server.EnterAsync(other.CoordinatorLink);
        var base_ = home.Address.AbsolutePath.Split("/c/")[0];
        foreach (var part in new[] { $"c/{made.Id}/", $"c/{made.Id}/results", $"c/{made.Id}/export.json", "new", "links", "import", "audit", "export.json", "portfolio.html" })
        {
            (await coordinator.GoAsync($"{base_}/{part}")).Status.Should().Be(HttpStatusCode.Forbidden, part);
        }

        var form = home.Form("/close");
        form.Action = form.Action.Replace(other.Id, made.Id, StringComparison.Ordinal);
        (await coordinator.SendAsync(form)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await coordinator.GoAsync($"{base_}/answers")).Status.Should().Be(HttpStatusCode.Forbidden, "a coordinator is not a respondent");
        server.Log.All.Should().Contain(line => line.Contains("Refused, not allowed", StringComparison.Ordinal));
        (await fire.GoAsync("answers")).Text.Should().Contain("mine");
    }

    [Theory, EveryDatabase]
    public async Task Reader_SeesResults_AndChangesNothing(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, _) = await TimeTests.AnsweredAsync(server, "no");
        await made.CloseAsync();
        var link = (await made.SendAsync((await made.GoAsync()).Form("/link", "role", "Reader"))).NewLinks.Single();
        var (reader, results) = await server.EnterAsync(link);
        results.Address.AbsolutePath.Should().EndWith("/results");
        var home = results.Address.AbsolutePath[..^"results".Length];
        foreach (var part in new[] { "time", "plan", "rules", "report/report.md" })
        {
            (await reader.GoAsync($"{home}{part}")).Status.Should().Be(HttpStatusCode.OK, part);
        }

        foreach (var page in (Page[])[results, await reader.GoAsync($"{home}plan"), await reader.GoAsync($"{home}rules"), await reader.GoAsync($"{home}time")])
        {
            page.Document.Forms.Should().BeEmpty();
        }

        foreach (var part in new[] { "", "history", "settings", "export.json" })
        {
            (await reader.GoAsync($"{home}{part}")).Status.Should().Be(HttpStatusCode.Forbidden, part);
        }

        var plan = (await made.GoAsync("plan")).Form("/plan");
        plan.Action = $"{home}plan";
        (await reader.SendAsync(plan)).Status.Should().Be(HttpStatusCode.BadRequest, "the token is that of another");
    }

    [Theory, EveryDatabase]
    public async Task Link_RevokedOrEnded_OpensNothingAnyMore(Kind kind)
    {
        var clock = new FakeTimeProvider(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        await using var server = await RegisterServer.StartAsync(kind, clock);
        var made = await server.MakeAsync(also: form => form.With("days", "10"));
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        var fire = await Answerer.EnterAsync(server, made.RespondentLinks[1]);
        var id = made.RespondentLinks[0].Split("/l/")[1].Split('.')[0];

        (await made.SendAsync((await made.GoAsync()).Form("/revoke", "link", id))).Text.Should().Contain("The link was withdrawn");
        (await police.GoAsync("")).Should().Match<Page>(page => page.Status == HttpStatusCode.Gone && page.Text.Contains("This link was withdrawn"));
        (await server.EnterAsync(made.RespondentLinks[0])).Page.Status.Should().Be(HttpStatusCode.Gone);

        var answer = fire.Filled(fire.Page.Form("/answer").Choices("a")[0]);
        clock.Advance(TimeSpan.FromDays(10));
        var late = await fire.SendAsync(answer, "save");
        (late.Status, late.At("h1")).Should().Be((HttpStatusCode.Gone, "This link has ended"));
        (await made.GoAsync()).Text.Should().ContainAll("ended on", "withdrawn on", "0 of 2 have begun");
        var again = (await made.SendAsync((await made.GoAsync()).Form("/link", "respondent"))).NewLinks.Single();
        (await server.EnterAsync(again)).Page.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Link_Guessed_IsRefusedAndSoonNoMoreAreTaken()
    {
        await using var server = await RegisterServer.StartAsync(Kind.Sqlite, null, "--Register:Limits:LinksOfAddress=12");
        var made = await server.MakeAsync();
        var known = new Uri(made.RespondentLinks[0]).AbsolutePath;
        using var browser = new Browser(server.Address);
        var guesses = new List<HttpStatusCode>();
        foreach (var guess in new[] { $"{known}x", known[..^1], $"{known[..^1]}{(known[^1] == 'A' ? 'B' : 'A')}", "/l/", "/l/x", "/l/..%2f..%2fetc", "/l/%00", $"/l/{new string('a', 3_000)}" }.Concat(Enumerable.Range(0, 12).Select(number => $"/l/aaaaaaaaaa{number:00}.{new string('A', 43)}")))
        {
            guesses.Add((await browser.GoAsync(guess)).Status);
        }

        guesses.Should().OnlyContain(status => status == HttpStatusCode.Forbidden || status == HttpStatusCode.NotFound || status == HttpStatusCode.BadRequest || status == HttpStatusCode.TooManyRequests);
        guesses[^1].Should().Be(HttpStatusCode.TooManyRequests);
        (await made.GoAsync()).Status.Should().Be(HttpStatusCode.OK, "who is in goes on");
    }

    /// <summary>However a link is brought, a wrong one is one that was tried, and its right holder goes on.</summary>
    [Fact]
    public async Task Link_GuessedByCookieOrToken_CountsAsTried()
    {
        await using var server = await RegisterServer.StartAsync(Kind.Sqlite, null, "--Register:Limits:LinksOfAddress=12");
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = server.Address };
        var guesses = new List<HttpStatusCode>();
        for (var number = 0; number < 8; number++)
        {
            foreach (var (address, header, value) in new[] { ("/r/aaaaaaaaaaaa/", "Cookie", $"register={new string('A', 43)}"), ("/api/me", "Authorization", $"Bearer aaaaaaaaaaaa.{new string('A', 43)}"), ("/collabrisk/facts", "Authorization", "Bearer cut") })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Add(header, value);
                using var refused = await browser.SendAsync(request);
                guesses.Add(refused.StatusCode);
            }
        }

        guesses.Should().Equal(Enumerable.Repeat(HttpStatusCode.Forbidden, 12).Concat(Enumerable.Repeat(HttpStatusCode.TooManyRequests, 12)));
        (await police.GoAsync("")).Status.Should().Be(HttpStatusCode.OK, "who is in goes on");
        using (var known = new ApiTests.Api(server, made.RespondentLinks[0]))
        {
            (await known.GetAsync("me")).Status.Should().Be(HttpStatusCode.OK);
        }

        using var right = new ApiTests.Api(server, made.RespondentLinks[1]);
        (await right.GetAsync("me")).Status.Should().Be(HttpStatusCode.OK, "whoever guesses at the same address keeps no one from their work");
        (await server.EnterAsync(made.RespondentLinks[1])).Page.Status.Should().Be(HttpStatusCode.OK);
        using var wrong = new ApiTests.Api(server, $"{made.RespondentLinks[1][..^1]}{(made.RespondentLinks[1][^1] == 'A' ? 'B' : 'A')}");
        (await wrong.GetAsync("me")).Should().Match<ApiTests.Reply>(reply => reply.Status == HttpStatusCode.TooManyRequests && reply.MediaType == "application/problem+json");
        (await server.EnterAsync($"{made.RespondentLinks[1]}x")).Page.Should().Match<Page>(page => page.Status == HttpStatusCode.TooManyRequests && page.Headers["Retry-After"] == "60");
        server.Log.All.Count(line => line.Contains("Refused, not a link", StringComparison.Ordinal)).Should().Be(12);
        server.Log.All.Should().Contain(line => line.Contains("Refused, too many links tried", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_UsedByAProgram_IsCountedAsInABrowser()
    {
        await using var server = await RegisterServer.StartAsync(Kind.Sqlite, null, "--Register:Limits:RequestsOfLink=10");
        var made = await server.MakeAsync();
        using var api = new ApiTests.Api(server, made.RespondentLinks[0]);
        using var other = new ApiTests.Api(server, made.RespondentLinks[1]);
        var replies = new List<ApiTests.Reply>();
        for (var number = 0; number < 12; number++)
        {
            replies.Add(await api.GetAsync("me"));
        }

        replies.Select(reply => reply.Status).Should().Equal(Enumerable.Repeat(HttpStatusCode.OK, 10).Concat(Enumerable.Repeat(HttpStatusCode.TooManyRequests, 2)));
        (replies[^1].MediaType, replies[^1].Json.GetProperty("title").GetString()).Should().Be(("application/problem+json", "Too many requests"));
        (await other.GetAsync("me")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    public async Task Post_FromAnotherSite_ChangesNothing(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        var fire = await Answerer.EnterAsync(server, made.RespondentLinks[1]);
        foreach (var token in new[] { "", "guess", fire.Page.Form("/answer")["token"] })
        {
            var page = await police.SendAsync(police.Page.HasForm("/answer") ? police.Filled("none").With("token", token) : throw new InvalidOperationException(police.Page.Text), "save");
            (page.Status, page.At("h1")).Should().Be((HttpStatusCode.BadRequest, "This form did not come from here"));
            await police.GoAsync("");
        }

        var delete = (await made.GoAsync("settings")).Form("/delete").With("confirm", "Shared control room").With("token");
        (await made.SendAsync(delete)).Status.Should().Be(HttpStatusCode.BadRequest);
        var json = new HttpRequestMessage(HttpMethod.Post, $"{police.Home}answer") { Content = new StringContent("{}", Encoding.UTF8, "text/plain") };
        (await police.Browser.SendAsync(json)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await police.GoAsync("")).Text.Should().Contain("0 answered");
        (await made.GoAsync()).Status.Should().Be(HttpStatusCode.OK);
        using var cookies = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(cookies) { BaseAddress = server.Address };
        using var entered = await client.GetAsync(new Uri(made.CoordinatorLink).AbsolutePath);
        entered.Headers.GetValues("Set-Cookie").Single().ToUpperInvariant().Should().ContainAll("HTTPONLY", "SAMESITE=LAX", "PATH=/R/").And.NotContain("DOMAIN");
    }

    [Theory, EveryDatabase]
    public async Task Html_InEveryField_IsShownAsItIs(Kind kind)
    {
        const string Evil = "<img src=x onerror=alert(1)>\"'&<script>alert(2)</script>";
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync($"N {Evil}", $"P {Evil}\nFire");
        var person = (await made.SendAsync((await made.GoAsync()).Form("/respondent").With("name", $"R {Evil}"))).NewLinks.Single();
        var one = await Answerer.EnterAsync(server, person);
        var seen = new List<Page> { one.Page };
        seen.Add(await one.SendAsync(one.Filled(Evil).With("a", Evil).With("note", Evil), "save"));
        seen.Add(await one.SaveAsync(one.Page.Form("/answer").Choices("a")[0], Evil));
        for (var number = 0; number < 60 && one.Path.Length > 0; number++)
        {
            var form = one.Page.Form("/answer");
            seen.Add(await (form.Element.QuerySelector("textarea#t") is not null ? one.SaveAsync(Evil, Evil) : form.Choices("a") is [var choice, ..] ? one.SaveAsync(choice, Evil) : one.PressAsync("skip")));
        }

        seen.AddRange([await one.GoAsync("answers"), await one.GoAsync("about"), await one.GoAsync("report.html"), await one.GoAsync($"change?path={Uri.EscapeDataString(Evil)}")]);
        seen.Add(await made.CloseAsync());
        await made.SendAsync((await made.GoAsync("plan")).Form("/plan").With("owner", $"O {Evil}").With("note", Evil));
        await made.SendAsync((await made.GoAsync("plan")).Form("/plan", "action").With("action", $"A {Evil}").With("owner", Evil));
        seen.Add(await made.SendAsync((await made.GoAsync("plan")).Form("/plan").With("due", Evil)));
        seen.Add(await made.SendAsync((await made.GoAsync("time")).Form("/bring").With("day", Evil).WithFile("file", $"{Evil}.json".Replace("\"", "", StringComparison.Ordinal), Encoding.UTF8.GetBytes($"{{\"{Evil.Replace("\"", "'", StringComparison.Ordinal)}\": 1}}"))));
        seen.Add(await made.GoAsync($"rules?see=1&pack={Uri.EscapeDataString(Evil)}"));
        seen.Add(await made.GoAsync($"results?day={Uri.EscapeDataString(Evil)}"));
        seen.Add(await made.GoAsync($"time?told={Uri.EscapeDataString(Evil)}"));
        seen.AddRange(await MainPathTests.EveryPageAsync(made.Office, await made.Office.GoAsync(made.OfficeHome)));
        seen.AddRange([await made.GoAsync("report/perspectives.html"), await made.GoAsync("report/timeline.html"), await made.GoAsync("report/plan.html"), await made.GoAsync("report/report.html")]);

        var pages = seen.Where(page => page.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal)).ToList();
        pages.Should().HaveCountGreaterThan(40);
        foreach (var page in pages)
        {
            page.Document.QuerySelectorAll("img, [onerror], script:not([src])").Should().BeEmpty(page.Address.ToString());
            page.Html.Should().NotContainAny("<img src=x", "<script>alert");
        }

        pages.Count(page => page.Text.Contains("onerror=alert(1)", StringComparison.Ordinal)).Should().BeGreaterThan(20);
    }

    [Fact]
    public async Task Body_OfTenMegabytes_IsRefusedAndOthersAreAnswered()
    {
        await using var server = await RegisterServer.StartAsync();
        var made = await server.MakeAsync();
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        var big = new string('x', 10_000_000);
        foreach (var (address, body, type) in new[]
        {
            ($"{police.Home}answer", $"token={police.Page.Form("/answer")["token"]}&note={big}", "application/x-www-form-urlencoded"),
            ($"{made.Home}plan", $"note={big}", "application/x-www-form-urlencoded"),
            ($"{police.Home}answer", $"--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n{big}\r\n--b--\r\n", "multipart/form-data; boundary=b"),
            ("/r/aaaaaaaaaaaa/answer", $"note={big}", "application/x-www-form-urlencoded"),
        })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, address)) { Content = new StringContent(body) };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            request.Headers.ExpectContinue = true;
            var page = await (address.StartsWith(made.Home, StringComparison.Ordinal) ? made.Office : police.Browser).SendAsync(request);
            page.Status.Should().Be(address.Contains("aaaa", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.RequestEntityTooLarge, address);
        }

        // Said in pieces, without a length.
        var pieces = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, $"{police.Home}answer")) { Content = new StringContent($"note={big}") };
        pieces.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        pieces.Headers.TransferEncodingChunked = true;
        var cut = async () => await police.Browser.SendAsync(pieces);
        try
        {
            (await cut()).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // The server answered and closed before all was sent, which is as good a refusal.
        }

        var many = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, $"{police.Home}answer")) { Content = new StringContent(string.Join('&', Enumerable.Range(0, 5_000).Select(number => $"f{number}="))) };
        many.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        (await police.Browser.SendAsync(many)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await police.GoAsync("")).Status.Should().Be(HttpStatusCode.OK);
        (await made.GoAsync()).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Form_ThatCannotBeRead_IsNotCalledTooLarge()
    {
        await using var server = await RegisterServer.StartAsync();
        var made = await server.MakeAsync();
        foreach (var (body, type) in new[] { ("name=a%00b", "application/x-www-form-urlencoded"), ("--x\r\nno header", "multipart/form-data; boundary=x"), ("name=a", "multipart/form-data") })
        {
            var content = new StringContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            var page = await made.Office.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{made.Home}settings") { Content = content });
            page.Status.Should().Be(HttpStatusCode.BadRequest, type);
            page.Text.Should().Contain("Nothing was changed").And.NotContain("larger");
        }

        (await made.GoAsync()).At("h1").Should().Be("Shared control room");
    }

    [Fact]
    public async Task Flood_FromOneAddress_IsToldToWaitAndOthersAreAnswered()
    {
        await using var server = await RegisterServer.StartAsync(Kind.Sqlite, null, "--Register:Proxies:0=127.0.0.1", "--Register:Limits:RequestsOfAddress=30");
        var link = server.FirstLink!;
        using var flood = new Browser(server.Address);
        flood.Headers.Add("X-Forwarded-For", "203.0.113.7");
        var pages = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => flood.GoAsync("/")));
        pages.Count(page => page.Status == HttpStatusCode.OK).Should().Be(30);
        var refused = pages.Where(page => page.Status == HttpStatusCode.TooManyRequests).ToList();
        refused.Should().HaveCount(50);
        refused[0].Headers["Retry-After"].Should().MatchRegex("^[0-9]+$");
        refused[0].Text.Should().Contain("Too many requests");

        using var other = new Browser(server.Address);
        other.Headers.Add("X-Forwarded-For", "203.0.113.8");
        (await other.GoAsync(link)).Status.Should().Be(HttpStatusCode.OK);
        server.Log.All.Should().Contain(line => line.Contains("Too many requests from 203.0.113.7", StringComparison.Ordinal));

        // One network of version 6 is one address.
        var six = new List<HttpStatusCode>();
        for (var number = 0; number < 40; number++)
        {
            using var each = new Browser(server.Address);
            each.Headers.Add("X-Forwarded-For", $"2001:db8:1:2::{number:x}");
            six.Add((await each.GoAsync("/")).Status);
        }

        six[^1].Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Forwarded_WithoutProxies_IsNotBelieved()
    {
        await using var server = await RegisterServer.StartAsync(Kind.Sqlite, null, "--Register:Limits:RequestsOfAddress=30");
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 40; number++)
        {
            using var each = new Browser(server.Address);
            each.Headers.Add("X-Forwarded-For", $"203.0.113.{number}");
            statuses.Add((await each.GoAsync("/")).Status);
        }

        statuses[^1].Should().Be(HttpStatusCode.TooManyRequests, "all came from one address, whatever they say");
        await using var another = await RegisterServer.StartAsync();
        var (browser, home) = await another.EnterOfficeAsync();
        browser.Headers.Add("X-Forwarded-Proto", "https");
        browser.Headers.Add("X-Forwarded-Host", "evil.example");
        var made = await browser.SendAsync((await browser.GoAsync($"{home.Address.AbsolutePath}new")).Form("/new").With("name", "x").With("partners", "A"));
        made.NewLinks.Should().HaveCount(2).And.OnlyContain(link => link.StartsWith(another.Address.ToString()));
        made.Headers.Should().NotContainKey("Strict-Transport-Security");
    }

    [Fact]
    public async Task Forwarded_ByAProxyThatIsNamed_IsBelieved()
    {
        await using var server = await RegisterServer.StartAsync(Kind.Sqlite, null, "--Register:Proxies:0=127.0.0.0/8");
        using var browser = new Browser(server.Address);
        browser.Headers.Add("X-Forwarded-Proto", "https");
        browser.Headers.Add("X-Forwarded-Host", "register.example");
        browser.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var request = new HttpRequestMessage(HttpMethod.Get, server.FirstLink);
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var entered = await client.SendAsync(request);
        entered.Headers.GetValues("Set-Cookie").Single().Should().Contain("secure");
        entered.Headers.Should().Contain(header => header.Key == "Strict-Transport-Security");
        (await browser.GoAsync("/l/aaaaaaaaaaaa.x")).Status.Should().Be(HttpStatusCode.Forbidden);
        server.Log.All.Should().Contain(line => line.Contains("Refused, not a link", StringComparison.Ordinal) && line.Contains("203.0.113.9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_IsOffByDefaultAndBelievedFromTheProxyAlone()
    {
        await using (var off = await RegisterServer.StartAsync())
        {
            using var browser = new Browser(off.Address);
            browser.Headers.Add("X-Remote-User", "anna");
            (await browser.GoAsync("/r/me/")).Should().Match<Page>(page => page.Status == HttpStatusCode.Forbidden && page.Text.Contains("You are not signed in here"));
        }

        await using (var elsewhere = await RegisterServer.StartAsync(Kind.Sqlite, null, "--Register:SignIn:Header=X-Remote-User", "--Register:SignIn:From:0=10.9.8.7", "--Register:SignIn:Office:0=anna", "--Register:Proxies:0=127.0.0.1"))
        {
            using var browser = new Browser(elsewhere.Address);
            browser.Headers.Add("X-Remote-User", "anna");
            browser.Headers.Add("X-Forwarded-For", "10.9.8.7");
            (await browser.GoAsync("/r/me/")).Status.Should().Be(HttpStatusCode.Forbidden, "the connection is from 127.0.0.1, whatever is said of it");
        }

        await using var server = await RegisterServer.StartAsync(Kind.Sqlite, null, "--Register:SignIn:Header=X-Remote-User", "--Register:SignIn:From:0=127.0.0.1", "--Register:SignIn:Office:0=anna", "--Register:SignIn:Readers:0=ben");
        server.FirstLink.Should().BeNull("the office signs in");
        using var anna = new Browser(server.Address);
        anna.Headers.Add("X-Remote-User", "anna");
        var made = await anna.SendAsync((await anna.GoAsync("/r/me/new")).Form("/new").With("name", "Signed in").With("partners", "A"));
        made.NewLinks.Should().HaveCount(2);
        (await anna.GoAsync($"{new Uri(server.Address, made.Form("/close").Action).AbsolutePath.Replace("/close", "/history", StringComparison.Ordinal)}")).Text.Should().Contain("the office anna");
        using var ben = new Browser(server.Address);
        ben.Headers.Add("X-Remote-User", "ben");
        (await ben.GoAsync("/r/me/")).Text.Should().Contain("Signed in");
        (await ben.GoAsync("/r/me/new")).Status.Should().Be(HttpStatusCode.Forbidden);
        var forged = (await anna.GoAsync("/r/me/new")).Form("/new").With("name", "Forged").With("partners", "A").With("token", "x");
        (await anna.SendAsync(forged)).Status.Should().Be(HttpStatusCode.BadRequest, "another site could send a form with the header of the proxy too");
        using var both = new Browser(server.Address);
        both.Headers.Add("X-Remote-User", ["anna", "ben"]);
        (await both.GoAsync("/r/me/")).Status.Should().Be(HttpStatusCode.Forbidden);
        using var nobody = new Browser(server.Address);
        nobody.Headers.Add("X-Remote-User", "carl");
        (await nobody.GoAsync("/r/me/")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    /// <summary>Who makes a link can open it. Its respondent is told on every page, and sees when each link was followed, also one that was withdrawn since.</summary>
    [Theory, EveryDatabase]
    public async Task Coordinator_WhoOpensALinkOfARespondent_IsSeenByThem(Kind kind)
    {
        var clock = new FakeTimeProvider(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        await using var server = await RegisterServer.StartAsync(kind, clock);
        var made = await server.MakeAsync(also: form => form.With("naming", "Letters"));
        (await made.GoAsync()).Text.Should().Contain("send links, and open none");
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        police.Page.Text.Should().NotContain("Another link to your answers");
        var answer = police.Page.Form("/answer").Choices("a")[0];
        await police.SaveAsync(answer, "only I know");
        var own = await police.GoAsync("about");
        own.Text.Should().ContainAll("makes the links, and could open one of yours", $"which you use now: made on {At(clock)}; followed on {At(clock)}").And.NotContain("no answer before the round is closed.");

        clock.Advance(TimeSpan.FromHours(3));
        var respondents = await made.GoAsync();
        var page = await made.SendAsync(respondents.Form("/link", "respondent", respondents.Form("/link", "respondent")["respondent"]));
        page.Text.Should().Contain("who made this link could open it").And.NotContain("no one sees your answers");
        var link = page.NewLinks.Single();
        var told = $"Another link to your answers was made on {At(clock)}. Whoever opens one sees your answers and can change them.";
        foreach (var part in new[] { "", "answers", "about", police.Page.Ways.FirstOrDefault(way => way.Contains("change", StringComparison.Ordinal)) ?? "about" })
        {
            (await police.GoAsync(part)).Text.Should().Contain(told, part);
        }

        using var api = new ApiTests.Api(server, made.RespondentLinks[0]);
        (await api.GetAsync("interview")).Json.GetProperty("otherLinks").GetArrayLength().Should().Be(1);
        police.Page.Text.Should().Contain("not followed so far");

        clock.Advance(TimeSpan.FromHours(1));
        var followed = At(clock);
        (await server.EnterAsync(link)).Page.Status.Should().Be(HttpStatusCode.OK);
        await made.SendAsync((await made.GoAsync()).Form("/revoke", "link", new Uri(link).AbsolutePath.Split('/')[^1].Split('.')[0]));
        (await police.GoAsync("about")).Text.Should().ContainAll(told, $"withdrawn on {followed}; followed on {followed}");
        (await police.GoAsync("answers")).Text.Should().Contain("only I know", "nothing is lost");

        static string At(FakeTimeProvider clock) => clock.GetUtcNow().ToLocalTime().ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What signs someone in at a proxy comes along with requests of any site, and closing takes no body that would keep a form out.</summary>
    [Fact]
    public async Task SignedIn_RequestOfAnotherSite_ChangesNothing()
    {
        await using var server = await RegisterServer.StartAsync(
            Kind.Sqlite, null, "--Register:SignIn:Header=X-Remote-User", "--Register:SignIn:From:0=127.0.0.1", "--Register:SignIn:Office:0=anna", "--Register:PublicAddress=https://register.example");
        using var anna = new Browser(server.Address);
        anna.Headers.Add("X-Remote-User", "anna");
        var form = (await anna.GoAsync("/r/me/new")).Form("/new").With("name", "Signed in").With("partners", "A");
        var made = await anna.SendAsync(form);
        var id = made.Form("/close").Action.Split('/')[^2];
        var police = await Answerer.EnterAsync(server, new Uri(made.NewLinks[1]).PathAndQuery);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0]);

        foreach (var (name, value) in new[]
        {
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"), ("Origin", "null"), ("Origin", "https://register.example.evil.example"),
            ("Origin", $"{server.Address.Scheme}://{server.Address.Host}:1"),
        })
        {
            foreach (var address in new[] { $"/api/collaborations/{id}/close?day=2026-01-01", $"/api/collaborations/{id}/snapshots", "/api/collaborations", "/collabrisk/evaluate", $"/r/me/c/{id}/close" })
            {
                var page = await anna.SendAsync(Request(address, (name, value)));
                (page.Status, page.Html).Should().Match<(HttpStatusCode Status, string Html)>(each => each.Status == HttpStatusCode.Forbidden && each.Html.Contains("sent by another site"), $"{address}, {name}: {value}");
            }
        }

        (await anna.GoAsync($"/r/me/c/{id}/")).Text.Should().Contain("Round 1 is open");
        (await anna.SendAsync(Request($"/api/collaborations/{id}/close?day=2026-01-01", ("Origin", "https://register.example")))).Status.Should().Be(HttpStatusCode.NoContent, "its own pages may");
        (await anna.SendAsync(Request("/collabrisk/evaluate", ("Sec-Fetch-Site", "same-origin"), ("Origin", "https://elsewhere.example")))).Status.Should().NotBe(HttpStatusCode.Forbidden);
        (await anna.SendAsync(Request("/collabrisk/evaluate"))).Status.Should().NotBe(HttpStatusCode.Forbidden, "a program says nothing");
        anna.Headers.Add("Sec-Fetch-Site", "cross-site");
        (await anna.GoAsync("/r/me/")).Status.Should().Be(HttpStatusCode.OK, "a way from another site into the register is open");
        server.Log.All.Should().Contain(line => line.Contains("Refused, sent by another site", StringComparison.Ordinal));

        HttpRequestMessage Request(string address, params (string Name, string Value)[] headers)
        {
            // What takes JSON refuses any other type before it is asked who sends it.
            var takesJson = address.EndsWith("/snapshots", StringComparison.Ordinal) || address.EndsWith("/collaborations", StringComparison.Ordinal);
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, address)) { Content = takesJson ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([KeyValuePair.Create("x", "1")]) };
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            return request;
        }
    }

    [Theory, EveryDatabase]
    public async Task Log_AtTheLowestLevel_HasNoSecretAndNoAnswer(Kind kind)
    {
        // Whatever the configuration asks for.
        await using var server = await RegisterServer.StartAsync(kind, null,
            "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Routing.Matching.DfaMatcher=Trace", "--Logging:LogLines:LogLevel:Default=Trace");
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        await police.SaveAsync("no way", "a note: Zanzibar");
        await made.CloseAsync();
        using var api = new ApiTests.Api(server, made.CoordinatorLink);
        await api.GetAsync($"collaborations/{made.Id}");
        using var browser = new Browser(server.Address);
        await browser.GoAsync($"{new Uri(made.RespondentLinks[1]).AbsolutePath}/more");
        await browser.GoAsync($"{new Uri(made.RespondentLinks[1]).AbsolutePath}?x=1");
        using (var raw = new System.Net.Sockets.TcpClient(server.Address.Host, server.Address.Port))
        {
            await raw.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {new Uri(made.RespondentLinks[1]).AbsolutePath} and more HTTP/1.1\r\n\r\n"));
            await raw.GetStream().ReadExactlyAsync(new byte[12]);
        }

        var secrets = made.RespondentLinks.Append(made.CoordinatorLink).Append(server.FirstLink!).Select(link => link.Split('.')[^1]).Append(police.Page.Html.Contains("token") ? police.Page.Form("/answer")["token"] : "no token").ToList();
        var log = server.Log.All;
        log.Should().HaveCountGreaterThan(50);
        log.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)) || line.Contains("Zanzibar", StringComparison.Ordinal)).Should().BeEmpty();
        log.Should().Contain(line => line.Contains("was opened by Coordinator", StringComparison.Ordinal) || line.Contains("was opened by Respondent", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Headers_OfEveryPage_AreSafe(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var (made, police) = await TimeTests.AnsweredAsync(server, "no");
        await made.CloseAsync();
        var pages = new List<Page>(await MainPathTests.EveryPageAsync(made.Office, await made.Office.GoAsync(made.OfficeHome)));
        pages.AddRange(await MainPathTests.EveryPageAsync(police.Browser, await police.GoAsync("")));
        using var browser = new Browser(server.Address);
        pages.AddRange([await browser.GoAsync("/"), await browser.GoAsync("/no/such/page"), await browser.GoAsync("/l/x"), await browser.GoAsync("/register.css"), await browser.GoAsync("/health"), await browser.GoAsync("/api/me"), await browser.GoAsync("/api/register.json")]);
        pages.Should().HaveCountGreaterThan(40);
        foreach (var page in pages)
        {
            var at = page.Address.ToString();
            page.Headers.Should().ContainKey("X-Content-Type-Options", at).WhoseValue.Should().Be("nosniff", at);
            page.Headers["Referrer-Policy"].Should().Be("same-origin", at);
            page.Headers["X-Frame-Options"].Should().Be("DENY", at);
            page.Headers["Content-Security-Policy"].Should().Contain("default-src 'none'", at).And.NotContain("unsafe-eval", at);
            page.Headers["Cross-Origin-Opener-Policy"].Should().Be("same-origin", at);
            page.Headers["Cache-Control"].Should().Contain(at.EndsWith(".css", StringComparison.Ordinal) ? "no-cache" : "no-store", at);
            page.Headers.Should().NotContainKeys("Server", "X-Powered-By");
        }

        pages.Where(page => page.Status == HttpStatusCode.InternalServerError).Should().BeEmpty();
    }
}
