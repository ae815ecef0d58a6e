using System.Globalization;
using System.Text;
using CollabRisk.Comparing;
using CollabRisk.Remedies;
using CollabRisk.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CollabRisk.AspNetCore;

/// <summary>Answers the questions about a collaboration. Everything that is wrong with a request is said at once, and nothing is kept.</summary>
internal sealed class AnswerEndpoints(string? name, CollabRiskAspNetCoreOptions options)
{
    public ICollaborationEvaluator EvaluatorOf(HttpContext context) => string.IsNullOrEmpty(name)
        ? context.RequestServices.GetRequiredService<ICollaborationEvaluator>()
        : context.RequestServices.GetRequiredKeyedService<ICollaborationEvaluator>(name);

    public async Task AnswerAsync(HttpContext context, Question question)
    {
        if (ProblemOfQuery(context.Request.Query, question) is { } wrong)
        {
            await wrong.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var isBoth = question == Question.Compare;
        var (bytes, problem) = await CollaborationBody.ReadAsync(context, isBoth ? 2 * options.MaxBodyBytes : options.MaxBodyBytes).ConfigureAwait(false);
        if (problem is not null)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var evaluator = EvaluatorOf(context);
        var answer = isBoth ? Compared(evaluator, bytes!) : Answer(evaluator, bytes!, question, context.Request.Query);
        await (answer.Problem?.WriteAsync(context) ?? Write(context, question, answer.Value!)).ConfigureAwait(false);
    }

    private Task Write(HttpContext context, Question question, IAnswer answer) =>
        ResponseWriting.WantsPage(context.Request) && PageOf(answer) is { } page ? ResponseWriting.WritePageAsync(context, page)
        : question == Question.Evaluate && answer is Assessment assessment && !ResponseWriting.WantsText(context.Request) && context.Request.Query["detail"] != "full"
            ? ResponseWriting.WriteAsync(context, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(assessment.ToJson(AssessmentDetail.Compact, indented: false)))
            : ResponseWriting.WriteAsync(context, answer);

    /// <summary>The answer as a page for people; null where there is none. What would change a finding is sought under the same limit as elsewhere.</summary>
    private string? PageOf(IAnswer answer) => answer switch
    {
        Assessment assessment => assessment.ToHtml(new() { WhatWouldChange = (assessment.Collaboration.Partners?.Count ?? 0) <= options.MaxPartnersToSearch }),
        AssessmentDifference difference => difference.ToHtml(),
        _ => null,
    };

    private static (IAnswer? Value, RequestProblem? Problem) Compared(ICollaborationEvaluator evaluator, byte[] bytes)
    {
        var (before, after, problem) = CollaborationBody.CheckBoth(bytes, evaluator.RuleBook);
        return problem is null ? (evaluator.Compare(before!, after!), null) : (null, problem);
    }

    private (IAnswer? Value, RequestProblem? Problem) Answer(ICollaborationEvaluator evaluator, byte[] bytes, Question question, IQueryCollection query)
    {
        var (collaboration, problem) = CollaborationBody.Check(bytes, evaluator.RuleBook);
        if (problem is not null)
        {
            return (null, problem);
        }

        try
        {
            return question.Name switch
            {
                "evaluate" => (evaluator.Evaluate(collaboration!), null),
                "explain" => (evaluator.Explain(collaboration!, query["code"].ToString()), null),
                "what-if" => WhatIf(evaluator, collaboration!, query),
                "remedies" => Searched(collaboration!, () => (evaluator.Remedies(collaboration!, TargetOf(query), options.Remedies), null)),
                _ => Searched(collaboration!, () => Next(evaluator, collaboration!, query)),
            };
        }
        catch (ArgumentException e)
        {
            // A code, a subject or a change that does not go with the rules or the facts: the message says which, and what there is.
            return (null, RequestProblem.OfRequest(e.Message.Split(" (Parameter '")[0]));
        }
    }

    private static (IAnswer? Value, RequestProblem? Problem) WhatIf(ICollaborationEvaluator evaluator, Collaboration collaboration, IQueryCollection query)
    {
        var changes = new List<FactChange>();
        var problems = new List<RequestProblem.Item>();
        foreach (var text in query["change"].OfType<string>())
        {
            if (FactChange.TryParse(text, evaluator.RuleBook.Facts, out var change, out var problem))
            {
                changes.Add(change);
            }
            else
            {
                problems.Add(new(problem, Path: "change"));
            }
        }

        return problems.Count == 0
            ? (evaluator.WhatIf(collaboration, changes), null)
            : (null, new(StatusCodes.Status400BadRequest, "The request is not valid.", problems));
    }

    private (IAnswer? Value, RequestProblem? Problem) Next(ICollaborationEvaluator evaluator, Collaboration collaboration, IQueryCollection query)
    {
        var count = 3;
        return query["count"] is { Count: 1 } given && !(int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= options.MaxQuestions)
            ? (null, RequestProblem.OfRequest(string.Create(CultureInfo.InvariantCulture, $"'{given[0]}' is not a number from 1 to {options.MaxQuestions}."), "count"))
            : (evaluator.NextQuestions(collaboration, count), null);
    }

    /// <summary>What tries many variations of a collaboration is only done for one that is not too large.</summary>
    private (IAnswer? Value, RequestProblem? Problem) Searched(Collaboration collaboration, Func<(IAnswer?, RequestProblem?)> answer) =>
        collaboration.Partners is not { } partners || partners.Count <= options.MaxPartnersToSearch
            ? answer()
            : (null, new(StatusCodes.Status422UnprocessableEntity, "The collaboration has too many partners.",
                [new(string.Create(CultureInfo.InvariantCulture, $"It has {partners.Count} partners; questions and remedies are sought for at most {options.MaxPartnersToSearch} here. Evaluate, explain and compare take it."), Path: "partners")]));

    private static RemedyTarget TargetOf(IQueryCollection query) => query["target"] is { Count: 1 } level
        ? RemedyTarget.RaisedAtMost(Enum.Parse<Level>(level.ToString(), ignoreCase: true))
        : RemedyTarget.Clear(query["code"].ToString(), query["subject"] is { Count: 1 } subject ? subject.ToString() : null);

    /// <summary>Whatever is wrong with the query: a name without a meaning, something missing or given twice, another word.</summary>
    private static RequestProblem? ProblemOfQuery(IQueryCollection query, Question question)
    {
        var names = question.Parameters.Select(parameter => parameter.Name).ToList();
        var found = query.Keys.Where(key => !names.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => new RequestProblem.Item($"This parameter has no meaning here.{Text.DidYouMean.Sentence(key, names)}", Path: key, Allowed: names)).ToList();
        foreach (var parameter in question.Parameters)
        {
            var values = query[parameter.Name];
            if (parameter.IsRequired && values.All(string.IsNullOrWhiteSpace))
            {
                found.Add(new($"It is missing. {parameter.Meaning}", Path: parameter.Name));
            }
            else if (values.Count > 1 && !parameter.IsRepeated)
            {
                found.Add(new("It is given more than once.", Path: parameter.Name));
            }
            else if (parameter.Words is { } words && values.Count == 1 && !words.Contains(values[0] ?? "", StringComparer.OrdinalIgnoreCase))
            {
                found.Add(new($"'{values[0]}' is not one of its words.{Text.DidYouMean.Sentence(values[0] ?? "", words)}", Path: parameter.Name, Allowed: words));
            }
        }

        if (question == Question.Remedies && query.ContainsKey("code") == query.ContainsKey("target"))
        {
            found.Add(new("Give either 'code', what should be clear, or 'target', the highest level that may remain.", Path: "code"));
        }

        return found.Count == 0 ? null : new(StatusCodes.Status400BadRequest, "The request is not valid.", found);
    }
}
