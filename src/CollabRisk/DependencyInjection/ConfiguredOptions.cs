using CollabRisk.Knowledge;
using CollabRisk.Rules;
using Microsoft.Extensions.Configuration;

namespace CollabRisk.DependencyInjection;

/// <summary>Reads the options of a host from configuration. What it says wrongly is a problem of the options.</summary>
internal static class ConfiguredOptions
{
    public static void Read(IConfiguration configuration, CollabRiskOptions options)
    {
        var section = new ConfigurationReader(configuration, options.AddProblem);
        if (!options.Begins(section.Path))
        {
            return;
        }

        section.Read(
            ("Packs", packs => ReadPacks(packs, options)),
            ("SwitchOff", codes => ReadSwitchOff(codes, options)),
            ("Overrides", overrides => ReadOverrides(overrides, options)),
            ("RulePacks", packs => options.RulePackSection = packs.Path));
    }

    /// <summary>The packs by their ids, in place of those that there are. Packs in code that were added before can be named too.</summary>
    private static void ReadPacks(ConfigurationReader packs, CollabRiskOptions options)
    {
        var known = options.Packs.OfType<RulePack>().Concat(KnowledgePacks.All).DistinctBy(pack => pack.Id, StringComparer.Ordinal).ToDictionary(pack => pack.Id, StringComparer.Ordinal);
        options.Packs.Clear();
        foreach (var item in packs.Items())
        {
            if (item.OneOf([.. known.Keys], "pack in code") is { } id)
            {
                options.Packs.Add(known[id]);
            }
        }
    }

    /// <summary>Codes, each with the reason.</summary>
    private static void ReadSwitchOff(ConfigurationReader codes, CollabRiskOptions options)
    {
        foreach (var code in codes.Members())
        {
            if (code.Text() is { } reason)
            {
                options.SwitchOff(code.Name, reason);
            }
        }
    }

    private static void ReadOverrides(ConfigurationReader overrides, CollabRiskOptions options)
    {
        foreach (var item in overrides.Items())
        {
            ReadOverride(item, options);
        }
    }

    private static void ReadOverride(ConfigurationReader item, CollabRiskOptions options)
    {
        string? code = null, reason = null, subject = null, author = null;
        Level? level = null;
        DateOnly? expires = null;
        var off = false;
        var isGood = item.Read(
            ("Code", part => code = part.Text()),
            ("Subject", part => subject = part.Text()),
            ("Level", part => level = part.OneOf([nameof(Level.Low), nameof(Level.Moderate), nameof(Level.High)], "level of a rule") is { } word ? Enum.Parse<Level>(word) : null),
            ("SwitchOff", part => off = part.YesNo() ?? false),
            ("Reason", part => reason = part.Text()),
            ("Author", part => author = part.Text()),
            ("Expires", part => expires = part.Day()));
        if (!isGood)
        {
            return;
        }

        if (code is null)
        {
            item.Problem("it names no rule. Give its 'Code'.");
        }
        else if (off == level is not null)
        {
            item.Problem($"it {(off ? "both switches the rule off and gives it a level" : "changes nothing")}. Give either 'Level' or 'SwitchOff': true.");
        }
        else
        {
            var change = off ? RuleOverride.SwitchOff(code, reason ?? "") : RuleOverride.ChangeLevel(code, level!.Value, reason ?? "");
            options.Override(change with { Subject = subject, Author = author, Expires = expires });
        }
    }
}
