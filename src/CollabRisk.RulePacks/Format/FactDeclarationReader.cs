using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads the facts that a pack adds to the model. They are under the pack's prefix, so that packs keep out of each other's way.</summary>
internal sealed class FactDeclarationReader(string? prefix)
{
    public IReadOnlyList<FactDeclaration> Read(IEnumerable<MapReader> entries) => [.. entries.Select(Read).OfType<FactDeclaration>()];

    private FactDeclaration? Read(MapReader entry)
    {
        var name = entry.Text(FactKeys.Name);
        var type = entry.Word(FactKeys.Type);
        var meaning = entry.Text(FactKeys.Meaning);
        var question = entry.Text(FactKeys.Question);
        var codingNote = entry.Text(FactKeys.CodingNote);
        var words = entry.Texts(FactKeys.Words);
        var isOrdered = entry.YesNo(FactKeys.Ordered);
        var minimum = entry.Number(FactKeys.Minimum);
        var maximum = entry.Number(FactKeys.Maximum);
        var better = entry.Word(FactKeys.Better);
        var neutralBecause = entry.Text(FactKeys.NeutralBecause);
        var isPerPartner = entry.YesNo(FactKeys.PerPartner);
        var isChangeable = entry.YesNo(FactKeys.Changeable);
        var isOutcome = entry.YesNo(FactKeys.Outcome);
        if (string.IsNullOrWhiteSpace(prefix))
        {
            entry.Report(PackProblemKinds.MissingKey, entry.Place, "a pack that adds facts needs a 'prefix' in its manifest, under which they are. Add it, such as 'prefix: RCR'.");
            return null;
        }

        return !entry.IsWhole || name is null || type is null ? null : new FactDeclaration
        {
            Name = $"{ExtensionForm.PrefixOf(prefix)}.{name}",
            Type = type.Value,
            Meaning = meaning ?? "",
            Question = question ?? "",
            CodingNote = codingNote,
            AllowedWords = words,
            IsOrdered = isOrdered ?? false,
            Minimum = minimum,
            Maximum = maximum,
            Better = better ?? FactDirection.Neutral,
            NeutralBecause = neutralBecause,
            IsPerPartner = isPerPartner ?? false,
            IsChangeable = isChangeable ?? true,
            IsOutcome = isOutcome ?? false,
            Place = entry.Place,
        };
    }
}
