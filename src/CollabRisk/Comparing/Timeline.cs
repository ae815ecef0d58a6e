using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Comparing;

/// <summary>The course of a collaboration over time: its overall range, each of its findings, and what made the differences.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[JsonConverter(typeof(AnswerJsonConverter<Timeline>))]
public sealed class Timeline : IAnswer
{
    /// <summary>The assessments with each partner under the name that it has last.</summary>
    private readonly IReadOnlyList<Assessment> underLastNames;

    private Timeline(IReadOnlyList<Assessment> assessments)
    {
        Assessments = assessments;
        Days = [.. assessments.Select(assessment => assessment.Collaboration.AsOf!.Value)];
        Steps = [.. assessments.Zip(assessments.Skip(1), AssessmentDifference.Between)];
        underLastNames = UnderLastNames(assessments);
        Findings =
        [
            .. underLastNames.SelectMany(assessment => assessment.Findings, (assessment, finding) => (assessment, finding))
                .GroupBy(each => each.finding.Fingerprint, StringComparer.Ordinal)
                .Select(same => (Worst: same.Select(each => each.finding).MinBy(finding => finding.Place)!, First: same.First()))
                .OrderBy(each => each.Worst.Place)
                .ThenBy(each => each.Worst.Fingerprint, StringComparer.Ordinal)
                .Select(each => new FindingCourse(each.Worst, PointsOf(each.First.assessment, each.First.finding))),
        ];
    }

    /// <summary>The assessments, the earliest first. The course of the overall range is theirs.</summary>
    public IReadOnlyList<Assessment> Assessments { get; }

    /// <summary>The days of the assessments.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>The differences between each assessment and the next; one fewer than there are assessments.</summary>
    public IReadOnlyList<AssessmentDifference> Steps { get; }

    /// <summary>
    /// Every finding that was ever raised, each placed as it was when it was worst, in the order of <see cref="Assessment.Findings"/>:
    /// graver before less grave, a root before what follows from it.
    /// </summary>
    public IReadOnlyList<FindingCourse> Findings { get; }

    /// <summary>What a host knows of its days, and of days that are left out, in their order; empty unless <see cref="WithHostNotes"/> gave some.</summary>
    public IReadOnlyList<HostNote> HostNotes { get; private set; } = [];

    /// <summary>Puts assessments of one collaboration in the order of their days.</summary>
    /// <param name="assessments">The assessments, in any order, each of a collaboration with a day in <see cref="Collaboration.AsOf"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="assessments"/>, or one of them, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Assessments have no day, or the same day, or there are none; the message names them all.</exception>
    public static Timeline Of(params IEnumerable<Assessment> assessments)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        var given = assessments.ToList();
        foreach (var assessment in given)
        {
            ArgumentNullException.ThrowIfNull(assessment, nameof(assessments));
        }

        var problems = given.Select((assessment, i) => (assessment, i)).Where(each => each.assessment.Collaboration.AsOf is null)
            .Select(each => $"{Named(each)} has no day. Give its asOf.")
            .Concat(given.Select((assessment, i) => (assessment, i)).Where(each => each.assessment.Collaboration.AsOf is not null)
                .GroupBy(each => each.assessment.Collaboration.AsOf).Where(same => same.Count() > 1)
                .Select(same => string.Create(CultureInfo.InvariantCulture, $"{Text.Words.List([.. same.Select(Named)])} have the same day, {CalendarDay.Write(same.Key!.Value)}. Give each a day of its own.")))
            .ToList();
        if (given.Count == 0)
        {
            problems.Add("There is no snapshot. Give at least one.");
        }

