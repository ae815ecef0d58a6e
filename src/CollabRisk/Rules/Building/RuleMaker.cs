using System.Collections.ObjectModel;
using System.Linq.Expressions;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Makes rules of their definitions: translates their conditions and resolves what they refer to.</summary>
internal sealed class RuleMaker(IReadOnlyList<RulePack> packs, KnownNames names, OverridesInForce overrides, BookLanguage said, ProblemList problems)
{
    private readonly Dictionary<string, Recommendation> recommendations = new(StringComparer.Ordinal);
    private readonly ILookup<string, Note> notesOn = packs.SelectMany(pack => pack.Interpretations)
        .SelectMany(note => note.About.Distinct(StringComparer.Ordinal), (note, code) => (note, code))
        .ToLookup(each => each.code, each => each.note, StringComparer.Ordinal);

    /// <summary>The rule, as its author and the overrides in force say together; null where something speaks against it, which is reported then.</summary>
    public Rule? Make(DefinedRule entry)
    {
        var definition = entry.Definition;
        var changes = overrides.Of(entry.Code);
        var before = problems.Count;
        CheckText(entry);
        foreach (var code in definition.LeadsTo.Where(code => !names.Codes.Contains(code)))
        {
            problems.Report(RuleProblems.UnknownRule, entry.Origin, $"it leads to '{code}', but no rule has this code.{names.Retired.Instead(code)}", code);
        }

        var advice = definition.AllRecommendations;
        CheckRecommendations(entry, advice);
        var guard = Guard(entry);
        var done = DoneWhen(entry, advice);
        var moderators = Moderators(entry, changes);
        var written = CasesOf(entry);
        if (definition.InLanguages.Count > 0)
        {
            LanguageChecks.Check(entry, written, names, problems);
        }

        var cases = Cases(entry, written, changes, moderators);
        if (definition.IsIncomplete)
        {
            // What is missing may be what could not be read, and that was reported.
            problems.ForgiveIncomplete(since: before);
            return null;
        }

        if (problems.Count > before)
        {
            return null;
        }

        var nodes = NodesOf(cases, moderators, guard);
        var notes = notesOn[definition.Code].DistinctBy(note => note.Text, StringComparer.Ordinal).Select(said.Say).ToList();
        var (heading, headingInLanguages) = said.Say(entry.Chapter);
        return new Rule
        {
            Code = definition.Code,
            Place = definition.PlaceOf?.Invoke(null),
            Kind = definition.Kind,
            Title = Say(definition, definition.Title!),
            Language = said.Tag,
            InLanguages = definition.InLanguages,
            Level = Changed(Say(definition, definition.Level), ChangedLevel(changes, null)),
            OwnLevel = Say(definition, definition.Level),
            Cap = entry.Chapter.Cap,
            Chapter = heading,
            ChapterInLanguages = headingInLanguages,
            Area = entry.Chapter.Area,
            Tier = entry.Chapter.Tier,
            PackId = entry.Pack.Id,
            IsPerPartner = definition.IsPerPartner,
            Moderators = moderators,
            Notes = [.. notes.Select(note => note.Text)],
            NotesInLanguages = [.. notes.SelectMany(note => note.InLanguages)],
            Claims = BestFirst(cases.SelectMany(each => each.Claims)),
            Recommendations = Advice(advice),
            DoneWhen = done,
            Caveats = [.. definition.Caveats.Select(caveat => Say(definition, caveat))],
            LeadsTo = definition.LeadsTo,
            Under = [.. definition.Under],
            Position = entry.Position,
            BuildsOn = CodesOf(nodes),
            Facts = FactsOf(nodes),
            AsksForOverall = nodes.Exists(node => node is OverallTest),
            Overrides = changes,
            Status = definition.Status,
            StatusNote = definition.StatusNote is { } note ? Say(definition, note) : null,
            AppliesWhen = guard,
            Cases = [.. cases],
        };
    }

    /// <summary>Every node of every condition of a rule.</summary>
    private static List<Condition> NodesOf(List<Case> cases, List<Moderator> moderators, Condition? guard)
    {
        var nodes = new List<Condition>();
        foreach (var each in cases)
        {
            each.AppliesWhen?.AddTo(nodes);
            each.When.AddTo(nodes);
        }

        foreach (var moderator in moderators)
        {
            moderator.When.AddTo(nodes);
        }

        guard?.AddTo(nodes);
        return nodes;
    }

