using System.Globalization;
using CollabRisk.Text;
using Microsoft.Extensions.Configuration;

namespace CollabRisk.DependencyInjection;

/// <summary>Reads a part of configuration and lets nothing pass that has no meaning: each problem names the key and what is allowed.</summary>
/// <param name="node">The part.</param>
/// <param name="report">Takes each problem.</param>
internal sealed class ConfigurationReader(IConfiguration node, Action<string> report)
{
    private bool isGood = true;

    /// <summary>The key, as configuration writes it: <c>CollabRisk:Packs:0</c>.</summary>
    public string Path => node is IConfigurationSection section ? section.Path : "";

    /// <summary>The last word of the key.</summary>
    public string Name => node is IConfigurationSection section ? section.Key : "";

    private string? Value => node is IConfigurationSection { Value: { Length: > 0 } value } ? value : null;

    /// <summary>Reports something that is wrong here.</summary>
    public void Problem(string what)
    {
        isGood = false;
        report($"{(Path.Length == 0 ? "Configuration" : Path)}: {what}");
    }

    /// <summary>Reads the members of an object. One that is not among the known keys is a problem.</summary>
    /// <returns>Whether nothing was wrong.</returns>
    public bool Read(params (string Key, Action<ConfigurationReader> Read)[] keys)
    {
        foreach (var member in Members())
        {
            var known = Array.Find(keys, key => key.Key.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
            if (known.Read is null)
            {
                member.Problem($"this key has no meaning.{DidYouMean.Sentence(member.Name, keys.Select(key => key.Key))} Known here: {string.Join(", ", keys.Select(key => key.Key))}.");
            }
            else
            {
                known.Read(member);
            }

            isGood &= member.isGood;
        }

        return isGood;
    }

    /// <summary>The members of an object, whatever they are called.</summary>
    public IEnumerable<ConfigurationReader> Members()
    {
        if (Value is { } value)
        {
            Problem($"'{value}' is given where keys are expected. Write an object.");
        }

        return Children();
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<ConfigurationReader> Items()
    {
        if (Value is { } value)
        {
            Problem($"'{value}' is given where a list is expected. Write a list, such as [\"{value}\"].");
        }

        var items = Children();
        if (items.Find(item => !int.TryParse(item.Name, NumberStyles.None, CultureInfo.InvariantCulture, out _)) is { } named)
        {
            named.Problem("a list is expected here, whose keys are 0, 1 and so on.");
            return [];
        }

        return items;
    }

    /// <summary>Whether the value is this word.</summary>
    public bool Is(string word) => word.Equals(Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text; null where it is missing or empty, which is a problem.</summary>
    public string? Text()
    {
        if (Children().Count > 0)
        {
            Problem("a list or an object is given where one value is expected.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(Value))
        {
            Problem("it is empty. Give a value, or remove the key.");
            return null;
        }

        return Value;
    }

    /// <summary>One of some words, whatever their case; null where it is none of them.</summary>
    public string? OneOf(IReadOnlyList<string> words, string what)
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        Problem($"'{text}' is not a {what}.{DidYouMean.Sentence(text, words)} Known are {string.Join(", ", words)}.");
        return null;
    }

    /// <summary>True or false.</summary>
    public bool? YesNo() => OneOf(["true", "false"], "truth value") switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    /// <summary>A day such as 2026-09-30.</summary>
    public DateOnly? Day() => Parse<DateOnly>(CalendarDay.TryRead, "a day such as 2026-09-30");

    /// <summary>A length of time such as 00:01:00.</summary>
    public TimeSpan? Time() => Parse<TimeSpan>(
        (string text, out TimeSpan time) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out time), "a length of time such as 00:01:30 (hours, minutes, seconds)");

    /// <summary>A whole number.</summary>
    public long? Number() => Parse<long>(
        (string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number), "a whole number");

    private delegate bool TryParse<T>(string text, out T value);

    private T? Parse<T>(TryParse<T> parse, string expected)
        where T : struct
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        Problem($"'{text}' is not {expected}.");
        return null;
    }

    private List<ConfigurationReader> Children() => [.. node.GetChildren().Select(child => new ConfigurationReader(child, report))];
}
