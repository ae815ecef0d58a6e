using System.Globalization;
using System.Text;

namespace CollabRisk.Speed;

/// <summary>
/// Times of engines side by side: in each round every engine runs once on the same inputs, so that whatever else the machine does falls
/// on all of them, and the ratio to the first engine is taken within the round. CPU time of the process, medians over the rounds.
/// </summary>
internal sealed class Measurement
{
    private readonly List<(string Engine, string Inputs, double Nanoseconds, double Ratio, long Bytes)> rows = [];

    public static Measurement Of(Engines engines, int rounds)
    {
        var measurement = new Measurement();
        foreach (var (name, inputs) in Inputs.All)
        {
            measurement.Add(name, inputs, engines.All, rounds);
        }

        return measurement;
    }

    /// <summary>The table, as Markdown.</summary>
    public string ToText()
    {
        var names = rows.Select(row => row.Inputs).Distinct().ToList();
        var text = new StringBuilder();
        text.Append("| ns |").AppendJoin(' ', names.Select(name => $"{name} | ratio | KB |")).Append('\n');
        text.Append("| --- |").AppendJoin(' ', names.Select(_ => "---: | ---: | ---: |")).Append('\n');
        foreach (var engine in rows.GroupBy(row => row.Engine))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {engine.Key} |").AppendJoin(' ', engine.Select(row =>
                string.Create(CultureInfo.InvariantCulture, $" {row.Nanoseconds:N0} | {(row.Ratio < 10 ? $"{row.Ratio:0.00}" : $"{row.Ratio:N0}")} | {row.Bytes / 1024.0:0.0} |"))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Compares the ratios with those on record, each a line of engine, inputs and ratio.</summary>
    /// <returns>1 where one is worse by more than 30 %, with a line to the error output for each; 0 where none is.</returns>
    public int CompareWithRecord(string path)
    {
        var record = File.ReadLines(path).Select(line => line.Split('\t')).ToDictionary(parts => (parts[0], parts[1]), parts => double.Parse(parts[2], CultureInfo.InvariantCulture));
        var worse = rows.Where(row => record.TryGetValue((row.Engine, row.Inputs), out var was) && row.Ratio > 1.3 * was).ToList();
        worse.ForEach(row => Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{row.Engine}, {row.Inputs}: {row.Ratio:0.00} times the reference, on record {record[(row.Engine, row.Inputs)]:0.00}")));
        return worse.Count == 0 ? 0 : 1;
    }

    private static (double Nanoseconds, long Bytes) Time(Engine engine, Collaboration[] given, int round)
    {
        var inputs = engine.Own ?? given;
        var first = round * engine.Inputs % inputs.Length;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var began = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < engine.Inputs; i++)
        {
            engine.Run(inputs[(first + i) % inputs.Length]);
        }

        return ((Environment.CpuUsage.TotalTime - began).TotalNanoseconds / engine.Inputs, (GC.GetAllocatedBytesForCurrentThread() - bytes) / engine.Inputs);
    }

    private void Add(string name, Collaboration[] inputs, List<Engine> engines, int rounds)
    {
        var times = SideBySide(engines, inputs, rounds);
        for (var i = 0; i < engines.Count; i++)
        {
            rows.Add((engines[i].Name, name, times[i].Nanoseconds, times[i].Over(times[0]), times[i].Bytes));
        }
    }

    /// <summary>The times of engines that run in turn.</summary>
    /// <param name="engines">The engines.</param>
    /// <param name="inputs">What each is given that has no inputs of its own.</param>
    /// <param name="rounds">How often each runs after it is warm.</param>
    public static IReadOnlyList<Times> SideBySide(IReadOnlyList<Engine> engines, Collaboration[] inputs, int rounds)
    {
        // Warm: tiered compilation has done its work when all have run for a while.
        for (var round = 0; round < 4; round++)
        {
            foreach (var engine in engines)
            {
                Time(engine, inputs, round);
            }

            Thread.Sleep(150);
        }

        var times = engines.Select(_ => new List<double>()).ToList();
        var bytes = new long[engines.Count];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < engines.Count; i++)
            {
                (var nanoseconds, bytes[i]) = Time(engines[i], inputs, round);
                times[i].Add(nanoseconds);
            }
        }

        return [.. times.Select((each, i) => new Times(each, bytes[i]))];
    }
}

/// <summary>What an engine took in each round, in nanoseconds of CPU for one input, and the bytes that it asked for.</summary>
internal sealed record Times(IReadOnlyList<double> Rounds, long Bytes)
{
    /// <summary>The median over the rounds.</summary>
    public double Nanoseconds => Median(Rounds);

    /// <summary>The median of the ratios to another engine, each taken within its round.</summary>
    public double Over(Times other) => Median(Rounds.Zip(other.Rounds, (own, others) => own / others));

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
