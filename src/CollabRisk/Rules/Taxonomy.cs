namespace CollabRisk.Rules;

/// <summary>The five areas of factors in the typology that the two-case paper borrows (D3-57).</summary>
public enum Area
{
    /// <summary>What comes from outside: policy, law, money, politics.</summary>
    ExternalEnvironment,

    /// <summary>What the organisations are like.</summary>
    OrganisationalCharacteristics,

    /// <summary>What the people are like.</summary>
    PeopleCharacteristics,

    /// <summary>How the partners are to each other.</summary>
    Relations,

    /// <summary>The means of collaborating.</summary>
    Instruments,
}

/// <summary>The levels at which the two-case paper places its factors (D3-79), rebuilt from its headings.</summary>
public enum Tier
{
    /// <summary>The cultural and historical context.</summary>
    Context,

    /// <summary>Each partner's parent organisation.</summary>
    ParentOrganisation,

    /// <summary>The collaboration's own organisation or team.</summary>
    CollaborationTeam,

    /// <summary>The individuals.</summary>
    Individual,

    /// <summary>The process between the organisations.</summary>
    InterOrganisational,

    /// <summary>The project.</summary>
    Project,

    /// <summary>Not a factor of the paper: the network framework and the other slides.</summary>
    OutsideThePaper,
}
