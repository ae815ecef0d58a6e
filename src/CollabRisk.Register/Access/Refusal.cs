using CollabRisk.Register.Model;

namespace CollabRisk.Register.Access;

/// <summary>Why someone does not get in, and what to do about it.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Reason">For the audit log, in a word.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Advice">What to do.</param>
internal sealed record Refusal(int Status, string Reason, string Title, string Advice)
{
    public static Refusal NoCookie { get; } = new(
        StatusCodes.Status401Unauthorized, "without its link", "Open your link again", "This browser does not know you. Open the link that you were sent; it works for as long as it was made for, on any device.");

    public static Refusal NotALink { get; } = new(
        StatusCodes.Status403Forbidden, "not a link", "This link does not work", "It may have been cut when it was copied. Copy the whole of it, to the last character. If it still does not work, ask whoever sent it for a new one.");

    public static Refusal Revoked { get; } = new(
        StatusCodes.Status410Gone, "revoked link", "This link was withdrawn", "Whoever coordinates the collaboration withdrew it. Ask them for a new one. What was answered with it is kept.");

    public static Refusal Ended { get; } = new(
        StatusCodes.Status410Gone, "ended link", "This link has ended", "It was made to work until a day that is over. Ask whoever coordinates the collaboration for a new one. What was answered with it is kept.");

    public static Refusal TooManyTries { get; } = new(
        StatusCodes.Status429TooManyRequests, "too many links tried", "Too many links were tried", "More links that open nothing came from your address than the register takes in a minute. Open yours as it was sent to you; where it is refused, wait a minute, or ask whoever sent it.");

    public static Refusal NotSignedIn { get; } = new(
        StatusCodes.Status403Forbidden, "not signed in", "You are not signed in here", "Your organisation's sign-in did not tell the register who you are, or you are not on its list. Ask whoever operates it.");

    public static Refusal NoToken { get; } = new(
        StatusCodes.Status401Unauthorized, "without a token", "A link is missing", "Send what follows /l/ in a link as 'Authorization: Bearer …'.");

    public static Refusal ForeignSite { get; } = new(
        StatusCodes.Status403Forbidden, "sent by another site", "This was sent by another site",
        "Nothing was changed. Who is signed in by a proxy changes things from the pages of the register, and a program sends a link as 'Authorization: Bearer …'. If these were pages of the register, its public address is not the one in your browser: tell whoever operates it.");

    public static Refusal NotAllowed { get; } = new(
        StatusCodes.Status403Forbidden, "not allowed", "This is not for you", "Your link does not allow it. Ask whoever sent it.");

    public static Refusal NotThere { get; } = new(
        StatusCodes.Status404NotFound, "not there", "There is nothing here", "The address is wrong, or what was here was deleted.");

    public static Refusal ForgedForm { get; } = new(
        StatusCodes.Status400BadRequest, "forged form", "This form did not come from here", "Nothing was changed. Open the page again and send it from there.");
}

/// <summary>Roles in words, and links.</summary>
internal static class RoleWords
{
    public static string InWords(this Role role) => role switch
    {
        Role.Office => "the office",
        Role.Coordinator => "the coordinator",
        Role.Respondent => "a respondent",
        _ => "a reader",
    };

    /// <summary>Who comes by a link, as the history and the audit log have it.</summary>
    public static string InWords(this Link link) => $"{link.Role.InWords()} (link {link.Id})";
}
