using System.Collections.Concurrent;
using CollabRisk.Conditions;
using CollabRisk.NRules.Translation;
using CollabRisk.RulePacks.Tests;
using NRules.RuleModel;

namespace CollabRisk.NRules.Tests;

/// <summary>
/// An NRules rule that bears a code fires when it is raised and only then, and yields the finding: NRules decides by its own conditions,
/// the built-in evaluator by its tables, and both come to the same.
/// </summary>
public class FiredRulesTests
{
    private const int Collaborations = 1_000, CollaborationsOfOthers = 200;

    [Theory]
    [MemberData(nameof(Books.Names), MemberType = typeof(Books))]
    public void Fire_RandomCollaborations_FiresWhatIsRaised(string name)
    {
        var compiled = Books.Compile(name);
        var builtIn = new CollaborationEvaluator(compiled.RuleBook);
        var different = new ConcurrentBag<string>();
        var seen = new ConcurrentDictionary<string, bool>();
        Parallel.For(
            0, RandomCount.Of(name == Books.AllPacks ? Collaborations : CollaborationsOfOthers),
            new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken },
            seed =>
            {
                var random = new Random(seed);
                var collaboration = Books.Collaboration(compiled.RuleBook, random, random.NextDouble());
                var fired = new List<string>();
                var session = compiled.Begin(collaboration, before: inner => inner.Events.RuleFiredEvent += (_, one) => fired.Add(Named(one.Rule, one.Facts)));
                session.Fire();
                fired.Sort(StringComparer.Ordinal);
                var raised = Raised(builtIn.Evaluate(collaboration)).Append("CollabRisk: assessment").Order(StringComparer.Ordinal).ToList();
                if (!fired.SequenceEqual(raised) || !session.Inner.Query<Finding>().ToHashSet().SetEquals(session.Assessment.Findings))
                {
                    different.Add($"seed {seed}: {string.Join(", ", fired.Except(raised))} fired, {string.Join(", ", raised.Except(fired))} did not");
                }

                fired.ForEach(one => seen.TryAdd(one, true));
            });
        different.Should().BeEmpty("every rule fires when it is raised, and only then");
        seen.Count.Should().BeGreaterThan(5, "something was raised");
    }

    [Fact]
    public void Rules_AllButOne_BearACode()
    {
        var rules = Books.Compile(Books.AllPacks).Rules;
        rules.Where(rule => rule.Tags.Contains(RuleTranslation.WorkingTag)).Should().ContainSingle().Which.Name.Should().Be("CollabRisk: assessment");
        rules.Where(rule => !rule.Tags.Contains(RuleTranslation.WorkingTag)).Should().OnlyContain(rule => Both.AllPacks.Find(rule.Name.Split(':')[0]) != null);
    }

    private static string Named(IRuleDefinition rule, IEnumerable<IFactMatch> facts) =>
        facts.Select(fact => fact.Value).OfType<AssessedPartner>().FirstOrDefault() is { } partner ? $"{rule.Name} of {partner.Partner.Name}" : rule.Name;

    private static IEnumerable<string> Raised(Assessment assessment)
    {
        var state = assessment.State;
        return from rule in assessment.RuleBook.Rules
               where state.ErrorOf(rule) is null
               from number in Enumerable.Range(0, rule.Cases.Length)
               where !rule.Cases[number].IsSwitchedOff
               from row in Enumerable.Range(0, state.RowsOf(rule))
               where state.ResultOf(rule, number, row).Raised == Truth.True
               let name = rule.Cases[number].Subject is { } subject ? $"{rule.Code}: {subject}" : rule.Code
               select rule.IsPerPartner ? $"{name} of {state.Facts.Listed[row].Name}" : name;
    }
}
