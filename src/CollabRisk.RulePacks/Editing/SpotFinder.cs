using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Editing;

/// <summary>Finds what a place in a file is for, by the way that leads to it from the top.</summary>
internal static class SpotFinder
{
    /// <summary>What is at a place: the text there, and what the place is for; null where there is no text.</summary>
    /// <param name="root">What the file holds.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1; a text that ends there counts.</param>
    /// <param name="index">What can be named.</param>
    public static (YamlScalar Text, Spot Spot)? At(YamlNode root, int line, int column, PackIndex index) =>
        Find(root, scalar => Covers(scalar, line, column), Top(index));

    /// <summary>Where a text is, such as one that stands for what is being typed, and what the place is for; null where it is nowhere. In a message it may be in a longer one.</summary>
    public static (YamlScalar Text, Spot Spot)? Of(YamlNode root, string text, PackIndex index) =>
        Find(root, scalar => scalar.Text == text, Top(index))
        ?? (Find(root, scalar => scalar.Text.Contains(text, StringComparison.Ordinal), Top(index)) is (_, MessageSpot) found ? found : null);

    private static ShapeSpot Top(PackIndex index) => new(FileKeys.Shape, ofPartner: false, index);

    private static bool Covers(YamlScalar scalar, int line, int column) =>
        (line, column).CompareTo((scalar.Place.Line, scalar.Place.Column)) >= 0 && (line, column).CompareTo(scalar.End) <= 0;

    private static (YamlScalar, Spot)? Find(YamlNode node, Func<YamlScalar, bool> isIt, Spot spot)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return isIt(scalar) ? (scalar, spot) : null;
            case YamlList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (Find(list.Items[i], isIt, spot.Item(i)) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case YamlMap map:
                foreach (var (key, value) in map.Entries)
                {
                    if (isIt(key))
                    {
                        return (key, spot.Key(map, key));
                    }

                    if (Find(value, isIt, spot.Value(map, key)) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
