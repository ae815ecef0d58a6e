using System.Reflection;
using System.Runtime.CompilerServices;
using CollabRisk.Facts;
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
        Assert.Equal(expected.Select(each => each.Path), row.Facts.Select(fact => fact.Path));
        Assert.Equal(Enumerable.Range(0, expected.Count), row.Facts.Select(fact => fact.Index));
        foreach (var ((_, property, subject), fact) in expected.Zip(row.Facts))
        {
            var about = property.GetCustomAttribute<global::CollabRisk.Facts.FactAttribute>()!;
            var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var words = value.IsEnum ? value : fact.Type == FactType.Words ? value.GetGenericArguments()[0] : null;
            Assert.Equal(
                (value, Filled(about.Meaning, subject), Filled(about.Question, subject), isPerPartner),
                (fact.Store.ValueType, fact.Meaning, fact.Question, fact.IsPerPartner));
            Assert.Equal(
                (!about.Fixed, about.Outcome, about.DerivedFrom, about.Descriptive, about.Better, about.Neutral),
                (fact.IsChangeable, fact.IsOutcome, fact.DerivedFrom, fact.DescriptiveBecause, fact.Direction, fact.NeutralBecause));
            Assert.Equal((Limit(about.Min), Limit(about.Max)), (fact.Minimum, fact.Maximum));
            Assert.Equal(words is null ? [] : Enum.GetNames(words), fact.AllowedWords);
            Assert.Equal(words?.IsDefined(typeof(OrderedAttribute)) ?? false, fact.IsOrdered);
            Assert.Equal(property.IsDefined(typeof(RequiredMemberAttribute)), fact.IsRequired);
        }
    }

    [Fact]
    public void WithAndValueIn_EveryFact_KeepTheValueAndNothingElse()
    {
        var random = new Random(1);
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => !fact.IsDerived))
        {
            object owner = fact.IsPerPartner ? new Partner { Name = "A" } : new Collaboration();
            var value = Some.Value(random, fact);
            var changed = FactWriter.With(owner, fact, value);
            Assert.Equal(value, fact.ValueIn(changed));
            if (!fact.IsRequired)
            {
                Assert.Equal(owner, FactWriter.With(changed, fact, null));
            }
        }
    }

    /// <summary>Depth first, in the order in which the properties are written.</summary>
    private static IEnumerable<(string Path, PropertyInfo Property, string? Subject)> PropertiesOf(Type type, string prefix, string? subject = null)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).OrderBy(property => property.MetadataToken))
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
                Assert.True(about is not null, $"{path} has no [Fact].");
                yield return (path, property, subject);
            }
        }
    }

    private static string Filled(string text, string? subject) => subject is null ? text : text.Replace("{subject}", subject, StringComparison.Ordinal);

    private static decimal? Limit(double limit) => double.IsInfinity(limit) ? null : (decimal)limit;
}
