using System.Text.Json.Nodes;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Schema;

/// <summary>
/// The conditions and facts of the schema. Every fact of the library is named, so that editors complete it; facts that packs
/// declare are known by the form of their paths alone, unless the schema is that of one pack.
/// </summary>
/// <param name="registry">The facts that are named.</param>
/// <param name="names">What is known of the names of things: their form, or those that there are.</param>
/// <param name="define">Defines something once.</param>
internal sealed class ConditionSchema(FactRegistry registry, Func<Named, JsonObject> names, Func<string, Func<JsonObject>, JsonObject> define)
{
    private const string NamePart = "[a-z][a-zA-Z0-9]{0,99}";
    private const string OwnFact = $@"extensions\.{NamePart}(\.{NamePart}){{1,2}}$";
    private const string OwnFactOfCollaboration = "^" + OwnFact;
    private const string OwnFactOfPartner = @"^partner\." + OwnFact;

    private IReadOnlyList<Fact> Facts => registry.Facts;

    private IEnumerable<Fact> YesNoFacts => Facts.Where(fact => fact is { Type: FactType.YesNo, IsPerPartner: false });

    /// <summary>A condition of a rule. Whether it may ask for a partner's facts depends on the rule, which a schema cannot follow.</summary>
    public JsonObject Condition() => define("condition", () => Conditions("condition", ConditionForms.Joints));

    /// <summary>What a rule is asked of.</summary>
    public JsonObject Each()
    {
        var groups = YesNoFacts.Where(fact => fact.Path.Contains('.', StringComparison.Ordinal)).Select(fact => fact.Path[..fact.Path.LastIndexOf('.')]).Distinct(StringComparer.Ordinal);
        var named = Part.Any(Part.OneOf(YesNoFacts.Select(fact => fact.Path)), Part.TextOf(OwnFactOfCollaboration));
        return Part.Any(
            Part.OneOf([RuleReader.Partner]),
            Complete(Part.Map([(RuleReader.FlagsOf, Part.OneOf(groups)), (RuleReader.Is, Part.YesNo())])),
            Complete(Part.Map([(RuleReader.SomeFacts, Part.ListOf(named)), (RuleReader.Is, Part.YesNo())])));

        static JsonObject Complete(JsonObject map)
        {
            map["required"] = Part.Required(map["properties"]!.AsObject().Select(member => member.Key))["required"]!.DeepClone();
            return map;
        }
    }

    /// <summary>What is known in a test, as paths with values, or with <c>unknown</c> for what the case file says otherwise.</summary>
    public JsonObject Known() => define("knownFacts", () => Part.Map(
        Given(registry.Collaboration.Facts, fact => fact.Path), [(OwnFactOfCollaboration, AnyValue())]));

    private IEnumerable<(string, JsonObject)> Given(IEnumerable<Fact> facts, Func<Fact, string> name) =>
        facts.Where(fact => !fact.IsDerived).Select(fact => (name(fact), Part.Described(About(fact), Value(fact))));

    private JsonObject Value(Fact fact)
    {
        var unknown = Part.OneOf([ConditionReader.Unknown]);
        return fact.Type switch
        {
            FactType.Text => Part.Text(),
            FactType.List when fact != registry.PartnerList => unknown,
            FactType.YesNo => Part.Any(Part.YesNo(), unknown),
            FactType.Word => Part.Any(OneWord(fact), unknown),
            FactType.Words => Part.Any(OneWord(fact), Part.ListOf(OneWord(fact)), unknown),
            FactType.Date => Part.Any(Part.Day(), unknown),
            FactType.List => Part.Any(Part.ListOf(define("knownPartner", KnownPartner)), unknown),
            _ => Part.Any(Part.Number(), unknown),
        };
    }

    private JsonObject KnownPartner()
    {
        var partner = Part.Map(Given(Facts.Where(fact => fact.IsPerPartner), fact => fact.Path["partners[].".Length..]), [(OwnFactOfCollaboration, AnyValue())]);
        partner["required"] = new JsonArray("name");
        return partner;
    }

    private JsonObject AnyValue() => define("value", () => Part.Described("A value of a fact that a pack declares: yes or no, a word, a list of words, a number or a day; or unknown.", Part.OneOrMore(Part.Text)));

