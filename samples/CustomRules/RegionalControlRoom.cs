using CollabRisk;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CustomRules;

/// <summary>
/// What a regional control-room programme adds to the general knowledge. The same pack is written as YAML in
/// <c>samples/packs/regional-control-room</c>; the tests hold the two to the same digest.
/// </summary>
internal static class RegionalControlRoom
{
    public static RulePack Pack { get; } = new()
    {
        Id = "regional.control-room",
        Version = "1.0.0",
        Title = "Regional control-room programme",
        Prefix = "RCR",
        Facts =
        [
            new()
            {
                Name = "rcr.rotaShared",
                Type = FactType.YesNo,
                Meaning = "the control rooms plan their duty rotas together (shared rota)",
                Question = "Do the control rooms plan their duty rotas together?",
                Better = FactDirection.Yes,
            },
            new()
            {
                Name = "rcr.handoverSeconds",
                Type = FactType.Number,
                Minimum = 0,
                Maximum = 3600,
                Meaning = "median time to hand a call over to the partner who must act, in seconds",
                Question = "How many seconds does it usually take to hand a call over to the partner who must act?",
                Better = FactDirection.Lower,
            },
            new()
            {
                Name = "rcr.handover.drill",
                Type = FactType.Word,
                AllowedWords = ["Never", "Yearly", "Quarterly", "Monthly"],
                IsOrdered = true,
                Meaning = "how often handing over a call is practised together",
                Question = "How often do the partners practise handing over a call together?",
                Better = FactDirection.Higher,
            },
            new()
            {
                Name = "rcr.channels",
                Type = FactType.Words,
                AllowedWords = ["DirectLine", "SharedSystem", "Radio", "SwitchboardOnly"],
                Meaning = "the ways by which calls are handed over",
                Question = "By which ways are calls handed over?",
                NeutralBecause = "which ways suit depends on the control rooms",
            },
            new()
            {
                Name = "rcr.handover.drilled",
                Type = FactType.Date,
                Meaning = "the day on which handing over a call was last practised together",
                Question = "On which day was handing over a call last practised together?",
                NeutralBecause = "no day is better than another; how long ago it is counts",
            },
            new()
            {
                Name = "rcr.liaisonDesk",
                Type = FactType.YesNo,
                IsPerPartner = true,
                Meaning = "the partner has a liaison desk in the joint control room",
                Question = "Does this partner have a liaison desk in the joint control room?",
                Better = FactDirection.Yes,
            },
        ],
        Chapters = [new CallHandover(), new DutyRotas()],
        Claims = Evidence.Claims,
        Overrides =
        [
            RuleOverride.SwitchOff("MEDIA-MIX", "All partners write and speak through one recorded system; the programme asks about it elsewhere.")
                with { Author = "Programme Office", Expires = new DateOnly(2027, 6, 30) },
            RuleOverride.ChangeLevel("PLATFORM-BARRIER", Level.Moderate, "The first year was lost to two call-handling platforms that did not talk to each other.")
                with { Author = "Programme Board" },
            RuleOverride.AddModerator(
                "WORK-OVERLOAD", Direction.Raised, (Collaboration c) => c.Extensions.YesNo("rcr.rotaShared") == false, "duty rotas are planned apart",
                "The lessons log shows overload growing where rotas are planned apart.", "RCR-C5")
                with { Author = "Programme Board" },
        ],
    };
}
