using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Comparing;

/// <summary>What is different between two assessments, and which facts made it so.</summary>
/// <remarks>
/// Both assessments stand as they were evaluated. A partner whose name is spelt in another way after (other capitals, letters joined otherwise) is the same
/// partner, under the name of after, which is among the facts that moved. Only what is different is listed, always in the
/// same order. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(AnswerJsonConverter<AssessmentDifference>))]
public sealed class AssessmentDifference : IAnswer
{
    private static readonly IReadOnlyDictionary<string, string> NoNames = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly EvaluationPair pair;

    private AssessmentDifference(Assessment before, Assessment after)
    {
        Before = before;
        After = after;
        // Most steps leave the names as they are.
        var names = before.State.Facts.HasPartnersOf(after.State.Facts) ? NoNames : Respelling.Between(Respelling.NamesIn(before), Respelling.NamesIn(after));
        BeforeUnderNewNames = before.Under(names);
        NewNames = names;
        pair = new EvaluationPair(BeforeUnderNewNames.State, after.State, names);
        SameRules = ReferenceEquals(before.RuleBook, after.RuleBook) || before.RuleBook.Digest == after.RuleBook.Digest;
    }

    /// <summary>The one assessment.</summary>
    public Assessment Before { get; }

    /// <summary>The other assessment.</summary>
    public Assessment After { get; }

    /// <summary><see cref="Before"/> with its partners under the names of after.</summary>
    internal Assessment BeforeUnderNewNames { get; }

    /// <summary>The names of after by those of before, of partners whose names are spelt in another way after.</summary>
    internal IReadOnlyDictionary<string, string> NewNames { get; }

    /// <summary>The facts that moved, those that follow from others among them, in the order of the model.</summary>
    public IReadOnlyList<FactMove> Facts => field ??= [.. pair.Moves];

    /// <summary>The findings that are not the same: first those added, then those gone, then those changed, each worst first.</summary>
    public IReadOnlyList<FindingChange> Findings => field ??= FindingsOf(BeforeUnderNewNames, After, pair);

    /// <summary>The rules that ended in another way, in the order of the codes.</summary>
    public IReadOnlyList<OutcomeChange> Outcomes => field ??= OutcomesOf(BeforeUnderNewNames.State, After.State, pair);

    /// <summary>The tensions of which only now both sides have findings, by id.</summary>
    public IReadOnlyList<Tension> TensionsAdded => field ??= Without(After.Tensions, Before.Tensions);

    /// <summary>The tensions of which no longer both sides have findings, by id.</summary>
    public IReadOnlyList<Tension> TensionsGone => field ??= Without(Before.Tensions, After.Tensions);

    /// <summary>Whether both assessments are of the same rules. If not, a difference may come from the rules and not from the facts.</summary>
    public bool SameRules { get; }

    /// <summary>The rules that only one rule book has, or that are not the same in both, in the order of the codes.</summary>
    public IReadOnlyList<RuleChange> Rules => field ??= SameRules ? [] : RulesOf(Before.RuleBook, After.RuleBook, pair);

    /// <summary>That the facts after are of an earlier day than those before, in words; null where they are not, or a day is not known. Two files may be given the wrong way round.</summary>
    internal string? DaysInDoubt => Before.Collaboration.AsOf is { } from && After.Collaboration.AsOf is { } to && to < from
        ? $"the facts after are as of {CalendarDay.Write(to)}, which is before {CalendarDay.Write(from)}"
        : null;

    /// <summary>
    /// Whether the overall range reaches lower than before although nothing shows that the collaboration is better: a finding
    /// that held it up may still be as grave, but facts that decide it are no longer recorded. See <see cref="StillOpen"/>.
    /// </summary>
    public bool FellByForgetting => StillOpen.Count > 0;

    /// <summary>
    /// Where <see cref="OverallRange.AtLeast"/> fell, the findings that held it up and that facts no longer recorded leave open,
    /// worst first; otherwise empty.
    /// </summary>
    public IReadOnlyList<FindingChange> StillOpen => field ??= SameRules && After.Overall.AtLeast < Before.Overall.AtLeast
        ? [.. Findings.Where(change => change.StillHolds(After.Overall.AtLeast))]
        : [];

    /// <summary>Whether nothing is different: not a fact, not a finding, not an outcome and not a rule.</summary>
    public bool IsEmpty =>
        SameRules && Facts.Count == 0 && Findings.Count == 0 && Outcomes.Count == 0 && TensionsAdded.Count == 0 && TensionsGone.Count == 0
        && Before.Overall == After.Overall;

    /// <summary>Compares two assessments.</summary>
    /// <param name="before">The one assessment.</param>
    /// <param name="after">The other; with the two exchanged, what was added is gone.</param>
    /// <exception cref="ArgumentNullException">An assessment is <see langword="null"/>.</exception>
    public static AssessmentDifference Between(Assessment before, Assessment after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new AssessmentDifference(before, after);
    }

