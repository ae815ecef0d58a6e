using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CollabRisk.RulePacks.Yaml;

/// <summary>Writes YAML as people write it: keys in the order given, short lists on one line, quotes only where they are needed.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder text = new();
    private readonly Emitter emitter;

    public YamlText()
    {
        emitter = new Emitter(new StringWriter(text, CultureInfo.InvariantCulture) { NewLine = "\n" }, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024).WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
    }

    /// <summary>A map; on one line for <paramref name="inLine"/>.</summary>
    public void Map(Action write, bool inLine = false)
    {
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, inLine ? MappingStyle.Flow : MappingStyle.Block));
        write();
        emitter.Emit(new MappingEnd());
    }

    public void List<T>(IEnumerable<T> items, Action<T> write, bool inLine = false)
    {
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, inLine ? SequenceStyle.Flow : SequenceStyle.Block));
        foreach (var item in items)
        {
            write(item);
        }

        emitter.Emit(new SequenceEnd());
    }

    /// <summary>A key, or a word, number or day that needs no quotes.</summary>
    public void Plain(string value) => emitter.Emit(new Scalar(value));

    /// <summary>A text, in quotes where a reader could take it for something else.</summary>
    public void Text(string value) => emitter.Emit(LooksOtherwise(value)
        ? new Scalar(AnchorName.Empty, TagName.Empty, value, ScalarStyle.DoubleQuoted, false, true)
        : new Scalar(value));

    public void Entry(string key, string? value)
    {
        if (value is not null)
        {
            Plain(key);
            Text(value);
        }
    }

    public void Entry(string key, Action write)
    {
        Plain(key);
        write();
    }

    /// <summary>A list of short texts on one line, if there are any.</summary>
    public void Entry(string key, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
        {
            Plain(key);
            List(values, Text, inLine: true);
        }
    }

    /// <summary>What was written, when nothing more follows.</summary>
    public string Finish()
    {
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static bool LooksOtherwise(string value) =>
        value is "" or "~" or "null" or "yes" or "no" or "true" or "false" || decimal.TryParse(value, CultureInfo.InvariantCulture, out _);
}
