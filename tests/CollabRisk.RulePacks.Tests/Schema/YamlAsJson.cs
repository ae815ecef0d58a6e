using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CollabRisk.RulePacks.Tests.Schema;

/// <summary>YAML as an editor sees it when it checks a file against a schema: not by way of the reader of packs.</summary>
internal static class YamlAsJson
{
    /// <summary>The first document of a text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="yesIsTrue">Whether <c>yes</c> is true, as in YAML 1.1, or a text, as in YAML 1.2. Editors have either.</param>
    public static string Of(string yaml, bool yesIsTrue)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Node(stream.Documents[0].RootNode, yesIsTrue)!.ToJsonString();
    }

    private static JsonNode? Node(YamlNode node, bool yesIsTrue) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, Node(entry.Value, yesIsTrue)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(item => Node(item, yesIsTrue))]),
        YamlScalarNode { Style: not ScalarStyle.Plain } text => text.Value,
        _ => ((YamlScalarNode)node).Value switch
        {
            null or "" or "~" or "null" => null,
            "true" => true,
            "false" => false,
            "yes" when yesIsTrue => true,
            "no" when yesIsTrue => false,
            var number when decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) => value,
            var text => text,
        },
    };
}
