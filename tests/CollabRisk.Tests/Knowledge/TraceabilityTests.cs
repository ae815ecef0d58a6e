using System.Reflection;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Knowledge.Registers;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Knowledge;

/// <summary>Every claim is where its use says, every reference leads to something that is there, and nothing lies about unused.</summary>
public class TraceabilityTests
{
    private static readonly RuleBook Book = RuleCases.Book;

    private static readonly HashSet<string> ClaimIds = [.. Sources.Claims.Select(claim => claim.Id)];

    private static readonly string[] Notes = ClaimsOf(StandingNotes.General);

    private static readonly string[] BesideFindings = [.. ClaimsOf(Interpretations.All), .. ClaimsOf(Caveats.All)];

    private static readonly string[] Words = [.. Glossary.All.SelectMany(entry => entry.Claims)];

    /// <summary>The claims of the register to which a use leads.</summary>
    private static readonly Dictionary<ClaimUse, string[]> Register = new()
    {
        [ClaimUse.NotAssessed] = ClaimsOf(NotAssessed.All),
        [ClaimUse.Background] = ClaimsOf(Background.All),
        [ClaimUse.BaseRate] = Notes,
        [ClaimUse.CaseSheet] = [.. CaseSheets.All.SelectMany(sheet => sheet.Claims)],
        [ClaimUse.ConfidenceTier] = Notes,
        [ClaimUse.Tension] = [.. KnowledgeBase.Tensions.SelectMany(tension => tension.Claims)],
        [ClaimUse.EngineSemantics] = Notes,
        [ClaimUse.EvidenceNote] = Notes,
        [ClaimUse.EvidenceCaveat] = BesideFindings,
        [ClaimUse.Rationale] = ClaimsOf(Interpretations.All),
        [ClaimUse.Taxonomy] = Words,
        [ClaimUse.Gap] = [.. Gaps.All.SelectMany(gap => gap.Claims)],
        [ClaimUse.Glossary] = Words,
        [ClaimUse.Interpretation] = BesideFindings,
        [ClaimUse.OptionalPack] = ClaimsOf(StandingNotes.AllianceAndDelivery),
        [ClaimUse.Questionnaire] = Words,
        [ClaimUse.Wording] = Notes,
    };

    /// <summary>The claims on which the rules, their moderators and their recommendations rest.</summary>
    private static readonly HashSet<string> ClaimsOfRules =
    [
        .. Book.Rules.SelectMany(rule => rule.Claims).Select(claim => claim.Id),
        .. Book.Rules.SelectMany(rule => rule.Moderators).SelectMany(moderator => moderator.Claims),
        .. Book.Rules.SelectMany(rule => rule.Recommendations).SelectMany(recommendation => recommendation.Claims),
    ];

    /// <summary>Facts that no rule reads, and the facts that follow from them, which rules do.</summary>
    private static readonly Dictionary<string, string> FollowsFrom = new(StringComparer.Ordinal)
    {
        ["partners[].sector"] = "crossProfession",
        ["partners[].benefitShare"] = "benefitShareSpread",
        ["network.topDriver"] = "network.primaryForm",
    };

    [Fact]
    public void Claims_NotOfARule_StandInTheRegisterOfTheirUse() => AssertNone(
        Sources.Claims.Where(claim => claim.Use != ClaimUse.Rule && !Register[claim.Use].Contains(claim.Id)).Select(claim => $"{claim.Id} ({claim.Use})"));

    [Fact]
    public void Claims_OfARule_AreUsedByARuleAModeratorOrARecommendation() => AssertNone(
        Sources.Claims.Where(claim => claim.Use == ClaimUse.Rule && !ClaimsOfRules.Contains(claim.Id)).Select(claim => claim.Id));

    [Fact]
    public void Registers_EveryClaim_Exists() => AssertNone(
        Register.Values.SelectMany(ids => ids)
            .Concat(ClaimsOfRules)
            .Concat(Advices().SelectMany(advice => advice.Claims))
            .Concat(Sources.Claims.SelectMany(claim => claim.Related))
            .Where(id => !ClaimIds.Contains(id)));

    [Fact]
    public void Registers_EveryEntry_NamesItsClaims()
    {
        var notes = StandingNotes.General.Concat(StandingNotes.AllianceAndDelivery).Concat(Interpretations.All).Concat(Caveats.All)
            .Concat(NotAssessed.All).Concat(Background.All);
        notes.Should().AllSatisfy(note => note.Claims.Should().NotBeEmpty());
        KnowledgeBase.Tensions.Should().AllSatisfy(tension => tension.Claims.Should().NotBeEmpty());
        Glossary.All.Should().AllSatisfy(entry => entry.Claims.Should().NotBeEmpty());
        CaseSheets.All.Should().AllSatisfy(sheet => sheet.Claims.Should().NotBeEmpty());
    }

