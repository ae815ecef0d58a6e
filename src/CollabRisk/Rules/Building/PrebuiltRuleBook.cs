using System.Runtime.CompilerServices;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Building;

/// <summary>
/// Reads the rule book of a pack of the library as it was built when the library was, so that a program does not begin by translating and
/// checking rules that cannot have changed since. It is the book that the pack's chapters give, in English and without overrides; a test
/// writes the file and holds it to them. All that is not rules, such as claims and notes, is the pack's own.
/// </summary>
internal sealed class PrebuiltRuleBook
{
    private readonly BinaryReader from;
    private readonly RulePack pack;
    private readonly string[] texts;
    private readonly Fact[] facts;
    private readonly LevelBasis[] levels;
    private readonly Recommendation[] advice;

    private PrebuiltRuleBook(BinaryReader from, RulePack pack)
    {
        this.from = from;
        this.pack = pack;
        texts = Many(from.ReadString);
        facts = Many(() => FactRegistry.Default.Find(Text())!);
        levels = Many(() => new LevelBasis(One<Level>(), Text()) { BestConfidence = One<Confidence>() });
        advice = Many(Advice);
    }

    /// <summary>Reads the rule book from a file that is part of the library.</summary>
    /// <param name="resource">The name of the file.</param>
    /// <param name="pack">The pack whose rules it has.</param>
    /// <returns>The rule book; null where the library has no such file, as one that is built to be worked on has none.</returns>
    public static RuleBook? Read(string resource, RulePack pack)
    {
        using var stream = typeof(PrebuiltRuleBook).Assembly.GetManifestResourceStream(resource);
        return stream is null ? null : Read(stream, pack);
    }

    /// <summary>Reads the rule book of a pack.</summary>
    public static RuleBook Read(Stream stream, RulePack pack)
    {
        using var from = new BinaryReader(stream);
        var book = new PrebuiltRuleBook(from, pack);
        var digest = book.Text();
        var rules = book.Many(book.Rule);
        return RuleBookCompiler.BookOf(FactRegistry.Default, rules, [pack], new RetiredCodes([pack], [], language: null, new ProblemList()), language: null, () => digest);
    }

    private Rule Rule()
    {
        var (code, kind, title, level, cap) = (Text(), One<FindingKind>(), Text(), Maybe(levels), One<Level>());
        var (chapter, area, tier) = (Text(), One<Area>(), One<Tier>());
        var (isPerPartner, asksForOverall) = (from.ReadBoolean(), from.ReadBoolean());
        var (status, statusNote) = (One<RuleStatus>(), Maybe(texts));
        var moderators = Many(() => new Moderator(One<Direction>(), Text(), Texts(), Condition()));
        return new Rule
        {
            Code = code,
            Kind = kind,
            Title = title,
            Level = level,
            OwnLevel = level,
            Cap = cap,
            Chapter = chapter,
            Area = area,
            Tier = tier,
            PackId = pack.Id,
            IsPerPartner = isPerPartner,
            AsksForOverall = asksForOverall,
            Status = status,
            StatusNote = statusNote,
            Moderators = moderators,
            Position = Number(),
            Notes = Texts(),
            Claims = Claims(),
            Recommendations = Several(advice),
            Caveats = Texts(),
            LeadsTo = Texts(),
            Under = Texts(),
            BuildsOn = Texts(),
            Facts = Several(facts),
            DoneWhen = Many(() => KeyValuePair.Create(Text(), Condition())).ToDictionary(StringComparer.Ordinal),
            AppliesWhen = from.ReadBoolean() ? Condition() : null,
            Cases = Many(() => Case(isPerPartner, moderators)),
        };
    }

    private Case Case(bool isPerPartner, IReadOnlyList<Moderator> moderators)
    {
        var subject = Maybe(texts);
        var guard = from.ReadBoolean() ? Condition() : null;
        var when = Condition();
        var says = MessageTemplate.Parse(Text(), FactRegistry.Default, isPerPartner || subject is not null, static problem => throw new InvalidDataException(problem));
        var level = Maybe(levels);
        return new Case(subject, guard, when, says, level, Claims(), Texts())
        {
            OwnLevel = level,
            Moderators = moderators,
            Recommendations = Several(advice),
        };
    }

