using System.Globalization;
using System.Text;
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
    [InlineData("Fire\u3164", "U+3164")]
    [InlineData("\uFEFFFire", "U+FEFF")]
    [InlineData(" ", "empty or blank")]
    [InlineData(null, "empty or blank")]
    public void ProblemOf_NameThatLooksLikeAnother_SaysWhy(string? name, string problem) =>
        Names.ProblemOf(name).Should().Contain(problem);

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
