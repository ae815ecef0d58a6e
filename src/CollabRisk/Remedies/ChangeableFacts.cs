using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Remedies;

/// <summary>
/// The places of a collaboration whose facts those responsible can change, numbered in the order of the model, each with the
/// values that it could have instead.
/// </summary>
internal sealed class ChangeableFacts
{
    private readonly FactTable facts;
    private readonly ValueClasses values;
    private readonly Place[] places;
    private readonly Dictionary<Place, int> numbers = [];
    private readonly IReadOnlyList<ValueClass>?[] choices;

    public ChangeableFacts(RuleBook book, FactTable facts)
    {
        this.facts = facts;
        values = new ValueClasses(book.Rules.SelectMany(rule => rule.Conditions), facts);
        places =
        [
            .. facts.Registry.Facts
                .Where(IsOpenToChange)
                .SelectMany(fact => Enumerable.Range(0, fact.IsPerPartner ? facts.Listed.Count : 1).Select(row => new Place(fact, row))),
        ];
        choices = new IReadOnlyList<ValueClass>?[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            numbers.Add(places[i], i);
        }
    }

    public int Count => places.Length;

    public Place this[int number] => places[number];

    /// <summary>The values that the place could have instead of its present one.</summary>
    public IReadOnlyList<ValueClass> ChoicesOf(int number) => choices[number] ??= values.OtherThanNow(places[number]);

    /// <summary>Whether somebody can change the fact, and its values can be gone through: no text, list or day.</summary>
    public static bool IsOpenToChange(Fact fact) => fact is
    {
        IsChangeable: true,
        IsDerived: false,
        IsOutcome: false,
        Type: FactType.YesNo or FactType.Word or FactType.Words or FactType.Number or FactType.WholeNumber,
    };

    /// <summary>The numbers of the places whose change can reach a fact: its own, and those that it follows from.</summary>
    public IEnumerable<int> Behind(Fact fact, int partner)
    {
        if (numbers.TryGetValue(new(fact, fact.IsPerPartner ? partner : 0), out var own))
        {
            yield return own;
        }

        if (DerivedFacts.ChangeableSources.TryGetValue(fact.Path, out var path))
        {
            var source = facts.Registry.Find(path)!;
            for (var row = 0; row < facts.Listed.Count; row++)
            {
                yield return numbers[new(source, row)];
            }
        }
    }
}
