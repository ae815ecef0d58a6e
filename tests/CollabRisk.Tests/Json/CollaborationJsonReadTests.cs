using System.Text;
using CollabRisk.Facts;
using CollabRisk.Json;

namespace CollabRisk.Tests.Json;

/// <summary>What is read, and what is refused: each kind of problem with its line, column, path and message.</summary>
public class CollaborationJsonReadTests
{
    [Fact]
    public void Read_Sample_GivesEveryTypeOfFact()
    {
        var c = CollaborationJson.Parse(SampleJson.Text);
        c.Name.Should().Be("Joint control room");
        c.AsOf.Should().Be(new DateOnly(2024, 3, 31));
        c.Form.Should().Be(CollaborationForm.IntegratedControlRoom);
        c.PartnerCount.Should().Be(3);
        c.BenefitsSought.Should().Equal(Benefit.CostReduction, Benefit.Resilience);
        c.Partners!.Select(partner => partner.Name).Should().Equal("Police A", "Zoë Fire B 🚒", "Trust C");
        c.Partners![0].BenefitShare.Should().Be(62.5m);
        c.Partners[0].Drivers.Should().BeEmpty();
        c.Partners[1].Drivers.Should().BeNull();
        c.Differences.ProfessionalCulture.Acknowledged.Should().BeTrue();
        c.Vision.Exists.Should().BeFalse();
        c.Vision.AtStart.Should().BeNull();
        c.Workload.StaffAfter.Should().Be(95);
        c.Delivery.StageOwners.Goals.Should().Be("Programme \"board\"");
        c.Delivery.StageOwners.Deployment.Should().BeEmpty();
        c.Outcome.Savings.Should().Equal(new Saving { Amount = 40_000, Period = "2014/15", Source = "Audit" }, new Saving());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF {} \r\n")]
    [InlineData("""{ "vision": null, "partners": null, "benefitsSought": null, "name": null, "network": { "drivers": null } }""")]
    [InlineData("""{ "$schema": "x", "$comment": [[{ "any": 1e999 }]] }""")]
    public void Read_NothingKnown_EqualsNewCollaboration(string json) =>
        CollaborationJson.Parse(json).Should().Be(new Collaboration());

    /// <summary>The headline: one reading of a file shows everything that has to be corrected.</summary>
    [Fact]
    public void Read_EightMistakes_ReportsEightProblemsWithLineAndColumn()
    {
        const string json = """
            {
              "asOf": "31.3.2024",
              "partnerCount": 2.5,
              "benefitsSought": ["Resilience", "Resilence"],
              "partners": [
                { "name": "Police A", "role": "lead" },
                { "role": "NonLead" }
              ],
              "vision": { "exits": false },
              "trust": { "trend": "Eroding", "trend": "Rising" },
              "workload": { "overload": "yes" }
            }
            """;
        Problems(json).Should().Equal(
            "(2,11) asOf: expected a day of the calendar, written as in \"2024-03-31\", or null while it is not known; found the text '31.3.2024'.",
            "(3,19) partnerCount: expected a whole number of at least 2, or null while it is not known; found the number 2.5.",
            "(4,36) benefitsSought[1]: expected one of the words CostReduction, Resilience, Effectiveness, Efficiency, ServiceQuality, InformationIntegration, Interoperability, ResponseTime, ValueForMoney, LessBureaucracy, MaximiseResources or TechnologyInvestment; found the text 'Resilence'. Did you mean 'Resilience'?",
            "(6,35) partners[0].role: expected one of the words Lead, NonLead or Equal, or null while it is not known; found the text 'lead'. Did you mean 'Lead'?",
            "(7,5) partners[1]: 'name' is missing. Give it: What is the organisation called?",
            "(9,15) vision.exits: unknown property 'exits'. Did you mean 'exists'?",
            "(10,34) trust.trend: 'trend' appears twice in this object. Remove one of them.",
            "(11,29) workload.overload: expected true or false, or null while it is not known; found the text 'yes'.");
    }

    [Theory]
    // Properties
    [InlineData("""{ "overload": true }""", "(1,3) overload: unknown property 'overload'. Did you mean 'workload.overload'?")]
    [InlineData("""{ "Vision": {} }""", "(1,3) Vision: unknown property 'Vision'. Did you mean 'vision'?")]
    [InlineData("""{ "outcome": { "x": 1 } }""", "(1,16) outcome.x: unknown property 'x'. Known here: claim, evidence, totalCost, savings.")]
    [InlineData("""{ "x": { "y": [{ "z": 1 }] } }""", "(1,3) x: unknown property 'x'. Known here: name, asOf, form, integrationLevel, partnerCount, crossProfession, sameRegion, phase, startYear, isInformationSystem, technologyOnly, topology and 27 more.")]
    [InlineData("""{ "a\nb": 1 }""", """(1,3) a\u000Ab: unknown property 'a\u000Ab'. Known here: name, asOf, form, integrationLevel, partnerCount, crossProfession, sameRegion, phase, startYear, isInformationSystem, technologyOnly, topology and 27 more.""")]
    [InlineData("""{ "vision": { "$comment": "" } }""", "(1,15) vision.$comment: unknown property '$comment'. It may be at the root of the file only.")]
    [InlineData("""{ "$schema": 1 }""", "(1,14) $schema: expected the address of the JSON Schema as text; found the number 1.")]
    [InlineData("""{ "$comment": 1, "$comment": 2 }""", "(1,18) $comment: '$comment' appears twice in this object. Remove one of them.")]
    [InlineData("""{ "vision": {}, "vision": {} }""", "(1,17) vision: 'vision' appears twice in this object. Remove one of them.")]
    [InlineData("""{ "network": { "topDriver": null } }""", "(1,16) network.topDriver: 'topDriver' follows from the weights of network.drivers and cannot be given. Remove it.")]
    [InlineData("""{ "benefitShareSpread": 3 }""", "(1,3) benefitShareSpread: 'benefitShareSpread' follows from the benefit share of every partner and cannot be given. Remove it.")]
    // Values of the wrong type
    [InlineData("""{ "vision": { "exists": 1 } }""", "(1,25) vision.exists: expected true or false, or null while it is not known; found the number 1.")]
    [InlineData("""{ "vision": [1] }""", "(1,13) vision: expected an object with facts, or null while it is not known; found a list.")]
    [InlineData("""{ "trust": { "trend": true } }""", "(1,23) trust.trend: expected one of the words Eroding, Stable or Rising, or null while it is not known; found true.")]
    [InlineData("""{ "technology": { "scope": "Radio" } }""", "(1,28) technology.scope: expected a list of words (Telephony, Desktop, Email, Infrastructure, Radio, Network and Other), or null while it is not known; found the text 'Radio'.")]
    [InlineData("""{ "technology": { "scope": [null] } }""", "(1,29) technology.scope[0]: expected one of the words Telephony, Desktop, Email, Infrastructure, Radio, Network or Other; found null.")]
    [InlineData("""{ "startYear": "2015" }""", "(1,16) startYear: expected a whole number from 1800 to 2200, or null while it is not known; found the text '2015'.")]
    [InlineData("""{ "asOf": 20240331 }""", "(1,11) asOf: expected a day of the calendar, written as in \"2024-03-31\", or null while it is not known; found the number 20240331.")]
    [InlineData("""{ "name": { "a": [1] } }""", "(1,11) name: expected text, or null while it is not known; found an object.")]
    [InlineData("""{ "partners": { "name": "A" } }""", "(1,15) partners: expected a list of objects, or null while it is not known; found an object.")]
    [InlineData("""{ "partners": ["A"] }""", "(1,16) partners[0]: expected an object with properties such as name, role or sector; found the text 'A'.")]
    [InlineData("""{ "outcome": { "savings": [{ "amount": "4" }] } }""", "(1,40) outcome.savings[0].amount: expected a number, or null while it is not known; found the text '4'.")]
    [InlineData("""{ "outcome": { "savings": [{ "perid": "4" }] } }""", "(1,30) outcome.savings[0].perid: unknown property 'perid'. Did you mean 'period'?")]
    // Words
    [InlineData("""{ "trust": { "trend": "unknown" } }""", "(1,23) trust.trend: expected one of the words Eroding, Stable or Rising, or null while it is not known; found the text 'unknown'.")]
    [InlineData("""{ "technology": { "scope": ["Radio", "Email", "Radio"] } }""", "(1,47) technology.scope[2]: the word 'Radio' is in this list already. Remove it.")]
    // Numbers
    [InlineData("""{ "partnerCount": 1 }""", "(1,19) partnerCount: expected a whole number of at least 2, or null while it is not known; found the number 1.")]
    [InlineData("""{ "partnerCount": 1e999 }""", "(1,19) partnerCount: expected a whole number from 2 to 2147483647; found the number 1e999.")]
    [InlineData("""{ "partnerCount": 2147483648 }""", "(1,19) partnerCount: expected a whole number from 2 to 2147483647; found the number 2147483648.")]
    [InlineData("""{ "network": { "drivers": { "personal": 1.01 } } }""", "(1,41) network.drivers.personal: expected a number from 0 to 1, or null while it is not known; found the number 1.01.")]
    [InlineData("""{ "outcome": { "totalCost": 1e15 } }""", "(1,29) outcome.totalCost: expected a number from 0 to 922337203685477; found the number 1e15.")]
    // Dates and text
    [InlineData("""{ "asOf": "2023-02-29" }""", "(1,11) asOf: expected a day of the calendar, written as in \"2024-03-31\", or null while it is not known; found the text '2023-02-29'.")]
    [InlineData("""{ "name": " \t" }""", """(1,11) name: a name must not be empty or blank; found the text ' \u0009'. Leave it out where there is none.""")]
    [InlineData("""{ "name": "\ud83d" }""", """(1,11) name: the text has half of a surrogate pair, a \uD800 to \uDFFF without its other half. Write the whole character.""")]
    [InlineData("""{ "\udc00": 1 }""", """(1,3) the text has half of a surrogate pair, a \uD800 to \uDFFF without its other half. Write the whole character.""")]
    // Partners
    [InlineData("""{ "partners": [{ "name": null }] }""", "(1,26) partners[0].name: expected text; found null.")]
    [InlineData("""{ "partners": [{ "name": "" }] }""", "(1,26) partners[0].name: a name must not be empty or blank. Give one.")]
    [InlineData("""{ "partners": [{ "name": "A" }, { "role": "Lead", "name": "A" }] }""", "(1,59) partners[1].name: the name 'A' is that of partners[0] as well. Give each partner a name of its own.")]
    public void Read_OneMistake_ReportsIt(string json, string expected) => Problems(json).Should().Equal(expected);

    private const string PoliceAndFire =
        """ "partners": [{ "name": "A", "sector": "Police", "role": "Equal" }, { "name": "B" }, { "name": "C", "sector": "FireRescue", "role": "Lead" }]""";

    private const string TwoOfThePolice =
        """ "partners": [{ "name": "A", "sector": "Police", "role": "Equal" }, { "name": "B", "sector": "Police", "role": "Equal" }]""";

    [Theory]
    [InlineData($$"""{ "partnerCount": 2, {{PoliceAndFire}} }""", "(1,19) partnerCount: it is given as 2, but 3 partners are listed. Correct one of the two, or leave this out.")]
    [InlineData($$"""{ "crossProfession": false, {{PoliceAndFire}} }""", "(1,22) crossProfession: it is given as false, but 'A' has the sector Police and 'C' the sector FireRescue. Correct one of the two, or leave this out.")]
    [InlineData($$"""{ "crossProfession": true, {{TwoOfThePolice}} }""", "(1,22) crossProfession: it is given as true, but every partner has the sector Police. Correct one of the two, or leave this out.")]
    [InlineData($$"""{ "governance": { "leadOrganisation": false }, {{PoliceAndFire}} }""", "(1,39) governance.leadOrganisation: it is given as false, but 'C' has the role Lead. Correct one of the two, or leave this out.")]
    [InlineData($$"""{ "governance": { "leadOrganisation": true }, {{TwoOfThePolice}} }""", "(1,39) governance.leadOrganisation: it is given as true, but every partner has the role Equal. Correct one of the two, or leave this out.")]
    public void Read_FactContradictsPartners_NamesBothSides(string json, string expected) => Problems(json).Should().Equal(expected);

    [Theory]
    [InlineData($$"""{ "partnerCount": 4, "crossProfession": true, "governance": { "leadOrganisation": true }, {{PoliceAndFire}} }""")]
    [InlineData($$"""{ "partnerCount": 3, "crossProfession": true, "governance": { "leadOrganisation": true }, {{TwoOfThePolice}} }""")]
    [InlineData("""{ "partners": [{ "name": "A", "role": "Lead" }, { "name": "a", "role": "Lead" }] }""")]
    [InlineData("""{ "partnerCount": 2, "partners": [] }""")]
    public void Read_PartnersLeaveFactOpen_IsValid(string json) => Problems(json).Should().BeEmpty();

    [Fact]
    public void Read_ContradictionAndOtherMistake_ReportsBothInTheOrderOfTheFile() =>
        Problems("""{ "crossProfession": false, "partners": [{ "sector": "Police" }, { "name": "B", "sector": "Health" }] }""").Should().Equal(
            "(1,22) crossProfession: it is given as false, but partners[0] has the sector Police and 'B' the sector Health. Correct one of the two, or leave this out.",
            "(1,42) partners[0]: 'name' is missing. Give it: What is the organisation called?");

    [Theory]
    [InlineData("25e-1", false)]
    [InlineData("2.50e1", true)]
    [InlineData("25.000", true)]
    [InlineData("2147483647", true)]
    public void Read_WholeNumber_GoesByItsValue(string number, bool isValid) =>
        CollaborationJson.Read($$"""{ "partnerCount": {{number}} }""").IsValid.Should().Be(isValid);

    [Theory]
    [InlineData("922337203685477", "922337203685477")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("1e-4", "0.0001")]
    [InlineData("0.10000000000000000000000000000000000000000", "0.1")]
    [InlineData("-0e-999", "0")]
    [InlineData("0.10000000000000000000000000000000000000001", "0.1")]
    [InlineData("1e-5", "0.00001")]
    [InlineData("33.333333333333336", "33.333333333333336")]
    [InlineData("1e-99999999999999999999", "0")]
    [InlineData("1e99999999999999999999", null)]
    [InlineData("922337203685477.1", null)]
    public void Read_Number_IsTakenToTheDigitsOfADecimalOrRefused(string number, string? expected)
    {
        var reading = CollaborationJson.Read($$"""{ "outcome": { "totalCost": {{number}} } }""");
        (reading.Collaboration?.Outcome.TotalCost).Should().Be(
            expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        (!reading.IsValid).Should().Be(expected is null);
    }

    [Fact]
    public void Read_LongText_CountsCodePoints()
    {
        var longest = string.Concat(Enumerable.Repeat("🚒", 2_000));
        CollaborationJson.Parse($$"""{ "name": "{{longest}}" }""").Name.Should().Be(longest);
        Problems($$"""{ "name": "{{longest}}🚒" }""").Should().Equal(
            $"(1,11) name: the text '{string.Concat(Enumerable.Repeat("🚒", 30))}…' has 2001 characters; at most 2000 are allowed.");
    }

    [Fact]
    public void Read_ThousandPartners_AreTheMost()
    {
        static string With(int count) =>
            $$"""{ "partners": [{{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{ "name": "{{i}}" }"""))}}] }""";
        CollaborationJson.Parse(With(1_000)).Partners!.Should().HaveCount(1_000);
        Problems(With(1_002)).Should().Equal("(1,15) partners: 1002 entries are given; at most 1000 are allowed.");
    }

    [Fact]
    public void Read_ManyProblems_Lists200AndCountsTheRest()
    {
        var problems = Problems($$"""{{{string.Join(",\n", Enumerable.Range(0, 230).Select(i => $"\"{i}\": 0"))}}}""");
        problems.Should().HaveCount(201);
        problems[199].Should().StartWith("(200,1) 199: unknown property '199'.");
        problems[200].Should().Be("(201,1) 30 more problems are not listed. Correct those above, then read again.");
    }

    [Theory]
    [InlineData("{\n\n  \"x\"", 3, 3)]
    [InlineData("{\r\n\r\n  \"x\"", 3, 3)]
    [InlineData("{\r\r  \"x\"", 3, 3)]
    [InlineData("{\t\t\"x\"", 1, 4)]
    [InlineData("\uFEFF{\"x\"", 1, 2)]
    [InlineData("{ \"name\": \"é局🚒\", \"x\"", 1, 19)]
    public void Read_Position_IsThatOfAnEditor(string start, int line, int column)
    {
        var problem = CollaborationJson.Read(start + ": 1}").Problems.Should().ContainSingle().Which;
        problem.Line.Should().Be(line);
        problem.Column.Should().Be(column);
        problem.Path.Should().Be("x");
    }

    [Fact]
    public void Read_Invalid_HasNoCollaboration()
    {
        var reading = CollaborationJson.Read("""{ "name": "A", "x": 1 }""");
        reading.IsValid.Should().BeFalse();
        reading.Collaboration.Should().BeNull();
        var thrown = Invoking(() => reading.GetOrThrow()).Should().ThrowExactly<CollaborationJsonException>().Which;
        thrown.Problems.Should().Equal(reading.Problems);
        thrown.Message.Should().Contain(reading.Problems[0].ToString());
        reading.ToString().Should().Be(reading.Problems[0].ToString());
    }

    [Fact]
    public void Parse_Invalid_Throws()
    {
        Invoking(() => CollaborationJson.Parse("[]")).Should().ThrowExactly<CollaborationJsonException>();
        Invoking(() => CollaborationJson.Parse("[]"u8)).Should().ThrowExactly<CollaborationJsonException>();
        Invoking(() => CollaborationJson.Parse((string)null!)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => CollaborationJson.Read((string)null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    [Fact]
    public async Task ReadAsync_Stream_ReadsAsFromMemory()
    {
        var sample = await CollaborationJson.ReadAsync(new Trickle(Encoding.UTF8.GetBytes(SampleJson.Text)), TestContext.Current.CancellationToken);
        sample.GetOrThrow().Should().Be(CollaborationJson.Parse(SampleJson.Text));

        var padded = Encoding.UTF8.GetBytes(SampleJson.Text.PadRight(300_000));
        (await CollaborationJson.ReadAsync(new MemoryStream(padded), TestContext.Current.CancellationToken)).IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Throws() =>
        await Awaiting(() => CollaborationJson.ReadAsync(new MemoryStream([1]), new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

    [Fact]
    public void Read_AnAnswerOfTheLibrary_IsToldInOneSentence()
    {
        var reading = CollaborationJson.Read(CollaborationEvaluator.Default.Evaluate(new()).ToJson());
        reading.Problems.Should().ContainSingle().Which.Message.Should().Be("this is what the library wrote as 'collabrisk/assessment/2', and not a collaboration. Give the file with the facts.");
    }

    [Fact]
    public async Task ReadAsync_TooLarge_StopsAtTheLimit()
    {
        const string expected = "(1,1) the file is too large: at most 1048576 bytes are read. A collaboration takes a few thousand; is it the right file?";
        using var endless = new Endless();
        var reading = await CollaborationJson.ReadAsync(endless, TestContext.Current.CancellationToken);
        reading.Problems.Should().ContainSingle().Which.ToString().Should().Be(expected);
        endless.Taken.Should().Be(CollaborationJson.MaxBytes + 1);

        var largest = "{}".PadRight(CollaborationJson.MaxBytes);
        Problems(largest).Should().BeEmpty();
        Problems(largest + " ").Should().Equal(expected);
        Problems("é" + largest[1..]).Should().Equal(expected);
    }

    internal static IReadOnlyList<string> Problems(string json) => [.. CollaborationJson.Read(json).Problems.Select(problem => problem.ToString())];

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }

    /// <summary>Never ends, and counts what is taken from it.</summary>
    private sealed class Endless : MemoryStream
    {
        public long Taken { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Taken += buffer.Length;
            return new(buffer.Length);
        }
    }
}
