using System.Text;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Tests;

/// <summary>
/// A small rule book with every kind of rule and a collaboration that raises each, for tests of what is written about
/// findings. Its text is its own, so that it stays as it is while the knowledge grows.
/// </summary>
internal static class EveryKindOfFinding
{
    private static readonly Source Study = new(
        "two-rooms-study", "Example and Sample, Two control rooms and what became of them", "Interviews at two control rooms that still work.")
    {
        Publisher = "Example Press",
        Date = "2019-05",
        Address = new Uri("https://example.org/two-rooms?part=1&part=2"),
        Extract = "sections 2 and 3",
    };

    private static readonly Source Slides = new(
        "course-slides", "Slides of a course on working together", "Teaching material without citations.")
    {
        Caveat = "Rests on slides alone.",
    };

    public static RulePack Pack { get; } = new()
    {
        Id = "example.every-kind",
        Version = "2.1.0",
        Title = "Every kind of finding",
        Chapters = [new Rules()],
        Claims =
        [
            Claim("EX-1", Study, "§2 p4, line 40", "Without a vision that all partners share, the first room’s plan failed, at a cost of £2m.", Confidence.NamedCase, "the first room") with { Quotation = "we had no <plan>" },
            Claim("EX-2", Study, "§3 p1, lines 61-63", "Partners that do not lead tend to draw back from decisions.", Confidence.Literature, "Author 1999"),
            Claim("EX-3", Slides, "slide 7, line 12", "Trust grows where people meet.", Confidence.Assertion),
            Claim("EX-4", Slides, "slide 9, line 30", "Shared premises go with shared leadership.", Confidence.Implied),
        ],
        Notes = [new("Two rooms were studied, and both still work.", ["EX-1"]), new("Nothing here is a verdict.", [])],
        Interpretations = [new("Low trust says little in the first year.", ["EX-3"]) { About = ["TRUST-LOW", "WORK-OVERLOAD"] }],
        Tensions =
        [
            new("T1", "A vision must be there before the work begins.", "Members find their ideas by working.", "Both are reported; neither is ranked.", ["EX-1", "EX-3"])
            {
                One = ["VISION-MISSING"],
                Other = ["MEMBERS-ALIGNED"],
            },
        ],
    };

    /// <summary>The pack with one rule switched off and one at another level.</summary>
    public static CollaborationEvaluator Evaluator { get; } = new(RuleBook.Build(
        [Pack],
        [
            RuleOverride.SwitchOff("MEETINGS-RARE", "Meetings are held weekly since March; the survey is older."),
            RuleOverride.ChangeLevel("WORK-OVERLOAD", Level.High, "This force has lost two projects to overload."),
        ]));

    /// <summary>A collaboration that raises every rule that can be raised.</summary>
    public static Collaboration Collaboration { get; } = new()
    {
        Name = "Joint control room “North–South”",
        AsOf = new DateOnly(2026, 3, 31),
        Form = CollaborationForm.SharedPremises,
        BenefitsSought = [Benefit.CostReduction, Benefit.Resilience],
        Vision = new() { Exists = false, Compelling = false, MembersAligned = true },
        Trust = new() { Organisational = TrustLevel.Low, ReinforcementActive = true },
        Workload = new() { Overload = true, StaffBefore = 120, StaffAfter = 84 },
        Communication = new() { Regular = false },
        Governance = new() { LeadOrganisation = true },
        Partners =
        [
            new() { Name = "Fire and Rescue Service", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining, ActiveInDecisions = true, BenefitShare = 12.5m },
            new() { Name = "Police", Role = PartnerRole.Lead },
            new() { Name = "Ambulance Trust", Role = PartnerRole.NonLead },
        ],
    };

    private static Claim Claim(string id, Source source, string locator, string paraphrase, Confidence strength, string basis = "") =>
        new(id, source, locator, paraphrase, Polarity.Risk, strength, basis);

    private sealed class Rules : Chapter
    {
        public override string Heading => "Every kind";

        public override Area Area => Area.Relations;

        public override Tier Tier => Tier.InterOrganisational;

