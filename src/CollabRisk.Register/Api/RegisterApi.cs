using System.ComponentModel;
using System.Text.Json;
using CollabRisk.AspNetCore;
using CollabRisk.Register.Access;
using CollabRisk.Register.Answering;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Register.Requests;
using CollabRisk.Register.Routes;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Settings;
using CollabRisk.Register.Storage;
using CollabRisk.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CollabRisk.Register.Api;

/// <summary>The register for programs: what its pages do, as JSON. A link is the token: whatever it opens in a browser, it opens here.</summary>
internal sealed class RegisterApi(RegisterStore store, RuleShelf shelf, Coordinator coordinator, AnswerDesk desk, EntryRoutes entries, Gate gate, Door door, IOptions<RegisterOptions> options, TimeProvider clock)
{
    public const string DocumentName = "register";

    private const string VisitorItem = "visitor";

    private const string Json = "application/json";

    /// <summary>What the document of the API says of it as a whole.</summary>
    public static void Describe(OpenApiOptions document)
    {
        document.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        document.AddDocumentTransformer((api, _, _) =>
        {
            api.Info = new() { Title = "CollabRisk register", Version = "1", Description = "Collaborations that several people keep together. Every request has a link as its token: what follows /l/ in it, as 'Authorization: Bearer …'. What is sent again with the same Idempotency-Key, of at most 200 characters, is one request as long as the address with its query and the body are the same, byte for byte; with another body it is another request. The questions of the library itself are under /collabrisk, with a document of their own." };
            api.Components ??= new();
            api.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { ["link"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "What follows /l/ in a link." } };
            api.Security = [new() { [new("link", api)] = [] }];
            return Task.CompletedTask;
        });
    }

