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

    /// <summary>Those that anything was ever asked or said about, by the names of now.</summary>
    private readonly HashSet<string> known;

    /// <param name="entry">The collaboration.</param>
    /// <param name="sheets">What respondents have answered.</param>
    /// <param name="snapshots">What was known on each day.</param>
    public Membership(Entry entry, IReadOnlyList<Sheet> sheets, IReadOnlyList<Snapshot> snapshots)
    {
        this.entry = entry;
        From = entry.OpenRound is { } open && !HasBegun(open, sheets) ? open.Number : entry.LastRound.Number + 1;
        known = snapshots.SelectMany(snapshot => snapshot.PartnersNamed).Concat(Before.SelectMany(entry.PartnersIn)).Select(entry.NameNow).ToHashSet(Names.Alike);
    }

    /// <summary>The number of the round from which on a change counts.</summary>
    public int From { get; }

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

        return Change([.. entry.Partners, name], FormattableString.Invariant($"{name} takes part from round {From} on."), problems);
    }

    /// <summary>Gives a partner another name.</summary>
    public MembershipChange Rename(string partner, string given)
    {
        if (!entry.Partners.Contains(partner, Names.Alike))
        {
            return Gone(partner);
        }

        List<string> problems = [];
        var name = NewEntry.NameOf(given, "the partner", problems.Add);
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
        IEnumerable<FormerName> was = known.Contains(partner) ? [new(partner, name)] : [];
        var renamed = entry with
        {
            FormerNames = [.. entry.FormerNames.Where(each => !Names.Alike.Equals(each.Name, name)).Select(each => Names.Alike.Equals(each.Now, partner) ? each with { Now = name } : each), .. was],
            Respondents = entry.Respondents.Any(each => Names.Alike.Equals(each.Name, name) && !Names.Alike.Equals(each.Name, partner)) ? entry.Respondents
                : [.. entry.Respondents.Select(each => Names.Alike.Equals(each.Name, partner) ? each with { Name = name } : each)],
        };
        return Change([.. entry.Partners.Select(each => Names.Alike.Equals(each, partner) ? name : each)], $"The partner {partner} is called {name} now.", problems, renamed);
    }

    /// <summary>Says that a partner has left.</summary>
    public MembershipChange Leave(string partner) => !entry.Partners.Contains(partner, Names.Alike) ? Gone(partner) : Change(
        [.. entry.Partners.Where(each => !Names.Alike.Equals(each, partner))], FormattableString.Invariant($"{partner} has left, and takes part no more from round {From} on."),
        entry.Partners.Count > 1 ? [] : [$"{Shown.Name(partner)} is the only partner. Add the others first, or rename it."]);

    private FormerName? Former(string name) => entry.FormerNames.FirstOrDefault(each => Names.Alike.Equals(each.Name, name));

    private MembershipChange Gone(string partner) => new(entry, From, "", [$"'{Shown.Name(partner)}' is not among the partners any more: it was renamed, or has left. Look at who takes part now."]);

    private MembershipChange Change(IReadOnlyList<string> partners, string what, IReadOnlyList<string> problems, Entry? renamed = null) => new(
        (renamed ?? entry) with { Partners = partners, Rounds = [.. entry.Rounds.Select(round => round.Number < From ? round with { Partners = entry.PartnersIn(round) } : round)] }, From, what, problems);
}

/// <summary>A change of who takes part.</summary>
/// <param name="Changed">The collaboration with it.</param>
/// <param name="From">The number of the round from which on it counts.</param>
/// <param name="What">What is changed, as a sentence.</param>
/// <param name="Problems">What speaks against it; nothing where it can be made.</param>
internal sealed record MembershipChange(Entry Changed, int From, string What, IReadOnlyList<string> Problems);
