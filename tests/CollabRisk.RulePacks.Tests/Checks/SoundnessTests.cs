using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Checks;
using CollabRisk.RulePacks.Checks.Solving;
using CollabRisk.RulePacks.Format;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.RulePacks.Tests.Checks;

/// <summary>
/// What the checks say can never be, never is: random small rules, evaluated on random collaborations. COLLABRISK_RANDOM sets
/// how many rule books; CI takes a hundred.
/// </summary>
public class SoundnessTests(ITestOutputHelper output)
{
    private const int CollaborationsEach = 100;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("COLLABRISK_RANDOM"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 100;

    private static readonly FactRegistry Facts = RotaPack.Book.Facts;

    private int asked;
    private int notDecided;

    [Fact]
    public void Run_RandomRules_NothingThatIsSaidNeverToBeEverIs()
    {
        var never = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            var book = Book(random);
            var states = Enumerable.Range(0, CollaborationsEach).Select(_ => Evaluator.Run(book, Collaboration(random))).ToList();
            Check(book, states, seed, never);
        }

        (notDecided * 10).Should().BeLessThan(asked, $"{notDecided} of {asked} were not decided.");

        output.WriteLine($"{notDecided} of {asked} not decided");
        foreach (var (question, times) in never)
        {
            output.WriteLine($"{question}: {times} times never");
        }

        // Each kind of question is answered with "never" often enough for the test to mean something; a hundred rule books are needed to say so.
        if (Count < 100)
        {
            return;
        }

        never.Keys.Order(StringComparer.Ordinal).Should().Equal("applies", "clear", "holds", "moderates", "not applicable", "raised", "raised alone");
        never.Should().NotContain(each => each.Value < Count / 50);
    }

