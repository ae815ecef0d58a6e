using CollabRisk.Facts;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>What a test says is known becomes a collaboration, or every mistake in it is told.</summary>
public class TestFactReaderTests
{
    [Fact]
    public void Read_EveryTypeOfFact_IsInTheCollaboration()
    {
        var read = Read("""
            - name: all types
              facts:
                vision.exists: no
                trust.organisational: Low
                benefitsSought: [CostReduction, Resilience]
                workload.staffAfter: 12
                asOf: 2024-03-31
                name: "unknown"
                extensions.tst.shared: yes
                extensions.tst.grade: Middle
                extensions.tst.ways: Radio
                extensions.tst.seconds: 7.5
                extensions.tst.began: 2020-02-29
                partners:
                  - name: A
                    role: Lead
                    extensions.tst.desk: no
                  - name: B
              undetermined: [TST-RISK]
            """);

        read!.Vision.Exists.Should().BeFalse();
        read.AsOf.Should().Be(new DateOnly(2024, 3, 31));
        read.BenefitsSought!.Should().Equal(Benefit.CostReduction, Benefit.Resilience);
        read.Workload.StaffAfter.Should().Be(12);
        read.Name.Should().Be("unknown");
        read.Extensions.YesNo("tst.shared").Should().BeTrue();
        read.Extensions.Word("tst.grade").Should().Be("Middle");
        read.Extensions.Words("tst.ways")!.Should().Equal("Radio");
        read.Extensions.Number("tst.seconds").Should().Be(7.5m);
        read.Extensions.Day("tst.began").Should().Be(new DateOnly(2020, 2, 29));
        read.Partners!.Select(partner => partner.Name).Should().Equal("A", "B");
        read.Partners![0].Role.Should().Be(PartnerRole.Lead);
        read.Partners[0].Extensions.YesNo("tst.desk").Should().BeFalse();
        read.Partners[1].Role.Should().BeNull();
    }

    [Fact]
    public void Read_CaseFile_HasTheFactsOnTop()
    {
        using var folder = new TemporaryFolder();
        folder.Write("pack.yaml", TestedPackText.With("""
            - name: on top of a case
              case file: cases/x.json
              facts:
                vision.exists: unknown
                communication.regular: no
                partners:
                  - {name: B, role: unknown, extensions.tst.desk: yes}
                  - {name: C, role: Equal}
              undetermined: [TST-RISK]
            """));
        folder.Write("cases/x.json", """
            {"vision": {"exists": false, "membersAligned": true}, "partners": [{"name": "A", "role": "Lead"}, {"name": "B", "role": "NonLead"}]}
            """);
        var set = new RulePackLoader().Load(folder.Path);

        var read = Read(set);
        read!.Vision.Exists.Should().BeNull();
        read.Vision.MembersAligned.Should().BeTrue();
        read.Communication.Regular.Should().BeFalse();
        read.Partners!.Select(partner => (partner.Name, partner.Role)).Should().Equal(
            ("A", PartnerRole.Lead), ("B", null), ("C", (PartnerRole?)PartnerRole.Equal));
        read.Partners![1].Extensions.YesNo("tst.desk").Should().BeTrue();
        RulePackTests.Run(set).HasPassed.Should().BeTrue();
    }

