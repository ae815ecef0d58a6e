using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Says in one line of digits what a rule book is: everything that decides an assessment has a part in it.</summary>
internal static class RuleBookDigest
{
    public static string Of(IReadOnlyList<RulePack> packs, IEnumerable<Rule> rules, BookLanguage said)
    {
        // Piece by piece: the whole text of a book is about a megabyte, and is not needed otherwise.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder();
        foreach (var pack in packs)
        {
            text.Append(CultureInfo.InvariantCulture, $"pack {pack.Id} {pack.Version}\n").AppendJoin('\n', pack.Notes.Select(note => said.Say(note).Text)).Append('\n');
            text.AppendJoin('\n', pack.Tensions.Select(said.Say).Select(t => $"{t.Id} {t.OneSide} {t.OtherSide} {t.Handling} {string.Join(' ', t.One)} {string.Join(' ', t.Other)}")).Append('\n');
        }

        foreach (var fact in packs.SelectMany(pack => pack.Facts).OrderBy(fact => fact.Name, StringComparer.Ordinal))
        {
            Write(fact, said.Tag, text);
        }

        foreach (var word in packs.SelectMany(pack => pack.Words).OrderBy(word => word.Fact, StringComparer.Ordinal).ThenBy(word => word.Word, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"word {word.Fact} {word.Word} {word.CountsAs} {word.Meaning}\n");
        }

        foreach (var rule in rules)
        {
            Write(rule, text);
            Append(text, hash);
        }

        Append(text, hash);
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Adds a whole piece of the text, which ends with the end of a line, and empties it for the next.</summary>
    private static void Append(StringBuilder text, IncrementalHash hash)
    {
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        text.CopyTo(0, characters, text.Length);
        hash.AppendData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(characters.AsSpan(0, text.Length), bytes)));
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<byte>.Shared.Return(bytes);
        text.Clear();
    }

    /// <summary>Writes everything that decides what the rule finds and says; rules that write the same are the same.</summary>
    public static void Write(Rule rule, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"rule {rule.Code} {rule.Kind} {rule.Level?.Level} {rule.Cap} {rule.IsPerPartner} {rule.Title}\n");
        text.Append(CultureInfo.InvariantCulture, $"guard {rule.AppliesWhen}\n");
        foreach (var @case in rule.Cases)
        {
            text.Append(CultureInfo.InvariantCulture, $"case {@case.Subject}{(@case.SubjectInWords == @case.Subject ? "" : $" ({@case.SubjectInWords})")} {@case.OwnLevel} {@case.Level} {@case.Confidence} ");
            @case.AppliesWhen?.Write(text);
            text.Append(" | ");
            @case.When.Write(text);
            text.Append(" | ").Append(@case.Says.Text).Append('\n');
            text.AppendJoin('\n', @case.Claims.Select(claim => $"{claim.Id} {claim.Strength} {claim.Paraphrase}")).Append('\n');
            text.AppendJoin('\n', @case.Caveats).Append('\n');
            text.AppendJoin(' ', @case.Recommendations.Select(step => step.Code)).Append('\n');
        }

        foreach (var moderator in rule.Moderators)
        {
            text.Append(CultureInfo.InvariantCulture, $"moderator {moderator.Subject} {moderator.Direction} {moderator.When} {moderator.Because} {string.Join(' ', moderator.Claims)}\n");
        }

        text.AppendJoin('\n', rule.Recommendations.Select(r => $"{r.Code} {r.Text}{(rule.DoneWhen.TryGetValue(r.Code, out var done) ? $" done when {done}" : "")}")).Append('\n');
        text.AppendJoin('\n', rule.Caveats).Append('\n').AppendJoin('\n', rule.Notes).Append('\n').AppendJoin(' ', rule.LeadsTo).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"under {string.Join(' ', rule.Under)}\n");
        text.Append(CultureInfo.InvariantCulture, $"status {rule.Status} {rule.StatusNote}\nlevels {rule.OwnLevel} {rule.Level}\n");
        foreach (var change in rule.Overrides)
        {
            text.Append(CultureInfo.InvariantCulture, $"override {change.Kind} {change}\n");
        }
    }

    /// <summary>Writes everything about a declaration that can decide an assessment.</summary>
    private static void Write(FactDeclaration fact, string? language, StringBuilder text) => text.Append(
        CultureInfo.InvariantCulture,
        $"fact {fact.Name} {fact.Type} {fact.IsPerPartner} {fact.IsOrdered} {fact.Better} {fact.NeutralBecause} {fact.IsChangeable} {fact.IsOutcome} {fact.Minimum:0.####} {fact.Maximum:0.####} {string.Join(',', fact.AllowedWords.Select(word => fact.InLanguages.Find(word, language) is { } said ? $"{word} ({said})" : word))} {fact.InLanguages.Say(fact.Meaning, language)} {fact.Question}{(fact.CodingNote is { } note ? $" {note}" : "")}\n");

    /// <summary>Whether two rules find the same and say the same in the languages of their books, whatever else is in them.</summary>
    public static bool AreSame(Rule one, Rule other) => Text(one) == Text(other);

    /// <summary>Whether two rules find the same and say the same in every language in which their authors have words.</summary>
    public static bool AreSameInEveryLanguage(Rule one, Rule other) => AreSame(one, other) && InLanguages(one).SetEquals(InLanguages(other));

    private static HashSet<TextInLanguage> InLanguages(Rule rule) =>
    [
        .. rule.InLanguages, .. rule.ChapterInLanguages, .. rule.Claims.SelectMany(claim => claim.InLanguages), .. rule.Recommendations.SelectMany(step => step.InLanguages),
        .. rule.Overrides.SelectMany(change => change.InLanguages), .. rule.NotesInLanguages,
    ];

    private static string Text(Rule rule)
    {
        var text = new StringBuilder();
        Write(rule, text);
        return text.ToString();
    }
}
