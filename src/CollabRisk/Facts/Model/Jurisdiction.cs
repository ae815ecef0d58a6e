namespace CollabRisk.Facts;

/// <summary>Whose law services are under, as far as the knowledge of the library tells laws apart.</summary>
public enum Jurisdiction
{
    /// <summary>England.</summary>
    England,

    /// <summary>Wales.</summary>
    Wales,

    /// <summary>Scotland.</summary>
    Scotland,

    /// <summary>Northern Ireland.</summary>
    NorthernIreland,

    /// <summary>More than one part of the United Kingdom.</summary>
    SeveralPartsOfTheUnitedKingdom,

    /// <summary>A country other than the United Kingdom.</summary>
    OtherCountry,
}
