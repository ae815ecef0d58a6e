using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads what a fact is compared with. What a fact can be asked depends on what values it takes.</summary>
internal sealed class FactTestReader(Fact fact, ReportProblem report, Func<YamlScalar, Fact?> factNamed)
{
    public const string Is = "is";
    public const string NotThis = "not";
    public const string Below = "below";
    public const string AtMost = "at most";
    public const string Above = "above";
    public const string AtLeast = "at least";
    public const string Has = "has";
    public const string HasAny = "has any";
    public const string IsExactly = "is exactly";
    public const string Within = "within";
    public const string OtherFact = "fact";
    public const string Blank = "blank";
    public const string Given = "given";

    /// <summary>The comparisons, as packs write them.</summary>
    public static readonly IReadOnlyDictionary<string, Comparison> Comparisons = new Dictionary<string, Comparison>(StringComparer.Ordinal)
    {
        [Is] = Comparison.Equal,
        [NotThis] = Comparison.NotEqual,
        [Below] = Comparison.Less,
        [AtMost] = Comparison.AtMost,
        [Above] = Comparison.Greater,
        [AtLeast] = Comparison.AtLeast,
    };

    /// <summary>What a fact can be compared with, as a sentence.</summary>
    public static string Expected(Fact fact) => fact.Type switch
    {
        FactType.YesNo => "Write yes or no.",
        FactType.Word when fact.IsOrdered => $"Write one of the words {Words.List(fact.AllowedWords, "or")}, a list of them, or '{Below}', '{AtMost}', '{AtLeast}', '{Above}' or '{NotThis}' with one.",
        FactType.Word => $"Write one of the words {Words.List(fact.AllowedWords, "or")}, a list of them, or '{NotThis}' with one or several.",
        FactType.Words => $"Write '{Has}' (all of some words), '{HasAny}', '{IsExactly}' or '{Within}' (another fact), with words such as {fact.AllowedWords[0]}.",
        FactType.Number or FactType.WholeNumber => $"Write a number, or '{Below}', '{AtMost}', '{AtLeast}', '{Above}' or '{NotThis}' with a number or with '{OtherFact}' and a path.",
        FactType.Date => $"Write a day such as 2026-11-22; '{DayTestReader.Before}', '{AtMost}', '{AtLeast}', '{DayTestReader.After}' or '{NotThis}' with one or with '{OtherFact}' and a path; '{DayTestReader.OlderThan}: 2 years'; or '{Within}: the next 6 months'.",
        FactType.Text => $"Write '{Blank}' or '{Given}'.",
        _ => $"Ask '{ConditionReader.Unknown}', or ask about the partners with '{ConditionReader.SomePartner}'.",
    };

    private string Path => ConditionReader.PathOf(fact);

    /// <summary>The test; null where the value cannot be read, which is reported then.</summary>
    public Condition? Read(YamlNode value) => fact.Type switch
    {
        FactType.YesNo => value is YamlScalar scalar && MapReader.YesNoOf(scalar) is { } yes
            ? new OneOf(fact, yes ? 0b10UL : 0b01UL)
            : Mistaken(value),
        FactType.Word => Passing(value) is { } words ? new OneOf(fact, words) : null,
        FactType.Words => Set(value),
        FactType.Number or FactType.WholeNumber => Number(value),
        FactType.Date => new DayTestReader(fact, report, factNamed).Read(value),
        FactType.Text => value is YamlScalar { Text: Blank or Given } text ? new NumberTest(fact, Comparison.Equal, text.Text == Blank ? 0 : 1) : Mistaken(value),
        _ => Mistaken(value),
    };

    /// <summary>The test of the sum of the number over all partners; null where the value cannot be read, which is reported then.</summary>
    public Condition? ReadSum(YamlNode value)
    {
        if (value is YamlScalar scalar)
        {
            return Code(scalar) is { } code ? new PartnersSum(fact, Comparison.Equal, code) : null;
        }

        return value is YamlMap { Entries.Count: > 0 } map ? Together([.. map.Entries.Select(entry => Sum(entry.Key, entry.Value))], map) : Mistaken(value);
    }

    private Condition? Sum(YamlScalar key, YamlNode operand)
    {
        if (!Comparisons.TryGetValue(key.Text, out var comparison))
        {
            return WrongKey(key);
        }

        if (operand is not YamlScalar scalar)
        {
            report(PackProblemKinds.WrongTest, $"a sum over partners is compared with a number; found {operand.InWords}.", operand.Place);
            return null;
        }

        return Code(scalar) is { } code ? new PartnersSum(fact, comparison, code) : null;
    }

