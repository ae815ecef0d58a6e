namespace CollabRisk.Rules.Building;

/// <summary>Who may use which codes.</summary>
internal sealed partial class RuleBookBuilder
{
    private static bool IsInside(string code, string prefix) =>
        code == prefix || code.StartsWith($"{prefix}-", StringComparison.Ordinal);

    private void CheckPrefixes(List<RulePack> ordered, List<Entry> sketches)
    {
        foreach (var pack in ordered.Where(pack => pack.Prefix is not null && !CodeForm.IsMatch(pack.Prefix)))
        {
            Report(RuleProblems.PrefixForm, pack, $"'{pack.Prefix}' is no prefix of codes. Use capitals and digits in words joined by hyphens, such as 'RCR'.", pack.Prefix);
        }

        var owners = ordered.Where(pack => pack.Prefix is not null && CodeForm.IsMatch(pack.Prefix)).ToList();
        for (var i = 0; i < owners.Count; i++)
        {
            foreach (var other in owners.Skip(i + 1).Where(other => other.Id != owners[i].Id))
            {
                var (one, two) = (owners[i].Prefix!, other.Prefix!);
                if (IsInside(one, two) || IsInside(two, one))
                {
                    var how = one == two ? $"pack {other.Id} has it too" : $"the prefix '{two}' of pack {other.Id} and it are one inside the other";
                    how += At(other.PlaceOf?.Invoke(two));
                    Report(RuleProblems.PrefixTwice, owners[i], $"the prefix '{one}' is not its own: {how}. Give one of the packs another prefix.", one);
                }
            }
        }

        foreach (var owner in owners)
        {
            foreach (var entry in sketches)
            {
                var isInside = IsInside(entry.Sketch.Code, owner.Prefix!);
                if (entry.Pack.Id == owner.Id && !isInside)
                {
                    Report(RuleProblems.RuleOutsidePrefix, entry, $"its code is outside '{owner.Prefix}', the prefix of its pack {owner.Id}. Begin it with '{owner.Prefix}-'.", entry.Sketch.Code);
                }
                else if (entry.Pack.Id != owner.Id && isInside)
                {
                    Report(RuleProblems.RuleInsidePrefix, entry, $"its code is inside '{owner.Prefix}', the prefix of pack {owner.Id}; the rule is one of {entry.Pack.Id}. Give it another code.", entry.Sketch.Code);
                }
            }

            CheckSharedInside(owner, ordered, sketches);
        }
    }

    /// <summary>What another pack says as the owner says it is the owner's own, and only used there.</summary>
    private void CheckSharedInside(RulePack owner, List<RulePack> ordered, List<Entry> sketches)
    {
        var own = sketches.Where(entry => entry.Pack.Id == owner.Id).SelectMany(entry => entry.Sketch.Recommendations).Concat(owner.Advice).ToHashSet();
        foreach (var entry in sketches.Where(entry => entry.Pack.Id != owner.Id))
        {
            foreach (var advice in entry.Sketch.Recommendations.Where(advice => IsInside(advice.Code, owner.Prefix!) && !own.Contains(advice)))
            {
                Report(RuleProblems.AdviceInsidePrefix, entry, $"recommendation '{advice.Code}' is inside '{owner.Prefix}', the prefix of pack {owner.Id}, and {entry.Pack.Id} gives it. Give it another code.", advice.Code);
            }
        }

        var ownClaims = owner.Claims.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var pack in ordered.Where(pack => pack.Id != owner.Id))
        {
            foreach (var claim in pack.Claims.Where(claim => IsInside(claim.Id, owner.Prefix!) && !ownClaims.Contains(claim.Id)))
            {
                Report(RuleProblems.ClaimInsidePrefix, pack, $"claim '{claim.Id}' is inside '{owner.Prefix}', the prefix of pack {owner.Id}. Give it another id.", claim.Id);
            }
        }
    }
}
