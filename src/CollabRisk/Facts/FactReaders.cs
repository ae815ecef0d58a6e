using System.Reflection;
using System.Runtime.CompilerServices;

namespace CollabRisk.Facts;

/// <summary>
/// Makes the function that reads a fact's code from its owner. They are delegates on the property's own getter:
/// nothing is compiled at run time and nothing is boxed when a fact is read.
/// </summary>
internal static class FactReaders
{
    public static Func<object, object?> Group(PropertyInfo property) =>
        Make<Func<object, object?>>(nameof(OfGroup), property, property.DeclaringType!, property.PropertyType);

    /// <summary>Makes the reader of a fact. A value that the fact cannot have reads as <see cref="Facts.Fact.Invalid"/>.</summary>
    public static Func<object, long> Fact(PropertyInfo property, FactType type, Type value, FactAttribute about)
    {
        var read = Fact(property, type, value);
        if (double.IsInfinity(about.Min) && double.IsInfinity(about.Max))
        {
            return read;
        }

        var smallest = double.IsInfinity(about.Min) ? long.MinValue : Facts.Fact.Encode((decimal)about.Min);
        var largest = double.IsInfinity(about.Max) ? long.MaxValue : Facts.Fact.Encode((decimal)about.Max);
        return owner => read(owner) is var code && (code == Facts.Fact.Unknown || (code >= smallest && code <= largest)) ? code : Facts.Fact.Invalid;
    }

    private static Func<object, long> Fact(PropertyInfo property, FactType type, Type value) => type switch
    {
        FactType.YesNo => Make<Func<object, long>>(nameof(OfYesNo), property, property.DeclaringType!),
        FactType.Word => Make<Func<object, long>>(nameof(OfWord), property, property.DeclaringType!, value),
        FactType.Words => Make<Func<object, long>>(nameof(OfWords), property, property.DeclaringType!, value),
        FactType.WholeNumber => Make<Func<object, long>>(nameof(OfWholeNumber), property, property.DeclaringType!),
        FactType.Number => Make<Func<object, long>>(nameof(OfNumber), property, property.DeclaringType!),
        FactType.Date => Make<Func<object, long>>(nameof(OfDate), property, property.DeclaringType!),
        FactType.Text => Make<Func<object, long>>(nameof(OfText), property, property.DeclaringType!),
        _ => Make<Func<object, long>>(nameof(OfPresence), property, property.DeclaringType!, property.PropertyType),
    };

    private static T Make<T>(string method, PropertyInfo property, params Type[] types) =>
        (T)typeof(FactReaders).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types).Invoke(null, [property.GetMethod])!;

    private static Func<object, object?> OfGroup<TOwner, TGroup>(MethodInfo getter)
        where TOwner : class
        where TGroup : class
    {
        var get = getter.CreateDelegate<Func<TOwner, TGroup?>>();
        return owner => get(Unsafe.As<TOwner>(owner));
    }

    private static Func<object, long> OfYesNo<TOwner>(MethodInfo getter)
        where TOwner : class
    {
        var get = getter.CreateDelegate<Func<TOwner, bool?>>();
        return owner => get(Unsafe.As<TOwner>(owner)) is { } value ? (value ? 1 : 0) : Facts.Fact.Unknown;
    }

    private static Func<object, long> OfWord<TOwner, TWord>(MethodInfo getter)
        where TOwner : class
        where TWord : struct, Enum
    {
        var get = getter.CreateDelegate<Func<TOwner, TWord?>>();
        var words = Enum.GetValues<TWord>().Length;
        return owner => get(Unsafe.As<TOwner>(owner)) is not { } word ? Facts.Fact.Unknown
            : (uint)Unsafe.As<TWord, int>(ref word) < (uint)words ? Unsafe.As<TWord, int>(ref word)
            : Facts.Fact.Invalid;
    }

    private static Func<object, long> OfWords<TOwner, TWord>(MethodInfo getter)
        where TOwner : class
        where TWord : struct, Enum
    {
        var get = getter.CreateDelegate<Func<TOwner, FactSet<TWord>?>>();
        return owner => get(Unsafe.As<TOwner>(owner)) is { } words ? (long)words.Bits : Facts.Fact.Unknown;
    }

    private static Func<object, long> OfWholeNumber<TOwner>(MethodInfo getter)
        where TOwner : class
    {
        var get = getter.CreateDelegate<Func<TOwner, int?>>();
        return owner => get(Unsafe.As<TOwner>(owner)) is { } value ? Facts.Fact.Encode(value) : Facts.Fact.Unknown;
    }

    private static Func<object, long> OfNumber<TOwner>(MethodInfo getter)
        where TOwner : class
    {
        var get = getter.CreateDelegate<Func<TOwner, decimal?>>();
        return owner => get(Unsafe.As<TOwner>(owner)) is not { } value ? Facts.Fact.Unknown
            : Math.Abs(value) <= Facts.Fact.LargestNumber ? Facts.Fact.Encode(value)
            : Facts.Fact.Invalid;
    }

    private static Func<object, long> OfDate<TOwner>(MethodInfo getter)
        where TOwner : class
    {
        var get = getter.CreateDelegate<Func<TOwner, DateOnly?>>();
        return owner => get(Unsafe.As<TOwner>(owner)) is { } value ? value.DayNumber : Facts.Fact.Unknown;
    }

    /// <summary>Of a text, rules only see whether it is blank: 0, or says something: 1.</summary>
    private static Func<object, long> OfText<TOwner>(MethodInfo getter)
        where TOwner : class
    {
        var get = getter.CreateDelegate<Func<TOwner, string?>>();
        return owner => get(Unsafe.As<TOwner>(owner)) is not { } text ? Facts.Fact.Unknown
            : !FactValues.Takes(text) ? Facts.Fact.Invalid
            : string.IsNullOrWhiteSpace(text) ? 0 : 1;
    }

    /// <summary>Lists have no code of their own: rules only see that they are given.</summary>
    private static Func<object, long> OfPresence<TOwner, TValue>(MethodInfo getter)
        where TOwner : class
        where TValue : class
    {
        var get = getter.CreateDelegate<Func<TOwner, TValue?>>();
        return owner => get(Unsafe.As<TOwner>(owner)) switch
        {
            null => Facts.Fact.Unknown,
            IReadOnlyCollection<object> { Count: > FactValues.Entries } => Facts.Fact.Invalid,
            _ => 0,
        };
    }
}
