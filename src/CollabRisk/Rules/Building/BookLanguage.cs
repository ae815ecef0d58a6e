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

    public BookLanguage(string? tag, IEnumerable<RulePack> packs, ILookup<RulePack, RuleDefinition> rulesOf, ProblemList problems)
    {
        Tag = tag;

        // Packs that were read from a text come last: theirs are the authors that can be shown a place.
        foreach (var pack in packs.OrderBy(pack => pack.PlaceOf is not null))
        {
            foreach (var thing in ReadableTexts.BesideRules(pack, [.. rulesOf[pack]]).Where(thing => thing.InLanguages.Count > 0))
            {
                Add(pack, thing, problems);
            }
        }
    }

    private BookLanguage()
    {
    }

    /// <summary>English, of packs that are in no other language.</summary>
    public static BookLanguage English { get; } = new();

    /// <summary>The tag of the language; null for English.</summary>
    public string? Tag { get; }

    public Claim Say(Claim claim) => In(ReadableTexts.Of(claim)) is { Count: > 0 } texts
        ? claim with { Paraphrase = texts.Say(claim.Paraphrase, Tag), InLanguages = texts }
        : claim;

    public Recommendation Say(Recommendation step) => In(ReadableTexts.Of(step)) is { Count: > 0 } texts ? step with { Text = texts.Say(step.Text, Tag), InLanguages = texts } : step;

    public Note Say(Note note) => In(ReadableTexts.Of(note)) is { Count: > 0 } texts ? note with { Text = texts.Say(note.Text, Tag), InLanguages = texts } : note;

    public Tension Say(Tension tension) => In(ReadableTexts.Of(tension)) is { Count: > 0 } texts ? (tension with { InLanguages = texts }).In(Tag) : tension;

    public RetiredCode Say(RetiredCode gone) => In(ReadableTexts.Of(gone)) is { Count: > 0 } texts ? gone with { Why = texts.Say(gone.Why, Tag) } : gone;

    /// <summary>The heading of a chapter, and what it is in all languages.</summary>
    public (string Heading, IReadOnlyList<TextInLanguage> InLanguages) Say(Chapter chapter) =>
        In(ReadableTexts.Of(chapter)) is { Count: > 0 } texts ? (texts.Say(chapter.Heading, Tag), texts) : (chapter.Heading, []);

    /// <summary>What the texts of a thing are in other languages.</summary>
    private IReadOnlyList<TextInLanguage> In(Readable thing) => shared.Count == 0 ? []
        : [.. thing.Texts.SelectMany(text => shared.GetValueOrDefault((thing.Name, text.English)) ?? [])];

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
