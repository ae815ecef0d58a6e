using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Format;

/// <summary>The manifest: what the pack is.</summary>
internal static class ManifestKeys
{
    public static readonly TextKey Id = new("id", "The permanent id: small letters and digits in words joined by dots or hyphens.") { IsRequired = true, Pattern = Spelling.PackId };
    public static readonly TextKey Version = new("version", "The semantic version of this text of the pack, such as 1.0.0.") { IsRequired = true, Pattern = @"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$" };
    public static readonly TextKey Title = new("title", "What the pack is, in a few words.") { IsRequired = true };
    public static readonly TextKey Description = new("description", "What the pack holds and for whom.");
    public static readonly TextKey Licence = new("licence", "Under which licence others may use the pack, such as CC-BY-4.0.") { IsRequired = true };
    public static readonly TextsKey Authors = new("authors", "Who wrote it.") { IsRequired = true };
    public static readonly DayKey Date = new("date", "The day of this version, such as 2026-11-22.") { IsRequired = true };
    public static readonly TextKey Engine = new("engine", "The versions of CollabRisk for which the rules were written, such as '>=0.1.0 <1.0.0'.") { IsRequired = true };
    public static readonly NumberKey FactModel = new("fact model", "The version of the fact model for which the rules were written: 1 or 2. A pack of an earlier version is read where nothing that it asks has changed.");
    public static readonly TextKey Prefix = new("prefix", "The first word of all codes that the pack owns, such as RCR for RCR-ROTA-ABSENT. No other pack can use it.") { Pattern = Spelling.Code };

    public static readonly Shape Shape = new("a manifest", "What the pack is.", Id, Version, Title, Description, Licence, Authors, Date, Engine, FactModel, Prefix);
}

/// <summary>A fact that the pack adds to the model.</summary>
internal static class FactKeys
{
    public static readonly TextKey Name = new("name", "The name, such as rotaShared, or a group and a name, such as rota.shared. Conditions give it as extensions.<prefix>.<name>; in JSON a group is an object.") { IsRequired = true, Pattern = @"^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$", Defines = Named.Fact };
    public static readonly WordKey<FactType> Type = new("type", "What values it takes.") { IsRequired = true };
    public static readonly TextKey Meaning = new("meaning", "What it means.") { IsRequired = true };
    public static readonly TextKey Question = new("question", "A plain question that someone in the collaboration can answer.") { IsRequired = true };
    public static readonly TextKey CodingNote = new("coding note", "How to answer so that two people would answer alike: what counts, what does not, and an example on either side of the line.");
    public static readonly TextsKey Words = new("words", "The words that a Word or Words fact may take; in rising order where it is ordered.");
    public static readonly YesNoKey Ordered = new("ordered", "Whether the words are in rising order, so that rules may ask for 'below' and 'at least'. No, if left out.");
    public static readonly NumberKey Minimum = new("minimum", "The smallest number allowed.");
    public static readonly NumberKey Maximum = new("maximum", "The largest number allowed.");
    public static readonly WordKey<FactDirection> Better = new("better", "Which values are better: yes or no of a yes/no fact, higher or lower of a number or of words in order, or neutral. A worse value must never give a better result, and remedies only move the fact to the better.") { Words = ["yes", "no", "higher", "lower", "neutral"] };
    public static readonly TextKey NeutralBecause = new("neutral because", "Why no value is better than another, as a clause; only of a neutral fact.");
    public static readonly YesNoKey PerPartner = new("per partner", "Whether each partner has a value of its own. No, if left out.");
    public static readonly YesNoKey Changeable = new("changeable", "Whether those responsible can change it, so that it can be a remedy. Yes, if left out.");
    public static readonly YesNoKey Outcome = new("outcome", "Whether it records how the collaboration turned out; risks do not read such facts. No, if left out.");

    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a fact", Meaning, Words);

    public static readonly Shape Shape = new("a fact", "A fact that the pack adds to the model.", Name, Type, Meaning, Question, CodingNote, Words, Ordered, Minimum, Maximum, Better, NeutralBecause, PerPartner, Changeable, Outcome, InLanguages);
}

