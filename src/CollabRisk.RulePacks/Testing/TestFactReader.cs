using CollabRisk.Facts;
using CollabRisk.RulePacks.Files;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Makes a collaboration of what a test says is known. Everything else is unknown.</summary>
/// <param name="book">The rule book, which knows every fact that packs declare.</param>
/// <param name="folder">The pack, whose case files may be read.</param>
/// <param name="problems">Where mistakes go.</param>
internal sealed class TestFactReader(RuleBook book, PackFolder folder, PackProblems problems)
{
    private const string Partners = "partners";
    private const string Name = "name";

    private bool isWhole;

    /// <summary>The collaboration; null where anything about it is a mistake, which is reported then.</summary>
    public Collaboration? Read(WrittenTest test)
    {
        isWhole = true;
        var start = test.CaseFile is null ? new Collaboration() : ReadCase(test.CaseFile);
        var made = start ?? new Collaboration();
        foreach (var (key, value) in test.Facts?.Entries ?? [])
        {
            made = key.Text == Partners ? WithPartners(made, value)
                : FactNamed(key, ofPartner: false) is { } fact && Value(fact, key.Text, value) is { } read ? fact.With(made, read.Value)
                : made;
        }

        if (start is not null && isWhole)
        {
            foreach (var (fact, message) in FactNotes.In(made, book.Facts))
            {
                var place = test.Facts?.Find(fact.Path)?.Place ?? test.Facts?.Find(Partners)?.Place ?? test.CaseFile?.Place;
                Report(TestProblemKinds.Contradiction, place, $"{fact.Path}: {message}");
            }
        }

        return isWhole ? made : null;
    }

    private void Report(ProblemKind kind, TextPlace? place, string what)
    {
        isWhole = false;
        problems.Report(kind, place, what);
    }

    private Collaboration? ReadCase(YamlScalar name)
    {
        if (folder.Read(name.Text, name.Place, problems) is not { } file)
        {
            isWhole = false;
            return null;
        }

        var reading = CollaborationJson.Read(file.Bytes, book);
        foreach (var problem in reading.Problems)
        {
            Report(TestProblemKinds.CaseFile, new TextPlace(file.Shown, problem.Line, problem.Column), problem.Path.Length == 0 ? problem.Message : $"{problem.Path}: {problem.Message}");
        }

        if (reading.Collaboration is not { } given)
        {
            return null;
        }

        var table = FactTable.Of(given, book.Facts);
        foreach (var path in table.UnreadExtensions())
        {
            var (clause, hint) = table.WhyUnread(path);
            Report(TestProblemKinds.CaseFile, new TextPlace(file.Shown, 1, 1), $"{path}: {clause}, so it would count for nothing.{hint}");
        }

        return given;
    }

    /// <summary>The collaboration with the partners; those that the case file has already get the facts on top.</summary>
    private Collaboration WithPartners(Collaboration made, YamlNode node)
    {
        if (node is YamlScalar { Text: FactValues.UnknownWord, IsQuoted: false })
        {
            return made with { Partners = null };
        }

        if (node is not YamlList list)
        {
            Report(TestProblemKinds.Partners, node.Place, $"'{Partners}' is a list, each entry beginning with '- {Name}: ', or '{FactValues.UnknownWord}'; found {node.InWords}.");
            return made;
        }

        if (list.Items.Count > FactValues.Entries)
        {
            Report(TestProblemKinds.Partners, node.Place, $"there are {list.Items.Count} partners; at most {FactValues.Entries} are read.");
            return made;
        }

        var partners = made.Partners?.ToList() ?? [];
        var places = new Dictionary<string, TextPlace>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not YamlMap map)
            {
                Report(TestProblemKinds.Partners, item.Place, $"a partner has a '{Name}' and the paths of its facts, such as 'role: Lead'; found {item.InWords}.");
                continue;
            }

            if (map.Find(Name) is YamlScalar { IsEmpty: false } given && !string.IsNullOrWhiteSpace(given.Text) && Names.ProblemOf(Names.Normalized(given.Text)) is { } unsound)
            {
                Report(TestProblemKinds.Partners, given.Place, unsound);
            }

            if (map.Find(Name) is not YamlScalar { IsEmpty: false } name || string.IsNullOrWhiteSpace(name.Text))
            {
                Report(TestProblemKinds.Partners, map.Find(Name)?.Place ?? map.Place, $"a partner always has a name. Write '{Name}: ' and what the partner is called.");
                name = new YamlScalar(map.Place, "", IsQuoted: true);
            }

            var called = Names.Normalized(name.Text);
            if (called.Length > 0 && !places.TryAdd(called, name.Place))
            {
                Report(TestProblemKinds.Partners, name.Place, $"the test has a partner {Shown.Value(called)} already, at {places[called]}. Give one of the two another name.");
            }

