using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Policies;
using CollabRisk.RulePacks.Schema;

namespace CollabRisk.RulePacks;

/// <summary>The JSON Schema of the format of rule packs, by which editors complete and check a pack while it is written.</summary>
/// <remarks>
/// It sees misspelt keys, paths and words, and values of the wrong kind. What depends on other places, such as whether a code
/// or a claim is there, only loading sees. Thread-safe.
/// </remarks>
public static class RulePackSchema
{
    /// <summary>The schema: draft 7 of JSON Schema, as indented JSON. The same for every reading of one version of the library.</summary>
    public static string Text { get; } = SchemaText.Of(FormatSchema.Of(FileKeys.Shape, "rule-pack", "CollabRisk rule pack"));

    /// <summary>The schema of a policy for rule packs (<see cref="RulePackPolicy.TryRead"/>), in the same form.</summary>
    public static string PolicyText { get; } = SchemaText.Of(FormatSchema.Of(PolicyKeys.Shape, "rule-pack-policy", "CollabRisk policy for rule packs"));
}