        protected override void Write()
        {
            Risk("VISION-MISSING", LevelBasis.TiedToFailure)
                .Titled("No shared vision")
                .When(c => c.Vision.Exists == false)
                .LoweredWhen(c => c.Vision.InStrategyDocument == true, "a written strategy is in for it", "EX-1")
                .Says("The partners hold no shared vision.")
                .RestsOn("EX-1")
                .Advise(WriteVision, MeetWeekly)
                .WithCaveat("Told by one participant.");

            Risk("WORK-OVERLOAD", LevelBasis.ReportedStrain)
                .Titled("Too much work")
                .When(c => c.Workload.Overload == true)
                .RaisedWhen(c => c.Workload.StaffAfter < 100, "the staff left are few", "EX-1")
                .Says("People have more work than they can do: {workload.staffAfter} do what {workload.staffBefore} did.")
                .RestsOn("EX-1", "EX-3")
                .LeadsTo("TRUST-LOW");

            Risk("PARTNER-DRAWS-BACK", LevelBasis.MainInfluence)
                .Titled("A partner draws back")
                .AppliesWhen(c => c.Governance.LeadOrganisation == true)
                .ForEach(c => c.Partners, p => p.Role == PartnerRole.NonLead)
                .When((c, p) => p.StrategicEngagement.IsAnyOf(Engagement.Declining, Engagement.TroubleOnly, Engagement.None))
                .LoweredWhen((c, p) => p.ActiveInDecisions == true, "the partner takes part in decisions", "EX-2")
                .Says("{subject} does not lead and is drawing back.")
                .RestsOn("EX-2");

            Risk("MEETINGS-RARE", LevelBasis.NamedInPassing)
                .Titled("Meetings are rare")
                .When(c => c.Communication.Regular == false)
                .Says("The partners do not meet regularly.")
                .RestsOn("EX-3");

            Mismatch("FORM-LEADERSHIP", LevelBasis.ImpliedPairing)
                .Titled("Form and leadership do not fit")
                .Case(
                    "shared premises under one leader",
                    appliesWhen: c => c.Form == CollaborationForm.SharedPremises,
                    when: c => c.Governance.LeadOrganisation == true,
                    claims: ["EX-4"])
                .Says("The form does not fit the leadership: {subject}.")
                .WithCaveat("Only implied.");

            Diagnostic("TRUST-LOW")
                .Titled("Trust is low")
                .When(c => c.Trust.Organisational < TrustLevel.Sufficient)
                .Says("There is less trust between the organisations than the work needs.")
                .RestsOn("EX-3");

            Strength("MEMBERS-ALIGNED")
                .Titled("Members share ideas")
                .When(c => c.Vision.MembersAligned == true)
                .Says("Members share ideas and work towards the same future.")
                .RestsOn("EX-1");

            Context("SAVINGS-SOUGHT")
                .Titled("Savings are sought")
                .When(c => c.BenefitsSought.Includes(Benefit.CostReduction))
                .Says("Lower cost is among the benefits sought.")
                .RestsOn("EX-3");

            Caveat("NAME-ONLY")
                .Titled("A label, not a test")
                .When(c => c.Form == CollaborationForm.SharedPremises)
                .Says("What counts as shared premises differs between the sources.")
                .RestsOn("EX-4");

            DataGap("STRATEGY-NOT-KNOWN")
                .Titled("No one knows of a strategy")
                .When(c => c.Vision.InStrategyDocument.IsUnknown())
                .Says("Whether the vision is in a strategy is not known.")
                .RestsOn("EX-1");

            Recommend(MeetWeekly)
                .Titled("Meet every week")
                .When(c => c.Trust.ReinforcementActive == true && c.Communication.Regular == false);

            Risk("RULE-FAILS", LevelBasis.NamedInPassing)
                .Titled("A rule that fails")
                .Says("Never said.")
                .RestsOn("EX-3")
                .Definition.When = Clause.Of(new Failing());

            Risk("GO-LIVE-OPEN", LevelBasis.MainInfluence)
                .Titled("Go-live is near")
                .When(c => c.Workload.NearGoLive == true && c.Workload.EffortResourced == false)
                .Says("Go-live is near and nothing is set aside for it.")
                .RestsOn("EX-3");
        }

        private static Recommendation WriteVision { get; } = new("WRITE-VISION", "Write a vision with all partners.", "EX-1");

        private static Recommendation MeetWeekly { get; } = new("MEET-WEEKLY", "Meet every week, if only for a quarter of an hour.", "EX-3") { IsDerived = true };
    }

    private sealed class Failing : Condition
    {
        public override Truth Evaluate(ConditionContext context, int partner) => throw new InvalidOperationException("The register could not be read.");

        public override void Write(StringBuilder text) => text.Append("fails");
    }
}
