using CollabRisk.Questions;

namespace CollabRisk.Register.Model;

/// <summary>A collaboration of the register: who takes part, by which rules it is assessed, how its rounds went, what is planned.</summary>
internal sealed record Entry
{
    public required string Id { get; init; }

    /// <summary>How often it was changed. A change says which version it is based on.</summary>
    public long Version { get; init; }

    public required string Name { get; init; }

    /// <summary>The organisations, by the names that all answers use.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    public IReadOnlyList<Respondent> Respondents { get; init; } = [];

    /// <summary>Whether results name who said what. Decided before the first answer, and shown to each respondent.</summary>
    public Naming Naming { get; init; }

    /// <summary>With letters: how many respondents there must be before anything is shown by letter.</summary>
    public int SmallestGroup { get; init; } = 4;

    /// <summary>What each respondent is shown of it, as one word or two: an answer is taken under what was shown, or not at all.</summary>
    public string Telling => Naming == Naming.Names ? $"{Naming}" : FormattableString.Invariant($"{Naming} {SmallestGroup}");

    /// <summary>The same in words, for those who answer.</summary>
    public string TellingInWords => Naming == Naming.Names ? "Results name who said what" : FormattableString.Invariant($"Results have letters in place of names, from {SmallestGroup} respondents on");

    /// <summary>Whether it is told how many answers someone gave. With letters that would tell which letter is theirs: reports say how many facts each letter knows.</summary>
    public bool TellsHowMany => Naming == Naming.Names;

    /// <summary>Whether respondents are asked the short form or all that matters.</summary>
    public InterviewForm Form { get; init; }

    /// <summary>The ids of the rule packs that apply next to the general knowledge.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>The digest of the rules that were last taken, so that other ones are noticed.</summary>
    public required string RulesDigest { get; init; }

    /// <summary>The rounds in which respondents answer, the first one first. The last one is open until it is closed.</summary>
    public IReadOnlyList<Round> Rounds { get; init; } = [];

    /// <summary>The action plan as JSON; null before there is one.</summary>
    public string? Plan { get; init; }

    /// <summary>The round that is open; null where none is.</summary>
    public Round? OpenRound => Rounds is [.., { ClosedOn: null } last] ? last : null;

    public Round LastRound => Rounds[^1];

    /// <summary>The respondent of an id; null where there is none, or no longer.</summary>
    public Respondent? RespondentOf(string? id) => Respondents.FirstOrDefault(each => each.Id == id);

    public override string ToString() => Name;
}

/// <summary>Who answers: for a partner, or as someone else who knows the collaboration.</summary>
internal sealed record Respondent(string Id, string Name);

/// <summary>A time in which respondents answer.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="BeginsWithLast">Whether what each respondent last answered is there to be changed, or everything is asked again.</param>
/// <param name="ClosedOn">The day that its results describe; null while it is open.</param>
internal sealed record Round(int Number, DateTimeOffset OpenedAt, bool BeginsWithLast = false, DateOnly? ClosedOn = null);

/// <summary>What results tell of who said what.</summary>
internal enum Naming
{
    /// <summary>Names.</summary>
    Names,

    /// <summary>Letters in place of names, and nothing by letter in a small group.</summary>
    Letters,
}
