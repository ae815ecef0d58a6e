using CollabRisk.Comparing;
using CollabRisk.Perspectives;
using CollabRisk.Planning;
using CollabRisk.Register.Access;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Requests;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Settings;
using CollabRisk.Register.Storage;
using CollabRisk.RulePacks;
using CollabRisk.Text;
using Microsoft.Extensions.Options;

namespace CollabRisk.Register.Routes;

/// <summary>The addresses of the pages about one collaboration.</summary>
internal sealed partial class EntryRoutes(RegisterStore store, RuleShelf shelf, Coordinator coordinator, Door door, IOptions<RegisterOptions> options, TimeProvider clock, ILogger<EntryRoutes> log)
{
    private const string Outdated = "Someone else changed this collaboration meanwhile. Nothing of yours was kept: look at how it is now, and do it again.";

    private const string DeletedIt = "deleted a collaboration.";

    /// <summary>What is said where a form that makes a link was sent twice.</summary>
    public const string MadeBefore = "The link was made, and shown, before. If it was not copied, withdraw it and make another.";

    private DateOnly Today => CalendarDay.Today(clock);

    public void Map(RouteGroupBuilder pages)
    {
        var entry = pages.MapGroup("c/{entry}");
        entry.MapGet("", door.ForEntry(coordinates: true, (visit, of) => RespondentsAsync(visit, of, notice: Told(visit))));
        entry.MapPost("link", door.ForEntry(coordinates: true, AddLinkAsync));
        entry.MapPost("revoke", door.ForEntry(coordinates: true, RevokeAsync));
        entry.MapPost("respondent", door.ForEntry(coordinates: true, AddRespondentAsync));
        entry.MapPost("close", door.ForEntry(coordinates: true, CloseAsync));
        entry.MapPost("day", door.ForEntry(coordinates: true, CorrectDayAsync));
        entry.MapPost("open", door.ForEntry(coordinates: true, OpenAsync));
        entry.MapGet("results", door.ForEntry(coordinates: false, ResultsAsync));
        entry.MapGet("time", door.ForEntry(coordinates: false, (visit, of) => TimeAsync(visit, of, Told(visit))));
        entry.MapPost("bring", door.ForEntry(coordinates: true, BringAsync)).WithMetadata(new TakesFiles());
        entry.MapGet("plan", door.ForEntry(coordinates: false, (visit, of) => PlanPageAsync(visit, of)));
        entry.MapPost("plan", door.ForEntry(coordinates: true, SavePlanAsync));
        entry.MapGet("rules", door.ForEntry(coordinates: false, RulesAsync));
        entry.MapPost("rules", door.ForEntry(coordinates: true, TakeRulesAsync));
        entry.MapGet("history", door.ForEntry(coordinates: true, async (visit, of) => PageResult.Of(new HistoryPage(FrameOf(visit, of), await store.ChangesAsync(of.Id, visit.Cancel)).Write())));
        entry.MapGet("settings", door.ForEntry(coordinates: true, (visit, of) => SettingsAsync(visit, of, Told(visit))));
        entry.MapPost("settings", door.ForEntry(coordinates: true, SaveSettingsAsync));
        entry.MapPost("forget", door.ForEntry(coordinates: true, ForgetAsync));
        entry.MapPost("delete", door.ForEntry(coordinates: true, DeleteAsync, DeletedBeforeAsync));
        entry.MapGet("report/{report}.{form}", door.ForEntry(coordinates: false, ReportAsync));
        entry.MapGet("export.json", door.ForEntry(coordinates: true, async (visit, of) =>
        {
            await store.NoteAsync(visit.Visitor.By, "took an export along.", of.Id, "", visit.Cancel);
            return new FileResult(await Archive.ExportAsync(store, [of], visit.Cancel), "application/json", $"{FileName(of.Name)}.register.json");
        }));
    }

    /// <summary>The page of the respondents, also with what came of a form.</summary>
    public async Task<IResult> RespondentsAsync(Visit visit, Entry entry, IReadOnlyList<NewLink>? made = null, string? notice = null, IReadOnlyList<FormProblem>? problems = null) => PageResult.Of(
        new RespondentsPage(FrameOf(visit, entry), await store.SheetsAsync(entry.Id, visit.Cancel), await store.SnapshotsAsync(entry.Id, visit.Cancel), await store.LinksAsync(entry.Id, visit.Cancel), clock.GetUtcNow(), shelf.EvaluatorOf(entry.Packs).RuleBook)
            .Write(made ?? [], options.Value.AddressFor(visit.Context.Request), notice, problems),
        problems);