/// <summary>A word that the pack adds to a fact of the library.</summary>
internal static class AddedWordKeys
{
    public static readonly TextKey Fact = new("fact", "The path of the fact, one whose list of words is open: partner.sector, form or context.jurisdiction.") { IsRequired = true };
    public static readonly TextKey Word = new("word", "The word, such as HousingAssociation. Conditions, tests and JSON write it with the prefix of the pack, such as gdn.HousingAssociation.") { IsRequired = true, Pattern = ExtensionForm.Word };
    public static readonly TextKey CountsAs = new("counts as", "The word of the library that it is to every rule that does not name it: such a rule asks for the one and finds the other.") { IsRequired = true };
    public static readonly TextKey Meaning = new("meaning", "What it means, so that two people would choose it for the same partners.") { IsRequired = true };

    public static readonly Shape Shape = new("an added word", "A word that the pack adds to a fact of the library, as one more answer to its question.", Fact, Word, CountsAs, Meaning);
}

/// <summary>A document on which claims rest.</summary>
internal static class SourceKeys
{
    public static readonly TextKey Id = new("id", "A short permanent name, such as control-room-review.") { IsRequired = true, Pattern = Spelling.EvidenceId, Defines = Named.Source };
    public static readonly TextKey Title = new("title", "Authors, title and kind of document, enough to find it.") { IsRequired = true };
    public static readonly TextKey Weight = new("weight", "What the document can carry: what was studied, and what is missing from it.") { IsRequired = true };
    public static readonly TextKey Caveat = new("caveat", "A caveat for findings that rest on this source alone.");
    public static readonly TextKey Publisher = new("publisher", "Who published it.");
    public static readonly PublishedKey Date = new("date", "When it was published: a year, a month or a day, such as 2005, 2005-10 or 2005-10-26.");
    public static readonly TextKey Address = new("address", "Where its publisher has it, such as https://www.example.org/review.pdf.") { Pattern = "^https?://" };
    public static readonly TextKey Extract = new("extract", "What of it was read, where that is not all of it, such as 'the summary and part 3'. Reports say so.");

    public static readonly Shape Shape = new("a source", "A document on which claims rest.", Id, Title, Publisher, Date, Address, Extract, Weight, Caveat);
}

/// <summary>A statement of a source.</summary>
internal static class ClaimKeys
{
    public static readonly TextKey Id = new("id", "The permanent id, such as RCR-1.") { IsRequired = true, Pattern = Spelling.EvidenceId, Defines = Named.Claim };
    public static readonly TextKey Source = new("source", "The id of the source.") { IsRequired = true, Names = Named.Source };
    public static readonly TextKey Place = new("place", "Where in the source: section, page or line.") { IsRequired = true };
    public static readonly TextKey Says = new("says", "What the source says, in your own words.") { IsRequired = true };
    public static readonly WordKey<Polarity> About = new("about", "What the statement is about.") { IsRequired = true };
    public static readonly WordKey<Confidence> Strength = new("strength", "What supports it, best first: an explicit finding from a named case; literature that the source cites; what an auditor or inspector found over many cases; a survey; what a standard or such a body asks for; the source's own assertion; that of an abstract alone; or something only implied.") { IsRequired = true };
    public static readonly TextKey Basis = new("basis", "The case, the literature or the survey that the source names for it.");
    public static readonly TextKey Quotation = new("quotation", "A few words of the source itself, at most 300 characters, where its licence or fair use allows.");
    public static readonly WordKey<ClaimUse> Use = new("use", "Where the claim lives. Rule, if left out.");
    public static readonly TextsKey Related = new("related", "The ids of other claims that say more about it.") { Names = Named.Claim };

    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a claim", Says);

    public static readonly Shape Shape = new("a claim", "A statement of a source, in your own words, with its place.", Id, Source, Place, Says, Quotation, About, Strength, Basis, Use, Related, InLanguages);
}

/// <summary>Something that the reader can do.</summary>
internal static class AdviceKeys
{
    public static readonly TextKey Code = new("code", "The permanent code, such as RCR-SHARE-ROTA.") { IsRequired = true, Pattern = Spelling.Code, Defines = Named.Advice };
    public static readonly TextKey Says = new("says", "What to do, as an instruction.") { IsRequired = true };
    public static readonly TextsKey Claims = new("claims", "The ids of the claims it rests on.") { Names = Named.Claim };
    public static readonly YesNoKey Derived = new("derived", "Whether the step is yours: the sources name the trouble but not this remedy. No, if left out.");

    public static readonly ConditionKey DoneWhen = new("done when", "When the step is done: then it is not advised again, but named as in place. Never, if left out.");
    public static readonly ConditionKey DoneForPartnerWhen = new("done for partner when", "The same, asked of the partner that a finding is about; of a finding about the collaboration, of every partner.");

    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a recommendation", Says);

