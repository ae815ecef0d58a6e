using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Format;

/// <summary>One yes/no fact of those of which a rule is asked.</summary>
internal sealed class FlagClause(YamlScalar path, bool value) : Clause
{
    public override Condition? Translate(FactRegistry registry, ReportProblem report)
    {
        if (new ConditionReader(registry, report).FactNamed(path, ofPartner: false) is not { } fact)
        {
            return null;
        }

        if (fact.Type == FactType.YesNo)
        {
            return new OneOf(fact, value ? 0b10UL : 0b01UL) { Place = path.Place };
        }

        report(PackProblemKinds.WrongTest, $"'{path.Text}' is not a yes/no fact, so a rule cannot be asked of it.", path.Place, fact.Path);
        return null;
    }
}
