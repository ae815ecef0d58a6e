using System.Globalization;
using System.Text;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Reference;

/// <summary>The page of all problems that packs can have: what is wrong, why it is not accepted, and what to do.</summary>
internal static class ProblemsPage
{
    /// <summary>What the first digits of a code stand for.</summary>
    private static readonly IReadOnlyDictionary<string, string> Parts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CRP1"] = "Reading a pack",
        ["CRP2"] = "Rules and what they name",
        ["CRP3"] = "Facts of a pack",
        ["CRP4"] = "Overrides",
        ["CRP5"] = "Packs next to each other",
        ["CRP6"] = "Checks of what rules can do",
        ["CRP7"] = "Tests",
        ["CRP8"] = "Signatures, and packs that are watched",
        ["CRP9"] = "Limits",
    };

    public static string Write()
    {
        var page = new StringBuilder("""
            # Problems of rule packs

            <!-- Generated from the kinds of problems in the code; see CONTRIBUTING.md. Edit the code, not this page. -->

            Every problem has a code that never changes. A message says where it is, what is wrong and what to do; this page says why.
            A pack with problems is not loaded at all, and everything that is wrong is said at once. The first problem of a file is often
            the cause of others.

            | Code | Problem |
            | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var kind in ProblemList.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| [{kind.Code}](#{kind.Code.ToLowerInvariant()}) | {kind.Title} |\n");
        }

        foreach (var part in ProblemList.All.GroupBy(kind => kind.Code[..4]))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Parts[part.Key]}\n");
            foreach (var kind in part)
            {
                Write(page, kind);
            }
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, ProblemKind kind)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {kind.Code}\n\n**{kind.Title}.** {kind.Why}\n\nWhat to do: {kind.Remedy}\n");
        foreach (var example in ProblemExamples.All.Where(example => example.Code == kind.Code))
        {
            var caption = example.Where.Length == 0 ? "For example:" : $"For example, {example.Where}:";
            if (example.Text.Length > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n{caption}\n\n```yaml\n{example.Text.ReplaceLineEndings("\n")}\n```\n");
            }

            page.Append(CultureInfo.InvariantCulture, $"\n> {example.Problem?.Where}: {example.Problem?.What}\n");
        }
    }
}
