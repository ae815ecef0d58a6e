using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Register.Model;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Register.Coordination;

/// <summary>
/// Who answered for a snapshot and which partners it is about, and the same of those before it. Where others answered, or others take part, results differ though no
/// one may have changed an answer: neither a view that is missing nor a partner that has left is an improvement, however long ago that was.
/// </summary>
internal sealed class Turnout
{
    private readonly Entry entry;
    private readonly IReadOnlyList<(Snapshot Snapshot, Assessment Assessment)> assessed;
    private readonly Snapshot before;
    private readonly Snapshot after;
    private readonly Assessment now;

    /// <summary>Whether it is kept who answered: facts that were brought from elsewhere do not have it, and an export with letters leaves it out.</summary>
    private readonly bool isKnown;

    /// <summary>The last view of each who ever gave one and did not this time. Whoever was deleted has none.</summary>
    private readonly IReadOnlyList<View> missing;
    private readonly IReadOnlyList<View> added;

    /// <summary>What was last known of each partner that was listed before and is not now.</summary>
    private readonly IReadOnlyList<Partner> left;

    /// <summary>The partners that were not listed last time.</summary>
    private readonly IReadOnlyList<string> joined;

    /// <summary>What the results would be if those who are missing saw it as they last did, and those who have left still took part as they last did; null where there is no one of either.</summary>
    private readonly Assessment? carried;

    private Turnout(Entry entry, IReadOnlyList<(Snapshot Snapshot, Assessment Assessment)> assessed, Func<Collaboration, Assessment> assess)
    {
        (this.entry, this.assessed, before) = (entry, assessed, assessed[^2].Snapshot);
        (after, now) = assessed[^1];

        // Facts that were brought long ago are no one's view that could be missing.
        isKnown = IsKept(before) && IsKept(after) && Earlier.All(each => each.Snapshot.Round is null || IsKept(each.Snapshot));
        missing = IsKept(after) ? NotIn(LastOf(Earlier.Select(each => each.Snapshot)), after) : [];
        added = IsKept(before) && IsKept(after) ? NotIn(after.Views, before) : [];
        left = now.Collaboration.Partners is { Count: > 0 } ? NotListed(Earlier.Reverse().SelectMany(each => each.Assessment.Collaboration.Partners ?? []), now).DistinctBy(partner => partner.Name, Joiners.Ignored).ToList() : [];
        joined = assessed[^2].Assessment is { Collaboration.Partners.Count: > 0 } last ? [.. NotListed(now.Collaboration.Partners ?? [], last).Select(partner => partner.Name)] : [];
        carried = Carried.Count + left.Count > 0 ? assess(WithThoseOfBefore()) : null;
    }

    /// <summary>What there was before the snapshot, the earliest first.</summary>
    private IEnumerable<(Snapshot Snapshot, Assessment Assessment)> Earlier => assessed.Take(assessed.Count - 1);

    /// <summary>The views of those who are missing, where it may be told what one of them said.</summary>
    private IReadOnlyList<View> Carried => entry.Naming == Naming.Names ? missing : [];

    /// <summary>The facts of now as they would be with the views that are missing and the partners that have left.</summary>
    private Collaboration WithThoseOfBefore()
    {
        var together = Carried.Count == 0 ? now.Collaboration : (after with { Views = [.. after.Views, .. Carried] }).Collaboration(entry);
        return together with { Partners = [.. together.Partners ?? [], .. left] };
    }

    private static IEnumerable<Partner> NotListed(IEnumerable<Partner> partners, Assessment assessment) =>
        partners.ExceptBy((assessment.Collaboration.Partners ?? []).Select(partner => partner.Name), partner => partner.Name, Joiners.Ignored);

    /// <summary>Compares who answered; null where there is not a snapshot before, or none of them comes of a round.</summary>
    /// <param name="entry">The collaboration.</param>
    /// <param name="assessed">The snapshot and all before it, the earliest first, each assessed.</param>
    /// <param name="assess">Assesses facts by the rules in use.</param>
    public static Turnout? Between(Entry entry, IReadOnlyList<(Snapshot Snapshot, Assessment Assessment)> assessed, Func<Collaboration, Assessment> assess) =>
        assessed.Count < 2 || assessed.All(each => each.Snapshot.Round is null) ? null : new(entry, assessed, assess);

