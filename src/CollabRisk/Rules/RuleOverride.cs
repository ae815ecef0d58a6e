using System.Linq.Expressions;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>What an override does to a rule.</summary>
public enum OverrideKind
{
    /// <summary>Findings are set apart, with the reason, and do not count.</summary>
    SwitchOff,

    /// <summary>A risk or mismatch has another level before moderators.</summary>
    ChangeLevel,

    /// <summary>Something more moves the level by a step.</summary>
    AddModerator,

    /// <summary>A case that is there has another condition, message, level or other claims.</summary>
    ChangeCase,

    /// <summary>The rule has one case more, such as a pairing that its author did not list.</summary>
    AddCase,
}

/// <summary>A change that a host or a pack makes to a rule of another pack. Whatever it touches is marked with it.</summary>
/// <remarks>
/// <para>
/// Made by one of the methods, and completed as in <c>RuleOverride.SwitchOff("FUNDING-TIMING", "one grant pays for all") with
/// { Author = "A. Author", Expires = new(2026, 9, 30) }</c>. Nothing is checked before the rule book is built.
/// </para>
/// <para>
/// Several overrides may concern one rule if they change different things. A change of one case goes before a change of the
/// whole rule, whatever their order. Immutable and thread-safe.
/// </para>
/// </remarks>
public sealed record RuleOverride
{
    internal RuleOverride(OverrideKind kind, string code, string reason)
    {
        Kind = kind;
        Code = code;
        Reason = reason;
    }

    /// <summary>What it does.</summary>
    public OverrideKind Kind { get; }

    /// <summary>The code of the rule.</summary>
    public string Code { get; }

    /// <summary>
    /// The one case of the rule that is meant, such as a flag or a pairing, as <see cref="Finding.Subject"/> has it;
    /// <see langword="null"/> for the whole rule. Never a partner.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>Why; never empty in a rule book.</summary>
    public string Reason { get; private init; }

    /// <summary>Who decided it; <see langword="null"/> where no one is named.</summary>
    public string? Author { get; init; }

