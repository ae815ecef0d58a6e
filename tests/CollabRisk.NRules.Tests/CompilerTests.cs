using System.Linq.Expressions;
using CollabRisk.NRules.Translation;
using CollabRisk.Tests.Rules;
using NRules;
using NRules.Fluent.Dsl;

namespace CollabRisk.NRules.Tests;

/// <summary>How rules are compiled: at first not at all, with the host's own settings, and so that sessions can run side by side.</summary>
public class CompilerTests
{
    private static readonly CollabRisk.Rules.RuleBook Book = TestPack.Book(chapter => chapter.ARisk("VISION-ABSENT").When(c => c.Vision.Exists == false));

    [Fact]
    public async Task GradualExpressionCompiler_CalledOften_GivesTheSameBeforeAndAfterCompiling()
    {
        var compiler = new GradualExpressionCompiler(callsBeforeCompiling: 3);
        var twice = compiler.Compile<Func<int, int>>(number => number * 2);
        var sum = compiler.Compile<Func<int, int, int>>((one, other) => one + other);
        var said = new List<string>();
        var say = compiler.Compile<Action<List<string>, string>>((list, word) => list.Add(word));
        for (var i = 0; i < 50; i++)
        {
            twice(i).Should().Be(2 * i);
            sum(i, 1).Should().Be(i + 1);
            say(said, $"{i}");
            await Task.Delay(i < 5 ? 20 : 0, TestContext.Current.CancellationToken);
        }

        said.Should().HaveCount(50);
    }

    [Fact]
    public void GradualExpressionCompiler_ExpressionOfAnotherForm_IsCompiled() =>
        new GradualExpressionCompiler().Compile<Func<int, int, int, int>>((a, b, c) => a + b + c)(1, 2, 3).Should().Be(6);

    [Fact]
    public void GradualExpressionCompiler_NoCalls_IsRefused() =>
        Invoking(() => new GradualExpressionCompiler(0)).Should().ThrowExactly<ArgumentOutOfRangeException>();

    [Fact]
    public void GradualExpressionCompiler_ExpressionThrows_ThrowsEachTime()
    {
        Expression<Func<string, int>> length = text => text.Length;
        var compiled = new GradualExpressionCompiler(2).Compile(length);
        for (var i = 0; i < 5; i++)
        {
            Invoking(() => compiled(null!)).Should().Throw<NullReferenceException>();
        }
    }

    [Fact]
    public void Compile_ExpressionsThatNRulesCannotCompare_CompileWithTheHostsOptions()
    {
        var rules = HostRules.Of(typeof(FirstTag), typeof(FirstTagToo));
        Invoking(() => NRulesRuleBook.Compile(Book, rules)).Should().Throw<RuleCompilationException>();
        var session = NRulesRuleBook.Compile(Book, rules, options: new() { UnsupportedExpressionHandling = RuleCompilerUnsupportedExpressionsHandling.TreatAsNotEqual })
            .Begin(new Collaboration(), before: inner => inner.Insert(new Tagged(["one"])));
        session.Fire();
        session.Assessment.HostFindings.Should().ContainSingle();
    }

    [Fact]
    public void Compile_CompilerIsConfigured_UsesWhatWasSet()
    {
        var expressions = new Counting();
        NRulesRuleBook.Compile(Book, configure: compiler => compiler.ExpressionCompiler = expressions);
        expressions.Count.Should().BePositive();
    }

    [Fact]
    public void Begin_Before_SeesEveryFactOfTheSession()
    {
        var inserted = new List<object?>();
        var session = NRulesRuleBook.Compile(Book).Begin(FactText.Read("vision.exists=no; partners[A].role=Lead"), inner => inner.Events.FactInsertedEvent += (_, one) => inserted.Add(one.Fact.Value));
        session.Fire();
        inserted.Select(fact => fact!.GetType().Name).Should().Equal("Collaboration", "Assessment", "AssessedPartner", "Partner", "Finding");
    }

    [Fact]
    public void Compile_RulesThatFlatten_AddARuleForEachTypeThatNeverFires()
    {
        var rules = FlattenedTypes.RulesFor(HostRules.Of(typeof(EveryTag), typeof(EveryTagOfACollaboration), typeof(FirstTag)));
        rules.Select(rule => rule.Name).Should().Equal("CollabRisk: comparer of System.String");
        NRulesRuleBook.Compile(Book, HostRules.Of(typeof(EveryTag))).Rules.Should().NotContain(rule => rule.Name.Contains("comparer", StringComparison.Ordinal));
    }

    /// <summary>NRules 1.0.4 alone fails in about one of fifty of these.</summary>
    [Fact]
    public void Evaluate_RulesThatFlattenInSimultaneousFirstSessions_DoNotDisturbEachOther()
    {
        var rules = HostRules.Of(typeof(EveryTag), typeof(EveryTagOfACollaboration));
        for (var round = 0; round < 40; round++)
        {
            var book = NRulesRuleBook.Compile(Book, rules);
            var found = new int[4];
            Parallel.For(0, found.Length, i =>
            {
                var session = book.Begin(FactText.Read("vision.exists=no"), inner => inner.Insert(new Tagged(["one", "two"])));
                session.Fire();
                found[i] = session.Assessment.HostFindings.Count;
            });
            found.Should().OnlyContain(count => count == 4);
        }
    }

    public sealed record Tagged(string[] Tags);

    private static HostFinding Found(string tag) => new("TAGGED", FindingKind.Context, level: null, "A tag", $"It is tagged {tag}.", "A test");

    public sealed class FirstTag : Rule
    {
        public override void Define()
        {
            Tagged tagged = null!;
            When().Match(() => tagged, t => t.Tags[0].Length > 0);
            Then().Yield(_ => Found(tagged.Tags[0]));
        }
    }

    public sealed class FirstTagToo : Rule
    {
        public override void Define()
        {
            Tagged tagged = null!;
            When().Match(() => tagged, t => t.Tags[0].Length > 100);
            Then().Yield(_ => Found(tagged.Tags[0]));
        }
    }

    public sealed class EveryTag : Rule
    {
        public override void Define()
        {
            string tag = null!;
            When().Query(() => tag, query => query.Match<Tagged>().SelectMany(tagged => tagged.Tags));
            Then().Yield(_ => Found(tag));
        }
    }

    public sealed class EveryTagOfACollaboration : Rule
    {
        public override void Define()
        {
            Finding finding = null!;
            string tag = null!;
            When().Match(() => finding).Query(() => tag, query => query.Match<Tagged>(tagged => tagged.Tags.Length > finding.Code.Length - 12).SelectMany(tagged => tagged.Tags));
            Then().Yield(_ => Found($"{finding.Code} {tag}"));
        }
    }

    private sealed class Counting : global::NRules.Extensibility.IExpressionCompiler
    {
        public int Count { get; private set; }

        public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
            where TDelegate : Delegate
        {
            Count++;
            return expression.Compile();
        }
    }
}
