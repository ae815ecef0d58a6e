using System.Diagnostics.CodeAnalysis;
using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>
/// What a rule's condition can ask of facts in addition to the operators <c>== != &lt; &lt;= &gt; &gt;= &amp;&amp; || !</c>.
/// </summary>
/// <remarks>
/// These methods are read, not run: a rule's condition is translated into a condition tree when the rule book is built,
/// and the tree asks in three-valued logic, where an unknown fact satisfies neither a condition nor its negation.
/// Called outside a rule's condition, each of them throws <see cref="InvalidOperationException"/>.
/// A question about more words than there is a form for takes them as a list; a native program (AOT) is then warned of an array
/// made while it runs (IL3050), and two questions joined by <c>||</c> or <c>&amp;&amp;</c> ask the same without one.
/// </remarks>
[SuppressMessage("Usage", "CA1801:Review unused parameters", Justification = "Read as expressions, never run.")]
[SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "Read as expressions, never run.")]
public static partial class FactConditions
{
    /// <summary>In how many parts a share of the partners can be given at most.</summary>
    internal const int LargestWhole = 10_000;

    /// <summary>The fact is one of some words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="words">The words that pass.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf<T>(this T? fact, params T[] words)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>
    /// The fact is a word that a pack adds (<see cref="Rules.RulePack.Words"/>). A question about a word of the library finds the added words that
    /// count as it; this one finds the added word alone.
    /// </summary>
    /// <typeparam name="T">The enum of the words of the library.</typeparam>
    /// <param name="fact">The fact: <c>p.Sector</c>.</param>
    /// <param name="word">The word with the prefix of its pack: <c>gdn.HousingAssociation</c>. A pack of the rule book adds it; a word of the library is refused when the book is built.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAdded<T>(this T? fact, string word)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The fact, one that a pack declares, is one of some words.</summary>
    /// <param name="fact">The fact: <c>c.Extensions.Word("rcr.maturity")</c>.</param>
    /// <param name="words">The words that pass.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAnyOf(this string? fact, params string[] words) => throw OnlyInConditions();

    /// <summary>The fact, one that a pack declares with its words in order, is a word below another.</summary>
    /// <param name="fact">The fact: <c>c.Extensions.Word("rcr.maturity")</c>.</param>
    /// <param name="word">The word that does not pass any more.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsBelow(this string? fact, string word) => throw OnlyInConditions();

    /// <summary>The fact, one that a pack declares with its words in order, is a word or one above it.</summary>
    /// <param name="fact">The fact: <c>c.Extensions.Word("rcr.maturity")</c>.</param>
    /// <param name="word">The lowest word that passes.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsAtLeast(this string? fact, string word) => throw OnlyInConditions();

    /// <summary>The set holds all of some words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="words">The words that must all be there.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Includes<T>(this FactSet<T>? set, params T[] words)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set holds at least one of some words.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="words">The words of which one is enough.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IncludesAny<T>(this FactSet<T>? set, params T[] words)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set is exactly some words; with none given, it is empty.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="set">The fact.</param>
    /// <param name="words">The words of the set.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly<T>(this FactSet<T>? set, params T[] words)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, holds at least one of some words.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="words">The words of which one is enough.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IncludesAny(this WordSet? set, params string[] words) => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, is exactly some words; with none given, it is empty.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="words">The words of the set.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsExactly(this WordSet? set, params string[] words) => throw OnlyInConditions();

    /// <summary>The set, one that a pack declares, holds all of some words.</summary>
    /// <param name="set">The fact: <c>c.Extensions.Words("rcr.tools")</c>.</param>
    /// <param name="words">The words that must all be there.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Includes(this WordSet? set, params string[] words) => throw OnlyInConditions();

    /// <summary>Every word of one set is in another.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="part">The set that should be within the other.</param>
    /// <param name="whole">The other set.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsWithin<T>(this FactSet<T>? part, FactSet<T>? whole)
        where T : struct, Enum => throw OnlyInConditions();

    /// <summary>Every word of one set is in another that has the same words declared.</summary>
    /// <param name="part">The set that should be within the other.</param>
    /// <param name="whole">The other set.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsWithin(this WordSet? part, WordSet? whole) => throw OnlyInConditions();

    /// <summary>The text is known and blank: someone said that there is nothing to say, such as no owner.</summary>
    /// <param name="text">The fact.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsBlank(this string? text) => throw OnlyInConditions();

    /// <summary>At least one flag of the group has a value.</summary>
    /// <param name="flags">The group.</param>
    /// <param name="value">The value: yes or no.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool AnyIs(this IFlagGroup flags, bool value) => throw OnlyInConditions();

    /// <summary>Every flag of the group has a value.</summary>
    /// <param name="flags">The group.</param>
    /// <param name="value">The value: yes or no.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool AllAre(this IFlagGroup flags, bool value) => throw OnlyInConditions();

    /// <summary>At least one partner meets a condition.</summary>
    /// <param name="partners">The partners of the collaboration.</param>
    /// <param name="which">The condition.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Some(this FactList<Partner>? partners, Func<Partner, bool> which) => throw OnlyInConditions();

    /// <summary>Every partner meets a condition; unknown while partners are not listed.</summary>
    /// <param name="partners">The partners of the collaboration.</param>
    /// <param name="which">The condition.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Every(this FactList<Partner>? partners, Func<Partner, bool> which) => throw OnlyInConditions();