    /// <summary>Reports that the fact cannot be compared with a value.</summary>
    public Condition? Mistaken(YamlNode value)
    {
        report(PackProblemKinds.WrongTest, $"'{Path}' cannot be compared with {value.InWords}. {Signed(value) ?? Expected(fact)}", value.Place);
        return null;
    }

    /// <summary>What to write in place of a comparison with a sign, or of a number that is written in another way.</summary>
    private string? Signed(YamlNode value)
    {
        if (value is not YamlScalar { Text: var text } || fact.Type is not (FactType.Number or FactType.WholeNumber or FactType.Date or FactType.Word))
        {
            return null;
        }

        var sign = text.StartsWith(">=", StringComparison.Ordinal) || text.StartsWith("<=", StringComparison.Ordinal) ? text[..2] : text[..Math.Min(1, text.Length)];
        var word = sign switch { ">" => Above, ">=" => AtLeast, "<" => Below, "<=" => AtMost, "!" or "≠" => NotThis, _ => null };
        return word is not null ? $"Write '{Shown.Name($"{Path}: {{{word}: {text[sign.Length..].Trim().TrimStart('=').Trim()}}}")}'."
            : fact.Type is FactType.Number or FactType.WholeNumber ? MapReader.NumberMeant(text) : null;
    }

    /// <summary>One bit for each word that passes.</summary>
    private ulong? Passing(YamlNode value)
    {
        if (value is not YamlMap map)
        {
            return Bits(value);
        }

        if (map.Entries.Count == 0)
        {
            Mistaken(value);
            return null;
        }

        ulong? passing = All;
        foreach (var (key, operand) in map.Entries)
        {
            passing = Compared(key, operand) is { } bits ? passing & bits : null;
            if (passing is null)
            {
                return null;
            }
        }

        return passing;
    }

    private ulong All => fact.AllowedWords.Count == 64 ? ulong.MaxValue : (1UL << fact.AllowedWords.Count) - 1;

    private ulong? Compared(YamlScalar key, YamlNode operand)
    {
        if (!Comparisons.TryGetValue(key.Text, out var comparison))
        {
            WrongKey(key);
            return null;
        }

        if (comparison is Comparison.Equal or Comparison.NotEqual)
        {
            return Bits(operand) is not { } bits ? null : comparison == Comparison.Equal ? bits : All & ~bits;
        }

        if (!fact.IsOrdered)
        {
            report(PackProblemKinds.WrongTest, $"the words of '{Path}' have no order, so '{key.Text}' means nothing. {Expected(fact)}", key.Place);
            return null;
        }

        if (operand is not YamlScalar scalar)
        {
            report(PackProblemKinds.WrongTest, $"'{key.Text}' takes one word of '{Path}'; found {operand.InWords}.", operand.Place);
            return null;
        }

        if (Word(scalar) is not { } word)
        {
            return null;
        }

        var passing = 0UL;
        for (var i = 0; i < fact.AllowedWords.Count; i++)
        {
            passing |= Conditions.Comparisons.Holds(i, comparison, word) ? 1UL << i : 0;
        }

        return passing;
    }

