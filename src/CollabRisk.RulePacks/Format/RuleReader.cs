using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads rules into the definitions that chapters in C# fill too. What they refer to is checked when the rule book is built.</summary>
/// <param name="known">What all packs define.</param>
/// <param name="limits">How large a rule may be.</param>
internal sealed class RuleReader(KnownToPacks known, RulePackLimits limits)
{
    public const string Partner = "partner";
    public const string FlagsOf = "flags of";
    public const string SomeFacts = "facts";
    public const string Is = "is";

    /// <summary>Reads a rule; null where not even its code and kind can be read.</summary>
    public RuleDefinition? Read(MapReader rule)
    {
        var code = rule.Text(RuleKeys.Code);
        var kind = rule.Word(RuleKeys.Kind);
        var inLanguages = new List<TextInLanguage>();
        var level = LevelOf(rule, RuleKeys.Level, inLanguages);
        if (code is null)
        {
            return null;
        }

        var each = rule.Node(RuleKeys.ForEach);
        var ofPartner = each is YamlScalar { Text: Partner };
        var definition = new RuleDefinition(code, kind ?? FindingKind.Context, level)
        {
            PlaceOf = PlacesIn(rule.Map),
            IsPerPartner = ofPartner,
            Title = rule.Text(RuleKeys.Title),
            Says = Message(rule.Text(RuleKeys.Says)),
            Status = rule.Word(RuleKeys.Status) ?? RuleStatus.Stable,
            StatusNote = rule.Text(RuleKeys.StatusNote),
        };
        var needsLevel = kind?.HasLevel() == true;
        var hasLevel = rule.Node(RuleKeys.Level) is not null;
        if (kind is not null && needsLevel != hasLevel)
        {
            rule.Report(
                needsLevel ? PackProblemKinds.MissingKey : PackProblemKinds.UnknownKey, rule.PlaceOf(RuleKeys.Level),
                needsLevel ? $"a {kind} needs a 'level', with 'is' and 'because'." : $"a {kind} has no level; only a Risk and a Mismatch have one. Remove it.");
        }

        if (rule.Node(RuleKeys.AppliesWhen) is { } guard)
        {
            definition.Guards.Add(Clause(guard, () => ofPartner));
        }

        var buildsOn = rule.Scalars(RuleKeys.BuildsOn);
        if (rule.Node(RuleKeys.When) is not null || buildsOn.Count > 0)
        {
            definition.When = new WrittenClause(rule.Node(RuleKeys.When), () => ofPartner, buildsOn, limits.ConditionSize);
        }

        ReadCases(rule, definition);
        ReadFlags(rule, each, definition);
        definition.Moderators.AddRange(Moderators(rule, RuleKeys.RaisedWhen, Direction.Raised, ofPartner, inLanguages));
        definition.Moderators.AddRange(Moderators(rule, RuleKeys.LoweredWhen, Direction.Lowered, ofPartner, inLanguages));
        definition.Claims.AddRange(rule.Texts(RuleKeys.Claims));
        definition.Caveats.AddRange(rule.Texts(RuleKeys.Caveats));
        definition.LeadsTo.AddRange(rule.Texts(RuleKeys.LeadsTo));
        definition.Under.AddRange(rule.Texts(RuleKeys.Under));
        ReadAdvice(rule, RuleKeys.Advises, definition.Recommendations);
        IReadOnlyList<string> subjects = each is null or YamlScalar ? [] : [.. definition.Cases.Select(flag => flag.Subject!)];
        definition.InLanguages.AddRange(inLanguages);
        definition.InLanguages.AddRange(LanguageReader.Read(
            rule, RuleKeys.InLanguages, (RuleKeys.Title, LanguageReader.One(definition.Title)), (RuleKeys.StatusNote, LanguageReader.One(definition.StatusNote)),
            (RuleKeys.Says, LanguageReader.One(definition.Says)), (RuleKeys.Caveats, definition.Caveats), (RuleKeys.Subjects, subjects)));
        definition.IsIncomplete = !rule.IsWhole;
        return definition;
    }

    /// <summary>A message as the engine keeps it: <c>{partner.role}</c> is its <c>{partners[].role}</c>.</summary>
    public static string? Message(string? text) =>
        text?.Replace("{" + ConditionReader.PartnerPrefix, "{partners[].", StringComparison.Ordinal);

