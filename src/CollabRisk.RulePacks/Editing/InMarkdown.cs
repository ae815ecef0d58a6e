using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Editing;

/// <summary>Says what a name of a pack means, as Markdown: what an author would look up on the pages.</summary>
internal static class InMarkdown
{
    /// <summary>The meaning, the question, the coding note, the values and which are better.</summary>
    public static string Of(Fact fact) => Paragraphs(
        $"`{ConditionReader.PathOf(fact)}`",
        Words.Sentence(Escaped(fact.Meaning)),
        $"*{Escaped(fact.Question)}*",
        fact.CodingNote is { } note ? $"How to answer: {Escaped(note)}" : null,
        $"Values: {Escaped(fact.ValuesInWords())}{(fact.MayNotApply ? $", {DoesNotApply.Word}" : "")}. Better: {Better(fact)}.",
        fact.MoreWordsBecause is { } open ? $"Packs may add words: {Escaped(open)}." : null,
        fact.IsDerived ? "It follows from other facts and is never given." : null,
        fact.IsOutcome ? "It records how the collaboration turned out; risks do not read it." : null,
        fact.IsChangeable ? null : "Those responsible cannot change it.");

    /// <summary>The word, what it means, and what it is to rules that do not name it.</summary>
    public static string Of(WordDeclaration word) => Paragraphs(
        $"`{word.Word}` of `{ConditionReader.AsWritten(word.Fact)}`", Words.Sentence(Escaped(word.Meaning)), $"It counts as `{word.CountsAs}` wherever it is not named itself.");

    /// <summary>The kind and level, the title and the message.</summary>
    public static string Of(RuleDefinition rule) => Paragraphs(
        $"`{rule.Code}` {rule.Kind}{(rule.Level is { } level ? $", {level.Level}" : "")}{(rule.IsPerPartner ? ", for each partner" : "")}",
        rule.Title is { } title ? $"**{Escaped(title)}**" : null,
        rule.Says is { } says ? Escaped(ConditionReader.AsWritten(says)) : null,
        rule.Level is { } basis ? $"The level is {basis.Level} because {Escaped(basis.Reason)}." : null,
        rule.Status == RuleStatus.Stable ? null : $"{rule.Status}{(rule.StatusNote is { } note ? $": {Escaped(note)}" : "")}");

    /// <summary>The paraphrase, the strength, and the source with its place.</summary>
    public static string Of(Claim claim) => Paragraphs(
        $"`{claim.Id}` {claim.Polarity}, {claim.Strength.InWords()}{(claim.Basis.Length > 0 ? $" ({Escaped(claim.Basis)})" : "")}",
        Escaped(claim.Paraphrase + claim.Quoted()),
        claim.Source.Id.Length == 0 ? null : $"{Escaped(claim.Source.Title)}, {Escaped(claim.Locator)} (`{claim.Source.Id}`)");

    /// <summary>What the document is, where it is, and what it can carry.</summary>
    public static string Of(Source source) => Paragraphs($"`{source.Id}`", $"{Escaped(source.Title)}{Escaped(source.Whereabouts())}", Escaped(source.Weight), source.Caveat is { } caveat ? Escaped(caveat) : null);

    /// <summary>What to do, and on which claims.</summary>
    public static string Of(Recommendation advice) => Paragraphs(
        $"`{advice.Code}`{(advice.IsDerived ? " derived" : "")}", Escaped(advice.Text), advice.Claims.Length == 0 ? null : $"Claims: {string.Join(", ", advice.Claims)}");

    /// <summary>What the problem is, why it is one, and what to do.</summary>
    public static string Of(ProblemKind kind) => Paragraphs($"`{kind.Code}` {kind.Title}", kind.Why, kind.Remedy);

    private static string Better(Fact fact) => fact.Direction == FactDirection.Neutral
        ? fact.NeutralBecause is { } reason ? $"neutral, {Escaped(reason)}" : "neutral"
        : $"{fact.Direction}".ToLowerInvariant();

    private static string Paragraphs(params IEnumerable<string?> paragraphs) => string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrEmpty(paragraph)));

    /// <summary>Plain text: a pack from a stranger adds no link and no picture to what an editor shows.</summary>
    private static string Escaped(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(letter => @"\`*_[]<>#|!".Contains(letter, StringComparison.Ordinal) ? $@"\{letter}" : $"{letter}"));
}
