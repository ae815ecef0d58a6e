namespace CollabRisk.Questionnaires;

/// <summary>Something that is wrong with a filled-in questionnaire.</summary>
/// <param name="File">The file.</param>
/// <param name="Sheet">The sheet; <see langword="null"/> where the file has none.</param>
/// <param name="Cell">The address of the cell, such as F12; <see langword="null"/> where no single cell is wrong.</param>
/// <param name="Message">What is wrong, with the value, and what to do.</param>
/// <remarks>Compared by value. Immutable and thread-safe.</remarks>
public sealed record AnswerProblem(string File, string? Sheet, string? Cell, string Message)
{
    /// <summary>All of it: <c>police.xlsx, sheet 'Questions', cell F12: 'perhaps' is not an answer here. Give yes or no, or don't know.</c></summary>
    public override string ToString() => $"{File}{(Sheet is null ? "" : $", sheet '{Sheet}'")}{(Cell is null ? "" : $", cell {Cell}")}: {Message}";
}