    /// <summary>The latest snapshot of a collaboration, assessed by the rules of today; null where there is none.</summary>
    public async Task<Assessment?> LatestAsync(Entry entry, CancellationToken cancel) =>
        await store.LastSnapshotAsync(entry.Id, cancel) is { } last ? Assess(entry, last) : null;

    /// <summary>All collaborations, each with its latest snapshot assessed by the rules of today. One that cannot be assessed keeps no one from the others.</summary>
    public async Task<IReadOnlyList<LatestOf>> AllAsync(CancellationToken cancel)
    {
        var last = (await store.LastSnapshotsAsync(cancel)).ToDictionary(snapshot => snapshot.Entry, StringComparer.Ordinal);
        return [.. (await store.AllAsync(cancel)).Select(entry => last.TryGetValue(entry.Id, out var snapshot) ? LatestOf(entry, snapshot) : new(entry, null))];
    }

    /// <summary>A collaboration with its latest snapshot assessed by the rules of today, or why it cannot be.</summary>
    public async Task<LatestOf> LatestOfAsync(Entry entry, CancellationToken cancel) => await store.LastSnapshotAsync(entry.Id, cancel) is { } last ? LatestOf(entry, last) : new(entry, null);

    private LatestOf LatestOf(Entry entry, Snapshot snapshot)
    {
        try
        {
            return new(entry, Assess(entry, snapshot));
        }
        catch (UnassessedException e)
        {
            return new(entry, null) { Problem = e.Message };
        }
    }

    /// <summary>A snapshot by the rules of today.</summary>
    /// <exception cref="UnassessedException">It cannot be assessed: why is in the log.</exception>
    public Assessment Assess(Entry entry, Snapshot snapshot)
    {
        try
        {
            return Assess(entry, snapshot.Collaboration(entry));
        }
        catch (Exception e)
        {
            NotAssessed(Faults.InWords(e), entry.Id, CalendarDay.Write(snapshot.Day));
            throw new UnassessedException(snapshot.Day, e);
        }
    }

    private Assessment Assess(Entry entry, Collaboration facts) => shelf.EvaluatorOf(entry.Packs).Evaluate(facts);

    public EntryFrame FrameOf(Visit visit, Entry entry) => new(entry, visit.Visitor, shelf, visit.Context.Request.Path.Value!.Split('/')[^1], visit.Text);

    /// <summary>The collaboration as it was on the page that the form came from: a change is based on that.</summary>
    public static Entry Seen(Entry entry, Visit visit) => entry with { Version = visit.Version };

    private async Task<IResult> AddLinkAsync(Visit visit, Entry entry)
    {
        var role = visit.Word<Role>("role");
        var respondent = entry.RespondentOf(visit.Text("respondent"));
        List<FormProblem> problems = [];
        if (role is null or Role.Office || (role == Role.Respondent && respondent is null))
        {
            problems.Add("It is not clear whom the link is for. Choose a respondent, a coordinator or a reader.");
        }

        var days = role == Role.Coordinator ? null : visit.Text("days").Length == 0 ? Coordinator.UsualDays : DaysOf(visit, "days-link", problems);
        if (problems.Count > 0)
        {
            return await RespondentsAsync(visit, entry, problems: problems);
        }

        var (result, link) = await coordinator.AddLinkAsync(Seen(entry, visit), role!.Value, role == Role.Respondent ? respondent : null, days, visit.Author, visit.Cancel);
        return await MadeAsync(visit, entry, result, link);
    }

    private async Task<IResult> AddRespondentAsync(Visit visit, Entry entry)
    {
        List<FormProblem> problems = [];
        var name = NewEntry.NameOf(visit.Text("name"), "the respondent", problem => problems.Add(new(problem, "name")));
        if (entry.Respondents.Any(each => Names.Alike.Equals(each.Name, name)))
        {
            problems.Add(new($"'{name}' is asked already. Give another name, such as “{name}, control room”, or make a new link.", "name"));
        }

        var days = DaysOf(visit, "days-respondent", problems);
        if (problems.Count > 0)
        {
            return await WasKeptAsync(visit, entry) ? await MadeAsync(visit, entry, SaveResult.SavedBefore, null) : await RespondentsAsync(visit, entry, problems: problems);
        }

        var (result, link) = await coordinator.AddRespondentAsync(Seen(entry, visit), name, days!.Value, visit.Author, visit.Cancel);
        return await MadeAsync(visit, entry, result, link);
    }

