using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Network drivers and forms.</summary>
internal sealed class NetworkDriversAndForm : Chapter
{
    /// <summary>The slide's own number: it speaks of more than one aim (D4-78).</summary>
    private const int OneAim = 1;

    /// <summary>D4-74 to D4-77.</summary>
    private const string ListedOnly =
        "A slide without citation only lists this among what collaborating networks do or become; it shows no effect.";

    public override string Heading => "Network drivers and forms";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        Risk("DRIVERS-UNCLEAR", LevelBasis.NamedInPassing)
            .Titled("What drives the network is not clear")
            .When(c => c.Network.DriversClear == false)
            .Says("It has not been established what drives the network, and so not which form and difficulties to expect.")
            .RestsOn("D4-88", "D4-89", "D4-90")
            .Advise(Advice.EstablishDrivers)
            .Under("DRIVER-DIVERGENCE");

        // Sets of drivers that overlap are not different things: what all have in common draws them all. A partner of whom it is
        // known that no driver draws it in has nothing to differ by.
        Mismatch("DRIVER-DIVERGENCE", LevelBasis.NamedInPassing)
            .Titled("Partners are driven by different things")
            .When(c => c.Partners.AtLeast(2, p => !p.Drivers.IsExactly())
                && !c.Partners.Every(p => p.Drivers.IsExactly() || p.Drivers.Includes(Driver.ResourceExchange))
                && !c.Partners.Every(p => p.Drivers.IsExactly() || p.Drivers.Includes(Driver.Ecological))
                && !c.Partners.Every(p => p.Drivers.IsExactly() || p.Drivers.Includes(Driver.CompetenceAndLearning))
                && !c.Partners.Every(p => p.Drivers.IsExactly() || p.Drivers.Includes(Driver.Personal))
                && !c.Partners.Every(p => p.Drivers.IsExactly() || p.Drivers.Includes(Driver.ProblemFocused))
                && !c.Partners.Every(p => p.Drivers.IsExactly() || p.Drivers.Includes(Driver.TechnologyFocused)))
            .Says("The partners are drawn into the network by different drivers; none is common to all of them.")
            .RestsOn("D4-39", "D4-79")
            .Advise(Advice.EstablishDrivers)
            .WithCaveat("The source says that drivers may differ, and that aim and structure may then look as if they did not match.")
            .LeadsTo("AIM-STRUCTURE");

        Mismatch("AIM-STRUCTURE", LevelBasis.NamedInPassing)
            .Titled("Aim and structure do not match")
            .When(c => c.Network.AimStructureFit == false)
            .Says("The structure of the network does not suit its aim.")
            .RestsOn("D4-39", "D4-79")
            .Advise(Advice.EstablishDrivers)
            .WithCaveat("The source speaks of a mismatch that members may perceive, and only where their drivers differ.")
            .Under("DRIVER-DIVERGENCE");

        // A pairing is asked for each driver that has weight, so this says what the pairings cannot: how they blend.
        Caveat("MULTI-AIM")
            .Titled("More than one aim")
            .When(c => c.Network.AimCount > OneAim)
            .Says("The network pursues {network.aimCount} aims; what is found for one form of network may not hold for all of them.")
            .RestsOn("D4-78", "D4-32");

