using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CollabRisk.Generators;

/// <summary>Reads the facts of an owner from its type: every public property, in the order in which they are written.</summary>
internal sealed class ModelReader
{
    private const string Facts = "CollabRisk.Facts";
    private const int MostWords = 62;

    /// <summary>What is said about facts is no fact.</summary>
    private const string Remarks = "FactRemarks";
    private const string FactNameSet = "FactNameSet";
    private const string FactWords = "FactWords";

    private static readonly SymbolDisplayFormat Names = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly FactOwnerModel model;

    private ModelReader(FactOwnerModel model) => this.model = model;

    public static FactOwnerModel Read(INamedTypeSymbol type, AttributeData owner)
    {
        var prefix = owner.ConstructorArguments[0].Value as string ?? "";
        var model = new FactOwnerModel(type.Name, prefix, owner.NamedArguments.Any(each => each.Key == "IsPerPartner" && each.Value.Value is true));
        new ModelReader(model).ReadGroup(type, "", prefix, subject: null);
        return model;
    }

    private GroupModel ReadGroup(INamedTypeSymbol type, string jsonName, string path, string? subject)
    {
        var isExtensions = type.Name == "FactExtensions";
        var group = new GroupModel(model.Groups.Count, type.ToDisplayString(Names), jsonName, path, isExtensions);
        model.Groups.Add(group);
        if (isExtensions)
        {
            return group;
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, Type.Name: not (Remarks or FactNameSet or FactWords) }))
        {
            var about = property.GetAttributes().FirstOrDefault(each => each.AttributeClass is { Name: "FactAttribute" } fact && NamespaceOf(fact) == Facts);
            if (ReadFact(group, property, about, subject) is { } member)
            {
                model.Members.Add(member);
            }
            else if (property.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } child && NamespaceOf(child) == Facts)
            {
                ReadChild(group, property, child, about);
            }
            else
            {
                Report(ModelProblem.WrongType, property);
            }
        }

        return group;
    }

    private void ReadChild(GroupModel group, IPropertySymbol property, INamedTypeSymbol child, AttributeData? about)
    {
        var name = CamelCase(property.Name);
        var at = model.Members.Count;
        var read = ReadGroup(child, name, $"{group.Path}{name}.", about?.ConstructorArguments[0].Value as string);
        model.Members.Insert(at, new ChildModel(group, property.Name, read));
    }

    /// <summary>The fact of a property; null where its type is not that of a fact.</summary>
    private FactModel? ReadFact(GroupModel group, IPropertySymbol property, AttributeData? about, string? subject)
    {
        var isNullable = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var type = isNullable ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var element = (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        var kind = (type, isNullable) switch
        {
            ({ SpecialType: SpecialType.System_Boolean }, true) => "YesNo",
            ({ SpecialType: SpecialType.System_Int32 }, true) => "WholeNumber",
            ({ SpecialType: SpecialType.System_Decimal }, true) => "Number",
            ({ TypeKind: TypeKind.Enum }, true) => "Word",
            ({ Name: "DateOnly" }, true) => "Date",
            ({ SpecialType: SpecialType.System_String }, _) => "Text",
            ({ Name: "FactSet" }, _) when NamespaceOf(type) == Facts => "Words",
            ({ Name: "FactList" }, _) when NamespaceOf(type) == Facts => "List",
            _ => null,
        };
        if (kind is null)
        {
            return null;
        }

        var fact = new FactModel(group, property.Name, group.Path + CamelCase(property.Name), kind, type.ToDisplayString(Names))
        {
            IsRequired = property.IsRequired,
            IsComputed = property.SetMethod is null,
        };
        if (property.IsRequired)
        {
            group.Required = property.Name;
        }

        if (about is null)
        {
            Report(ModelProblem.WithoutFact, property);
            return fact;
        }

        ReadWords(fact, kind == "Words" ? element : kind == "Word" ? type : null);
        fact.Element ??= kind == "List" ? element!.ToDisplayString(Names) : null;
        ReadAttribute(fact, property, about, subject);
        return fact;
    }

    private void ReadWords(FactModel fact, ITypeSymbol? words)
    {
        if (words is null)
        {
            return;
        }

        var fields = words.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        fact.Element = words.ToDisplayString(Names);
        fact.Words = [.. fields.Select(field => field.Name)];
        fact.IsOrdered = words.GetAttributes().Any(each => each.AttributeClass?.Name == "OrderedAttribute");
        if (fields.Count > MostWords || fields.Where((field, at) => field.ConstantValue is not int number || number != at).Any())
        {
            Report(ModelProblem.WrongWords, words);
        }
    }

    private void ReadAttribute(FactModel fact, IPropertySymbol property, AttributeData about, string? subject)
    {
        fact.Meaning = Filled(about.ConstructorArguments[0].Value as string ?? "", subject);
        fact.Question = Filled(about.ConstructorArguments[1].Value as string ?? "", subject);
        if (string.IsNullOrWhiteSpace(fact.Meaning) || string.IsNullOrWhiteSpace(fact.Question))
        {
            Report(ModelProblem.Blank, property);
        }

        foreach (var named in about.NamedArguments.Where(each => each.Value.Value is not null))
        {
            fact.Named.Add(named.Key, named.Value.Kind == TypedConstantKind.Enum ? new EnumCode(named.Value.ToCSharpString()) : named.Value.Value!);
        }

        if (fact.Kind is not ("Number" or "WholeNumber") && (fact.Named.ContainsKey("Min") || fact.Named.ContainsKey("Max")))
        {
            Report(ModelProblem.Misplaced, property);
        }
    }

    private void Report(DiagnosticDescriptor kind, ISymbol at) =>
        model.Problems.Add(new(kind, at.Locations.FirstOrDefault(), at is IPropertySymbol ? $"{at.ContainingType.Name}.{at.Name}" : at.Name));

    private static string Filled(string text, string? subject) => subject is null ? text : text.Replace("{subject}", subject);

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static string NamespaceOf(ISymbol symbol) => symbol.ContainingNamespace.ToDisplayString();
}

/// <summary>The value of an enum as it is written in code.</summary>
internal sealed class EnumCode(string code)
{
    public string Code { get; } = code;
}
