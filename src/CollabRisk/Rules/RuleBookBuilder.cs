using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules.Conditions;

namespace CollabRisk.Rules;

/// <summary>Makes rules of sketches: translates their conditions, resolves what they refer to and puts them in layers.</summary>
internal sealed partial class RuleBookBuilder(
    FactRegistry registry, IReadOnlyList<RulePack> packs, IReadOnlyList<RuleOverride> overrides)
{
    private readonly List<RuleBookProblem> problems = [];
    private readonly Dictionary<string, Claim> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Recommendation> recommendations = new(StringComparer.Ordinal);

    public IReadOnlyList<RuleBookProblem> Problems =>
        [.. problems.Distinct()
            .OrderBy(p => p.Place?.File, StringComparer.Ordinal).ThenBy(p => p.Place?.Line).ThenBy(p => p.Place?.Column)
            .ThenBy(p => p.Where, StringComparer.Ordinal).ThenBy(p => p.What, StringComparer.Ordinal)];

    public RuleBook? Build()
    {
        foreach (var same in packs.GroupBy(pack => pack.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            Report(RuleProblems.PackTwice, same.Key, "two packs have this id. Give each pack once.");
        }

        foreach (var pack in packs)
        {
            Check(pack);
            CollectClaims(pack);
        }

        var sketches = packs
            .SelectMany(pack => pack.Sketches, (pack, chapter) => (pack, chapter.Chapter, chapter.Rules))
            .SelectMany(each => each.Rules, (each, sketch) => new Entry(each.pack, each.Chapter, sketch))
            .OrderBy(entry => entry.Sketch.Code, StringComparer.Ordinal)
            .ToList();
        foreach (var same in sketches.GroupBy(entry => entry.Sketch.Code, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            Report(RuleProblems.CodeTwice, same.First(), $"two rules have this code: one in {string.Join(", another in ", same.Select(e => $"'{e.Chapter.Heading}' of {e.Pack.Id}"))}. Codes are unique.");
        }

        var codes = sketches.Select(entry => entry.Sketch.Code).ToHashSet(StringComparer.Ordinal);
        var byCode = Overrides(sketches);
        var ordered = packs.OrderBy(pack => pack.Id, StringComparer.Ordinal).ToList();
        var tensions = ordered.SelectMany(pack => pack.Tensions).DistinctBy(tension => tension.Id, StringComparer.Ordinal).OrderBy(tension => tension.Id, StringComparer.Ordinal).ToList();
        CheckReferences(ordered);
        var rules = sketches.Select(entry => Make(entry, codes, byCode.GetValueOrDefault(entry.Sketch.Code))).OfType<Rule>().ToList();
        var isWhole = problems.Count == 0 && !sketches.Exists(entry => entry.Sketch.IsIncomplete);
        var layered = isWhole ? InLayers(rules) : [];
        if (problems.Count > 0 || !isWhole)
        {
            return null;
        }

        return new RuleBook(
            registry,
            layered,
            [.. ordered.Select(pack => new PackReference(pack.Id, pack.Version))],
            [.. ordered.SelectMany(pack => pack.Notes).DistinctBy(note => note.Text, StringComparer.Ordinal)],
            tensions,
            () => Digest(ordered, layered));
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$")]
    internal static partial Regex CodeForm { get; }

    [GeneratedRegex("^[a-z][a-z0-9]*([.-][a-z0-9]+)*$")]
    private static partial Regex PackIdForm { get; }

    [GeneratedRegex(@"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex VersionForm { get; }

    private void Report(ProblemKind kind, string where, string what) => problems.Add(new(kind.Code, where, what));

    /// <summary>Reports a problem of a rule, at the place of the value in question where its author wrote it in a text.</summary>
    private void Report(ProblemKind kind, Entry entry, string what, string? value = null) =>
        Report(kind, entry, what, entry.Sketch.PlaceOf?.Invoke(value));

    private void Report(ProblemKind kind, Entry entry, string what, TextPlace? place) =>
        problems.Add(new(kind.Code, $"{entry.Pack.Id}/{entry.Sketch.Code}", what) { Place = place });

    private void Check(RulePack pack)
    {
        if (!PackIdForm.IsMatch(pack.Id))
        {
            Report(RuleProblems.PackId, pack.Id, "the id of a pack is made of small letters, digits, dots and hyphens, such as 'my-force.control-room'.");
        }

        if (!VersionForm.IsMatch(pack.Version))
        {
            Report(RuleProblems.PackVersion, pack.Id, $"'{pack.Version}' is no semantic version, such as '1.0.0'.");
        }
    }

    private void CollectClaims(RulePack pack)
    {
        foreach (var claim in pack.Claims)
        {
            if (!claims.TryAdd(claim.Id, claim) && claims[claim.Id] is var other && (other.Paraphrase != claim.Paraphrase || other.Source != claim.Source))
            {
                Report(RuleProblems.ClaimConflict, pack.Id, $"claim '{claim.Id}' says something else than the claim of the same id in another pack.");
            }
        }
    }

    /// <summary>
    /// Checks what notes and tensions rest on. They may be about rules that are not there, as when a host leaves a pack out.
    /// </summary>
    private void CheckReferences(List<RulePack> ordered)
    {
        foreach (var pack in ordered)
        {
            var references = pack.Notes.Concat(pack.Interpretations).Select(note => (What: $"the note '{Shortened(note.Text)}'", note.Claims))
                .Concat(pack.Tensions.Select(tension => (What: $"tension {tension.Id}", tension.Claims)));
            foreach (var (what, ids) in references)
            {
                foreach (var id in ids.Where(id => !claims.ContainsKey(id)))
                {
                    Report(RuleProblems.UnknownClaim, pack.Id, $"{what} rests on claim '{id}', which is not there.{DidYouMean.Sentence(id, claims.Keys)}");
                }
            }

            foreach (var note in pack.Interpretations.Where(note => note.About.Count == 0))
            {
                Report(RuleProblems.NoteAboutNothing, pack.Id, $"the note '{Shortened(note.Text)}' is about no rule. Name the rules, or make it a note about the evidence.");
            }
        }

        static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
    }

    private Dictionary<string, RuleOverride> Overrides(List<Entry> sketches)
    {
        var byCode = new Dictionary<string, RuleOverride>(StringComparer.Ordinal);
        foreach (var change in overrides)
        {
            var where = $"override of {change.Code}";
            if (string.IsNullOrWhiteSpace(change.Reason))
            {
                Report(RuleProblems.OverrideWithoutReason, where, "a rule is switched off or given another level only with a reason. Say why.");
            }

            if (!byCode.TryAdd(change.Code, change))
            {
                Report(RuleProblems.OverrideTwice, where, "the rule is overridden twice. Keep one.");
            }

            if (sketches.Find(entry => entry.Sketch.Code == change.Code) is not { } entry)
            {
                Report(RuleProblems.OverrideOfNothing, where, $"no rule has this code.{DidYouMean.Sentence(change.Code, sketches.Select(e => e.Sketch.Code))}");
            }
            else if (change.Level is { } level && (entry.Sketch.Level is null || level == Level.None || !Enum.IsDefined(level)))
            {
                Report(RuleProblems.OverrideLevel, where, entry.Sketch.Level is null
                    ? $"a {entry.Sketch.Kind} has no level; only risks and mismatches do."
                    : $"'{level}' is no level of a rule. Use Low, Moderate or High, or switch the rule off.");
            }
        }

        return byCode;
    }

    private Rule? Make(Entry entry, HashSet<string> codes, RuleOverride? change)
    {
        var sketch = entry.Sketch;
        if (sketch.IsIncomplete)
        {
            return null;
        }

        var before = problems.Count;
        CheckText(entry);
        foreach (var code in sketch.LeadsTo.Where(code => !codes.Contains(code)))
        {
            Report(RuleProblems.UnknownRule, entry, $"it leads to '{code}', but no rule has this code.{DidYouMean.Sentence(code, codes)}", code);
        }

        CheckRecommendations(entry);

        var guards = sketch.Guards.Select(clause => Translate(entry, clause)).OfType<Condition>().ToList();
        if (sketch.WhichPartners is { } which && Translate(entry, which) is { } ofPartner)
        {
            guards.Add(ofPartner);
        }

        var moderators = sketch.Moderators
            .Select(m => (Sketch: m, When: Translate(entry, m.When)))
            .Where(m => m.When is not null)
            .Select(m => new Moderator(m.Sketch.Direction, m.Sketch.Because, m.Sketch.Claims, m.When!))
            .ToList();
        foreach (var id in moderators.SelectMany(m => m.Claims))
        {
            ClaimOf(entry, id);
        }

        if (moderators.Count > 0 && sketch.Level is null)
        {
            Report(RuleProblems.NothingToModerate, entry, $"a {sketch.Kind} has no level, so nothing can raise or lower it.");
        }

        var variants = Variants(entry, change).ToList();
        if (problems.Count > before)
        {
            return null;
        }

        var guard = guards.Count switch { 0 => null, 1 => guards[0], _ => new AllOf(guards) };
        var conditions = variants.SelectMany(v => new[] { v.Guard, v.When }).Concat(moderators.Select(m => m.When)).Append(guard).OfType<Condition>().ToList();
        var nodes = conditions.SelectMany(c => c.All).ToList();
        CheckConditions(entry, nodes, codes);
        return problems.Count > before ? null : new Rule
        {
            Code = sketch.Code,
            Kind = sketch.Kind,
            Title = sketch.Title!,
            Level = Changed(sketch.Level, change),
            Cap = entry.Chapter.Cap,
            Chapter = entry.Chapter.Heading,
            Area = entry.Chapter.Area,
            Tier = entry.Chapter.Tier,
            PackId = entry.Pack.Id,
            IsPerPartner = sketch.IsPerPartner,
            Moderators = moderators,
            Notes = [.. packs.OrderBy(pack => pack.Id, StringComparer.Ordinal).SelectMany(pack => pack.Interpretations).Where(note => note.About.Contains(sketch.Code)).Select(note => note.Text)],
            Claims = [.. variants.SelectMany(v => v.Claims).Distinct().OrderBy(claim => claim.Strength)],
            Recommendations = sketch.Recommendations,
            Caveats = sketch.Caveats,
            LeadsTo = sketch.LeadsTo,
            BuildsOn = [.. nodes.SelectMany(node => node.OwnCodes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Facts = [.. nodes.SelectMany(node => node.OwnFacts).Distinct().OrderBy(fact => fact.IsPerPartner).ThenBy(fact => fact.Index)],
            Override = change,
            Guards = guard,
            Variants = variants,
        };
    }

    private static LevelBasis? Changed(LevelBasis? basis, RuleOverride? change) =>
        change?.Level is { } level ? basis is null ? null : basis with { Level = level, Reason = change.Reason } : basis;

    private void CheckText(Entry entry)
    {
        var sketch = entry.Sketch;
        if (!CodeForm.IsMatch(sketch.Code))
        {
            Report(RuleProblems.CodeForm, entry, "a code is made of capitals and digits in words joined by hyphens, such as 'VISION-ABSENT'.");
        }

        if (string.IsNullOrWhiteSpace(sketch.Title))
        {
            Report(RuleProblems.NoTitle, entry, "the rule has no title. Say in a few words what it is about.");
        }

        if (sketch.Level is { Level: Level.None } || (sketch.Level is { } level && !Enum.IsDefined(level.Level)))
        {
            Report(RuleProblems.Level, entry, "the level of a rule is Low, Moderate or High.");
        }
    }

    private void CheckRecommendations(Entry entry)
    {
        foreach (var recommendation in entry.Sketch.Recommendations)
        {
            if (!recommendations.TryAdd(recommendation.Code, recommendation) && !recommendations[recommendation.Code].Equals(recommendation))
            {
                Report(RuleProblems.AdviceConflict, entry, $"recommendation '{recommendation.Code}' says something else elsewhere. One code, one text.", recommendation.Code);
            }

            foreach (var id in recommendation.Claims)
            {
                ClaimOf(entry, id);
            }
        }
    }

    /// <summary>The cases of a rule: the ones it lists, one for each flag, or the one that it is.</summary>
    private IEnumerable<Variant> Variants(Entry entry, RuleOverride? change)
    {
        var sketch = entry.Sketch;
        var cases = sketch.Variants;
        if (sketch.Flags is { } flags)
        {
            cases = [.. FlagsOf(entry, flags.Group, flags.Facts).Select(flag => new VariantSketch
            {
                Subject = Words.Humanize(flag.Name),
                When = Translate(entry, flags.When, flag) is { } tree ? Clause.Of(tree) : null,
            })];
        }

        if (cases.Count == 0 && (sketch.Flags is null || sketch.When is not null))
        {
            cases = [new VariantSketch { When = sketch.When }];
        }
        else if (sketch.When is not null)
        {
            Report(RuleProblems.CasesBesideCondition, entry, "a rule with cases of its own has no condition beside them.");
        }

        foreach (var same in cases.GroupBy(c => c.Subject, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            Report(RuleProblems.CaseTwice, entry, $"two cases have the subject '{same.Key}'.", same.Key);
        }

        foreach (var each in cases)
        {
            var guard = each.Guard is { } clause ? Translate(entry, clause) : null;
            var when = each.When is { } condition ? Translate(entry, condition) : null;
            if (each.When is null && sketch.Flags is null)
            {
                Report(RuleProblems.NoCondition, entry, "the rule has no condition. Say when it is raised.");
            }

            var text = each.Says ?? sketch.Says;
            if (string.IsNullOrWhiteSpace(text))
            {
                Report(RuleProblems.NoMessage, entry, "the rule has no message. Say what a finding means.");
            }

            var says = MessageTemplate.Parse(text ?? "", registry, sketch.IsPerPartner || each.Subject is not null, problem => Report(RuleProblems.MessagePlace, entry, problem, text));
            var rests = sketch.Claims.Concat(each.Claims).Distinct(StringComparer.Ordinal).Select(id => ClaimOf(entry, id)).OfType<Claim>().OrderBy(claim => claim.Strength).ToList();
            if (rests.Count == 0)
            {
                Report(RuleProblems.NoClaim, entry, "the rule rests on no claim. Name the claims of the sources that support it.");
            }

            if (when is not null && rests.Count > 0)
            {
                var level = Changed(each.Level ?? sketch.Level, change);
                yield return new Variant(each.Subject, guard, when, says, level, rests, Caveats(sketch, each, rests));
            }
        }
    }

    /// <summary>The caveats of the rule and of the case; a source's own caveat stands beside findings that rest on it alone.</summary>
    private static List<string> Caveats(RuleSketch sketch, VariantSketch each, List<Claim> rests)
    {
        var caveats = sketch.Caveats.Concat(each.Caveats);
        if (rests.Count > 0 && rests[0].Source is { Caveat: { } caveat } only && rests.TrueForAll(claim => claim.Source == only))
        {
            caveats = caveats.Append(caveat);
        }

        return [.. caveats.Distinct(StringComparer.Ordinal)];
    }

    private IReadOnlyList<Fact> FlagsOf(Entry entry, LambdaExpression? group, IReadOnlyList<LambdaExpression> facts)
    {
        try
        {
            var translator = new ConditionTranslator(registry);
            return group is not null ? translator.FlagsNamedBy(group) : [.. facts.Select(translator.FactNamedBy)];
        }
        catch (UntranslatableException e)
        {
            Report(RuleProblems.UnreadableCondition, entry, e.Message);
            return [];
        }
    }

    private Claim? ClaimOf(Entry entry, string id)
    {
        if (claims.TryGetValue(id, out var claim))
        {
            return claim;
        }

        Report(RuleProblems.UnknownClaim, entry, $"no claim has the id '{id}'.{DidYouMean.Sentence(id, claims.Keys)}", id);
        return null;
    }

    private Condition? Translate(Entry entry, Clause clause) =>
        clause.Translate(registry, (kind, what, place) => Report(kind, entry, what, place ?? entry.Sketch.PlaceOf?.Invoke(null)));

    private Condition? Translate(Entry entry, LambdaExpression flagCondition, Fact flag)
    {
        try
        {
            return new ConditionTranslator(registry).Translate(flagCondition, flag);
        }
        catch (UntranslatableException e)
        {
            Report(RuleProblems.UnreadableCondition, entry, e.Message);
            return null;
        }
    }

    private void CheckConditions(Entry entry, List<Condition> nodes, HashSet<string> codes)
    {
        var sketch = entry.Sketch;
        foreach (var code in nodes.SelectMany(node => node.OwnCodes).Distinct(StringComparer.Ordinal).Where(code => !codes.Contains(code)))
        {
            Report(RuleProblems.UnknownRule, entry, $"it builds on '{code}', but no rule has this code.{DidYouMean.Sentence(code, codes)}", code);
        }

        if (sketch.Kind != FindingKind.DataGap && nodes.OfType<UnknownTest>().FirstOrDefault() is { } unknown)
        {
            Report(RuleProblems.AsksUnknown, entry, $"it asks '{unknown}'. Only a data gap may ask this, since no other finding may go away because something was learned.");
        }

        if (sketch.Level is not null && nodes.OfType<OverallTest>().Any())
        {
            Report(RuleProblems.AsksOverall, entry, "it asks for the overall range, of which it is itself a part. Only kinds without a level may ask this.");
        }

        var hindsight = nodes.SelectMany(node => node.OwnFacts).FirstOrDefault(fact => fact.IsOutcome);
        if (hindsight is not null && sketch.Kind is FindingKind.Risk or FindingKind.Mismatch or FindingKind.Strength or FindingKind.Diagnostic && hindsight is not null)
        {
            Report(RuleProblems.Hindsight, entry, $"it reads '{hindsight.Path}', which records how the collaboration turned out. A {sketch.Kind} that reads it would be hindsight.", hindsight.Path);
        }
    }

    /// <summary>Puts every rule after the rules on which it builds; rules that ask for the overall range come last.</summary>
    private List<Rule> InLayers(List<Rule> rules)
    {
        var byCode = rules.ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        var waiting = rules.ToDictionary(rule => rule, DependsOn);
        var layered = new List<Rule>(rules.Count);
        while (waiting.Count > 0)
        {
            var layer = waiting.Where(each => each.Value.Count == 0).Select(each => each.Key).OrderBy(rule => rule.Code, StringComparer.Ordinal).ToList();
            if (layer.Count == 0)
            {
                ReportCycle(waiting);
                return [];
            }

            layered.AddRange(layer);
            foreach (var done in layer)
            {
                waiting.Remove(done);
            }

            foreach (var open in waiting.Values)
            {
                open.ExceptWith(layer);
            }
        }

        return layered;

        HashSet<Rule> DependsOn(Rule rule)
        {
            var needs = rule.BuildsOn.Select(code => byCode[code]).ToHashSet();
            if (AsksForOverall(rule))
            {
                needs.UnionWith(rules.Where(other => other.HasLevel));
            }

            return needs;
        }
    }

    private static bool AsksForOverall(Rule rule) =>
        rule.Variants.Select(v => v.When).Concat(rule.Variants.Select(v => v.Guard)).Append(rule.Guards).OfType<Condition>()
            .SelectMany(c => c.All).OfType<OverallTest>().Any();

    private void ReportCycle(Dictionary<Rule, HashSet<Rule>> waiting)
    {
        // Every rule that waits depends on another that waits, so following any of them runs into a circle.
        var path = new List<Rule>();
        var at = waiting.Keys.OrderBy(rule => rule.Code, StringComparer.Ordinal).First();
        while (!path.Contains(at))
        {
            path.Add(at);
            at = waiting[at].OrderBy(rule => rule.Code, StringComparer.Ordinal).First();
        }

        var cycle = path.SkipWhile(rule => rule != at).Append(at).Select(rule => rule.Code);
        Report(RuleProblems.Cycle, $"{at.PackId}/{at.Code}", $"the rules build on each other in a circle: {string.Join(" → ", cycle)}. Remove one link.");
    }

    private static string Digest(IEnumerable<RulePack> packs, IEnumerable<Rule> rules)
    {
        var text = new StringBuilder();
        foreach (var pack in packs)
        {
            text.Append(CultureInfo.InvariantCulture, $"pack {pack.Id} {pack.Version}\n").AppendJoin('\n', pack.Notes.Select(note => note.Text)).Append('\n');
            text.AppendJoin('\n', pack.Tensions.Select(t => $"{t.Id} {t.OneSide} {t.OtherSide} {t.Handling} {string.Join(' ', t.One)} {string.Join(' ', t.Other)}")).Append('\n');
        }

        foreach (var rule in rules)
        {
            rule.WriteDigest(text);
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private sealed record Entry(RulePack Pack, Chapter Chapter, RuleSketch Sketch);
}
