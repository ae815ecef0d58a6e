using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CollabRisk.Register.Tests.Harness;

/// <summary>A browser without script: it keeps cookies, follows where it is sent, and fills in forms as they are on the page.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient client;

    public Browser(Uri address) => client = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    /// <summary>Headers that go with every request, as a proxy in front would set them.</summary>
    public HttpRequestHeaders Headers => client.DefaultRequestHeaders;

    public Task<Page> GoAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>What is at an address, to be kept as a file.</summary>
    public Task<byte[]> BytesAsync(string address) => client.GetByteArrayAsync(address);

    public Task<Page> SendAsync(Form form)
    {
        if (form.Method == "get")
        {
            return GoAsync($"{form.Action}?{string.Join('&', form.Fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"))}");
        }

        HttpContent content;
        if (form.Files.Count > 0)
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in form.Fields)
            {
                parts.Add(new StringContent(value), name);
            }

            foreach (var (field, name, bytes) in form.Files)
            {
                parts.Add(new ByteArrayContent(bytes), field, name);
            }

            content = parts;
        }
        else
        {
            content = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        return SendAsync(new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content });
    }

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            return new(response.StatusCode, response.RequestMessage!.RequestUri!, await response.Content.ReadAsStringAsync(),
                response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
        }
    }

    public void Dispose() => client.Dispose();
}

/// <summary>A page as a browser has it.</summary>
internal sealed partial record Page(HttpStatusCode Status, Uri Address, string Html, IReadOnlyDictionary<string, string> Headers)
{
    public IHtmlDocument Document => field ??= new HtmlParser().ParseDocument(Html);

    /// <summary>What is read, with single blanks.</summary>
    public string Text => field ??= Blanks().Replace(Document.Body?.TextContent ?? "", " ").Trim();

    /// <summary>The text of the first element of a selector; empty where there is none.</summary>
    public string At(string selector) => Blanks().Replace(Document.QuerySelector(selector)?.TextContent ?? "", " ").Trim();

    /// <summary>Links that were just made.</summary>
    public IReadOnlyList<string> NewLinks => [.. Document.QuerySelectorAll("input.link").Select(link => link.GetAttribute("value")!)];

    /// <summary>Where one can go from here.</summary>
    public IReadOnlyList<string> Ways => [.. Document.QuerySelectorAll("a[href]").Select(way => way.GetAttribute("href")!).Where(way => way.StartsWith('/')).Distinct()];

    /// <summary>The form that goes to an address that ends so, and has such a field with such a value where that is said.</summary>
    public Form Form(string actionEnd, string? field = null, string? value = null) => Document.Forms.Where(form => new Uri(Address, form.GetAttribute("action")).AbsolutePath.EndsWith(actionEnd, StringComparison.Ordinal))
        .Select(form => new Form(form)).FirstOrDefault(form => field is null || form.Fields.Any(each => each.Name == field && (value is null || each.Value == value)))
        ?? throw new InvalidOperationException($"There is not a form to '{actionEnd}' on the page: {(int)Status} {Text}");

    public bool HasForm(string actionEnd) => Document.Forms.Any(form => form.GetAttribute("action")!.EndsWith(actionEnd, StringComparison.Ordinal));

    public override string ToString() => $"{(int)Status} {Address.PathAndQuery}: {Text}";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

/// <summary>A form as it would be sent.</summary>
internal sealed class Form
{
    private readonly List<(string Name, string Value)> fields = [];

    public Form(IHtmlFormElement form)
    {
        Element = form;
        Action = form.GetAttribute("action")!;
        Method = form.Method;
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } input when input.IsChecked:
                    fields.Add((input.Name!, input.Value));
                    break;
                case IHtmlInputElement { Type: not ("radio" or "checkbox" or "file" or "submit") } input when input.Name is { Length: > 0 }:
                    fields.Add((input.Name, input.Value));
                    break;
                case IHtmlTextAreaElement area when area.Name is { Length: > 0 }:
                    fields.Add((area.Name, area.Value));
                    break;
                case IHtmlSelectElement select when select.Name is { Length: > 0 }:
                    fields.Add((select.Name, select.Value ?? ""));
                    break;
            }
        }
    }

    public IHtmlFormElement Element { get; }

    public string Action { get; set; }

    public string Method { get; }

    public IReadOnlyList<(string Name, string Value)> Fields => fields;

    public List<(string Field, string Name, byte[] Bytes)> Files { get; } = [];

    /// <summary>Puts values into a field in place of what is in it.</summary>
    public Form With(string name, params string[] values)
    {
        fields.RemoveAll(field => field.Name == name);
        fields.AddRange(values.Select(value => (name, value)));
        return this;
    }

    public Form WithFile(string field, string name, byte[] bytes)
    {
        Files.Add((field, name, bytes));
        return this;
    }

    public string this[string name] => fields.FirstOrDefault(field => field.Name == name).Value ?? "";

    /// <summary>What can be chosen in a field.</summary>
    public IReadOnlyList<string> Choices(string name) => [.. Element.QuerySelectorAll($"input[name={name}]").Select(input => input.GetAttribute("value")!)];
}
