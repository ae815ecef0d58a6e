using System.Globalization;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>Reads an interview that was written as JSON. Its answers are taken from the collaboration, where they were written once.</summary>
internal static class InterviewReader
{
    public static JsonReading<Interview> Read(ICollaborationEvaluator evaluator, string json, QuestionWording? wording) =>
        AnswerReader.Read(json, [QuestionJson.InterviewSchemaId], (_, document, problems) => Of(evaluator, document, wording, problems));

    private static Interview Of(ICollaborationEvaluator evaluator, JsonElement document, QuestionWording? wording, JsonProblemList problems)
    {
        var started = CollaborationOf(document, "start", evaluator.RuleBook, problems);
        var collaboration = CollaborationOf(document, "collaboration", evaluator.RuleBook, problems);
        var form = document.WordIn<InterviewForm>("form");
        var none = Interview.Start(evaluator, new Collaboration(), form);
        var steps = new List<InterviewStep>();
        foreach (var each in document.ListIn("steps"))
        {
            var path = each.TextIn("path")!;
            var (isAnswered, place) = (each.GetProperty("known").GetBoolean(), none.PlaceOf(path));
            var value = isAnswered && collaboration is not null ? place?.ValueIn(collaboration) : null;

            // Where the collaboration could not be taken, that has been said, once and of the answer that it is.
            if (isAnswered && value is null && (place is null || collaboration is not null))
            {
                problems.Report(document, each, $"steps: {path}", "it was answered, but the collaboration has no such answer. Give the answer there, or write \"known\": false.", path);
            }

            steps.Add(new(path, value, each.TextIn("note")));
        }

        return Interview.Of(evaluator, started ?? new(), form, wording, WithoutLaterAnswers(steps, none), document.GetProperty("continued").GetBoolean());
    }

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

    private static Collaboration? CollaborationOf(JsonElement document, string name, RuleBook book, JsonProblemList problems)
    {
        // Packs may declare a fact otherwise today.
        var facts = document.GetProperty(name);
        var collaboration = CollaborationReader.ReadAgain(facts);
        var unsuited = FactTable.ProblemsOf(collaboration, book.Facts);
        foreach (var (path, what) in unsuited)
        {
            var (element, where) = Find(facts, FactPlace.Of(path, book.Facts));
            problems.Report(document, element, $"{name}{where}", what, path);
        }

        return unsuited.Count == 0 ? collaboration : null;
    }

    /// <summary>The value of a fact among facts in JSON, and where it is below them; of one that has no place of its own, what is above it.</summary>
    private static (JsonElement Element, string Where) Find(JsonElement facts, FactPlace? place)
    {
        var (element, where, path) = (facts, "", place?.Fact.Path ?? "");
        if (place?.Partner is { } name)
        {
            var (at, partner) = facts.GetProperty("partners").EnumerateArray().Index().First(each => Names.Normalized(each.Item.TextIn("name")) == name);
            (element, where, path) = (partner, string.Create(CultureInfo.InvariantCulture, $".partners[{at}]"), path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        }

        foreach (var property in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(property, out var below))
            {
                break;
            }

            (element, where) = (below, $"{where}.{property}");
        }

        return (element, where);
    }
}
