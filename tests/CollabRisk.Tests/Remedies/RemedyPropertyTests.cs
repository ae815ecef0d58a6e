using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Remedies;

/// <summary>Remedies reach their targets, no smaller set does, and none of that size is left out.</summary>
public class RemedyPropertyTests
{
    private static readonly string[] Played =
    [
        "vision.exists", "vision.compelling", "vision.atStart", "members.motivationLevel", "network.aimCount",
        "governance.leadOrganisation", "technology.scope", "partners[].role", "partners[].activeInDecisions",
    ];

    /// <summary>Rules of every form of condition, over few facts, so that every set of values can be gone through.</summary>
    private static readonly CollaborationEvaluator Small = TestPack.Evaluator(chapter =>
    {
        chapter.ARisk("PLAIN", Level.High).When(c => c.Vision.Exists == false || (c.Members.MotivationLevel == MotivationLevel.Low && c.Vision.Compelling != true));
        chapter.ARisk("GUARDED", Level.High).AppliesWhen(c => c.Vision.Exists == true).When(c => c.Vision.Compelling == false && !(c.Network.AimCount <= 1));
        chapter.ARisk("PARTNERS", Level.Moderate).AppliesWhen(c => c.Governance.LeadOrganisation == true)
            .ForEach(c => c.Partners, p => p.Role != PartnerRole.Lead)
            .When((c, p) => p.ActiveInDecisions == false)
            .RaisedWhen((c, p) => c.Vision.Exists == false, "there is no vision", "T-2")
            .LoweredWhen((c, p) => c.Members.MotivationLevel == MotivationLevel.High, "they are keen", "T-2");
        chapter.ARisk("MANY", Level.High).When(c => c.Partners.AtLeast(2, p => p.ActiveInDecisions == false));
        chapter.ARisk("EVERY", Level.Moderate).When(c => !c.Partners.Every(p => p.ActiveInDecisions == true) && c.Network.AimCount > 1);
        chapter.ARisk("UNLIKE", Level.Low).When(c => c.Partners.DifferIn(p => p.Role) && c.Vision.AtStart == false);
        chapter.AMismatch("CHAIN", Level.High).When(c => Raised("PARTNERS") && (Raised("UNLIKE") || c.Vision.Compelling == false));
        chapter.AStrength("NO-CHAIN").When(c => !Raised("CHAIN") && c.Technology.Scope.IncludesAny(TechnologyScope.Infrastructure));
        chapter.ARisk("SCOPE", Level.Moderate).When(c => c.Technology.Scope.IsExactly() || !c.Technology.Scope.Includes(TechnologyScope.Infrastructure));
        chapter.AContext("GRAVE").When(c => OverallIsAtLeast(Level.High));
    });

    [Fact]
    public void Remedies_SmallModels_AreExactlyTheSmallestSetsThatBruteForceFinds() => Parallel.For(0, 40, seed =>
    {
        var random = new Random(seed);
        var collaboration = SmallCollaboration(random);
        var rules = Small.RuleBook.Rules.Where(rule => rule.Kind is not FindingKind.Strength).ToList();
        var target = random.Next(3) == 0 ? RemedyTarget.RaisedAtMost((Level)random.Next(3)) : RemedyTarget.Clear(rules[random.Next(rules.Count)].Code);
        var set = Small.Remedies(collaboration, target, new() { MaxChanges = 3, MaxEvaluations = 1_000_000, MaxRemedies = 1_000_000 });
        var brute = BruteForce(collaboration, target, most: 3);
        if (set.End is RemedySearchEnd.AlreadyReached)
        {
            brute.Size.Should().Be(0);
        }
        else if (set.End is RemedySearchEnd.FoundAll)
        {
            brute.Size.Should().Be(set.FewestChanges);
            set.Remedies.SelectMany(Expand).Distinct().Order(StringComparer.Ordinal).Should().Equal(
                brute.Sets.Distinct().Order(StringComparer.Ordinal));
        }
        else
        {
            brute.Size.Should().BeNull();
            (set.End == RemedySearchEnd.Impossible || set.FewestChanges > 3).Should().BeTrue($"Seed {seed}: {set}");
        }
    });

