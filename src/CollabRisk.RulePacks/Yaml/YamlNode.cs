using CollabRisk.Text;

namespace CollabRisk.RulePacks.Yaml;

/// <summary>A part of a YAML file, with the place where it begins.</summary>
internal abstract record YamlNode(TextPlace Place)
{
    /// <summary>How many nodes there are, with those below; an alias counts as all that it stands for.</summary>
    public abstract int Size { get; }

    /// <summary>What the node is, for a message.</summary>
    public abstract string InWords { get; }

    /// <summary>The node and all below it, in the order of the file.</summary>
    public abstract IEnumerable<YamlNode> All { get; }
}

/// <summary>A single value, as text: what it means is for its reader to say.</summary>
internal sealed record YamlScalar(TextPlace Place, string Text, bool IsQuoted) : YamlNode(Place)
{
    public override int Size => 1;

    /// <summary>Where a comment follows on the same line, which may have been meant as part of the text; null where none does.</summary>
    public TextPlace? Comment { get; init; }

    /// <summary>Whether the sign of the comment stands right before what follows it, as in <c>Desk #2</c>.</summary>
    public bool IsCutWithoutSpace { get; init; }

    /// <summary>The place after its last character, quotes counted; the same as where it begins for an alias.</summary>
    public (int Line, int Column) End { get; init; } = (Place.Line, Place.Column);

    /// <summary>Whether nothing is given: no text at all, <c>~</c> or <c>null</c>.</summary>
    public bool IsEmpty => !IsQuoted && Text is "" or "~" or "null";

    public override string InWords => IsEmpty ? "nothing" : CollabRisk.Text.Shown.Value(Text);

    public override IEnumerable<YamlNode> All => [this];
}

/// <summary>A list.</summary>
internal sealed record YamlList(TextPlace Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place)
{
    public override int Size { get; } = 1 + Items.Sum(item => item.Size);

    public override string InWords => Items.Count == 0 ? "an empty list" : "a list";

    public override IEnumerable<YamlNode> All => Items.SelectMany(item => item.All).Prepend(this);
}

/// <summary>Names with values, in the order of the file. No name occurs twice.</summary>
internal sealed record YamlMap(TextPlace Place, IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries) : YamlNode(Place)
{
    public override int Size { get; } = 1 + Entries.Sum(entry => 1 + entry.Value.Size);

    public override string InWords => Entries.Count == 0 ? "no keys" : "keys with values";

    public override IEnumerable<YamlNode> All => Entries.SelectMany(entry => entry.Value.All.Prepend(entry.Key)).Prepend(this);

    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
