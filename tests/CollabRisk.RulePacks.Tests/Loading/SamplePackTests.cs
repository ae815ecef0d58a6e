using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>The sample pack, loaded and used as a host would.</summary>
public class SamplePackTests
{
    private static readonly RulePackSet Set = new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room"));

    [Fact]
    public void Load_TheSample_HasManifestAndRules()
    {
        var pack = Set.Packs.Should().ContainSingle().Which;
        pack.Manifest.Id.Should().Be("regional.control-room");
        pack.Manifest.Prefix.Should().Be("RCR");
        Set.RuleBook.Rules.Count(rule => rule.PackId == pack.Manifest.Id).Should().Be(9);
        Set.RuleBook.Find("VISION-ABSENT").Should().NotBeNull();
        Set.RuleBook.Facts.Find("extensions.rcr.rotaShared")!.Type.Should().Be(FactType.YesNo);
    }

    [Fact]
    public void Evaluate_WithTheSample_RaisesItsRules()
    {
        var collaboration = new Collaboration
        {
            IsInformationSystem = true,
            Workload = new() { Overload = true },
            Extensions = new() { ["rcr.rotaShared"] = false, ["rcr.handoverSeconds"] = 75 },
        };
        var assessment = new CollaborationEvaluator(Set.RuleBook).Evaluate(collaboration);
        assessment.Findings.Single(finding => finding.Code == "RCR-ROTA-OVERLOAD").Level.ToString().Should().Be("High");
        var slow = assessment.Findings.Single(finding => finding.Code == "RCR-HANDOVER-SLOW");
        slow.Message.Should().Be("Handing over a call takes 75 seconds, longer than the minute after which calls were taken again.");
        slow.Caveats.Should().Contain("This rests on one programme's own lessons log alone.");
    }
}
