using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Perspectives;

/// <summary>How one holder, a partner or a respondent, sees a collaboration.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Holder">Whose view it is; never blank. Upper and lower case differ.</param>
/// <param name="View">The facts as the holder sees them; what the holder does not know is left out.</param>
/// <param name="On">The day on which the holder said so; where it is left out, the day that the facts describe, if there is one.</param>
/// <exception cref="ArgumentNullException"><paramref name="Holder"/> or <paramref name="View"/> is <see langword="null"/>.</exception>
/// <exception cref="ArgumentException">
/// <paramref name="Holder"/> is blank or has invisible characters, or the view lists a partner with such a name or two of the
/// same name: views are matched by the names of the partners.
/// </exception>
public sealed record Perspective(string Holder, Collaboration View, DateOnly? On = null)
{
    /// <summary>Whose view it is, in one spelling, as the names of partners are kept.</summary>
    public string Holder { get; } = Named(Holder);

    /// <summary>The facts as the holder sees them.</summary>
    public Collaboration View { get; } = WithNamedPartners(View, Holder);

    /// <summary>The day on which the holder said so; <see langword="null"/> where it is not known.</summary>
    public DateOnly? On { get; } = On ?? View.AsOf;

    /// <summary>Holder and day.</summary>
    public override string ToString() => Dated(Holder, On);

    internal static string Dated(string holder, DateOnly? on) =>
        on is { } day ? $"{holder} ({CalendarDay.Write(day)})" : holder;

    private static string Named(string holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var name = Names.Normalized(holder);
        return Names.ProblemOf(name) is { } problem ? throw new ArgumentException($"A view needs a holder: {problem}", nameof(holder)) : name;
    }

    private static Collaboration WithNamedPartners(Collaboration view, string holder)
    {
        ArgumentNullException.ThrowIfNull(view);
        return PartnerNames.Problems(view.Partners ?? []).ToList() is { Count: > 0 } problems
            ? throw new ArgumentException($"Views are matched by the names of partners, and in the view of {holder} they cannot be. {string.Join(' ', problems)}", nameof(view))
            : view;
    }
}
