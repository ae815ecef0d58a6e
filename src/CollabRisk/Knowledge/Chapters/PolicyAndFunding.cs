using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Policing context: law, policy, funding and structures.</summary>
internal sealed class PolicyAndFunding : Chapter
{
    /// <summary>D3-25: what the list of factors is given for.</summary>
    private const string WhyUneven =
        "The source names this among the reasons why collaboration is uneven across the country, not why a single one succeeds or fails.";

    /// <summary>T09: D0-32 and D3-24 against D3-22 and D3-23.</summary>
    private const string NationalAndLocal =
        "The sources want a national view and also hold that local need shapes a collaboration; they leave the two unreconciled.";

    public override string Heading => "Policing context: law, policy, funding and structures";

    public override Area Area => Area.ExternalEnvironment;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
        // DIRECTION-UNCLEAR of the catalogue is merged into this rule: it is raised by the same fact, and the vague policy
        // (D0-17) and the missing direction of reform (D0-31) are two sentences of one text about one thing.
        Risk("POLICY-VAGUE", LevelBasis.NamedInPassing)
            .Titled("The policy is not clear")
            .When(c => c.Context.PolicyClarity == false)
            .Says("The policy that governs the collaboration is not clear.")
            .RestsOn("D0-17", "D0-31")
            .Advise(Advice.AgreePolicyReading)
            .WithCaveat("The source says it of one government's policy to integrate its emergency services; elsewhere it holds by analogy.")
            .LeadsTo("STRUCTURAL-BARRIER");

        Risk("MANDATE-UNSPECIFIED", LevelBasis.NamedInPassing)
            .Titled("A duty that is not spelled out")
            .AppliesWhen(c => c.Context.StatutoryDuty == true)
            .When(c => c.Context.DutySpecified == false)
            .Says("The law obliges the partners to collaborate, but what the duty requires is not spelled out.")
            .RestsOn("D0-19")
            .Advise(Advice.AgreeScopeOfDuty)
            .WithCaveat("The source says it of one country's duty; elsewhere it holds by analogy.")
            .LeadsTo("STRUCTURAL-BARRIER");

        Risk("GOV-MIXED-MESSAGES", LevelBasis.NamedInPassing)
            .Titled("Government departments disagree")
            .When(c => c.Context.GovernmentMessagesConsistent == false)
            .Says("Government departments send messages about collaboration that do not agree.")
            .RestsOn("D3-28")
            .WithCaveat(WhyUneven);

        Risk("POLICY-TURBULENCE", LevelBasis.NamedInPassing)
            .Titled("Policy and politics keep changing")
            .When(c => c.Context.PolicyTurbulence == true)
            .Says("Policy or politics around the collaboration keeps changing.")
            .RestsOn("D0-30")
            .Advise(Advice.WriteStrategy)
            .WithCaveat(
                "The source reports harm to the professional development of the workforce; that it reaches the collaboration is derived.",
                "The written strategy is reported to have helped through changes of senior people; that it helps against changes of policy is derived.");

        Risk("NATIONAL-PERSPECTIVE-MISSING", LevelBasis.NamedInPassing)
            .Titled("No direction from the governing level")
            .When(c => c.Context.NationalDirection == false)
            .Says("The level of government that governs these services gives no strategic direction that the collaboration takes into account.")
            .RestsOn("D0-32")
            .Advise(Advice.RecordNationalDependencies)
            .WithCaveat(NationalAndLocal, "The source speaks of the national level; that it is the level which governs these services is our reading.");

        // D3-24 tells of two things that go together; that national matters are left out is NATIONAL-PERSPECTIVE-MISSING.
        Risk("PAROCHIAL", LevelBasis.NamedInPassing)
            .Titled("Narrow local interests come first")
            .When(c => c.Context.ParochialInterests == true)
            .Says("Narrow local interests come first, which often goes with leaving wider strategic matters out of account.")
            .RestsOn("D3-24")
            .Advise(Advice.RecordNationalDependencies)
            .WithCaveat(NationalAndLocal);

        Risk("TARGET-CROWDING", LevelBasis.DerivedStep)
            .Titled("Attention stays on single organisations' targets")
            .When(c => c.Context.TargetRegimeDominant == true)
            .Says("Performance targets set for each organisation take most of the attention, and may leave little for the collaboration.")
            .RestsOn("D0-33")
            .Advise(Advice.AddJointOutcomes)
            .WithCaveat(
                "The source criticises that the focus stays on metrics and targets; that they crowd out collaboration is derived.",
                "Others find too little measuring: what is meant is the single organisation's target, not measuring the collaboration.");

        Risk("FUNDING-TIMING", LevelBasis.NamedInPassing)
            .Titled("Funding comes at different times")
            .When(c => c.Context.FundingTimingAligned == false)
            .Says("The partners' funding cycles do not coincide, so they cannot always join in at the same time.")
            .RestsOn("D3-26")
            .Advise(Advice.BridgeFundingGap)
            .WithCaveat(WhyUneven);

        Risk("FUNDING-NATURE", LevelBasis.NamedInPassing)
            .Titled("Funding allows different commitment")
            .When(c => c.Context.FundingNatureCompatible == false)
            .Says("The rules of their funding do not let the partners commit to a similar degree.")
            .RestsOn("D3-27")
            .Advise(Advice.AgreeUnequalContributions)
            .WithCaveat(WhyUneven);

        Risk("SILOED-MODEL", LevelBasis.NamedInPassing)
            .Titled("Models built around single services")
            .When(c => c.Context.SiloedModels == true)
            .Says("The working models are built around single services, with little to join them up.")
            .RestsOn("D0-26")
            .Advise(Advice.DesignJointService);

        Risk("STRUCTURAL-BARRIER", LevelBasis.ReportedStrain)
            .Titled("Structural barriers to joint work")
            .When(c => c.Context.StructuralBarriers == true)
            .Says("The way the services are set up is in the way of joint work and coordination.")
            .RestsOn("D0-14")
            .Advise(Advice.ListStructuralBarriers);

        // A duty neither raises nor lowers anything (T30), and whether it is spelled out is a fact of its own (T34).
        Context("MANDATED")
            .Titled("The law obliges the partners")
            .When(c => c.Context.StatutoryDuty == true)
            .Says("The law obliges the partners to collaborate.")
            .RestsOn("D3-74")
            .WithCaveat("No source reports that a duty to collaborate improves or harms success.");
    }
}