    private JsonObject Conditions(string name, IReadOnlyList<ConditionForm> joints)
    {
        var condition = Part.Map(
            [.. joints.Select(joint => (joint.Name, Part.Described(joint.About, Joint(name, joint.Name)))), .. Facts.Where(fact => fact.Type != FactType.List).Select(fact => (ConditionReader.PathOf(fact), Test(fact)))],
            [
                (OwnFactOfCollaboration, TestOfOwn()), (OwnFactOfPartner, TestOfOwn()),
                (ConditionForms.AtLeastOfPattern, Several(name)),
                .. joints.Any(joint => joint.Name == ConditionForms.AtLeastSomePartners) ? [(ConditionForms.AtLeastPartnersPattern, Question()), (QuotaReader.SharePattern, Question())] : Array.Empty<(string, JsonObject)>(),
            ]);
        condition["minProperties"] = 1;
        return condition;
    }

    /// <summary>A condition asked about each partner, in which no other one can be.</summary>
    private JsonObject Question() => define("partnerCondition", () => Conditions("partnerCondition", [.. ConditionForms.Joints.Where(joint => !AsksPartners(joint.Name))]));

    private static bool AsksPartners(string joint) => joint is ConditionReader.SomePartner or ConditionReader.EveryPartner or ConditionForms.AtLeastSomePartners or QuotaReader.Most or ConditionForms.AtLeastShare;

    private JsonObject Joint(string condition, string joint) => joint switch
    {
        ConditionReader.All or ConditionReader.Any or ConditionForms.AtLeastSomeOf => Several(condition),
        ConditionReader.NotThis => FormatSchema.Reference(condition),
        ConditionReader.PartnersDifferIn => Part.Any(
            Part.OneOf(Facts.Where(fact => fact.IsPerPartner).Select(ConditionReader.PathOf)), Part.TextOf(OwnFactOfPartner)),
        ConditionReader.SumOverPartners => define("partnerSum", SumOfPartners),
        ConditionReader.Raised => define("raised", () => Part.Any(names(Named.Rule), RaisedAt())),
        ConditionReader.OverallIsAtLeast => LevelOfFinding(),
        ConditionReader.Unknown => define("path", () => Part.Any(
            Part.OneOf(Facts.Select(ConditionReader.PathOf)), Part.TextOf(OwnFactOfCollaboration), Part.TextOf(OwnFactOfPartner))),
        _ => Question(),
    };

    private static JsonObject LevelOfFinding() => Part.OneOf([nameof(Level.Low), nameof(Level.Moderate), nameof(Level.High)]);

    private JsonObject RaisedAt()
    {
        var at = Part.Map([(ConditionReader.RuleOfRaised, names(Named.Rule)), (FactTestReader.AtLeast, LevelOfFinding())]);
        at["required"] = new JsonArray(ConditionReader.RuleOfRaised, FactTestReader.AtLeast);
        return at;
    }

    private JsonObject SumOfPartners()
    {
        var sums = Part.Map(
            Facts.Where(fact => fact is { IsPerPartner: true, Type: FactType.Number or FactType.WholeNumber }).Select(fact => (ConditionReader.PathOf(fact), SumTest(fact))),
            [(OwnFactOfPartner, SumTest(null))]);
        sums["minProperties"] = 1;
        return sums;

        JsonObject SumTest(Fact? fact)
        {
            var test = Part.Any(Part.Number(), Comparisons(FactTestReader.Comparisons.Keys, _ => Part.Number()));
            return fact is null ? test : Part.Described(About(fact), test);
        }
    }

    private static JsonObject Several(string condition)
    {
        var list = Part.ListOf(FormatSchema.Reference(condition));
        list["minItems"] = 1;
        return list;
    }

    /// <summary>What a fact can be asked; shared by all facts of which that is the same.</summary>
    private JsonObject Test(Fact fact) => define($"fact.{ConditionReader.PathOf(fact)}", () => Part.Described(About(fact), fact.Type switch
    {
        FactType.YesNo => Part.YesNo(),
        FactType.Word => define($"test.{FirstWithWordsOf(fact)}", () => Part.Any(
            OneWord(fact), Part.ListOf(OneWord(fact)), WordComparisons(fact))),
        FactType.Words => define($"test.{FirstWithWordsOf(fact)}", () => SetComparisons(fact)),
        FactType.Number or FactType.WholeNumber => define("numberTest", () => Part.Any(
            Part.Number(), Comparisons(FactTestReader.Comparisons.Keys, _ => Part.Any(Part.Number(), OtherNumber())))),
        FactType.Date => define("dayTest", () => Part.Any(Part.Day(), Comparisons([.. DayTestReader.Comparisons.Keys, DayTestReader.OlderThan, DayTestReader.Within], name => name switch
        {
            DayTestReader.OlderThan => Part.TextOf(PeriodReader.Pattern),
            DayTestReader.Within => Part.TextOf(PeriodReader.RunPattern),
            _ => Part.Any(Part.Day(), Part.OneOf([DayTestReader.AsOf]), OtherDay()),
        }))),
        _ => Part.OneOf([FactTestReader.Given, FactTestReader.Blank]),
    }));

