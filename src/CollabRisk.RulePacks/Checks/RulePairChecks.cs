using CollabRisk.Facts;
using CollabRisk.RulePacks.Checks.Solving;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Rules that are raised together with others: those that add nothing, those that are twice, those that contradict.</summary>
/// <remarks>
/// Rules that build on one another say so themselves and are left out, and so is one that adds nothing but is of one matter with the other. So are rules of a kind that only speaks, such as two
/// recommendations for one occasion, unless they say the same.
/// </remarks>
internal static class RulePairChecks
{
    public static void Run(CheckRun run)
    {
        var rules = run.Book.RulesByCode.Where(rule => !rule.IsSwitchedOff && !run.IsNeverRaised(rule)).Select(rule => Read(run.Book, rule)).ToList();
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = i + 1; j < rules.Count; j++)
            {
                var (one, other) = (rules[i], rules[j]);
                if ((run.IsChecked(one.Rule.PackId) || run.IsChecked(other.Rule.PackId))
                    && one.Rule.IsPerPartner == other.Rule.IsPerPartner
                    && one.Facts.Overlaps(other.Facts)
                    && !one.BuildsOn.Contains(other.Rule.Code) && !other.BuildsOn.Contains(one.Rule.Code))
                {
                    Check(run, one.Rule, other.Rule);
                }
            }
        }
    }

    private static (Rule Rule, HashSet<Fact> Facts, IReadOnlySet<string> BuildsOn) Read(RuleBook book, Rule rule)
    {
        var reach = Reach.Of(book, Reach.WhatRaises(rule));
        return (rule, [.. reach.Nodes.SelectMany(node => node.OwnFacts)], reach.Rules);
    }

    private static void Check(CheckRun run, Rule one, Rule other)
    {
        if (one.Kind == other.Kind)
        {
            if (!OnlySpeaks(one) || IsSaidTwice(one, other))
            {
                CheckSame(run, one, other);
            }
        }
        else if (IsAgainst(one, other) && !IsTension(run.Book, one.Code, other.Code) && Implies(run, one, other) && Implies(run, other, one))
        {
            Report(run, CheckProblemKinds.Contradictory, one, other, (a, b) =>
                $"it is raised whenever {b.Code} is and the other way round, and one is a {a.Kind} and the other a {b.Kind}. Correct a condition, or name the two as sides of a tension.");
        }
    }

    private static void CheckSame(CheckRun run, Rule one, Rule other)
    {
        var (oneBringsOther, otherBringsOne) = (Implies(run, one, other), Implies(run, other, one));
        if (oneBringsOther && otherBringsOne)
        {
            Report(run, CheckProblemKinds.Duplicate, one, other, (_, b) => $"it is raised whenever {b.Code} is and the other way round, and both are a {b.Kind}. Keep one of them.");
        }
        else if (oneBringsOther || otherBringsOne)
        {
            var (less, more) = oneBringsOther ? (one, other) : (other, one);
            if (run.IsChecked(less.PackId) && !OnlySpeaks(less) && !less.Roots.Contains(more) && !more.Roots.Contains(less) && IsNeverLower(more, less))
            {
                run.WarnOnce(CheckProblemKinds.Subsumed, Origin.Of(less), $"whenever it is raised {more.Code} is too{(more.HasLevel ? ", at no lower level" : "")}; both are a {more.Kind}. Remove it, or let one of them ask for what the other leaves, or put one under the other.");
            }
        }
    }

    /// <summary>Warns of two rules together: at the later one of those that are checked.</summary>
    private static void Report(CheckRun run, ProblemKind kind, Rule one, Rule other, Func<Rule, Rule, string> what)
    {
        var (at, with) = run.IsChecked(other.PackId) ? (other, one) : (one, other);
        run.WarnOnce(kind, Origin.Of(at), what(at, with));
    }

    /// <summary>Whether every case of a rule that counts is raised only where a case of the other with the same subject is raised and counts.</summary>
    private static bool Implies(CheckRun run, Rule rule, Rule other) =>
        rule.Cases.Where(@case => !@case.IsSwitchedOff).All(@case =>
            CaseLike(other, @case) is { } like
            && run.CanNever(
                rule, $"{CheckRun.NameOf(@case)} can be raised without {other.Code}",
                CheckRun.Raised(rule, @case).Append(CheckRun.NotRaised(other, like))));

    private static Case? CaseLike(Rule other, Case @case) =>
        other.Cases.FirstOrDefault(each => !each.IsSwitchedOff && each.Subject == @case.Subject);

    /// <summary>Whether a rule has at least the level of the other wherever both are raised, as far as their moderators show.</summary>
    private static bool IsNeverLower(Rule rule, Rule than) => !rule.HasLevel || than.Cases.Where(@case => !@case.IsSwitchedOff).All(@case =>
    {
        var like = CaseLike(rule, @case)!;
        var moveAlike = Moves(like).SequenceEqual(Moves(@case), StringComparer.Ordinal);
        var lowest = Math.Max((int)Level.Low, (int)like.Level!.Level - like.Moderators.Count(moderator => moderator.Direction == Direction.Lowered));
        return (moveAlike && like.Level.Level >= @case.Level!.Level && rule.Cap >= than.Cap)
            || Math.Min(lowest, (int)rule.Cap) >= (int)@case.Highest(than.Cap);
    });

    private static IEnumerable<string> Moves(Case @case) =>
        @case.Moderators.Select(moderator => $"{moderator.Direction} {moderator.When}").Order(StringComparer.Ordinal);

    /// <summary>Whether several rules of the kind with one condition are as good as one: each gives another text.</summary>
    private static bool OnlySpeaks(Rule rule) => rule.Kind is FindingKind.Context or FindingKind.Caveat or FindingKind.Recommendation;

    private static bool IsSaidTwice(Rule one, Rule other) =>
        one.Cases.Select(@case => @case.Says.Text).SequenceEqual(other.Cases.Select(@case => @case.Says.Text), StringComparer.Ordinal);

    private static bool IsAgainst(Rule one, Rule other) =>
        (one.Kind == FindingKind.Strength && other.HasLevel) || (one.HasLevel && other.Kind == FindingKind.Strength);

    private static bool IsTension(RuleBook book, string one, string other) => book.Tensions.Any(tension =>
        (tension.One.Contains(one) && tension.Other.Contains(other)) || (tension.One.Contains(other) && tension.Other.Contains(one)));
}
