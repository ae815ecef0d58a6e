using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>A new value for one fact of a collaboration or of one partner; the value may be that it is not known.</summary>
/// <remarks>
/// Written <c>vision.exists=yes</c> or <c>partners[Fire Service].role=Lead</c>, as <see cref="Parse(string)"/> says. Whether the partner exists shows only when the
/// change is made; see <see cref="CollaborationExtensions"/>. Compared by value. Immutable and thread-safe.
/// </remarks>
public sealed record FactChange
{
    private const string PartnerPrefix = "partners[";

    private FactChange(Fact fact, string? partner, object? value)
    {
        Fact = fact;
        Partner = partner;
        Value = value;
    }

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>The name of the partner for a partner's fact; otherwise <see langword="null"/>.</summary>
    public string? Partner { get; }

    /// <summary>
    /// The new value in the type of the model, a <see cref="string"/> for a word that a pack adds, or <see langword="null"/> where the fact is not
    /// known any more.
    /// </summary>
    public object? Value { get; }

    /// <summary>The path, with the partner's name where it is a partner's fact: <c>partners[Fire Service].role</c>.</summary>
    public string Path => Fact.PathFor(Partner);

    /// <summary>Makes a change of a fact that the collaboration has once.</summary>
    /// <typeparam name="T">The type of the fact.</typeparam>
    /// <param name="fact">Names the fact: <c>c => c.Vision.Exists</c>.</param>
    /// <param name="value">The value, or <see langword="null"/> for unknown.</param>
    /// <param name="facts">
    /// The facts there are: <see cref="RuleBook.Facts"/> where the rule book's packs declare facts, such as
    /// <c>c => c.Extensions.YesNo("rcr.rotaShared")</c>; the library's own if left out.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="fact"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The lambda names no fact, the fact cannot be given, or it does not take the value.</exception>
    public static FactChange Of<T>(Expression<Func<Collaboration, T?>> fact, T? value, FactRegistry? facts = null)
        where T : struct => Of(NamedBy(fact, facts), null, value);

    /// <inheritdoc cref="Of{T}(Expression{Func{Collaboration, T?}}, T?, FactRegistry?)"/>
    public static FactChange Of<T>(Expression<Func<Collaboration, T?>> fact, T? value, FactRegistry? facts = null)
        where T : class => Of(NamedBy(fact, facts), null, value);

    /// <summary>Makes a change of a partner's fact.</summary>
    /// <typeparam name="T">The type of the fact.</typeparam>
    /// <param name="partner">The name of the partner.</param>
    /// <param name="fact">Names the fact: <c>p => p.Role</c>.</param>
    /// <param name="value">The value, or <see langword="null"/> for unknown.</param>
    /// <param name="facts">
    /// The facts there are: <see cref="RuleBook.Facts"/> where the rule book's packs declare facts, such as
    /// <c>c => c.Extensions.YesNo("rcr.rotaShared")</c>; the library's own if left out.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="partner"/> or <paramref name="fact"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The lambda names no fact, or the fact does not take the value.</exception>
    public static FactChange Of<T>(string partner, Expression<Func<Partner, T?>> fact, T? value, FactRegistry? facts = null)
        where T : struct => Of(NamedBy(fact, facts), partner, value);

    /// <inheritdoc cref="Of{T}(string, Expression{Func{Partner, T?}}, T?, FactRegistry?)"/>
    public static FactChange Of<T>(string partner, Expression<Func<Partner, T?>> fact, T? value, FactRegistry? facts = null)
        where T : class => Of(NamedBy(fact, facts), partner, value);

