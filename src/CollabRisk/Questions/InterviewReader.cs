using System.Text;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>Reads an interview that was written as JSON. Its answers are taken from the collaboration, where they were written once.</summary>
internal static class InterviewReader
{
    public static JsonReading<Interview> Read(ICollaborationEvaluator evaluator, string json, QuestionWording? wording)
    {
        var problems = new List<JsonProblem>();
        var reading = AnswerReader.Read(Encoding.UTF8.GetBytes(json), [QuestionJson.InterviewSchemaId], (_, document) => Of(evaluator, document, wording, problems));
        return reading.Value is null || problems.Count > 0 ? new(null, [.. reading.Problems, .. problems]) : reading;
    }

    private static Interview Of(ICollaborationEvaluator evaluator, JsonElement document, QuestionWording? wording, List<JsonProblem> problems)
    {
        var started = CollaborationOf(document, "start", evaluator.RuleBook, problems);
        var collaboration = CollaborationOf(document, "collaboration", evaluator.RuleBook, problems);
        var form = Enum.Parse<InterviewForm>(document.GetProperty("form").GetString()!);
        var none = Interview.Start(evaluator, new Collaboration(), form);
        var steps = new List<InterviewStep>();
        foreach (var each in document.GetProperty("steps").EnumerateArray())
        {
            var path = each.GetProperty("path").GetString()!;
            var value = each.GetProperty("known").GetBoolean() ? none.PlaceOf(path) is { } place ? ValueAt(place, collaboration) : null : null;
            if (value is null && each.GetProperty("known").GetBoolean())
            {
                problems.Add(new JsonProblem(1, 1, $"steps: {path}", "it was answered, but the collaboration has no such answer. Give the answer there, or write \"known\": false."));
            }

            steps.Add(new(path, value, each.GetProperty("note").GetString()));
        }

        return Interview.Of(evaluator, started, form, wording, WithoutLaterAnswers(steps, none), document.GetProperty("continued").GetBoolean());
    }

    private static object? ValueAt(FactPlace place, Collaboration collaboration) => place.Partner is not { } name ? place.Fact.ValueIn(collaboration)
        : collaboration.Partners?.FirstOrDefault(partner => partner.Name == name) is { } partner ? place.Fact.ValueIn(partner)
        : null;

    /// <summary>The steps with the list of partners as it was when it was given, without what was answered about them later.</summary>
    private static IEnumerable<InterviewStep> WithoutLaterAnswers(List<InterviewStep> steps, Interview none)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Value is not FactList<Partner> partners)
            {
                yield return steps[i];
                continue;
            }

            var later = steps.Skip(i + 1).Select(step => none.PlaceOf(step.Path)).OfType<FactPlace>().ToList();
            yield return steps[i] with
            {
                Value = FactList.Create<Partner>([.. partners.Select(partner => later.Where(place => place.Partner == partner.Name)
                    .Aggregate(partner, (one, place) => place.Fact.With(one, null)))]),
            };
        }
    }

    private static Collaboration CollaborationOf(JsonElement document, string name, RuleBook book, List<JsonProblem> problems)
    {
        var reading = CollaborationJson.Read(document.GetProperty(name).GetRawText());
        problems.AddRange(reading.Problems);
        if (reading.Collaboration is not { } collaboration || book.ProblemsOf(collaboration) is not { } unsuited)
        {
            return new();
        }

        // Packs may declare a fact otherwise today.
        problems.AddRange(unsuited.Select(problem => new JsonProblem(1, 1, name, problem)));
        return unsuited.Count == 0 ? collaboration : new();
    }
}
