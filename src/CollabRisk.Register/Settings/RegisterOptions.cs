using System.Globalization;
using System.Net;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Register.Settings;

/// <summary>How the register is set up: the section "Register" of the configuration, and environment variables such as Register__Database.</summary>
internal sealed class RegisterOptions
{
    public const string Section = "Register";

    /// <summary>The connection string: a file of SQLite, or with "Host=" a PostgreSQL database.</summary>
    public string Database { get; set; } = "Data Source=register.db";

    /// <summary>The address that links begin with, such as https://register.example; left out for that of the request.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>The address that links begin with in the answer to a request, without a slash at its end.</summary>
    public string AddressFor(HttpRequest request) => Address ?? $"{request.Scheme}://{request.Host}";

    /// <summary>The public address without a slash at its end; null where none is set.</summary>
    internal string? Address => PublicAddress?.TrimEnd('/');

    /// <summary>Folders of rule packs that coordinators may choose. That which comes with the program need not be listed.</summary>
    public IList<string> Packs { get; } = [];

    /// <summary>The file with the policy for these packs; left out for none.</summary>
    public string? PackPolicy { get; set; }

    /// <summary>The language, such as nl or de-AT, in which questions, findings and advice are said where packs have words in it; left out for English.</summary>
    public string? Language { get; set; }

    /// <summary>Signing in by a proxy in front; off unless a header is named.</summary>
    public SignInOptions SignIn { get; set; } = new();

    /// <summary>Addresses or networks of proxies in front, whose X-Forwarded headers are believed. Without any, none is.</summary>
    public IList<string> Proxies { get; } = [];

    public LimitOptions Limits { get; set; } = new();

    /// <summary>What all nodes share; read from the database at the start, never from the configuration.</summary>
    internal string Secret { get; set; } = "";

    /// <summary>What the configuration says that has no meaning: a word that is not quite right must not be ignored in silence.</summary>
    public static IEnumerable<string> Meaningless(IConfigurationSection section) => Meaningless(section, typeof(RegisterOptions)).Select(each => each.Problem);

    /// <summary>Takes over what the configuration says, but for what has no meaning, which <see cref="Meaningless(IConfigurationSection)"/> names.</summary>
    public void TakeOver(IConfigurationSection section)
    {
        var wrong = Meaningless(section, typeof(RegisterOptions)).Select(each => each.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        new ConfigurationBuilder().AddInMemoryCollection(section.AsEnumerable().Where(each => !wrong.Contains(each.Key))).Build().GetSection(section.Path).Bind(this);
    }

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Database))
        {
            yield return "Register:Database is empty. Write 'Data Source=register.db', or the connection string of a PostgreSQL database.";
        }

        if (PublicAddress is not null && !(Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/"))
        {
            yield return $"Register:PublicAddress: '{PublicAddress}' is not an address such as https://register.example.";
        }

        if (Language is not null && !Spelling.IsLanguage(Language))
        {
            yield return $"Register:Language: {Spelling.NotALanguage(Language)}";
        }

        foreach (var (name, values) in new[] { ("Proxies", Proxies), ("SignIn:From", SignIn.From) })
        {
            foreach (var value in values.Where(value => !IPNetwork.TryParse(value, out _) && !IPAddress.TryParse(value, out _)))
            {
                yield return $"Register:{name}: '{value}' is neither an address such as 10.0.0.7 nor a network such as 10.0.0.0/24.";
            }
        }

        if (!string.IsNullOrEmpty(SignIn.Header) && SignIn.From.Count == 0)
        {
            yield return "Register:SignIn:From is empty. A header is believed only from the proxy that sets it: give its address.";
        }

        if (string.IsNullOrEmpty(SignIn.Header) && (SignIn.From.Count > 0 || SignIn.Office.Count > 0 || SignIn.Readers.Count > 0))
        {
            yield return "Register:SignIn:Header is missing: without it, no one is signed in by a proxy. Name the header, or leave the section out.";
        }

        foreach (var (name, value) in new[]
        {
            (nameof(LimitOptions.RequestsOfLink), Limits.RequestsOfLink), (nameof(LimitOptions.RequestsOfAddress), Limits.RequestsOfAddress), (nameof(LimitOptions.LinksOfAddress), Limits.LinksOfAddress),
            (nameof(LimitOptions.FormBytes), Limits.FormBytes), (nameof(LimitOptions.ImportBytes), Limits.ImportBytes),
        })
        {
            if (value < 1)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Register:Limits:{name}: '{value}' is less than 1.");
            }
        }
    }

    private static IEnumerable<(string Path, string Problem)> Meaningless(IConfigurationSection section, Type options)
    {
        var known = options.GetProperties().ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        foreach (var key in section.GetChildren())
        {
            if (!known.TryGetValue(key.Key, out var type))
            {
                yield return (key.Path, $"{key.Path} has no meaning.{DidYouMean.Sentence(key.Key, known.Keys)}");
            }
            else if (type == typeof(SignInOptions) || type == typeof(LimitOptions))
            {
                foreach (var unknown in Meaningless(key, type))
                {
                    yield return unknown;
                }
            }
            else if (type == typeof(int) && !int.TryParse(key.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            {
                yield return (key.Path, $"{key.Path}: '{key.Value}' is not a whole number.");
            }
            else if (type == typeof(IList<string>) && key.Value is { Length: > 0 } value)
            {
                yield return (key.Path, $"{key.Path} is a list, and '{value}' is one value. Write {key.Path}:0, {key.Path}:1 and so on; in the environment {key.Path.Replace(":", "__", StringComparison.Ordinal)}__0.");
            }
        }
    }
}

/// <summary>Signing in by a proxy in front.</summary>
internal sealed class SignInOptions
{
    /// <summary>The header in which the proxy says who someone is, such as X-Remote-User. It must take out of every request what it did not set itself.</summary>
    public string? Header { get; set; }

    /// <summary>The addresses or networks of the proxy. From others the header means nothing.</summary>
    public IList<string> From { get; } = [];

    /// <summary>Who has the role of the office.</summary>
    public IList<string> Office { get; } = [];

    /// <summary>Who may see all results.</summary>
    public IList<string> Readers { get; } = [];
}

/// <summary>How much is taken from whom. Requests are counted by the minute, on each node.</summary>
internal sealed class LimitOptions
{
    public int RequestsOfLink { get; set; } = 240;

    /// <summary>An organisation may have one address for all its people.</summary>
    public int RequestsOfAddress { get; set; } = 1_200;

    /// <summary>How many links an address may try.</summary>
    public int LinksOfAddress { get; set; } = 60;

    public int FormBytes { get; set; } = 64 * 1024;

    public int ImportBytes { get; set; } = 32 * 1024 * 1024;
}
