using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>United Kingdom law: powers and routes.</summary>
internal sealed class UnitedKingdomLaw : Chapter
{
    /// <summary>D0-20, D0-21: bound to a country and a date.</summary>
    private const string LawAsToldThen =
        "Holds for England under the Policing and Crime Act 2017, as an abstract of that time tells it; check the law as it is.";

    public override string Heading => "United Kingdom law: powers and routes";

    public override Area Area => Area.ExternalEnvironment;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
        // What the Act obliges services to and lets a commissioner do holds in England. While it is not known which law a collaboration
        // is under, nothing is said.
        Mismatch("POWERS-ASYMMETRIC", LevelBasis.NamedInPassing)
            .Titled("Not the same powers for all partners")
            .AppliesWhen(c => c.Context.Jurisdiction == Jurisdiction.England)
            .AppliesWhen(c => c.Partners.Some(p => p.Sector == Sector.Ambulance))
            .When(c => c.Context.PowersSymmetric == false)
            .Says("An ambulance service takes part, and the same legal powers do not cover every partner.")
            .RestsOn("D0-21")
            .Advise(Advice.GovernWithoutCommissioner)
            .WithCaveat(LawAsToldThen)
            .LeadsTo("STRUCTURAL-BARRIER");

        Context("DUTY-OF-THE-ACT")
            .Titled("The duty of the 2017 Act")
            .AppliesWhen(c => c.Context.Jurisdiction == Jurisdiction.England)
            .When(c => c.Context.StatutoryDuty == true)
            .Says("Police, fire and ambulance services are under the duty to collaborate of the Policing and Crime Act 2017.")
            .RestsOn("D0-18", "D2-10", "D3-02")
            .WithCaveat(LawAsToldThen);

        Context("PCC-ROUTE-AVAILABLE")
            .Titled("A route to joint governance")
            .AppliesWhen(c => c.Context.Jurisdiction == Jurisdiction.England)
            .When(c => c.Partners.Some(p => p.Sector == Sector.Police) && c.Partners.Some(p => p.Sector == Sector.FireRescue))
            .Says("A police and crime commissioner can put forward a business case for running police and fire together.")
            .RestsOn("D0-20")
            .WithCaveat(LawAsToldThen);
    }
}
