using System.Globalization;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Policies;

/// <summary>What a policy refuses of the packs that were read.</summary>
internal static class PolicyCheck
{
    /// <summary>Which packs the policy does not take, and what they change that it does not let them change.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="packs">The packs.</param>
    /// <param name="book">Their rule book; null where it could not be built, so that levels are not compared.</param>
    /// <param name="today">The day, since overrides that have expired change nothing.</param>
    public static IEnumerable<RuleBookProblem> Problems(RulePackPolicy policy, IReadOnlyList<LoadedRulePack> packs, RuleBook? book, DateOnly today)
    {
        var found = new List<RuleBookProblem>(ProblemsOf(policy));
        foreach (var pack in packs)
        {
            CheckPack(policy, pack, found);
            foreach (var change in pack.Pack.Overrides.Where(change => !(change.Expires < today)))
            {
                CheckChange(policy, pack.Manifest.Id, change, found);
            }
        }

        if (book is not null && policy.MayLowerBy < RulePackPolicy.MostSteps)
        {
            CheckLevels(policy, packs.Select(pack => pack.Manifest.Id).ToHashSet(StringComparer.Ordinal), book, found);
        }

        return found;
    }

    /// <summary>What is wrong with a policy itself.</summary>
    public static IEnumerable<RuleBookProblem> ProblemsOf(RulePackPolicy policy)
    {
        if (policy.MayLowerBy is < 0 or > RulePackPolicy.MostSteps)
        {
            yield return Wrong(string.Create(CultureInfo.InvariantCulture, $"'lower by' is 0, 1 or 2 steps; found {policy.MayLowerBy}."));
        }

        foreach (var code in policy.MayChange?.Where(code => !Spelling.IsCode(code.EndsWith("-*", StringComparison.Ordinal) ? code[..^2] : code)) ?? [])
        {
            yield return Wrong($"{Shown.Value(code)} is not the code of a rule. Write one such as 'VISION-ABSENT', or 'VISION-*' for all that begin with 'VISION-'.");
        }

        foreach (var pack in policy.Packs)
        {
            if (!Spelling.IsPackId(pack.Id))
            {
                yield return Wrong($"{Shown.Value(pack.Id)} is not the id of a pack, such as 'my-force.control-room'.");
            }

            if (pack.OldestVersion is { } version && !Spelling.IsVersion(version))
            {
                yield return Wrong($"{Shown.Value(version)} is not a version, such as '1.2.0'.");
            }

            foreach (var key in pack.Keys.Where(key => key.Length != Signing.PackKey.FingerprintLength || !key.All(char.IsAsciiHexDigitLower)))
            {
                yield return Wrong(string.Create(CultureInfo.InvariantCulture, $"{Shown.Value(key)} is not the fingerprint of a key: {Signing.PackKey.FingerprintLength} digits, 0 to 9 and a to f. 'collabrisk pack keys' and 'pack sign' show it."));
            }
        }

        foreach (var same in policy.Packs.GroupBy(pack => pack.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return Wrong($"the pack {Shown.Value(same.Key)} is listed twice. Keep one entry.");
        }

        static RuleBookProblem Wrong(string what) => new(PolicyProblemKinds.Policy.Code, "policy", what);
    }

    private static void CheckPack(RulePackPolicy policy, LoadedRulePack pack, List<RuleBookProblem> found)
    {
        if (policy.Packs.Count == 0)
        {
            return;
        }

        var manifest = pack.Manifest;
        if (policy.Packs.FirstOrDefault(each => each.Id == manifest.Id) is not { } accepted)
        {
            Refuse(PolicyProblemKinds.NotAccepted, $"the policy of this host does not list the pack. It takes {Words.List([.. policy.Packs.Select(each => each.Id)])}.");
            return;
        }

        if (accepted.OldestVersion is { } oldest && Spelling.IsVersion(oldest) && Spelling.IsVersion(manifest.Version) && PackVersion.IsOlder(manifest.Version, oldest))
        {
            Refuse(PolicyProblemKinds.TooOld, $"this is version {manifest.Version}, and this host takes {oldest} and later. Get the newer version.");
        }

        if (accepted.Keys.Count > 0 && !(pack.Signature is { } signature && accepted.Keys.Contains(signature.Key)))
        {
            Refuse(PolicyProblemKinds.OtherKey, $"{(pack.Signature is null ? "no signature was checked" : $"it is signed with {pack.Signature.Key}")}, and this host takes the pack only with {Words.List([.. accepted.Keys], "or")}. Get it from its author, and give the host the key.");
        }

        void Refuse(ProblemKind kind, string what) => found.Add(new RuleBookProblem(kind.Code, manifest.Id, what) { Place = pack.Pack.PlaceOf?.Invoke(null) });
    }

    private static void CheckChange(RulePackPolicy policy, string packId, RuleOverride change, List<RuleBookProblem> found)
    {
        if (policy.MayChange is { } open && !open.Any(code => code == change.Code || (code.EndsWith("-*", StringComparison.Ordinal) && change.Code.StartsWith(code[..^1], StringComparison.Ordinal))))
        {
            Refuse(PolicyProblemKinds.NotOneOf, $"{change.Code} is not among the rules that packs may change on this host{(open.Count == 0 ? ": there are none" : $": {Words.List([.. open])}")}. Remove the override, or ask the host.");
        }

        if (change.Kind == OverrideKind.SwitchOff && !policy.MaySwitchOff)
        {
            Refuse(PolicyProblemKinds.SwitchesOff, $"it switches {change.Target} off, and packs may not switch rules off on this host. Remove the override, or ask the host.");
        }

        if (change.Kind == OverrideKind.ChangeCase && !policy.MayChangeCases)
        {
            Refuse(PolicyProblemKinds.ChangesCase, $"it changes a case of {change.Code}, and packs may not change cases on this host. Remove the override, or ask the host.");
        }

        void Refuse(ProblemKind kind, string what) => found.Add(new RuleBookProblem(kind.Code, $"{packId}/override of {change.Target}", what) { Place = change.Place });
    }

    /// <summary>How far packs lower the levels of rules of others: by another level, and by each moderator that they add.</summary>
    private static void CheckLevels(RulePackPolicy policy, HashSet<string> ids, RuleBook book, List<RuleBookProblem> found)
    {
        foreach (var rule in book.RulesByCode.Where(rule => rule.HasLevel))
        {
            var most = rule.Cases.Select(@case => (Case: @case, Changes: Lowering(@case, ids))).Select(each => (each.Case, each.Changes, Steps: each.Changes.Sum(change => change.Steps)))
                .OrderByDescending(each => each.Steps).First();
            if (most.Steps > policy.MayLowerBy)
            {
                var (change, _) = most.Changes[^1];
                found.Add(new RuleBookProblem(PolicyProblemKinds.Lowers.Code, $"{change.PackId}/override of {change.Target}", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(most.Changes.Count > 1 ? $"with {Words.Count(most.Changes.Count - 1, "other override")}, " : "")}it lowers {rule.Code} by {Words.Count(most.Steps, "step")}, and packs may lower a level by {(policy.MayLowerBy == 0 ? "none" : $"{policy.MayLowerBy} at most")} on this host. Lower it less, or ask the host."))
                {
                    Place = change.Place,
                });
            }
        }
    }

    /// <summary>The overrides of packs that lower a case, each with its steps.</summary>
    private static List<(RuleOverride Change, int Steps)> Lowering(Case @case, HashSet<string> ids)
    {
        var level = @case.Overrides.FirstOrDefault(change => change.Level is not null && change.Kind != OverrideKind.AddCase);
        var steps = @case.OwnLevel is { } own && @case.Level is { } now ? own.Level - now.Level : 0;
        return
        [
            .. level is { PackId: { } id } && ids.Contains(id) && steps > 0 ? new[] { (level, steps) } : [],
            .. @case.Moderators.Where(moderator => moderator is { Direction: Direction.Lowered, Override.PackId: { } by } && ids.Contains(by)).Select(moderator => (moderator.Override!, 1)),
        ];
    }
}
