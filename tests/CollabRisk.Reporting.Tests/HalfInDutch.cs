using System.Text.RegularExpressions;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Tests;

/// <summary>
/// All knowledge of the library, every kind of rule and facts of a pack, with every other text in a language that stands for Dutch: each of its words
/// begins with an ø, so that one can see of every word on a page which language it is in.
/// </summary>
internal static partial class HalfInDutch
{
    private static readonly Source Source = new("tst-source", "A source for tests", "Carries nothing.");

    private static readonly RulePack Extension = new()
    {
        Id = "tst",
        Version = "1.0.0",
        Title = "A pack with facts of its own",
        Chapters = [new Rooms()],
        Claims = [new("TST-1", Source, "nowhere", "Rooms matter here.", Polarity.Risk, Confidence.NamedCase, "")],
        Facts =
        [
            Fact("tst.style", FactType.Word, "style of the room (layout)", ["Sloped", "Flat", "Round"]),
            Fact("tst.tools", FactType.Words, "tools of the room", ["Radios", "Telephone", "Maps"]),
            Fact("tst.calm", FactType.YesNo, "calm in the room", []),
            Fact("tst.mood", FactType.Word, "mood of the partner", ["Sunny", "Gloomy", "Neither"], isPerPartner: true),
        ],
        Wordings =
        [
            new("vision.exists", Dutch("Is there a vision?")) { Language = "nl", CodingNote = Dutch("Count it where it is written."), AllowedAnswers = Dutch("yes or no") },
            new("extensions.tst.style", Dutch("Which style is it?")) { Language = "nl" },
        ],
    };

    /// <summary>Rule books in the language, by what they are of.</summary>
    public static CollaborationEvaluator Evaluator { get; } = new(Book([.. KnowledgePacks.All, Extension]));

    /// <summary>Every kind of rule, with changes of a host.</summary>
    public static CollaborationEvaluator EveryKind { get; } = new(Book(
        [EveryKindOfFinding.Pack],
        InDutch(RuleOverride.SwitchOff("MEETINGS-RARE", "Meetings are held weekly.")),
        InDutch(RuleOverride.ChangeLevel("WORK-OVERLOAD", Level.High, "Two projects were lost.")),
        RuleOverride.ChangeLevel("GO-LIVE-OPEN", Level.High, "It stays in English."),
        InDutch(RuleOverride.AddModerator("VISION-MISSING", Direction.Raised, c => c.Workload.Overload == true, "people have too much to do", "It was so before.", "EX-1")),
        InDutch(RuleOverride.AddModerator("PARTNER-DRAWS-BACK", Direction.Raised, c => c.Workload.NearGoLive == true, "the day is near", "It was so once.", "EX-1"))));

    /// <summary>A collaboration with the facts of the pack.</summary>
    public static Collaboration Room(string style = "Sloped", string mood = "Sunny", int year = 2026) => new()
    {
        Name = "Joint room",
        AsOf = new DateOnly(year, 3, 31),
        Vision = new() { Exists = false },
        Trust = new() { Organisational = TrustLevel.Low },
        Extensions = new() { ["tst.style"] = style, ["tst.tools"] = year == 2026 ? new[] { "Radios", "Telephone", "Maps" } : new[] { "Radios" }, ["tst.calm"] = false },
        Partners =
        [
            new() { Name = "Anna", Role = PartnerRole.Lead, Extensions = new() { ["tst.mood"] = mood } },
            new() { Name = "Bert", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining, Extensions = new() { ["tst.mood"] = "Gloomy" } },
            new() { Name = "Cara", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining, Extensions = new() { ["tst.mood"] = "Sunny" } },
        ],
    };

    /// <summary>A text with each word changed, but for what stands in braces.</summary>
    public static string Dutch(string text) => Word.Replace(text, "ø$0");

    /// <summary>The packs as a rule book in Dutch.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="overrides">What a host changes.</param>
    private static RuleBook Book(IEnumerable<RulePack> packs, params RuleOverride[] overrides) => RuleBook.Build([.. packs.Select(InDutch)], overrides, language: "nl");

    private static RulePack InDutch(RulePack pack) => new()
    {
        Id = pack.Id,
        Version = pack.Version,
        Title = pack.Title,
        Chapters = [.. pack.Chapters.Select(chapter => new DutchChapter(chapter))],
        Claims = [.. pack.Claims.Select(claim => claim with { InLanguages = Half(claim.Paraphrase) })],
        Facts = [.. pack.Facts.Select(InDutch)],
        Words = pack.Words,
        Notes = [.. pack.Notes.Select(InDutch)],
        Interpretations = [.. pack.Interpretations.Select(InDutch)],
        Tensions = [.. pack.Tensions.Select(tension => tension with { InLanguages = Half(tension.OneSide, tension.OtherSide, tension.Handling) })],
        Wordings = pack.Wordings,
        Prefix = pack.Prefix,
    };

