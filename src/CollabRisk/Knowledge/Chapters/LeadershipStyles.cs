using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Leadership styles, attributes and boundary-spanning skills.</summary>
/// <remarks>
/// No rule holds a classical style against anybody by itself (D4-44, T19, T23): a command style counts only where
/// leadership is known not to be spread, and a repertoire only by its breadth.
/// </remarks>
internal sealed class LeadershipStyles : Chapter
{
    public override string Heading => "Leadership styles, attributes and boundary-spanning skills";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.OutsideThePaper;

    /// <summary>Leadership contributes and never gives the whole verdict (D4-24, D4-82), so its findings alone never make High.</summary>
    public override Level Cap => Level.Moderate;

    protected override void Write()
    {
        // LEADERSHIP-PATH-DEPENDENT (D0-25) is folded in: that the services keep to inherited models is the same
        // observation, one sentence on, and would count the one finding twice. It supports and does not raise.
        Risk("LEADERSHIP-COMMAND-ONLY", LevelBasis.DerivedStep)
            .Titled("Command without shared leadership")
            .When(c => (c.Leadership.Styles.CommandAndControl == true || c.Leadership.Styles.Heroic == true || c.Leadership.Styles.Hierarchical == true)
                && c.Leadership.Distributed == false)
            .Says("Leaders lead by command, rank or heroic example, and leadership is not spread.")
            .RestsOn("D0-23", "D0-24", "D0-25")
            .Advise(Advice.SpreadLeadership)
            // T05.
            .WithCaveat(Caveats.LeadershipContributes, "The source implies the risk and does not test it; such a style is no risk by itself, and both cases of the two-case paper, called successes, had a leader who stood out.");

        Risk("LEADER-ATTR-COMMITMENT", StressedInCollaboration)
            .Titled("Leaders are not committed")
            .When(c => c.Leadership.Attributes.Commitment == false)
            .Says("The leaders are not committed.")
            .RestsOn("D4-34", "D4-40", "D4-47", "D4-45", "D4-93")
            .Advise(Advice.CoverAttributes)
            .WithCaveat(Caveats.LeadershipContributes, Caveats.AttributesContested, TimeMatters);

        Risk("LEADER-ATTR-INTEGRITY", LevelBasis.NamedInPassing)
            .Titled("Leaders are not trusted and predictable")
            .When(c => c.Leadership.Attributes.Integrity == false)
            .Says("People cannot trust and predict the leaders.")
            .RestsOn("D4-35", "D4-40", "D4-45", "D4-93")
            .Advise(Advice.CoverAttributes)
            .WithCaveat(Caveats.LeadershipContributes, Caveats.AttributesContested, TimeMatters);

        Risk("LEADER-ATTR-RELATIONAL", LevelBasis.NamedInPassing)
            .Titled("Leaders are not good at relationships")
            .When(c => c.Leadership.Attributes.RelationalCompetence == false)
            .Says("The leaders are not skilled at building relationships.")
            .RestsOn("D4-37", "D4-40", "D4-45", "D4-93")
            .Advise(Advice.CoverAttributes)
            .WithCaveat(Caveats.LeadershipContributes, Caveats.AttributesContested, TimeMatters);

        // Either family may be the missing one: neither is rated above the other (T23).
        Mismatch("STYLE-REPERTOIRE-NARROW", LevelBasis.NamedInPassing)
            .Titled("A narrow repertoire of styles")
            .When(c => (c.Leadership.Styles.Facilitative == false && c.Leadership.Styles.Transformational == false)
                || (c.Leadership.Styles.Advocacy == false && c.Leadership.Styles.Transactional == false))
            .Says("One of two families of styles, facilitating or advocating, is missing among the leaders.")
            .RestsOn("D4-43")
            .WithCaveat(Caveats.LeadershipContributes, FamiliesContested);

        // D4-43 asks for this strength without a code of its own in the index; the code mirrors the mismatch's.
        Strength("STYLE-REPERTOIRE-BROAD")
            .Titled("A broad repertoire of styles")
            .When(c => (c.Leadership.Styles.Facilitative == true || c.Leadership.Styles.Transformational == true)
                && (c.Leadership.Styles.Advocacy == true || c.Leadership.Styles.Transactional == true))
            .Says("Leaders have both families of styles at hand, facilitating and advocating.")
            .RestsOn("D4-43")
            .WithCaveat(Caveats.LeadershipContributes, FamiliesContested);

        Recommend(Advice.BoundarySkill)
            .Titled("Build a missing skill of working across boundaries")
            .ForEachFlag(c => c.Leadership.Skills, skill => skill == false)
            .Says("A skill of working across boundaries is missing among the leaders: {subject}.")
            .WithCaveat(Caveats.AttributesContested);
    }

    /// <summary>D4-47. Commitment stands above the other attributes, the source's one example of what collaborating stresses.</summary>
    private static LevelBasis StressedInCollaboration { get; } = new(Level.Moderate, "a source says that collaborating puts more weight on it");

    /// <summary>D4-45, D4-93: a phase parameter without content.</summary>
    private const string TimeMatters = "Some attributes count more at some points of a collaboration's life; the source does not say which or when.";

    /// <summary>D4-10, D4-43.</summary>
    private const string FamiliesContested = "The source equates facilitating with transformational and advocating with transactional leading; critics hold that the two cannot be told apart.";
}
