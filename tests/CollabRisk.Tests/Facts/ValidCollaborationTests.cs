using CollabRisk.Facts;
using CollabRisk.Perspectives;
using CollabRisk.Remedies;

namespace CollabRisk.Tests.Facts;

/// <summary>What JSON refuses, the evaluator and everything else that takes a collaboration refuse as well.</summary>
public class ValidCollaborationTests
{
    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    [Fact]
    public void Evaluate_TwoPartnersOfOneName_IsRefused() => IsRefused(
        new() { Partners = [new() { Name = "Fire" }, new() { Name = " Fire " }, new() { Name = "Police" }] },
        "partners: 2 partners are called 'Fire'. Give each partner a name of its own.");

    [Fact]
    public void Evaluate_PartnerWithoutName_IsRefused() => IsRefused(
        new() { Partners = [new() { Name = null! }, new() { Name = "\t" }] },
        "partners[].name: a name must not be empty or blank. Give one.");

    [Fact]
    public void Evaluate_InvisibleCharacter_IsRefused() => IsRefused(
        new() { Partners = [new() { Name = "Fire" }, new() { Name = "Fire\u200B" }] },
        "has an invisible character, U+200B. Remove it: names that look the same are the same.");

    [Fact]
    public void Evaluate_NamesThatDifferInTheShapeOfAnEmojiAlone_AreOneName() => IsRefused(
        new() { Partners = [new() { Name = "\u2764 Care" }, new() { Name = "\u2764\uFE0F Care" }] },
        "Give each partner a name of its own.");

    /// <summary>No file can keep it: whoever read it back would read another text.</summary>
    [Fact]
    public void Evaluate_HalfOfASurrogatePair_IsRefused()
    {
        IsRefused(new() { Name = "Room \uD83D" }, "name: 'Room \uFFFD' has half of a surrogate pair. Write the whole character.");
        IsRefused(new() { Network = new() { TaskType = "\uDE00" } }, "has half of a surrogate pair. Write the whole character.");
        IsRefused(new() { Partners = [new() { Name = "Fire \uD83D" }] }, "has half of a surrogate pair. Write the whole character.");
    }

    [Fact]
    public void Evaluate_MorePartnersThanJsonTakes_IsRefused() => IsRefused(
        new() { Partners = FactList.Create<Partner>([.. Enumerable.Range(0, 1_001).Select(i => new Partner { Name = $"P{i}" })]) },
        "partners: a list of 1001 is not a list of at most 1000 entries.");

    [Fact]
    public void Evaluate_TextLongerThanJsonTakes_IsRefused() => IsRefused(
        new() { Network = new() { TaskType = new string('x', 2_001) } },
        "is not a text of at most 2000 characters.");

    [Fact]
    public void Evaluate_WholeNumberOutOfReach_NamesItsOwnBounds() => IsRefused(
        new() { PartnerCount = 1 },
        "partnerCount: 1 is not a whole number from 2 to 2147483647.");

    [Fact]
    public void Name_WrittenInTwoWays_IsOnePartner()
    {
        Icu.IsNeeded();
        var composed = new Partner { Name = "D\u0175r \u00E9", Role = PartnerRole.Lead };
        var decomposed = new Partner { Name = "Dw\u0302r e\u0301 ", Role = PartnerRole.Lead };
        decomposed.Should().Be(composed);

        var collaboration = new Collaboration { Partners = [composed, new() { Name = "Police" }] };
        var change = FactChange.Parse("partners[Dw\u0302r e\u0301].role=Equal");
        collaboration.With(change).Partners![0].Role.Should().Be(PartnerRole.Equal);
        FactChange.Of("D\u0175r \u00E9", p => p.Role, PartnerRole.Equal).Should().Be(change);
        CollaborationJson.Parse("""{"partners":[{"name":" Dw\u0302r e\u0301"}]}""").Partners!.Select(partner => partner.Name).Should().Equal("D\u0175r \u00E9");
        RemedyTarget.Clear("X", "Dw\u0302r e\u0301").Subject.Should().Be("D\u0175r \u00E9");
        new Perspective(" Dw\u0302r e\u0301", collaboration).Holder.Should().Be("D\u0175r \u00E9");
        var merged = PerspectiveSet.Of(new Perspective("A", new() { Partners = [composed] }), new Perspective("B", new() { Partners = [decomposed] })).Merged;
        merged.Partners!.Should().ContainSingle();
    }

