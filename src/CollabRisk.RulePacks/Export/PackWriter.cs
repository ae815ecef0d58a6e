using System.Globalization;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Export;

/// <summary>Writes the sections of a pack.</summary>
internal sealed class PackWriter
{
    private readonly YamlText yaml = new();
    private readonly ConditionWriter conditions;

    private PackWriter() => conditions = new ConditionWriter(yaml);

    public static string Manifest(RulePackManifest manifest, RulePack pack) => Write(writer =>
    {
        writer.yaml.Entry(FileKeys.Pack.Name, () => writer.yaml.Map(() => writer.WriteManifest(manifest)));
        writer.Section(FileKeys.Facts, pack.Facts, writer.Write);
        writer.Section(FileKeys.Words, pack.Words, writer.Write);
        writer.Section(FileKeys.Notes, [.. pack.Notes, .. pack.Interpretations], writer.Write);
        writer.Section(FileKeys.Tensions, pack.Tensions, writer.Write);
        writer.Section(FileKeys.Retired, pack.Retired, writer.Write);
        writer.Section(FileKeys.Wordings, pack.Wordings, writer.Write);
    });

    public static string Evidence(RulePack pack) => Write(writer =>
    {
        writer.Section(FileKeys.Sources, [.. pack.Claims.Select(claim => claim.Source).Distinct()], writer.Write);
        writer.Section(FileKeys.Claims, pack.Claims, writer.Write);
    });

    public static string Advice(IReadOnlyList<Recommendation> recommendations, FactRegistry facts) =>
        Write(writer => writer.Section(FileKeys.Recommendations, recommendations, each => writer.Write(each, facts)));

    /// <summary>The rules under one heading.</summary>
    public static string Chapter(IReadOnlyList<Rule> rules) => Write(writer => writer.Section(FileKeys.Chapters, [rules], writer.WriteChapter));

    private static string Write(Action<PackWriter> write)
    {
        var writer = new PackWriter();
        writer.yaml.Map(() => write(writer));
        return writer.yaml.Finish();
    }

    private void Section<T>(MapsKey section, IReadOnlyCollection<T> entries, Action<T> write)
    {
        if (entries.Count > 0)
        {
            yaml.Entry(section.Name, () => yaml.List(entries, entry => yaml.Map(() => write(entry))));
        }
    }

    private void WriteManifest(RulePackManifest manifest)
    {
        yaml.Entry(ManifestKeys.Id.Name, manifest.Id);
        yaml.Entry(ManifestKeys.Version.Name, manifest.Version);
        yaml.Entry(ManifestKeys.Title.Name, manifest.Title);
        yaml.Entry(ManifestKeys.Description.Name, OrNothing(manifest.Description));
        yaml.Entry(ManifestKeys.Licence.Name, manifest.Licence);
        yaml.Entry(ManifestKeys.Authors.Name, manifest.Authors);
        Day(ManifestKeys.Date, manifest.Date);
        yaml.Entry(ManifestKeys.Engine.Name, manifest.Engine);
        Number(ManifestKeys.FactModel, manifest.FactModel);
        yaml.Entry(ManifestKeys.Prefix.Name, manifest.Prefix);
    }

    private void Write(FactDeclaration fact)
    {
        yaml.Entry(FactKeys.Name.Name, fact.Name[(fact.Name.IndexOf('.') + 1)..]);
        Word(FactKeys.Type, $"{fact.Type}");
        yaml.Entry(FactKeys.Meaning.Name, fact.Meaning);
        yaml.Entry(FactKeys.Question.Name, fact.Question);
        yaml.Entry(FactKeys.CodingNote.Name, fact.CodingNote);
        yaml.Entry(FactKeys.Words.Name, [.. fact.AllowedWords]);
        Flag(FactKeys.Ordered, fact.IsOrdered, usually: false);
        Number(FactKeys.Minimum, fact.Minimum);
        Number(FactKeys.Maximum, fact.Maximum);
        if (fact.Better != FactDirection.Neutral || fact.NeutralBecause is not null)
        {
            Word(FactKeys.Better, $"{fact.Better}".ToLowerInvariant());
        }

        yaml.Entry(FactKeys.NeutralBecause.Name, fact.NeutralBecause);
        Flag(FactKeys.PerPartner, fact.IsPerPartner, usually: false);
        Flag(FactKeys.Changeable, fact.IsChangeable, usually: true);
        Flag(FactKeys.Outcome, fact.IsOutcome, usually: false);
        InLanguages(FactKeys.InLanguages, fact.InLanguages, (FactKeys.Meaning, [fact.Meaning]), (FactKeys.Words, fact.AllowedWords));
    }

