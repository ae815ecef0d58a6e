namespace CollabRisk.Rules.Tables;

/// <summary>What is made of two values.</summary>
internal enum OperationKind
{
    /// <summary>The bits that both have.</summary>
    And,

    /// <summary>The bits that either has.</summary>
    Or,

    /// <summary>The opposite of the first.</summary>
    Not,

    /// <summary>The first as it is.</summary>
    Copy,
}

/// <summary>The two values of an operation; where it has one, the same twice.</summary>
internal readonly record struct Operation(int A, int B);

/// <summary>Operations whose values follow one another: runs of one kind, so that nothing has to be asked of each.</summary>
internal readonly record struct Operations(int FirstSlot, (OperationKind Kind, Operation[] Each)[] Runs);
