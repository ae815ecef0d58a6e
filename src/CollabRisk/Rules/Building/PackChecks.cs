using System.Globalization;
using System.Text;
using CollabRisk.Evidence;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Checks packs by themselves and against each other: ids, versions, claims, codes, and who may use which prefix.</summary>
internal sealed class PackChecks(IReadOnlyList<RulePack> packs, ProblemList problems)
{
    private const int LongestQuotation = 300;

    /// <summary>How many letters that do not belong in an id are named.</summary>
    private const int MostNamed = 3;

    private readonly Dictionary<string, Claim> claims = new(StringComparer.Ordinal);

    /// <summary>Reports what speaks against the packs, and gives their claims by id.</summary>
    public IReadOnlyDictionary<string, Claim> Check(IReadOnlyList<DefinedRule> rules)
    {
        foreach (var pack in packs)
        {
            Check(pack);
            CollectClaims(pack);
        }

        foreach (var same in rules.GroupBy(rule => rule.Code, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            // Of two rules, the one that was read from a text is the one whose author can be shown a place.
            var at = same.FirstOrDefault(rule => rule.Definition.PlaceOf is not null) ?? same.First();
            problems.Report(RuleProblems.CodeTwice, at.Origin, $"two rules have this code: one in {string.Join(", another in ", same.Select(e => $"'{e.Chapter.Heading}' of {e.Pack.Id}{Origin.At(e.Definition.PlaceOf?.Invoke(null))}"))}. Codes are unique.");
        }

        CheckReferences();
        CheckPrefixes(rules);
        CheckLooks(rules);
        return claims;
    }

    private static bool IsInside(string code, string prefix) =>
        code == prefix || code.StartsWith($"{prefix}-", StringComparison.Ordinal);

    private void Check(RulePack pack)
    {
        if (!Spelling.IsPackId(pack.Id))
        {
            problems.Report(RuleProblems.PackId, pack, "the id of a pack is made of small letters, digits, dots and hyphens, such as 'my-force.control-room'.", pack.Id);
        }

        if (!Spelling.IsVersion(pack.Version))
        {
            problems.Report(RuleProblems.PackVersion, pack, $"'{pack.Version}' is not a semantic version, such as '1.0.0'.", pack.Version);
        }

        foreach (var (what, id) in Evidence(pack).Where(each => !Spelling.IsEvidenceId(each.Id)))
        {
            problems.Report(RuleProblems.EvidenceId, pack, $"the id of {what} {Shown.Value(id)} {Misspelt(id)}. Use letters without accents and digits, in words joined by hyphens, dots or underscores, such as 'RCR-C1'.", id);
        }

        CheckForms(pack);
    }

    /// <summary>That readers can follow, sort and be shown what sources and claims say of themselves.</summary>
    private void CheckForms(RulePack pack)
    {
        foreach (var source in pack.Claims.Select(claim => claim.Source).Concat(pack.Sources).Distinct())
        {
            if (source.Date is { } date && !Spelling.IsPublished(date))
            {
                problems.Report(RuleProblems.EvidenceForm, pack, $"source '{source.Id}' was published on {Shown.Value(date)}, which is not a year, a month or a day. Write 2005, 2005-10 or 2005-10-26.", date);
            }

            if (source.Address is { } address && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)))
            {
                problems.Report(RuleProblems.EvidenceForm, pack, $"the address of source '{source.Id}' is {Shown.Value(address.OriginalString)}, which is not one of the web. Begin it with https://.", address.OriginalString);
            }
        }

