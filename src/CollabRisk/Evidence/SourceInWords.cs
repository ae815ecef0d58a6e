namespace CollabRisk.Evidence;

/// <summary>Says what a source is and where it can be found, in the words that every report uses.</summary>
internal static class SourceInWords
{
    /// <summary>
    /// Who published it and when, and what of it was read where that is not all, with a space before it: " Audit Office, 2005. Read in extract:
    /// the summary."; empty where nothing is known.
    /// </summary>
    public static string Edition(this Source source)
    {
        var imprint = string.Join(", ", new[] { source.Publisher, source.Date }.OfType<string>());
        return $"{(imprint.Length > 0 ? $" {imprint.TrimEnd('.')}." : "")}{(source.Extract is { } extract ? $" Read in extract: {extract.TrimEnd('.')}." : "")}";
    }

    /// <summary>The edition, with the address at its end.</summary>
    public static string Whereabouts(this Source source) => source.Edition() + (source.Address is { } address ? $" {address.AbsoluteUri}" : "");

    /// <summary>The words of the source itself, in quotation marks and with a space before them; empty where none are quoted.</summary>
    public static string Quoted(this Claim claim) => claim.Quotation is { } words ? $" “{words}”" : "";
}
