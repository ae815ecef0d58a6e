using CollabRisk.Planning;
using CollabRisk.Questions;
using CollabRisk.Register.Access;
using CollabRisk.Register.Answering;
using CollabRisk.Register.Model;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Storage;
using CollabRisk.Reporting.Content;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Register.Coordination;

/// <summary>What a coordinator does: makes a collaboration, asks respondents, closes rounds, keeps the plan, chooses the rules.</summary>
internal sealed class Coordinator(RegisterStore store, RuleShelf shelf, TimeProvider clock)
{
    /// <summary>Links that are to be answered with end after this many days, unless the coordinator says otherwise.</summary>
    public const int UsualDays = 60;

    /// <summary>No facts of a collaboration are from before; such a day is a slip.</summary>
    private const int EarliestYear = 1900;

    /// <summary>Makes a collaboration with a link for its coordinator and one for each partner.</summary>
    /// <returns>The collaboration, and the links; null where this request made it before, when they were shown.</returns>
    public async Task<(Entry Entry, IReadOnlyList<NewLink>? Links)> MakeAsync(NewEntry given, Author author, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var respondents = given.Partners.Select(name => new Respondent(LinkSecret.NewId(), name)).ToList();
        var entry = new Entry
        {
            Id = LinkSecret.IdFor($"{author.By} {author.Request}"),
            Name = given.Name,
            Partners = given.Partners,
            Respondents = respondents,
            Naming = given.Naming,
            SmallestGroup = given.SmallestGroup,
            Form = given.Form,
            Packs = given.Packs,
            RulesDigest = shelf.DigestOf(given.Packs),
            Rounds = [new(1, now)],
        };
        List<NewLink> links =
        [
            new(LinkSecret.New(), Role.Coordinator, null, null),
            .. respondents.Select(respondent => new NewLink(LinkSecret.New(), Role.Respondent, respondent, now.AddDays(given.Days))),
        ];
        var result = await store.AddAsync(entry, links.Select(link => link.ToLink(entry.Id, now)), author, "The collaboration was made.", cancel);
        return (entry with { Version = 1 }, result == SaveResult.Saved ? links : null);
    }

    /// <summary>Adds someone who answers.</summary>
    public async Task<(SaveResult Result, NewLink? Link)> AddRespondentAsync(Entry entry, string name, int days, Author author, CancellationToken cancel)
    {
        var respondent = new Respondent(LinkSecret.NewId(), name);
        var link = new NewLink(LinkSecret.New(), Role.Respondent, respondent, clock.GetUtcNow().AddDays(days));
        var result = await store.SaveAsync(
            entry with { Respondents = [.. entry.Respondents, respondent] }, author, "A respondent was asked to answer.", About(respondent), cancel,
            work => RegisterStore.AddLink(work, link.ToLink(entry.Id, clock.GetUtcNow())));
        return (result, result == SaveResult.Saved ? link : null);
    }

    /// <summary>Who takes part in a collaboration, and how that can be changed.</summary>
    public async Task<Membership> MembershipAsync(Entry entry, CancellationToken cancel) => new(entry, await store.SheetsAsync(entry.Id, cancel), await store.SnapshotsAsync(entry.Id, cancel));

    /// <summary>Keeps a change of who takes part, against which nothing speaks. One that is to count in the open round is not kept where someone has answered in it meanwhile.</summary>
    public Task<SaveResult> SaveAsync(MembershipChange change, Author author, CancellationToken cancel) => store.SaveAsync(
        change.Changed, author, change.What, null, cancel, unless: sheets => change.Changed.OpenRound is { } open && open.Number >= change.From && Membership.HasBegun(open, sheets));

    /// <summary>Whether a request was kept before: one that is sent twice may find what it changed in its own way.</summary>
    public Task<bool> WasKeptAsync(Entry entry, Author author, CancellationToken cancel) => store.WasKeptAsync(entry.Id, "", author, cancel);

    /// <summary>Makes another link: for a respondent whose link was lost, a second coordinator, or a reader.</summary>
    public async Task<(SaveResult Result, NewLink? Link)> AddLinkAsync(Entry entry, Role role, Respondent? respondent, int? days, Author author, CancellationToken cancel)
    {
        var link = new NewLink(LinkSecret.New(), role, respondent, days is { } some ? clock.GetUtcNow().AddDays(some) : null);
        var result = await store.SaveAsync(
            entry, author, $"A link was made for {role.InWords()} ({link.Secret.Id}).", About(respondent), cancel,
            work => RegisterStore.AddLink(work, link.ToLink(entry.Id, clock.GetUtcNow())));
        return (result, result == SaveResult.Saved ? link : null);
    }

