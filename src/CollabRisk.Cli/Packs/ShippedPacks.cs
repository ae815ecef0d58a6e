namespace CollabRisk.Cli.Packs;

/// <summary>The rule packs in files that come with the tool, in a folder next to the program. They are used where someone names them, and never by themselves.</summary>
internal static class ShippedPacks
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "packs");

    /// <summary>Their names, such as <c>partnership-guidance</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = Directory.Exists(Folder)
        ? [.. Directory.GetDirectories(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Their folders.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Names.Select(PathOf)];

    /// <summary>The folder of the pack with this name; anything else is a path already. A folder of one's own with such a name is given as <c>./name</c>.</summary>
    public static string PathOf(string nameOrPath) => Names.Contains(nameOrPath, StringComparer.Ordinal) ? Path.Combine(Folder, nameOrPath) : nameOrPath;
}
