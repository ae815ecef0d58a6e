using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Perspectives;

/// <summary>A fact with what each holder says about it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class HeldFact
{
    private readonly QuestionWords? words;

    internal HeldFact(Fact fact, string? partner, QuestionWords? words, IReadOnlyList<FactPosition> positions)
    {
        Fact = fact;
        Partner = partner;
        this.words = words;
        Positions = positions;
    }

    /// <summary>The path, with the partner's name where it is a partner's fact: <c>partners[Fire Service].role</c>.</summary>
    public string Path => Fact.PathFor(Partner);

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>The partner that the fact is about; <see langword="null"/> for the collaboration as a whole.</summary>
    public string? Partner { get; }

    /// <summary>The question to ask a person, that about a partner with the partner's name before it; in the words of rule packs where they have any.</summary>
    public string Question => SaidQuestion.ToString();

    /// <summary><see cref="Question"/> with the language that it is in.</summary>
    internal Passage SaidQuestion => new Asking(Fact, Partner, words).Question;

    /// <summary>Who says what, by holder; those who do not know are left out. Never empty.</summary>
    public IReadOnlyList<FactPosition> Positions { get; }

    /// <summary>The holders who say something about it, in order.</summary>
    public IEnumerable<string> Holders => Positions.Select(position => position.Holder);

    /// <summary>
    /// Of a disputed fact, the value in words that follows from other facts no one disputes, and that the evaluation
    /// therefore goes by; <see langword="null"/> where nothing follows and the fact counts as unknown.
    /// </summary>
    public string? FollowsAs { get; internal init; }

    /// <summary>Path and positions: <c>vision.exists: Fire Service says no, Police says yes</c>.</summary>
    public override string ToString() => $"{Path}: {string.Join(", ", Positions.Select(position => $"{position.Holder} says {position.Value}"))}";

    internal HeldFact Following(string? value) => new(Fact, Partner, words, Positions) { FollowsAs = value };
}

/// <summary>What one holder says about a fact.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FactPosition
{
    internal FactPosition(Perspective perspective, Fact fact, object known)
    {
        Holder = perspective.Holder;
        On = perspective.On;
        Known = known;
        Said = InWords(fact, known, perspective.View);
    }

    /// <summary>Who says it.</summary>
    public string Holder { get; }

    /// <summary>When; <see langword="null"/> where it is not known.</summary>
    public DateOnly? On { get; }

    /// <summary>The value in words: "yes", "trouble only", "12"; text is in quotes.</summary>
    public string Value => Said.ToString();

    /// <summary><see cref="Value"/> with the language of each word.</summary>
    internal Passage Said { get; }

    /// <summary>The value in the type of the model.</summary>
    internal object Known { get; }

    /// <summary>Holder, day and value.</summary>
    public override string ToString() => $"{Perspective.Dated(Holder, On)}: {Value}";

    /// <summary>The value in words; a list of partners says whether it names all of them.</summary>
    internal static Passage InWords(Fact fact, object known, Collaboration view) =>
        known is FactList<Partner> { Count: > 0 } && !PerspectiveMerger.ListsAll(view) ? $"{fact.InFull(known)}, and others" : fact.SaidInFull(known);
}