    public Task<SaveResult> RevokeAsync(Entry entry, Link link, Author author, CancellationToken cancel) =>
        store.SaveAsync(entry, author, $"The link {link.Id} was withdrawn.", null, cancel, work => store.RevokeAsync(work, link.Id));

    /// <summary>Ends the round: from now on no one answers, and the results can be seen.</summary>
    /// <param name="entry">The collaboration.</param>
    /// <param name="day">The day that the answers describe.</param>
    /// <param name="author">Who closes it.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<SaveResult> CloseAsync(Entry entry, DateOnly day, Author author, CancellationToken cancel)
    {
        var round = entry.OpenRound ?? throw new InvalidOperationException("There is not an open round.");
        var closed = entry with { Rounds = [.. entry.Rounds.SkipLast(1), round with { ClosedOn = day }] };
        return store.SaveAsync(
            closed, author, FormattableString.Invariant($"Round {round.Number} was closed, as of {Wording.Day(day)}."), null, cancel,
            async work => await RegisterStore.AddSnapshot(work, SnapshotOf(entry, round, day, await RegisterStore.SheetsOf(work, entry.Id))),
            unless: sheets => WhyNotClose(entry, sheets) is not null);
    }

    /// <summary>Why the open round of a collaboration cannot be closed with what was answered; null where it can.</summary>
    public static string? WhyNotClose(Entry entry, IReadOnlyList<Sheet> sheets) => (Answered(entry, entry.OpenRound!, sheets).Count(), entry.Naming) switch
    {
        (0, _) => "No one has answered in this round, so there is nothing to close it with.",
        (1, Naming.Letters) => "One respondent alone has answered. Results have letters in place of names, and all that they show would be what that one said. Close the round when another has answered.",
        _ => null,
    };

    /// <summary>Why nothing can be known of a day; null where something can. A slip in the year would stay the latest day for ever.</summary>
    public static string? WhyNotADay(DateOnly day, DateOnly today) =>
        day.Year < EarliestYear ? FormattableString.Invariant($"{Wording.Day(day)} is before {EarliestYear}. Give the day that the facts describe.")
        // Elsewhere it is tomorrow already.
        : day.DayNumber - today.DayNumber > 1 ? $"{Wording.Day(day)} is still to come. Give the day that the facts describe, today ({Wording.Day(today)}) at the latest."
        : null;

    /// <summary>Why the open round of a collaboration with these snapshots, the earliest first, cannot be closed as of a day; null where it can. Results and plan are those of the latest day: a round of an earlier one would be in none of them.</summary>
    public static string? WhyNotCloseOn(IReadOnlyList<Snapshot> snapshots, DateOnly day) => snapshots is [.., var last] && day < last.Day
        ? $"{Wording.Day(day)} is before {Wording.Day(last.Day)}, {(last.Round is { } round ? FormattableString.Invariant($"the day of round {round}") : "of which facts were brought")}. Results and plan are those of the latest day, so this round would not be seen in them. Give a day after {Wording.Day(last.Day)}."
        : null;

    /// <summary>Why a round cannot be as of another day; null where it can. Rounds stay in their order. Facts that were brought of a day between are not in the way: a correction can be corrected.</summary>
    public static string? WhyNotCorrect(Entry entry, IReadOnlyList<Snapshot> snapshots, int round, DateOnly day, DateOnly today)
    {
        var own = snapshots.FirstOrDefault(snapshot => snapshot.Round == round);
        var (others, later) = (snapshots.Where(snapshot => snapshot != own).ToList(), snapshots.FirstOrDefault(snapshot => snapshot.Round > round));
        return own is null ? FormattableString.Invariant($"There are no results of round {round}: {WhyNone()}.")
            : own.Day == day ? $"{Wording.Day(day)} is its day already. Give the right one."
            : WhyNotADay(day, today) is { } why ? why
            : others.Any(snapshot => snapshot.Day == day) ? IsTaken(day)
            : others.LastOrDefault(snapshot => snapshot.Round < round) is { } earlier && day < earlier.Day
                ? FormattableString.Invariant($"{Wording.Day(day)} is before {Wording.Day(earlier.Day)}, the day of round {earlier.Round}, and rounds stay in their order. Give a day after {Wording.Day(earlier.Day)}.")
            : later is not null && day > later.Day
                ? FormattableString.Invariant($"{Wording.Day(day)} is after {Wording.Day(later.Day)}, the day of round {later.Round}, and rounds stay in their order. Give a day before {Wording.Day(later.Day)}.")
            : null;

        string WhyNone() => entry.Rounds.FirstOrDefault(each => each.Number == round) switch
        {
            null => "there was no such round",
            { ClosedOn: null } => "it is open",
            { ClosedOn: var on } when snapshots.Any(each => each.Round is null && each.Day == on) => "its facts were brought from elsewhere",
            _ => "nothing is left of what was answered in it",
        };
    }

