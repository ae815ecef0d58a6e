namespace CollabRisk.Tests;

/// <summary>What a host knows of a day.</summary>
public class HostNoteTests
{
    private static readonly DateOnly Day = new(2014, 1, 1);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void HostNote_Blank_SaysWhichDayAndWhatToDo(string text) => FluentActions.Invoking(() => new HostNote(Day, text))
        .Should().Throw<ArgumentException>().WithMessage("The note of the host on 2014-01-01 is blank. Give what is known of the day, or no note.*");

    [Fact]
    public void HostNote_Null_IsRefused() => FluentActions.Invoking(() => new HostNote(Day, null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void HostNote_TheSameValues_AreTheSameNote()
    {
        new HostNote(Day, "Two of three answered.").Should().Be(new HostNote(Day, "Two of three answered."));
        $"{new HostNote(Day, "It cannot be assessed.", isLeftOut: true)}".Should().Be("2014-01-01  Left out: It cannot be assessed.");
    }
}
