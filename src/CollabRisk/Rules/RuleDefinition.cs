using System.Linq.Expressions;
using CollabRisk.Rules.Building;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>A moderator as its author wrote it.</summary>
internal sealed record ModeratorDefinition(Direction Direction, Clause When, string Because, string[] Claims);

/// <summary>One case of a rule as its author wrote it.</summary>
internal sealed class CaseDefinition
{
    public string? Subject { get; init; }

    public Clause? Guard { get; set; }

    public Clause? When { get; set; }

    public string? Says { get; set; }

    public LevelBasis? Level { get; set; }

    public List<string> Claims { get; } = [];

    public List<string> Caveats { get; } = [];

    /// <summary>What helps with this case alone, after what helps with every case.</summary>
    public List<Recommendation> Recommendations { get; } = [];
}

/// <summary>
/// Everything an author said about a rule, not yet checked. Chapters and packs fill definitions; the rule book checks them
/// all together and makes rules of them.
/// </summary>
internal sealed class RuleDefinition(string code, FindingKind kind, LevelBasis? level)
{
    public string Code { get; } = code;

    public FindingKind Kind { get; } = kind;

    public LevelBasis? Level { get; } = level;

    /// <summary>
    /// Where a value of the rule is in the text of its author, or the rule itself for no value; null where the author wrote
    /// no text that we know.
    /// </summary>
    public Func<string?, TextPlace?>? PlaceOf { get; init; }

    /// <summary>
    /// Whether something about the rule could not be read and was reported. Other rules may refer to it, but nothing is
    /// made of it and nothing more is said against it.
    /// </summary>
    public bool IsIncomplete { get; set; }

    public string? Title { get; set; }

    public RuleStatus Status { get; set; }

    public string? StatusNote { get; set; }

    public List<Clause> Guards { get; } = [];

    /// <summary>Which partners a rule over partners asks; only part of the guard of each.</summary>
    public Clause? WhichPartners { get; set; }

    public bool IsPerPartner { get; set; }

    public Clause? When { get; set; }

    public string? Says { get; set; }

    public List<ModeratorDefinition> Moderators { get; } = [];

    public List<string> Claims { get; } = [];

    /// <summary>What helps with every case of the rule.</summary>
    public List<Recommendation> Recommendations { get; } = [];

    /// <summary>All that findings of the rule can advise, each once, what helps with every case first.</summary>
    public IReadOnlyList<Recommendation> AllRecommendations
    {
        get
        {
            var all = new OnceList<Recommendation>();
            all.Add(Recommendations);
            foreach (var each in Cases)
            {
                all.Add(each.Recommendations);
            }

            return all.ToReadOnly();
        }
    }

    public List<string> Caveats { get; } = [];

    public List<string> LeadsTo { get; } = [];

    public List<string> Under { get; } = [];

    /// <summary>What the texts of the rule are in other languages.</summary>
    public List<TextInLanguage> InLanguages { get; } = [];

    /// <summary>The cases of a rule that has subjects; empty for a rule with one case.</summary>
    public List<CaseDefinition> Cases { get; } = [];

    /// <summary>The flags each of which becomes a case, and the condition on the flag.</summary>
    public (LambdaExpression? Group, IReadOnlyList<LambdaExpression> Facts, LambdaExpression When)? Flags { get; set; }
}
