using System.Globalization;
using CollabRisk.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>Reads the options of packs in files from configuration. What it says wrongly is a problem of the options.</summary>
internal static class ConfiguredRulePacks
{
    /// <param name="configuration">The section about CollabRisk, in which <c>RulePacks</c> is the part about files.</param>
    /// <param name="options">The options.</param>
    public static void Read(IConfiguration configuration, RulePackHostOptions options)
    {
        var section = new ConfigurationReader(configuration.GetSection("RulePacks"), options.AddProblem);
        if (!options.Begins(section.Path))
        {
            return;
        }

        section.Read(
            ("Paths", paths => AddTexts(paths, options.Paths.Add)),
            ("TrustedKeys", keys => AddTexts(keys, options.TrustedKeys.Add)),
            ("TrustedPaths", paths => AddTexts(paths, options.TrustedPaths.Add)),
            ("TrustedKeyFiles", files => ReadKeyFiles(files, options)),
            ("Language", part => options.Language = part.Text() ?? options.Language),
            ("MountedFolders", part => options.MountedFolders = part.YesNo() ?? options.MountedFolders),
            ("Watch", part => options.Watch = part.YesNo() ?? options.Watch),
            ("QuietTime", part => options.QuietTime = part.Time() ?? options.QuietTime),
            ("RecheckInterval", part => options.RecheckInterval = part.Is("never") ? null : part.Time() ?? options.RecheckInterval),
            ("SelfTest", part => options.SelfTest = part.YesNo() is false ? null : options.SelfTest),
            ("Policy", policy => ReadPolicy(policy, options)),
            ("Limits", limits => ReadLimits(limits, options)));
    }

    private static void ReadPolicy(ConfigurationReader policy, RulePackHostOptions options) => policy.Read(
        ("MaySwitchOff", part => options.Policy = options.Policy with { MaySwitchOff = part.YesNo() ?? options.Policy.MaySwitchOff }),
        ("MayChangeCases", part => options.Policy = options.Policy with { MayChangeCases = part.YesNo() ?? options.Policy.MayChangeCases }),
        ("MayLowerBy", part => options.Policy = options.Policy with { MayLowerBy = StepsOf(part) ?? options.Policy.MayLowerBy }),
        ("MayChange", part => options.Policy = options.Policy with { MayChange = part.Is("none") ? [] : Texts(part) }),
        ("MayGoBack", part => options.Policy = options.Policy with { MayGoBack = part.YesNo() ?? options.Policy.MayGoBack }),
        ("Packs", part => options.Policy = options.Policy with { Packs = [.. part.Items().Select(Accepted).OfType<AcceptedRulePack>()] }));

    private static int? StepsOf(ConfigurationReader part)
    {
        var steps = part.Number();
        if (steps is not (null or (>= 0 and <= RulePackPolicy.MostSteps)))
        {
            part.Problem(string.Create(CultureInfo.InvariantCulture, $"'{steps}' is not a number of steps. Give 0, 1 or 2."));
            return null;
        }

        return (int?)steps;
    }

    private static AcceptedRulePack? Accepted(ConfigurationReader part)
    {
        string? id = null, oldest = null;
        List<string> keys = [];
        part.Read(("Id", value => id = value.Text()), ("OldestVersion", value => oldest = value.Text()), ("Keys", values => keys = Texts(values)));
        if (id is null)
        {
            part.Problem("it has no 'Id'. Give the id of the pack.");
        }

        return id is null ? null : new AcceptedRulePack(id) { OldestVersion = oldest, Keys = keys };
    }

    private static List<string> Texts(ConfigurationReader list)
    {
        var texts = new List<string>();
        AddTexts(list, texts.Add);
        return texts;
    }

    private static void AddTexts(ConfigurationReader list, Action<string> add)
    {
        foreach (var item in list.Items())
        {
            if (item.Text() is { } text)
            {
                add(text);
            }
        }
    }

    /// <summary>Keys in files of their own, since PEM has several lines.</summary>
    private static void ReadKeyFiles(ConfigurationReader files, RulePackHostOptions options)
    {
        foreach (var item in files.Items())
        {
            if (item.Text() is not { } path)
            {
                continue;
            }

            try
            {
                options.TrustedKeys.Add(File.ReadAllText(path));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                item.Problem($"the key cannot be read: {e.Message}");
            }
        }
    }

    private static void ReadLimits(ConfigurationReader limits, RulePackHostOptions options)
    {
        limits.Read([.. NamedLimit.All.Select(limit => (limit.Name, new Action<ConfigurationReader>(part => Read(part, limit))))]);

        void Read(ConfigurationReader part, NamedLimit limit)
        {
            if (part.Number() is not { } value)
            {
                return;
            }

            if (limit.ProblemOf(value) is { } problem)
            {
                part.Problem(problem);
            }
            else
            {
                options.Limits = limit.Set(options.Limits ?? RulePackLimits.Default, value);
            }
        }
    }
}
