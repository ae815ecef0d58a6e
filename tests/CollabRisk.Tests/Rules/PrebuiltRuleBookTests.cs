using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.Tests.Rules;

/// <summary>The rule book that comes built with the library is the one that the chapters of its pack give.</summary>
public sealed class PrebuiltRuleBookTests
{
    private static readonly RulePack Pack = KnowledgePacks.General;
    private static readonly RuleBook Built = RuleBook.Build([RuleBookFile.WithoutFile(Pack)]);

    [Fact]
    public void The_file_is_that_of_the_chapters_as_they_are() =>
        Approved.Equal("src/CollabRisk/Knowledge/general.rulebook", RuleBookFile.Of(Pack));

    [Fact]
    public void What_is_read_is_what_is_built()
    {
        var read = Read();

        read.Digest.Should().Be(Built.Digest);
        RuleBookDigest.Of([Pack], read.Rules, language: null).Should().Be(Built.Digest, "what is read says the same, and does not only carry the digest");
        (read.AsOf, read.Language, read.Languages.Count, read.ExpiredOverrides.Count).Should().Be((null, null, 0, 0));
        read.Packs.Should().Equal(Built.Packs);
        read.Notes.Should().Equal(Built.Notes);
        read.Tensions.Should().Equal(Built.Tensions);
        read.Retired.Should().Equal(Built.Retired);
        read.Rules.Select(Everything).Should().Equal(Built.Rules.Select(Everything));
    }

    [Fact]
    public void Recommendations_have_the_lambdas_of_their_author()
    {
        var read = Read().Rules.SelectMany(rule => rule.Recommendations).ToList();
        var built = Built.Rules.SelectMany(rule => rule.Recommendations).ToList();

        read.Select(step => $"{step.Code} {step.DoneWhen} {step.DoneForPartnerWhen}").Should().Equal(built.Select(step => $"{step.Code} {step.DoneWhen} {step.DoneForPartnerWhen}"))
            .And.Contain(step => step.Contains("=>", StringComparison.Ordinal));
    }

    [Fact]
    public void Assessments_are_the_same_to_the_letter()
    {
        var (read, built) = (new CollaborationEvaluator(Read()), new CollaborationEvaluator(Built));

        var random = new Random(20);
        for (var i = 0; i < 100; i++)
        {
            var collaboration = Some.Collaboration(random, random.NextDouble());
            read.Evaluate(collaboration).ToJson().Should().Be(built.Evaluate(collaboration).ToJson());
        }
    }

    [Fact]
    public void A_pack_alone_is_taken_as_it_was_built()
    {
        RuleBook.Build([WithFile()]).Should().BeSameAs(Built);
        RuleBook.Build([WithFile()], asOf: new DateOnly(2026, 1, 2)).Should().BeSameAs(Built, "where nothing expires the day makes no difference");
    }

    [Fact]
    public void With_others_with_overrides_or_in_a_language_it_is_built_anew()
    {
        RuleBook.Build([WithFile(), KnowledgePacks.UnitedKingdom]).Rules.Should().HaveCountGreaterThan(Built.Rules.Count);
        RuleBook.Build([WithFile()], [RuleOverride.SwitchOff("WORK-OVERLOAD", "we asked")]).Should().NotBeSameAs(Built);
        RuleBook.Build([WithFile()], language: "nl").Language.Should().Be("nl");
    }

    private static RulePack WithFile()
    {
        var pack = RuleBookFile.WithoutFile(Pack);
        return new() { Id = pack.Id, Version = pack.Version, Title = pack.Title, Chapters = pack.Chapters, Claims = pack.Claims, Retired = pack.Retired, Prebuilt = _ => Built };
    }

    private static RuleBook Read() => PrebuiltRuleBook.Read(new MemoryStream(RuleBookFile.Of(Pack)), Pack);

    /// <summary>All that a rule is, of which the digest leaves out what decides no result.</summary>
    private static string Everything(Rule rule) => string.Join(
        '\n',
        [
            $"{rule.Code} {rule.Place} {rule.Chapter} {rule.Area} {rule.Tier} {rule.PackId} {rule.Index} {rule.Position} {rule.AsksForOverall} {rule.Answers} {rule.Highest} {rule.IsSwitchedOff}",
            $"on {string.Join(' ', rule.BuildsOn)} reads {string.Join(' ', rule.Facts)} after {string.Join(' ', rule.Precedents)} under {string.Join(' ', rule.Roots)} of {string.Join(' ', rule.Tensions.Select(tension => tension.Id))}",
            $"rests on {string.Join(' ', rule.Claims.Select(claim => claim.Id))}",
            .. rule.Recommendations.Select(step => $"{step.Code} {step.Text} {string.Join(' ', step.Claims)} {step.IsDerived} {rule.IsAdvisedAlways(step)}"),
            .. rule.Cases.Select(each => $"{each.Subject} {each.SubjectInWords} {each.Confidence} {each.IsSwitchedOff} {each.Moderators.Count} {string.Join(' ', each.Says.Facts)} {string.Join(' ', each.Recommendations.Select(step => step.Code))}"),
            .. rule.CasesInWords.Select(each => $"{each}"),
        ]);
}