        // What is stated of the network and what its drivers weigh cannot both lead; the pairings tell the rows of both.
        // The weights are compared here, and not the driver that follows from them: where several share the first place none
        // weighs most, which is known and not open.
        Caveat("FORM-AGAINST-DRIVER")
            .Titled("The stated form is not that of the heaviest driver")
            .When(c => (c.Network.Drivers.ResourceExchange > c.Network.Drivers.Ecological && c.Network.Drivers.ResourceExchange > c.Network.Drivers.CompetenceAndLearning
                    && c.Network.Drivers.ResourceExchange > c.Network.Drivers.ProblemFocused && c.Network.Drivers.ResourceExchange > c.Network.Drivers.TechnologyFocused
                    && c.Network.Drivers.ResourceExchange > c.Network.Drivers.Personal
                    && c.Network.PrimaryForm != NetworkForm.ResourceExchange)
                || (c.Network.Drivers.Ecological > c.Network.Drivers.ResourceExchange && c.Network.Drivers.Ecological > c.Network.Drivers.CompetenceAndLearning
                    && c.Network.Drivers.Ecological > c.Network.Drivers.ProblemFocused && c.Network.Drivers.Ecological > c.Network.Drivers.TechnologyFocused
                    && c.Network.Drivers.Ecological > c.Network.Drivers.Personal
                    && c.Network.PrimaryForm != NetworkForm.Niche)
                || (c.Network.Drivers.CompetenceAndLearning > c.Network.Drivers.ResourceExchange && c.Network.Drivers.CompetenceAndLearning > c.Network.Drivers.Ecological
                    && c.Network.Drivers.CompetenceAndLearning > c.Network.Drivers.ProblemFocused && c.Network.Drivers.CompetenceAndLearning > c.Network.Drivers.TechnologyFocused
                    && c.Network.Drivers.CompetenceAndLearning > c.Network.Drivers.Personal
                    && c.Network.PrimaryForm != NetworkForm.CompetenceKnowledge)
                || (c.Network.Drivers.ProblemFocused > c.Network.Drivers.ResourceExchange && c.Network.Drivers.ProblemFocused > c.Network.Drivers.Ecological
                    && c.Network.Drivers.ProblemFocused > c.Network.Drivers.CompetenceAndLearning && c.Network.Drivers.ProblemFocused > c.Network.Drivers.TechnologyFocused
                    && c.Network.Drivers.ProblemFocused > c.Network.Drivers.Personal
                    && c.Network.PrimaryForm != NetworkForm.ProblemSolving)
                || (c.Network.Drivers.TechnologyFocused > c.Network.Drivers.ResourceExchange && c.Network.Drivers.TechnologyFocused > c.Network.Drivers.Ecological
                    && c.Network.Drivers.TechnologyFocused > c.Network.Drivers.CompetenceAndLearning && c.Network.Drivers.TechnologyFocused > c.Network.Drivers.ProblemFocused
                    && c.Network.Drivers.TechnologyFocused > c.Network.Drivers.Personal
                    && c.Network.PrimaryForm != NetworkForm.TechnologyResponse)
                || (c.Network.Drivers.Personal > c.Network.Drivers.ResourceExchange && c.Network.Drivers.Personal > c.Network.Drivers.Ecological
                    && c.Network.Drivers.Personal > c.Network.Drivers.CompetenceAndLearning && c.Network.Drivers.Personal > c.Network.Drivers.ProblemFocused
                    && c.Network.Drivers.Personal > c.Network.Drivers.TechnologyFocused
                    && c.Network.PrimaryForm.IsAnyOf(NetworkForm.ResourceExchange, NetworkForm.Niche,
                        NetworkForm.CompetenceKnowledge, NetworkForm.ProblemSolving, NetworkForm.TechnologyResponse)))
            .Says("The form stated ({network.primaryForm}) is not the one that goes with the driver that weighs most ({network.topDriver}): ask which of the two holds.")
            .RestsOn("D4-38", "D4-89", "D4-32");

        // The sources list six drivers; D4-26 to D4-31 define them and D4-32 lets them blend. That a driver has no weight says
        // what the network is not.
        // The framework pairs drivers with leaders and difficulties. Where nothing is known of what it pairs, that its drivers are not
        // known is true of nearly every collaboration, and news to no one.
        DataGap("DRIVERS-UNKNOWN")
            .Titled("Drivers and form are not known")
            .AppliesWhen(c => !c.Leadership.Attributes.Integrity.IsUnknown() || !c.Leadership.Attributes.CustomerFocus.IsUnknown()
                || !c.Leadership.Attributes.Commitment.IsUnknown() || !c.Leadership.Attributes.Entrepreneurship.IsUnknown()
                || !c.Leadership.Attributes.RelationalCompetence.IsUnknown()
                || !c.Network.DriversClear.IsUnknown() || !c.Network.AimStructureFit.IsUnknown() || !c.Network.AimCount.IsUnknown()
                || !c.Network.Drivers.ResourceExchange.IsUnknown() || !c.Network.Drivers.Ecological.IsUnknown()
                || !c.Network.Drivers.CompetenceAndLearning.IsUnknown() || !c.Network.Drivers.Personal.IsUnknown()
                || !c.Network.Drivers.ProblemFocused.IsUnknown() || !c.Network.Drivers.TechnologyFocused.IsUnknown()
                || !c.Network.PrimaryForm.IsUnknown() || c.Partners.Some(p => !p.Drivers.IsUnknown()))
            .When(c => (c.Network.Drivers.ResourceExchange.IsUnknown() || c.Network.Drivers.ResourceExchange == 0)
                && (c.Network.Drivers.Ecological.IsUnknown() || c.Network.Drivers.Ecological == 0)
                && (c.Network.Drivers.CompetenceAndLearning.IsUnknown() || c.Network.Drivers.CompetenceAndLearning == 0)
                && (c.Network.Drivers.Personal.IsUnknown() || c.Network.Drivers.Personal == 0)
                && (c.Network.Drivers.ProblemFocused.IsUnknown() || c.Network.Drivers.ProblemFocused == 0)
                && (c.Network.Drivers.TechnologyFocused.IsUnknown() || c.Network.Drivers.TechnologyFocused == 0)
                && c.Network.PrimaryForm.IsUnknown())
            .Says("Neither what drives the network as a whole nor its primary form is known.")
            .RestsOn("D4-03", "D4-26", "D4-27", "D4-28", "D4-29", "D4-30", "D4-31", "D4-32", "D4-88")
            .Advise(Advice.EstablishDrivers);

