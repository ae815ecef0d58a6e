using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Rules.Tables;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules.Tables;

/// <summary>
/// Tables and trees come to the same, case by case. COLLABRISK_RANDOM sets on how many random collaborations; CI takes ten thousand over
/// all books.
/// </summary>
public class TruthTablesTests
{
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("COLLABRISK_RANDOM"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 2_000;

    /// <summary>All that an assessment says is compared for one of so many, since it is a hundred kilobytes.</summary>
    private const int SeedsForEachDocument = 20;

    private static readonly double[] KnownShares = [0.0, 0.05, 0.2, 0.5, 0.8, 1.0];

    [Fact]
    public void Run_GeneralPack_IsTheSameWithTables() => AssertTheSame(CollaborationEvaluator.Default.RuleBook);

    [Fact]
    public void Run_AllPacks_IsTheSameWithTables() => AssertTheSame(RuleBook.Build(KnowledgePacks.All));

    [Fact]
    public void Run_DeclaredFacts_IsTheSameWithTables() => AssertTheSame(RotaPack.Book);

    [Fact]
    public void Run_AddedWords_IsTheSameWithTables() => AssertTheSame(HousingPack.Book, some: null, HousingPack.Collaboration);

    [Fact]
    public void Run_DaysAndSumsOfPartners_IsTheSameWithTables() => AssertTheSame(ReviewPack.Book, some: null, ReviewPack.Collaboration);

    [Fact]
    public void Run_RuleThatFails_IsTheSameWithTables() => AssertTheSame(EveryKindOfFinding.Evaluator.RuleBook);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_Overrides_IsTheSameWithTables(int seed) =>
        AssertTheSame(RuleBook.Build(KnowledgePacks.All, SomeOverrides.Of(new Random(seed))));

    /// <summary>Rules on rules about partners, in every direction, quantifiers over them, more than one rule on the range, constants.</summary>
    [Fact]
    public void Run_RulesOnRulesAboutPartners_IsTheSameWithTables() => AssertTheSame(TestPack.Book(chapter =>
    {
        chapter.ARisk("VISION").When(c => c.Vision.Exists == false).RaisedWhen(c => c.Trust.Organisational == TrustLevel.Low, "there is little trust").LoweredWhen(c => c.Communication.Regular == true, "they meet");
        chapter.ARisk("VISION-TOO", Level.Low).When(c => c.Vision.Exists == false);
        chapter.ARisk("BOTH", Level.Low).AppliesWhen(c => c.Trust.Organisational == TrustLevel.Low).When(c => c.Vision.Exists == false).RaisedWhen(c => c.Trust.Organisational == TrustLevel.Low && c.Vision.Exists == false, "it is as bad as it is");
        chapter.ARisk("BOTH-TOO", Level.High).AppliesWhen(c => c.Trust.Organisational == TrustLevel.Low).When(c => c.Vision.Exists == false);
        chapter.AContext("MEET").When(c => c.Communication.Regular == true || c.Form == CollaborationForm.SharedPremises);
        chapter.ARisk("APART", Level.Low).ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead && p.StrategicEngagement.IsAnyOf(Engagement.Declining, Engagement.None)).Titled("A title").Says("{subject} is apart.").RestsOn("T-1");
        chapter.ARisk("APART-BLIND", Level.High).ForEach(c => c.Partners).AppliesWhen(c => c.Governance.LeadOrganisation == true).When((c, p) => Raised("APART") && !Raised("MEET") && p.ObjectivesDeclared != true).Titled("A title").Says("{subject} is blind.").RestsOn("T-1");
        chapter.ARisk("ANYONE-BLIND").When(c => Raised("APART-BLIND") || c.Partners.Every(p => p.Sector == Sector.Police));
        chapter.ARisk("MANY-BLIND").When(c => !c.Partners.Every(p => !(p.ActiveInDecisions == true) && (p.ObjectivesDeclared == true || c.Vision.Exists == true)));
        chapter.AContext("SECTORS").When(c => c.Partners.DifferIn(p => p.Sector) && !c.Partners.DifferIn(p => p.Drivers));
        chapter.AContext("BAD").When(c => OverallIsAtLeast(Level.Moderate));
        chapter.AContext("WORSE").When(c => OverallIsAtLeast(Level.High) && Raised("BAD"));
        chapter.ADataGap("LITTLE-KNOWN").When(c => c.Vision.Exists.IsUnknown() && c.Trust.Organisational.IsUnknown() && c.Form.IsUnknown());
    }));

