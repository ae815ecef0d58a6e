using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.RulePacks.Tests.Testing;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;
using CollabRisk.Tests.Rules;

namespace CollabRisk.RulePacks.Tests.Export;

/// <summary>The knowledge of the library as rule packs, loaded back: the same rules, and the same assessments.</summary>
public class RulePackExportTests
{
    private static readonly RuleBook Original = RuleBook.Build(KnowledgePacks.All);

    private static readonly RuleBook LoadedBack = LoadBack().RuleBook;

    [Fact]
    public void Write_AllKnowledge_LoadedBackHasTheSameDigest()
    {
        LoadedBack.Rules.Select(rule => rule.Code).Should().Equal(Original.Rules.Select(rule => rule.Code));
        foreach (var (rule, again) in Original.Rules.Zip(LoadedBack.Rules))
        {
            var (text, same) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
            RuleBookDigest.Write(rule, text);
            RuleBookDigest.Write(again, same);
            same.ToString().Should().Be(text.ToString());
        }

        LoadedBack.Digest.Should().Be(Original.Digest);
    }

    [Fact]
    public void Write_AllKnowledge_GivesTheSameAssessmentsOfTheCaseFiles()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "samples/cases"), "*.json");
        files.Should().NotBeEmpty();
        foreach (var file in files)
        {
            AssertSame(CollaborationJson.Parse(File.ReadAllText(file)));
        }
    }

    /// <summary>2,000 of them in the usual run; COLLABRISK_RANDOM sets another number, such as 10,000.</summary>
    [Fact]
    public void Write_AllKnowledge_GivesTheSameAssessmentsOfRandomCollaborations()
    {
        var random = new Random(20261122);
        for (var i = 0; i < RandomCount.Of(2_000); i++)
        {
            AssertSame(Some.Collaboration(random, random.NextDouble()));
        }
    }

    [Fact]
    public void Write_TheSample_LoadedBackHasTheSameRules()
    {
        var set = new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room"));
        var pack = set.Packs[0];
        var plain = RuleBook.Build([KnowledgePacks.General, Without(pack.Pack)]);
        using var folder = new TemporaryFolder();
        WriteTo(folder, "", RulePackExport.Write(Without(pack.Pack), plain, pack.Manifest));
        new RulePackLoader().Load(folder.Path).RuleBook.Digest.Should().Be(plain.Digest);
    }

    /// <summary>Every condition that counts, adds up or compares days: the same rules, and the same assessments.</summary>
    [Fact]
    public void Write_SharesSumsAndDays_LoadedBackIsTheSame()
    {
        using var folder = new TemporaryFolder();
        WriteTo(folder, "", RulePackExport.Write(ReviewPack.Pack, ReviewPack.Book, ManifestOf(ReviewPack.Pack)));
        var again = new RulePackLoader(new RulePackOptions { BasePacks = [] }).Load(folder.Path).RuleBook;
        again.Rules.Select(rule => rule.Condition).Should().Equal(ReviewPack.Book.Rules.Select(rule => rule.Condition));
        again.Digest.Should().Be(ReviewPack.Book.Digest);
        for (var seed = 0; seed < RandomCount.Of(300); seed++)
        {
            var random = new Random(seed);
            var given = ReviewPack.Collaboration(random, random.NextDouble());
            new CollaborationEvaluator(again).Evaluate(given).ToJson().Should().Be(ReviewPack.Evaluator.Evaluate(given).ToJson());
        }
    }

    /// <summary>Words that the pack adds, asked for in every form: the same rules, and the same assessments.</summary>
    [Fact]
    public void Write_AddedWords_LoadedBackIsTheSame()
    {
        using var folder = new TemporaryFolder();
        WriteTo(folder, "", RulePackExport.Write(HousingPack.Pack, HousingPack.Book, ManifestOf(HousingPack.Pack)));
        var again = new RulePackLoader(new RulePackOptions { BasePacks = [] }).Load(folder.Path).RuleBook;
        again.Rules.Select(rule => rule.Condition).Should().Equal(HousingPack.Book.Rules.Select(rule => rule.Condition));
        again.Digest.Should().Be(HousingPack.Book.Digest);
        for (var seed = 0; seed < RandomCount.Of(300); seed++)
        {
            var random = new Random(seed);
            var given = HousingPack.Collaboration(random, random.NextDouble());
            new CollaborationEvaluator(again).Evaluate(given).ToJson().Should().Be(HousingPack.Evaluator.Evaluate(given).ToJson());
        }
    }

    /// <summary>What another pack adds is not named by a rule that does not know it, and the rule means the same with it and without.</summary>
    [Fact]
    public void Write_RulesBesideAddedWords_AreWrittenAsWithoutThem()
    {
        static IReadOnlyDictionary<string, string> Written(RuleBook book) => RulePackExport.Write(KnowledgePacks.General, book, ManifestOf(KnowledgePacks.General));
        Written(RuleBook.Build([KnowledgePacks.General, HousingPack.Pack])).Should().Equal(Written(RuleBook.Build([KnowledgePacks.General])));
    }

    /// <summary>Every strength of evidence, and all that can be said of a source, a claim and a fact in a group.</summary>
    [Fact]
    public void Write_EveryKindOfEvidence_LoadedBackIsTheSame()
    {
        var source = new Source("a-review", "A review of partnerships", "One country.")
        {
            Caveat = "Of one country.",
            Publisher = "Audit Office",
            Date = "2005-10",
            Address = new Uri("https://example.org/a%20review?part=3"),
            Extract = "the summary",
        };
        Claim[] claims = [.. Enum.GetValues<Confidence>().Select(strength =>
            new Claim($"EX-{strength}", source, "page 3", $"It is said: {strength}.", Polarity.Risk, strength, "100 bodies") { Quotation = $"“{strength}”, they say" })];
        var pack = new RulePack
        {
            Id = "test.evidence",
            Version = "1.0.0",
            Title = "Evidence",
            Prefix = "EX",
            Facts = [.. claims.Select(claim => new FactDeclaration { Name = $"ex.said.{char.ToLowerInvariant(claim.Id[3])}{claim.Id[4..]}", Type = FactType.YesNo, Meaning = "it is said", Question = "Is it said?", Better = FactDirection.No })],
            Chapters = [new EachClaim(claims)],
            Claims = claims,
        };
        var plain = RuleBook.Build([pack]);
        using var folder = new TemporaryFolder();
        WriteTo(folder, "", RulePackExport.Write(pack, plain, ManifestOf(pack)));
        var again = new RulePackLoader(new RulePackOptions { BasePacks = [] }).Load(folder.Path);
        again.RuleBook.Digest.Should().Be(plain.Digest);
        again.Packs[0].Pack.Claims.Should().BeEquivalentTo(claims, options => options.WithStrictOrdering());
        var random = new Random(20261128);
        for (var i = 0; i < 50; i++)
        {
            var known = pack.Facts.Aggregate(FactExtensions.None, (given, fact) => given.With(fact.Name, random.Next(3) switch { 0 => true, 1 => false, _ => null }));
            var given = CollaborationJson.Parse(CollaborationJson.Write(new Collaboration { Extensions = known }));
            var assessment = new CollaborationEvaluator(plain).Evaluate(given);
            assessment.Findings.Select(finding => finding.Confidence).Should().BeInAscendingOrder();
            new CollaborationEvaluator(again.RuleBook).Evaluate(given).ToJson().Should().Be(assessment.ToJson());
        }
    }

    /// <summary>A rule for each claim, which asks a fact in a group.</summary>
    private sealed class EachClaim(IReadOnlyList<Claim> claims) : Chapter
    {
        public override string Heading => "Evidence";

        public override Area Area => Area.Instruments;

        public override Tier Tier => Tier.OutsideThePaper;

        protected override void Write()
        {
            foreach (var claim in claims)
            {
                Risk($"EX-SAID-{claim.Id[3..].ToUpperInvariant()}", new LevelBasis(Level.Low, "it is said")).Titled($"It is {claim.Strength}")
                    .When(Asked(claim)).Says("It is said.").RestsOn(claim.Id);
            }
        }

        private static System.Linq.Expressions.Expression<Func<Collaboration, bool>> Asked(Claim claim)
        {
            var c = System.Linq.Expressions.Expression.Parameter(typeof(Collaboration), "c");
            var asked = System.Linq.Expressions.Expression.Call(
                System.Linq.Expressions.Expression.Property(c, nameof(Collaboration.Extensions)), nameof(FactExtensions.YesNo), null,
                System.Linq.Expressions.Expression.Constant($"ex.said.{char.ToLowerInvariant(claim.Id[3])}{claim.Id[4..]}"));
            return System.Linq.Expressions.Expression.Lambda<Func<Collaboration, bool>>(
                System.Linq.Expressions.Expression.Equal(asked, System.Linq.Expressions.Expression.Constant(true, typeof(bool?))), c);
        }
    }

    [Fact]
    public void Write_ABookWithOverridesOfThePack_IsRefused()
    {
        var book = RuleBook.Build([KnowledgePacks.General], [RuleOverride.SwitchOff("VISION-ABSENT", "a test")]);
        Invoking(() => RulePackExport.Write(KnowledgePacks.General, book, ManifestOf(KnowledgePacks.General))).Should().ThrowExactly<ArgumentException>();
        Invoking(() => RulePackExport.Write(KnowledgePacks.UnitedKingdom, book, ManifestOf(KnowledgePacks.UnitedKingdom))).Should().ThrowExactly<ArgumentException>();
    }

    [Fact]
    public void Write_ABookInALanguage_IsRefusedSinceItsEnglishWouldBeLost() =>
        Invoking(() => RulePackExport.Write(KnowledgePacks.General, RuleBook.Build([KnowledgePacks.General], language: "nl"), ManifestOf(KnowledgePacks.General)))
            .Should().ThrowExactly<ArgumentException>().WithMessage("The rule book is built in the language 'nl'. Build one without a language*");

    [Theory]
    [InlineData(null, "*hou.HousingAssociation, hou.TenantsGroup, * would be read back under another name, since the manifest has no prefix. Give the one*")]
    [InlineData("RCR", "*since the manifest has the prefix 'RCR'. Give the one*")]
    public void Write_ManifestWithAnotherPrefix_IsRefused(string? prefix, string expected) =>
        Invoking(() => RulePackExport.Write(HousingPack.Pack, HousingPack.Book, ManifestOf(HousingPack.Pack) with { Prefix = prefix }))
            .Should().ThrowExactly<ArgumentException>().WithMessage(expected);

    private static void AssertSame(Collaboration collaboration)
    {
        var expected = (new CollaborationEvaluator(Original).Evaluate(collaboration)).ToJson();
        var actual = (new CollaborationEvaluator(LoadedBack).Evaluate(collaboration)).ToJson();
        actual.Should().Be(expected);
    }

    /// <summary>The pack without its overrides, which belong to other packs' rules.</summary>
    private static RulePack Without(RulePack pack) => new()
    {
        Id = pack.Id,
        Version = pack.Version,
        Title = pack.Title,
        Prefix = pack.Prefix,
        Facts = pack.Facts,
        Chapters = pack.Chapters,
        Claims = pack.Claims,
        Notes = pack.Notes,
    };

    private static RulePackManifest ManifestOf(RulePack pack) => new(pack.Id, pack.Version, pack.Title)
    {
        Description = pack.Description,
        Licence = "MIT",
        Authors = ["CollabRisk contributors"],
        Date = new DateOnly(2026, 11, 22),
        Engine = ">=0.1.0 <1.0.0",
        FactModel = 1,
        Prefix = pack.Prefix,
    };

    /// <summary>All the knowledge, written as rule packs and loaded back.</summary>
    internal static RulePackSet LoadBack()
    {
        using var folder = new TemporaryFolder();
        foreach (var pack in KnowledgePacks.All)
        {
            WriteTo(folder, pack.Id, RulePackExport.Write(pack, Original, ManifestOf(pack)));
        }

        return new RulePackLoader(new RulePackOptions { BasePacks = [] }).Load(KnowledgePacks.All.Select(pack => Path.Combine(folder.Path, pack.Id)));
    }

    private static void WriteTo(TemporaryFolder folder, string under, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            folder.Write(Path.Combine(under, name), text);
        }
    }
}
