using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Register.Model;

/// <summary>A collaboration of the register: who takes part, by which rules it is assessed, how its rounds went, what is planned.</summary>
internal sealed record Entry
{
    public required string Id { get; init; }

    /// <summary>How often it was changed. A change says which version it is based on.</summary>
    public long Version { get; init; }

    public required string Name { get; init; }

    /// <summary>The organisations that take part now, by the names that all answers use. What the next round asks is about them.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>What partners were called before; nothing in what was kept before they could be renamed.</summary>
    public IReadOnlyList<FormerName> FormerNames { get => field ?? []; init; }

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

    /// <summary>
    /// Whether a respondent is one of those asked in a round. Whoever answers for a partner that has left is not waited for; where they answered nevertheless, they were asked.
    /// </summary>
    public static bool IsAsked(Respondent respondent, Round round, IReadOnlyList<Sheet> sheets) =>
        !(respondent.LeftFrom <= round.Number) || sheets.Any(sheet => sheet.Respondent == respondent.Id && sheet.Round == round.Number && sheet.Version > 0);

    /// <summary>The partners that a round asks about, by the names that they had in it.</summary>
    public IReadOnlyList<string> PartnersIn(Round round) => round.Partners ?? Partners;

    /// <summary>What a partner of a name is called now.</summary>
    public string NameNow(string partner) => FormerNames.FirstOrDefault(each => Names.Alike.Equals(each.Name, partner))?.Now ?? partner;

    /// <summary>Facts of any day with their partners under the names of now. Where a list has the name of now already, it means someone else by the former one, which stays.</summary>
    public Collaboration WithNamesOfNow(Collaboration facts)
    {
        if (FormerNames.Count == 0 || facts.Partners is not { } partners)
        {
            return facts;
        }

        var names = partners.Select(partner => partner.Name).ToHashSet(Names.Alike);
        return facts with
        {
            Partners = [.. partners.Select(partner => partner with { Name = NowIn(partner.Name) })],
            Remarks = [.. facts.Remarks.Select(remark => remark with { Fact = FactPlace.Renamed(remark.Fact, NowIn) })],
        };

        // One that differs in capitals alone is its own name, and no one else's.
        string NowIn(string name) => NameNow(name) is var now && !Names.Alike.Equals(now, name) && names.Contains(now) ? name : now;
    }

    public override string ToString() => Name;
}

/// <summary>Who answers: for a partner, or as someone else who knows the collaboration.</summary>
internal sealed record Respondent(string Id, string Name)
{
    /// <summary>The number of the round from which on the partner that they answer for takes part no more; null where it takes part, or they answer for none.</summary>
    public int? LeftFrom { get; init; }
}

/// <summary>A time in which respondents answer.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="BeginsWithLast">Whether what each respondent last answered is there to be changed, or everything is asked again.</param>
/// <param name="ClosedOn">The day that its results describe; null while it is open.</param>
/// <param name="Partners">The partners that it asks about, where others have taken part since; null where they are those of now.</param>
internal sealed record Round(int Number, DateTimeOffset OpenedAt, bool BeginsWithLast = false, DateOnly? ClosedOn = null, IReadOnlyList<string>? Partners = null);

/// <summary>What a partner was called before. What was answered keeps the name of its day and is read under that of now: a partner that is renamed is the same one.</summary>
/// <param name="Name">The former name.</param>
/// <param name="Now">The name that it has now, or had when it left.</param>
internal sealed record FormerName(string Name, string Now);

/// <summary>What results tell of who said what.</summary>
internal enum Naming
{
    /// <summary>Names.</summary>
    Names,

    /// <summary>Letters in place of names, and nothing by letter in a small group.</summary>
    Letters,
}
