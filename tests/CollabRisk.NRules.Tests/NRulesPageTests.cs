using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;

namespace CollabRisk.NRules.Tests;

/// <summary>The recipe of docs/nrules.md that needs no adapter, as it is there.</summary>
public class NRulesPageTests
{
    [Fact]
    public void Recipe_ManyCollaborationsInOneSession_FiresForEachThatHasNoVision()
    {
        Collaboration[] collaborations =
        [
            new() { Name = "North", Vision = new() { Exists = false } },
            new() { Name = "South", Vision = new() { Exists = true } },
            new() { Name = "West", Vision = new() { Exists = false } },
        ];
        var repository = new RuleRepository();
        repository.Load(load => load.From(typeof(NoVision)));
        var session = repository.Compile().CreateSession();
        foreach (var collaboration in collaborations)
        {
            var assessment = CollaborationEvaluator.Default.Evaluate(collaboration);
            session.InsertAll(assessment.Findings.Select(finding => new Found(collaboration.Name, finding)));
        }

        session.Fire();

        session.Query<Letter>().Select(letter => letter.Text.Split(':')[0]).Should().BeEquivalentTo("North", "West");
    }

    [Fact]
    public void Page_CodeOfTheRecipe_StandsInThisTest()
    {
        var source = Lines(Repository.Read("tests", "CollabRisk.NRules.Tests", "NRulesPageTests.cs"));
        var section = Repository.Read("docs", "nrules.md").Split("## Without the adapter")[1].Split("\n## ")[0];
        var blocks = section.Split("```csharp\n").Skip(1).SelectMany(block => Lines(block.Split("```")[0]).Split("\n\n")).ToList();
        blocks.Remove("using CollabRisk;\nusing NRules.Fluent.Dsl;").Should().BeTrue("this file has the first by its namespace");
        blocks.Should().HaveCount(6).And.OnlyContain(block => source.Contains(block.Trim(), StringComparison.Ordinal));

        static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));
    }
}

public sealed record Found(string? Where, Finding Finding);

public sealed record Letter(string Text);

public sealed class NoVision : Rule
{
    public override void Define()
    {
        Found found = null!;
        When().Match(() => found, f => f.Finding.Code == "VISION-ABSENT");
        Then().Yield(_ => new Letter($"{found.Where}: {found.Finding.Message}"));
    }
}
