using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Json;

public class AssessmentJsonTests
{
    private static readonly CollaborationEvaluator AllPacks = new(RuleBook.Build(KnowledgePacks.All));

    /// <summary>All packs, with rules switched off, at other levels and with moderators that a host adds.</summary>
    private static readonly CollaborationEvaluator Changed = new(RuleBook.Build(KnowledgePacks.All, AllPacks.RuleBook.Rules.Where(rule => rule.Level is not null).Select((rule, i) => (i % 3) switch
    {
        0 => RuleOverride.SwitchOff(rule.Code, "it is looked at elsewhere"),
        1 => RuleOverride.ChangeLevel(rule.Code, Level.Moderate, "a local \"study\""),
        _ => RuleOverride.AddModerator(rule.Code, Direction.Lowered, c => c.Vision.AtStart == true, "there was a vision once", "a local study"),
    })));

    private static JsonElement EveryKind { get; } = Read(EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration).ToJson());

    /// <summary>How many random collaborations are written, of which more and more is known.</summary>
    private const int Cases = 25;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Cases)];

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Write_RandomCollaboration_KeepsToTheSchema(int seed)
    {
        var collaboration = Some.Collaboration(new Random(seed), knownShare: (double)seed / Cases);
        foreach (var evaluator in (CollaborationEvaluator[])[AllPacks, EveryKindOfFinding.Evaluator])
        {
            var json = evaluator.Evaluate(collaboration).ToJson(indented: false);
            SchemaCheck.Problems(json).Should().BeEmpty();
            AssertInOrder(Read(json), JsonNode.Parse(AnswerJson.Schemas["collabrisk/assessment/2"])!, "");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_SampleCase_KeepsToTheSchema(string file)
    {
        var collaboration = CollaborationJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "cases", file))).Collaboration!;
        SchemaCheck.Problems(AllPacks.Evaluate(collaboration).ToJson()).Should().BeEmpty();
    }

    [Fact]
    public void Write_EveryKindOfFinding_KeepsToTheSchema()
    {
        SchemaCheck.Problems(EveryKind.GetRawText()).Should().BeEmpty();
        AssertInOrder(EveryKind, JsonNode.Parse(AnswerJson.Schemas["collabrisk/assessment/2"])!, "");
        EveryKind.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal).Should().Equal(
            Enum.GetNames<FindingKind>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_FindingsOfTheHost_KeepToTheSchema()
    {
        var json = AllPacks.Evaluate(new Collaboration()).With(
            [new HostFinding("AUDIT-OPEN", FindingKind.Caveat, null, "An audit is open", "The audit is not closed.", "Internal audit", "A"), new HostFinding("A", FindingKind.Risk, Level.Low, "T", "M", "J")]).ToJson();
        SchemaCheck.Problems(json).Should().BeEmpty();
        AssertInOrder(Read(json), JsonNode.Parse(AnswerJson.Schemas["collabrisk/assessment/2"])!, "");
        Read(json).GetProperty("hostFindings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).Should().Equal("A", "AUDIT-OPEN");
    }

    [Fact]
    public void Schema_EveryObject_IsClosedAndRequiresEveryProperty()
    {
        var objects = 0;
        Walk(JsonNode.Parse(AnswerJson.Schemas["collabrisk/assessment/2"])!);
        objects.Should().BeGreaterThan(10);

        void Walk(JsonNode node)
        {
            if (node is JsonObject schema && schema["properties"] is JsonObject properties)
            {
                objects++;
                schema["additionalProperties"]!.GetValue<bool>().Should().BeFalse(schema.GetPath());
                schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).Should().Equal(properties.Select(p => p.Key));
            }

            foreach (var child in node is JsonObject o ? o.Select(p => p.Value) : node is JsonArray a ? a : [])
            {
                if (child is not null)
                {
                    Walk(child);
                }
            }
        }
    }

    [Theory]
    [InlineData("kind", typeof(FindingKind))]
    [InlineData("confidence", typeof(CollabRisk.Evidence.Confidence))]
    [InlineData("outcome", typeof(Outcome))]
    public void Schema_Words_AreThoseOfTheModel(string definition, Type words) =>
        JsonNode.Parse(AnswerJson.Schemas["collabrisk/assessment/2"])!["$defs"]![definition]!["enum"]!.AsArray().Select(w => w!.GetValue<string>())
            .Should().Equal(Enum.GetNames(words));

    [Fact]
    public void Schema_Validate_RefusesWhatTheWriterDoesNotWrite()
    {
        var json = JsonNode.Parse(EveryKind.GetRawText())!;
        json["findings"]![0]!["more"] = 1;
        SchemaCheck.Problems(json.ToJsonString()).Should().NotBeEmpty();
    }

    [Fact]
    public void Write_NothingKnown_WritesNullsAndIsNotAssessable()
    {
        var json = Read(EveryKindOfFinding.Evaluator.Evaluate(new Collaboration()).ToJson());
        json.GetProperty("schema").GetString().Should().Be("collabrisk/assessment/2");
        json.GetProperty("collaboration").ValueKind.Should().Be(JsonValueKind.Null);
        json.GetProperty("asOf").ValueKind.Should().Be(JsonValueKind.Null);
        json.GetProperty("overall").GetProperty("assessable").GetBoolean().Should().BeFalse();
        json.GetProperty("facts").GetProperty("known").GetInt32().Should().Be(0);
    }

    [Theory]
    [InlineData("VISION-MISSING", "vision.exists", "false")]
    [InlineData("WORK-OVERLOAD", "workload.staffAfter", "84")]
    [InlineData("PARTNER-DRAWS-BACK", "partners[Fire and Rescue Service].strategicEngagement", "\"Declining\"")]
    [InlineData("SAVINGS-SOUGHT", "benefitsSought", "[\"CostReduction\",\"Resilience\"]")]
    public void Write_FactOfFinding_HasItsTypedValue(string code, string path, string value)
    {
        var fact = Finding(code).GetProperty("facts").EnumerateArray().Single(f => f.GetProperty("path").GetString() == path);
        JsonSerializer.Serialize(fact.GetProperty("value")).Should().Be(value);
    }

    [Theory]
    [InlineData("asOf", "2026-03-31", "\"2026-03-31\"")]
    [InlineData("name", "given", "\"given\"")]
    [InlineData("partners", "given", "\"given\"")]
    [InlineData("partners[].benefitShare", "12.5", "12.5")]
    [InlineData("benefitsSought", "none", "[]")]
    [InlineData("vision.exists", "not known", "null")]
    public void WriteValue_OtherTypes_AreWrittenAsSuch(string path, string words, string json)
    {
        var fact = FactRegistry.Default.Find(path)!;
        var code = fact.Type switch
        {
            FactType.Date => new DateOnly(2026, 3, 31).DayNumber,
            FactType.Number => Fact.Encode(12.50m),
            FactType.YesNo => Fact.Unknown,
            FactType.Text => 1,
            _ => 0,
        };
        var reading = new FactReading(new(fact, null), code);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            reading.WriteValue(writer);
        }

        Encoding.UTF8.GetString(bytes.ToArray()).Should().Be(json);
        reading.Value.Should().Be(words);
    }

    [Fact]
    public void Write_Finding_SaysHowItsLevelCameAbout()
    {
        var vision = Finding("VISION-MISSING");
        JsonSerializer.Serialize(vision.GetProperty("level")).Should().Be("""{"atLeast":"Moderate","atMost":"High"}""");
        var partner = Finding("PARTNER-DRAWS-BACK");
        partner.GetProperty("subject").GetString().Should().Be("Fire and Rescue Service");
        JsonSerializer.Serialize(partner.GetProperty("moderatedBy")).Should().Be(
            """[{"direction":"Lowered","because":"the partner takes part in decisions","claims":["EX-2"]}]""");
        Finding("MEMBERS-ALIGNED").GetProperty("level").ValueKind.Should().Be(JsonValueKind.Null);
        Finding("MEMBERS-ALIGNED").GetProperty("cappedAt").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public void Write_FailedAndChangedRules_AreListedWithReasons()
    {
        EveryKind.GetProperty("outcomes").GetProperty("RULE-FAILS").GetString().Should().Be("Error");
        JsonSerializer.Serialize(EveryKind.GetProperty("errors")).Should().Be(
            """[{"code":"RULE-FAILS","reason":"The register could not be read."}]""");
        EveryKind.GetProperty("switchedOff")[0].GetProperty("code").GetString().Should().Be("MEETINGS-RARE");
        var overrides = EveryKind.GetProperty("ruleBook").GetProperty("overrides");
        overrides[0].GetProperty("level").ValueKind.Should().Be(JsonValueKind.Null);
        overrides[1].GetProperty("level").GetString().Should().Be("High");
    }

    [Fact]
    public void Write_SourcesThatDisagree_AreNamedAtBothFindingsAndExplainedOnce()
    {
        EveryKind.GetProperty("tensions")[0].GetProperty("id").GetString().Should().Be("T1");
        JsonSerializer.Serialize(Finding("VISION-MISSING").GetProperty("tensions")).Should().Be("""["T1"]""");
        JsonSerializer.Serialize(Finding("MEMBERS-ALIGNED").GetProperty("tensions")).Should().Be("""["T1"]""");
        JsonSerializer.Serialize(Finding("TRUST-LOW").GetProperty("notes")).Should().Be("""["Low trust says little in the first year."]""");
    }

    [Fact]
    public void Write_OtherCultureAndOrder_GivesTheSameBytes()
    {
        var given = EveryKindOfFinding.Collaboration;
        var expected = EveryKindOfFinding.Evaluator.Evaluate(given).ToJson();
        expected.Should().NotContain("\r");
        expected.Should().Contain("the first room’s plan failed, at a cost of £2m.");

        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.DateTimeFormat.DateSeparator = ".";
        CultureInfo.CurrentCulture = other;
        try
        {
            var turned = given with { Partners = FactList.Create<Partner>([.. given.Partners!.Reverse()]) };
            EveryKindOfFinding.Evaluator.Evaluate(turned).ToJson().Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_ToWriter_WritesTheSameValue()
    {
        var assessment = EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartArray();
            assessment.WriteTo(writer);
            writer.WriteEndArray();
        }

        JsonElement.DeepEquals(EveryKind, Read(Encoding.UTF8.GetString(bytes.ToArray()))[0]).Should().BeTrue();
        JsonElement.DeepEquals(EveryKind, Read(assessment.ToJson(indented: false))).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_WhatAllDocumentsRepeat_KeepsToTheLayoutAndTheEscapesOfEachWriter(string file)
    {
        var assessment = AllPacks.Evaluate(CollaborationJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "cases", file))).Collaboration!);
        foreach (var detail in Enum.GetValues<AssessmentDetail>())
        {
            var plain = assessment.ToJson(detail, indented: false);
            assessment.ToJson(detail, indented: false).Should().Be(plain, "what is copied from an earlier document is what was written then");
            plain.Should().NotContain("\n");
            assessment.ToJson(detail, indented: true).Should().Be(Indented(plain));

            using var bytes = new MemoryStream();
            using (var escaping = new Utf8JsonWriter(bytes))
            {
                assessment.WriteTo(escaping, detail);
            }

            bytes.ToArray().Should().NotContain(each => each >= 0x80, "the writer escapes all but ASCII");
            JsonElement.DeepEquals(Read(Encoding.UTF8.GetString(bytes.ToArray())), Read(plain)).Should().BeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Write_RandomCollaboration_CopiesWhatOtherWritersAreToldAnew(int seed)
    {
        var collaboration = Some.Collaboration(new Random(seed), knownShare: (double)seed / Cases);
        foreach (var evaluator in (CollaborationEvaluator[])[AllPacks, EveryKindOfFinding.Evaluator, Changed, new(RotaPack.Book)])
        {
            var assessment = evaluator.Evaluate(collaboration);
            foreach (var detail in Enum.GetValues<AssessmentDetail>())
            {
                assessment.ToJson(detail, indented: true).Should().Be(Indented(assessment.ToJson(detail, indented: false)));
            }
        }
    }

    [Fact]
    public void Write_QuestionsAboutPartners_HaveTheNamesAsTheyAre()
    {
        string[] names = ["A \"B\" \\ C", "[x].role", "{name}", "Zoë's 🚒"];
        var assessment = AllPacks.Evaluate(new() { Partners = [.. names.Select(name => new Partner { Name = name })] });
        var plain = assessment.ToJson(indented: false);
        assessment.ToJson(indented: true).Should().Be(Indented(plain), "what is copied is what is written anew");
        var questions = Read(plain).GetProperty("openQuestions").EnumerateArray().ToList();
        questions.Select(question => (question.GetProperty("path").GetString()!, question.GetProperty("question").GetString()!))
            .Should().Equal(assessment.OpenQuestions.Select(question => (question.Path, question.Question)));
        foreach (var name in names)
        {
            questions.Should().Contain(question => question.GetProperty("path").GetString() == $"partners[{name}].role" && question.GetProperty("question").GetString()!.StartsWith($"{name}: "));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_QuestionWithSignsOfJson_IsWrittenAlikeInBothLayouts(bool isPerPartner)
    {
        var book = RuleBook.Build([new RulePack
        {
            Id = "odd",
            Version = "1.0.0",
            Title = "A pack for tests",
            Prefix = "ODD",
            Claims = TestPack.Claims,
            Facts = [new() { Name = "odd.asked", IsPerPartner = isPerPartner, Type = FactType.YesNo, Meaning = "m", Question = "Does it \"staff\" \\ 🚒?" }],
            Chapters = [new OpenChapter(chapter => _ = isPerPartner
                ? chapter.ARisk("ODD-ASKED").ForEach(c => c.Partners).When((c, p) => p.Extensions.YesNo("odd.asked") == false).Titled("A title").Says("{subject} is odd.").RestsOn("T-1")
                : (object)chapter.ARisk("ODD-ASKED").When(c => c.Extensions.YesNo("odd.asked") == false))],
        }]);
        var assessment = new CollaborationEvaluator(book).Evaluate(new() { Partners = [new() { Name = "A" }, new() { Name = "B" }] });
        var plain = assessment.ToJson(indented: false);
        Read(plain).GetProperty("openQuestions").EnumerateArray().Select(question => question.GetProperty("question").GetString())
            .Should().Contain(isPerPartner ? "A: Does it \"staff\" \\ 🚒?" : "Does it \"staff\" \\ 🚒?");
        JsonElement.DeepEquals(Read(assessment.ToJson(indented: true)), Read(plain)).Should().BeTrue();
    }

    [Theory]
    [InlineData(AssessmentDetail.Full)]
    [InlineData(AssessmentDetail.Compact)]
    public void Write_NothingOpen_HasAnEmptyListOfQuestions(AssessmentDetail detail)
    {
        var book = TestPack.Book(chapter => chapter.ARisk("VISION").When(c => c.Vision.Exists == false));
        var plain = new CollaborationEvaluator(book).Evaluate(new() { Vision = new() { Exists = true } }).ToJson(detail, indented: false);
        plain.Should().Contain("\"openQuestions\":[],");
    }

    [Fact]
    public void Write_FindingsOfPartners_SayEachTheirOwn()
    {
        var collaboration = new Collaboration
        {
            Governance = new() { LeadOrganisation = true },
            Partners =
            [
                new() { Name = "A \"B\"", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining, ActiveInDecisions = true },
                new() { Name = "C", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.TroubleOnly, ActiveInDecisions = false },
            ],
        };
        var findings = Read(EveryKindOfFinding.Evaluator.Evaluate(collaboration).ToJson(indented: false)).GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("code").GetString() == "PARTNER-DRAWS-BACK").ToList();
        findings.Select(finding => finding.GetProperty("fingerprint").GetString()).Should().BeEquivalentTo("PARTNER-DRAWS-BACK/A \"B\"", "PARTNER-DRAWS-BACK/C");
        foreach (var finding in findings)
        {
            var partner = finding.GetProperty("subject").GetString()!;
            finding.GetProperty("subjectInWords").GetString().Should().Be(partner);
            finding.GetProperty("facts").EnumerateArray().Should().Contain(fact => fact.GetProperty("path").GetString() == $"partners[{partner}].strategicEngagement");
            finding.GetProperty("moderatedBy").GetArrayLength().Should().Be(partner == "C" ? 0 : 1);
        }
    }

    [Fact]
    public void Write_DocumentWithinADocument_LeavesBothWhole()
    {
        var inner = "";
        var outer = JsonOutput.Write(indented: false, json =>
        {
            json.WriteStartArray();
            inner = JsonOutput.Write(indented: false, json => json.WriteStringValue("inner"));
            json.WriteStringValue("outer");
            json.WriteEndArray();
        });
        (inner, outer).Should().Be(("\"inner\"", "[\"outer\"]"));

        Invoking(() => JsonOutput.Write(indented: false, json =>
        {
            json.WriteStringValue("half");
            json.Flush();
            throw new InvalidOperationException("on the way");
        })).Should().ThrowExactly<InvalidOperationException>();
        JsonOutput.Write(indented: false, json => json.WriteNumberValue(1)).Should().Be("1");
    }

    [Fact]
    public void Write_Nothing_Throws()
    {
        var assessment = EveryKindOfFinding.Evaluator.Evaluate(new());
        Invoking(() => assessment.WriteTo(null!)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => assessment.ToText(null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    private static JsonElement Finding(string code) =>
        EveryKind.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("code").GetString() == code);

    /// <summary>The text as the library lays it out over many lines, by way of what a reader of it sees.</summary>
    private static string Indented(string json) => JsonOutput.Write(indented: true, Read(json).WriteTo);

    private static JsonElement Read(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>Every object has the properties of its schema, in their order.</summary>
    private static void AssertInOrder(JsonElement value, JsonNode schema, string path)
    {
        var root = schema.Root;
        while (schema["$ref"] is { } reference)
        {
            schema = root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!;
        }

        if (value.ValueKind == JsonValueKind.Object && schema["properties"] is JsonObject properties)
        {
            properties.Select(p => p.Key).SequenceEqual(value.EnumerateObject().Select(p => p.Name)).Should().BeTrue(
                $"{path} has other properties than the schema, or another order.");
            foreach (var property in value.EnumerateObject())
            {
                AssertInOrder(property.Value, properties[property.Name]!, $"{path}.{property.Name}");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                AssertInOrder(item, schema["items"]!, $"{path}[]");
            }
        }
    }
}
