using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Tests.Facts;

/// <summary>Changes of facts: how they are written, what they refuse, and what they make.</summary>
public class FactChangeTests
{
    [Theory]
    [InlineData("vision.exists=yes", "vision.exists=yes")]
    [InlineData(" vision.exists = FALSE ", "vision.exists=no")]
    [InlineData("trust.organisational=high", "trust.organisational=High")]
    [InlineData("partners[A].strategicEngagement=trouble only", "partners[A].strategicEngagement=TroubleOnly")]
    [InlineData("partners[A]=B].role=Lead", "partners[A]=B].role=Lead")]
    [InlineData("partners[A].benefitShare=12.5", "partners[A].benefitShare=12.5")]
    [InlineData("benefitsSought=[resilience, CostReduction]", "benefitsSought=[CostReduction, Resilience]")]
    [InlineData("benefitsSought=Resilience", "benefitsSought=[Resilience]")]
    [InlineData("benefitsSought=[]", "benefitsSought=[]")]
    [InlineData("asOf=2024-02-29", "asOf=2024-02-29")]
    [InlineData("name=a = b", "name=a = b")]
    [InlineData("name=\"unknown\"", "name=\"unknown\"")]
    [InlineData("name=\"\"", "name=\"\"")]
    [InlineData("vision.exists=Unknown", "vision.exists=unknown")]
    public void Parse_WhatAPersonTypes_IsWrittenInOneForm(string text, string written) =>
        FactChange.Parse(text).ToString().Should().Be(written);

    [Theory]
    [InlineData("vison.exists=yes", "vison.exists: there is no such fact. Did you mean 'vision.exists'?")]
    [InlineData("partners[A].rol=Lead", "partners[A].rol: there is no such fact. Did you mean 'partners[A].role'?")]
    [InlineData("partners[].role=Lead", "partners[].role: each partner has this fact. Say whose is meant: partners[name of the partner].role.")]
    [InlineData("vision.exists", "'vision.exists' is not a change of a fact. Write a path, '=' and a value, such as vision.exists=yes.")]
    [InlineData("partners[A]", "'partners[A]' is not a change of a fact. Write a path, '=' and a value, such as vision.exists=yes.")]
    [InlineData("vision.exists=", "vision.exists: there is no value. Give yes or no, 'unknown' or 'does not apply'.")]
    [InlineData("vision.exists=maybe", "vision.exists: 'maybe' is not a valid value for this fact. Give yes or no, 'unknown' or 'does not apply'.")]
    [InlineData("partners[A].role=Leed", "partners[A].role: 'Leed' is not a valid value for this fact. Give Lead, NonLead or Equal, 'unknown' or 'does not apply'. Did you mean 'Lead'?")]
    [InlineData("partners[A].role=1", "partners[A].role: '1' is not a valid value for this fact. Give Lead, NonLead or Equal, 'unknown' or 'does not apply'.")]
    [InlineData("partnerCount=1", "partnerCount: '1' is not a valid value for this fact. Give a whole number of at least 2, or 'unknown'.")]
    [InlineData("partners[A].benefitShare=101", "partners[A].benefitShare: '101' is not a valid value for this fact. Give a number from 0 to 100, 'unknown' or 'does not apply'.")]
    [InlineData("asOf=31/03/2024", "asOf: '31/03/2024' is not a valid value for this fact. Give a day such as 2024-03-31, or 'unknown'.")]
    [InlineData("benefitShareSpread=5", "benefitShareSpread: it follows from partners, partnerCount and partners[].benefitShare and is never given. Change those.")]
    [InlineData("partners[A].name=unknown", "partners[A].name: a partner always has a name. Give one.")]
    [InlineData("partners=A, B", "partners: a list cannot be written as text. Change its entries one by one, or the list in code.")]
    public void TryParse_WhatIsNoChange_SaysWhereWhatAndWhatToDo(string text, string expected)
    {
        FactChange.TryParse(text, out var change, out var problem).Should().BeFalse();
        change.Should().BeNull();
        problem.Should().Be(expected);
        Invoking(() => FactChange.Parse(text)).Should().ThrowExactly<FormatException>().WithMessage(expected);
    }