    [Fact]
    public void Registers_Ids_AreUniqueAndInOrder()
    {
        KnowledgeBase.Tensions.Select(tension => tension.Id).Should().Equal(Enumerable.Range(1, 34).Select(n => $"T{n:00}"));
        Gaps.All.Select(gap => gap.Id).Should().Equal(Enumerable.Range(1, 28).Select(n => $"G{n:00}"));
        Glossary.All.Select(entry => entry.Term).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void KnowledgeBase_Registers_AreThoseOfThePacks()
    {
        KnowledgePacks.General.Claims.Should().BeSameAs(KnowledgeBase.Claims);
        KnowledgePacks.All.SelectMany(pack => pack.Tensions).OrderBy(tension => tension.Id, StringComparer.Ordinal).Should().Equal(KnowledgeBase.Tensions);
        KnowledgeBase.Sources.Should().HaveCount(5);
        KnowledgeBase.Claims.Should().AllSatisfy(claim => KnowledgeBase.Sources.Should().Contain(claim.Source));
    }

    /// <summary>The files of networks are made up, to show the rows of the framework; they are not cases of the sources.</summary>
    [Fact]
    public void CaseSheets_Files_AreTheFilesOfTheSamples() => CaseSheets.All.Select(sheet => sheet.File).Order(StringComparer.Ordinal).Should().Equal(
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json").Select(Path.GetFileName)
            .Where(file => !file!.StartsWith("network-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Tensions_Codes_ExistAndStandOnOneSide()
    {
        AssertNone(KnowledgeBase.Tensions.SelectMany(t => t.One.Concat(t.Other), (t, code) => (t.Id, code)).Where(each => Book.Find(each.code) is null).Select(each => $"{each.Id}: {each.code}"));
        KnowledgeBase.Tensions.Should().AllSatisfy(tension => tension.One.Intersect(tension.Other, StringComparer.Ordinal).Should().BeEmpty());
        KnowledgeBase.Tensions.Should().AllSatisfy(tension => (tension.Other.Count == 0).Should().Be(tension.One.Count == 0));
    }

    [Fact]
    public void Interpretations_Codes_Exist() => AssertNone(
        Interpretations.All.SelectMany(note => note.About).Where(code => Book.Find(code) is null));

    [Fact]
    public void Interpretations_OfARule_AreFewAndRepeatNoCaveat() => Book.Rules.Should().AllSatisfy(rule =>
    {
        rule.Notes.Count.Should().BeLessThanOrEqualTo(3, $"{rule.Code} has {rule.Notes.Count} notes.");
        rule.Notes.Intersect(rule.Cases.SelectMany(@case => @case.Caveats), StringComparer.Ordinal).Should().BeEmpty();
    });

    [Fact]
    public void Caveats_Each_IsCarriedByARule()
    {
        var carried = Book.Rules.SelectMany(rule => rule.Cases).SelectMany(@case => @case.Caveats).ToHashSet(StringComparer.Ordinal);
        AssertNone(Caveats.All.Select(note => note.Text).Where(text => !carried.Contains(text)));
        Caveats.All.Select(note => note.Text).Order(StringComparer.Ordinal).Should().Equal(
            typeof(Caveats).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Facts_Each_IsReadByARuleOrSaysWhyNot()
    {
        var read = Book.Rules.SelectMany(rule => rule.Facts).Select(fact => fact.Path).ToHashSet(StringComparer.Ordinal);
        AssertNone(FactRegistry.Default.Facts
            .Where(fact => fact != FactRegistry.Default.PartnerList && fact.DescriptiveBecause is null)
            .Select(fact => fact.Path)
            .Where(path => !read.Contains(path) && !(FollowsFrom.TryGetValue(path, out var follows) && read.Contains(follows))));
    }

    [Fact]
    public void Facts_Descriptive_AreReadByNoRule() => AssertNone(
        Book.Rules.SelectMany(rule => rule.Facts, (rule, fact) => (rule, fact)).Where(each => each.fact.DescriptiveBecause is not null).Select(each => $"{each.rule}: {each.fact}"));

    [Fact]
    public void Advice_Each_IsReachableFromARule()
    {
        var reachable = Book.Rules.SelectMany(rule => rule.Recommendations).Select(recommendation => recommendation.Code).ToHashSet(StringComparer.Ordinal);
        AssertNone(Advices().Select(advice => advice.Code).Where(code => !reachable.Contains(code)));
    }

    [Fact]
    public void Codes_OfRulesAndAdvice_AreUnique()
    {
        Book.Rules.Select(rule => rule.Code).Should().OnlyHaveUniqueItems();
        Advices().Select(advice => advice.Code).Should().OnlyHaveUniqueItems();

        // Advice shares a code only with the rule that recommends it, or, where nothing but a gap can ask, with that gap.
        AssertNone(Advices().Where(advice => Book.Find(advice.Code) is { } rule && !rule.Recommendations.Contains(advice)).Select(advice => advice.Code));
    }

    [Fact]
    public void Chapters_Each_HasItsPlaceInTheTaxonomy() => KnowledgePacks.All.SelectMany(pack => pack.Chapters).Should().AllSatisfy(chapter =>
    {
        var rules = Book.Rules.Where(rule => rule.Chapter == chapter.Heading).ToList();
        rules.Should().NotBeEmpty();
        (Enum.IsDefined(chapter.Area) && Enum.IsDefined(chapter.Tier)).Should().BeTrue(chapter.Heading);
        rules.Should().AllSatisfy(rule =>
        {
            rule.Area.Should().Be(chapter.Area);
            rule.Tier.Should().Be(chapter.Tier);
        });
    });

    private static string[] ClaimsOf(IEnumerable<Note> notes) => [.. notes.SelectMany(note => note.Claims)];

    private static List<Recommendation> Advices() =>
    [
        .. typeof(Advice).GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.PropertyType == typeof(Recommendation))
            .Select(property => (Recommendation)property.GetValue(null)!),
    ];

    /// <summary>Names everything that is amiss, not the first.</summary>
    private static void AssertNone(IEnumerable<string> amiss)
    {
        var all = string.Join(", ", amiss.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        all.Should().BeEmpty();
    }
}
