namespace CollabRisk.AspNetCore;

/// <summary>Something that can be asked about a collaboration: the endpoint, the page that describes it, and what it takes.</summary>
/// <param name="Name">The last part of the path.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="Schemas">The ids of the schemas of what it gives as JSON.</param>
/// <param name="Forms">The forms in which it is answered, the usual one first.</param>
/// <param name="Own">What its query can say, but for the form.</param>
internal sealed record Question(string Name, string Summary, IReadOnlyList<string> Schemas, IReadOnlyList<Form> Forms, IReadOnlyList<QueryParameter> Own)
{
    private static readonly IReadOnlyList<Form> Answers = [Form.Json, Form.Text];

    private static readonly IReadOnlyList<Form> Pages = [Form.Json, Form.Text, Form.Html, Form.Markdown, Form.Sarif, Form.Csv];

    private static readonly IReadOnlyList<Form> Reports = [Form.Html, Form.Markdown, Form.Sarif, Form.Csv];

    /// <summary>The collaborations in the body; <see langword="null"/> where the body is one.</summary>
    public Parts? Parts { get; private init; }

    /// <summary>Whether people may be asked in other words, which the host has.</summary>
    public bool TakesWording { get; private init; }

    public static Question Evaluate { get; } = new(
        "evaluate", "What puts the collaboration at risk, on which evidence, and what is not known", ["collabrisk/compact-assessment/1", "collabrisk/assessment/2"], Pages,
        [new("detail", "How much of it is written as JSON: what a reader acts on, or everything.", ["compact", "full"])]);

    public static Question Report { get; } = new("report", "The report of the collaboration for the people who look at it", [], Reports, []);

    public static Question Explain { get; } = new(
        "explain", "Why a rule ended as it did", ["collabrisk/explanation/2"], Answers, [new("code", "The code of the rule.", IsRequired: true)]);

    public static Question WhatIf { get; } = new(
        "what-if", "What would be different if facts were", ["collabrisk/difference/2"], Pages,
        [new("change", "A change such as vision.exists=yes or partners[Police].role=Lead; give it again for more.", IsRequired: true, IsRepeated: true)]);

    public static Question Remedies { get; } = new(
        "remedies", "The smallest changes that would help", ["collabrisk/remedies/2"], Answers,
        [
            new("code", "The code of the rule that should be clear; or give target."),
            new("subject", "The partner or case that the finding is about, where it has one."),
            new("target", "The highest level that may remain; or give code.", ["none", "low", "moderate", "high"]),
        ]);

    public static Question Next { get; } = new(
        "next", "What to find out next", ["collabrisk/questions/1"], Answers,
        [
            new("count", "How many questions at most; 3 if left out."),
            new("form", "Whether all questions may be asked, or only those of the short form: at most 30 pages, each about one matter.", ["full", "short"]),
            new("wording", "The name of other words for the questions, such as those of a language, which the application has."),
        ])
    {
        TakesWording = true,
    };

    public static Question Compare { get; } = new("compare", "What is different between two collaborations", ["collabrisk/difference/2"], Pages, [])
    {
        Parts = new("the collaboration as it was, and as it is", [("before", "Give the collaboration as it was."), ("after", "Give the collaboration as it is.")]),
    };

    public static Question Timeline { get; } = new("timeline", "The course of a collaboration over several days", ["collabrisk/timeline/1"], Pages, [])
    {
        Parts = new("the collaboration on several days, each with its day in asOf, under names of your own"),
    };

    public static Question Perspectives { get; } = new(
        "perspectives", "What several partners say about a collaboration, where they agree and where to talk", ["collabrisk/perspectives/2"], Pages,
        [
            new("names", "Whether reports name the partners, in place of letters. JSON and text always do.", ["no", "yes"]),
            new("smallestGroup", "How many views there must be before a report tells by letter who says what; 4 if left out, at least 2."),
        ])
    {
        Parts = new("what each partner says about the collaboration, under the name of the partner"),
    };

    public static Question Portfolio { get; } = new(
        "portfolio", "Many collaborations: where they are, what is found most often, and which cannot be assessed yet", [], Reports,
        [new("title", "What they have in common, as a heading; \"Portfolio\" if left out.")])
    {
        Parts = new("collaborations, each under its name"),
    };

    public static IReadOnlyList<Question> All { get; } = [Evaluate, Report, Explain, WhatIf, Remedies, Next, Compare, Timeline, Perspectives, Portfolio];

    /// <summary>What the query can say.</summary>
    public IReadOnlyList<QueryParameter> Parameters => field ??=
        [.. Own, new("format", "The form of the answer; where it is left out, what the header Accept names first.", [.. Forms.Select(form => form.Name)])];
}

/// <summary>Several collaborations in one body, an object whose members are the collaborations.</summary>
/// <param name="Meaning">What they are.</param>
/// <param name="Named">The names that they must have, each with what to do where it is missing; <see langword="null"/> where the caller names them.</param>
internal sealed record Parts(string Meaning, IReadOnlyList<(string Name, string WhatToDo)>? Named = null);

/// <summary>What the query of a request can say.</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Words">The words that it can have; null for any text.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="IsRepeated">Whether it can be there more than once.</param>
internal sealed record QueryParameter(string Name, string Meaning, IReadOnlyList<string>? Words = null, bool IsRequired = false, bool IsRepeated = false);
