using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Export;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks;

/// <summary>Writes rules, whoever wrote them, as a rule pack: to read them, to start from them, or to carry them elsewhere.</summary>
/// <remarks>Loaded back in place of the pack, the files give the same rule book, with the same digest. Thread-safe.</remarks>
public static class RulePackExport
{
    /// <summary>Writes a pack as files.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="book">A rule book with the pack, without overrides of its rules.</param>
    /// <param name="manifest">What the pack says about itself; its id and version become those of the pack.</param>
    /// <returns>The texts by the names of the files: <c>pack.yaml</c>, <c>evidence.yaml</c>, <c>recommendations.yaml</c>, and a file for each chapter.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The rule book does not have the pack, changes its rules, or is built in a language; or the prefix of the manifest is not that of the facts and words of the pack.
    /// </exception>
    public static IReadOnlyDictionary<string, string> Write(RulePack pack, RuleBook book, RulePackManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(manifest);
        var rules = book.RulesByCode.Where(rule => rule.PackId == pack.Id).ToList();
        if (!book.Packs.Contains(new PackReference(pack.Id, pack.Version)) || rules.Exists(rule => rule.Overrides.Count > 0))
        {
            throw new ArgumentException($"The rule book does not have {pack} as it is. Build one with the pack, the packs it needs, and no overrides.", nameof(book));
        }

        if (book.Language is { } language)
        {
            // Its rules say everything in that language, and what they say in English is not to be found in them.
            throw new ArgumentException($"The rule book is built in the language '{language}'. Build one without a language: the files hold the others beside the English.", nameof(book));
        }

        // Files name facts and words without the prefix, which they get back from the manifest.
        var prefix = manifest.Prefix is { Length: > 0 } codes ? ExtensionForm.PrefixOf(codes) : null;
        var outside = pack.Facts.Select(fact => fact.Name).Concat(pack.Words.Select(word => word.Word)).Where(name => ExtensionForm.PartsOf(name).Prefix != prefix).ToList();
        if (outside.Count > 0)
        {
            throw new ArgumentException(
                $"{Words.List(outside)} would be read back under another name, since the manifest {(prefix is null ? "has no prefix" : $"has the prefix '{manifest.Prefix}'")}. Give the one under which the pack declares its facts and adds its words.", nameof(manifest));
        }

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["pack.yaml"] = PackWriter.Manifest(manifest, pack),
            ["evidence.yaml"] = PackWriter.Evidence(pack),
        };
        var advice = rules.SelectMany(rule => rule.Recommendations).DistinctBy(one => one.Code, StringComparer.Ordinal).OrderBy(one => one.Code, StringComparer.Ordinal).ToList();
        if (advice.Count > 0)
        {
            files["recommendations.yaml"] = PackWriter.Advice(advice, book.Facts);
        }

        // Chapters keep their order, and rules the order in which they are in it.
        var order = pack.Definitions.SelectMany(chapter => chapter.Rules).Select((definition, at) => (definition.Code, at)).ToDictionary(each => each.Code, each => each.at, StringComparer.Ordinal);
        var chapters = rules.OrderBy(rule => order[rule.Code]).GroupBy(rule => (rule.Chapter, rule.Cap)).ToList();
        for (var i = 0; i < chapters.Count; i++)
        {
            var name = string.Concat(chapters[i].Key.Chapter.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            files[string.Create(CultureInfo.InvariantCulture, $"chapters/{i + 1:00}-{string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries))}.yaml")] = PackWriter.Chapter([.. chapters[i]]);
        }

        return files;
    }
}
