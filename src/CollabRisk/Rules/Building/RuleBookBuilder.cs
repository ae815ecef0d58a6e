using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Makes rules of sketches: translates their conditions, resolves what they refer to and puts them in layers.</summary>
internal sealed partial class RuleBookBuilder(IReadOnlyList<RulePack> packs, IReadOnlyList<RuleOverride> overrides, DateOnly? asOf)
{
    /// <summary>Each pack once: one that is given twice is one mistake, and everything in it would be said twice to be another.</summary>
    private readonly IReadOnlyList<RulePack> packs = [.. packs.DistinctBy(pack => pack.Id, StringComparer.Ordinal).OrderBy(pack => pack.Id, StringComparer.Ordinal)];

    private readonly IReadOnlyList<string> twice = [.. packs.GroupBy(pack => pack.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key)];

    /// <summary>The facts of the library and of all packs. Declarations with problems take part, so that a rule that reads such a fact is not reported as well.</summary>
    private readonly FactRegistry registry = FactRegistry.Default.With(packs.DistinctBy(pack => pack.Id, StringComparer.Ordinal).SelectMany(pack => pack.Facts));

    private readonly List<RuleBookProblem> problems = [];
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Recommendation> recommendations = new(StringComparer.Ordinal);

    public IReadOnlyList<RuleBookProblem> Problems =>
        [.. problems.ByPlace().ThenBy(problem => problem.What, StringComparer.Ordinal)];

    public RuleBook? Build()
    {
        foreach (var id in twice)
        {
            Report(RuleProblems.PackTwice, id, "two packs have this id. Give each pack once.");
        }

        foreach (var pack in packs)
        {
            Check(pack);
            CollectClaims(pack);
        }

        FactDeclarations.Check(packs, (pack, fact, kind, what) => problems.Add(new(kind.Code, $"{pack.Id}/{fact.Name}", what) { Place = fact.Place }));
        var sketches = packs
            .SelectMany(pack => pack.Sketches, (pack, chapter) => (pack, chapter.Chapter, chapter.Rules))
            .SelectMany(each => each.Rules, (each, sketch) => (each.pack, each.Chapter, sketch))
            .Select((each, position) => new Entry(each.pack, each.Chapter, each.sketch, position))
            .OrderBy(entry => entry.Sketch.Code, StringComparer.Ordinal)
            .ToList();
        foreach (var same in sketches.GroupBy(entry => entry.Sketch.Code, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            // Of two rules, the one that was read from a text is the one whose author can be shown a place.
            var at = same.FirstOrDefault(entry => entry.Sketch.PlaceOf is not null) ?? same.First();
            Report(RuleProblems.CodeTwice, at, $"two rules have this code: one in {string.Join(", another in ", same.Select(e => $"'{e.Chapter.Heading}' of {e.Pack.Id}{At(e.Sketch.PlaceOf?.Invoke(null))}"))}. Codes are unique.");
        }

        codes.UnionWith(sketches.Select(entry => entry.Sketch.Code));
        var (byCode, expired) = Overrides(sketches);
        var ordered = packs.OrderBy(pack => pack.Id, StringComparer.Ordinal).ToList();
        var tensions = ordered.SelectMany(pack => pack.Tensions).DistinctBy(tension => tension.Id, StringComparer.Ordinal).OrderBy(tension => tension.Id, StringComparer.Ordinal).ToList();
        CheckReferences(ordered);
        CheckPrefixes(ordered, sketches);
        CheckRoots(sketches);
        var rules = sketches.Select(entry => Make(entry, [.. byCode[entry.Sketch.Code]])).OfType<Rule>().ToList();
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
            () => Digest(ordered, layered))
        {
            // Where nothing ever expires, the book is the same on every day, and so is all that is made with it.
            AsOf = AllOverrides.Any(change => change.Expires is not null) ? asOf : null,
            ExpiredOverrides = expired,
        };
    }

