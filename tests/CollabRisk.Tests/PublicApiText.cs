using System.Globalization;
using System.Reflection;
using System.Text;

namespace CollabRisk.Tests;

/// <summary>The public API of an assembly as text: every type with its members, sorted.</summary>
internal static class PublicApiText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var space in assembly.GetExportedTypes().GroupBy(type => type.Namespace).OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append('\n');
            foreach (var type in space.OrderBy(Name, StringComparer.Ordinal))
            {
                text.Append("  ").Append(Kind(type)).Append(' ').Append(Name(type)).Append(Bases(type)).Append('\n');
                foreach (var member in Members(type).Order(StringComparer.Ordinal))
                {
                    text.Append("    ").Append(member).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            // The numbers count: words are compared and stored by them.
            return Enum.GetNames(type).Select(name => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture):00} {name}"));
        }

        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var isRecord = type.GetMethod("<Clone>$") is not null;
        return type.GetMembers(Declared).Select(member => member switch
        {
            ConstructorInfo c when IsVisible(c) => $"{Access(c)}new({Parameters(c)})",
            PropertyInfo p when IsVisible(p.GetMethod) && p.Name != "EqualityContract" => $"{Access(p.GetMethod!)}{Static(p.GetMethod!)}{Name(p.PropertyType, Nullability.Create(p))} {p.Name}{Index(p)} {{ get; {Setter(p)}}}",
            FieldInfo f when f.IsPublic || f.IsFamily => $"{(f.IsFamily ? "protected " : "")}{(f.IsStatic ? "static " : "")}{Name(f.FieldType, Nullability.Create(f))} {f.Name}",
            MethodInfo m when IsVisible(m) && !m.IsSpecialName && !IsSynthesised(m, isRecord) => $"{Access(m)}{Static(m)}{(m.IsAbstract && !type.IsInterface ? "abstract " : "")}{Name(m.ReturnType, Nullability.Create(m.ReturnParameter))} {m.Name}{Generics(m)}({Parameters(m)})",
            _ => null,
        }).OfType<string>();
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Index(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } index ? $"[{Parameters(index)}]" : "";

    private static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static bool IsSynthesised(MethodInfo method, bool isRecord) =>
        method.Name is "ToString" or "Equals" or "GetHashCode" or "<Clone>$" or "Deconstruct" || (isRecord && method.Name == "PrintMembers");

    private static string Setter(PropertyInfo property) =>
        !IsVisible(property.SetMethod) ? ""
        : property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) ? "init; " : "set; ";

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => Parameters(method.GetParameters());

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(p =>
        $"{(p.IsOut ? "out " : "")}{Name(p.ParameterType, Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : "")}"));

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class" : "class";

    private static string Bases(Type type)
    {
        var bases = type.GetInterfaces().Where(i => i.IsPublic && !i.Name.StartsWith("IEquatable", StringComparison.Ordinal)).Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
        {
            bases.Insert(0, Name(parent));
        }

        return bases.Count == 0 || type.IsEnum ? "" : " : " + string.Join(", ", bases);
    }

    /// <summary>The name of a type as code writes it, with a question mark where it may be null.</summary>
    private static string Name(Type type, NullabilityInfo nullability)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!, nullability);
        }

        var mark = !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (type.IsArray)
        {
            return Name(type.GetElementType()!, nullability.ElementType!) + "[]" + mark;
        }

        if (Nullable.GetUnderlyingType(type) is not null || !type.IsGenericType || nullability.GenericTypeArguments.Length != type.GetGenericArguments().Length)
        {
            return Name(type) + mark;
        }

        return $"{Name(type).Split('<')[0]}<{string.Join(", ", type.GetGenericArguments().Zip(nullability.GenericTypeArguments, Name))}>{mark}";
    }

    private static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var bare = type.Name.Split('`')[0];
        var name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{bare}" : bare;
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
