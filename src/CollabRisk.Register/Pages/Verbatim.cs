using System.Text.Encodings.Web;
using CollabRisk.Reporting.Html;

namespace CollabRisk.Register.Pages;

/// <summary>Text that goes into a field and comes back as it was: encoded, but neither cut nor otherwise changed as text for reading is.</summary>
internal readonly record struct Verbatim(string? Text)
{
    /// <summary>For between the tags of a textarea, which takes one line feed at its start away.</summary>
    public Markup Markup => Markup.OfOwn("\n" + HtmlEncoder.Default.Encode(Text ?? ""));

    /// <summary>For an attribute in double quotes.</summary>
    public Markup Attribute => Markup.OfOwn(HtmlEncoder.Default.Encode(Text ?? ""));
}
