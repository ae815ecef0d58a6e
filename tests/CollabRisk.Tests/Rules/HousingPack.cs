using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Rules;

/// <summary>A pack for tests that adds words to every fact that takes more, with rules that name them, that name what they count as, and that name neither.</summary>
internal static class HousingPack
{
    public static IReadOnlyList<WordDeclaration> Words { get; } =
    [
        Word("partners[].sector", "hou.HousingAssociation", "Voluntary"),
        Word("partners[].sector", "hou.TenantsGroup", "Voluntary"),
        Word("partners[].sector", "hou.DrugService", "Health"),
        Word("context.jurisdiction", "hou.Ireland", "OtherCountry"),
        Word("form", "hou.JointCommissioning", "Other"),
    ];

    public static RulePack Pack => new()
    {
        Id = "test.housing",
        Version = "1.0.0",
        Title = "A pack for tests",
        Prefix = "HOU",
        Chapters = [new OpenChapter(Write)],
        Claims = TestPack.Claims,
        Words = Words,
    };

    public static RuleBook Book { get; } = RuleBook.Build([Pack]);

    public static CollaborationEvaluator Evaluator { get; } = new(Book);

    public static void Write(OpenChapter chapter)
    {
        chapter.AContext("HOU-LANDLORD").When(c => c.Partners.Some(p => p.Sector.IsAdded("hou.HousingAssociation")));
        chapter.AContext("HOU-NO-LANDLORD").When(c => !c.Partners.Some(p => p.Sector.IsAdded("hou.HousingAssociation")));
        chapter.AContext("HOU-VOLUNTARY").When(c => c.Partners.Some(p => p.Sector == Sector.Voluntary));
        chapter.AContext("HOU-ALL-OTHERS").When(c => c.Partners.Every(p => p.Sector != Sector.Voluntary));
        chapter.AContext("HOU-HEALTH-OR-POLICE").When(c => c.Partners.Some(p => p.Sector.IsAnyOf(Sector.Health, Sector.Police)));
        chapter.AContext("HOU-OTHER-VOLUNTARY").When(c => c.Partners.Some(p => p.Sector == Sector.Voluntary && !p.Sector.IsAdded("hou.HousingAssociation")));
        chapter.AContext("HOU-DIFFER").When(c => c.Partners.DifferIn(p => p.Sector));
        chapter.AContext("HOU-CROSS").When(c => c.CrossProfession == true);
        chapter.AContext("HOU-ONE-PROFESSION").When(c => c.CrossProfession == false);
        chapter.AContext("HOU-ABROAD").When(c => c.Context.Jurisdiction == Jurisdiction.OtherCountry);
        chapter.AContext("HOU-IRELAND").When(c => c.Context.Jurisdiction.IsAdded("hou.Ireland") || c.Context.Jurisdiction == Jurisdiction.NorthernIreland).Says("The law is that of {context.jurisdiction}.");
        chapter.ARisk("HOU-FORM", Level.Low).AppliesWhen(c => c.Form != CollaborationForm.Other).When(c => c.Context.Jurisdiction != Jurisdiction.England);
        chapter.ADataGap("HOU-FORM-UNKNOWN").When(c => c.Form.IsUnknown());
        chapter.ARisk("HOU-EACH").ForEach(c => c.Partners).When((c, p) => p.Sector.IsAdded("hou.DrugService") && p.HistoryAndIdeologyMapped == false).Titled("A title").Says("{subject} ({partners[].sector}) is new to it.").RestsOn("T-1");
    }

    /// <summary>A random collaboration of which every fact that takes more words has any of its words, one that no pack adds among them, or does not apply. Nothing is given that follows from the sectors.</summary>
    public static Collaboration Collaboration(Random random, double knownShare)
    {
        var some = Filled(Some.Collaboration(random, knownShare), isPartner: false);
        return some.Partners is not { } partners ? some : some with { CrossProfession = null, Partners = FactList.Create<Partner>([.. partners.Select(partner => Filled(partner, isPartner: true))]) };

        T Filled<T>(T owner, bool isPartner)
            where T : class => Book.Facts.Facts.Where(fact => fact.AddedWords.Count > 0 && fact.IsPerPartner == isPartner).Aggregate(owner, (made, fact) => fact.With(made, random.NextDouble() >= knownShare ? null
                : random.Next(10) switch { 0 => DoesNotApply.Here, 1 => "far.Unknown1", _ => Some.Value(random, fact) }));
    }

    private static WordDeclaration Word(string fact, string word, string countsAs) => new() { Fact = fact, Word = word, CountsAs = countsAs, Meaning = $"what {word} means" };
}
