using CollabRisk.Evidence;

namespace CollabRisk.Rules;

/// <summary>One case of a rule as text, to read the rules without evaluating anything.</summary>
/// <remarks>Immutable and thread-safe. <see cref="Rule.CasesInWords"/> has the cases of a rule.</remarks>
public sealed class CaseInWords
{
    internal CaseInWords(Rule rule, Case each)
    {
        Subject = each.Subject;
        SubjectInWords = each.SubjectInWords;
        Guard = each.AppliesWhen?.ToString();
        Condition = each.When.ToString();
        Message = each.Says.Text;
        Level = each.Level;
        Confidence = each.Confidence;
        Claims = each.Claims;
        Caveats = each.Caveats;
        OwnCaveats = [.. each.Caveats.Except(rule.Caveats, StringComparer.Ordinal)];
        OwnRecommendations = [.. each.Recommendations.Where(step => !rule.IsAdvisedAlways(step))];
    }

    /// <summary>What the case is about, unique in the rule; <see langword="null"/> for a rule with a single case.</summary>
    public string? Subject { get; }

    /// <summary>What the case is about, in the language of the rule book; <see cref="Subject"/> where its author has no words in it.</summary>
    public string? SubjectInWords { get; }

    /// <summary>The guard of the case, next to the rule's own, as text in the canonical form; <see langword="null"/> where it has none.</summary>
    public string? Guard { get; }

    /// <summary>The condition as text in the canonical form.</summary>
    public string Condition { get; }

    /// <summary>What a finding says, with places such as <c>{subject}</c> for what is filled in.</summary>
    public string Message { get; }

    /// <summary>The level before moderators, with the reason; <see langword="null"/> unless the rule is a risk or a mismatch.</summary>
    public LevelBasis? Level { get; }

    /// <summary>How well a finding of the case is supported.</summary>
    public Confidence Confidence { get; }

    /// <summary>The claims on which the case rests, best supported first; at least one.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>What limits a finding of the case, the caveats of the whole rule included; empty where nothing does.</summary>
    public IReadOnlyList<string> Caveats { get; }

    /// <summary>The caveats of this case alone; empty where it has none.</summary>
    public IReadOnlyList<string> OwnCaveats { get; }

    /// <summary>What is advised in this case and not in every case of the rule; empty where the advice is the rule's.</summary>
    public IReadOnlyList<Recommendation> OwnRecommendations { get; }
}
