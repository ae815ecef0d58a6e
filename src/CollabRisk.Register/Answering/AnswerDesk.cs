using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Register.Access;
using CollabRisk.Register.Model;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Storage;
using CollabRisk.Rules;
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
        var own = (await store.SheetsAsync(id, cancel)).Where(each => each.Respondent == respondent.Id).ToList();
        var sheet = own.FirstOrDefault(each => each.Round == round.Number) ?? new() { Entry = id, Respondent = respondent.Id, Round = round.Number };
        var evaluator = shelf.EvaluatorOf(entry.Packs);
        var last = sheet.Interview is null && round.BeginsWithLast ? LastBefore(round.Number, own) : null;
        var interview = sheet.Interview is { } kept ? ReadOwn(evaluator, kept)

            // What they did not know last time they may know now: it is still open, and is asked.
            : last is not null ? AboutPartnersIn(round, entry, ReadOwn(evaluator, last.Interview!)).AskSkippedAgain()
            : Interview.Start(evaluator, Beginning(entry, round), entry.Form);
        var links = (await store.LinksAsync(id, cancel)).Where(link => link.Respondent == respondent.Id).ToList();
        return new(entry, respondent, round, sheet, interview, evaluator, links) { Filled = last, Earlier = [.. own.Where(each => each.Round < round.Number)] };
    }

    /// <summary>What a respondent last answered before a round; null where they never did. Whoever misses a round, or knew nothing in it, loses nothing by it.</summary>
    public static Sheet? LastBefore(int round, IEnumerable<Sheet> own) => own.Where(sheet => sheet.Round < round && sheet is { Answered: > 0, Interview: not null }).MaxBy(sheet => sheet.Round);

    /// <summary>When each link of a respondent was followed, by its id; the latest first.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>>> FollowedAsync(Desk desk, CancellationToken cancel)
    {
        var followed = await store.FollowedAsync(desk.Entry.Id, cancel);
        return desk.Links.ToDictionary(link => link.Id, link => (IReadOnlyList<DateTimeOffset>)[.. followed[link.InWords()]], StringComparer.Ordinal);
    }

    /// <summary>What was known before the first question of a round: what the coordinator gave, the same for all.</summary>
    private static Collaboration Beginning(Entry entry, Round round) => new() { Name = entry.Name, Partners = entry.PartnersIn(round) is { Count: > 0 } partners ? ListOf(partners) : null };

    private static FactList<Partner> ListOf(IEnumerable<string> names) => FactList.Create<Partner>([.. names.Select(name => new Partner { Name = name })]);

    /// <summary>What was answered in an earlier round, about the partners that a round asks about: what was said of those who have left goes, and what was said of others stays, under the names that they have in the round.</summary>
    private static Interview AboutPartnersIn(Round round, Entry entry, Interview earlier)
    {
        var partners = entry.PartnersIn(round);
        if (partners.Count == 0)
        {
            return earlier;
        }

        var (beginning, given) = (Beginning(entry, round), earlier.Started.Partners?.Select(partner => InRound(partner.Name)).ToHashSet(Names.Alike) ?? []);
        return earlier.From(beginning, earlier.Steps.Select(Now));

        // Whoever was asked who takes part may have named more than the coordinator did.
        InterviewStep Now(InterviewStep step) => step with
        {
            Path = FactPlace.Renamed(step.Path, InRound),
            Value = step.Value is FactList<Partner> listed ? ListOf(partners.Concat(listed.Select(partner => InRound(partner.Name)).Where(name => !given.Contains(name))).Distinct(Names.Alike)) : step.Value,
        };

        // A round that had begun keeps the name of then where a partner was renamed in it.
        string InRound(string name) => partners.FirstOrDefault(each => Names.Alike.Equals(entry.NameNow(each), entry.NameNow(name))) ?? entry.NameNow(name);
    }

    /// <summary>What someone answered, for whoever is not to know more of it than the rules make of it.</summary>
    /// <exception cref="UnfitAnswersException">The rules do not take what was answered. It tells neither whose answers these are nor which.</exception>
    public static Interview Read(ICollaborationEvaluator evaluator, string json) => Interview.Read(evaluator, json).Value ?? throw new UnfitAnswersException();

    /// <summary>The same for the respondent themselves, who may know which of their answers it is.</summary>
    private static Interview ReadOwn(ICollaborationEvaluator evaluator, string json)
    {
        var reading = Interview.Read(evaluator, json);
        return reading.Value ?? throw new UnfitAnswersException { Answers = UnfitAnswers(reading.Problems, evaluator.RuleBook) };
    }

    /// <summary>What the rules do not take, as its author knows it: by the question, or where the rules have that no more, by the name of its fact.</summary>
    private static IReadOnlyList<string> UnfitAnswers(IEnumerable<JsonProblem> problems, RuleBook book) =>
    [
        .. problems.Select(problem => problem.Fact is not { } path ? problem.Message
            : Asking.Of(path, book) is { } asking ? $"{asking.Question} {problem.Message}"
            : $"{path}: this is not asked any more.").Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether a request was kept before: one that is sent twice may find that the round was closed meanwhile.</summary>
    public Task<bool> WasKeptAsync(Desk desk, int round, Author author, CancellationToken cancel) => store.WasKeptAsync(desk.Entry.Id, Sheet.SubjectOf(desk.Respondent.Id, round), author, cancel);

    /// <summary>Does what a respondent asks for.</summary>
    public async Task<AnswerResult> TakeAsync(Desk desk, AnswerForm form, Author author, CancellationToken cancel)
    {
        if (form.Round != desk.Round.Number)
        {
            // Before the first answer all rounds look alike, and what was said in one is not said in the next.
            return new(await WasKeptAsync(desk, form.Round, author, cancel) ? SaveResult.SavedBefore : SaveResult.Outdated);
        }

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
            var again = await store.SaveAsync(desk.Sheet with { Version = form.Version }, desk.Entry, shown, author, "", "{}", cancel);
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
        var detail = RegisterJson.Detail(("fact", path.Length == 0 ? null : path), ("before", AnswerAt(desk.Interview, path)), ("after", AnswerAt(after, path)), ("note", form.Note is { Length: > 0 } note ? note : null));
        return new(await store.SaveAsync(kept, desk.Entry, shown, author, what, detail, cancel));
    }

    /// <summary>What was answered to a question, in words; null where nothing was.</summary>
    public static string? AnswerAt(Interview interview, string path) =>
        interview.Steps.FirstOrDefault(step => step.Path == path) is { } step ? AnswerOf(interview, step) : null;

    /// <summary>What was answered in a step, in words; null where it was left as not known.</summary>
    public static string? AnswerOf(Interview interview, InterviewStep step) => step.Value is { } value && interview.PlaceOf(step.Path) is { } place ? InWords(place.Fact, value) : null;

    /// <summary>The same with the language of each word.</summary>
    public static Passage? SaidIn(Interview interview, InterviewStep step)
    {
        if (step.Value is not { } value || interview.PlaceOf(step.Path) is not { Fact: var fact })
        {
            return null;
        }

        return fact.Type switch
        {
            FactType.Word => fact.SaidInFull(value),
            FactType.Words when fact.CodeOf(value) is var code and not 0 => Passage.Join(", ", fact.SpokenIn(code).Select(fact.Said)),
            _ => InWords(fact, value),
        };
    }

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
                    : (interview.Change(form.Path, value, form.Note), "changed an answer", form.Path);
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

/// <summary>The rules do not take what was answered under others. The message is for anyone, the log included: no answer can be told from it.</summary>
internal sealed class UnfitAnswersException() : Exception("Answers were given that these rules do not take: a pack that was in use is missing, or asks otherwise now. Nothing is lost. Use the packs as they were.")
{
    /// <summary>Which answers, for the one who gave them and no one else; empty for others.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>The same as sentences for whoever asked.</summary>
    public string InFull => Answers.Count == 0 ? Message
        : $"Some of your answers were given under other rules than those of today. {string.Join(' ', Answers)} Nothing is lost. Tell whoever coordinates that the rule packs should be as they were; what you answered is for you to tell or not.";
}

/// <summary>What a respondent has in front of them, and the links to it that were made, the latest first.</summary>
internal sealed record Desk(Entry Entry, Respondent Respondent, Round Round, Sheet Sheet, Interview Interview, ICollaborationEvaluator Evaluator, IReadOnlyList<Link> Links)
{
    /// <summary>What was known before the first answer, assessed.</summary>
    public Assessment Before => field ??= Evaluator.Evaluate(Interview.Started);

    public bool IsOpen => Round.ClosedOn is null;

    /// <summary>The sheet whose answers are filled in, as long as nothing was said in this round: they do not count in it so far. Null where none are.</summary>
    public Sheet? Filled { get; init; }

    /// <summary>What they answered in the rounds before.</summary>
    public IReadOnlyList<Sheet> Earlier { get; init; } = [];
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
/// <param name="Round">The number of the round that they saw; 0 where they do not say.</param>
/// <param name="Version">The version of the sheet that they saw.</param>
/// <param name="Path">The fact that they were asked for.</param>
/// <param name="Answer">The answer as text; empty where none was given.</param>
/// <param name="Note">A note or evidence; null where none was given. With a change, empty takes the old one away, and null leaves it to an answer that stays.</param>
/// <param name="Telling">What they were shown of who will see whose answers, as <see cref="Entry.Telling"/> has it; null where they do not say.</param>
internal sealed record AnswerForm(AnswerAction Action, int Round, long Version, string Path, string Answer, string? Note, string? Telling = null)
{
    /// <summary>Notes are remarks on facts, which have this limit.</summary>
    public const int LongestNote = 2_000;
}

/// <summary>What came of it.</summary>
/// <param name="Result">Whether it was kept.</param>
/// <param name="Problem">What is wrong with the answer; null where it is not the answer.</param>
internal sealed record AnswerResult(SaveResult Result, string? Problem = null);
