using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CollabRisk.RulePacks.Format;

/// <summary>A range of versions, such as <c>&gt;=0.1.0 &lt;1.0.0</c>: comparisons that must all hold.</summary>
internal sealed partial class EngineRange
{
    private readonly List<(string Comparison, Version Version)> comparisons = [];

    private EngineRange()
    {
    }

    /// <summary>The version of the engine that is running. A preview counts as the version that it leads to.</summary>
    public static Version Current { get; } = new(typeof(Collaboration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', '-')[0]);

    public static bool TryParse(string text, [NotNullWhen(true)] out EngineRange? range)
    {
        range = null;
        var read = new EngineRange();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Form.Match(part) is not { Success: true } match)
            {
                return false;
            }

            read.comparisons.Add((match.Groups[1].Value, new Version(
                Number(match.Groups[2]), Number(match.Groups[3]), match.Groups[4].Success ? Number(match.Groups[4]) : 0)));
        }

        range = read.comparisons.Count > 0 ? read : null;
        return range is not null;

        static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
    }

    public bool Includes(Version version) => comparisons.TrueForAll(each => each.Comparison switch
    {
        ">=" => version >= each.Version,
        ">" => version > each.Version,
        "<=" => version <= each.Version,
        "<" => version < each.Version,
        _ => version == each.Version,
    });

    [GeneratedRegex(@"^(>=|>|<=|<|=)([0-9]{1,6})\.([0-9]{1,6})(?:\.([0-9]{1,6}))?$")]
    private static partial Regex Form { get; }
}
