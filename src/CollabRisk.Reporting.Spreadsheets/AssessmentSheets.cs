using System.Globalization;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Reporting.Content;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>The report of one assessment as tables: the same content as the page, in the same order.</summary>
internal sealed class AssessmentSheets(AssessmentContent content, ReportOptions options)
{
    private Assessment Assessment => content.Assessment;

    public IReadOnlyList<Sheet> All() => [Summary(), Findings(), Strengths(), Questions(), Plan(), Context(), Evidence(), Facts()];

    private Sheet Summary()
    {
        var sheet = new Sheet("Summary", new("About", 30), new("Value", 90));
        sheet.Row("Collaboration", Wording.NameOf(Assessment.Collaboration));
        sheet.Row("Facts as of", Assessment.Collaboration.AsOf is { } day ? day : Wording.AsOf(Assessment));
        if (options.MadeOn is { } made)
        {
            sheet.Row("Report made", made);
        }

        sheet.Row("Overall risk", Verdict.Headline(Assessment));
        sheet.Row("What that means", Verdict.InFull(Assessment));
        sheet.Row("Assessable", YesNo(Assessment.Overall.Assessable));
        sheet.Row("At least", Assessment.Overall.AtLeast.ToString());
        sheet.Row("At most", Assessment.Overall.AtMost.ToString());
        sheet.Row("Facts known", Assessment.KnownFacts);
        sheet.Row("Facts in all", Assessment.TotalFacts);
        sheet.Row("Possible risks found", content.Count(RuleState.High, RuleState.Moderate, RuleState.Low));
        sheet.Row("Possible risks ruled out", content.Count(RuleState.Clear));
        sheet.Row("Possible risks that cannot be told", content.Count(RuleState.Open, RuleState.Failed));
        if (Assessment.SwitchedOff.Count > 0)
        {
            sheet.Row("Switched off and not counted", Assessment.SwitchedOff.Count);
            sheet.Row("Worst that is switched off", Assessment.WorstSwitchedOff.ToString());
        }

        sheet.Row("Rules", Wording.Packs(Assessment));
        sheet.Row("Digest of the rules", Assessment.RuleBook.Digest);
        sheet.Row("Bear in mind", "Nothing here is a verdict or a probability. What is not known is not ruled out.");
        return sheet;
    }

    private Sheet Findings()
    {
        var sheet = new Sheet(
            "Findings",
            new("Finding", 9), new("Same matter as", 9), new("Level at least", 11), new("Level at most", 11), new("Support", 18), new("Kind", 11), new("About", 22), new("Title", 28),
            new("What is found", 50), new("Why this level", 40), new("What to do", 50), new("Facts", 45), new("Evidence", 70), new("Keep in mind", 50), new("Chapter", 26), new("Code", 24), new("Fingerprint", 20))
        {
            WhenEmpty = "Nothing is raised by what is known. What is not known is not ruled out.",
        };
        foreach (var card in content.Cards)
        {
            foreach (var finding in card.Findings)
            {
                sheet.Row(
                    card.Number, card.Matter, card.Level.AtLeast.ToString(), card.Level.AtMost.ToString(), finding.Confidence.InWords(), Words.Humanize($"{finding.Kind}"), finding.SubjectInWords, finding.Title,
                    finding.Message, Lines(LevelReasons.Beyond([finding]).Select(reason => $"{reason}").Prepend(Words.Sentence(finding.LevelReason ?? ""))), Steps(finding.Recommendations), Of(finding.Facts), Of(finding.Claims),
                    Reminders(finding), finding.Rule.Chapter, finding.Code, finding.Fingerprint);
            }
        }

        return sheet;
    }

    private Sheet Strengths()
    {
        var sheet = new Sheet(
            "Strengths", new("Title", 30), new("About", 24), new("What is strong", 60), new("Support", 18), new("Facts", 45), new("Evidence", 70), new("Keep in mind", 50), new("Code", 24))
        {
            WhenEmpty = "No strength is shown by what is known. That does not mean that there is none.",
        };
        foreach (var finding in content.OfKind(FindingKind.Strength))
        {
            sheet.Row(finding.Title, finding.SubjectInWords, finding.Message, finding.Confidence.InWords(), Of(finding.Facts), Of(finding.Claims), Reminders(finding), finding.Code);
        }

        return sheet;
    }

    private Sheet Questions()
    {
        var sheet = new Sheet("Open questions", new("Question", 60), new("Answers", 45), new("At stake", 16), new("Could settle", 60), new("Area", 18), new("Fact", 40)) { WhenEmpty = "No question is open." };
        foreach (var question in Assessment.OpenQuestions)
        {
            sheet.Row(
                question.Question, question.AllowedAnswers, question.Worst == Level.None ? "no level" : $"up to {question.Worst}", Lines(question.CouldSettle.Select(code => $"{content.TitleOf(code)}").Distinct(StringComparer.Ordinal)),
                question.CouldSettle.Count > 0 ? Wording.Of(Assessment.RuleBook.Find(question.CouldSettle[0])!.Area).Name : "", question.Path);
        }

        return sheet;
    }

    private Sheet Plan()
    {
        var sheet = new Sheet("Action plan", new("Step", 70), new("For finding", 16), new("Whose step", 24), new("Owner", 24), new("By when", 16)) { WhenEmpty = "No step is called for by what is known." };
        foreach (var step in content.Plan)
        {
            sheet.Row(
                step.Step.Text, step.For.Count == 0 ? "called for by the facts" : string.Join(", ", step.For.Select(card => card.Number.ToString(CultureInfo.InvariantCulture))),
                step.Step.IsDerived ? Wording.OurStep : "of the sources", null, null);
        }

        return sheet;
    }