    [Fact]
    public void TryParse_WrongWordInASet_NamesTheWord()
    {
        FactChange.TryParse("benefitsSought=[Resilience, Cost]", out _, out var problem).Should().BeFalse();
        problem.Should().StartWith("benefitsSought: 'Cost' is not a valid value for this fact. Give any of ");
    }

    [Fact]
    public void Of_Lambda_IsTheSameAsText()
    {
        FactChange.Of(c => c.Vision.Exists, true).Should().Be(FactChange.Parse("vision.exists=yes"));
        FactChange.Of(c => c.Vision.Exists, null).Should().Be(FactChange.Parse("vision.exists=unknown"));
        FactChange.Of(c => c.BenefitsSought, [Benefit.Resilience]).Should().Be(FactChange.Parse("benefitsSought=[Resilience]"));
        FactChange.Of(c => c.Name, "Joint IT").Should().Be(FactChange.Parse("name=Joint IT"));
        FactChange.Of("Fire Service", p => p.Role, PartnerRole.Lead).Should().Be(FactChange.Parse("partners[Fire Service].role=Lead"));
        FactChange.Of(c => c.Partners, [new Partner { Name = "A" }]).ToString().Should().Be("partners=a list of 1");
    }

    [Fact]
    public void Of_WhatCannotBeGiven_Throws()
    {
        Invoking(() => FactChange.Of(c => c.BenefitShareSpread, 5)).Should().ThrowExactly<ArgumentException>();
        Invoking(() => FactChange.Of(c => c.PartnerCount, 1)).Should().ThrowExactly<ArgumentException>();
        Invoking(() => FactChange.Of("A", p => p.Role, (PartnerRole)9)).Should().ThrowExactly<ArgumentException>();
        Invoking(() => FactChange.Of(c => c.Vision.ToString(), "x")).Should().ThrowExactly<ArgumentException>();
        Invoking(() => FactChange.Of(FactRegistry.Default.Find("vision.exists")!, null, 1)).Should().ThrowExactly<ArgumentException>();
        Invoking(() => FactChange.Of(FactRegistry.Default.Find("vision.exists")!, "A", true)).Should().ThrowExactly<ArgumentException>();
        Invoking(() => FactChange.Of(null!, p => p.Role, PartnerRole.Lead)).Should().ThrowExactly<ArgumentNullException>();
    }

    [Fact]
    public void With_ChangesThatCannotBeMade_ReportsThemAll()
    {
        var given = FactText.Read("partners[Police].role=Lead; partners[Fire Service].sector=FireRescue");
        string[] changes =
        [
            "partners[Fire].role=NonLead", "governance.leadOrganisation=no", "partnerCount=unknown", "partners[Police].name=Fire Service",
            "vision.exists=yes", "vision.exists=no",
        ];
        given.TryWith(changes.Select(FactChange.Parse), out var changed, out var problems).Should().BeFalse();
        changed.Should().BeNull();
        problems.Should().Equal(
            "vision.exists: the fact is changed more than once. Keep one change.",
            "partners[Fire].role: no partner is called 'Fire'. The partners are Fire Service and Police.",
            "partners: after the changes, 2 partners would be called 'Fire Service'. Give them different names.",
            "governance.leadOrganisation: it follows from partners, partnerCount and partners[].role, so that the change would have no effect. Change those.",
            "partnerCount: it follows from partners, so that the change would have no effect. Change those.");
        Invoking(() => given.With(changes.Select(FactChange.Parse))).Should().ThrowExactly<ArgumentException>();
        Invoking(() => new Collaboration().With(FactChange.Parse("partners[A].role=Lead"))).Should().ThrowExactly<ArgumentException>()
            .WithMessage("partners[A].role: no partners are listed, so none is called 'A'. List the partners first. (Parameter 'changes')");
    }

    [Fact]
    public void With_PartnersOfOneName_AsksForDifferentNames()
    {
        var given = new Collaboration { Partners = [new() { Name = "A" }, new() { Name = "A" }] };
        given.TryWith([FactChange.Parse("partners[A].role=Lead")], out _, out var problems).Should().BeFalse();
        problems.Should().Equal("partners[A].role: 2 partners are called 'A'. Give them different names.");
    }

