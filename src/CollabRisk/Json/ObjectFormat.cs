using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CollabRisk.Json;

/// <summary>Where what was written of an object is kept for others like it, by what all of them come from.</summary>
internal delegate ref object? KeptWith<in T>(T each);

/// <summary>
/// How objects are written of which those of one origin are much alike, as the findings of a rule are: their properties in order, and of each
/// whether all objects of the origin and of one form have the same. Neighbours that are the same are written with the first object and copied for the others.
/// </summary>
/// <typeparam name="T">The objects.</typeparam>
/// <param name="keptWith">The place at the origin of an object for what was written of it in this format.</param>
/// <param name="forms">How many forms there are of objects of the origin.</param>
/// <param name="formOf">The form of an object: a number below that, by what is so of some objects of an origin and not of others.</param>
/// <param name="properties">
/// The properties: whether it is the same for all objects of the origin and form, which is asked of the first and must not depend on which that is, and how it is written.
/// </param>
/// <remarks>Thread-safe: threads that meet here write the same bytes.</remarks>
internal sealed class ObjectFormat<T>(
    KeptWith<T> keptWith, Func<T, int> forms, Func<T, int> formOf, params (Func<T, bool> IsRepeated, Action<Utf8JsonWriter, T> Write)[] properties)
{
    private readonly Action<Utf8JsonWriter, T>[] writers = [.. properties.Select(property => property.Write)];

    /// <summary>The format of objects that have one form.</summary>
    public ObjectFormat(KeptWith<T> keptWith, params (Func<T, bool> IsRepeated, Action<Utf8JsonWriter, T> Write)[] properties)
        : this(keptWith, static _ => 1, static _ => 0, properties)
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

    /// <summary>The same with one writer for each run of properties that are copied.</summary>
    private Action<Utf8JsonWriter, T>[] CopyingFor(T each)
    {
        ref var kept = ref keptWith(each);
        var ofForms = kept as OfForms ?? Make(ref kept, forms(each));
        return ofForms.Writers[formOf(each)] ??= RunsOf(each);
    }

    private static OfForms Make(ref object? kept, int forms)
    {
        var made = new OfForms(new Action<Utf8JsonWriter, T>[forms][]);
        kept = made;
        return made;
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

    /// <summary>What is kept: the writers of each form that was met.</summary>
    private sealed record OfForms(Action<Utf8JsonWriter, T>[]?[] Writers);
}

/// <summary>Of which objects a property is the same.</summary>
internal static class ObjectFormat
{
    /// <summary>Of a property that all objects of an origin and form have the same.</summary>
    public static bool Always<T>(T each) => true;

    /// <summary>Of a property that is written anew for each.</summary>
    public static bool Never<T>(T each) => false;
}

/// <summary>Objects that are the same wherever they are written. Each is written once, and copied.</summary>
/// <param name="writeProperties">Writes the properties of one.</param>
/// <remarks>Thread-safe, as a <see cref="RepeatedValue"/> is.</remarks>
internal sealed class RepeatedObjects<T>(Action<Utf8JsonWriter, T> writeProperties)
    where T : class
{
    private readonly ConditionalWeakTable<T, RepeatedProperties> written = [];

    public void WriteProperties(Utf8JsonWriter json, T each)
    {
        if (RepeatedValue.CanBeCopiedInto(json))
        {
            written.GetValue(each, key => new(anew => writeProperties(anew, key))).WriteTo(json);
        }
        else
        {
            writeProperties(json, each);
        }
    }
}
