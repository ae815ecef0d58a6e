using System.Globalization;
using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Questions;
using CollabRisk.RulePacks.Testing;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.RulePacks.Tests.Shipped;

/// <summary>The pack about what auditors, inspectors and practice guidance ask of partnerships: sound by itself, and apart from the general knowledge.</summary>
public class PartnershipGuidanceTests(ITestOutputHelper output)
{
    private const string Id = "collabrisk.partnership-guidance";

    private static readonly RulePackSet Set = new RulePackLoader().Load(Path.Combine(Repository.Root, "packs/partnership-guidance"));

    private static readonly IReadOnlyList<Rule> Own = [.. Set.RuleBook.Rules.Where(rule => rule.PackId == Id)];

    private static readonly FactExtensions NothingSettled = new()
    {
        ["gdn.agreement.written"] = false,
        ["gdn.exit.endingTerms"] = false,
        ["gdn.exit.withdrawalTerms"] = false,
        ["gdn.assurance.accountableOwner"] = false,
        ["gdn.assurance.wholeRiskAssessed"] = false,
        ["gdn.assurance.interventionAgreed"] = false,
        ["gdn.finance.secured"] = "None",
        ["gdn.finance.affordable"] = false,
    };

    private static readonly FactExtensions AllSettled = new()
    {
        ["gdn.agreement.written"] = true,
        ["gdn.agreement.reviewed"] = true,
        ["gdn.agreement.matchesPractice"] = true,
        ["gdn.exit.endingTerms"] = true,
        ["gdn.exit.withdrawalTerms"] = true,
        ["gdn.assurance.accountableOwner"] = true,
        ["gdn.assurance.wholeRiskAssessed"] = true,
        ["gdn.assurance.interventionAgreed"] = true,
        ["gdn.finance.secured"] = "WholeTerm",
        ["gdn.finance.affordable"] = true,
    };

    [Fact]
    public void Check_Strict_WarnsOfNothingAndDecidesEverything()
    {
        var report = RulePackChecks.Run(Set);
        report.Warnings.Should().BeEmpty();
        report.NotDecided.Should().BeEmpty();
    }

    [Fact]
    public void Tests_All_PassAndSeeEveryConditionTrueFalseAndUnknown()
    {
        var run = RulePackTests.Run(Set);
        output.WriteLine(run.ToText());
        run.ToString().Should().MatchRegex("""^collabrisk\.partnership-guidance 0\.1\.0: \d+ tests passed; (\d+) of \1 condition values seen \(100 %\)\.$""");
        run.IsComplete.Should().BeTrue();
    }

    [Fact]
    public void Evaluate_NothingIsSettled_FindsItWithItsSources()
    {
        var assessment = Evaluate(NothingSettled);
        assessment.Findings.Select(finding => finding.Code).Should().BeEquivalentTo(
            "GDN-AGREEMENT-MISSING", "GDN-EXIT-UNAGREED", "GDN-WITHDRAWAL-UNAGREED", "GDN-PROGRAMME-UNOWNED", "GDN-WHOLE-RISK-UNSEEN",
            "GDN-INTERVENTION-UNAGREED", "GDN-FUNDING-NOT-SECURED", "GDN-UNAFFORDABLE");
        assessment.Findings.Should().AllSatisfy(finding => finding.Claims.Should().NotBeEmpty().And.AllSatisfy(claim => claim.Id.Should().StartWith("GDN-")));
        var missing = assessment.Findings.Single(finding => finding.Code == "GDN-AGREEMENT-MISSING");
        missing.Confidence.Should().Be(Confidence.Survey);
        missing.Claims[0].Source.Whereabouts().Should().Be(" Audit Commission, 2005-10. Read in extract: most of the guidance, both checklists and the figures, on public copies.");
        assessment.Overall.AtLeast.Should().Be(Level.Moderate);
        assessment.ToText().Should().Contain("Read in extract").And.Contain("60 in 100 bodies");
    }

    [Fact]
    public void Evaluate_AllIsSettled_GivesTheCredit()
    {
        var assessment = Evaluate(AllSettled);
        assessment.Findings.Select(finding => finding.Code).Should().BeEquivalentTo("GDN-AGREEMENT-CURRENT", "GDN-EXIT-AGREED", "GDN-OWNER-NAMED", "GDN-FUNDING-SECURED");
        assessment.Findings.Should().AllSatisfy(finding => finding.Kind.Should().Be(FindingKind.Strength));
        foreach (var code in new[] { "GDN-AGREEMENT-MISSING", "GDN-EXIT-UNAGREED", "GDN-PROGRAMME-UNOWNED", "GDN-FUNDING-NOT-SECURED" })
        {
            assessment.Outcomes[code].Outcome.Should().Be(Outcome.Clear);
        }
    }

