using CollabRisk.Knowledge;
using CollabRisk.RulePacks.Format;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Tests.Export;

/// <summary>All the general knowledge with words in other languages for some of its texts, in code and through YAML: the same in each language.</summary>
public class LanguagesRoundTripTests
{
    private static readonly string[] Languages = ["nl", "nl-BE", "de"];

    /// <summary>Three packs in the usual run; a twentieth of COLLABRISK_RANDOM otherwise.</summary>
    [Fact]
    public void Write_TheKnowledgeInRandomLanguages_LoadedBackSaysTheSameInEach()
    {
        for (var seed = 0; seed < RandomCount.Of(60) / 20; seed++)
        {
            var random = new Random(seed);
            var pack = InLanguages(KnowledgePacks.General, random);
            var plain = RuleBook.Build([pack]);
            using var folder = new PackOnDisk([.. RulePackExport.Write(pack, plain, Manifest(pack)).Select(file => (file.Key, file.Value))]);
            foreach (var language in Languages.Append("nl-NL").Append(null))
            {
                var inCode = RuleBook.Build([pack], language: language);
                var loaded = new RulePackLoader(new() { BasePacks = [], Language = language }).Load(folder.Folder).RuleBook;
                loaded.Digest.Should().Be(inCode.Digest, $"{seed} in {language}");
                (loaded.Digest == plain.Digest).Should().Be(language is null);
                loaded.Languages.Should().Equal(plain.Languages).And.HaveCount(Languages.Length);
                var facts = Some.Collaboration(random, 0.7);
                var assessment = new CollaborationEvaluator(inCode).Evaluate(facts);
                new CollaborationEvaluator(loaded).Evaluate(facts).ToJson().Should().Be(assessment.ToJson());

                // No result depends on the language.
                var english = new CollaborationEvaluator(plain).Evaluate(facts);
                assessment.Overall.Should().Be(english.Overall);
                assessment.Findings.Select(finding => (finding.Fingerprint, finding.Level)).Should().Equal(english.Findings.Select(finding => (finding.Fingerprint, finding.Level)));
            }
        }
    }

    /// <summary>The pack with words in some languages for some of its texts.</summary>
    private static RulePack InLanguages(RulePack pack, Random random)
    {
        var book = RuleBook.Build([pack]);
        var chapters = new List<Chapter>();
        foreach (var (chapter, rules) in pack.Definitions)
        {
            foreach (var rule in rules)
            {
                rule.InLanguages.Clear();
                rule.InLanguages.AddRange(Words(ReadableTexts.Of(rule, [.. book.Find(rule.Code)!.Cases.Where(each => each.Subject is not null).Select(each => new CaseDefinition { Subject = each.Subject })]), random));
                Replace(rule.Recommendations);
                rule.Cases.ForEach(each => Replace(each.Recommendations));
            }

            chapters.Add(new WrittenChapter(chapter.Heading, chapter.Area, chapter.Tier, chapter.Cap, rules, Words(ReadableTexts.Of(chapter), random)));
        }

        return new()
        {
            Id = pack.Id,
            Version = pack.Version,
            Title = pack.Title,
            Chapters = chapters,
            Claims = [.. pack.Claims.Select(claim => claim with { InLanguages = Words(ReadableTexts.Of(claim), random) })],
            Notes = [.. pack.Notes.Select(note => note with { InLanguages = Words(ReadableTexts.Of(note), random) })],
            Interpretations = [.. pack.Interpretations.Select(note => note with { InLanguages = Words(ReadableTexts.Of(note), random) })],
            Tensions = [.. pack.Tensions.Select(tension => tension with { InLanguages = Words(ReadableTexts.Of(tension), random) })],
            Retired = [.. pack.Retired.Select(gone => gone with { InLanguages = Words(ReadableTexts.Of(gone), random) })],
        };

        // A recommendation that several rules give says the same in each of them.
        void Replace(List<Recommendation> steps)
        {
            for (var i = 0; i < steps.Count; i++)
            {
                steps[i] = steps[i] with { InLanguages = Words(ReadableTexts.Of(steps[i]), new Random(steps[i].Code.Sum(letter => letter))) };
            }
        }
    }

    private static IReadOnlyList<TextInLanguage> Words(Readable thing, Random random) =>
    [
        .. from text in thing.Texts.DistinctBy(text => (text.English, text.Subject))
           from language in Languages
           where random.Next(3) == 0
           select new TextInLanguage(language, text.English, $"{language}: {text.English}") { Subject = text.Subject is not null && random.Next(2) == 0 ? text.Subject : null },
    ];

    private static RulePackManifest Manifest(RulePack pack) => new(pack.Id, pack.Version, pack.Title)
    {
        Licence = "MIT",
        Authors = ["CollabRisk contributors"],
        Date = new DateOnly(2026, 11, 22),
        Engine = ">=0.1.0 <1.0.0",
    };
}