    /// <summary>A new link is shown in the answer to the form itself, since no one can be asked for it again.</summary>
    private async Task<IResult> MadeAsync(Visit visit, Entry entry, SaveResult result, NewLink? link) => await store.FindAsync(entry.Id, visit.Cancel) is not { } now ? PageResult.Of(Refusal.NotThere)
        : await RespondentsAsync(visit, now, link is null ? [] : [link], result switch
        {
            SaveResult.Saved => null,
            SaveResult.SavedBefore => MadeBefore,
            _ => Outdated,
        });

    private async Task<IResult> RevokeAsync(Visit visit, Entry entry)
    {
        var link = (await store.LinksAsync(entry.Id, visit.Cancel)).FirstOrDefault(each => each.Id == visit.Text("link"));
        return link is null ? await RespondentsAsync(visit, entry, problems: ["There is not such a link of this collaboration."])
            : link.Id == visit.Visitor.Key ? await RespondentsAsync(visit, entry, problems: ["This is the link that you use. Make another one first, open it, and withdraw this one from there."])
            : Done(visit, entry, "", await coordinator.RevokeAsync(Seen(entry, visit), link, visit.Author, visit.Cancel), "withdrawn");
    }

    private async Task<IResult> CloseAsync(Visit visit, Entry entry)
    {
        var snapshots = await store.SnapshotsAsync(entry.Id, visit.Cancel);
        if (await WasKeptAsync(visit, entry))
        {
            return Done(visit, entry, snapshots.Any(each => each.Day == visit.Day("day")) ? ResultsOf(visit.Day("day")!.Value) : "results", SaveResult.SavedBefore, "closed");
        }

        if (entry.OpenRound is null)
        {
            return await RespondentsAsync(visit, entry, notice: "The round is closed already.");
        }

        List<FormProblem> problems = [];
        var day = SnapshotDay(visit.Day("day"), visit.Text("day"), "day", snapshots, problems);
        if (problems.Count == 0 && Coordinator.WhyNotCloseOn(snapshots, day!.Value) is { } early)
        {
            problems.Add(new(early, "day"));
        }

        if (Coordinator.WhyNotClose(entry, await store.SheetsAsync(entry.Id, visit.Cancel)) is { } why)
        {
            problems.Add(why);
        }

        if (problems.Count > 0)
        {
            return await RespondentsAsync(visit, entry, problems: problems);
        }

        // Who closed it meanwhile may have taken another day.
        var result = await coordinator.CloseAsync(Seen(entry, visit), day!.Value, visit.Author, visit.Cancel);
        return Done(visit, entry, result == SaveResult.Outdated ? "results" : ResultsOf(day.Value), result, "closed");
    }

    private static string ResultsOf(DateOnly day) => $"results?day={CalendarDay.Write(day)}";

    /// <summary>Whether this very form was taken before: what it changed may be in its own way, and it is answered as the first time.</summary>
    private Task<bool> WasKeptAsync(Visit visit, Entry entry) => coordinator.WasKeptAsync(entry, visit.Author, visit.Cancel);

    private async Task<IResult> CorrectDayAsync(Visit visit, Entry entry)
    {
        var (round, typed, snapshots) = (visit.Number("round", 1, int.MaxValue) ?? 0, visit.Text("day"), await store.SnapshotsAsync(entry.Id, visit.Cancel));
        var why = visit.Day("day") is not { } day ? (typed.Length == 0 ? "No day was given. Give the day that the answers describe." : $"'{typed}' is not a day such as 2027-03-31.")
            : Coordinator.WhyNotCorrect(entry, snapshots, round, day, Today);
        return why is null ? Done(visit, entry, "", await coordinator.CorrectDayAsync(Seen(entry, visit), snapshots.First(each => each.Round == round), visit.Day("day")!.Value, visit.Author, visit.Cancel), "corrected")
            : await WasKeptAsync(visit, entry) ? Done(visit, entry, "", SaveResult.SavedBefore, "corrected")
            : await RespondentsAsync(visit, entry, problems: [new(why, FormattableString.Invariant($"day-{round}"))]);
    }

