using System.Globalization;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Tests.Text;

public class NamesTests
{
    [Theory]
    [InlineData(" Fire ", "Fire")]
    [InlineData("\tFire\r\n", "Fire")]
    [InlineData("Fire  and\u00A0Rescue", "Fire and Rescue")]
    [InlineData("消防署 🚒", "消防署 🚒")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Normalized_Spaces_AreOneSpelling(string? given, string? name) => Names.Normalized(given).Should().Be(name);

    [Fact]
    public void Normalized_DecomposedLetters_AreComposed()
    {
        Icu.IsNeeded();
        Names.Normalized("Dw\u0302r e\u0301").Should().Be("D\u0175r \u00E9");
    }

    [Theory]
    [InlineData("Fire\u200B", "'Fire\\u200B' has an invisible character, U+200B")]
    [InlineData("Fire\u202E", "U+202E")]
    [InlineData("Fi\u00ADre", "U+00AD")]
    [InlineData("Fi\u0007re", "'Fi\\u0007re' has an invisible character, U+0007")]
    [InlineData("Fi\nre", "U+000A")]
    [InlineData("Fire\uFE0F", "U+FE0F")]
    [InlineData("\u2764\uFE0F\uFE0F", "U+FE0F")]
    [InlineData("\u2764\uFE0E", "U+FE0E")]
    [InlineData("Fire\u3164", "U+3164")]
    [InlineData("Fire\uFFFF", "U+FFFF")]
    [InlineData("\uFEFFFire", "U+FEFF")]
    [InlineData(" ", "empty or blank")]
    [InlineData(null, "empty or blank")]
    public void ProblemOf_NameThatLooksLikeAnother_SaysWhy(string? name, string problem) =>
        Names.ProblemOf(name).Should().Contain(problem);

    /// <summary>Fire brigade in Persian, Sri in Sinhala, a conjunct of Marathi, a firefighter: each is spelled with a joiner.</summary>
    [Theory]
    [InlineData("آتش\u200Cنشانی تهران")]
    [InlineData("ශ්\u200Dරී ලංකා")]
    [InlineData("र्\u200Dय")]
    [InlineData("\U0001F469\u200D\U0001F692")]
    [InlineData("\u2764\uFE0F Care")]
    [InlineData("\U0001F469\u200D\u2695\uFE0F")]
    [InlineData("\u2764\uFE0F\u200D\U0001F525")]
    [InlineData("\U0001F469\U0001F3FD\u200D\U0001F692")]
    public void ProblemOf_JoinerThatShapesTheLetters_IsNone(string name)
    {
        Names.ProblemOf(name).Should().BeNull();
        Unseen.Replaced(name).Should().Be(name);
        Shown.Name(name).Should().Be(name);
    }

    [Theory]
    [InlineData("Fi\u200Cre", "U+200C")]
    [InlineData("Fi\u200Dre", "U+200D")]
    [InlineData("آتش\u200C", "U+200C")]
    [InlineData("\u200Cآتش", "U+200C")]
    [InlineData("آتش\u200C\u200Cنشانی", "U+200C")]
    [InlineData("آتش\u200Bنشانی", "U+200B")]
    public void ProblemOf_JoinerThatDoesNothing_SaysWhy(string name, string problem) => Names.ProblemOf(name).Should().Contain(problem);

    [Fact]
    public void ValidCollaboration_NamesThatDifferOnlyInJoiners_AreOneName()
    {
        var (with, without) = ("آتش\u200Cنشانی", "آتشنشانی");
        PartnerNames.ProblemOfCapitals(with, [without]).Should().Contain("differ only in how their letters are joined");
        PartnerNames.Problems([new() { Name = with }, new() { Name = without }]).Should().ContainSingle().Which.What.Should().StartWith("2 partners are called");
        CollaborationJson.Read($$"""{ "factModel": 2, "partners": [{ "name": "{{with}}" }, { "name": "{{without}}" }] }""").IsValid.Should().BeFalse();
        CollaborationJson.Read($$"""{ "factModel": 2, "partners": [{ "name": "{{with}}" }, { "name": "پلیس" }] }""").IsValid.Should().BeTrue();
        Invoking(() => CollaborationEvaluator.Default.Evaluate(new() { Partners = [new() { Name = with }, new() { Name = without }] })).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Order_NumbersInNames_GoByTheirValue() =>
        new[] { "Partner 100", "partner 1", "Partner 2", "Partner 10b", "Partner 10", "Partner 02", "Partner 2 East 10", "Partner 02 East 9", "Partner", "3rd force", "20th force", "Łódź" }.Order(Names.Order)
            .Should().Equal("3rd force", "20th force", "Partner", "Partner 02", "Partner 2", "Partner 02 East 9", "Partner 2 East 10", "Partner 10", "Partner 10b", "Partner 100", "partner 1", "Łódź");

    /// <summary>What sorts by it and looks up by it needs that: one order, in which names that differ are never the same.</summary>
    [Fact]
    public void Order_AnyNames_IsOneOrder()
    {
        var random = new Random(20261130);
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b, c) = (Name(), Name(), Name());
            Assert.Equal(Math.Sign(Names.Compare(a, b)), -Math.Sign(Names.Compare(b, a)));
            Assert.Equal(a == b, Names.Compare(a, b) == 0);
            Assert.False(Names.Compare(a, b) < 0 && Names.Compare(b, c) < 0 && Names.Compare(a, c) >= 0, $"'{a}', '{b}', '{c}'");
        }

        string Name() => string.Concat(Enumerable.Range(0, random.Next(0, 7)).Select(_ => "0012 9a/:"[random.Next(9)]));
    }

    [Fact]
    public void ProblemOf_HalfACharacter_SaysWhy()
    {
        var name = "Fire" + '\uD800';
        Names.Normalized(name).Should().Be(name);
        Names.ProblemOf(name).Should().Contain("half of a surrogate pair");
    }

    [Fact]
    public void ProblemOf_ProgramThatCannotCompose_RefusesWhatCanBeWrittenInTwoWays()
    {
        Names.ProblemOf("e\u0301", canCompose: false).Should().Contain("U+0301, and this program cannot compare them");
        Names.ProblemOf("\u00C6r\u00F8, \u00D3rgano, \u6D88\u9632\u7F72", canCompose: false).Should().BeNull();
        Names.ProblemOf("e\u0301", canCompose: true).Should().BeNull();
    }

    /// <summary>The blocks in the code against ICU: no character that composing touches is missing.</summary>
    [Fact]
    public void MayCompose_EveryCharacterThatComposingTouches_IsSo()
    {
        Icu.IsNeeded();
        var missing = new List<string>();
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (value is >= 0xD800 and <= 0xDFFF || !Rune.TryCreate(value, out var rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }

            var text = rune.ToString();
            var touched = text.IsNormalized() ? text.Normalize(NormalizationForm.FormD).EnumerateRunes().Skip(1) : [rune];
            missing.AddRange(touched.Where(part => !Names.MayCompose(part)).Select(part => part.Value.ToString("X4", CultureInfo.InvariantCulture)));
        }

        missing.Distinct(StringComparer.Ordinal).Should().BeEmpty();
    }
}
