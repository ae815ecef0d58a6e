using System.Text;
using CollabRisk.Questions;

namespace CollabRisk.Cli.Interviews;

/// <summary>The file of a collaboration that people are asked about, with the one next to it that tells where the interview was left.</summary>
/// <param name="path">The file of the collaboration.</param>
internal sealed class InterviewFile(string path)
{
    /// <summary>What each of the two files had when this interview last read or wrote it; null where there was none.</summary>
    private readonly Dictionary<string, byte[]?> known = new(StringComparer.Ordinal);

    /// <summary>The file of the collaboration.</summary>
    public string Path => path;

    /// <summary>The file of the interview. Its name does not end in .json: a folder of collaborations is read by that.</summary>
    public string StatePath => path + ".interview";

    /// <summary>The interview to go on with, or a new one; <see langword="null"/> after what is wrong has been written.</summary>
    public async Task<Interview?> OpenAsync(ICollaborationEvaluator evaluator, InterviewForm form, string? name, QuestionWording? wording, Terminal terminal, CancellationToken cancel)
    {
        (known[path], known[StatePath]) = (null, null);
        Collaboration? given = null;
        if (File.Exists(path) || Directory.Exists(path))
        {
            given = await ReadAsync(path, terminal, cancel).ConfigureAwait(false) is { } content
                ? CollaborationInput.Told(path, CollaborationJson.Read(content, evaluator.RuleBook), terminal) : null;
            if (given is null)
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
            return Interview.Start(evaluator, given ?? new Collaboration { Name = name }, form, wording);
        }

        if (await LeftAsync(evaluator, wording, terminal, cancel).ConfigureAwait(false) is not { } left)
        {
            return null;
        }

        // Between the two files the process may have been ended: that of the interview may be one step ahead.
        var isOwn = given is null || IsSame(given, left.Collaboration) || IsSame(given, left.Back().Collaboration);
        if (isOwn && left.Form == form)
        {
            return left;
        }

        terminal.Tell(isOwn
            ? $"{path}: the interview was begun in the {Name(left.Form)} form. It goes on in the {Name(form)} form with all answers, and asks again for what was skipped."
            : $"{path}: it was changed since the interview was left. The interview goes on with what it says now, and asks again for what was skipped.");
        return Interview.Start(evaluator, isOwn ? left.Collaboration : given!, form, wording);
    }

    /// <summary>Saves both files, each whole. That of the interview is never behind, so that nothing is asked twice.</summary>
    /// <param name="before">The interview as it was saved before.</param>
    /// <param name="after">The interview as it is.</param>
    /// <exception cref="IOException">A file cannot be written, or has something else than this interview last saw there.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be written.</exception>
    public void Save(Interview before, Interview after)
    {
        ThrowIfChanged(path);
        ThrowIfChanged(StatePath);
        var isFurther = after.Asked >= before.Asked;
        if (isFurther)
        {
            Write(StatePath, after.ToJson());
        }

        Write(path, CollaborationJson.Write(after.Collaboration));
        if (!isFurther)
        {
            Write(StatePath, after.ToJson());
        }
    }

    /// <summary>Two people may have opened the same file, or someone changes it in an editor meanwhile: what they wrote is not written over.</summary>
    private void ThrowIfChanged(string file)
    {
        // Where a file is gone, there is nothing to write over.
        if (ContentOf(file) is { } now && !now.AsSpan().SequenceEqual(known[file]))
        {
            throw new IOException("The file was changed meanwhile, in another interview or by hand, and is left as it is. Give the answer again with the same command, which goes on with what the file says now.");
        }
    }

    private void Write(string file, string text)
    {
        var content = Encoding.UTF8.GetBytes(text + "\n");
        SafeFile.Write(file, content);
        known[file] = content;
    }

    private static byte[]? ContentOf(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;

    /// <summary>What a file has, which is noted as it is read, so that what someone writes later is seen as theirs; null after why it cannot be read has been written.</summary>
    private async Task<byte[]?> ReadAsync(string file, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            var content = await File.ReadAllBytesAsync(file, cancel).ConfigureAwait(false);
            known[file] = content;
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{file}: {CollaborationInput.Reason(file, e)}");
            return null;
        }
    }

    private static string Name(InterviewForm form) => form == InterviewForm.Short ? "short" : "full";

    private static bool IsSame(Collaboration one, Collaboration other) => CollaborationJson.Write(one) == CollaborationJson.Write(other);

    private async Task<Interview?> LeftAsync(ICollaborationEvaluator evaluator, QuestionWording? wording, Terminal terminal, CancellationToken cancel)
    {
        if (await ReadAsync(StatePath, terminal, cancel).ConfigureAwait(false) is not { } content)
        {
            return null;
        }

        // An editor may have put a byte order mark before it.
        using var text = new StreamReader(new MemoryStream(content));
        var reading = Interview.Read(evaluator, await text.ReadToEndAsync(cancel).ConfigureAwait(false), wording);
        CollaborationInput.WriteProblems(StatePath, reading.Problems, terminal);
        if (!reading.IsValid)
        {
            terminal.Tell($"collabrisk: the interview cannot go on where it was left. Remove {StatePath} to begin another one with what is in {path}.");
        }

        return reading.Value;
    }
}
