using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Comparing;

/// <summary>A fact that has another value after than before. Becoming known and becoming unknown are moves as well.</summary>
/// <remarks>
/// The facts of a partner that is listed on one side only are not known on the other. Immutable and thread-safe.
/// </remarks>
public sealed class FactMove
{
    internal FactMove(Fact fact, string? partner, object? before, object? after, FactRemarks remarks)
    {
        Fact = fact;
        Partner = partner;
        BeforeValue = before;
        AfterValue = after;
        Remarks = remarks.Count == 0 ? [] : [.. remarks.On(Path)];
    }

    /// <summary>The path, with the partner's name where it is a partner's fact: <c>partners[Fire Service].role</c>.</summary>
    public string Path => Fact.PathFor(Partner);

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>The name of the partner for a partner's fact; otherwise <see langword="null"/>.</summary>
    public string? Partner { get; }

    /// <summary>The value before, in the type of the model; <see langword="null"/> for not known.</summary>
    public object? BeforeValue { get; }

    /// <summary>The value after, in the type of the model; <see langword="null"/> for not known.</summary>
    public object? AfterValue { get; }

    /// <summary>The value before in words: "no", "trouble only", "not known".</summary>
    public string Before => Fact.InFull(BeforeValue);

    /// <summary>The value after in words.</summary>
    public string After => Fact.InFull(AfterValue);

    /// <summary><see cref="Before"/> with the language of each word.</summary>
    internal Passage SaidBefore => Fact.SaidInFull(BeforeValue);

    /// <summary><see cref="After"/> likewise.</summary>
    internal Passage SaidAfter => Fact.SaidInFull(AfterValue);

    /// <summary>What is said after about the fact: who, when, on what evidence; empty where nothing is.</summary>
    public IReadOnlyList<FactRemark> Remarks { get; }

    /// <summary>The move as a clause: "vision.exists went from no to yes".</summary>
    public override string ToString() => $"{Path} went from {Before} to {After}";
}
