namespace CollabRisk.Facts;

/// <summary>
/// The answer that a fact does not apply here: whether differences were faced, where there are none. It is neither a value of the fact
/// nor unknown.
/// </summary>
/// <remarks>
/// <para>
/// Nothing is found on such a fact: every comparison with it is false, and so is its opposite. A rule that is not raised because of it
/// ends as <see cref="Outcome.NotApplicable"/>, and earns no credit. It is an answer like others otherwise: it is not asked for again,
/// and partners can disagree in it.
/// </para>
/// <para>
/// In JSON, in tests of rule packs and in <see cref="FactChange.Parse(string)"/> it is <c>does not apply</c> in the place of the value;
/// in C# the name of the fact is in <see cref="Collaboration.NotApplicable"/> or <see cref="Partner.NotApplicable"/>, and a fact that a
/// pack declares has this as its value. Immutable and thread-safe.
/// </para>
/// </remarks>
public sealed class DoesNotApply
{
    /// <summary>The answer in words, as files have it.</summary>
    internal const string Word = "does not apply";

    private DoesNotApply()
    {
    }

    /// <summary>The one answer of its kind.</summary>
    public static DoesNotApply Here { get; } = new();

    /// <summary>"does not apply".</summary>
    public override string ToString() => Word;

    /// <summary>The words in which people say it, that of files first.</summary>
    internal static IReadOnlyList<string> Words { get; } = [Word, "not applicable", "n/a"];

    /// <summary>Whether a person who types this means it.</summary>
    internal static bool IsMeant(string text) => Words.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the facts that do not apply to a collaboration or partner.</summary>
    internal static FactNameSet In(object root) => root switch
    {
        Collaboration collaboration => collaboration.NotApplicable,
        Partner partner => partner.NotApplicable,
        _ => FactNameSet.None,
    };

    /// <summary>The collaboration or partner with other facts that do not apply.</summary>
    internal static object With(object root, FactNameSet names) => root switch
    {
        Collaboration collaboration => collaboration with { NotApplicable = names },
        Partner partner => partner with { NotApplicable = names },
        _ => root,
    };

    /// <summary>What is wrong with saying that a fact does not apply, with what to do; null where nothing is.</summary>
    /// <param name="name">The fact, as it is called in the collaboration or partner.</param>
    /// <param name="fact">The fact; null where there is none of the name.</param>
    /// <param name="code">Its code without that.</param>
    /// <param name="registry">The facts there are.</param>
    internal static string? ProblemOf(string name, Fact? fact, long code, FactRegistry registry) =>
        fact is null ? $"there is no such fact, so it cannot be said not to apply.{(registry.Nearest(name) is { } near ? $" Did you mean '{near.Path}'?" : "")}"
        : fact.Owner.IsExtensions ? $"give {nameof(DoesNotApply)}.{nameof(Here)} as its value in {nameof(Collaboration.Extensions)}."
        : !fact.MayNotApply ? Never(fact)
        : code != Fact.Unknown ? $"it is said not to apply, and its value is {fact.InWords(code)}. Take one of the two away."
        : null;

    /// <summary>
    /// What is wrong with these words as a text; null for other texts. In a file they are the answer and never a text, so that a text of the same
    /// words would come back as something else.
    /// </summary>
    internal static string? ProblemOfText(Fact fact, object? value) => value is not Word ? null
        : fact.MayNotApply ? $"'{Word}' is not a text but the answer that the fact does not apply. Give that ({nameof(DoesNotApply)}.{nameof(Here)}), or say it in other words."
        : $"'{Word}' is not a name. Give another one.";

    /// <summary>Why a fact always applies, as a sentence.</summary>
    internal static string Never(Fact fact) => $"this fact always applies. Give {FactValues.Expected(fact)}, or '{FactValues.UnknownWord}'.";
}
