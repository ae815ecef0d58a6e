using System.ComponentModel;
using CollabRisk.Questions;
using CollabRisk.Register.Answering;
using CollabRisk.Register.Model;

namespace CollabRisk.Register.Api;

[Description("Who you are here.")]
internal sealed record Me(Role Role, [property: Description("The collaboration that the link is for; null for all.")] string? Collaboration, string? Respondent);

[Description("A collaboration in short.")]
internal sealed record Summary(
    string Id, string Name, IReadOnlyList<string> Partners, IReadOnlyList<string> Packs, int Round, bool RoundIsOpen,
    [property: Description("The day of the latest snapshot; null where there is none.")] DateOnly? AsOf,
    [property: Description("What is shown at least; null where there is no snapshot.")] Level? AtLeast,
    [property: Description("What is possible at most; null where there is no snapshot. From None to High it is not assessable, which is never low.")] Level? AtMost, long Version,
    [property: Description("Why the latest snapshot cannot be assessed; null where nothing is wrong.")] string? Problem);

[Description("A collaboration to be made.")]
internal sealed record NewCollaboration(string? Name, IReadOnlyList<string>? Partners)
{
    [Description("Whether results name who said what. It cannot be changed once someone has answered.")]
    public Naming Naming { get; init; } = Naming.Names;

    [Description("With letters: how many must answer before anything is shown by letter; from 2 to 100.")]
    public int SmallestGroup { get; init; } = 4;

    public InterviewForm Form { get; init; } = InterviewForm.Short;

    [Description("The ids of rule packs next to the general knowledge.")]
    public IReadOnlyList<string>? Packs { get; init; }

    [Description("For how many days the links of respondents work; from 1 to 3650.")]
    public int Days { get; init; } = Coordination.Coordinator.UsualDays;
}

[Description("A collaboration that was made, with its links, which are shown once.")]
internal sealed record Made(string Id, IReadOnlyList<MadeLink> Links);

internal sealed record MadeLink(Role Role, string? Respondent, string Address, DateTimeOffset? EndsAt);

internal sealed record RespondentState(
    string Id, string Name, bool HasBegun, [property: Description("Null where results have letters in place of names, since the number would tell which letter is whose.")] int? Answered, bool IsFinished,
    [property: Description("Whether they are one of those asked in the last round: whoever answers for a partner that has left is not, unless they answered in it.")] bool IsAsked);

[Description("A partner, by its name.")]
internal sealed record GivenPartner(string? Name);

[Description("A partner by the name that it has, and the one that it is to have.")]
internal sealed record RenamedPartner(string? Name, string? NewName);

[Description("Who takes part after a change.")]
internal sealed record PartnersState(IReadOnlyList<string> Partners, [property: Description("The number of the round from which on the change counts.")] int FromRound);

internal sealed record SnapshotMade(DateOnly Day);

[Description("An interview, and the question to answer now.")]
internal sealed record InterviewState(
    string Collaboration, string Respondent, [property: Description("The number of the round. To be sent with the answer.")] int Round, [property: Description("To be sent with the answer.")] long Version, bool IsOpen, bool IsFinished, [property: Description("How many answers count in this round.")] int Answered, int Skipped,
    [property: Description("How many answers of an earlier round are filled in. They count in this one from the first answer, change or 'Finish' on, and are in 'answered' then.")] int FilledIn, Level AtLeast, Level AtMost,
    [property: Description("Who will see whose answers: 'Names', or 'Letters' with the smallest group that is shown by letter. To be shown to the respondent, and sent with the first answer.")] string Telling,
    [property: Description("Null where nothing is left to ask.")] Asked? Question, InterviewEnd? End,
    [property: Description("When other links to these answers were made, the latest first. To be shown to the respondent: whoever has one sees the answers and can change them.")] IReadOnlyList<DateTimeOffset> OtherLinks);

internal sealed record Asked(string Path, string Question, string AllowedAnswers, string? CodingNote, string Reason);

[Description("What a respondent sends.")]
internal sealed record GivenAnswer(
    [property: Description("That of the question.")] int? Round, [property: Description("That of the question.")] long Version, string? Path, [property: Description("As a person would type it: yes, a word, a number, a day as 2027-03-31, 'don't know', 'does not apply'.")] string? Answer, string? Note,
    [property: Description("What tells this request from others, of at most 200 characters, so that it is kept once however often it is sent. In place of an Idempotency-Key: with something else in the body it is another request as well.")] string? Request)
{
    public AnswerAction Action { get; init; } = AnswerAction.Save;

    [Description("What the respondent was shown of who will see whose answers. A first answer is refused where that has changed; left out, it is not looked at.")]
    public string? Telling { get; init; }
}