    /// <summary>What may only follow from something about a rule that could not be read.</summary>
    private static readonly HashSet<string> FollowFromIncomplete = new(
        new[]
        {
            RuleProblems.NoTitle, RuleProblems.NoCondition, RuleProblems.NoMessage, RuleProblems.NoClaim, RuleProblems.Level, RuleProblems.NothingToModerate,
            RuleProblems.CasesBesideCondition, RuleProblems.AsksUnknown, RuleProblems.AsksOverall, RuleProblems.Hindsight,
        }.Select(kind => kind.Code), StringComparer.Ordinal);

    [GeneratedRegex("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$")]
    internal static partial Regex CodeForm { get; }

    [GeneratedRegex("^[a-z][a-z0-9]*([.-][a-z0-9]+)*$")]
    private static partial Regex PackIdForm { get; }

    [GeneratedRegex(@"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex VersionForm { get; }

    private void Report(ProblemKind kind, string where, string what) => problems.Add(new(kind.Code, where, what));

    /// <summary>Reports a problem of a pack, at the place of the value in question where the pack was read from a text.</summary>
    private void Report(ProblemKind kind, RulePack pack, string what, string? value = null) =>
        problems.Add(new(kind.Code, pack.Id, what) { Place = pack.PlaceOf?.Invoke(value) });

    /// <summary>Reports a problem of a rule, at the place of the value in question where its author wrote it in a text.</summary>
    private void Report(ProblemKind kind, Entry entry, string what, string? value = null) =>
        Report(kind, entry.Origin, what, value);

    private void Report(ProblemKind kind, Origin origin, string what, string? value = null) =>
        Report(kind, origin, what, origin.PlaceOf?.Invoke(value));

    private void Report(ProblemKind kind, Origin origin, string what, TextPlace? place) =>
        problems.Add(new(kind.Code, origin.Where, what) { Place = place });

    private void Check(RulePack pack)
    {
        if (!PackIdForm.IsMatch(pack.Id))
        {
            Report(RuleProblems.PackId, pack, "the id of a pack is made of small letters, digits, dots and hyphens, such as 'my-force.control-room'.", pack.Id);
        }

        if (!VersionForm.IsMatch(pack.Version))
        {
            Report(RuleProblems.PackVersion, pack, $"'{pack.Version}' is no semantic version, such as '1.0.0'.", pack.Version);
        }
    }

    private void CollectClaims(RulePack pack)
    {
        foreach (var claim in pack.Claims)
        {
            if (!claims.TryAdd(claim.Id, claim) && claims[claim.Id] is var other && (other.Paraphrase != claim.Paraphrase || other.Source != claim.Source))
            {
                Report(RuleProblems.ClaimConflict, pack, $"claim '{claim.Id}' says something else than the claim of the same id in {packs.First(other => other.Claims.Any(same => same.Id == claim.Id)).Id}. Give one of the two another id.", claim.Id);
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
                    Report(RuleProblems.UnknownClaim, pack, $"{what} rests on claim '{id}', which is not there.{DidYouMean.Sentence(id, claims.Keys)}", id);
                }
            }

            foreach (var note in pack.Interpretations.Where(note => note.About.Count == 0))
            {
                Report(RuleProblems.NoteAboutNothing, pack, $"the note '{Shortened(note.Text)}' is about no rule. Name the rules, or make it a note about the evidence.", note.Text);
            }
        }

        static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
    }

    private Rule? Make(Entry entry, IReadOnlyList<RuleOverride> changes)
    {
        var sketch = entry.Sketch;
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

        var moderators = Moderators(entry, changes);
        var variants = Variants(entry, changes, moderators).ToList();
        if (sketch.IsIncomplete)
        {
            // What is missing may be what could not be read, and that was reported.
            var known = problems[before..].FindAll(problem => !FollowFromIncomplete.Contains(problem.Code));
            problems.RemoveRange(before, problems.Count - before);
            problems.AddRange(known);
            return null;
        }

        if (problems.Count > before)
        {
            return null;
        }

        var guard = guards.Count switch { 0 => null, 1 => guards[0], _ => new AllOf(guards) };
        var conditions = variants.SelectMany(v => new[] { v.Guard, v.When }).Concat(moderators.Select(m => m.When)).Append(guard).OfType<Condition>().ToList();
        var nodes = conditions.SelectMany(c => c.All).ToList();
        return new Rule
        {
            Code = sketch.Code,
            Place = sketch.PlaceOf?.Invoke(null),
            Kind = sketch.Kind,
            Title = sketch.Title!,
            Level = Changed(sketch.Level, ChangedLevel(changes, null)),
            OwnLevel = sketch.Level,
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
            Under = [.. sketch.Under],
            Position = entry.Position,
            BuildsOn = [.. nodes.SelectMany(node => node.OwnCodes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Facts = [.. nodes.SelectMany(node => node.OwnFacts).Distinct().OrderBy(fact => fact.IsPerPartner).ThenBy(fact => fact.Index)],
            Overrides = changes,
            Status = sketch.Status,
            StatusNote = sketch.StatusNote,
            Guards = guard,
            Variants = variants,
        };
    }

    /// <summary>
    /// The moderators of the rule, those that raise before those that lower, so that it makes no difference in which order an
    /// author gave them; then those that overrides add.
    /// </summary>
    private List<Moderator> Moderators(Entry entry, IReadOnlyList<RuleOverride> changes)
    {
        var sketch = entry.Sketch;
        if (sketch.Moderators.Count > 0 && sketch.Level is null)
        {
            Report(RuleProblems.NothingToModerate, entry, $"a {sketch.Kind} has no level, so nothing can raise or lower it.");
        }

        var moderators = new List<Moderator>();
        foreach (var own in sketch.Moderators.OrderBy(moderator => moderator.Direction))
        {
            Add(own, Translate(entry, own.When), entry.Origin, null);
        }

        foreach (var change in changes)
        {
            if (change.Moderator is { } added)
            {
                Add(added, Translate(change, entry, added.When), OriginOf(change), change);
            }
        }

        return moderators;

        void Add(ModeratorSketch moderator, Condition? when, Origin origin, RuleOverride? change)
        {
            foreach (var id in moderator.Claims)
            {
                ClaimOf(origin, id);
            }

            if (when is not null)
            {
                moderators.Add(new Moderator(moderator.Direction, moderator.Because, moderator.Claims, when) { Override = change });
            }
        }
    }

    private static RuleOverride? ChangedLevel(IEnumerable<RuleOverride> changes, string? subject) =>
        changes.FirstOrDefault(change => change.Kind == OverrideKind.ChangeLevel && change.Subject == subject);

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

        if (sketch.Status == RuleStatus.Deprecated && string.IsNullOrWhiteSpace(sketch.StatusNote))
        {
            Report(RuleProblems.DeprecatedWithoutAdvice, entry, "the rule is deprecated, but does not say what to use instead. Name the rule, or say that nothing takes its place.");
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
                ClaimOf(entry.Origin, id);
            }
        }
    }

    /// <summary>The cases of a rule: the ones it lists, one for each flag, or the one that it is.</summary>
    private IEnumerable<Variant> Variants(Entry entry, IReadOnlyList<RuleOverride> changes, List<Moderator> moderators)
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

        foreach (var each in WithAddedCases(entry, cases, changes))
        {
            if (Make(entry, each, changes, moderators) is { } variant)
            {
                yield return variant;
            }
        }
    }