    /// <inheritdoc/>
    public string ToText() => Unseen.Replaced(DifferenceText.Of(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(DifferenceJson.SchemaId, this, DifferenceJson.Write);

    /// <summary>The range before and after, and how much is different.</summary>
    public override string ToString() => IsEmpty ? "Nothing is different" : string.Create(
        CultureInfo.InvariantCulture,
        $"Overall {Before.Overall} -> {After.Overall}; {Words.Count(Facts.Count, "fact")} and {Words.Count(Findings.Count, "finding")} about {Words.Count(Matters, "matter")} different");

    /// <summary>How many matters the findings that are different are about.</summary>
    private int Matters => Findings.Select(change => change.Latest.Root ?? change.Fingerprint).Distinct(StringComparer.Ordinal).Count();

    private static List<Tension> Without(IReadOnlyList<Tension> all, IReadOnlyList<Tension> others) =>
        [.. all.ExceptBy(others.Select(tension => tension.Id), tension => tension.Id, StringComparer.Ordinal)];

    private static List<FindingChange> FindingsOf(Assessment before, Assessment after, EvaluationPair pair)
    {
        var now = after.Findings;
        var (old, gone) = PairFindings(before.Findings, now, pair);
        var (all, changed) = (new List<FindingChange>(), new List<FindingChange>());
        for (var i = 0; i < now.Count; i++)
        {
            if (old[i] is not { } was)
            {
                all.Add(Change(DifferenceKind.Added, null, now[i]));
            }
            else if (!IsSame(was, now[i]))
            {
                changed.Add(Change(DifferenceKind.Changed, was, now[i]));
            }
        }

        foreach (var each in gone)
        {
            all.Add(Change(DifferenceKind.Gone, each, null));
        }

        all.AddRange(changed);
        return all;

        FindingChange Change(DifferenceKind kind, Finding? was, Finding? current)
        {
            var (code, subject, at) = current is null ? KeyOf(was!, pair, isBefore: true) : KeyOf(current, pair, isBefore: false);
            var causes = new CauseTrace(pair).Finding(code, subject, at);
            var isAboutPartner = at >= 0;
            var partner = isAboutPartner ? pair.Partners[at] : default;
            return new FindingChange(
                kind, was, current,
                before.State.OutcomeOf(code, subject, isAboutPartner, partner.Before),
                after.State.OutcomeOf(code, subject, isAboutPartner, partner.After),
                causes.Facts, causes.Rules);
        }
    }

    /// <summary>
    /// Pairs findings of the same case, about the same partner. Old: by the number of a finding after, the one before, or null. Gone: those before
    /// without one after.
    /// </summary>
    private static (Finding?[] Old, List<Finding> Gone) PairFindings(IReadOnlyList<Finding> was, IReadOnlyList<Finding> now, EvaluationPair pair)
    {
        var old = new Finding?[now.Count];
        var (moved, open) = (new List<Finding>(), new List<int>());

        // Both lists are sorted alike, so where little changed nearly every finding is paired in passing.
        for (var (i, j) = (0, 0); i < was.Count || j < now.Count;)
        {
            if (i < was.Count && j < now.Count && ReferenceEquals(was[i], now[j]))
            {
                old[j++] = was[i++];
                continue;
            }

            var order = i == was.Count ? 1 : j == now.Count ? -1 : was[i].Place.CompareTo(now[j].Place);
            if (order == 0 && ReferenceEquals(was[i].Case, now[j].Case) && pair.PairOf(was[i], before: true) == pair.PairOf(now[j], before: false))
            {
                old[j++] = was[i++];
                continue;
            }

            if (order <= 0)
            {
                moved.Add(was[i++]);
            }

            if (order >= 0)
            {
                open.Add(j++);
            }
        }

        if (moved.Count == 0 || open.Count == 0)
        {
            return (old, moved);
        }

        var byKey = moved.ToDictionary(finding => KeyOf(finding, pair, isBefore: true));
        foreach (var i in open)
        {
            byKey.Remove(KeyOf(now[i], pair, isBefore: false), out old[i]);
        }

        return (old, [.. moved.Where(finding => byKey.ContainsKey(KeyOf(finding, pair, isBefore: true)))]);
    }

    private static (string Code, string? Subject, int Partner) KeyOf(Finding finding, EvaluationPair pair, bool isBefore) =>
        (finding.Code, finding.Case.Subject, pair.PairOf(finding, isBefore));

    private static bool IsSame(Finding a, Finding b) => ReferenceEquals(a, b)
        || (a.Kind == b.Kind && a.Level == b.Level && a.Confidence == b.Confidence && a.Message == b.Message
            && a.ModeratedBy.Select(by => (by.Direction, by.Because)).SequenceEqual(b.ModeratedBy.Select(by => (by.Direction, by.Because))));

    private static List<OutcomeChange> OutcomesOf(EvaluationState before, EvaluationState after, EvaluationPair pair)
    {
        var changes = new List<OutcomeChange>();
        foreach (var code in before.Book.RulesByCode.Concat(after.Book.RulesByCode).Select(rule => rule.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, now) = (before.Book.Find(code), after.Book.Find(code));
            var (outcomeBefore, outcomeAfter) = (was is null ? (Outcome?)null : before.OutcomeOf(was), now is null ? (Outcome?)null : after.OutcomeOf(now));
            if (outcomeBefore != outcomeAfter)
            {
                var causes = new CauseTrace(pair).Outcome(code);
                changes.Add(new OutcomeChange((now ?? was)!, outcomeBefore, outcomeAfter, causes.Facts, causes.Rules));
            }
        }

        return changes;
    }

    private static List<RuleChange> RulesOf(RuleBook before, RuleBook after, EvaluationPair pair) =>
    [
        .. before.RulesByCode.Concat(after.RulesByCode).Select(rule => rule.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(code => !pair.IsSameRule(code))
            .Select(code => new RuleChange(before.Find(code), after.Find(code))),
    ];
}
