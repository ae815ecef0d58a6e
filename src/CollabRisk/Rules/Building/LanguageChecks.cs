using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Checks what texts are in other languages, whichever of them a rule book is built in.</summary>
internal static class LanguageChecks
{
    /// <summary>Checks what a pack says in other languages, but for its rules.</summary>
    public static void Check(RulePack pack, IEnumerable<Readable> inLanguages, ProblemList problems)
    {
        foreach (var thing in inLanguages)
        {
            Check(thing, (kind, what, value) => problems.Report(kind, pack, $"{thing.Name}: {what}", value), static _ => true);
        }
    }

    /// <summary>Checks what a rule says in other languages.</summary>
    /// <param name="entry">The rule.</param>
    /// <param name="cases">Its cases.</param>
    /// <param name="names">What its messages can name.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(DefinedRule entry, IReadOnlyList<CaseDefinition> cases, KnownNames names, ProblemList problems)
    {
        var definition = entry.Definition;
        var hasSubject = definition.IsPerPartner || cases.Any(each => each.Subject is not null);
        Check(
            ReadableTexts.Of(definition, cases),
            (kind, what, value) => problems.Report(kind, entry.Origin, what, value),
            message => IsSound(message, names.Facts, hasSubject, entry.Origin, problems),
            definition.IsIncomplete);
    }

    /// <summary>Checks what an override makes a rule say in other languages.</summary>
    public static void Check(RuleOverride change, bool hasSubject, FactRegistry facts, ProblemList problems)
    {
        if (change.InLanguages.Count == 0)
        {
            return;
        }

        var origin = Origin.Of(change);
        Check(
            ReadableTexts.Of(change),
            (kind, what, value) => problems.Report(kind, origin, what, value),
            message => IsSound(message, facts, hasSubject, origin, problems));
    }

    /// <summary>Whether a message names in its places what there is; what it does not is reported.</summary>
    private static bool IsSound(string message, FactRegistry facts, bool hasSubject, Origin origin, ProblemList problems)
    {
        var before = problems.Count;
        MessageTemplate.Parse(message, facts, hasSubject, (problem, fact) => problems.Report(RuleProblems.MessagePlace, origin, problem, origin.PlaceOf?.Invoke(message), fact));
        return problems.Count == before;
    }

    private static void Check(Readable thing, Action<ProblemKind, string, string> report, Func<string, bool> isSound, bool isIncomplete = false)
    {
        var taken = new Dictionary<(string Language, string English, string? Subject), string>();
        foreach (var said in thing.InLanguages)
        {
            var texts = thing.Texts.Where(text => text.English == said.English && (said.Subject is null || said.Subject == text.Subject)).ToList();
            if (Spelling.ProblemOfLanguage(said.Language) is { } problem)
            {
                report(RuleProblems.WordingForm, problem, said.Language);
            }
            else if (string.IsNullOrWhiteSpace(said.Text))
            {
                report(RuleProblems.WordingForm, $"{Shortened(said.English)} is nothing in {said.Language}. Write what it is, or leave it out.", said.English);
            }
            else if (texts.Count == 0 && isIncomplete)
            {
                // What it says in English may be what could not be read, and that was reported.
            }
            else if (texts.Count == 0)
            {
                report(RuleProblems.WordingForm, $"it has words in {said.Language} for {Shortened(said.English)}{Of(said.Subject)}, which it does not say in English.{DidYouMean.Sentence(said.English, thing.Texts.Select(text => text.English))}", said.English);
            }
            else if (!taken.TryAdd((said.Language.ToLowerInvariant(), said.English, said.Subject), said.Text)
                && taken[(said.Language.ToLowerInvariant(), said.English, said.Subject)] is var first && first != said.Text)
            {
                report(RuleProblems.WordingTwice, $"{Shortened(said.English)}{Of(said.Subject)} is both {Shortened(first)} and {Shortened(said.Text)} in {said.Language}. Keep one.", said.Text);
            }

            if (texts.Exists(text => text.IsMessage) && !string.IsNullOrWhiteSpace(said.Text) && isSound(said.Text))
            {
                ComparePlaces(said, what => report(RuleProblems.WordingForm, what, said.Text));
            }
        }
    }

    /// <summary>
    /// That a message has the places of its English: one more may be of a fact that is not known, and without one the reader is told less. What is said of
    /// one case may have its subject written out, as articles and endings need it.
    /// </summary>
    private static void ComparePlaces(TextInLanguage said, Action<string> report)
    {
        var (english, other) = (MessageTemplate.PlacesIn(said.English), MessageTemplate.PlacesIn(said.Text));
        var (missing, added) = (english.Except(other, StringComparer.Ordinal).Where(place => said.Subject is null || place != $"{{{MessageTemplate.Subject}}}").ToList(), other.Except(english, StringComparer.Ordinal).ToList());
        if (missing.Count > 0)
        {
            report($"{Shortened(said.Text)} in {said.Language} has no {Words.List(missing)}, which the English has. Have the same places in both.");
        }

        if (added.Count > 0)
        {
            report($"{Shortened(said.Text)} in {said.Language} has {Words.List(added)}, which the English has not. Have the same places in both.");
        }
    }

    private static string Of(string? subject) => subject is null ? "" : $" of the case '{subject}'";

    private static string Shortened(string text) => $"'{(text.Length <= 40 ? text : text[..40] + "…")}'";
}
