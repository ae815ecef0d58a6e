using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using CollabRisk.Benchmarks;

if (args is ["held"])
{
    HeldMemory.Print();
    return;
}

// Results go beside the build output, not into the working directory.
var config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
BenchmarkSwitcher.FromAssembly(typeof(Cases).Assembly).Run(args, config);