    public void Map(WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}.json");
        var api = app.MapGroup("/api").WithTags("Register").AddEndpointFilter(AdmitAsync);
        api.MapGet("me", (Delegate)((HttpContext context) => new Me(Of(context).Role, Of(context).Entry, Of(context).Respondent))).WithSummary("Who you are here").WithDescription("The role of your link, and what it is for.");
        api.MapGet("collaborations", (Delegate)ListAsync).WithSummary("The collaborations that you may see").Produces<IReadOnlyList<Summary>>().WithDescription("With the range of the latest snapshot by the rules of today.");
        api.MapPost("collaborations", MakeAsync).WithSummary("Make a collaboration").Produces<Made>(StatusCodes.Status201Created).ProducesValidationProblem().WithDescription("For the office. The links are in the answer, and nowhere afterwards. Sent twice with the same Idempotency-Key, it is made once.");
        var one = api.MapGroup("collaborations/{id}").AddEndpointFilter(SeesAsync);
        one.MapGet("", (Delegate)((HttpContext context) => SummaryAsync(EntryOf(context), context.RequestAborted))).WithSummary("A collaboration").Produces<Summary>();
        one.MapGet("assessment", AssessmentAsync).WithSummary("The assessment of a snapshot").Produces(StatusCodes.Status200OK, contentType: Json).WithDescription("The latest, or that of the day in 'day'. Compact unless 'detail' is 'full'; the schemas are those of the library.");
        one.MapGet("timeline", (Delegate)TimelineAsync).WithSummary("The course over time").Produces(StatusCodes.Status200OK, contentType: Json).ProducesProblem(StatusCodes.Status409Conflict).WithDescription("The schema is that of the library. Its 'hostNotes' say who answered for a day and for those before, and which days are left out ('leftOut') since they cannot be assessed, and why. The first day that can be assessed has no note of who answered, nor has a day where neither it nor any before comes of a round. 409 only where no day can be assessed; its errors have why, day by day.");
        one.MapGet("plan", (Delegate)PlanAsync).WithSummary("The action plan").Produces(StatusCodes.Status200OK, contentType: Json).WithDescription("The schema is that of the library. Its 'hostNotes' say who answered for the latest day and for those before, or why the two cannot be compared; they are left out where there is no day before, or where neither it nor any before comes of a round.");
        one.MapGet("respondents", (Delegate)RespondentsAsync).WithSummary("Who was asked, and how far they are").Produces<IReadOnlyList<RespondentState>>().WithDescription("For coordinators. That someone has answered, and not what.");
        one.MapPost("partners", JoinAsync).WithSummary("Add a partner").Produces<PartnersState>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict).WithDescription("For coordinators. A new one, or one that has left and takes part again. It counts from the next round on, or in the open one as long as no one has answered in it; no one is asked by it.");
        one.MapPost("partners/rename", RenameAsync).WithSummary("Rename a partner").Produces<PartnersState>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict).WithDescription("For coordinators. It stays the same partner, also in what was answered before. A respondent of its name is renamed with it, unless another respondent has the new name.");
        one.MapPost("partners/leave", LeaveAsync).WithSummary("Say that a partner has left").Produces<PartnersState>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict).WithDescription("For coordinators. It counts from the next round on, or in the open one as long as no one has answered in it; what was answered stays.");
        one.MapPost("snapshots", AddSnapshotAsync).Accepts<Collaboration>(Json).WithSummary("Bring in the facts of a day").Produces<SnapshotMade>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).WithDescription("For coordinators. The body is a collaboration; its day is in 'day' or in the body. Sent twice with the same Idempotency-Key, it is kept once and answered as the first time.");
        one.MapPost("close", CloseAsync).WithSummary("Close the round").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict).WithDescription("For coordinators. Sent twice with the same Idempotency-Key, it closes one round and is answered as the first time.");
        one.MapPost("rounds/{round:int}/day", CorrectDayAsync).WithSummary("Correct the day of a closed round").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict).WithDescription("For coordinators. Where the day that it was closed as of was a slip; what was answered stays as it is.");
        api.MapGet("interview", (Delegate)InterviewAsync).WithSummary("The question to answer now").Produces<InterviewState>();
        api.MapPost("interview", AnswerAsync).WithSummary("Answer it").Produces<InterviewState>().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status400BadRequest).WithDescription("'round' and 'version' are those of the question; sent twice with the same 'request', or Idempotency-Key, it is kept once.");
        app.MapCollabRisk("/collabrisk").AddEndpointFilter(AdmitAsync);
    }

    /// <summary>What is wrong, as problem details.</summary>
    public static IResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);

    private static Visitor Of(HttpContext context) => (Visitor)context.Items[VisitorItem]!;

    private static Entry EntryOf(HttpContext context) => (Entry)context.Items[nameof(Entry)]!;

    private async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (visitor, refusal) = await gate.AdmitBearerAsync(context.HttpContext);
        if (visitor is null)
        {
            door.Note(context.HttpContext, refusal!, visitor);
            if (refusal!.Status == StatusCodes.Status401Unauthorized)
            {
                context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            }

            return Problem(refusal.Status, refusal.Title, refusal.Advice);
        }

        if (RequestName.WhyNot(context.HttpContext) is { } why)
        {
            return NotValid(why);
        }

        context.HttpContext.Items[VisitorItem] = visitor;
        try
        {
            return await next(context);
        }
        catch (StorageException e)
        {
            door.NotStored(e, context.HttpContext.Request.Method);
            return Problem(StatusCodes.Status503ServiceUnavailable, "The register cannot be used now", $"{e.Shown} {(e.IsLasting ? e.Advice : "It is not certain whether what you sent was kept: send it again, with the same request.")}");
        }
    }

    private async ValueTask<object?> SeesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var id = (string)context.HttpContext.Request.RouteValues["id"]!;
        if (!Of(context.HttpContext).Sees(id))
        {
            return NotAllowed();
        }

        context.HttpContext.Items[nameof(Entry)] = await store.FindAsync(id, context.HttpContext.RequestAborted);
        return context.HttpContext.Items[nameof(Entry)] is null ? NotThere() : await next(context);
    }

    private async Task<IReadOnlyList<Summary>> ListAsync(HttpContext context) => Of(context) is { Entry: { } only } visitor
        ? visitor.Sees(only) && await store.FindAsync(only, context.RequestAborted) is { } entry ? [await SummaryAsync(entry, context.RequestAborted)] : []
        : [.. (await entries.AllAsync(context.RequestAborted)).Where(each => Of(context).Sees(each.Entry.Id)).Select(SummaryOf)];

    private async Task<Summary> SummaryAsync(Entry entry, CancellationToken cancel) => SummaryOf(await entries.LatestOfAsync(entry, cancel));

    private static Summary SummaryOf(LatestOf latest) => new(
        latest.Entry.Id, latest.Entry.Name, latest.Entry.Partners, latest.Entry.Packs, latest.Entry.LastRound.Number, latest.Entry.OpenRound is not null,
        latest.Latest?.Collaboration.AsOf, latest.Latest?.Overall.AtLeast, latest.Latest?.Overall.AtMost, latest.Entry.Version, latest.Problem);

    private async Task<IResult> MakeAsync(HttpContext context, [FromBody] NewCollaboration given)
    {
        if (Of(context).Role != Role.Office)
        {
            return NotAllowed();
        }

        var (wanted, problems) = new NewEntry(given.Name ?? "", Texts(given.Partners), given.Naming, given.SmallestGroup, given.Form, Texts(given.Packs), given.Days).Check(shelf);
        if (problems.Count > 0)
        {
            return TypedResults.ValidationProblem(
                problems.GroupBy(each => each.Field, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Select(each => each.Problem).ToArray(), StringComparer.Ordinal), title: "The collaboration cannot be made.");
        }

        var (entry, links) = await coordinator.MakeAsync(wanted, new(Of(context).By, await RequestName.OfAsync(context)), context.RequestAborted);
        return links is null
            ? Problem(StatusCodes.Status409Conflict, "It was made before", $"This request made the collaboration {entry.Id} before; its links were in that answer.")
            : TypedResults.Created($"/api/collaborations/{entry.Id}", new Made(entry.Id, [.. links.Select(link => new MadeLink(link.Role, link.Respondent?.Name, $"{options.Value.AddressFor(context.Request)}/l/{link.Secret}", link.EndsAt))]));
    }

    /// <summary>What a list has, with null as the empty text that it comes to.</summary>
    private static IReadOnlyList<string> Texts(IReadOnlyList<string?>? given) => [.. given?.Select(each => each ?? "") ?? []];

    private async Task<IResult> AssessmentAsync(HttpContext context, [Description("The day of the snapshot; left out for the latest.")] DateOnly? day, [Description("'full' or 'compact'.")] string? detail) =>
        (await store.SnapshotsAsync(EntryOf(context).Id, context.RequestAborted)).LastOrDefault(snapshot => day is null || snapshot.Day == day) is not { } snapshot ? NotThere()
        : Enum.TryParse<AssessmentDetail>(detail ?? "compact", ignoreCase: true, out var how) ? TypedResults.Text(entries.Assess(EntryOf(context), snapshot).ToJson(how), Json)
        : NotValid($"detail: '{detail}' is neither 'full' nor 'compact'.");

    private async Task<IResult> TimelineAsync(HttpContext context)
    {
        var entry = EntryOf(context);
        var snapshots = await store.SnapshotsAsync(entry.Id, context.RequestAborted);
        if (snapshots.Count == 0)
        {
            return NotThere();
        }

        var days = entries.OverTime(entry, snapshots);
        return EntryRoutes.TimelineOf(days) is { } timeline ? TypedResults.Text(timeline.ToJson(), Json)
            : TypedResults.Problem(new HttpValidationProblemDetails(new Dictionary<string, string[]> { [""] = [.. DayInTime.ProblemsOf(days)] }) { Status = StatusCodes.Status409Conflict, Title = DayInTime.None });
    }

    private async Task<IResult> PlanAsync(HttpContext context) =>
        entries.PlanOf(EntryOf(context), await store.SnapshotsAsync(EntryOf(context).Id, context.RequestAborted)) is { } plan ? TypedResults.Text(plan.ToJson(), Json) : NotThere();

    private async Task<IResult> RespondentsAsync(HttpContext context)
    {
        var entry = EntryOf(context);
        if (!Of(context).Coordinates(entry.Id))
        {
            return NotAllowed();
        }

        var sheets = (await store.SheetsAsync(entry.Id, context.RequestAborted)).Where(sheet => sheet.Round == entry.LastRound.Number).ToDictionary(sheet => sheet.Respondent, StringComparer.Ordinal);
        return TypedResults.Ok<IReadOnlyList<RespondentState>>([.. entry.Respondents.Select(each => StateOf(entry, each, sheets.GetValueOrDefault(each.Id)))]);
    }

    private Task<IResult> JoinAsync(HttpContext context, [FromBody] GivenPartner given) => PartnersAsync(context, members => members.Join(given.Name ?? ""), "name");

    private Task<IResult> RenameAsync(HttpContext context, [FromBody] RenamedPartner given) => PartnersAsync(
        context, members => members.Rename(given.Name ?? "", given.NewName ?? ""), EntryOf(context).Partners.Contains(given.Name ?? "", Names.Alike) ? "newName" : "name");

    private Task<IResult> LeaveAsync(HttpContext context, [FromBody] GivenPartner given) => PartnersAsync(context, members => members.Leave(given.Name ?? ""), "name");

    private async Task<IResult> PartnersAsync(HttpContext context, Func<Membership, MembershipChange> change, string field)
    {
        var entry = EntryOf(context);
        if (!Of(context).Coordinates(entry.Id))
        {
            return NotAllowed();
        }

        var (made, author) = (change(await coordinator.MembershipAsync(entry, context.RequestAborted)), new Author(Of(context).By, await RequestName.OfAsync(context)));
        if (made.Problems.Count > 0)
        {
            return await coordinator.WasKeptAsync(entry, author, context.RequestAborted) ? TypedResults.Ok(new PartnersState(entry.Partners, made.From))
                : TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [.. made.Problems] }, title: "Who takes part cannot be changed so.");
        }

        return await IsKeptAsync(entry, author, await coordinator.SaveAsync(made, author, context.RequestAborted), context) ? TypedResults.Ok(new PartnersState(made.Changed.Partners, made.From)) : Outdated();
    }

    /// <summary>Whether a change is kept: now, or by the same request before, also where others have changed the collaboration in between.</summary>
    private async Task<bool> IsKeptAsync(Entry entry, Author author, SaveResult result, HttpContext context) =>
        result is SaveResult.Saved or SaveResult.SavedBefore || await coordinator.WasKeptAsync(entry, author, context.RequestAborted);

    private async Task<IResult> AddSnapshotAsync(HttpContext context, DateOnly? day)
    {
        var entry = EntryOf(context);
        if (!Of(context).Coordinates(entry.Id))
        {
            return NotAllowed();
        }

        var author = new Author(Of(context).By, await RequestName.OfAsync(context));
        var reading = await CollaborationJson.ReadAsync(context.Request.Body, shelf.EvaluatorOf(entry.Packs).RuleBook, context.RequestAborted);
        var problems = reading.Problems.Select(problem => $"{problem}").ToList();
        if (reading.Collaboration is { } facts)
        {
            day ??= facts.AsOf;
            if (day is null)
            {
                problems.Add("No day was given. Give asOf in the body, or 'day' in the query.");
            }
            else if (Coordinator.WhyNotADay(day.Value, CalendarDay.Today(clock)) is { } why)
            {
                problems.Add($"day: {why}");
            }
            else if ((await store.SnapshotsAsync(entry.Id, context.RequestAborted)).Any(snapshot => snapshot.Day == day))
            {
                return await coordinator.WasKeptAsync(entry, author, context.RequestAborted) ? MadeOf(entry, day.Value) : Problem(StatusCodes.Status409Conflict, "There is a snapshot of that day", $"{CalendarDay.Write(day.Value)} has a snapshot already, and nothing is overwritten.");
            }
        }

        if (problems.Count > 0)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [""] = [.. problems] }, title: "The facts cannot be taken.");
        }

        return await IsKeptAsync(entry, author, await coordinator.AddSnapshotAsync(entry, reading.Collaboration!, day!.Value, author, context.RequestAborted), context) ? MadeOf(entry, day.Value) : Outdated();
    }

    private static IResult MadeOf(Entry entry, DateOnly day) => TypedResults.Created($"/api/collaborations/{entry.Id}/assessment?day={CalendarDay.Write(day)}", new SnapshotMade(day));

    private async Task<IResult> CloseAsync(HttpContext context, [Description("The day that the answers describe; left out for today.")] DateOnly? day)
    {
        var entry = EntryOf(context);
        if (!Of(context).Coordinates(entry.Id))
        {
            return NotAllowed();
        }

        // Asked before anything speaks against it, since sent again when the next round is open, it would close that one; and after the snapshots were read, since the
        // same request may close the round at this moment, and its own snapshot would be in the way.
        var (on, snapshots, author) = (day ?? CalendarDay.Today(clock), await store.SnapshotsAsync(entry.Id, context.RequestAborted), new Author(Of(context).By, await RequestName.OfAsync(context)));
        if (await coordinator.WasKeptAsync(entry, author, context.RequestAborted))
        {
            return TypedResults.NoContent();
        }

        var why = entry.OpenRound is null ? "It is closed already."
            : Coordinator.WhyNotADay(on, CalendarDay.Today(clock)) is { } notADay ? notADay
            : snapshots.Any(snapshot => snapshot.Day == on) ? Coordinator.IsTaken(on)
            : Coordinator.WhyNotCloseOn(snapshots, on) is { } early ? early
            : Coordinator.WhyNotClose(entry, await store.SheetsAsync(entry.Id, context.RequestAborted));
        if (why is not null)
        {
            return Problem(StatusCodes.Status409Conflict, "The round cannot be closed", why);
        }

        return await IsKeptAsync(entry, author, await coordinator.CloseAsync(entry, on, author, context.RequestAborted), context) ? TypedResults.NoContent() : Outdated();
    }

    private async Task<IResult> CorrectDayAsync(HttpContext context, int round, [Description("The day that the answers describe.")] DateOnly day)
    {
        var entry = EntryOf(context);
        if (!Of(context).Coordinates(entry.Id))
        {
            return NotAllowed();
        }

        var (snapshots, author) = (await store.SnapshotsAsync(entry.Id, context.RequestAborted), new Author(Of(context).By, await RequestName.OfAsync(context)));
        if (Coordinator.WhyNotCorrect(entry, snapshots, round, day, CalendarDay.Today(clock)) is { } why)
        {
            return await coordinator.WasKeptAsync(entry, author, context.RequestAborted) ? TypedResults.NoContent() : Problem(StatusCodes.Status409Conflict, "The day cannot be corrected so", why);
        }

        return await IsKeptAsync(entry, author, await coordinator.CorrectDayAsync(entry, snapshots.First(each => each.Round == round), day, author, context.RequestAborted), context) ? TypedResults.NoContent()
            : Outdated();
    }

    private async Task<IResult> InterviewAsync(HttpContext context) =>
        Of(context).Role != Role.Respondent ? NotAllowed() : await desk.OpenAsync(Of(context), context.RequestAborted) is { } open ? TypedResults.Ok(StateOf(open, Of(context))) : NotThere();

    private async Task<IResult> AnswerAsync(HttpContext context, [FromBody] GivenAnswer given)
    {
        if (Of(context).Role != Role.Respondent)
        {
            return NotAllowed();
        }

        if (await desk.OpenAsync(Of(context), context.RequestAborted) is not { } open)
        {
            return NotThere();
        }

        if (given.Round is not { } round)
        {
            return NotValid("round: It is not there. Give that of the question, as GET /api/interview has it.");
        }

        if (given.Request is { } key && RequestName.WhyNot("request", key) is { } why)
        {
            return NotValid(why);
        }

        var author = new Author(Of(context).By, given.Request is { } request ? RequestName.Of(context, request, JsonSerializer.Serialize(given)) : await RequestName.OfAsync(context));
        if (!open.IsOpen)
        {
            return await desk.WasKeptAsync(open, round, author, context.RequestAborted) ? TypedResults.Ok(StateOf(open, Of(context))) : Problem(StatusCodes.Status409Conflict, "The round is closed", "It takes no more answers. What was answered is part of the results.");
        }

        var result = await desk.TakeAsync(
            open, new(given.Action, round, given.Version, given.Path ?? "", given.Answer ?? "", given.Note, given.Telling), author, context.RequestAborted);
        return result.Problem is { } problem ? Problem(StatusCodes.Status422UnprocessableEntity, "The answer cannot be taken", problem)
            : result.Result is SaveResult.Saved or SaveResult.SavedBefore ? TypedResults.Ok(StateOf((await desk.OpenAsync(Of(context), context.RequestAborted))!, Of(context)))
            : round != open.Round.Number ? Problem(StatusCodes.Status409Conflict, "The round is not open", FormattableString.Invariant($"This is for round {round}, and round {open.Round.Number} is open. Nothing was kept. Read it again, and send what is still wanted."))
            : Outdated();
    }

    private static RespondentState StateOf(Entry entry, Respondent respondent, Sheet? sheet) =>
        new(respondent.Id, respondent.Name, sheet?.Answered > 0, entry.TellsHowMany ? sheet?.Answered ?? 0 : null, sheet?.IsFinished == true, Entry.IsAsked(respondent, entry.LastRound, sheet is null ? [] : [sheet]));

    private static InterviewState StateOf(Desk open, Visitor visitor)
    {
        var interview = open.Interview;
        return new(
            open.Entry.Name, open.Respondent.Name, open.Round.Number, open.Sheet.Version, open.IsOpen, open.Sheet.IsFinished, open.Sheet.Answered, open.Sheet.Skipped, open.Filled is null ? 0 : interview.Asked, interview.Assessment.Overall.AtLeast, interview.Assessment.Overall.AtMost,
            open.Entry.Telling, open.IsOpen && interview.Next is { } next ? new Asked(next.Path, next.Question, next.AllowedAnswers, next.CodingNote, next.Reason) : null, interview.End,
            [.. open.Links.Where(link => link.Id != visitor.Key).Select(link => link.MadeAt)]);
    }

    private static IResult NotValid(string detail) => Problem(StatusCodes.Status400BadRequest, "The request is not valid", detail);

    private static IResult NotAllowed() => Problem(Refusal.NotAllowed.Status, Refusal.NotAllowed.Title, Refusal.NotAllowed.Advice);

    private static IResult NotThere() => Problem(Refusal.NotThere.Status, Refusal.NotThere.Title, Refusal.NotThere.Advice);

    private static IResult Outdated() => Problem(StatusCodes.Status409Conflict, "Someone else changed it meanwhile", "Nothing was kept. Read it again, and send what is still wanted.");
}
