using System.Reflection;
using CollabRisk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CollabRisk.Speed;

/// <summary>What the straight-line reference finds: every raised case with its level, and three-valued also every outcome and the range.</summary>
public sealed class RaisedCases
{
    private readonly (int Rule, int Case, int Row, int AtLeast)[] cases;

    /// <summary>Makes room for what may be found.</summary>
    /// <param name="rules">How many rules there are.</param>
    /// <param name="most">How many cases are raised at most.</param>
    public RaisedCases(int rules, int most)
    {
        Outcomes = new byte[rules];
        cases = new (int, int, int, int)[most];
    }

    /// <summary>How many cases are raised.</summary>
    public int Count { get; private set; }

    /// <summary>The highest level that is sure.</summary>
    public int AtLeast { get; private set; }

    /// <summary>The highest level that is possible; three-valued only.</summary>
    public int AtMost { get; private set; }

    /// <summary>How each rule ended: 0 does not apply, 1 clear, 2 undetermined, 3 raised; three-valued only.</summary>
    public byte[] Outcomes { get; }

    /// <summary>The raised cases: rule, case, row of partners or -1, the level that is sure or 0.</summary>
    public ReadOnlySpan<(int Rule, int Case, int Row, int AtLeast)> All => cases.AsSpan(0, Count);

    /// <summary>Forgets everything.</summary>
    public void Clear() => (Count, AtLeast, AtMost) = (0, 0, 0);

    /// <summary>Adds a raised case.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="number">The case.</param>
    /// <param name="row">The row of partners, or -1.</param>
    /// <param name="atLeast">The level that is sure, or 0.</param>
    public void Add(int rule, int number, int row, int atLeast)
    {
        cases[Count++] = (rule, number, row, atLeast);
        AtLeast = Math.Max(AtLeast, atLeast);
    }

    /// <summary>Adds a case with a level that is raised or may be.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="number">The case.</param>
    /// <param name="row">The row of partners, or -1.</param>
    /// <param name="truth">1 for may be, 2 for raised.</param>
    /// <param name="atLeast">The level that is sure.</param>
    /// <param name="atMost">The level that is possible.</param>
    public void Case(int rule, int number, int row, int truth, int atLeast, int atMost)
    {
        AtMost = Math.Max(AtMost, atMost);
        if (truth == 2)
        {
            Add(rule, number, row, atLeast);
        }
    }
}

/// <summary>Kleene's logic on 0, 1 for unknown, and 2, as the reference uses it.</summary>
public static class K
{
    /// <summary>The smaller.</summary>
    public static int And(int a, int b) => Math.Min(a, b);

    /// <summary>The greater.</summary>
    public static int Or(int a, int b) => Math.Max(a, b);

    /// <summary>2 where it is so.</summary>
    public static int Of(bool value) => value ? 2 : 0;

    /// <summary>Whether it is yes.</summary>
    public static int Yes(bool? value) => value is { } known ? (known ? 2 : 0) : 1;

    /// <summary>Whether it is no.</summary>
    public static int No(bool? value) => value is { } known ? (known ? 0 : 2) : 1;

    /// <summary>Whether it is one of some words.</summary>
    public static int Word<T>(T? value, ulong words)
        where T : struct, Enum => value is { } word ? (int)(words >> System.Runtime.CompilerServices.Unsafe.As<T, int>(ref word) & 1) << 1 : 1;

    /// <summary>Whether one set is within another.</summary>
    public static int Within(ulong? part, ulong? whole) =>
        part == 0 ? 2 : part is { } some && whole is { } all ? Of((some & ~all) == 0) : 1;

    /// <summary>How a case ended, as <see cref="RaisedCases.Outcomes"/> has it.</summary>
    public static int Ended(int guard, int condition) => guard == 0 ? 0 : guard == 1 ? 2 : condition == 0 ? 1 : condition + 1;
}

/// <summary>The straight-line reference of a book, compiled.</summary>
internal sealed class Reference
{
    public Reference(RuleBook book)
    {
        var writer = new ReferenceWriter(book);
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var assembly = Compiled([CSharpSyntaxTree.ParseText(writer.WriteTwo(), options), CSharpSyntaxTree.ParseText(writer.WriteThree(), options)]);
        Two = assembly.GetType("Two")!.GetMethod("Run")!.CreateDelegate<Action<Collaboration, RaisedCases>>();
        Three = assembly.GetType("Three")!.GetMethod("Run")!.CreateDelegate<Action<Collaboration, RaisedCases>>();
    }

    /// <summary>What is known to be raised.</summary>
    public Action<Collaboration, RaisedCases> Two { get; }

    /// <summary>How everything ended.</summary>
    public Action<Collaboration, RaisedCases> Three { get; }

    private static Assembly Compiled(IEnumerable<SyntaxTree> code)
    {
        var paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "CollabRisk.Speed.Reference", code, paths.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success
            ? Assembly.Load(stream.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Take(10)));
    }
}
