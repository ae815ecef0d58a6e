using System.Text.Json;
using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Questions;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Questions;

/// <summary>What each answer to a question would change.</summary>
public class OpenQuestionTests
{
    private static readonly CollaborationEvaluator Evaluator = RuleCases.Evaluator;

    [Fact]
    public void ToText_NoQuestions_SaysWhy()
    {
        var evaluator = CollaborationEvaluator.Default;
        evaluator.NextQuestions(new Collaboration(), 0).ToText().Should().Be("No question was asked for; there are some.\n");
        evaluator.NextQuestions(new Collaboration(), 1, cancellationToken: new CancellationToken(canceled: true)).ToText().Should().Be("The choice of questions was cancelled before the first; there may be some.\n");
    }

    /// <summary>A question that only tells the reader what kind of collaboration it is; its empty list is gone through, as the native program's LINQ does.</summary>
    [Fact]
    public void NextQuestions_ThatNoRuleWaitsFor_CanSettleNothing()
    {
        var book = TestPack.Book(chapter => chapter.ARisk("VISION").When(c => c.Vision.Exists == false));
        var questions = new CollaborationEvaluator(book).NextQuestions(new Collaboration(), 5).Where(question => question.Worst == Level.None).ToList();

        questions.Should().NotBeEmpty();
        questions.SelectMany(question => question.Settles).Should().BeEmpty();
        questions.SelectMany(question => question.CouldSettle).Should().BeEmpty();
    }

    [Fact]
    public void Answers_YesNo_SayWhatEachWouldSettleAndRaise()
    {
        var question = Ask("", "vision.exists", chapter =>
        {
            chapter.ARisk("VISION", Level.High).When(c => c.Vision.Exists == false);
            chapter.AStrength("GOOD").When(c => c.Vision.Exists == true && c.Vision.Compelling == true);
        });
        question.AllowedAnswers.Should().Be("yes or no");
        question.Answers.Select(answer => answer.ToString()).Should().Equal("yes: None", "no: High");
        question.Answers[0].Settles.Select(outcome => outcome.ToString()).Should().Equal("VISION: Clear");
        question.Answers[1].Settles.Select(outcome => outcome.ToString()).Order(StringComparer.Ordinal).Should().Equal("GOOD: Clear", "VISION: Raised");
        question.Answers[1].Raises.Select(finding => finding.Code).Should().Equal("VISION");
        question.GuaranteedNarrowing.Should().Be(3);
        question.AverageNarrowing.Should().Be(3.0);
        question.WhyItMatters.Should().Be("If yes, VISION is ruled out (overall None); if no, VISION is raised at High (overall High).");
    }

    [Fact]
    public void Answers_Words_JoinThoseThatComeToTheSame()
    {
        var question = Ask("", "transparency.level", chapter =>
            chapter.ARisk("CLOSED", Level.High).When(c => c.Transparency.Level == TransparencyLevel.None));
        question.Answers.Select(answer => answer.Answer).Should().Equal("none", "partial", "full");
        question.WhyItMatters.Should().Be("If none, CLOSED is raised at High (overall High); if partial or full, CLOSED is ruled out (overall None).");
    }

    [Theory]
    [InlineData("", "network.aimCount", "at most 1 | 2 to 4 | 5 or more")]
    [InlineData("workload.staffBefore=10", "workload.staffAfter", "at most 9 | 10 or more")]
    [InlineData("", "workload.staffAfter", "any number")]
    [InlineData("partners[A].benefitShare=60; partners[B].name=B", "partners[B].benefitShare", "at most 35 | more than 35 and less than 85 | 85 or more")]
    [InlineData("", "benefitsSought", "none | for instance cost reduction | for instance technology investment")]
    [InlineData("", "delivery.stageOwners.goals", "a text | a blank text")]
    [InlineData("", "partners", "")]
    public void Answers_NumbersSetsAndTexts_AreClassesThatTheRulesTellApart(string facts, string path, string expected)
    {
        var question = Ask(facts, path, chapter =>
        {
            chapter.ARisk("AIMS").When(c => c.Network.AimCount > 1);
            chapter.ARisk("MANY-AIMS").When(c => c.Network.AimCount >= 5);
            chapter.ARisk("FEWER").When(c => c.Workload.StaffAfter < c.Workload.StaffBefore);
            chapter.ARisk("SKEW").When(c => c.BenefitShareSpread >= 25);
            chapter.ARisk("TECHNOLOGY").When(c => c.BenefitsSought.IsExactly(Benefit.TechnologyInvestment));
            chapter.ARisk("NOTHING").When(c => c.BenefitsSought.IsExactly());
            chapter.ARisk("OWNER").When(c => c.Delivery.StageOwners.Goals.IsBlank());
        });
        string.Join(" | ", question.Answers.Select(answer => answer.Answer)).Should().Be(expected);
    }