    private void Write(WordDeclaration word)
    {
        yaml.Entry(AddedWordKeys.Fact.Name, ConditionReader.AsWritten(word.Fact));
        yaml.Entry(AddedWordKeys.Word.Name, ExtensionForm.PartsOf(word.Word).Word);
        yaml.Entry(AddedWordKeys.CountsAs.Name, word.CountsAs);
        yaml.Entry(AddedWordKeys.Meaning.Name, word.Meaning);
    }

    private void Write(Source source)
    {
        yaml.Entry(SourceKeys.Id.Name, source.Id);
        yaml.Entry(SourceKeys.Title.Name, source.Title);
        yaml.Entry(SourceKeys.Publisher.Name, source.Publisher);
        yaml.Entry(SourceKeys.Date.Name, source.Date);
        yaml.Entry(SourceKeys.Address.Name, source.Address?.AbsoluteUri);
        yaml.Entry(SourceKeys.Extract.Name, source.Extract);
        yaml.Entry(SourceKeys.Weight.Name, source.Weight);
        yaml.Entry(SourceKeys.Caveat.Name, source.Caveat);
    }

    private void Write(Claim claim)
    {
        yaml.Entry(ClaimKeys.Id.Name, claim.Id);
        yaml.Entry(ClaimKeys.Source.Name, claim.Source.Id);
        yaml.Entry(ClaimKeys.Place.Name, claim.Locator);
        yaml.Entry(ClaimKeys.Says.Name, claim.Paraphrase);
        yaml.Entry(ClaimKeys.Quotation.Name, claim.Quotation);
        Word(ClaimKeys.About, $"{claim.Polarity}");
        Word(ClaimKeys.Strength, $"{claim.Strength}");
        yaml.Entry(ClaimKeys.Basis.Name, OrNothing(claim.Basis));
        if (claim.Use != ClaimUse.Rule)
        {
            Word(ClaimKeys.Use, $"{claim.Use}");
        }

        yaml.Entry(ClaimKeys.Related.Name, [.. claim.Related]);
        InLanguages(ClaimKeys.InLanguages, claim.InLanguages, (ClaimKeys.Says, [claim.Paraphrase]));
    }

    private void Write(Recommendation recommendation, FactRegistry facts)
    {
        yaml.Entry(AdviceKeys.Code.Name, recommendation.Code);
        yaml.Entry(AdviceKeys.Says.Name, recommendation.Text);
        yaml.Entry(AdviceKeys.Claims.Name, recommendation.Claims);
        Flag(AdviceKeys.Derived, recommendation.IsDerived, usually: false);
        When(AdviceKeys.DoneWhen, recommendation.Done?.Translate(facts, static (_, _, _, _) => { }));
        When(AdviceKeys.DoneForPartnerWhen, recommendation.DoneForPartner?.Translate(facts, static (_, _, _, _) => { }));
        InLanguages(AdviceKeys.InLanguages, recommendation.InLanguages, (AdviceKeys.Says, [recommendation.Text]));
    }

    /// <summary>What texts are in other languages, with what no case says otherwise.</summary>
    private void InLanguages(MapsKey key, IReadOnlyList<TextInLanguage> said, params (Key Key, IReadOnlyList<string> English)[] texts) =>
        InLanguages(key, said, subject: null, texts);

    /// <summary>What texts are in other languages: those of one case, or of none.</summary>
    private void InLanguages(MapsKey key, IReadOnlyList<TextInLanguage> said, string? subject, params (Key Key, IReadOnlyList<string> English)[] texts)
    {
        var languages = said.Where(each => (each.Subject is null || each.Subject == subject) && texts.Any(text => text.English.Contains(each.English)))
            .Select(each => each.Language).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Section(key, languages, language =>
        {
            yaml.Entry(Format.InLanguages.Language.Name, language);
            foreach (var (part, english) in texts)
            {
                // A list is given whole; a language that has only some of it has the rest as it would be said.
                var isThere = said.Any(each => each.Language.Equals(language, StringComparison.OrdinalIgnoreCase) && (each.Subject is null || each.Subject == subject) && english.Contains(each.English));
                var written = english.Select(text => said.Say(text, language, subject)).ToList();
                if (isThere && part is TextsKey list)
                {
                    Texts(list, written);
                }
                else if (isThere)
                {
                    Message((TextKey)part, written[0]);
                }
            }
        });
    }

    private void Write(Note note)
    {
        yaml.Entry(NoteKeys.Says.Name, note.Text);
        yaml.Entry(NoteKeys.Claims.Name, [.. note.Claims]);
        yaml.Entry(NoteKeys.About.Name, [.. note.About]);
        InLanguages(NoteKeys.InLanguages, note.InLanguages, (NoteKeys.Says, [note.Text]));
    }

