using System.Linq.Expressions;
using System.Reflection;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules;

/// <summary>What C# lambdas become, and what they must not say.</summary>
public class ConditionTranslatorTests
{
    private const int Few = 3;
    private static readonly int[] Limits = [7];

    private static readonly FactRegistry OwnWords = RuleBook.Build([RotaPack.Of(_ => { }, [OwnFact("rcr.word", FactType.Word), OwnFact("rcr.words", FactType.Words)])]).Facts;

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
        "any(all(vision.exists is yes, vision.atStart is no, vision.compelling is no), vision.membersAligned is no)");

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

    /// <summary>Words one by one, as a native program needs them: each form of a question asks for one word more than the one before it.</summary>
    [Fact]
    public void Translate_WordsOneByOne_AsksForEach()
    {
        string[] forms = ["SharedService", "CoLocation", "IntegratedControlRoom", "SharedPremises", "AlignedIsIt", "StrategicAlliance"], benefits = ["CostReduction", "Resilience", "Effectiveness"], own = ["A", "B", "C", "D", "E", "F"];
        AsksForMore("form in", 2, forms,
            c => c.Form.IsAnyOf(CollaborationForm.SharedService, CollaborationForm.CoLocation),
            c => c.Form.IsAnyOf(CollaborationForm.SharedService, CollaborationForm.CoLocation, CollaborationForm.IntegratedControlRoom),
            c => c.Form.IsAnyOf(CollaborationForm.SharedService, CollaborationForm.CoLocation, CollaborationForm.IntegratedControlRoom, CollaborationForm.SharedPremises),
            c => c.Form.IsAnyOf(CollaborationForm.SharedService, CollaborationForm.CoLocation, CollaborationForm.IntegratedControlRoom, CollaborationForm.SharedPremises, CollaborationForm.AlignedIsIt),
            c => c.Form.IsAnyOf(CollaborationForm.SharedService, CollaborationForm.CoLocation, CollaborationForm.IntegratedControlRoom, CollaborationForm.SharedPremises, CollaborationForm.AlignedIsIt, CollaborationForm.StrategicAlliance));
        AsksForMore("benefitsSought has all", 1, benefits,
            c => c.BenefitsSought.Includes(Benefit.CostReduction),
            c => c.BenefitsSought.Includes(Benefit.CostReduction, Benefit.Resilience),
            c => c.BenefitsSought.Includes(Benefit.CostReduction, Benefit.Resilience, Benefit.Effectiveness));
        AsksForMore("benefitsSought has any", 2, benefits,
            c => c.BenefitsSought.IncludesAny(Benefit.CostReduction, Benefit.Resilience),
            c => c.BenefitsSought.IncludesAny(Benefit.CostReduction, Benefit.Resilience, Benefit.Effectiveness));
        AsksForMore("benefitsSought is", 0, benefits,
            c => c.BenefitsSought.IsExactly(),
            c => c.BenefitsSought.IsExactly(Benefit.CostReduction),
            c => c.BenefitsSought.IsExactly(Benefit.CostReduction, Benefit.Resilience),
            c => c.BenefitsSought.IsExactly(Benefit.CostReduction, Benefit.Resilience, Benefit.Effectiveness));
        AsksForMore("extensions.rcr.word in", 2, own,
            c => c.Extensions.Word("rcr.word").IsAnyOf("A", "B"),
            c => c.Extensions.Word("rcr.word").IsAnyOf("A", "B", "C"),
            c => c.Extensions.Word("rcr.word").IsAnyOf("A", "B", "C", "D"),
            c => c.Extensions.Word("rcr.word").IsAnyOf("A", "B", "C", "D", "E"),
            c => c.Extensions.Word("rcr.word").IsAnyOf("A", "B", "C", "D", "E", "F"));
        AsksForMore("extensions.rcr.words has all", 1, own,
            c => c.Extensions.Words("rcr.words").Includes("A"),
            c => c.Extensions.Words("rcr.words").Includes("A", "B"),
            c => c.Extensions.Words("rcr.words").Includes("A", "B", "C"));
        AsksForMore("extensions.rcr.words has any", 2, own,
            c => c.Extensions.Words("rcr.words").IncludesAny("A", "B"),
            c => c.Extensions.Words("rcr.words").IncludesAny("A", "B", "C"));
        AsksForMore("extensions.rcr.words is", 0, own,
            c => c.Extensions.Words("rcr.words").IsExactly(),
            c => c.Extensions.Words("rcr.words").IsExactly("A"),
            c => c.Extensions.Words("rcr.words").IsExactly("A", "B"),
            c => c.Extensions.Words("rcr.words").IsExactly("A", "B", "C"));

        static void AsksForMore(string question, int words, string[] all, params Expression<Func<Collaboration, bool>>[] forms) =>
            forms.Select(form => new ConditionTranslator(OwnWords).Translate(form).ToString()).Should().Equal(
                forms.Select((_, i) => $"{question} {{{string.Join(", ", all.Take(words + i))}}}"));
    }

    [Fact]
    public void Translate_ListOfWords_AsksForEach() => Canonical(c => c.Form.IsAnyOf(CollaborationForm.SharedService, CollaborationForm.CoLocation, CollaborationForm.IntegratedControlRoom, CollaborationForm.SharedPremises, CollaborationForm.AlignedIsIt, CollaborationForm.StrategicAlliance, CollaborationForm.Programme)).Should().Be(
        "form in {SharedService, CoLocation, IntegratedControlRoom, SharedPremises, AlignedIsIt, StrategicAlliance, Programme}");

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

    /// <summary>What compiles everywhere and can only be read: each says so, whichever it is.</summary>
    [Fact]
    public void FactConditions_Called_Throw() =>
        typeof(FactConditions).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => method.IsGenericMethodDefinition ? method.MakeGenericMethod(typeof(TrustLevel)) : method)
            .Should().HaveCountGreaterThan(40).And.AllSatisfy(method =>
                Invoking(() => method.Invoke(null, new object?[method.GetParameters().Length])).Should().ThrowExactly<TargetInvocationException>()
                    .WithInnerExceptionExactly<InvalidOperationException>().WithMessage("*inside the condition of a rule*"));

    /// <summary>Whoever writes no conditions has no reason to bring <c>.IsUnknown()</c> to everything.</summary>
    [Fact]
    public void FactConditions_Namespace_HasNothingElseThatAHostNeeds() =>
        typeof(FactConditions).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(FactConditions).Namespace)
            .Should().BeEquivalentTo([typeof(FactConditions), typeof(Truth), typeof(TimeUnit)]);

    private static FactDeclaration OwnFact(string name, FactType type) =>
        new() { Name = name, Type = type, Meaning = "m", Question = "q", AllowedWords = ["A", "B", "C", "D", "E", "F"], NeutralBecause = "it is for a test" };

    private static string Canonical(Expression<Func<Collaboration, bool>> lambda) =>
        new ConditionTranslator(FactRegistry.Default).Translate(lambda).ToString();

    private static void AssertRefused(Expression<Func<Collaboration, bool>> lambda, string reason)
    {
        Invoking(() => Canonical(lambda)).Should().ThrowExactly<UntranslatableException>().WithMessage($"*{reason}*");
    }
}