    [Fact]
    public void Read_MistakesInACaseFile_AreToldOnceAtTheirPlaces()
    {
        using var folder = new TemporaryFolder();
        folder.Write("pack.yaml", TestedPackText.With("""
            - {name: one, case file: broken.json, undetermined: [TST-RISK]}
            - {name: two, case file: broken.json, undetermined: [TST-RISK]}
            - {name: three, case file: undeclared.json, undetermined: [TST-RISK]}
            - {name: four, case file: ../outside.json, undetermined: [TST-RISK]}
            - {name: five, case file: missing.json, undetermined: [TST-RISK]}
            """));
        folder.Write("broken.json", "{\n  \"vison\": {}\n}");
        folder.Write("undeclared.json", "{\"extensions\": {\"tst\": {\"shard\": true}}}");

        var problems = RulePackTests.ProblemsOf(new RulePackLoader().Load(folder.Path));
        problems.Should().HaveCount(4);
        problems.Where(problem => problem is { Code: "CRP704", Place.Line: 2 } && problem.Place!.File.EndsWith("/broken.json", StringComparison.Ordinal) && problem.What.Contains("vision", StringComparison.Ordinal))
            .Should().NotBeEmpty();
        problems.Should().Contain(
            problem => problem.Code == "CRP704" && problem.What == "extensions.tst.shard: no loaded pack declares this fact, so it would count for nothing. Did you mean 'extensions.tst.shared'?");
        problems.Should().Contain(problem => problem.Code == "CRP104");
        problems.Should().Contain(problem => problem.Code == "CRP101");
    }

    [Fact]
    public void Read_ManyMistakes_AreAllToldWithWhatWasMeant()
    {
        var mistakes = TestedPackText.Mistakes("""
            - name: mistaken facts
              facts:
                vison.exists: no
                vision: yes
                partner.role: Lead
                role: Lead
                vision.exists: perhaps
                trust.organisational: low
                benefitsSought: [CostReducton]
                workload.staffAfter: 1.5
                asOf: 2024-02-30
                communication.regular: ~
                outcome.savings: []
                network.topDriver: Ecological
                extensions.tst.seconds: 601
                extensions.tst.shred: yes
                extensions.tst.grade: {at least: Middle}
              undetermined: [TST-RISK]
            - name: mistaken partners
              facts:
                partners:
                  - name: A
                    partner.role: Lead
                    vision.exists: no
                    extensions.tst.dsk: no
                  - name: A
                  - role: Lead
                  - B
              undetermined: [TST-RISK]
            - name: no list of partners
              facts: {partners: A}
              undetermined: [TST-RISK]
            - name: a contradiction
              facts:
                partnerCount: 2
                partners: [{name: A}, {name: B}, {name: C}]
              undetermined: [TST-RISK]
            """);

        mistakes.Should().SatisfyRespectively(
            mistake => mistake.Should().Be("CRP701: there is no fact 'vison.exists'. Did you mean 'vision.exists'?"),
            mistake => mistake.Should().Be(
                "CRP701: there is no fact 'vision'. It is a group; write each of its facts with its whole path, such as 'vision.exists'."),
            mistake => mistake.Should().Be(
                "CRP701: there is no fact 'partner.role'. It is a fact of each partner; write it under 'partners' as 'role', in addition to the partner's 'name'."),
            mistake => mistake.Should().Be(
                "CRP701: there is no fact 'role'. It is a fact of each partner; write it under 'partners' as 'role', in addition to the partner's 'name'."),
            mistake => mistake.Should().Be("CRP702: vision.exists: 'perhaps' is not a valid value for this fact. Give yes or no, 'unknown' or 'does not apply'."),
            mistake => mistake.Should().StartWith("CRP702: trust.organisational: 'low' is not a valid value for this fact."),
            mistake => mistake.Should().EndWith("Did you mean 'CostReduction'?"),
            mistake => mistake.Should().StartWith("CRP702: workload.staffAfter: '1.5' is not a valid value for this fact. Give a whole number"),
            mistake => mistake.Should().Be("CRP702: asOf: '2024-02-30' is not a valid value for this fact. Give a day such as 2024-03-31, or 'unknown'."),
            mistake => mistake.Should().Be("CRP702: communication.regular: there is no value. Give yes or no, 'unknown' or 'does not apply'."),
            mistake => mistake.Should().Be("CRP702: outcome.savings: a list cannot be given here. Give it in a 'case file', or 'unknown'."),
            mistake => mistake.Should().StartWith("CRP702: network.topDriver: it follows from"),
            mistake => mistake.Should().Be(
                "CRP702: extensions.tst.seconds: '601' is not a valid value for this fact. Give a number from 0 to 600, 'unknown' or 'does not apply'."),
            mistake => mistake.Should().Be("CRP701: there is no fact 'extensions.tst.shred'. Did you mean 'extensions.tst.shared'?"),
            mistake => mistake.Should().Be(
                "CRP702: extensions.tst.grade: keys with values is not a valid value for this fact. Give Low, Middle or High, 'unknown' or 'does not apply'."),
            mistake => mistake.Should().Be("CRP701: partners have no fact 'partner.role'. Did you mean 'role'?"),
            mistake => mistake.Should().Be(
                "CRP701: partners have no fact 'vision.exists'. It is a fact of the collaboration; write it next to 'partners'."),
            mistake => mistake.Should().Be("CRP701: partners have no fact 'extensions.tst.dsk'. Did you mean 'extensions.tst.desk'?"),
            mistake => mistake.Should().StartWith("CRP703: the test has a partner 'A' already, at pack.yaml("),
            mistake => mistake.Should().Be("CRP703: a partner always has a name. Write 'name: ' and what the partner is called."),
            mistake => mistake.Should().Be("CRP703: a partner has a 'name' and the paths of its facts, such as 'role: Lead'; found 'B'."),
            mistake => mistake.Should().Be("CRP703: 'partners' is a list, each entry beginning with '- name: ', or 'unknown'; found 'A'."),
            mistake => mistake.Should().Be(
                "CRP705: partnerCount: it is given as 2, but 3 partners are listed. Correct one of the two, or leave this out."));
    }

