using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads the words that a pack adds to facts of the library. They are under the pack's prefix, as its facts are.</summary>
internal sealed class AddedWordReader(string? prefix)
{
    public IReadOnlyList<WordDeclaration> Read(IEnumerable<MapReader> entries) => [.. entries.Select(Read).OfType<WordDeclaration>()];

    private WordDeclaration? Read(MapReader entry)
    {
        var fact = entry.Text(AddedWordKeys.Fact);
        var word = entry.Text(AddedWordKeys.Word);
        var countsAs = entry.Text(AddedWordKeys.CountsAs);
        var meaning = entry.Text(AddedWordKeys.Meaning);
        if (string.IsNullOrWhiteSpace(prefix))
        {
            entry.Report(PackProblemKinds.MissingKey, entry.Place, "a pack that adds words needs a 'prefix' in its manifest, under which they are. Add it, such as 'prefix: RCR'.");
            return null;
        }

        return !entry.IsWhole || fact is null || word is null || countsAs is null ? null : new WordDeclaration
        {
            Fact = ConditionReader.PathInModel(fact),
            Word = $"{ExtensionForm.PrefixOf(prefix)}.{word}",
            CountsAs = countsAs,
            Meaning = meaning ?? "",
            Place = entry.Place,
        };
    }
}