    public static readonly Shape Shape = new("a recommendation", "Something that the reader can do.", Code, Says, Claims, Derived, DoneWhen, DoneForPartnerWhen, InLanguages);
}

/// <summary>Other words for a question.</summary>
internal static class WordingKeys
{
    public static readonly TextKey Fact = new("fact", "The path of the fact, such as vision.exists, partner.role or extensions.rcr.rotaShared.") { IsRequired = true };
    public static readonly TextKey Language = new("language", "The language of the words, such as nl or de-AT. Left out for words that are used whatever the language.") { Pattern = Spelling.Language };
    public static readonly TextKey Question = new("question", "The question. What it means, and which answers it takes, stays as it is.") { IsRequired = true };
    public static readonly TextKey CodingNote = new("coding note", "How to answer so that two people would answer alike; the library's note, if left out.");
    public static readonly TextKey AllowedAnswers = new("allowed answers", "What may be answered, in words; the library's words, if left out. The values stay the same.");
    public static readonly TextKey Reason = new("reason", "What the question is about, for the person who is asked; the library's sentence, if left out.");

    public static readonly Shape Shape = new("a wording", "Other words for a question, for the setting or the language of those whom the pack is for.", Fact, Language, Question, CodingNote, AllowedAnswers, Reason);
}

/// <summary>
/// What texts are in other languages: beside the texts that readers see, a list with an entry for each language, which has the keys that the texts have in
/// English. It is the same wherever there are such texts.
/// </summary>
internal static class InLanguages
{
    public const string Name = "in languages";

    public static readonly TextKey Language = new("language", "The language, such as nl or de-AT.") { IsRequired = true, Pattern = Spelling.Language };

    /// <summary>The key for some texts.</summary>
    /// <param name="what">What has the texts, with its article: "a rule".</param>
    /// <param name="texts">Their keys.</param>
    public static MapsKey Of(string what, params Key[] texts) => new(
        Name, "The same texts in other languages, for those who ask for one. It changes no result.",
        new Shape($"{what} in a language", $"What readers see of {what}, in another language.", [Language, .. texts.Select(InLanguage)]));

    private static Key InLanguage(Key key) => key with
    {
        IsRequired = false,
        About = key is TextsKey
            ? $"What '{key.Name}' are in the language, as many and in the same order; in English, if left out."
            : $"What '{key.Name}' is in the language{(key is TextKey { HasPlaces: true } ? ", with the same places in braces" : "")}; in English, if left out.",
    };
}

/// <summary>Something to be said that is not a finding.</summary>
internal static class NoteKeys
{
    public static readonly TextKey Says = new("says", "What is to be said.") { IsRequired = true };
    public static readonly TextsKey Claims = new("claims", "The ids of the claims behind it.") { Names = Named.Claim };
    public static readonly TextsKey About = new("about", "The codes of the rules with whose findings it appears; left out for a note about the evidence as a whole.") { Names = Named.Rule };
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a note", Says);

    public static readonly Shape Shape = new("a note", "Something to be said that is not a finding: about the evidence as a whole, or next to the findings that it qualifies.", Says, Claims, About, InLanguages);
}

/// <summary>Two things that sources say and that do not agree.</summary>
internal static class TensionKeys
{
    public static readonly TextKey Id = new("id", "The permanent id, such as RCR-T1.") { IsRequired = true, Pattern = Spelling.EvidenceId };
    public static readonly TextKey OneSide = new("one side", "What one side says.") { IsRequired = true };
    public static readonly TextKey OtherSide = new("other side", "What the other side says.") { IsRequired = true };
    public static readonly TextKey Handling = new("handling", "How the pack deals with it.") { IsRequired = true };
    public static readonly TextsKey Claims = new("claims", "The ids of the claims on both sides.") { IsRequired = true, Names = Named.Claim };
    public static readonly TextsKey One = new("one", "The codes of the rules on the one side.") { Names = Named.Rule };
    public static readonly TextsKey Other = new("other", "The codes of the rules on the other side.") { Names = Named.Rule };
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a tension", OneSide, OtherSide, Handling);

    public static readonly Shape Shape = new("a tension", "Two things that sources say and that do not agree, or pull in different directions.", Id, OneSide, OtherSide, Handling, Claims, One, Other, InLanguages);
}

