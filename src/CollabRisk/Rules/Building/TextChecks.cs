using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>
/// Checks that every text of a pack can be written to a file. One made in code may have half of a surrogate pair, which JSON and pages would have as
/// U+FFFD: the reader would see another text than the author wrote.
/// </summary>
internal static class TextChecks
{
    public static void Check(IReadOnlyList<RulePack> packs, IEnumerable<RuleOverride> overrides, Func<RulePack, IReadOnlyList<RuleDefinition>> rulesOf, ProblemList problems)
    {
        foreach (var pack in packs)
        {
            foreach (var (of, what, text) in TextsOf(pack, rulesOf(pack)).Where(each => each.Text is { } text && Unseen.HasHalfOfPair(text)))
            {
                problems.Report(RuleProblems.HalfOfPair, $"{pack.Id}{(of.Length == 0 ? "" : $"/{of}")}", Half(what, text!), pack.PlaceOf?.Invoke(text));
            }
        }

        foreach (var change in overrides)
        {
            foreach (var (of, what, text) in TextsOf(ReadableTexts.Of(change)).Where(each => Unseen.HasHalfOfPair(each.Text!)))
            {
                problems.Report(RuleProblems.HalfOfPair, of, Half(what, text!));
            }
        }
    }

    private static string Half(string what, string text) => $"{what}, {Shown.Value(text)}, has half of a surrogate pair. Write the whole character.";

    private static IEnumerable<(string Of, string What, string? Text)> TextsOf(RulePack pack, IReadOnlyList<RuleDefinition> rules) =>
        new (string, string, string?)[] { ("", "the title", pack.Title), ("", "the description", pack.Description) }
            .Concat(pack.Claims.Select(claim => claim.Source).Concat(pack.Sources).Distinct().SelectMany(source => new[]
            {
                ($"source {source.Id}", "the title", source.Title), ($"source {source.Id}", "the weight", source.Weight), ($"source {source.Id}", "the caveat", source.Caveat),
                ($"source {source.Id}", "the publisher", source.Publisher), ($"source {source.Id}", "what was read", source.Extract),
            }))
            .Concat(pack.Claims.SelectMany(claim => new[]
            {
                ($"claim {claim.Id}", "the place", claim.Locator), ($"claim {claim.Id}", "the basis", claim.Basis), ($"claim {claim.Id}", "the quotation", claim.Quotation),
            }))
            .Concat(pack.Facts.SelectMany(fact => new[]
            {
                (fact.Name, "the question", fact.Question), (fact.Name, "the coding note", fact.CodingNote), (fact.Name, "why no value is better", fact.NeutralBecause),
            }))
            .Concat(pack.Words.Select(word => (word.Word, "the meaning", (string?)word.Meaning)))
            .Concat(pack.Wordings.SelectMany(wording => new[]
            {
                ($"wording of {wording.Fact}", "the question", wording.Question), ($"wording of {wording.Fact}", "the coding note", wording.CodingNote),
                ($"wording of {wording.Fact}", "what may be answered", wording.AllowedAnswers), ($"wording of {wording.Fact}", "the reason", wording.Reason),
            }))
            .Concat(ReadableTexts.Of(pack, rules).SelectMany(TextsOf));

    /// <summary>What readers see of a thing, in English and in other languages.</summary>
    private static IEnumerable<(string Of, string What, string? Text)> TextsOf(Readable thing) =>
        thing.Texts.Select(text => (thing.Name, text.What, (string?)text.English))
            .Concat(thing.InLanguages.Select(text => (thing.Name, $"a text in {text.Language}", (string?)text.Text)));
}
