using System.Reflection;
using System.Runtime.CompilerServices;
using CollabRisk.Facts;
using CollabRisk.Tests.Rules;
using CollabRisk.Text;

namespace CollabRisk.Tests.Facts;

/// <summary>What is generated from the model against the model itself, as reflection sees it: everything is there, and no more.</summary>
public class GeneratedRegistryTests
{
    [Theory]
    [InlineData(typeof(Collaboration), "", false)]
    [InlineData(typeof(Partner), "partners[].", true)]
    [InlineData(typeof(Saving), "outcome.savings[].", false)]
    public void Facts_OfTheModel_AreItsPublicProperties(Type type, string prefix, bool isPerPartner)
    {
        var row = type == typeof(Collaboration) ? FactRegistry.Default.Collaboration : type == typeof(Partner) ? FactRegistry.Default.Partner : FactRegistry.Default.Saving;
        var expected = PropertiesOf(type, prefix).ToList();
        row.Facts.Select(fact => fact.Path).Should().Equal(expected.Select(each => each.Path));
        row.Facts.Select(fact => fact.Index).Should().Equal(Enumerable.Range(0, expected.Count));
        foreach (var ((_, property, subject), fact) in expected.Zip(row.Facts))
        {
            var about = property.GetCustomAttribute<global::CollabRisk.Facts.FactAttribute>()!;
            var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var words = value.IsEnum ? value : fact.Type == FactType.Words ? value.GetGenericArguments()[0] : null;
            fact.Store.ValueType.Should().Be(value);
            fact.Meaning.Should().Be(Filled(about.Meaning, subject));
            fact.Question.Should().Be(Filled(about.Question, subject));
            fact.IsPerPartner.Should().Be(isPerPartner);
            fact.IsChangeable.Should().Be(!about.Fixed);
            fact.IsOutcome.Should().Be(about.Outcome);
            fact.DerivedFrom.Should().Be(about.DerivedFrom);
            fact.DescriptiveBecause.Should().Be(about.Descriptive);
            fact.Direction.Should().Be(about.Better);
            fact.NeutralBecause.Should().Be(about.Neutral);
            fact.MoreWordsBecause.Should().Be(about.MoreWords);
            fact.Minimum.Should().Be(Limit(about.Min));
            fact.Maximum.Should().Be(Limit(about.Max));
            fact.AllowedWords.Should().Equal(words is null ? [] : Enum.GetNames(words));
            fact.IsOrdered.Should().Be(words?.IsDefined(typeof(OrderedAttribute)) ?? false);
            fact.IsRequired.Should().Be(property.IsDefined(typeof(RequiredMemberAttribute)));
        }
    }

    /// <summary>A table is read in straight lines, and each fact alone through what the registry knows of it.</summary>
    [Fact]
    public void Table_RandomCollaborations_HasTheCodeOfEachFactReadAlone()
    {
        var different = new List<string>();
        for (var seed = 0; seed < 300; seed++)
        {
            var table = FactTable.Of(Some.Collaboration(new Random(seed), knownShare: seed % 11 / 10.0), RotaPack.Book.Facts);
            foreach (var fact in RotaPack.Book.Facts.Facts)
            {
                for (var row = fact.IsPerPartner ? 0 : -1; row < (fact.IsPerPartner ? table.Listed.Count : 0); row++)
                {
                    object root = row < 0 ? table.Collaboration : table.Listed[row];
                    var owner = fact.Owner.In(root);
                    var alone = fact.ValueIn(root) is DoesNotApply ? Fact.NotApplicable : owner is null ? Fact.Unknown : fact.Read(owner);
                    var isVoid = fact.IsDerived && alone == Fact.Unknown && table[fact, row] == Fact.NotApplicable;
                    if (table[fact, row] != alone && !isVoid)
                    {
                        different.Add($"{seed}: {table.PathOf(fact, row)}");
                    }
                }
            }

            if (table.Missing > 0 && RotaPack.Book.Facts.Partner.Facts.Any(fact => table[fact, table.Listed.Count] != Fact.Unknown))
            {
                different.Add($"{seed}: something is known of partners that are not listed");
            }
        }

        different.Should().BeEmpty();
    }

    [Fact]
    public void Table_GroupsThatAreNull_HasNothingKnownOfThem()
    {
        var table = FactTable.Of(new Collaboration { Vision = null!, Culture = null! }, FactRegistry.Default);
        FactRegistry.Default.Facts.Where(fact => !fact.IsPerPartner && table[fact, -1] != Fact.Unknown).Should().BeEmpty();
    }

    [Fact]
    public void WithAndValueIn_EveryFact_KeepTheValueAndNothingElse()
    {
        var random = new Random(1);
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => !fact.IsDerived))
        {
            object owner = fact.IsPerPartner ? new Partner { Name = "A" } : new Collaboration();
            var value = Some.Value(random, fact);
            var changed = fact.With(owner, value);
            fact.ValueIn(changed).Should().Be(value);
            if (!fact.IsRequired)
            {
                fact.With(changed, null).Should().Be(owner);
            }
        }
    }

    /// <summary>Depth first, in the order in which the properties are written.</summary>
    private static IEnumerable<(string Path, PropertyInfo Property, string? Subject)> PropertiesOf(Type type, string prefix, string? subject = null)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.PropertyType != typeof(FactRemarks) && property.PropertyType != typeof(FactNameSet) && property.PropertyType != typeof(FactWords)).OrderBy(property => property.MetadataToken))
        {
            var path = prefix + Words.CamelCase(property.Name);
            if (property.PropertyType == typeof(FactExtensions))
            {
                continue;
            }

            var about = property.GetCustomAttribute<global::CollabRisk.Facts.FactAttribute>();
            if (property.PropertyType is { IsClass: true, IsGenericType: false } group && group != typeof(string))
            {
                foreach (var inner in PropertiesOf(group, path + ".", about?.Meaning))
                {
                    yield return inner;
                }
            }
            else
            {
                about.Should().NotBeNull($"{path} has no [Fact].");
                yield return (path, property, subject);
            }
        }
    }

    private static string Filled(string text, string? subject) => subject is null ? text : text.Replace("{subject}", subject, StringComparison.Ordinal);

    private static decimal? Limit(double limit) => double.IsInfinity(limit) ? null : (decimal)limit;
}