    [Fact]
    public void Answers_Numbers_GiveAnExampleThatIsInTheirRange()
    {
        var aims = Ask("", "network.aimCount", chapter => chapter.ARisk("AIMS").When(c => c.Network.AimCount >= 5));
        aims.Answers.Select(answer => (answer.Answer, answer.Value)).Should().Equal(("at most 4", (object)4), ("5 or more", 5));
        var anyNumber = Ask("", "workload.staffAfter", chapter => chapter.ARisk("FEWER").When(c => c.Workload.StaffAfter < c.Workload.StaffBefore));
        anyNumber.Answers.Select(answer => (answer.Answer, answer.Value)).Single().Should().Be(("any number", (object)0));

        // No number of the fact is nought, so nought is not an example of any number.
        var from = RuleBook.Build([RotaPack.Of(
            chapter => chapter.ARisk("CALLS").When(c => c.Extensions.Number("rcr.calls") < c.Extensions.Number("rcr.limit")),
            [
                new() { Name = "rcr.calls", Type = FactType.Number, Meaning = "calls", Question = "How many calls?", Minimum = 10, Maximum = 20 },
                new() { Name = "rcr.limit", Type = FactType.Number, Meaning = "limit", Question = "What is the limit?", Minimum = 10, Maximum = 20 },
            ])]);
        var question = new CollaborationEvaluator(from).Evaluate(new Collaboration()).OpenQuestions.Single(question => question.Path == "extensions.rcr.calls");
        question.Answers.Select(answer => (answer.Answer, answer.Value)).Single().Should().Be(("any number", (object)20m));
    }

    [Fact]
    public void Answers_NumberBeyond32Bits_AreWithinReach()
    {
        var book = RuleBook.Build([RotaPack.Of(chapter => chapter.ARisk("DEAR").When(c => c.Extensions.Number("rcr.cost") > 5_000_000_000m))]);
        var question = new CollaborationEvaluator(book).Evaluate(new Collaboration()).OpenQuestions.Should().ContainSingle().Which;
        question.Answers.Select(answer => answer.Answer).Should().Equal("at most 5000000000", "more than 5000000000");
        question.Answers[1].Raises.Select(finding => finding.Code).Should().Equal("DEAR");
    }