    private void Write(Tension tension)
    {
        yaml.Entry(TensionKeys.Id.Name, tension.Id);
        yaml.Entry(TensionKeys.OneSide.Name, tension.OneSide);
        yaml.Entry(TensionKeys.OtherSide.Name, tension.OtherSide);
        yaml.Entry(TensionKeys.Handling.Name, tension.Handling);
        yaml.Entry(TensionKeys.Claims.Name, [.. tension.Claims]);
        yaml.Entry(TensionKeys.One.Name, [.. tension.One]);
        yaml.Entry(TensionKeys.Other.Name, [.. tension.Other]);
        InLanguages(
            TensionKeys.InLanguages, tension.InLanguages,
            (TensionKeys.OneSide, [tension.OneSide]), (TensionKeys.OtherSide, [tension.OtherSide]), (TensionKeys.Handling, [tension.Handling]));
    }

    private void Write(RetiredCode gone)
    {
        yaml.Entry(RetiredKeys.Code.Name, gone.Code);
        yaml.Entry(RetiredKeys.ReplacedBy.Name, [.. gone.ReplacedBy]);
        yaml.Entry(RetiredKeys.Since.Name, gone.Since);
        yaml.Entry(RetiredKeys.Why.Name, gone.Why);
        InLanguages(RetiredKeys.InLanguages, gone.InLanguages, (RetiredKeys.Why, [gone.Why]));
    }

    private void Write(FactWording wording)
    {
        yaml.Entry(WordingKeys.Fact.Name, ConditionReader.AsWritten(wording.Fact));
        yaml.Entry(WordingKeys.Language.Name, wording.Language);
        yaml.Entry(WordingKeys.Question.Name, wording.Question);
        yaml.Entry(WordingKeys.CodingNote.Name, wording.CodingNote);
        yaml.Entry(WordingKeys.AllowedAnswers.Name, wording.AllowedAnswers);
        yaml.Entry(WordingKeys.Reason.Name, wording.Reason);
    }

    private void WriteChapter(IReadOnlyList<Rule> rules)
    {
        yaml.Entry(ChapterKeys.Heading.Name, rules[0].Chapter);
        Word(ChapterKeys.Area, $"{rules[0].Area}");
        Word(ChapterKeys.Tier, $"{rules[0].Tier}");
        if (rules[0].Cap != Level.High)
        {
            Word(ChapterKeys.HighestLevel, $"{rules[0].Cap}");
        }

        InLanguages(ChapterKeys.InLanguages, rules[0].ChapterInLanguages, (ChapterKeys.Heading, [rules[0].Chapter]));
        Section(ChapterKeys.Rules, rules, Write);
    }

    private void Write(Rule rule)
    {
        yaml.Entry(RuleKeys.Code.Name, rule.Code);
        Word(RuleKeys.Kind, $"{rule.Kind}");
        yaml.Entry(RuleKeys.Title.Name, rule.Title);
        if (rule.Status != RuleStatus.Stable)
        {
            Word(RuleKeys.Status, $"{rule.Status}");
            yaml.Entry(RuleKeys.StatusNote.Name, rule.StatusNote);
        }

        Write(rule.Level, rule.InLanguages, subject: null);
        When(RuleKeys.AppliesWhen, rule.AppliesWhen);
        if (rule.IsPerPartner)
        {
            yaml.Entry(RuleKeys.ForEach.Name, () => yaml.Plain("partner"));
        }

        // Messages, claims and caveats that all cases share are with the rule.
        var only = rule.Cases is [{ Subject: null } one] ? one : null;
        var says = rule.Cases.Select(@case => @case.Says.Text).Distinct(StringComparer.Ordinal).ToList();
        if (only is null)
        {
            Section(RuleKeys.Cases, rule.Cases, @case => Write(rule, @case, says.Count > 1));
        }
        else
        {
            When(RuleKeys.When, only.When);
        }

        Section(RuleKeys.RaisedWhen, [.. rule.Moderators.Where(m => m.Direction == Direction.Raised)], moderator => Write(moderator, rule.InLanguages));
        Section(RuleKeys.LoweredWhen, [.. rule.Moderators.Where(m => m.Direction == Direction.Lowered)], moderator => Write(moderator, rule.InLanguages));
        if (says.Count == 1)
        {
            Message(RuleKeys.Says, says[0]);
        }

        yaml.Entry(RuleKeys.Claims.Name, only is null ? [] : [.. only.Claims.Select(claim => claim.Id)]);
        yaml.Entry(RuleKeys.Advises.Name, [.. rule.Recommendations.Where(rule.IsAdvisedAlways).Select(step => step.Code)]);
        Texts(RuleKeys.Caveats, rule.Caveats);
        yaml.Entry(RuleKeys.LeadsTo.Name, [.. rule.LeadsTo]);
        yaml.Entry(RuleKeys.Under.Name, [.. rule.Under]);
        InLanguages(
            RuleKeys.InLanguages, rule.InLanguages,
            (RuleKeys.Title, [rule.Title]), (RuleKeys.StatusNote, rule.StatusNote is null ? [] : [rule.StatusNote]), (RuleKeys.Says, says.Count == 1 ? says : []), (RuleKeys.Caveats, rule.Caveats));
    }

