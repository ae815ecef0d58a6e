using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CollabRisk.AspNetCore;

/// <summary>
/// Describes the endpoints as OpenAPI 3.1, whose schemas are JSON Schema 2020-12, as ours are: what is described is what is
/// read and written.
/// </summary>
internal static class OpenApiDocument
{
    private static readonly Lazy<byte[]> Written = new(() => Encoding.UTF8.GetBytes(Make().ToJsonString()));

    public static Task WriteAsync(HttpContext context) => ResponseWriting.WriteAsync(context, "application/json; charset=utf-8", Written.Value);

    private static JsonObject Make()
    {
        var paths = new JsonObject();
        foreach (var question in Question.All)
        {
            paths[$"/{question.Name}"] = new JsonObject { ["post"] = Operation(question) };
        }

        paths["/facts"] = new JsonObject { ["get"] = Reference("facts", "The facts that can be known") };
        paths["/rules"] = new JsonObject { ["get"] = Reference("rules", "The rules in use") };
        paths["/rules/{code}"] = new JsonObject { ["get"] = OneRule() };
        var schemas = new JsonObject { ["collaboration"] = JsonNode.Parse(CollaborationJson.Schema), ["problem"] = Problem() };
        foreach (var (id, schema) in AnswerJson.Schemas.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            schemas[NameOf(id)] = JsonNode.Parse(schema);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "CollabRisk", ["version"] = "1", ["description"] = "What puts a collaboration between organisations at risk, on which published evidence, what to do, and what is not known." },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "." }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
    }

    private static JsonObject Operation(Question question)
    {
        var parameters = new JsonArray();
        foreach (var parameter in question.Parameters)
        {
            parameters.Add((JsonNode)Parameter(parameter));
        }

        return new JsonObject
        {
            ["operationId"] = question.Name,
            ["summary"] = question.Summary,
            ["tags"] = new JsonArray("CollabRisk"),
            ["parameters"] = parameters,
            ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", BodyOf(question)) },
            ["responses"] = new JsonObject
            {
                ["200"] = Response("The answer", AnswerOf(question)),
                ["400"] = ProblemResponse("The request or the collaboration is not valid; every problem is listed"),
                ["413"] = ProblemResponse("The body is too large"),
                ["415"] = ProblemResponse("The body is not JSON"),
                ["422"] = ProblemResponse("The collaboration has too many partners for what tries many variations of it"),
            },
        };
    }

    /// <summary>A collaboration, or an object with a collaboration in each member.</summary>
    private static JsonObject BodyOf(Question question) => question.Parts switch
    {
        null => RefTo("collaboration"),
        { Named: { } named } parts => new JsonObject
        {
            ["type"] = "object",
            ["description"] = $"{Text.Words.Capitalize(parts.Meaning)}.",
            ["required"] = new JsonArray([.. named.Select(each => (JsonNode)each.Name)]),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(named.Select(each => KeyValuePair.Create(each.Name, (JsonNode?)RefTo("collaboration")))),
        },
        var parts => new JsonObject
        {
            ["type"] = "object",
            ["description"] = $"{Text.Words.Capitalize(parts.Meaning)}.",
            ["minProperties"] = 1,
            ["additionalProperties"] = RefTo("collaboration"),
        },
    };

    private static JsonObject AnswerOf(Question question)
    {
        var content = new JsonObject();
        foreach (var form in question.Forms)
        {
            var schemas = question.Schemas.Select(id => RefTo(NameOf(id))).ToArray<JsonNode>();
            content[form.MediaType] = new JsonObject
            {
                ["schema"] = form == Form.Sarif ? OfType("object") : form != Form.Json ? OfType("string") : schemas.Length == 1 ? schemas[0] : new JsonObject { ["oneOf"] = new JsonArray(schemas) },
            };
        }

        return content;
    }

    private static JsonObject Parameter(QueryParameter parameter)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (parameter.Words is { } words)
        {
            schema["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
        }

        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = "query",
            ["description"] = parameter.Meaning,
            ["required"] = parameter.IsRequired,
            ["schema"] = parameter.IsRepeated ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema,
        };
    }

    private static JsonObject Reference(string name, string summary) => new()
    {
        ["operationId"] = name,
        ["summary"] = summary,
        ["tags"] = new JsonArray("CollabRisk"),
        ["responses"] = new JsonObject { ["200"] = Response(summary, Content("application/json", new JsonObject { ["type"] = "object" })) },
    };

    private static JsonObject OneRule()
    {
        var rule = Reference("rule", "One rule");
        rule["parameters"] = new JsonArray(new JsonObject
        {
            ["name"] = "code",
            ["in"] = "path",
            ["description"] = "The code of the rule.",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
        });
        rule["responses"]!["404"] = ProblemResponse("There is no such rule");
        return rule;
    }

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["description"] = "Problem details (RFC 9457).",
        ["properties"] = new JsonObject
        {
            ["type"] = OfType("string"),
            ["title"] = OfType("string"),
            ["status"] = OfType("integer"),
            ["detail"] = OfType("string"),
            ["instance"] = OfType("string"),
            ["traceId"] = OfType("string"),
            ["problems"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["line"] = OfType("integer", "null"),
                        ["column"] = OfType("integer", "null"),
                        ["path"] = OfType("string", "null"),
                        ["message"] = OfType("string"),
                        ["allowed"] = new JsonObject { ["type"] = new JsonArray("array", "null"), ["items"] = OfType("string") },
                    },
                },
            },
        },
    };

    private static JsonObject OfType(params string[] types) => new()
    {
        ["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(type => (JsonNode)type)]),
    };

    private static JsonObject ProblemResponse(string description) => Response(description, Content("application/problem+json", RefTo("problem")));

    private static JsonObject Response(string description, JsonObject content) => new() { ["description"] = description, ["content"] = content };

    private static JsonObject Content(string type, JsonNode schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    private static JsonObject RefTo(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    private static string NameOf(string id) => id.Split('/')[1];
}