    /// <summary>Where a value is in a part of a file: the first place that has just this text.</summary>
    public static Func<string?, TextPlace?> PlacesIn(YamlMap map) =>
        value => value is null ? map.Place
            : map.All.OfType<YamlScalar>().FirstOrDefault(scalar => scalar.Text == value || Message(scalar.Text) == value)?.Place ?? map.Place;

    /// <summary>The level with its reason; null where there is none, or where it cannot be read.</summary>
    /// <param name="of">What has the level.</param>
    /// <param name="key">Its key.</param>
    /// <param name="inLanguages">Where to put what the reason is in other languages.</param>
    public static LevelBasis? LevelOf(MapReader of, MapKey key, List<TextInLanguage> inLanguages)
    {
        if (of.Open(key) is not { } basis)
        {
            return null;
        }

        var level = basis.Word(LevelKeys.Is);
        var because = basis.Text(LevelKeys.Because);
        var confidence = basis.Word(LevelKeys.BestConfidence);
        inLanguages.AddRange(LanguageReader.Read(basis, LevelKeys.InLanguages, LevelKeys.Because, because));
        of.Include(basis);
        return level is null || because is null ? null : new LevelBasis(level.Value, because) { BestConfidence = confidence ?? Confidence.NamedCase };
    }

    /// <summary>A moderator; null where it cannot be read.</summary>
    public ModeratorDefinition? ModeratorOf(MapReader moderator, Direction direction, Func<bool> ofPartner, List<TextInLanguage> inLanguages)
    {
        var because = moderator.Text(ModeratorKeys.Because);
        inLanguages.AddRange(LanguageReader.Read(moderator, ModeratorKeys.InLanguages, ModeratorKeys.Because, because));
        var claims = moderator.Texts(ModeratorKeys.Claims);
        return moderator.Node(ModeratorKeys.When) is { } when && because is not null
            ? new ModeratorDefinition(direction, Clause(when, ofPartner), because, claims)
            : null;
    }

    /// <summary>A condition of a rule.</summary>
    /// <param name="node">The condition.</param>
    /// <param name="ofPartner">Whether it is asked about a partner; asked only when the condition is read.</param>
    public WrittenClause Clause(YamlNode node, Func<bool> ofPartner) => new(node, ofPartner, [], limits.ConditionSize);

    /// <summary>A case of a rule, or what an override changes about one.</summary>
    /// <param name="each">The keys.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="keys">Which keys have the parts.</param>
    /// <param name="ofPartner">Whether the rule is asked of each partner.</param>
    /// <param name="inLanguages">Where to put what the reason of the level is in other languages.</param>
    public CaseDefinition CaseOf(
        MapReader each, string? subject, (ConditionKey Guard, ConditionKey When, MapKey Level, TextKey Says, TextsKey Claims) keys, Func<bool> ofPartner, List<TextInLanguage> inLanguages)
    {
        var @case = new CaseDefinition
        {
            Subject = subject,
            Guard = each.Node(keys.Guard) is { } guard ? Clause(guard, ofPartner) : null,
            When = each.Node(keys.When) is { } when ? Clause(when, ofPartner) : null,
            Level = LevelOf(each, keys.Level, inLanguages),
            Says = Message(each.Text(keys.Says)),
        };
        @case.Claims.AddRange(each.Texts(keys.Claims));
        return @case;
    }

    /// <summary>A case with a subject, as rules list them.</summary>
    /// <param name="each">The keys.</param>
    /// <param name="saysOfRule">The message of the rule, which the case has where it has none; null where that is not known.</param>
    /// <param name="ofPartner">Whether the rule is asked of each partner.</param>
    /// <param name="inLanguages">Where to put what its texts are in other languages.</param>
    public CaseDefinition CaseOf(MapReader each, string? saysOfRule, Func<bool> ofPartner, List<TextInLanguage> inLanguages)
    {
        var own = new List<TextInLanguage>();
        var @case = CaseOf(each, each.Text(CaseKeys.Subject), (CaseKeys.AppliesWhen, CaseKeys.When, CaseKeys.Level, CaseKeys.Says, CaseKeys.Claims), ofPartner, own);
        @case.Caveats.AddRange(each.Texts(CaseKeys.Caveats));
        ReadAdvice(each, CaseKeys.Advises, @case.Recommendations);
        own.AddRange(LanguageReader.Read(
            each, CaseKeys.InLanguages, (CaseKeys.Subject, LanguageReader.One(@case.Subject)), (CaseKeys.Says, LanguageReader.One(@case.Says ?? saysOfRule)), (CaseKeys.Caveats, @case.Caveats)));
        inLanguages.AddRange(own.Of(@case.Subject));
        return @case;
    }

