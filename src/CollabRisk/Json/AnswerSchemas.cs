using System.Collections.Frozen;

namespace CollabRisk.Json;

/// <summary>The schemas of all answers, which are part of the assembly.</summary>
internal static class AnswerSchemas
{
    public static readonly IReadOnlyList<string> Ids =
    [
        "collabrisk/assessment/2",
        "collabrisk/compact-assessment/1",
        "collabrisk/condition/1",
        "collabrisk/decision-record/1",
        "collabrisk/difference/2",
        "collabrisk/explanation/2",
        "collabrisk/interview/1",
        "collabrisk/perspectives/2",
        "collabrisk/plan/1",
        "collabrisk/plan-review/1",
        "collabrisk/question/1",
        "collabrisk/questions/1",
        "collabrisk/remedies/2",
        "collabrisk/replay/1",
        "collabrisk/timeline/1",
    ];

    private static readonly Lazy<FrozenDictionary<string, string>> Read = new(() => Ids.ToFrozenDictionary(id => id, TextOf, StringComparer.Ordinal));

    /// <summary>The schemas as text, by id.</summary>
    public static IReadOnlyDictionary<string, string> Texts => Read.Value;

    /// <summary>The name of the file that describes a kind of document: that of <c>collabrisk/assessment/2</c> is <c>assessment.schema.json</c>.</summary>
    public static string FileOf(string id) => $"{id.Split('/')[1]}.schema.json";

    private static string TextOf(string id)
    {
        using var stream = typeof(AnswerSchemas).Assembly.GetManifestResourceStream(FileOf(id))
            ?? throw new InvalidOperationException($"The schema '{FileOf(id)}' is not part of the library.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
