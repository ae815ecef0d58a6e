using CollabRisk.Register.Model;

namespace CollabRisk.Register.Access;

/// <summary>Who makes a request, and what they may do.</summary>
/// <param name="Key">What is in the address: the id of the link, or <see cref="SignedIn"/>.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Entry">The collaboration that it is for; null for all.</param>
/// <param name="Respondent">Whose answers they give; null where they give none.</param>
/// <param name="By">Who it is, in words, for the history.</param>
/// <param name="FormKey">What the tokens of forms are made of, so that no other site can send one.</param>
internal sealed record Visitor(string Key, Role Role, string? Entry, string? Respondent, string By, byte[] FormKey)
{
    /// <summary>What is in the address in place of a link where a proxy signs people in.</summary>
    public const string SignedIn = "me";

    /// <summary>Where their pages begin.</summary>
    public string Home => $"/r/{Key}/";

    public bool Sees(string entry) => Role != Role.Respondent && (Entry is null || Entry == entry);

    public bool Coordinates(string entry) => Role is Role.Office or Role.Coordinator && Sees(entry);
}