/// <summary>A level, with the reason for it.</summary>
internal static class LevelKeys
{
    public static readonly WordKey<Level> Is = new("is", "The level: Low, Moderate or High.") { IsRequired = true, Words = Levels };

    /// <summary>The levels that a rule can have. What is raised is never of no level.</summary>
    public static IReadOnlyList<string> Levels => [nameof(Level.Low), nameof(Level.Moderate), nameof(Level.High)];

    public static readonly TextKey Because = new("because", "What the sources say that gives the level, as a clause: 'a source ties it to failure'.") { IsRequired = true };
    public static readonly WordKey<Confidence> BestConfidence = new("best confidence", "The best confidence that findings can have, whatever their claims: Implied for a step of your own. NamedCase, if left out.");
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a level", Because);

    public static readonly Shape Shape = new("a level", "How grave it is, and why. The sources give no weights, so the level follows what they say.", Is, Because, BestConfidence, InLanguages);
}

/// <summary>Something that moves the level by one step.</summary>
internal static class ModeratorKeys
{
    public static readonly ConditionKey When = new("when", "When it does.") { IsRequired = true };
    public static readonly TextKey Because = new("because", "Why, as a clause that follows 'because'.") { IsRequired = true };
    public static readonly TextsKey Claims = new("claims", "The ids of the claims on which this rests.") { Names = Named.Claim };
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a moderator", Because);

    public static readonly Shape Shape = new("a moderator", "Something that moves the level by one step. It never takes the finding away.", When, Because, Claims, InLanguages);
}

/// <summary>One case of a rule.</summary>
internal static class CaseKeys
{
    public static readonly TextKey Subject = new("subject", "What the case is about; unique in the rule.") { IsRequired = true };
    public static readonly ConditionKey AppliesWhen = new("applies when", "Where the case applies, in addition to the rule's own guard.");
    public static readonly ConditionKey When = new("when", "When the case is raised.") { IsRequired = true };
    public static readonly MapKey Level = new("level", "The level of the case, where it differs from the rule's.", LevelKeys.Shape);
    public static readonly TextKey Says = new("says", "The message of the case, where it differs from the rule's.") { HasPlaces = true };
    public static readonly TextsKey Claims = new("claims", "The ids of the claims on which the case rests, in addition to the rule's.") { Names = Named.Claim };
    public static readonly TextsKey Advises = new("advises", "The codes of the recommendations that help with this case alone, in addition to the rule's.") { Names = Named.Advice };
    public static readonly TextsKey Caveats = new("caveats", "What limits a finding of the case, in addition to the rule's caveats.");
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a case", Subject, Says, Caveats);

    public static readonly Shape Shape = new("a case", "A case of the rule with a subject, a condition and claims of its own, such as one pairing of a table.", Subject, AppliesWhen, When, Level, Says, Claims, Advises, Caveats, InLanguages);
}