        return problems.Count == 0
            ? new Timeline([.. given.OrderBy(assessment => assessment.Collaboration.AsOf)])
            : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(assessments));

        static string Named((Assessment Assessment, int Place) each) =>
            string.Create(CultureInfo.InvariantCulture, $"Snapshot {each.Place + 1}{(each.Assessment.Collaboration.Name is { } name ? $" '{name}'" : "")}");
    }

    /// <summary>The timeline with what a host knows of its days, which its text, its JSON and its reports then say; all else stays.</summary>
    /// <param name="notes">The notes, in any order, in place of those that it had. A day may have several, or none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="notes"/>, or one of them, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A day of the timeline is said to be left out.</exception>
    public Timeline WithHostNotes(params IEnumerable<HostNote> notes)
    {
        var inOrder = HostNote.InOrder(notes);
        if (inOrder.FirstOrDefault(note => note.IsLeftOut && Days.Contains(note.Day)) is { } wrong)
        {
            throw new ArgumentException($"{CalendarDay.Write(wrong.Day)} is said to be left out, and is a day of the timeline. Give the note without that, or a timeline without the day.", nameof(notes));
        }

        var noted = (Timeline)MemberwiseClone();
        noted.HostNotes = inOrder;
        return noted;
    }

    /// <summary>
    /// The range on each day, with a word where it fell only because facts were no longer recorded, what a host knows of the days, then the course of every
    /// finding: its levels, and whether it was cleared or is no longer known.
    /// </summary>
    /// <returns>Lines that end with a line feed on every system, the last one too.</returns>
    public string ToText() => Unseen.Replaced(TimelineText.Of(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(TimelineJson.SchemaId, this, TimelineJson.Write);

    /// <summary>The days, and the range on the last of them.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{CalendarDay.Write(Days[0])} to {CalendarDay.Write(Days[^1])}: overall {Assessments[^1].Overall}");

    private static List<Assessment> UnderLastNames(IReadOnlyList<Assessment> assessments)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var named = new List<Assessment>();
        foreach (var assessment in assessments.Reverse())
        {
            // A name of later that is not listed on this day may be this partner's; one that is, is another's.
            var own = Respelling.NamesIn(assessment);
            var under = assessment.Under(Respelling.Between(own, [.. names]));
            named.Add(under);
            names.UnionWith(Respelling.NamesIn(under));
        }

        named.Reverse();
        return named;
    }

    /// <summary>How a finding of one of the assessments is in each of them.</summary>
    private List<FindingPoint> PointsOf(Assessment of, Finding finding)
    {
        var isAboutPartner = finding.PartnerRow >= 0;
        var name = isAboutPartner ? of.State.Facts.Listed[finding.PartnerRow].Name : "";
        return
        [
            .. underLastNames.Select(assessment =>
            {
                var row = isAboutPartner ? assessment.State.Facts.RowOf(name) : -1;
                return new FindingPoint(
                    assessment.Collaboration.AsOf!.Value,
                    assessment.State.OutcomeOf(finding.Code, finding.Case.Subject, isAboutPartner, row),
                    assessment.Findings.FirstOrDefault(other => other.Fingerprint == finding.Fingerprint)?.Level);
            }),
        ];
    }
}

/// <summary>The course of one finding over time.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FindingCourse
{
    internal FindingCourse(Finding worst, IReadOnlyList<FindingPoint> points)
    {
        Fingerprint = worst.Fingerprint;
        Code = worst.Code;
        Subject = worst.Subject;
        SubjectInWords = worst.SubjectInWords;
        Kind = worst.Kind;
        Root = worst.Root;
        Title = worst.Title;
        (SaidTitle, SaidSubject) = (worst.Rule.Said(worst.Title), worst.SaidSubject);
        Points = points;
        From = points.First(point => point.IsRaised).Day;
        Until = points.Reverse().TakeWhile(point => !point.IsRaised).LastOrDefault()?.Day;
        End = points[^1].IsRaised ? null : FindingChange.EndOf(points[^1].Outcome);
    }

    /// <summary>What names the finding; see <see cref="Finding.Fingerprint"/>.</summary>
    public string Fingerprint { get; }

    /// <summary>The code of the rule.</summary>
    public string Code { get; }

    /// <summary>What the finding is about; <see langword="null"/> for the collaboration as a whole.</summary>
    public string? Subject { get; }

    /// <summary><see cref="Subject"/> as people read it, in the language of the rule book.</summary>
    public string? SubjectInWords { get; }

    /// <summary>What the finding is.</summary>
    public FindingKind Kind { get; }

    /// <summary>
    /// The <see cref="Fingerprint"/> of the finding at the top of the matter when this one was worst; <see langword="null"/> where it
    /// was a root itself.
    /// </summary>
    public string? Root { get; }

    /// <summary>What the rule is about, in a few words.</summary>
    public string Title { get; }

    /// <summary><see cref="Title"/> with the language that it is in.</summary>
    internal Passage SaidTitle { get; }

    /// <summary><see cref="SubjectInWords"/> likewise.</summary>
    internal Passage SaidSubject { get; }

    /// <summary>The first day on which it was raised.</summary>
    public DateOnly From { get; }

    /// <summary>The first day from which on it was not raised any more; <see langword="null"/> where it is raised on the last day.</summary>
    public DateOnly? Until { get; }

    /// <summary>Why it is not raised on the last day: only one of the reasons says that the matter is over. <see langword="null"/> where it is raised then.</summary>
    public FindingEnd? End { get; }

    /// <summary>How it was on every day of the timeline.</summary>
    public IReadOnlyList<FindingPoint> Points { get; }

    /// <summary>The fingerprint, the days and how it ended: "VISION-ABSENT from 2012-01-01, cleared by 2018-01-01".</summary>
    public override string ToString() => End is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"{Fingerprint} from {CalendarDay.Write(From)}, {DifferenceText.InWords(end)} {(end == FindingEnd.Cleared ? "by" : "from")} {CalendarDay.Write(Until!.Value)}")
        : string.Create(CultureInfo.InvariantCulture, $"{Fingerprint} from {CalendarDay.Write(From)}");
}

/// <summary>How a finding stood on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Outcome">
/// How the rule ended for what the finding is about: not being raised may mean that it is clear or that no one knows.
/// <see langword="null"/> where the rule book had no such rule, or it was switched off.
/// </param>
/// <param name="Level">The level, if it was raised and has one; see <see cref="Finding.Level"/>.</param>
public sealed record FindingPoint(DateOnly Day, Outcome? Outcome, LevelRange? Level)
{
    /// <summary>Whether the finding was raised.</summary>
    public bool IsRaised => Outcome == CollabRisk.Outcome.Raised;
}
