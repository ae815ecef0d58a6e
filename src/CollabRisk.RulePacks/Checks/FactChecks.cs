using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Facts that rules should not read, and declared facts that none reads.</summary>
/// <remarks>
/// A fact that is read and can never be given does not exist: every fact of the library is given or follows from given ones,
/// a declared fact is given under the extensions, and a path of no fact is an error.
/// </remarks>
internal static class FactChecks
{
    public static void Run(CheckRun run)
    {
        foreach (var (origin, _, condition) in run.WrittenConditions)
        {
            foreach (var node in condition.All.Where(node => node is not UnknownTest))
            {
                // How long ago another day is follows from the day that the facts describe.
                foreach (var fact in node.OwnFacts.Where(fact => fact.DescriptiveBecause is not null && !(node is DayPairTest days && days.Right == fact)))
                {
                    run.Warn(CheckProblemKinds.DescriptiveFact, origin.At(node), $"it reads '{fact.Path}', from which nothing follows: {fact.DescriptiveBecause}. Read another fact.");
                }
            }
        }

        var inMessages = run.Book.Rules.SelectMany(rule => rule.Cases).SelectMany(@case => @case.Says.Facts).ToHashSet();
        foreach (var pack in run.Packs)
        {
            foreach (var declared in pack.Pack.Facts)
            {
                var fact = run.Book.Facts.Find($"{(declared.IsPerPartner ? "partners[]." : "")}extensions.{declared.Name}")!;
                if (declared.Better == FactDirection.Neutral && declared.NeutralBecause is null)
                {
                    run.Warn(CheckProblemKinds.NoDirection, new(pack.Pack.Id, $"{pack.Pack.Id}/{declared.Name}", declared.Place), $"'{fact.Path}' does not say which values are better, so it counts as neutral. Give 'better', or 'neutral because'.");
                }

                if (!run.Book.TestsOf[fact].Any() && !inMessages.Contains(fact))
                {
                    run.Warn(CheckProblemKinds.FactNeverRead, new(pack.Pack.Id, $"{pack.Pack.Id}/{declared.Name}", declared.Place), $"no rule reads '{fact.Path}'. Write the rule that does, or remove the declaration.");
                }
            }
        }
    }
}
