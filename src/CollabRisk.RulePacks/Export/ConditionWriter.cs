using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Export;

/// <summary>Writes conditions so that <see cref="ConditionReader"/> reads the same trees again.</summary>
internal sealed class ConditionWriter(YamlText yaml)
{
    /// <summary>Writes a condition as a map. Conditions that must all hold are next to each other where their keys differ.</summary>
    public void Write(Condition condition)
    {
        if (condition is AllOf { Children: { Count: > 1 } children } && children.Select(KeyOf).Distinct(StringComparer.Ordinal).Count() == children.Count)
        {
            yaml.Map(() =>
            {
                foreach (var child in children)
                {
                    WriteEntry(child);
                }
            });
        }
        else
        {
            yaml.Map(() => WriteEntry(condition));
        }
    }

    private static string KeyOf(Condition condition) => condition switch
    {
        AllOf => ConditionReader.All,
        AnyOf => ConditionReader.Any,
        AtLeastOf { Count: var number } => string.Create(CultureInfo.InvariantCulture, $"at least {number} of"),
        Not => ConditionReader.NotThis,
        AtLeastPartners enough => enough.Quota == Quota.One ? ConditionReader.SomePartner : $"{enough.Quota}",
        EveryPartner => ConditionReader.EveryPartner,
        PartnersDiffer => ConditionReader.PartnersDifferIn,
        PartnersSum => ConditionReader.SumOverPartners,
        RaisedTest => ConditionReader.Raised,
        OverallTest => ConditionReader.OverallIsAtLeast,
        UnknownTest => ConditionReader.Unknown,
        FactTest { Fact: var fact } => ConditionReader.PathOf(fact),
        PairTest { Left: var fact } => ConditionReader.PathOf(fact),
        _ => throw new NotSupportedException($"'{condition}' has no form in a rule pack."),
    };

    private void WriteEntry(Condition condition)
    {
        yaml.Plain(KeyOf(condition));
        switch (condition)
        {
            case AllOf or AnyOf or AtLeastOf:
                yaml.List(condition.Children, Write);
                break;
            case Not or AtLeastPartners or EveryPartner:
                Write(condition.Children[0]);
                break;
            case PartnersDiffer { Fact: var fact }:
                yaml.Plain(ConditionReader.PathOf(fact));
                break;
            case PartnersSum sum:
                yaml.Map(() => yaml.Entry(ConditionReader.PathOf(sum.Fact), () => Compared(sum.Comparison, sum.Fact.InWords(sum.Constant))));
                break;
            case DayPairTest days:
                InLine(KeyOf(days.Comparison), () => Other(days.Right, days.Shift));
                break;
            case RaisedTest { Code: var code, Level: { } least }:
                yaml.Map(
                    () =>
                    {
                        yaml.Entry(ConditionReader.RuleOfRaised, () => yaml.Plain(code));
                        yaml.Entry(FactTestReader.AtLeast, () => yaml.Plain($"{least}"));
                    },
                    inLine: true);
                break;
            case RaisedTest { Code: var code }:
                yaml.Plain(code);
                break;
            case OverallTest { Level: var level }:
                yaml.Plain($"{level}");
                break;
            case UnknownTest { Fact: var fact }:
                yaml.Plain(ConditionReader.PathOf(fact));
                break;
            case OneOf one:
                Write(one);
                break;
            case NumberTest number:
                Write(number);
                break;
            case SetTest set:
                InLine(set.Question switch { SetQuestion.HasAll => FactTestReader.Has, SetQuestion.HasAny => FactTestReader.HasAny, _ => FactTestReader.IsExactly }, () => Words(set.Fact, set.WordBits));
                break;
            case NumberPairTest pair:
                InLine(KeyOf(pair.Comparison), () => Other(pair.Right));
                break;
            case SubsetTest subset:
                InLine(FactTestReader.Within, () => Other(subset.Right));
                break;
            default:
                throw new NotSupportedException($"'{condition}' has no form in a rule pack.");
        }
    }

    private void Write(OneOf one)
    {
        if (one.Fact.Type != FactType.YesNo)
        {
            // A list of words is read with the added words that count as one of them: those need no naming, and those that do not pass are taken out.
            var (named, apart) = (one.Fact.WithoutCounted(one.Values), one.Fact.WithCounted(one.Values) & ~one.Values);
            if (apart == 0)
            {
                Named(named);
            }
            else
            {
                yaml.Map(
                    () =>
                    {
                        yaml.Entry(FactTestReader.Is, () => Named(named));
                        yaml.Entry(FactTestReader.NotThis, () => Named(apart));
                    },
                    inLine: true);
            }
        }
        else
        {
            yaml.Plain(one.Values switch { 0b10 => "yes", 0b01 => "no", _ => throw new NotSupportedException($"'{one}' has no form in a rule pack.") });
        }

        void Named(ulong words)
        {
            if (ulong.IsPow2(words))
            {
                yaml.Plain(one.Fact.WordsIn((long)words).Single());
            }
            else
            {
                Words(one.Fact, words);
            }
        }
    }

    private void Write(NumberTest test)
    {
        var value = test.Fact.Type == FactType.Text ? test.Constant == 0 ? FactTestReader.Blank : FactTestReader.Given : test.Fact.InWords(test.Constant);
        Compared(test.Comparison, value);
    }

    private void Compared(Comparison comparison, string value)
    {
        if (comparison == Comparison.Equal)
        {
            yaml.Plain(value);
        }
        else
        {
            InLine(KeyOf(comparison), () => yaml.Plain(value));
        }
    }

    private static string KeyOf(Comparison comparison) => FactTestReader.Comparisons.First(each => each.Value == comparison).Key;

    private void Words(Fact fact, ulong bits) => yaml.List(fact.WordsIn((long)bits), yaml.Plain, inLine: true);

    private void Other(Fact fact, Period shift = default) => yaml.Map(
        () =>
        {
            yaml.Entry(FactTestReader.OtherFact, () => yaml.Plain(ConditionReader.PathOf(fact)));
            if (shift != Period.None)
            {
                yaml.Entry(shift.IsBack ? DayTestReader.Minus : DayTestReader.Plus, () => yaml.Plain(shift.Length));
            }
        },
        inLine: true);

    private void InLine(string key, Action value) => yaml.Map(() => yaml.Entry(key, value), inLine: true);
}
