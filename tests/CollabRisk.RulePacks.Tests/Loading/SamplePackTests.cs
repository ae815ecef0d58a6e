using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>The sample pack, loaded and used as a host would.</summary>
public class SamplePackTests
{
    private static readonly RulePackSet Set = new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room"));

    [Fact]
    public void Load_TheSample_HasManifestAndRules()
    {
        var pack = Assert.Single(Set.Packs);
        Assert.Equal("regional.control-room", pack.Manifest.Id);
        Assert.Equal("RCR", pack.Manifest.Prefix);
        Assert.Equal(7, Set.RuleBook.Rules.Count(rule => rule.PackId == pack.Manifest.Id));
        Assert.NotNull(Set.RuleBook.Find("VISION-ABSENT"));
        Assert.Equal(FactType.YesNo, Set.RuleBook.Facts.Find("extensions.rcr.rotaShared")!.Type);
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
        Assert.Equal("High", assessment.Findings.Single(finding => finding.Code == "RCR-ROTA-OVERLOAD").Level.ToString());
        var slow = assessment.Findings.Single(finding => finding.Code == "RCR-HANDOVER-SLOW");
        Assert.Equal("Handing over a call takes 75 seconds, longer than the minute after which calls were taken again.", slow.Message);
        Assert.Contains("This rests on one programme's own lessons log alone.", slow.Caveats);
    }
}
