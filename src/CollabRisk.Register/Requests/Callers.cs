namespace CollabRisk.Register.Requests;

/// <summary>Who reads an answer.</summary>
internal static class Callers
{
    /// <summary>Whether a program does, which reads problem details and no pages.</summary>
    public static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/collabrisk", StringComparison.Ordinal);
}