    [Fact]
    public void With_NamesExchanged_AreLookedUpAsTheyWere()
    {
        var given = FactText.Read("partners[A].role=Lead; partners[B].role=NonLead");
        var changed = given.With(FactChange.Parse("partners[A].name=B"), FactChange.Parse("partners[B].name=A"), FactChange.Parse("partners[B].role=Equal"));
        changed.Should().Be(FactText.Read("partners[B].role=Lead; partners[A].role=Equal"));
    }

    [Theory]
    [InlineData("Fire [north]", "partners[Fire [north]].role=Lead")]
    [InlineData("A].role=Lead", "partners[\"A].role=Lead\"].role=Lead")]
    [InlineData("\"The\" force", "partners[\"\\\"The\\\" force\"].role=Lead")]
    [InlineData("C:\\x].y", "partners[\"C:\\\\x].y\"].role=Lead")]
    public void ToString_NameThatWouldNotEndWhereItEnds_IsInQuotes(string partner, string written) =>
        FactChange.Of(partner, p => p.Role, PartnerRole.Lead).ToString().Should().Be(written);

    [Theory]
    [InlineData("partners[\"Fire Service\"].role=Lead", "Fire Service")]
    [InlineData("partners[\"The\" force].role=Lead", "\"The\" force")]
    [InlineData("partners[\"A].role=Lead", "\"A")]
    public void Parse_NameWithQuotes_TakesThoseAroundItAway(string text, string partner) => FactChange.Parse(text).Partner.Should().Be(partner);

    [Fact]
    public void ToString_PartnersWithAwkwardNames_IsReadAsTheSame()
    {
        string[] parts = ["A", "é", " ", ".", "=", "[", "]", "].", "\"", "\\", "].role=Lead", "].role", "partners[", "\"].role=Lead"];
        var random = new Random(20261130);
        for (var i = 0; i < 5_000; i++)
        {
            var name = Names.Normalized(string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => parts[random.Next(parts.Length)])));
            if (Names.ProblemOf(name) is null)
            {
                var change = FactChange.Of(name, p => p.Role, random.Next(2) == 0 ? PartnerRole.Equal : null);
                Assert.Equal(change, FactChange.Parse(change.ToString()));
            }
        }
    }

    [Fact]
    public void With_RandomChanges_WrittenAndReadAgain_MakeTheSameCollaboration()
    {
        var random = new Random(4);
        for (var i = 0; i < 2_000; i++)
        {
            var given = Some.Collaboration(random, random.NextDouble());
            var changes = FactRegistry.Default.Facts
                .Where(fact => !fact.IsDerived && fact.Type != FactType.List && random.Next(20) == 0)
                .SelectMany(fact => fact.IsPerPartner ? (given.Partners ?? []).Select(partner => (fact, (string?)partner.Name)) : [(fact, null)])
                .Where(each => each.fact != FactRegistry.Default.PartnerName)
                .Select(each => FactChange.Of(each.fact, each.Item2, random.Next(4) == 0 ? null : Some.Value(random, each.fact)))
                .ToArray();
            var read = changes.Select(change => FactChange.Parse(change.ToString())).ToArray();
            read.Should().Equal(changes);
            if (given.TryWith(changes, out var changed, out _))
            {
                random.Shuffle(read);
                given.With(read).Should().Be(changed);
                var complete = DerivedFacts.Complete(changed);
                foreach (var change in changes)
                {
                    object owner = change.Partner is null ? complete : complete.Partners!.Single(partner => partner.Name == change.Partner);
                    change.Fact.ValueIn(owner).Should().Be(change.Value);
                }
            }
        }
    }

    [Fact]
    public void SourcesOf_EveryFact_AreFactsOfTheModel() =>
        FactRegistry.Default.Facts.SelectMany(DerivedFacts.SourcesOf).Should().AllSatisfy(
            path => FactRegistry.Default.Find(path).Should().NotBeNull());

    [Fact]
    public void SourcesOf_DerivedFacts_AreNamed() =>
        FactRegistry.Default.Facts.Where(fact => fact.IsDerived).Should().AllSatisfy(fact => DerivedFacts.SourcesOf(fact).Should().NotBeEmpty());
}