    private Sheet Context()
    {
        var sheet = new Sheet("Context", new("What it is", 26), new("Title", 34), new("Text", 90), new("Support", 18), new("Code", 24)) { WhenEmpty = "There is nothing more to say." };
        foreach (var finding in new[] { FindingKind.Diagnostic, FindingKind.Context, FindingKind.Caveat, FindingKind.DataGap }.SelectMany(content.OfKind))
        {
            sheet.Row(Wording.Of(finding.Kind), finding.Title, finding.Message, finding.Confidence.InWords(), finding.Code);
        }

        foreach (var finding in Assessment.SwitchedOff)
        {
            sheet.Row(
                "switched off and not counted", finding.Title,
                $"{finding.Message} {(finding.Level is { } level ? $"It would be {level}. " : "")}{string.Join(" ", finding.Overrides.Select(change => LevelReasons.Overridden(change, finding.Rule.Language)))}", finding.Confidence.InWords(), finding.Code);
        }

        foreach (var finding in Assessment.HostFindings)
        {
            sheet.Row("not counted in the range", finding.Title, $"{finding.Message} {(finding.Level is { } level ? $"Level: {level}. " : "")}Judged by {finding.JudgedBy}.", null, finding.Code);
        }

        foreach (var failed in Assessment.Outcomes.Values.Where(outcome => outcome.Outcome == Outcome.Error))
        {
            sheet.Row("a rule that failed", failed.Rule.Title, $"No one knows what it would have found. {failed.Error}", null, failed.Rule.Code);
        }

        foreach (var note in Assessment.FactNotes)
        {
            sheet.Row("facts to check", null, note, null, null);
        }

        foreach (var unread in Assessment.UnreadFacts)
        {
            var packs = unread.Packs.Count > 0 ? $"It is read by the pack {Words.List(unread.Packs, "or")}, which was not used." : "No rule here reads it.";
            sheet.Row("given, and read by no rule here", Words.Capitalize($"{Wording.Meaning(unread.Fact)}"), packs, null, null);
        }

        foreach (var path in Assessment.UnreadExtensions)
        {
            sheet.Row("given, and read by no rule here", path, Words.Capitalize(Assessment.WhyUnread(path)), null, null);
        }

        return sheet;
    }

    private Sheet Evidence()
    {
        var sheet = new Sheet("Evidence", new("What it is", 22), new("Source", 70), new("What it can bear", 90), new("Statements used here", 12), new("Id", 24)) { WhenEmpty = "The rules that were used say nothing about their evidence as a whole." };
        foreach (var note in Assessment.Notes.Where(note => note.About.Count == 0))
        {
            sheet.Row("the evidence as a whole", null, note.Text, null, null);
        }

        foreach (var (source, times) in content.Sources)
        {
            sheet.Row("a source", source.Whereabouts() is { Length: > 0 } where ? Words.Sentence(source.Title) + where : source.Title, source.Weight, times, source.Id);
        }

        foreach (var tension in Assessment.Tensions)
        {
            sheet.Row("where the sources differ", $"{tension.OneSide} But: {tension.OtherSide}", tension.Handling, null, tension.Id);
        }

        return sheet;
    }

    private Sheet Facts()
    {
        var sheet = new Sheet("Facts", new("Fact", 60), new("Partner", 30), new("Value", 40), new("What was said about it", 60), new("Path", 44)) { WhenEmpty = "No fact is known." };
        foreach (var fact in Assessment.Facts)
        {
            sheet.Row(Words.Capitalize($"{Wording.Meaning(fact.Fact)}"), fact.PartnerName, Value(fact), Lines([fact.FollowsFrom is { } origin ? $"Follows from {origin}." : "", Said(fact.Path)]), fact.Path);
        }

        // Whom to ask is said of facts that are not known, and is needed most there.
        var known = Assessment.Facts.Select(fact => fact.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Assessment.Collaboration.Remarks.Select(remark => remark.Fact).Distinct(StringComparer.Ordinal).Where(path => !known.Contains(path)))
        {
            sheet.Row(null, null, Wording.NotKnown, Said(path), path);
        }

        return sheet;
    }

    /// <summary>The value of a fact: a number or a day as such, so that it sorts, and all else in words.</summary>
    private static object Value(FactReading fact) => Fact.IsValue(fact.Code) && fact.Fact.Type is FactType.Number or FactType.WholeNumber or FactType.Date
        ? fact.Fact.ValueOf(fact.Code)
        : fact.Value;

    private string Said(string path) => Lines(Assessment.Collaboration.Remarks.On(path).Select(remark => remark.InWords));

    internal static string YesNo(bool yes) => yes ? "yes" : "no";

    internal static string Steps(IEnumerable<Recommendation> steps) => Lines(steps.Select(step => step.IsDerived ? $"{step.Text} ({Wording.OurStep})" : step.Text));

    private static string Of(IEnumerable<FactReading> facts) => Lines(facts.Select(fact => $"{Wording.Known(fact)}"));

    private static string Of(IEnumerable<Claim> claims) => Lines(claims.Select(claim => $"{claim.Paraphrase}{claim.Quoted()} [{claim.Source.Id}, {claim.Locator}; {claim.Id}; {claim.Strength.InWords()}]"));

    private static string Reminders(Finding finding) => Lines(finding.Caveats.Concat(finding.Notes).Distinct(StringComparer.Ordinal));

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Where(text => text.Length > 0));
}