    [Fact]
    public void Of_GeneralPack_LeavesOnlyWhatAsksForTheRangeToTheTree()
    {
        var book = CollaborationEvaluator.Default.RuleBook;
        TruthTables.Of(book).Walked.Should().Equal(book.Rules.Where(rule => rule.AsksForOverall));
    }

    [Fact]
    public void Of_RuleThatFails_LeavesItAndWhatBuildsOnItToTheTree()
    {
        var book = TestPack.Book(chapter =>
        {
            chapter.ARisk("SOUND").When(c => c.Vision.Exists == false);
            chapter.ARisk("TOP").When(c => Raised("BROKEN") || Raised("SOUND"));
            chapter.ARisk("BROKEN").Definition.When = Clause.Of(new Broken());
        });
        TruthTables.Of(book).Walked.Select(rule => rule.Code).Should().Equal("BROKEN", "TOP");
        AssertTheSame(book);
    }

    [Fact]
    public void Tables_BookThatIsUsed_AreMadeAfterSomeEvaluations()
    {
        var book = TestPack.Book(chapter => chapter.ARisk("VISION").When(c => c.Vision.Exists == false));
        book.Tables.Should().BeNull("a program that evaluates once has no use for tables");
        TestPack.MakeTables(book);
        var tables = book.Tables;
        tables.Should().NotBeNull();
        book.Tables.Should().BeSameAs(tables);
    }

    /// <summary>Some of the rules alone: what is not asked does not count in the range.</summary>
    [Fact]
    public void Run_SomeRules_IsTheSameWithTables()
    {
        var book = CollaborationEvaluator.Default.RuleBook;
        var some = book.Rules.Where(rule => rule.BuildsOn.Count == 0 && !rule.AsksForOverall && rule.Index % 9 == 1).ToList();
        AssertTheSame(book, some);
    }

    /// <summary>That trees, tables, and tables that go on from other facts come to the same on random collaborations.</summary>
    private static void AssertTheSame(RuleBook book, IReadOnlyList<Rule>? some = null, Func<Random, double, Collaboration>? make = null)
    {
        TestPack.MakeTables(book);
        var rules = some ?? book.Rules;
        var different = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, Count, seed =>
        {
            var given = Of(seed);
            var facts = FactTable.Of(given, book.Facts);
            var (tree, table) = (Evaluator.Run(book, facts, rules, tables: null), Evaluator.Run(book, facts, rules, book.Tables));
            AddDifferences(tree, table, $"seed {seed}, with tables");
            if (some is null)
            {
                AddDifferences(tree, Evaluator.Run(Evaluator.Run(book, StepBefore(given, Of(seed + Count), book.Facts, new Random(seed))), given), $"seed {seed}, in a step");
            }

            if (some is null && seed % SeedsForEachDocument == 0 && InWords(tree) != InWords(table))
            {
                different.Add($"seed {seed}: an assessment says something else with tables");
            }
        });
        different.Take(5).Should().BeEmpty();

        Collaboration Of(int seed) => (make ?? Some.Collaboration)(new Random(seed), KnownShares[seed % KnownShares.Length]);

