using System.Collections.Immutable;
using System.Globalization;
using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>
/// Values of facts that rule packs declare themselves, next to those of the library's own model. Written
/// <c>new() { ["rcr.rotaShared"] = true, ["rcr.maturity"] = "Sufficient", ["rcr.tools"] = new[] { "Phone", "Radio" } }</c>.
/// </summary>
/// <remarks>
/// A name has a prefix, by which packs keep out of each other's way. Values are checked against the declarations when a
/// rule book is evaluated; what no pack of it declares is in <see cref="Assessment.UnreadExtensions"/>. A name that is not
/// there is not known. Compared by value. Immutable and thread-safe.
/// </remarks>
public sealed class FactExtensions : IEquatable<FactExtensions>
{
    private readonly ImmutableSortedDictionary<string, object> values = ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal);

    /// <summary>Makes extensions of which nothing is known, to be filled in braces.</summary>
    public FactExtensions()
    {
    }

    private FactExtensions(ImmutableSortedDictionary<string, object> values) => this.values = values;

    /// <summary>Extensions of which nothing is known.</summary>
    public static FactExtensions None { get; } = new();

    /// <summary>The names of the facts that are known, in alphabetical order.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => values.IsEmpty;

    /// <summary>Whether any of the facts does not apply.</summary>
    internal bool HasNotApplicable => !values.IsEmpty && values.Values.Any(value => value is DoesNotApply);

    /// <summary>The value of a fact, or <see langword="null"/> while it is not known.</summary>
    /// <param name="name">The name with its prefix, such as <c>rcr.rotaShared</c>, or <c>rcr.rota.shared</c> for one in a group; upper and lower case differ.</param>
    /// <value>
    /// Yes or no as a <see cref="bool"/>, a word as a <see cref="string"/>, a set of words as a <see cref="WordSet"/> or any
    /// other sequence of strings, a number as a <see cref="decimal"/> or <see cref="int"/>, a day as a <see cref="DateOnly"/>, or that it
    /// does not apply as <see cref="DoesNotApply.Here"/>. It is read as a
    /// <see cref="bool"/>, <see cref="string"/>, <see cref="WordSet"/>, <see cref="decimal"/>, <see cref="DateOnly"/> or <see cref="DoesNotApply"/>.
    /// </value>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name has no such form, or is that of a group while a fact of it is known, or the other way round; or the value is none of these, is
    /// too large, or is not a word.
    /// </exception>
    public object? this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return values.GetValueOrDefault(name);
        }

        init => values = Changed(name, value);
    }

    /// <summary>The extensions with one value changed.</summary>
    /// <param name="name">The name with its prefix, such as <c>rcr.rotaShared</c>.</param>
    /// <param name="value">The value, as the indexer takes it, or <see langword="null"/> where it is not known any more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name or the value cannot be taken; see the indexer.</exception>
    public FactExtensions With(string name, object? value) => new(Changed(name, value));

    /// <summary>Whether a yes/no fact is so; <see langword="null"/> while it is not known, and where it does not apply.</summary>
    /// <param name="name">The name, such as <c>rcr.rotaShared</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public bool? YesNo(string name) => (bool?)Read<bool>(name, "yes or no");

    /// <summary>The word of a fact; <see langword="null"/> while it is not known, and where it does not apply.</summary>
    /// <param name="name">The name, such as <c>rcr.maturity</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public string? Word(string name) => (string?)Read<string>(name, "a word");

    /// <summary>The words of a fact, perhaps none; <see langword="null"/> while they are not known, and where they do not apply.</summary>
    /// <param name="name">The name, such as <c>rcr.tools</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public WordSet? Words(string name) => (WordSet?)Read<WordSet>(name, "a set of words");

    /// <summary>The number of a fact; <see langword="null"/> while it is not known, and where it does not apply.</summary>
    /// <param name="name">The name, such as <c>rcr.calls</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public decimal? Number(string name) => (decimal?)Read<decimal>(name, "a number");

    /// <summary>The day of a fact; <see langword="null"/> while it is not known, and where it does not apply.</summary>
    /// <param name="name">The name, such as <c>rcr.goLive</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public DateOnly? Day(string name) => (DateOnly?)Read<DateOnly>(name, "a day");

    /// <inheritdoc/>
    public bool Equals(FactExtensions? other) => other is not null && (ReferenceEquals(values, other.values) || values.SequenceEqual(other.values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactExtensions);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, value) in values)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The names with their values, separated by commas.</summary>
    public override string ToString() => string.Join(
        ", ", values.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key}: {(each.Value is DateOnly day ? CalendarDay.Write(day) : each.Value)}")));

    private object? Read<T>(string name, string kind) => this[name] is not { } value ? null
        : value is T ? value
        : value is DoesNotApply ? null
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"'{name}' is {value}, which is not {kind}."));

    private ImmutableSortedDictionary<string, object> Changed(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!ExtensionForm.IsName(name))
        {
            throw new ArgumentException($"'{name}' is not a name of a fact. {ExtensionForm.OfNames}", nameof(name));
        }

        if (value is null)
        {
            return values.Remove(name);
        }

        // As JSON a name is either a value or an object, never both.
        return Other(name) is not { } other
            ? values.SetItem(name, Kept(name, value))
            : throw new ArgumentException($"'{name}' cannot be known next to '{other}': one is a group of facts, and the other a fact.", nameof(name));
    }

    /// <summary>A name that is there and that the other one, a fact in no group or of one, cannot be next to; null where there is none.</summary>
    private string? Other(string name) => ExtensionForm.GroupOf(name) is { } group
        ? values.ContainsKey(group) ? group : null
        : values.Keys.FirstOrDefault(other => ExtensionForm.GroupOf(other) == name);

    /// <summary>The value in the type in which it is kept. Whatever is kept can be written as JSON and read back.</summary>
    private static object Kept(string name, object value) => value switch
    {
        bool or DateOnly or WordSet or DoesNotApply => value,
        string word when ExtensionForm.IsWord(word) => word,
        string text => throw new ArgumentException($"{name}: '{text}' is not a word. {ExtensionForm.OfWords} A day is given as a DateOnly.", nameof(value)),
        IEnumerable<string> words => WordSet.Create([.. words]),
        int whole => (decimal)whole,
        decimal number when Math.Abs(number) <= Fact.LargestNumber => number,
        decimal number => throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {number} is too large. Give a number from {-Fact.LargestNumber} to {Fact.LargestNumber}."), nameof(value)),
        _ => throw new ArgumentException(
            $"{name}: a value of type {value.GetType().Name} cannot be kept. Give a bool, a string, a sequence of strings, an int, a decimal or a DateOnly.", nameof(value)),
    };
}
