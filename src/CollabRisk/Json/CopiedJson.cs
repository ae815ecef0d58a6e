using System.Buffers;
using System.Text.Json;

namespace CollabRisk.Json;

/// <summary>
/// A value that is put together of bytes that were written before, and goes to a writer at once: it takes as long to tell a writer of a part as to copy
/// some hundred bytes. Only for writers that <see cref="RepeatedValue.CanBeCopiedInto"/> allows.
/// </summary>
/// <param name="capacity">How many bytes it is expected to have.</param>
internal ref struct CopiedJson(int capacity)
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int length;

    public void Add(ReadOnlySpan<byte> more)
    {
        if (bytes.Length - length < more.Length)
        {
            MakeRoomFor(more.Length);
        }

        more.CopyTo(bytes.AsSpan(length));
        length += more.Length;
    }

    /// <summary>Adds a text that is escaped already.</summary>
    public void Add(JsonEncodedText text)
    {
        Add("\""u8);
        Add(text.EncodedUtf8Bytes);
        Add("\""u8);
    }

    /// <summary>Takes the last byte away.</summary>
    public void RemoveLast() => length--;

    /// <summary>Writes what was put together, once and as the last thing that is done with it.</summary>
    public readonly void WriteTo(Utf8JsonWriter json)
    {
        json.WriteRawValue(bytes.AsSpan(0, length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void MakeRoomFor(int more)
    {
        var longer = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, length + more));
        bytes.AsSpan(0, length).CopyTo(longer);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = longer;
    }
}
