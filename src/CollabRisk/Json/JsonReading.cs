using System.Diagnostics.CodeAnalysis;

namespace CollabRisk.Json;

/// <summary>What came of reading JSON: a value, or everything that is wrong with the text.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class JsonReading<T>
    where T : class
{
    internal JsonReading(T? value, IReadOnlyList<JsonProblem> problems)
    {
        Value = value;
        Problems = problems;
    }

    /// <summary>Whether there is no problem, and so a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;

    /// <summary>What was read; <see langword="null"/> where there is any problem. Nothing is half read.</summary>
    public T? Value { get; }

    /// <summary>
    /// The problems in the order of the text; empty where there is none. Of more than 200 the last entry says how many are not
    /// listed.
    /// </summary>
    public IReadOnlyList<JsonProblem> Problems { get; }

    /// <summary>The problems, one a line, or that there is none.</summary>
    public override string ToString() => IsValid ? "no problems" : string.Join('\n', Problems);
}
