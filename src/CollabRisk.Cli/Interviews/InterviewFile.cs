using CollabRisk.Questions;

namespace CollabRisk.Cli.Interviews;

/// <summary>The file of a collaboration that people are asked about, with the one next to it that tells where the interview was left.</summary>
/// <param name="path">The file of the collaboration.</param>
internal sealed class InterviewFile(string path)
{
    /// <summary>The file of the collaboration.</summary>
    public string Path => path;

    /// <summary>The file of the interview. Its name does not end in .json: a folder of collaborations is read by that.</summary>
    public string StatePath => path + ".interview";

    /// <summary>The interview to go on with, or a new one; <see langword="null"/> after what is wrong has been written.</summary>
    public async Task<Interview?> OpenAsync(ICollaborationEvaluator evaluator, InterviewForm form, string? name, QuestionWording? wording, Terminal terminal, CancellationToken cancel)
    {
        Collaboration? known = null;
        if (File.Exists(path) || Directory.Exists(path))
        {
            known = await CollaborationInput.ReadAsync(path, evaluator.RuleBook, terminal, cancel).ConfigureAwait(false);
            if (known is null)
            {
                return null;
            }
        }
        else if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            terminal.Tell($"{path}: there is no folder '{folder}' to write it to. Make it first.");
            return null;
        }

        if (!File.Exists(StatePath))
        {
            return Interview.Start(evaluator, known ?? new Collaboration { Name = name }, form, wording);
        }

        if (await LeftAsync(evaluator, wording, terminal, cancel).ConfigureAwait(false) is not { } left)
        {
            return null;
        }

        // Between the two files the process may have been ended: that of the interview may be one step ahead.
        var isOwn = known is null || IsSame(known, left.Collaboration) || IsSame(known, left.Back().Collaboration);
        if (isOwn && left.Form == form)
        {
            return left;
        }

        terminal.Tell(isOwn
            ? $"{path}: the interview was begun in the {Name(left.Form)} form. It goes on in the {Name(form)} form with all answers, and asks again for what was skipped."
            : $"{path}: it was changed since the interview was left. The interview goes on with what it says now, and asks again for what was skipped.");
        return Interview.Start(evaluator, isOwn ? left.Collaboration : known!, form, wording);
    }

    /// <summary>Saves both files, each whole. That of the interview is never behind, so that nothing is asked twice.</summary>
    /// <param name="before">The interview as it was saved before.</param>
    /// <param name="after">The interview as it is.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be written.</exception>
    public void Save(Interview before, Interview after)
    {
        var isFurther = after.Asked >= before.Asked;
        if (isFurther)
        {
            SafeFile.Write(StatePath, after.ToJson() + "\n");
        }

        SafeFile.Write(path, CollaborationJson.Write(after.Collaboration) + "\n");
        if (!isFurther)
        {
            SafeFile.Write(StatePath, after.ToJson() + "\n");
        }
    }

    private static string Name(InterviewForm form) => form == InterviewForm.Short ? "short" : "full";

    private static bool IsSame(Collaboration one, Collaboration other) => CollaborationJson.Write(one) == CollaborationJson.Write(other);

    private async Task<Interview?> LeftAsync(ICollaborationEvaluator evaluator, QuestionWording? wording, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            var reading = Interview.Read(evaluator, await File.ReadAllTextAsync(StatePath, cancel).ConfigureAwait(false), wording);
            CollaborationInput.WriteProblems(StatePath, reading.Problems, terminal);
            if (!reading.IsValid)
            {
                terminal.Tell($"collabrisk: the interview cannot go on where it was left. Remove {StatePath} to begin another one with what is in {path}.");
            }

            return reading.Value;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{StatePath}: {CollaborationInput.Reason(StatePath, e)}");
            return null;
        }
    }
}
