using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.NRules.DependencyInjection;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.DependencyInjection;
using CollabRisk.RulePacks.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;

namespace CollabRisk.NRules.Tests;

/// <summary>What a host gets from AddCollabRiskNRules.</summary>
public class AddCollabRiskNRulesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddCollabRiskNRules_BeforeOrAfterAddCollabRisk_Evaluates(bool first)
    {
        var services = new ServiceCollection();
        if (first)
        {
            services.AddCollabRiskNRules();
        }

        services.AddCollabRisk(options => options.SwitchOff("VISION-ABSENT", "not our question"));
        using var provider = (first ? services : services.AddCollabRiskNRules()).BuildServiceProvider();
        var evaluator = provider.GetRequiredService<ICollaborationEvaluator>().Should().BeOfType<NRulesCollaborationEvaluator>().Which;
        provider.GetRequiredService<ICollaborationEvaluator>().Should().BeSameAs(evaluator);
        provider.GetRequiredService<NRulesRuleBook>().RuleBook.Should().BeSameAs(evaluator.RuleBook);
        var facts = FactText.Read("vision.exists=no");
        Both.AreTheSame(new CollaborationEvaluator(evaluator.RuleBook).Evaluate(facts), evaluator.Evaluate(facts));
        evaluator.Evaluate(facts).SwitchedOff.Should().ContainSingle();
    }

    [Fact]
    public async Task AddCollabRiskNRules_HostStartsAndIsUsed_CompilesOnce()
    {
        var made = new Made();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(made).AddCollabRiskNRules(options => options.AddRule<CountsItself>());
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        made.Count.Should().Be(1);
        _ = host.Services.GetRequiredService<IOptionsMonitor<CollabRiskNRulesOptions>>().CurrentValue;
        host.Services.GetRequiredService<NRulesRuleBook>().Should().BeSameAs(host.Services.GetRequiredService<NRulesRuleBook>());
        host.Services.GetRequiredService<NRulesRuleBook>().RuleBook.Should().BeSameAs(
            host.Services.GetRequiredService<ICollaborationEvaluator>().RuleBook);
        made.Count.Should().Be(1);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void AddCollabRiskNRules_WithAName_IsApartFromTheOthers()
    {
        using var provider = new ServiceCollection().AddCollabRisk().AddCollabRiskNRules("kent", options => options.AddRule<AnyFinding>()).BuildServiceProvider();
        provider.GetRequiredService<ICollaborationEvaluator>().Should().BeOfType<CollaborationEvaluator>();
        var kent = provider.GetRequiredKeyedService<ICollaborationEvaluator>("kent").Should().BeOfType<NRulesCollaborationEvaluator>().Which;
        provider.GetRequiredKeyedService<NRulesRuleBook>("kent").RuleBook.Should().BeSameAs(kent.RuleBook);
    }

    [Fact]
    public void AddCollabRiskNRules_RulesOfTheHost_AreMadeWithItsServices()
    {
        using var provider = new ServiceCollection()
            .AddSingleton(new Office("Programme office"))
            .AddSingleton<Clock>()
            .AddCollabRiskNRules(options => options.AddRule<NoVision>().AddRule<NoVision>())
            .BuildServiceProvider();
        var found = provider.GetRequiredService<ICollaborationEvaluator>().Evaluate(FactText.Read("vision.exists=no")).HostFindings.Should().ContainSingle().Which;
        found.ToString().Should().Be("WRITE-TO-THE-BOARD: Write before noon. (Programme office)");
    }

    [Fact]
    public void AddCollabRiskNRules_RulesOfAnAssembly_RunBesideThoseOfTheBook()
    {
        using var provider = new ServiceCollection().AddCollabRiskNRules(options => options.AddRulesIn(typeof(AnyFinding).Assembly)).BuildServiceProvider();
        var assessment = provider.GetRequiredService<ICollaborationEvaluator>().Evaluate(FactText.Read("vision.exists=no"));
        assessment.HostFindings.Should().ContainSingle().Which.Code.Should().Be("SOMETHING-FOUND");
    }

    [Fact]
    public async Task AddCollabRiskNRules_RuleThatCannotBeMade_StopsTheHostAtStart()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCollabRiskNRules(options => options.AddRule<NoVision>());
        using var host = builder.Build();
        var error = (await Awaiting(() => host.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowExactlyAsync<OptionsValidationException>()).Which;
        error.Message.Should().Contain("The rules of the host cannot be used");
        error.Message.Should().Contain(nameof(Office));
    }

    [Fact]
    public void AddCollabRiskNRules_BadOptionsOfTheRuleBook_SayWhatIsWrongWithThem()
    {
        using var provider = new ServiceCollection()
            .AddCollabRisk(options => options.SwitchOff("NO-SUCH-RULE", "it is not there")).AddCollabRiskNRules().BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<ICollaborationEvaluator>()).Should().ThrowExactly<OptionsValidationException>()
            .WithMessage("*NO-SUCH-RULE*");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddCollabRiskNRules_PacksFromFiles_AreEvaluatedAsTheyStand(bool first)
    {
        using var pack = PackOnDisk.Sample();
        var services = new ServiceCollection();
        if (first)
        {
            services.AddCollabRiskNRules(options => options.AddRule<AnyFinding>());
        }

        services.AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder));
        using var provider = (first ? services : services.AddCollabRiskNRules(options => options.AddRule<AnyFinding>())).BuildServiceProvider();
        var evaluator = provider.GetRequiredService<ICollaborationEvaluator>().Should().BeOfType<NRulesCollaborationEvaluator>().Which;
        var facts = new Collaboration { Extensions = new() { ["rcr.handoverSeconds"] = 75 } };
        Message().Should().Contain("longer than the minute");
        provider.GetRequiredService<NRulesRuleBook>().Should().BeSameAs(provider.GetRequiredService<NRulesRuleBook>());

        pack.Replace("rules/handover.yaml", "longer than the minute", "far longer than the minute");
        provider.GetRequiredService<RulePackWatcher>().ReloadNow().Change.Should().NotBeNull();
        Message().Should().Contain("far longer than the minute");
        provider.GetRequiredService<NRulesRuleBook>().RuleBook.Should().BeSameAs(evaluator.RuleBook);
        provider.GetRequiredService<RulePackWatcher>().Current.RuleBook.Should().BeSameAs(evaluator.RuleBook);
        evaluator.Evaluate(facts).HostFindings.Should().ContainSingle();

        string Message() => evaluator.Evaluate(facts).Findings.Single(finding => finding.Code == "RCR-HANDOVER-SLOW").Message;
    }

    [Fact]
    public void AddCollabRiskNRules_SessionOfAScope_HasSeveralCollaborationsAndServicesOfTheScope()
    {
        using var provider = new ServiceCollection().AddScoped<Visit>().AddCollabRiskNRules(options => options.AddRule<CountsTheVisit>())
            .BuildServiceProvider(validateScopes: true);
        using var scope = provider.CreateScope();
        var session = scope.ServiceProvider.GetRequiredService<ISession>();
        scope.ServiceProvider.GetRequiredService<ISession>().Should().BeSameAs(session);
        session.InsertAll([FactText.Read("name=North; vision.exists=no"), FactText.Read("name=South; vision.exists=no")]);
        session.Fire();
        session.Query<Assessment>().Should().HaveCount(2);
        scope.ServiceProvider.GetRequiredService<Visit>().Findings.Should().Be(session.Query<Finding>().Count()).And.BePositive();

        using var another = provider.CreateScope();
        another.ServiceProvider.GetRequiredService<ISession>().Query<Assessment>().Should().BeEmpty();
        provider.GetRequiredService<ISessionFactory>().Should().BeSameAs(provider.GetRequiredService<NRulesRuleBook>().Sessions);

        // An evaluation has a scope of its own.
        provider.GetRequiredService<ICollaborationEvaluator>().Evaluate(FactText.Read("vision.exists=no")).Findings.Should().NotBeEmpty();
    }

    [Fact]
    public void AddCollabRiskNRules_SessionsWithAName_AreApart()
    {
        using var provider = new ServiceCollection().AddCollabRisk().AddCollabRiskNRules("kent").BuildServiceProvider();
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetService<ISession>().Should().BeNull();
        var session = scope.ServiceProvider.GetRequiredKeyedService<ISession>("kent");
        session.Insert(FactText.Read("vision.exists=no"));
        session.Fire();
        session.Query<Finding>().Should().Contain(finding => finding.Code == "VISION-ABSENT");
        scope.ServiceProvider.GetRequiredKeyedService<ISessionFactory>("kent").Should().BeSameAs(provider.GetRequiredKeyedService<NRulesRuleBook>("kent").Sessions);
    }

    [Fact]
    public void AddCollabRiskNRules_RulesThatAreMadeAlready_RunWithTheirCompiler()
    {
        var repository = new RuleRepository();
        repository.Load(load => load.From(typeof(AnyFinding)));
        var configured = 0;
        using var provider = new ServiceCollection()
            .AddCollabRiskNRules(options =>
            {
                options.AddRules(repository.GetRules()).Configure = _ => configured++;
                options.CompilerOptions = new RuleCompilerOptions { UnsupportedExpressionHandling = RuleCompilerUnsupportedExpressionsHandling.TreatAsNotEqual };
            })
            .BuildServiceProvider();
        provider.GetRequiredService<ICollaborationEvaluator>().Evaluate(FactText.Read("vision.exists=no")).HostFindings.Should().ContainSingle();
        configured.Should().Be(1);
    }

    [Fact]
    public void AddCollabRiskNRules_RuleIsNull_IsAProblem()
    {
        using var provider = new ServiceCollection().AddCollabRiskNRules(options => options.AddRules([null!])).BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<ICollaborationEvaluator>()).Should().ThrowExactly<OptionsValidationException>().WithMessage("*Rules: a rule is null*");
    }

    public sealed class Visit
    {
        public int Findings { get; set; }
    }

    private sealed class CountsTheVisit : Rule
    {
        public override void Define()
        {
            Finding finding = null!;
            Visit visit = null!;
            Dependency().Resolve(() => visit);
            When().Match(() => finding);
            Then().Do(_ => Count(visit));
        }

        private static void Count(Visit visit) => visit.Findings++;
    }

    public sealed class Made
    {
        public int Count { get; set; }
    }

    private sealed class CountsItself : Rule
    {
        public CountsItself(Made made) => made.Count++;

        public override void Define()
        {
            When().Exists<Finding>(finding => finding.Code == "VISION-ABSENT");
            Then().Do(_ => Nothing());
        }

        private static void Nothing()
        {
        }
    }

    public sealed record Office(string Name);

    public sealed class Clock
    {
        public string Deadline { get; } = "noon";
    }

    public sealed class NoVision(Office office) : Rule
    {
        public override void Define()
        {
            var name = office.Name;
            Clock clock = null!;
            Dependency().Resolve(() => clock);
            When().Exists<Finding>(finding => finding.Code == "VISION-ABSENT");
            Then().Yield(_ => new HostFinding("WRITE-TO-THE-BOARD", FindingKind.Recommendation, null, "Write to the board", $"Write before {clock.Deadline}.", name, null));
        }
    }
}
