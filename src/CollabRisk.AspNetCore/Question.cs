namespace CollabRisk.AspNetCore;

/// <summary>Something that can be asked about a collaboration: the endpoint, the page that describes it, and what it takes.</summary>
/// <param name="Name">The last part of the path.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="Schemas">The ids of the schemas of what it gives.</param>
/// <param name="Parameters">What the query can say.</param>
internal sealed record Question(string Name, string Summary, IReadOnlyList<string> Schemas, IReadOnlyList<QueryParameter> Parameters)
{
    public static Question Evaluate { get; } = new(
        "evaluate", "What puts the collaboration at risk, on which evidence, and what is not known", ["collabrisk/compact-assessment/1", "collabrisk/assessment/2"],
        [new("detail", "How much is written: what a reader acts on, or everything.", ["compact", "full"])]);

    public static Question Explain { get; } = new(
        "explain", "Why a rule ended as it did", ["collabrisk/explanation/2"], [new("code", "The code of the rule.", IsRequired: true)]);

    public static Question WhatIf { get; } = new(
        "what-if", "What would be different if facts were", ["collabrisk/difference/2"],
        [new("change", "A change such as vision.exists=yes or partners[Police].role=Lead; give it again for more.", IsRequired: true, IsRepeated: true)]);

    public static Question Remedies { get; } = new(
        "remedies", "The smallest changes that would help", ["collabrisk/remedies/2"],
        [
            new("code", "The code of the rule that should be clear; or give target."),
            new("subject", "The partner or case that the finding is about, where it has one."),
            new("target", "The highest level that may remain; or give code.", ["none", "low", "moderate", "high"]),
        ]);

    public static Question Next { get; } = new(
        "next", "What to find out next", ["collabrisk/questions/1"], [new("count", "How many questions at most; 3 if left out.")]);

    public static Question Compare { get; } = new("compare", "What is different between two collaborations", ["collabrisk/difference/2"], []);

    public static IReadOnlyList<Question> All { get; } = [Evaluate, Explain, WhatIf, Remedies, Next, Compare];
}

/// <summary>What the query of a request can say.</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Words">The words that it can have; null for any text.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="IsRepeated">Whether it can be there more than once.</param>
internal sealed record QueryParameter(string Name, string Meaning, IReadOnlyList<string>? Words = null, bool IsRequired = false, bool IsRepeated = false);