    [Fact]
    public void Remedies_RandomCollaborations_ReachTheirTargetAndSayWhatElseTheyDo() => Law.Holds(120, drawn =>
    {
        var random = drawn.Random();
        var collaboration = drawn.Collaboration;
        var before = RuleCases.Evaluator.Evaluate(collaboration);
        foreach (var target in Targets(before, random))
        {
            var set = RuleCases.Evaluator.Remedies(collaboration, target, new() { MaxEvaluations = 300 });
            foreach (var remedy in set.Remedies)
            {
                IsReached(RuleCases.Book, remedy.Collaboration, target).Should().BeTrue($"{target}: {remedy}");
                remedy.Changes.Should().HaveCount(set.FewestChanges);
                remedy.Changes.Where(change => change is not { Fact: { IsChangeable: true, IsDerived: false, IsOutcome: false, Direction: not FactDirection.Neutral }, To.Value: not "not known" }).Should().BeEmpty();
                remedy.Changes.Where(change => change.From.Value != "not known" && !IsBetter(change)).Should().BeEmpty("a remedy only improves");
                var after = RuleCases.Evaluator.Evaluate(remedy.Collaboration);
                remedy.After.Should().Be(after.Overall);
                var appeared = Keys(after.Findings).Except(Keys(before.Findings)).ToList();
                Keys(remedy.AlsoRaises).Should().Equal(appeared);
                var open = remedy.OpensUp.Select(outcome => outcome.Rule.Code).ToHashSet();
                var gone = Keys(before.Findings).Except(Keys(after.Findings)).ToList();
                Keys(remedy.Clears.Concat(remedy.AlsoClears)).Where(key => !open.Contains(key.Code)).Order().Should().Equal(
                    gone.Where(key => !open.Contains(key.Code)).Order());
            }
        }
    });

    [Fact]
    public void Remedies_RunAgainOrPartnersInAnotherOrder_AreTheSame() => Law.Holds(60, drawn =>
    {
        var random = drawn.Random();
        var collaboration = drawn.Collaboration;
        var shuffled = collaboration.Partners?.ToArray() ?? [];
        random.Shuffle(shuffled);
        foreach (var target in Targets(RuleCases.Evaluator.Evaluate(collaboration), random))
        {
            var options = new RemedyOptions { MaxEvaluations = 200 };
            var once = RuleCases.Evaluator.Remedies(collaboration, target, options);
            RuleCases.Evaluator.Remedies(collaboration, target, options).ToJson().Should().Be(once.ToJson());
            if (collaboration.Partners is not null)
            {
                RuleCases.Evaluator.Remedies(collaboration with { Partners = FactList.Create<Partner>(shuffled) }, target, options).ToJson().Should().Be(once.ToJson());
            }
        }
    });

    /// <summary>A search need not look behind the facts that it changes: none of them is what another follows from.</summary>
    [Fact]
    public void IsOpenToChange_SourcesOfDerivedFacts_AreNot()
    {
        var sources = FactRegistry.Default.Facts.SelectMany(DerivedFacts.SourcesOf).Select(path => FactRegistry.Default.Find(path)!).ToList();
        sources.Should().NotBeEmpty();
        sources.Should().NotContain(fact => ChangeableFacts.IsOpenToChange(fact));
    }

    /// <summary>The one table of what follows from what is whole: a change of any other fact leaves the facts that follow alone.</summary>
    [Fact]
    public void SourcesOf_OtherFactChanged_NothingElseMoves()
    {
        var random = new Random(3);
        var moved = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            var collaboration = Some.Collaboration(random, random.NextDouble());
            var before = FactTable.Of(collaboration, FactRegistry.Default);
            foreach (var fact in FactRegistry.Default.Facts.Where(fact => !fact.IsDerived && fact != FactRegistry.Default.PartnerName))
            {
                var value = Some.Value(random, fact);
                var changed = !fact.IsPerPartner ? fact.With(collaboration, value)
                    : collaboration.Partners is [var first, ..] ? new FactPlace(fact, first.Name).With(collaboration, value)
                    : collaboration;
                var after = FactTable.Of(changed, FactRegistry.Default);
                moved.AddRange(FactRegistry.Default.Facts
                    .Where(other => !other.IsPerPartner && other != fact && before[other, 0] != after[other, 0] && !Behind(other).Contains(fact.Path))
                    .Select(other => $"{other.Path} moved with {fact.Path}"));
            }
        }

        moved.Distinct().Should().BeEmpty();

