using System.Globalization;
using CollabRisk.Questions;
using CollabRisk.Remedies;

namespace CollabRisk.AspNetCore;

/// <summary>What the endpoints of CollabRisk take and how much they do for one request.</summary>
/// <remarks>Not thread-safe while being configured; read once, when the application starts.</remarks>
public sealed class CollabRiskAspNetCoreOptions
{
    /// <summary>The largest collaboration that is read, in bytes. What is larger is refused with the status 413 and not read to its end.</summary>
    /// <value><see cref="CollaborationJson.MaxBytes"/>, one mebibyte; from 1 to that.</value>
    public int MaxBodyBytes { get; set; } = CollaborationJson.MaxBytes;

    /// <summary>The most collaborations that one request may give, as the days of a timeline, the views of partners or a portfolio.</summary>
    /// <value>50; at least 2.</value>
    public int MaxCollaborations { get; set; } = 50;

    /// <summary>
    /// The largest body with several collaborations, in bytes; each of them is no larger than <see cref="MaxBodyBytes"/>. For two to compare, it is twice
    /// that, if that is more.
    /// </summary>
    /// <value>8 mebibytes; at least 1.</value>
    public int MaxBodyBytesOfMany { get; set; } = 8 * CollaborationJson.MaxBytes;

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

    /// <summary>
    /// Other words for the questions, such as those of a language, by the names under which <c>next</c> takes them. The one with the empty name is used
    /// where a request names none.
    /// </summary>
    /// <value>Empty; names differ in more than upper and lower case.</value>
    public IDictionary<string, QuestionWording> Wordings { get; } = new Dictionary<string, QuestionWording>(StringComparer.OrdinalIgnoreCase);

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

        if (MaxCollaborations < 2)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxCollaborations: '{MaxCollaborations}' is less than 2.");
        }

        if (MaxBodyBytesOfMany < 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxBodyBytesOfMany: '{MaxBodyBytesOfMany}' is less than 1.");
        }

        foreach (var name in Wordings.Where(each => each.Value is null).Select(each => each.Key))
        {
            yield return $"Wordings: that of the name '{name}' is null. Leave it out.";
        }

        if (Remedies is null)
        {
            yield return "Remedies: they are null. Leave them out for the usual ones.";
        }
    }
}