    /// <summary>That a day has a snapshot.</summary>
    public static string IsTaken(DateOnly day) => $"There is a snapshot of {Wording.Day(day)} already, and nothing is overwritten. Give another day.";

    private static IEnumerable<Sheet> Answered(Entry entry, Round round, IReadOnlyList<Sheet> sheets) =>
        sheets.Where(sheet => sheet.Round == round.Number && sheet.Answered > 0 && entry.RespondentOf(sheet.Respondent) is not null);

    /// <summary>Why the next round cannot begin with the answers of the last one; null where it can. Whoever gave answers that the rules do not take would be shown nothing else.</summary>
    public async Task<string?> WhyNotBeginWithLastAsync(Entry entry, CancellationToken cancel)
    {
        var evaluator = shelf.EvaluatorOf(entry.Packs);
        var last = (await store.SheetsAsync(entry.Id, cancel)).GroupBy(sheet => sheet.Respondent, StringComparer.Ordinal).Select(own => AnswerDesk.LastBefore(entry.LastRound.Number + 1, own)).OfType<Sheet>();
        var unfit = last.Where(sheet => !Interview.Read(evaluator, sheet.Interview!).IsValid).Select(sheet => sheet.Round).Distinct().Order().ToList();
        return unfit.Count == 0 ? null
            : $"The rules in use do not take all that was answered in round {Words.List([.. unfit.Select(round => FormattableString.Invariant($"{round}"))])}, so the next round cannot begin with it. Ask everything again, or take the rules that it was answered under.";
    }

    /// <summary>Corrects the day of a closed round, and with it that of its snapshot. Nothing that was answered is touched.</summary>
    public Task<SaveResult> CorrectDayAsync(Entry entry, Snapshot snapshot, DateOnly day, Author author, CancellationToken cancel)
    {
        var (was, moved) = (snapshot.Day, snapshot with { Day = day });
        moved = moved with { Range = RangeOf(entry, moved) };
        return store.SaveAsync(
            entry with { Rounds = [.. entry.Rounds.Select(round => round.Number == snapshot.Round ? round with { ClosedOn = day } : round)] }, author,
            FormattableString.Invariant($"The day of round {snapshot.Round} was corrected: it is as of {Wording.Day(day)}, in place of {Wording.Day(was)}."), RegisterJson.Detail(("before", CalendarDay.Write(was)), ("after", CalendarDay.Write(day))), cancel,
            work => RegisterStore.MoveSnapshot(work, was, moved));
    }

    /// <summary>What a snapshot that had a range comes to: by the rules of then as long as those are in use, and empty where it cannot be assessed, which is not in the way of its day.</summary>
    private string RangeOf(Entry entry, Snapshot snapshot)
    {
        try
        {
            return snapshot.Range.Length > 0 && snapshot.RulesDigest == shelf.DigestOf(entry.Packs) ? $"{shelf.EvaluatorOf(entry.Packs).Evaluate(snapshot.Collaboration(entry)).Overall}" : "";
        }
        catch (Exception)
        {
            return "";
        }
    }

    public Task<SaveResult> OpenRoundAsync(Entry entry, bool beginsWithLast, Author author, CancellationToken cancel)
    {
        var round = new Round(entry.Rounds.Count + 1, clock.GetUtcNow(), beginsWithLast);
        return store.SaveAsync(entry with { Rounds = [.. entry.Rounds, round] }, author, FormattableString.Invariant($"Round {round.Number} was opened."), null, cancel);
    }

    /// <summary>Keeps facts that come from elsewhere as a snapshot of their day.</summary>
    public Task<SaveResult> AddSnapshotAsync(Entry entry, Collaboration facts, DateOnly day, Author author, CancellationToken cancel)
    {
        var assessment = shelf.EvaluatorOf(entry.Packs).Evaluate(facts with { AsOf = day });
        var snapshot = new Snapshot { Entry = entry.Id, Day = day, Facts = CollaborationJson.Write(facts, indented: false), RulesDigest = shelf.DigestOf(entry.Packs), Range = $"{assessment.Overall}" };
        return store.SaveAsync(entry, author, $"A snapshot of {Wording.Day(day)} was brought in.", null, cancel, work => RegisterStore.AddSnapshot(work, snapshot));
    }

