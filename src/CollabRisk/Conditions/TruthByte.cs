using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>
/// Values of truth as tables keep them, in the bytes of yes/no facts: one bit for "it may be so", and one more for "it is so".
/// "And" and "or" are those of the bits, of which a processor does one in a step and has no branch to guess wrong.
/// </summary>
internal static class TruthByte
{
    public const byte False = FactCodes.No;

    public const byte Unknown = FactCodes.UnknownYesNo;

    public const byte True = FactCodes.Yes;

    public static byte Of(Truth value) => (byte)((int)value | ((int)value >> 1));

    public static Truth ToTruth(byte kept) => (Truth)(kept - (kept >> 1));

    /// <summary>The opposite: what may be so is what is not known to be otherwise.</summary>
    public static byte Not(byte kept) => (byte)(((~kept >> 1) & 1) | ((~kept << 1) & 2));
}
