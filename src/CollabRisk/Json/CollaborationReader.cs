using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>Reads one collaboration in one pass, and reports everything that is wrong with it.</summary>
internal ref struct CollaborationReader
{
    private readonly JsonProblemList problems;
    private readonly IReadOnlyList<FactConversion> conversions;

    /// <summary>The facts of the rule book that will read the collaboration; null where none is known.</summary>
    private readonly FactRegistry? declared;
    private readonly Dictionary<Fact, int> places = [];
    private JsonTokens tokens;

    /// <summary>Facts given in the place of others, those that do not apply, and those with a word that a pack adds; they are set once the rest of their collaboration or partner is read.</summary>
    private List<(Fact Fact, object? Value, int At, string Where)> moved = [];

    private CollaborationReader(JsonTokens tokens, JsonProblemList problems, IReadOnlyList<FactConversion> conversions, FactRegistry? declared = null)
    {
        this.problems = problems;
        this.conversions = conversions;
        this.declared = declared;
        this.tokens = tokens;
    }

    /// <param name="json">The file.</param>
    /// <param name="declared">The facts of the rule book that will read it; null where none is known.</param>
    public static CollaborationReading Read(ReadOnlySpan<byte> json, FactRegistry? declared = null) => Read(json, FactModel.Conversions, declared);

    /// <summary>Reads with conversions other than those of the fact model.</summary>
    internal static CollaborationReading Read(ReadOnlySpan<byte> json, IReadOnlyList<FactConversion> conversions, FactRegistry? declared = null)
    {
        if (json.Length > JsonLimits.Bytes)
        {
            return TooLarge();
        }

        var problems = new JsonProblemList();
        json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        if (SchemaOf(json) is { } other)
        {
            // One sentence in place of one for each of its properties.
            return new CollaborationReading(null, [new JsonProblem(1, 1, "schema", $"this is what the library wrote as {Shown.Value(other)}, and not a collaboration. Give the file with the facts.")]);
        }

        var valid = LengthOfUnicode(json);
        var collaboration = new Collaboration();
        if (json.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            problems.Report(0, "the file is empty. A collaboration of which nothing is known is written {}.");
        }
        else
        {
            new CollaborationReader(new JsonTokens(json[..valid], isWhole: valid == json.Length, problems), problems, conversions, declared).Read(ref collaboration);
        }

        if (valid < json.Length)
        {
            problems.Report(valid, "", json[valid] is 0xFE or 0xFF && valid == 0
                ? "the file is not UTF-8, and looks like UTF-16. Save it as UTF-8."
                : "this is not valid UTF-8 text. Save the file as UTF-8; the rest of it is not read.");
        }

        return problems.Any ? new CollaborationReading(null, problems.Locate(json)) : new CollaborationReading(collaboration, [], problems.LocateNotes(json));
    }

    /// <summary>Reads a collaboration that is the current value of another document; what is wrong with it is reported in its place there.</summary>
    public static Collaboration Read(ref JsonTokens tokens, JsonProblemList problems)
    {
        var reader = new CollaborationReader(tokens, problems, FactModel.Conversions);
        var collaboration = reader.ReadFacts();
        tokens = reader.tokens;
        return collaboration;
    }

    /// <summary>Reads a collaboration of another document again, in which nothing was wrong.</summary>
    public static Collaboration ReadAgain(JsonElement facts)
    {
        var none = new JsonProblemList();
        var tokens = new JsonTokens(JsonMarshal.GetRawUtf8Value(facts), isWhole: true, none, depth: AnswerReader.Depth);
        tokens.Advance();
        return Read(ref tokens, none);
    }

    public static CollaborationReading TooLarge() =>
        new(null, [new JsonProblem(1, 1, "", $"the file is too large: at most {JsonLimits.Bytes} bytes are read. A collaboration takes a few thousand; is it the right file?")]);

    /// <summary>What an answer of the library says that it is, which it says first; null for anything else.</summary>
    private static string? SchemaOf(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new() { CommentHandling = JsonCommentHandling.Skip });
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject && reader.Read() && reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals("schema"u8)
                && reader.Read() && reader.TokenType is JsonTokenType.String && reader.GetString() is { } id && id.StartsWith("collabrisk/", StringComparison.Ordinal) ? id : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static int LengthOfUnicode(ReadOnlySpan<byte> json)
    {
        if (Utf8.IsValid(json))
        {
            return json.Length;
        }

        Utf8.ToUtf16(json, new char[json.Length], out var length, out _, replaceInvalidSequences: false);
        return length;
    }

    private void Read(ref Collaboration collaboration)
    {
        if (tokens.Advance())
        {
            collaboration = ReadFacts();

            // Reports whatever follows the end.
            _ = tokens.Type is JsonTokenType.EndObject && tokens.Advance();
        }
    }

    private Collaboration ReadFacts()
    {
        if (tokens.Type is not JsonTokenType.StartObject)
        {
            FactValue.Mistaken(ref tokens, "an object with the facts of a collaboration", problems);
            return new();
        }

        var collaboration = (Collaboration)WithMoved(ReadObject(new Collaboration(), JsonShape.Collaboration));
        foreach (var (fact, message) in FactNotes.In(collaboration, FactRegistry.Default))
        {
            problems.Enter(fact.Path);
            problems.Report(places[fact], message);
            problems.Leave();
        }

        return collaboration;
    }

    /// <summary>The owner with what the object says.</summary>
    private object ReadObject(object owner, JsonShape shape)
    {
        var start = tokens.Start;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (tokens.Advance() && tokens.Type is not JsonTokenType.EndObject)
        {
            var at = tokens.Start;
            var name = tokens.Text();
            problems.Enter(name ?? "");
            if (tokens.Advance())
            {
                owner = ReadProperty(owner, shape, name, at, seen);
            }

            problems.Leave();
        }

        foreach (var member in shape.Members)
        {
            if (member.IsRequired && tokens.Type is JsonTokenType.EndObject && !seen.Contains(member.Name))
            {
                problems.Report(start, $"'{member.Name}' is missing. Give it: {member.Fact!.Question}");
            }
        }

        return owner;
    }

    private object ReadProperty(object owner, JsonShape shape, string? name, int start, HashSet<string> seen)
    {
        var member = name is null ? null : shape.Find(name);
        var isRemark = shape == JsonShape.Collaboration && name is "$schema" or "$comment" or ModelProperty or RemarkJson.Property;
        if (name is not null && (member is not null || isRemark) && !seen.Add(name))
        {
            problems.Report(start, $"'{name}' appears twice in this object. Remove one of them.");
        }

        switch (member)
        {
            case { Fact.IsDerived: false } or null when name is not null && ConversionHere(shape.Group.Path + name) is { } conversion:
                Convert(conversion);
                break;
            case null when isRemark && name == RemarkJson.Property:
                return (Collaboration)owner with { Remarks = RemarkJson.Read(ref tokens, problems) };
            case null when isRemark:
                ReadRemark(name!);
                break;
            case null:
                if (name is not null)
                {
                    problems.Report(start, Unknown(shape, name));
                }

                tokens.Skip();
                break;
            case { Fact.DerivedFrom: { } origin }:
                problems.Report(start, $"'{name}' follows from {origin} and cannot be given. Remove it.");
                tokens.Skip();
                break;
            case { Fact: { Type: FactType.List } list }:
                return ReadList(member) is { } entries ? list.Store.With(owner, entries) : owner;
            case { Fact: { } fact }:
                places[fact] = tokens.Start;
                var at = tokens.Start;
                var value = FactValue.Read(ref tokens, member, problems);
                if (value is not DoesNotApply && !(value is string && fact.TakesMoreWords))
                {
                    return value is null ? owner : fact.Store.With(owner, value);
                }

                moved.Add((fact, value, at, problems.Here()));
                break;
            case { IsExtensions: true, Shape.Group: var extensions }:
                return extensions.Change!(owner, new ExtensionReader(extensions.Path, declared).Read(ref tokens, problems));
            default:
                return ReadGroup(owner, member);
        }

        return owner;
    }

    private readonly FactConversion? ConversionHere(string path)
    {
        // Most facts never changed, and their values are read once.
        foreach (var row in conversions)
        {
            if (row.Path == path)
            {
                // A fact of before that is not known says nothing, whatever takes its place.
                return tokens.Type is not JsonTokenType.Null ? FactModel.Find(conversions, path, ValueHere())
                    : FactRegistry.Default.Find(path) is null ? row : null;
            }
        }

        return null;
    }

    /// <summary>The value here as people write it, where it is one that a conversion can name; otherwise null.</summary>
    private readonly string? ValueHere() => tokens.Type switch
    {
        JsonTokenType.True => "yes",
        JsonTokenType.False => "no",
        JsonTokenType.String => tokens.Text(),
        _ => null,
    };

    /// <summary>Reads the value here as the fact that takes its place today.</summary>
    private void Convert(FactConversion conversion)
    {
        var at = tokens.Start;
        var isKnown = tokens.Type is not JsonTokenType.Null;
        if (conversion.To is null || (conversion.Value is not null && conversion.Becomes is null) || !isKnown)
        {
            tokens.Skip();
        }
        else
        {
            var fact = FactRegistry.Default.Find(conversion.To)!;
            var member = JsonShape.Collaboration.MemberOf(fact);
            places[fact] = at;
            object? value;
            if (conversion.Becomes is null)
            {
                value = FactValue.Read(ref tokens, member, problems);
            }
            else
            {
                _ = FactValues.Read(fact, conversion.Becomes, out value);
                tokens.Skip();
            }

            moved.Add((fact, value, at, problems.Here()));
        }

        if (isKnown)
        {
            problems.Note(at, conversion.Note);
        }
    }

    /// <summary>The collaboration, or an entry of a list, with the facts that were given in the place of others.</summary>
    private readonly object WithMoved(object root)
    {
        foreach (var (fact, value, at, where) in moved)
        {
            if (fact.ValueIn(root) is not null)
            {
                problems.Report(at, where, $"it gives '{fact.Path}', which is given too. Remove one of them.");
            }
            else if (value is not null)
            {
                root = fact.With(root, value);
            }
        }

        return root;
    }

    private object ReadGroup(object owner, JsonMember member)
    {
        if (tokens.Type is JsonTokenType.StartObject)
        {
            var group = member.Shape!.Group;
            return group.Change!(owner, ReadObject(group.Read!(owner)!, member.Shape));
        }

        if (tokens.Type is not JsonTokenType.Null)
        {
            FactValue.Mistaken(ref tokens, FactValue.Expected(member), problems);
        }

        return owner;
    }

    private object? ReadList(JsonMember member)
    {
        if (tokens.Type is JsonTokenType.Null)
        {
            return null;
        }

        if (tokens.Type is not JsonTokenType.StartArray)
        {
            FactValue.Mistaken(ref tokens, FactValue.Expected(member), problems);
            return null;
        }

        var start = tokens.Start;
        var entries = new List<object>();
        var count = 0;
        var names = new Dictionary<string, int>(Joiners.Ignored);
        for (; tokens.Advance() && tokens.Type is not JsonTokenType.EndArray; count++)
        {
            if (count >= FactValues.Entries)
            {
                tokens.Skip();
                continue;
            }

            // An entry that cannot be read still counts as one: what is said about the whole list stays right.
            problems.Enter(count);
            entries.Add(ReadEntry(member.Shape!));
            if (entries[^1] is Partner { Name.Length: > 0 } partner && !names.TryAdd(partner.Name, count))
            {
                var name = FactRegistry.Default.PartnerName;
                problems.Enter(name.Name);
                problems.Report(
                    places[name], string.Create(CultureInfo.InvariantCulture, $"the name {Shown.Value(partner.Name)} is that of partners[{names[partner.Name]}] as well. Give each partner a name of its own."));
                problems.Leave();
            }

            problems.Leave();
        }

        if (count > FactValues.Entries)
        {
            problems.Report(start, string.Create(CultureInfo.InvariantCulture, $"{count} entries are given; at most {FactValues.Entries} are allowed."));
        }

        return member.Fact!.Store.List(entries);
    }

    /// <summary>The property at the root that says of which version of the fact model a file is.</summary>
    internal const string ModelProperty = "factModel";

    private object ReadEntry(JsonShape shape)
    {
        var entry = shape.Group.Make();
        if (tokens.Type is JsonTokenType.StartObject)
        {
            var outer = moved;
            moved = [];
            entry = WithMoved(ReadObject(entry, shape));
            moved = outer;
        }
        else
        {
            var members = Words.List([.. shape.Members.Take(3).Select(member => member.Name)], "or");
            FactValue.Mistaken(ref tokens, $"an object with properties such as {members}", problems);
        }

        return entry;
    }

    /// <summary>What tools and people may add at the root: no fact, and not kept.</summary>
    private void ReadRemark(string name)
    {
        if (name == "$schema" && tokens.Type is not JsonTokenType.String)
        {
            FactValue.Mistaken(ref tokens, "the address of the JSON Schema as text", problems);
        }
        else if (name == ModelProperty)
        {
            ReadModel();
        }
        else
        {
            tokens.Skip();
        }
    }

    private void ReadModel()
    {
        if (tokens.Type is not JsonTokenType.Number || !JsonNumber.TryRead(tokens.Bytes, out var version, out var isWhole) || !isWhole || version < 1)
        {
            FactValue.Mistaken(ref tokens, $"the version of the fact model, a whole number from 1 to {FactModel.Version}", problems);
        }
        else if (version > FactModel.Version)
        {
            problems.Report(tokens.Start, string.Create(
                CultureInfo.InvariantCulture, $"the file is of version {version} of the fact model, and this library reads versions 1 to {FactModel.Version}. Use a newer version of the library."));
        }
    }

    private readonly string Unknown(JsonShape shape, string name)
    {
        var message = $"unknown property {Shown.Value(name)}.";
        if (problems.IsFull)
        {
            return message;
        }

        if (name is "$schema" or "$comment" or ModelProperty)
        {
            return $"{message} It may be at the root of the file only.";
        }

        var names = shape.Members.Select(member => member.Name).ToList();
        if (DidYouMean.Sentence(name, names) is { Length: > 0 } near)
        {
            return message + near;
        }

        const int MostNames = 12;
        var known = string.Join(", ", names.Take(MostNames));
        return FactRegistry.Default.Facts.FirstOrDefault(fact => fact.Name == name && !fact.IsDerived) is { } elsewhere
            ? $"{message} Did you mean '{elsewhere.Path}'?"
            : $"{message} Known here: {known}{(names.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNames} more") : "")}.";
    }
}
