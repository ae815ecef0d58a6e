using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CollabRisk.Facts;

/// <summary>
/// Asks for the memory of objects before it is read. The facts of a collaboration are some thirty objects; in one that was not read a moment ago they
/// are in no cache, and reading would wait for one after the other, where the memory can bring many at once.
/// </summary>
internal static class Prefetch
{
    /// <summary>As many as the memory brings at once; of more, the first would be gone again before they are read.</summary>
    public const int Most = 16;

    /// <summary>Asks for the first 128 bytes of an object, or for nothing where there is no object or the processor has no such instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Of(object? owner)
    {
        if (Sse.IsSupported)
        {
            // A hint and nothing more: an address that the garbage collector has just made stale, or that is null, is as safe as any other.
            var at = (byte*)Unsafe.As<object?, nint>(ref owner);
            Sse.Prefetch0(at);
            Sse.Prefetch0(at + 64);
        }
    }
}
