using CollabRisk.Questions;
using CollabRisk.Register.Access;
using CollabRisk.Register.Answering;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>The page on which a respondent answers: one question, and next to it what the answers so far come to.</summary>
internal sealed class AnswerPage(Desk desk, Visitor visitor)
{
    /// <summary>So many titles say what a question is about.</summary>
    private const int MostTitles = 6;

    private Interview Interview => desk.Interview;

    /// <summary>Writes the page.</summary>
    /// <param name="given">What was sent and cannot be taken; null where nothing was.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="notice">What just happened that the page does not say.</param>
    public Markup Write(AnswerForm? given = null, string? problem = null, string? notice = null)
    {
        var ask = desk.Sheet.IsFinished ? Finished() : Interview.Next is { } next ? Ask(next, given, problem) : End();
        return Frame.Write(desk.Entry.Name, "CollabRisk interview", Meta(), Markup.Of($"""
            {Frame.Notice(notice)}{LinksOfRespondent.Notice(desk, visitor)}{FilledIn()}<div class="iv"><div class="ask">{ask}</div>{new SidePanel(desk).Write(visitor.Home)}</div>{Markup.When(desk.Filled is not null, Finishing)}
            """), [(null, "Questions"), ($"{visitor.Home}answers", "Your answers"), ($"{visitor.Home}about", "What happens with them")], "Questions", problem is not null);
    }

    /// <summary>That answers of an earlier round are there and do not count in this one so far, and what to do about it.</summary>
    private Markup FilledIn() => Markup.When(desk.Filled is not null, () => Markup.Of($"""
        <section class="told strong" aria-labelledby="h-f"><h2 id="h-f">This is round {desk.Round.Number}</h2><p>Your {Words.Count(Interview.Asked, "answer")} of round {desk.Filled!.Round} {(Interview.Asked == 1 ? "is" : "are")} filled in. <b>In this round they count once you say that you have finished, answer a question or change an answer.</b> <a href="{visitor.Home}answers">Look through your answers</a> and change what has changed{(Interview.Next is null ? "" : "; what you left open is asked again below")}.</p>
        <div class="btns"><button type="submit" form="finishing" name="do" value="finish">All of them still hold: I have finished</button></div></section>
        """));

    /// <summary>The form of that button: it is not the one of the question, and whoever has the page read to them comes to the question first.</summary>
    private Markup Finishing() => Frame.Form(visitor, $"{visitor.Home}answer", desk, Frame.Hidden("telling", desk.Entry.Telling), id: "finishing");

    private IEnumerable<Markup> Meta()
    {
        yield return Markup.Of($"You answer as <b><bdi>{desk.Respondent.Name}</bdi></b>");
        yield return desk.Filled is { } filled ? Markup.Of($"<b>{Interview.Asked}</b> filled in from round {filled.Round}") : Markup.Of($"<b>{desk.Sheet.Answered}</b> answered, <b>{desk.Sheet.Skipped}</b> not known");
        yield return Markup.Of($"{(desk.Sheet.Version == 0 ? "Each answer is kept at once" : "All is kept")}: you can stop here and come back");
        yield return Markup.Text(desk.Entry.TellingInWords);
    }

    private Markup Ask(OpenQuestion question, AnswerForm? given, string? problem)
    {
        var movable = Saying.Movable(Interview.Assessment);
        var before = Saying.Movable(desk.Before);
        return Markup.Of($"""
            <p class="prog"><b>Question {Interview.Asked + 1}.</b> {Progress(movable, before)}</p>{Bar(movable, before)}
            {Frame.Form(visitor, $"{visitor.Home}answer", desk, Markup.Of($"""
                {Frame.Hidden("path", question.Path)}{Frame.Hidden("telling", desk.Entry.Telling)}{new QuestionField(question.Asking).Write(given?.Answer, problem)}
                {QuestionField.Note(given?.Note)}
                <div class="btns"><button class="pri" type="submit" name="do" value="save">Save and go on</button><button type="submit" name="do" value="skip" formnovalidate>I don’t know: skip</button>{Markup.When(CanGoBack, () => Markup.Of($"""<button class="plain" type="submit" name="do" value="back" formnovalidate>Take the last answer back</button>"""))}</div>
                """))}
            <details><summary>Why this is asked</summary><p>{question.SaidReason}</p>{Markup.When(question.CouldSettle.Count > 0, () => Markup.Of($"""<ul>{Markup.Each(Titles(question), title => Markup.Of($"<li>{title}</li>"))}</ul>"""))}</details>
            """);
    }

    /// <summary>What is waiting for the answer, without a word on which answer would raise it.</summary>
    private IEnumerable<Passage> Titles(OpenQuestion question)
    {
        var titles = question.CouldSettle.Select(code => Interview.Assessment.RuleBook.Find(code)!.SaidTitle).Distinct().ToList();
        return titles.Count <= MostTitles ? titles : [.. titles.Take(MostTitles), Words.Count(titles.Count - MostTitles, "other matter", "other matters")];
    }

    private static string Progress(int movable, int before) => movable switch
    {
        0 => "The range is settled. You may go on to find out more, or stop.",
        _ when movable == before => $"{Words.Count(movable, "question")} could move the range. One answer often settles several.",
        _ => FormattableString.Invariant($"{Words.Count(movable, "question")} could still move the range, down from {Math.Max(before, movable)}. One answer often settles several."),
    };

    private static Markup Bar(int movable, int before)
    {
        var total = Math.Max(1, Math.Max(before, movable));
        return Markup.Of($"""
            <svg class="progbar" viewBox="0 0 600 12" preserveAspectRatio="none" role="img" aria-label="{total - movable} of the {total} questions that could move the range are settled"><rect x=".5" y=".5" width="599" height="11" fill="none" stroke="var(--line2)"/><rect x="1" y="1" width="{598.0 * (total - movable) / total}" height="10" fill="var(--ink)"/></svg>
            """);
    }

    /// <summary>What was filled in is not the last thing that they said.</summary>
    private bool CanGoBack => Interview.Asked > 0 && desk.Filled is null;

    private Markup End() => desk.Filled is not null ? Markup.Of($"""
        <h2>Nothing else is asked</h2><p>What is filled in leaves no question open. Look through <a href="{visitor.Home}answers">your answers</a>, change what has changed, and say that you have finished.</p>
        """) : Markup.Of($"""
        <h2>{(Interview.End == InterviewEnd.NotKnown ? "Enough for now" : "That is all")}</h2><p class="lead">{QuestionText.Ending(Interview.End)}</p>
        {Frame.Form(visitor, $"{visitor.Home}answer", desk, Markup.Of($"""
            <div class="btns"><button class="pri" type="submit" name="do" value="finish">I have finished</button>{Markup.When(Interview.End == InterviewEnd.NotKnown, () => Markup.Of($"""<button type="submit" name="do" value="continue">Go on all the same</button>"""))}{Markup.When(CanGoBack, () => Markup.Of($"""<button class="plain" type="submit" name="do" value="back">Take the last answer back</button>"""))}</div>
            """))}<p>You can look at <a href="{visitor.Home}answers">your answers</a> and change them until the round is closed.</p>
        """);

    private Markup Finished() => Markup.Of($"""
        <h2>Thank you</h2><p class="lead">You have finished. Whoever coordinates sees that you have, and is shown no answer of yours before the round is closed.</p>
        {Frame.Form(visitor, $"{visitor.Home}answer", desk, Markup.Of($"""<div class="btns"><button type="submit" name="do" value="reopen">Go on answering</button></div>"""))}
        <p>You can still look at <a href="{visitor.Home}answers">your answers</a> and change them.</p>
        """);
}
