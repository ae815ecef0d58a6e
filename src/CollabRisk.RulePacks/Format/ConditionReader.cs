using System.Globalization;
using System.Text.RegularExpressions;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>
/// Reads conditions: structured data over the paths of facts. Nothing in them is run, and every name is looked up in the
/// registry of facts.
/// </summary>
internal sealed partial class ConditionReader(FactRegistry registry, ReportProblem report)
{
    public const string All = "all";
    public const string Any = "any";
    public const string NotThis = "not";
    public const string SomePartner = "some partner";
    public const string EveryPartner = "every partner";
    public const string PartnersDifferIn = "partners differ in";
    public const string SumOverPartners = "sum over partners";
    public const string Raised = "raised";
    public const string RuleOfRaised = "rule";
    public const string OverallIsAtLeast = "overall is at least";
    public const string Unknown = "unknown";

    /// <summary>What a partner's fact begins with: <c>partner.role</c>.</summary>
    public const string PartnerPrefix = "partner.";

    /// <summary>The keys of a condition that are not facts.</summary>
    public static readonly IReadOnlyList<string> Joints =
        [All, Any, ConditionForms.AtLeastSomeOf, NotThis, SomePartner, EveryPartner, ConditionForms.AtLeastSomePartners, QuotaReader.Most, ConditionForms.AtLeastShare, SumOverPartners, PartnersDifferIn, Raised, OverallIsAtLeast, Unknown];

    /// <summary>Whether a key asks for a number of the conditions below it.</summary>
    public static bool IsAtLeastOf(string key) => AtLeastOfForm.IsMatch(key);

    /// <summary>The path of a fact as packs write it.</summary>
    public static string PathOf(Fact fact) =>
        fact.IsPerPartner ? PartnerPrefix + fact.Path["partners[].".Length..] : fact.Path;

    /// <summary>The path of a fact in the model, as packs write it: <c>partners[].role</c> of <c>partner.role</c>.</summary>
    public static string PathInModel(string written) =>
        written.StartsWith(PartnerPrefix, StringComparison.Ordinal) ? $"partners[].{written[PartnerPrefix.Length..]}" : written;

    /// <summary>The path of the one of two facts that a pack declares, which is what may be wrong with a test of both; that of the first where neither is, or both are.</summary>
    public static string OneOfAPack(Fact first, Fact second) => first.Owner.IsExtensions || !second.Owner.IsExtensions ? first.Path : second.Path;

    /// <summary>A message with the paths of facts as packs write them.</summary>
    public static string AsWritten(string text) => text.Replace("partners[].", PartnerPrefix, StringComparison.Ordinal);

    /// <summary>Reads a condition; null where it cannot be read, which is reported then.</summary>
    /// <param name="node">The condition.</param>
    /// <param name="ofPartner">Whether it is asked about a partner, so that it can ask for that partner's facts.</param>
    public Condition? Read(YamlNode node, bool ofPartner) => Read(node, ofPartner, isInQuestion: false);

    /// <summary>The fact that a text names; null where there is none, which is reported then.</summary>
    public Fact? FactNamed(YamlScalar name, bool ofPartner)
    {
        var path = name.Text;
        var fact = registry.Find(PathInModel(path));
        if (fact is null || path.StartsWith("partners[]", StringComparison.Ordinal))
        {
            report(PackProblemKinds.UnknownFact, $"there is no fact {Shown.Value(path)}.{(FactModel.Sentence(path.Replace(PartnerPrefix, "partners[].", StringComparison.Ordinal)) is { Length: > 0 } changed ? changed : Meant(path, fact))}", name.Place, PathInModel(path));
            return null;
        }

        if (fact.IsPerPartner && !ofPartner)
        {
            report(PackProblemKinds.NoPartner, $"{Shown.Value(path)} is a fact of each partner. Ask it under '{SomePartner}', '{EveryPartner}', '{QuotaReader.Most}' or '{ConditionForms.AtLeastSomePartners}', or in a rule 'for each: partner'.", name.Place, PathInModel(path));
            return null;
        }

        return fact;
    }

    [GeneratedRegex("^(at most|fewer than|less than|more than) ([0-9]{1,4}) partners?$")]
    private static partial Regex AtMostPartnersForm { get; }

    [GeneratedRegex("^at least ([0-9]{1,4}) of( these)?$")]
    private static partial Regex AtLeastOfForm { get; }

