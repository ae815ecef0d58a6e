using System.Linq.Expressions;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules;

/// <summary>What C# lambdas become, and what they must not say.</summary>
public class ConditionTranslatorTests
{
    private const int Few = 3;
    private static readonly int[] Limits = [7];

    [Fact]
    public void Translate_YesNo_IsATestOfValues()
    {
        Assert.Equal("vision.exists is no", Canonical(c => c.Vision.Exists == false));
        Assert.Equal("vision.exists is no", Canonical(c => c.Vision.Exists != true));
        Assert.Equal("vision.exists is no", Canonical(c => false == c.Vision.Exists));
    }

    [Fact]
    public void Translate_OrderedWord_ListsTheWordsThatPass()
    {
        Assert.Equal("trust.organisational in {None, Low}", Canonical(c => c.Trust.Organisational < TrustLevel.Sufficient));
        Assert.Equal("trust.organisational in {None, Low}", Canonical(c => TrustLevel.Sufficient > c.Trust.Organisational));
        Assert.Equal("trust.organisational in {Sufficient, High}", Canonical(c => c.Trust.Organisational >= TrustLevel.Sufficient));
        Assert.Equal("trust.organisational in {None, High}", Canonical(c => c.Trust.Organisational.IsAnyOf(TrustLevel.None, TrustLevel.High)));
    }

    [Fact]
    public void Translate_Logic_IsFlattened() => Assert.Equal(
        "any(all(vision.exists is yes, vision.atStart is no, vision.compelling is no), not(vision.membersAligned is yes))",
        Canonical(c => (c.Vision.Exists == true && c.Vision.AtStart == false && c.Vision.Compelling == false) || !(c.Vision.MembersAligned == true)));

    [Fact]
    public void Translate_Numbers_CompareWithConstantsAndWithEachOther()
    {
        var limit = 5;
        Assert.Equal("partnerCount ≥ 3", Canonical(c => c.PartnerCount >= Few));
        Assert.Equal("partnerCount < 5", Canonical(c => c.PartnerCount < limit));
        Assert.Equal("workload.staffAfter < workload.staffBefore", Canonical(c => c.Workload.StaffAfter < c.Workload.StaffBefore));
        Assert.Equal("benefitShareSpread ≥ 25", Canonical(c => c.BenefitShareSpread >= 25m));
    }

    [Fact]
    public void Translate_Sets_AskForWords()
    {
        Assert.Equal("benefitsSought has all {CostReduction, Resilience}", Canonical(c => c.BenefitsSought.Includes(Benefit.Resilience, Benefit.CostReduction)));
        Assert.Equal("benefitsSought has any {Resilience}", Canonical(c => c.BenefitsSought.IncludesAny(Benefit.Resilience)));
        Assert.Equal("benefitsSought is {}", Canonical(c => c.BenefitsSought.IsExactly()));
    }

    [Fact]
    public void Translate_FlagGroup_AsksEveryFlag() => Assert.Equal(
        "any(culture.observedTensions.domestic is yes, culture.observedTensions.spaceAndEquipment is yes, culture.observedTensions.termsAndConditions is yes, culture.observedTensions.identity is yes)",
        Canonical(c => c.Culture.ObservedTensions.AnyIs(true)));

    [Fact]
    public void Translate_Partners_AskEachOfThem()
    {
        Assert.Equal("at least 1 partners(partners[].role in {Lead})", Canonical(c => c.Partners.Some(p => p.Role == PartnerRole.Lead)));
        Assert.Equal("every partner(partners[].executiveCommitment in {PublicVisible})", Canonical(c => c.Partners.Every(p => p.ExecutiveCommitment == ExecutiveCommitment.PublicVisible)));
        Assert.Equal("at least 2 partners(partners[].reputation in {Poor})", Canonical(c => c.Partners.AtLeast(2, p => p.Reputation == Reputation.Poor)));
        Assert.Equal("partners differ in partners[].drivers", Canonical(c => c.Partners.DifferIn(p => p.Drivers)));
    }

    [Fact]
    public void Translate_OtherRules_AreNamed()
    {
        Assert.Equal("raised VISION-ABSENT", Canonical(_ => Raised("VISION-ABSENT")));
        Assert.Equal("overall at least High", Canonical(_ => OverallIsAtLeast(Level.High)));
    }

    [Fact]
    public void Translate_FactAlone_SaysWhichValueToAskFor() =>
        AssertRefused(c => c.Vision.Exists!.Value, "say which value is meant: 'vision.exists == true'");

    [Fact]
    public void Translate_ComparisonWithNull_IsRefused() =>
        AssertRefused(c => c.Vision.Exists == null, "nothing equals an unknown fact");

    [Fact]
    public void Translate_UnorderedWordsCompared_IsRefused() =>
        AssertRefused(c => c.Trust.Trend < TrustTrend.Eroding, "the words of 'trust.trend' have no order");

    [Fact]
    public void Translate_MethodOfSomethingElse_NamesTheExpression() =>
        AssertRefused(c => c.Name!.StartsWith("the", StringComparison.Ordinal), "StartsWith");

    [Fact]
    public void Translate_TextCompared_IsRefused() =>
        AssertRefused(c => c.Network.TaskType == "joint response", "cannot be compared");

    [Fact]
    public void Translate_ComputedConstant_IsRefused() =>
        AssertRefused(c => c.PartnerCount >= Limits[0] + 1, "only facts can be compared with constants");

    [Fact]
    public void Translate_OuterPartnerInsideInnerQuestion_IsRefused()
    {
        var problems = TestPack.Problems(chapter => chapter.ARisk("X-Y")
            .ForEach(c => c.Partners)
            .When((c, p) => c.Partners.Some(q => p.Role == PartnerRole.Lead)));
        Assert.Contains("only that partner's facts", Assert.Single(problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void FactConditions_Called_Throw() =>
        Assert.Throws<InvalidOperationException>(() => ((TrustLevel?)TrustLevel.None).IsAnyOf(TrustLevel.None));

    private static string Canonical(Expression<Func<Collaboration, bool>> lambda) =>
        new ConditionTranslator(FactRegistry.Default).Translate(lambda).ToString();

    private static void AssertRefused(Expression<Func<Collaboration, bool>> lambda, string reason)
    {
        var error = Assert.Throws<UntranslatableException>(() => Canonical(lambda));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