        static IEnumerable<string> Behind(Fact fact) =>
            DerivedFacts.SourcesOf(fact).SelectMany(path => Behind(FactRegistry.Default.Find(path)!).Prepend(path));
    }

    /// <summary>The pruning works: even many changes at once are found with few evaluations (a fraction of a second).</summary>
    [Fact]
    public void Remedies_FullKnowledge_TakeFewEvaluations() => Parallel.For(0, 20, seed =>
    {
        var collaboration = Some.Collaboration(new Random(seed), 0.6);
        var codes = RuleCases.Evaluator.Evaluate(collaboration).Findings.Where(finding => finding.Level is not null).Select(finding => finding.Code).Distinct();
        foreach (var target in codes.Select(code => RemedyTarget.Clear(code)).Append(RemedyTarget.RaisedAtMost(Level.Moderate)))
        {
            var set = RuleCases.Evaluator.Remedies(collaboration, target);
            (set.Evaluations < 500 && set.End is not RemedySearchEnd.StoppedAtBound).Should().BeTrue(
                $"Seed {seed}: {set} ({set.Evaluations} evaluations)");
        }
    });

    private static IEnumerable<RemedyTarget> Targets(Assessment before, Random random)
    {
        yield return RemedyTarget.RaisedAtMost((Level)random.Next(3));
        var open = before.Outcomes.Values.Where(outcome => outcome.Outcome is Outcome.Raised or Outcome.Undetermined && outcome.Rule.Kind is not FindingKind.Strength).ToList();
        for (var i = 0; i < 4; i++)
        {
            yield return RemedyTarget.Clear(open[random.Next(open.Count)].Rule.Code);
        }

        foreach (var finding in before.Findings.Where(finding => finding.Subject is not null && finding.Kind is not FindingKind.Strength).Take(2))
        {
            yield return RemedyTarget.Clear(finding.Code, finding.Subject);
        }
    }

    private static IEnumerable<(string Code, string? Subject)> Keys(IEnumerable<Finding> findings) => findings.Select(finding => (finding.Code, finding.Subject)).Distinct();

    /// <summary>Judged apart from the search: no case that the target is about can be raised any more.</summary>
    private static bool IsReached(RuleBook book, Collaboration collaboration, RemedyTarget target)
    {
        var state = Evaluator.Run(book, collaboration);
        if (target.Level is { } level)
        {
            return state.Overall.AtLeast <= level;
        }

        var rule = book.Find(target.Code!)!;
        for (var v = 0; v < rule.Cases.Length; v++)
        {
            for (var row = 0; row < state.RowsOf(rule); row++)
            {
                var subject = rule.Cases[v].Subject ?? (rule.IsPerPartner && !state.Facts.IsMissing(row) ? state.Facts.Listed[row].Name : null);
                if ((target.Subject is null || target.Subject == subject) && state.ResultOf(rule, v, row).Raised != Truth.False)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsBetter(RemedyChange change) => change.Fact.Type == FactType.YesNo
        ? (change.To.Value == "yes") == (change.Fact.Direction == FactDirection.Yes)
        : change.Fact.AllowedWords.Select(CollabRisk.Text.Words.Humanize).ToList() is var words
            && change.Alternatives.Prepend(change.To).Select(each => each.Value).All(to => words.IndexOf(to) > words.IndexOf(change.From.Value) == (change.Fact.Direction == FactDirection.Higher));

    private static Collaboration SmallCollaboration(Random random)
    {
        var partners = new Partner[random.Next(3)];
        for (var i = 0; i < partners.Length; i++)
        {
            partners[i] = new Partner { Name = $"{(char)('A' + i)}" };
        }

        var collaboration = new Collaboration { PartnerCount = random.Next(4) == 0 ? null : 2 };
        foreach (var fact in Played.Select(path => FactRegistry.Default.Find(path)!))
        {
            if (!fact.IsPerPartner)
            {
                collaboration = random.Next(4) == 0 ? collaboration : fact.With(collaboration, SmallValue(random, fact));
                continue;
            }

            for (var i = 0; i < partners.Length; i++)
            {
                partners[i] = random.Next(4) == 0 ? partners[i] : fact.With(partners[i], Some.Value(random, fact));
            }
        }

        return collaboration with { Partners = FactList.Create<Partner>(partners) };
    }

    private static object SmallValue(Random random, Fact fact) => fact.Type == FactType.WholeNumber ? random.Next(4) : Some.Value(random, fact);

    /// <summary>Goes through every set of up to so many changes, with every value of every fact; numbers from 0 to 3.</summary>
    private static (int? Size, List<string> Sets) BruteForce(Collaboration given, RemedyTarget target, int most)
    {
        var now = FactTable.Of(given, FactRegistry.Default);
        var places = Played.Select(path => FactRegistry.Default.Find(path)!).Where(fact => fact.IsChangeable)
            .SelectMany(fact => Enumerable.Range(0, fact.IsPerPartner ? now.Listed.Count : 1).Select(row => (Fact: fact, Row: row))).ToList();
        for (var size = 0; size <= most; size++)
        {
            var sets = new List<string>();
            Go(given, 0, size, "");
            if (sets.Count > 0)
            {
                return (size, sets);
            }

            void Go(Collaboration at, int from, int left, string changes)
            {
                if (left == 0)
                {
                    if (IsReached(Small.RuleBook, at, target) && !IsEvaded(given, at, target)
                        && !ImpossiblePairs.In(FactTable.Of(at, FactRegistry.Default)).Except(ImpossiblePairs.In(now)).Any())
                    {
                        sets.Add(changes);
                    }

                    return;
                }

                for (var i = from; i <= places.Count - left; i++)
                {
                    var (fact, row) = places[i];
                    foreach (var (code, value) in ValuesOf(fact).Where(each => IsImprovement(fact, now[fact, row], each.Code)))
                    {
                        // Of a set and of a number the remedy names one value of those that do the same, so the change alone counts.
                        var shown = fact.Type is FactType.Words or FactType.WholeNumber ? "*" : fact.InWords(code);
                        var changed = !fact.IsPerPartner ? fact.With(at, value) : at with
                        {
                            Partners = FactList.Create<Partner>([.. at.Partners!.Select((partner, p) => p == row ? fact.With(partner, value) : partner)]),
                        };
                        Go(changed, i + 1, left - 1, $"{changes}{now.PathOf(fact, row)}={shown};");
                    }
                }
            }
        }

        return (null, []);
    }

    /// <summary>Whether a value is better than the present one; where that is not known, better than the worst.</summary>
    private static bool IsImprovement(Fact fact, long now, long code) =>
        now != Fact.Unknown ? fact.CompareForBetter(code, now) > 0 : ValuesOf(fact).Any(each => fact.CompareForBetter(code, each.Code) > 0);

    /// <summary>Whether a case that counted against the target only stopped to apply.</summary>
    private static bool IsEvaded(Collaboration given, Collaboration at, RemedyTarget target)
    {
        var (before, after) = (Evaluator.Run(Small.RuleBook, given), Evaluator.Run(Small.RuleBook, at));
        return new RemedyGoal(Small.RuleBook, target).Against(before).Any(each => each.In(before).Guard != Truth.False
            && each.In(after).Guard == Truth.False && each.Rule.Cases[each.Case].When.Evaluate(after, each.Partner) != Truth.False);
    }

    private static IEnumerable<(long Code, object Value)> ValuesOf(Fact fact) => fact.Type switch
    {
        FactType.YesNo => [(0, false), (1, true)],
        FactType.Word => Enumerable.Range(0, fact.AllowedWords.Count).Select(i => ((long)i, fact.ValueOf(i))),
        FactType.Words => Enumerable.Range(0, 1 << fact.AllowedWords.Count).Select(bits => ((long)bits, fact.ValueOf(bits))),
        _ => Enumerable.Range(0, 4).Select(i => (Fact.Encode(i), (object)i)),
    };

    /// <summary>A remedy with each alternative written out, as brute force writes it.</summary>
    private static IEnumerable<string> Expand(Remedy remedy) => remedy.Changes
        .OrderBy(change => Array.IndexOf(Played, change.Fact.Path)).ThenBy(change => change.Path, StringComparer.Ordinal)
        .Select(change => (change.Path, Values: change.Fact.Type is FactType.Words or FactType.WholeNumber ? ["*"] : change.Alternatives.Prepend(change.To).Select(each => each.Value)))
        .Aggregate((IEnumerable<string>)[""], (all, change) => all.SelectMany(text => change.Values.Select(value => $"{text}{change.Path}={value};")));
}
