using System.Collections.ObjectModel;
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
/// <remarks>Parts are read in the order in which they are written: also the properties that initializers below set.</remarks>
internal sealed class RuleBookReader
{
    private readonly BinaryReader from;
    private readonly RulePack pack;
    private readonly string[] texts;
    private readonly Fact[] facts;
    private readonly Claim[] claims;
    private readonly LevelBasis[] levels;
    private readonly Recommendation[] advice;

    private RuleBookReader(BinaryReader from, RulePack pack)
    {
        this.from = from;
        this.pack = pack;
        texts = Table(from.ReadString);
        facts = Table(() => Text() is var path && FactRegistry.Default.Find(path) is { } fact ? fact : throw NotThere("fact", path));
        var byId = pack.Claims.ToDictionary(claim => claim.Id, StringComparer.Ordinal);
        claims = Table(() => Text() is var id && byId.TryGetValue(id, out var claim) ? claim : throw NotThere("claim", id));
        levels = Table(() => new LevelBasis(Word<Level>(), Text()) { BestConfidence = Word<Confidence>() });
        var written = AsWritten(pack);
        advice = Table(() => Advice(written));
    }

    /// <summary>Reads the rule book from a file that is part of the library.</summary>
    /// <param name="resource">The name of the file.</param>
    /// <param name="pack">The pack whose rules it has.</param>
    /// <returns>The rule book; null where the library has no such file, as a Debug build has none.</returns>
    public static RuleBook? Read(string resource, RulePack pack)
    {
        using var stream = typeof(RuleBookReader).Assembly.GetManifestResourceStream(resource);
        return stream is null ? null : Read(stream, pack);
    }

    /// <summary>Reads the rule book of a pack.</summary>
    public static RuleBook Read(Stream stream, RulePack pack)
    {
        using var from = new BinaryReader(stream);
        var reader = new RuleBookReader(from, pack);
        var digest = reader.Text();
        var rules = reader.Several(reader.Rule);
        return RuleBookCompiler.BookOf(FactRegistry.Default, rules, [pack], new RetiredCodes([pack], [], BookLanguage.English, new ProblemList()), BookLanguage.English, () => digest);
    }

    /// <summary>The recommendations of the pack's chapters by code, for those who ask for their lambdas, which a file cannot hold.</summary>
    private static Lazy<Dictionary<string, Recommendation>> AsWritten(RulePack pack) => new(() => pack.Definitions
        .SelectMany(chapter => chapter.Rules).SelectMany(rule => rule.AllRecommendations)
        .DistinctBy(step => step.Code, StringComparer.Ordinal).ToDictionary(step => step.Code, StringComparer.Ordinal));

    private static InvalidDataException NotThere(string what, string id) =>
        new($"The file of the rule book names the {what} '{id}', which is not there. It was not written again after a change: COLLABRISK_ACCEPT=1 dotnet test.");

