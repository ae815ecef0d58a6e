using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Checks what rules and recommendations say in other languages, whichever of them a rule book is built in.</summary>
internal static class LanguageChecks
{
    public static void Check(DefinedRule entry, KnownNames names, ProblemList problems)
    {
        var definition = entry.Definition;
        var taken = new HashSet<(string Language, string? Subject)>();
        foreach (var text in definition.InLanguages)
        {
            if (IsLanguage(text.Language) && !taken.Add((text.Language.ToLowerInvariant(), text.Subject)))
            {
                Report(RuleProblems.WordingTwice, $"it has words in {text.Language}{(text.Subject is { } of ? $" for the case '{of}'" : "")} twice. Keep one.", text.Language);
            }

            if (string.IsNullOrWhiteSpace(text.Title) && string.IsNullOrWhiteSpace(text.Says))
            {
                Report(RuleProblems.WordingForm, $"it has neither a title nor a message in {text.Language}. Write one, or leave the language out.", text.Language);
            }

            if (text.Subject is { } subject && definition.Flags is null && definition.Cases.TrueForAll(each => each.Subject != subject))
            {
                Report(RuleProblems.WordingForm, $"it has words in {text.Language} for the case '{subject}', which is not there.{DidYouMean.Sentence(subject, definition.Cases.Select(each => each.Subject).OfType<string>())}", subject);
            }

            if (text.Says is { } says)
            {
                var hasSubject = definition.IsPerPartner || definition.Flags is not null || definition.Cases.Count > 0;
                MessageTemplate.Parse(says, names.Facts, hasSubject, problem => Report(RuleProblems.MessagePlace, problem, says));
            }
        }

        foreach (var (step, tag) in definition.AllRecommendations.SelectMany(step => step.InLanguages, (step, text) => (step, text.Key)))
        {
            IsLanguage(tag);
            if (string.IsNullOrWhiteSpace(step.InLanguages[tag]))
            {
                Report(RuleProblems.WordingForm, $"recommendation '{step.Code}' says nothing in {tag}. Write what to do, or leave the language out.", step.Code);
            }
        }

        bool IsLanguage(string tag)
        {
            var isOne = Spelling.IsLanguage(tag);
            if (!isOne)
            {
                Report(RuleProblems.WordingForm, $"{Shown.Value(tag)} is not a language. Write its tag, such as nl or de-AT.", tag);
            }

            return isOne;
        }

        void Report(ProblemKind kind, string what, string value) => problems.Report(kind, entry.Origin, what, value);
    }
}
