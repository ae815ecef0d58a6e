using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Rules;

/// <summary>A pack for tests with every form of condition that counts, adds up or compares days, each also turned round.</summary>
internal static class ReviewPack
{
    private const TimeUnit Years = TimeUnit.Years, Months = TimeUnit.Months, Weeks = TimeUnit.Weeks, Days = TimeUnit.Days;

    private static readonly DateOnly Today = new(2024, 3, 31);

    public static IReadOnlyList<FactDeclaration> Facts { get; } =
    [
        Fact("rev.reviewed", FactType.Date, "day of the last review", "On which day was the agreement last reviewed?"),
        Fact("rev.ends", FactType.Date, "last day of the agreement", "On which day does the agreement end?"),
        new() { Name = "rev.budget", Type = FactType.Number, Meaning = "budget", Question = "What is the budget?", Minimum = 0 },
        new() { Name = "rev.attends", Type = FactType.YesNo, Meaning = "comes to the board", Question = "Does this partner come to the board?", IsPerPartner = true, Better = FactDirection.Yes },
        new() { Name = "rev.share", Type = FactType.Number, Meaning = "share of the cost, in percent", Question = "Which share of the cost does this partner bear?", IsPerPartner = true, Minimum = 0, Maximum = 100, Better = FactDirection.Higher },
        new() { Name = "rev.posts", Type = FactType.WholeNumber, Meaning = "posts gained or lost", Question = "How many posts does this partner gain?", IsPerPartner = true, Minimum = -50, Maximum = 50 },
        new() { Name = "rev.signed", Type = FactType.Date, Meaning = "day of signing", Question = "On which day did this partner sign?", IsPerPartner = true },
    ];

    public static RuleBook Book { get; } = RuleBook.Build([Pack]);

    public static CollaborationEvaluator Evaluator { get; } = new(Book);

    public static RulePack Pack => new()
    {
        Id = "test.review",
        Version = "1.0.0",
        Title = "A pack for tests",
        Prefix = "REV",
        Chapters = [new OpenChapter(Write)],
        Claims = TestPack.Claims,
        Facts = Facts,
    };

    public static void Write(OpenChapter chapter)
    {
        chapter.ARisk("REV-MOST-ABSENT").When(c => c.Partners.Most(p => p.Extensions.YesNo("rev.attends") == false));
        chapter.ARisk("REV-HALF-PRESENT", Level.Low).When(c => c.Partners.AtLeastShare(50, 100, p => p.Extensions.YesNo("rev.attends") == true));
        chapter.AContext("REV-NOT-MOST-PRESENT").When(c => !c.Partners.Most(p => p.Extensions.YesNo("rev.attends") == true));
        chapter.AContext("REV-NOT-TWO-THIRDS").When(c => !c.Partners.AtLeastShare(2, 3, p => p.Extensions.YesNo("rev.attends") == true || p.Role == PartnerRole.NonLead));
        chapter.AContext("REV-TENTH").When(c => c.Partners.MoreThanShare(1, 10, p => p.Extensions.Number("rev.share") > 50 || p.Extensions.Number("rev.posts") < 0));
        chapter.AContext("REV-SEVENTHS").When(c => c.Partners.AtLeastShare(3, 7, p => p.Extensions.YesNo("rev.attends") == false || c.Extensions.Number("rev.budget") == 0));
        chapter.ARisk("REV-SHARES-SHORT").When(c => c.Partners.SumOf(p => p.Extensions.Number("rev.share")) < 100);
        chapter.AContext("REV-SHARES-OFF").When(c => c.Partners.SumOf(p => p.Extensions.Number("rev.share")) != 100 && !(100 < c.Partners.SumOf(p => p.BenefitShare)));
        chapter.AContext("REV-POSTS-EVEN").When(c => c.Partners.SumOf(p => p.Extensions.Number("rev.posts")) == 0);
        chapter.AContext("REV-POSTS-GAINED").When(c => c.Partners.SumOf(p => p.Extensions.Number("rev.posts")) >= 10 && !(c.Partners.SumOf(p => p.Extensions.Number("rev.posts")) <= 20));
        chapter.ARisk("REV-REVIEW-OLD").When(c => c.Extensions.Day("rev.reviewed").IsOlderThan(2, Years)).RaisedWhen(c => c.Extensions.Day("rev.reviewed").IsOlderThan(5, Years), "it is very old");
        chapter.AContext("REV-REVIEW-NOT-OLD").When(c => !c.Extensions.Day("rev.reviewed").IsOlderThan(18, Months));
        chapter.ARisk("REV-ENDS-SOON").When(c => c.Extensions.Day("rev.ends").IsInTheNext(6, Months));
        chapter.AContext("REV-ENDED").When(c => c.Extensions.Day("rev.ends") < c.AsOf || c.Extensions.Day("rev.ends").IsInTheLast(30, Days));
        chapter.AContext("REV-REVIEWED-IN-TIME").When(c => c.Extensions.Day("rev.reviewed") >= c.Extensions.Day("rev.ends").Minus(8, Weeks) && c.Extensions.Day("rev.reviewed") != c.AsOf.Plus(1, Days) && c.Extensions.Day("rev.ends") > Today);
        chapter.ARisk("REV-SIGNED-LATE").ForEach(c => c.Partners).When((c, p) => p.Extensions.Day("rev.signed") > c.Extensions.Day("rev.ends").Minus(1, Years)).Titled("A title").Says("{subject} signed late.").RestsOn("T-1");
        chapter.ARisk("REV-TWO-OF-FOUR", Level.High).When(c => FactConditions.AtLeastOf(
            2, FactConditions.Raised("REV-REVIEW-OLD"), FactConditions.Raised("REV-ENDS-SOON"), FactConditions.Raised("REV-SHARES-SHORT"), FactConditions.Raised("REV-MOST-ABSENT")));
        chapter.AContext("REV-NOT-TWO-OF-THREE").When(c => !FactConditions.AtLeastOf(2, FactConditions.Raised("REV-REVIEW-OLD"), c.Extensions.Number("rev.budget") < 10, FactConditions.Raised("REV-SIGNED-LATE")));
    }

    /// <summary>Values near those with which rules compare, so that each side of them comes up.</summary>
    public static Collaboration Collaboration(Random random, double knownShare)
    {
        var some = Some.Collaboration(random, knownShare);
        return Filled(some, Book.Facts.Collaboration) with
        {
            AsOf = random.NextDouble() < knownShare ? Day() : null,
            Partners = some.Partners is not { } partners ? null : FactList.Create<Partner>([.. partners.Select(partner => Filled(partner, Book.Facts.Partner))]),
        };

        DateOnly Day() => Today.AddMonths(random.Next(4) == 0 ? random.Next(-10, 30) : random.Next(-70, 10)).AddDays(random.Next(-1, 2));

        T Filled<T>(T owner, FactRegistry.FactRow row)
            where T : class => row.Extensions.Facts.Aggregate(owner, (made, fact) => fact.With(made, random.NextDouble() >= knownShare ? null
                : random.Next(8) == 0 ? DoesNotApply.Here
                : fact.Type switch
                {
                    FactType.Date => Day(),
                    FactType.WholeNumber => (decimal)random.Next(-10, 11),
                    FactType.Number => random.Next(11) * 10m,
                    _ => Some.Value(random, fact),
                }));
    }

    private static FactDeclaration Fact(string name, FactType type, string meaning, string question) => new() { Name = name, Type = type, Meaning = meaning, Question = question };
}