    /// <summary>Makes a change of a fact of the registry.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="partner">The name of the partner for a partner's fact; otherwise <see langword="null"/>.</param>
    /// <param name="value">The value in the type of the model, such as <see cref="bool"/> for yes and no, or <see langword="null"/> for unknown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fact"/> is <see langword="null"/>, or <paramref name="partner"/> for a partner's fact.</exception>
    /// <exception cref="ArgumentException">The fact is not a partner's, cannot be given, or does not take the value.</exception>
    public static FactChange Of(Fact fact, string? partner, object? value)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.IsPerPartner)
        {
            ArgumentNullException.ThrowIfNull(partner);
        }
        else if (partner is not null)
        {
            throw new ArgumentException($"{fact.Path} is a fact of the collaboration, not of a partner.", nameof(partner));
        }

        var name = Names.Normalized(partner);
        return (name is null ? null : Names.ProblemOf(name)) is { } unsound ? throw new ArgumentException($"{fact.Path}: {unsound}", nameof(partner))
            : FactValues.ProblemOf(fact, ref value) is { } problem ? throw new ArgumentException($"{fact.PathFor(partner)}: {problem}", nameof(value))
            : new FactChange(fact, name, value);
    }

    /// <summary>Reads a change as a person types it.</summary>
    /// <param name="text">
    /// A path, <c>=</c> and a value: <c>vision.exists=yes</c>, <c>partners[A].role=Lead</c>, <c>workload.staffAfter=12</c>,
    /// <c>asOf=2024-03-31</c>, <c>benefitsSought=[CostReduction, Resilience]</c>, or <c>unknown</c> for any fact. Upper and lower
    /// case of a value make no difference. A text may be in double quotes, which are taken away; <c>""</c> is a blank one. The name of a partner
    /// may be in double quotes too, with <c>\</c> before a quote or backslash that is a part of it: one with <c>].</c> in it, or that begins with a quote,
    /// has to be, as in <c>partners["A].role=Lead"].role=Equal</c>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a change; the message says where, what and what to do.</exception>
    public static FactChange Parse(string text) => Parse(text, FactRegistry.Default);

    /// <summary>Reads a change of a fact that may be declared by a pack, such as <c>extensions.rcr.rotaShared=yes</c>.</summary>
    /// <param name="text">The text; see <see cref="Parse(string)"/>.</param>
    /// <param name="facts">The facts there are: <see cref="RuleBook.Facts"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a change; the message says where, what and what to do.</exception>
    public static FactChange Parse(string text, FactRegistry facts) =>
        TryParse(text, facts, out var change, out var problem) ? change : throw new FormatException(problem);

    /// <summary>Reads a change as a person types it, with the problem as a value.</summary>
    /// <param name="text">The text; see <see cref="Parse(string)"/>.</param>
    /// <param name="change">The change, if there is no problem.</param>
    /// <param name="problem">Where the problem is, what it is and what to do; <see langword="null"/> if there is none.</param>
    /// <returns>Whether the text is a change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static bool TryParse(string text, [NotNullWhen(true)] out FactChange? change, [NotNullWhen(false)] out string? problem) =>
        TryParse(text, FactRegistry.Default, out change, out problem);

    /// <summary>Reads a change of a fact that may be declared by a pack, with the problem as a value.</summary>
    /// <param name="text">The text; see <see cref="Parse(string)"/>.</param>
    /// <param name="facts">The facts there are: <see cref="RuleBook.Facts"/>.</param>
    /// <param name="change">The change, if there is no problem.</param>
    /// <param name="problem">Where the problem is, what it is and what to do; <see langword="null"/> if there is none.</param>
    /// <returns>Whether the text is a change.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static bool TryParse(string text, FactRegistry facts, [NotNullWhen(true)] out FactChange? change, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        change = null;
        var (path, partner, value) = Split(text, facts);
        partner = Names.Normalized(partner);
        if (value is null)
        {
            problem = $"'{text}' is not a change of a fact. Write a path, '=' and a value, such as vision.exists=yes.";
        }
        else if (facts.Find(path) is not { } fact)
        {
            var near = facts.Nearest(path)?.Path;
            problem = $"{WithName(path, partner)}: there is no such fact.{(FactModel.Sentence(path) is { Length: > 0 } changed ? changed : near is null ? "" : $" Did you mean '{WithName(near, partner)}'?")}";
        }
        else if (fact.IsPerPartner && string.IsNullOrEmpty(partner))
        {
            problem = $"{fact.Path}: each partner has this fact. Say whose is meant: {fact.PathFor("name of the partner")}.";
        }
        else if (partner is not null && Names.ProblemOf(partner) is { } unsound)
        {
            problem = $"{fact.Path}: {unsound}";
        }
        else
        {
            problem = FactValues.Read(fact, value, out var typed) ?? FactValues.ProblemOf(fact, ref typed);
            change = problem is null ? new FactChange(fact, partner, typed) : null;
            problem = problem is null ? null : $"{fact.PathFor(partner)}: {problem}{FactModel.Sentence(fact.Path, value)}";
        }

        return problem is null;

        static string WithName(string path, string? partner) =>
            partner is null ? path : path.Replace("partners[]", $"partners[{partner}]", StringComparison.Ordinal);
    }

    /// <summary>The change as <see cref="Parse(string)"/> reads it; of a list, only the number of its entries.</summary>
    public override string ToString() => $"{Fact.PathFor(Written(Partner))}={FactValues.Write(Fact, Value)}";

    /// <summary>The name of a partner as it is within a change: in quotes where it would not end where it ends.</summary>
    private static string? Written(string? name) => name is null || !(name.StartsWith('"') || name.Contains("].", StringComparison.Ordinal)) ? name
        : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static Fact NamedBy(LambdaExpression fact, FactRegistry? facts)
    {
        ArgumentNullException.ThrowIfNull(fact);
        try
        {
            return new ConditionTranslator(facts ?? FactRegistry.Default).FactNamedBy(fact);
        }
        catch (UntranslatableException e)
        {
            throw new ArgumentException(
                e.IsOfUndeclaredFact ? e.Message : $"'{fact}' names no fact of the model. Name one, such as c => c.Vision.Exists.", nameof(fact), e);
        }
    }

    /// <summary>The path with the place of the partner's name left empty, the name, and the value; null where there is none.</summary>
    private static (string Path, string? Partner, string? Value) Split(string text, FactRegistry facts)
    {
        if (!text.TrimStart().StartsWith(PartnerPrefix, StringComparison.Ordinal))
        {
            return text.IndexOf('=') is var at and > 0 ? (text[..at].Trim(), null, text[(at + 1)..].Trim()) : ("", null, null);
        }

        var name = text.IndexOf(PartnerPrefix, StringComparison.Ordinal) + PartnerPrefix.Length;
        if (Quoted(text, name) is var (quoted, end) && text.IndexOf('=', end) is var equals and > 0)
        {
            return ("partners[]" + text[(end + 1)..equals].Trim(), quoted, text[(equals + 1)..].Trim());
        }

        // A name without quotes may hold a bracket or an equals sign, so the first bracket after which a fact is named ends it.
        (string, string?, string?) first = ("", null, null);
        for (var close = text.IndexOf("].", name, StringComparison.Ordinal); close >= 0; close = text.IndexOf("].", close + 1, StringComparison.Ordinal))
        {
            if (text.IndexOf('=', close) is var at and > 0)
            {
                var path = "partners[]" + text[(close + 1)..at].Trim();
                var parts = (path, text[name..close], text[(at + 1)..].Trim());
                first = first.Item3 is null ? parts : first;
                if (facts.Find(path) is not null)
                {
                    return parts;
                }
            }
        }

        return first;
    }

    /// <summary>The name in quotes that begins at a place, and where the bracket after it is; null where there is none.</summary>
    private static (string Name, int End)? Quoted(string text, int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            return null;
        }

        var name = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return text.AsSpan(i + 1).StartsWith("].") ? (name.ToString(), i + 1) : null;
            }

            i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
            name.Append(text[i]);
        }

        return null;
    }
}
