namespace CollabRisk.Facts;

/// <summary>
/// How the model keeps the value of a fact: as a property of a record, or under its name among the extensions. Nothing
/// else needs to know which of the two it is.
/// </summary>
internal abstract class FactStore
{
    /// <summary>The type of a known value.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Makes the function that reads the code of the fact from its owner.</summary>
    public abstract Func<object, long> ReaderOf(Fact fact);

    /// <summary>The value as its owner keeps it, or null while it is not known.</summary>
    public abstract object? Get(object owner);

    /// <summary>A copy of the owner with another value, of the right type, or null for unknown.</summary>
    public abstract object With(object owner, object? value);

    /// <summary>A word in the type of the model.</summary>
    public abstract object Word(Fact fact, int number);

    /// <summary>A set of words in the type of the model.</summary>
    public abstract object Words(Fact fact, long bits);

    /// <summary>A number in the type of the model.</summary>
    public abstract object Number(decimal number);

    /// <summary>A list in the type of the model.</summary>
    public virtual object List(IReadOnlyList<object> entries) => throw new NotSupportedException("The fact is not a list.");
}

/// <summary>A fact of the library's own model is a property of a record. What is known of the property is generated.</summary>
/// <param name="valueType">The type of a known value.</param>
/// <param name="get">Reads the value.</param>
/// <param name="with">A copy of the record with another value; null for a property that only follows from others.</param>
/// <param name="read">Reads the code.</param>
/// <param name="word">Makes a word.</param>
/// <param name="words">Makes a set of words.</param>
/// <param name="number">Makes a number.</param>
/// <param name="list">Makes a list.</param>
internal sealed class ModelStore(
    Type valueType,
    Func<object, object?> get,
    Func<object, object?, object>? with,
    Func<object, long> read,
    Func<int, object>? word = null,
    Func<long, object>? words = null,
    Func<decimal, object>? number = null,
    Func<IReadOnlyList<object>, object>? list = null) : FactStore
{
    public override Type ValueType => valueType;

    public override Func<object, long> ReaderOf(Fact fact) => read;

    public override object? Get(object owner) => get(owner);

    public override object With(object owner, object? value) =>
        with is null ? throw new InvalidOperationException("A derived fact follows from others and cannot be given.") : with(owner, value);

    public override object Word(Fact fact, int number) => word!(number);

    public override object Words(Fact fact, long bits) => words!(bits);

    public override object Number(decimal value) => number!(value);

    public override object List(IReadOnlyList<object> entries) => list!(entries);
}

/// <summary>A fact that a pack declares is under its name among the extensions.</summary>
/// <param name="type">What values the fact takes.</param>
/// <param name="name">The name with its prefix.</param>
internal sealed class ExtensionStore(FactType type, string name) : FactStore
{
    public override Type ValueType => type switch
    {
        FactType.YesNo => typeof(bool),
        FactType.Word => typeof(string),
        FactType.Words => typeof(WordSet),
        FactType.Date => typeof(DateOnly),
        _ => typeof(decimal),
    };

    /// <summary>A value that the fact cannot have reads as <see cref="Fact.Invalid"/>: whoever gave it may not have known the declaration.</summary>
    public override Func<object, long> ReaderOf(Fact fact) => owner => Get(owner) switch
    {
        null => Fact.Unknown,
        DoesNotApply => Fact.NotApplicable,
        var value when !FactValues.Accepts(fact, ref value) => Fact.Invalid,
        var value => fact.CodeOf(value),
    };

    public override object? Get(object owner) => ((FactExtensions)owner)[name];

    public override object With(object owner, object? value) => ((FactExtensions)owner).With(name, value);

    public override object Word(Fact fact, int number) => fact.AllowedWords[number];

    public override object Words(Fact fact, long bits) => WordSet.Create([.. fact.WordsIn(bits)]);

    public override object Number(decimal number) => number;
}