    private Recommendation Advice()
    {
        var (code, says, claims, isDerived) = (Text(), Text(), Texts(), from.ReadBoolean());
        return new(code, says, claims) { IsDerived = isDerived, AsWritten = () => pack.Definitions.SelectMany(chapter => chapter.Rules).SelectMany(rule => rule.AllRecommendations).First(step => step.Code == code) };
    }

    private Condition Condition() => One<ConditionForm>() switch
    {
        ConditionForm.AllOf => new AllOf(Many(Condition)),
        ConditionForm.AnyOf => new AnyOf(Many(Condition)),
        ConditionForm.AtLeastOf => new AtLeastOf(Number(), Many(Condition)),
        ConditionForm.Not => new Not(Condition()),
        ConditionForm.AtLeastPartners => new AtLeastPartners(new Quota(Number(), Number(), from.ReadBoolean()), Condition()),
        ConditionForm.EveryPartner => new EveryPartner(Condition()),
        ConditionForm.PartnersDiffer => new PartnersDiffer(Fact()),
        ConditionForm.PartnersSum => new PartnersSum(Fact(), One<Comparison>(), from.ReadInt64()),
        ConditionForm.OneOf => new OneOf(Fact(), from.ReadUInt64()),
        ConditionForm.SetTest => new SetTest(Fact(), One<SetQuestion>(), from.ReadUInt64()),
        ConditionForm.NumberTest => new NumberTest(Fact(), One<Comparison>(), from.ReadInt64()),
        ConditionForm.NumberPairTest => new NumberPairTest(Fact(), One<Comparison>(), Fact()),
        ConditionForm.DayPairTest => new DayPairTest(Fact(), One<Comparison>(), Fact(), new Period(from.ReadInt32(), from.ReadInt32())),
        ConditionForm.SubsetTest => new SubsetTest(Fact(), Fact()),
        ConditionForm.UnknownTest => new UnknownTest(Fact()),
        ConditionForm.RaisedTest => new RaisedTest(Text(), from.ReadBoolean() ? One<Level>() : null),
        ConditionForm.OverallTest => new OverallTest(One<Level>()),
        var other => throw new InvalidDataException($"There is no form of conditions '{other}'."),
    };

    private int Number() => from.Read7BitEncodedInt();

    private T One<T>()
        where T : struct, Enum => Unsafe.BitCast<int, T>(Number());

    private string Text() => texts[Number()];

    private Fact Fact() => facts[Number()];

    /// <summary>One of a table; null is 0, and the first of the table is 1.</summary>
    private T? Maybe<T>(T[] table)
        where T : class => Number() is var number && number == 0 ? null : table[number - 1];

    private string[] Texts() => Several(texts);

    private Claim[] Claims() => Several(pack.Claims);

    /// <summary>Some of a table, by their numbers.</summary>
    private T[] Several<T>(IReadOnlyList<T> table)
    {
        var several = Room<T>();
        for (var i = 0; i < several.Length; i++)
        {
            several[i] = table[Number()];
        }

        return several;
    }

    private T[] Many<T>(Func<T> read)
    {
        var many = Room<T>();
        for (var i = 0; i < many.Length; i++)
        {
            many[i] = read();
        }

        return many;
    }

    private T[] Room<T>() => Number() is var count and > 0 ? new T[count] : [];
}

/// <summary>The forms that conditions have, as files of rule books number them.</summary>
internal enum ConditionForm
{
    AllOf,
    AnyOf,
    AtLeastOf,
    Not,
    AtLeastPartners,
    EveryPartner,
    PartnersDiffer,
    PartnersSum,
    OneOf,
    SetTest,
    NumberTest,
    NumberPairTest,
    DayPairTest,
    SubsetTest,
    UnknownTest,
    RaisedTest,
    OverallTest,
}
