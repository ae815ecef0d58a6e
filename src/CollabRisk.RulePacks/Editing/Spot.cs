using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Editing;

/// <summary>
/// What a place of a pack is for: what can be written there, and what that which is written there means. Each kind of place knows the places below
/// it, so that the way from the top of a file to a place says what the place is.
/// </summary>
internal abstract class Spot
{
    /// <summary>A place of which nothing is known, such as that of a text.</summary>
    public static Spot Unknown { get; } = new UnknownSpot();

    /// <summary>The place of a key. While someone types a value it looks like a key, so that places of values take both.</summary>
    public virtual Spot Key(YamlMap map, YamlScalar key) => this;

    /// <summary>The place of the value of a key.</summary>
    public virtual Spot Value(YamlMap map, YamlScalar key) => Unknown;

    /// <summary>The place of an entry of a list.</summary>
    public virtual Spot Item(int at) => this;

    /// <summary>What can be written there, in the order in which it is shown.</summary>
    public virtual IEnumerable<Choice> Choices(PackIndex index) => [];

    /// <summary>What a text there means; null where it means nothing that is known.</summary>
    public virtual Described? Of(string text, PackIndex index) => null;

    private sealed class UnknownSpot : Spot;
}
