using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CollabRisk.Json;

/// <summary>
/// How objects are written of which those of one origin are much alike, as the findings of a case are: their properties in order, and of each
/// whether all objects of the origin and of one form have the same. Neighbours that are the same are written with the first object and copied for the others.
/// </summary>
/// <typeparam name="TOrigin">What objects come from that are alike.</typeparam>
/// <typeparam name="T">The objects.</typeparam>
/// <param name="originOf">The origin of an object.</param>
/// <param name="forms">How many forms there are.</param>
/// <param name="formOf">The form of an object: a number below that, by what is so of some objects of an origin and not of others.</param>
/// <param name="properties">
/// The properties: whether it is the same for all objects of the origin and form, which is asked of the first and must not depend on which that is, and how it is written.
/// </param>
/// <remarks>Thread-safe: threads that meet here write the same bytes.</remarks>
internal sealed class ObjectFormat<TOrigin, T>(
    Func<T, TOrigin> originOf, int forms, Func<T, int> formOf, params (Func<T, bool> IsRepeated, Action<Utf8JsonWriter, T> Write)[] properties)
    where TOrigin : class
{
    private readonly Action<Utf8JsonWriter, T>[] writers = [.. properties.Select(property => property.Write)];

    /// <summary>By origin and form, the same with one writer for each run of properties that are copied.</summary>
    private readonly ConditionalWeakTable<TOrigin, Action<Utf8JsonWriter, T>[]?[]> copying = [];

    /// <summary>A format of objects that have one form.</summary>
    /// <inheritdoc cref="ObjectFormat{TOrigin, T}"/>
    public ObjectFormat(Func<T, TOrigin> originOf, params (Func<T, bool> IsRepeated, Action<Utf8JsonWriter, T> Write)[] properties)
        : this(originOf, forms: 1, static _ => 0, properties)
    {
    }

    /// <summary>Writes the properties of an object.</summary>
    public void WriteProperties(Utf8JsonWriter json, T each)
    {
        foreach (var write in RepeatedValue.CanBeCopiedInto(json) ? CopyingFor(each) : writers)
        {
            write(json, each);
        }
    }

    private Action<Utf8JsonWriter, T>[] CopyingFor(T each)
    {
        var origin = originOf(each);
        var ofOrigin = copying.TryGetValue(origin, out var known) ? known : copying.GetOrAdd(origin, new Action<Utf8JsonWriter, T>[]?[forms]);
        return ofOrigin[formOf(each)] ??= RunsOf(each);
    }

    private Action<Utf8JsonWriter, T>[] RunsOf(T first)
    {
        var runs = new List<Action<Utf8JsonWriter, T>>();
        for (var i = 0; i < properties.Length; i++)
        {
            var from = i;
            while (i < properties.Length && properties[i].IsRepeated(first))
            {
                i++;
            }

            if (i > from)
            {
                runs.Add(Copying(new RepeatedProperties(json => Array.ForEach(writers[from..i], write => write(json, first)))));
            }

            if (i < properties.Length)
            {
                runs.Add(writers[i]);
            }
        }

        return [.. runs];
    }

    /// <summary>Writes a run without what it was made of: the first object, and all that it holds, is not kept.</summary>
    private static Action<Utf8JsonWriter, T> Copying(RepeatedProperties run) => (json, _) => run.WriteTo(json);
}

/// <summary>Makes formats of objects that are the same wherever they are written.</summary>
internal static class ObjectFormat
{
    /// <summary>Of a property that all objects of an origin and form have the same.</summary>
    public static bool Always<T>(T each) => true;

    /// <summary>Of a property that is written anew for each.</summary>
    public static bool Never<T>(T each) => false;

    /// <summary>The format of objects that are their own origin.</summary>
    /// <param name="write">Writes all properties.</param>
    public static ObjectFormat<T, T> OfSame<T>(Action<Utf8JsonWriter, T> write)
        where T : class => new(static each => each, (Always, write));
}
