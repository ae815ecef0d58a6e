using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Checks.Solving;

/// <summary>
/// One thing about a collaboration on which the value of a condition may depend. A search makes such choices one by one; every
/// real collaboration is one way to make them all, but not every way is a real collaboration.
/// </summary>
internal abstract record Choice
{
    /// <summary>Which class of values a fact has, or that it is unknown. The row is that of a partner, -1 for a fact of the collaboration.</summary>
    public sealed record ValueOf(Fact Fact, int Row) : Choice;

    /// <summary>How many rows of partners there are that matter.</summary>
    public sealed record PartnerRows : Choice;

    /// <summary>Whether the partner of a row is listed: 1, or is one of those who are not: 0.</summary>
    public sealed record IsListed(int Row) : Choice;

    /// <summary>Which of two known numbers is the greater: the sign of their comparison.</summary>
    public sealed record OrderOf(Fact Left, Fact Right, int Row) : Choice;

    /// <summary>How a known day is to another one, moved by a time: the sign of their comparison.</summary>
    public sealed record OrderOfDays(Fact Left, Fact Right, Period Shift, int Row) : Choice;

    /// <summary>Whether enough partners meet a condition, by its text: its value.</summary>
    public sealed record ShareOf(string Condition) : Choice;

    /// <summary>Between which of the numbers that matter a sum over partners is, and whether any number in it is known.</summary>
    public sealed record SumOf(Fact Fact) : Choice;

    /// <summary>Whether a known set of words, not empty, lies within another.</summary>
    public sealed record Within(Fact Part, Fact Whole, int Row) : Choice;

    /// <summary>Whether partners whose values of a fact are in one class differ all the same.</summary>
    public sealed record Differ(Fact Fact) : Choice;

    /// <summary>Whether the overall range is at least a level. Taken to be free, whatever the rules find.</summary>
    public sealed record Overall(Level Level) : Choice;
}
