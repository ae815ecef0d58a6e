using CollabRisk.Register.Access;
using CollabRisk.Register.Answering;
using CollabRisk.Register.Model;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Requests;
using CollabRisk.Reporting;

namespace CollabRisk.Register.Routes;

/// <summary>The addresses of those who answer.</summary>
internal sealed class RespondentRoutes(AnswerDesk answers, Door door)
{
    public static bool May(Role role) => role == Role.Respondent;

    public void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("answer", door.For(May, AnswerAsync));
        pages.MapGet("answer", door.For(May, visit => Task.FromResult<IResult>(new SeeOther(visit.Visitor.Home))));
        pages.MapGet("answers", With((visit, desk) => Page(new RespondentPages(desk, visit.Visitor).Answers(visit.Query("changed") == "1" ? Changed(desk) : null))));
        pages.MapGet("about", door.For(May, async visit => await answers.OpenAsync(visit.Visitor, visit.Cancel) is { } desk
            ? Page(new RespondentPages(desk, visit.Visitor).About(await answers.FollowedAsync(desk, visit.Cancel))) : Gone()));
        pages.MapGet("change", With((visit, desk) => !desk.IsOpen ? Page(new RespondentPages(desk, visit.Visitor).Closed())
            : IsAsked(desk, visit.Query("path")) ? Page(new RespondentPages(desk, visit.Visitor).Change(visit.Query("path")))
            : NotAsked(visit)));
        pages.MapPost("change", door.For(May, ChangeAsync));
        pages.MapGet("report.html", With((_, desk) => new ReportResult(desk.Interview.Assessment.ToHtml(new() { WhatWouldChange = false }))));
    }

    /// <summary>The question to answer now.</summary>
    public async Task<IResult> HomeAsync(Visit visit) => await answers.OpenAsync(visit.Visitor, visit.Cancel) is { } desk
        ? Page(desk.IsOpen ? new AnswerPage(desk, visit.Visitor).Write() : new RespondentPages(desk, visit.Visitor).Closed())
        : Gone();

    private async Task<IResult> AnswerAsync(Visit visit)
    {
        var action = visit.Word<AnswerAction>("do") ?? AnswerAction.Save;
        var (desk, form) = (await answers.OpenAsync(visit.Visitor, visit.Cancel), Form(visit, action));
        if (desk is null || !desk.IsOpen)
        {
            return desk is null ? Gone() : await answers.WasKeptAsync(desk, form.Round, visit.Author, visit.Cancel) ? new SeeOther(visit.Visitor.Home) : Page(new RespondentPages(desk, visit.Visitor).Closed(), StatusCodes.Status409Conflict);
        }

        var result = action == AnswerAction.Change ? new(SaveResult.Outdated) : await answers.TakeAsync(desk, form, visit.Author, visit.Cancel);
        return result.Problem is { } problem ? Page(new AnswerPage(desk, visit.Visitor).Write(form, problem), StatusCodes.Status422UnprocessableEntity)
            : await NextAsync(visit, form, result.Result, visit.Visitor.Home);
    }

    private async Task<IResult> ChangeAsync(Visit visit)
    {
        // The note that was there is in the form: where it comes back empty, it is to go.
        var form = Form(visit, AnswerAction.Change) with { Note = visit.Text("note") };
        if (await answers.OpenAsync(visit.Visitor, visit.Cancel) is not { } desk)
        {
            return Gone();
        }

        if (!desk.IsOpen || !IsAsked(desk, form.Path))
        {
            return await answers.WasKeptAsync(desk, form.Round, visit.Author, visit.Cancel) ? new SeeOther(Changed(visit)) : desk.IsOpen ? NotAsked(visit) : Page(new RespondentPages(desk, visit.Visitor).Closed(), StatusCodes.Status409Conflict);
        }

        var result = await answers.TakeAsync(desk, form, visit.Author, visit.Cancel);
        return result.Problem is { } problem ? Page(new RespondentPages(desk, visit.Visitor).Change(form.Path, form, problem), StatusCodes.Status422UnprocessableEntity)
            : await NextAsync(visit, form, result.Result, Changed(visit));
    }

    private static string Changed(Visit visit) => $"{visit.Visitor.Home}answers?changed=1";

    private RequestDelegate With(Func<Visit, Desk, IResult> answer) =>
        door.For(May, async visit => await answers.OpenAsync(visit.Visitor, visit.Cancel) is { } desk ? answer(visit, desk) : Gone());

    private static string Changed(Desk desk) =>
        $"Your answer was changed.{(desk.IsOpen && !desk.Sheet.IsFinished && desk.Interview.Next is not null ? " There are questions that are still open: go to Questions, and say at their end that you have finished." : "")}";

    private static bool IsAsked(Desk desk, string path) => desk.Interview.Steps.Any(step => step.Path == path) && desk.Interview.PlaceOf(path) is not null;

    private static AnswerForm Form(Visit visit, AnswerAction action) => new(
        action, visit.Number("round", 1, int.MaxValue) ?? 0, visit.Version, visit.Text("path"), QuestionField.Read(visit.Text("a"), visit.All("w"), visit.Text("t")), visit.Text("note") is { Length: > 0 } note ? note : null,
        visit.Text("telling") is { Length: > 0 } telling ? telling : null);

    /// <summary>After a change the browser asks for the page anew, so that going back and forth sends nothing twice. What was not kept is said with what was typed.</summary>
    private async Task<IResult> NextAsync(Visit visit, AnswerForm form, SaveResult result, string saved)
    {
        if (result is SaveResult.Saved or SaveResult.SavedBefore)
        {
            return new SeeOther(saved);
        }

        return await answers.OpenAsync(visit.Visitor, visit.Cancel) is not { } desk ? Gone()
            : Page(desk.IsOpen ? new AnswerPage(desk, visit.Visitor).Write(notice: Outdated(desk, form)) : new RespondentPages(desk, visit.Visitor).Closed(), StatusCodes.Status409Conflict);
    }

    private static string Outdated(Desk desk, AnswerForm form)
    {
        var typed = string.Join(", ", new[] { form.Answer, form.Note }.Where(each => !string.IsNullOrEmpty(each)).Select(each => $"“{each}”"));
        var why = form.Round == desk.Round.Number ? "You answered in another window meanwhile" : "The round that this was sent for is closed";
        return $"{why}, so this was not kept{(typed.Length > 0 ? $": {typed}" : "")}. Here is the question that is next.";
    }

    private static PageResult NotAsked(Visit visit) =>
        Page(Frame.Message(Refusal.NotThere.Title, "This question was not asked, or was taken back.", ($"{visit.Visitor.Home}answers", "Your answers")), StatusCodes.Status404NotFound);

    private static PageResult Gone() => Page(Frame.Message("You are not asked any more", "Whoever coordinates took you out of this collaboration, or deleted it."), StatusCodes.Status410Gone);

    private static PageResult Page(Reporting.Html.Markup page, int status = StatusCodes.Status200OK) => PageResult.Of(page, status);
}
