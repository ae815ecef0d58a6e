namespace CollabRisk.Facts;

/// <summary>What is wrong with what a collaboration says of a fact.</summary>
/// <param name="Path">The path of the fact, with the name of the partner where it is a partner's: <c>partners[Fire Service].role</c>.</param>
/// <param name="What">What is wrong, with the value, and what to do.</param>
internal readonly record struct FactProblem(string Path, string What)
{
    public override string ToString() => $"{Path}: {What}";
}