    /// <summary>One bit for each of the words, and for those that packs add which count as one of them; a single word stands for a list of one.</summary>
    private ulong? Bits(YamlNode value)
    {
        if (value is not (YamlScalar or YamlList))
        {
            Mistaken(value);
            return null;
        }

        var bits = 0UL;
        var isWhole = true;
        foreach (var item in value is YamlList list ? list.Items : [value])
        {
            if (item is not YamlScalar { IsEmpty: false } scalar)
            {
                report(PackProblemKinds.WrongTest, $"{item.InWords} is not a word of '{Path}'. {Expected(fact)}", item.Place);
                isWhole = false;
            }
            else if (Word(scalar) is { } word)
            {
                bits |= 1UL << word;
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? fact.WithCounted(bits) : null;
    }

    private int? Word(YamlScalar scalar)
    {
        for (var i = 0; i < fact.AllowedWords.Count; i++)
        {
            if (fact.AllowedWords[i] == scalar.Text)
            {
                return i;
            }
        }

        report(PackProblemKinds.UnknownWord, $"{scalar.InWords} is not a word of '{Path}'; the words are {Words.List(fact.AllowedWords)}.{(FactModel.Sentence(fact.Path, scalar.Text) is { Length: > 0 } changed ? changed : DidYouMean.Sentence(scalar.Text, fact.AllowedWords))}", scalar.Place);
        return null;
    }

    private Condition? Set(YamlNode value)
    {
        if (value is not YamlMap { Entries.Count: > 0 } map)
        {
            return Mistaken(value);
        }

        var tests = new List<Condition?>();
        foreach (var (key, operand) in map.Entries)
        {
            tests.Add(key.Text switch
            {
                Has => Bits(operand) is { } bits ? new SetTest(fact, SetQuestion.HasAll, bits) : null,
                HasAny => Bits(operand) is { } bits ? new SetTest(fact, SetQuestion.HasAny, bits) : null,
                IsExactly => Bits(operand) is { } bits ? new SetTest(fact, SetQuestion.Is, bits) : null,
                Within => Subset(operand),
                _ => WrongKey(key),
            });
        }

        return Together(tests, map);
    }

    private SubsetTest? Subset(YamlNode operand)
    {
        if (Operand(operand) is not { } other)
        {
            return null;
        }

        if (other.Type == FactType.Words && other.AllowedWords.SequenceEqual(fact.AllowedWords))
        {
            return new SubsetTest(fact, other);
        }

        report(PackProblemKinds.WrongTest, $"'{ConditionReader.PathOf(other)}' has other values than '{Path}', so the one cannot be within the other.", operand.Place, ConditionReader.OneOfAPack(fact, other));
        return null;
    }

    private Condition? Number(YamlNode value)
    {
        if (value is YamlScalar scalar)
        {
            return Code(scalar) is { } code ? new NumberTest(fact, Comparison.Equal, code) : null;
        }

        if (value is not YamlMap { Entries.Count: > 0 } map)
        {
            return Mistaken(value);
        }

        return Together([.. map.Entries.Select(entry => Number(entry.Key, entry.Value))], map);
    }

    private Condition? Number(YamlScalar key, YamlNode operand)
    {
        if (!Comparisons.TryGetValue(key.Text, out var comparison))
        {
            return WrongKey(key);
        }

        if (operand is YamlScalar scalar)
        {
            return Code(scalar) is { } code ? new NumberTest(fact, comparison, code) : null;
        }

        if (Operand(operand) is not { } other)
        {
            return null;
        }

        if (other.Type is FactType.Number or FactType.WholeNumber)
        {
            return new NumberPairTest(fact, comparison, other);
        }

        report(PackProblemKinds.WrongTest, $"'{Path}' cannot be compared with '{ConditionReader.PathOf(other)}': only numbers can be compared with each other.", operand.Place, ConditionReader.OneOfAPack(fact, other));
        return null;
    }

    private long? Code(YamlScalar scalar)
    {
        if (MapReader.NumberOf(scalar) is { } number)
        {
            return Fact.Encode(number);
        }

        Mistaken(scalar);
        return null;
    }

    /// <summary>The other fact of <c>{fact: path}</c>.</summary>
    public Fact? Operand(YamlNode operand)
    {
        if (operand is YamlMap { Entries: [({ Text: OtherFact }, YamlScalar { IsEmpty: false } path)] })
        {
            return factNamed(path);
        }

        report(PackProblemKinds.WrongTest, $"{operand.InWords} is where another fact is expected. Write it as '{{{OtherFact}: path}}'.", operand.Place);
        return null;
    }

    /// <summary>Tests of one fact that must all hold; null where one of them could not be read.</summary>
    public static Condition? Together(List<Condition?> tests, YamlMap map)
    {
        if (tests.Contains(null))
        {
            return null;
        }

        foreach (var test in tests)
        {
            test!.Place = map.Place;
        }

        return tests.Count == 1 ? tests[0] : new AllOf([.. tests.OfType<Condition>()]);
    }

    private Condition? WrongKey(YamlScalar key) => WrongKey(key, fact.Type == FactType.Words ? [Has, HasAny, IsExactly, Within] : Comparisons.Keys);

    /// <summary>Reports that the fact cannot be asked something.</summary>
    public Condition? WrongKey(YamlScalar key, IEnumerable<string> keys)
    {
        report(PackProblemKinds.WrongTest, $"'{Path}' cannot be asked {Shown.Value(key.Text)}.{(DidYouMean.Sentence(key.Text, keys) is { Length: > 0 } meant ? meant : $" {Expected(fact)}")}", key.Place);
        return null;
    }
}
