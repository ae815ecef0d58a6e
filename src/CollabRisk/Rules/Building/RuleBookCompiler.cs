using System.Diagnostics.CodeAnalysis;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Makes a rule book of packs: the order of the steps, each of which reports what speaks against it.</summary>
internal static class RuleBookCompiler
{
    /// <summary>The rule book, or every problem that speaks against it. The order of packs and overrides makes no difference.</summary>
    public static bool TryMake(
        IEnumerable<RulePack> given, IEnumerable<RuleOverride> overrides, DateOnly? asOf, string? language, [NotNullWhen(true)] out RuleBook? book, out IReadOnlyList<RuleBookProblem> problems)
    {
        var all = given.ToList();
        if (language is null && all is [{ Prebuilt: { } prebuilt }] && !overrides.Any() && prebuilt(all[0]) is { } built)
        {
            (book, problems) = (built, []);
            return true;
        }

        var list = new ProblemList();
        if (all.Count == 0)
        {
            list.Report(RuleProblems.NoPacks, "packs", "there are none, so no risk could ever be found. Give at least one, such as KnowledgePacks.General ('collabrisk.general').");
            problems = list.ToList();
            book = null;
            return false;
        }

        foreach (var same in all.GroupBy(pack => pack.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            list.Report(RuleProblems.PackTwice, same.Key, "two packs have this id. Give each pack once.");
        }

        // Each pack once: one that is given twice is one mistake, and everything in it would be said twice to be another.
        book = Make([.. all.DistinctBy(pack => pack.Id, StringComparer.Ordinal).OrderBy(pack => pack.Id, StringComparer.Ordinal)], overrides, asOf, language, list);
        problems = list.ToList();
        return book is not null;
    }

    private static RuleBook? Make(IReadOnlyList<RulePack> packs, IEnumerable<RuleOverride> overrides, DateOnly? asOf, string? language, ProblemList problems)
    {
        // Declarations with problems take part, so that a rule that reads such a fact or asks for such a word is not reported as well.
        var facts = FactRegistry.Default.With(packs.SelectMany(pack => pack.Facts), packs.SelectMany(pack => pack.Words), language);
        FactDeclarations.Check(packs, (pack, fact, kind, what) => problems.Report(kind, $"{pack.Id}/{fact.Name}", what, fact.Place));
        WordDeclarations.Check(packs, (pack, word, kind, what) => problems.Report(kind, $"{pack.Id}/{word.Word}", what, word.Place, word.Fact));
        var defined = DefinedBy(packs);
        WordingChecks.Check(packs, facts, problems);
        var rulesOf = defined.ToLookup(entry => entry.Pack, entry => entry.Definition);
        TextChecks.Check(packs, overrides, pack => [.. rulesOf[pack]], problems);
        var inLanguages = packs.ToDictionary(pack => pack, pack => ReadableTexts.BesideRules(pack, [.. rulesOf[pack]]).Where(thing => thing.InLanguages.Count > 0).ToList());
        foreach (var (pack, things) in inLanguages)
        {
            LanguageChecks.Check(pack, things, problems);
        }

        var said = new BookLanguage(language, inLanguages, problems);
        var claims = new PackChecks(packs, problems).Check(defined).ToDictionary(each => each.Key, each => said.Say(each.Value), StringComparer.Ordinal);
        var retired = new RetiredCodes(packs, defined, said, problems);
        new RootChecks(retired, problems).Check(defined);
        var names = new KnownNames(facts, defined.Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal), claims, retired);
        var inForce = new OverridesInForce(packs, overrides, asOf, language, facts, defined, retired, problems);
        var maker = new RuleMaker(packs, names, inForce, said, problems);
        var rules = defined.Select(maker.Make).OfType<Rule>().ToList();
        LawChecks.Run(rules, problems);
        if (problems.Count > 0 || defined.Exists(rule => rule.Definition.IsIncomplete) || RuleLayers.Of(rules, problems) is not { } layered)
        {
            return null;
        }

        var texts = packs
            .SelectMany(pack => inLanguages[pack].SelectMany(thing => thing.InLanguages).Concat(rulesOf[pack].SelectMany(rule => rule.InLanguages)).Concat(pack.Overrides.SelectMany(change => change.InLanguages)))
            .Concat(overrides.SelectMany(change => change.InLanguages));
        return BookOf(
            facts, layered, packs, retired, said, () => RuleBookDigest.Of(packs, layered, said), asOf, inForce, [.. texts.Select(text => text.Language).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The rule book of rules that have been checked, with what the packs have beside rules.</summary>
    /// <param name="facts">The facts of the library and of the packs.</param>
    /// <param name="rules">The rules, in the order of evaluation.</param>
    /// <param name="packs">The packs, by id.</param>
    /// <param name="retired">The codes that the packs' rules have had.</param>
    /// <param name="said">What the book says in its language.</param>
    /// <param name="digest">The digest of the book, which is worked out when it is asked for.</param>
    /// <param name="asOf">The day on which overrides have to hold; null where none expires.</param>
    /// <param name="inForce">The overrides; null where there are none.</param>
    /// <param name="languages">The languages in which the packs have words for texts.</param>
    internal static RuleBook BookOf(
        FactRegistry facts,
        IReadOnlyList<Rule> rules,
        IReadOnlyList<RulePack> packs,
        RetiredCodes retired,
        BookLanguage said,
        Func<string> digest,
        DateOnly? asOf = null,
        OverridesInForce? inForce = null,
        IReadOnlyList<string>? languages = null) => new(
            facts,
            rules,
            [.. packs.Select(pack => new PackReference(pack.Id, pack.Version))],
            [.. packs.SelectMany(pack => pack.Notes).DistinctBy(note => note.Text, StringComparer.Ordinal).Select(said.Say)],
            [.. packs.SelectMany(pack => pack.Tensions).DistinctBy(tension => tension.Id, StringComparer.Ordinal).OrderBy(tension => tension.Id, StringComparer.Ordinal).Select(said.Say)],
            digest)
        {
            // Where nothing ever expires, the book is the same on every day, and so is all that is made with it.
            AsOf = inForce?.AnyExpires == true ? asOf : null,
            ExpiredOverrides = inForce?.Expired ?? [],
            Retired = retired.All,
            Language = said.Tag,
            Wordings = [.. packs.SelectMany(pack => pack.Wordings)],
            LanguagesOfTexts = languages ?? [],
        };

    /// <summary>The rules of a pack of the library that builds on a rule book, to be read and not to be evaluated.</summary>
    internal static IReadOnlyList<Rule> RulesOf(RulePack pack, RuleBook on)
    {
        var problems = new ProblemList();
        var defined = DefinedBy([pack]);
        var retired = new RetiredCodes([pack], defined, BookLanguage.English, problems);
        var names = new KnownNames(
            on.Facts,
            on.Rules.Select(rule => rule.Code).Concat(defined.Select(rule => rule.Code)).ToHashSet(StringComparer.Ordinal),
            pack.Claims.ToDictionary(claim => claim.Id, StringComparer.Ordinal),
            retired);
        var maker = new RuleMaker([pack], names, new OverridesInForce([pack], [], asOf: null, language: null, on.Facts, defined, retired, problems), BookLanguage.English, problems);
        return [.. defined.Select(maker.Make).OfType<Rule>()];
    }

    /// <summary>What the packs define, by code.</summary>
    private static List<DefinedRule> DefinedBy(IReadOnlyList<RulePack> packs) =>
    [
        .. packs
            .SelectMany(pack => pack.Definitions, (pack, chapter) => (pack, chapter.Chapter, chapter.Rules))
            .SelectMany(each => each.Rules, (each, definition) => (each.pack, each.Chapter, definition))
            .Select((each, position) => new DefinedRule(each.pack, each.Chapter, each.definition, position))
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];
}

/// <summary>What rules can refer to: the facts of the library and of all packs, the codes of all rules, the claims by id, and the codes there were.</summary>
internal sealed record KnownNames(FactRegistry Facts, IReadOnlySet<string> Codes, IReadOnlyDictionary<string, Claim> Claims, RetiredCodes Retired);