    /// <summary>The rules on which conditions build, by code.</summary>
    private static IReadOnlyList<string> CodesOf(List<Condition> nodes)
    {
        var codes = new OnceList<string>();
        foreach (var node in nodes)
        {
            codes.Add(node.OwnCodes);
        }

        return codes.Sorted(StringComparer.Ordinal.Compare);
    }

    /// <summary>The facts that conditions read, those of the collaboration before those of partners, in the order of the model.</summary>
    private static IReadOnlyList<Fact> FactsOf(List<Condition> nodes)
    {
        var facts = new OnceList<Fact>();
        foreach (var node in nodes)
        {
            facts.Add(node.OwnFacts);
        }

        return facts.Sorted(static (one, other) => (one.IsPerPartner, one.Index).CompareTo((other.IsPerPartner, other.Index)));
    }

    /// <summary>Claims, each once, the best supported first; of those supported alike, in the order in which they are given.</summary>
    private static IReadOnlyList<Claim> BestFirst(IEnumerable<Claim> claims)
    {
        var once = new OnceList<Claim>();
        once.Add(claims);
        var all = once.ToReadOnly();
        return all.Count < 2 ? all : [.. all.OrderBy(claim => claim.Strength)];
    }

    /// <summary>What must hold for the rule to apply at all; null where it always does.</summary>
    private Condition? Guard(DefinedRule entry)
    {
        List<Condition> guards = [];
        foreach (var clause in entry.Definition.WhichPartners is { } which ? entry.Definition.Guards.Append(which) : entry.Definition.Guards)
        {
            if (Translate(entry, clause) is { } guard)
            {
                guards.Add(guard);
            }
        }

        return guards.Count switch { 0 => null, 1 => guards[0], _ => new AllOf(guards) };
    }

