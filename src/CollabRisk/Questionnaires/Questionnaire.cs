using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Questionnaires;

/// <summary>All questions at once, for people who answer on paper or in a spreadsheet, each alone.</summary>
/// <remarks>
/// <para>
/// It asks for what someone in a collaboration can answer, in the order of the model: not for what follows from other facts, and not for what
/// only an expert enters. Each question has its coding note, the answers it takes, and room for a note, for who said it, when, and on what
/// evidence. What is filled in is read back by <see cref="FilledQuestionnaire"/>.
/// </para>
/// <para>Immutable and thread-safe. The same rule book, collaboration and options always give the same questionnaire.</para>
/// </remarks>
public sealed class Questionnaire
{
    /// <summary>Where no partner is known, there is room for so many: it takes two to collaborate.</summary>
    private const int UsualRoom = 2;

    /// <summary>What everyone is asked first, whatever the form: of what, and of which day, the answers are.</summary>
    private static readonly string[] Always = ["name", "asOf"];

    private Questionnaire(string? name, QuestionnaireOptions options, IReadOnlyList<QuestionnaireSection> sections)
    {
        Name = name;
        Form = options.Form;
        Respondents = options.Respondents;
        Sections = sections;
    }

    /// <summary>The name of the collaboration; <see langword="null"/> where it is not known.</summary>
    public string? Name { get; }

    /// <summary>Which questions are asked.</summary>
    public InterviewForm Form { get; }

    /// <summary>Who answers, by name; empty for one who is not named.</summary>
    public IReadOnlyList<string> Respondents { get; }

    /// <summary>The questions by what they are about: the whole first, then each partner, then one matter after the other.</summary>
    public IReadOnlyList<QuestionnaireSection> Sections { get; }

    /// <summary>All questions in order.</summary>
    public IEnumerable<QuestionnaireItem> Items => Sections.SelectMany(section => section.Items);

    /// <summary>Makes a questionnaire.</summary>
    /// <param name="book">The rule book, whose packs may declare facts and whose rules decide what the short form asks.</param>
    /// <param name="about">What is known already: it is filled in, and its partners are asked about by name. Nothing if left out.</param>
    /// <param name="options">What is asked, and of whom; the defaults if left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The collaboration has a value that its fact cannot have, the wording is wrong, the rule book has no pack of the given id, or a name of a partner or respondent is blank, has invisible
    /// characters, is there twice or differs from another only in capitals. The message has all of it.
    /// </exception>
    public static Questionnaire Of(RuleBook book, Collaboration? about = null, QuestionnaireOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        about ??= new Collaboration();
        options ??= new QuestionnaireOptions();
        var problems = book.ProblemsOf(about).Concat(options.Wording?.ProblemsIn(book.Facts) ?? [])
            .Concat(ProblemsOf(options.Partners, "partner", (about.Partners ?? []).Select(partner => partner.Name))).Concat(ProblemsOf(options.Respondents, "respondent", []))
            .Concat(ProblemsOfPack(book, options)).ToList();
        return problems.Count == 0
            ? Make(book, about, Named(options) with { Wording = QuestionWording.InUse(options.Wording, book) })
            : throw new ArgumentException(string.Join(Environment.NewLine, problems));
    }

    private static Questionnaire Make(RuleBook book, Collaboration about, QuestionnaireOptions options) => new(about.Name, options, [.. SectionsOf(book, about, options)]);

    private static IEnumerable<string> ProblemsOfPack(RuleBook book, QuestionnaireOptions options)
    {
        if (options.OnlyPack is { } only && !book.Packs.Any(pack => pack.Id == only))
        {
            yield return ShortForm.NoPack(book, only);
        }
        else if (options is { OnlyPack: not null, Form: InterviewForm.Short } && Chosen(book, options) is { Count: 0 })
        {
            yield return $"The pack '{options.OnlyPack}' raises nothing at Moderate or High, so that its part of the short form is empty. Ask for the full form.";
        }
    }

    private static QuestionnaireOptions Named(QuestionnaireOptions options) => options with
    {
        Partners = [.. options.Partners.Select(name => Names.Normalized(name)!)],
        Respondents = [.. options.Respondents.Select(name => Names.Normalized(name)!)],
    };

