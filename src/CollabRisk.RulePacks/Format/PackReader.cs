using System.Globalization;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads the sections of all files of one pack. The sections count together, whichever file they are in.</summary>
internal sealed class PackReader
{
    private readonly PackProblems problems;
    private readonly RulePackLimits limits;
    private readonly List<MapReader> files = [];
    private readonly Dictionary<string, TextPlace> claimPlaces = new(StringComparer.Ordinal);
    private readonly TextPlace? start;
    private readonly bool saysNothing;

    /// <summary>Opens the files of a pack, and reads what other packs may name.</summary>
    /// <param name="roots">What the files hold, in the order of their names.</param>
    /// <param name="limits">How much the pack may hold.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="saysNothing">Whether it was reported already that there is nothing to read.</param>
    public PackReader(IReadOnlyList<YamlNode> roots, RulePackLimits limits, PackProblems problems, bool saysNothing)
    {
        this.saysNothing = saysNothing;
        this.problems = problems;
        this.limits = limits;
        start = roots.Count > 0 ? roots[0].Place : null;
        foreach (var root in roots)
        {
            if (MapReader.Open(root, FileKeys.Shape, problems) is { } file)
            {
                files.Add(file);
            }
        }

        Manifest = ReadManifest();
        Sources = ReadSources();
        Advice = ReadAdvice();
    }

    /// <summary>What the pack is; null where that cannot be read.</summary>
    public RulePackManifest? Manifest { get; }

    /// <summary>The sources that the pack defines, by id, with their places.</summary>
    public IReadOnlyDictionary<string, (Source Source, TextPlace Place)> Sources { get; }

    /// <summary>The recommendations that the pack defines, by code, with their places.</summary>
    public IReadOnlyDictionary<string, (Recommendation Advice, TextPlace Place)> Advice { get; }

    /// <inheritdoc cref="FactDeclarationReader.Unreadable"/>
    public IReadOnlyList<string> UnreadableFacts { get; private set; } = [];

    /// <summary>Reads the rest.</summary>
    /// <param name="known">What this and all other packs define.</param>
    /// <returns>The pack, or null where it has no manifest that can be read. It is unusable where there are problems.</returns>
    public ReadPack? Read(KnownToPacks known)
    {
        var rules = new RuleReader(known, limits);
        var claims = Claims(known.Sources);
        var chapters = Chapters(rules);
        var notes = Notes();
        var tensions = Tensions();
        var declared = new FactDeclarationReader(Manifest?.Prefix);
        var facts = declared.Read(Entries(FileKeys.Facts));
        UnreadableFacts = declared.Unreadable;
        var words = new AddedWordReader(Manifest?.Prefix).Read(Entries(FileKeys.Words));
        var overrides = new OverrideReader(rules, known).Read(Entries(FileKeys.Overrides));
        var retired = Retired();
        var wordings = Entries(FileKeys.Wordings).Select(Wording).OfType<FactWording>().ToList();
        var accepted = AcceptedWarnings();
        var tests = new TestReader(limits.Tests, problems).Read(Entries(FileKeys.Tests), Entries(FileKeys.TableTests));
        return Manifest is null ? null : new ReadPack(
            Manifest,
            new RulePack
            {
                Id = Manifest.Id,
                Version = Manifest.Version,
                Title = Manifest.Title,
                Description = Manifest.Description,
                Prefix = Manifest.Prefix,
                PlaceOf = PlaceOf,
                Advice = [.. Advice.Values.Select(each => each.Advice)],
                Sources = [.. Sources.Values.Select(each => each.Source)],
                Chapters = chapters,
                Claims = claims,
                Facts = facts,
                Words = words,
                Notes = [.. notes.Where(note => note.About.Count == 0)],
                Interpretations = [.. notes.Where(note => note.About.Count > 0)],
                Tensions = tensions,
                Overrides = overrides,
                Retired = retired,
                Wordings = wordings,
            },
            tests,
            accepted,
            Sources.ToDictionary(each => each.Key, each => each.Value.Place, StringComparer.Ordinal),
            claimPlaces,
            Advice.ToDictionary(each => each.Key, each => each.Value.Place, StringComparer.Ordinal));
    }

