using CollabRisk.Facts;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Facts;

public class FactTableTests
{
    [Fact]
    public void Moved_RandomTables_AreTheFactsWithAnotherCode() => AssertMoved(FactRegistry.Default, Some.Collaboration);

    [Fact]
    public void Moved_FactsThatPacksDeclare_AreTheFactsWithAnotherCode() => AssertMoved(RotaPack.Book.Facts, Some.Collaboration);

    [Fact]
    public void Moved_WordsThatPacksAdd_AreTheFactsWithAnotherCode() => AssertMoved(HousingPack.Book.Facts, HousingPack.Collaboration);

    [Fact]
    public void Moved_OneFact_IsThatOne()
    {
        var given = new Collaboration { Vision = new() { Exists = true } };
        FactTable Of(Collaboration collaboration) => FactTable.Of(collaboration, FactRegistry.Default);
        Of(given).Moved(-1, Of(given with { Vision = new() }), -1).Should().Equal(FactRegistry.Default.Find("vision.exists")!);
        Of(given).Moved(-1, Of(given with { NotApplicable = given.NotApplicable.With("startYear", isThere: true) }), -1).Should().Equal(FactRegistry.Default.Find("startYear")!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("partnerCount=3; partners[B].name=B; partners[A].name=A")]
    [InlineData("partnerCount=2; partners[B].name=B; partners[A].name=A")]
    public void CellAt_EveryNumber_HasTheFactsInTheOrderOfTheModel(string facts)
    {
        var table = FactTable.Of(FactText.Read(facts), HousingPack.Book.Facts);
        var cells = Enumerable.Range(0, table.CellCount).Select(table.CellAt).ToList();
        cells.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
        cells.Select(table.NumberOf).Should().Equal(Enumerable.Range(0, table.CellCount));
    }

    [Fact]
    public void ToList_FactsCollectedInAnyOrder_HasEachOnceAndInTheOrderOfTheModel()
    {
        var table = FactTable.Of(FactText.Read("partners[A].name=A; partners[B].name=B"), FactRegistry.Default);
        var collected = new FactCollector(table);
        Fact[] facts = [FactRegistry.Default.Find("partners[].role")!, FactRegistry.Default.Find("startYear")!, FactRegistry.Default.Find("form")!];
        for (var round = 0; round < 3; round++)
        {
            // What is read in between stays in order.
            foreach (var fact in facts)
            {
                collected.Add(fact, 1 - (round % 2));
            }

            collected.ToList().Select(reading => reading.Path).Should().Equal(
                round == 0 ? ["form", "startYear", "partners[B].role"] : ["form", "startYear", "partners[A].role", "partners[B].role"]);
        }

        // A partner that is not listed has no facts of its own: only the list can be asked for.
        collected.Add(facts[0], 2);
        collected.ToList().Select(reading => reading.Path).Should().Equal("form", "startYear", "partners", "partners[A].role", "partners[B].role");
    }

    [Fact]
    public void Of_FactsThatCannotBe_SaysAllOfThemWhateverIsTakenOver()
    {
        var given = FactText.Read("partners[A].role=lead; partners[B].role=equal");
        var before = FactTable.Of(given, FactRegistry.Default);
        var (a, b) = (given.Partners![0], given.Partners[1]);
        foreach (var partners in (FactList<Partner>[])[[a, b with { Name = "A" }], [a, b, new() { Name = "C", BenefitShare = -7 }], [a, b with { NotApplicable = b.NotApplicable.With("role", isThere: true) }]])
        {
            var next = given with { Partners = partners, Workload = given.Workload with { StaffAfter = -1 } };
            var fresh = Invoking(() => FactTable.Of(next, FactRegistry.Default)).Should().ThrowExactly<ArgumentException>().Which;
            fresh.Message.Should().Contain("workload.staffAfter").And.Contain("partner");
            Invoking(() => FactTable.Of(next, FactRegistry.Default, before)).Should().ThrowExactly<ArgumentException>().Which.Message.Should().Be(fresh.Message);
        }
    }

    [Fact]
    public void Of_GroupsTakenOver_HasTheCodesOfAFreshTable() => AssertTakenOver(FactRegistry.Default, Some.Collaboration);

    [Fact]
    public void Of_GroupsTakenOverWithFactsThatPacksDeclare_HasTheCodesOfAFreshTable() => AssertTakenOver(RotaPack.Book.Facts, Some.Collaboration);

    [Fact]
    public void Of_GroupsTakenOverWithWordsThatPacksAdd_HasTheCodesOfAFreshTable() => AssertTakenOver(HousingPack.Book.Facts, HousingPack.Collaboration);

    /// <summary>A host may take a group away, itself or in another, though no one should.</summary>
    [Fact]
    public void Of_GroupTakenAway_LeavesNothingOfIt()
    {
        var registry = FactRegistry.Default;
        var taken = 0;
        foreach (var group in registry.Collaboration.Groups.Where(group => group.Change is not null && !group.IsExtensions))
        {
            var fact = group.Facts.Find(fact => fact.Type is FactType.YesNo && !fact.IsDerived);
            if (fact is null || group.Name is "governance" or "network")
            {
                // From facts of these two others follow, which takes the groups to be there.
                continue;
            }

            var before = FactTable.Of((Collaboration)fact.With(new Collaboration(), true), registry);
            var next = (Collaboration)group.Parent!.With(before.Given, above => group.Change!(above, null!));
            FactTable.Of(next, registry, before).HasSameCodes(-1, FactTable.Of(next, registry), -1).Should().BeTrue("of '{0}' nothing is left", group.Path);
            taken++;
        }

        taken.Should().BeGreaterThan(25);
    }

    /// <summary>Takes some groups from one collaboration and the others from another, as a step of a monitor does, and says that some facts do not apply.</summary>
    private static void AssertTakenOver(FactRegistry registry, Func<Random, double, Collaboration> make)
    {
        var (different, compared) = (new List<int>(), 0);
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var (given, other) = (make(random, seed % 5 / 4.0), make(random, 1 - (seed % 3 / 4.0)));
            var next = registry.Collaboration.Groups.Where(group => group.Parent == registry.Collaboration.Root && random.Next(4) == 0)
                .Aggregate(given, (all, group) => (Collaboration)group.Change!(all, group.Read!(other)!));
            next = next with
            {
                Partners = random.Next(3) == 0 ? other.Partners : given.Partners,
                PartnerCount = random.Next(3) == 0 ? other.PartnerCount : given.PartnerCount,
                NotApplicable = random.Next(8) > 0 || next.StartYear is not null ? next.NotApplicable : next.NotApplicable.With("startYear", isThere: true),
            };
            if (FactTable.ProblemsOf(next, registry).Count > 0)
            {
                // What does not apply in the one, or has a word that a pack adds, may have a value in the other: both are refused.
                continue;
            }

            compared++;
            var (fresh, step) = (FactTable.Of(next, registry), FactTable.Of(next, registry, FactTable.Of(given, registry)));
            if (fresh.HasNotApplicable != step.HasNotApplicable || fresh.PartnerRows != step.PartnerRows
                || Enumerable.Range(-1, fresh.PartnerRows + 1).Any(row => !step.HasSameCodes(row, fresh, row)))
            {
                different.Add(seed);
            }
        }

        different.Should().BeEmpty();
        compared.Should().BeGreaterThan(100);
    }

    private static void AssertMoved(FactRegistry registry, Func<Random, double, Collaboration> make)
    {
        var different = new List<string>();
        for (var seed = 0; seed < 100; seed++)
        {
            var one = FactTable.Of(make(new Random(seed), seed % 5 / 4.0), registry);
            var other = FactTable.Of(make(new Random(seed + 1), 1 - (seed % 3 / 4.0)), registry);
            foreach (var (row, otherRow) in Rows())
            {
                var expected = registry.Facts.Where(fact => fact.IsPerPartner == row >= 0 && one[fact, row] != other[fact, otherRow]).ToList();
                if (!one.Moved(row, other, otherRow).OrderBy(fact => fact.Index).SequenceEqual(expected) || one.HasSameCodes(row, other, otherRow) != (expected.Count == 0)
                    || one.Moved(row, one, row).Count > 0)
                {
                    different.Add($"seed {seed}, row {row} and {otherRow}");
                }
            }

            IEnumerable<(int Row, int OtherRow)> Rows() => Enumerable.Range(0, one.PartnerRows)
                .SelectMany(row => Enumerable.Range(0, other.PartnerRows), (row, otherRow) => (row, otherRow)).Prepend((-1, -1));
        }

        different.Should().BeEmpty();
    }
}