    private JsonObject WordComparisons(Fact fact) => Comparisons(
        FactTestReader.Comparisons.Keys.Where(name => fact.IsOrdered || name is FactTestReader.Is or FactTestReader.NotThis),
        name => name is FactTestReader.Is or FactTestReader.NotThis ? Part.OneOrMore(() => OneWord(fact)) : OneWord(fact));

    private JsonObject SetComparisons(Fact fact) => Comparisons(
        [FactTestReader.Has, FactTestReader.HasAny, FactTestReader.IsExactly, FactTestReader.Within],
        name => name == FactTestReader.Within
            ? OtherFact(other => other.Type == FactType.Words && other.AllowedWords.SequenceEqual(fact.AllowedWords))
            : Part.OneOrMore(() => OneWord(fact)));

    private JsonObject TestOfOwn() => define("ownFact", () => Part.Described("A fact that a pack declares; what it can be asked follows from its type.", Part.Any(
        Part.Text(), Part.ListOf(Part.Text()), Comparisons(ConditionForms.Comparisons.Keys, name => name switch
        {
            FactTestReader.Within => Part.Any(OtherFact(_ => false), Part.TextOf(PeriodReader.RunPattern)),
            FactTestReader.Has or FactTestReader.HasAny or FactTestReader.IsExactly => Part.OneOrMore(Part.Text),
            _ => Part.Any(Part.Text(), Part.ListOf(Part.Text()), OtherNumber(), OtherDay()),
        }))));

    private static JsonObject Comparisons(IEnumerable<string> names, Func<string, JsonObject> operand)
    {
        var comparisons = Part.Map(names.Select(name => (name, Part.Described(ConditionForms.Comparisons[name], operand(name)))));
        comparisons["minProperties"] = 1;
        return comparisons;
    }

    private JsonObject OtherNumber() => define("otherNumber", () => OtherFact(other => other.Type is FactType.Number or FactType.WholeNumber));

    private JsonObject OtherDay() => define("otherDay", () =>
    {
        var other = OtherFact(fact => fact.Type == FactType.Date);
        other["properties"]![DayTestReader.Plus] = Part.TextOf(PeriodReader.Pattern);
        other["properties"]![DayTestReader.Minus] = Part.TextOf(PeriodReader.Pattern);
        other["maxProperties"] = 2;
        return other;
    });

    /// <summary>Another fact of the right kind, or one that a pack declares.</summary>
    private JsonObject OtherFact(Func<Fact, bool> isRight)
    {
        var own = Part.TextOf($@"^(partner\.)?{OwnFact}");
        var right = Facts.Where(isRight).Select(ConditionReader.PathOf).ToList();
        var other = Part.Map([(FactTestReader.OtherFact, right.Count == 0 ? own : Part.Any(Part.OneOf(right), own))]);
        other["required"] = new JsonArray(FactTestReader.OtherFact);
        return other;
    }

    private JsonObject OneWord(Fact fact) => define($"words.{FirstWithWordsOf(fact)}", () => fact.TakesMoreWords ? Part.Any(Part.OneOf(fact.AllowedWords), Part.TextOf(ExtensionForm.AddedWord)) : Part.OneOf(fact.AllowedWords));

    /// <summary>The first fact with the same words, whose name they get.</summary>
    private string FirstWithWordsOf(Fact fact) => ConditionReader.PathOf(
        Facts.First(other => other.Type == fact.Type && other.IsOrdered == fact.IsOrdered && other.AllowedWords.SequenceEqual(fact.AllowedWords)));

    private static string About(Fact fact) => $"{Words.Capitalize(fact.Meaning)}. {fact.Question}";
}
