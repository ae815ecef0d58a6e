using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Editing;

/// <summary>The place of the name of something that is defined elsewhere: a code, or an id.</summary>
internal sealed class NameSpot(Named named) : Spot
{
    public override IEnumerable<Choice> Choices(PackIndex index) => named switch
    {
        Named.Rule => index.Rules.Select(Of),
        Named.Claim => index.Claims.Select(claim => new Choice(claim.Id, ChoiceKind.Reference, $"{claim.Strength.InWords()}, {claim.Source.Id}", InMarkdown.Of(claim))),
        Named.Source => index.Sources.Select(source => new Choice(source.Id, ChoiceKind.Reference, source.Title, InMarkdown.Of(source))),
        Named.Advice => index.Advice.Select(advice => new Choice(advice.Code, ChoiceKind.Reference, advice.Text, InMarkdown.Of(advice))),
        Named.Warning => ProblemKindList.Warnings.Select(kind => new Choice(kind.Code, ChoiceKind.Reference, kind.Title, InMarkdown.Of(kind))),
        _ => [],
    };

    public override Described? Of(string text, PackIndex index) => Of(named, text, index);

    /// <summary>A rule that can be named.</summary>
    public static Choice Of(RuleDefinition rule) => new(rule.Code, ChoiceKind.Rule, rule.Title ?? "", InMarkdown.Of(rule));

    /// <summary>What a name means; null where there is nothing of the name.</summary>
    public static Described? Of(Named named, string name, PackIndex index) => (named switch
    {
        Named.Rule => index.Rule(name) is { } rule ? InMarkdown.Of(rule) : null,
        Named.Claim => index.Claim(name) is { } claim ? InMarkdown.Of(claim) : null,
        Named.Source => index.Source(name) is { } source ? InMarkdown.Of(source) : null,
        Named.Advice => index.Recommendation(name) is { } advice ? InMarkdown.Of(advice) : null,
        Named.Warning => ProblemKindList.Find(name) is { } kind ? InMarkdown.Of(kind) : null,
        _ => null,
    }) is { } markdown ? new(markdown, index.PlaceOf(named, name)) : null;
}

/// <summary>The place where something gets its name.</summary>
internal sealed class DefinitionSpot(Named defined, YamlMap map) : Spot
{
    public override Described? Of(string text, PackIndex index)
    {
        if (defined != Named.Fact)
        {
            return NameSpot.Of(defined, text, index);
        }

        var isPartners = map.Find(FactKeys.PerPartner.Name) is YamlScalar perPartner && MapReader.YesNoOf(perPartner) == true;
        return index.Prefix is { } prefix && index.FactAt($"{(isPartners ? ConditionReader.PartnerPrefix : "")}extensions.{ExtensionForm.PrefixOf(prefix)}.{text}") is { } fact
            ? new(InMarkdown.Of(fact), index.PlaceOf(fact)) : null;
    }
}
