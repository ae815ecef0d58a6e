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
        Assert.Equal(
            ["ROTA-APART Moderate", "CALLS-MANY Moderate", "UNSTAFFED Moderate", "NO-RADIO Low", "START-LATE Low", "SHIFTS-DIFFER "],
            assessment.Findings.Select(finding => $"{finding.Code} {finding.Level}"));
        var calls = assessment.Findings[1];
        Assert.Equal("There are 120 calls a day.", calls.Message);
        Assert.Equal(["extensions.rcr.calls: 120", "extensions.rcr.cost: 2.5"], calls.Facts.Select(fact => $"{fact}"));
        Assert.Equal("A sends nobody.", assessment.Findings[2].Message);

        // The facts given, the list of partners with its number, and three names.
        Assert.Equal(6 + 3 + 2 + 3, assessment.KnownFacts);
        Assert.Empty(assessment.UnreadExtensions);
    }

    [Fact]
    public void Evaluate_NothingKnown_IsUndeterminedAndAsks()
    {
        var assessment = Evaluator.Evaluate(new Collaboration());
        Assert.Equal(Outcome.Undetermined, assessment.Outcomes["ROTA-APART"].Outcome);
        Assert.Equal("Do the services share one rota?", assessment.OpenQuestions.Single(question => question.Path == "extensions.rcr.rotaShared").Question);
        Assert.Equal(["TOOLS-UNKNOWN"], assessment.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Explain_DeclaredFact_ShowsConditionAndAnswersThatSettle()
    {
        var explanation = Evaluator.Explain(Read("extensions.rcr.rotaShared=no"), "ROTA-APART");
        Assert.Contains("one rota for the control room: no", explanation.ToText(), StringComparison.Ordinal);
        Assert.NotEmpty(Evaluator.Explain(Read(""), "ROTA-APART").ToString());
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
        Assert.Equal(
            ["extensions.rcr.maturity went from none to sufficient", "extensions.rcr.tools went from radio to phone and video", "partners[A].extensions.rcr.staffed went from yes to no"],
            difference.Facts.Select(move => $"{move}"));
        Assert.Equal(
            ["NO-RADIO: extensions.rcr.tools", "ROTA-APART: extensions.rcr.maturity", "UNSTAFFED: partners[A].extensions.rcr.staffed"],
            difference.Findings.Select(change => $"{change.Latest.Code}: {string.Join(' ', change.CausedBy.Select(move => move.Path))}").Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(difference.ToJson());
        Assert.Equal("""["Phone","Video"]""", JsonSerializer.Serialize(json.RootElement.GetProperty("facts")[1].GetProperty("after").GetProperty("value")));
    }

    [Theory]
    [InlineData("extensions.rcr.rotaShard=yes", "there is no such fact. Did you mean 'extensions.rcr.rotaShared'?")]
    [InlineData("extensions.rcr.maturity=Suficient", "'Suficient' is no value of this fact. Give None, Partial or Sufficient, or 'unknown'. Did you mean 'Sufficient'?")]
    [InlineData("extensions.rcr.calls=-1", "'-1' is no value of this fact. Give a whole number of at least 0, or 'unknown'.")]
    [InlineData("extensions.rcr.calls=1.5", "'1.5' is no value of this fact.")]
    [InlineData("partners[].extensions.rcr.shift=Day", "each partner has this fact.")]
    public void TryParse_DeclaredFactMistaken_SaysWhatToDo(string text, string expected)
    {
        Assert.False(FactChange.TryParse(text, Facts, out _, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
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
                Assert.Equal(change, FactChange.Parse(change.ToString(), Facts));
            }
        }
    }

    [Fact]
    public void Of_UndeclaredFact_SaysWhatWasMeant() => Assert.Contains(
        "Did you mean 'rcr.rotaShared'?",
        Assert.Throws<ArgumentException>(() => FactChange.Of(c => c.Extensions.YesNo("rcr.rotaShard"), true, Facts)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Remedies_DeclaredFacts_AreChangedUnlessFixed()
    {
        var given = Read("extensions.rcr.rotaShared=no; extensions.rcr.maturity=None; extensions.rcr.listed=yes");
        var remedies = Evaluator.Remedies(given, RemedyTarget.Clear("ROOM-IMMATURE"));
        Assert.Equal(["extensions.rcr.maturity"], Assert.Single(remedies.Remedies).Changes.Select(change => change.Path));
        Assert.Equal("sufficient", remedies.Remedies[0].Changes[0].To.Value);
        Assert.Contains(
            "extensions.rcr.calls", Evaluator.Remedies(Read("extensions.rcr.calls=150; extensions.rcr.cost=3"), RemedyTarget.Clear("CALLS-MANY")).Remedies.SelectMany(remedy => remedy.Changes).Select(change => change.Path));
        Assert.Contains("extensions.rcr.tools", Evaluator.Remedies(Read("extensions.rcr.tools=[]"), RemedyTarget.Clear("NO-RADIO")).Remedies[0].Changes.Select(change => change.Path));
    }

    [Fact]
    public void Interview_DeclaredFacts_AsksAndTakesAnswersToTheEnd()
    {
        var interview = Interview.Start(Evaluator, Read("partners[A].extensions.rcr.staffed=yes; partners[B].extensions.rcr.staffed=yes"));
        var asked = new List<string>();
        while (interview.Next is { } question)
        {
            asked.Add($"{question.Path}: {question.AllowedAnswers}");
            Assert.NotEmpty(question.WhyItMatters);
            interview = interview.Answer(question.Answers[^1].Value);
        }

        Assert.True(interview.IsSettled);
        Assert.Contains("extensions.rcr.rotaShared: yes or no", asked);
        Assert.Contains("'high' (String) is no answer", Assert.Throws<ArgumentException>(() => Interview.Start(Evaluator, new()).Answer("high")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PossibleAnswers_EachType_TellsTheClassesApart()
    {
        var questions = Evaluator.Evaluate(Read("extensions.rcr.cost=3")).OpenQuestions.ToDictionary(question => question.Path, StringComparer.Ordinal);
        Assert.Equal(["none", "partial", "sufficient"], Evaluator.Evaluate(Read("extensions.rcr.listed=yes")).OpenQuestions.Single(q => q.Path == "extensions.rcr.maturity").Answers.Select(answer => answer.Answer));
        Assert.Equal(["at most 100", "101 or more"], questions["extensions.rcr.calls"].Answers.Select(answer => answer.Answer));
        Assert.Equal(["at most 2024-03-31", "2024-04-01 or more"], questions["extensions.rcr.goLive"].Answers.Select(answer => answer.Answer));
        Assert.Equal(["none", "for instance radio"], questions["extensions.rcr.tools"].Answers.Select(answer => answer.Answer).Take(2));
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
            Assert.Equal(Evaluator.Evaluate(next).ToJson(), monitor.Current.ToJson());
        }
    }

    [Fact]
    public void Perspectives_DeclaredFacts_AreAgreedKnownOrDisputed()
    {
        var assessed = Evaluator.Evaluate(PerspectiveSet.Of(
            new Perspective("Fire", Read("extensions.rcr.rotaShared=no; extensions.rcr.maturity=Partial; partners[A].extensions.rcr.shift=Day") with { Name = "X" }),
            new Perspective("Police", Read("extensions.rcr.rotaShared=yes; extensions.rcr.maturity=Partial; partners[A].extensions.rcr.shift=Night; partners[A].extensions.rcr.staffed=no"))));
        Assert.Contains("extensions.rcr.maturity: Fire says partial, Police says partial", assessed.Perspectives.Agreed.Select(held => $"{held}"));
        Assert.Contains("partners[A].extensions.rcr.staffed: Police says no", assessed.Perspectives.KnownToOne.Select(held => $"{held}"));
        Assert.Equal(
            ["extensions.rcr.rotaShared: Fire says no, Police says yes", "partners[A].extensions.rcr.shift: Fire says day, Police says night"],
            assessed.Disagreements.Select(each => $"{each}"));
        Assert.Equal(new FactExtensions { ["rcr.maturity"] = "Partial" }, assessed.Perspectives.Merged.Extensions);
        using var json = JsonDocument.Parse(assessed.ToJson());
        Assert.False(json.RootElement.GetProperty("disagreements")[0].GetProperty("positions")[0].GetProperty("value").GetBoolean());
    }

    [Fact]
    public void Perspectives_UndeclaredFacts_AreKeptWhereTheyAgree()
    {
        static Perspective View(string holder, bool same) => new(holder, new() { Extensions = new() { ["abc.same"] = "Yes", ["abc.other"] = same } });
        Assert.Equal(new FactExtensions { ["abc.same"] = "Yes" }, PerspectiveSet.Of(View("A", true), View("B", false)).Merged.Extensions);
    }

    [Fact]
    public void DecisionRecord_DeclaredFacts_AreKeptAndReplayed()
    {
        var record = DecisionRecord.Of(Evaluator.Evaluate(Read("extensions.rcr.rotaShared=no; partners[A].extensions.rcr.shift=Day")));
        var read = DecisionRecord.Read(record.ToJson()).Value!;
        Assert.Equal(record.Collaboration, read.Collaboration);
        Assert.True(read.Replay(RotaPack.Book).IsIdentical);

        var other = RuleBook.Build([RotaPack.Of(_ => { }, [new() { Name = "rcr.rotaShared", Type = FactType.Number, Meaning = "m", Question = "q" }])]);
        var replay = read.Replay(other);
        Assert.Null(replay.Assessment);
        Assert.Contains(replay.Differences, difference => difference is { Kind: ReplayDifferenceKind.Facts, Where: "facts" } && difference.Replayed!.Contains("extensions.rcr.rotaShared: no is not between", StringComparison.Ordinal));
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
            "extensions.rcr.calls: -1 is not a whole number between 0 and 2147483647.",
            "extensions.rcr.goLive: 3 is not a day such as 2024-03-31.",
            "extensions.rcr.maturity: Suficient is not one of None, Partial or Sufficient. Did you mean 'Sufficient'?",
            "extensions.rcr.rotaShared: Yes is not yes or no.",
            "extensions.rcr.tools: Fax is not any of Phone, Radio and Video as [A, B], or [].",
            "partners[A].extensions.rcr.shift: yes is not one of Day or Night.",
        ];
        Assert.Equal(expected, RotaPack.Book.ProblemsOf(given));
        var message = Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(given)).Message;
        Assert.All(expected, line => Assert.Contains(line, message, StringComparison.Ordinal));
        Assert.Empty(TestPack.Book(_ => { }).ProblemsOf(given));
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
        Assert.Equal(["extensions.rcr.rotaShard", "extensions.rcr.staffed", "partners[A].extensions.abc.x"], other.UnreadExtensions);
        Assert.Equal(one.Findings.Select(finding => $"{finding}"), other.Findings.Select(finding => $"{finding}"));
        Assert.Equal("extensions.rcr.rotaShared", Facts.Nearest(other.UnreadExtensions[0])!.Path);
        Assert.Equal("partners[].extensions.rcr.staffed", Facts.Nearest(other.UnreadExtensions[1])!.Path);
        Assert.Null(Facts.Nearest(other.UnreadExtensions[2]));
        using var json = JsonDocument.Parse(other.ToJson());
        Assert.Equal(other.UnreadExtensions, json.RootElement.GetProperty("unreadExtensions").EnumerateArray().Select(path => path.GetString()));
    }

    [Fact]
    public void Between_TwoBooksThatDeclareTheSameFact_NamesTheFactAsTheCause()
    {
        // Each book has a fact object of its own, at another place.
        var other = new CollaborationEvaluator(RuleBook.Build([RotaPack.Of(RotaPack.Write), RotaPack.Of(_ => { }, [new() { Name = "abc.first", Type = FactType.YesNo, Meaning = "m", Question = "q" }], "abc")]));
        var before = Evaluator.Evaluate(Read("extensions.rcr.rotaShared=yes"));
        var after = other.Evaluate(Read("extensions.rcr.rotaShared=no") with { Extensions = new() { ["rcr.rotaShared"] = false, ["abc.first"] = true } });
        foreach (var difference in new[] { AssessmentDifference.Between(before, after), AssessmentDifference.Between(after, before) })
        {
            Assert.Equal(["abc.first", "rcr.rotaShared"], difference.Facts.Select(move => FactRegistry.NameAmongExtensions(move.Path)).Order(StringComparer.Ordinal));
            Assert.Equal(["extensions.rcr.rotaShared"], difference.Findings.Single(change => change.Latest.Code == "ROTA-APART").CausedBy.Select(move => move.Path));
        }
    }

    [Fact]
    public void Evaluate_LearningDeclaredFacts_NeverWidensTheRangeOrTurnsAnOutcome() => Parallel.For(0, 2_000, seed =>
    {
        var random = new Random(seed);
        var later = Some.Collaboration(random, random.NextDouble());
        var earlier = later with
        {
            Extensions = later.Extensions.Names.Where(_ => random.Next(2) == 0).Aggregate(later.Extensions, (kept, name) => kept.With(name, null)),
        };
        var (before, after) = (Evaluator.Evaluate(earlier), Evaluator.Evaluate(later));
        Assert.True(before.Overall.AtLeast <= after.Overall.AtLeast && after.Overall.AtMost <= before.Overall.AtMost, $"Seed {seed}");
        Assert.DoesNotContain(before.Outcomes.Values, was =>
            was.Outcome != Outcome.Undetermined && was.Rule.Kind != FindingKind.DataGap && was.Outcome != after.Outcomes[was.Rule.Code].Outcome);
        Assert.DoesNotContain(after.Outcomes.Values, outcome => outcome.Outcome == Outcome.Error);

        // What is explained is what was evaluated.
        foreach (var code in after.Outcomes.Keys)
        {
            Assert.Equal(after.Outcomes[code].Outcome, after.Explain(code).Outcome);
        }
    });

    private static Collaboration Read(string facts) => FactText.Read(facts, Facts);
}
