using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Experience, informal and formal connections.</summary>
/// <remarks>
/// Experience is what the people bring. What earlier collaborations left behind is another fact with a sign of its own,
/// context.legacyEffect, which no rule here reads (T14).
/// </remarks>
internal sealed class ExperienceAndConnections : Chapter
{
    public override string Heading => "Experience, informal and formal connections";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.Individual;

    protected override void Write()
    {
        Risk("INEXPERIENCED", LevelBasis.DerivedStep)
            .Titled("Members have not collaborated before")
            .Case("collaboration in general", when: c => c.Members.PriorExperience == false, claims: ["D3-125", "D3-130"])
            .Case("these partners", when: c => c.Members.PriorExperienceWithPartners == false, claims: ["D3-125", "D3-127", "D3-131"])
            .Says("The members have no earlier experience with {subject}.")
            .Advise(Advice.RecruitExperience)
            .WithCaveat("The source calls experience a success factor, that of working with the partners included; that its absence is a risk is derived.");

        // D3-127 keeps two kinds of experience apart; each speaks for the collaboration.
        Strength("PRIOR-EXPERIENCE")
            .Titled("Members have collaborated before")
            .ForEachFact(has => has == true, c => c.Members.PriorExperience, c => c.Members.PriorExperienceWithPartners)
            .Says("Members have {subject}, which contributes to mutual understanding and trust.")
            .RestsOn("D3-125", "D3-127", "D3-130", "D3-131")
            .LeadsTo("TRUST-EFFECTS");

        Strength("INFORMAL-TIES")
            .Titled("Informal ties across the organisations")
            .When(c => c.Members.InformalConnections == true)
            .Says("Members know one another informally, which contributes to relationships, personal trust and a fitting culture.")
            .RestsOn("D3-132", "D3-136", "D3-169")
            .LeadsTo("FASTER-DECISIONS", "JOINT-PRACTICE");

        Strength("FASTER-DECISIONS")
            .Titled("Informal ties and fast decisions")
            .When(c => c.Members.InformalConnections == true && c.Governance.FastDecisions == true)
            .Says("Decisions are fast, to which informal ties contribute.")
            .RestsOn("D3-133")
            .WithCaveat("The source reports this of senior people; the facts do not tell whose ties are meant.");

        Strength("PEOPLE-SUPPORT")
            .Titled("Line managers support their people")
            .When(c => c.Members.PeopleSupport == true)
            .Says("Line managers know and back their people, which contributes to their being there.")
            .RestsOn("D3-135")
            .WithCaveat("Rests on a single anecdote.");

        Recommend(Advice.BuildInformalTies)
            .Titled("Build informal ties")
            .When(c => c.Members.InformalConnections == false);

        Recommend(Advice.RecruitExperience)
            .Titled("Bring in experienced people")
            .When(c => c.Members.PriorExperience == false)
            .WithCaveat("The source reports one such recruitment and does not evaluate it.");
    }
}
