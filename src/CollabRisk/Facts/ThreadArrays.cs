namespace CollabRisk.Facts;

/// <summary>
/// The arrays in which a thread evaluates. Of most of many collaborations nothing but the range is ever asked, so the next evaluation of the thread writes
/// over them, unless they were taken.
/// </summary>
/// <remarks>
/// Each thread has its own, and no other may read what is in them. They keep codes and truths, which say nothing without their registry, and no object that
/// a host gave.
/// </remarks>
internal sealed class ThreadArrays
{
    /// <summary>How many times larger than is asked for an array may be: whoever takes it may keep it for long.</summary>
    private const int MostSlack = 4;

    [ThreadStatic]
    private static ThreadArrays? ofThread;

    private byte[] bytes = [];
    private long[] numbers = [];
    private byte[] truths = [];
    private long loan;

    /// <summary>The arrays of this thread, for another evaluation. What was written into them before is lost from now on.</summary>
    /// <returns>The arrays, and the number by which to ask whether what is in them is still that of this evaluation.</returns>
    public static (ThreadArrays Arrays, long Loan) Lend()
    {
        var arrays = ofThread ??= new();
        return (arrays, ++arrays.loan);
    }

    /// <summary>Whether the arrays are those of this thread and were not lent again.</summary>
    public bool AreLent(long loan) => ofThread == this && this.loan == loan;

    /// <summary>Lets go of the arrays, so that they stay as they are, where they are still lent.</summary>
    /// <returns>Whether they were.</returns>
    public bool TryGive(long loan)
    {
        if (!AreLent(loan))
        {
            return false;
        }

        (bytes, numbers, truths) = ([], [], []);
        return true;
    }

    /// <summary>An array for the codes that are bytes, of at least a length; what is in it is anything.</summary>
    public byte[] Bytes(int length) => Sized(ref bytes, length);

    /// <summary>One for the codes that are numbers, likewise.</summary>
    public long[] Numbers(int length) => Sized(ref numbers, length);

    /// <summary>One for the truths of tables, likewise.</summary>
    public byte[] Truths(int length) => Sized(ref truths, length);

    private static T[] Sized<T>(ref T[] array, int length) =>
        array.Length >= length && array.Length / MostSlack <= length ? array : array = GC.AllocateUninitializedArray<T>(length);
}
