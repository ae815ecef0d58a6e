using CollabRisk.Planning;
using CollabRisk.Register.Model;
using CollabRisk.Text;

namespace CollabRisk.Register.Coordination;

/// <summary>
/// Who takes part, and how that changes. A change counts from the next round on, or in the open one as long as no one has answered in it: what was asked
/// and answered stays about the partners that it was about.
/// </summary>
internal sealed class Membership
{
    private readonly Entry entry;

    /// <summary>The names under which anything was ever asked or said.</summary>
    private readonly HashSet<string> asked;

    /// <summary>Those that anything was ever asked or said about, by the names of now.</summary>
    private readonly HashSet<string> known;

    /// <param name="entry">The collaboration.</param>
    /// <param name="sheets">What respondents have answered.</param>
    /// <param name="snapshots">What was known on each day.</param>
    public Membership(Entry entry, IReadOnlyList<Sheet> sheets, IReadOnlyList<Snapshot> snapshots)
    {
        this.entry = entry;
        HasAnswers = entry.OpenRound is { } round && HasBegun(round, sheets);

        // A round that was begun keeps its partners, also where whoever had begun it was deleted since.
        From = entry.OpenRound is { Partners: null } open && !HasAnswers ? open.Number : entry.LastRound.Number + 1;

        // A plan that was kept has the names of its day as well.
        var planned = entry.Plan is null ? [] : ActionPlan.Read(entry.Plan).Value?.Steps.SelectMany(step => step.Findings).Select(finding => finding.Subject).OfType<string>() ?? [];
        asked = Before.SelectMany(entry.PartnersIn).Concat(snapshots.SelectMany(snapshot => snapshot.PartnersNamed)).Concat(planned).ToHashSet(Names.Alike);
        known = asked.Select(entry.NameNow).ToHashSet(Names.Alike);
    }

    /// <summary>The number of the round from which on a change counts.</summary>
    public int From { get; }

    /// <summary>Whether there are answers in the open round. Without any, a round may still have been begun, by someone who was deleted since.</summary>
    public bool HasAnswers { get; }

    /// <summary>Those that earlier rounds asked about and that take part no more, each with the last of these rounds.</summary>
    public IReadOnlyList<(string Name, int LastRound)> Left =>
    [
        .. entry.Rounds.SelectMany(round => entry.PartnersIn(round).Select(name => (Name: entry.NameNow(name), round.Number))).GroupBy(each => each.Name, Names.Alike)
            .Where(same => !entry.Partners.Contains(same.Key, Names.Alike)).Select(same => (same.Key, same.Max(each => each.Number))).OrderBy(each => each.Key, Names.Order),
    ];

    /// <summary>The rounds that a change does not touch.</summary>
    private IEnumerable<Round> Before => entry.Rounds.Where(round => round.Number < From);

    /// <summary>Whether anyone has answered in a round, which then stays about the partners that they were asked about.</summary>
    public static bool HasBegun(Round round, IReadOnlyList<Sheet> sheets) => sheets.Any(sheet => sheet.Round == round.Number && sheet.Version > 0);

    /// <summary>The number of the first round that asks about a partner, where none did so far; null where one did.</summary>
    public int? FirstOf(string partner) => Before.Any(round => entry.PartnersIn(round).Select(entry.NameNow).Contains(partner, Names.Alike)) ? null : From;

    /// <summary>Adds a partner: a new one, or one that has left and takes part again.</summary>
    public MembershipChange Join(string given)
    {
        List<string> problems = [];
        var name = NewEntry.NameOf(given, "the partner", problems.Add);
        if (entry.Partners.Contains(name, Names.Alike))
        {
            problems.Add($"'{Shown.Name(name)}' is among the partners already.");
        }
        else if (Former(name) is { } former)
        {
            problems.Add($"'{Shown.Name(name)}' is what {Shown.Name(former.Now)} was called before, and what was answered about it is read as about {Shown.Name(former.Now)}. Give another name.");
        }

        if (entry.Partners.Count >= NewEntry.MostPartners)
        {
            problems.Add(FormattableString.Invariant($"There are {entry.Partners.Count} partners, and {NewEntry.MostPartners} are the most."));
        }

        // One that takes part again is the same one, however its name is typed.
        var joins = known.TryGetValue(name, out var kept) ? kept : name;
        return Change([.. entry.Partners, joins], FormattableString.Invariant($"{joins} takes part from round {From} on."), problems, WithRespondentsOf(entry, joins, null));
    }

