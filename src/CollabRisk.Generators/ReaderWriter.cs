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
        WriteChanges(text, owner, slots);
        foreach (var group in owner.Groups.Where(group => !group.IsExtensions))
        {
            WriteGroup(text, owner, group, slots);
        }
    }

    /// <summary>Writes how the memory of an owner's groups is asked for before it is read; each is an object of its own.</summary>
    private static void WritePrefetch(StringBuilder text, FactOwnerModel owner)
    {
        var children = GroupsOf(owner);
        if (children.Count == 0)
        {
            return;
        }

        text.Append("\n    /// <summary>Asks for the memory that reading the codes of one ").Append(owner.Name).Append(" takes.</summary>\n");
        text.Append("    public static void Prefetch").Append(owner.Name).Append('(').Append(owner.Groups[0].Type).Append(" owner)\n    {\n");
        children.ForEach(child => Line(text, $"Prefetch.Of(owner.{child.Property});"));
        text.Append("    }\n");
    }

    /// <summary>Writes how the codes are read of those groups that are other objects than in an owner that was read before; the model is immutable.</summary>
    private static void WriteChanges(StringBuilder text, FactOwnerModel owner, Dictionary<FactModel, int> slots)
    {
        var children = GroupsOf(owner);
        if (children.Count == 0)
        {
            return;
        }

        text.Append("\n    /// <summary>Reads again what may be another in one ").Append(owner.Name).Append(" than in that of which the codes are there.</summary>\n");
        text.Append("    /// <returns>Whether it could: of a group that is not there, itself or in another, the codes are not cleared.</returns>\n");
        text.Append("    public static bool TryReadChangesOf").Append(owner.Name).Append("(object owner, object before, Span<byte> bytes, Span<long> numbers, ref bool hasInvalid)\n    {\n");
        Line(text, $"var (now, was) = (({owner.Groups[0].Type})owner, ({owner.Groups[0].Type})before);");
        WriteFacts(text, owner, owner.Groups[0], slots, "now");
        foreach (var child in children)
        {
            Line(text, $"if (!ReferenceEquals(now.{child.Property}, was.{child.Property}) && !{Method(owner, child.Group)}(now.{child.Property}, bytes, numbers, ref hasInvalid))");
            Line(text, "{");
            Line(text, "    return false;");
            Line(text, "}");
            text.Append('\n');
        }

        Line(text, "return true;");
        text.Append("    }\n");
    }

    private static List<ChildModel> GroupsOf(FactOwnerModel owner) =>
        [.. owner.Members.OfType<ChildModel>().Where(child => child.Owner == owner.Groups[0] && !child.Group.IsExtensions)];

    private static void WriteGroup(StringBuilder text, FactOwnerModel owner, GroupModel group, Dictionary<FactModel, int> slots)
    {
        text.Append("\n    /// <returns>Whether the group is there, and those in it.</returns>\n");
        text.Append("    private static bool ").Append(Method(owner, group)).Append('(').Append(group.Type).Append("? owner, Span<byte> bytes, Span<long> numbers, ref bool hasInvalid)\n    {\n");
        Line(text, "if (owner is null)");
        Line(text, "{");
        Line(text, "    return false;");
        Line(text, "}");
        text.Append('\n');
        WriteFacts(text, owner, group, slots, "owner");
        Line(text, "var isWhole = true;");
        foreach (var child in owner.Members.OfType<ChildModel>().Where(child => child.Owner == group && !child.Group.IsExtensions))
        {
            Line(text, $"isWhole &= {Method(owner, child.Group)}(owner.{child.Property}, bytes, numbers, ref hasInvalid);");
        }

        Line(text, "return isWhole;");
        text.Append("    }\n");
    }

    /// <summary>Writes how the codes of a group's own facts are read.</summary>
    private static void WriteFacts(StringBuilder text, FactOwnerModel owner, GroupModel group, Dictionary<FactModel, int> slots, string name)
    {
        var facts = owner.Members.OfType<FactModel>().Where(fact => fact.Owner == group).ToList();
        CheckOnce(text, "bytes", [.. facts.Where(IsByte).Select(fact => slots[fact])]);
        CheckOnce(text, "numbers", [.. facts.Where(fact => !IsByte(fact)).Select(fact => slots[fact])]);
        foreach (var fact in facts)
        {
            Line(text, $"{(IsByte(fact) ? "bytes" : "numbers")}[{Number(slots[fact])}] = {Code(fact, name)};");
        }
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

    private static string Code(FactModel fact, string owner) => fact.Kind switch
    {
        "YesNo" => $"FactCodes.YesNoByte({owner}.{fact.Property})",
        "Word" => $"FactCodes.WordByte({owner}.{fact.Property}, {Number(fact.Words.Count)}, ref hasInvalid)",
        "Words" or "Date" => $"FactCodes.{fact.Kind}({owner}.{fact.Property})",
        "Number" or "WholeNumber" => $"FactCodes.Checked(FactCodes.{fact.Kind}({owner}.{fact.Property}, {LimitCode(fact, "Min")}, {LimitCode(fact, "Max")}), ref hasInvalid)",
        _ => $"FactCodes.Checked(FactCodes.{fact.Kind}({owner}.{fact.Property}), ref hasInvalid)",
    };

    private static string Method(FactOwnerModel owner, GroupModel group) => $"Read{owner.Name}{Number(group.Index)}";
}
