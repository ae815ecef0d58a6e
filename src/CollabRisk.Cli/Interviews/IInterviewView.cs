using CollabRisk.Questions;

namespace CollabRisk.Cli.Interviews;

/// <summary>How an interview meets the person: what is shown, and what the person says, as a line of text whatever way it was given.</summary>
internal interface IInterviewView
{
    /// <summary>Says what it is, and how to answer.</summary>
    void Greet(Interview interview, string file);

    /// <summary>Shows the next question, or that there is none.</summary>
    void Ask(Interview interview);

    /// <summary>What the person says: an answer or one of the <see cref="Ways"/>; <see langword="null"/> where no more comes.</summary>
    Task<string?> ReadAsync(Interview interview, CancellationToken cancel);

    /// <summary>Says something about what was typed.</summary>
    void Say(string text);

    /// <summary>Says what an answer changed.</summary>
    void Changed(Assessment was, Assessment now);

    /// <summary>Says what is saved, and how to go on.</summary>
    void Part(Interview interview, string file);

    /// <summary>What can be typed.</summary>
    const string Ways = "Type an answer, or: don't know (or skip), does not apply (or n/a), back, note TEXT, ? (what counts), stop.";

    /// <summary>The line at the top.</summary>
    static string Greeting(Interview interview, string file) => interview.Asked == 0
        ? $"An interview about {interview.Collaboration.Name ?? file}. Every answer is saved in {file} at once."
        : $"The interview about {interview.Collaboration.Name ?? file} goes on after {ReportWords.Count(interview.Asked, "question")}.";

    /// <summary>The line at the end.</summary>
    static string Parting(Interview interview, string file) => interview.Asked == 0
        ? "Nothing was answered, so nothing was written."
        : FormattableString.Invariant($"Thank you. {ReportWords.Count(interview.Asked, "question")}, {interview.Skipped.Count} of them skipped; all is saved in {file}. ")
            + $"Overall: {interview.Assessment.Overall}. {(interview.Next is null ? "" : "The same command goes on with the next question. ")}To read what it says: collabrisk report {Shell.Word(file)} -o report.html";

    /// <summary>What a question asks for.</summary>
    static string Allowed(OpenQuestion question) => question.Fact == Facts.FactRegistry.Default.PartnerList ? "their names, with semicolons between them" : question.AllowedAnswers;

    /// <summary>What became of the range.</summary>
    static string Range(Assessment was, Assessment now) => was.Overall == now.Overall ? $"Saved. Overall: {now.Overall}, as before." : $"Saved. Overall: {was.Overall} -> {now.Overall}.";

    /// <summary>The findings of one assessment that another does not have, as lines, with how many more there are than are shown.</summary>
    static (IReadOnlyList<string> Lines, int More) Without(Assessment all, Assessment known)
    {
        const int MostShown = 5;
        var fingerprints = known.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var findings = all.Findings.Where(finding => !fingerprints.Contains(finding.Fingerprint)).ToList();
        return ([.. findings.Take(MostShown).Select(finding => $"{Text.Words.Capitalize(Text.Words.Humanize($"{finding.Kind}"))} {finding.Fingerprint}{(finding.Level is { } level ? $" ({level})" : "")}: {finding.Message}")], Math.Max(0, findings.Count - MostShown));
    }
}
