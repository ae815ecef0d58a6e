using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads the facts that a pack adds to the model. They are under the pack's prefix, so that packs keep out of each other's way.</summary>
internal sealed class FactDeclarationReader(string? prefix)
{
    private readonly List<string> unreadable = [];

    /// <summary>
    /// The paths under which facts would be that could not be read, or what they begin with where not even their names could: that there is none of
    /// them follows from what was reported.
    /// </summary>
    public IReadOnlyList<string> Unreadable => unreadable;

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
        var inLanguages = LanguageReader.Read(entry, FactKeys.InLanguages, (FactKeys.Meaning, LanguageReader.One(meaning)), (FactKeys.Words, words));
        if (string.IsNullOrWhiteSpace(prefix))
        {
            entry.Report(PackProblemKinds.MissingKey, entry.Place, "a pack that adds facts needs a 'prefix' in its manifest, under which they are. Add it, such as 'prefix: RCR'.");
            unreadable.Add("extensions.");
            return null;
        }

        if (!entry.IsWhole || name is null || type is null)
        {
            unreadable.Add($"extensions.{ExtensionForm.PrefixOf(prefix)}.{name}");
            return null;
        }

        return new FactDeclaration
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
            InLanguages = inLanguages,
            Place = entry.Place,
        };
    }
}
