using System.Globalization;
using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Knowledge;
using CollabRisk.Questions;
using CollabRisk.Remedies;
using CollabRisk.Rules;

namespace CollabRisk.Cli.Mcp;

/// <summary>What other programs can ask: nothing that writes, and nothing whose work has no bound.</summary>
internal static class McpTools
{
    /// <summary>So many changes of facts are taken at once.</summary>
    private const int MostChanges = 100;

    /// <summary>So many questions are given at once.</summary>
    private const int MostQuestions = 30;

    /// <summary>So many facts, rules or claims are given at once; how many more there are is said.</summary>
    private const int MostEntries = 50;

    private const string Collaboration = """{"type":"object","description":"What is known about the collaboration, in the form of the schema 'collaboration'. What is not known is left out. The tool 'facts' names the facts."}""";

    private static readonly RemedyOptions Bounds = new() { MaxEvaluations = 2_000, MaxRemedies = 10 };

    public static IReadOnlyList<McpTool> Of(CollaborationEvaluator evaluator)
    {
        var book = evaluator.RuleBook;
        return
        [
            new("evaluate", "Evaluates a collaboration: what puts it at risk, on which published evidence, what is strong, what to do, and what is not known. Gives a range, never a score; what is not known is not ruled out.",
                [("collaboration", Collaboration, true), ("full", """{"type":"boolean","description":"Everything, with facts read, claims and rule outcomes in full; compact if left out."}""", false)],
                asked => evaluator.Evaluate(asked.Collaboration(book)) is var assessment && asked.Flag("full") ? assessment.ToJson(indented: false) : assessment.ToJson(AssessmentDetail.Compact, indented: false)),
            new("explain", "Explains how one rule ended for a collaboration: every condition that it asked, with its value and the facts it read, and what would settle it.",
                [("collaboration", Collaboration, true), ("code", Text("The code of a rule, such as VISION-ABSENT."), true)],
                asked => evaluator.Explain(asked.Collaboration(book), RuleOf(book, asked.Text("code")!).Code).ToJson(indented: false)),
            new("what_if", "Says what would be different if facts were: findings that come and go, levels, and the range.",
                [("collaboration", Collaboration, true), ("changes", """{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":100,"description":"Facts and values, such as 'vision.exists=yes' or 'partners[Police].role=Lead'; 'unknown' forgets a fact, 'n/a' says that it does not apply."}""", true)],
                asked => WhatIf(evaluator, asked)),
            new("remedies", "Finds the smallest sets of changes, to facts that those responsible can change, that clear a finding or lower the whole. The search is bounded and says where it stopped.",
                [("collaboration", Collaboration, true), ("code", Text("The code of the finding to clear. Either this or 'target'."), false), ("subject", Text("The partner or case that the finding is about, where it has one."), false), ("target", """{"enum":["None","Low","Moderate"],"description":"The level that findings may still be known to reach."}""", false)],
                asked => Remedies(evaluator, asked)),
            new("next_questions", "Names the questions that are worth asking next about a collaboration, with the allowed answers, how to count, and why they matter.",
                [("collaboration", Collaboration, true), ("count", """{"type":"integer","minimum":1,"maximum":30,"description":"How many; 5 if left out."}""", false), ("short", """{"type":"boolean","description":"Only the questions of the short form."}""", false)],
                asked => evaluator.NextQuestions(asked.Collaboration(book), asked.Count("count", 5, MostQuestions), asked.Flag("short") ? InterviewForm.Short : InterviewForm.Full).ToJson(indented: false)),
            new("facts", "Lists the facts that can be known of a collaboration, with their paths, meanings, questions and allowed values: at most 50 at once.",
                [("search", Text("Words that the path, the meaning or the question must have. All facts if left out."), false)],
                asked => List("facts", book.Facts.Facts.Where(fact => Has(asked, fact.Path, fact.Meaning, fact.Question)), WriteFact)),
            new("rules", "Lists the rules, with what each asks, its level, its advice and its claims: at most 50 at once.",
                [("search", Text("Words that the code, the title or the chapter must have. All rules if left out."), false), ("code", Text("One rule, by its code."), false)],
                asked => List("rules", asked.Text("code") is { } code ? [RuleOf(book, code)] : book.Rules.Where(rule => Has(asked, rule.Code, rule.Title, rule.Chapter)), WriteRule)),
            new("claims", "Lists what the sources say, in our own words, with the place in the source and how well it is supported: at most 50 at once.",
                [("search", Text("Words that the claim or its source must have. All claims if left out."), false), ("id", Text("One claim, by its id."), false)],
                asked => List("claims", ClaimsOf(book).Where(claim => asked.Text("id") is { } id ? claim.Id.Equals(id, StringComparison.OrdinalIgnoreCase) : Has(asked, claim.Id, claim.Paraphrase, claim.Source.Title)), WriteClaim)),
        ];
    }

    private static string Text(string description) => $$"""{"type":"string","description":"{{JsonEncodedText.Encode(description)}}"}""";