    private static Note InDutch(Note note) => note with { InLanguages = Half(note.Text) };

    private static FactDeclaration InDutch(FactDeclaration fact) => new()
    {
        Name = fact.Name,
        Type = fact.Type,
        Meaning = fact.Meaning,
        Question = fact.Question,
        AllowedWords = fact.AllowedWords,
        Better = fact.Better,
        IsPerPartner = fact.IsPerPartner,
        InLanguages = Half([fact.Meaning, .. fact.AllowedWords]),
    };

    private static RuleOverride InDutch(RuleOverride change) => change with { InLanguages = [.. new[] { change.Reason, change.Because }.OfType<string>().Select(text => new TextInLanguage("nl", text, Dutch(text)))] };

    /// <summary>Every other text in Dutch: by its length, so that a text is so wherever it stands.</summary>
    private static TextInLanguage[] Half(params IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().Where(text => text.Length % 2 == 0).Distinct(StringComparer.Ordinal).Select(text => new TextInLanguage("nl", text, Dutch(text)))];

    private static FactDeclaration Fact(string name, FactType type, string meaning, string[] words, bool isPerPartner = false) => new()
    {
        Name = name,
        Type = type,
        Meaning = meaning,
        Question = $"What is the {meaning}?",
        AllowedWords = words,
        IsPerPartner = isPerPartner,
        Better = type == FactType.YesNo ? FactDirection.Yes : FactDirection.Neutral,
    };

    [GeneratedRegex(@"(?<!\{[^}]*)\p{L}[\p{L}\p{Nd}'’-]*")]
    private static partial Regex Word { get; }

    private sealed class DutchChapter(Chapter of) : Chapter
    {
        public override string Heading => of.Heading;

        public override IReadOnlyList<TextInLanguage> InLanguages => Half(of.Heading);

        public override Area Area => of.Area;

        public override Tier Tier => of.Tier;

        public override Level Cap => of.Cap;

        protected override void Write()
        {
            // The rules are those of the other chapter.
        }

        internal override IReadOnlyList<RuleDefinition> Definitions()
        {
            var rules = of.Definitions();
            foreach (var rule in rules)
            {
                rule.InLanguages.AddRange(Half(ReadableTexts.Of(rule, []).Texts.Select(text => text.English)));
                Translate(rule.Recommendations);
                rule.Cases.ForEach(each => Translate(each.Recommendations));
            }

            return rules;
        }

        private static void Translate(List<Recommendation> steps)
        {
            for (var at = 0; at < steps.Count; at++)
            {
                steps[at] = steps[at] with { InLanguages = Half(steps[at].Text) };
            }
        }
    }

    private sealed class Rooms : Chapter
    {
        public override string Heading => "Rooms for all";

        public override Area Area => Area.Relations;

        public override Tier Tier => Tier.OutsideThePaper;

        protected override void Write()
        {
            Risk("TST-SLOPED", new LevelBasis(Level.High, "the test says it"))
                .Titled("The room is sloped")
                .When(c => c.Extensions.Word("tst.style") == "Sloped")
                .RaisedWhen(c => c.Extensions.YesNo("tst.calm") == false, "no one is calm", "TST-1")
                .Says("It is {extensions.tst.style}, has {extensions.tst.tools} and so trust is {trust.organisational}.")
                .RestsOn("TST-1")
                .Advise(new Recommendation("TST-LEVEL", "Level the whole room.", "TST-1"));

            Risk("TST-GLOOMY", new LevelBasis(Level.Moderate, "a test says it too"))
                .Titled("Someone is gloomy")
                .ForEach(c => c.Partners)
                .When((c, p) => p.Extensions.Word("tst.mood") == "Gloomy")
                .Says("{subject} is {partners[].extensions.tst.mood} today, as ever.")
                .RestsOn("TST-1")
                .Advise(new Recommendation("TST-CHEER", "Cheer them up!", "TST-1"));

            Risk("TST-EACH", new LevelBasis(Level.Low, "one more test"))
                .Titled("Something is so")
                .Case("half of the room", when: c => c.Extensions.YesNo("tst.calm") == false, claims: ["TST-1"])
                .Case("the other half", when: c => c.Extensions.YesNo("tst.calm") == false, claims: ["TST-1"])
                .Says("It is about {subject} in the room.")
                .WithCaveat("Read it well!");

            Strength("TST-TOOLS")
                .Titled("There are tools!")
                .Deprecated("use your own")
                .When(c => c.Extensions.Words("tst.tools").Includes("Radios"))
                .Says("There are {extensions.tst.tools} to use.")
                .RestsOn("TST-1");
        }
    }
}
