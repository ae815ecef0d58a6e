using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Division of labour: who takes part, in which role and structure.</summary>
internal sealed class DivisionOfLabour : Chapter
{
    /// <summary>
    /// From how many partners on a structure counts as complex: ours, since with two there is one relation between
    /// partners and with three there are three. The source gives no number (D3-121).
    /// </summary>
    private const int ManyPartners = 3;

    public override string Heading => "Division of labour";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    protected override void Write()
    {
        Risk("STRUCTURE-UNDEFINED", LevelBasis.MainInfluence)
            .Titled("The structure is not defined")
            .When(c => c.Governance.MembershipDecided == false || c.Governance.RolesDefined == false)
            .Says("It is not settled who takes part or who does what.")
            .RestsOn("D3-115")
            .Advise(Advice.DecideMembership)
            .LeadsTo("MEMBERSHIP-AMBIGUOUS");

        Risk("PARTNERS-NOT-UNDERSTOOD", LevelBasis.MainInfluence)
            .Titled("The partners do not know how the others work")
            .When(c => c.Governance.PartnerStructuresUnderstood == false || c.Governance.KeyIndividualsIdentified == false)
            .Says("The partners' structures, or the people in them who get things done, are not known to the others.")
            .RestsOn("D3-116", "D3-117")
            .Advise(Advice.LearnPartnerStructures, Advice.FindChangeAgents);

        Risk("ROLE-EQUIVALENCE", LevelBasis.NamedInPassing)
            .Titled("It is not known which roles match")
            .AppliesWhen(c => c.CrossProfession == true)
            .When(c => c.Governance.RoleEquivalenceMapped == false)
            .Says("Different professions work together, and it is not worked out whose role matches whose.")
            .RestsOn("D3-119")
            .Advise(Advice.PublishRoleMap)
            .WithCaveat("The source reports added complexity and some effort, in the words of one interviewee.")
            .Under("PARTNERS-NOT-UNDERSTOOD", "STRUCTURE-UNDEFINED");

        Risk("MEMBERSHIP-AMBIGUOUS", LevelBasis.NamedInPassing)
            .Titled("Who brings what is not plain")
            .When(c => c.Governance.ContributionsExplicit == false)
            .Says("It is not explicit what each partner contributes.")
            .RestsOn("D3-122")
            .Advise(Advice.DecideMembership)
            .WithCaveat("The source says that this may not be obvious in any collaboration; it reports no harm from it.")
            .Under("STRUCTURE-UNDEFINED");

        Risk("MEMBERSHIP-GAP", LevelBasis.MainInfluence)
            .Titled("Membership lacks what makes it count")
            .ForEachFact(has => has == false, c => c.Members.Expertise, c => c.Members.ResourceAccess)
            .Says("Membership falls short in one of the elements that make it count ({subject}).")
            .RestsOn("D3-142")
            .Advise(Advice.SetSelectionCriteria)
            .Under("PARTNER-SELECTION-UNPLANNED");

        Risk("PARTNER-SELECTION-UNPLANNED", LevelBasis.MainInfluence)
            .Titled("Partners are not chosen by criteria")
            .When(c => c.Governance.SelectionCriteria == false)
            .Says("There are no criteria by which partners and members are chosen.")
            .RestsOn("D3-141")
            .Advise(Advice.SetSelectionCriteria);

        Strength("STRUCTURE-DEFINED")
            .Titled("The structure is settled")
            .When(c => c.Governance.MembershipDecided == true && c.Governance.RolesDefined == true)
            .Says("It is settled who takes part and who does what, which is argued to make collaborating easier.")
            .RestsOn("D3-115", "D3-123");

        Strength("PARTNERS-UNDERSTOOD")
            .Titled("The partners know how the others work")
            .When(c => c.Governance.PartnerStructuresUnderstood == true && c.Governance.KeyIndividualsIdentified == true)
            .Says("The partners know one another's structures, and the people in them who get things done.")
            .RestsOn("D3-116", "D3-117");

        Strength("PARTNERS-SELECTED")
            .Titled("Partners are chosen by criteria")
            .When(c => c.Governance.SelectionCriteria == true)
            .Says("There are criteria by which partners and members are chosen, which the literature holds to matter for success.")
            .RestsOn("D3-141");

        Strength("MEMBERSHIP-WHOLE")
            .Titled("Membership has what makes it count")
            .When(c => c.Members.Expertise == true && c.Members.ResourceAccess == true && c.Members.Committed == true)
            .Says("Members bring expertise, access to resources and information, and commitment together.")
            .RestsOn("D3-142")
            .Under("MEMBERS-COMMITTED", "PARTNERS-SELECTED");

        Strength("JOINT-DESIGN-TEAM")
            .Titled("The partners design together")
            .When(c => c.Governance.JointWorkingMeetings == true && c.Governance.ActionsTracked == true)
            .Says("The partners sit together where the work is designed, and keep track of who does what, when and how.")
            .RestsOn("D3-118");

        // Strength only: the other case kept its teams apart and is called a success too, so the lack of it is not a risk.
        Strength("SINGLE-VISIBLE-ENTITY")
            .Titled("One new entity that everybody can see")
            .When(c => c.Governance.VisibleSingleEntity == true)
            .Says("The collaboration is one new and visible entity, with a team, a vision and a place of its own.")
            .RestsOn("D3-152")
            .WithCaveat("One participant's account of what set one case apart from another; the other case of the source kept its teams apart.");

        Context("COMPLEX-STRUCTURE")
            .Titled("A complex structure")
            .When(c => c.PartnerCount >= ManyPartners && c.Culture.Differences >= CulturalDistance.Medium)
            .Says("{partnerCount} organisations with unlike cultures take part, which makes the structure complex.")
            .RestsOn("D3-121")
            .WithCaveat("The source gives no number: to count from three partners on is ours.");

        Recommend(Advice.FindChangeAgents)
            .Titled("Find the people who get change made")
            .When(c => c.Governance.KeyIndividualsIdentified == false);

        Recommend(Advice.FormJointDesignTeam)
            .Titled("Design the work together")
            .When(c => c.Governance.JointWorkingMeetings == false || c.Governance.ActionsTracked == false);

        Recommend(Advice.DecideMembership)
            .Titled("Settle who takes part")
            .When(c => c.Governance.MembershipDecided == false);

        Recommend(Advice.LinkWorkToObject)
            .Titled("Tie each contribution to the shared object")
            .When(c => c.Governance.ContributionsExplicit == false)
            .WithCaveat("The source says this of people's actions and projects; to ask it of partners' contributions is ours.");

        Recommend(Advice.PreNegotiate)
            .Titled("Settle matters before the meeting")
            .When(c => c.Governance.PreMeetingNegotiation == false)
            .WithCaveat("A rule of thumb of one participant; that it pulls against openness is our reading.");

        // Whether motives were checked again is not a fact of the model; a review of the pressures from outside and inside,
        // which move motives and goals (D3-78), stands for it.
        Recommend(Advice.RecheckMotives)
            .Titled("Ask again what each partner wants")
            .AppliesWhen(c => c.Phase >= Phase.Development)
            .When(c => c.Context.EnvironmentReviewed == false)
            .WithCaveat("That pressures have not been reviewed is here for motives not having been checked again.");
    }
}
