using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Willingness, commitment and motivation of members.</summary>
internal sealed class WillingnessAndCommitment : Chapter
{
    /// <summary>D3-143, T24.</summary>
    private const string CommitmentNotAlwaysSeen =
        "Participants called personal commitment necessary, yet it did not always show; what is known of it dates from one moment.";

    /// <summary>D3-147, D3-149, T13.</summary>
    private const string TwoRemedies =
        "Two remedies were observed, moving the unwilling out and showing the value of the work; the source does not compare them.";

    public override string Heading => "Willingness, commitment and motivation of members";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.Individual;

    protected override void Write()
    {
        Risk("MEMBERS-UNCOMMITTED", LevelBasis.MainInfluence)
            .Titled("Members are not committed")
            .When(c => c.Members.Committed == false)
            .Says("The members are not committed to keeping the collaboration going, and may give less resources, ideas and energy.")
            .RestsOn("D1-27", "D3-139", "D3-142", "D3-144")
            .Advise(Advice.DemonstrateValue, Advice.FundExitSelection)
            .WithCaveat(CommitmentNotAlwaysSeen, "The source says that commitment feeds the will to contribute; that members without it give less is derived.");

        Risk("MEMBERS-UNMOTIVATED", LevelBasis.MainInfluence)
            .Titled("Members are not motivated")
            .When(c => c.Members.MotivationLevel == MotivationLevel.Low)
            .Says("The members are little motivated.")
            .RestsOn("D1-28")
            .Advise(Advice.DemonstrateValue, Advice.RestateMotive)
            .Under("MEMBERS-UNCOMMITTED");

        Risk("MOTIVATION-MISALIGNED", LevelBasis.NamedInPassing)
            .Titled("Individual motives do not fit the shared object")
            .When(c => c.Members.MotivationAligned == false)
            .Says("What moves individual members does not fit what the collaboration is for.")
            .RestsOn("D3-146")
            .Advise(Advice.FundExitSelection, Advice.DemonstrateValue)
            .WithCaveat(TwoRemedies);

        Risk("ADAPTABILITY-LOW", LevelBasis.NamedInPassing)
            .Titled("Members do not adapt")
            .When(c => c.Members.Adaptable == false)
            .Says("The members do not adapt to changing work, which contributes to how efficiently the collaboration runs.")
            .RestsOn("D3-55");

        Strength("MEMBERS-COMMITTED")
            .Titled("Members are committed")
            .When(c => c.Members.Committed == true)
            .Says("The members are willing and committed, which contributes to what they give to the joint work.")
            .RestsOn("D3-139", "D3-144", "D1-27")
            .WithCaveat(CommitmentNotAlwaysSeen);

        Strength("MEMBERS-MOTIVATED")
            .Titled("Members are motivated")
            .When(c => c.Members.MotivationLevel == MotivationLevel.High)
            .Says("The members are highly motivated.")
            .RestsOn("D1-28")
            .Under("MEMBERS-COMMITTED");

        Strength("MEMBERS-ADAPTABLE")
            .Titled("Members adapt")
            .When(c => c.Members.Adaptable == true)
            .Says("The members adapt to changing work, which contributes to how efficiently the collaboration runs.")
            .RestsOn("D3-55", "D3-56");

        Strength("TEAM-EFFICACY")
            .Titled("The team believes in itself")
            .When(c => c.Members.TeamEfficacy == true)
            .Says("The team believes that it can succeed, which contributes to passion and the wish to be there.")
            .RestsOn("D3-153")
            .WithCaveat("Rests on one participant's words.");

        // How early this was done is not a fact of the model, so the rule says what the source's case did early.
        Context("EARLY-SINGLE-UNIT")
            .Titled("Staff re-applied for posts")
            .When(c => c.Workload.StaffReapplied == true)
            .Says("Staff had to re-apply for posts, as in the first case, where two teams were early made into one unit.")
            .RestsOn("D3-66")
            .Advise(Advice.FundExitSelection)
            .WithCaveat("The source reports the decision and its early date, not what effect either had.");

        // The question of money makes sense only where someone is misplaced and is to be moved out or selected in.
        Recommend(Advice.FundExitSelection)
            .Titled("Fund exits and selection")
            .AppliesWhen(c => c.Members.MotivationAligned == false)
            .AppliesWhen(c => c.Members.ExitRoute == true || c.Members.SelectedForMotivation == true)
            .When(c => c.Members.ExitBudget == false)
            .WithCaveat(TwoRemedies);

        Recommend(Advice.DemonstrateValue)
            .Titled("Show the value of the work")
            .AppliesWhen(c => c.Members.MotivationLevel == MotivationLevel.Low)
            .When(c => c.Members.ValueDemonstrated == false)
            .WithCaveat(TwoRemedies);
    }
}