    /// <summary>Without the pack nothing changes, and with it no rule of the general knowledge does.</summary>
    [Fact]
    public void Load_ThePack_LeavesTheGeneralKnowledgeAsItIs()
    {
        var general = RuleBook.Build([KnowledgePacks.General]);
        foreach (var rule in general.Rules)
        {
            RuleBookDigest.AreSame(rule, Set.RuleBook.Find(rule.Code)!).Should().BeTrue(rule.Code);
        }

        var without = new CollaborationEvaluator(general).Evaluate(new Collaboration { Extensions = NothingSettled });
        without.Findings.Should().BeEmpty();
        without.UnreadExtensions.Should().HaveCount(NothingSettled.Names.Count());
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "samples/cases"), "*.json"))
        {
            var given = CollaborationJson.Parse(File.ReadAllText(file));
            var with = new CollaborationEvaluator(Set.RuleBook).Evaluate(given);
            with.Findings.Where(finding => !finding.Code.StartsWith("GDN-", StringComparison.Ordinal)).Select(finding => $"{finding.Code} {finding.Subject} {finding.Level} {finding.Confidence} {finding.Message}")
                .Should().BeEquivalentTo(new CollaborationEvaluator(general).Evaluate(given).Findings.Select(finding => $"{finding.Code} {finding.Subject} {finding.Level} {finding.Confidence} {finding.Message}"), file);
        }
    }

    /// <summary>The evidence is the pack's own, each claim from a source that says where it is or what of it was read.</summary>
    [Fact]
    public void Rules_All_RestOnClaimsOfThePackAlone()
    {
        Own.Should().HaveCount(75);
        Own.SelectMany(rule => rule.Claims).Should().AllSatisfy(claim => claim.Id.Should().StartWith("GDN-"));
        Own.SelectMany(rule => rule.Recommendations).Should().AllSatisfy(advice => advice.Code.Should().StartWith("GDN-"));
        Set.Packs[0].Pack.Claims.Select(claim => claim.Source).Distinct().Should().AllSatisfy(source =>
        {
            source.Publisher.Should().NotBeNullOrEmpty(source.Id);
            source.Extract.Should().NotBeNullOrEmpty(source.Id);
            source.Caveat.Should().NotBeNullOrEmpty(source.Id);
        });
    }

    /// <summary>The policy of levels that the pack's own note states: what one source alone asks for is Low, and High takes two that say to stop or tie it to failure.</summary>
    [Fact]
    public void Levels_FollowThePolicyOfThePack()
    {
        Own.Where(rule => rule.Level?.Level == Level.High).Select(rule => rule.Code).Should().Equal("GDN-CASE-LAPSED");
        Own.Single(rule => rule.Code == "GDN-CASE-LAPSED").Claims.Select(claim => claim.Source).Distinct().Should().HaveCountGreaterThan(1);
        Own.Where(rule => rule.Level?.BestConfidence == Confidence.Implied).Should().AllSatisfy(rule => rule.Caveats.Should().Contain(caveat => caveat.Contains("our step", StringComparison.Ordinal), rule.Code));
        Own.SelectMany(rule => rule.Moderators, (rule, moderator) => (rule, moderator)).Where(each => each.moderator.Claims.Count == 0).Should().AllSatisfy(
            each => each.rule.Caveats.Should().Contain(caveat => caveat.Contains("our step", StringComparison.Ordinal), each.rule.Code));
    }

    /// <summary>Two people must be able to answer alike, and good must be known from bad.</summary>
    [Fact]
    public void Facts_All_HaveACodingNoteADirectionAndAGroup() => Set.Packs[0].Pack.Facts.Should().AllSatisfy(fact =>
    {
        fact.CodingNote.Should().Contain("For example “", fact.Name);
        (fact.Better != FactDirection.Neutral || fact.NeutralBecause is not null).Should().BeTrue(fact.Name);
        (fact.IsPerPartner || ExtensionForm.GroupOf(fact.Name) is not null).Should().BeTrue(fact.Name);
    });

    /// <summary>What is done is not advised again: every step but those about an event has a sign of being done.</summary>
    [Fact]
    public void Advice_All_SaysWhenItIsDone() => Own.SelectMany(rule => rule.Recommendations.Where(advice => !rule.DoneWhen.ContainsKey(advice.Code)).Select(advice => advice.Code)).Distinct(StringComparer.Ordinal)
        .Should().BeEquivalentTo("GDN-PREPARE-DEPARTURE", "GDN-REVIEW-FOR-CHANGE");

    /// <summary>Worse never looks better: a fact of the pack gets a step worse, and nothing is lost without something as grave about the same matter.</summary>
    [Fact]
    public void Evaluate_AFactOfThePackOneStepWorse_LosesNothing()
    {
        var law = new Dominance(Set.RuleBook);
        var random = new Random(20261128);
        List<Fact> facts = [.. Set.RuleBook.Facts.Facts.Where(fact => fact.Path.Contains("extensions.gdn.", StringComparison.Ordinal))];
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        var worsened = 0;
        for (var i = 0; i < RandomCount.Of(60); i++)
        {
            var given = Some.Collaboration(random, 0.1);
            given = given with { Partners = given.Partners is { } partners ? FactList.Create<Partner>([.. partners.Select(partner => Drawn(partner, facts.Where(fact => fact.IsPerPartner), random))]) : null };
            given = Drawn(given, facts.Where(fact => !fact.IsPerPartner), random);
            var better = Evaluator.Run(Set.RuleBook, given);
            foreach (var fact in facts.Where(fact => !fact.IsPerPartner && fact.Direction != FactDirection.Neutral))
            {
                List<long> values = [.. Enumerable.Range(0, fact.Type == FactType.YesNo ? 2 : fact.AllowedWords.Count).Select(word => (long)word)];
                values.Sort(fact.CompareForBetter);
                if (values.IndexOf(better.Facts[fact, 0]) is var at and > 0)
                {
                    worsened++;
                    var worse = Evaluator.Run(better, fact.With(given, fact.ValueOf(values[at - 1])));
                    broken.UnionWith(law.LostIn(better, worse).Select(lost => $"{lost.Rule.Code} with {fact.Path}"));
                }
            }
        }

        worsened.Should().BeGreaterThan(100);
        broken.Should().BeEmpty();
    }

    /// <summary>A part of the short form of its own, on the page of the pack.</summary>
    [Fact]
    public void ShortForm_OfThePack_HasAtMostFifteenQuestionsAndIsOnThePage()
    {
        const string begin = "<!-- Generated by PartnershipGuidanceTests. -->\n", end = "<!-- End of what is generated. -->";
        var form = ShortForm.OfPack(Set.RuleBook, Id);
        form.Questions.Should().HaveCountLessThanOrEqualTo(15).And.HaveCountGreaterThan(8);
        form.Lines.Should().BeLessThanOrEqualTo(45);
        form.Questions.SelectMany(question => question.Facts).Select(fact => fact.Path).Should().Contain("extensions.gdn.agreement.written").And.Contain("extensions.gdn.businessCase.stillHolds");
        form.Questions.Should().NotContain(question => question.Heading.Contains("xtensions", StringComparison.Ordinal));
        var page = Repository.Read("docs", "partnership-guidance.md");
        Approved.Equal("docs/partnership-guidance.md", $"{page[..(page.IndexOf(begin, StringComparison.Ordinal) + begin.Length)]}\n{Table(form)}\n{page[page.IndexOf(end, StringComparison.Ordinal)..]}");
        // Whoever adds the pack is not asked less about the rest.
        var whole = ShortForm.Of(Set.RuleBook).Questions.SelectMany(question => question.Facts).Select(fact => fact.Path).ToList();
        var general = ShortForm.Of(RuleBook.Build([KnowledgePacks.General])).Questions.SelectMany(question => question.Facts).Select(fact => fact.Path).ToList();
        whole.Should().Contain(general).And.HaveCountGreaterThan(general.Count + 20);
        ShortForm.Of(Set.RuleBook).Questions.Should().HaveCountLessThanOrEqualTo(ShortForm.MostQuestions + ShortForm.MostQuestionsOfPack);

        Invoking(() => ShortForm.OfPack(Set.RuleBook, "nothing")).Should().ThrowExactly<ArgumentException>().WithMessage("*has no pack 'nothing'*");
    }

    private static string Table(ShortForm form) => "| | About | Lines |\n| --- | --- | --- |\n" + string.Concat(form.Questions.Select((question, at) => string.Create(
        CultureInfo.InvariantCulture, $"| {at + 1} | {(question.Facts.Count == 1 ? "" : question.Heading)} | {string.Join("<br>", question.Facts.Select(fact => fact.Question))} |\n")));

    /// <summary>The owner with random values, or none, for the facts.</summary>
    private static T Drawn<T>(T owner, IEnumerable<Fact> facts, Random random)
        where T : class => facts.Aggregate(owner, (drawn, fact) =>
        {
            var values = fact.Type == FactType.YesNo ? 2 : fact.AllowedWords.Count;
            return random.Next(values + 1) is var at && at < values ? fact.With(drawn, fact.ValueOf(at)) : drawn;
        });

    private static Assessment Evaluate(FactExtensions known) => new CollaborationEvaluator(Set.RuleBook).Evaluate(new Collaboration { Extensions = known });
}
