using System.Text;
using static CollabRisk.Generators.RegistryWriter;

namespace CollabRisk.Generators;

/// <summary>
/// Writes how the codes of an owner's facts are read: property by property in straight lines, a method a group, so that an
/// evaluation asks no delegate for each fact. Places are counted as <c>FactRegistry.FactRow</c> counts them.
/// </summary>
internal static class ReaderWriter
{
    public static void Write(StringBuilder text, FactOwnerModel owner)
    {
        var slots = new Dictionary<FactModel, int>();
        var (bytes, numbers) = (0, 0);
        foreach (var fact in owner.Members.OfType<FactModel>())
        {
            slots.Add(fact, IsByte(fact) ? bytes++ : numbers++);
        }

        text.Append("\n    /// <summary>Reads the codes of one ").Append(owner.Name).Append(".</summary>\n");
        text.Append("    public static void Read").Append(owner.Name).Append("(object owner, Span<byte> bytes, Span<long> numbers, ref bool hasInvalid) =>\n");
        Line(text, $"{Method(owner, owner.Groups[0])}(({owner.Groups[0].Type})owner, bytes, numbers, ref hasInvalid);");
        WritePrefetch(text, owner);
        foreach (var group in owner.Groups.Where(group => !group.IsExtensions))
        {
            WriteGroup(text, owner, group, slots);
        }
    }

    /// <summary>Writes how the memory of an owner's groups is asked for before it is read; each is an object of its own.</summary>
    private static void WritePrefetch(StringBuilder text, FactOwnerModel owner)
    {
        var (root, children) = (owner.Groups[0], owner.Members.OfType<ChildModel>().Where(child => child.Owner == owner.Groups[0] && !child.Group.IsExtensions).ToList());
        if (children.Count == 0)
        {
            return;
        }

        text.Append("\n    /// <summary>Asks for the memory that reading the codes of one ").Append(owner.Name).Append(" takes.</summary>\n");
        text.Append("    public static void Prefetch").Append(owner.Name).Append('(').Append(root.Type).Append(" owner)\n    {\n");
        children.ForEach(child => Line(text, $"Prefetch.Of(owner.{child.Property});"));
        text.Append("    }\n");
    }

    private static void WriteGroup(StringBuilder text, FactOwnerModel owner, GroupModel group, Dictionary<FactModel, int> slots)
    {
        text.Append("\n    private static void ").Append(Method(owner, group)).Append('(').Append(group.Type).Append("? owner, Span<byte> bytes, Span<long> numbers, ref bool hasInvalid)\n    {\n");
        Line(text, "if (owner is null)");
        Line(text, "{");
        Line(text, "    return;");
        Line(text, "}");
        text.Append('\n');
        CheckOnce(text, "bytes", SlotsOf(isByte: true));
        CheckOnce(text, "numbers", SlotsOf(isByte: false));
        foreach (var member in owner.Members.Where(member => member.Owner == group))
        {
            if (member is FactModel fact)
            {
                Line(text, $"{(IsByte(fact) ? "bytes" : "numbers")}[{Number(slots[fact])}] = {Code(fact)};");
            }
            else if (member is ChildModel { Group.IsExtensions: false } child)
            {
                Line(text, $"{Method(owner, child.Group)}(owner.{child.Property}, bytes, numbers, ref hasInvalid);");
            }
        }

        text.Append("    }\n");

        List<int> SlotsOf(bool isByte) =>
            [.. owner.Members.OfType<FactModel>().Where(fact => fact.Owner == group && IsByte(fact) == isByte).Select(fact => slots[fact])];
    }

    /// <summary>Asks for the last of several places first: the compiler then knows that the others are there as well, and checks none of them.</summary>
    private static void CheckOnce(StringBuilder text, string span, List<int> slots)
    {
        if (slots.Count > 1)
        {
            Line(text, $"_ = {span}[{Number(slots.Max())}];");
        }
    }

    private static bool IsByte(FactModel fact) => fact.Kind is "YesNo" or "Word";

    private static string Code(FactModel fact) => fact.Kind switch
    {
        "YesNo" => $"FactCodes.YesNoByte(owner.{fact.Property})",
        "Word" => $"FactCodes.WordByte(owner.{fact.Property}, {Number(fact.Words.Count)}, ref hasInvalid)",
        "Words" or "Date" => $"FactCodes.{fact.Kind}(owner.{fact.Property})",
        "Number" or "WholeNumber" => $"FactCodes.Checked(FactCodes.{fact.Kind}(owner.{fact.Property}, {Limit(fact, "Min")}, {Limit(fact, "Max")}), ref hasInvalid)",
        _ => $"FactCodes.Checked(FactCodes.{fact.Kind}(owner.{fact.Property}), ref hasInvalid)",
    };

    private static string Method(FactOwnerModel owner, GroupModel group) => $"Read{owner.Name}{Number(group.Index)}";
}
