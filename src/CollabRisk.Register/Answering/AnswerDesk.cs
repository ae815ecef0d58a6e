using CollabRisk.Facts;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Register.Access;
using CollabRisk.Register.Model;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Storage;
using CollabRisk.Text;

namespace CollabRisk.Register.Answering;

/// <summary>Where respondents answer: each alone, one question at a time, every answer kept before the next is asked.</summary>
internal sealed class AnswerDesk(RegisterStore store, RuleShelf shelf, TimeProvider clock)
{
    /// <summary>What a respondent has in front of them; null where their collaboration, or they in it, are not there any more.</summary>
    public async Task<Desk?> OpenAsync(Visitor visitor, CancellationToken cancel)
    {
        if (visitor.Entry is not { } id || await store.FindAsync(id, cancel) is not { } entry || entry.RespondentOf(visitor.Respondent) is not { } respondent)
        {
            return null;
        }

        var round = entry.LastRound;
        var sheet = await store.SheetAsync(id, respondent.Id, round.Number, cancel);
        var evaluator = shelf.EvaluatorOf(entry.Packs);
        var kept = sheet.Interview ?? (round.BeginsWithLast ? (await store.SheetAsync(id, respondent.Id, round.Number - 1, cancel)).Interview : null);
        return new(entry, respondent, round, sheet, kept is null ? Interview.Start(evaluator, Beginning(entry), entry.Form) : Read(evaluator, kept), evaluator);
    }

    /// <summary>What respondents have in front of them in the last round: what they said in it, or else what it begins with.</summary>
    public static IEnumerable<Sheet> InFront(Entry entry, IReadOnlyList<Sheet> sheets)
    {
        var round = entry.LastRound;
        return entry.Respondents.Select(respondent => Of(respondent, round.Number) ?? (round.BeginsWithLast ? Of(respondent, round.Number - 1) : null)).OfType<Sheet>();

        Sheet? Of(Respondent respondent, int number) => sheets.FirstOrDefault(sheet => sheet.Respondent == respondent.Id && sheet.Round == number && sheet.Interview is not null);
    }

    /// <summary>What was known before the first question: what the coordinator gave, the same for all.</summary>
    public static Collaboration Beginning(Entry entry) => new()
    {
        Name = entry.Name,
        Partners = entry.Partners.Count == 0 ? null : FactList.Create<Partner>([.. entry.Partners.Select(name => new Partner { Name = name })]),
    };

    /// <exception cref="UnfitAnswersException">The rules in use today do not take what was answered; the message names every answer.</exception>
    public static Interview Read(ICollaborationEvaluator evaluator, string json)
    {
        var reading = Interview.Read(evaluator, json);
        return reading.Value ?? throw new UnfitAnswersException($"The rule packs in use do not take what was answered: {string.Join(' ', reading.Problems)} Nothing is lost. Whoever coordinates should go back to the packs before.");
    }

    /// <summary>Does what a respondent asks for.</summary>
    public async Task<AnswerResult> TakeAsync(Desk desk, AnswerForm form, Author author, CancellationToken cancel)
    {
        if (form.Note?.Length > AnswerForm.LongestNote)
        {
            return new(SaveResult.Outdated, FormattableString.Invariant($"The note has {form.Note.Length} characters, and {AnswerForm.LongestNote} are the most. Shorten it."));
        }

        var shown = form.Telling ?? desk.Entry.Telling;
        if (desk.Sheet.Version == 0 && shown != desk.Entry.Telling)
        {
            return new(SaveResult.Outdated, $"Whoever coordinates has changed what results tell of who said what: {Words.Uncapitalize(desk.Entry.TellingInWords)}. Nothing was kept. Answer again if that is all right with you.");
        }

        if (form.Version != desk.Sheet.Version)
        {
            // Sent twice, or from a page that is no longer the latest: keeping it again finds out which.
            var again = await store.SaveAsync(desk.Sheet with { Version = form.Version }, shown, author, "", "{}", cancel);
            return new(again == SaveResult.SavedBefore ? SaveResult.SavedBefore : SaveResult.Outdated);
        }

        Interview after;
        string what;
        string path;
        try
        {
            (after, what, path) = Apply(desk.Interview, form);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return new(SaveResult.Outdated, Shown(e, form.Path));
        }
        catch (InvalidOperationException)
        {
            return new(SaveResult.Outdated);
        }

        var kept = desk.Sheet with
        {
            Interview = after.ToJson(indented: false),
            Answered = after.Asked - after.Skipped.Count,
            Skipped = after.Skipped.Count,

            // Who has finished has finished with the answer that they correct, unless it brings new questions.
            IsFinished = form.Action == AnswerAction.Finish || (form.Action == AnswerAction.Change && desk.Sheet.IsFinished && after.Next is null),
            ChangedOn = CalendarDay.Today(clock),
        };
        var detail = RegisterJson.Detail(("fact", path.Length == 0 ? null : path), ("before", AnswerAt(desk.Interview, path)), ("after", AnswerAt(after, path)), ("note", form.Note));
        return new(await store.SaveAsync(kept, shown, author, what, detail, cancel));
    }

