using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.Tests.Rules;

/// <summary>The rule book that comes built with the library is the one that the chapters of its pack give.</summary>
public sealed class PrebuiltRuleBookTests
{
    private static readonly RulePack Pack = KnowledgePacks.General;
    private static readonly RuleBook Built = RuleBook.Build([Pack.With(prebuilt: null)]);

    [Fact]
    public void File_OfTheRepository_IsThatOfTheChapters() =>
        Approved.Equal("src/CollabRisk/Knowledge/general.rulebook", RuleBookWriter.Of(Pack));

    [Fact]
    public void Read_WhatWasWritten_IsWhatIsBuilt()
    {
        var read = Read();

        read.Digest.Should().Be(Built.Digest);
        RuleBookDigest.Of([Pack], read.Rules, BookLanguage.English).Should().Be(Built.Digest, "what is read says the same, and does not only carry the digest");
        (read.AsOf, read.Language, read.ExpiredOverrides.Count).Should().Be((Built.AsOf, Built.Language, Built.ExpiredOverrides.Count));
        read.Languages.Should().Equal(Built.Languages);
        read.Packs.Should().Equal(Built.Packs);
        read.Notes.Should().Equal(Built.Notes);
        read.Tensions.Should().Equal(Built.Tensions);
        read.Retired.Should().Equal(Built.Retired);
        read.Rules.Select(Everything).Should().Equal(Built.Rules.Select(Everything));
    }

    /// <summary>A build that is released has the file, and one for development does not.</summary>
    [Fact]
    public void General_WhereTheLibraryHasTheFile_ReadsIt()
    {
        var hasFile = typeof(RulePack).Assembly.GetManifestResourceNames().Contains("general.rulebook");

        (Pack.Prebuilt!(Pack)?.Digest).Should().Be(hasFile ? Built.Digest : null);
        RuleBook.Build([Pack]).Digest.Should().Be(Built.Digest);
    }

    [Fact]
    public void Recommendation_ThatWasRead_HasTheLambdasOfItsAuthor()
    {
        var read = Read().Rules.SelectMany(rule => rule.Recommendations).ToList();
        var built = Built.Rules.SelectMany(rule => rule.Recommendations).ToList();

        read.Select(step => $"{step.Code} {step.DoneWhen} {step.DoneForPartnerWhen}").Should().Equal(built.Select(step => $"{step.Code} {step.DoneWhen} {step.DoneForPartnerWhen}"))
            .And.Contain(step => step.Contains("=>", StringComparison.Ordinal));
        read.Where(step => step.DoneWhen != step.DoneWhen).Should().BeEmpty("asking again gives the same");
    }

    [Fact]
    public void Recommendation_ThatWasReadAndIsGivenAnother_HasTheOther()
    {
        var step = Read().Rules.SelectMany(rule => rule.Recommendations).First(step => step.DoneWhen is not null);

        (step with { DoneWhen = null }).DoneWhen.Should().BeNull();
        (step with { DoneForPartnerWhen = null }).DoneWhen.Should().BeSameAs(step.DoneWhen);
        (step with { Text = "Do it." }).DoneWhen.Should().BeSameAs(step.DoneWhen);
    }

    /// <summary>Also of forms that no rule of the library has yet.</summary>
    [Fact]
    public void Read_EveryFormOfConditions_IsWhatWasWritten()
    {
        var fact = FactRegistry.Default.Find("vision.exists")!;
        var (number, other) = (FactRegistry.Default.Facts.First(one => one is { Type: FactType.WholeNumber, IsPerPartner: false }), FactRegistry.Default.Facts.Last(one => one is { Type: FactType.WholeNumber, IsPerPartner: false }));
        var ofPartner = FactRegistry.Default.Facts.First(one => one is { Type: FactType.Word, IsPerPartner: true });
        var sum = FactRegistry.Default.Facts.First(one => one is { IsPerPartner: true, Type: FactType.Number or FactType.WholeNumber });
        var words = FactRegistry.Default.Facts.First(one => one is { Type: FactType.Words });
        var one = new OneOf(fact, 0b10);
        Condition[] forms =
        [
            new AllOf([one, new NumberTest(number, Comparison.Less, 70_000)]), new AnyOf([one, one]), new AtLeastOf(2, [one, one, one]), new Not(new SetTest(words, SetQuestion.HasAny, 0b101)),
            new AtLeastPartners(Quota.OfShare(2, 3, isMore: true), new OneOf(ofPartner, 1)), new EveryPartner(new OneOf(ofPartner, 2)), new PartnersDiffer(ofPartner), new PartnersSum(sum, Comparison.AtLeast, -5),
            new SetTest(words, SetQuestion.Is, 1UL << 40), new NumberPairTest(number, Comparison.AtMost, other), new DayPairTest(FactRegistry.Default.AsOf, Comparison.Greater, FactRegistry.Default.AsOf, new Period(-14, 3)),
            new SubsetTest(words, words), new RaisedTest("TEST-RISK"), new RaisedTest("TEST-RISK", Level.Low), new OverallTest(Level.Moderate), new UnknownTest(fact), one,
        ];
        var pack = TestPack.Of(chapter =>
        {
            chapter.ARisk("TEST-RISK").When(c => c.Vision.Exists == false);
            for (var i = 0; i < forms.Length; i++)
            {
                chapter.ADataGap($"TEST-{i}").Definition.When = Clause.Of(forms[i]);
            }
        });

        var (read, built) = (RuleBookReader.Read(new MemoryStream(RuleBookWriter.Of(pack)), pack), RuleBook.Build([pack]));

        read.Rules.Select(rule => $"{rule.Code} {rule.Cases[0].When.GetType().Name} {rule.Condition}").Should().Equal(built.Rules.Select(rule => $"{rule.Code} {rule.Cases[0].When.GetType().Name} {rule.Condition}"));
        forms.SelectMany(form => form.All).Select(form => form.GetType().Name).Should().Contain(Enum.GetNames<ConditionForm>());
    }

