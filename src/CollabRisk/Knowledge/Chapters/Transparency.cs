using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Transparency.</summary>
internal sealed class Transparency : Chapter
{
    /// <summary>
    /// From how many percentage points between the largest and the smallest share the benefit counts as uneven. The
    /// sources give no number; this one is ours, a quarter of the whole. The one split that they print, 10, 50 and 40,
    /// lies 40 apart and clearly above it.
    /// </summary>
    private const decimal UnevenSpread = 25;

    private const string SkewCaveat =
        "From which spread a benefit counts as uneven is our choice. The source prints one split and does not call it a problem; "
        + "that its percentages are shares of one sum is our reading.";

    public override string Heading => "Transparency";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.Individual;

    protected override void Write()
    {
        Risk("TRANSPARENCY-ABSENT", LevelBasis.NothingWorksWithout)
            .Titled("No openness")
            .When(c => c.Transparency.Level == TransparencyLevel.None)
            .Says("The partners are not open with one another.")
            .RestsOn("D3-163", "D0-09", "D3-158")
            .Advise(Advice.BeOpen, Advice.SponsorTrust)
            .WithCaveat("That one may as well give up without openness is the view of one supervisor.")
            .LeadsTo("TRUST-LOW", "BENEFIT-DISPUTE", "MANIPULATION-CLAIMS");

        // The catalogue's row also names no openness at all; TRANSPARENCY-ABSENT says that. The closed domains are named
        // one by one, as the catalogue asks, where openness is known to be partial.
        Risk("TRANSPARENCY-LOW", LevelBasis.MainInfluence)
            .Titled("Open about some things only")
            .Case("openness as a whole", appliesWhen: c => c.Transparency.Level != TransparencyLevel.None,
                when: c => c.Transparency.Level == TransparencyLevel.Partial, claims: ["D3-158"],
                says: "The partners are open with one another about some things only.")
            .Case("money", appliesWhen: c => c.Transparency.Level == TransparencyLevel.Partial,
                when: c => c.Transparency.Domains.Financial == false, claims: ["D3-159"])
            .Case("resources", appliesWhen: c => c.Transparency.Level == TransparencyLevel.Partial,
                when: c => c.Transparency.Domains.Resourcing == false, claims: ["D3-159"])
            .Case("plans", appliesWhen: c => c.Transparency.Level == TransparencyLevel.Partial,
                when: c => c.Transparency.Domains.Planning == false, claims: ["D3-159"])
            .Case("timing", appliesWhen: c => c.Transparency.Level == TransparencyLevel.Partial,
                when: c => c.Transparency.Domains.Timing == false, claims: ["D3-159"])
            .Says("The partners are not open with one another about {subject}.")
            .RestsOn("D3-158")
            .Advise(Advice.BeOpen)
            .WithCaveat("The four domains come from one quotation, whose speaker and case are not printed.")
            .Under("TRANSPARENCY-ABSENT")
            .LeadsTo("TRUST-LOW", "BENEFIT-DISPUTE", "MANIPULATION-CLAIMS");

        // The catalogue's sketch asks for an accusation and for less than full openness. The accusation alone is the
        // strain, and a moderator never takes a finding away, so openness moves the level; likewise for manipulation.
        Risk("BENEFIT-DISPUTE", LevelBasis.NamedInPassing)
            .Titled("Accusations of unequal gain")
            .When(c => c.Transparency.BenefitDisputes == true)
            .RaisedWhen(
                c => c.Transparency.Level < TransparencyLevel.Full,
                "openness makes such accusations less likely, and it is not full",
                "D3-161")
            .Says("Partners accuse one another of gaining more than their share.")
            .RestsOn("D3-161")
            .Advise(Advice.PublishBenefits, Advice.BeOpen)
            .WithCaveat("The source reports that openness made such accusations less likely; that they are a risk is derived.")
            .Under("BENEFIT-SKEW");

        Risk("MANIPULATION-CLAIMS", LevelBasis.NamedInPassing)
            .Titled("Accusations of manipulation")
            .When(c => c.Transparency.ManipulationClaims == true)
            .RaisedWhen(
                c => c.Transparency.Level < TransparencyLevel.Full,
                "openness keeps such accusations away, and it is not full",
                "D3-162")
            .Says("Partners accuse one another of manipulation, which draws effort away from the joint task.")
            .RestsOn("D3-162")
            .Advise(Advice.BeOpen)
            .WithCaveat("The source reports that openness kept such accusations away; that they are a risk is derived.")
            .LeadsTo("TRUST-LOW");

        Risk("BENEFIT-SKEW", LevelBasis.DerivedStep)
            .Titled("An uneven benefit, not in the open")
            .AppliesWhen(c => c.BenefitShareSpread >= UnevenSpread)
            .When(c => c.Transparency.Level < TransparencyLevel.Full)
            .Says("Shares of the benefit lie {benefitShareSpread} percentage points apart, and the partners are not fully open.")
            .RestsOn("D3-73", "D3-161")
            .Advise(Advice.PublishBenefits)
            .WithCaveat(SkewCaveat, "That an uneven benefit is a risk where it is not in the open is derived.")
            .LeadsTo("BENEFIT-DISPUTE");

        Context("BENEFIT-SKEW-VISIBLE")
            .Titled("An uneven benefit, in the open")
            .AppliesWhen(c => c.BenefitShareSpread >= UnevenSpread)
            .When(c => c.Transparency.Level == TransparencyLevel.Full)
            .Says("Shares of the benefit lie {benefitShareSpread} percentage points apart, and the partners are fully open.")
            .RestsOn("D3-73", "D3-161")
            .WithCaveat(SkewCaveat);

        Strength("TRANSPARENCY")
            .Titled("Full openness, backed by senior management")
            .When(c => c.Transparency.Level == TransparencyLevel.Full && c.Leadership.SponsorsTrustCulture == true)
            .Says("The partners are fully open and senior management works at it, which contributes to smooth running.")
            .RestsOn("D0-09", "D3-158")
            .WithCaveat(Caveats.LeadershipContributes)
            .LeadsTo("TRUST-EFFECTS");

        Strength("TRANSPARENCY-FULL")
            .Titled("Open about money, resources, plans and timing")
            .When(c => c.Transparency.Domains.AllAre(true))
            .Says("The partners are open about money, resources, plans and timing, which contributes to trust.")
            .RestsOn("D3-159", "D3-158")
            .WithCaveat("Speaker and case of the quotation are not printed.")
            .LeadsTo("TRUST-EFFECTS", "FOCUS-ON-OBJECT");

        Strength("BENEFITS-UNDISPUTED")
            .Titled("Open, and no quarrel over who gains more")
            .When(c => c.Transparency.Level == TransparencyLevel.Full && c.Transparency.BenefitDisputes == false)
            .Says("The partners are fully open and do not accuse one another of gaining more, which openness makes less likely.")
            .RestsOn("D3-161");

        Strength("FOCUS-ON-OBJECT")
            .Titled("Effort stays on the joint task")
            .When(c => c.Transparency.Level == TransparencyLevel.Full && c.Transparency.ManipulationClaims == false)
            .Says("The partners are fully open and no one is accused of manipulation, which helps effort to stay on the joint task.")
            .RestsOn("D3-162");
    }
}
