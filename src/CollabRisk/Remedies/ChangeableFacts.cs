using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Remedies;

/// <summary>
/// The places of a collaboration whose facts those responsible can change for the better, numbered in the order of the model, each
/// with the better values that it could have instead.
/// </summary>
internal sealed class ChangeableFacts
{
    private readonly FactTable facts;
    private readonly ValueClasses values;
    private readonly FactCell[] places;
    private readonly Dictionary<FactCell, int> numbers = [];
    private readonly IReadOnlyList<ValueClass>?[] choices;

    public ChangeableFacts(RuleBook book, FactTable facts)
    {
        this.facts = facts;
        values = new ValueClasses(book.Rules.SelectMany(rule => rule.Conditions), facts);
        places =
        [
            .. facts.Registry.Facts
                .Where(IsOpenToChange)
                .SelectMany(fact => Enumerable.Range(0, fact.IsPerPartner ? facts.Listed.Count : 1).Select(row => new FactCell(fact, row)))
                .Where(place => facts[place.Fact, place.Row] != Fact.NotApplicable),
        ];
        choices = new IReadOnlyList<ValueClass>?[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            numbers.Add(places[i], i);
        }
    }

    public int Count => places.Length;

    public FactCell this[int number] => places[number];

    /// <summary>The better values that the place could have instead of its present one; of one that is not known, all but the worst.</summary>
    public IReadOnlyList<ValueClass> ChoicesOf(int number) => choices[number] ??=
        [.. values.OtherThanNow(places[number]).Select(each => OnlyBetter(each, places[number])).OfType<ValueClass>()];

    /// <summary>Whether someone can change the fact for the better, and its values can be gone through.</summary>
    public static bool IsOpenToChange(Fact fact) => fact is
    {
        IsChangeable: true,
        Direction: not FactDirection.Neutral,
        IsDerived: false,
        IsOutcome: false,
        Type: FactType.YesNo or FactType.Word or FactType.Number or FactType.WholeNumber,
    };

    /// <summary>The number of the place that has a fact; null where it is not open to change. No fact that is follows from another or is followed by one.</summary>
    public int? NumberOf(Fact fact, int partner) => numbers.TryGetValue(new(fact, fact.IsPerPartner ? partner : 0), out var number) ? number : null;

    /// <summary>The class without the values that are no better than the present one; null where none is left.</summary>
    private ValueClass? OnlyBetter(ValueClass all, FactCell place)
    {
        var now = facts[place.Fact, place.Row];
        List<long> better = [.. all.Others.Prepend(all.Code).Where(IsBetter)];
        return better.Count == 0 ? null : new(better[0], better[1..]);

        bool IsBetter(long code) => now != Fact.Unknown ? place.Fact.CompareForBetter(code, now) > 0
            : place.Fact.Type is FactType.Number or FactType.WholeNumber || place.Fact.CompareForBetter(code, Worst(place.Fact)) > 0;
    }

    private static long Worst(Fact fact) => fact.Direction is FactDirection.Yes or FactDirection.Higher ? 0
        : fact.Type == FactType.YesNo ? 1 : fact.AllowedWords.Count - 1;
}
