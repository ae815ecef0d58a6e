using System.Text.Json.Nodes;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Schema;
using CollabRisk.RulePacks.Tests.Docs;
using CollabRisk.RulePacks.Tests.Testing;
using CollabRisk.Rules;
using NJsonSchema;

namespace CollabRisk.RulePacks.Tests.Schema;

/// <summary>The schema, by a validator that knows nothing of packs, and that it agrees with the reader wherever a schema can see a mistake.</summary>
public class RulePackSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> Validator = new(() => JsonSchema.FromJsonAsync(RulePackSchema.Text));

    private static readonly JsonNode Root = JsonNode.Parse(RulePackSchema.Text)!;

    /// <summary>Clauses of a risk, and what the validator says about them: the kind of mistake and where.</summary>
    public static TheoryData<string, string> BadClauses => new()
    {
        { "clams: [TST-C1]", "clams" },
        { "kind: risk", "kind" },
        { "code: TST-Risk", "code" },
        { "code:", "code" },
        { "level: {is: None, because: nothing}", "level.is" },
        { "level: {is: Low}", "level" },
        { "level: High", "level" },
        { "status: Old", "status" },
        { "claims: {a: b}", "claims" },
        { "cases: nights", "cases" },
        { "lowered when: [{when: {vision.exists: yes}}]", "lowered when" },
        { "for each: partners", "for each" },
        { "for each: {flags of: culture}", "for each" },
        { "for each: {flags of: cultures, is: yes}", "for each" },
        { "when: no", "when" },
        { "when: {}", "when" },
        { "when: {vison.exists: no}", "vison.exists" },
        { "when: {vision.exists: unknown}", "vision.exists" },
        { "when: {vision.exists: }", "vision.exists" },
        { "when: {vision.exists: {not: yes}}", "vision.exists" },
        { "when: {form: {below: Programme}}", "form" },
        { "when: {form: programme}", "form" },
        { "when: {phase: [GoLive, Ended]}", "phase" },
        { "when: {phase: {}}", "phase" },
        { "when: {benefitsSought: CostReduction}", "benefitsSought" },
        { "when: {benefitsSought: {has: Money}}", "benefitsSought" },
        { "when: {benefitsSought: {within: benefitsSought}}", "benefitsSought" },
        { "when: {partnerCount: two}", "partnerCount" },
        { "when: {partnerCount: {over: 2}}", "partnerCount" },
        { "when: {partnerCount: {above: {fact: vision.exists}}}", "partnerCount" },
        { "when: {asOf: {above: 1.1.2026}}", "asOf" },
        { "when: {name: North}", "name" },
        { "when: {partners: 2}", "partners" },
        { "when: {'partners[].role': Lead}", "partners[].role" },
        { "when: {all: []}", "all" },
        { "when: {all: {vision.exists: no}}", "all" },
        { "when: {any: [vision.exists]}", "any" },
        { "when: {not: vision.exists}", "not" },
        { "when: {raised: [VISION-ABSENT, TRUST-LOW]}", "raised" },
        { "when: {overall is at least: None}", "overall is at least" },
        { "when: {unknown: [vision.exists]}", "unknown" },
        { "when: {unknown: vison.exists}", "unknown" },
        { "when: {some partners: {partner.role: Lead}}", "some partners" },
        { "when: {at least 0 partners: {partner.role: Lead}}", "at least 0 partners" },
        { "when: {at least two partners: {partner.role: Lead}}", "at least two partners" },
        { "when: {at least 3 partners: {partner.rule: Lead}}", "at least 3 partners" },
        { "when: {some partner: {every partner: {partner.role: Lead}}}", "some partner" },
        { "when: {some partner: {any: [{at least 2 partners: {partner.role: Lead}}]}}", "some partner" },
        { "when: {at least 150% of the partners: {partner.role: Lead}}", "at least 150% of the partners" },
        { "when: {most partners: {partner.rule: Lead}}", "most partners" },
        { "when: {some partner: {at least half of the partners: {partner.role: Lead}}}", "some partner" },
        { "when: {at least 2 of: {vision.exists: no}}", "at least 2 of" },
        { "when: {sum over partners: {partner.role: Lead}}", "sum over partners" },
        { "when: {sum over partners: {partner.benefitShare: most}}", "sum over partners" },
        { "when: {asOf: {older than: two years}}", "asOf" },
        { "when: {asOf: {within: 6 months}}", "asOf" },
        { "when: {asOf: {before: {fact: asOf, minus: a year}}}", "asOf" },
        { "when: {partners differ in: vision.exists}", "partners differ in" },
        { "when: {extensions.TST.shared: yes}", "extensions.TST.shared" },
        { "when: {extensions.tst.shared: {under: 3}}", "extensions.tst.shared" },
        { "when: {partner.extensions.shared: yes}", "partner.extensions.shared" },
    };

    /// <summary>Sections, and where the validator finds the mistake.</summary>
    public static TheoryData<string, string> BadSections => new()
    {
        { "rules: []", "rules" },
        { "notes: It is so.", "notes" },
        { "notes: [It is so.]", "notes" },
        { "tensions: [{id: T1}]", "tensions" },
        { "facts: [{name: Shared, type: YesNo, meaning: m, question: q}]", "name" },
        { "facts: [{name: shared, type: Text, meaning: m, question: q}]", "type" },
        { "facts: [{name: shared, type: Number, meaning: m, question: q, minimum: nought}]", "minimum" },
        { "overrides: [{rule: VISION-ABSENT, reason: r, author: a}]", "overrides" },
        { "overrides: [{rule: VISION-ABSENT, reason: r, author: a, switch off: yes, level: Low}]", "overrides" },
        { "overrides: [{rule: VISION-ABSENT, reason: r, author: a, switch off: yes, expires: tomorrow}]", "expires" },
        { "overrides: [{rule: VISION-ABSENT, author: a, switch off: yes}]", "reason" },
        { "tests: [{name: nothing expected}]", "tests" },
        { "tests: [{name: a test, facts: {vison.exists: no}, clear: VISION-ABSENT}]", "vison.exists" },
        { "tests: [{name: a test, facts: {partners: [{role: Lead}]}, clear: VISION-ABSENT}]", "name" },
        { "tests: [{name: a test, facts: {partners: [{name: A, partner.role: Lead}]}, clear: VISION-ABSENT}]", "partner.role" },
        { "tests: [{name: a test, raises: [{rule: VISION-ABSENT, levl: High}]}]", "raises" },
    };

    public static TheoryData<string> Conditions =>
        [.. ConditionForms.Joints.Concat(ConditionForms.Tests.SelectMany(kind => kind.Forms)).Select(form => form.Example)];

    [Fact]
    public void Text_CheckedIn_IsTheOneGenerated() => Approved.Equal("schemas/rule-pack.schema.json", RulePackSchema.Text);

    [Fact]
    public void PolicyText_CheckedIn_IsTheOneGenerated() => Approved.Equal("schemas/rule-pack-policy.schema.json", RulePackSchema.PolicyText);

    [Theory]
    [InlineData("""{"switch off": "no", "lower by": 1, "change rules": ["VISION-*"], "packs": [{"id": "my-force.control-room", "oldest version": "1.2.0"}]}""", true)]
    [InlineData("""{"change rules": []}""", true)]
    [InlineData("""{"switch of": "no"}""", false)]
    [InlineData("""{"switch off": "perhaps"}""", false)]
    [InlineData("""{"packs": [{"oldest version": "1.2.0"}]}""", false)]
    public async Task PolicyText_APolicy_IsSeenAsItsReaderSeesIt(string policy, bool isRight)
    {
        var schema = await JsonSchema.FromJsonAsync(RulePackSchema.PolicyText, TestContext.Current.CancellationToken);
        (schema.Validate(policy).Count == 0).Should().Be(isRight);
        using var folder = new TemporaryFolder();
        RulePackPolicy.TryRead(folder.Write("policy.yaml", policy), out _, out _).Should().Be(isRight);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_TheSamplePacks_AreValid(bool yesIsTrue)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "samples/packs"), "*.yaml", SearchOption.AllDirectories);
        files.Should().NotBeEmpty();
        foreach (var file in files)
        {
            (await Mistakes(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), yesIsTrue)).Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_TheKnowledgeAsAPack_IsValid(bool yesIsTrue)
    {
        var book = RuleBook.Build(KnowledgePacks.All);
        foreach (var pack in KnowledgePacks.All)
        {
            var manifest = new RulePackManifest(pack.Id, pack.Version, pack.Title) { Licence = "MIT", Authors = ["CollabRisk contributors"], Date = new DateOnly(2026, 11, 22), Engine = ">=0.1.0" };
            foreach (var (name, text) in RulePackExport.Write(pack, book, manifest))
            {
                var mistakes = await Mistakes(text, yesIsTrue);
                mistakes.Should().BeEmpty($"{name}: {string.Join('\n', mistakes)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Text_EveryFormOfACondition_IsValid(string condition)
    {
        var text = PackText.WithRisk($"when:\n{PackText.Indented(condition, 2)}");
        (await Mistakes(text, yesIsTrue: false)).Should().BeEmpty();
        (await Mistakes(text, yesIsTrue: true)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(BadClauses))]
    public async Task Text_RuleWithAMistake_SaysWhere(string clause, string where)
    {
        var text = WithClause(clause);
        AssertNames(where, await Mistakes(text, yesIsTrue: false));
        AssertNames(where, await Mistakes(text, yesIsTrue: true));
        new RulePackLoader().TryRead("pack.yaml", text, out _, out _).Should().BeFalse("The reader accepts it.");
    }

    [Theory]
    [MemberData(nameof(BadSections))]
    public async Task Text_SectionWithAMistake_SaysWhere(string section, string where)
    {
        AssertNames(where, await Mistakes(PackText.Head + section, yesIsTrue: false));
        AssertNames(where, await Mistakes(PackText.Head + section, yesIsTrue: true));
    }

    [Fact]
    public async Task Text_WhatTheReaderAccepts_IsValid()
    {
        // A text may look like a number or like yes, and a number may be in quotes.
        (await Mistakes(PackText.WithRisk("""
            when:
              partnerCount: {above: '2', at most: +8.5}
              extensions.tst.count: 3
              extensions.tst.kind: {not: [A, B]}
              at least 12 partners: {partner.extensions.tst.desk: yes}
            status note: 2026
            advises: no
            """), yesIsTrue: true))
            .Should().BeEmpty();
    }

    [Fact]
    public void Text_EveryKey_IsThereWithItsDescription()
    {
        var shapes = new List<Shape> { FileKeys.Shape };
        for (var i = 0; i < shapes.Count; i++)
        {
            var definition = i == 0 ? Root : Root["definitions"]![FormatSchema.NameOf(shapes[i])]!;
            ((string?)definition["description"]).Should().Be(shapes[i].About);
            ((bool)definition["additionalProperties"]!).Should().BeFalse();
            definition["properties"]!.AsObject().Select(property => property.Key).Should().Equal(shapes[i].Keys.Select(key => key.Name));
            (definition["required"]?.AsArray().Select(name => (string)name!) ?? []).Should().Equal(
                shapes[i].Keys.Where(key => key.IsRequired).Select(key => key.Name));
            foreach (var key in shapes[i].Keys)
            {
                ((string?)definition["properties"]![key.Name]!["description"]).Should().Be(key.About);
                var below = key switch { MapKey map => map.Shape, MapsKey maps => maps.Shape, OutcomesKey => TestReader.Outcome, _ => null };
                if (below is not null && !shapes.Contains(below))
                {
                    shapes.Add(below);
                }
            }
        }

        shapes.Count.Should().BeGreaterThan(12);
    }

    [Fact]
    public void Text_EveryFact_CanBeAskedAndGiven()
    {
        var definitions = Root["definitions"]!;
        foreach (var fact in FactRegistry.Default.Facts)
        {
            var path = ConditionReader.PathOf(fact);
            (definitions["condition"]!["properties"]![path] is null).Should().Be(fact.Type == FactType.List);
            (definitions["partnerCondition"]!["properties"]![path] is null).Should().Be(fact.Type == FactType.List);
            (fact.Type == FactType.List || ((string?)definitions[$"fact.{path}"]!["description"])!.Contains(fact.Question, StringComparison.Ordinal))
                .Should().BeTrue(path);
            var given = definitions[fact.IsPerPartner ? "knownPartner" : "knownFacts"]!["properties"]![fact.IsPerPartner ? path["partner.".Length..] : path];
            (given is null).Should().Be(fact.IsDerived);
        }
    }

    /// <summary>Of the problems that the page shows, those that are about words and keys alone; the others depend on another place.</summary>
    [Theory]
    [InlineData("CRP121")]
    [InlineData("CRP122")]
    [InlineData("CRP123")]
    [InlineData("CRP124")]
    [InlineData("CRP125")]
    [InlineData("CRP141")]
    [InlineData("CRP143")]
    [InlineData("CRP144")]
    [InlineData("CRP145")]
    [InlineData("CRP201")]
    [InlineData("CRP202")]
    [InlineData("CRP203")]
    [InlineData("CRP301")]
    [InlineData("CRP304")]
    [InlineData("CRP506")]
    public async Task Text_ExampleOfAProblem_IsNotValid(string code) =>
        (await Mistakes(ProblemExamples.All.Single(example => example.Code == code).Pack, yesIsTrue: false)).Should().NotBeEmpty();

    /// <summary>A good risk with a clause, in place of the one that it has under the same key.</summary>
    private static string WithClause(string clause)
    {
        var key = clause.Split(':')[0];
        var text = PackText.WithRisk(clause.StartsWith("when", StringComparison.Ordinal) ? clause : $"when: {{vision.exists: no}}\n{clause}");
        var lines = text.Split('\n').ToList();
        var own = lines.FindLastIndex(line => line.Trim() == clause);
        var usual = lines.FindIndex(line => line.StartsWith($"        {key}:", StringComparison.Ordinal) || line.StartsWith($"      - {key}:", StringComparison.Ordinal));
        if (usual >= 0 && usual != own)
        {
            lines[usual] = lines[usual][..8].Replace("        ", lines[usual].StartsWith("      - ", StringComparison.Ordinal) ? "      - " : "        ", StringComparison.Ordinal) + clause;
            lines.RemoveAt(own);
        }

        return string.Join('\n', lines);
    }

    private static void AssertNames(string where, List<string> mistakes) =>
        mistakes.Exists(mistake => mistake.Contains(where, StringComparison.Ordinal)).Should().BeTrue(
            $"'{where}' is not in: {(mistakes.Count == 0 ? "nothing" : string.Join('\n', mistakes))}");

    private static async Task<List<string>> Mistakes(string yaml, bool yesIsTrue) =>
        [.. (await Validator.Value).Validate(YamlAsJson.Of(yaml, yesIsTrue)).Select(error => error.ToString())];
}
