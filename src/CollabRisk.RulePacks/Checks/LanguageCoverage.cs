using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Checks;

/// <summary>In which languages a pack says what readers see, and what it says in none of them but English.</summary>
internal static class LanguageCoverage
{
    /// <summary>How many texts a warning names before it only counts the others.</summary>
    private const int MostNamed = 3;

    public static void Run(CheckRun run)
    {
        foreach (var pack in run.Packs)
        {
            foreach (var (language, missing, all) in Of(pack.Pack, run.Book).Where(each => each.Missing.Count > 0))
            {
                var named = missing.Count <= MostNamed + 1 ? missing : [.. missing.Take(MostNamed), string.Create(CultureInfo.InvariantCulture, $"{missing.Count - MostNamed} more")];
                run.Warn(
                    CheckProblemKinds.LanguageIncomplete, new(pack.Pack.Id, pack.Pack.Id, pack.Pack.PlaceOf?.Invoke(language)),
                    string.Create(CultureInfo.InvariantCulture, $"of {all} texts that readers see, {missing.Count} {(missing.Count == 1 ? "is" : "are")} not in '{language}': {Words.List(named)}."));
            }
        }
    }

    /// <summary>The languages of a pack, each with the texts that are not in it, and how many there are in all. What is not in a form of English is in English all the same.</summary>
    public static IReadOnlyList<(string Language, IReadOnlyList<string> Missing, int All)> Of(RulePack pack, RuleBook book)
    {
        var texts = ReadableTexts.Of(pack, [.. pack.Definitions.SelectMany(chapter => chapter.Rules)])
            .SelectMany(thing => thing.Texts.Where(text => !text.IsForCases), (thing, text) => (Thing: thing, Text: text)).ToList();
        var questions = pack.Facts.Select(declared => book.Facts.Find($"{(declared.IsPerPartner ? "partners[]." : "")}extensions.{declared.Name}")).OfType<Fact>().ToList();
        var languages = texts.SelectMany(each => each.Thing.InLanguages).Select(said => said.Language).Concat(pack.Wordings.Select(wording => wording.Language).OfType<string>())
            .Where(language => !LanguageTag.Fits(LanguageTag.English, language)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. languages.Select(language => (language, (IReadOnlyList<string>)
                [
                    .. texts.Where(each => !each.Thing.Says(each.Text, language)).Select(each => $"{each.Text.What} of {each.Thing.Name}"),
                    .. questions.Where(fact => !pack.Wordings.Any(wording => wording.Fact == fact.Path && LanguageTag.Fits(wording.Language, language))).Select(fact => $"the question of {fact.Path}"),
                ],
                texts.Count + questions.Count)),
        ];
    }
}
