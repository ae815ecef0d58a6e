namespace CollabRisk.Register.Storage;

/// <summary>The database cannot be used. Whatever was to be written was not.</summary>
internal sealed class StorageException : Exception
{
    public StorageException(Trouble trouble, Exception inner)
        : base(trouble.InFull ?? trouble.Shown, inner) => (Shown, IsLasting) = (trouble.Shown, trouble.IsDamage);

    public StorageException(string message, Exception inner)
        : base(message, inner) => Shown = message;

    public StorageException(string message, bool isLasting)
        : base(message) => (Shown, IsLasting) = (message, isLasting);

    /// <summary>What is wrong, for whoever waits for an answer: no place on the machine, and nothing that a database says. The message is for whoever operates it.</summary>
    public string Shown { get; }

    /// <summary>Whether trying again is of no use.</summary>
    public bool IsLasting { get; }

    /// <summary>What whoever waits for an answer can do.</summary>
    public string Advice => IsLasting ? "Trying again is of no use before it is mended: tell whoever operates the register." : "Nothing that was kept before is lost. Try again in a moment.";
}

/// <summary>What is wrong with a database.</summary>
/// <param name="Shown">As a sentence for whoever waits for an answer.</param>
/// <param name="InFull">The same for whoever operates it; left out where it is no different.</param>
/// <param name="IsDamage">Whether something of what was kept cannot be read.</param>
internal sealed record Trouble(string Shown, string? InFull = null, bool IsDamage = false)
{
    /// <summary>What only the database itself has words for.</summary>
    public static Trouble Of(string inFull) => new("The database cannot be used.", inFull);
}