    /// <summary>How many of those who were asked answered for a snapshot.</summary>
    public static string Of(Snapshot snapshot)
    {
        var have = snapshot.Views.Count == 1 ? "has" : "have";
        return snapshot.Asked is { } asked && asked >= snapshot.Views.Count
            ? FormattableString.Invariant($"{snapshot.Views.Count} of the {asked} asked {have} answered") : FormattableString.Invariant($"{snapshot.Views.Count} {have} answered");
    }

    /// <summary>How many answered for both, who is missing and who is new, and what follows from that for whoever compares the two.</summary>
    public string InWords
    {
        get
        {
            var sentences = new[] { before, after }.Where(each => each.Views.Count > 0).Select(each => $"{Wording.Day(each.Day)}: {Of(each)}.").ToList();
            if (!isKnown)
            {
                sentences.Add("Who answered each time is not known here, so what is different may come of that alone.");
            }
            else if (missing.Count + added.Count == 0)
            {
                sentences.Add("The same respondents answered both times.");
            }

            var longMissing = NotIn(missing, before);
            sentences.AddRange(new[]
            {
                Told([.. missing.Except(longMissing)], "answered last time and not this time"),
                Told(longMissing, "answered in an earlier round, and neither last time nor this time"),
                Told(added, "answered this time and not last time"),
                Listed([.. left.Select(partner => partner.Name)], "among the partners before and not this time"),
                Listed(joined, "among the partners this time and not last time"),
            }.OfType<string>());
            if (missing.Count > 0 && Over.Count > 0)
            {
                sentences.Add("What is cleared is cleared in the views that were given this time.");
            }

            var otherwise = new[]
            {
                carried is not null && carried.Overall != now.Overall ? $"the range would be {Wording.Short(carried.Overall)}" : null,
                Resting.Count > 0 ? $"these would not be cleared: {string.Join("; ", Resting.Select(finding => Wording.Named(finding.Title, finding.SubjectInWords)))}" : null,
            }.OfType<string>().ToList();
            if (otherwise.Count > 0)
            {
                sentences.Add($"With {OfBefore}, {string.Join(", and ", otherwise)}.");
            }

            return string.Join(' ', sentences);
        }
    }

    /// <summary>What to say of a finding that is raised no longer, where someone who answered before is missing or a partner has left; null where there is nothing to add.</summary>
    public string? Gone(string fingerprint) =>
        AboutLeft.FirstOrDefault(each => each.Finding.Fingerprint == fingerprint) is { Partner: { } partner } ? $"no longer asked: {partner} is not among the partners now"
        : Over.All(each => each.Finding.Fingerprint != fingerprint) ? null
        : Resting.Any(finding => finding.Fingerprint == fingerprint) ? $"cleared {(Carried.Count > 0 ? "in the views given this time" : "among the partners of this time")}; with {OfBefore}, it would not be"
        : !isKnown ? "cleared, and it is not known who answered each time"
        : Carried.Count < missing.Count ? "cleared in the views given this time, which are not all of those given before"
        : null;

    /// <summary>What was raised about a partner that has left.</summary>
    private IReadOnlyList<(Finding Finding, string Partner)> AboutLeft => field ??=
    [
        .. Earlier.SelectMany(each => each.Assessment.Findings.Where(finding => finding.PartnerRow >= 0), (each, finding) => (Finding: finding, Partner: each.Assessment.State.Facts.Listed[finding.PartnerRow].Name))
            .Where(each => left.Any(partner => Joiners.Ignored.Equals(partner.Name, each.Partner))),
    ];

    /// <summary>What was raised before and is cleared now, each with the assessment that raised it last: that may be long before the one before.</summary>
    private IReadOnlyList<(Finding Finding, Assessment RaisedBy)> Over => field ??= FindOver();

    /// <summary>What is cleared only because someone is missing.</summary>
    private IReadOnlyList<Finding> Resting => field ??= carried is null ? []
        : [.. Over.GroupBy(each => each.RaisedBy).SelectMany(group => group.Select(each => each.Finding).ExceptBy(ClearedIn(group.Key, carried).Select(each => each.Fingerprint), each => each.Fingerprint, StringComparer.Ordinal))];

