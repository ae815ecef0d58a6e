using System.Globalization;
using CollabRisk.Register.Access;
using CollabRisk.Register.Model;

namespace CollabRisk.Register.Requests;

/// <summary>A request of someone who was let in, and what they sent.</summary>
internal sealed class Visit(HttpContext context, Visitor visitor, IFormCollection? form)
{
    private Author? author;

    public HttpContext Context { get; } = context;

    public Visitor Visitor { get; } = visitor;

    public CancellationToken Cancel => Context.RequestAborted;

    /// <summary>Who makes a change by this request. A form says by itself which one it is, so that it counts once however often it is sent; with other values in it, it is another one.</summary>
    public Author Author => author ??= new(Visitor.By, RequestName.Of(Context, form));

    /// <summary>The version of what was shown when the form was made.</summary>
    public long Version => long.TryParse(Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>A field of the form, without blanks around it and with lines that end in one way; empty where it was not sent.</summary>
    public string Text(string field) => form is not null && form.TryGetValue(field, out var values) && values is [{ } text, ..] ? text.ReplaceLineEndings("\n").Trim() : "";

    /// <summary>All that were chosen in a field.</summary>
    public IReadOnlyList<string> All(string field) => form is not null && form.TryGetValue(field, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>A part of the query; empty where it is not there.</summary>
    public string Query(string name) => Context.Request.Query[name] is [{ } text, ..] ? text.Trim() : "";

    /// <summary>A part of the path.</summary>
    public string Route(string name) => Context.Request.RouteValues[name] as string ?? "";

    public int? Number(string field, int least, int most) =>
        int.TryParse(Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    public DateOnly? Day(string field) => DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public T? Word<T>(string field)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(each => string.Equals($"{each}", Text(field), StringComparison.OrdinalIgnoreCase));
}
