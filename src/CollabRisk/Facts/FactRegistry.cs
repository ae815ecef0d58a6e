using System.Reflection;

namespace CollabRisk.Facts;

/// <summary>All facts of the model, built from the model's own types.</summary>
/// <remarks>
/// JSON reading, its schema, "did you mean", the questions and the fact dictionary all come from here, so a property
/// added to the model is known everywhere. Immutable and thread-safe.
/// </remarks>
public sealed class FactRegistry
{
    private readonly Dictionary<string, Fact> byPath = new(StringComparer.Ordinal);

    private FactRegistry()
    {
        var facts = new List<Fact>();
        Collaboration = new FactRow(this, typeof(Collaboration), prefix: "", isPerPartner: false, facts);
        Partner = new FactRow(this, typeof(Partner), prefix: "partners[].", isPerPartner: true, facts);
        Saving = new FactRow(this, typeof(Saving), prefix: "outcome.savings[].", isPerPartner: false, all: []);
        Facts = facts;
        foreach (var fact in facts)
        {
            byPath.Add(fact.Path, fact);
        }

        PartnerList = byPath["partners"];
        PartnerCount = byPath["partnerCount"];
        PartnerName = byPath["partners[].name"];
    }

    /// <summary>The registry of the library's fact model.</summary>
    public static FactRegistry Default { get; } = new();

    /// <summary>Every fact, the collaboration's before the partners', each in the order of the model.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The facts that a collaboration has once.</summary>
    internal FactRow Collaboration { get; }

    /// <summary>The facts that every partner has.</summary>
    internal FactRow Partner { get; }

    /// <summary>The parts of a recorded saving. No rule reads them, so they are no facts of the registry.</summary>
    internal FactRow Saving { get; }

    /// <summary>The list of partners itself.</summary>
    internal Fact PartnerList { get; }

    /// <summary>The number of partners, listed or not.</summary>
    internal Fact PartnerCount { get; }

    /// <summary>The name of a partner, the only fact that is always known.</summary>
    internal Fact PartnerName { get; }

    /// <summary>Finds a fact by its path.</summary>
    /// <param name="path">The path, such as <c>vision.exists</c> or <c>partners[].role</c>; upper and lower case differ.</param>
    /// <returns>The fact, or <see langword="null"/> where no fact has this path.</returns>
    public Fact? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return byPath.GetValueOrDefault(path);
    }

    /// <summary>What each entry of a <see cref="FactType.List"/> fact is made of.</summary>
    internal FactGroup EntryOf(Fact list) => list == PartnerList ? Partner.Root : Saving.Root;

    /// <summary>The facts of one type of owner, in the order in which their codes are kept.</summary>
    internal sealed class FactRow
    {
        private readonly List<FactGroup> groups = [];

        public FactRow(FactRegistry registry, Type type, string prefix, bool isPerPartner, List<Fact> all)
        {
            Root = new FactGroup("", prefix, type, parent: null, index: 0, read: null);
            Add(Root, subject: null);

            void Add(FactGroup group, FactAttribute? subject)
            {
                groups.Add(group);
                foreach (var property in group.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public).OrderBy(p => p.MetadataToken))
                {
                    var about = property.GetCustomAttribute<FactAttribute>();
                    var (factType, words) = TypeOf(property.PropertyType);
                    if (factType is { } known && about is not null)
                    {
                        var fact = new Fact(
                            group.Path + Words.CamelCase(property.Name), known, about,
                            Fill(about.Meaning, subject), Fill(about.Question, subject),
                            isPerPartner, index: Count++, group, property, words,
                            FactReaders.Fact(property, known, words ?? typeof(object), about));
                        group.Facts.Add(fact);
                        all.Add(fact);
                    }
                    else if (factType is null && property.PropertyType.Namespace == typeof(Fact).Namespace)
                    {
                        var name = Words.CamelCase(property.Name);
                        var child = new FactGroup(
                            name, $"{group.Path}{name}.", property.PropertyType, group, groups.Count, FactReaders.Group(property));
                        group.Groups.Add(child);
                        Add(child, about);
                    }
                }
            }
        }

        public FactGroup Root { get; }

        public IReadOnlyList<FactGroup> Groups => groups;

        public int Count { get; private set; }

        /// <summary>Writes the code of every fact of an owner into a row.</summary>
        public void Read(object owner, long[] row)
        {
            var owners = new object?[groups.Count];
            owners[0] = owner;
            for (var i = 0; i < owners.Length; i++)
            {
                var group = groups[i];
                if (group.Parent is { } parent)
                {
                    owners[i] = owners[parent.Index] is { } above ? group.Read!(above) : null;
                }

                foreach (var fact in group.Facts)
                {
                    row[fact.Index] = owners[i] is { } has ? fact.Read(has) : Fact.Unknown;
                }
            }
        }

        private static string Fill(string text, FactAttribute? subject) =>
            subject is null ? text : text.Replace("{subject}", subject.Meaning, StringComparison.Ordinal);

        private static (FactType? Type, Type? Words) TypeOf(Type type)
        {
            var value = Nullable.GetUnderlyingType(type) ?? type;
            return value switch
            {
                _ when value == typeof(bool) => (FactType.YesNo, null),
                { IsEnum: true } => (FactType.Word, value),
                _ when value == typeof(int) => (FactType.WholeNumber, null),
                _ when value == typeof(decimal) => (FactType.Number, null),
                _ when value == typeof(DateOnly) => (FactType.Date, null),
                _ when value == typeof(string) => (FactType.Text, null),
                { IsGenericType: true } when value.GetGenericTypeDefinition() == typeof(FactSet<>) => (FactType.Words, value.GetGenericArguments()[0]),
                { IsGenericType: true } when value.GetGenericTypeDefinition() == typeof(FactList<>) => (FactType.List, null),
                _ => (null, null),
            };
        }
    }
}