    private async Task<IResult> OpenAsync(Visit visit, Entry entry)
    {
        var beginsWithLast = visit.Text("begin") != "empty";
        var why = entry.OpenRound is not null ? "A round is open. Close it before the next one is opened."
            : beginsWithLast ? await coordinator.WhyNotBeginWithLastAsync(entry, visit.Cancel) : null;
        return why is null ? Done(visit, entry, "", await coordinator.OpenRoundAsync(Seen(entry, visit), beginsWithLast, visit.Author, visit.Cancel), "opened")
            : await WasKeptAsync(visit, entry) ? Done(visit, entry, "", SaveResult.SavedBefore, "opened")
            : await RespondentsAsync(visit, entry, problems: [why]);
    }

    private async Task<IResult> ResultsAsync(Visit visit, Entry entry)
    {
        var snapshots = await store.SnapshotsAsync(entry.Id, visit.Cancel);
        var snapshot = SnapshotOf(visit, snapshots);
        if (snapshot is null)
        {
            return snapshots.Count > 0 ? PageResult.Of(Refusal.NotThere) : PageResult.Of(new ResultsPage(FrameOf(visit, entry), null, null, null, new()).Write(Told(visit)));
        }

        var assessment = Assess(entry, snapshot);
        return PageResult.Of(new ResultsPage(FrameOf(visit, entry), snapshot, assessment, Perspectives(entry, snapshot), Since(entry, snapshots, snapshot, assessment)).Write(Told(visit)));
    }

    private async Task<IResult> TimeAsync(Visit visit, Entry entry, string? notice = null, IReadOnlyList<FormProblem>? problems = null)
    {
        return PageResult.Of(new TimePage(FrameOf(visit, entry), OverTime(entry, await store.SnapshotsAsync(entry.Id, visit.Cancel))).Write(notice, problems), problems);
    }

    /// <summary>The snapshots of a collaboration, the earliest first. One that cannot be assessed keeps no one from the others.</summary>
    public IReadOnlyList<DayInTime> OverTime(Entry entry, IReadOnlyList<Snapshot> snapshots)
    {
        // One list for all days, of which each looks at its beginning.
        var assessed = new (Snapshot, Assessment)[snapshots.Count];
        var (days, count) = (new List<DayInTime>(), 0);
        foreach (var snapshot in snapshots)
        {
            var of = LatestOf(entry, snapshot);
            if (of.Latest is { } assessment)
            {
                assessed[count++] = (snapshot, assessment);
            }

            var soFar = new ArraySegment<(Snapshot, Assessment)>(assessed, 0, count);
            days.Add(new(snapshot, of.Latest, of.Problem, () => of.Latest is null ? null : Turnout.Between(entry, soFar, facts => Assess(entry, facts))));
        }

        return days;
    }

    /// <summary>The course of what can be assessed, with who answered and which days are left out; null where nothing can.</summary>
    public static Timeline? TimelineOf(IReadOnlyList<DayInTime> days) =>
        days.Select(day => day.Assessment).OfType<Assessment>().ToList() is { Count: > 0 } assessed ? Timeline.Of(assessed).WithHostNotes(days.Select(day => day.Note).OfType<HostNote>()) : null;

    /// <summary>The plan by the latest snapshot, with who answered for it; null where there is none.</summary>
    public ActionPlan? PlanOf(Entry entry, IReadOnlyList<Snapshot> snapshots)
    {
        var (plan, since) = PlanSince(entry, snapshots);
        return since.InWords is { } text ? plan?.WithHostNotes(new HostNote(snapshots[^1].Day, text)) : plan;
    }

    /// <summary>What is different from the snapshot before. One of before that cannot be assessed any more keeps no one from the latest.</summary>
    private SinceBefore Since(Entry entry, IReadOnlyList<Snapshot> snapshots, Snapshot snapshot, Assessment assessment)
    {
        var before = snapshots.TakeWhile(each => each.Day < snapshot.Day).ToList();
        var assessed = before.Select(each => LatestOf(entry, each)).ToList();
        return before.Count == 0 ? new()
            : assessed.Find(each => each.Problem is not null) is { Problem: { } problem } ? new() { Problem = $"{problem} So what is here cannot be compared with what was before." }
            : new(
                AssessmentDifference.Between(assessed[^1].Latest!, assessment),
                Turnout.Between(entry, [.. before.Zip(assessed, (each, of) => (each, of.Latest!)), (snapshot, assessment)], facts => Assess(entry, facts)));
    }

    private PerspectiveAssessment? Perspectives(Entry entry, Snapshot snapshot) =>
        snapshot.Perspectives(entry) is { } set ? shelf.EvaluatorOf(entry.Packs).Evaluate(set) : null;

