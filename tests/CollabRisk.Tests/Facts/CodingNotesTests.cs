using CollabRisk.Facts;

namespace CollabRisk.Tests.Facts;

/// <summary>Coding notes: every fact on which two coders differed has one, and each draws a line with an example on either side.</summary>
public class CodingNotesTests
{
    /// <summary>The facts on which two readings of the same cases differed.</summary>
    [Theory]
    [InlineData("tensions.challengesAddressed")]
    [InlineData("tensions.present")]
    [InlineData("culture.observedTensions.domestic")]
    [InlineData("culture.observedTensions.spaceAndEquipment")]
    [InlineData("culture.observedTensions.termsAndConditions")]
    [InlineData("culture.observedTensions.identity")]
    [InlineData("differences.arrangement.acknowledged")]
    [InlineData("differences.arrangement.dealtWith")]
    [InlineData("differences.trustAndConfidence.dealtWith")]
    [InlineData("differences.organisationalCulture.dealtWith")]
    [InlineData("differences.professionalCulture.dealtWith")]
    [InlineData("differences.leadershipStyle.dealtWith")]
    [InlineData("culture.separateIdentities")]
    [InlineData("transparency.level")]
    [InlineData("trust.organisational")]
    [InlineData("trust.individual")]
    [InlineData("members.committed")]
    [InlineData("context.nationalDirection")]
    [InlineData("leadership.seniorTurnover")]
    [InlineData("leadership.mitigatesGrievances")]
    [InlineData("partners[].strategicEngagement")]
    [InlineData("partners[].executiveCommitment")]
    public void CodingNote_FactThatCodersDifferedOn_IsThere(string path) => FactRegistry.Default.Find(path)!.CodingNote.Should().NotBeNull();

    [Fact]
    public void CodingNote_EachOfThem_NamesBothSidesInWordsOfTheFact()
    {
        CodingNotes.Paths.Should().OnlyContain(path => FactRegistry.Default.Find(path) != null);
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => fact.CodingNote is not null))
        {
            fact.CodingNote.Should().StartWith("Counts: ").And.Contain("Does not count: ").And.Contain("For example ").And.EndWith(".", $"of {fact}");
            var words = fact.Type == FactType.YesNo ? ["yes", "no"] : fact.AllowedWords.Select(CollabRisk.Text.Words.Humanize).ToList();
            var named = words.Where(word => fact.CodingNote!.Contains($"“{word}”", StringComparison.Ordinal)).ToList();
            named.Should().HaveCountGreaterThanOrEqualTo(2, $"the note on {fact} has an example of either side");
            fact.CodingNote!.Length.Should().BeLessThan(900, $"of {fact}");
        }
    }
}
