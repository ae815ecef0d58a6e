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

        Assert.False(read!.Vision.Exists);
        Assert.Equal(new DateOnly(2024, 3, 31), read.AsOf);
        Assert.Equal([Benefit.CostReduction, Benefit.Resilience], read.BenefitsSought!);
        Assert.Equal(12, read.Workload.StaffAfter);
        Assert.Equal("unknown", read.Name);
        Assert.True(read.Extensions.YesNo("tst.shared"));
        Assert.Equal("Middle", read.Extensions.Word("tst.grade"));
        Assert.Equal(["Radio"], read.Extensions.Words("tst.ways")!);
        Assert.Equal(7.5m, read.Extensions.Number("tst.seconds"));
        Assert.Equal(new DateOnly(2020, 2, 29), read.Extensions.Day("tst.began"));
        Assert.Equal(["A", "B"], read.Partners!.Select(partner => partner.Name));
        Assert.Equal(PartnerRole.Lead, read.Partners![0].Role);
        Assert.False(read.Partners[0].Extensions.YesNo("tst.desk"));
        Assert.Null(read.Partners[1].Role);
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
        Assert.Null(read!.Vision.Exists);
        Assert.True(read.Vision.MembersAligned);
        Assert.False(read.Communication.Regular);
        Assert.Equal([("A", PartnerRole.Lead), ("B", null), ("C", (PartnerRole?)PartnerRole.Equal)], read.Partners!.Select(partner => (partner.Name, partner.Role)));
        Assert.True(read.Partners![1].Extensions.YesNo("tst.desk"));
        Assert.True(RulePackTests.Run(set).HasPassed);
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
        Assert.Equal(4, problems.Count);
        Assert.Contains(problems, problem => problem is { Code: "CRP704", Place.Line: 2 } && problem.Place!.File.EndsWith("/broken.json", StringComparison.Ordinal) && problem.What.Contains("vision", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == "CRP704" && problem.What == "extensions.tst.shard: no pack declares this fact, so it would count for nothing. Did you mean 'extensions.tst.shared'?");
        Assert.Contains(problems, problem => problem.Code == "CRP104");
        Assert.Contains(problems, problem => problem.Code == "CRP101");
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

        Assert.Collection(
            mistakes,
            mistake => Assert.Equal("CRP701: there is no fact 'vison.exists'. Did you mean 'vision.exists'?", mistake),
            mistake => Assert.Equal("CRP701: there is no fact 'vision'. It is a group; write each of its facts with its whole path, such as 'vision.exists'.", mistake),
            mistake => Assert.Equal("CRP701: there is no fact 'partner.role'. It is a fact of each partner; write it under 'partners' as 'role', beside the partner's 'name'.", mistake),
            mistake => Assert.Equal("CRP701: there is no fact 'role'. It is a fact of each partner; write it under 'partners' as 'role', beside the partner's 'name'.", mistake),
            mistake => Assert.Equal("CRP702: vision.exists: 'perhaps' is no value of this fact. Give yes or no, or 'unknown'.", mistake),
            mistake => Assert.StartsWith("CRP702: trust.organisational: 'low' is no value of this fact.", mistake, StringComparison.Ordinal),
            mistake => Assert.EndsWith("Did you mean 'CostReduction'?", mistake, StringComparison.Ordinal),
            mistake => Assert.StartsWith("CRP702: workload.staffAfter: '1.5' is no value of this fact. Give a whole number", mistake, StringComparison.Ordinal),
            mistake => Assert.Equal("CRP702: asOf: '2024-02-30' is no value of this fact. Give a day such as 2024-03-31, or 'unknown'.", mistake),
            mistake => Assert.Equal("CRP702: communication.regular: there is no value. Give yes or no, or 'unknown'.", mistake),
            mistake => Assert.Equal("CRP702: outcome.savings: a list cannot be given here. Give it in a 'case file', or 'unknown'.", mistake),
            mistake => Assert.StartsWith("CRP702: network.topDriver: it follows from", mistake, StringComparison.Ordinal),
            mistake => Assert.Equal("CRP702: extensions.tst.seconds: '601' is no value of this fact. Give a number from 0 to 600, or 'unknown'.", mistake),
            mistake => Assert.Equal("CRP701: there is no fact 'extensions.tst.shred'. Did you mean 'extensions.tst.shared'?", mistake),
            mistake => Assert.Equal("CRP702: extensions.tst.grade: keys with values is no value of this fact. Give Low, Middle or High, or 'unknown'.", mistake),
            mistake => Assert.Equal("CRP701: partners have no fact 'partner.role'. Did you mean 'role'?", mistake),
            mistake => Assert.Equal("CRP701: partners have no fact 'vision.exists'. It is a fact of the collaboration; write it beside 'partners'.", mistake),
            mistake => Assert.Equal("CRP701: partners have no fact 'extensions.tst.dsk'. Did you mean 'extensions.tst.desk'?", mistake),
            mistake => Assert.StartsWith("CRP703: the test has a partner 'A' already, at pack.yaml(", mistake, StringComparison.Ordinal),
            mistake => Assert.Equal("CRP703: a partner always has a name. Write 'name: ' and what the partner is called.", mistake),
            mistake => Assert.Equal("CRP703: a partner has a 'name' and the paths of its facts, such as 'role: Lead'; found 'B'.", mistake),
            mistake => Assert.Equal("CRP703: 'partners' is a list, each entry beginning with '- name: ', or 'unknown'; found 'A'.", mistake),
            mistake => Assert.Equal("CRP705: partnerCount: it is given as 2, but 3 partners are listed. Correct one of the two, or leave this out.", mistake));
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
        Assert.Collection(
            mistakes,
            mistake => Assert.Equal("CRP711: no rule has the code 'TST-RSK'. Did you mean 'TST-RISK'?", mistake),
            mistake => Assert.Equal("CRP712: STAKEHOLDER-COVERAGE has no case 'supplier'. Did you mean 'suppliers'?", mistake),
            mistake => Assert.Equal("CRP714: STAKEHOLDER-COVERAGE is a Recommendation, which has no level. Remove 'level'.", mistake),
            mistake => Assert.Equal("CRP712: VISION-ABSENT has no cases, so none is 'Police'. Leave 'subject' out.", mistake),
            mistake => Assert.Equal("CRP712: no partner of the test is called 'Fire Servce'. Did you mean 'Fire Service'?", mistake),
            mistake => Assert.Equal("CRP714: only a raised finding has a level. Remove 'level', or expect TST-RISK under 'raises'.", mistake),
            mistake => Assert.Matches(@"^CRP713: VISION-ABSENT is expected to be clear here, and to be raised at pack\.yaml\(\d+,\d+\)\. Keep one\.$", mistake));
    }

    private static Collaboration? Read(string test) => Read(PackText.Load(TestedPackText.With(test)));

    private static Collaboration? Read(RulePackSet set)
    {
        var problems = new PackProblems("test.pack", most: 50);
        var pack = Assert.Single(set.Packs);
        var read = new TestFactReader(set.RuleBook, pack.Folder, problems).Read(Assert.Single(pack.Tests));
        Assert.Empty(problems.All);
        return read;
    }
}