    private static Rule RuleOf(RuleBook book, string code) => book.Find(code.ToUpperInvariant())
        ?? throw new McpRefusal($"no rule has the code '{CollabRisk.Text.Shown.Name(code)}'.{CollabRisk.Text.DidYouMean.Sentence(code.ToUpperInvariant(), book.Rules.Select(rule => rule.Code))} The tool 'rules' lists them.");

    private static string WhatIf(CollaborationEvaluator evaluator, McpArguments asked)
    {
        var collaboration = asked.Collaboration(evaluator.RuleBook);
        var given = asked.Texts("changes");
        if (given.Count is 0 or > MostChanges)
        {
            throw new McpRefusal(string.Create(CultureInfo.InvariantCulture, $"'changes' has {given.Count} entries. Give 1 to {MostChanges}."));
        }

        var read = new List<FactChange>();
        var problems = new List<string>();
        foreach (var text in given)
        {
            if (FactChange.TryParse(text, evaluator.RuleBook.Facts, out var change, out var problem))
            {
                read.Add(change);
            }
            else
            {
                problems.Add(problem);
            }
        }

        var fits = collaboration.TryChange(read, evaluator.RuleBook.Facts, out var changed, out var refused);
        McpRefusal.ThrowIfAny([.. problems, .. refused]);
        return fits ? evaluator.WhatIf(collaboration, _ => changed!).ToJson(indented: false) : throw new McpRefusal("The changes do not go together.");
    }

    private static string Remedies(CollaborationEvaluator evaluator, McpArguments asked)
    {
        var (code, target) = (asked.Text("code"), asked.Text("target"));
        if (code is null == target is null)
        {
            throw new McpRefusal("Give the 'code' of a finding, or a 'target': None, Low or Moderate.");
        }

        if (target is not (null or "None" or "Low" or "Moderate"))
        {
            throw new McpRefusal("'target' is None, Low or Moderate.");
        }

        var goal = code is not null ? RemedyTarget.Clear(RuleOf(evaluator.RuleBook, code).Code, asked.Text("subject")) : RemedyTarget.RaisedAtMost(Enum.Parse<Level>(target!));
        return evaluator.Remedies(asked.Collaboration(evaluator.RuleBook), goal, Bounds).ToJson(indented: false);
    }

    /// <summary>Whether one of the texts has the words that are looked for, whatever their case.</summary>
    private static bool Has(McpArguments asked, params ReadOnlySpan<string> texts)
    {
        foreach (var word in (asked.Text("search") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var found = false;
            foreach (var text in texts)
            {
                found |= text.Contains(word, StringComparison.OrdinalIgnoreCase);
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The claims of the library, and those that the rules of other packs rest on.</summary>
    private static IEnumerable<Claim> ClaimsOf(RuleBook book) =>
        KnowledgeBase.Claims.Concat(book.Rules.SelectMany(rule => rule.Claims)).DistinctBy(claim => claim.Id, StringComparer.Ordinal);

    private static string List<T>(string name, IEnumerable<T> entries, Action<Utf8JsonWriter, T> write)
    {
        var all = entries.ToList();
        return JsonOutput.Write(indented: false, json =>
        {
            json.WriteStartObject();
            json.WriteList(name, all.Take(MostEntries), write);
            json.WriteNumber("more", Math.Max(0, all.Count - MostEntries));
            json.WriteEndObject();
        });
    }

    private static void WriteFact(Utf8JsonWriter json, Fact fact)
    {
        json.WriteString("path", fact.Path);
        json.WriteWord<FactType>("type", fact.Type);
        json.WriteString("meaning", fact.Meaning);
        json.WriteString("question", fact.Question);
        json.WriteString("codingNote", fact.CodingNote);
        json.WriteWords("allowedWords", fact.AllowedWords);
        json.WriteString("expected", fact.IsDerived ? "it follows from other facts and is never given" : FactValues.Expected(fact));
        json.WriteWord<FactDirection>("better", fact.Direction);
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteString("code", rule.Code);
        json.WriteWord<FindingKind>("kind", rule.Kind);
        json.WriteString("title", rule.Title);
        json.WriteString("chapter", rule.Chapter);
        json.WriteString("pack", rule.PackId);
        json.WriteString("appliesWhen", rule.Guard);
        json.WriteString("condition", rule.Condition);
        json.WriteString("level", rule.Level?.Level.ToString());
        json.WriteString("levelReason", rule.Level?.Reason);
        json.WriteWords("facts", rule.Facts.Select(fact => fact.Path));
        json.WriteWords("claims", rule.Claims.Select(claim => claim.Id));
        json.WriteList("recommendations", rule.Recommendations, AssessmentJson.WriteRecommendation);
        json.WriteWords("caveats", rule.Caveats);
    }

    private static void WriteClaim(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("id", claim.Id);
        json.WriteString("source", claim.Source.Title);
        json.WriteString("locator", claim.Locator);
        json.WriteString("paraphrase", claim.Paraphrase);
        json.WriteWord<Confidence>("strength", claim.Strength);
        json.WriteString("sourceCaveat", claim.Source.Caveat);
    }
}
