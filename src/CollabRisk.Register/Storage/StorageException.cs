namespace CollabRisk.Register.Storage;

/// <summary>The database cannot be used. Whatever was to be written was not, and nothing that was written before is lost.</summary>
internal sealed class StorageException : Exception
{
    public StorageException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public StorageException(string message, bool isLasting)
        : base(message) => IsLasting = isLasting;

    /// <summary>Whether trying again is of no use.</summary>
    public bool IsLasting { get; }
}