/// <summary>A rule.</summary>
internal static class RuleKeys
{
    public static readonly TextKey Code = new("code", "The permanent code, such as RCR-ROTA-ABSENT; it begins with the pack's prefix.") { IsRequired = true, Pattern = Spelling.Code, Defines = Named.Rule };
    public static readonly WordKey<FindingKind> Kind = new("kind", "What a finding of the rule is.") { IsRequired = true };
    public static readonly TextKey Title = new("title", "What the rule is about, in a few words.") { IsRequired = true };
    public static readonly WordKey<RuleStatus> Status = new("status", "How far the rule can be relied on. Stable, if left out.");
    public static readonly TextKey StatusNote = new("status note", "What to use instead of a deprecated rule, or what an experimental one still lacks.");
    public static readonly MapKey Level = new("level", "The level of a risk or mismatch; other kinds have none.", LevelKeys.Shape);
    public static readonly ConditionKey AppliesWhen = new("applies when", "Only where this holds does the rule apply at all; where it is unknown, the rule stays undetermined.");
    public static readonly EachKey ForEach = new("for each", "'partner': the rule is asked of each partner, and each one of whom it holds gives a finding. Or yes/no facts: 'flags of' a group, or a list of 'facts', each of which 'is' yes or no gives a finding.");
    public static readonly ConditionKey When = new("when", "When the rule is raised. An unknown fact satisfies neither a condition nor its negation.");
    public static readonly TextsKey BuildsOn = new("builds on", "Codes of rules that must all be raised too.") { Names = Named.Rule };
    public static readonly MapsKey Cases = new("cases", "Cases with a subject, a condition and claims of their own; then the rule has no condition next to them.", CaseKeys.Shape);
    public static readonly MapsKey RaisedWhen = new("raised when", "What raises the level by one step.", ModeratorKeys.Shape);
    public static readonly MapsKey LoweredWhen = new("lowered when", "What lowers the level by one step. It never takes the finding away.", ModeratorKeys.Shape);
    public static readonly TextKey Says = new("says", "What a finding says: one sentence. {subject} stands for the subject, {workload.staffAfter} for the value of a fact, {partner.role} for that of the partner.") { HasPlaces = true };
    public static readonly TextsKey Claims = new("claims", "The ids of the claims on which the rule rests, of this pack or of another.") { Names = Named.Claim };
    public static readonly TextsKey Advises = new("advises", "The codes of the recommendations, the first thing to do first.") { Names = Named.Advice };
    public static readonly TextsKey Caveats = new("caveats", "What limits a finding: the sources' own reservations, and what you derived.");
    public static readonly TextsKey Subjects = new("subjects", "What the findings are about, of a rule for each of some facts.");
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a rule", Title, StatusNote, Says, Caveats, Subjects);
    public static readonly TextsKey LeadsTo = new("leads to", "The codes of the next links of the sources' causal chain. A link is shown where both findings are there; it raises nothing.") { Names = Named.Rule };
    public static readonly TextsKey Under = new("under", "The code of the rule whose matter this one is about too, of this pack or of another: where both are raised, the finding appears under the other's. Of several, the first that is raised counts.") { Names = Named.Rule };

    public static readonly Shape Shape = new(
        "a rule", "One question about a collaboration, with its permanent code and the claims it rests on.",
        Code, Kind, Title, Status, StatusNote, Level, AppliesWhen, ForEach, When, BuildsOn, Cases, RaisedWhen, LoweredWhen, Says, Claims, Advises, Caveats, LeadsTo, Under, InLanguages);
}

/// <summary>The rules under one heading.</summary>
internal static class ChapterKeys
{
    public static readonly TextKey Heading = new("heading", "The heading, as a reader of the sources knows it.") { IsRequired = true };
    public static readonly WordKey<Area> Area = new("area", "The area of the chapter's factors in the borrowed typology.") { IsRequired = true };
    public static readonly WordKey<Tier> Tier = new("tier", "The level at which the chapter's factors lie. OutsideThePaper, if left out.");
    public static readonly WordKey<Level> HighestLevel = new("highest level", "The highest level that findings of the chapter can reach. High, if left out.") { Words = LevelKeys.Levels };
    public static readonly MapsKey Rules = new("rules", "The rules, one after the other.", RuleKeys.Shape) { IsRequired = true };
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a chapter", Heading);

    public static readonly Shape Shape = new("a chapter", "The rules under one heading of the sources.", Heading, Area, Tier, HighestLevel, InLanguages, Rules);
}

/// <summary>What an override changes about one case.</summary>
internal static class CaseChangeKeys
{
    public static readonly ConditionKey AppliesWhen = new("applies when", "Another guard of the case, in addition to the rule's own.");
    public static readonly ConditionKey When = new("when", "Another condition, such as another form for a driver.");
    public static readonly MapKey Level = new("level", "Another level, with its reason.", LevelKeys.Shape);
    public static readonly TextKey Says = new("says", "Another message.") { HasPlaces = true };
    public static readonly TextsKey Claims = new("claims", "The claims on which the case rests from now on, in place of all it rested on.") { Names = Named.Claim };
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a changed case", Says);

    public static readonly Shape Shape = new("a changed case", "What is changed about the case; what is left out stays as it is.", AppliesWhen, When, Level, Says, Claims, InLanguages);
}

