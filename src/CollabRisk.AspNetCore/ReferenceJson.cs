using System.Buffers;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CollabRisk.AspNetCore;

/// <summary>Writes what there is to know and to ask, whatever the collaboration: facts and rules.</summary>
internal static class ReferenceJson
{
    public static Task WriteFactsAsync(HttpContext context, RuleBook book) => WriteAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("facts");
        foreach (var fact in book.Facts.Facts)
        {
            Write(json, fact);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static Task WriteRulesAsync(HttpContext context, RuleBook book) => WriteAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("ruleBook", book.Digest);
        json.WriteStartArray("packs");
        foreach (var pack in book.Packs)
        {
            json.WriteStartObject();
            json.WriteString("id", pack.Id);
            json.WriteString("version", pack.Version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in book.Rules.OrderBy(rule => rule.Code, StringComparer.Ordinal))
        {
            Write(json, rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static Task WriteRuleAsync(HttpContext context, RuleBook book)
    {
        var code = context.GetRouteValue("code") as string ?? "";
        return book.Find(code) is { } rule
            ? WriteAsync(context, json => Write(json, rule))
            : new RequestProblem(StatusCodes.Status404NotFound, "There is no such rule.",
                [new($"No rule has the code '{code}'.{DidYouMean.Sentence(code, book.Rules.Select(each => each.Code))}", Path: "code")]).WriteAsync(context);
    }

    private static Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return ResponseWriting.WriteAsync(context, "application/json; charset=utf-8", buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter json, Fact fact)
    {
        json.WriteStartObject();
        json.WriteString("path", fact.Path);
        json.WriteString("type", Words.CamelCase($"{fact.Type}"));
        json.WriteString("meaning", fact.Meaning);
        json.WriteString("question", fact.Question);
        WriteTexts(json, "words", fact.AllowedWords);
        WriteNumber(json, "minimum", fact.Minimum);
        WriteNumber(json, "maximum", fact.Maximum);
        json.WriteBoolean("isPerPartner", fact.IsPerPartner);
        json.WriteBoolean("isChangeable", fact.IsChangeable);
        json.WriteBoolean("isDerived", fact.IsDerived);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("code", rule.Code);
        json.WriteString("kind", Words.CamelCase($"{rule.Kind}"));
        json.WriteString("title", rule.Title);
        json.WriteString("level", rule.Level is { } basis ? Words.CamelCase($"{basis.Level}") : null);
        json.WriteString("chapter", rule.Chapter);
        json.WriteString("pack", rule.PackId);
        json.WriteString("guard", rule.Guard);
        json.WriteString("condition", rule.Condition);
        WriteTexts(json, "facts", [.. rule.Facts.Select(fact => fact.Path)]);
        WriteTexts(json, "claims", [.. rule.Claims.Select(claim => claim.Id)]);
        WriteTexts(json, "recommendations", [.. rule.Recommendations.Select(recommendation => recommendation.Text)]);
        WriteTexts(json, "caveats", rule.Caveats);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
