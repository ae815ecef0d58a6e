using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>
/// Reads the keys of one shape. What is missing, unknown or of the wrong kind is reported, and the reading goes on, so that
/// everything is reported at once.
/// </summary>
internal sealed class MapReader
{
    private readonly Shape shape;
    private readonly PackProblems problems;

    private MapReader(YamlMap map, Shape shape, PackProblems problems)
    {
        Map = map;
        this.shape = shape;
        this.problems = problems;
    }

    public YamlMap Map { get; }

    public TextPlace Place => Map.Place;

    /// <summary>Whether everything read so far could be read.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Opens a map; null where the node is none, which is reported then.</summary>
    public static MapReader? Open(YamlNode node, Shape shape, PackProblems problems)
    {
        if (node is not YamlMap map)
        {
            problems.Report(PackProblemKinds.WrongKind, node.Place, $"expected {shape.Name} with the keys {Words.List([.. shape.Keys.Select(key => key.Name)])}; found {node.InWords}.{Glued(node)}");
            return null;
        }

        var reader = new MapReader(map, shape, problems);
        foreach (var (key, _) in map.Entries)
        {
            if (!shape.Keys.Any(known => known.Name == key.Text))
            {
                reader.IsWhole = false;
                problems.ReportKey(PackProblemKinds.UnknownKey, key, $"{shape.Name} has no key {Shown.Value(key.Text)}.{OrKeys(shape, key.Text)}");
            }
        }

        var missing = shape.Keys.Where(key => key.IsRequired && map.Find(key.Name) is null).Select(key => $"'{key.Name}'").ToList();
        if (missing.Count > 0)
        {
            reader.Report(PackProblemKinds.MissingKey, map.Place, $"{shape.Name} needs {Words.List(missing)}, which {(missing.Count == 1 ? "is" : "are")} not here.");
        }

        return reader;
    }

    public void Report(ProblemKind kind, TextPlace place, string what)
    {
        IsWhole = false;
        problems.Report(kind, place, what);
    }

    /// <summary>Counts what was read below: where that is not whole, neither is this.</summary>
    public void Include(MapReader below) => IsWhole &= below.IsWhole;

    /// <summary>The place of a key's value, or of the map where the key is missing.</summary>
    public TextPlace PlaceOf(Key key) => Map.Find(key.Name)?.Place ?? Place;

    public YamlNode? Node(Key key) => Map.Find(key.Name);

    public string? Text(TextKey key)
    {
        var scalar = Scalar(key, "a text");
        if (scalar is not null)
        {
            WarnOfComment(key, scalar);
        }

        return scalar?.Text;
    }

    public T? Word<T>(WordKey<T> key)
        where T : struct, Enum
    {
        if (Scalar(key, $"one of the words {Words.List(key.Words, "or")}") is not { } scalar)
        {
            return null;
        }

        // Where yes and no are words, what means the same elsewhere means it here.
        var word = YesNoOf(scalar) is { } yes && key.Words.Contains("yes") ? yes ? "yes" : "no" : scalar.Text;
        if (key.Words.Contains(word))
        {
            return Enum.Parse<T>(word, ignoreCase: true);
        }

        Report(PackProblemKinds.UnknownWord, scalar.Place, $"'{key.Name}' is one of the words {Words.List(key.Words, "or")}; found {scalar.InWords}.{DidYouMean.Sentence(scalar.Text, key.Words)}");
        return null;
    }

    public bool? YesNo(YesNoKey key)
    {
        if (Scalar(key, "yes or no") is not { } scalar)
        {
            return null;
        }

        var value = YesNoOf(scalar);
        if (value is null)
        {
            Report(PackProblemKinds.UnknownWord, scalar.Place, $"'{key.Name}' is yes or no; found {scalar.InWords}.");
        }

        return value;
    }

    public DateOnly? Day(DayKey key)
    {
        if (Scalar(key, "a day such as 2026-11-22") is not { } scalar)
        {
            return null;
        }

        if (CalendarDay.Read(scalar.Text) is { } day)
        {
            return day;
        }

        Report(PackProblemKinds.BadValue, scalar.Place, $"'{key.Name}' is a day of the calendar such as 2026-11-22; found {scalar.InWords}.");
        return null;
    }

    public string? Published(PublishedKey key)
    {
        if (Scalar(key, "a year, a month or a day such as 2005, 2005-10 or 2005-10-26") is not { } scalar)
        {
            return null;
        }

        if (Spelling.IsPublished(scalar.Text))
        {
            return scalar.Text;
        }

        Report(PackProblemKinds.BadValue, scalar.Place, $"'{key.Name}' is a year, a month or a day, such as 2005, 2005-10 or 2005-10-26; found {scalar.InWords}.");
        return null;
    }

    public decimal? Number(NumberKey key)
    {
        if (Scalar(key, "a number") is not { } scalar)
        {
            return null;
        }

        if (NumberOf(scalar) is { } number)
        {
            return number;
        }

        Report(PackProblemKinds.BadValue, scalar.Place, $"'{key.Name}' is a number with at most four decimals, such as 12 or 0.5; found {scalar.InWords}.{(NumberMeant(scalar.Text) is { } meant ? $" {meant}" : "")}");
        return null;
    }

