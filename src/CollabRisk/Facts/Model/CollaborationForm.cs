namespace CollabRisk.Facts;

/// <summary>The form, or model, of a collaboration.</summary>
public enum CollaborationForm
{
    /// <summary>A service that the partners share.</summary>
    SharedService,

    /// <summary>Partners work at the same place.</summary>
    CoLocation,

    /// <summary>One control room for several services.</summary>
    IntegratedControlRoom,

    /// <summary>Partners share buildings.</summary>
    SharedPremises,

    /// <summary>Partners align their information systems and IT.</summary>
    AlignedIsIt,

    /// <summary>A strategic alliance.</summary>
    StrategicAlliance,

    /// <summary>A programme of several projects or workstreams.</summary>
    Programme,

    /// <summary>One unit staffed by the partners.</summary>
    JointUnit,

    /// <summary>Any other form.</summary>
    Other,
}

/// <summary>How far organisations are integrated, in rising order (the integration continuum).</summary>
[Ordered]
public enum IntegrationLevel
{
    /// <summary>They work side by side and help one another.</summary>
    Cooperation,

    /// <summary>They work jointly on what they share.</summary>
    Collaboration,

    /// <summary>They become one.</summary>
    Merger,
}

/// <summary>How teams and sites are laid out.</summary>
public enum Topology
{
    /// <summary>One team over several sites.</summary>
    OneTeamManySites,

    /// <summary>Several teams at one site.</summary>
    OneSiteManyTeams,

    /// <summary>Several teams over several sites.</summary>
    ManyTeamsManySites,
}