    [Fact]
    public void Read_MistakenExpectations_AreAllToldWithWhatWasMeant()
    {
        var mistakes = TestedPackText.Mistakes("""
            - name: mistaken expectations
              facts:
                partners: [{name: Fire Service}, {name: Police}]
              raises:
                - TST-RSK
                - {rule: STAKEHOLDER-COVERAGE, subject: supplier}
                - {rule: STAKEHOLDER-COVERAGE, level: Low}
                - {rule: VISION-ABSENT, subject: Police}
                - {rule: LEAD-PARTNER-DISENGAGEMENT, subject: Fire Servce}
                - VISION-ABSENT
              clear:
                - {rule: TST-RISK, level: Low}
                - VISION-ABSENT
            """);
        mistakes.Should().SatisfyRespectively(
            mistake => mistake.Should().Be("CRP711: no rule has the code 'TST-RSK'. Did you mean 'TST-RISK'?"),
            mistake => mistake.Should().Be("CRP712: STAKEHOLDER-COVERAGE has no case 'supplier'. Did you mean 'suppliers'?"),
            mistake => mistake.Should().Be("CRP714: STAKEHOLDER-COVERAGE is a Recommendation, which has no level. Remove 'level'."),
            mistake => mistake.Should().Be("CRP712: VISION-ABSENT has no cases, so none is 'Police'. Leave 'subject' out."),
            mistake => mistake.Should().Be("CRP712: no partner of the test is called 'Fire Servce'. Did you mean 'Fire Service'?"),
            mistake => mistake.Should().Be("CRP714: only a raised finding has a level. Remove 'level', or expect TST-RISK under 'raises'."),
            mistake => mistake.Should().MatchRegex(
                @"^CRP713: VISION-ABSENT is expected to be clear here, and to be raised at pack\.yaml\(\d+,\d+\)\. Keep one\.$"));
    }

    private static Collaboration? Read(string test) => Read(PackText.Load(TestedPackText.With(test)));

    private static Collaboration? Read(RulePackSet set)
    {
        var problems = new PackProblems("test.pack", most: 50);
        var pack = set.Packs.Should().ContainSingle().Which;
        var read = new TestFactReader(set.RuleBook, pack.Folder, problems).Read(pack.Tests.Should().ContainSingle().Which);
        problems.All.Should().BeEmpty();
        return read;
    }
}