/// <summary>A change to a rule of another pack.</summary>
internal static class OverrideKeys
{
    public static readonly TextKey Rule = new("rule", "The code of the rule.") { IsRequired = true, Names = Named.Rule };
    public static readonly TextKey Case = new("case", "The subject of the one case that is meant, such as a pairing; left out for the whole rule.");
    public static readonly TextKey Reason = new("reason", "Why. Readers of an assessment see it.") { IsRequired = true };
    public static readonly TextKey Author = new("author", "Who decided it.") { IsRequired = true };
    public static readonly DayKey Expires = new("expires", "The last day on which it holds; left out where it has no end.");
    public static readonly YesNoKey SwitchOff = new("switch off", "Yes: the rule, or the case, does not count any more. Its findings are set apart in the assessment, with the reason.");
    public static readonly WordKey<Level> Level = new("level", "Another level before moderators: Low, Moderate or High.") { Words = LevelKeys.Levels };
    public static readonly MapKey RaisedWhen = new("raised when", "Something more that raises the level by one step.", ModeratorKeys.Shape);
    public static readonly MapKey LoweredWhen = new("lowered when", "Something more that lowers the level by one step.", ModeratorKeys.Shape);
    public static readonly MapKey ChangeCase = new("change case", "What is different about the case from now on, such as another form for a driver.", CaseChangeKeys.Shape);
    public static readonly MapKey AddCase = new("add case", "One case more, such as a pairing that the rule does not list.", CaseKeys.Shape);
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("an override", Reason);

    public static readonly Shape Shape = new(
        "an override", "One change to a rule of another pack, with the reason: switch off, level, raised when, lowered when, change case or add case.",
        Rule, Case, Reason, Author, Expires, SwitchOff, Level, RaisedWhen, LoweredWhen, ChangeCase, AddCase, InLanguages);

    /// <summary>The keys of which an override has one.</summary>
    public static readonly IReadOnlyList<Key> Changes = [SwitchOff, Level, RaisedWhen, LoweredWhen, ChangeCase, AddCase];
}

/// <summary>The range that a test expects.</summary>
internal static class RangeKeys
{
    public static readonly WordKey<Level> AtLeast = new("at least", "The lower end: what the raised findings already show. None, where no risk and no mismatch is raised.");
    public static readonly WordKey<Level> AtMost = new("at most", "The upper end: what it would come to if the unknown facts turned out badly.");

    public static readonly Shape Shape = new("a range", "The ends of the overall range, exactly; an end that is left out may be any.", AtLeast, AtMost);
}

/// <summary>A test of the pack's rules.</summary>
internal static class TestKeys
{
    public static readonly TextKey Name = new("name", "What the test shows; unique in the pack.") { IsRequired = true };
    public static readonly TextKey CaseFile = new("case file", "A collaboration as JSON in the folder of the pack, from which the test starts.") { Names = Named.File };
    public static readonly FactsKey Facts = new("facts", "What is known, as paths with values, or 'does not apply' for one; everything else is unknown. 'partners' has a list, each with a 'name'.");
    public static readonly OutcomesKey Raises = new("raises", "Rules that must be raised: codes, or 'rule' with 'subject', 'level', 'under' and 'says'.") { Names = Named.Rule };
    public static readonly OutcomesKey Clear = new("clear", "Rules that must stay clear.") { Names = Named.Rule };
    public static readonly OutcomesKey Undetermined = new("undetermined", "Rules that must stay undetermined.") { Names = Named.Rule };
    public static readonly OutcomesKey NotApplicable = new("not applicable", "Rules that must not apply.") { Names = Named.Rule };

    public static readonly MapKey Overall = new("overall", "The overall range, over the rules of all packs that are loaded.", RangeKeys.Shape);
    public static readonly TextsKey Asks = new("asks", "Facts that must be among the open questions, as paths; 'partner.role' is asked of any partner, 'partners[Police].role' of the one.");

    public static readonly Shape Shape = new("a test", "What is known of a collaboration, and what the rules must make of it.", Name, CaseFile, Facts, Raises, Clear, Undetermined, NotApplicable, Overall, Asks);
}

/// <summary>Tests that differ in a few facts, as a table: each row is one.</summary>
internal static class TableTestKeys
{
    public static readonly TextKey Name = new("name", "What the table shows; unique in the pack.") { IsRequired = true };
    public static readonly TextKey CaseFile = new("case file", "A collaboration as JSON in the folder of the pack, from which every row starts.") { Names = Named.File };
    public static readonly FactsKey Facts = new("facts", "What is known in every row, as in a test. A cell of the row comes on top of it.");
    public static readonly TextsKey Columns = new("columns", "What the cells of a row are, in their order: paths of facts, then codes of rules, 'overall' and 'asks'.") { IsRequired = true };
    public static readonly RowsKey Rows = new("rows", "A list of cells for each row. Of a fact, its value, 'unknown' or 'does not apply'; of a rule, 'raised', 'clear', 'undetermined', 'not applicable', the level at which it is raised, or in curly brackets its 'subject', 'level', 'under' and 'says'. Of 'overall', a level or its ends in curly brackets; of 'asks', a path or a list of them. '~' says nothing.") { IsRequired = true };

