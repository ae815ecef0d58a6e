using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Recommendations and notes that no one gets, and claims and sources on which nothing rests.</summary>
internal static class EvidenceChecks
{
    public static void Run(CheckRun run)
    {
        var advising = (from rule in run.Book.Rules
                        from @case in rule.Cases
                        from advice in @case.Recommendations
                        select (Rule: rule, Case: @case, Advice: advice.Code)).ToLookup(each => each.Advice, StringComparer.Ordinal);
        var used = UsedClaims(run);
        var sources = run.Packs.SelectMany(pack => pack.Pack.Claims).Select(claim => claim.Source.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var pack in run.Packs)
        {
            foreach (var (code, place) in pack.Advice.Where(each => advising[each.Key].All(by => by.Case.IsSwitchedOff || run.IsNeverRaised(by.Rule, by.Case))))
            {
                var by = advising[code].GroupBy(each => each.Rule, each => each.Case).Select(NameOf).ToList();
                run.Warn(CheckProblemKinds.AdviceNeverReached, new(pack.Pack.Id, pack.Pack.Id, place), by.Count == 0
                    ? $"no rule advises '{code}'. Name it under 'advises' of a rule, or remove it."
                    : $"'{code}' is advised only by {Text.Words.List(by)}, which {(by.Count == 1 ? "is" : "are")} never raised, or switched off. Correct that, or remove it.");
            }

            foreach (var claim in pack.Pack.Claims.Where(claim => claim.Use == ClaimUse.Rule && pack.Claims.ContainsKey(claim.Id) && !used.Contains(claim.Id)))
            {
                run.Warn(CheckProblemKinds.ClaimNeverUsed, new(pack.Pack.Id, pack.Pack.Id, pack.Claims[claim.Id]), $"nothing rests on claim '{claim.Id}'. Name it where it belongs, give its 'use', or remove it.");
            }

            foreach (var (id, place) in pack.Sources.Where(each => !sources.Contains(each.Key)))
            {
                run.Warn(CheckProblemKinds.SourceNeverUsed, new(pack.Pack.Id, pack.Pack.Id, place), $"no claim is taken from source '{id}'. Write down the claims, or remove it.");
            }

            foreach (var code in pack.Pack.Interpretations.SelectMany(note => note.About).Where(code => run.Book.Find(code) is null).Distinct(StringComparer.Ordinal))
            {
                run.Warn(CheckProblemKinds.NoteAboutNoRule, new(pack.Pack.Id, pack.Pack.Id, null), $"a note is about '{code}', but no rule has this code.{Text.DidYouMean.Sentence(code, run.Book.Rules.Select(rule => rule.Code))}");
            }
        }
    }

    /// <summary>The rule, with those of its cases that advise something where not all do.</summary>
    private static string NameOf(IGrouping<Rule, Case> advising) =>
        advising.Count() == advising.Key.Cases.Length ? advising.Key.Code : $"{advising.Key.Code} in {Text.Words.List([.. advising.Select(CheckRun.NameOf)])}";

    /// <summary>The ids of the claims on which something of the rule book rests, or a note or tension of a pack that is checked.</summary>
    private static HashSet<string> UsedClaims(CheckRun run)
    {
        var book = run.Book;
        return
        [
            .. book.Rules.SelectMany(ClaimsOf),
            .. book.Notes.SelectMany(note => note.Claims),
            .. book.Tensions.SelectMany(tension => tension.Claims),
            .. run.Packs.SelectMany(pack => pack.Pack.Interpretations).SelectMany(note => note.Claims),
        ];

        static IEnumerable<string> ClaimsOf(Rule rule) =>
            rule.Claims.Select(claim => claim.Id)
                .Concat(rule.Moderators.SelectMany(moderator => moderator.Claims))
                .Concat(rule.Recommendations.SelectMany(advice => advice.Claims));
    }
}
