using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Format;

/// <summary>A condition as a pack writes it. It is read when the rule book is built, when every fact that packs declare is known.</summary>
/// <param name="node">The condition; null where there is none next to the rules that must be raised.</param>
/// <param name="ofPartner">Whether it is asked about a partner; an override knows it only when all rules are read.</param>
/// <param name="buildsOn">The codes of rules that must be raised too.</param>
/// <param name="mostTests">How large the condition may be.</param>
internal sealed class WrittenClause(YamlNode? node, Func<bool> ofPartner, IReadOnlyList<YamlScalar> buildsOn, int mostTests) : Clause
{
    public override Condition? Translate(FactRegistry registry, ReportProblem report)
    {
        if (node is not null && node.Size > mostTests * 4)
        {
            // A test has at most four nodes, so this need not be read to be known as too large.
            report(PackProblemKinds.ConditionTooLarge, string.Create(CultureInfo.InvariantCulture, $"the condition has more than {mostTests} tests. Split the rule, and build one on the other with 'raised'."), node.Place);
            return null;
        }

        var condition = node is null ? null : new ConditionReader(registry, report).Read(node, ofPartner());
        if (buildsOn.Count == 0 || (node is not null && condition is null))
        {
            return condition;
        }

        List<Condition> all = [.. buildsOn.Select(code => new RaisedTest(code.Text) { Place = code.Place })];
        if (condition is not null)
        {
            all.Add(condition);
        }

        return all.Count == 1 ? all[0] : new AllOf(all) { Place = buildsOn[0].Place };
    }
}