    /// <summary>What was answered to a question, in words; null where nothing was.</summary>
    public static string? AnswerAt(Interview interview, string path) =>
        interview.Steps.FirstOrDefault(step => step.Path == path) is { } step ? AnswerOf(interview, step) : null;

    /// <summary>What was answered in a step, in words; null where it was left as not known.</summary>
    public static string? AnswerOf(Interview interview, InterviewStep step) => step.Value is { } value && interview.PlaceOf(step.Path) is { } place ? InWords(place.Fact, value) : null;

    private static string InWords(Fact fact, object value) => value is FactList<Partner> partners
        ? string.Join("; ", partners.Select(partner => partner.Name)) : QuestionnaireItem.InWords(fact, value) is var words && words == "[]" ? "none of them" : words;

    private static (Interview After, string What, string Path) Apply(Interview interview, AnswerForm form)
    {
        switch (form.Action)
        {
            case AnswerAction.Back:
                return (interview.Back(), "took an answer back", interview.Steps is [.., var last] ? last.Path : "");
            case AnswerAction.Continue:
                return (interview.Continue(), "went on", "");
            case AnswerAction.Finish or AnswerAction.Reopen:
                return (interview, form.Action == AnswerAction.Finish ? "finished" : "went on after finishing", "");
            case AnswerAction.Change:
                var place = interview.PlaceOf(form.Path) ?? throw new ArgumentException($"'{form.Path}' was not asked.", nameof(form));
                return AnswerValue.Read(place.Fact, form.Answer.Trim(), interview.Collaboration, out var value) is { } problem
                    ? throw new FormatException(problem)
                    : (interview.Change(form.Path, value), "changed an answer", form.Path);
        }

        if (interview.Next is not { } next || next.Path != form.Path)
        {
            throw new InvalidOperationException("Another question is asked now.");
        }

        return form.Action == AnswerAction.Skip || SpecialAnswers.Of(form.Answer) == SpecialAnswer.NotKnown
            ? (interview.Skip(form.Note), "left a question as not known", next.Path)
            : (interview.AnswerText(form.Answer, form.Note), "answered", next.Path);
    }

    /// <summary>What is wrong with an answer, as a person reads it: without the path, which the page does not show.</summary>
    private static string Shown(Exception e, string path)
    {
        var text = e.Message.Split(" (Parameter '")[0];
        return Words.Capitalize(text.StartsWith($"{path}: ", StringComparison.Ordinal) ? text[(path.Length + 2)..] : text);
    }
}

/// <summary>The rules in use do not take what was answered under others.</summary>
internal sealed class UnfitAnswersException(string message) : Exception(message);

/// <summary>What a respondent has in front of them.</summary>
internal sealed record Desk(Entry Entry, Respondent Respondent, Round Round, Sheet Sheet, Interview Interview, ICollaborationEvaluator Evaluator)
{
    /// <summary>What was known before the first answer, assessed.</summary>
    public Assessment Before => field ??= Evaluator.Evaluate(Interview.Started);

    public bool IsOpen => Round.ClosedOn is null;
}

/// <summary>What a respondent may do.</summary>
internal enum AnswerAction
{
    Save,
    Skip,
    Back,
    Continue,
    Change,
    Finish,
    Reopen,
}

/// <summary>What a respondent sent.</summary>
/// <param name="Action">What they ask for.</param>
/// <param name="Version">The version of the sheet that they saw.</param>
/// <param name="Path">The fact that they were asked for.</param>
/// <param name="Answer">The answer as text; empty where none was given.</param>
/// <param name="Note">A note or evidence; null where none was given.</param>
/// <param name="Telling">What they were shown of who will see whose answers, as <see cref="Entry.Telling"/> has it; null where they do not say.</param>
internal sealed record AnswerForm(AnswerAction Action, long Version, string Path, string Answer, string? Note, string? Telling = null)
{
    /// <summary>Notes are remarks on facts, which have this limit.</summary>
    public const int LongestNote = 2_000;
}

/// <summary>What came of it.</summary>
/// <param name="Result">Whether it was kept.</param>
/// <param name="Problem">What is wrong with the answer; null where it is not the answer.</param>
internal sealed record AnswerResult(SaveResult Result, string? Problem = null);
