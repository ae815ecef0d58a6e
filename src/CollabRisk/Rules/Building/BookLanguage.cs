using CollabRisk.Evidence;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>
/// What a rule book says in its language of things that several packs may have: claims, advice, notes, tensions, headings, retired codes. What
/// one pack has of them in a language is said for all, and two packs that have it differently are told.
/// </summary>
internal sealed class BookLanguage
{
    private readonly Dictionary<(string Thing, string English), List<TextInLanguage>> shared = [];

    /// <param name="tag">The tag of the language; null for English.</param>
    /// <param name="inLanguages">What each pack says in other languages, but for its rules.</param>
    /// <param name="problems">Where problems go.</param>
    public BookLanguage(string? tag, IEnumerable<KeyValuePair<RulePack, List<Readable>>> inLanguages, ProblemList problems)
    {
        Tag = tag;

        // Packs that were read from a text come last: theirs are the authors that can be shown a place.
        foreach (var (pack, things) in inLanguages.OrderBy(each => each.Key.PlaceOf is not null))
        {
            things.ForEach(thing => Add(pack, thing, problems));
        }
    }

    private BookLanguage()
    {
    }

    /// <summary>English, of packs that are in no other language.</summary>
    public static BookLanguage English { get; } = new();

    /// <summary>The tag of the language; null for English.</summary>
    public string? Tag { get; }

    public Claim Say(Claim claim) =>
        Say(claim, ReadableTexts.Of, static (claim, texts, tag) => claim with { Paraphrase = texts.Say(claim.Paraphrase, tag), InLanguages = texts });

    public Recommendation Say(Recommendation step) =>
        Say(step, ReadableTexts.Of, static (step, texts, tag) => step with { Text = texts.Say(step.Text, tag), InLanguages = texts });

    public Note Say(Note note) => Say(note, ReadableTexts.Of, static (note, texts, tag) => note with { Text = texts.Say(note.Text, tag), InLanguages = texts });

    public Tension Say(Tension tension) => Say(tension, ReadableTexts.Of, static (tension, texts, tag) => (tension with { InLanguages = texts }).In(tag));

    public RetiredCode Say(RetiredCode gone) => Say(gone, ReadableTexts.Of, static (gone, texts, tag) => gone with { Why = texts.Say(gone.Why, tag) });

    /// <summary>The heading of a chapter, and what it is in all languages.</summary>
    public (string Heading, IReadOnlyList<TextInLanguage> InLanguages) Say(Chapter chapter)
    {
        var texts = In(chapter, ReadableTexts.Of);
        return (texts.Say(chapter.Heading, Tag), texts);
    }

    private T Say<T>(T thing, Func<T, Readable> readable, Func<T, IReadOnlyList<TextInLanguage>, string?, T> said) =>
        In(thing, readable) is { Count: > 0 } texts ? said(thing, texts, Tag) : thing;

    /// <summary>What the texts of a thing are in other languages.</summary>
    private IReadOnlyList<TextInLanguage> In<T>(T thing, Func<T, Readable> readable) => shared.Count > 0 && readable(thing) is var one
        ? [.. one.Texts.SelectMany(text => shared.GetValueOrDefault((one.Name, text.English)) ?? [])]
        : [];

    private void Add(RulePack pack, Readable thing, ProblemList problems)
    {
        foreach (var text in thing.InLanguages)
        {
            if (!shared.TryGetValue((thing.Name, text.English), out var texts))
            {
                shared.Add((thing.Name, text.English), texts = []);
            }

            // What one thing says twice in a language is told where languages are checked.
            var same = texts.Find(other => string.Equals(other.Language, text.Language, StringComparison.OrdinalIgnoreCase));
            if (same is null)
            {
                texts.Add(text);
            }
            else if (same.Text != text.Text && !thing.InLanguages.Contains(same))
            {
                problems.Report(RuleProblems.WordingTwice, pack, $"{thing.Name}: {Shown.Value(text.English)} is {Shown.Value(same.Text)} in {text.Language} in another pack, and {Shown.Value(text.Text)} here. Keep one.", text.Text);
            }
        }
    }
}
