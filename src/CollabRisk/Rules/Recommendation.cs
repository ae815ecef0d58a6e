using System.Linq.Expressions;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>Something that the reader can do.</summary>
/// <param name="Code">The permanent code, in capitals and hyphens.</param>
/// <param name="Text">What to do, as an instruction.</param>
/// <param name="Claims">The ids of the claims it rests on.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Recommendation(string Code, string Text, params string[] Claims)
{
    // Where the lambdas are those of what the author wrote, until others are given.
    private readonly Lazy<Recommendation>? ofCollaboration;
    private readonly Lazy<Recommendation>? ofPartner;

    /// <summary>Whether the step is ours: the sources name the trouble but not this remedy.</summary>
    public bool IsDerived { get; init; }

    /// <summary>What to do in other languages, for rule books that are built in one; empty where there is only <see cref="Text"/>.</summary>
    public IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];

    /// <summary>
    /// When the step is done, as a condition on facts; <see langword="null"/> where no fact says so. What is done is not advised
    /// again: it is among <see cref="Finding.InPlace"/>, to be kept up.
    /// </summary>
    public Expression<Func<Collaboration, bool>>? DoneWhen
    {
        get => ofCollaboration is null ? field : ofCollaboration.Value.DoneWhen;
        init => (field, ofCollaboration) = (value, null);
    }

    /// <summary>
    /// The same for each partner: when the step is done with the partner that a finding is about. Where a finding is about the
    /// collaboration, the step is done when it is done with every partner.
    /// </summary>
    public Expression<Func<Collaboration, Partner, bool>>? DoneForPartnerWhen
    {
        get => ofPartner is null ? field : ofPartner.Value.DoneForPartnerWhen;
        init => (field, ofPartner) = (value, null);
    }

    /// <summary>For a recommendation that was read with a rule book: the one that its author wrote, which has the lambdas that a file cannot hold.</summary>
    internal Lazy<Recommendation> AsWritten { init => ofCollaboration = ofPartner = value; }

    /// <summary>When it is done, as a clause: what was read from a text, or the lambda; null where neither is there.</summary>
    internal Clause? Done { get => field ?? (DoneWhen is { } lambda ? Clause.Of(lambda) : null); init; }

    /// <summary>The same for each partner.</summary>
    internal Clause? DoneForPartner { get => field ?? (DoneForPartnerWhen is { } lambda ? Clause.Of(lambda) : null); init; }

    /// <inheritdoc/>
    public bool Equals(Recommendation? other) => other is not null && Code == other.Code && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Text);
}
