using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Checks.Solving;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.RulePacks.Checks;

/// <summary>
/// Risks and mismatches that go away, or weigh less, because a fact gets worse, with nothing as grave about the same matter in
/// their place.
/// </summary>
/// <remarks>
/// A pair of collaborations is looked for that differ in one fact: by solving, then among random ones of a fixed seed. What is
/// reported was evaluated, so every warning comes with such a pair; that there is none is not proved.
/// </remarks>
internal sealed class DominanceChecks
{
    private const int RandomTries = 24;

    /// <summary>How many rules are evaluated in all, so that not even a pack that was made to be slow takes long.</summary>
    private const long MostEvaluated = 20_000_000;

    private readonly CheckRun run;
    private readonly Dominance law;
    private readonly Solver solver;
    private readonly Random random = new(20261128);
    private long evaluated;

    private DominanceChecks(CheckRun run)
    {
        this.run = run;
        law = new Dominance(run.Book);
        solver = new Solver(run.Book);
    }

    public static void Run(CheckRun run)
    {
        var checks = new DominanceChecks(run);
        foreach (var rule in run.Book.RulesByCode.Where(rule => rule.HasLevel && !rule.IsSwitchedOff))
        {
            if (checks.evaluated > MostEvaluated)
            {
                run.NoteNotDecided("whether the other risks stay as facts get worse: the packs together ask too many");
                break;
            }

            if (checks.OriginOf(rule) is { } origin)
            {
                checks.Check(rule, origin);
            }
        }
    }

    /// <summary>Who answers for it: the rule where its pack is checked, otherwise an override that changes it or a rule about its matter.</summary>
    private Origin? OriginOf(Rule rule) => run.IsChecked(rule.PackId)
        ? Origin.Of(rule)
        : law.SameMatter(rule).SelectMany(other => other.Overrides).FirstOrDefault(change => run.IsChecked(change.PackId)) is { } change ? Origin.Of(change) : null;

    private void Check(Rule rule, Origin origin)
    {
        var read = Reach.Of(run.Book, rule.Conditions).Nodes.SelectMany(node => node.OwnFacts).Distinct().ToList();
        var needed = Needed(rule);
        foreach (var fact in read.Where(fact => fact.Direction != FactDirection.Neutral && !fact.IsDerived && MayMatter(rule, fact)))
        {
            if (Pairs(rule, fact).Select(pair => Breach(rule, fact, pair, needed)).FirstOrDefault(breach => breach is not null) is { } found)
            {
                run.Warn(CheckProblemKinds.WorseLooksBetter, origin, found);
            }
        }
    }

    /// <summary>Whether a finding of the rule may go away or weigh less as the fact gets worse, as far as its own tests show.</summary>
    private static bool MayMatter(Rule rule, Fact fact) => rule.BuildsOn.Count > 0
        || Reach.WhatRaises(rule).Any(condition => Worsening.CanEnd(condition, fact))
        || rule.Moderators.Any(moderator => moderator.Direction == Direction.Raised ? Worsening.CanEnd(moderator.When, fact) : Worsening.CanBegin(moderator.When, fact));

    /// <summary>The rules to evaluate: those about the matter, and all on which they build.</summary>
    private List<Rule> Needed(Rule rule)
    {
        var needed = law.SameMatter(rule).ToHashSet();
        needed.UnionWith(needed.SelectMany(each => Reach.Of(run.Book, each.Conditions).Rules).Select(code => run.Book.Find(code)!).ToList());
        return [.. run.Book.Rules.Where(needed.Contains)];
    }

    /// <summary>Collaborations in which the rule is raised, each with the fact at a better and at the next worse value.</summary>
    private IEnumerable<(IReadOnlyDictionary<Choice, long> Chosen, long Better, long Worse)> Pairs(Rule rule, Fact fact)
    {
        var nodes = Reach.Of(run.Book, rule.Conditions).Nodes;
        if (new FactClasses(nodes).Of(fact) is not { } classes)
        {
            yield break;
        }

        List<long> values = [.. classes.Where(code => code != Fact.Unknown).Order(Comparer<long>.Create((one, other) => fact.CompareForBetter(other, one)))];
        foreach (var (better, worse) in values.Zip(values.Skip(1)).Where(pair => fact.CompareForBetter(pair.Second, pair.First) < 0))
        {
            foreach (var @case in rule.Cases.Where(@case => !@case.IsSwitchedOff))
            {
                var raised = CheckRun.Raised(rule, @case).ToList();
                var (atBetter, atWorse) = (new FixedFact(run.Book, fact, better), new FixedFact(run.Book, fact, worse));
                var goes = new Wanted(atWorse.In(new AllOf([.. raised.Select(each => each.Condition)])), Truths.NotTrue);
                var stays = raised.ConvertAll(each => each with { Condition = atBetter.In(each.Condition) });
                if (solver.Find(rule.IsPerPartner, [.. stays, goes]) is { } gone)
                {
                    yield return (gone, better, worse);
                }

                if (solver.Find(rule.IsPerPartner, [.. stays]) is { } any)
                {
                    yield return (any, better, worse);
                    for (var i = 0; i < RandomTries; i++)
                    {
                        yield return (Varied(any, nodes), better, worse);
                    }
                }
            }
        }
    }

