using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Requests;

namespace CollabRisk.Register.Routes;

/// <summary>The addresses of the page on who takes part in a collaboration.</summary>
internal sealed class PartnerRoutes(Coordinator coordinator, EntryRoutes entries, Door door)
{
    public void Map(RouteGroupBuilder pages)
    {
        var entry = pages.MapGroup("c/{entry}");
        entry.MapGet("partners", door.ForEntry(coordinates: true, (visit, of) => PageAsync(visit, of, EntryRoutes.Told(visit))));
        entry.MapPost("join", door.ForEntry(coordinates: true, (visit, of) => ChangeAsync(visit, of, members => members.Join(visit.Text("name")), "name", "joined")));
        entry.MapPost("rename", door.ForEntry(coordinates: true, (visit, of) => ChangeAsync(visit, of, members => members.Rename(visit.Text("partner"), visit.Text("name")), FieldOf(visit, of), "renamed")));
        entry.MapPost("leave", door.ForEntry(coordinates: true, (visit, of) => ChangeAsync(visit, of, members => members.Leave(visit.Text("partner")), null, "left")));
    }

    private async Task<IResult> PageAsync(Visit visit, Entry entry, string? notice = null, IReadOnlyList<FormProblem>? problems = null) => PageResult.Of(
        new PartnersPage(entries.FrameOf(visit, entry), await coordinator.MembershipAsync(entry, visit.Cancel)).Write(notice, problems), problems);

    private async Task<IResult> ChangeAsync(Visit visit, Entry entry, Func<Membership, MembershipChange> change, string? field, string told)
    {
        var made = change(await coordinator.MembershipAsync(EntryRoutes.Seen(entry, visit), visit.Cancel));
        told = made.KeepsRespondent ? "renamed-alone" : told;
        return made.Problems.Count == 0 ? entries.Done(visit, entry, "partners", await coordinator.SaveAsync(made, visit.Author, visit.Cancel), told)
            : await coordinator.WasKeptAsync(entry, visit.Author, visit.Cancel) ? entries.Done(visit, entry, "partners", SaveResult.SavedBefore, told)
            : await PageAsync(visit, entry, problems: [.. made.Problems.Select(problem => new FormProblem(problem, field))]);
    }

    /// <summary>The field of the partner that a form is about; null where it is not in the list any more.</summary>
    private static string? FieldOf(Visit visit, Entry entry) => entry.Partners.ToList().IndexOf(visit.Text("partner")) is >= 0 and var at ? PartnersPage.FieldOf(at) : null;
}