    private void Write(Rule rule, Case @case, bool withMessage)
    {
        yaml.Entry(CaseKeys.Subject.Name, @case.Subject);
        When(CaseKeys.AppliesWhen, @case.AppliesWhen);
        When(CaseKeys.When, @case.When);
        if (@case.Level != rule.Level)
        {
            Write(@case.Level, rule.InLanguages, @case.Subject);
        }

        if (withMessage)
        {
            Message(CaseKeys.Says, @case.Says.Text);
        }

        yaml.Entry(CaseKeys.Claims.Name, [.. @case.Claims.Select(claim => claim.Id)]);
        yaml.Entry(CaseKeys.Advises.Name, [.. @case.Recommendations.Where(step => !rule.IsAdvisedAlways(step)).Select(step => step.Code)]);

        // The caveats of the rule, of its status and of a single source are added when the rule is read.
        string?[] added = [.. rule.Caveats, RuleStatusWords.Caveat(rule.Status, rule.StatusNote), @case.Claims[0].Source.Caveat];
        List<string> caveats = [.. @case.Caveats.Except(added.OfType<string>(), StringComparer.Ordinal)];
        Texts(CaseKeys.Caveats, caveats);

        // A message that is the rule's is in other languages with the rule, but for what this case says of its own.
        InLanguages(
            CaseKeys.InLanguages, [.. rule.InLanguages.Where(text => withMessage || text.English != @case.Says.Text || text.Subject is not null)], @case.Subject,
            (CaseKeys.Subject, [@case.Subject!]), (CaseKeys.Says, [@case.Says.Text]), (CaseKeys.Caveats, caveats));
    }

    private void Write(Moderator moderator, IReadOnlyList<TextInLanguage> inLanguages)
    {
        When(ModeratorKeys.When, moderator.When);
        yaml.Entry(ModeratorKeys.Because.Name, moderator.Because);
        yaml.Entry(ModeratorKeys.Claims.Name, [.. moderator.Claims]);
        InLanguages(ModeratorKeys.InLanguages, inLanguages, (ModeratorKeys.Because, [moderator.Because]));
    }

    private void Write(LevelBasis? level, IReadOnlyList<TextInLanguage> inLanguages, string? subject)
    {
        if (level is null)
        {
            return;
        }

        yaml.Entry(RuleKeys.Level.Name, () => yaml.Map(() =>
        {
            Word(LevelKeys.Is, $"{level.Level}");
            yaml.Entry(LevelKeys.Because.Name, level.Reason);
            if (level.BestConfidence != Confidence.NamedCase)
            {
                Word(LevelKeys.BestConfidence, $"{level.BestConfidence}");
            }

            InLanguages(LevelKeys.InLanguages, inLanguages, subject, (LevelKeys.Because, [level.Reason]));
        }));
    }

    private void When(ConditionKey key, Conditions.Condition? condition)
    {
        if (condition is not null)
        {
            yaml.Entry(key.Name, () => conditions.Write(condition));
        }
    }

    private void Message(TextKey key, string text) =>
        yaml.Entry(key.Name, text.Replace("{partners[].", "{" + ConditionReader.PartnerPrefix, StringComparison.Ordinal));

    private void Texts(TextsKey key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            yaml.Entry(key.Name, () => yaml.List(texts, yaml.Text));
        }
    }

    private void Word(Key key, string word) => yaml.Entry(key.Name, () => yaml.Plain(word));

    private void Day(DayKey key, DateOnly day) => Word(key, CalendarDay.Write(day));

    private void Number(NumberKey key, decimal? number)
    {
        if (number is { } known)
        {
            Word(key, known.ToString("0.####", CultureInfo.InvariantCulture));
        }
    }

    private void Flag(YesNoKey key, bool value, bool usually)
    {
        if (value != usually)
        {
            Word(key, value ? "yes" : "no");
        }
    }

    private static string? OrNothing(string text) => text.Length == 0 ? null : text;
}
