namespace CollabRisk.Json;

/// <summary>A JSON text is not a valid collaboration.</summary>
public sealed class CollaborationJsonException : FormatException
{
    internal CollaborationJsonException(IReadOnlyList<JsonProblem> problems)
        : base($"The JSON is not a valid collaboration:\n{string.Join('\n', problems)}") => Problems = problems;

    /// <summary>All problems, in the order of the file; never empty. <see cref="Exception.Message"/> lists them as well.</summary>
    public IReadOnlyList<JsonProblem> Problems { get; }
}