    /// <summary>The same with some of the other facts that are read given a value, taken away or changed.</summary>
    private Dictionary<Choice, long> Varied(IReadOnlyDictionary<Choice, long> chosen, IReadOnlyList<Condition> nodes)
    {
        var varied = new Dictionary<Choice, long>(chosen);
        var classes = new FactClasses(nodes);
        foreach (var fact in nodes.SelectMany(node => node.OwnFacts).Distinct())
        {
            var row = fact.IsPerPartner ? 0 : -1;
            if (random.Next(3) == 0 && classes.Of(fact) is { Count: > 0 } values)
            {
                varied[new Choice.ValueOf(fact, row)] = values[random.Next(values.Count)];
            }
        }

        return varied;
    }

    /// <summary>What is wrong with the pair, as evaluated; null where nothing is, or where it cannot be made.</summary>
    private string? Breach(Rule rule, Fact fact, (IReadOnlyDictionary<Choice, long> Chosen, long Better, long Worse) pair, List<Rule> needed)
    {
        var (better, worse) = (Made(pair.Chosen, fact, pair.Better), Made(pair.Chosen, fact, pair.Worse));
        if (better is null || worse is null)
        {
            return null;
        }

        evaluated += 2 * needed.Count;
        var (before, after) = (Evaluator.Run(run.Book, better, needed), Evaluator.Run(run.Book, worse, needed));
        if (!law.LostIn(before, after, rule).Any())
        {
            return null;
        }

        var with = pair.Chosen.Where(each => each.Key is Choice.ValueOf value && value.Fact != fact && each.Value != Fact.Unknown && !value.Fact.IsDerived)
            .Select(each => (((Choice.ValueOf)each.Key).Fact, each.Value)).OrderBy(each => each.Fact.Path, StringComparer.Ordinal)
            .Select(each => $"{each.Fact.Path} {each.Fact.InWords(each.Value)}").ToList();
        var alongside = with.Count == 0 ? "" : $", with {Text.Words.List(with)}";
        return $"{rule.Code} goes away or weighs less as '{fact.Path}' gets worse: it is raised where that is {fact.InWords(pair.Better)}{alongside}, "
            + $"and as grave a finding about the matter is missing where it is {fact.InWords(pair.Worse)}. Ask for the worse value too, or put it under a rule that is raised then.";
    }

    private static Collaboration? Made(IReadOnlyDictionary<Choice, long> chosen, Fact fact, long code)
    {
        var values = chosen.Where(each => each.Key is Choice.ValueOf && each.Value != Fact.Unknown)
            .Select(each => ((Choice.ValueOf)each.Key, each.Value))
            .Where(each => each.Item1.Fact != fact && each.Item1.Fact is { IsDerived: false, Type: not (FactType.List or FactType.Text) }).ToList();
        var rows = Math.Max(values.Select(each => each.Item1.Row + 1).DefaultIfEmpty(0).Max(), fact.IsPerPartner ? 1 : 0);
        var collaboration = new Collaboration();
        if (rows > 0 || chosen.Keys.Any(choice => choice is Choice.PartnerRows or Choice.IsListed))
        {
            collaboration = collaboration with { Partners = [.. Enumerable.Range(0, Math.Max(2, rows)).Select(row => new Partner { Name = NameOf(row) })] };
        }

        foreach (var (place, value) in values.Append((new Choice.ValueOf(fact, fact.IsPerPartner ? 0 : -1), code)))
        {
            collaboration = collaboration.With(FactChange.Of(place.Fact, place.Fact.IsPerPartner ? NameOf(place.Row) : null, place.Fact.ValueOf(value)));
        }

        return collaboration;
    }

    private static string NameOf(int row) => $"Partner {(char)('A' + row)}";
}
