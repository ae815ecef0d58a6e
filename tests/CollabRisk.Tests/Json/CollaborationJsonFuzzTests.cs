using System.Text;
using CollabRisk.Json;

namespace CollabRisk.Tests.Json;

/// <summary>No input, however broken, makes reading throw, or fail without saying where and why.</summary>
public class CollaborationJsonFuzzTests
{
    private static readonly byte[][] Fragments =
    [
        .. ((string[])["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "1e999", "-0", "0.00001", "//", "/*", "*/", "'", "\"name\"", "\"vision\":{}", "\uFEFF", "\n", "\0", "[[[[[[[["])
            .Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F],
    ];

    [Fact]
    public void Read_Mutations_AreValidOrHaveProblems()
    {
        var random = new Random(2026);
        byte[][] samples =
        [
            Encoding.UTF8.GetBytes(SampleJson.Text),
            .. Enumerable.Range(0, 9).Select(_ => Encoding.UTF8.GetBytes(CollaborationJson.Write(Some.Collaboration(random, 0.2), indented: random.Next(2) == 0))),
        ];
        var valid = 0;
        var wrong = new List<string>();
        for (var i = 0; i < 20_000; i++)
        {
            var json = samples[random.Next(samples.Length)].ToList();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                Change(json, random);
            }

            var reading = CollaborationJson.Read(json.ToArray());
            valid += reading.IsValid ? 1 : 0;
            if (reading.IsValid == reading.Problems.Count > 0 || !reading.Problems.All(SaysWhereAndWhat))
            {
                wrong.Add(Encoding.UTF8.GetString([.. json]));
            }
        }

        wrong.Should().BeEmpty();

        // A mutation that changes a name or a number is still valid: the test sees both sides.
        valid.Should().BeInRange(100, 19_000);
    }

    private static bool SaysWhereAndWhat(JsonProblem problem) =>
        problem is { Line: >= 1, Column: >= 1, Message.Length: > 0 } && !problem.ToString().Contains('\n', StringComparison.Ordinal);

    private static void Change(List<byte> json, Random random)
    {
        var at = random.Next(json.Count);
        var length = Math.Min(random.Next(1, 20), json.Count - at);
        switch (random.Next(6))
        {
            case 0:
                json[at] = (byte)random.Next(256);
                break;
            case 1:
                json.RemoveRange(at, length);
                break;
            case 2:
                json.InsertRange(at, Fragments[random.Next(Fragments.Length)]);
                break;
            case 3:
                json.InsertRange(random.Next(json.Count), json.GetRange(at, length));
                break;
            case 4:
                json[at] = json[random.Next(json.Count)];
                break;
            default:
                json.RemoveRange(at, random.Next(50) == 0 ? json.Count - at : 1);
                break;
        }

        if (json.Count == 0)
        {
            json.Add((byte)'{');
        }
    }
}
