using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>
/// A key of the format: its name, what it means and what its value is. Readers, the schema and the reference page all take it
/// from here, so that they cannot disagree.
/// </summary>
internal abstract record Key(string Name, string About)
{
    public bool IsRequired { get; init; }

    /// <summary>What its texts name, so that editors complete and follow them; null where they name nothing.</summary>
    public Named? Names { get; init; }

    /// <summary>What its text gives a name to; null where it names nothing new.</summary>
    public Named? Defines { get; init; }
}

/// <summary>What a text of a pack can name.</summary>
internal enum Named
{
    /// <summary>The code of a rule.</summary>
    Rule,

    /// <summary>The id of a claim.</summary>
    Claim,

    /// <summary>The id of a source.</summary>
    Source,

    /// <summary>The code of a recommendation.</summary>
    Advice,

    /// <summary>A fact that the pack declares.</summary>
    Fact,

    /// <summary>The code of a warning of the static checks.</summary>
    Warning,

    /// <summary>A file in the folder of the pack.</summary>
    File,
}

/// <summary>A text.</summary>
internal sealed record TextKey(string Name, string About) : Key(Name, About)
{
    /// <summary>The form that the text has, for editors; readers leave it to whoever uses the text.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether paths of facts in braces stand for their values.</summary>
    public bool HasPlaces { get; init; }
}

/// <summary>One of some words.</summary>
internal sealed record WordKey<T>(string Name, string About) : WordKey(Name, About, Enum.GetNames<T>())
    where T : struct, Enum;

/// <inheritdoc cref="WordKey{T}"/>
internal abstract record WordKey(string Name, string About, IReadOnlyList<string> Words) : Key(Name, About);

/// <summary>Yes or no.</summary>
internal sealed record YesNoKey(string Name, string About) : Key(Name, About);

/// <summary>A day of the calendar.</summary>
internal sealed record DayKey(string Name, string About) : Key(Name, About);

/// <summary>When a document was published: a year, a month or a day.</summary>
internal sealed record PublishedKey(string Name, string About) : Key(Name, About);

/// <summary>A number.</summary>
internal sealed record NumberKey(string Name, string About) : Key(Name, About);

/// <summary>A list of texts; a single text stands for a list of one.</summary>
internal sealed record TextsKey(string Name, string About) : Key(Name, About);

/// <summary>Keys of their own.</summary>
internal sealed record MapKey(string Name, string About, Shape Shape) : Key(Name, About);

/// <summary>A list of entries, each with keys of its own.</summary>
internal sealed record MapsKey(string Name, string About, Shape Shape) : Key(Name, About);

/// <summary>A condition.</summary>
internal sealed record ConditionKey(string Name, string About) : Key(Name, About);

/// <summary>What a rule is asked of: <c>partner</c>, or yes/no facts.</summary>
internal sealed record EachKey(string Name, string About) : Key(Name, About);

/// <summary>Paths of facts with their values.</summary>
internal sealed record FactsKey(string Name, string About) : Key(Name, About);

/// <summary>Outcomes that a test expects of rules.</summary>
internal sealed record OutcomesKey(string Name, string About) : Key(Name, About);

/// <summary>The rows of a table, each a list of cells.</summary>
internal sealed record RowsKey(string Name, string About) : Key(Name, About);

/// <summary>The keys that may be together in one place.</summary>
internal sealed class Shape(string name, string about, params Key[] keys)
{
    /// <summary>What one such thing is called, with its article: "a rule".</summary>
    public string Name { get; } = name;

    public string About { get; } = about;

    public IReadOnlyList<Key> Keys { get; } = keys;

    /// <summary>Where a key that is not one of these belongs, or which one may be meant, as a sentence; empty where nothing is near.</summary>
    public string Meant(string key) => Keys.OfType<MapKey>().FirstOrDefault(map => map.Shape.Keys.Any(below => below.Name == key)) is { } map
        ? $" It belongs under '{map.Name}'."
        : DidYouMean.Sentence(key, Keys.Select(known => known.Name));
}