    /// <summary>Where a value is first in the files, the one with the manifest before the others; the manifest for no value.</summary>
    private TextPlace? PlaceOf(string? value)
    {
        var manifest = files.Find(file => file.Node(FileKeys.Pack) is not null)?.Node(FileKeys.Pack);
        return value is null ? manifest?.Place
            : (manifest?.All ?? []).Concat(files.SelectMany(file => file.Map.All)).OfType<YamlScalar>().FirstOrDefault(scalar => scalar.Text == value)?.Place ?? manifest?.Place;
    }

    /// <summary>The entries of a section in all files.</summary>
    private IEnumerable<MapReader> Entries(MapsKey section) => files.SelectMany(file => file.Open(section));

    private RulePackManifest? ReadManifest()
    {
        var manifests = files.Select(file => file.Open(FileKeys.Pack)).OfType<MapReader>().ToList();
        if (manifests.Count == 0 && !saysNothing && !files.Exists(file => file.Node(FileKeys.Pack) is not null))
        {
            problems.Report(PackProblemKinds.NoManifest, start, "no file of the pack has the section 'pack', which says what it is. Add it; 'collabrisk pack new' shows how.");
        }

        foreach (var other in manifests.Skip(1))
        {
            other.Report(PackProblemKinds.ManifestTwice, other.Place, $"the pack has a manifest already, at {manifests[0].Place}. Keep one; two packs belong in two folders.");
        }

        return manifests.Count == 0 ? null : ReadManifest(manifests[0]);
    }

    private RulePackManifest? ReadManifest(MapReader manifest)
    {
        var id = manifest.Text(ManifestKeys.Id);
        var version = manifest.Text(ManifestKeys.Version);
        var title = manifest.Text(ManifestKeys.Title);
        var description = manifest.Text(ManifestKeys.Description);
        var licence = manifest.Text(ManifestKeys.Licence);
        var authors = manifest.Texts(ManifestKeys.Authors);
        var date = manifest.Day(ManifestKeys.Date);
        var engine = manifest.Text(ManifestKeys.Engine);
        var factModel = manifest.Number(ManifestKeys.FactModel);
        var prefix = manifest.Text(ManifestKeys.Prefix);
        problems.Pack = id ?? problems.Pack;
        if (engine is not null && !EngineRange.TryParse(engine, out _))
        {
            manifest.Report(PackProblemKinds.BadValue, manifest.PlaceOf(ManifestKeys.Engine), $"'engine' is a range of versions such as '>=0.1.0 <1.0.0'; found '{engine}'.");
        }
        else if (engine is not null && EngineRange.TryParse(engine, out var range) && !range.Includes(EngineRange.Current))
        {
            problems.Report(PackProblemKinds.EngineRange, manifest.PlaceOf(ManifestKeys.Engine), $"the pack is for CollabRisk {engine}, and this is CollabRisk {EngineRange.Current}. Use a version of the pack for this engine, or another engine.");
        }

        if (factModel is not null && !(factModel >= 1 && factModel <= RulePackManifest.CurrentFactModel && decimal.IsInteger(factModel.Value)))
        {
            problems.Report(PackProblemKinds.FactModel, manifest.PlaceOf(ManifestKeys.FactModel), string.Create(
                CultureInfo.InvariantCulture, $"the pack is for version {factModel} of the fact model, and this library reads versions 1 to {RulePackManifest.CurrentFactModel}."));
        }

        return id is null || version is null ? null : new RulePackManifest(id, version, title ?? id)
        {
            Description = description ?? "",
            Licence = licence ?? "",
            Authors = authors,
            Date = date ?? default,
            Engine = engine ?? "",
            FactModel = (int?)factModel,
            Prefix = prefix,
        };
    }

