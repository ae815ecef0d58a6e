using CollabRisk.Conditions;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Which overrides hold, and that no two of them change the same thing.</summary>
/// <remarks>
/// Everything is done in one order of the overrides themselves, so that the order in which packs and overrides are given
/// makes no difference.
/// </remarks>
internal sealed partial class RuleBookBuilder
{
    /// <summary>Overrides in their order: by rule, the whole rule before its cases, then by what they do and who made them.</summary>
    private IReadOnlyList<RuleOverride> AllOverrides =>
    [
        .. packs.SelectMany(pack => pack.Overrides.Select(change => change with { PackId = pack.Id }))
            .Concat(overrides.Select(change => change with { PackId = null }))
            .OrderBy(change => change.Code, StringComparer.Ordinal)
            .ThenBy(change => change.Subject, StringComparer.Ordinal)
            .ThenBy(change => change.Kind)
            .ThenBy(change => change.PackId, StringComparer.Ordinal)
            .ThenBy(change => change.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>The overrides that hold, by the code of their rule, and those that have expired.</summary>
    private (ILookup<string, RuleOverride> ByCode, IReadOnlyList<RuleOverride> Expired) Overrides(List<Entry> sketches)
    {
        var all = AllOverrides;
        foreach (var change in all.Where(change => string.IsNullOrWhiteSpace(change.Reason)))
        {
            Report(RuleProblems.OverrideWithoutReason, OriginOf(change), "a rule is overridden only with a reason. Say why.");
        }

        var expired = all.Where(change => change.Expires < asOf).ToList();
        var holding = all.Where(change => !(change.Expires < asOf)).ToList();
        foreach (var change in holding)
        {
            var entry = sketches.Find(entry => entry.Sketch.Code == change.Code);
            if (entry is null)
            {
                Report(RuleProblems.OverrideOfNothing, OriginOf(change), $"no rule has this code.{Instead(change.Code)}");
                continue;
            }

            if (entry.Pack.Id == change.PackId)
            {
                Report(RuleProblems.OverrideOfOwnRule, OriginOf(change), $"{change.Code} is a rule of {change.PackId} itself. Edit the rule.");
            }

            CheckLevel(change, entry.Sketch);
            CheckContent(change);
        }

        CheckTwice(holding);
        return (holding.ToLookup(change => change.Code, StringComparer.Ordinal), expired);
    }

    private static Origin OriginOf(RuleOverride change) =>
        new($"{(change.PackId is null ? "" : $"{change.PackId}/")}override of {change.Target}", _ => change.Place);

    private void CheckLevel(RuleOverride change, RuleDefinition sketch)
    {
        if (sketch.Level is null && (change.Level is not null || change.Kind is OverrideKind.ChangeLevel))
        {
            Report(RuleProblems.OverrideLevel, OriginOf(change), $"a {sketch.Kind} has no level; only risks and mismatches do.");
        }
        else if ((change.Kind is OverrideKind.ChangeLevel && change.Level is null) || change.Level is <= Level.None or > Level.High)
        {
            Report(RuleProblems.OverrideLevel, OriginOf(change), $"'{change.Level}' is no level of a rule. Use Low, Moderate or High, or switch the rule off.");
        }

        if (change.Kind is OverrideKind.AddModerator && sketch.Level is null)
        {
            Report(RuleProblems.NothingToModerate, OriginOf(change), $"a {sketch.Kind} has no level, so nothing can raise or lower it.");
        }
    }

    private void CheckContent(RuleOverride change)
    {
        if (change.Kind is OverrideKind.AddModerator ? change.Moderator is null
            : change.Kind is OverrideKind.ChangeCase or OverrideKind.AddCase && change.Case is null)
        {
            Report(RuleProblems.OverrideWithoutCondition, OriginOf(change), $"'{change.Effect}' was read from a record, which does not hold conditions. Give the override itself.");
        }
        else if (change.Kind is OverrideKind.ChangeCase && change.Case is { When: null, Guard: null, Says: null, Level: null, Claims.Count: 0, Caveats.Count: 0 })
        {
            Report(RuleProblems.OverrideChangesNothing, OriginOf(change), "it changes nothing about the case. Give another condition, message, level or other claims.");
        }
    }

    /// <summary>
    /// A case, or the whole rule, is changed once; only moderators can be added to it beside, each for another reason. A rule
    /// that is switched off has no case that could be changed.
    /// </summary>
    private void CheckTwice(List<RuleOverride> holding)
    {
        foreach (var ofRule in holding.GroupBy(change => change.Code, StringComparer.Ordinal))
        {
            var changes = ofRule.ToList();
            for (var i = 0; i < changes.Count; i++)
            {
                for (var j = i + 1; j < changes.Count; j++)
                {
                    if (IsTwice(changes[i], changes[j]))
                    {
                        Report(
                            RuleProblems.OverrideTwice, OriginOf(changes[j]),
                            $"{changes[j].Target} is overridden twice: by {changes[i].By} ({changes[i].Target} {changes[i].Effect}) and by {changes[j].By} ({changes[j].Target} {changes[j].Effect}). Keep one.");
                    }
                }
            }
        }

        static bool IsTwice(RuleOverride one, RuleOverride other) => (one.Kind, other.Kind) switch
        {
            (OverrideKind.AddModerator, OverrideKind.AddModerator) =>
                (one.Subject, one.Direction, one.Because) == (other.Subject, other.Direction, other.Because),
            (OverrideKind.AddModerator, _) or (_, OverrideKind.AddModerator) => false,
            _ => one.Subject == other.Subject
                || (one is { Subject: null, Kind: OverrideKind.SwitchOff })
                || (other is { Subject: null, Kind: OverrideKind.SwitchOff }),
        };
    }

    /// <summary>Checks that the cases which overrides mean are there; the cases that they add come after the others, by subject.</summary>
    private List<VariantSketch> WithAddedCases(Entry entry, List<VariantSketch> cases, IReadOnlyList<RuleOverride> changes)
    {
        var subjects = cases.Select(each => each.Subject).OfType<string>().ToList();
        var added = changes.Where(change => change is { Kind: OverrideKind.AddCase, Case: not null }).ToList();
        foreach (var change in added)
        {
            if (change.Subject is null || subjects.Count == 0)
            {
                Report(RuleProblems.OverrideOfNoCase, OriginOf(change), "the rule has no cases with subjects, so none can be added. Change its condition, or write a rule of your own.");
            }
            else if (subjects.Contains(change.Subject!))
            {
                Report(RuleProblems.OverrideAddsTwice, OriginOf(change), $"the rule has a case '{change.Subject}' already. Change it, or give the new one another subject.");
            }
        }

        var all = subjects.Concat(added.Select(change => change.Subject!)).ToList();
        foreach (var change in changes.Where(change => change.Kind is not OverrideKind.AddCase))
        {
            if (change.Subject is { } subject && !all.Contains(subject))
            {
                Report(RuleProblems.OverrideOfNoCase, OriginOf(change), all.Count == 0
                    ? $"the rule has no cases, so none is '{subject}'. Leave the subject out."
                    : $"the rule has no case '{subject}'.{(DidYouMean.Sentence(subject, all) is { Length: > 0 } near ? near : $" Its cases are {Words.List([.. all.Select(each => $"'{each}'")])}.")}");
            }
            else if (change is { Subject: null, Kind: OverrideKind.ChangeCase } && all.Count > 0)
            {
                Report(RuleProblems.OverrideOfNoCase, OriginOf(change), $"the rule has several cases. Name one of them: {Words.List([.. all.Select(each => $"'{each}'")], "or")}.");
            }
        }

        return [.. cases, .. added.Where(change => !subjects.Contains(change.Subject!)).Select(change => new VariantSketch { Subject = change.Subject })];
    }

    /// <summary>Translates a condition of an override for a rule; what is wrong with it is reported where the override stands.</summary>
    private Condition? Translate(RuleOverride change, Entry entry, Clause clause)
    {
        var origin = OriginOf(change);
        if (Translate(origin, clause) is not { } tree)
        {
            return null;
        }

        if (!entry.Sketch.IsPerPartner && AsksPartner(tree))
        {
            Report(RuleProblems.OverrideAsksPartner, origin, $"'{tree}' asks about a partner, but {change.Code} is not asked of each. Ask about some or every partner.");
            return null;
        }

        CheckCondition(origin, entry.Sketch, tree);
        return tree;

        static bool AsksPartner(Condition node) => node is not (AtLeastPartners or EveryPartner or PartnersDiffer)
            && (node.OwnFacts.Any(fact => fact.IsPerPartner) || node.Children.Any(AsksPartner));
    }
}