    /// <summary>What is put back of what was known before: views, partners, or both.</summary>
    private string OfBefore => string.Join(" and ", new[]
    {
        Carried.Count > 0 ? $"what {Words.List([.. Carried.Select(view => view.Holder)])} last said" : null,
        left.Count > 0 ? $"what was last known of {Words.List([.. left.Select(partner => partner.Name)])}" : null,
    }.OfType<string>());

    private List<(Finding Finding, Assessment RaisedBy)> FindOver()
    {
        var over = new List<(Finding, Assessment)>();
        var seen = now.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, assessment) in Earlier.Reverse())
        {
            var raised = assessment.Findings.Select(finding => finding.Fingerprint).Where(seen.Add).ToHashSet(StringComparer.Ordinal);
            over.AddRange(raised.Count == 0 ? [] : ClearedIn(assessment, now).Where(finding => raised.Contains(finding.Fingerprint)).Select(finding => (finding, assessment)));
        }

        return over;
    }

    private static IEnumerable<Finding> ClearedIn(Assessment before, Assessment after) =>
        AssessmentDifference.Between(before, after).Findings.Where(change => change is { End: FindingEnd.Cleared, Before.Kind: not FindingKind.Strength }).Select(change => change.Before!);

    /// <summary>Those who did something, by name, or where results have letters, by number alone.</summary>
    private string? Told(IReadOnlyList<View> who, string did) => who.Count == 0 ? null
        : entry.Naming == Naming.Names ? $"{Words.List([.. who.Select(view => view.Holder)])} {did}." : $"{Words.Count(who.Count, "respondent")} {did}.";

    private static string? Listed(IReadOnlyList<string> partners, string where) => partners.Count == 0 ? null : $"{Words.List([.. partners])} {(partners.Count == 1 ? "was" : "were")} {where}.";

    private static bool IsKept(Snapshot snapshot) => snapshot.Views.Count > 0 && snapshot.Views.All(view => view.Respondent.Length > 0);

    /// <summary>The last view of each respondent.</summary>
    private List<View> LastOf(IEnumerable<Snapshot> snapshots)
    {
        var last = new List<View>();
        foreach (var (snapshot, view) in snapshots.Reverse().SelectMany(snapshot => snapshot.Views, (snapshot, view) => (snapshot, view)).Where(each => each.view.Respondent.Length > 0 && !last.Any(other => IsOfSame(other, each.view))))
        {
            last.Add(AboutPartnersOfNow(snapshot, view));
        }

        return last;
    }

    /// <summary>
    /// A view of an earlier snapshot as it stands next to those of now: of whoever has joined since it says nothing, and that they are not in its list is not to deny that they take part.
    /// </summary>
    private View AboutPartnersOfNow(Snapshot snapshot, View view)
    {
        var (then, since) = (PartnersOf(snapshot), PartnersOf(after));
        var (facts, holder) = (entry.WithNamesOfNow(CollaborationJson.Parse(view.Facts)), entry.RespondentOf(view.Respondent)?.Name ?? view.Holder);
        if (facts.Partners is { } listed && !then.SetEquals(since))
        {
            facts = facts with
            {
                Partners = [.. listed.Where(partner => since.Contains(partner.Name) || !then.Contains(partner.Name)), .. since.Except(listed.Select(partner => partner.Name), Names.Alike).Select(name => new Partner { Name = name })],
            };
        }

        return view with { Holder = entry.Naming == Naming.Names ? holder : view.Holder, Facts = CollaborationJson.Write(facts, indented: false) };
    }

    /// <summary>Those that the round of a snapshot asked about, by the names of now.</summary>
    private HashSet<string> PartnersOf(Snapshot snapshot) =>
        entry.Rounds.FirstOrDefault(round => round.Number == snapshot.Round) is { } round ? entry.PartnersIn(round).Select(entry.NameNow).ToHashSet(Names.Alike) : [];

    private List<View> NotIn(IReadOnlyList<View> views, Snapshot snapshot) => [.. views.Where(view => !snapshot.Views.Any(each => IsOfSame(each, view)))];

    /// <summary>Whether two views are of one respondent. A name is one person, also where they were asked anew, and not where both are asked; a letter is not.</summary>
    private bool IsOfSame(View one, View other) => one.Respondent == other.Respondent
        || (entry.Naming == Naming.Names && Names.Alike.Equals(one.Holder, other.Holder) && (entry.RespondentOf(one.Respondent) is null || entry.RespondentOf(other.Respondent) is null));
}