    private IEnumerable<ModeratorDefinition> Moderators(MapReader rule, MapsKey key, Direction direction, bool ofPartner, List<TextInLanguage> inLanguages)
    {
        foreach (var moderator in rule.Open(key))
        {
            if (ModeratorOf(moderator, direction, () => ofPartner, inLanguages) is { } read)
            {
                yield return read;
            }

            rule.Include(moderator);
        }
    }

    private void ReadCases(MapReader rule, RuleDefinition definition)
    {
        foreach (var each in rule.Open(RuleKeys.Cases))
        {
            definition.Cases.Add(CaseOf(each, definition.Says, () => definition.IsPerPartner, definition.InLanguages));
            rule.Include(each);
        }

        if (definition.Cases.Count > 0 && definition.IsPerPartner)
        {
            rule.Report(PackProblemKinds.UnknownKey, rule.PlaceOf(RuleKeys.Cases), "a rule 'for each: partner' has the partners as its cases. Remove 'cases', or write a rule for each.");
        }
    }

    /// <summary>The yes/no facts of which the rule is asked; each becomes a case named by the fact.</summary>
    private static void ReadFlags(MapReader rule, YamlNode? each, RuleDefinition definition)
    {
        if (each is null or YamlScalar { Text: Partner })
        {
            return;
        }

        var map = each as YamlMap;
        var value = map?.Find(Is) is YamlScalar yesNo ? MapReader.YesNoOf(yesNo) : null;
        var flags = map?.Find(FlagsOf) is YamlScalar group ? InGroup(group) : map?.Find(SomeFacts) is YamlList list ? [.. list.Items.OfType<YamlScalar>()] : null;
        if (value is null || flags is not { Count: > 0 } || map!.Entries.Count != 2)
        {
            rule.Report(
                PackProblemKinds.WrongKind, each.Place,
                $"'{RuleKeys.ForEach.Name}' is '{Partner}', or '{FlagsOf}: a group of yes/no facts such as culture.traits' or '{SomeFacts}: a list of yes/no facts', with '{Is}: yes' or '{Is}: no'; found {each.InWords}.");
            return;
        }

        if (rule.Node(RuleKeys.When) is not null || rule.Node(RuleKeys.Cases) is not null)
        {
            rule.Report(PackProblemKinds.UnknownKey, each.Place, $"a rule for each of some facts has no '{RuleKeys.When.Name}' and no '{RuleKeys.Cases.Name}' next to them. Move what all share to '{RuleKeys.AppliesWhen.Name}'.");
        }

        foreach (var flag in flags)
        {
            definition.Cases.Add(new CaseDefinition
            {
                Subject = Words.Humanize(flag.Text[(flag.Text.LastIndexOf('.') + 1)..]),
                When = new FlagClause(flag, value.Value),
            });
        }
    }

    private static List<YamlScalar> InGroup(YamlScalar group) =>
        [.. FactRegistry.Default.Facts
            .Where(fact => fact.Type == FactType.YesNo && !fact.IsPerPartner && fact.Path == $"{group.Text}.{fact.Name}")
            .Select(fact => group with { Text = fact.Path })];

    private void ReadAdvice(MapReader map, TextsKey key, List<Recommendation> recommendations)
    {
        foreach (var code in map.Scalars(key))
        {
            if (known.Advice.TryGetValue(code.Text, out var recommendation))
            {
                recommendations.Add(recommendation);
            }
            else
            {
                map.Report(PackProblemKinds.UnknownAdvice, code.Place, $"no recommendation has the code {code.InWords}.{DidYouMean.Sentence(code.Text, known.Advice.Keys)}");
            }
        }
    }
}