    private Condition? Read(YamlNode node, bool ofPartner, bool isInQuestion)
    {
        switch (node)
        {
            case YamlMap { Entries.Count: > 0 } map:
                var read = map.Entries.Select(entry => Placed(Read(entry.Key, entry.Value, ofPartner, isInQuestion), entry.Key)).ToList();
                return read.Contains(null) ? null : read.Count == 1 ? read[0] : Placed(new AllOf([.. read.OfType<Condition>()]), map);
            case YamlMap:
                report(PackProblemKinds.EmptyCondition, "the condition says nothing. Write the path of a fact, a colon and a value, such as 'vision.exists: no'.", node.Place);
                return null;
            case YamlList:
                report(PackProblemKinds.WrongKind, $"a list of conditions is under '{All}' or '{Any}', so that it is clear whether all of them must hold.", node.Place);
                return null;
            default:
                report(PackProblemKinds.WrongKind, $"{node.InWords} is not a condition. Write the path of a fact, a colon and a value, such as 'vision.exists: no'.", node.Place);
                return null;
        }
    }

    private static Condition? Placed(Condition? condition, YamlNode node)
    {
        if (condition is not null)
        {
            condition.Place = node.Place;
        }

        return condition;
    }

    private Condition? Read(YamlScalar key, YamlNode value, bool ofPartner, bool isInQuestion)
    {
        switch (key.Text)
        {
            case All:
                return List(key, value, ofPartner, isInQuestion) is { } all ? new AllOf(all) : null;
            case Any:
                return List(key, value, ofPartner, isInQuestion) is { } any ? new AnyOf(any) : null;
            case NotThis:
                return Read(value, ofPartner, isInQuestion) is { } not ? Not.Of(not) : null;
            case SomePartner:
                return Question(key, value, isInQuestion) is { } some ? new AtLeastPartners(1, some) : null;
            case EveryPartner:
                return Question(key, value, isInQuestion) is { } every ? new EveryPartner(every) : null;
            case PartnersDifferIn:
                return Differ(value);
            case SumOverPartners:
                return Sum(key, value);
            case Raised:
                return value is YamlScalar { IsEmpty: false } code ? new RaisedTest(code.Text)
                    : value is YamlMap { Entries: [({ Text: RuleOfRaised }, YamlScalar { IsEmpty: false } of), ({ Text: FactTestReader.AtLeast }, YamlScalar { Text: var level })] } && IsLevel(level)
                    ? new RaisedTest(of.Text, Enum.Parse<Level>(level))
                    : Mistaken(value, $"'{Raised}' takes the code of one rule, or '{{{RuleOfRaised}: CODE, {FactTestReader.AtLeast}: High}}'. Several go in a list under '{Any}' or '{All}', each as '{Raised}: CODE'.");
            case OverallIsAtLeast:
                return value is YamlScalar scalar && IsLevel(scalar.Text)
                    ? new OverallTest(Enum.Parse<Level>(scalar.Text))
                    : Mistaken(value, $"'{OverallIsAtLeast}' takes Low, Moderate or High; found {value.InWords}.");
            case Unknown:
                return value is YamlScalar { IsEmpty: false } path
                    ? FactNamed(path, ofPartner) is { } asked ? new UnknownTest(asked) : null
                    : Mistaken(value, $"'{Unknown}' takes the path of one fact. Several go in a list under '{Any}' or '{All}', each as '{Unknown}: path'.");
            case var text when AtLeastOfForm.Match(text) is { Success: true } match:
                return AtLeastOf(key, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), value, ofPartner, isInQuestion);
            case var text when QuotaReader.Read(text, out var problem) is { } quota:
                if (problem is not null)
                {
                    report(PackProblemKinds.BadValue, problem, key.Place);
                    return null;
                }

                return Question(key, value, isInQuestion) is { } each ? new AtLeastPartners(quota, each) : null;
            default:
                return FactNamed(key, ofPartner) is { } fact ? Test(fact, value, ofPartner) : null;
        }
    }

    private List<Condition>? List(YamlScalar key, YamlNode value, bool ofPartner, bool isInQuestion)
    {
        if (value is not YamlList list)
        {
            report(PackProblemKinds.WrongKind, $"'{key.Text}' takes a list of conditions, each beginning with '- '; found {value.InWords}.", value.Place);
            return null;
        }

        if (list.Items.Count == 0)
        {
            report(PackProblemKinds.EmptyCondition, $"'{key.Text}' has no conditions, so it would {(key.Text == All ? "always" : "never")} hold. Write at least one, or leave it out.", value.Place);
            return null;
        }

        var conditions = list.Items.Select(item => Read(item, ofPartner, isInQuestion)).ToList();
        return conditions.Contains(null) ? null : [.. conditions.OfType<Condition>()];
    }

    private static bool IsLevel(string text) => Enum.GetNames<Level>().Contains(text) && text != nameof(Level.None);

    private Condition? AtLeastOf(YamlScalar key, int count, YamlNode value, bool ofPartner, bool isInQuestion)
    {
        if (List(key, value, ofPartner, isInQuestion) is not { } conditions)
        {
            return null;
        }

        if (count >= 1 && count < conditions.Count)
        {
            return new AtLeastOf(count, conditions);
        }

        report(
            PackProblemKinds.BadValue,
            count == 0 ? "at least 0 of some conditions always hold. Write at least 1."
                : count == conditions.Count ? $"'{key.Text}' has {Words.Count(count, "condition")}, so all of them have to hold. Write '{All}', or list more."
                : $"'{key.Text}' has only {Words.Count(conditions.Count, "condition")}, so it would never hold. List more, or ask for fewer.",
            key.Place);
        return null;
    }

    /// <summary>A number of the partners, added up over all of them, compared with a number.</summary>
    private Condition? Sum(YamlScalar key, YamlNode value)
    {
        if (value is not YamlMap { Entries.Count: > 0 } map)
        {
            return Mistaken(value, $"'{key.Text}' takes a number of the partners and what its sum is compared with, such as 'partner.benefitShare: {{{FactTestReader.NotThis}: 100}}'.");
        }

        var sums = new List<Condition?>();
        foreach (var (path, operand) in map.Entries)
        {
            sums.Add(Placed(SumOf(path, operand), path));
        }

        return sums.Contains(null) ? null : sums.Count == 1 ? sums[0] : new AllOf([.. sums.OfType<Condition>()]);
    }

    private Condition? SumOf(YamlScalar path, YamlNode operand)
    {
        if (FactNamed(path, ofPartner: true) is not { } fact)
        {
            return null;
        }

        if (!fact.IsPerPartner || fact.Type is not (FactType.Number or FactType.WholeNumber))
        {
            report(PackProblemKinds.WrongTest, $"{Shown.Value(path.Text)} is {(fact.IsPerPartner ? "not a number" : "a fact of the collaboration")}, so there is nothing to add up over the partners. Name a number of the partners such as 'partner.benefitShare'.", path.Place, fact.Path);
            return null;
        }

        return new FactTestReader(fact, About(fact), name => FactNamed(name, ofPartner: true)).ReadSum(operand);
    }

    /// <summary>A condition asked about each partner.</summary>
    private Condition? Question(YamlScalar key, YamlNode value, bool isInQuestion)
    {
        if (isInQuestion)
        {
            report(PackProblemKinds.NestedPartners, $"'{key.Text}' is inside another question about partners. Ask the two next to each other, under '{All}'.", key.Place);
            return null;
        }

        return Read(value, ofPartner: true, isInQuestion: true);
    }

    private PartnersDiffer? Differ(YamlNode value)
    {
        if (value is not YamlScalar { IsEmpty: false } path)
        {
            Mistaken(value, $"'{PartnersDifferIn}' takes the path of one fact of the partners, such as 'partner.sector'.");
            return null;
        }

        var fact = FactNamed(path, ofPartner: true);
        if (fact is { IsPerPartner: false })
        {
            report(PackProblemKinds.WrongTest, $"{Shown.Value(path.Text)} is a fact of the collaboration, in which partners cannot differ. Name one such as 'partner.sector'.", path.Place, fact.Path);
            return null;
        }

        return fact is null ? null : new PartnersDiffer(fact);
    }

    private Condition? Test(Fact fact, YamlNode value, bool ofPartner)
    {
        if (value is YamlScalar { Text: Unknown, IsQuoted: false })
        {
            return Mistaken(value, $"to ask whether the fact is not known, write '{Unknown}: {PathOf(fact)}'; only a data gap may.", fact);
        }

        if (value is YamlScalar { IsEmpty: true })
        {
            return Mistaken(value, $"'{PathOf(fact)}' is compared with nothing. {FactTestReader.Expected(fact)}", fact);
        }

        return new FactTestReader(fact, About(fact), name => FactNamed(name, ofPartner)).Read(value);
    }

    private Condition? Mistaken(YamlNode value, string what, Fact? fact = null)
    {
        report(PackProblemKinds.WrongTest, what, value.Place, fact?.Path);
        return null;
    }

    /// <summary>Reports problems of a test as those of the fact that it asks for, unless they are about another one.</summary>
    private ReportProblem About(Fact asked) => (kind, what, place, fact) => report(kind, what, place, fact ?? asked.Path);

    /// <summary>What to write for words that people write for a joint, and that are none: the nearest word could say the opposite.</summary>
    private static readonly Dictionary<string, string> Joined = new(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = $"Write '{Any}' with a list of conditions.",
        ["any of"] = $"Write '{Any}' with a list of conditions.",
        ["either"] = $"Write '{Any}' with a list of conditions.",
        ["and"] = $"Write '{All}' with a list of conditions, or the conditions next to each other.",
        ["all of"] = $"Write '{All}' with a list of conditions, or the conditions next to each other.",
        ["both"] = $"Write '{All}' with a list of conditions.",
        ["none of"] = $"Write '{NotThis}' with '{Any}' and a list of conditions below it.",
        ["neither"] = $"Write '{NotThis}' with '{Any}' and a list of conditions below it.",
        ["no partner"] = $"Write '{NotThis}' with '{SomePartner}' below it.",
        ["no partners"] = $"Write '{NotThis}' with '{SomePartner}' below it.",
        ["not every partner"] = $"Write '{NotThis}' with '{EveryPartner}' below it.",
        ["half of the partners"] = $"Write '{ConditionForms.AtLeastShare}'.",
        ["at least half the partners"] = $"Write '{ConditionForms.AtLeastShare}'.",
        ["at least half of partners"] = $"Write '{ConditionForms.AtLeastShare}'.",
        ["most of the partners"] = $"Write '{QuotaReader.Most}'.",
        ["the majority of partners"] = $"Write '{QuotaReader.Most}'.",
        ["sum"] = $"Write '{SumOverPartners}' with a number of the partners below it.",
        ["sum of"] = $"Write '{SumOverPartners}' with a number of the partners below it.",
        ["total"] = $"Write '{SumOverPartners}' with a number of the partners below it.",
        ["all partners"] = $"Write '{EveryPartner}'.",
        ["each partner"] = $"Write '{EveryPartner}'.",
        ["any partner"] = $"Write '{SomePartner}'.",
        ["a partner"] = $"Write '{SomePartner}'.",
        ["one partner"] = $"Write '{SomePartner}'.",
        ["two partners"] = "Write 'at least 2 partners'.",
    };

    private string Meant(string path, Fact? partnersFact)
    {
        if (Joined.TryGetValue(path, out var joint))
        {
            return $" {joint}";
        }

        if (AtMostPartnersForm.Match(path) is { Success: true } atMost)
        {
            var (most, isMore) = (int.Parse(atMost.Groups[2].Value, CultureInfo.InvariantCulture), atMost.Groups[1].Value is "more than");
            return isMore
                ? string.Create(CultureInfo.InvariantCulture, $" Write 'at least {most + 1} partners'.")
                : string.Create(CultureInfo.InvariantCulture, $" Write '{NotThis}' with 'at least {(atMost.Groups[1].Value is "at most" ? most + 1 : most)} partners' below it.");
        }

        if (partnersFact is not null)
        {
            return $" Did you mean '{PathOf(partnersFact)}'?";
        }

        if (registry.Find($"partners[].{path}") is { } bare)
        {
            return $" Did you mean '{PathOf(bare)}'?";
        }

        var below = registry.Facts.Select(PathOf).Where(known => known.StartsWith(path + ".", StringComparison.Ordinal)).Take(4).ToList();
        if (below.Count > 0)
        {
            return $" It is a group; its facts are {Words.List([.. below.Take(3)])}{(below.Count > 3 ? " and others" : "")}.";
        }

        if (DidYouMean.Nearest(path, registry.Facts.Select(PathOf).Concat(Joints)) is { } near)
        {
            return $" Did you mean '{near}'?";
        }

        // The right name in the wrong group is a common slip.
        var sameName = registry.Facts.Where(fact => fact.Name == path[(path.LastIndexOf('.') + 1)..]).Select(PathOf).Take(2).ToList();
        return sameName.Count == 1 ? $" Did you mean '{sameName[0]}'?" : " The fact dictionary lists all facts.";
    }
}
