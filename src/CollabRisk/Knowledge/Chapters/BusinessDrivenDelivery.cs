using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Business-driven delivery.</summary>
internal sealed class BusinessDrivenDelivery : Chapter
{
    /// <summary>D4-126.</summary>
    private const string TeachingSlide =
        "From an uncited slide on developing business systems; that it fits public bodies is not shown.";

    public override string Heading => "Business-driven delivery";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        // The subject is the stage that was left out. The last stage, deployment, counts as done when all its
        // non-functional requirements are covered; nothing comes after it, so it cannot be left out.
        Risk("BDD-STAGE-SKIPPED", LevelBasis.DerivedStep)
            .Titled("A stage of delivery was left out")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .Case(
                "goals",
                when: c => c.Delivery.GoalsCaptured == false
                    && (c.Delivery.RequirementsCaptured == true || c.Delivery.AsIsToBeModelled == true
                        || c.Delivery.ArchitectureDerived == true || c.Delivery.ImplementedFromArchitecture == true
                        || c.Delivery.ServicesIntegrated == true || c.Delivery.NonFunctionalRequirements.AllAre(true)),
                claims: ["D4-105"])
            .Case(
                "requirements",
                when: c => c.Delivery.RequirementsCaptured == false
                    && (c.Delivery.AsIsToBeModelled == true || c.Delivery.ArchitectureDerived == true
                        || c.Delivery.ImplementedFromArchitecture == true || c.Delivery.ServicesIntegrated == true
                        || c.Delivery.NonFunctionalRequirements.AllAre(true)),
                claims: ["D4-106"])
            .Case(
                "processes",
                when: c => c.Delivery.AsIsToBeModelled == false
                    && (c.Delivery.ArchitectureDerived == true || c.Delivery.ImplementedFromArchitecture == true
                        || c.Delivery.ServicesIntegrated == true || c.Delivery.NonFunctionalRequirements.AllAre(true)),
                claims: ["D4-108"])
            .Case(
                "architecture",
                when: c => c.Delivery.ArchitectureDerived == false
                    && (c.Delivery.ImplementedFromArchitecture == true || c.Delivery.ServicesIntegrated == true
                        || c.Delivery.NonFunctionalRequirements.AllAre(true)),
                claims: ["D4-109"])
            .Case(
                "implementation",
                when: c => c.Delivery.ImplementedFromArchitecture == false
                    && (c.Delivery.ServicesIntegrated == true || c.Delivery.NonFunctionalRequirements.AllAre(true)),
                claims: ["D4-110"])
            .Case(
                "integration",
                when: c => c.Delivery.ServicesIntegrated == false && c.Delivery.NonFunctionalRequirements.AllAre(true),
                claims: ["D4-111"])
            .Says("The stage '{subject}' was left out, and a later stage that answers to it is done.")
            .RestsOn("D4-104")
            .Advise(Advice.ReturnToStage)
            .WithCaveat("The slide has each stage answer to the one before; that leaving one out is a risk is derived.", TeachingSlide);

        Risk("GOALS-UNDEFINED", LevelBasis.NamedInPassing)
            .Titled("Goals are not stated")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Delivery.GoalsCaptured == false)
            .Says("The goals of the system are not stated as what is wanted, apart from how to do it.")
            .RestsOn("D4-105")
            .Advise(Advice.CaptureGoals)
            .WithCaveat(TeachingSlide)
            .LeadsTo("REQUIREMENTS-MISSING");

        Risk("REQUIREMENTS-MISSING", LevelBasis.NamedInPassing)
            .Titled("Requirements are not captured")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Delivery.RequirementsCaptured == false)
            .Says("The business requirements have not been captured as the stakeholders see them.")
            .RestsOn("D4-106")
            .Advise(Advice.CaptureRequirements)
            .WithCaveat(TeachingSlide)
            .LeadsTo("CONSTRAINTS-UNCHECKED");

        Risk("CONSTRAINTS-UNCHECKED", LevelBasis.NamedInPassing)
            .Titled("Operational limits are not checked")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Delivery.ConstraintsChecked == false)
            .Says("No one has checked that the right requirements can be met within operational limits.")
            .RestsOn("D4-107")
            .Advise(Advice.CheckConstraints)
            .WithCaveat(TeachingSlide)
            .LeadsTo("ARCHITECTURE-GAP");

        Risk("ARCHITECTURE-GAP", LevelBasis.NamedInPassing)
            .Titled("The architecture does not answer to the processes")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Delivery.ArchitectureDerived == false || c.Delivery.SystemUseCases == false)
            .Says("The architecture is not derived from the processes, or there are no system use cases.")
            .RestsOn("D4-109")
            .Advise(Advice.DeriveArchitecture)
            .WithCaveat(TeachingSlide);

        Risk("NFR-GAP", LevelBasis.NamedInPassing)
            .Titled("A non-functional requirement is not covered")
            .AppliesWhen(c => c.IsInformationSystem == true && c.Phase >= Phase.Development)
            .ForEachFlag(c => c.Delivery.NonFunctionalRequirements, covered => covered == false)
            .Says("The {subject} requirements of the system are not covered.")
            .RestsOn("D4-112")
            .Advise(Advice.PlanDeployment)
            .WithCaveat("The slide names these four requirements as examples.", TeachingSlide);

        Risk("UNRESPONSIVE-TO-CHANGE", LevelBasis.NamedInPassing)
            .Titled("Delivery cannot answer to change")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Delivery.ChangeResponsive == false)
            .Says("Delivery cannot respond when opportunities change.")
            .RestsOn("D4-113")
            .Advise(Advice.PrepareForChange)
            .WithCaveat(TeachingSlide);

        Recommend(Advice.AssignStageOwner)
            .Titled("A stage has no owner")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .Case("goals", when: c => c.Delivery.StageOwners.Goals.IsBlank(), claims: ["D4-105"])
            .Case("requirements", when: c => c.Delivery.StageOwners.Requirements.IsBlank(), claims: ["D4-106"])
            .Case("processes", when: c => c.Delivery.StageOwners.Processes.IsBlank(), claims: ["D4-108"])
            .Case("architecture", when: c => c.Delivery.StageOwners.Architecture.IsBlank(), claims: ["D4-109"])
            .Case("implementation", when: c => c.Delivery.StageOwners.Implementation.IsBlank(), claims: ["D4-110"])
            .Case("integration", when: c => c.Delivery.StageOwners.Integration.IsBlank(), claims: ["D4-111"])
            .Case("deployment", when: c => c.Delivery.StageOwners.Deployment.IsBlank(), claims: ["D4-112"])
            .Says("No one owns the stage '{subject}': name an owner.")
            .WithCaveat(TeachingSlide);

        Recommend(Advice.ModelAndSimulate)
            .Titled("Model and simulate the processes")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Delivery.AsIsToBeModelled == false || c.Delivery.SimulationVerified == false)
            .WithCaveat(TeachingSlide);

        Recommend(Advice.TraceToArchitecture)
            .Titled("Build from the architecture")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Delivery.ImplementedFromArchitecture == false)
            .WithCaveat(TeachingSlide);

        Recommend(Advice.IntegrateServices)
            .Titled("Integrate the services")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Delivery.ServicesIntegrated == false)
            .WithCaveat(TeachingSlide);
    }
}
