namespace CollabRisk.Facts;

/// <summary>Where a fact is: in the collaboration, or in one of its partners.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Partner">The name of the partner for a partner's fact; otherwise null.</param>
internal readonly record struct FactPlace(Fact Fact, string? Partner)
{
    private const string Prefix = "partners[";

    /// <summary>The path, with the partner's name where it is a partner's fact: <c>partners[Fire Service].role</c>.</summary>
    public string Path => Fact.PathFor(Partner);

    /// <summary>The question to ask for it in the library's words; that about a partner begins with the partner's name.</summary>
    public string Question => Asked(Fact.Question);

    /// <summary>A question about it in some words, with the partner's name before it where it is a partner's fact.</summary>
    public string Asked(string question) => Partner is { } name ? $"{name}: {question}" : question;

    /// <summary>The place that a path names; null where no fact has it.</summary>
    public static FactPlace? Of(string path, FactRegistry facts) =>
        EndOfName(path) is not (>= 0 and var end) ? facts.Find(path) is { IsPerPartner: false } fact ? new FactPlace(fact, null) : null
        : facts.Find(WithoutName(path)) is { } ofPartner && end > Prefix.Length ? new FactPlace(ofPartner, path[Prefix.Length..end])
        : null;

    /// <summary>The path of a fact without the name of a partner: <c>partners[].role</c>.</summary>
    public static string WithoutName(string path) => EndOfName(path) is >= 0 and var end ? $"{Prefix}{path[end..]}" : path;

    /// <summary>The path of a fact with the partner under another name; the same path where it is not a partner's fact.</summary>
    public static string Renamed(string path, Func<string, string> name) =>
        EndOfName(path) is >= 0 and var end ? $"{Prefix}{name(path[Prefix.Length..end])}{path[end..]}" : path;

    /// <summary>The value as it was given, in the type of the model; null where it is not known, and of a partner that is not listed.</summary>
    /// <param name="given">The collaboration.</param>
    public object? ValueIn(Collaboration given)
    {
        var name = Partner;
        return name is null ? Fact.ValueIn(given) : given.Partners?.FirstOrDefault(partner => partner.Name == name) is { } partner ? Fact.ValueIn(partner) : null;
    }

    /// <summary>The collaboration with the fact changed. A partner that is not listed changes nothing.</summary>
    /// <param name="given">The collaboration.</param>
    /// <param name="value">The value in the type of the model, or <see langword="null"/> for unknown.</param>
    public Collaboration With(Collaboration given, object? value)
    {
        if (Partner is not { } name)
        {
            return Fact.With(given, value);
        }

        var fact = Fact;
        return given with { Partners = [.. given.Partners!.Select(partner => partner.Name == name ? fact.With(partner, value) : partner)] };
    }

    /// <summary>Where the name of a partner ends; -1 where there is none.</summary>
    private static int EndOfName(string path) => path.StartsWith(Prefix, StringComparison.Ordinal) ? path.LastIndexOf("].", StringComparison.Ordinal) : -1;
}
