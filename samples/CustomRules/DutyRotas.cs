using CollabRisk;
using CollabRisk.Rules;
using CollabRisk.Text;
using static CollabRisk.Conditions.FactConditions;

namespace CustomRules;

/// <summary>Duty rotas.</summary>
internal sealed class DutyRotas : Chapter
{
    public override string Heading => "Duty rotas";

    public override IReadOnlyList<TextInLanguage> InLanguages => [new("nl", Heading, "Dienstroosters")];

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.Project;

    protected override void Write()
    {
        Risk("RCR-ROTA-NOT-SHARED", new LevelBasis(Level.Moderate, "the lessons log reports strain from it"))
            .Titled("Duty rotas are planned apart")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Extensions.YesNo("rcr.rotaShared") == false)
            .LoweredWhen(c => c.Communication.Regular == true, "the rooms talk often enough to lend each other people", "RCR-C1")
            .Says("Each control room plans its own duty rota, so peaks can meet thin shifts.")
            .RestsOn("RCR-C1")
            .Advise(Evidence.PlanRotaTogether)
            .LeadsTo("RCR-ROTA-OVERLOAD")
            .InLanguage("nl", "Duty rotas are planned apart", "Diensten worden apart gepland")
            .InLanguage("nl", "the lessons log reports strain from it", "het lessenlogboek meldt dat het spanning geeft")
            .InLanguage("nl", "the rooms talk often enough to lend each other people", "de meldkamers elkaar vaak genoeg spreken om elkaar mensen te lenen")
            .InLanguage("nl", "Each control room plans its own duty rota, so peaks can meet thin shifts.", "Elke meldkamer plant haar eigen diensten, zodat drukte op een krappe bezetting kan vallen.");

        Risk("RCR-ROTA-OVERLOAD", new LevelBasis(Level.High, "the lessons log ties the two together to shifts that could not be kept"))
            .Titled("Overload where rotas do not fit")
            .When(c => Raised("RCR-ROTA-NOT-SHARED") && (Raised("WORK-OVERLOAD") || c.Workload.CompetingDemands == true))
            .Says("Rotas are planned apart and people have too much to do, and each makes the other worse.")
            .RestsOn("RCR-C5", "D3-200")
            .Advise(Evidence.PlanRotaTogether)
            .InLanguage("nl", "Overload where rotas do not fit", "Te veel werk waar roosters niet passen")
            .InLanguage("nl", "the lessons log ties the two together to shifts that could not be kept", "het lessenlogboek noemt beide samen bij diensten die niet te vullen waren")
            .InLanguage("nl", "Rotas are planned apart and people have too much to do, and each makes the other worse.", "Diensten worden apart gepland en mensen hebben te veel te doen, en het een maakt het ander erger.");

        Strength("RCR-ROTA-SHARED")
            .Titled("Duty rotas are planned together")
            .When(c => c.Extensions.YesNo("rcr.rotaShared") == true)
            .Says("The control rooms plan their duty rotas together.")
            .RestsOn("RCR-C1")
            .InLanguage("nl", "Duty rotas are planned together", "Diensten worden samen gepland")
            .InLanguage("nl", "The control rooms plan their duty rotas together.", "De meldkamers plannen hun diensten samen.");
    }
}
