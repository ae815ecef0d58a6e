using CollabRisk.Questions;
using CollabRisk.Register.Access;
using CollabRisk.Register.Answering;
using CollabRisk.Register.Model;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>What a respondent sees besides the question: their answers, one of them to be changed, and what happens with them.</summary>
internal sealed class RespondentPages(Desk desk, Visitor visitor)
{
    private Interview Interview => desk.Interview;

    /// <summary>All answers so far.</summary>
    public Markup Answers(string? notice = null) => Write("answers", Markup.Of($"""
        {Frame.Notice(notice)}<section class="s" aria-labelledby="h-a"><h2 id="h-a">Your answers</h2>{(Interview.Steps.Count == 0 ? Markup.Of($"<p>{(desk.IsOpen ? "You have not answered yet." : "You did not answer in this round.")}</p>") : Markup.Of($"""
        {Markup.When(desk.Filled is not null, () => Markup.Of($"<p>They are of round {desk.Filled!.Round}{(desk.IsOpen ? $", and count in round {desk.Round.Number} once you say that you have finished, answer a question or change an answer" : $": in round {desk.Round.Number} you did not answer")}.</p>"))}
        <div class="tw"><table role="table" class="t st"><caption class="vh">Your answers</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Question</th><th role="columnheader" scope="col">Your answer</th><th role="columnheader" scope="col">Note</th>{Markup.When(desk.IsOpen, () => Markup.Of($"""<th role="columnheader" scope="col"><span class="vh">Change</span></th>"""))}</tr></thead><tbody role="rowgroup">{Markup.Each(Interview.Steps, Row)}</tbody></table></div>
        """))}</section>
        """));

    /// <summary>An earlier answer, to be changed.</summary>
    public Markup Change(string path, AnswerForm? given = null, string? problem = null)
    {
        return Write("answers", Markup.Of($"""
            <section class="s ask">{Frame.Form(visitor, $"{visitor.Home}change", desk, Markup.Of($"""
            {Frame.Hidden("path", path)}{new QuestionField(Interview.AskingOf(path)!.Value).Write(given?.Answer ?? AnswerDesk.AnswerAt(Interview, path) ?? SpecialAnswers.InWords(SpecialAnswer.NotKnown), problem)}
            {QuestionField.Note(given is null ? Interview.Steps.First(step => step.Path == path).Note : given.Note)}
            <div class="btns"><button class="pri" type="submit" name="do" value="change">Change it</button><a href="{visitor.Home}answers">Leave it as it is</a></div>
            """))}</section>
            """), problem is not null);
    }

    /// <summary>What happens with the answers.</summary>
    /// <param name="followed">When each link to them was followed, by its id.</param>
    public Markup About(IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> followed) => Write("about", Markup.Of($"""
        <section class="s" aria-labelledby="h-w"><h2 id="h-w">What happens with your answers</h2><ul>
        <li>You answer as <b><bdi>{desk.Respondent.Name}</bdi></b>, alone. Whoever coordinates sees that you have answered; no page or file shows them an answer before the round is closed.</li>
        <li>Whoever coordinates makes the links, and could open one of yours. They would see your answers and could change them. Each link that was made for you is below, with when it was followed. Whoever operates the register has all that is in it.</li>
        <li>{(desk.Entry.Naming == Naming.Names ? "Results name who said what: they show your answers next to those of the others, under the name above."
            : $"Results have letters in place of names, and show nothing by letter where fewer than {desk.Entry.SmallestGroup} have answered. Letters alone make no one anonymous: whoever knows you can often tell what you said.")}</li>
        <li>The rules: {string.Join(", ", desk.Evaluator.RuleBook.Packs.Select(pack => $"{pack.Id} {pack.Version}"))}. They find what could put the collaboration at risk; there is no score, and no verdict on anyone.</li>
        <li>Notes are read by others. Do not name staff in them.</li>
        <li>An answer that you do not know counts as not known, never as “no”. What you and others contradict each other on counts as not known too; no one is outvoted.</li>
        <li>What is kept: your answers and notes, when they were given, and when a link of yours was followed. No address of your computer, and no name that you do not give.</li>
        <li>All you said can be deleted. Ask whoever coordinates{(desk.Entry.Naming == Naming.Letters ? "; once a round is closed, the office does it" : "")}.</li></ul></section>{LinksOfRespondent.List(desk, visitor, followed)}
        """));

    /// <summary>That the round is closed.</summary>
    public Markup Closed() => Write("", Markup.Of($"""
        <section class="s"><h2>This round is closed</h2><p class="lead">{(desk.Sheet.Answered > 0 ? $"Thank you. {Counted(desk.Sheet)}" : $"Round {desk.Round.Number} was closed before you answered{(desk.Sheet.Version > 0 ? " a question" : "")}: nothing of yours is in its results.")}</p>{Markup.When(desk.Sheet.Answered == 0, () => Markup.Each(desk.Earlier.Where(sheet => sheet.Answered > 0), sheet => Markup.Of($"<p>{Counted(sheet)}</p>")))}<p>Whoever coordinates shares results with you. The same link works when the next round is opened.</p><p><a href="{visitor.Home}answers">Your answers</a></p></section>
        """));

    private string Counted(Sheet sheet) => FormattableString.Invariant($"Your answers of round {sheet.Round} are part of the results as of {Wording.Day(desk.Entry.Rounds.First(round => round.Number == sheet.Round).ClosedOn!.Value)}.");

    private Markup Write(string part, Markup main, bool isRefusal = false) => Frame.Write(
        desk.Entry.Name, "CollabRisk interview", [Markup.Of($"You answer as <b><bdi>{desk.Respondent.Name}</bdi></b>"), Markup.Text(desk.Entry.TellingInWords)], Markup.Of($"{LinksOfRespondent.Notice(desk, visitor)}{main}"),
        Pages.Select(each => ((string?)(each.Part == part ? null : $"{visitor.Home}{each.Part}"), each.Name)), Pages.First(each => each.Part == part).Name, isRefusal);

    private (string Part, string Name)[] Pages => [("", desk.IsOpen ? "Questions" : "The round"), ("answers", "Your answers"), ("about", "What happens with them")];

    private Markup Row(InterviewStep step) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">{Question(step.Path)}</th><td role="cell" data-l="Your answer">{AnswerDesk.SaidIn(Interview, step) ?? Wording.NotKnown}</td><td role="cell" data-l="Note">{step.Note ?? ""}</td>{Markup.When(desk.IsOpen, () => Markup.Of($"""<td role="cell"><a href="{visitor.Home}change?path={Uri.EscapeDataString(step.Path)}" aria-label="Change the answer to “{Question(step.Path).ToString()}”">Change</a></td>"""))}</tr>
        """);

    private Passage Question(string path) => Interview.AskingOf(path)?.Question ?? path;
}
