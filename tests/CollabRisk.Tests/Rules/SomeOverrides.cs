using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.Tests.Rules;

/// <summary>Random overrides of the library's own rules for property tests. The same seed gives the same ones.</summary>
internal static class SomeOverrides
{
    /// <summary>One override of every kind that a rule can have, for about every third rule.</summary>
    public static List<RuleOverride> Of(Random random)
    {
        var overrides = new List<RuleOverride>();
        foreach (var rule in RuleCases.Book.Rules.Where(_ => random.Next(3) == 0))
        {
            var subject = rule.Cases[random.Next(rule.Cases.Length)].Subject;
            switch (random.Next(4))
            {
                case 0:
                    overrides.Add(RuleOverride.SwitchOff(rule.Code, "off") with { Subject = random.Next(2) == 0 ? subject : null });
                    break;
                case 1 when rule.HasLevel:
                    overrides.Add(RuleOverride.ChangeLevel(rule.Code, (Level)random.Next(1, 4), "another level") with { Subject = random.Next(2) == 0 ? subject : null });
                    break;
                case 2:
                    overrides.Add(RuleOverride.ChangeCase(rule.Code, subject, "another case", c => c.Trust.Organisational < TrustLevel.High || c.Vision.Exists == false, says: "Another message."));
                    break;
                case 3 when subject is not null:
                    overrides.Add(RuleOverride.AddCase(rule.Code, "a new case", "one more", c => !(c.Vision.Exists == true), [rule.Claims[0].Id], says: "A new case."));
                    break;
            }

            if (rule.HasLevel && random.Next(2) == 0)
            {
                overrides.Add(RuleOverride.AddModerator(rule.Code, (Direction)random.Next(2), c => c.Vision.AtStart == true, "of the start", "one more") with { Subject = subject });
            }
        }

        return overrides;
    }
}
