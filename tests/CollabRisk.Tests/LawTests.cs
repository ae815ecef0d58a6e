namespace CollabRisk.Tests;

/// <summary>That a law that does not hold is found out, with a small collaboration.</summary>
public class LawTests
{
    [Fact]
    public void Holds_BrokenLaw_ShowsTheFactsThatBreakIt()
    {
        var message = Invoking(() => Law.Holds(200, drawn =>
            (drawn.Collaboration.Vision.Exists == true && drawn.Collaboration.Partners is { Count: > 1 }).Should().BeFalse("not both")))
            .Should().Throw<Exception>().Which.Message;
        var shrunk = message[message.IndexOf("Shrunk", StringComparison.Ordinal)..];
        shrunk.Should().Contain("\"exists\": true").And.Contain("not both");
        shrunk[..shrunk.IndexOf(" with seed", StringComparison.Ordinal)].Split('\n').Where(line => line.Contains('"', StringComparison.Ordinal))
            .Should().HaveCount(6, "all that does not matter is forgotten: the fact model, two names, what is of the vision, and nothing else");
    }
}