    private async Task<IResult> BringAsync(Visit visit, Entry entry)
    {
        if (visit.Context.Request.Form.Files is not [var file, ..])
        {
            return await TimeAsync(visit, entry, problems: [new("No file was sent. Choose one.", "file")]);
        }

        await using var stream = file.OpenReadStream();
        var reading = await CollaborationJson.ReadAsync(stream, shelf.EvaluatorOf(entry.Packs).RuleBook, visit.Cancel);
        var problems = reading.Problems.Select(problem => new FormProblem($"{file.FileName}: {problem}", "file")).ToList();
        if (reading.Collaboration is not { } facts)
        {
            return await TimeAsync(visit, entry, problems: problems);
        }

        var day = SnapshotDay(visit.Text("day").Length == 0 ? facts.AsOf : visit.Day("day"), visit.Text("day"), "bday", await store.SnapshotsAsync(entry.Id, visit.Cancel), problems);
        return problems.Count == 0 ? Done(visit, entry, "time", await coordinator.AddSnapshotAsync(Seen(entry, visit), facts, day!.Value, visit.Author, visit.Cancel), "brought")
            : await WasKeptAsync(visit, entry) ? Done(visit, entry, "time", SaveResult.SavedBefore, "brought")
            : await TimeAsync(visit, entry, problems: problems);
    }

    private async Task<ActionPlan?> PlanAsync(Entry entry, CancellationToken cancel) => await LatestAsync(entry, cancel) is { } assessment ? Coordinator.PlanOf(entry, assessment) : null;

    private async Task<IResult> PlanPageAsync(Visit visit, Entry entry, PlanForm? given = null, IReadOnlyList<FormProblem>? problems = null, int status = StatusCodes.Status200OK)
    {
        var (plan, since) = PlanSince(entry, await store.SnapshotsAsync(entry.Id, visit.Cancel));
        return PageResult.Of(new PlanEditPage(FrameOf(visit, entry), plan, since, Today).Write(Told(visit), given, problems), status);
    }

    /// <summary>The plan by the latest snapshot, and what is different from the one before; no plan where there is not a snapshot.</summary>
    private (ActionPlan? Plan, SinceBefore Since) PlanSince(Entry entry, IReadOnlyList<Snapshot> snapshots)
    {
        if (snapshots is not [.., var last])
        {
            return (null, new());
        }

        var latest = Assess(entry, last);
        return (Coordinator.PlanOf(entry, latest), Since(entry, snapshots, last, latest));
    }

    private async Task<IResult> SavePlanAsync(Visit visit, Entry entry)
    {
        if (await PlanAsync(entry, visit.Cancel) is not { } plan)
        {
            return new SeeOther($"{FrameOf(visit, entry).Home}plan");
        }

        var form = PlanForm.Of(visit.Text);
        var (changed, what, problems) = form.Apply(plan);
        if (problems.Count > 0)
        {
            return await WasKeptAsync(visit, entry) ? Done(visit, entry, "plan", SaveResult.SavedBefore, "saved")
                : await PlanPageAsync(visit, entry, form, problems, StatusCodes.Status422UnprocessableEntity);
        }

        var result = await coordinator.SavePlanAsync(Seen(entry, visit), changed, what, visit.Author, visit.Cancel);
        return result == SaveResult.Outdated && await store.FindAsync(entry.Id, visit.Cancel) is { } now
            ? await PlanPageAsync(visit, now, form, ["This collaboration was changed meanwhile, by someone else or in another window. What you typed is still in its fields: look at how the plan is now, and save it again."], StatusCodes.Status409Conflict)
            : Done(visit, entry, "plan", result, "saved");
    }

    private async Task<IResult> RulesAsync(Visit visit, Entry entry)
    {
        var before = await LatestAsync(entry, visit.Cancel);
        if (visit.Query("see") != "1" || !visit.Visitor.Coordinates(entry.Id))
        {
            return PageResult.Of(new RulesPage(FrameOf(visit, entry), shelf, before).Write(Told(visit), preview: Changed(entry) ? await PreviewAsync(entry, entry.Packs, before, [], visit.Cancel) : null));
        }

        List<FormProblem> problems = [];
        var preview = await PreviewAsync(entry, [.. visit.Context.Request.Query["pack"].OfType<string>()], before, problems, visit.Cancel);
        return PageResult.Of(new RulesPage(FrameOf(visit, entry), shelf, before).Write(problems: problems, preview: preview, sent: visit.Context.Request.Query["pack"]));
    }

