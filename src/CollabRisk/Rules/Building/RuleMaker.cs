using System.Linq.Expressions;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Makes rules of their definitions: translates their conditions and resolves what they refer to.</summary>
internal sealed class RuleMaker(IReadOnlyList<RulePack> packs, KnownNames names, OverridesInForce overrides, string? language, ProblemList problems)
{
    private readonly Dictionary<string, Recommendation> recommendations = new(StringComparer.Ordinal);

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

        CheckRecommendations(entry);
        var guards = definition.Guards.Select(clause => Translate(entry, clause)).OfType<Condition>().ToList();
        if (definition.WhichPartners is { } which && Translate(entry, which) is { } ofPartner)
        {
            guards.Add(ofPartner);
        }

        var done = DoneWhen(entry);
        var moderators = Moderators(entry, changes);
        var written = CasesOf(entry);
        if (definition.InLanguages.Count > 0)
        {
            LanguageChecks.Check(entry, written, names, problems);
        }

        var cases = Cases(entry, written, changes, moderators).ToList();
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

        var guard = guards.Count switch { 0 => null, 1 => guards[0], _ => new AllOf(guards) };
        var conditions = cases.SelectMany(v => new[] { v.AppliesWhen, v.When }).Concat(moderators.Select(m => m.When)).Append(guard).OfType<Condition>().ToList();
        var nodes = conditions.SelectMany(c => c.All).ToList();
        var notes = packs.SelectMany(pack => pack.Interpretations).Where(note => note.About.Contains(definition.Code)).ToList();
        return new Rule
        {
            Code = definition.Code,
            Place = definition.PlaceOf?.Invoke(null),
            Kind = definition.Kind,
            Title = Say(definition, definition.Title!),
            InLanguages = definition.InLanguages,
            Level = Changed(Say(definition, definition.Level), ChangedLevel(changes, null)),
            OwnLevel = Say(definition, definition.Level),
            Cap = entry.Chapter.Cap,
            Chapter = entry.Chapter.InLanguages.Say(entry.Chapter.Heading, language),
            ChapterInLanguages = entry.Chapter.InLanguages,
            Area = entry.Chapter.Area,
            Tier = entry.Chapter.Tier,
            PackId = entry.Pack.Id,
            IsPerPartner = definition.IsPerPartner,
            Moderators = moderators,
            Notes = [.. notes.Select(note => note.InLanguages.Say(note.Text, language))],
            NotesInLanguages = [.. notes.SelectMany(note => note.InLanguages)],
            Claims = [.. cases.SelectMany(v => v.Claims).Distinct().OrderBy(claim => claim.Strength)],
            Recommendations = Advice(definition.AllRecommendations),
            DoneWhen = done,
            Caveats = [.. definition.Caveats.Select(caveat => Say(definition, caveat))],
            LeadsTo = definition.LeadsTo,
            Under = [.. definition.Under],
            Position = entry.Position,
            BuildsOn = [.. nodes.SelectMany(node => node.OwnCodes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Facts = [.. nodes.SelectMany(node => node.OwnFacts).Distinct().OrderBy(fact => fact.IsPerPartner).ThenBy(fact => fact.Index)],
            AsksForOverall = nodes.OfType<OverallTest>().Any(),
            Overrides = changes,
            Status = definition.Status,
            StatusNote = definition.StatusNote is { } note ? Say(definition, note) : null,
            AppliesWhen = guard,
            Cases = cases,
        };
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
    private Dictionary<string, Condition> DoneWhen(DefinedRule entry)
    {
        var done = new Dictionary<string, Condition>(StringComparer.Ordinal);
        foreach (var recommendation in entry.Definition.AllRecommendations)
        {
            var ofCollaboration = recommendation.Done is { } clause ? Translate(entry, clause) : null;
            var ofPartner = recommendation.DoneForPartner is { } partnerClause ? Translate(entry, partnerClause) : null;
            if (ofPartner is not null && !entry.Definition.IsPerPartner)
            {
                ofPartner = new EveryPartner(ofPartner);
            }

            if (new[] { ofCollaboration, ofPartner }.OfType<Condition>().ToList() is { Count: > 0 } conditions)
            {
                done[recommendation.Code] = conditions.Count == 1 ? conditions[0] : new AllOf(conditions);
            }
        }

        return done;
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

    private void CheckRecommendations(DefinedRule entry)
    {
        foreach (var recommendation in entry.Definition.AllRecommendations)
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

    private IEnumerable<Case> Cases(DefinedRule entry, List<CaseDefinition> cases, IReadOnlyList<RuleOverride> changes, List<Moderator> moderators)
    {
        foreach (var each in overrides.WithAddedCases(cases, changes))
        {
            if (Make(entry, each, changes, moderators) is { } @case)
            {
                yield return @case;
            }
        }
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

        var text = other?.Says is { } others ? change!.InLanguages.Say(others, language, each.Subject)
            : (each.Says ?? definition.Says) is { } english ? Say(definition, english, each.Subject)
            : null;
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Report(RuleProblems.NoMessage, origin, "the rule has no message. Say what a finding means.");
        }

        var from = other?.Says is null ? entry.Origin : origin;
        var says = MessageTemplate.Parse(text ?? "", names.Facts, definition.IsPerPartner || each.Subject is not null, problem => problems.Report(RuleProblems.MessagePlace, from, problem, text));
        var rests = Claims(entry, each, change).DistinctBy(claim => claim.Id, StringComparer.Ordinal).OrderBy(claim => claim.Strength).ToList();
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
            SubjectInWords = each.Subject is not { } subject ? null : change is { Kind: OverrideKind.AddCase } ? change.InLanguages.Say(subject, language, subject) : Say(definition, subject, subject),
            OwnLevel = own,
            Recommendations = Advice(definition.Recommendations.Concat(each.Recommendations)),
            Moderators = [.. moderators.Where(moderator => moderator.Subject is null || moderator.Subject == each.Subject)],
            Overrides = [.. changes.Where(change => change.Kind != OverrideKind.AddModerator && (change.Subject is null || change.Subject == each.Subject))],
        };
    }

    /// <summary>A text of a rule, or of one case of it, in the language of the book; in English where its author has no words in it.</summary>
    private string Say(RuleDefinition definition, string text, string? subject = null) => definition.InLanguages.Say(text, language, subject);

    /// <summary>A level with its reason in the language of the book.</summary>
    private LevelBasis? Say(RuleDefinition definition, LevelBasis? basis, string? subject = null) => basis is null ? null : basis with { Reason = Say(definition, basis.Reason, subject) };

    /// <summary>The level that an override gives, with its reason in the language of the book.</summary>
    private LevelBasis? SaidBy(RuleOverride? change, LevelBasis? basis, string? subject) =>
        basis is null || change is null ? basis : basis with { Reason = change.InLanguages.Say(basis.Reason, language, subject) };

    /// <summary>Recommendations, each once, in the language of the book.</summary>
    private IReadOnlyList<Recommendation> Advice(IEnumerable<Recommendation> given) =>
        [.. given.DistinctBy(step => step.Code, StringComparer.Ordinal).Select(step => step.InLanguages.Find(step.Text, language) is { } said ? step with { Text = said } : step)];

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
    private List<string> Caveats(RuleDefinition definition, CaseDefinition each, List<Claim> rests, RuleOverride? change)
    {
        var note = definition.StatusNote is { } said ? Say(definition, said) : null;
        var caveats = new[] { RuleStatusWords.Caveat(definition.Status, note) }.OfType<string>()
            .Concat(definition.Caveats.Select(caveat => Say(definition, caveat)))
            .Concat(each.Caveats.Select(caveat => Say(definition, caveat, each.Subject)))
            .Concat(change?.Case?.Caveats.Select(caveat => change.InLanguages.Say(caveat, language, each.Subject)) ?? []);
        if (rests.Count > 0 && rests[0].Source is { Caveat: { } caveat } only && rests.TrueForAll(claim => claim.Source == only))
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
        clause.Translate(names.Facts, (kind, what, place) => problems.Report(kind, origin, what, place ?? origin.PlaceOf?.Invoke(null)));

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

        var nodes = condition.All.ToList();
        foreach (var node in nodes)
        {
            foreach (var code in node.OwnCodes.Where(code => !names.Codes.Contains(code)))
            {
                problems.Report(RuleProblems.UnknownRule, origin, $"it builds on '{code}', but no rule has this code.{names.Retired.Instead(code)}", node.Place ?? origin.PlaceOf?.Invoke(code));
            }
        }

        if (definition.Kind != FindingKind.DataGap && nodes.OfType<UnknownTest>().FirstOrDefault() is { } unknown)
        {
            problems.Report(RuleProblems.AsksUnknown, origin, $"it asks '{unknown}'. Only a data gap may ask this, since no other finding may go away because something was learned.", unknown.Place ?? origin.PlaceOf?.Invoke(null));
        }

        if (definition.Level is not null && nodes.OfType<OverallTest>().FirstOrDefault() is { } overall)
        {
            problems.Report(RuleProblems.AsksOverall, origin, "it asks for the overall range, of which it is itself a part. Only kinds without a level may ask this.", overall.Place ?? origin.PlaceOf?.Invoke(null));
        }

        var hindsight = nodes.Find(node => node.OwnFacts.Any(fact => fact.IsOutcome));
        if (hindsight is not null && definition.Kind is FindingKind.Risk or FindingKind.Mismatch or FindingKind.Strength or FindingKind.Diagnostic)
        {
            problems.Report(RuleProblems.Hindsight, origin, $"it reads '{hindsight!.OwnFacts.First(fact => fact.IsOutcome).Path}', which records how the collaboration turned out. A {definition.Kind} that reads it would be hindsight.", hindsight.Place ?? origin.PlaceOf?.Invoke(null));
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
