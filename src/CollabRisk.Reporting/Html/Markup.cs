using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>
/// A piece of HTML. It is made of an interpolated string whose fixed parts are HTML and whose values are text: each value goes through
/// <see cref="HtmlText"/>, so that none can be forgotten. Only another piece goes in as it is. A <see cref="Passage"/> goes between tags, never
/// into an attribute: where it is in another language than the page, an element says so.
/// </summary>
internal readonly struct Markup
{
    private readonly string? html;

    private Markup(string html) => this.html = html;

    public static Markup Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(html);

    /// <summary>A piece of HTML with values filled in.</summary>
    public static Markup Of(MarkupBuilder builder) => new(builder.ToStringAndClear());

    /// <summary>HTML or CSS of this package that comes from a file of its own; never a value.</summary>
    public static Markup OfOwn(string html) => new(html);

    /// <summary>Text that is nothing but a value, in whatever language it is.</summary>
    public static Markup Text(Passage text) => Of($"{text}");

    /// <summary>The attributes that say in which language an element is whose text is this one; nothing where that is the language of the page.</summary>
    public static Markup LanguageOf(Passage text) => new(HtmlText.LanguageOf(text.Language, HtmlPage.Language));

    /// <summary>Pieces after each other, with one between any two.</summary>
    public static Markup Join(string separator, IEnumerable<Markup> pieces) => new(string.Join(separator, pieces.Select(piece => piece.ToString())));

    /// <summary>One piece for each item.</summary>
    public static Markup Each<T>(IEnumerable<T> items, Func<T, Markup> write) => new(string.Concat(items.Select(item => write(item).ToString())));

    /// <summary>The piece, or nothing.</summary>
    public static Markup When(bool condition, Func<Markup> write) => condition ? write() : Empty;

    public override string ToString() => html ?? "";
}

/// <summary>Fills values into a piece of HTML; see <see cref="Markup"/>.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupBuilder
{
    private readonly StringBuilder html;

    public MarkupBuilder(int literalLength, int formattedCount) => html = new StringBuilder(literalLength + (formattedCount * 24));

    public void AppendLiteral(string literal) => html.Append(literal);

    public void AppendFormatted(string? text) => HtmlText.Append(html, text);

    public void AppendFormatted(Passage passage) => HtmlText.Append(html, passage, HtmlPage.Language);

    public void AppendFormatted(int number) => html.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number) => html.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

    public void AppendFormatted(Level level) => html.Append(level.ToString());

    public void AppendFormatted(Markup markup) => html.Append(markup.ToString());

    public string ToStringAndClear() => html.ToString();
}