    /// <summary>One case, as its author and the overrides say together.</summary>
    private Variant? Make(Entry entry, VariantSketch each, IReadOnlyList<RuleOverride> changes, List<Moderator> moderators)
    {
        var sketch = entry.Sketch;
        var change = changes.FirstOrDefault(change => change.Case is not null && change.Subject == each.Subject);
        var other = change?.Case;
        var origin = change is null ? entry.Origin : OriginOf(change);
        var guard = other?.Guard is { } otherGuard ? Translate(change!, entry, otherGuard)
            : each.Guard is { } clause ? Translate(entry, clause) : null;
        var when = other?.When is { } otherWhen ? Translate(change!, entry, otherWhen)
            : each.When is { } condition ? Translate(entry, condition) : null;
        if (other?.When is null && each.When is null && (sketch.Flags is null || change is { Kind: OverrideKind.AddCase }))
        {
            Report(RuleProblems.NoCondition, origin, "the rule has no condition. Say when it is raised.");
        }

        var text = other?.Says ?? each.Says ?? sketch.Says;
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(RuleProblems.NoMessage, origin, "the rule has no message. Say what a finding means.");
        }

        var from = other?.Says is null ? entry.Origin : origin;
        var says = MessageTemplate.Parse(text ?? "", registry, sketch.IsPerPartner || each.Subject is not null, problem => Report(RuleProblems.MessagePlace, from, problem, text));
        var rests = Claims(entry, each, change).DistinctBy(claim => claim.Id, StringComparer.Ordinal).OrderBy(claim => claim.Strength).ToList();
        if (rests.Count == 0 && sketch.Claims.Count + each.Claims.Count + (other?.Claims.Count ?? 0) == 0)
        {
            Report(RuleProblems.NoClaim, origin, "the rule rests on no claim. Name the claims of the sources that support it.");
        }