    private static IEnumerable<string> ProblemsOf(IReadOnlyList<string> names, string what, IEnumerable<string?> others)
    {
        foreach (var problem in names.Select(Names.ProblemOf).OfType<string>())
        {
            yield return $"{what}: {problem}";
        }

        foreach (var twice in names.Select(Names.Normalized).GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return $"{what}: '{Shown.Name(twice.Key ?? "")}' is there twice. Give each {what} once.";
        }

        // Who fills it in could not hand it back: such names are refused where answers are read.
        var written = names.Select(Names.Normalized).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var like in written.Union(others.OfType<string>()).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1 && same.Any(written.Contains)))
        {
            yield return $"{what}: {Words.List([.. like.Select(Shown.Value)])} differ only in capitals. Write one name where the same {what} is meant, or give the other one another name.";
        }
    }

    private static IEnumerable<QuestionnaireSection> SectionsOf(RuleBook book, Collaboration about, QuestionnaireOptions options)
    {
        var (ofAll, ofPartners) = FactsBySection(book, options);
        for (var at = 0; at < ofAll.Count; at++)
        {
            yield return new(ofAll[at].Heading, [.. ofAll[at].Facts.Select(fact => Item(fact, null, about))]);
            if (at > 0)
            {
                continue;
            }

            foreach (var (name, partner) in PartnersOf(about, options))
            {
                yield return new(partner is null ? name : $"Partner: {Shown.Name(name)}", [.. ofPartners.Select(fact => Item(fact, name, partner))]);
            }
        }

        QuestionnaireItem Item(Fact fact, string? partner, object? root)
        {
            var isShown = !options.IsBlank || fact == FactRegistry.Default.PartnerName;

            // A word that no pack of the rule book adds could not be read back, and stays in the collaboration where nothing is written.
            var answer = isShown && root is not null && fact.ValueIn(root) is { } value && !fact.IsUnread(value) ? QuestionnaireItem.InWords(fact, value) : null;
            return new(fact, partner, answer, options.IsBlank ? null : about.Remarks.On(fact.PathFor(partner)).LastOrDefault(), options.Wording);
        }
    }

    /// <summary>The partners that are asked about, by the names in the paths, with what is known of each; one whose name is asked is null.</summary>
    private static IEnumerable<(string Name, Partner? Known)> PartnersOf(Collaboration about, QuestionnaireOptions options)
    {
        var known = (about.Partners ?? []).ToDictionary(partner => partner.Name!, StringComparer.Ordinal);
        var names = options.Partners.Count > 0 ? options.Partners : [.. known.Keys];
        return names.Count > 0
            ? names.Select(name => (name, (Partner?)(known.GetValueOrDefault(name) ?? new Partner { Name = name })))
            : Enumerable.Range(1, UsualRoom).Select(number => (string.Create(CultureInfo.InvariantCulture, $"Partner {number}"), (Partner?)null));
    }

    /// <summary>The facts that are asked for, by what they are about, and those of each partner.</summary>
    private static (List<(string Heading, List<Fact> Facts)> OfAll, List<Fact> OfPartners) FactsBySection(RuleBook book, QuestionnaireOptions options)
    {
        var asked = book.Facts.Facts.Where(fact => !fact.IsDerived && fact.ExpertBecause is null && fact.Type != FactType.List);
        if (Chosen(book, options) is { } chosen)
        {
            asked = asked.Where(fact => chosen.Contains(fact) || Array.IndexOf(Always, fact.Path) >= 0 || fact == FactRegistry.Default.PartnerName);
        }

        var all = asked.ToLookup(fact => fact.IsPerPartner);
        return ([.. all[false].GroupBy(Matter, StringComparer.Ordinal).Select(same => (same.Key, same.ToList()))], [.. all[true]]);
    }

    /// <summary>The facts that are chosen from all; null where all are asked.</summary>
    private static IReadOnlySet<Fact>? Chosen(RuleBook book, QuestionnaireOptions options) => (options.Form, options.OnlyPack) switch
    {
        (InterviewForm.Short, null) => FactsOf(ShortForm.Of(book)),
        (InterviewForm.Short, { } pack) => FactsOf(ShortForm.OfPack(book, pack)),
        (_, { } pack) => RuleBook.FactsReadBy(book.Rules.Where(rule => rule.PackId == pack), book.Facts),
        _ => null,
    };

    private static HashSet<Fact> FactsOf(ShortForm form) => [.. form.Questions.SelectMany(question => question.Facts)];

    /// <summary>The part of the model that a fact is in.</summary>
    private static string Matter(Fact fact)
    {
        var group = fact.Owner;
        while (group.Parent is { Parent: not null } above)
        {
            group = above;
        }

        return group.Parent is null ? "The collaboration" : group.IsExtensions ? "Further matters" : Words.Capitalize(Words.Humanize(group.Name));
    }
}