    [Fact]
    public void Read_AFileThatIsOld_SaysWhatIsNotThere()
    {
        var claim = Built.Rules[0].Claims[0];
        var file = new MemoryStream(RuleBookWriter.Of(Pack));
        var without = new RulePack { Id = Pack.Id, Version = Pack.Version, Title = Pack.Title, Chapters = Pack.Chapters, Claims = [.. Pack.Claims.Where(other => other != claim)] };

        FluentActions.Invoking(() => RuleBookReader.Read(file, without)).Should().Throw<InvalidDataException>().WithMessage($"*names the claim '{claim.Id}', which is not there*COLLABRISK_ACCEPT=1*");
    }

    [Fact]
    public void Evaluate_WithWhatWasRead_IsTheSameToTheLetter()
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
    public void Build_OfThePackAlone_TakesWhatWasBuilt()
    {
        RuleBook.Build([WithFile()]).Should().BeSameAs(Built);
        RuleBook.Build([WithFile()], asOf: new DateOnly(2026, 1, 2)).Should().BeSameAs(Built, "where nothing expires the day makes no difference");
    }

    [Fact]
    public void Build_WithOthersOverridesOrALanguage_BuildsAgain()
    {
        RuleBook.Build([WithFile(), KnowledgePacks.UnitedKingdom]).Rules.Should().HaveCountGreaterThan(Built.Rules.Count);
        RuleBook.Build([WithFile()], [RuleOverride.SwitchOff("WORK-OVERLOAD", "we asked")]).Should().NotBeSameAs(Built);
        RuleBook.Build([WithFile()], language: "nl").Language.Should().Be("nl");
    }

    private static RulePack WithFile() => Pack.With(prebuilt: _ => Built);

    private static RuleBook Read() => RuleBookReader.Read(new MemoryStream(RuleBookWriter.Of(Pack)), Pack);

    /// <summary>All that a rule is, of which the digest leaves out what decides no result.</summary>
    private static string Everything(Rule rule) => string.Join(
        '\n',
        [
            $"{rule.Code} {rule.Place} {rule.Chapter} {rule.Area} {rule.Tier} {rule.PackId} {rule.Index} {rule.Position} {rule.AsksForOverall} {rule.Answers} {rule.Highest} {rule.IsSwitchedOff}",
            $"on {string.Join(' ', rule.BuildsOn)} reads {string.Join(' ', rule.Facts)} after {string.Join(' ', rule.Precedents)} under {string.Join(' ', rule.Roots)} of {string.Join(' ', rule.Tensions.Select(tension => tension.Id))}",
            $"rests on {string.Join(' ', rule.Claims.Select(claim => claim.Id))}",
            .. rule.Recommendations.Select(step => $"{step.Code} {step.Text} {string.Join(' ', step.Claims)} {step.IsDerived} {rule.IsAdvisedAlways(step)}"),
            .. rule.Cases.Select(each => $"{each.Subject} {each.SubjectInWords} {each.Confidence} {each.IsSwitchedOff} {each.Moderators.Length} {string.Join(' ', each.Says.Facts)} {string.Join(' ', each.Recommendations.Select(step => step.Code))}"),
            .. rule.CasesInWords.Select(each => $"{each}"),
        ]);
}