    /// <summary>
    /// The moderators of the rule, those that raise before those that lower, so that it makes no difference in which order an
    /// author gave them; then those that overrides add.
    /// </summary>
    private List<Moderator> Moderators(DefinedRule entry, IReadOnlyList<RuleOverride> changes)
    {
        var definition = entry.Definition;
        if (definition.Moderators.Count > 0 && definition.Level is null)
        {
            problems.Report(RuleProblems.NothingToModerate, entry.Origin, $"a {definition.Kind} has no level, so nothing can raise or lower it.");
        }

        var moderators = new List<Moderator>();
        foreach (var own in definition.Moderators.OrderBy(moderator => moderator.Direction))
        {
            Add(own with { Because = Say(definition, own.Because) }, Translate(entry, own.When), entry.Origin, null);
        }

        foreach (var change in changes)
        {
            if (change.Moderator is { } added)
            {
                Add(added with { Because = change.Because ?? added.Because }, Translate(change, entry, added.When), Origin.Of(change), change);
            }
        }

        return moderators;

        void Add(ModeratorDefinition moderator, Condition? when, Origin origin, RuleOverride? change)
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

    /// <summary>When the recommendations of a rule are done, by code.</summary>
    private IReadOnlyDictionary<string, Condition> DoneWhen(DefinedRule entry, IReadOnlyList<Recommendation> advice)
    {
        Dictionary<string, Condition>? done = null;
        foreach (var recommendation in advice)
        {
            var ofCollaboration = recommendation.Done is { } clause ? Translate(entry, clause) : null;
            var ofPartner = recommendation.DoneForPartner is { } partnerClause ? Translate(entry, partnerClause) : null;
            if (ofPartner is not null && !entry.Definition.IsPerPartner)
            {
                ofPartner = new EveryPartner(ofPartner);
            }

            if ((ofCollaboration is null || ofPartner is null ? ofCollaboration ?? ofPartner : new AllOf([ofCollaboration, ofPartner])) is { } both)
            {
                done ??= new(StringComparer.Ordinal);
                done[recommendation.Code] = both;
            }
        }

        return done is null ? ReadOnlyDictionary<string, Condition>.Empty : done;
    }

    private static RuleOverride? ChangedLevel(IEnumerable<RuleOverride> changes, string? subject) =>
        changes.FirstOrDefault(change => change.Kind == OverrideKind.ChangeLevel && change.Subject == subject);

    private static LevelBasis? Changed(LevelBasis? basis, RuleOverride? change) =>
        change?.Level is { } level ? basis is null ? null : basis with { Level = level, Reason = change.Reason } : basis;

    private void CheckText(DefinedRule entry)
    {
        var definition = entry.Definition;
        if (!Spelling.IsCode(definition.Code))
        {
            problems.Report(RuleProblems.CodeForm, entry.Origin, "a code is made of capitals and digits in words joined by hyphens, such as 'VISION-ABSENT'.");
        }

        if (string.IsNullOrWhiteSpace(definition.Title))
        {
            problems.Report(RuleProblems.NoTitle, entry.Origin, "the rule has no title. Say in a few words what it is about.");
        }

        if (definition.Level is { Level: Level.None } || (definition.Level is { } level && !Enum.IsDefined(level.Level)))
        {
            problems.Report(RuleProblems.Level, entry.Origin, "the level of a rule is Low, Moderate or High.");
        }

        if (definition.Status == RuleStatus.Deprecated && string.IsNullOrWhiteSpace(definition.StatusNote))
        {
            problems.Report(RuleProblems.DeprecatedWithoutAdvice, entry.Origin, "the rule is deprecated, but does not say what to use instead. Name the rule, or say that nothing takes its place.");
        }
    }

    private void CheckRecommendations(DefinedRule entry, IReadOnlyList<Recommendation> advice)
    {
        foreach (var recommendation in advice)
        {
            if (!recommendations.TryAdd(recommendation.Code, recommendation) && !recommendations[recommendation.Code].Equals(recommendation))
            {
                problems.Report(RuleProblems.AdviceConflict, entry.Origin, $"recommendation '{recommendation.Code}' says something else elsewhere. One code, one text.", recommendation.Code);
            }

            foreach (var id in recommendation.Claims)
            {
                ClaimOf(entry.Origin, id);
            }
        }
    }

    /// <summary>The cases of a rule as its author has them: the ones it lists, one for each flag, or the one that it is.</summary>
    private List<CaseDefinition> CasesOf(DefinedRule entry)
    {
        var definition = entry.Definition;
        var cases = definition.Cases;
        if (definition.Flags is { } flags)
        {
            cases = [.. FlagsOf(entry, flags.Group, flags.Facts).Select(flag => new CaseDefinition
            {
                Subject = Words.Humanize(flag.Name),
                When = Translate(entry, flags.When, flag) is { } tree ? Clause.Of(tree) : null,
            })];
        }

        if (cases.Count == 0 && (definition.Flags is null || definition.When is not null))
        {
            cases = [new CaseDefinition { When = definition.When }];
        }
        else if (definition.When is not null)
        {
            problems.Report(RuleProblems.CasesBesideCondition, entry.Origin, "a rule with cases of its own has no condition next to them.");
        }

        foreach (var same in cases.GroupBy(c => c.Subject, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            problems.Report(RuleProblems.CaseTwice, entry.Origin, $"two cases have the subject '{same.Key}'.", same.Key);
        }

        return cases;
    }

    private List<Case> Cases(DefinedRule entry, List<CaseDefinition> written, IReadOnlyList<RuleOverride> changes, List<Moderator> moderators)
    {
        List<Case> cases = [];
        foreach (var each in overrides.WithAddedCases(written, changes))
        {
            if (Make(entry, each, changes, moderators) is { } @case)
            {
                cases.Add(@case);
            }
        }

        return cases;
    }

    /// <summary>One case, as its author and the overrides say together.</summary>
    private Case? Make(DefinedRule entry, CaseDefinition each, IReadOnlyList<RuleOverride> changes, List<Moderator> moderators)
    {
        var definition = entry.Definition;
        var change = changes.FirstOrDefault(change => change.Case is not null && change.Subject == each.Subject);
        var other = change?.Case;
        var origin = change is null ? entry.Origin : Origin.Of(change);
        var guard = other?.Guard is { } otherGuard ? Translate(change!, entry, otherGuard)
            : each.Guard is { } clause ? Translate(entry, clause) : null;
        var when = other?.When is { } otherWhen ? Translate(change!, entry, otherWhen)
            : each.When is { } condition ? Translate(entry, condition) : null;
        if (other?.When is null && each.When is null && (definition.Flags is null || change is { Kind: OverrideKind.AddCase }))
        {
            problems.Report(RuleProblems.NoCondition, origin, "the rule has no condition. Say when it is raised.");
        }

        var text = other?.Says is { } others ? change!.InLanguages.Say(others, said.Tag, each.Subject)
            : (each.Says ?? definition.Says) is { } english ? Say(definition, english, each.Subject)
            : null;
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Report(RuleProblems.NoMessage, origin, "the rule has no message. Say what a finding means.");
        }

        var from = other?.Says is null ? entry.Origin : origin;
        var says = MessageTemplate.Parse(text ?? "", names.Facts, definition.IsPerPartner || each.Subject is not null, (problem, fact) => problems.Report(RuleProblems.MessagePlace, from, problem, from.PlaceOf?.Invoke(text), fact));
        var rests = BestFirst(Claims(entry, each, change));
        if (rests.Count == 0 && definition.Claims.Count + each.Claims.Count + (other?.Claims.Count ?? 0) == 0)
        {
            problems.Report(RuleProblems.NoClaim, origin, "the rule rests on no claim. Name the claims of the sources that support it.");
        }

        if (when is null || rests.Count == 0)
        {
            return null;
        }

        var level = SaidBy(change, other?.Level, each.Subject);
        var own = (change is { Kind: OverrideKind.AddCase } ? level : null) ?? Say(definition, each.Level, each.Subject) ?? Say(definition, definition.Level);
        var moved = level ?? (ChangedLevel(changes, each.Subject) is { } ofCase ? Changed(own, ofCase)
            : each.Subject is null ? own
            : Changed(own, ChangedLevel(changes, null)));
        return new Case(each.Subject, guard, when, says, moved, rests, Caveats(definition, each, rests, change))
        {
            SubjectInWords = each.Subject is not { } subject ? null : change is { Kind: OverrideKind.AddCase } ? change.InLanguages.Say(subject, said.Tag, subject) : Say(definition, subject, subject),
            OwnLevel = own,
            Recommendations = Advice(definition.Recommendations.Concat(each.Recommendations)),
            Moderators = [.. moderators.Where(moderator => moderator.Subject is null || moderator.Subject == each.Subject)],
            Overrides = [.. changes.Where(change => change.Kind != OverrideKind.AddModerator && (change.Subject is null || change.Subject == each.Subject))],
        };
    }

    /// <summary>A text of a rule, or of one case of it, in the language of the book; in English where its author has no words in it.</summary>
    private string Say(RuleDefinition definition, string text, string? subject = null) => definition.InLanguages.Say(text, said.Tag, subject);

    /// <summary>A level with its reason in the language of the book.</summary>
    private LevelBasis? Say(RuleDefinition definition, LevelBasis? basis, string? subject = null) => basis is null ? null : basis with { Reason = Say(definition, basis.Reason, subject) };

    /// <summary>The level that an override gives, with its reason in the language of the book.</summary>
    private LevelBasis? SaidBy(RuleOverride? change, LevelBasis? basis, string? subject) =>
        basis is null || change is null ? basis : basis with { Reason = change.InLanguages.Say(basis.Reason, said.Tag, subject) };

    /// <summary>Recommendations, each once, in the language of the book.</summary>
    private IReadOnlyList<Recommendation> Advice(IEnumerable<Recommendation> given) => [.. given.DistinctBy(step => step.Code, StringComparer.Ordinal).Select(said.Say)];

    /// <summary>What a case rests on: the claims of an override that changes them alone, otherwise those of the rule and of the case.</summary>
    private IEnumerable<Claim> Claims(DefinedRule entry, CaseDefinition each, RuleOverride? change)
    {
        var others = change?.Case?.Claims ?? [];
        var own = change is { Kind: OverrideKind.ChangeCase } && others.Count > 0 ? [] : entry.Definition.Claims.Concat(each.Claims);
        return
        [
            .. own.Select(id => ClaimOf(entry.Origin, id)).OfType<Claim>(),
            .. others.Select(id => ClaimOf(Origin.Of(change!), id)).OfType<Claim>(),
        ];
    }

    /// <summary>The caveats of the rule and of the case; a source's own caveat appears with findings that rest on it alone.</summary>
    private IReadOnlyList<string> Caveats(RuleDefinition definition, CaseDefinition each, IReadOnlyList<Claim> rests, RuleOverride? change)
    {
        var note = definition.StatusNote is { } ofStatus ? Say(definition, ofStatus) : null;
        var caveats = new[] { RuleStatusWords.Caveat(definition.Status, note) }.OfType<string>()
            .Concat(definition.Caveats.Select(caveat => Say(definition, caveat)))
            .Concat(each.Caveats.Select(caveat => Say(definition, caveat, each.Subject)))
            .Concat(change?.Case?.Caveats.Select(caveat => change.InLanguages.Say(caveat, said.Tag, each.Subject)) ?? []);
        if (rests.Count > 0 && rests[0].Source is { Caveat: { } caveat } only && rests.All(claim => claim.Source == only))
        {
            caveats = caveats.Append(caveat);
        }

        return [.. caveats.Distinct(StringComparer.Ordinal)];
    }

    private IReadOnlyList<Fact> FlagsOf(DefinedRule entry, LambdaExpression? group, IReadOnlyList<LambdaExpression> facts)
    {
        try
        {
            var translator = new ConditionTranslator(names.Facts);
            return group is not null ? translator.FlagsNamedBy(group) : [.. facts.Select(translator.FactNamedBy)];
        }
        catch (UntranslatableException e)
        {
            problems.Report(Clause.KindOf(e), entry.Origin, e.Message);
            return [];
        }
    }

    private Claim? ClaimOf(Origin origin, string id)
    {
        if (names.Claims.TryGetValue(id, out var claim))
        {
            return claim;
        }

        problems.Report(RuleProblems.UnknownClaim, origin, $"no claim has the id '{id}'.{DidYouMean.Sentence(id, names.Claims.Keys)}", id);
        return null;
    }

    /// <summary>The condition, checked; null where it cannot be read, which is reported then.</summary>
    private Condition? Translate(DefinedRule entry, Clause clause)
    {
        var tree = Translate(entry.Origin, clause);
        CheckCondition(entry.Origin, entry.Definition, tree);
        return tree;
    }

    private Condition? Translate(Origin origin, Clause clause) =>
        clause.Translate(names.Facts, (kind, what, place, fact) => problems.Report(kind, origin, what, place ?? origin.PlaceOf?.Invoke(null), fact));

    private Condition? Translate(DefinedRule entry, LambdaExpression flagCondition, Fact flag)
    {
        try
        {
            return new ConditionTranslator(names.Facts).Translate(flagCondition, flag);
        }
        catch (UntranslatableException e)
        {
            problems.Report(Clause.KindOf(e), entry.Origin, e.Message);
            return null;
        }
    }

    private void CheckCondition(Origin origin, RuleDefinition definition, Condition? condition)
    {
        if (condition is null)
        {
            return;
        }

        UnknownTest? unknown = null;
        OverallTest? overall = null;
        (Condition Node, Fact Fact)? hindsight = null;
        foreach (var node in condition.All)
        {
            foreach (var code in node.OwnCodes)
            {
                if (!names.Codes.Contains(code))
                {
                    problems.Report(RuleProblems.UnknownRule, origin, $"it builds on '{code}', but no rule has this code.{names.Retired.Instead(code)}", node.Place ?? origin.PlaceOf?.Invoke(code));
                }
            }

            foreach (var fact in node.OwnFacts)
            {
                hindsight ??= fact.IsOutcome ? (node, fact) : null;
            }

            unknown ??= node as UnknownTest;
            overall ??= node as OverallTest;
        }

        if (definition.Kind != FindingKind.DataGap && unknown is not null)
        {
            problems.Report(RuleProblems.AsksUnknown, origin, $"it asks '{unknown}'. Only a data gap may ask this, since no other finding may go away because something was learned.", unknown.Place ?? origin.PlaceOf?.Invoke(null));
        }

        if (definition.Level is not null && overall is not null)
        {
            problems.Report(RuleProblems.AsksOverall, origin, "it asks for the overall range, of which it is itself a part. Only kinds without a level may ask this.", overall.Place ?? origin.PlaceOf?.Invoke(null));
        }

        if (hindsight is (var reader, var outcome) && definition.Kind is FindingKind.Risk or FindingKind.Mismatch or FindingKind.Strength or FindingKind.Diagnostic)
        {
            problems.Report(RuleProblems.Hindsight, origin, $"it reads '{outcome.Path}', which records how the collaboration turned out. A {definition.Kind} that reads it would be hindsight.", reader.Place ?? origin.PlaceOf?.Invoke(null));
        }
    }

    /// <summary>Translates a condition of an override for a rule; what is wrong with it is reported where the override is.</summary>
    private Condition? Translate(RuleOverride change, DefinedRule entry, Clause clause)
    {
        var origin = Origin.Of(change);
        if (Translate(origin, clause) is not { } tree)
        {
            return null;
        }

        if (!entry.Definition.IsPerPartner && AsksPartner(tree))
        {
            problems.Report(RuleProblems.OverrideAsksPartner, origin, $"'{tree}' asks about a partner, but {change.Code} is not asked of each. Ask about some or every partner.");
            return null;
        }

        CheckCondition(origin, entry.Definition, tree);
        return tree;

        static bool AsksPartner(Condition node) => node is not OfAllPartners
            && (node.OwnFacts.Any(fact => fact.IsPerPartner) || node.Children.Any(AsksPartner));
    }
}
