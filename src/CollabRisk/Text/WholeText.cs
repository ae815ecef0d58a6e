using System.Text.RegularExpressions;

namespace CollabRisk.Text;

/// <summary>Texts that have a form as a whole.</summary>
internal static class WholeText
{
    /// <summary>Whether all of a text has a form, whose pattern ends with <c>$</c>: in .NET that also stands before a line feed at the end, which no other dialect lets through.</summary>
    public static bool IsFormOfAll(this Regex form, string text) => form.IsMatch(text) && !text.EndsWith('\n');
}
