using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>Finds what speaks against the facts that packs declare.</summary>
internal static class FactDeclarations
{
    /// <summary>Reports a problem of a declaration.</summary>
    public delegate void Report(RulePack pack, FactDeclaration fact, ProblemKind kind, string what);

    public static void Check(IEnumerable<RulePack> packs, Report report)
    {
        var all = packs.SelectMany(pack => pack.Facts, (pack, fact) => (Pack: pack, Fact: fact)).ToList();
        foreach (var (pack, fact) in all)
        {
            CheckText(fact, (kind, what) => report(pack, fact, kind, what));
            CheckWords(fact, (kind, what) => report(pack, fact, kind, what));
            CheckLimits(fact, (kind, what) => report(pack, fact, kind, what));
            CheckDirection(fact, (kind, what) => report(pack, fact, kind, what));
        }

        CheckGroups(all, report);
        foreach (var same in all.GroupBy(each => each.Fact.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            var by = same.Select(each => each.Pack.Id).Order(StringComparer.Ordinal).ToList();
            foreach (var (pack, fact) in same)
            {
                report(pack, fact, RuleProblems.FactTwice, $"the fact is declared {same.Count()} times, in {Words.List([.. by.Distinct(StringComparer.Ordinal)])}. Declare it once, or choose another prefix.");
            }
        }
    }

    /// <summary>That no fact has the name of a group of facts, which no JSON could have next to them.</summary>
    private static void CheckGroups(IEnumerable<(RulePack Pack, FactDeclaration Fact)> all, Report report)
    {
        var inGroups = all.Select(each => each.Fact.Name).Where(ExtensionForm.IsName).ToLookup(ExtensionForm.GroupOf, StringComparer.Ordinal);
        foreach (var (pack, fact) in all)
        {
            if (inGroups[fact.Name].FirstOrDefault() is { } below)
            {
                report(pack, fact, RuleProblems.FactName, $"'{fact.Name}' is the group of '{below}' already. Give one of the two another name.");
            }
        }
    }

    private static void CheckText(FactDeclaration fact, Action<ProblemKind, string> report)
    {
        if (!ExtensionForm.IsName(fact.Name))
        {
            report(RuleProblems.FactName, $"'{fact.Name}' is not a name of a fact. {ExtensionForm.OfNames}");
        }

        if (string.IsNullOrWhiteSpace(fact.Meaning))
        {
            report(RuleProblems.NoMeaning, "the fact has no meaning. Say in a phrase what it means.");
        }

        if (string.IsNullOrWhiteSpace(fact.Question))
        {
            report(RuleProblems.NoQuestion, "the fact has no question. Say how to ask a person for it.");
        }

        if (fact.Type is FactType.Text or FactType.List || !Enum.IsDefined(fact.Type))
        {
            report(RuleProblems.FactKind, $"a fact of type {fact.Type} cannot be declared. Use YesNo, Word, Words, WholeNumber, Number or Date.");
        }
    }

    private static void CheckWords(FactDeclaration fact, Action<ProblemKind, string> report)
    {
        var words = fact.AllowedWords;
        if (fact.Type is not (FactType.Word or FactType.Words))
        {
            if (words.Count > 0)
            {
                report(RuleProblems.WordsMisplaced, $"a fact of type {fact.Type} has no words. Remove them, or make the type Word or Words.");
            }
        }
        else if (words.Count is 0 or > ExtensionForm.MostWords)
        {
            report(RuleProblems.WordCount, $"it has {words.Count} words. Give 1 to {ExtensionForm.MostWords}.");
        }

        if (fact.IsOrdered && fact.Type != FactType.Word)
        {
            report(RuleProblems.WordsMisplaced, $"only the words of a Word fact can be in order; this is a fact of type {fact.Type}.");
        }

        foreach (var word in words.Where(word => !ExtensionForm.IsWord(word) || FactValues.IsTaken(word)))
        {
            report(RuleProblems.WordForm, FactValues.IsTaken(word)
                ? $"'{word}' is not a word, since it says that a fact is not known, or does not apply. A fact that is not known is left out, and every fact takes '{DoesNotApply.Word}'."
                : $"'{word}' is not a word. {ExtensionForm.OfWords}");
        }

        CheckWordsInLanguages(fact, report);

        // People type words in any case, so two that differ in nothing else could not be distinguished.
        foreach (var same in words.GroupBy(word => word, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            report(RuleProblems.WordTwice, $"the word '{same.Key}' is given {same.Count()} times; upper and lower case make no difference here. Keep one.");
        }
    }

    /// <summary>That what a word is in a language can be typed in its place: it is no other word's, and says nothing else.</summary>
    private static void CheckWordsInLanguages(FactDeclaration fact, Action<ProblemKind, string> report)
    {
        var said = fact.InLanguages.Where(text => fact.AllowedWords.Contains(text.English)).ToList();
        for (var i = 0; i < said.Count; i++)
        {
            var (language, word, text) = (said[i].Language, said[i].English, said[i].Text);
            if (text.AsSpan().IndexOfAny(",;[]") >= 0)
            {
                report(RuleProblems.WordForm, $"{Shown.Value(text)}, which is '{word}' in {language}, has a comma, a semicolon or a square bracket: several words are written with these between them. Say it without.");
            }
            else if (FactValues.IsTaken(text))
            {
                report(RuleProblems.WordForm, $"{Shown.Value(text)}, which is '{word}' in {language}, says that a fact is not known, or does not apply. Say it in another way.");
            }

            // Of two that are given in the same language the later one is told; what is said in English stays there for whoever types it.
            var other = fact.AllowedWords.FirstOrDefault(each => each != word && (IsSame(each) || IsSame(Words.Humanize(each))
                || IsSame(said.Take(i).Where(earlier => LanguageTag.Fits(earlier.Language, language) || LanguageTag.Fits(language, earlier.Language)).FirstOrDefault(earlier => earlier.English == each && IsSame(earlier.Text))?.Text)));
            if (other is not null)
            {
                report(RuleProblems.WordTwice, $"the words '{other}' and '{word}' are both {Shown.Value(text)} in {language}. Give each its own.");
            }

            bool IsSame(string? name) => name is not null && string.Equals(WithoutSpaces(name), WithoutSpaces(text), StringComparison.OrdinalIgnoreCase);
        }

        static string WithoutSpaces(string name) => name.Replace(" ", "", StringComparison.Ordinal);
    }

    private static void CheckDirection(FactDeclaration fact, Action<ProblemKind, string> report)
    {
        IReadOnlyList<FactDirection> fitting = fact.Type switch
        {
            FactType.YesNo => [FactDirection.Yes, FactDirection.No],
            FactType.Number or FactType.WholeNumber => [FactDirection.Higher, FactDirection.Lower],
            FactType.Word when fact.IsOrdered => [FactDirection.Higher, FactDirection.Lower],
            _ => [],
        };
        if (fact.Better != FactDirection.Neutral && !fitting.Contains(fact.Better))
        {
            report(RuleProblems.FactDirection, fitting.Count > 0
                ? $"it is better when {Words.Humanize($"{fact.Better}")}, which a fact of type {fact.Type} cannot be. Use {Words.List([.. fitting.Append(FactDirection.Neutral).Select(each => $"{each}")], "or")}."
                : $"it is better when {Words.Humanize($"{fact.Better}")}, and the values of this fact, of type {fact.Type}, are in no order. Use {FactDirection.Neutral}{(fact.Type == FactType.Word ? ", or put the words in order" : "")}.");
        }
        else if (fact.Better != FactDirection.Neutral && fact.NeutralBecause is not null)
        {
            report(RuleProblems.FactDirection, "it has a direction and a reason to have none. Keep one of the two.");
        }
    }

    private static void CheckLimits(FactDeclaration fact, Action<ProblemKind, string> report)
    {
        if (fact.Minimum is null && fact.Maximum is null)
        {
            return;
        }

        if (fact.Type is not (FactType.Number or FactType.WholeNumber))
        {
            report(RuleProblems.FactLimits, $"only numbers have limits; this is a fact of type {fact.Type}. Remove them.");
            return;
        }

        foreach (var limit in new[] { fact.Minimum, fact.Maximum }.OfType<decimal>())
        {
            if (!Fact.IsExact(limit) || (fact.Type == FactType.WholeNumber && !(decimal.IsInteger(limit) && limit is >= int.MinValue and <= int.MaxValue)))
            {
                report(RuleProblems.FactLimits, string.Create(CultureInfo.InvariantCulture, $"the limit {limit} is not a value of the fact. Give {(fact.Type == FactType.WholeNumber ? "a whole number" : "a number with at most four decimals")} within reach."));
            }
        }

        if (fact.Minimum > fact.Maximum)
        {
            report(RuleProblems.FactLimits, string.Create(CultureInfo.InvariantCulture, $"the smallest number, {fact.Minimum}, is larger than the largest, {fact.Maximum}."));
        }
    }
}
