namespace CollabRisk.Facts;

/// <summary>Gives facts new values. The model is immutable, so every change makes a new collaboration.</summary>
internal static class FactWriter
{
    /// <summary>The owner with one fact changed: a collaboration, or a partner for a partner's fact.</summary>
    /// <param name="owner">The collaboration or partner.</param>
    /// <param name="fact">The fact, not a derived one.</param>
    /// <param name="value">The value in the type of the model, or <see langword="null"/> for unknown.</param>
    public static T With<T>(T owner, Fact fact, object? value)
        where T : class => (T)fact.Owner.With(owner, group => fact.Store.With(group, value));

    /// <summary>The list of a <see cref="FactType.List"/> fact with these entries, each of the list's own type.</summary>
    public static object List(Fact fact, IReadOnlyList<object> entries) => fact.Store.List(entries);
}