    /// <summary>Rules that build on one another in a chain, each in two ways, and each with a part of its own that is open.</summary>
    [Fact]
    public void OpenFacts_LongChainOfRules_LookAtEachRuleOnce()
    {
        const int Length = 200;
        var counted = new Counted();
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("R-0").When(c => c.Vision.Exists == false);
            for (var i = 1; i < Length; i++)
            {
                var previous = new RaisedTest($"R-{i - 1}");
                chapter.ARisk($"R-{i}").Definition.When = Clause.Of(new AnyOf([previous, previous, counted]));
            }
        });
        var assessment = evaluator.Evaluate(new Collaboration());
        assessment.Outcomes[$"R-{Length - 1}"].OpenFacts.Select(fact => fact.Path).Should().Equal("vision.exists");
        counted.Openings.Should().Be(Length - 1);
        var question = assessment.OpenQuestions.Should().ContainSingle().Which;
        question.CouldSettle.Should().HaveCount(Length);
        counted.Openings.Should().BeInRange(Length, Length * Length);

        counted.Evaluations = 0;
        evaluator.Remedies(new Collaboration(), RemedyTarget.Clear($"R-{Length - 1}")).End.Should().Be(RemedySearchEnd.Impossible);
        counted.Evaluations.Should().BeInRange(Length, 50 * Length);
    }

    /// <summary>What a rule about each partner builds on is looked at once for all of them, and so is a fact that follows from all partners.</summary>
    [Fact]
    public void OpenQuestions_RuleAboutManyPartners_LooksAtWhatItBuildsOnOnce()
    {
        const int Many = 50;
        var counted = new Counted();
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("BASE").Definition.When = Clause.Of(counted);
            chapter.ARisk("EACH").ForEach(c => c.Partners).When((c, p) => FactConditions.Raised("BASE") || c.BenefitShareSpread >= 25);
        });
        var given = new Collaboration { Partners = [.. Enumerable.Range(0, Many).Select(i => new Partner { Name = $"P{i:00}" })] };
        var questions = evaluator.Evaluate(given).OpenQuestions;

        // Once for itself, and once for all partners.
        counted.Openings.Should().Be(2);
        questions.Should().HaveCount(Many).And.OnlyContain(question => question.Fact.Path == "partners[].benefitShare" && question.CouldSettle.Count == 1);
    }

    [Fact]
    public void OpenQuestions_DerivedFact_AsksForTheFactsFromWhichItFollows()
    {
        var questions = Questions("partners[A].benefitShare=60; partners[B].name=B", chapter => chapter.ARisk("SKEW").When(c => c.BenefitShareSpread >= 25));
        questions.Select(question => question.Path).Should().Equal("partners[B].benefitShare");
        questions[0].Question.Should().Be("B: How much of the benefit falls to this partner, in percent?");
        questions[0].AllowedAnswers.Should().Be("a number from 0 to 100");
        foreach (var derived in FactRegistry.Default.Facts.Where(fact => fact.IsDerived))
        {
            DerivedFacts.AnswerableSourcesOf(derived, FactRegistry.Default).Should().NotBeEmpty();
        }
    }

    [Fact]
    public void OpenQuestions_RaisedAtAnOpenLevel_AsksForTheModerator()
    {
        var question = Questions("vision.exists=no", chapter => chapter.ARisk("R")
            .When(c => c.Vision.Exists == false).RaisedWhen(c => c.Vision.AtStart == true, "of the start", "T-2"))
            .Should().ContainSingle().Which;
        question.Path.Should().Be("vision.atStart");
        question.CouldSettle.Should().Equal("R");
        question.WhyItMatters.Should().Be("If yes, overall High; if no, overall Moderate.");
    }

    /// <summary>Each question with the rules that wait for it, and the order of both, as they are defined: from what each case of each rule waits for alone.</summary>
    [Theory]
    [InlineData("the library's own")]
    [InlineData("with facts that a pack declares")]
    [InlineData("with words that a pack adds")]
    [InlineData("with overrides")]
    [InlineData("with rules that fail")]
    public void OpenQuestions_RandomCollaborations_AreWhatEachCaseWaitsForInOrder(string book)
    {
        var evaluator = new CollaborationEvaluator(book switch
        {
            "the library's own" => RuleCases.Book,
            "with facts that a pack declares" => RotaPack.Book,
            "with words that a pack adds" => HousingPack.Book,
            "with overrides" => RuleBook.Build(KnowledgePacks.All, SomeOverrides.Of(new Random(7))),
            _ => TestPack.Book(chapter =>
            {
                chapter.ARisk("FAILS").When(c => c.Workload.StaffAfter < c.Workload.StaffBefore).Definition.When = Clause.Of(new Failing());
                chapter.ARisk("AFTER").When(c => FactConditions.Raised("FAILS") || c.Vision.Exists == false);
                chapter.ARisk("EACH", Level.High).ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.Lead && FactConditions.Raised("AFTER"));
            }),
        });
        Law.Holds(40, drawn => AssertWhatEachCaseWaitsFor(evaluator.Evaluate(drawn.Collaboration)));
    }

    private static void AssertWhatEachCaseWaitsFor(Assessment assessment)
    {
        var state = assessment.State;
        var waiting =
            from rule in state.Book.Rules
            where !rule.IsSwitchedOff && state.ErrorOf(rule) is null
            from number in Enumerable.Range(0, rule.Cases.Length)
            from row in Enumerable.Range(0, state.RowsOf(rule))
            let result = state.ResultOf(rule, number, row)
            where !rule.Cases[number].IsSwitchedOff && result.Raised != Truth.False
            from cell in OpenOf(state, rule, number, row, result)
            group (rule, result.AtMost) by cell;
        var expected =
            from each in waiting
            let rules = each.GroupBy(one => one.rule, one => one.AtMost).Select(one => (one.Key.Code, Level: one.Max()))
                .OrderByDescending(one => one.Level).ThenBy(one => one.Code, StringComparer.Ordinal).ToList()
            orderby rules[0].Level descending, rules.Count(one => one.Level == rules[0].Level) descending, rules.Count descending, each.Key
            select $"{state.Facts.ReadingOf(each.Key).Path} {rules[0].Level}: {string.Join(' ', rules.Select(one => one.Code))}";
        string.Join('\n', assessment.OpenQuestions.Select(question => $"{question.Path} {question.Worst}: {string.Join(' ', question.CouldSettle)}"))
            .Should().Be(string.Join('\n', expected));
    }

    [Fact]
    public void Answers_ThatContradictWhatIsKnown_AreLeftOut()
    {
        var question = Ask("governance.leadOrganisation=no; partners[A].name=A; partners[B].name=B", "partners[A].role", chapter =>
            chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead));
        question.Answers.Select(answer => answer.Answer).Should().Equal("equal");
    }

    /// <summary>Answering never widens the range and settles what it says, on random collaborations and the whole knowledge.</summary>
    [Fact]
    public void Answers_RandomCollaborations_NeverWidenTheRange() => Law.Holds(12, drawn =>
    {
        var random = drawn.Random();
        var assessment = Evaluator.Evaluate(drawn.Collaboration);
        foreach (var question in assessment.OpenQuestions.Where(_ => random.Next(4) == 0))
        {
            foreach (var answer in question.Answers)
            {
                (assessment.Overall.AtLeast <= answer.Overall.AtLeast && answer.Overall.AtMost <= assessment.Overall.AtMost).Should().BeTrue(
                    $"'{question.Path}: {answer.Answer}' widens {assessment.Overall} to {answer.Overall}.");
                answer.Settles.Should().NotContain(settled => assessment.Outcomes[settled.Rule.Code].Outcome != Outcome.Undetermined);
            }

            question.WhyItMatters.Should().EndWith(".");
            question.AverageNarrowing.Should().BeInRange(question.GuaranteedNarrowing, 3);
        }
    });

    /// <summary>
    /// For each rule that a question says it could settle, there are values of the other facts with which it decides.
    /// </summary>
    [Fact]
    public void CouldSettle_EachRule_IsDecidedByTheFactWithSomeValuesOfTheOthers() => Parallel.For(0, 16, seed =>
    {
        var random = new Random(seed);
        var assessment = Evaluator.Evaluate(Some.Collaboration(random, new[] { 0.0, 0.3, 0.6, 0.9 }[seed % 4]));
        var byPath = assessment.OpenQuestions.ToDictionary(question => question.Path, StringComparer.Ordinal);
        foreach (var question in assessment.OpenQuestions.Where(question => random.Next(5) == 0 && question is { Answers.Count: > 1, PartnerName: null }))
        {
            var code = question.CouldSettle[random.Next(question.CouldSettle.Count)];
            var others = byPath.Values.Where(other => other != question && other.CouldSettle.Contains(code)).ToList();
            // Weights are compared with one another, benefits with motives; among the answers is one of each class that a single
            // condition sees.
            // Of who leads, only a partner of unknown role leaves anything to ask, and here all roles are made known.
            if (question.Path.StartsWith("network.drivers.", StringComparison.Ordinal) || question.Path is "benefitsSought" or "governance.leadOrganisation")
            {
                continue;
            }

            if (assessment.Collaboration.PartnerCount is not null && others.Exists(other => other.Path == "partners"))
            {
                // A random number of partners may be tens of thousands, too many to name.
                continue;
            }

            Enumerable.Range(0, 2_000).Any(_ => Decides(question, code, others, random)).Should().BeTrue(
                $"Seed {seed}: '{question.Path}' is said to settle {code}, and no values of the other facts were found with which it does.");
        }
    });

    [Fact]
    public void ToJson_Question_HasWhatAProgramNeedsToAsk()
    {
        var json = JsonDocument.Parse(Evaluator.Evaluate(new Collaboration()).OpenQuestions.Single(question => question.Path == "vision.exists").ToJson()).RootElement;
        json.GetProperty("path").GetString().Should().Be("vision.exists");
        json.GetProperty("type").GetString().Should().Be("yesNo");
        json.GetProperty("answers")[1].GetProperty("overall").GetProperty("atLeast").GetString().Should().Be("High");
        json.GetProperty("answers")[1].GetProperty("raises")[0].GetProperty("code").GetString().Should().Be("VISION-ABSENT");
    }

    /// <summary>A condition that stays unknown, and counts how often it is asked.</summary>
    private sealed class Counted : Condition
    {
        public int Evaluations { get; set; }

        public int Openings { get; private set; }

        public override Truth Evaluate(ConditionContext context, int partner)
        {
            Evaluations++;
            return Truth.Unknown;
        }

        public override void AddOpen(ConditionContext context, int partner, OpenCollector open) => Openings++;

        public override void Write(System.Text.StringBuilder text) => text.Append("counted");
    }

    private sealed class Failing : Condition
    {
        public override Truth Evaluate(ConditionContext context, int partner) => throw new InvalidOperationException("It fails.");

        public override void Write(System.Text.StringBuilder text) => text.Append("failing");
    }

    private static bool Decides(OpenQuestion question, string code, List<OpenQuestion> others, Random random)
    {
        var known = question.State.Facts.Collaboration;
        known = others.Exists(other => other.Path == "partners") ? known with { Partners = HiddenTruth.Random(random).Partners } : known;
        var given = others
            .Where(other => other.Answers.Count > 0 && (other.PartnerName is null || known.Partners == question.State.Facts.Collaboration.Partners) && random.Next(8) != 0)
            .Aggregate(known, (given, other) => other.Answered(given, other.Answers[random.Next(other.Answers.Count)].Value));
        return question.Answers
            .Select(answer => Evaluator.Evaluate(question.Answered(given, answer.Value)))
            .Select(assessment => (
                assessment.Outcomes[code].Outcome,
                string.Join(';', assessment.Findings.Where(finding => finding.Code == code).Select(finding => (finding.Subject, finding.Level)))))
            .Distinct()
            .Count() > 1;
    }

    private static OpenQuestion Ask(string facts, string path, Action<OpenChapter> write) =>
        path == "partners"
            ? Questions(facts, chapter => chapter.ARisk("P").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.Lead))[0]
            : Questions(facts, write).Single(question => question.Path == path);

    private static IReadOnlyList<OpenQuestion> Questions(string facts, Action<OpenChapter> write) =>
        TestPack.Evaluator(write).Evaluate(FactText.Read(facts)).OpenQuestions;

    /// <summary>What a case of a rule waits for, of whom one can ask.</summary>
    private static IEnumerable<FactCell> OpenOf(EvaluationState state, Rule rule, int number, int row, CaseResult result)
    {
        var open = new OpenFacts(state);
        open.Add(rule, number, row, result);
        open.AddLevel(rule, number, row, result);
        return open.ToList().Select(state.Facts.CellOf).SelectMany(cell => !cell.Fact.IsDerived ? [cell]
            : DerivedFacts.AnswerableSourcesOf(cell.Fact, state.Facts.Registry)
                .SelectMany(fact => Enumerable.Range(0, fact.IsPerPartner ? state.Facts.PartnerRows : 1), (fact, at) => (fact, at))
                .Where(source => state.Facts[source.fact, source.at] == Fact.Unknown)
                .Select(source => state.Facts.CellOf(source.fact, source.at))).Distinct();
    }
}
