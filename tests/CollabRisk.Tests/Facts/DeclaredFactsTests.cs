using System.Text.Json;
using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Perspectives;
using CollabRisk.Questions;
using CollabRisk.Records;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Facts;

/// <summary>A fact that a pack declares works wherever a fact of the library does.</summary>
public class DeclaredFactsTests
{
    private static readonly CollaborationEvaluator Evaluator = RotaPack.Evaluator;
    private static readonly FactRegistry Facts = RotaPack.Book.Facts;

    [Fact]
    public void Evaluate_DeclaredFacts_AreReadAndShown()
    {
        var assessment = Evaluator.Evaluate(Read(
            "extensions.rcr.rotaShared=no; extensions.rcr.maturity=sufficient; extensions.rcr.calls=120; extensions.rcr.cost=2.5; extensions.rcr.tools=[Phone]; extensions.rcr.goLive=2024-04-01; partners[A].extensions.rcr.staffed=no; partners[B].extensions.rcr.shift=Day; partners[C].extensions.rcr.shift=Night"));
        assessment.Findings.Select(finding => $"{finding.Code} {finding.Level}").Should().Equal(
            "ROTA-APART Moderate", "CALLS-MANY Moderate", "UNSTAFFED Moderate", "NO-RADIO Low", "START-LATE Low", "SHIFTS-DIFFER ");
        var calls = assessment.Findings[1];
        calls.Message.Should().Be("There are 120 calls a day.");
        calls.Facts.Select(fact => $"{fact}").Should().Equal("extensions.rcr.calls: 120", "extensions.rcr.cost: 2.5");
        assessment.Findings[2].Message.Should().Be("A sends no one.");

        // The facts given, the list of partners with its number, and three names.
        assessment.KnownFacts.Should().Be(6 + 3 + 2 + 3);
        assessment.UnreadExtensions.Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_NothingKnown_IsUndeterminedAndAsks()
    {
        var assessment = Evaluator.Evaluate(new Collaboration());
        assessment.Outcomes["ROTA-APART"].Outcome.Should().Be(Outcome.Undetermined);
        assessment.OpenQuestions.Single(question => question.Path == "extensions.rcr.rotaShared").Question.Should().Be("Do the services share one rota?");
        assessment.Findings.Select(finding => finding.Code).Should().Equal("TOOLS-UNKNOWN");
    }

    [Fact]
    public void Explain_DeclaredFact_ShowsConditionAndAnswersThatSettle()
    {
        var explanation = Evaluator.Explain(Read("extensions.rcr.rotaShared=no"), "ROTA-APART");
        explanation.ToText().Should().Contain("the answer to “one rota for the control room” is no");
        Evaluator.Explain(Read(""), "ROTA-APART").ToString().Should().NotBeEmpty();
    }

    [Fact]
    public void WhatIf_DeclaredFacts_NamesTheCauses()
    {
        var given = Read("extensions.rcr.rotaShared=no; extensions.rcr.tools=[Radio]; extensions.rcr.maturity=None; partners[A].extensions.rcr.staffed=yes; partners[B].extensions.rcr.staffed=yes");
        var difference = Evaluator.WhatIf(
            given,
            FactChange.Parse("extensions.rcr.maturity=Sufficient", Facts),
            FactChange.Of(c => c.Extensions.Words("rcr.tools"), ["Phone", "Video"], Facts),
            FactChange.Parse("partners[A].extensions.rcr.staffed=no", Facts));
        difference.Facts.Select(move => $"{move}").Should().Equal(
            "extensions.rcr.maturity went from none to sufficient",
            "extensions.rcr.tools went from radio to phone and video",
            "partners[A].extensions.rcr.staffed went from yes to no");
        difference.Findings.Select(change => $"{change.Latest.Code}: {string.Join(' ', change.CausedBy.Select(move => move.Path))}").Order(StringComparer.Ordinal)
            .Should().Equal("NO-RADIO: extensions.rcr.tools", "ROTA-APART: extensions.rcr.maturity", "UNSTAFFED: partners[A].extensions.rcr.staffed");
        using var json = JsonDocument.Parse(difference.ToJson());
        JsonSerializer.Serialize(json.RootElement.GetProperty("facts")[1].GetProperty("after").GetProperty("value")).Should().Be("""["Phone","Video"]""");
    }

    [Theory]
    [InlineData("extensions.rcr.rotaShard=yes", "there is no such fact. Did you mean 'extensions.rcr.rotaShared'?")]
    [InlineData("extensions.rcr.maturity=Suficient", "'Suficient' is not a valid value for this fact. Give None, Partial or Sufficient, 'unknown' or 'does not apply'. Did you mean 'Sufficient'?")]
    [InlineData("extensions.rcr.calls=-1", "'-1' is not a valid value for this fact. Give a whole number of at least 0, 'unknown' or 'does not apply'.")]
    [InlineData("extensions.rcr.calls=1.5", "'1.5' is not a valid value for this fact.")]
    [InlineData("partners[].extensions.rcr.shift=Day", "each partner has this fact.")]
    public void TryParse_DeclaredFactMistaken_SaysWhatToDo(string text, string expected)
    {
        FactChange.TryParse(text, Facts, out _, out var problem).Should().BeFalse();
        problem.Should().Contain(expected);
    }

    [Fact]
    public void FactChange_WrittenAndParsed_IsTheSame()
    {
        var random = new Random(3);
        foreach (var fact in Facts.Facts.Where(fact => fact.Owner.IsExtensions))
        {
            for (var i = 0; i < 20; i++)
            {
                var change = FactChange.Of(fact, fact.IsPerPartner ? "A" : null, i == 0 ? null : Some.Value(random, fact));
                FactChange.Parse(change.ToString(), Facts).Should().Be(change);
            }
        }
    }

    [Fact]
    public void Of_UndeclaredFact_SaysWhatWasMeant() => Invoking(() => FactChange.Of(c => c.Extensions.YesNo("rcr.rotaShard"), true, Facts)).Should().ThrowExactly<ArgumentException>()
        .WithMessage("*Did you mean 'rcr.rotaShared'?*");

    [Fact]
    public void Remedies_DeclaredFacts_AreChangedUnlessFixed()
    {
        var given = Read("extensions.rcr.rotaShared=no; extensions.rcr.maturity=None; extensions.rcr.building.listed=yes");
        var remedies = Evaluator.Remedies(given, RemedyTarget.Clear("ROOM-IMMATURE"));
        remedies.Remedies.Should().ContainSingle().Which.Changes.Select(change => change.Path).Should().Equal("extensions.rcr.maturity");
        remedies.Remedies[0].Changes[0].To.Value.Should().Be("sufficient");
        Evaluator.Remedies(Read("extensions.rcr.calls=150; extensions.rcr.cost=3"), RemedyTarget.Clear("CALLS-MANY")).Remedies.SelectMany(remedy => remedy.Changes).Select(change => change.Path).Should().Contain(
            "extensions.rcr.calls");
        Evaluator.Remedies(Read("extensions.rcr.tools=[]"), RemedyTarget.Clear("NO-RADIO")).Remedies
            .Should().BeEmpty("no one has said that more tools are better, and a remedy only improves");
    }

    [Fact]
    public void Interview_DeclaredFacts_AsksAndTakesAnswersToTheEnd()
    {
        var interview = Interview.Start(Evaluator, Read("partners[A].extensions.rcr.staffed=yes; partners[B].extensions.rcr.staffed=yes"));
        var asked = new List<string>();
        while (interview.Next is { } question)
        {
            asked.Add($"{question.Path}: {question.AllowedAnswers}");
            question.WhyItMatters.Should().NotBeEmpty();
            interview = interview.Answer(question.Answers[^1].Value);
        }

        interview.IsSettled.Should().BeTrue();
        asked.Should().Contain("extensions.rcr.rotaShared: yes or no");
        Invoking(() => Interview.Start(Evaluator, new()).Answer("high")).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*'high' (String) is not an answer*");
    }

    [Fact]
    public void PossibleAnswers_EachType_TellsTheClassesApart()
    {
        var questions = Evaluator.Evaluate(Read("extensions.rcr.cost=3")).OpenQuestions.ToDictionary(question => question.Path, StringComparer.Ordinal);
        Evaluator.Evaluate(Read("extensions.rcr.building.listed=yes")).OpenQuestions.Single(q => q.Path == "extensions.rcr.maturity").Answers.Select(answer => answer.Answer)
            .Should().Equal("none", "partial", "sufficient");
        questions["extensions.rcr.calls"].Answers.Select(answer => answer.Answer).Should().Equal("at most 100", "101 or more");
        questions["extensions.rcr.goLive"].Answers.Select(answer => answer.Answer).Should().Equal("at most 2024-03-31", "2024-04-01 or more");
        questions["extensions.rcr.tools"].Answers.Select(answer => answer.Answer).Take(2).Should().Equal("none", "for instance radio");
    }

    [Fact]
    public void Monitor_DeclaredFacts_StepsAsAnEvaluationFromTheStart()
    {
        var monitor = new CollaborationMonitor(RotaPack.Book, new Collaboration());
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var next = Some.Collaboration(random, random.NextDouble());
            monitor.Update(next);
            monitor.Current.ToJson().Should().Be(Evaluator.Evaluate(next).ToJson());
        }
    }

