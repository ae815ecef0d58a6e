using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk;
using CollabRisk.AspNetCore;
using CollabRisk.Knowledge;
using CollabRisk.Remedies;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.Testing;
using CollabRisk.Rules;
using CustomRules;

// A program compiled ahead of time that uses all of the library: the rules in code, rules of one's own in C# and in YAML, JSON, and a
// web server. Each line is the digest of an answer: the program run on the runtime writes the same ones.
if (args is not [var cases, var pack])
{
    Console.Error.WriteLine("Usage: Native <folder of collaborations> <rule pack>");
    return 2;
}

var evaluator = new CollaborationEvaluator(RuleBook.Build(KnowledgePacks.All));
Say("rule book", evaluator.RuleBook.Digest);
Say("schema", CollaborationJson.Schema);
foreach (var file in Directory.EnumerateFiles(cases, "*.json").Order(StringComparer.Ordinal))
{
    var name = Path.GetFileNameWithoutExtension(file);
    var collaboration = CollaborationJson.Parse(File.ReadAllText(file));
    var assessment = evaluator.Evaluate(collaboration);
    Say($"{name}: read and written", CollaborationJson.Write(collaboration));
    Say($"{name}: assessment", assessment.ToJson());
    Say($"{name}: report", assessment.ToText());
    Say($"{name}: explanation", evaluator.Explain(collaboration, "VISION-ABSENT").ToJson());
    Say($"{name}: questions", evaluator.NextQuestions(collaboration, 2).ToJson());
    Say($"{name}: what if", evaluator.WhatIf(collaboration, [FactChange.Parse("vision.exists=no")]).ToJson());
    Say($"{name}: remedies", evaluator.Remedies(collaboration, RemedyTarget.RaisedAtMost(Level.Moderate)).ToJson());
}

var handover = new Collaboration { Extensions = new() { ["rcr.handoverSeconds"] = 75 } };
var inCode = new CollaborationEvaluator(RuleBook.Build([KnowledgePacks.General, RegionalControlRoom.Pack]));
Say("rules in C#", inCode.RuleBook.Digest);
Say("rules in C#: assessment", inCode.Evaluate(handover).ToJson());

var set = new RulePackLoader().Load(pack);
Say("rules in YAML", set.RuleBook.Digest);
Say("rules in YAML: assessment", new CollaborationEvaluator(set.RuleBook).Evaluate(handover).ToJson());
Console.WriteLine(RulePackTests.Run(set));

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddCollabRiskAspNetCore();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswersAsJson.Default));
await using var app = builder.Build();
app.MapCollabRisk();
app.MapPost("/brief", (Collaboration collaboration, ICollaborationEvaluator rules) => rules.Evaluate(collaboration));
await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
foreach (var path in new[] { "/collabrisk/openapi.json", "/collabrisk/facts", "/collabrisk/rules", "/collabrisk/rules/VISION-ABSENT" })
{
    Say(path, await client.GetStringAsync(path));
}

foreach (var path in new[]
    {
        "/brief", "/collabrisk/evaluate", "/collabrisk/explain?code=VISION-ABSENT", "/collabrisk/what-if?change=vision.exists%3Dyes",
        "/collabrisk/remedies?code=VISION-ABSENT", "/collabrisk/next?count=2",
    })
{
    foreach (var body in new[] { """{ "vision": { "exists": false } }""", """{ "vison": {}, "partners": [{ "name": "Police", "role": "Boss" }] }""" })
    {
        using var reply = await client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await reply.Content.ReadAsStringAsync();

        // Problem details also have the id of the request, which is another one each time.
        Say($"{path}: {(int)reply.StatusCode}", reply.IsSuccessStatusCode ? text : JsonDocument.Parse(text).RootElement.GetProperty("problems").GetRawText());
    }
}

await app.StopAsync();
return 0;

static void Say(string what, string text) =>
    Console.WriteLine($"{what}: {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))} ({text.Length} characters)");

/// <summary>What the endpoint of one's own takes and gives, which ASP.NET Core has to know beforehand in a native program.</summary>
[JsonSerializable(typeof(Collaboration))]
[JsonSerializable(typeof(Assessment))]
internal sealed partial class AnswersAsJson : JsonSerializerContext;
