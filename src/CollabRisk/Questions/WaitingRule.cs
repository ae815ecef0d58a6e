using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>A rule of a book that waits for a fact, with the highest level at which a case that waits for it could be raised.</summary>
/// <remarks>In one number, since a few hundred facts have a thousand of them.</remarks>
internal readonly record struct WaitingRule
{
    private const int LevelBits = 2;

    private readonly uint indexAndLevel;

    public WaitingRule(Rule rule, Level level) => indexAndLevel = ((uint)rule.Index << LevelBits) | (uint)level;

    public Level Level => (Level)(indexAndLevel & ((1 << LevelBits) - 1));

    /// <summary>The rule, of the book that it is of.</summary>
    public Rule In(RuleBook book) => book.RuleAt((int)(indexAndLevel >> LevelBits));

    /// <summary>Whether it is this rule, of the same book.</summary>
    public bool IsOf(Rule rule) => indexAndLevel >> LevelBits == rule.Index;
}
