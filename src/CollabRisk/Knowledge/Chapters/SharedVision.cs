using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Shared vision, mission and goal.</summary>
internal sealed class SharedVision : Chapter
{
    public override string Heading => "Shared vision, mission and goal";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.InterOrganisational;

    protected override void Write()
    {
        Risk("VISION-ABSENT", LevelBasis.TiedToFailure)
            .Titled("No shared vision")
            .When(c => c.Vision.Exists == false)
            .Says("The partners hold no shared vision, mission or goal.")
            .RestsOn("D3-189", "D3-190", "D1-29")
            .Advise(Advice.WriteVisionTogether, Advice.WriteStrategy)
            .WithCaveat(Caveats.VisionReportedNotTested);

        // Neither this rule nor VISION-FADES asks whether there is a vision: without one, nothing reaches anybody either, and
        // the worse state must not take the finding away.
        Risk("VISION-NOT-SHARED", LevelBasis.SetsFailureApart)
            .Titled("The vision does not reach everyone")
            .When(c => c.Vision.CommunicatedToAll == false)
            .Says("No shared vision has been conveyed to every member.")
            .RestsOn("D3-189")
            .Advise(Advice.ConveyVisionToAll)
            .WithCaveat(Caveats.VisionReportedNotTested)
            .Under("VISION-ABSENT");

        Risk("VISION-FADES", LevelBasis.SetsFailureApart)
            .Titled("The vision is not kept alive")
            .When(c => c.Vision.ReinforcedThroughout == false)
            .Says("A shared vision is not repeated as the work goes on.")
            .RestsOn("D3-189", "D3-194")
            .Advise(Advice.RestateVision)
            .WithCaveat(Caveats.VisionReportedNotTested)
            .Under("VISION-ABSENT", "VISION-NOT-SHARED");

        // Low, and not with the two above: the start is past, and the source weighs it only together with the time since.
        Risk("VISION-LATE", LevelBasis.NamedInPassing)
            .Titled("No clear vision at the start")
            .When(c => c.Vision.AtStart == false)
            .Says("The vision was not clear when the collaboration began.")
            .RestsOn("D3-194", "D3-189")
            .Advise(Advice.RestateVision)
            .WithCaveat(Caveats.VisionReportedNotTested)
            .Under("VISION-ABSENT", "VISION-FADES", "VISION-NOT-SHARED");

        Risk("VISION-IMPOSED", LevelBasis.DerivedStep)
            .Titled("The vision was not made together")
            .AppliesWhen(c => c.Vision.Exists == true)
            .When(c => c.Vision.JointlyDeveloped == false)
            .Says("There is a shared vision, but the partners did not develop it together.")
            .RestsOn("D3-194")
            .Advise(Advice.WriteVisionTogether)
            .WithCaveat("The source reports that one case made its vision together; that a vision made otherwise is a risk is derived.")
            .Under("VISION-ABSENT", "VISION-NOT-SHARED", "VISION-FADES");

        Risk("VISION-WEAK", LevelBasis.NamedInPassing)
            .Titled("The vision does not carry over obstacles")
            .When(c => c.Vision.Compelling == false)
            .Says("The vision is not compelling enough for members to persist past obstacles.")
            .RestsOn("D3-199")
            .Advise(Advice.RestateVision)
            .Under("VISION-ABSENT", "VISION-FADES", "VISION-NOT-SHARED");

        Risk("NO-JOINT-RATIONALE", LevelBasis.MainInfluence)
            .Titled("No case for delivering together")
            .When(c => c.Vision.TogetherBetterCase == false)
            .Says("No one makes the case that delivering together beats delivering alone.")
            .RestsOn("D3-196")
            .Advise(Advice.MakeJointCase)
            .Under("VISION-ABSENT")
            .LeadsTo("VISION-ABSENT");

        Risk("MEMBERS-NOT-ALIGNED", LevelBasis.NamedInPassing)
            .Titled("Members do not work to the same ideas")
            .When(c => c.Vision.MembersAligned == false)
            .Says("Members do not work to the same ideas of where the collaboration is going.")
            .RestsOn("D3-198")
            .Advise(Advice.RestateVision)
            .WithCaveat("In part a definition: the source describes the shared goal as a future that aligned members make.")
            .Under("VISION-ABSENT", "VISION-NOT-SHARED", "VISION-FADES");

        Strength("VISION-SHARED")
            .Titled("A shared vision")
            .When(c => c.Vision.Exists == true)
            .Says("The partners hold a shared vision, mission or goal, which contributes to commitment and guides the work.")
            .RestsOn("D1-29", "D3-197")
            .Under("VISION-SUSTAINED");

        Strength("VISION-SUSTAINED")
            .Titled("A shared vision from start to now")
            .When(c => c.Vision.Exists == true && c.Vision.CommunicatedToAll == true
                && c.Vision.AtStart == true && c.Vision.ReinforcedThroughout == true)
            .Says("A shared vision was conveyed to all, at the start and all the way through.")
            .RestsOn("D3-189", "D3-194", "D3-197")
            .WithCaveat(Caveats.VisionReportedNotTested)
            .LeadsTo("NEW-SHARED-CULTURE");

        Strength("JOINT-RATIONALE")
            .Titled("The case for delivering together is made")
            .When(c => c.Vision.TogetherBetterCase == true)
            .Says("The case is made that delivering together beats delivering alone, which a shared vision involves.")
            .RestsOn("D3-196")
            .Under("VISION-SUSTAINED", "VISION-SHARED");

        Strength("VISION-COMPELLING")
            .Titled("The vision carries over obstacles")
            .When(c => c.Vision.Compelling == true)
            .Says("The vision is compelling enough for members to persist past obstacles.")
            .RestsOn("D3-199")
            .Under("VISION-SUSTAINED", "VISION-SHARED");

        Strength("STRATEGY-ANCHOR")
            .Titled("A stable written strategy carries the vision")
            .AppliesWhen(c => c.Leadership.SeniorTurnover == true)
            .When(c => c.Vision.InStrategyDocument == true && c.Vision.StrategyStable == true)
            .Says("The vision is in a written strategy that stayed unchanged while senior people changed.")
            .RestsOn("D3-192");

        Strength("SUCCESSORS-BRIEFED")
            .Titled("New senior people are briefed on the strategy")
            .AppliesWhen(c => c.Leadership.SeniorTurnover == true)
            .When(c => c.Leadership.SuccessorBriefed == true)
            .Says("Senior people change, and the new ones are briefed on the strategy, which brings their thinking into line with it.")
            .RestsOn("D3-193")
            .WithCaveat("Rests on one participant's account.")
            .Under("STRATEGY-ANCHOR");

        Strength("MEMBERS-ALIGNED")
            .Titled("Members share ideas")
            .When(c => c.Vision.MembersAligned == true)
            .Says("Members share ideas and work towards the same future.")
            .RestsOn("D3-191", "D3-198")
            .WithCaveat("Rests on one participant's strong opinion.");

        Strength("PROCESS-FUNDAMENTALS")
            .Titled("Communication and vision are both there")
            .When(c => c.Communication.Regular == true && c.Vision.Exists == true)
            .Says("The two fundamentals of the joint process, communication and a shared vision, are both in place.")
            .RestsOn("D3-178")
            .Under("VISION-SUSTAINED", "VISION-SHARED");

        Recommend(Advice.WriteStrategy)
            .Titled("Write the vision into the strategy")
            .AppliesWhen(c => c.Vision.Exists == true)
            .When(c => c.Vision.InStrategyDocument == false);

        Recommend(Advice.BriefSuccessors)
            .Titled("Brief new senior people")
            .AppliesWhen(c => c.Leadership.SeniorTurnover == true)
            .When(c => c.Leadership.SuccessorBriefed == false);

        Recommend(Advice.RestateMotive)
            .Titled("Revive the motive by communicating")
            .AppliesWhen(c => c.Members.MotivationLevel == MotivationLevel.Low)
            .When(c => c.Communication.Regular == false);
    }
}
