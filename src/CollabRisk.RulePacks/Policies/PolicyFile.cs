using System.Globalization;
using CollabRisk.RulePacks.Files;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Signing;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Policies;

/// <summary>A pack that a policy lists.</summary>
internal static class AcceptedKeys
{
    public static readonly TextKey Id = new("id", "The id of the pack.") { IsRequired = true, Pattern = Spelling.PackId };
    public static readonly TextKey OldestVersion = new("oldest version", "The oldest version that is taken, such as 1.2.0. Any, if left out.");
    public static readonly TextsKey Keys = new("keys", "The fingerprints of the keys with which the pack may be signed. Any trusted key, if left out.");

    public static readonly Shape Shape = new("an accepted pack", "A pack that the host takes.", Id, OldestVersion, Keys);
}

/// <summary>A policy as a file.</summary>
internal static class PolicyKeys
{
    public static readonly YesNoKey SwitchOff = new("switch off", "Whether packs may switch off rules of others. Yes, if left out.");
    public static readonly YesNoKey ChangeCases = new("change cases", "Whether packs may change cases of rules of others: conditions, messages, claims. Yes, if left out.");
    public static readonly NumberKey LowerBy = new("lower by", "By how many steps all packs together may lower a level: 0, 1 or 2. Two, which is any, if left out.");
    public static readonly TextsKey ChangeRules = new("change rules", "The codes of the rules that packs may change; 'VISION-*' stands for all that begin with 'VISION-'. All, if left out; none, for an empty list.");
    public static readonly YesNoKey GoBack = new("go back", "Whether a running host takes an older signed version than it had. No, if left out.");
    public static readonly TextsKey TrustedKeys = new("trusted keys", "Files with the public keys of those whose packs are accepted, by their paths from the policy's own folder. With any, packs must be signed.");
    public static readonly MapsKey Packs = new("packs", "The packs that are taken. All, if left out.", AcceptedKeys.Shape);

    public static readonly Shape Shape = new("a policy", "What a host lets packs do, and which it takes.", SwitchOff, ChangeCases, LowerBy, ChangeRules, GoBack, TrustedKeys, Packs);
}

/// <summary>Reads a policy from a file that its host wrote. It is YAML, as packs are, so JSON will do as well.</summary>
internal static class PolicyFile
{
    /// <summary>The policy; null where anything is wrong with it, since half a policy protects no one.</summary>
    public static RulePackPolicy? Read(string path, PackProblems problems)
    {
        var folder = PackFolder.Open(path, RulePackLimits.Default, problems);
        if (Directory.Exists(path) || folder.Files is not [{ } file])
        {
            if (problems.All.Count == 0)
            {
                problems.Report(PackProblemKinds.NotFound, null, $"{Shown.Value(path)} is not a file. A policy is one YAML file.");
            }

            return null;
        }

        if (YamlReader.Read(file.Shown, file.Bytes, RulePackLimits.Default, problems) is not { } root)
        {
            if (problems.All.Count == 0)
            {
                problems.Report(PolicyProblemKinds.Policy, new TextPlace(file.Shown, 1, 1), "the file says nothing. Write at least one key, such as 'switch off: no'.");
            }

            return null;
        }

        if (MapReader.Open(root, PolicyKeys.Shape, problems) is not { } map)
        {
            return null;
        }

        var lowerBy = map.Number(PolicyKeys.LowerBy);
        if (lowerBy is not (null or 0 or 1 or 2))
        {
            map.Report(PolicyProblemKinds.Policy, map.PlaceOf(PolicyKeys.LowerBy), string.Create(CultureInfo.InvariantCulture, $"'lower by' is 0, 1 or 2 steps; found {lowerBy}."));
        }

        var policy = new RulePackPolicy
        {
            MaySwitchOff = map.YesNo(PolicyKeys.SwitchOff) ?? true,
            MayChangeCases = map.YesNo(PolicyKeys.ChangeCases) ?? true,
            MayLowerBy = (int)Math.Clamp(lowerBy ?? RulePackPolicy.MostSteps, 0, RulePackPolicy.MostSteps),
            MayChange = map.Node(PolicyKeys.ChangeRules) is null ? null : map.Texts(PolicyKeys.ChangeRules),
            MayGoBack = map.YesNo(PolicyKeys.GoBack) ?? false,
            TrustedKeys = Keys(map, path, problems),
            Packs = [.. map.Open(PolicyKeys.Packs).Select(Accepted).OfType<AcceptedRulePack>()],
        };
        foreach (var problem in PolicyCheck.ProblemsOf(policy))
        {
            problems.Report(PolicyProblemKinds.Policy, map.Place, problem.What);
        }

        return problems.All.Count == 0 ? policy : null;
    }

    private static AcceptedRulePack? Accepted(MapReader entry)
    {
        var id = entry.Text(AcceptedKeys.Id);
        var oldest = entry.Text(AcceptedKeys.OldestVersion);
        var keys = entry.Texts(AcceptedKeys.Keys);
        return id is null ? null : new AcceptedRulePack(id) { OldestVersion = oldest, Keys = keys };
    }

    private static List<string> Keys(MapReader map, string path, PackProblems problems)
    {
        var keys = new List<string>();
        foreach (var file in map.Scalars(PolicyKeys.TrustedKeys))
        {
            try
            {
                var pem = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file.Text));
                if (PackKey.TryReadPublic(pem, out _, out var problem))
                {
                    keys.Add(pem);
                }
                else
                {
                    problems.Report(PolicyProblemKinds.Policy, file.Place, $"the key {Shown.Value(file.Text)} cannot be used: {problem}");
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                problems.Report(PolicyProblemKinds.Policy, file.Place, $"the key {Shown.Value(file.Text)} cannot be read: {e.Message}");
            }
        }

        return keys;
    }
}
