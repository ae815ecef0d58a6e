using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Backing and commitment of leaders: what the paper says of it under leadership and under willingness.</summary>
internal sealed class LeadershipBacking : Chapter
{
    public override string Heading => "Backing and commitment of leaders";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    /// <summary>Leadership contributes and never gives the whole verdict (D4-24, D4-82), so its findings alone never make High.</summary>
    public override Level Cap => Level.Moderate;

    protected override void Write()
    {
        Risk("LEADERSHIP-SUPPORT-GAP", LevelBasis.MainInfluence)
            .Titled("Leaders do not back the work")
            .ForEachFact(backs => backs == false, c => c.Leadership.ProjectSupport, c => c.Leadership.ExecutiveSupport)
            .Says("Backing from leaders is missing: there is no {subject}.")
            .RestsOn("D3-87", "D3-88")
            .WithCaveat(Caveats.LeadershipContributes, "The literature cited is about information-system projects in the public sector.")
            .LeadsTo("BENEFIT-DOUBTED");

        Risk("BENEFIT-DOUBTED", LevelBasis.NamedInPassing)
            .Titled("Members doubt the benefit")
            .When(c => c.Alignment.BenefitRecognised == false)
            .Says("Those taking part do not accept that collaborating brings benefit.")
            .RestsOn("D1-20", "D3-88")
            .Advise(Advice.MakeJointCase)
            .LeadsTo("APATHY");

        // The last link of D3-88's chain. Both earlier links must be there: the source speaks of doubt where leaders give
        // no backing, not of every doubt. Low motivation is no trigger, since it is a finding of its own.
        Risk("APATHY", LevelBasis.DerivedStep)
            .Titled("Room for apathy")
            .When(c => Raised("LEADERSHIP-SUPPORT-GAP") && Raised("BENEFIT-DOUBTED"))
            .Says("Leaders' backing is missing and members doubt the benefit, which contributes to apathy.")
            .RestsOn("D3-88")
            .WithCaveat(Caveats.LeadershipContributes, "The source says that apathy may follow; this finding does not say that anybody has seen it.");

        Risk("COMMITMENT-NOT-SHOWN", LevelBasis.MainInfluence)
            .Titled("Leaders show no commitment for all partners")
            .When(c => c.Leadership.CommitmentDemonstrated == false)
            .Says("Leaders do not show that all partners are committed.")
            .RestsOn("D3-151")
            .Advise(Advice.ShowCommitment)
            .WithCaveat(Caveats.LeadershipContributes);

        Risk("EXEC-COMMITMENT-ABSENT", LevelBasis.DerivedStep)
            .Titled("A partner's top management is not committed")
            .ForEach(c => c.Partners)
            .When((c, p) => p.ExecutiveCommitment == ExecutiveCommitment.None)
            .Says("The top management of {subject} is not committed to the collaboration.")
            .RestsOn("D3-152")
            .Advise(Advice.ShowCommitment)
            .WithCaveat(Caveats.LeadershipContributes, "One participant praises the open commitment of both partners; that its absence is a risk is derived.");

        Strength("PLURAL-STRATEGIC-LEADERSHIP")
            .Titled("Many leaders show commitment")
            .When(c => c.Leadership.CommitmentDemonstrated == true && c.Leadership.Distributed == true)
            .Says("Leadership is spread over several people and shows that all partners are committed.")
            .RestsOn("D3-151")
            .WithCaveat(Caveats.LeadershipContributes);

        Strength("VISIBLE-EXEC-COMMITMENT")
            .Titled("Top management is openly committed everywhere")
            .When(c => c.Partners.Every(p => p.ExecutiveCommitment == ExecutiveCommitment.PublicVisible))
            .Says("The top management of every partner is committed, publicly and visibly.")
            .RestsOn("D3-152")
            .WithCaveat(Caveats.LeadershipContributes, "Rests on one participant's account of one case.");

        Strength("BENEFIT-ACCEPTED")
            .Titled("Members see the benefit")
            .When(c => c.Alignment.BenefitRecognised == true)
            .Says("Those taking part accept that collaborating brings benefit.")
            .RestsOn("D1-20")
            // D4-04, D4-05, D3-07, T33.
            .WithCaveat("A perception, not an outcome: evidence that collaborating improves results is thin.");
    }
}
