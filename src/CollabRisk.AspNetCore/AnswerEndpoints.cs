using System.Globalization;
using System.Text;
using CollabRisk.Perspectives;
using CollabRisk.Questions;
using CollabRisk.Remedies;
using CollabRisk.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CollabRisk.AspNetCore;

/// <summary>Answers the questions about a collaboration. Everything that is wrong with a request is said at once, and nothing is kept.</summary>
internal sealed class AnswerEndpoints(string? name, CollabRiskAspNetCoreOptions options)
{
    /// <summary>How many questions are given where the request does not say.</summary>
    private const int UsualCount = 3;

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

        var most = question.Parts is null ? options.MaxBodyBytes : question == Question.Compare ? Math.Max(2 * options.MaxBodyBytes, options.MaxBodyBytesOfMany) : options.MaxBodyBytesOfMany;
        var (bytes, problem) = await CollaborationBody.ReadAsync(context, most).ConfigureAwait(false);
        if (problem is not null)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var evaluator = EvaluatorOf(context).WithRulesOfNow();
        var answer = question.Parts is { } parts ? Answer(evaluator, bytes!, parts, question, context.Request.Query) : Answer(evaluator, bytes!, question, context);
        await (answer.Problem?.WriteAsync(context) ?? Write(context, question, answer.Value!)).ConfigureAwait(false);
    }

    private Task Write(HttpContext context, Question question, object answer)
    {
        var form = Form.Of(context.Request, question.Forms);
        if (form == Form.Json && question == Question.Evaluate && answer is Assessment assessment && context.Request.Query["detail"] != "full")
        {
            return ResponseWriting.WriteAsync(context, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(assessment.ToJson(AssessmentDetail.Compact, indented: false)));
        }

        // What would change a finding is sought under the same limit as elsewhere.
        var searches = answer is not Assessment of || (of.Collaboration.Partners?.Count ?? 0) <= options.MaxPartnersToSearch;
        return ResponseWriting.WriteAsync(context, form, form.Write(answer, new() { WhatWouldChange = searches }, ViewsOf(context.Request.Query)));
    }

    /// <summary>What the query, which was found to be right, says of views in a report.</summary>
    private static PerspectiveReportOptions ViewsOf(IQueryCollection query)
    {
        var usual = new PerspectiveReportOptions();
        return new()
        {
            ShowNames = query["names"] is [{ } names] && names.Equals("yes", StringComparison.OrdinalIgnoreCase),
            SmallestGroup = query["smallestGroup"] is [{ } group] ? int.Parse(group, NumberStyles.None, CultureInfo.InvariantCulture) : usual.SmallestGroup,
        };
    }

    private (object? Value, RequestProblem? Problem) Answer(ICollaborationEvaluator evaluator, byte[] bytes, Parts parts, Question question, IQueryCollection query)
    {
        var (read, problem) = CollaborationBody.CheckAll(bytes, parts, evaluator.RuleBook, options);
        if (problem is not null)
        {
            return (null, problem);
        }

        try
        {
            return question.Name switch
            {
                "compare" => (evaluator.Compare(read.First(part => part.Name == "before").Collaboration, read.First(part => part.Name == "after").Collaboration), null),
                "timeline" => (evaluator.Timeline(read.Select(part => part.Collaboration)), null),
                "perspectives" => (evaluator.Evaluate(PerspectiveSet.Of(read.Select(part => new Perspective(part.Name, part.Collaboration)))), null),
                _ => (Portfolio.Of(query["title"] is [{ } title] && !string.IsNullOrWhiteSpace(title) ? title : "Portfolio", read.Select(part => new PortfolioEntry(part.Name, evaluator.Evaluate(part.Collaboration)))), null),
            };
        }
        catch (ArgumentException e)
        {
            // Days that are missing or the same, holders that cannot be told apart: the message names them all.
            return (null, OfArgument(e));
        }
    }

    /// <summary>What the library says is wrong, each line of it.</summary>
    private static RequestProblem OfArgument(ArgumentException e) => new(
        StatusCodes.Status400BadRequest, "The request is not valid.", [.. e.Message.Split(" (Parameter '")[0].ReplaceLineEndings("\n").Split('\n').Select(line => new RequestProblem.Item(line))]);

    private (object? Value, RequestProblem? Problem) Answer(ICollaborationEvaluator evaluator, byte[] bytes, Question question, HttpContext context)
    {
        var query = context.Request.Query;
        var (collaboration, problem) = CollaborationBody.Check(bytes, evaluator.RuleBook);
        if (problem is not null)
        {
            return (null, problem);
        }

        try
        {
            return question.Name switch
            {
                "evaluate" or "report" => (evaluator.Evaluate(collaboration!), null),
                "explain" => (evaluator.Explain(collaboration!, query["code"].ToString()), null),
                "what-if" => WhatIf(evaluator, collaboration!, query),
                "remedies" => Searched(collaboration!, () => (evaluator.Remedies(collaboration!, TargetOf(query), options.Remedies, context.RequestAborted), null)),
                _ => Searched(collaboration!, () => Next(evaluator, collaboration!, query, context.RequestAborted)),
            };
        }
        catch (ArgumentException e)
        {
            // A code, a subject or a change that does not go with the rules or the facts: the message says which, and what there is.
            return (null, OfArgument(e));
        }
    }

    private static (object? Value, RequestProblem? Problem) WhatIf(ICollaborationEvaluator evaluator, Collaboration collaboration, IQueryCollection query)
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

    private (object? Value, RequestProblem? Problem) Next(ICollaborationEvaluator evaluator, Collaboration collaboration, IQueryCollection query, CancellationToken cancel)
    {
        var count = query["count"] is [{ } given] ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : UsualCount;
        var form = query["form"] is [{ } word] ? Enum.Parse<InterviewForm>(word, ignoreCase: true) : InterviewForm.Full;
        var wording = options.Wordings.TryGetValue(query["wording"].ToString(), out var words) ? words : null;
        return (evaluator.NextQuestions(collaboration, count, form, wording, cancel), null);
    }

    /// <summary>What tries many variations of a collaboration is only done for one that is not too large.</summary>
    private (object? Value, RequestProblem? Problem) Searched(Collaboration collaboration, Func<(object?, RequestProblem?)> answer) =>
        collaboration.Partners is not { } partners || partners.Count <= options.MaxPartnersToSearch
            ? answer()
            : (null, new(StatusCodes.Status422UnprocessableEntity, "The collaboration has too many partners.",
                [new(string.Create(CultureInfo.InvariantCulture, $"It has {partners.Count} partners; questions and remedies are sought for at most {options.MaxPartnersToSearch} here. Evaluate, explain and compare take it."), Path: "partners")]));

    private static RemedyTarget TargetOf(IQueryCollection query) => query["target"] is { Count: 1 } level
        ? RemedyTarget.RaisedAtMost(Enum.Parse<Level>(level.ToString(), ignoreCase: true))
        : RemedyTarget.Clear(query["code"].ToString(), query["subject"] is { Count: 1 } subject ? subject.ToString() : null);

    /// <summary>Whatever is wrong with the query: a name without a meaning, something missing or given twice, another word.</summary>
    private RequestProblem? ProblemOfQuery(IQueryCollection query, Question question)
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

        Number("count", 1, options.MaxQuestions);
        Number("smallestGroup", 2, int.MaxValue);
        if (question.TakesWording && query["wording"] is [{ } wording] && !options.Wordings.ContainsKey(wording))
        {
            var known = options.Wordings.Keys.Where(key => key.Length > 0).Order(StringComparer.Ordinal).ToList();
            found.Add(new($"The application has no words of the name '{wording}'.{Text.DidYouMean.Sentence(wording, known)}", Path: "wording", Allowed: known));
        }

        if (question == Question.Remedies && query.ContainsKey("code") == query.ContainsKey("target"))
        {
            found.Add(new("Give either 'code', what should be clear, or 'target', the highest level that may remain.", Path: "code"));
        }
        else if (question == Question.Remedies && query.ContainsKey("subject") && !query.ContainsKey("code"))
        {
            found.Add(new("It says which finding of a rule should be clear, and means nothing without 'code'. Leave it out.", Path: "subject"));
        }

        return found.Count == 0 ? null : new(StatusCodes.Status400BadRequest, "The request is not valid.", found);

        void Number(string name, int least, int most)
        {
            if (question.Parameters.Any(parameter => parameter.Name == name) && query[name] is [{ } text]
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
            {
                found.Add(new(most == int.MaxValue
                    ? string.Create(CultureInfo.InvariantCulture, $"'{text}' is not a number of at least {least}.")
                    : string.Create(CultureInfo.InvariantCulture, $"'{text}' is not a number from {least} to {most}."), Path: name));
            }
        }
    }
}
