using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Checks the words that packs have for questions: each is of a fact that is there, and no two packs have words for one in the same language.</summary>
internal static class WordingChecks
{
    public static void Check(IReadOnlyList<RulePack> packs, FactRegistry facts, ProblemList problems)
    {
        var taken = new Dictionary<(string Fact, string Language), (string Pack, TextPlace? Place)>();
        foreach (var (pack, wording) in packs.SelectMany(pack => pack.Wordings, (pack, wording) => (pack, wording)))
        {
            var language = wording.Language ?? "";
            if (facts.Find(wording.Fact) is null)
            {
                Report(RuleProblems.WordingForm, $"there is no such fact.{(facts.Nearest(wording.Fact) is { } near ? $" Did you mean '{near.Path}'?" : "")}");
            }

            if (string.IsNullOrWhiteSpace(wording.Question))
            {
                Report(RuleProblems.WordingForm, "the question is blank. Write one, or leave the wording out.");
            }

            if (wording.Language is { } given && !Spelling.IsLanguage(given))
            {
                Report(RuleProblems.WordingForm, $"{Shown.Value(given)} is not a language. Write its tag, such as nl or de-AT, or leave it out for words that are used whatever the language.");
            }
            else if (!taken.TryAdd((wording.Fact, language.ToLowerInvariant()), (pack.Id, wording.Place)))
            {
                var (other, place) = taken[(wording.Fact, language.ToLowerInvariant())];
                Report(RuleProblems.WordingTwice, $"{(other == pack.Id ? "the pack" : other)} has words for it {(language.Length == 0 ? "" : $"in {language} ")}already{Origin.At(place)}. Keep one.");
            }

            void Report(ProblemKind kind, string what) => problems.Report(kind, $"{pack.Id}/wording of {Shown.Name(wording.Fact)}", what, wording.Place, wording.Fact);
        }
    }
}