    /// <summary>Whether the rules of the packs are not those that were taken.</summary>
    private bool Changed(Entry entry) => shelf.DigestOf(entry.Packs) != entry.RulesDigest;

    private async Task<RulesPreview?> PreviewAsync(Entry entry, IReadOnlyList<string> packs, Assessment? before, List<FormProblem> problems, CancellationToken cancel)
    {
        problems.AddRange(shelf.Missing(packs).Select(id => new FormProblem($"There is not a pack '{Shown.Name(id)}' in this register.")));
        if (problems.Count > 0)
        {
            return null;
        }

        try
        {
            var evaluator = shelf.EvaluatorOf(packs);

            // What was answered must be readable by the rules: no one's answers are lost by a choice of rules.
            foreach (var sheet in entry.OpenRound is null ? [] : InFront(entry, await store.SheetsAsync(entry.Id, cancel)))
            {
                Answering.AnswerDesk.Read(evaluator, sheet.Interview!);
            }

            return new(packs, evaluator.RuleBook, before is null ? null : AssessmentDifference.Between(before, evaluator.Evaluate(before.Collaboration)));
        }
        catch (RulePackException e)
        {
            problems.AddRange(e.Problems.Select(problem => new FormProblem($"{problem}")));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Answering.UnfitAnswersException)
        {
            problems.Add(e.Message);
        }

        return null;
    }

    /// <summary>What respondents have in front of them in the last round: what they said in it, or else what it begins with.</summary>
    private static IEnumerable<Sheet> InFront(Entry entry, IReadOnlyList<Sheet> sheets)
    {
        var round = entry.LastRound;
        return entry.Respondents.Select(respondent => Of(sheets.Where(sheet => sheet.Respondent == respondent.Id).ToList())).OfType<Sheet>();

        Sheet? Of(List<Sheet> own) => own.Find(sheet => sheet.Round == round.Number && sheet.Interview is not null) ?? (round.BeginsWithLast ? Answering.AnswerDesk.LastBefore(round.Number, own) : null);
    }

    private async Task<IResult> TakeRulesAsync(Visit visit, Entry entry)
    {
        List<FormProblem> problems = [];
        var before = await LatestAsync(entry, visit.Cancel);
        var preview = await PreviewAsync(entry, visit.All("pack"), before, problems, visit.Cancel);
        if (preview is not null && shelf.DigestOf(preview.Packs) != visit.Text("digest"))
        {
            problems.Add("The rules are not those that were shown. Look at what they change once more.");
        }

        return problems.Count > 0 || preview is null
            ? PageResult.Of(new RulesPage(FrameOf(visit, entry), shelf, before).Write(problems: problems, preview: preview, sent: visit.All("pack")), StatusCodes.Status422UnprocessableEntity)
            : Done(visit, entry, "rules", await coordinator.TakeRulesAsync(Seen(entry, visit), preview.Packs, visit.Author, visit.Cancel), "taken");
    }

    private async Task<IResult> SettingsAsync(Visit visit, Entry entry, string? notice = null, IReadOnlyList<FormProblem>? problems = null, Respondent? leaving = null)
    {
        var hasAnswers = HaveAnswered(await store.SheetsAsync(entry.Id, visit.Cancel));
        return PageResult.Of(new SettingsPage(FrameOf(visit, entry), hasAnswers).Write(notice, problems, leaving), problems);
    }

    private async Task<IResult> SaveSettingsAsync(Visit visit, Entry entry)
    {
        List<FormProblem> problems = [];
        var changed = Seen(entry, visit);
        var what = "";
        var isNaming = visit.Text("naming").Length > 0;
        if (isNaming)
        {
            if (HaveAnswered(await store.SheetsAsync(entry.Id, visit.Cancel)))
            {
                problems.Add("Someone has answered under what was shown, so names or letters cannot be changed any more.");
            }

            changed = changed with { Naming = visit.Word<Naming>("naming") ?? entry.Naming, SmallestGroup = GroupOf(visit, problems) };
            what = $"{changed.TellingInWords}.";
        }
        else
        {
            changed = changed with { Name = NewEntry.NameOf(visit.Text("name"), "the collaboration", problem => problems.Add(new(problem, "name"))) };
            what = "The collaboration was renamed.";
        }

        return problems.Count == 0 ? Done(visit, entry, "settings", await store.SaveAsync(changed, visit.Author, what, null, visit.Cancel, unless: sheets => isNaming && HaveAnswered(sheets)), "saved")
            : await WasKeptAsync(visit, entry) ? Done(visit, entry, "settings", SaveResult.SavedBefore, "saved")
            : await SettingsAsync(visit, entry, problems: problems);
    }