    private Dictionary<string, (Source, TextPlace)> ReadSources()
    {
        var sources = new Dictionary<string, (Source, TextPlace)>(StringComparer.Ordinal);
        var own = new Dictionary<string, TextPlace>(StringComparer.Ordinal);
        foreach (var entry in Entries(FileKeys.Sources))
        {
            var id = entry.Text(SourceKeys.Id);
            var title = entry.Text(SourceKeys.Title);
            var weight = entry.Text(SourceKeys.Weight);
            var caveat = entry.Text(SourceKeys.Caveat);
            var publisher = entry.Text(SourceKeys.Publisher);
            var date = entry.Published(SourceKeys.Date);
            var address = Address(entry);
            var extract = entry.Text(SourceKeys.Extract);
            if (id is not null && IsFirst(own, "source", id, entry))
            {
                sources.Add(id, (new Source(id, title ?? "", weight ?? "") { Caveat = caveat, Publisher = publisher, Date = date, Address = address, Extract = extract }, entry.Place));
            }
        }

        return sources;
    }

    private static Uri? Address(MapReader source)
    {
        if (source.Text(SourceKeys.Address) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
        {
            return address;
        }

        source.Report(PackProblemKinds.BadValue, source.PlaceOf(SourceKeys.Address), $"'{SourceKeys.Address.Name}' is an address of the web, such as https://www.example.org/review.pdf; found {Shown.Value(text)}.");
        return null;
    }

    private List<Claim> Claims(IReadOnlyDictionary<string, Source> sources)
    {
        var claims = new List<Claim>();
        foreach (var entry in Entries(FileKeys.Claims))
        {
            var id = entry.Text(ClaimKeys.Id);
            var sourceId = entry.Text(ClaimKeys.Source);
            var place = entry.Text(ClaimKeys.Place);
            var says = entry.Text(ClaimKeys.Says);
            var about = entry.Word(ClaimKeys.About);
            var strength = entry.Word(ClaimKeys.Strength);
            var basis = entry.Text(ClaimKeys.Basis);
            var quotation = entry.Text(ClaimKeys.Quotation);
            var use = entry.Word(ClaimKeys.Use);
            var related = entry.Texts(ClaimKeys.Related);
            var inLanguages = LanguageReader.Read(entry, ClaimKeys.InLanguages, ClaimKeys.Says, says);
            var source = sourceId is null ? null : sources.GetValueOrDefault(sourceId);
            if (sourceId is not null && source is null)
            {
                entry.Report(PackProblemKinds.UnknownSource, entry.PlaceOf(ClaimKeys.Source), $"no source has the id '{sourceId}'.{DidYouMean.Sentence(sourceId, sources.Keys)}");
            }

            if (id is not null && IsFirst(claimPlaces, "claim", id, entry))
            {
                // A claim of which something is wrong still counts as there, so that not every rule that names it is wrong too.
                claims.Add(new Claim(id, source ?? Missing, place ?? "", says ?? "", about ?? default, strength ?? Confidence.Implied, basis ?? "") { Quotation = quotation, Related = related, Use = use ?? ClaimUse.Rule, InLanguages = inLanguages });
            }
        }

        return claims;
    }

    private static Source Missing { get; } = new("", "", "");

    private Dictionary<string, (Recommendation, TextPlace)> ReadAdvice()
    {
        var advice = new Dictionary<string, (Recommendation, TextPlace)>(StringComparer.Ordinal);
        var own = new Dictionary<string, TextPlace>(StringComparer.Ordinal);
        foreach (var entry in Entries(FileKeys.Recommendations))
        {
            var code = entry.Text(AdviceKeys.Code);
            var says = entry.Text(AdviceKeys.Says);
            var claims = entry.Texts(AdviceKeys.Claims);
            var derived = entry.YesNo(AdviceKeys.Derived);
            var inLanguages = LanguageReader.Read(entry, AdviceKeys.InLanguages, AdviceKeys.Says, says);
            if (code is not null && IsFirst(own, "recommendation", code, entry))
            {
                advice.Add(code, (
                    new Recommendation(code, says ?? "", claims)
                    {
                        IsDerived = derived ?? false,
                        InLanguages = inLanguages,
                        Done = ClauseOf(entry.Node(AdviceKeys.DoneWhen), ofPartner: false),
                        DoneForPartner = ClauseOf(entry.Node(AdviceKeys.DoneForPartnerWhen), ofPartner: true),
                    },
                    entry.Place));
            }
        }

        return advice;
    }

    private WrittenClause? ClauseOf(YamlNode? node, bool ofPartner) => node is null ? null : new WrittenClause(node, () => ofPartner, [], limits.ConditionSize);

    private List<Chapter> Chapters(RuleReader reader)
    {
        var chapters = new List<Chapter>();
        var own = new Dictionary<string, TextPlace>(StringComparer.Ordinal);
        foreach (var entry in Entries(FileKeys.Chapters))
        {
            var heading = entry.Text(ChapterKeys.Heading);
            var area = entry.Word(ChapterKeys.Area);
            var tier = entry.Word(ChapterKeys.Tier);
            var highest = entry.Word(ChapterKeys.HighestLevel);
            var rules = new List<RuleDefinition>();
            foreach (var rule in entry.Open(ChapterKeys.Rules))
            {
                if (own.Count == limits.Rules)
                {
                    rule.Report(PackProblemKinds.TooManyRules, rule.Place, string.Create(CultureInfo.InvariantCulture, $"the pack has more than {limits.Rules} rules. The rest is not read."));
                    break;
                }

                if (reader.Read(rule) is { } definition && IsFirst(own, "rule", definition.Code, rule))
                {
                    rules.Add(definition);
                }
            }

            var inLanguages = LanguageReader.Read(entry, ChapterKeys.InLanguages, ChapterKeys.Heading, heading);
            chapters.Add(new WrittenChapter(heading ?? "", area ?? default, tier ?? Tier.OutsideThePaper, highest ?? Level.High, rules, inLanguages));
        }

        return chapters;
    }

    private List<Note> Notes() => [.. Entries(FileKeys.Notes).Select(Note)];

    private static Note Note(MapReader entry)
    {
        var says = entry.Text(NoteKeys.Says);
        return new(says ?? "", entry.Texts(NoteKeys.Claims)) { About = entry.Texts(NoteKeys.About), InLanguages = LanguageReader.Read(entry, NoteKeys.InLanguages, NoteKeys.Says, says) };
    }

    private static FactWording? Wording(MapReader entry)
    {
        var fact = entry.Text(WordingKeys.Fact);
        var language = entry.Text(WordingKeys.Language);
        var question = entry.Text(WordingKeys.Question);
        var codingNote = entry.Text(WordingKeys.CodingNote);
        var allowedAnswers = entry.Text(WordingKeys.AllowedAnswers);
        var reason = entry.Text(WordingKeys.Reason);
        return fact is null || question is null ? null : new(ConditionReader.PathInModel(fact), question) { Language = language, CodingNote = codingNote, AllowedAnswers = allowedAnswers, Reason = reason, Place = entry.Place };
    }

    private List<RetiredCode> Retired()
    {
        var retired = new List<RetiredCode>();
        var own = new Dictionary<string, TextPlace>(StringComparer.Ordinal);
        foreach (var entry in Entries(FileKeys.Retired))
        {
            var code = entry.Text(RetiredKeys.Code);
            var replacedBy = entry.Texts(RetiredKeys.ReplacedBy);
            var since = entry.Text(RetiredKeys.Since);
            var why = entry.Text(RetiredKeys.Why);
            var inLanguages = LanguageReader.Read(entry, RetiredKeys.InLanguages, RetiredKeys.Why, why);
            if (code is not null && IsFirst(own, "retired code", code, entry))
            {
                retired.Add(new RetiredCode(code, replacedBy, since ?? "", why ?? "") { InLanguages = inLanguages });
            }
        }

        return retired;
    }

    private List<AcceptedWarning> AcceptedWarnings()
    {
        var accepted = new List<AcceptedWarning>();
        foreach (var entry in Entries(FileKeys.AcceptedWarnings))
        {
            var code = entry.Text(AcceptedWarningKeys.Warning);
            var about = entry.Text(AcceptedWarningKeys.About);
            var reason = entry.Text(AcceptedWarningKeys.Reason);
            if (code is not null && code is not ['C', 'R', 'P', '6', >= '0' and <= '9', >= '0' and <= '9'])
            {
                entry.Report(PackProblemKinds.BadValue, entry.PlaceOf(AcceptedWarningKeys.Warning), $"'warning' is the code of a warning of 'collabrisk pack check', CRP601 to CRP699; found {Shown.Value(code)}. Problems cannot be accepted.");
            }
            else if (code is not null && reason is not null)
            {
                accepted.Add(new AcceptedWarning(code, about, reason, entry.Place));
            }
        }

        return accepted;
    }

    private List<Tension> Tensions()
    {
        var tensions = new List<Tension>();
        var own = new Dictionary<string, TextPlace>(StringComparer.Ordinal);
        foreach (var entry in Entries(FileKeys.Tensions))
        {
            var (oneSide, otherSide, handling) = (entry.Text(TensionKeys.OneSide), entry.Text(TensionKeys.OtherSide), entry.Text(TensionKeys.Handling));
            var tension = new Tension(entry.Text(TensionKeys.Id) ?? "", oneSide ?? "", otherSide ?? "", handling ?? "", entry.Texts(TensionKeys.Claims))
            {
                One = entry.Texts(TensionKeys.One),
                Other = entry.Texts(TensionKeys.Other),
                InLanguages = LanguageReader.Read(
                    entry, TensionKeys.InLanguages, (TensionKeys.OneSide, LanguageReader.One(oneSide)), (TensionKeys.OtherSide, LanguageReader.One(otherSide)),
                    (TensionKeys.Handling, LanguageReader.One(handling))),
            };
            if (IsFirst(own, "tension", tension.Id, entry))
            {
                tensions.Add(tension);
            }
        }

        return tensions;
    }

    /// <summary>Whether nothing of the kind has the name yet in this pack; a second one is reported, with the place of the first.</summary>
    private static bool IsFirst(Dictionary<string, TextPlace> places, string what, string name, MapReader entry)
    {
        if (places.TryAdd(name, entry.Place))
        {
            return true;
        }

        entry.Report(PackProblemKinds.DefinedTwice, entry.Place, $"the pack has a {what} '{name}' already, at {places[name]}. Keep one, or give one of them another name.");
        return false;
    }
}

/// <summary>A pack as it was read, with what the engine itself does not need.</summary>
/// <param name="Manifest">What the pack is.</param>
/// <param name="Pack">The rules and all they rest on.</param>
/// <param name="Tests">The tests.</param>
/// <param name="Accepted">The warnings that the author means.</param>
/// <param name="Sources">Where each source of the pack was written.</param>
/// <param name="Claims">Where each claim of the pack was written.</param>
/// <param name="Advice">Where each recommendation of the pack was written.</param>
internal sealed record ReadPack(
    RulePackManifest Manifest,
    RulePack Pack,
    IReadOnlyList<WrittenTest> Tests,
    IReadOnlyList<AcceptedWarning> Accepted,
    IReadOnlyDictionary<string, TextPlace> Sources,
    IReadOnlyDictionary<string, TextPlace> Claims,
    IReadOnlyDictionary<string, TextPlace> Advice);

/// <summary>A warning that an author means.</summary>
/// <param name="Code">The code of the warning.</param>
/// <param name="About">What it is about; null for all of the pack.</param>
/// <param name="Reason">Why it is meant.</param>
/// <param name="Place">Where it was accepted.</param>
internal sealed record AcceptedWarning(string Code, string? About, string Reason, TextPlace Place);