    public static readonly Shape Shape = new("a table test", "Tests that differ in a few facts, as a table: each row is a test.", Name, CaseFile, Facts, Columns, Rows);
}

/// <summary>A warning of the static checks that the author means.</summary>
internal static class AcceptedWarningKeys
{
    public static readonly TextKey Warning = new("warning", "The code of the warning, such as CRP611.") { IsRequired = true, Pattern = "^CRP6[0-9][0-9]$", Names = Named.Warning };
    public static readonly TextKey About = new("about", "The code of the rule or of the recommendation, the id of the claim or the source, the name of the fact or of the file that it is about; left out for all of the pack.");
    public static readonly TextKey Reason = new("reason", "Why it is meant as it is.") { IsRequired = true };

    public static readonly Shape Shape = new("an accepted warning", "A warning of 'collabrisk pack check' that is meant as it is. It is not told any more; one that is not there any longer is.", Warning, About, Reason);
}

/// <summary>A code that a rule of the pack had.</summary>
internal static class RetiredKeys
{
    public static readonly TextKey Code = new("code", "The code that the rule had. It is never used again.") { IsRequired = true, Pattern = Spelling.Code };
    public static readonly TextsKey ReplacedBy = new("replaced by", "The codes of the rules that say it now; left out where none does.") { Names = Named.Rule };
    public static readonly TextKey Since = new("since", "The version of the pack that has it no longer, such as 1.1.0.") { IsRequired = true };
    public static readonly TextKey Why = new("why", "Why, as a sentence. Whoever names the code reads it.") { IsRequired = true };
    public static readonly MapsKey InLanguages = Format.InLanguages.Of("a retired code", Why);

    public static readonly Shape Shape = new("a retired code", "The code of a rule that the pack had and has no longer.", Code, ReplacedBy, Since, Why, InLanguages);
}

/// <summary>The sections of a file. A pack is one file, or a folder of files whose sections count together.</summary>
internal static class FileKeys
{
    public static readonly MapKey Pack = new("pack", "The manifest: what the pack is. Exactly one file of a pack has it.", ManifestKeys.Shape);
    public static readonly MapsKey Facts = new("facts", "Facts that the pack adds to the model.", FactKeys.Shape);
    public static readonly MapsKey Words = new("words", "Words that the pack adds to facts of the library.", AddedWordKeys.Shape);
    public static readonly MapsKey Sources = new("sources", "The documents on which the claims rest.", SourceKeys.Shape);
    public static readonly MapsKey Claims = new("claims", "Statements of the sources, in your own words.", ClaimKeys.Shape);
    public static readonly MapsKey Recommendations = new("recommendations", "What readers can do.", AdviceKeys.Shape);
    public static readonly MapsKey Notes = new("notes", "Notes about the evidence, or next to findings.", NoteKeys.Shape);
    public static readonly MapsKey Tensions = new("tensions", "What the sources say that does not agree.", TensionKeys.Shape);
    public static readonly MapsKey Chapters = new("chapters", "The rules, under the headings of their sources.", ChapterKeys.Shape);
    public static readonly MapsKey Overrides = new("overrides", "Changes to rules of other packs, each with a reason.", OverrideKeys.Shape);
    public static readonly MapsKey Retired = new("retired", "Codes of rules that the pack had and has no longer. Whoever names one hears what replaced it.", RetiredKeys.Shape);
    public static readonly MapsKey Wordings = new("wordings", "Other words for questions, for the setting or the languages of those whom the pack is for.", WordingKeys.Shape);
    public static readonly MapsKey Tests = new("tests", "Tests of the pack's rules.", TestKeys.Shape);
    public static readonly MapsKey TableTests = new("table tests", "Tests of the pack's rules as tables, for those that differ in a few facts.", TableTestKeys.Shape);
    public static readonly MapsKey AcceptedWarnings = new("accepted warnings", "Warnings of 'collabrisk pack check' that are meant as they are, each with a reason.", AcceptedWarningKeys.Shape);

    public static readonly Shape Shape = new("a pack file", "A file of a CollabRisk rule pack.", Pack, Facts, Words, Sources, Claims, Recommendations, Notes, Tensions, Chapters, Overrides, Retired, Wordings, Tests, TableTests, AcceptedWarnings);
}