        foreach (var (id, quotation) in pack.Claims.Where(claim => claim.Quotation is { Length: > LongestQuotation }).Select(claim => (claim.Id, claim.Quotation!)))
        {
            problems.Report(RuleProblems.EvidenceForm, pack, $"claim '{id}' quotes {quotation.Length} characters of its source; at most {LongestQuotation} may be quoted. Say it in your own words, and quote what they turn on.", quotation);
        }
    }

    /// <summary>What the pack says and on what it rests, each with what it is.</summary>
    private static IEnumerable<(string What, string Id)> Evidence(RulePack pack) =>
        pack.Claims.Select(claim => ("claim", claim.Id))
            .Concat(pack.Claims.Select(claim => claim.Source.Id).Where(id => id.Length > 0).Concat(pack.Sources.Select(source => source.Id)).Select(id => ("source", id)))
            .Concat(pack.Tensions.Select(tension => ("tension", tension.Id)))
            .Distinct();

    /// <summary>What is wrong with an id. A letter can be another than it seems, so each that does not belong is told with its number.</summary>
    private static string Misspelt(string id)
    {
        var others = id.EnumerateRunes().Where(rune => !rune.IsAscii || !(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '.' or '_')).Distinct().ToList();
        return id.Length == 0 ? "is empty" : others.Count == 0
            ? "begins or ends with a sign that joins words, or has two of them in a row"
            : $"has {Words.List([.. others.Take(MostNamed).Select(rune => string.Create(CultureInfo.InvariantCulture, $"{Shown.Value(rune.ToString())} (U+{rune.Value:X4})"))])}, which ids do not have";
    }

    /// <summary>That no pack has an id or a code that a reader could take for one of another pack.</summary>
    private void CheckLooks(IReadOnlyList<DefinedRule> rules)
    {
        var codes = rules.ToLookup(rule => rule.Pack.Id, rule => ("rule", rule.Code), StringComparer.Ordinal);
        var seen = new Dictionary<(string What, string Look), (RulePack Pack, string Id)>();

        // Packs that were read from a text come last: theirs are the authors that can be shown a place.
        foreach (var pack in packs.OrderBy(pack => pack.PlaceOf is not null))
        {
            foreach (var (what, id) in Evidence(pack).Concat(codes[pack.Id]))
            {
                var look = (what, Spelling.LookOf(id));
                if (!seen.TryGetValue(look, out var first))
                {
                    seen.Add(look, (pack, id));
                }
                else if (first.Id != id && first.Pack.Id != pack.Id)
                {
                    problems.Report(RuleProblems.LooksAlike, pack, $"the {what} {Shown.Value(id)} looks like {Shown.Value(first.Id)} of {first.Pack.Id}. Give it another {(what == "rule" ? "code" : "id")}.", id);
                }
            }
        }
    }

    private void CollectClaims(RulePack pack)
    {
        foreach (var claim in pack.Claims)
        {
            if (!claims.TryAdd(claim.Id, claim) && claims[claim.Id] is var other && (other.Paraphrase != claim.Paraphrase || other.Source != claim.Source))
            {
                problems.Report(RuleProblems.ClaimConflict, pack, $"claim '{claim.Id}' says something else than the claim of the same id in {packs.First(other => other.Claims.Any(same => same.Id == claim.Id)).Id}. Give one of the two another id.", claim.Id);
            }
        }
    }

    /// <summary>
    /// Checks what notes and tensions rest on. They may be about rules that are not there, as when a host leaves a pack out.
    /// </summary>
    private void CheckReferences()
    {
        foreach (var pack in packs)
        {
            var references = pack.Notes.Concat(pack.Interpretations).Select(note => (What: $"the note '{Shortened(note.Text)}'", note.Claims))
                .Concat(pack.Tensions.Select(tension => (What: $"tension {tension.Id}", tension.Claims)));
            foreach (var (what, ids) in references)
            {
                foreach (var id in ids.Where(id => !claims.ContainsKey(id)))
                {
                    problems.Report(RuleProblems.UnknownClaim, pack, $"{what} rests on claim '{id}', which is not there.{DidYouMean.Sentence(id, claims.Keys)}", id);
                }
            }

            foreach (var note in pack.Interpretations.Where(note => note.About.Count == 0))
            {
                problems.Report(RuleProblems.NoteAboutNothing, pack, $"the note '{Shortened(note.Text)}' is about no rule. Name the rules, or make it a note about the evidence.", note.Text);
            }
        }

        static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
    }

    private void CheckPrefixes(IReadOnlyList<DefinedRule> rules)
    {
        foreach (var pack in packs.Where(pack => pack.Prefix is not null && !Spelling.IsCode(pack.Prefix)))
        {
            problems.Report(RuleProblems.PrefixForm, pack, $"'{pack.Prefix}' is not a prefix of codes. Use capitals and digits in words joined by hyphens, such as 'RCR'.", pack.Prefix);
        }

        var owners = packs.Where(pack => pack.Prefix is not null && Spelling.IsCode(pack.Prefix)).ToList();
        for (var i = 0; i < owners.Count; i++)
        {
            foreach (var other in owners.Skip(i + 1).Where(other => other.Id != owners[i].Id))
            {
                var (one, two) = (owners[i].Prefix!, other.Prefix!);
                if (IsInside(one, two) || IsInside(two, one))
                {
                    var how = one == two ? $"pack {other.Id} has it too" : $"the prefix '{two}' of pack {other.Id} and it are one inside the other";
                    how += Origin.At(other.PlaceOf?.Invoke(two));
                    problems.Report(RuleProblems.PrefixTwice, owners[i], $"the prefix '{one}' is not its own: {how}. Give one of the packs another prefix.", one);
                }
            }
        }

        foreach (var owner in owners)
        {
            foreach (var entry in rules)
            {
                var isInside = IsInside(entry.Code, owner.Prefix!);
                if (entry.Pack.Id == owner.Id && !isInside)
                {
                    problems.Report(RuleProblems.RuleOutsidePrefix, entry.Origin, $"its code is outside '{owner.Prefix}', the prefix of its pack {owner.Id}. Begin it with '{owner.Prefix}-'.", entry.Code);
                }
                else if (entry.Pack.Id != owner.Id && isInside && !Takes(owner, entry.Pack))
                {
                    problems.Report(RuleProblems.RuleInsidePrefix, entry.Origin, $"its code is inside '{owner.Prefix}', the prefix of pack {owner.Id}; the rule is one of {entry.Pack.Id}. Give it another code.", entry.Code);
                }
            }

            CheckSharedInside(owner, rules);
            CheckTaken(owner, rules);
        }
    }

    /// <summary>Whether a prefix takes what is a pack's, and not the other way round: a pack in code was there before one that is read from a text.</summary>
    private static bool Takes(RulePack owner, RulePack pack) => owner.PlaceOf is not null && pack.PlaceOf is null;

    /// <summary>That a prefix takes codes and ids of packs that were there before: once for each of them, at the prefix, whose author can change it.</summary>
    private void CheckTaken(RulePack owner, IReadOnlyList<DefinedRule> rules)
    {
        foreach (var pack in packs.Where(pack => Takes(owner, pack)))
        {
            var own = rules.Where(entry => entry.Pack.Id == pack.Id).ToList();
            var taken = own.Select(entry => entry.Code)
                .Concat(own.SelectMany(entry => entry.Definition.AllRecommendations).Select(advice => advice.Code))
                .Concat(pack.Claims.Select(claim => claim.Id))
                .Where(code => IsInside(code, owner.Prefix!)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (taken.Count > 0)
            {
                var more = taken.Count > 3 ? $" and {Words.Count(taken.Count - 2, "other")}" : "";
                problems.Report(
                    RuleProblems.RuleInsidePrefix, owner,
                    $"the prefix '{owner.Prefix}' takes what is {pack.Id}'s already: {(more.Length == 0 ? Words.List(taken) : $"{taken[0]}, {taken[1]}{more}")}. Give this pack another prefix.", owner.Prefix);
            }
        }
    }

    /// <summary>What another pack says as the owner says it is the owner's own, and only used there.</summary>
    private void CheckSharedInside(RulePack owner, IReadOnlyList<DefinedRule> rules)
    {
        var own = rules.Where(entry => entry.Pack.Id == owner.Id).SelectMany(entry => entry.Definition.AllRecommendations).Concat(owner.Advice).ToHashSet();
        foreach (var entry in rules.Where(entry => entry.Pack.Id != owner.Id && !Takes(owner, entry.Pack)))
        {
            foreach (var advice in entry.Definition.AllRecommendations.Where(advice => IsInside(advice.Code, owner.Prefix!) && !own.Contains(advice)))
            {
                problems.Report(RuleProblems.AdviceInsidePrefix, entry.Origin, $"recommendation '{advice.Code}' is inside '{owner.Prefix}', the prefix of pack {owner.Id}, and {entry.Pack.Id} gives it. Give it another code.", advice.Code);
            }
        }

        var ownClaims = owner.Claims.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var pack in packs.Where(pack => pack.Id != owner.Id && !Takes(owner, pack)))
        {
            foreach (var claim in pack.Claims.Where(claim => IsInside(claim.Id, owner.Prefix!) && !ownClaims.Contains(claim.Id)))
            {
                problems.Report(RuleProblems.ClaimInsidePrefix, pack, $"claim '{claim.Id}' is inside '{owner.Prefix}', the prefix of pack {owner.Id}. Give it another id.", claim.Id);
            }
        }
    }
}
