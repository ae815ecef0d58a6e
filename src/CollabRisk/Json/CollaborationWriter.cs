using System.Text.Json;
using CollabRisk.Facts;

namespace CollabRisk.Json;

/// <summary>Writes what is known of a collaboration, in the order of the model.</summary>
internal static class CollaborationWriter
{
    /// <summary>Writes a collaboration, or an entry of a list.</summary>
    public static void Write(Utf8JsonWriter writer, object root, JsonShape shape)
    {
        writer.WriteStartObject();
        WriteMembers(writer, root, shape);
        writer.WriteEndObject();
    }

    /// <summary>Writes the properties of a collaboration, or an entry of a list, in an object that is open already.</summary>
    /// <exception cref="ArgumentException">A name of no fact, or of one that always applies, is among those that do not apply; one of no fact that takes more words, or of one with another value, is among the added words; or an enum has no word.</exception>
    public static void WriteMembers(Utf8JsonWriter writer, object root, JsonShape shape)
    {
        var notApplicable = DoesNotApply.In(root);
        foreach (var name in notApplicable)
        {
            // There is no place in which it could be written, and nothing may get lost.
            if (FactRegistry.Default.Find(root is Partner ? $"partners[].{name}" : name) is not { MayNotApply: true })
            {
                throw new ArgumentException($"{name}: it is said not to apply, and {(root is Partner ? "a partner" : "a collaboration")} has no such fact that could. Take it out of {nameof(Collaboration.NotApplicable)}.");
            }
        }

        var addedWords = FactWords.In(root);
        foreach (var (name, word) in addedWords.Entries)
        {
            if (FactRegistry.Default.Find(root is Partner ? $"partners[].{name}" : name) is not { TakesMoreWords: true } fact || fact.Store.Get(fact.Owner.In(root)!) is not null || notApplicable.Contains(name))
            {
                throw new ArgumentException($"{name}: the word '{word}' of a pack is given, and {(root is Partner ? "a partner" : "a collaboration")} has no such fact that takes one and has no other value. Take it out of {nameof(Collaboration.AddedWords)}, or the other value away.");
            }
        }

        WriteMembers(writer, root, shape, new(notApplicable, addedWords));
    }

    /// <summary>The values of facts that are next to the facts, by name.</summary>
    private readonly record struct Beside(FactNameSet NotApplicable, FactWords AddedWords)
    {
        public object? Of(Fact fact) =>
            NotApplicable.Count > 0 && NotApplicable.Contains(fact.NameInOwner) ? DoesNotApply.Here
            : AddedWords.IsEmpty ? null
            : AddedWords[fact.NameInOwner];
    }

    private static void WriteMembers(Utf8JsonWriter writer, object owner, JsonShape shape, Beside beside)
    {
        foreach (var member in shape.Members)
        {
            if (member.Fact is { } fact)
            {
                if (ValueOf(fact, owner, beside) is { } value)
                {
                    writer.WritePropertyName(member.Name);
                    FactValue.Write(writer, value, fact.Path, member.Shape);
                }
            }
            else if (member.Shape!.Group.Read!(owner) is { } group && IsAnythingKnown(group, member.Shape, beside))
            {
                writer.WritePropertyName(member.Name);
                if (group is FactExtensions extensions)
                {
                    Write(writer, extensions);
                }
                else
                {
                    writer.WriteStartObject();
                    WriteMembers(writer, group, member.Shape, beside);
                    writer.WriteEndObject();
                }
            }
        }
    }

    private static object? ValueOf(Fact fact, object owner, Beside beside) => fact.Store.Get(owner) ?? beside.Of(fact);

    private static bool IsAnythingKnown(object owner, JsonShape shape, Beside beside) => owner is FactExtensions extensions ? !extensions.IsEmpty : shape.Members.Any(member =>
        member.Fact is { } fact
            ? ValueOf(fact, owner, beside) is not null
            : member.Shape!.Group.Read!(owner) is { } group && IsAnythingKnown(group, member.Shape, beside));

    /// <summary>Writes the facts that packs declare, by prefix, group and name.</summary>
    private static void Write(Utf8JsonWriter writer, FactExtensions extensions)
    {
        writer.WriteStartObject();
        foreach (var samePrefix in extensions.Names.GroupBy(name => name[..name.IndexOf('.', StringComparison.Ordinal)], StringComparer.Ordinal))
        {
            writer.WriteStartObject(samePrefix.Key);
            foreach (var sameGroup in samePrefix.GroupBy(name => ExtensionForm.GroupOf(name) ?? name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(sameGroup.Key[(samePrefix.Key.Length + 1)..]);
                if (sameGroup.First() == sameGroup.Key)
                {
                    FactValue.Write(writer, extensions[sameGroup.Key]!, sameGroup.Key, entry: null);
                    continue;
                }

                writer.WriteStartObject();
                foreach (var name in sameGroup)
                {
                    writer.WritePropertyName(name[(sameGroup.Key.Length + 1)..]);
                    FactValue.Write(writer, extensions[name]!, name, entry: null);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
