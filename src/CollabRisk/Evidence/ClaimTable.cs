using System.Globalization;
namespace CollabRisk.Evidence;

/// <summary>Reads the table of claims that is part of the library: a line for each claim, columns separated by tabs.</summary>
internal static class ClaimTable
{
    private const int Columns = 9;

    public static IReadOnlyList<Claim> Read(string resource, IReadOnlyDictionary<string, Source> sourceByPrefix)
    {
        using var stream = typeof(ClaimTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table of claims '{resource}' is not part of the library.");
        using var reader = new StreamReader(stream);
        var claims = new List<Claim>(capacity: 512);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            claims.Add(ClaimOf(line, sourceByPrefix)
                ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{resource}({claims.Count + 2}): expected {Columns} columns, found {line.Split('\t').Length}.")));
        }

        return claims;
    }

    /// <summary>The claim of a line; null where the line does not have as many columns as there are.</summary>
    private static Claim? ClaimOf(ReadOnlySpan<char> line, IReadOnlyDictionary<string, Source> sourceByPrefix)
    {
        Span<Range> cell = stackalloc Range[Columns + 1];
        if (line.Split(cell, '\t') != Columns)
        {
            return null;
        }

        var id = line[cell[0]].ToString();
        var lines = line[cell[2]];
        return new Claim(
            Id: id,
            Source: sourceByPrefix[id[..id.IndexOf('-')]],
            Locator: $"{line[cell[1]]}, {(lines.ContainsAny(",-") ? "lines" : "line")} {lines}",
            Paraphrase: line[cell[8]].ToString(),
            Polarity: Enum.Parse<Polarity>(line[cell[3]]),
            Strength: Enum.Parse<Confidence>(line[cell[4]]),
            Basis: line[cell[5]].ToString())
        {
            Use = Enum.Parse<ClaimUse>(line[cell[6]]),
            Related = line[cell[7]].IsEmpty ? [] : line[cell[7]].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
