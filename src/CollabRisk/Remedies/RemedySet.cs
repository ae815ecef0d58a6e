using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Remedies;

/// <summary>How a search for remedies ended.</summary>
public enum RemedySearchEnd
{
    /// <summary>The target is reached as things are; nothing has to change.</summary>
    AlreadyReached,

    /// <summary>All smallest sets of changes were found.</summary>
    FoundAll,

    /// <summary>Sets of the smallest size were found, but a bound was reached or the search was cancelled, so there may be more of that size.</summary>
    FoundSome,

    /// <summary>A bound was reached before any set was found. Larger sets were not searched.</summary>
    StoppedAtBound,

    /// <summary>No change for the better, of facts that those responsible can change, reaches the target.</summary>
    Impossible,

    /// <summary>The search was cancelled before any set was found. Larger sets were not searched.</summary>
    Cancelled,
}

/// <summary>The smallest sets of changes that reach a target, and how sure that is.</summary>
/// <remarks>
/// <para>
/// The search is exact: a set is smallest when no set of fewer facts reaches the target, and where the search ended with
/// <see cref="RemedySearchEnd.FoundAll"/>, every set of that size is here. Facts are only ever changed for the better, and only
/// those that those responsible can change; no fact becomes unknown, none without a direction changes, and no two come to
/// contradict each other. A rule that only stops to apply does not count as cleared. A fact that is not known now may be given a value: then the remedy asks to see to it
/// that it is so.
/// </para>
/// <para>
/// Values that no test of the rule book tells apart count as one (<see cref="RemedyChange.Alternatives"/>). Where rules
/// compare two facts with each other, such as what a partner wants with what is sought, values are distinguished by how they
/// are to the present value of the other.
/// </para>
/// <para>Immutable and thread-safe. The order of partners and packs makes no difference.</para>
/// </remarks>
[JsonConverter(typeof(AnswerJsonConverter<RemedySet>))]
public sealed class RemedySet : IAnswer
{
    internal RemedySet()
    {
    }

    /// <summary>What should be reached.</summary>
    public required RemedyTarget Target { get; init; }

    /// <summary>How the search ended.</summary>
    public required RemedySearchEnd End { get; init; }

    /// <summary>
    /// The remedies, all of one size, the most useful first: those that leave the lowest level, then those that raise new risks and
    /// mismatches about the fewest matters, then those with which most else goes, then those that the sources advise. Each matter counts once. Empty unless some were
    /// found.
    /// </summary>
    public required IReadOnlyList<Remedy> Remedies { get; init; }

    /// <summary>At least so many facts must change: proved, even where no set was found. 0 where nothing has to or none can.</summary>
    public required int FewestChanges { get; init; }

    /// <summary>How many sets of changes were tried.</summary>
    public required int Evaluations { get; init; }

    /// <summary>How the search ended, and which bound it reached, in a sentence or two.</summary>
    public required string Statement { get; init; }

    /// <summary><see cref="Statement"/> with the language of the words of facts in it.</summary>
    internal Passage SaidStatement { get; init; }

    /// <summary>
    /// Where the target is impossible to reach, the facts on which it depends and that cannot be changed for the better, in the
    /// order of the model; otherwise empty.
    /// </summary>
    public required IReadOnlyList<FactReading> HeldBy { get; init; }

    /// <summary>
    /// Where no remedy was found, what the knowledge base advises about what is against the target, without what is done already:
    /// steps to take, of which no fact of the model says that they would reach it. Otherwise empty.
    /// </summary>
    public required IReadOnlyList<Recommendation> Steps { get; init; }

    /// <summary>The overall range as things are.</summary>
    public required OverallRange Before { get; init; }

    /// <inheritdoc/>
    public string ToText() => Unseen.Replaced(RemedyText.Of(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(RemedyJson.SchemaId, this, RemedyJson.Write);

    /// <summary>Target and statement.</summary>
    public override string ToString() => $"{Target}: {Statement}";
}
