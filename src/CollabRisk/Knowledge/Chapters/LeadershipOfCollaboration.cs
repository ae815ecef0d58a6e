using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Leadership.</summary>
internal sealed class LeadershipOfCollaboration : Chapter
{
    public override string Heading => "Leadership";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    /// <summary>Leadership contributes and never gives the whole verdict (D4-24, D4-82), so its findings alone never make High.</summary>
    public override Level Cap => Level.Moderate;

    protected override void Write()
    {
        // D4-07, writers who blame leaders where collaboration fails, is an opinion that its own deck goes on to qualify.
        Risk("LEADERSHIP-INEFFECTIVE", LevelBasis.MainInfluence)
            .Titled("Leadership is not effective")
            .When(c => c.Leadership.Effective == false)
            .Says("Leadership of the collaboration is not effective, from which clashes of personality can follow.")
            .RestsOn("D1-24", "D3-83", "D4-81", "D4-07", "D3-89")
            .WithCaveat(Caveats.LeadershipContributes, "The source says that clashes of personality can follow, not that they do.")
            .LeadsTo("PERSONALITIES-BLOCKING");

        Risk("LEADERS-UNCOMPROMISING", LevelBasis.MainInfluence)
            .Titled("Leaders do not compromise")
            .When(c => c.Leadership.WillingToCompromise == false)
            .Says("Leaders are not willing to compromise.")
            .RestsOn("D1-25")
            .WithCaveat(Caveats.LeadershipContributes);

        // Only where they block outright: of personalities that do both the source says nothing. The same holds for the strength.
        Risk("PERSONALITIES-BLOCKING", LevelBasis.ReportedStrain)
            .Titled("Key personalities are in the way")
            .When(c => c.Leadership.KeyPersonalities == KeyPersonalities.Blocking)
            .Says("Key personalities are in the way of working together.")
            .RestsOn("D3-86")
            .WithCaveat(Caveats.LeadershipContributes)
            .Under("LEADERSHIP-INEFFECTIVE");

        Risk("PEOPLE-LEADERSHIP-ABSENT", LevelBasis.MainInfluence)
            .Titled("Leaders do not take up people issues")
            .When(c => c.Leadership.EngagesPeopleIssues == false)
            .Says("Leaders do not take up the concerns of the people affected.")
            .RestsOn("D0-22")
            .Advise(Advice.FundCapacity)
            .WithCaveat(Caveats.LeadershipContributes);

        Strength("LEADERSHIP-EFFECTIVE")
            .Titled("Effective leadership")
            .When(c => c.Leadership.Effective == true)
            .Says("Leadership of the collaboration is effective.")
            .RestsOn("D1-24", "D3-83", "D4-81")
            .WithCaveat(Caveats.LeadershipContributes);

        Strength("LEADERS-COMPROMISE")
            .Titled("Leaders are ready to compromise")
            .When(c => c.Leadership.WillingToCompromise == true)
            .Says("Leaders are willing to compromise.")
            .RestsOn("D1-25")
            .WithCaveat(Caveats.LeadershipContributes)
            .Under("LEADERSHIP-EFFECTIVE");

        Strength("SHARED-HEAD-VISIONARY")
            .Titled("A visionary shared head")
            .When(c => c.Leadership.Visionary == true && c.Leadership.JointAppointment == true)
            .Says("A visionary, strategic leader heads the work by joint appointment.")
            .RestsOn("D3-84")
            .WithCaveat(Caveats.LeadershipContributes, OneRemark);

        Strength("LEADER-DETERMINED")
            .Titled("A determined leader")
            .When(c => c.Leadership.Determined == true)
            .Says("A leader is determined to make the collaboration work.")
            .RestsOn("D3-85")
            .WithCaveat(Caveats.LeadershipContributes, OneRemark);

        Strength("PERSONALITIES-ENABLING")
            .Titled("Key personalities open the way")
            .When(c => c.Leadership.KeyPersonalities == KeyPersonalities.Enabling)
            .Says("Key personalities open the way to working together.")
            .RestsOn("D3-86")
            .WithCaveat(Caveats.LeadershipContributes);

        Strength("PEOPLE-LEADERSHIP")
            .Titled("Leaders take up people issues")
            .When(c => c.Leadership.EngagesPeopleIssues == true)
            .Says("Leaders take up the concerns of the people affected.")
            .RestsOn("D0-22")
            .WithCaveat(Caveats.LeadershipContributes);

        Strength("LEADER-EXPERIENCE")
            .Titled("Leaders have collaborated before")
            .When(c => c.Leadership.PriorExperience == true)
            .Says("The leaders have earlier experience of collaboration, which helps to predict their later effort.")
            .RestsOn("D3-128", "D3-130")
            .WithCaveat(Caveats.LeadershipContributes);

        // The second trigger of D4-82, that leadership is all that was found, needs no rule: every leadership finding
        // carries LeadershipContributes, and no chapter on leaders goes beyond Moderate.
        Caveat("LEADERSHIP-OVERSTATED")
            .Titled("Leadership named as the whole explanation")
            .When(c => c.Leadership.NamedAsSoleCause == true)
            .Says("Leadership is named as the whole explanation; a source warns against making so much of leaders.")
            .RestsOn("D4-23", "D4-82");
    }

    private const string OneRemark = "Rests on one participant's remark about one case.";
}
