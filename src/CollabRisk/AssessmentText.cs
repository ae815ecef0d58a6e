using System.Globalization;
using CollabRisk.Evidence;
using CollabRisk.Questions;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>
/// Writes an assessment for people. What a chief officer needs is on the first screen: the overall range, how much is
/// known, and each risk in one line; the reasons follow, then what is strong, what to do and what no one knows.
/// </summary>
/// <param name="page">Where to write.</param>
/// <param name="all">Whether every finding is shown in full and every list to its end.</param>
internal sealed class AssessmentText(TextPage page, bool all)
{
    private const int MostAtAGlance = 12;
    private const int MostInFull = 5;
    private const int MostInBrief = 8;
    private const int MostConsequences = 4;
    private const int MostSteps = 5;
    private const int MostQuestions = 6;
    private const int MostCodes = 4;

    /// <summary>The column at which the text next to a label begins.</summary>
    private const int LabelWidth = 16;

    /// <summary>What limits findings or says how to read them, with the finding under which it was said: each is said once.</summary>
    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);

    /// <summary>The whole report.</summary>
    public static string Of(Assessment assessment, AssessmentTextOptions options)
    {
        var page = new TextPage(options.Width, options.IsColoured);
        new AssessmentText(page, options.Detail == AssessmentDetail.Full).Write(assessment);
        return page.ToString();
    }

    private void Write(Assessment assessment)
    {
        var risks = assessment.Groups.Where(group => group.Level is not null).ToList();
        WriteTitle(assessment.Collaboration);
        WriteOverall(assessment, risks);
        WriteAtAGlance(risks);
        WriteMatters(risks);
        WriteInBrief("What is strong", assessment, FindingKind.Strength);
        WriteInBrief("Signs worth following up", assessment, FindingKind.Diagnostic);
        WriteInBrief("Context", assessment, FindingKind.Context);
        WriteInBrief("Caveats", assessment, FindingKind.Caveat);
        WriteInBrief("What the facts call for", assessment, FindingKind.Recommendation);
        WriteInBrief("Known gaps in the data", assessment, FindingKind.DataGap);
        WriteInOrder(assessment.InOrder);
        Section("Where the sources disagree", assessment.Tensions, tension => page.Write(
            $"{tension.OneSide} But: {tension.OtherSide} {tension.Handling} [{string.Join(", ", tension.Claims)}]", lead: $"{tension.Id}: "));
        WriteOpenQuestions(assessment.OpenQuestions);
        Section("Facts to check", assessment.FactNotes, note => page.Write(note, lead: "- "));
        Section("What was said about the facts", assessment.Collaboration.Remarks, remark => page.Write($"{remark}", lead: "- "));
        Section("Given, but known to no pack", assessment.UnreadExtensions, path => page.Write($"{path}: {assessment.WhyUnread(path)}", lead: "- "));
        Section("Given, but read by no rule", [.. assessment.UnreadFacts.GroupBy(fact => Words.List(fact.Packs), StringComparer.Ordinal)], WriteUnread, "These facts were ignored, since no loaded rule reads them.");
        WriteRules(assessment);
        WriteEvidence(assessment);
    }

    /// <summary>A heading, what is said first, and the items; nothing where there are none.</summary>
    private void Section<T>(string heading, IReadOnlyCollection<T> items, Action<T> write, string? introduction = null)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Heading(heading, '-');
        if (introduction is not null)
        {
            page.Write(introduction);
        }

        foreach (var item in items)
        {
            write(item);
        }

        page.Blank();
    }

    private void WriteTitle(Collaboration collaboration)
    {
        page.Heading(string.IsNullOrWhiteSpace(collaboration.Name) ? "Collaboration without a name" : collaboration.Name, '=');
        page.Write(collaboration.AsOf is { } day
            ? $"As of {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}."
            : "The facts carry no date.");
        page.Blank();
    }

    private void WriteOverall(Assessment assessment, List<FindingGroup> risks)
    {
        page.Write($"{Verdict.Headline(assessment)}. {Verdict.Meaning(assessment)}", lead: "Overall: ");
        if (assessment.SwitchedOff.Count > 0)
        {
            page.Write(Words.Sentence($"Not counted: {SwitchedOff(assessment)}; see \"Rules\" below"));
        }

        if (Verdict.OfPartialView(assessment) is { Length: > 0 } limit)
        {
            page.Write(limit);
        }

        page.Write(string.Create(CultureInfo.InvariantCulture,
            $"Known: {assessment.KnownFacts} of {assessment.TotalFacts} facts. Found: {assessment.FoundInWords}. Cannot tell yet: {Words.Count(CountOf(assessment, Outcome.Undetermined), "rule")}."));
        if (assessment.Overall.AtLeast != assessment.Overall.AtMost && assessment.OpenQuestions.Count > 0)
        {
            page.Write($"Ask first: {assessment.OpenQuestions[0].Question}");
        }

        if (CountOf(assessment, Outcome.Error) is var failed and > 0)
        {
            page.Write($"{Words.Count(failed, "rule")} failed and could not be judged; see \"Rules\" below.");
        }

        page.Blank();
    }

    private void WriteAtAGlance(List<FindingGroup> risks)
    {
        if (risks.Count == 0)
        {
            return;
        }

        var shown = risks.Take(all ? risks.Count : MostAtAGlance).ToList();
        var levels = shown.SelectMany(matter => matter.Findings).Max(finding => $"{finding.Level}".Length) + 2;
        var support = shown.SelectMany(matter => matter.Findings).Max(finding => finding.Confidence.InWords().Length) + 2;
        foreach (var matter in shown)
        {
            Line(matter.Root, "");
            var following = matter.Consequences.Take(all ? matter.Consequences.Count : MostConsequences).ToList();
            following.ForEach(finding => Line(finding, "+ "));
            WriteRest(matter.Consequences.Count - following.Count, "finding that follows from it", "findings that follow from it");
        }

        WriteRest(risks.Count - shown.Count, "matter", "matters");
        page.Blank();
        page.Write(
            "The level says how grave the sources hold a matter to be. The words next to it say how well it is supported: by a named case, by literature that the source cites, by what was found over many cases, by a survey, by a criterion that is asked for, asserted by the source, or only implied. The two are never multiplied."
            + (shown.Exists(matter => matter.Consequences.Count > 0) ? " What follows from a finding, or is part of the same matter, is below it with a plus sign." : ""));
        page.Blank();

        void Line(Finding finding, string sign)
        {
            var about = finding.SubjectInWords is { } subject ? $"{finding.Title}: {subject}" : finding.Title;
            page.Write($"{about} [{finding.Code}]", $"{$"{finding.Level}".PadRight(levels)}{finding.Confidence.InWords().PadRight(support)}{sign}", indent: 2, finding.Level);
        }
    }

    private void WriteMatters(List<FindingGroup> risks)
    {
        if (risks.Count == 0)
        {
            return;
        }

        var shown = risks.Take(all ? risks.Count : MostInFull).ToList();
        page.Heading("Risks and mismatches, worst first", '-');
        foreach (var matter in shown)
        {
            if (all)
            {
                WriteInFull(matter.Findings);
            }
            else
            {
                WriteInFull(matter.Root, matter);
            }
        }

        if (WriteRest(risks.Count - shown.Count, "matter", "matters"))
        {
            page.Blank();
        }
    }

    private void WriteInFull(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            WriteInFull(finding);
        }
    }

    /// <summary>Writes a finding in full.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="matter">The matter of which it is the root, to write with what follows from it; null to write the finding alone.</param>
    private void WriteInFull(Finding finding, FindingGroup? matter = null)
    {
        var kind = finding.Kind == FindingKind.Mismatch ? " (mismatch)" : "";
        var support = finding.Confidence.InWords();
        if (finding.Level is { } level)
        {
            page.Write($"· {support} · {finding.Code}: {finding.Title}{kind}", $"{level} ", paint: level);
        }
        else
        {
            page.Write($"{finding.Code}: {finding.Title} · {support}");
        }

        page.Write($"{finding.Message}{OurStep(finding)}", indent: 2);
        Label("About", finding.SubjectInWords);
        Label("Part of", finding.Root);
        var following = matter?.Consequences ?? [];
        Labels("With it", following.Take(MostConsequences).Select(other => $"{(other.Level is { } grave ? $"{grave}: " : "")}{other.Message} [{other.Code}]"));
        WriteRest(following.Count - MostConsequences, "finding that follows from it", "findings that follow from it");
        Label("Why it counts", finding.LevelReason is { } reason ? Words.Sentence(reason) : null);
        Label("Its own level", finding.OwnLevel is { } own ? $"{own.Level}: {Words.Sentence(own.Reason)}" : null);
        Labels("Overridden", finding.Overrides.Select(Overridden));
        Labels("Raised", finding.ModeratedBy.Where(m => m.Direction == Direction.Raised).Select(Because));
        Labels("Lowered", finding.ModeratedBy.Where(m => m.Direction == Direction.Lowered).Select(Because));
        Label("Not settled", finding.Level is { } range && range.AtLeast != range.AtMost ? "Facts that would raise or lower the level are not known." : null);
        Label("Capped", finding.CappedAt is { } cap ? $"At {cap}, the highest level of its chapter." : null);
        Labels("Facts read", finding.Facts.Select(fact => $"{fact}"));
        Labels("Evidence", finding.Claims.Select(Evidence));
        Label("Builds on", Listed(finding.BuildsOn));
        Label("Leads to", Listed(finding.LeadsTo));
        if (finding.Kind != FindingKind.Recommendation)
        {
            var kept = (matter?.InPlace ?? finding.InPlace).ToList();
            Labels("In place, keep", kept.Select(step => $"{step.Text} [{step.Code}]"));
            var steps = (matter?.Recommendations ?? finding.Recommendations).ExceptBy(kept.Select(step => step.Code), step => step.Code, StringComparer.Ordinal).ToList();
            var shown = all ? steps.Count : MostSteps;
            Labels("What to do", steps.Take(shown).Select(step => $"{step.Text} [{step.Code}]{OurStep(step)}"));
            WriteRest(steps.Count - shown, "step", "steps");
        }

        Labels("Caveats", Once(finding, finding.Caveats));
        Labels("How to read it", Once(finding, finding.Notes));
        Labels("Sources differ", finding.Tensions.Select(tension => $"{tension.Id}, below."));
        page.Blank();
    }

    private void WriteInBrief(string heading, Assessment assessment, FindingKind kind)
    {
        var findings = assessment.Findings.Where(finding => finding.Kind == kind).ToList();
        if (findings.Count == 0)
        {
            return;
        }

        if (all)
        {
            page.Heading(heading, '-');
            WriteInFull(findings);
            return;
        }

        // What one rule says of several subjects is one thing to read.
        var byRule = findings.GroupBy(finding => finding.Code, StringComparer.Ordinal).Select(same => same.ToList()).ToList();
        page.Heading(heading, '-');
        foreach (var same in byRule.Take(MostInBrief))
        {
            var others = same.Count > 1 ? $" Also: {string.Join(", ", same.Skip(1).Select(finding => finding.SubjectInWords ?? finding.Message))}." : "";
            var claims = Listed([.. same[0].Claims.Select(claim => claim.Id)]);
            page.Write($"{same[0].Message}{OurStep(same[0])}{others} [{same[0].Code} · {same[0].Confidence.InWords()}: {claims}]", lead: "- ");
        }

        WriteRest(byRule.Skip(MostInBrief).Sum(same => same.Count), "finding", "findings");
        page.Blank();
    }

    private void WriteInOrder(IReadOnlyList<ChapterInOrder> chapters)
    {
        if (chapters.Count == 0)
        {
            return;
        }

        page.Heading("Checked and in order", '-');
        page.Write("What is known and good, and the risks and mismatches that it rules out. The rest was not asked, does not apply or is not in order.");
        var shown = chapters.Take(all ? chapters.Count : MostInBrief).ToList();
        foreach (var chapter in shown)
        {
            if (all)
            {
                page.Write($"{chapter.Chapter}:", lead: "- ");
                foreach (var inOrder in chapter.Rules)
                {
                    page.Write($"{string.Join(", ", inOrder.Facts.Select(fact => $"{fact}"))}; rules out {inOrder.Rule.Code}: {inOrder.Rule.Title}", lead: "- ", indent: 2);
                }
            }
            else
            {
                var facts = chapter.Rules.SelectMany(inOrder => inOrder.Facts).DistinctBy(fact => fact.Path, StringComparer.Ordinal).Select(fact => $"{fact}");
                page.Write($"{chapter.Chapter}: {Listed([.. facts])}; rules out {Listed([.. chapter.Rules.Select(inOrder => inOrder.Rule.Code)])}", lead: "- ");
            }
        }

        WriteRest(chapters.Count - shown.Count, "chapter", "chapters");
        page.Blank();
    }

    private void WriteOpenQuestions(IReadOnlyList<OpenQuestion> questions)
    {
        if (questions.Count == 0)
        {
            return;
        }

        page.Heading("What is not known and matters most", '-');
        var shown = questions.Take(all ? questions.Count : MostQuestions).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            var lead = string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ");
            var stake = shown[i].Worst == Level.None ? "" : $"; at stake: up to {shown[i].Worst}";
            page.Write(shown[i].Question, lead);
            page.Write($"{shown[i].Path} could settle {Listed(shown[i].CouldSettle)}{stake}", indent: lead.Length);
        }

        WriteRest(questions.Count - shown.Count, "question", "questions");
        page.Blank();
    }

    private void WriteUnread(IGrouping<string, UnreadFact> packs)
    {
        var readers = packs.Key.Length == 0 ? "no pack of the library reads " + (packs.Count() == 1 ? "it" : "them") : $"{packs.Key}, not loaded, would read {(packs.Count() == 1 ? "it" : "them")}";
        page.Write($"{Listed([.. packs.Select(fact => fact.Path)])}: {readers}.", lead: "- ");
    }

    private void WriteRules(Assessment assessment)
    {
        page.Heading("Rules", '-');
        page.Write(string.Create(CultureInfo.InvariantCulture,
            $"{Words.Count(assessment.Outcomes.Count, "rule")}: {CountOf(assessment, Outcome.Raised)} raised, {CountOf(assessment, Outcome.Clear)} clear, {CountOf(assessment, Outcome.Undetermined)} undetermined for want of facts, {CountOf(assessment, Outcome.NotApplicable)} not applicable, {CountOf(assessment, Outcome.Error)} failed."));
        foreach (var failed in assessment.Outcomes.Values.Where(outcome => outcome.Outcome == Outcome.Error))
        {
            page.Write($"{failed.Rule.Code} failed, so no one knows what it would have found: {failed.Error}", lead: "- ");
        }

        foreach (var change in assessment.RuleBook.Overrides)
        {
            page.Write($"{Named(change)}: {Overridden(change)}", lead: "- ");
        }

        foreach (var change in assessment.RuleBook.ExpiredOverrides)
        {
            page.Write($"{Named(change)}: has expired and does not hold any more. {Overridden(change)}", lead: "- ");
        }

        foreach (var finding in assessment.SwitchedOff)
        {
            page.Write($"{finding.Code}, switched off, would say: {finding.Message}", lead: "- ");
        }

        page.Write($"Packs: {string.Join(", ", assessment.RuleBook.Packs.Select(pack => $"{pack.Id} {pack.Version}"))}; {ShortDigest(assessment.RuleBook)}.");
        page.Blank();
    }

    private void WriteEvidence(Assessment assessment)
    {
        page.Heading("About the evidence", '-');
        foreach (var note in assessment.Notes)
        {
            page.Write(note.Text, lead: "- ");
        }

        var sources = assessment.Findings.SelectMany(finding => finding.Claims).Select(claim => claim.Source).Distinct();
        foreach (var source in sources.OrderBy(source => source.Id, StringComparer.Ordinal))
        {
            page.Write($"{source.Id}: {Words.Sentence(source.Title)}{source.Whereabouts()} {source.Weight}", lead: "- ");
        }
    }

    /// <summary>
    /// What limits a finding or says how to read it: in full the first time that the report says it, afterwards by the finding under which
    /// it did. A sentence that is printed ten times is read once and then hides those that differ.
    /// </summary>
    private IEnumerable<string> Once(Finding finding, IReadOnlyList<string> texts)
    {
        var again = new List<string>();
        foreach (var text in texts)
        {
            if (said.TryAdd(text, finding.Fingerprint))
            {
                yield return text;
            }
            else
            {
                again.Add(said[text]);
            }
        }

        if (again.Count > 0)
        {
            yield return $"As for {Words.List([.. again.Distinct(StringComparer.Ordinal)])}, above.";
        }
    }

    private void Label(string label, string? text) => Labels(label, text is null ? [] : [text]);

    /// <summary>The label once, and next to it each text in lines of its own.</summary>
    private void Labels(string label, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            page.Write(text, label.PadRight(LabelWidth), indent: 2);
            label = "";
        }
    }

    /// <summary>Says how many more there are, if any.</summary>
    private bool WriteRest(int count, string one, string many)
    {
        if (count > 0)
        {
            page.Write($"… and {Words.Count(count, $"more {one}", $"more {many}")}.", indent: 2);
        }

        return count > 0;
    }

    private static string Because(Moderator moderator) =>
        $"One step, because {moderator.Because}{(moderator.Claims.Count > 0 ? $" [{string.Join(", ", moderator.Claims)}]" : "")}.";

    private static string Named(RuleOverride change) => change.Subject is null ? change.Code : $"{change.Code}, {change.Subject}";

    /// <summary>What an override does and why, then who decided it, until when and in which pack, as far as that is known.</summary>
    private static string Overridden(RuleOverride change)
    {
        var standing = new[]
        {
            change.Author is null ? null : $"By {change.Author}.",
            change.Expires is { } day ? $"Until {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}." : null,
            change.PackId is null ? null : $"In pack {change.PackId}.",
        };
        return string.Join(' ', standing.OfType<string>().Prepend(Words.Sentence(change.Reason)).Prepend(Words.Sentence(change.Effect)));
    }

    /// <summary>What a source says, then where, and what supports it.</summary>
    private static string Evidence(Claim claim) =>
        $"{claim.Paraphrase}{claim.Quoted()} [{claim.Id}, {claim.Source.Id}, {claim.Locator}; {claim.Strength.InWords()}{(claim.Basis.Length > 0 ? $": {claim.Basis}" : "")}]";

    /// <summary>A recommendation that stands alone is its own message.</summary>
    private static string OurStep(Finding finding) =>
        finding.Kind == FindingKind.Recommendation && finding.Recommendations.Count > 0 ? OurStep(finding.Recommendations[0]) : "";

    private static string OurStep(Recommendation step) => step.IsDerived ? " (our step, not the source's)" : "";

    private string? Listed(IReadOnlyList<string> codes)
    {
        var hidden = all ? 0 : Math.Max(0, codes.Count - MostCodes);
        var shown = string.Join(", ", codes.Take(codes.Count - hidden));
        return codes.Count == 0 ? null : hidden == 0 ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} and {hidden} more");
    }

    private static int CountOf(Assessment assessment, Outcome outcome) =>
        assessment.Outcomes.Values.Count(each => each.Outcome == outcome);

    private static string ShortDigest(RuleBook book) =>
        $"digest {book.Digest[..Math.Min(book.Digest.Length, "sha256:".Length + 12)]}";

    /// <summary>How many findings are switched off and the worst of them, for wherever the overall range is shown.</summary>
    internal static string SwitchedOff(Assessment assessment)
    {
        var off = assessment.SwitchedOff;
        var worst = off.Where(finding => finding.Level?.AtMost == assessment.WorstSwitchedOff).Select(finding => finding.Fingerprint).FirstOrDefault();
        return off.Count == 0 ? "nothing is switched off"
            : $"{Words.Count(off.Count, "finding")} switched off{(worst is null ? "" : $", {(off.Count == 1 ? "" : "the worst ")}{worst}, {off.First(finding => finding.Fingerprint == worst).Level}")}";
    }
}
