using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Which overrides hold, and that no two of them change the same thing.</summary>
/// <remarks>
/// Everything is done in one order of the overrides themselves, so that the order in which packs and overrides are given
/// makes no difference.
/// </remarks>
internal sealed class OverridesInForce
{
    private readonly ProblemList problems;
    private readonly ILookup<string, RuleOverride> byCode;

    public OverridesInForce(
        IReadOnlyList<RulePack> packs, IEnumerable<RuleOverride> overrides, DateOnly? asOf, string? language, FactRegistry facts, IReadOnlyList<DefinedRule> rules, RetiredCodes retired, ProblemList problems)
    {
        this.problems = problems;
        var all = InOrder(packs, overrides);
        foreach (var change in all.Where(change => string.IsNullOrWhiteSpace(change.Reason)))
        {
            problems.Report(RuleProblems.OverrideWithoutReason, Origin.Of(change), "a rule is overridden only with a reason. Say why.");
        }

        AnyExpires = all.Exists(change => change.Expires is not null);
        Expired = [.. all.Where(change => change.Expires < asOf).Select(change => change.In(language))];
        var holding = all.Where(change => !(change.Expires < asOf)).ToList();
        foreach (var change in holding)
        {
            var entry = rules.FirstOrDefault(rule => rule.Code == change.Code);
            if (entry is null)
            {
                problems.Report(RuleProblems.OverrideOfNothing, Origin.Of(change), $"no rule has this code.{retired.Instead(change.Code)}");
                continue;
            }

            if (entry.Pack.Id == change.PackId)
            {
                problems.Report(RuleProblems.OverrideOfOwnRule, Origin.Of(change), $"{change.Code} is a rule of {change.PackId} itself. Edit the rule.");
            }

            CheckLevel(change, entry.Definition);
            CheckContent(change);
            LanguageChecks.Check(change, entry.Definition.IsPerPartner || change.Subject is not null, facts, problems);
        }

        CheckTwice(holding);
        byCode = holding.ToLookup(change => change.Code, change => change.In(language), StringComparer.Ordinal);
    }

    /// <summary>The overrides that were left out because the last day on which they hold is past.</summary>
    public IReadOnlyList<RuleOverride> Expired { get; }

    /// <summary>Whether any override has a last day, so that the day makes a difference.</summary>
    public bool AnyExpires { get; }

    /// <summary>The overrides of a rule that hold.</summary>
    public IReadOnlyList<RuleOverride> Of(string code) => [.. byCode[code]];

    /// <summary>Checks that the cases which overrides mean are there; the cases that they add come after the others, by subject.</summary>
    public List<CaseDefinition> WithAddedCases(List<CaseDefinition> cases, IReadOnlyList<RuleOverride> changes)
    {
        if (changes.Count == 0)
        {
            return cases;
        }

        var subjects = cases.Select(each => each.Subject).OfType<string>().ToList();
        var added = changes.Where(change => change is { Kind: OverrideKind.AddCase, Case: not null }).ToList();
        foreach (var change in added)
        {
            if (change.Subject is null || subjects.Count == 0)
            {
                problems.Report(RuleProblems.OverrideOfNoCase, Origin.Of(change), "the rule has no cases with subjects, so none can be added. Change its condition, or write a rule of your own.");
            }
            else if (subjects.Contains(change.Subject!))
            {
                problems.Report(RuleProblems.OverrideAddsTwice, Origin.Of(change), $"the rule has a case '{change.Subject}' already. Change it, or give the new one another subject.");
            }
        }

        var all = subjects.Concat(added.Select(change => change.Subject!)).ToList();
        foreach (var change in changes.Where(change => change.Kind is not OverrideKind.AddCase))
        {
            if (change.Subject is { } subject && !all.Contains(subject))
            {
                problems.Report(RuleProblems.OverrideOfNoCase, Origin.Of(change), all.Count == 0
                    ? $"the rule has no cases, so none is '{subject}'. Leave the subject out."
                    : $"the rule has no case '{subject}'.{(DidYouMean.Sentence(subject, all) is { Length: > 0 } near ? near : $" Its cases are {Words.List([.. all.Select(each => $"'{each}'")])}.")}");
            }
            else if (change is { Subject: null, Kind: OverrideKind.ChangeCase } && all.Count > 0)
            {
                problems.Report(RuleProblems.OverrideOfNoCase, Origin.Of(change), $"the rule has several cases. Name one of them: {Words.List([.. all.Select(each => $"'{each}'")], "or")}.");
            }
        }

        return [.. cases, .. added.Where(change => !subjects.Contains(change.Subject!)).Select(change => new CaseDefinition { Subject = change.Subject })];
    }

    /// <summary>Overrides in their order: by rule, the whole rule before its cases, then by what they do and who made them.</summary>
    private static List<RuleOverride> InOrder(IReadOnlyList<RulePack> packs, IEnumerable<RuleOverride> overrides) =>
    [
        .. packs.SelectMany(pack => pack.Overrides.Select(change => change with { PackId = pack.Id }))
            .Concat(overrides.Select(change => change with { PackId = null }))
            .OrderBy(change => change.Code, StringComparer.Ordinal)
            .ThenBy(change => change.Subject, StringComparer.Ordinal)
            .ThenBy(change => change.Kind)
            .ThenBy(change => change.PackId, StringComparer.Ordinal)
            .ThenBy(change => change.ToString(), StringComparer.Ordinal),
    ];

    private void CheckLevel(RuleOverride change, RuleDefinition definition)
    {
        if (definition.Level is null && (change.Level is not null || change.Kind is OverrideKind.ChangeLevel))
        {
            problems.Report(RuleProblems.OverrideLevel, Origin.Of(change), $"a {definition.Kind} has no level; only risks and mismatches do.");
        }
        else if ((change.Kind is OverrideKind.ChangeLevel && change.Level is null) || change.Level is <= Level.None or > Level.High)
        {
            problems.Report(RuleProblems.OverrideLevel, Origin.Of(change), $"'{change.Level}' is not a level of a rule. Use Low, Moderate or High, or switch the rule off.");
        }

        if (change.Kind is OverrideKind.AddModerator && definition.Level is null)
        {
            problems.Report(RuleProblems.NothingToModerate, Origin.Of(change), $"a {definition.Kind} has no level, so nothing can raise or lower it.");
        }
    }

    private void CheckContent(RuleOverride change)
    {
        if (change.Kind is OverrideKind.AddModerator ? change.Moderator is null
            : change.Kind is OverrideKind.ChangeCase or OverrideKind.AddCase && change.Case is null)
        {
            problems.Report(RuleProblems.OverrideWithoutCondition, Origin.Of(change), $"'{change.Effect}' was read from a record, which does not hold conditions. Give the override itself.");
        }
        else if (change.Kind is OverrideKind.ChangeCase && change.Case is { When: null, Guard: null, Says: null, Level: null, Claims.Count: 0, Caveats.Count: 0 })
        {
            problems.Report(RuleProblems.OverrideChangesNothing, Origin.Of(change), "it changes nothing about the case. Give another condition, message, level or other claims.");
        }
    }

    /// <summary>
    /// A case, or the whole rule, is changed once; only moderators can be added to it next to, each for another reason. A rule
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
                        problems.Report(
                            RuleProblems.OverrideTwice, Origin.Of(changes[j]),
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
}
