using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>
/// What a rule of the host found, next to the findings of the rule book: a judgement with someone's name to it, and no
/// evidence.
/// </summary>
/// <remarks>
/// <para>
/// It names no claims, since claims are what sources say; it says whose judgement it is instead. It does not count in
/// the overall range, which says what the evidence shows, and no rule of the rule book reads it. Its code belongs to no
/// rule of the rule book.
/// </para>
/// <para>Immutable and thread-safe. Two of them are the same only where they are one object.</para>
/// </remarks>
public sealed class HostFinding
{
    /// <summary>Makes a finding of the host.</summary>
    /// <param name="code">A permanent code in capitals, such as <c>CONTRACT-ENDS-SOON</c>.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="level">Low, Moderate or High for a risk or a mismatch; <see langword="null"/> for all other kinds.</param>
    /// <param name="title">What it is about, in a few words; never blank.</param>
    /// <param name="message">What it says, as one sentence; never blank.</param>
    /// <param name="judgedBy">Whose judgement it is, or on what it rests: "Procurement policy 4.2"; never blank.</param>
    /// <param name="subject">The partner or whatever else it is about; <see langword="null"/> for the collaboration as a whole.</param>
    /// <exception cref="ArgumentException">Values are missing or do not go together; the message has them all.</exception>
    public HostFinding(string code, FindingKind kind, Level? level, string title, string message, string judgedBy, string? subject = null)
    {
        var problems = new List<string>();
        if (code is null || !Spelling.IsCode(code))
        {
            problems.Add($"'{code}' is not a code, which is made of capitals and digits in words joined by hyphens, such as 'CONTRACT-ENDS-SOON'.");
        }

        if (!Enum.IsDefined(kind))
        {
            problems.Add($"'{kind}' is not a kind of finding.");
        }

        var hasLevel = kind.HasLevel();
        if (hasLevel && level is not (CollabRisk.Level.Low or CollabRisk.Level.Moderate or CollabRisk.Level.High))
        {
            problems.Add($"a {kind} has a level: Low, Moderate or High.");
        }
        else if (!hasLevel && level is not null)
        {
            problems.Add($"a {kind} has no level; only a Risk and a Mismatch have one.");
        }

        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[(nameof(title), title), (nameof(message), message), (nameof(judgedBy), judgedBy)])
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                problems.Add($"the {name} is blank.");
            }
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The finding of the host cannot be made: {string.Join(" ", problems)}");
        }

        (Code, Kind, Level, Title, Message, JudgedBy, Subject) = (code!, kind, level, title, message, judgedBy, subject);
    }

    /// <summary>The code, permanent as those of rules are.</summary>
    public string Code { get; }

    /// <summary>What the finding is.</summary>
    public FindingKind Kind { get; }

    /// <summary>How grave the host holds it to be; <see langword="null"/> unless it is a risk or a mismatch.</summary>
    public Level? Level { get; }

    /// <summary>What it is about, in a few words.</summary>
    public string Title { get; }

    /// <summary>What it says, as one sentence.</summary>
    public string Message { get; }

    /// <summary>Whose judgement it is, or on what it rests.</summary>
    public string JudgedBy { get; }

    /// <summary>The partner or whatever else it is about; <see langword="null"/> for the collaboration as a whole.</summary>
    public string? Subject { get; }

    /// <summary>Code, message and whose judgement it is.</summary>
    public override string ToString() => $"{Code}: {Message} ({JudgedBy})";

    /// <summary>As findings are ordered: by level, then kind; the rest settles what is left.</summary>
    internal static int WorstFirst(HostFinding a, HostFinding b) =>
        (b.Level ?? CollabRisk.Level.None).CompareTo(a.Level ?? CollabRisk.Level.None) is var level and not 0 ? level
        : a.Kind.CompareTo(b.Kind) is var kind and not 0 ? kind
        : string.CompareOrdinal(a.Code, b.Code) is var code and not 0 ? code
        : Names.Compare(a.Subject, b.Subject) is var subject and not 0 ? subject
        : string.CompareOrdinal(a.Message, b.Message) is var message and not 0 ? message
        : string.CompareOrdinal(a.Title, b.Title) is var title and not 0 ? title
        : string.CompareOrdinal(a.JudgedBy, b.JudgedBy);
}