            var at = partners.FindIndex(partner => partner.Name == called);
            var changed = WithFacts(at < 0 ? new Partner { Name = called } : partners[at], map);
            if (at < 0)
            {
                partners.Add(changed);
            }
            else
            {
                partners[at] = changed;
            }
        }

        return made with { Partners = FactList.Create<Partner>([.. partners]) };
    }

    private Partner WithFacts(Partner partner, YamlMap map)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (key.Text != Name && FactNamed(key, ofPartner: true) is { } fact && Value(fact, key.Text, value) is { } read)
            {
                partner = fact.With(partner, read.Value);
            }
        }

        return partner;
    }

    /// <summary>The fact that a path names; null where there is none, which is reported then.</summary>
    private Fact? FactNamed(YamlScalar key, bool ofPartner)
    {
        if (book.Facts.Find(ofPartner ? PathOfPartner(key.Text) : key.Text) is { } fact && fact.IsPerPartner == ofPartner)
        {
            return fact;
        }

        Report(TestProblemKinds.UnknownFact, key.Place, $"{(ofPartner ? "partners have" : "there is")} no fact {Shown.Value(key.Text)}.{Meant(key.Text, ofPartner)}");
        return null;
    }

    private string Meant(string path, bool ofPartner)
    {
        var bare = path.StartsWith(ConditionReader.PartnerPrefix, StringComparison.Ordinal) ? path[ConditionReader.PartnerPrefix.Length..] : path;
        var others = ofPartner ? book.Facts.Find(path) : book.Facts.Find(PathOfPartner(bare)) ?? (path.StartsWith("partners[", StringComparison.Ordinal) ? book.Facts.Find(path) : null);
        if (others is { IsPerPartner: false })
        {
            return $" It is a fact of the collaboration; write it next to '{Partners}'.";
        }

        if (others is not null)
        {
            return $" It is a fact of each partner; write it under '{Partners}' as '{Relative(others)}', in addition to the partner's '{Name}'.";
        }

        if (ofPartner && bare != path && book.Facts.Find(PathOfPartner(bare)) is not null)
        {
            return $" Did you mean '{bare}'?";
        }

        var known = book.Facts.Facts.Where(fact => fact.IsPerPartner == ofPartner && !fact.IsDerived).Select(Relative).ToList();
        if (known.Find(each => each.StartsWith(path + ".", StringComparison.Ordinal)) is { } below)
        {
            return $" It is a group; write each of its facts with its whole path, such as '{below}'.";
        }

        return DidYouMean.Sentence(path, known) is { Length: > 0 } near ? near : " The fact dictionary lists all facts.";
    }

    private static string PathOfPartner(string relative) => $"{Partners}[].{relative}";

    private static string Relative(Fact fact) => fact.IsPerPartner ? fact.Path[PathOfPartner("").Length..] : fact.Path;

    /// <summary>The value in the type of the model, null for unknown; nothing at all where it cannot be read, which is reported then.</summary>
    private ReadValue? Value(Fact fact, string path, YamlNode node)
    {
        object? value = null;
        var problem = fact.IsDerived || node is YamlScalar { Text: FactValues.UnknownWord, IsQuoted: false } ? null : node switch
        {
            _ when fact.Type == FactType.List => $"a list cannot be given here. Give it in a '{TestKeys.CaseFile.Name}', or '{FactValues.UnknownWord}'.",
            YamlScalar { IsEmpty: true } => $"there is no value. Give {FactValues.Asked(fact)}.",
            YamlScalar { Text: DoesNotApply.Word } when fact.MayNotApply => Apart(out value),
            YamlScalar or YamlList when fact.Type == FactType.Words => ReadWords(fact, node, out value),
            YamlScalar scalar => ReadScalar(fact, scalar, out value),
            _ => $"{node.InWords} is not a valid value for this fact. Give {FactValues.Asked(fact)}.",
        };
        problem ??= FactValues.ProblemOf(fact, ref value);
        if (problem is null)
        {
            return new ReadValue(value);
        }

        Report(TestProblemKinds.Value, node.Place, $"{path}: {problem}");
        return null;
    }

    private static string? Apart(out object? value)
    {
        value = DoesNotApply.Here;
        return null;
    }

    /// <summary>Reads one value. Words are written exactly as conditions write them.</summary>
    private static string? ReadScalar(Fact fact, YamlScalar scalar, out object? value)
    {
        value = fact.Type switch
        {
            FactType.YesNo => MapReader.YesNoOf(scalar),
            FactType.Word => fact.NumberOf(scalar.Text) is var word and >= 0 ? fact.ValueOf(word) : null,
            FactType.Text => scalar.Text,
            _ => null,
        };
        return value is not null ? null
            : fact.Type is FactType.YesNo or FactType.Word ? FactValues.NotTaken(fact, Shown.Name(scalar.Text))
            : FactValues.Read(fact, scalar.Text, out value);
    }

    private static string? ReadWords(Fact fact, YamlNode node, out object? value)
    {
        var bits = 0L;
        value = null;
        foreach (var item in node is YamlList list ? list.Items : [node])
        {
            if (item is not YamlScalar { IsEmpty: false } scalar)
            {
                return $"{item.InWords} is not a word. Give {FactValues.Asked(fact)}.";
            }

            var word = fact.NumberOf(scalar.Text);
            if (word < 0)
            {
                return FactValues.NotTaken(fact, Shown.Name(scalar.Text));
            }

            bits |= 1L << word;
        }

        value = fact.ValueOf(bits);
        return null;
    }

    /// <summary>A value that could be read; null is a value too, that of an unknown fact.</summary>
    private sealed record ReadValue(object? Value);
}
