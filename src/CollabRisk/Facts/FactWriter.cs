using System.Reflection;
using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>Gives facts new values. The model is immutable, so every change makes a new collaboration.</summary>
internal static class FactWriter
{
    /// <summary>The owner with one fact changed: a collaboration, or a partner for a partner's fact.</summary>
    /// <param name="owner">The collaboration or partner.</param>
    /// <param name="fact">The fact, not a derived one.</param>
    /// <param name="value">The value in the type of the model, or <see langword="null"/> for unknown.</param>
    public static T With<T>(T owner, Fact fact, object? value)
        where T : class => (T)With(owner, PathTo(fact.Owner), 0, fact, value);

    /// <summary>The list of a <see cref="FactType.List"/> fact with these entries, each of the list's own type.</summary>
    public static object List(Fact fact, IReadOnlyList<object> entries)
    {
        var typed = Array.CreateInstance(fact.Store.ValueType.GetGenericArguments()[0], entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            typed.SetValue(entries[i], i);
        }

        return Construct(fact.Store.ValueType, typed);
    }

    /// <summary>A copy of a record of the model.</summary>
    public static object Clone(object record) =>
        record.GetType().GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public)!.Invoke(record, null)!;

    /// <summary>A set or list of the model with its content.</summary>
    public static object Construct(Type type, object content) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)[0].Invoke([content]);

    private static object With(object owner, List<FactGroup> path, int depth, Fact fact, object? value)
    {
        if (depth == path.Count)
        {
            return fact.Store.With(owner, value);
        }

        var copy = Clone(owner);
        var group = path[depth];
        var property = owner.GetType().GetProperty(Words.Capitalize(group.Name))!;
        var old = property.GetValue(owner) ?? Activator.CreateInstance(group.Type)!;
        property.SetValue(copy, With(old, path, depth + 1, fact, value));
        return copy;
    }

    private static List<FactGroup> PathTo(FactGroup group)
    {
        var path = new List<FactGroup>();
        for (var at = group; at.Parent is not null; at = at.Parent)
        {
            path.Insert(0, at);
        }

        return path;
    }
}