    [Fact]
    public void Perspectives_DeclaredFacts_AreAgreedKnownOrDisputed()
    {
        var assessed = Evaluator.Evaluate(PerspectiveSet.Of(
            new Perspective("Fire", Read("extensions.rcr.rotaShared=no; extensions.rcr.maturity=Partial; partners[A].extensions.rcr.shift=Day") with { Name = "X" }),
            new Perspective("Police", Read("extensions.rcr.rotaShared=yes; extensions.rcr.maturity=Partial; partners[A].extensions.rcr.shift=Night; partners[A].extensions.rcr.staffed=no"))));
        assessed.Perspectives.Agreed.Select(held => $"{held}").Should().Contain("extensions.rcr.maturity: Fire says partial, Police says partial");
        assessed.Perspectives.KnownToOne.Select(held => $"{held}").Should().Contain("partners[A].extensions.rcr.staffed: Police says no");
        assessed.Disagreements.Select(each => $"{each}").Should().Equal(
            "extensions.rcr.rotaShared: Fire says no, Police says yes", "partners[A].extensions.rcr.shift: Fire says day, Police says night");
        assessed.Perspectives.Merged.Extensions.Should().Be(new FactExtensions { ["rcr.maturity"] = "Partial" });
        using var json = JsonDocument.Parse(assessed.ToJson());
        json.RootElement.GetProperty("disagreements")[0].GetProperty("positions")[0].GetProperty("value").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public void Perspectives_UndeclaredFacts_AreKeptWhereTheyAgree()
    {
        static Perspective View(string holder, bool same) => new(holder, new() { Extensions = new() { ["abc.same"] = "Yes", ["abc.other"] = same } });
        PerspectiveSet.Of(View("A", true), View("B", false)).Merged.Extensions.Should().Be(new FactExtensions { ["abc.same"] = "Yes" });
    }

    [Fact]
    public void DecisionRecord_DeclaredFacts_AreKeptAndReplayed()
    {
        var record = DecisionRecord.Of(Evaluator.Evaluate(Read("extensions.rcr.rotaShared=no; partners[A].extensions.rcr.shift=Day")));
        var read = DecisionRecord.Read(record.ToJson()).Value!;
        read.Collaboration.Should().Be(record.Collaboration);
        read.Replay(RotaPack.Book).IsIdentical.Should().BeTrue();

        var other = RuleBook.Build([RotaPack.Of(_ => { }, [new() { Name = "rcr.rotaShared", Type = FactType.Number, Meaning = "m", Question = "q" }])]);
        var replay = read.Replay(other);
        replay.Assessment.Should().BeNull();
        replay.Differences.Where(difference => difference is { Kind: ReplayDifferenceKind.Facts, Where: "facts.extensions.rcr.rotaShared" } && difference.Replayed!.Contains("no assessment: no is not a number from", StringComparison.Ordinal))
            .Should().NotBeEmpty();
    }

    [Fact]
    public void Evaluate_ValuesThatCannotBe_ThrowsWithAllOfThem()
    {
        var given = new Collaboration
        {
            Extensions = new() { ["rcr.rotaShared"] = "Yes", ["rcr.maturity"] = "Suficient", ["rcr.tools"] = new[] { "Fax" }, ["rcr.calls"] = -1, ["rcr.goLive"] = 3 },
            Partners = [new() { Name = "A", Extensions = new() { ["rcr.shift"] = true } }],
        };
        string[] expected =
        [
            "extensions.rcr.calls: -1 is not a whole number from 0 to 2147483647.",
            "extensions.rcr.goLive: 3 is not a day such as 2024-03-31.",
            "extensions.rcr.maturity: 'Suficient' is not one of None, Partial or Sufficient. Did you mean 'Sufficient'?",
            "extensions.rcr.rotaShared: 'Yes' is not yes or no, which are written true and false.",
            "extensions.rcr.tools: [Fax] is not any of Phone, Radio and Video as [A, B], or [].",
            "partners[A].extensions.rcr.shift: yes is not one of Day or Night.",
        ];
        RotaPack.Book.ProblemsOf(given).Should().Equal(expected);
        var message = Invoking(() => Evaluator.Evaluate(given)).Should().ThrowExactly<ArgumentException>().Which.Message;
        expected.Should().AllSatisfy(line => message.Should().Contain(line));
        TestPack.Book(_ => { }).ProblemsOf(given).Should().BeEmpty();
    }

    [Fact]
    public void ReadJson_ForARuleBook_TellsEachBadValueInItsPlaceWithAllOtherProblems()
    {
        const string Json = """
            {
              "extensions": {
                "rcr": { "rotaShared": "Yes", "maturity": "Suficient", "calls": -1, "building": { "listed": 1 }, "unheardOf": 3 },
                "abc": { "other": [] }
              },
              "vision": { "exists": 7 },
              "partners": [{ "name": "A", "extensions": { "rcr": { "shift": true, "staffed": true } } }]
            }
            """;
        CollaborationJson.Read(Json, RotaPack.Book).Problems.Select(problem => $"{problem}").Should().Equal(
            "(3,28) extensions.rcr.rotaShared: 'Yes' is not yes or no, which are written true and false.",
            "(3,47) extensions.rcr.maturity: 'Suficient' is not one of None, Partial or Sufficient. Did you mean 'Sufficient'?",
            "(3,69) extensions.rcr.calls: -1 is not a whole number from 0 to 2147483647.",
            "(3,97) extensions.rcr.building.listed: 1 is not yes or no, which are written true and false.",
            "(6,25) vision.exists: expected true or false, or null while it is not known; found the number 7.",
            "(7,65) partners[0].extensions.rcr.shift: yes is not one of Day or Night.");
        CollaborationJson.Read(Json).Problems.Should().ContainSingle("without a rule book no one knows which values such facts take").Which.Path.Should().Be("vision.exists");
    }

    /// <summary>Whoever reads for a rule book can evaluate with it: nothing that it refuses is left.</summary>
    [Fact]
    public void ReadJson_ForARuleBook_LeavesNothingThatItRefuses()
    {
        string[] values = ["true", "\"Yes\"", "\"Partial\"", "\"Day\"", "\"2024-03-31\"", "3", "-1", "2.5", "[]", "[\"Phone\"]", "[\"Phone\", \"Fax\"]", "\"does not apply\"", "null"];
        foreach (var fact in Facts.Facts.Where(fact => fact.Owner.IsExtensions))
        {
            foreach (var value in values)
            {
                var json = fact.Path.Split('.').Reverse().Aggregate(value, (below, name) => $$"""{"{{name}}": {{below}}}""");
                json = fact.IsPerPartner ? json["{\"partners[]\": ".Length..^1].Replace("{\"extensions\"", "{\"partners\": [{\"name\": \"A\", \"extensions\"", StringComparison.Ordinal) + "]}" : json;
                var refused = RotaPack.Book.ProblemsOf(CollaborationJson.Parse(json));
                var reading = CollaborationJson.Read(json, RotaPack.Book);
                reading.Problems.Select(problem => problem.Message).Should().Equal(refused.Select(problem => problem[(problem.IndexOf(": ", StringComparison.Ordinal) + 2)..]), $"of {json}");
            }
        }
    }

    [Fact]
    public void Evaluate_UndeclaredExtensions_AreNamedAndChangeNothing()
    {
        var given = Read("extensions.rcr.rotaShared=no; partners[A].extensions.rcr.staffed=no");
        var more = given with
        {
            Extensions = given.Extensions.With("rcr.rotaShard", "Anything").With("rcr.staffed", true),
            Partners = [given.Partners![0] with { Extensions = given.Partners[0].Extensions.With("abc.x", 1) }],
        };
        var (one, other) = (Evaluator.Evaluate(given), Evaluator.Evaluate(more));
        other.UnreadExtensions.Should().Equal("extensions.rcr.rotaShard", "extensions.rcr.staffed", "partners[A].extensions.abc.x");
        other.Findings.Select(finding => $"{finding}").Should().Equal(one.Findings.Select(finding => $"{finding}"));
        Facts.Nearest(other.UnreadExtensions[0])!.Path.Should().Be("extensions.rcr.rotaShared");
        Facts.Nearest(other.UnreadExtensions[1])!.Path.Should().Be("partners[].extensions.rcr.staffed");
        Facts.Nearest(other.UnreadExtensions[2]).Should().BeNull();
        using var json = JsonDocument.Parse(other.ToJson());
        json.RootElement.GetProperty("unreadExtensions").EnumerateArray().Select(path => path.GetString()).Should().Equal(other.UnreadExtensions);
    }

    [Fact]
    public void Between_TwoBooksThatDeclareTheSameFact_NamesTheFactAsTheCause()
    {
        // Each book has a fact object of its own, at another place.
        var other = new CollaborationEvaluator(RuleBook.Build([RotaPack.Of(RotaPack.Write), RotaPack.Of(_ => { }, [new() { Name = "abc.first", Type = FactType.YesNo, Meaning = "m", Question = "q" }], "abc")]));
        var before = Evaluator.Evaluate(Read("extensions.rcr.rotaShared=yes; partners[A].activeInDecisions=yes"));
        var after = other.Evaluate(Read("extensions.rcr.rotaShared=no; partners[A].activeInDecisions=no") with { Extensions = new() { ["rcr.rotaShared"] = false, ["abc.first"] = true } });
        foreach (var difference in new[] { AssessmentDifference.Between(before, after), AssessmentDifference.Between(after, before) })
        {
            difference.Facts.Select(move => move.Path).Should().BeEquivalentTo("extensions.abc.first", "extensions.rcr.rotaShared", "partners[A].activeInDecisions");
            difference.Facts.Select(move => move.Path).Last().Should().Be("partners[A].activeInDecisions");
            difference.Findings.Single(change => change.Latest.Code == "ROTA-APART").CausedBy.Select(move => move.Path).Should().Equal("extensions.rcr.rotaShared");
        }
    }

    [Fact]
    public void Evaluate_LearningDeclaredFacts_NeverWidensTheRangeOrTurnsAnOutcome() => Law.Holds(2_000, drawn =>
    {
        var random = drawn.Random();
        var later = drawn.Collaboration;
        var earlier = later with
        {
            Extensions = later.Extensions.Names.Where(_ => random.Next(2) == 0).Aggregate(later.Extensions, (kept, name) => kept.With(name, null)),
        };
        var (before, after) = (Evaluator.Evaluate(earlier), Evaluator.Evaluate(later));
        (before.Overall.AtLeast <= after.Overall.AtLeast && after.Overall.AtMost <= before.Overall.AtMost).Should().BeTrue($"the range went from {before.Overall} to {after.Overall}");
        before.Outcomes.Values.Should().OnlyContain(was => Evaluation.EvaluationPropertyTests.MayBecome(was, after.Outcomes[was.Rule.Code]));
        after.Outcomes.Values.Should().NotContain(outcome => outcome.Outcome == Outcome.Error);

        // What is explained is what was evaluated.
        foreach (var code in after.Outcomes.Keys)
        {
            after.Explain(code).Outcome.Should().Be(after.Outcomes[code].Outcome);
        }
    });

    private static Collaboration Read(string facts) => FactText.Read(facts, Facts);
}
