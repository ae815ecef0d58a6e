using System.Globalization;
using CollabRisk.Remedies;

namespace CollabRisk.AspNetCore;

/// <summary>What the endpoints of CollabRisk take and how much they do for one request.</summary>
/// <remarks>Not thread-safe while being configured; read once, when the application starts.</remarks>
public sealed class CollabRiskAspNetCoreOptions
{
    /// <summary>The largest collaboration that is read, in bytes. What is larger is refused with the status 413 and not read to its end.</summary>
    /// <value><see cref="CollaborationJson.MaxBytes"/>, one mebibyte; from 1 to that.</value>
    public int MaxBodyBytes { get; set; } = CollaborationJson.MaxBytes;

    /// <summary>
    /// The most partners of a collaboration for which questions are ranked and remedies sought, since both try many variations
    /// of it. One with more is refused with the status 422; it can still be evaluated, explained and compared.
    /// </summary>
    /// <value>50; at least 1.</value>
    public int MaxPartnersToSearch { get; set; } = 50;

    /// <summary>The most questions that one request may ask for.</summary>
    /// <value>20; at least 1.</value>
    public int MaxQuestions { get; set; } = 20;

    /// <summary>How far remedies are sought.</summary>
    /// <value>The default options; never <see langword="null"/>.</value>
    public RemedyOptions Remedies { get; set; } = new();

    internal IEnumerable<string> Problems()
    {
        if (MaxBodyBytes is < 1 or > CollaborationJson.MaxBytes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxBodyBytes: '{MaxBodyBytes}' is outside 1 to {CollaborationJson.MaxBytes}.");
        }

        if (MaxPartnersToSearch < 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxPartnersToSearch: '{MaxPartnersToSearch}' is less than 1.");
        }

        if (MaxQuestions < 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxQuestions: '{MaxQuestions}' is less than 1.");
        }

        if (Remedies is null)
        {
            yield return "Remedies: they are null. Leave them out for the usual ones.";
        }
    }
}