    /// <summary>Gives a partner another name.</summary>
    public MembershipChange Rename(string partner, string given)
    {
        List<string> problems = [];
        var name = NewEntry.NameOf(given, "the partner", problems.Add);
        if (!entry.Partners.Contains(partner, Names.Alike))
        {
            // Whoever sends it again after it was renamed is told what they were told the first time.
            return Gone(partner) with { KeepsRespondent = KeepsRespondent(partner, name) };
        }

        if (name == partner)
        {
            problems.Add($"'{Shown.Name(name)}' is its name already. Give the new one.");
        }
        else if (!Names.Alike.Equals(name, partner))
        {
            problems.AddRange(
                entry.Partners.Contains(name, Names.Alike) ? [$"'{Shown.Name(name)}' is the name of another partner. Give a name of its own."]
                : Former(name) is { } former && !Names.Alike.Equals(former.Now, partner) ? [$"'{Shown.Name(name)}' is what {Shown.Name(former.Now)} was called before. Give another name."]
                : known.Contains(name) ? [$"'{Shown.Name(name)}' took part before, and what was answered about it is kept under that name. Give another name; where it takes part again, add it."]
                : []);
        }

        // A name under which nothing was asked or said is a slip, and no one's former name.
        IEnumerable<FormerName> was = asked.Contains(partner) ? [new(partner, name)] : [];
        var before = entry.FormerNames.Where(each => asked.Contains(each.Name) && !Names.Alike.Equals(each.Name, name) && !Names.Alike.Equals(each.Name, partner));
        var renamed = entry with
        {
            FormerNames = [.. before.Select(each => Names.Alike.Equals(each.Now, partner) ? each with { Now = name } : each), .. was],
            Respondents = IsOfAnother(name, partner) ? entry.Respondents : [.. entry.Respondents.Select(each => Names.Alike.Equals(each.Name, partner) ? each with { Name = name } : each)],
        };

        // The new name may be that of one that has left before it was asked about: whoever answers under it answers for one that takes part.
        return Change([.. entry.Partners.Select(each => Names.Alike.Equals(each, partner) ? name : each)], $"The partner {partner} is called {name} now.", problems, WithRespondentsOf(renamed, name, null)) with
        {
            KeepsRespondent = KeepsRespondent(partner, name),
        };
    }

    /// <summary>Whether a respondent other than the one called like a partner has the name that the partner is to have.</summary>
    private bool IsOfAnother(string name, string partner) => entry.Respondents.Any(each => Names.Alike.Equals(each.Name, name) && !Names.Alike.Equals(each.Name, partner));

    /// <summary>Whether a respondent is called like a partner, and another one has the name that the partner is to have or has been given.</summary>
    private bool KeepsRespondent(string partner, string name) => IsOfAnother(name, partner) && entry.Respondents.Any(each => Names.Alike.Equals(each.Name, partner));

    /// <summary>Says that a partner has left.</summary>
    public MembershipChange Leave(string partner) => !entry.Partners.Contains(partner, Names.Alike) ? Gone(partner) : Change(
        [.. entry.Partners.Where(each => !Names.Alike.Equals(each, partner))], FormattableString.Invariant($"{partner} has left, and takes part no more from round {From} on."),
        entry.Partners.Count > 1 ? [] : [$"{Shown.Name(partner)} is the only partner. Add the others first, or rename it."], WithRespondentsOf(entry, partner, From));

    /// <summary>A collaboration with those who answer for a partner, under its name or a former one or as a part of it, asked no more from a round on, or asked again.</summary>
    private static Entry WithRespondentsOf(Entry entry, string partner, int? leftFrom)
    {
        var partners = entry.Partners.Concat(entry.Rounds.SelectMany(entry.PartnersIn)).Concat(entry.FormerNames.SelectMany(each => new[] { each.Name, each.Now })).Append(partner).ToHashSet(Names.Alike);
        return entry with
        {
            Respondents = [.. entry.Respondents.Select(each => AnsweredFor(each.Name, partners) is { } name && (Names.Alike.Equals(name, partner) || Names.Alike.Equals(entry.NameNow(name), partner)) ? each with { LeftFrom = leftFrom } : each)],
        };
    }

    /// <summary>
    /// The partner that a respondent answers for, by its name: "Fire Service, control room" answers for the Fire Service, unless there is a partner of that longer name. Null where there is none.
    /// </summary>
    private static string? AnsweredFor(string respondent, HashSet<string> partners)
    {
        for (var end = respondent.Length; end > 0; end = respondent.LastIndexOf(',', end - 1))
        {
            if (partners.TryGetValue(respondent[..end].TrimEnd(), out var partner))
            {
                return partner;
            }
        }

        return null;
    }

    /// <summary>The former name that a name is; null where it is not one, and where it differs from that of now in capitals alone.</summary>
    private FormerName? Former(string name) => entry.FormerNames.FirstOrDefault(each => Names.Alike.Equals(each.Name, name) && !Names.Alike.Equals(each.Now, name));

    private MembershipChange Gone(string partner) => new(entry, From, "", [$"'{Shown.Name(partner)}' is not among the partners any more: it was renamed, or has left. Look at who takes part now."]);

    private MembershipChange Change(IReadOnlyList<string> partners, string what, IReadOnlyList<string> problems, Entry? renamed = null) => new(
        (renamed ?? entry) with { Partners = partners, Rounds = [.. entry.Rounds.Select(round => round.Number < From ? round with { Partners = entry.PartnersIn(round) } : round)] }, From, what, problems);
}

/// <summary>A change of who takes part.</summary>
/// <param name="Changed">The collaboration with it.</param>
/// <param name="From">The number of the round from which on it counts.</param>
/// <param name="What">What is changed, as a sentence.</param>
/// <param name="Problems">What speaks against it; nothing where it can be made.</param>
internal sealed record MembershipChange(Entry Changed, int From, string What, IReadOnlyList<string> Problems)
{
    /// <summary>Whether a respondent of the former name is called so still, since another respondent has the new one.</summary>
    public bool KeepsRespondent { get; init; }
}
