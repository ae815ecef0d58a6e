using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <content>
/// The words that packs add to a fact. Each is a word with a number of its own after the library's, so that whoever asks which values there are
/// finds it; and it counts as one of the library's, so that whoever asks for that one finds it too.
/// </content>
public sealed partial class Fact
{
    private int[] countsAs = [];
    private IReadOnlyList<string>? spoken;

    /// <summary>Whether packs may add words.</summary>
    internal bool TakesMoreWords => MoreWordsBecause is not null;

    /// <summary>How many of the words are the library's, or those of the pack that declares the fact. Their numbers come first.</summary>
    internal int OwnWordCount => AllowedWords.Count - AddedWords.Count;

    /// <summary>The words as people say and read them. Of two that would read alike, the one that a pack adds has its prefix in brackets.</summary>
    internal IReadOnlyList<string> SpokenWords => spoken ??= Spoken();

    /// <summary>Whether a value is a word that no pack adds to this fact: it may be one that a pack adds which is not at hand, and says nothing without it.</summary>
    internal bool IsUnread(object value) => TakesMoreWords && value is string word && NumberOf(word) < 0;

    /// <summary>The fact with words that packs add; it has the same place in every table.</summary>
    internal Fact With(IEnumerable<WordDeclaration> added)
    {
        var with = (Fact)MemberwiseClone();
        var places = ExtensionForm.MostWords - AllowedWords.Count;
        with.AddedWords = [.. added.OrderBy(word => word.Word, StringComparer.Ordinal).DistinctBy(word => word.Word, StringComparer.Ordinal).Take(places)];
        with.AllowedWords = [.. AllowedWords, .. with.AddedWords.Select(word => word.Word)];
        with.countsAs = [.. with.AddedWords.Select(word => NumberOf(word.CountsAs))];
        with.spoken = null;
        (with.readings, with.WrittenAsQuestion) = (null, null);
        return with;
    }

    /// <summary>The number of the word of the library that a word counts as, which of one of these is its own; any other code stays as it is.</summary>
    internal long Counted(long code) => countsAs.Length > 0 && code >= OwnWordCount && countsAs[code - OwnWordCount] is var word and >= 0 ? word : code;

    /// <summary>Some words, one bit each, with the added ones that count as one of them: what a condition asks that names these words.</summary>
    internal ulong WithCounted(ulong words)
    {
        for (var i = 0; i < countsAs.Length; i++)
        {
            words |= countsAs[i] >= 0 && (words >> countsAs[i] & 1) != 0 ? 1UL << (OwnWordCount + i) : 0;
        }

        return words;
    }

    /// <summary>Some words without the added ones that count as one of them: what has to be named so that <see cref="WithCounted"/> gives at least all of them.</summary>
    internal ulong WithoutCounted(ulong words)
    {
        var named = words;
        for (var i = 0; i < countsAs.Length; i++)
        {
            named &= countsAs[i] >= 0 && (words >> countsAs[i] & 1) != 0 ? ~(1UL << (OwnWordCount + i)) : ulong.MaxValue;
        }

        return named;
    }

    /// <summary>The note with what the added words mean: whoever is asked knows the library's words from the question, and not these.</summary>
    private string? WithMeanings(string? note) => AddedWords.Count == 0 ? note : $"{WithMeanings((Passage)note)}";

    private Passage WithMeanings(Passage note) =>
        Passage.Join(" ", new[] { note }.Where(note => !note.IsEmpty).Concat(AddedWords.Select((word, i) => (Passage)Words.Sentence($"“{SpokenWords[OwnWordCount + i]}”: {word.Meaning}"))));

    /// <summary>The note in the words of a wording, with what the added words mean that it may not know; the fact's own where it has none.</summary>
    /// <param name="note">The note of the wording; blank where the question is plain in its words, null where it says nothing of it.</param>
    internal Passage CodingNoteIn(Passage? note) => note is { } own ? WithMeanings(own) : CodingNote;

    /// <summary>Answers that a wording offers, with the words that packs add and that it may not know.</summary>
    internal Passage WithAdded(Passage answers) => SpokenWords.Skip(OwnWordCount).Where(word => !$"{answers}".Contains(word, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } added
        ? Passage.Of($"{answers}, or {Words.List(added, "or")}")
        : answers;

    private string[] Spoken()
    {
        var alone = AllowedWords.Select((word, i) => InLanguages.Find(word, Language) ?? Words.Humanize(i < OwnWordCount ? word : ExtensionForm.PartsOf(word).Word)).ToList();
        var alike = alone.GroupBy(word => word, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. alone.Select((word, i) => i >= OwnWordCount && alike.Contains(word) ? $"{word} ({ExtensionForm.PartsOf(AllowedWords[i]).Prefix})" : word)];
    }
}
