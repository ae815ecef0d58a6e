using CollabRisk;
using CollabRisk.Facts;
using CollabRisk.NRules;
using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;

// A host with rules and a compiler of its own: two collaborations in one session, and rules that look at both.
var own = new RuleRepository();
own.Load(load => load.PrivateTypes().From(typeof(SameRiskInBoth), typeof(DrawsBackFromOne)));
var compiler = new RuleCompiler { ExpressionCompiler = new GradualExpressionCompiler() };
var sessions = compiler.Compile(own.GetRuleSets().Concat(new RuleBookRepository(CollaborationEvaluator.Default.RuleBook).GetRuleSets()));

var session = sessions.CreateSession();
session.Events.RuleFiredEvent += (_, fired) =>
{
    // A rule of CollabRisk fires when it is raised, and only then.
    if (fired.Rule.Tags.Contains("Risk"))
    {
        Console.WriteLine($"{fired.Facts.Select(fact => fact.Value).OfType<Assessment>().First().Collaboration.Name}: {fired.Rule.Name}");
    }
};

session.InsertAll([
    new Collaboration
    {
        Name = "Control room",
        Vision = new() { Exists = false },
        Partners = [new() { Name = "County Fire", Role = PartnerRole.Equal, StrategicEngagement = Engagement.Declining }, new() { Name = "County Police", Role = PartnerRole.Equal }],
    },
    new Collaboration
    {
        Name = "Shared fleet",
        Vision = new() { Exists = false },
        Workload = new() { Overload = true },
        Partners = [new() { Name = "County Fire", Role = PartnerRole.Equal, StrategicEngagement = Engagement.Full }, new() { Name = "City Council", Role = PartnerRole.Equal }],
    },
]);
session.Fire();

Console.WriteLine();
foreach (var note in session.Query<Note>().AsEnumerable().Select(note => note.Text).Order(StringComparer.Ordinal))
{
    Console.WriteLine(note);
}

/// <summary>What the host's rules say.</summary>
internal sealed record Note(string Text);

/// <summary>A risk in both is worth one answer.</summary>
internal sealed class SameRiskInBoth : Rule
{
    public override void Define()
    {
        Assessment one = null!;
        Assessment other = null!;
        Finding finding = null!;
        When()
            .Match(() => one)
            .Match(() => other, a => string.CompareOrdinal(one.Collaboration.Name, a.Collaboration.Name) < 0)
            .Match(() => finding, f => f.Kind == FindingKind.Risk, f => one.Findings.Contains(f))
            .Exists<Finding>(f => f.Code == finding.Code, f => other.Findings.Contains(f));
        Then().Yield(_ => new Note($"{finding.Title}: in {one.Collaboration.Name} and {other.Collaboration.Name}. Answer it once."));
    }
}

/// <summary>A partner draws back from one collaboration and is fully engaged in another.</summary>
internal sealed class DrawsBackFromOne : Rule
{
    public override void Define()
    {
        AssessedPartner here = null!;
        AssessedPartner there = null!;
        When()
            .Match(() => here, a => a.Partner.StrategicEngagement == Engagement.Declining)
            .Match(() => there, a => a.Partner.StrategicEngagement == Engagement.Full, a => a.Partner.Name == here.Partner.Name);
        Then().Yield(_ => new Note($"{here.Partner.Name} draws back from {here.Assessment.Collaboration.Name} and not from {there.Assessment.Collaboration.Name}. Ask why."));
    }
}