    private void Check(RuleBook book, List<EvaluationState> states, int seed, Dictionary<string, int> never)
    {
        var run = new CheckRun(book, []);
        foreach (var rule in book.Rules)
        {
            var @case = rule.Cases[0];
            if (rule.AppliesWhen is { } guard)
            {
                IsNever("applies", rule, [new(guard, Truths.True)], (_, result) => result.Guard == Truth.True);
                IsNever("not applicable", rule, [new(guard, Truths.False)], (_, result) => result.Guard == Truth.False);
            }

            IsNever("holds", rule, [new(@case.When, Truths.True)], (_, result) => result.Guard != Truth.False && result.Condition == Truth.True);
            IsNever("raised", rule, CheckRun.Raised(rule, @case), (_, result) => result.Raised == Truth.True);
            IsNever("clear", rule, CheckRun.Applies(rule, @case).Append(new(@case.When, Truths.False)), (_, result) => result.Outcome == Outcome.Clear);
            foreach (var moderator in rule.Moderators)
            {
                IsNever("moderates", rule, CheckRun.Raised(rule, @case).Append(new(moderator.When, Truths.True)), (at, result) =>
                    result.Raised == Truth.True && moderator.When.Evaluate(at.State, at.Row) == Truth.True);
            }

            foreach (var other in book.Rules.Where(other => other != rule && other.IsPerPartner == rule.IsPerPartner))
            {
                IsNever("raised alone", rule, CheckRun.Raised(rule, @case).Append(CheckRun.NotRaised(other, other.Cases[0])), (at, result) =>
                    result.Raised == Truth.True && at.State.ResultOf(other, 0, Math.Max(at.Row, 0)).Raised != Truth.True);
            }
        }

        notDecided += run.Report.NotDecided.Count;

        void IsNever(string question, Rule rule, IEnumerable<Wanted> wanted, Func<(EvaluationState State, int Row), CaseResult, bool> isSo)
        {
            asked++;
            if (!run.CanNever(rule, string.Create(CultureInfo.InvariantCulture, $"{question} {asked}"), wanted))
            {
                return;
            }

            never[question] = never.GetValueOrDefault(question) + 1;
            foreach (var state in states)
            {
                for (var row = 0; row < state.RowsOf(rule); row++)
                {
                    // What is asked of a partner is asked of one who is listed.
                    var partner = EvaluationState.PartnerAt(rule, row);
                    if (partner < 0 || !state.Facts.IsMissing(partner))
                    {
                        isSo((state, partner), state.ResultOf(rule, 0, row)).Should().BeFalse(
                            $"Seed {seed}: {rule} '{question}' though never: {rule.Guard} | {rule.Condition}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Run_RandomRules_WarningsOfPairsAndModeratorsAreSo()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            var (pack, book) = PackOf(random);
            var states = Enumerable.Range(0, CollaborationsEach).Select(_ => Evaluator.Run(book, Collaboration(random))).ToList();
            foreach (var warning in RulePackChecks.Run(book, [pack]).Warnings.Where(warning => warning.Code != CheckedText.WorseLooksBetter))
            {
                var rule = book.Find(warning.Where.Split('/')[^1]);
                var other = book.RulesByCode.FirstOrDefault(each => warning.What.StartsWith($"whenever it is raised {each.Code} ", StringComparison.Ordinal) || warning.What.StartsWith($"it is raised whenever {each.Code} ", StringComparison.Ordinal));
                if (other is null)
                {
                    continue;
                }

                found[warning.Code] = found.GetValueOrDefault(warning.Code) + 1;
                foreach (var state in states)
                {
                    for (var row = 0; row < state.RowsOf(rule!); row++)
                    {
                        var (mine, its) = (state.ResultOf(rule!, 0, row), state.ResultOf(other, 0, row));
                        var isSo = mine.Raised != Truth.True || its.Raised == Truth.True;
                        isSo &= warning.Code == "CRP611" ? mine.Raised != Truth.True || (its.AtLeast >= mine.AtLeast && its.AtMost >= mine.AtMost) : mine.Raised == Truth.True == (its.Raised == Truth.True);
                        isSo.Should().BeTrue($"Seed {seed}: {warning}");
                    }
                }
            }
        }

        output.WriteLine(string.Join(", ", found));
        found.Keys.Order(StringComparer.Ordinal).Should().Equal("CRP611", "CRP612", "CRP613");
    }

    private static RuleBook Book(Random random) => PackOf(random).Book;

    /// <summary>A pack of random rules, of those that are not refused: some would make a worse state look better.</summary>
    private static (RulePack Pack, RuleBook Book) PackOf(Random random)
    {
        while (true)
        {
            var pack = RandomPack(random);
            if (RuleBook.TryBuild([pack], null, out var book, out _))
            {
                return (pack, book);
            }
        }
    }

    private static RulePack RandomPack(Random random)
    {
        var definitions = new List<RuleDefinition>();
        for (var i = 0; i < 6; i++)
        {
            definitions.Add(Definition($"R{i}", random, definitions));
        }

        return new RulePack
        {
            Id = "random",
            Version = "1.0.0",
            Title = "Random rules",
            Chapters = [new WrittenChapter("Random", Area.Relations, Tier.OutsideThePaper, Level.High, definitions, [])],
            Claims = TestPack.Claims,
            Facts = RotaPack.Facts,
        };
    }

    private static RuleDefinition Definition(string code, Random random, List<RuleDefinition> earlier)
    {
        var kind = random.Next(4) switch { 0 => FindingKind.DataGap, 1 => FindingKind.Strength, _ => FindingKind.Risk };
        var level = kind == FindingKind.Risk ? new LevelBasis((Level)random.Next(1, 4), "at random") : null;
        var ofPartner = random.Next(3) == 0;
        Condition Some(int depth) => Random(random, depth, ofPartner, kind == FindingKind.DataGap, [.. earlier.Select(rule => rule.Code)]);
        var definition = new RuleDefinition(code, kind, level) { Title = "Random", Says = "At random.", IsPerPartner = ofPartner, When = Clause.Of(Some(random.Next(4))) };
        definition.Claims.Add("T-1");
        if (earlier.Count > 0 && random.Next(5) == 0 && earlier[^1] is var twin && twin.IsPerPartner == ofPartner && twin.Kind == FindingKind.DataGap == (kind == FindingKind.DataGap))
        {
            // Rules that are raised alike are rare at random.
            definition.When = twin.When;
            definition.Guards.AddRange(twin.Guards);
        }
        else if (random.Next(2) == 0)
        {
            definition.Guards.Add(Clause.Of(Some(random.Next(3))));
        }

        for (var i = 0; level is not null && i < random.Next(3); i++)
        {
            definition.Moderators.Add(new ModeratorDefinition((Direction)random.Next(2), Clause.Of(Some(1)), $"at random {i}", []));
        }

        return definition;
    }

    private static Condition Random(Random random, int depth, bool ofPartner, bool mayAskUnknown, IReadOnlyList<string> codes, bool mayAskAll = true)
    {
        Condition Again(bool each) => Random(random, depth - 1, ofPartner || each, mayAskUnknown, codes, mayAskAll && !each);
        Condition[] Several() => [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Again(false))];
        return (depth == 0 ? 11 : random.Next(11)) switch
        {
            0 or 1 or 2 => new AllOf(Several()),
            3 or 4 => new AnyOf(Several()),
            5 => Not.Of(Again(false)),
            6 when mayAskAll => new AtLeastPartners(random.Next(1, 3), Again(true)),
            7 when mayAskAll => new EveryPartner(Again(true)),
            9 when mayAskAll => new AtLeastPartners(Quota.OfShare(random.Next(1, 3), 3, random.Next(2) == 0), Again(true)),
            10 => new AtLeastOf(2, [.. Several(), Again(false)]),
            8 when codes.Count > 0 && mayAskAll => new RaisedTest(codes[random.Next(codes.Count)], random.Next(3) == 0 ? (Level)random.Next(1, 4) : null),
            _ => Leaf(random, ofPartner, mayAskUnknown),
        };
    }

    private static Condition Leaf(Random random, bool ofPartner, bool mayAskUnknown)
    {
        var facts = Facts.Facts.Where(fact => fact.Path.Contains("extensions.", StringComparison.Ordinal) && (ofPartner || !fact.IsPerPartner)).ToList();
        var fact = facts[random.Next(facts.Count)];
        if (ofPartner && random.Next(2) == 0)
        {
            fact = facts.FindLast(each => each.IsPerPartner && (random.Next(2) == 0 || each.Type == FactType.YesNo))!;
        }

        if (mayAskUnknown && random.Next(3) == 0)
        {
            return new UnknownTest(fact);
        }

        if (random.Next(12) == 0)
        {
            return new PartnersDiffer(facts.Find(each => each.IsPerPartner) ?? Facts.Find("partners[].extensions.rcr.shift")!);
        }

        if (random.Next(12) == 0)
        {
            return new PartnersSum(Facts.Find("partners[].benefitShare")!, (Comparison)random.Next(6), Fact.Encode(random.Next(0, 4)));
        }

        return fact.Type switch
        {
            FactType.Date when random.Next(2) == 0 => new DayPairTest(fact, (Comparison)random.Next(6), Facts.AsOf, random.Next(4) switch
            {
                0 => Period.None,
                1 => Period.Of(1, TimeUnit.Days),
                2 => Period.Of(1, TimeUnit.Days).Turned,
                _ => Period.Of(1, TimeUnit.Months).Turned,
            }),
            FactType.YesNo => new OneOf(fact, (ulong)random.Next(1, 3)),
            FactType.Word => new OneOf(fact, (ulong)random.Next(1, (1 << fact.AllowedWords.Count) - 1)),
            FactType.Words when random.Next(3) == 0 => new SubsetTest(Facts.Find("extensions.rcr.spareTools")!, Facts.Find("extensions.rcr.tools")!),
            FactType.Words => new SetTest(fact, (SetQuestion)random.Next(3), (ulong)random.Next(1, 8)),
            FactType.WholeNumber or FactType.Number when random.Next(3) == 0 => random.Next(2) == 0
                ? new NumberPairTest(Facts.Find("extensions.rcr.calls")!, (Comparison)random.Next(6), Facts.Find("extensions.rcr.cost")!)
                : new NumberPairTest(Facts.Find("extensions.rcr.cost")!, (Comparison)random.Next(6), Facts.Find("extensions.rcr.calls")!),
            FactType.Date => new NumberTest(fact, (Comparison)random.Next(6), Day(random).DayNumber),
            _ => new NumberTest(fact, (Comparison)random.Next(6), Fact.Encode(random.Next(-1, 6) / 2m)),
        };
    }

    private static DateOnly Day(Random random) => new DateOnly(2024, 3, 30).AddDays(random.Next(3));

    /// <summary>Few values of each fact, so that every class comes up, with those between and next to the constants of the tests.</summary>
    private static Collaboration Collaboration(Random random)
    {
        var share = random.Next(4) / 3.0;
        var partners = new Partner[random.Next(5)];
        for (var i = 0; i < partners.Length; i++)
        {
            partners[i] = Filled(new Partner { Name = $"P{i}" }, isPartner: true);
        }

        return Filled(new Collaboration(), isPartner: false) with
        {
            Partners = random.Next(4) == 0 ? null : FactList.Create<Partner>(partners),
            PartnerCount = random.Next(2) == 0 ? null : random.Next(2, 7),
        };

        T Filled<T>(T owner, bool isPartner)
            where T : class
        {
            foreach (var fact in Facts.Facts.Where(fact => fact.IsPerPartner == isPartner && (fact.Path.Contains("extensions.", StringComparison.Ordinal) || fact == Facts.AsOf || fact.Name == "benefitShare")))
            {
                if (random.NextDouble() < share)
                {
                    owner = fact.With(owner, fact.Type switch
                    {
                        FactType.Number when fact.Name == "benefitShare" => (decimal)random.Next(3),
                        FactType.Number => random.Next(-6, 14) / 4m,
                        FactType.WholeNumber => (decimal)random.Next(4),
                        FactType.Date => Day(random).AddDays(random.Next(-1, 2)),
                        _ => CollabRisk.Tests.Some.Value(random, fact),
                    });
                }
            }

            return owner;
        }
    }
}