    /// <summary>Whether anyone has answered: those who have did so under what they were shown.</summary>
    private static bool HaveAnswered(IReadOnlyList<Sheet> sheets) => sheets.Any(sheet => sheet.Version > 0);

    private async Task<IResult> ForgetAsync(Visit visit, Entry entry)
    {
        if (entry.RespondentOf(visit.Text("respondent")) is not { } respondent)
        {
            // Their name is gone with them, so it cannot be said as it was the first time.
            return await WasKeptAsync(visit, entry) ? await SettingsAsync(visit, entry, "The respondent was deleted, with all they said.") : await SettingsAsync(visit, entry, problems: [new(visit.Text("respondent").Length == 0 ? "No respondent is chosen. Choose the one to delete." : "This respondent is not here any more: they were deleted before.", "respondent")]);
        }

        // Who has results from before and takes someone out of them sees by what is missing what that one said.
        if (entry.Naming == Naming.Letters && visit.Visitor.Role != Role.Office && (await store.SnapshotsAsync(entry.Id, visit.Cancel)).Any(snapshot => snapshot.Views.Any(view => view.Respondent == respondent.Id)))
        {
            return await SettingsAsync(visit, entry, problems: [$"{respondent.Name} has answered in a round that is closed, and results have letters in place of names: what is missing afterwards would tell what {respondent.Name} said. Ask the office to delete them."]);
        }

        if (visit.Text("sure") != "yes")
        {
            return await SettingsAsync(visit, entry, leaving: respondent);
        }

        var result = await store.DeleteAsync(Seen(entry, visit), respondent.Id, visit.Author, visit.Cancel);
        if (result == SaveResult.Saved)
        {
            await store.NoteAsync(visit.Visitor.By, "deleted a respondent with all they said.", entry.Id, "", visit.Cancel);
        }

        // The name is said here for the last time: it is in no address, and nothing keeps it.
        return result == SaveResult.Saved && await store.FindAsync(entry.Id, visit.Cancel) is { } now
            ? await SettingsAsync(visit, now, $"{respondent.Name} was deleted, with all they said.") : Done(visit, entry, "settings", result, "saved");
    }

    private async Task<IResult> DeleteAsync(Visit visit, Entry entry)
    {
        if (visit.Text("confirm") != entry.Name)
        {
            return await SettingsAsync(visit, entry, problems: [new($"To delete the collaboration, type its name as it is written here: {entry.Name}", "confirm")]);
        }

        if (await store.DeleteAsync(entry.Id, visit.Cancel))
        {
            await store.NoteAsync(visit.Visitor.By, DeletedIt, entry.Id, "", visit.Cancel);
        }

        return Deleted(visit);
    }

    /// <summary>The answer to someone who deleted a collaboration and sends that again; null for others. Nothing of it is left but that they did.</summary>
    private async Task<IResult?> DeletedBeforeAsync(Visit visit) => await store.WasNotedAsync(visit.Visitor.By, DeletedIt, visit.Route("entry"), visit.Cancel) ? Deleted(visit) : null;

    private static PageResult Deleted(Visit visit) => PageResult.Of(
        Frame.Message("The collaboration was deleted", "It is gone from this register, with its answers, its history and its links.", visit.Visitor.Entry is null ? (visit.Visitor.Home, "All collaborations") : null));

    private async Task<IResult> ReportAsync(Visit visit, Entry entry)
    {
        var snapshots = await store.SnapshotsAsync(entry.Id, visit.Cancel);
        var (snapshot, days) = (SnapshotOf(visit, snapshots), visit.Route("report") == "timeline" ? OverTime(entry, snapshots) : []);

        object? answer = visit.Route("report") switch
        {
            "report" when snapshot is not null => Assess(entry, snapshot),
            "perspectives" when snapshot is not null => Perspectives(entry, snapshot),
            "timeline" => TimelineOf(days),
            "plan" => PlanOf(entry, snapshots),
            _ => null,
        };
        if (answer is null && days.Count > 0)
        {
            return PageResult.Of(Frame.Message(DayInTime.None, "There is nothing to show over time.", each: DayInTime.ProblemsOf(days)), StatusCodes.Status409Conflict);
        }

        if (answer is null || Downloads.Of(answer, visit.Route("form"), $"{FileName(entry.Name)}-{visit.Route("report")}", entry, Today) is not { } result)
        {
            return PageResult.Of(Refusal.NotThere, ($"{FrameOf(visit, entry).Home}results", "Results"));
        }

        await store.NoteAsync(visit.Visitor.By, $"took along {visit.Route("report")}.{visit.Route("form")}.", entry.Id, "", visit.Cancel);
        return result;
    }