    private Rule Rule()
    {
        var (code, kind, title, level, cap) = (Text(), Word<FindingKind>(), Text(), OrNull(levels), Word<Level>());
        var (chapter, area, tier) = (Text(), Word<Area>(), Word<Tier>());
        var (isPerPartner, asksForOverall) = (from.ReadBoolean(), from.ReadBoolean());
        var (status, statusNote) = (Word<RuleStatus>(), OrNull(texts));
        var moderators = Table(() => new Moderator(Word<Direction>(), Text(), Texts(), Condition()));
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
            Moderators = AsReadOnly(moderators),
            Position = Number(),
            Notes = Texts(),
            Claims = SomeOf(claims),
            Recommendations = SomeOf(advice),
            Caveats = Texts(),
            LeadsTo = Texts(),
            Under = Texts(),
            BuildsOn = Texts(),
            Facts = SomeOf(facts),
            DoneWhen = DoneWhen(),
            AppliesWhen = from.ReadBoolean() ? Condition() : null,
            Cases = Table(() => Case(isPerPartner, moderators)),
        };
    }

    private Case Case(bool isPerPartner, Moderator[] moderators)
    {
        var subject = OrNull(texts);
        var guard = from.ReadBoolean() ? Condition() : null;
        var when = Condition();
        var says = MessageTemplate.Parse(Text(), FactRegistry.Default, isPerPartner || subject is not null, static (problem, _) => throw new InvalidDataException(problem));
        var level = OrNull(levels);
        return new Case(subject, guard, when, says, level, SomeOf(claims), Texts())
        {
            OwnLevel = level,
            Moderators = moderators,
            Recommendations = SomeOf(advice),
        };
    }

    private IReadOnlyDictionary<string, Condition> DoneWhen()
    {
        var count = Number();
        if (count == 0)
        {
            return ReadOnlyDictionary<string, Condition>.Empty;
        }

        var done = new Dictionary<string, Condition>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            done.Add(Text(), Condition());
        }

        return done;
    }

    private Recommendation Advice(Lazy<Dictionary<string, Recommendation>> written)
    {
        var (code, says, ids, isDerived) = (Text(), Text(), Texts(), from.ReadBoolean());
        return new(code, says, [.. ids]) { IsDerived = isDerived, AsWritten = new(() => written.Value[code]) };
    }

    private Condition Condition() => Word<ConditionForm>() switch
    {
        ConditionForm.AllOf => new AllOf(Several(Condition)),
        ConditionForm.AnyOf => new AnyOf(Several(Condition)),
        ConditionForm.AtLeastOf => new AtLeastOf(Number(), Several(Condition)),
        ConditionForm.Not => new Not(Condition()),
        ConditionForm.AtLeastPartners => new AtLeastPartners(new Quota(Number(), Number(), from.ReadBoolean()), Condition()),
        ConditionForm.EveryPartner => new EveryPartner(Condition()),
        ConditionForm.PartnersDiffer => new PartnersDiffer(Fact()),
        ConditionForm.PartnersSum => new PartnersSum(Fact(), Word<Comparison>(), from.ReadInt64()),
        ConditionForm.OneOf => new OneOf(Fact(), from.ReadUInt64()),
        ConditionForm.SetTest => new SetTest(Fact(), Word<SetQuestion>(), from.ReadUInt64()),
        ConditionForm.NumberTest => new NumberTest(Fact(), Word<Comparison>(), from.ReadInt64()),
        ConditionForm.NumberPairTest => new NumberPairTest(Fact(), Word<Comparison>(), Fact()),
        ConditionForm.DayPairTest => new DayPairTest(Fact(), Word<Comparison>(), Fact(), new Period(from.ReadInt32(), from.ReadInt32())),
        ConditionForm.SubsetTest => new SubsetTest(Fact(), Fact()),
        ConditionForm.UnknownTest => new UnknownTest(Fact()),
        ConditionForm.RaisedTest => new RaisedTest(Text(), from.ReadBoolean() ? Word<Level>() : null),
        ConditionForm.OverallTest => new OverallTest(Word<Level>()),
        var other => throw new InvalidDataException($"There is no form of conditions '{other}'."),
    };

    private int Number() => from.Read7BitEncodedInt();

    /// <summary>A word of an enum, by its number.</summary>
    private T Word<T>()
        where T : struct, Enum => Unsafe.BitCast<int, T>(Number());

    private string Text() => texts[Number()];

    private IReadOnlyList<string> Texts() => SomeOf(texts);

    private Fact Fact() => facts[Number()];

    /// <summary>One of a table; null is 0, and the first of the table is 1.</summary>
    private T? OrNull<T>(T[] table)
        where T : class => Number() is var number && number == 0 ? null : table[number - 1];

    /// <summary>Some of a table, by their numbers.</summary>
    private IReadOnlyList<T> SomeOf<T>(T[] table)
    {
        var some = NewArray<T>();
        for (var i = 0; i < some.Length; i++)
        {
            some[i] = table[Number()];
        }

        return AsReadOnly(some);
    }

    private IReadOnlyList<T> Several<T>(Func<T> read) => AsReadOnly(Table(read));

    private T[] Table<T>(Func<T> read)
    {
        var table = NewArray<T>();
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = read();
        }

        return table;
    }

    private T[] NewArray<T>() => Number() is var count and > 0 ? new T[count] : [];

    private static ReadOnlyCollection<T> AsReadOnly<T>(T[] items) => items.Length == 0 ? [] : Array.AsReadOnly(items);
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