    /// <summary>The last day on which it holds; <see langword="null"/> where it has no end. See <see cref="RuleBook.AsOf"/>.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>What the reason is in other languages, and with it all that the override makes the rule say; empty where that is only in English.</summary>
    public IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];

    /// <summary>The pack that made it, which the rule book fills in; <see langword="null"/> where the host did.</summary>
    public string? PackId { get; internal init; }

    /// <summary>The level it gives; <see langword="null"/> where it gives none.</summary>
    public Level? Level { get; internal init; }

    /// <summary>Which way an added moderator moves the level; <see langword="null"/> for the other kinds.</summary>
    public Direction? Direction { get; internal init; }

    /// <summary>What makes an added moderator act, as a clause; <see langword="null"/> for the other kinds.</summary>
    public string? Because { get; internal init; }

    /// <summary>What it does, in a few words: "level set to Low".</summary>
    public string Effect => SaidEffect(null).ToString();

    /// <summary><see cref="Effect"/> with the language of what it says of a moderator.</summary>
    /// <param name="language">The language of the rule book; null for English.</param>
    internal Passage SaidEffect(string? language) => Kind switch
    {
        OverrideKind.SwitchOff => "switched off",
        OverrideKind.ChangeLevel => $"level set to {Level}",
        OverrideKind.AddModerator => Passage.Of($"{(Direction == Rules.Direction.Raised ? "raised" : "lowered")} one step if {InLanguages.Said(Because, language)}"),
        OverrideKind.ChangeCase => Level is null ? "case changed" : $"case changed, level set to {Level}",
        _ => "case added",
    };

    /// <summary>The moderator that it adds; null for the other kinds, and where it was read from a decision record.</summary>
    internal ModeratorDefinition? Moderator { get; init; }

    /// <summary>What it changes about a case, or the case it adds; null for the other kinds, and where it was read from a decision record.</summary>
    internal CaseDefinition? Case { get; init; }

    /// <summary>Where it is in the text of a pack.</summary>
    internal TextPlace? Place { get; init; }

    /// <summary>Who made it, for messages: the host or the pack, and where.</summary>
    internal string By => $"{(PackId is null ? "the host" : $"pack '{PackId}'")}{(Place is null ? "" : $" at {Place}")}";

    /// <summary>Code and subject, as they name findings.</summary>
    internal string Target => Subject is null ? Code : $"{Code}/{Subject}";

    /// <summary>Switches a rule off, or one case of it. Its findings are set apart in the assessment, with the reason, and do not count.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="reason">Why; never empty.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static RuleOverride SwitchOff(string code, string reason) => Of(OverrideKind.SwitchOff, code, reason);

    /// <summary>Gives a risk or mismatch, or one case of it, another level before moderators.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="level">Low, Moderate or High.</param>
    /// <param name="reason">Why; never empty. Findings show it in place of the source's own reason, which appears with it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> or <paramref name="reason"/> is <see langword="null"/>.</exception>
    public static RuleOverride ChangeLevel(string code, Level level, string reason) =>
        Of(OverrideKind.ChangeLevel, code, reason) with { Level = level };

    /// <summary>Adds something that moves the level of a risk or mismatch, or of one case of it, by a step.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="when">When it does; see <see cref="Conditions.FactConditions"/> for what it can ask.</param>
    /// <param name="because">What makes it so, as a clause that follows "because".</param>
    /// <param name="reason">Why the rule gets it; never empty.</param>
    /// <param name="claims">The ids of the claims on which it rests.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static RuleOverride AddModerator(
        string code, Direction direction, Expression<Func<Collaboration, bool>> when, string because, string reason, params string[] claims)
    {
        ArgumentNullException.ThrowIfNull(when);
        return AddModerator(code, new ModeratorDefinition(direction, Clause.Of(when), because, claims), reason);
    }

    /// <summary>Adds something that moves the level of a risk or mismatch of one partner by a step, to a rule that is asked of each.</summary>
    /// <inheritdoc cref="AddModerator(string, Rules.Direction, Expression{Func{Collaboration, bool}}, string, string, string[])"/>
    public static RuleOverride AddModerator(
        string code, Direction direction, Expression<Func<Collaboration, Partner, bool>> when, string because, string reason, params string[] claims)
    {
        ArgumentNullException.ThrowIfNull(when);
        return AddModerator(code, new ModeratorDefinition(direction, Clause.Of(when), because, claims), reason);
    }

    /// <summary>Changes one case of a rule, such as one pairing. What is left out stays as it is.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="subject">The subject of the case; <see langword="null"/> for the only case of a rule without subjects.</param>
    /// <param name="reason">Why; never empty.</param>
    /// <param name="when">Another condition.</param>
    /// <param name="appliesWhen">Another guard of the case, in addition to the rule's own.</param>
    /// <param name="level">Another level, with its reason.</param>
    /// <param name="says">Another message.</param>
    /// <param name="claims">The ids of the claims on which the case rests from now on, in place of all it rested on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> or <paramref name="reason"/> is <see langword="null"/>.</exception>
    public static RuleOverride ChangeCase(
        string code,
        string? subject,
        string reason,
        Expression<Func<Collaboration, bool>>? when = null,
        Expression<Func<Collaboration, bool>>? appliesWhen = null,
        LevelBasis? level = null,
        string? says = null,
        string[]? claims = null) =>
        WithCase(OverrideKind.ChangeCase, code, subject, reason, when, appliesWhen, level, says, claims);

    /// <summary>Adds a case to a rule that has cases with subjects, such as a pairing that its author did not list.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="subject">The subject of the case; no other case of the rule has it.</param>
    /// <param name="reason">Why; never empty.</param>
    /// <param name="when">The condition.</param>
    /// <param name="claims">The ids of the claims on which the case rests, in addition to those of the whole rule.</param>
    /// <param name="appliesWhen">The guard of the case, in addition to the rule's own.</param>
    /// <param name="level">The level of the case, where it differs from the rule's.</param>
    /// <param name="says">The message of the case, where it differs from the rule's.</param>
    /// <exception cref="ArgumentNullException">An argument other than the last three is <see langword="null"/>.</exception>
    public static RuleOverride AddCase(
        string code,
        string subject,
        string reason,
        Expression<Func<Collaboration, bool>> when,
        string[] claims,
        Expression<Func<Collaboration, bool>>? appliesWhen = null,
        LevelBasis? level = null,
        string? says = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(when);
        ArgumentNullException.ThrowIfNull(claims);
        return WithCase(OverrideKind.AddCase, code, subject, reason, when, appliesWhen, level, says, claims);
    }

    /// <summary>The same with its reason and what makes its moderator act in a language, as far as they are in it.</summary>
    internal RuleOverride In(string? language) => language is null || InLanguages.Count == 0 ? this
        : this with { Reason = InLanguages.Say(Reason, language), Because = Because is null ? null : InLanguages.Say(Because, language) };

    /// <summary>Adds a moderator, whoever wrote its condition.</summary>
    internal static RuleOverride AddModerator(string code, ModeratorDefinition moderator, string reason)
    {
        ArgumentNullException.ThrowIfNull(moderator.Because);
        ArgumentNullException.ThrowIfNull(moderator.Claims);
        return Of(OverrideKind.AddModerator, code, reason) with { Direction = moderator.Direction, Because = moderator.Because, Moderator = moderator };
    }

    /// <summary>Changes or adds a case, whoever wrote its conditions; the subject is that of the definition.</summary>
    internal static RuleOverride WithCase(OverrideKind kind, string code, CaseDefinition definition, string reason) =>
        Of(kind, code, reason) with { Subject = definition.Subject, Level = definition.Level?.Level, Case = definition };

    /// <summary>Code, effect, reason, and who decided it until when.</summary>
    public override string ToString() => $"{Target} {Effect}: {Reason}{Standing}";

    /// <summary>Who decided it, until when and in which pack, in brackets; empty where nothing of it is known.</summary>
    internal string Standing
    {
        get
        {
            var parts = new[]
            {
                Author,
                Expires is { } last ? $"until {CalendarDay.Write(last)}" : null,
                PackId is null ? null : $"pack {PackId}",
            }.OfType<string>().ToList();
            return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";
        }
    }

    private static RuleOverride WithCase(
        OverrideKind kind,
        string code,
        string? subject,
        string reason,
        LambdaExpression? when,
        LambdaExpression? appliesWhen,
        LevelBasis? level,
        string? says,
        string[]? claims)
    {
        var definition = new CaseDefinition
        {
            Subject = subject,
            Guard = appliesWhen is null ? null : Clause.Of(appliesWhen),
            When = when is null ? null : Clause.Of(when),
            Level = level,
            Says = says,
        };
        definition.Claims.AddRange(claims ?? []);
        return WithCase(kind, code, definition, reason);
    }

    private static RuleOverride Of(OverrideKind kind, string code, string reason)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(reason);
        return new RuleOverride(kind, code, reason);
    }
}
