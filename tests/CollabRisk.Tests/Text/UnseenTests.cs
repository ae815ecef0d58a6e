using System.Text;
using CollabRisk.Text;

namespace CollabRisk.Tests.Text;

/// <summary>Which characters of others are never shown as they are, and what is shown in their place.</summary>
public class UnseenTests
{
    [Theory]
    [InlineData("\u001b[31m", "\\u001B[31m", " [31m")]
    [InlineData("a\r\nb", "a\\u000D\\u000Ab", "a \nb")]
    [InlineData("\u202egp.exe", "\\u202Egp.exe", "\uFFFDgp.exe")]
    [InlineData("a\u200bb\u200db\u2060\ufeff", "a\\u200Bb\\u200Db\\u2060\\uFEFF", "a\uFFFDb\uFFFDb\uFFFD\uFFFD")]
    [InlineData("soft\u00adly", "soft\\u00ADly", "soft\uFFFDly")]
    [InlineData("\u2028\u0085", "\\u2028\\u0085", "  ")]
    [InlineData("\U000E0041", "\\uE0041", "\uFFFD")]
    [InlineData("\uFFFE", "\\uFFFE", "\uFFFD")]
    [InlineData("Caerdydd, £5, Łódź, 東京, 🚒, ❤️", "Caerdydd, £5, Łódź, 東京, 🚒, ❤️", "Caerdydd, £5, Łódź, 東京, 🚒, ❤️")]
    [InlineData("", "", "")]
    public void Text_FromOutside_ShowsWhatIsThere(string text, string escaped, string replaced)
    {
        Unseen.Escaped(text).Should().Be(escaped);
        Unseen.Replaced(text).Should().Be(replaced);
    }

    [Fact]
    public void Text_HalfOfASurrogatePair_IsReplaced() => Unseen.Replaced("a" + (char)0xD83D + "b").Should().Be("a\uFFFDb");

    /// <summary>A joiner is looked at where it is, whatever number of units the characters before it take.</summary>
    [Fact]
    public void Replaced_JoinersAfterCharactersOfTwoUnits_LeavesThoseThatShapeLetters() =>
        Unseen.Replaced("🚒آتش\u200Cنشانی 🚒a\u200Cb").Should().Be("🚒آتش\u200Cنشانی 🚒a\uFFFDb");

    [Fact]
    public void Is_EveryCharacterOfAscii_TakesTheControlsAlone() =>
        Enumerable.Range(0, 128).Where(code => Unseen.Is(new Rune(code))).Should().Equal([.. Enumerable.Range(0, 32), 127]);
}
