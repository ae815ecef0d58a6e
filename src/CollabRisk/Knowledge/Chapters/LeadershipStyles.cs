using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Leadership styles, attributes and boundary-spanning skills.</summary>
/// <remarks>
/// No rule holds a classical style against anybody (D4-44, T19, T23): a command style is told and not judged, and a repertoire
/// counts only by its breadth.
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
        // The slides say that collaborating stresses commitment (D4-47), as a matter of degree; that is not a main influence.
        Risk("LEADER-ATTR-COMMITMENT", LevelBasis.NamedInPassing)
            .Titled("Leaders are not committed")
            .When(c => c.Leadership.Attributes.Commitment == false)
            .Says("The leaders are not committed.")
            .RestsOn("D4-34", "D4-40", "D4-47", "D4-45", "D4-93")
            .Advise(Advice.CoverAttributes)
            .WithCaveat(Caveats.LeadershipContributes, Caveats.AttributesContested, TimeMatters)
            .Under("LEADERSHIP-SUPPORT-GAP", "DRIVER-ATTRIBUTE");

        Risk("LEADER-ATTR-INTEGRITY", LevelBasis.NamedInPassing)
            .Titled("Leaders are not trusted and predictable")
            .When(c => c.Leadership.Attributes.Integrity == false)
            .Says("People cannot trust and predict the leaders.")
            .RestsOn("D4-35", "D4-40", "D4-45", "D4-93")
            .Advise(Advice.CoverAttributes)
            .WithCaveat(Caveats.LeadershipContributes, Caveats.AttributesContested, TimeMatters)
            .Under("DRIVER-ATTRIBUTE");

        Risk("LEADER-ATTR-ENTREPRENEURSHIP", LevelBasis.NamedInPassing)
            .Titled("Leaders are not entrepreneurial")
            .When(c => c.Leadership.Attributes.Entrepreneurship == false)
            .Says("The leaders are not entrepreneurial.")
            .RestsOn("D4-36", "D4-40", "D4-45", "D4-93")
            .Advise(Advice.CoverAttributes)
            .WithCaveat(Caveats.LeadershipContributes, Caveats.AttributesContested, TimeMatters)
            .Under("DRIVER-ATTRIBUTE");

        Risk("LEADER-ATTR-RELATIONAL", LevelBasis.NamedInPassing)
            .Titled("Leaders are not good at relationships")
            .When(c => c.Leadership.Attributes.RelationalCompetence == false)
            .Says("The leaders are not skilled at building relationships.")
            .RestsOn("D4-37", "D4-40", "D4-45", "D4-93")
            .Advise(Advice.CoverAttributes)
            .WithCaveat(Caveats.LeadershipContributes, Caveats.AttributesContested, TimeMatters)
            .Under("DRIVER-ATTRIBUTE");

        // Customer focus is not among them: of it the source says that little supports it (D4-41).
        Strength("LEADER-ATTRIBUTES")
            .Titled("Leaders have the attributes that are borne out")
            .When(c => c.Leadership.Attributes.Commitment == true && c.Leadership.Attributes.Integrity == true
                && c.Leadership.Attributes.Entrepreneurship == true && c.Leadership.Attributes.RelationalCompetence == true)
            .Says("The leaders are committed, trusted, entrepreneurial and good at relationships: the attributes of leaders across boundaries that a review bears out.")
            .RestsOn("D4-40", "D4-34", "D4-35", "D4-36", "D4-37", "D4-47")
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

        // LEADERSHIP-PATH-DEPENDENT (D0-25) is folded in: that the services keep to inherited models is the same observation,
        // one sentence on. T05: such a style is not a risk by itself.
        Context("COMMAND-STYLE")
            .Titled("Leaders lead by command")
            .When(c => c.Leadership.Styles.CommandAndControl == true || c.Leadership.Styles.Heroic == true || c.Leadership.Styles.Hierarchical == true)
            .Says("Leaders lead by command, rank or heroic example; by itself this is not a sign of failure.")
            .RestsOn("D0-23", "D0-25")
            .WithCaveat(Caveats.LeadershipContributes, "Both cases of the two-case paper, called successes, had a leader who stood out.")
            .LeadsTo("LEADERSHIP-NOT-DISTRIBUTED");

        Recommend(Advice.BoundarySkill)
            .Titled("Build a missing skill of working across boundaries")
            .ForEachFlag(c => c.Leadership.Skills, skill => skill == false)
            .Says("A skill of working across boundaries is missing among the leaders: {subject}.")
            .WithCaveat(Caveats.AttributesContested);
    }

    /// <summary>D4-45, D4-93: a phase parameter without content.</summary>
    private const string TimeMatters = "Some attributes count more at some points of a collaboration's life; the source does not say which or when.";

    /// <summary>D4-10, D4-43.</summary>
    private const string FamiliesContested = "The source equates facilitating with transformational and advocating with transactional leading; critics hold that the two cannot be distinguished.";
}