        if (when is null || rests.Count == 0)
        {
            return null;
        }

        var own = (change is { Kind: OverrideKind.AddCase } ? other?.Level : null) ?? each.Level ?? sketch.Level;
        var moved = other?.Level ?? (ChangedLevel(changes, each.Subject) is { } ofCase ? Changed(own, ofCase)
            : each.Subject is null ? own
            : Changed(own, ChangedLevel(changes, null)));
        return new Variant(each.Subject, guard, when, says, moved, rests, Caveats(sketch, each, rests, other))
        {
            OwnLevel = own,
            Moderators = [.. moderators.Where(moderator => moderator.Subject is null || moderator.Subject == each.Subject)],
            Overrides = [.. changes.Where(change => change.Kind != OverrideKind.AddModerator && (change.Subject is null || change.Subject == each.Subject))],
        };
    }

    /// <summary>What a case rests on: the claims of an override that changes them alone, otherwise those of the rule and of the case.</summary>
    private IEnumerable<Claim> Claims(Entry entry, VariantSketch each, RuleOverride? change)
    {
        var others = change?.Case?.Claims ?? [];
        var own = change is { Kind: OverrideKind.ChangeCase } && others.Count > 0 ? [] : entry.Sketch.Claims.Concat(each.Claims);
        return
        [
            .. own.Select(id => ClaimOf(entry.Origin, id)).OfType<Claim>(),
            .. others.Select(id => ClaimOf(OriginOf(change!), id)).OfType<Claim>(),
        ];
    }

    /// <summary>The caveats of the rule and of the case; a source's own caveat stands beside findings that rest on it alone.</summary>
    private static List<string> Caveats(RuleDefinition sketch, VariantSketch each, List<Claim> rests, VariantSketch? other)
    {
        var caveats = new[] { RuleStatusWords.Caveat(sketch.Status, sketch.StatusNote) }.OfType<string>()
            .Concat(sketch.Caveats).Concat(each.Caveats).Concat(other?.Caveats ?? []);
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
            Report(e.Kind, entry, e.Message);
            return [];
        }
    }

    private Claim? ClaimOf(Origin origin, string id)
    {
        if (claims.TryGetValue(id, out var claim))
        {
            return claim;
        }

        Report(RuleProblems.UnknownClaim, origin, $"no claim has the id '{id}'.{DidYouMean.Sentence(id, claims.Keys)}", id);
        return null;
    }

    /// <summary>The condition, checked; null where it cannot be read, which is reported then.</summary>
    private Condition? Translate(Entry entry, Clause clause)
    {
        var tree = Translate(entry.Origin, clause);
        CheckCondition(entry.Origin, entry.Sketch, tree);
        return tree;
    }

    private Condition? Translate(Origin origin, Clause clause) =>
        clause.Translate(registry, (kind, what, place) => Report(kind, origin, what, place ?? origin.PlaceOf?.Invoke(null)));

    private Condition? Translate(Entry entry, LambdaExpression flagCondition, Fact flag)
    {
        try
        {
            return new ConditionTranslator(registry).Translate(flagCondition, flag);
        }
        catch (UntranslatableException e)
        {
            Report(e.Kind, entry, e.Message);
            return null;
        }
    }

    private void CheckCondition(Origin origin, RuleDefinition sketch, Condition? condition)
    {
        if (condition is null)
        {
            return;
        }

        var nodes = condition.All.ToList();
        foreach (var node in nodes)
        {
            foreach (var code in node.OwnCodes.Where(code => !codes.Contains(code)))
            {
                Report(RuleProblems.UnknownRule, origin, $"it builds on '{code}', but no rule has this code.{DidYouMean.Sentence(code, codes)}", node.Place ?? origin.PlaceOf?.Invoke(code));
            }
        }

        if (sketch.Kind != FindingKind.DataGap && nodes.OfType<UnknownTest>().FirstOrDefault() is { } unknown)
        {
            Report(RuleProblems.AsksUnknown, origin, $"it asks '{unknown}'. Only a data gap may ask this, since no other finding may go away because something was learned.", unknown.Place ?? origin.PlaceOf?.Invoke(null));
        }

        if (sketch.Level is not null && nodes.OfType<OverallTest>().FirstOrDefault() is { } overall)
        {
            Report(RuleProblems.AsksOverall, origin, "it asks for the overall range, of which it is itself a part. Only kinds without a level may ask this.", overall.Place ?? origin.PlaceOf?.Invoke(null));
        }

        var hindsight = nodes.Find(node => node.OwnFacts.Any(fact => fact.IsOutcome));
        if (hindsight is not null && sketch.Kind is FindingKind.Risk or FindingKind.Mismatch or FindingKind.Strength or FindingKind.Diagnostic)
        {
            Report(RuleProblems.Hindsight, origin, $"it reads '{hindsight!.OwnFacts.First(fact => fact.IsOutcome).Path}', which records how the collaboration turned out. A {sketch.Kind} that reads it would be hindsight.", hindsight.Place ?? origin.PlaceOf?.Invoke(null));
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

        var circle = path.SkipWhile(rule => rule != at).Append(at).ToList();
        var isOfSeveralPacks = circle.Select(rule => rule.PackId).Distinct(StringComparer.Ordinal).Count() > 1;
        var cycle = circle.Select(rule => isOfSeveralPacks ? $"{rule.Code} of {rule.PackId}{At(rule.Place)}" : rule.Code);
        var changes = path.SkipWhile(rule => rule != at).SelectMany(rule => rule.Overrides).Where(change => change.Moderator is not null || change.Case is not null).ToList();
        var by = changes.Count == 0 ? "" : $" Overrides take part: {Words.List([.. changes.Select(change => $"of {change.Target} by {change.By}")])}.";
        problems.Add(new(RuleProblems.Cycle.Code, $"{at.PackId}/{at.Code}", $"the rules build on each other in a circle: {string.Join(" → ", cycle)}.{by} Remove one link.") { Place = at.Place });
    }

    /// <summary>The place of the other side of a conflict, for a message.</summary>
    private static string At(TextPlace? place) => place is null ? "" : $" at {place}";

    private static string Digest(IReadOnlyList<RulePack> packs, IEnumerable<Rule> rules)
    {
        var text = new StringBuilder();
        foreach (var pack in packs)
        {
            text.Append(CultureInfo.InvariantCulture, $"pack {pack.Id} {pack.Version}\n").AppendJoin('\n', pack.Notes.Select(note => note.Text)).Append('\n');
            text.AppendJoin('\n', pack.Tensions.Select(t => $"{t.Id} {t.OneSide} {t.OtherSide} {t.Handling} {string.Join(' ', t.One)} {string.Join(' ', t.Other)}")).Append('\n');
        }

        foreach (var fact in packs.SelectMany(pack => pack.Facts).OrderBy(fact => fact.Name, StringComparer.Ordinal))
        {
            FactDeclarations.WriteDigest(fact, text);
        }

        foreach (var rule in rules)
        {
            rule.WriteDigest(text);
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A sketch with where it stands: its pack, its chapter, and its place among all rules in the order of their authors.</summary>
    private sealed record Entry(RulePack Pack, Chapter Chapter, RuleDefinition Sketch, int Position)
    {
        public Origin Origin { get; } = new($"{Pack.Id}/{Sketch.Code}", Sketch.PlaceOf);
    }

    /// <summary>Who said something, for problems: a rule or an override, and where its values stand in a text.</summary>
    private sealed record Origin(string Where, Func<string?, TextPlace?>? PlaceOf);
}