    /// <summary>The texts with their places; none where the key is missing.</summary>
    public IReadOnlyList<YamlScalar> Scalars(TextsKey key)
    {
        switch (Map.Find(key.Name))
        {
            case null:
                return [];
            case YamlScalar { IsEmpty: false } one:
                WarnOfComment(key, one);
                return [one];
            case YamlList list:
                var texts = new List<YamlScalar>();
                foreach (var item in list.Items)
                {
                    if (item is YamlScalar { IsEmpty: false } text)
                    {
                        WarnOfComment(key, text);
                        texts.Add(text);
                    }
                    else
                    {
                        Report(PackProblemKinds.WrongKind, item.Place, $"'{key.Name}' is a list of texts; found {item.InWords} in it.{Colon(item)}");
                    }
                }

                return texts;
            case var other:
                Report(PackProblemKinds.WrongKind, other.Place, $"'{key.Name}' is a list of texts; found {other.InWords}.");
                return [];
        }
    }

    public string[] Texts(TextsKey key) => [.. Scalars(key).Select(text => text.Text)];

    public MapReader? Open(MapKey key)
    {
        if (Map.Find(key.Name) is not { } node)
        {
            return null;
        }

        var reader = Open(node, key.Shape, problems);
        IsWhole &= reader is { IsWhole: true };
        return reader;
    }

    /// <summary>The entries that could be opened, in the order of the file.</summary>
    public IReadOnlyList<MapReader> Open(MapsKey key)
    {
        switch (Map.Find(key.Name))
        {
            case null:
                return [];
            case YamlList list:
                var entries = list.Items.Select(item => Open(item, key.Shape, problems)).ToList();
                IsWhole &= entries.TrueForAll(entry => entry is { IsWhole: true });
                return [.. entries.OfType<MapReader>()];
            case var other:
                Report(PackProblemKinds.WrongKind, other.Place, $"'{key.Name}' is a list, each entry beginning with '- '; found {other.InWords}.");
                return [];
        }
    }

    public static bool? YesNoOf(YamlScalar scalar) => scalar.Text switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        _ => null,
    };

    /// <summary>
    /// The number, if it is one that facts can have: plain digits, at most four decimals, within the codes. One that begins with a zero is not: for
    /// some readers of YAML <c>010</c> is eight.
    /// </summary>
    public static decimal? NumberOf(YamlScalar scalar) =>
        scalar.Text.TrimStart('-') is not ['0', >= '0' and <= '9', ..]
        && decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= Fact.LargestNumber && decimal.Round(number, 4) == number
            ? number
            : null;

    /// <summary>How a number is written that is written in a way of other languages or readers; null where nothing is known of it.</summary>
    public static string? NumberMeant(string text)
    {
        var digits = text.TrimStart('-');
        var sign = text[..^digits.Length];
        return digits is ['0', >= '0' and <= '9', ..] && digits.All(char.IsAsciiDigit) ? $"Write the number without a zero before it: {sign}{(digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0")}."
            : digits is [>= '0' and <= '9', .., >= '0' and <= '9'] && digits.All(c => char.IsAsciiDigit(c) || c is '_' or ' ' or '\'' or '\u00A0' or '\u202F') ? $"Write {sign}{string.Concat(digits.Where(char.IsAsciiDigit))}, digits alone."
            : null;
    }

    /// <summary>
    /// An unquoted sign of a comment ends a text, and what follows it is lost without a word. Names, which seldom have one, may have a comment behind
    /// them; what follows the sign without a space was hardly meant as one.
    /// </summary>
    public void WarnOfComment(Key key, YamlScalar text)
    {
        if (text.Comment is { } comment && (text.IsCutWithoutSpace || (key is TextsKey or TextKey { Pattern: null } && text.Text.Contains(' ', StringComparison.Ordinal))))
        {
            problems.Warn(PackProblemKinds.CommentInText, comment, $"the text {Shown.Value(text.Text)} ends before the '#', and the rest of the line is a comment. If it belongs to the text, put the text in quotes; otherwise move the comment to a line of its own.");
        }
    }

    /// <summary>What to write where a text with a colon became a key with a value.</summary>
    private static string Colon(YamlNode node) => node is YamlMap { Entries: [(var key, YamlScalar value)] }
        ? $" A text with a colon and a space in it goes in quotes: {QuotedText.Of($"{key.Text}: {value.Text}".TrimEnd())}"
        : "";

    /// <summary>What to write where a text is a key that lacks its space: <c>kind:Risk</c>.</summary>
    private static string Glued(YamlNode node) =>
        node is YamlScalar { IsQuoted: false, Text: var text } && text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && colon < text.Length - 1
            ? $" After a colon comes a space: '{Shown.Name($"{text[..colon]}: {text[(colon + 1)..].TrimStart()}")}'."
            : "";

    private static string OrKeys(Shape shape, string key) =>
        shape.Meant(key) is { Length: > 0 } meant ? meant : $" It has {Words.List([.. shape.Keys.Select(known => known.Name)])}.";

    private YamlScalar? Scalar(Key key, string expected)
    {
        switch (Map.Find(key.Name))
        {
            case null:
                return null;
            case YamlScalar { IsEmpty: false } scalar when scalar.Text.Trim().Length > 0:
                return scalar;
            case var other:
                Report(PackProblemKinds.WrongKind, other.Place, $"'{key.Name}' is {expected}; found {(other is YamlScalar { IsQuoted: true } ? "a blank text" : other.InWords)}.{(other is YamlScalar { IsEmpty: true, Comment: not null } ? " What follows the '#' is a comment; a text that begins with one goes in quotes." : "")}");
                return null;
        }
    }
}
