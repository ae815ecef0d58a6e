using CollabRisk.Facts;

namespace CollabRisk;

/// <summary>A fact that is not known and could settle rules.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class OpenQuestion
{
    internal OpenQuestion(string path, Fact fact, string question, IReadOnlyList<string> couldSettle, Level worst)
    {
        Path = path;
        Fact = fact;
        Question = question;
        CouldSettle = couldSettle;
        Worst = worst;
    }

    /// <summary>The path, with the partner's name where it is a partner's fact.</summary>
    public string Path { get; }

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>The question to ask a person.</summary>
    public string Question { get; }

    /// <summary>The codes of the undetermined rules that the fact could settle, alone or with others, worst first.</summary>
    public IReadOnlyList<string> CouldSettle { get; }

    /// <summary>The highest level that one of these rules could be raised at; <see cref="Level.None"/> where none of them has a level.</summary>
    public Level Worst { get; }

    /// <summary>Path and question.</summary>
    public override string ToString() => $"{Path}: {Question}";
}
