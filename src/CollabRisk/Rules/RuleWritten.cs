namespace CollabRisk.Rules;

/// <content>What is kept with the rule of what was written of it: to look it up elsewhere would cost as much as to write it. Who writes it knows what it is.</content>
public sealed partial class Rule
{
    /// <summary>Kept of its findings in full.</summary>
    internal object? WrittenInFull;

    /// <summary>Kept of its findings in short.</summary>
    internal object? WrittenInShort;

    /// <summary>Kept of the matters that its findings are at the top of.</summary>
    internal object? WrittenAsMatter;

    /// <summary>Kept of it where it is in order.</summary>
    internal object? WrittenInOrder;
}
