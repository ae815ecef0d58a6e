using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>Finds what speaks against the words that packs add to facts of the library.</summary>
internal static class WordDeclarations
{
    /// <summary>Reports a problem of a declaration.</summary>
    public delegate void Report(RulePack pack, WordDeclaration word, ProblemKind kind, string what);

    public static void Check(IReadOnlyList<RulePack> packs, Report report)
    {
        var all = packs.SelectMany(pack => pack.Words, (pack, word) => (Pack: pack, Word: word)).ToList();
        foreach (var (pack, word) in all)
        {
            CheckText(word, (kind, what) => report(pack, word, kind, what));
            CheckPrefix(packs, pack, word, what => report(pack, word, RuleProblems.WordOutsidePrefix, what));
            CheckFact(word, (kind, what) => report(pack, word, kind, what));
        }

        // People type words in any case, so two that differ in nothing else could not be distinguished.
        foreach (var same in all.GroupBy(each => $"{each.Word.Fact} {each.Word.Word}", StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            foreach (var (pack, word) in same)
            {
                report(pack, word, RuleProblems.WordTwice, $"the word is added to '{word.Fact}' {same.Count()} times; upper and lower case make no difference here. Keep one.");
            }
        }

        foreach (var ofFact in all.GroupBy(each => each.Word.Fact, StringComparer.Ordinal))
        {
            if (FactRegistry.Default.Find(ofFact.Key) is { TakesMoreWords: true } fact && ofFact.Count() > ExtensionForm.MostWords - fact.AllowedWords.Count)
            {
                var (pack, word) = ofFact.Last();
                report(pack, word, RuleProblems.WordCount, $"packs add {ofFact.Count()} words to '{fact.Path}', which has {fact.AllowedWords.Count}. Together there are at most {ExtensionForm.MostWords}: leave some out.");
            }
        }
    }

    private static void CheckText(WordDeclaration word, Action<ProblemKind, string> report)
    {
        if (!ExtensionForm.IsAddedWord(word.Word))
        {
            report(RuleProblems.WordForm, $"'{word.Word}' is not a word that a pack adds. {ExtensionForm.OfAddedWords}");
        }
        else if (FactValues.IsTaken(ExtensionForm.PartsOf(word.Word).Word))
        {
            report(RuleProblems.WordForm, $"'{word.Word}' reads as if the fact were not known, or did not apply. A fact that is not known is left out, and every fact takes '{DoesNotApply.Word}'. Choose another word.");
        }

        if (string.IsNullOrWhiteSpace(word.Meaning))
        {
            report(RuleProblems.NoMeaning, "the word has no meaning. Say in a phrase what it means.");
        }
    }

    private static void CheckPrefix(IReadOnlyList<RulePack> packs, RulePack pack, WordDeclaration word, Action<string> report)
    {
        var prefix = ExtensionForm.PartsOf(word.Word).Prefix;
        if (pack.Prefix is { Length: > 0 } own && prefix != ExtensionForm.PrefixOf(own))
        {
            report($"the word is not under the prefix of its pack, which is '{ExtensionForm.PrefixOf(own)}' for '{own}'. Write '{ExtensionForm.PrefixOf(own)}.{ExtensionForm.PartsOf(word.Word).Word}'.");
        }
        else if (string.IsNullOrEmpty(pack.Prefix) && packs.FirstOrDefault(other => other != pack && other.Prefix is { Length: > 0 } theirs && FactValues.IsSame(prefix, ExtensionForm.PrefixOf(theirs))) is { } owner)
        {
            report($"the word is under '{prefix}', the prefix of pack {owner.Id}. Choose another prefix.");
        }
    }

    private static void CheckFact(WordDeclaration word, Action<ProblemKind, string> report)
    {
        if (FactRegistry.Default.Find(word.Fact) is not { TakesMoreWords: true } fact)
        {
            var open = FactRegistry.Default.Facts.Where(each => each.TakesMoreWords).Select(each => each.Path).ToList();
            var known = FactRegistry.Default.Find(word.Fact);
            var what = known is not null ? "takes no more words than it has"
                : FactRegistry.NameAmongExtensions(word.Fact) is not null ? "is not a fact of the library; a fact that a pack declares has its words with its declaration"
                : "is not a fact of the library";
            report(RuleProblems.WordOfFact, $"'{word.Fact}' {what}. Words can be added to {Words.List(open)}.{(known is null ? DidYouMean.Sentence(word.Fact, open) : "")}");
            return;
        }

        // What people would read alike in one list of answers.
        var called = ExtensionForm.PartsOf(word.Word).Word;
        if (fact.AllowedWords.FirstOrDefault(own => FactValues.IsSame(own, called)) is { } there)
        {
            report(RuleProblems.WordTwice, $"'{fact.Path}' has the word '{there}' already. Use that, or call this one something else.");
        }

        if (fact.NumberOf(word.CountsAs) < 0)
        {
            report(RuleProblems.CountsAs, $"'{word.CountsAs}' is not a word of '{fact.Path}' of the library. Let it count as {Words.List(fact.AllowedWords, "or")}.{DidYouMean.Sentence(word.CountsAs, fact.AllowedWords)}");
        }
    }
}