    /// <summary>The snapshot of the day that is asked for, or the latest.</summary>
    private static Snapshot? SnapshotOf(Visit visit, IReadOnlyList<Snapshot> snapshots) =>
        visit.Query("day") is { Length: > 0 } day ? snapshots.FirstOrDefault(each => CalendarDay.Write(each.Day) == day) : snapshots is [.., var last] ? last : null;

    private DateOnly? SnapshotDay(DateOnly? day, string typed, string field, IReadOnlyList<Snapshot> snapshots, List<FormProblem> problems)
    {
        if (day is null)
        {
            problems.Add(new(typed.Length == 0 ? "No day was given. Give the day that the facts describe." : $"'{typed}' is not a day such as 2027-03-31.", field));
        }
        else if (Coordinator.WhyNotADay(day.Value, Today) is { } why)
        {
            problems.Add(new(why, field));
        }
        else if (snapshots.Any(each => each.Day == day))
        {
            problems.Add(new(Coordinator.IsTaken(day.Value), field));
        }

        return day;
    }

    public static int? DaysOf(Visit visit, string field, List<FormProblem> problems)
    {
        if (visit.Number("days", 1, NewEntry.MostDays) is { } days)
        {
            return days;
        }

        problems.Add(new(FormattableString.Invariant($"How many days the link works: '{visit.Text("days")}' is not a number from 1 to {NewEntry.MostDays}."), field));
        return null;
    }

    public static int GroupOf(Visit visit, List<FormProblem> problems)
    {
        if (visit.Number("group", NewEntry.FewestInGroup, NewEntry.MostInGroup) is { } group)
        {
            return group;
        }

        problems.Add(new(FormattableString.Invariant($"'{visit.Text("group")}' is not a number of respondents from {NewEntry.FewestInGroup} to {NewEntry.MostInGroup}."), "group"));
        return 4;
    }

    public static string FileName(string name) => string.Concat(name.Select(each => char.IsAsciiLetterOrDigit(each) ? char.ToLowerInvariant(each) : '-')).Trim('-') is { Length: > 0 } plain ? plain[..Math.Min(plain.Length, 60)] : "collaboration";

    public SeeOther Done(Visit visit, Entry entry, string part, SaveResult result, string told)
    {
        var address = $"{FrameOf(visit, entry).Home}{part}{(part.Contains('?', StringComparison.Ordinal) ? '&' : '?')}told=";
        return new(address + (result is SaveResult.Saved or SaveResult.SavedBefore ? told : "outdated"));
    }

    /// <summary>What a page says after a form was taken: one of these sentences, and nothing that is in the address.</summary>
    public static string? Told(Visit visit) => visit.Query("told") switch
    {
        "made" => "The collaboration was made before, and its links were shown. Where one was not copied, make a new one.",
        "saved" => "Saved.",
        "withdrawn" => "The link was withdrawn.",
        "opened" => "The next round is open. Respondents answer with the links that they have.",
        "closed" => "The round is closed.",
        "corrected" => "The day was corrected. Results and plan are those of the latest day.",
        "joined" => "The partner was added. To hear how it sees the collaboration, ask someone of it on the page Respondents.",
        "renamed" => "The partner was renamed.",
        "renamed-alone" => "The partner was renamed. The respondent of its former name is called so still, since another respondent has the new one.",
        "left" => "The partner is listed as having left. From then on, whoever answers under its name is not counted among those asked. Their link still works: where that should end, withdraw it on the page Respondents.",
        "brought" => "The snapshot was brought in.",
        "taken" => "The rules were taken.",
        "outdated" => Outdated,
        _ => null,
    };

    [LoggerMessage(5, LogLevel.Error, "The snapshot of {Day} of the collaboration {Entry} cannot be assessed. {Fault}", EventName = "NotAssessed")]
    private partial void NotAssessed(string fault, string entry, string day);
}
