using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <content>
/// The questions about words, for as many as are asked of in practice. Of a list of any length the compiler makes an array while
/// the program runs, which a program that was compiled ahead of time may not do: it would be warned of every such rule.
/// </content>
public static partial class FactConditions
{
    /// <summary>The fact is one of two words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf<T>(this T? fact, T first, T second)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The fact is one of three words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf<T>(this T? fact, T first, T second, T third)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The fact is one of four words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <param name="fourth">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf<T>(this T? fact, T first, T second, T third, T fourth)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The fact is one of five words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <param name="fourth">Another word.</param>
    /// <param name="fifth">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf<T>(this T? fact, T first, T second, T third, T fourth, T fifth)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The fact is one of six words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <param name="fourth">Another word.</param>
    /// <param name="fifth">Another word.</param>
    /// <param name="sixth">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf<T>(this T? fact, T first, T second, T third, T fourth, T fifth, T sixth)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The fact, one that a pack declares, is one of two words.</summary>
    /// <param name="fact">The fact: <c>c.Extensions.Word("rcr.maturity")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf(this string? fact, string first, string second) => throw OnlyInConditions();

    /// <summary>The fact, one that a pack declares, is one of three words.</summary>
    /// <param name="fact">The fact: <c>c.Extensions.Word("rcr.maturity")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf(this string? fact, string first, string second, string third) => throw OnlyInConditions();

    /// <summary>The fact, one that a pack declares, is one of four words.</summary>
    /// <param name="fact">The fact: <c>c.Extensions.Word("rcr.maturity")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <param name="fourth">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf(this string? fact, string first, string second, string third, string fourth) => throw OnlyInConditions();

    /// <summary>The fact, one that a pack declares, is one of five words.</summary>
    /// <param name="fact">The fact: <c>c.Extensions.Word("rcr.maturity")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <param name="fourth">Another word.</param>
    /// <param name="fifth">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf(this string? fact, string first, string second, string third, string fourth, string fifth) => throw OnlyInConditions();

    /// <summary>The fact, one that a pack declares, is one of six words.</summary>
    /// <param name="fact">The fact: <c>c.Extensions.Word("rcr.maturity")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <param name="fourth">Another word.</param>
    /// <param name="fifth">Another word.</param>
    /// <param name="sixth">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf(this string? fact, string first, string second, string third, string fourth, string fifth, string sixth) => throw OnlyInConditions();

    /// <summary>The set holds a word.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Includes<T>(this FactSet<T>? set, T word)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set holds both of two words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Includes<T>(this FactSet<T>? set, T first, T second)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set holds all of three words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Includes<T>(this FactSet<T>? set, T first, T second, T third)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, holds a word.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Includes(this WordSet? set, string word) => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, holds both of two words.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Includes(this WordSet? set, string first, string second) => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, holds all of three words.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Includes(this WordSet? set, string first, string second, string third) => throw OnlyInConditions();

    /// <summary>The set holds at least one of two words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IncludesAny<T>(this FactSet<T>? set, T first, T second)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set holds at least one of three words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IncludesAny<T>(this FactSet<T>? set, T first, T second, T third)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, holds at least one of two words.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IncludesAny(this WordSet? set, string first, string second) => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, holds at least one of three words.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IncludesAny(this WordSet? set, string first, string second, string third) => throw OnlyInConditions();

    /// <summary>The set is known and empty.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly<T>(this FactSet<T>? set)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set is exactly one word.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly<T>(this FactSet<T>? set, T word)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set is exactly two words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly<T>(this FactSet<T>? set, T first, T second)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set is exactly three words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly<T>(this FactSet<T>? set, T first, T second, T third)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, is known and empty.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly(this WordSet? set) => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, is exactly one word.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly(this WordSet? set, string word) => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, is exactly two words.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly(this WordSet? set, string first, string second) => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, is exactly three words.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <param name="third">Another word.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly(this WordSet? set, string first, string second, string third) => throw OnlyInConditions();
}
