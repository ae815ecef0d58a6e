namespace CollabRisk.Register.Model;

/// <summary>What someone may do.</summary>
internal enum Role
{
    /// <summary>Makes collaborations, sees all of them, coordinates any.</summary>
    Office,

    /// <summary>Coordinates one collaboration.</summary>
    Coordinator,

    /// <summary>Answers alone.</summary>
    Respondent,

    /// <summary>Sees the results of one collaboration, or where it has none, of all.</summary>
    Reader,
}

/// <summary>A link by which someone gets in. Of its secret only the digest is known.</summary>
internal sealed record Link
{
    public required string Id { get; init; }

    public required string Digest { get; init; }

    public required Role Role { get; init; }

    /// <summary>The collaboration that it is for; null for all.</summary>
    public string? Entry { get; init; }

    /// <summary>The respondent whose it is; null for other roles.</summary>
    public string? Respondent { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it ends; null where it does not.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (EndsAt is null || now < EndsAt);
}
