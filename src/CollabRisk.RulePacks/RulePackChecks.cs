using CollabRisk.RulePacks.Checks;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>
/// Checks rules that are valid for what their authors hardly mean: conditions that can never hold, rules that say nothing that
/// another does not, moderators that never act, recommendations that no one gets.
/// </summary>
/// <remarks>
/// <para>
/// Conditions are decided over all values that their facts can have. Only that a worse fact gives a better result is looked for in
/// examples: what is reported was evaluated, and that nothing was found is not proof.
/// </para>
/// <para>
/// What a warning says of a condition is so in every collaboration. The reverse is not promised: facts that follow from other
/// facts count as if they could have any value, and questions that would take too long are left undecided. Thread-safe.
/// </para>
/// </remarks>
public static class RulePackChecks
{
    /// <summary>Checks the packs that were read from files, as parts of the whole rule book.</summary>
    /// <param name="set">The packs.</param>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is <see langword="null"/>.</exception>
    public static RulePackCheckReport Run(RulePackSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Run(set.RuleBook, [.. set.Packs.Select(CheckedPack.Of)]);
    }

    /// <summary>Checks some of the packs of a rule book, such as packs in code.</summary>
    /// <param name="book">The rule book.</param>
    /// <param name="packs">The packs, all of them in the rule book. What others of its packs say is seen, but not warned about.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The rule book does not have one of the packs.</exception>
    public static RulePackCheckReport Run(RuleBook book, IReadOnlyList<RulePack> packs)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(packs);
        foreach (var pack in packs)
        {
            if (!book.Packs.Contains(new PackReference(pack.Id, pack.Version)))
            {
                throw new ArgumentException($"The rule book does not have {pack}. Check packs with a rule book that was built from them.", nameof(packs));
            }
        }

        return Run(book, [.. packs.Select(CheckedPack.Of)]);
    }

    private static RulePackCheckReport Run(RuleBook book, List<CheckedPack> packs)
    {
        var run = new CheckRun(book, packs);
        ConditionChecks.Run(run);
        RulePairChecks.Run(run);
        UnderChecks.Run(run);
        ModeratorChecks.Run(run);
        DominanceChecks.Run(run);
        FactChecks.Run(run);
        EvidenceChecks.Run(run);
        OverrideChecks.Run(run);
        StatusChecks.Run(run);
        LanguageCoverage.Run(run);
        return run.Report;
    }
}
