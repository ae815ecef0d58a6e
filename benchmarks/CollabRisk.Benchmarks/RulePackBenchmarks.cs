using BenchmarkDotNet.Attributes;
using CollabRisk.Knowledge;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.Testing;
using CollabRisk.Rules;

namespace CollabRisk.Benchmarks;

/// <summary>
/// The general knowledge as a rule pack in YAML: 250 rules and 422 claims. The baseline builds the same rule book from C#; what is
/// loaded once evaluates as fast, since the conditions are the same trees.
/// </summary>
[MemoryDiagnoser]
public class RulePackBenchmarks
{
    private readonly RulePackLoader loader = new(new RulePackOptions { BasePacks = [] });
    private string folder = "";
    private RulePackSet sample = null!;
    private CollaborationEvaluator evaluator = null!;

    [GlobalSetup]
    public void WriteThePack()
    {
        folder = Directory.CreateTempSubdirectory("collabrisk-benchmark-").FullName;
        var general = KnowledgePacks.General;
        var manifest = new RulePackManifest(general.Id, general.Version, general.Title)
        {
            Licence = "MIT",
            Authors = ["CollabRisk contributors"],
            Date = new DateOnly(2026, 11, 22),
            Engine = ">=0.1.0 <1.0.0",
        };
        foreach (var (name, text) in RulePackExport.Write(general, RuleBook.Build([general]), manifest))
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        evaluator = new CollaborationEvaluator(loader.Load(folder).RuleBook);
        sample = new RulePackLoader().Load(Path.Combine(AppContext.BaseDirectory, "packs", "regional-control-room"));
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Benchmark(Baseline = true)]
    public RuleBook BuildFromCode() => RuleBook.Build([KnowledgePacks.General.With(prebuilt: null)]);

    [Benchmark]
    public RulePackSet LoadFromYaml() => loader.Load(folder);

    [Benchmark]
    public RulePackTestRun TestsOfTheSample() => RulePackTests.Run(sample);

    [Benchmark]
    public RulePackCheckReport ChecksOfTheSample() => RulePackChecks.Run(sample);

    [Benchmark]
    public Assessment EvaluateTheCaseFile() => evaluator.Evaluate(Cases.JointItDepartment);
}