    /// <summary>At least a number of partners meet a condition.</summary>
    /// <param name="partners">The partners of the collaboration.</param>
    /// <param name="count">The number, at least 1.</param>
    /// <param name="which">The condition.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool AtLeast(this FactList<Partner>? partners, int count, Func<Partner, bool> which) => throw OnlyInConditions();

    /// <summary>More than half of the partners meet a condition. Unknown while it is not known how many partners there are.</summary>
    /// <param name="partners">The partners of the collaboration.</param>
    /// <param name="which">The condition.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Most(this FactList<Partner>? partners, Func<Partner, bool> which) => throw OnlyInConditions();

    /// <summary>At least a share of the partners meet a condition, such as two of three. Partners of whom the condition is not known, and those that are not listed, count in the whole.</summary>
    /// <param name="partners">The partners of the collaboration.</param>
    /// <param name="part">The upper part of the share, at least 1 and less than <paramref name="whole"/>.</param>
    /// <param name="whole">The lower part: 100 for percent. At most 10,000.</param>
    /// <param name="which">The condition.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool AtLeastShare(this FactList<Partner>? partners, int part, int whole, Func<Partner, bool> which) => throw OnlyInConditions();

    /// <summary>More than a share of the partners meet a condition.</summary>
    /// <param name="partners">The partners of the collaboration.</param>
    /// <param name="part">The upper part of the share, at least 1 and less than <paramref name="whole"/>.</param>
    /// <param name="whole">The lower part: 100 for percent. At most 10,000.</param>
    /// <param name="which">The condition.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool MoreThanShare(this FactList<Partner>? partners, int part, int whole, Func<Partner, bool> which) => throw OnlyInConditions();

    /// <summary>
    /// The sum of a number over all partners, to be compared with a constant. A number that is not known may be any that the fact can be;
    /// a partner to whom the fact does not apply adds nothing; where it applies to no one, there is no sum and no comparison holds.
    /// </summary>
    /// <param name="partners">The partners of the collaboration.</param>
    /// <param name="fact">The number.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static decimal SumOf(this FactList<Partner>? partners, Func<Partner, decimal?> fact) => throw OnlyInConditions();

    /// <summary>A day so long after another, to compare a day with.</summary>
    /// <param name="day">The fact: <c>c.AsOf</c>.</param>
    /// <param name="count">How many of the unit: 1 to 9,999.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static DateOnly? Plus(this DateOnly? day, int count, TimeUnit unit) => throw OnlyInConditions();

    /// <summary>A day so long before another, to compare a day with.</summary>
    /// <param name="day">The fact: <c>c.AsOf</c>.</param>
    /// <param name="count">How many of the unit: 1 to 9,999.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static DateOnly? Minus(this DateOnly? day, int count, TimeUnit unit) => throw OnlyInConditions();

    /// <summary>The day is longer ago than a time, on the day that the facts describe (<see cref="Collaboration.AsOf"/>); unknown where that is.</summary>
    /// <param name="day">The fact.</param>
    /// <param name="count">How many of the unit: 1 to 9,999.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsOlderThan(this DateOnly? day, int count, TimeUnit unit) => throw OnlyInConditions();

    /// <summary>The day is the one that the facts describe (<see cref="Collaboration.AsOf"/>), or before it and no longer ago than a time.</summary>
    /// <param name="day">The fact.</param>
    /// <param name="count">How many of the unit: 1 to 9,999.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsInTheLast(this DateOnly? day, int count, TimeUnit unit) => throw OnlyInConditions();

    /// <summary>The day is the one that the facts describe (<see cref="Collaboration.AsOf"/>), or after it and no further ahead than a time.</summary>
    /// <param name="day">The fact.</param>
    /// <param name="count">How many of the unit: 1 to 9,999.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsInTheNext(this DateOnly? day, int count, TimeUnit unit) => throw OnlyInConditions();

    /// <summary>At least a number of some conditions hold.</summary>
    /// <param name="count">The number: at least 1, and fewer than there are conditions.</param>
    /// <param name="conditions">The conditions, each written out.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool AtLeastOf(int count, params bool[] conditions) => throw OnlyInConditions();

    /// <summary>At least two partners are known to differ in a fact.</summary>
    /// <typeparam name="T">The type of the fact.</typeparam>
    /// <param name="partners">The partners of the collaboration.</param>
    /// <param name="fact">The fact.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool DifferIn<T>(this FactList<Partner>? partners, Func<Partner, T> fact) => throw OnlyInConditions();

    /// <summary>The fact is not known. Only a data gap may ask this: no other finding may go away because something was learned.</summary>
    /// <typeparam name="T">The type of the fact.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool IsUnknown<T>(this T fact) => throw OnlyInConditions();

    /// <summary>Another rule was raised; between rules about partners, for the same partner.</summary>
    /// <param name="code">The code of the other rule.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Raised(string code) => throw OnlyInConditions();

    /// <summary>Another rule was raised at a level or above it; between rules about partners, for the same partner.</summary>
    /// <param name="code">The code of the other rule, a risk or a mismatch.</param>
    /// <param name="level">The level: one that the rule can have.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool Raised(string code, Level level) => throw OnlyInConditions();

    /// <summary>The overall range is at least a level. Not for risks and mismatches, of which the range is made.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="InvalidOperationException">Called outside a rule's condition.</exception>
    public static bool OverallIsAtLeast(Level level) => throw OnlyInConditions();

    private static InvalidOperationException OnlyInConditions() =>
        new("This method can only be used inside the condition of a rule, where it is read and never run.");
}
