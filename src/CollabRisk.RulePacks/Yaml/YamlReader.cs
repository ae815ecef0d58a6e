using System.Globalization;
using System.Text;
using CollabRisk.Rules;
using CollabRisk.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CollabRisk.RulePacks.Yaml;

/// <summary>
/// Reads a YAML file into nodes. It reads the parser's events and builds the nodes itself, because only so every node has its
/// place, aliases cannot grow without bound, and reading ends where a limit is reached.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>How many mistakes of one file are told; each is left out, and the file read again.</summary>
    private const int MostMistakes = 20;

    private readonly string file;
    private readonly RulePackLimits limits;
    private readonly PackProblems problems;
    private readonly Dictionary<string, YamlNode?> anchors = new(StringComparer.Ordinal);

    /// <summary>Texts with an anchor that nothing has repeated yet, each with the anchor. Whoever meant a text lost its first word.</summary>
    private readonly Dictionary<string, YamlScalar> unused = new(StringComparer.Ordinal);
    private readonly IParser parser;
    private readonly string[] lines;
    private int nodes;
    private int aliases;
    private int depth;

    private YamlReader(string file, string text, RulePackLimits limits, PackProblems problems)
    {
        this.file = file;
        this.limits = limits;
        this.problems = problems;
        lines = text.Contains(" #", StringComparison.Ordinal) ? text.Split('\n') : [];
        parser = new Parser(new Scanner(new StringReader(text)));
    }

    /// <summary>Reads a file; null where it cannot be read, which is reported then, or holds nothing.</summary>
    /// <param name="file">The name of the file, for messages.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="problems">Where problems go.</param>
    public static YamlNode? Read(string file, ReadOnlySpan<byte> bytes, RulePackLimits limits, PackProblems problems) => Read(file, bytes, limits, problems, out _);

    /// <inheritdoc cref="Read(string, ReadOnlySpan{byte}, RulePackLimits, PackProblems)"/>
    /// <param name="file">The name of the file, for messages.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="isPartial">
    /// Whether something was left out because it is not YAML. The rest is read all the same, so that its problems are told too; what is missing
    /// from it is not a problem then.
    /// </param>
    public static YamlNode? Read(string file, ReadOnlySpan<byte> bytes, RulePackLimits limits, PackProblems problems, out bool isPartial)
    {
        // Of a file that is not read at all, everything is missing.
        isPartial = true;
        if (bytes.Length > limits.FileBytes)
        {
            problems.Report(PackProblemKinds.FileTooLarge, new TextPlace(file, 1, 1), string.Create(
                CultureInfo.InvariantCulture, $"the file has {bytes.Length} bytes; at most {limits.FileBytes} are read. Split it into several files."));
            return null;
        }

        if (Decode(file, bytes, problems) is not { } text)
        {
            return null;
        }

        isPartial = false;
        var lines = text.Split('\n');
        for (var mistakes = 0; ; mistakes++)
        {
            // What is found in a text that is read again without its mistakes is told once, of the last reading.
            var found = new PackProblems(problems.Pack, limits.Problems);
            var reader = new YamlReader(file, text, limits, found);
            SyntaxMistake mistake;
            try
            {
                var root = reader.Document();
                problems.Include(found);
                return root;
            }
            catch (TooMuchException)
            {
                problems.Include(found);
                isPartial = true;
                return null;
            }
            catch (YamlException e)
            {
                mistake = SyntaxMistakes.Find(lines, (int)e.Start.Line, e.Message)
                    ?? new(Math.Max(1, (int)e.Start.Line), Math.Max(1, (int)e.Start.Column), $"this is not YAML ({Sentence(e)}). Look here and at the line above for indentation, brackets and quotes that do not fit.");
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException)
            {
                // The parser gives up on some texts without a place of its own; the last event it gave is the best there is.
                var at = reader.At(reader.parser.Current?.End ?? Mark.Empty);
                mistake = SyntaxMistakes.Find(lines, at.Line, e.Message) ?? new(at.Line, at.Column, "this is not YAML after this place. Look for a bracket, brace or quote that is not closed, or for wrong indentation.");
            }

            problems.Report(PackProblemKinds.Syntax, new TextPlace(file, mistake.Line, mistake.Column), mistake.What);
            isPartial = true;

            // An alias stands for what may have been left out, so that going on could only tell what is not so.
            if (mistakes == MostMistakes || reader.anchors.Count > 0 || !LeaveOut(lines, mistake.Line - 1))
            {
                return null;
            }

            text = string.Join('\n', lines);
        }
    }

    /// <summary>Leaves out the entry of a line, with all that is indented below it; where it is left out already, the item around it. Lines keep their numbers.</summary>
    private static bool LeaveOut(string[] lines, int at)
    {
        at = Math.Min(at, lines.Length - 1);
        while (at >= 0 && string.IsNullOrWhiteSpace(lines[at]))
        {
            at--;
        }

        if (at < 0)
        {
            return false;
        }

        var indent = IndentOf(lines[at]);
        lines[at] = "";
        for (at++; at < lines.Length && (string.IsNullOrWhiteSpace(lines[at]) || IndentOf(lines[at]) > indent); at++)
        {
            lines[at] = "";
        }

        return true;

        static int IndentOf(string line) => line.Length - line.TrimStart(' ', '\t').Length;
    }

    private static string? Decode(string file, ReadOnlySpan<byte> bytes, PackProblems problems)
    {
        // Windows calls it "Unicode". Every second byte of plain text is zero then, and YAML has no zero.
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (bytes.Length >= 4 && (bytes[..4] is [0, not 0, 0, not 0] or [not 0, 0, not 0, 0])))
        {
            problems.Report(PackProblemKinds.Encoding, new TextPlace(file, 1, 1), "the file is UTF-16 (Windows calls it 'Unicode'). Save it as UTF-8.");
            return null;
        }

        var start = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes[start..]);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(start + e.Index, 0, bytes.Length)];
            var column = before.Length - before.LastIndexOf((byte)'\n');
            problems.Report(
                PackProblemKinds.Encoding, new TextPlace(file, before.Count((byte)'\n') + 1, column),
                $"the bytes {Convert.ToHexString(e.BytesUnknown ?? [])} are not UTF-8 text. Save the file as UTF-8.");
            return null;
        }
    }

    private YamlNode? Document()
    {
        Next();
        Next();
        if (parser.Current is StreamEnd)
        {
            return null;
        }

        var root = Node(Next());
        foreach (var anchor in unused)
        {
            Unused(anchor.Key, anchor.Value);
        }

        Next();
        if (Next() is not StreamEnd)
        {
            problems.Report(PackProblemKinds.SeveralDocuments, At(parser.Current!.Start), "a second document begins here. Use one file for each, or remove the line '---'.");
        }

        return root;
    }

    private ParsingEvent Next()
    {
        parser.MoveNext();
        return parser.Current ?? throw new InvalidOperationException();
    }

    private YamlNode Node(ParsingEvent at)
    {
        Count(at, 1);
        if (at is AnchorAlias alias)
        {
            return Aliased(alias);
        }

        // Of some texts the parser gives events that do not fit together.
        var node = at as NodeEvent ?? throw new SemanticErrorException(at.Start, at.End, "a value is missing before this place");
        if (!node.Tag.IsEmpty && (!node.Tag.IsNonSpecific || node is Scalar { Style: ScalarStyle.Plain }))
        {
            var meant = node is Scalar { Style: ScalarStyle.Plain } text && node.Tag.Value is ['!', ..] ? $"{node.Tag.Value} {text.Value}".TrimEnd() : null;
            problems.Report(PackProblemKinds.Tag, At(node.Start), $"the tag {Shown.Value(node.Tag.Value)} has no meaning in a rule pack: what a value means follows from its place. Remove it{(meant is null ? "" : $"; if it belongs to the text, write {QuotedText.Of(meant)}")}");
        }

        // An anchor counts as open until its node is whole, so that nothing can contain itself.
        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        if (anchor is not null)
        {
            if (unused.Remove(anchor, out var earlier))
            {
                Unused(anchor, earlier);
            }

            anchors[anchor] = null;
        }

        if (++depth > limits.Depth)
        {
            TooMuch(PackProblemKinds.TooDeep, at, string.Create(CultureInfo.InvariantCulture, $"lists and keys are more than {limits.Depth} deep in each other."));
        }

        YamlNode read = node switch
        {
            Scalar scalar => Value(scalar),
            SequenceStart => Items(At(at.Start)),
            _ => Entries(at.Start),
        };
        depth--;
        if (anchor is not null)
        {
            anchors[anchor] = read;
            if (read is YamlScalar { IsQuoted: false } text)
            {
                unused[anchor] = text with { Place = At(at.Start) };
            }
        }

        return read;
    }

    private void Unused(string anchor, YamlScalar text) => problems.Report(
        PackProblemKinds.UnusedAnchor, text.Place,
        $"'&{Shown.Name(anchor)}' names what follows for an alias, and no alias repeats it. Remove it; if it belongs to the text, write {QuotedText.Of($"&{anchor} {text.Text}".TrimEnd())}");

    private YamlScalar Value(Scalar scalar)
    {
        if (scalar.Value.Length > limits.TextLength)
        {
            problems.Report(PackProblemKinds.TextTooLong, At(scalar.Start), string.Create(
                CultureInfo.InvariantCulture, $"the text {Shown.Value(scalar.Value)} has {scalar.Value.Length} characters; at most {limits.TextLength} are read. Shorten it."));
        }

        var isQuoted = scalar.Style is not ScalarStyle.Plain;
        var comment = isQuoted ? null : CommentAfter(scalar.End);
        return new YamlScalar(At(scalar.Start), scalar.Value, isQuoted) { Comment = comment, IsCutWithoutSpace = comment is not null && lines[comment.Line - 1].AsSpan(comment.Column).TrimEnd('\r') is [not (' ' or '\t' or '#'), ..], End = (Math.Max(1, (int)scalar.End.Line), Math.Max(1, (int)scalar.End.Column)) };
    }

    /// <summary>Where a comment follows on the line of a value; null where none does.</summary>
    private TextPlace? CommentAfter(Mark end)
    {
        var (line, at) = ((int)end.Line - 1, (int)end.Column - 1);
        if (line < 0 || line >= lines.Length || at < 0 || at > lines[line].Length)
        {
            return null;
        }

        var rest = lines[line][at..];
        var blank = rest.Length - rest.TrimStart(' ', '\t').Length;
        return rest.TrimStart(' ', '\t').StartsWith('#') ? new TextPlace(file, line + 1, at + blank + 1) : null;
    }

    private YamlList Items(TextPlace place)
    {
        var items = new List<YamlNode>();
        while (Next() is not SequenceEnd)
        {
            items.Add(Node(parser.Current!));
        }

        return new YamlList(place, items);
    }

    private YamlMap Entries(Mark start)
    {
        var entries = new List<(YamlScalar Key, YamlNode Value)>();
        var places = new Dictionary<string, TextPlace>(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            var key = Node(parser.Current!);
            var value = Node(Next());
            if (key is not YamlScalar name)
            {
                problems.Report(PackProblemKinds.Syntax, key.Place, $"{key.InWords} cannot be the name of a value. Write a name, a colon and the value.");
            }
            else if (value is YamlScalar { IsEmpty: true } && entries is [.., (_, YamlScalar { IsQuoted: false } whole)] && IsDecimal(whole, name))
            {
                // It is read as it was meant, so that nothing else is said of it.
                problems.Report(PackProblemKinds.BadValue, whole.Place, name.Text.Length == 3
                    ? $"a comma in braces begins the next value, so it is not within a number. Write {whole.Text}{name.Text} without it, or {whole.Text}.{name.Text} where it stands before decimals."
                    : $"a comma in braces begins the next value, so decimals have a point before them. Write {whole.Text}.{name.Text}.");
                entries[^1] = (entries[^1].Key, whole with { Text = $"{whole.Text}.{name.Text}" });
            }
            else if (places.TryAdd(name.Text, name.Place))
            {
                entries.Add((name, value));
            }
            else
            {
                problems.ReportKey(PackProblemKinds.KeyTwice, name, $"the key {Shown.Value(name.Text)} is here a second time; the first is at {places[name.Text]}. Keep one.");
            }
        }

        // Of a single key in square brackets the parser gives no place.
        return new YamlMap(start.Index == 0 && depth > 1 && entries is [var first, ..] ? first.Key.Place : At(start), entries);
    }

    /// <summary>Whether a number and the name after it are a number with a comma.</summary>
    private static bool IsDecimal(YamlScalar whole, YamlScalar name) =>
        !name.IsQuoted && name.Text.All(char.IsAsciiDigit) && whole.Place.Line == name.Place.Line && whole.Text.TrimStart('-') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit);

    private YamlNode Aliased(AnchorAlias alias)
    {
        if (++aliases > limits.Aliases)
        {
            TooMuch(PackProblemKinds.TooManyAliases, alias, string.Create(CultureInfo.InvariantCulture, $"the file has more than {limits.Aliases} aliases."));
        }

        var name = alias.Value.Value;
        unused.Remove(name);
        if (!anchors.TryGetValue(name, out var node))
        {
            problems.Report(PackProblemKinds.UnknownAnchor, At(alias.Start), $"the alias '*{name}' refers to no anchor before it.{(Text.DidYouMean.Sentence(name, anchors.Keys) is { Length: > 0 } meant ? meant : " A text that begins with '*' goes in quotes.")}");
        }
        else if (node is null)
        {
            problems.Report(PackProblemKinds.CyclicAnchor, At(alias.Start), $"the alias '*{name}' is inside what it refers to, so it would never end. Remove it.");
        }

        if (node is null)
        {
            return new YamlScalar(At(alias.Start), "", IsQuoted: false);
        }

        Count(alias, node.Size - 1);
        return node with { Place = At(alias.Start) };
    }

    private void Count(ParsingEvent at, int more)
    {
        nodes += more;
        if (nodes > limits.Nodes)
        {
            TooMuch(PackProblemKinds.TooManyNodes, at, string.Create(CultureInfo.InvariantCulture, $"the file has more than {limits.Nodes} values and keys, counting all that its aliases stand for."));
        }
    }

    private void TooMuch(ProblemKind kind, ParsingEvent at, string what)
    {
        problems.Report(kind, At(at.Start), $"{what} The file is read no further.");
        throw new TooMuchException();
    }

    private TextPlace At(Mark mark) => new(file, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    /// <summary>What the parser says, without the place that it repeats.</summary>
    private static string Sentence(YamlException e)
    {
        var text = e.InnerException?.Message ?? e.Message;
        var place = text.IndexOf("): ", StringComparison.Ordinal);
        text = text.StartsWith('(') && place >= 0 ? text[(place + 3)..] : text;
        return char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
    }

    private sealed class TooMuchException : Exception;
}
