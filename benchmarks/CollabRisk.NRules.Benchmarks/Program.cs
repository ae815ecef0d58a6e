using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using CollabRisk.Benchmarks;

if (args is ["held"])
{
    HeldMemory.Print();
    return;
}

if (args is ["adapter"])
{
    AdapterTimes.Print();
    return;
}

// Results go next to the build output, not into the working directory.
var config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
BenchmarkSwitcher.FromAssembly(typeof(Cases).Assembly).Run(args, config);
