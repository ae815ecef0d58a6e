using CollabRisk.Questions;
using CollabRisk.Register.Access;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Requests;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Settings;
using CollabRisk.Register.Storage;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;
using Microsoft.Extensions.Options;

namespace CollabRisk.Register.Routes;

/// <summary>The addresses of those who see all collaborations.</summary>
internal sealed class OfficeRoutes(RegisterStore store, RuleShelf shelf, Coordinator coordinator, EntryRoutes entries, Door door, IOptions<RegisterOptions> options, TimeProvider clock)
{
    public void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("new", door.For(IsOffice, visit => Task.FromResult<IResult>(PageResult.Of(new NewEntryPage(visit.Visitor, shelf).Write()))));
        pages.MapPost("new", door.For(IsOffice, MakeAsync));
        pages.MapGet("links", door.For(IsOffice, visit => LinksAsync(visit, null, null)));
        pages.MapPost("links", door.For(IsOffice, ChangeLinksAsync));
        pages.MapGet("import", door.For(IsOffice, visit => Task.FromResult<IResult>(PageResult.Of(new OfficePages(visit.Visitor).Import()))));
        pages.MapPost("import", door.For(IsOffice, ImportAsync)).WithMetadata(new TakesFiles());
        pages.MapGet("audit", door.For(IsOffice, async visit => PageResult.Of(new OfficePages(visit.Visitor).Audit(await store.NotesAsync(500, visit.Cancel)))));
        pages.MapGet("export.json", door.For(IsOffice, async visit =>
        {
            await store.NoteAsync(visit.Visitor.By, "took an export of all collaborations along.", null, "", visit.Cancel);
            return new FileResult(await Archive.ExportAsync(store, await store.AllAsync(visit.Cancel), visit.Cancel), "application/json", "collaborations.register.json");
        }));
        pages.MapGet("portfolio.{form}", door.For(SeesAll, PortfolioAsync));
    }

    /// <summary>So many collaborations that were brought in are named; the rest is counted.</summary>
    private const int MostNamed = 10;

    public static bool IsOffice(Role role) => role == Role.Office;

    private static bool SeesAll(Role role) => role is Role.Office or Role.Reader;

    /// <summary>All collaborations that fit.</summary>
    public async Task<IResult> HomeAsync(Visit visit)
    {
        var (filter, shown, others, all) = await FilteredAsync(visit);
        var byEntry = shown.ToDictionary(each => new PortfolioEntry(each.Entry.Name, each.Assessment), each => each.Entry);
        var portfolio = Portfolio.Of("Collaborations", byEntry.Keys);
        return PageResult.Of(new OfficePage(
            visit.Visitor, filter, portfolio, byEntry, others, all).Write());
    }

    private async Task<IResult> PortfolioAsync(Visit visit)
    {
        if (visit.Visitor.Entry is not null)
        {
            return PageResult.Of(Refusal.NotAllowed);
        }

        var (_, shown, others, _) = await FilteredAsync(visit);
        var unread = others.Where(each => each.Problem is not null).Select(each => $"{each.Entry.Name}: {each.Problem}");
        await store.NoteAsync(visit.Visitor.By, $"took along portfolio.{visit.Route("form")}.", null, "", visit.Cancel);
        return Downloads.Of(Portfolio.Of("Collaborations", shown.Select(each => new PortfolioEntry(each.Entry.Name, each.Assessment)), unread), visit.Route("form"), "portfolio", null, CalendarDay.Today(clock))
            ?? PageResult.Of(Refusal.NotThere);
    }

    private async Task<(PortfolioFilter Filter, List<(Entry Entry, Assessment Assessment)> Shown, List<LatestOf> Others, int All)> FilteredAsync(Visit visit)
    {
        var all = await entries.AllAsync(visit.Cancel);
        var assessed = all.Where(each => each.Latest is not null).Select(each => (each.Entry, Assessment: each.Latest!)).ToList();
        var titles = assessed.SelectMany(each => each.Assessment.Findings.Where(finding => finding.Level is not null)).DistinctBy(finding => finding.Code, StringComparer.Ordinal)
            .OrderBy(finding => finding.Title, StringComparer.Ordinal).ToDictionary(finding => finding.Code, finding => finding.Title, StringComparer.Ordinal);
        var filter = new PortfolioFilter(
            visit.Query("name"), Enum.GetValues<Level>().FirstOrDefault(level => $"{level}" == visit.Query("least")), titles.ContainsKey(visit.Query("found")) ? visit.Query("found") : "", titles);

        // Whether what cannot be assessed would fit is not known: no filter leaves it out.
        return (filter, [.. assessed.Where(each => filter.Takes(each.Entry, each.Assessment))], [.. all.Where(each => each.Latest is null && (each.Problem is not null || !filter.IsSet)).OrderBy(each => each.Entry.Name, Names.Order)], all.Count);
    }

    private async Task<IResult> MakeAsync(Visit visit)
    {
        List<FormProblem> problems = [];
        var (days, group) = (EntryRoutes.DaysOf(visit, "days", problems) ?? Coordinator.UsualDays, EntryRoutes.GroupOf(visit, problems));
        var (given, wrong) = new NewEntry(
            visit.Text("name"), visit.Text("partners").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), visit.Word<Naming>("naming") ?? Naming.Names,
            group, visit.Word<InterviewForm>("form") ?? InterviewForm.Short, visit.All("pack"), days).Check(shelf);
        problems.InsertRange(0, wrong.Select(each => new FormProblem(each.Problem, each.Field.Split('[')[0] is "name" or "partners" ? each.Field.Split('[')[0] : null)));
        if (problems.Count > 0)
        {
            return PageResult.Of(new NewEntryPage(visit.Visitor, shelf).Write(given, visit.Text, problems), StatusCodes.Status422UnprocessableEntity);
        }

        var (entry, links) = await coordinator.MakeAsync(given, visit.Author, visit.Cancel);
        return links is null ? new SeeOther($"{visit.Visitor.Home}c/{entry.Id}/?told=made") : await entries.RespondentsAsync(visit, entry, links, $"{entry.Name} was made.");
    }

    private async Task<IResult> LinksAsync(Visit visit, LinkSecret? made, string? notice, IReadOnlyList<FormProblem>? problems = null) => PageResult.Of(
        new OfficePages(visit.Visitor).Links(
            await store.LinksAsync(null, visit.Cancel), clock.GetUtcNow(), made, options.Value.AddressFor(visit.Context.Request), notice, problems is null ? null : visit.Text, problems),
        problems);

    private async Task<IResult> ChangeLinksAsync(Visit visit)
    {
        if (visit.Text("revoke") is { Length: > 0 } id)
        {
            if (!(await store.LinksAsync(null, visit.Cancel)).Any(link => link.Id == id && link.Id != visit.Visitor.Key))
            {
                return await LinksAsync(visit, null, "There is not such a link to withdraw.");
            }

            if (await store.RevokeAsync(id, visit.Cancel))
            {
                await store.NoteAsync(visit.Visitor.By, $"withdrew the link {id}.", null, "", visit.Cancel);
            }

            // Also where it was before: a form that is sent twice is answered as the first time.
            return await LinksAsync(visit, null, "The link was withdrawn.");
        }

        List<FormProblem> problems = [];
        var days = EntryRoutes.DaysOf(visit, "days", problems);
        if (visit.Word<Role>("role") is not (Role.Office or Role.Reader) || problems.Count > 0)
        {
            return await LinksAsync(visit, null, null, problems.Count > 0 ? problems : [new("It is not clear whom the link is for. Choose a reader or the office.", "role")]);
        }

        var (secret, role, now) = (LinkSecret.New(LinkSecret.IdFor($"{visit.Author.By} {visit.Author.Request}")), visit.Word<Role>("role")!.Value, clock.GetUtcNow());
        if (!await store.AddAsync(secret.ToLink(role, null, null, now, now.AddDays(days!.Value)), visit.Cancel))
        {
            return await LinksAsync(visit, null, EntryRoutes.MadeBefore);
        }

        await store.NoteAsync(visit.Visitor.By, $"made the link {secret.Id} for {role.InWords()}.", null, "", visit.Cancel);
        return await LinksAsync(visit, secret, null);
    }

    private async Task<IResult> ImportAsync(Visit visit)
    {
        List<string> problems = [];
        var brought = new List<ImportedEntry>();
        foreach (var file in visit.Context.Request.Form.Files)
        {
            await using var stream = file.OpenReadStream();
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, visit.Cancel);
            brought.AddRange(Archive.Read(file.FileName, memory.ToArray(), shelf, clock, problems));
        }

        if (brought.Count == 0 && problems.Count == 0)
        {
            problems.Add("No file was sent. Choose one.");
        }

        if (problems.Count > 0)
        {
            return PageResult.Of(new OfficePages(visit.Visitor).Import([.. problems.Select(problem => new FormProblem(problem, "file"))]), StatusCodes.Status422UnprocessableEntity);
        }

        var here = (await store.AllAsync(visit.Cancel)).Select(entry => entry.Name).ToHashSet(Names.Alike);
        var result = await Archive.ImportAsync(store, brought, visit.Author, visit.Cancel);
        if (result != SaveResult.Saved)
        {
            return PageResult.Of(new OfficePages(visit.Visitor).Import(notice: "This was brought in before, and is here once."));
        }

        await store.NoteAsync(visit.Visitor.By, $"brought in {Words.Count(brought.Count, "collaboration")}.", null, "", visit.Cancel);
        return PageResult.Of(new OfficePages(visit.Visitor).Import(notice: Brought([.. brought.Select(each => each.Entry.Name)], here)));
    }

    /// <summary>What was brought in, and what of it has the name of one that was here.</summary>
    private static string Brought(IReadOnlyList<string> names, HashSet<string> here)
    {
        var again = names.Where(here.Contains).ToList();
        return $"{Words.Count(names.Count, "collaboration was", "collaborations were")} brought in: {Wording.Some(names, MostNamed, "; ")}."
            + (again.Count == 0 ? "" : $" There was one of the same name already: {Wording.Some(again, MostNamed, "; ")}. Nothing of it was changed, and it is here twice now. Where that is not meant, delete one of the two on its page Settings.");
    }
}
