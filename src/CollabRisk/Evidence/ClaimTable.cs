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
            var cell = line.Split('\t');
            if (cell.Length != Columns)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{resource}({claims.Count + 2}): expected {Columns} columns, found {cell.Length}."));
            }

            claims.Add(new Claim(
                Id: cell[0],
                Source: sourceByPrefix[cell[0][..cell[0].IndexOf('-')]],
                Locator: $"{cell[1]}, {(cell[2].AsSpan().ContainsAny(",-") ? "lines" : "line")} {cell[2]}",
                Paraphrase: cell[8],
                Polarity: Enum.Parse<Polarity>(cell[3]),
                Strength: Enum.Parse<Confidence>(cell[4]),
                Basis: cell[5])
            {
                Use = Enum.Parse<ClaimUse>(cell[6]),
                Related = cell[7].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            });
        }

        return claims;
    }
}
