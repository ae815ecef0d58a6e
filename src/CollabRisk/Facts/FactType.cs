namespace CollabRisk.Facts;

/// <summary>What values a fact takes.</summary>
public enum FactType
{
    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One word of a list.</summary>
    Word,

    /// <summary>Any number of words of a list, or none of them.</summary>
    Words,

    /// <summary>A number, perhaps with limits.</summary>
    Number,

    /// <summary>A whole number, perhaps with limits.</summary>
    WholeNumber,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>A list of entries with parts of their own: the partners, the recorded savings.</summary>
    List,
}