        void AddDifferences(EvaluationState tree, EvaluationState table, string where)
        {
            if (tree.Overall != table.Overall)
            {
                different.Add($"{where}: the range is {table.Overall} and should be {tree.Overall}");
            }

            if (rules.FirstOrDefault(rule => tree.IsRaised(rule) != table.IsRaised(rule)) is { } other)
            {
                different.Add($"{where}: whether {other} is raised is {table.IsRaised(other)}");
            }

            if (some is null && tree.CountOpen() != table.CountOpen())
            {
                different.Add($"{where}: {table.CountOpen()} cases are open and {tree.CountOpen()} should be");
            }

            if (some is null && !Raised(tree).SequenceEqual(Raised(table)))
            {
                different.Add($"{where}: raised are {string.Join(", ", Raised(table))} and should be {string.Join(", ", Raised(tree))}");
            }

            foreach (var rule in rules)
            {
                if (tree.ErrorOf(rule)?.Message != table.ErrorOf(rule)?.Message || tree.OutcomeOf(rule) != table.OutcomeOf(rule) || tree.OutcomeThatCounts(rule) != table.OutcomeThatCounts(rule))
                {
                    different.Add($"{where}: {rule} is {table.OutcomeOf(rule)} and should be {tree.OutcomeOf(rule)}");
                }

                for (var i = 0; i < rule.Cases.Length * tree.RowsOf(rule) && tree.ErrorOf(rule) is null; i++)
                {
                    var (number, row) = (i / tree.RowsOf(rule), i % tree.RowsOf(rule));
                    var partner = EvaluationState.PartnerAt(rule, row);
                    if (tree.ResultOf(rule, number, row) != table.ResultOf(rule, number, row) || tree.Raised(rule.Code, partner) != table.Raised(rule.Code, partner) || tree.Raised(rule.Code, -1) != table.Raised(rule.Code, -1))
                    {
                        different.Add($"{where}: case {number} of {rule}, row {row}, is {table.ResultOf(rule, number, row)} and should be {tree.ResultOf(rule, number, row)}");
                    }
                }
            }
        }

        // What findings rest on, what is in order and what is open, all of which tables keep by the nodes of the trees.
        static string InWords(EvaluationState state) =>
            new Assessment(state).ToJson() + string.Join('\n', state.Book.Rules.Select(rule => string.Join(", ", OpenFacts.Of(state, rule))));

        static IOrderedEnumerable<(int Rule, int Number, int Row, LevelRange Levels)> Raised(EvaluationState state)
        {
            var raised = new List<(Rule Rule, int Number, int Row, LevelRange Levels)>();
            state.AddRaised(raised);
            return raised.Select(each => (each.Rule.Index, each.Number, each.Row, each.Levels)).OrderBy(each => (each.Index, each.Number, each.Row));
        }
    }

    /// <summary>Facts from which a step leads to those given: a few are not known yet, and of the partners none are, some or all, or they are others.</summary>
    private static Collaboration StepBefore(Collaboration given, Collaboration other, FactRegistry registry, Random random)
    {
        var before = Forgetting(given with { }, registry.Facts.Where(fact => !fact.IsPerPartner && fact != registry.PartnerList));
        return random.Next(5) switch
        {
            0 => before with { Partners = other.Partners },
            1 when given.Partners is { Count: > 0 } partners => before with { Partners = FactList.Create([.. partners.Skip(1)]) },
            2 or 3 when given.Partners is { } partners => before with { Partners = FactList.Create<Partner>([.. partners.Select((partner, i) => i % 2 == 0 ? partner : Forgetting(partner with { }, registry.Facts.Where(fact => fact.IsPerPartner && fact != registry.PartnerName)))]) },
            _ => before,
        };

        T Forgetting<T>(T owner, IEnumerable<Fact> facts)
            where T : class => facts.Where(fact => !fact.IsDerived && random.Next(8) == 0).Aggregate(owner, (made, fact) => fact.With(made, null));
    }

    /// <summary>Fails where there is a vision, and says what it reads: a step asks it again only where that moved.</summary>
    private sealed class Broken : Condition
    {
        public override IReadOnlyList<Fact> OwnFacts { get; } = [FactRegistry.Default.Find("vision.exists")!];

        public override Truth Evaluate(ConditionContext context, int partner) =>
            context.Facts[OwnFacts[0], -1] == 1 ? throw new InvalidOperationException("It broke.") : Truth.True;

        public override void Write(System.Text.StringBuilder text) => text.Append("broken");
    }
}
