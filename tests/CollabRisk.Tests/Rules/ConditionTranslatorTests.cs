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
        Canonical(c => c.Vision.Exists == false).Should().Be("vision.exists is no");
        Canonical(c => c.Vision.Exists != true).Should().Be("vision.exists is no");
        Canonical(c => false == c.Vision.Exists).Should().Be("vision.exists is no");
    }

    [Fact]
    public void Translate_OrderedWord_ListsTheWordsThatPass()
    {
        Canonical(c => c.Trust.Organisational < TrustLevel.Sufficient).Should().Be("trust.organisational in {None, Low}");
        Canonical(c => TrustLevel.Sufficient > c.Trust.Organisational).Should().Be("trust.organisational in {None, Low}");
        Canonical(c => c.Trust.Organisational >= TrustLevel.Sufficient).Should().Be("trust.organisational in {Sufficient, High}");
        Canonical(c => c.Trust.Organisational.IsAnyOf(TrustLevel.None, TrustLevel.High)).Should().Be("trust.organisational in {None, High}");
    }

    [Fact]
    public void Translate_Logic_IsFlattened() => Canonical(c => (c.Vision.Exists == true && c.Vision.AtStart == false && c.Vision.Compelling == false) || !(c.Vision.MembersAligned == true)).Should().Be(
        "any(all(vision.exists is yes, vision.atStart is no, vision.compelling is no), not(vision.membersAligned is yes))");

    [Fact]
    public void Translate_Numbers_CompareWithConstantsAndWithEachOther()
    {
        var limit = 5;
        Canonical(c => c.PartnerCount >= Few).Should().Be("partnerCount ≥ 3");
        Canonical(c => c.PartnerCount < limit).Should().Be("partnerCount < 5");
        Canonical(c => c.Workload.StaffAfter < c.Workload.StaffBefore).Should().Be("workload.staffAfter < workload.staffBefore");
        Canonical(c => c.BenefitShareSpread >= 25m).Should().Be("benefitShareSpread ≥ 25");
    }

    [Fact]
    public void Translate_Sets_AskForWords()
    {
        Canonical(c => c.BenefitsSought.Includes(Benefit.Resilience, Benefit.CostReduction)).Should().Be(
            "benefitsSought has all {CostReduction, Resilience}");
        Canonical(c => c.BenefitsSought.IncludesAny(Benefit.Resilience)).Should().Be("benefitsSought has any {Resilience}");
        Canonical(c => c.BenefitsSought.IsExactly()).Should().Be("benefitsSought is {}");
    }

    [Fact]
    public void Translate_FlagGroup_AsksEveryFlag() => Canonical(c => c.Culture.ObservedTensions.AnyIs(true)).Should().Be(
        "any(culture.observedTensions.domestic is yes, culture.observedTensions.spaceAndEquipment is yes, culture.observedTensions.termsAndConditions is yes, culture.observedTensions.identity is yes)");

    [Fact]
    public void Translate_Partners_AskEachOfThem()
    {
        Canonical(c => c.Partners.Some(p => p.Role == PartnerRole.Lead)).Should().Be("at least 1 partners(partners[].role in {Lead})");
        Canonical(c => c.Partners.Every(p => p.ExecutiveCommitment == ExecutiveCommitment.PublicVisible)).Should().Be(
            "every partner(partners[].executiveCommitment in {PublicVisible})");
        Canonical(c => c.Partners.AtLeast(2, p => p.Reputation == Reputation.Poor)).Should().Be(
            "at least 2 partners(partners[].reputation in {Poor})");
        Canonical(c => c.Partners.DifferIn(p => p.Drivers)).Should().Be("partners differ in partners[].drivers");
    }

    [Fact]
    public void Translate_OtherRules_AreNamed()
    {
        Canonical(_ => Raised("VISION-ABSENT")).Should().Be("raised VISION-ABSENT");
        Canonical(_ => OverallIsAtLeast(Level.High)).Should().Be("overall at least High");
    }

    [Fact]
    public void Translate_FactAlone_SaysWhichValueToAskFor() =>
        AssertRefused(c => c.Vision.Exists!.Value, "say which value is meant: 'vision.exists == true'");

    [Fact]
    public void Translate_ComparisonWithNull_IsRefused() =>
        AssertRefused(c => c.Vision.Exists == null, "nothing equals an unknown fact");

    [Fact]
    public void Translate_UnorderedWordsCompared_IsRefused() =>
        AssertRefused(c => c.Form < CollaborationForm.CoLocation, "the words of 'form' have no order");

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
        problems.Should().ContainSingle().Which.What.Should().Contain("only that partner's facts");
    }

    [Fact]
    public void FactConditions_Called_Throw() =>
        Invoking(() => ((TrustLevel?)TrustLevel.None).IsAnyOf(TrustLevel.None)).Should().ThrowExactly<InvalidOperationException>();

    private static string Canonical(Expression<Func<Collaboration, bool>> lambda) =>
        new ConditionTranslator(FactRegistry.Default).Translate(lambda).ToString();

    private static void AssertRefused(Expression<Func<Collaboration, bool>> lambda, string reason)
    {
        Invoking(() => Canonical(lambda)).Should().ThrowExactly<UntranslatableException>().WithMessage($"*{reason}*");
    }
}