    [Fact]
    public void NamesFromOutside_WithInvisibleCharacters_AreRefusedEverywhere()
    {
        var json = CollaborationJson.Read("""{"partners":[{"name":"Fire\u200B"}]}""");
        json.Problems.Should().ContainSingle().Which.Message.Should().Contain("U+200B");
        FactChange.TryParse("partners[Fire\u200B].role=Lead", out _, out var problem).Should().BeFalse();
        problem.Should().Contain("U+200B");
        FactChange.TryParse("partners[Fire].name=Fi\u200Bre", out _, out problem).Should().BeFalse();
        problem.Should().Contain("U+200B");
        Invoking(() => FactChange.Of("Fire\u200B", p => p.Role, PartnerRole.Lead)).Should().ThrowExactly<ArgumentException>().WithMessage("*U+200B*");
        Invoking(() => new Perspective("A", new() { Partners = [new() { Name = "Fire\u200B" }] })).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*U+200B*");
        Invoking(() => new Perspective("A\u200B", new())).Should().ThrowExactly<ArgumentException>().WithMessage("*U+200B*");
    }

    [Fact]
    public void FactNotes_SharesBeyondTheWhole_AreNoted()
    {
        var assessment = Evaluator.Evaluate(new() { Partners = [new() { Name = "A", BenefitShare = 80 }, new() { Name = "B", BenefitShare = 80.5m }] });
        assessment.FactNotes.Should().Equal("partners: their shares of the benefit add up to 160.5 %, more than the whole. Check them.");
        Evaluator.Evaluate(new() { Partners = [new() { Name = "A", BenefitShare = 33.4m }, new() { Name = "B", BenefitShare = 33.4m }, new() { Name = "C", BenefitShare = 33.4m }] }).FactNotes
            .Should().BeEmpty();
    }

    [Fact]
    public void FactNotes_NumberThatTheListContradicts_IsNoted()
    {
        var assessment = Evaluator.Evaluate(new() { PartnerCount = 2, Partners = [new() { Name = "A" }, new() { Name = "B" }, new() { Name = "C" }] });
        assessment.FactNotes.Should().Equal("partnerCount: it is given as 2, but 3 partners are listed. Correct one of the two, or leave this out.");
    }

    [Fact]
    public void Share_WrittenByASpreadsheet_IsTaken()
    {
        var shares = CollaborationJson.Parse("""{"partners":[{"name":"A","benefitShare":33.33333},{"name":"B","benefitShare":33.333333333333336}]}""");
        shares.Partners!.Select(partner => partner.BenefitShare).Should().Equal(33.33333m, 33.333333333333336m);
        CollaborationJson.Parse(CollaborationJson.Write(shares)).Should().Be(shares);
        FactChange.Parse("partners[A].benefitShare=33.33333").Value.Should().Be(33.33333m);
        CollaborationEvaluator.Default.RuleBook.ProblemsOf(shares).Should().BeEmpty();
    }

    [Fact]
    public void Limits_OfEveryNumber_AreThoseThatTheEvaluatorTakes()
    {
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => fact.Type is FactType.Number or FactType.WholeNumber && !fact.IsDerived && !fact.IsPerPartner))
        {
            var (smallest, largest) = FactValues.Limits(fact);
            foreach (var limit in new[] { smallest, largest })
            {
                object? value = fact.Store.Number(limit);
                FactValues.Accepts(fact, ref value).Should().BeTrue(fact.Path);
                Evaluator.RuleBook.ProblemsOf(fact.With(new Collaboration(), value)).Should().BeEmpty();
            }

            FactValues.Takes(fact, largest + 1).Should().BeFalse(fact.Path);
        }
    }

    private static void IsRefused(Collaboration collaboration, string problem)
    {
        Invoking(() => Evaluator.Evaluate(collaboration)).Should().ThrowExactly<ArgumentException>().WithMessage($"*{problem}*");
        Evaluator.RuleBook.ProblemsOf(collaboration).Should().Contain(each => each.Contains(problem, StringComparison.Ordinal));
    }
}