    /// <summary>Keeps the plan as people changed it.</summary>
    public Task<SaveResult> SavePlanAsync(Entry entry, ActionPlan plan, string what, Author author, CancellationToken cancel)
    {
        var json = plan.ToJson(indented: false);
        return store.SaveAsync(entry with { Plan = json }, author, what, RegisterJson.Detail(("before", entry.Plan), ("after", json)), cancel);
    }

    /// <summary>Takes other rules, or the same ones as they are today.</summary>
    public Task<SaveResult> TakeRulesAsync(Entry entry, IReadOnlyList<string> packs, Author author, CancellationToken cancel)
    {
        var (book, digest) = (shelf.EvaluatorOf(packs).RuleBook, shelf.DigestOf(packs));
        return store.SaveAsync(
            entry with { Packs = packs, RulesDigest = digest }, author, $"Rules taken: {string.Join(", ", book.Packs.Select(pack => $"{pack.Id} {pack.Version}"))}.",
            RegisterJson.Detail(("before", entry.RulesDigest), ("after", digest)), cancel);
    }

    /// <summary>The plan by an assessment, with what people wrote so far.</summary>
    public static ActionPlan PlanOf(Entry entry, Assessment assessment) => ActionPlan.Of(assessment, entry.Plan is null ? null : WithNamesOfNow(entry, ActionPlan.Read(entry.Plan).Value, assessment.RuleBook));

    /// <summary>A plan with the findings about partners that were renamed under the names of now.</summary>
    private static ActionPlan? WithNamesOfNow(Entry entry, ActionPlan? plan, RuleBook book)
    {
        return plan is null || entry.FormerNames.Count == 0 ? plan
            : new(plan.Collaboration, plan.AsOf, plan.Overall, plan.RuleBookDigest, [.. plan.Steps.Select(step => step with { Findings = [.. step.Findings.Select(Now)] })], plan.Languages);

        StepFinding Now(StepFinding finding) => PartnersIn(finding).FirstOrDefault(name => entry.NameNow(name) != name) is { } former && entry.NameNow(former) is var now
            ? finding with
            {
                Fingerprint = $"{finding.Fingerprint[..^former.Length]}{now}",
                Subject = finding.Subject == former ? now : finding.Subject,
                SubjectInWords = finding.SubjectInWords == former ? now : finding.SubjectInWords,
            }
            : finding;

        // By each case of the rule, since a name may have a slash in it.
        IEnumerable<string> PartnersIn(StepFinding finding) =>
            book.Find(finding.Code) is { } rule ? Enumerable.Range(0, rule.Cases.Length).Select(number => FindingSource.PartnerIn(finding.Fingerprint, rule, number)).OfType<string>() : [];
    }

    /// <summary>Whom a change is about, by id: the name goes away with the respondent.</summary>
    private static string? About(Respondent? respondent) =>
        respondent is null ? null : RegisterJson.Detail(("respondent", respondent.Id));

    private Snapshot SnapshotOf(Entry entry, Round round, DateOnly day, IReadOnlyList<Sheet> sheets)
    {
        var evaluator = shelf.EvaluatorOf(entry.Packs);

        var views = Answered(entry, round, sheets).Select(sheet => new View(
            sheet.Respondent, entry.RespondentOf(sheet.Respondent)!.Name, CollaborationJson.Write(AnswerDesk.Read(evaluator, sheet.Interview!).Collaboration, indented: false)));
        var snapshot = new Snapshot { Entry = entry.Id, Day = day, Round = round.Number, Asked = entry.Respondents.Count(each => Entry.IsAsked(each, round, sheets)), Views = entry.Naming == Naming.Letters ? Snapshot.Dealt(views) : [.. views], RulesDigest = shelf.DigestOf(entry.Packs), Range = "" };
        return snapshot with { Range = $"{evaluator.Evaluate(snapshot.Collaboration(entry)).Overall}" };
    }
}

/// <summary>A link that was just made: the only moment at which its secret is known here.</summary>
internal sealed record NewLink(LinkSecret Secret, Role Role, Respondent? Respondent, DateTimeOffset? EndsAt)
{
    public Link ToLink(string entry, DateTimeOffset now) => Secret.ToLink(Role, entry, Respondent?.Id, now, EndsAt);
}