        DataGap("DRIVER-BLEND-OPEN")
            .Titled("How the drivers blend is not known")
            .AppliesWhen(c => c.Network.Drivers.ResourceExchange > 0 || c.Network.Drivers.Ecological > 0 || c.Network.Drivers.CompetenceAndLearning > 0
                || c.Network.Drivers.Personal > 0 || c.Network.Drivers.ProblemFocused > 0 || c.Network.Drivers.TechnologyFocused > 0)
            .Case("not all drivers have a known weight",
                when: c => c.Network.Drivers.ResourceExchange.IsUnknown() || c.Network.Drivers.Ecological.IsUnknown()
                    || c.Network.Drivers.CompetenceAndLearning.IsUnknown() || c.Network.Drivers.Personal.IsUnknown()
                    || c.Network.Drivers.ProblemFocused.IsUnknown() || c.Network.Drivers.TechnologyFocused.IsUnknown(),
                claims: [])
            .Case("no single driver weighs most",
                when: c => c.Network.TopDriver.IsUnknown()
                    && c.Network.Drivers.ResourceExchange >= 0 && c.Network.Drivers.Ecological >= 0 && c.Network.Drivers.CompetenceAndLearning >= 0
                    && c.Network.Drivers.Personal >= 0 && c.Network.Drivers.ProblemFocused >= 0 && c.Network.Drivers.TechnologyFocused >= 0,
                claims: [])
            .Says("Some drivers of the network have weight, but {subject}: other pairings may hold as well.")
            .RestsOn("D4-32", "D4-78", "D4-88")
            .Advise(Advice.EstablishDrivers);

        // Also where another driver weighs as much.
        DataGap("NO-FRAMEWORK-ROW")
            .Titled("The framework is silent on personal networks")
            .When(c => c.Network.Drivers.Personal > 0
                && c.Network.Drivers.Personal >= c.Network.Drivers.ResourceExchange
                && c.Network.Drivers.Personal >= c.Network.Drivers.Ecological
                && c.Network.Drivers.Personal >= c.Network.Drivers.CompetenceAndLearning
                && c.Network.Drivers.Personal >= c.Network.Drivers.ProblemFocused
                && c.Network.Drivers.Personal >= c.Network.Drivers.TechnologyFocused)
            .Says("No driver weighs more than personal ties, and the framework gives them no form, attribute or challenge.")
            .RestsOn("D4-65", "D4-29");

        // The catalogue's advice for an unknown type of task: only a data gap can ask for what is unknown, so it is one. The source wants
        // the task weighed since it shapes which leadership will work, so it is asked for where something is known of the leadership.
        DataGap("STATE-AIMS-TASKS")
            .Titled("The type of task is not stated")
            .AppliesWhen(c => !c.Network.AimCount.IsUnknown()
                || !c.Leadership.Attributes.Integrity.IsUnknown() || !c.Leadership.Attributes.CustomerFocus.IsUnknown()
                || !c.Leadership.Attributes.Commitment.IsUnknown() || !c.Leadership.Attributes.Entrepreneurship.IsUnknown()
                || !c.Leadership.Attributes.RelationalCompetence.IsUnknown())
            .When(c => c.Network.TaskType.IsUnknown())
            .Says("It is not known which type of task the collaboration is for.")
            .RestsOn("D4-92")
            .Advise(Advice.StateAimsTasks);

        Strength("LEARNING-NETWORK")
            .Titled("Becoming a learning network")
            .When(c => c.Network.Becoming.LearningNetwork == true)
            .Says("The network is turning into a learning network.")
            .RestsOn("D4-76")
            .WithCaveat(ListedOnly);

        Strength("INNOVATION-NETWORK")
            .Titled("Becoming an innovation network")
            .When(c => c.Network.Becoming.InnovationNetwork == true)
            .Says("The network is turning into an innovation network.")
            .RestsOn("D4-77")
            .WithCaveat(ListedOnly);

        Recommend(Advice.ShareInformation)
            .Titled("Share information")
            .When(c => c.Network.Shares.Information == false)
            .WithCaveat(ListedOnly);

        Recommend(Advice.ShareTechnology)
            .Titled("Share technological solutions")
            .When(c => c.Network.Shares.TechnologicalSolutions == false)
            .WithCaveat(ListedOnly);
    }
}
