using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.NRules;
using CollabRisk.Rules;

namespace CollabRisk.Speed;

/// <summary>One way to evaluate a collaboration.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Inputs">How many inputs it is given in a round; fewer where one takes long.</param>
/// <param name="Run">Does it.</param>
internal sealed record Engine(string Name, int Inputs, Action<Collaboration> Run)
{
    /// <summary>Inputs of its own; null where it is given what the others are.</summary>
    public Collaboration[]? Own { get; init; }
}

/// <summary>The engines of the table. The first is what the others are compared with.</summary>
internal sealed class Engines
{
    private readonly List<(Rule Rule, int Number, int Row, LevelRange Levels)> raised = [];
    private readonly RaisedCases found;
    private readonly CollaborationEvaluator evaluator;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private long sink;

    public Engines(CollaborationEvaluator evaluator, Reference reference, bool withOthers = true)
    {
        this.evaluator = evaluator;
        found = new(evaluator.RuleBook.Rules.Count, evaluator.RuleBook.Rules.Sum(rule => rule.Cases.Length) * 3_001);
        var book = evaluator.RuleBook;
        All =
        [
            new("straight-line C#, two-valued", Inputs.Count, collaboration => reference.Two(collaboration, found)),
            new("straight-line C#, three-valued", Inputs.Count, collaboration => reference.Three(collaboration, found)),
            new("reading the facts", Inputs.Count, collaboration => sink += FactTable.Of(collaboration, book.Facts).PartnerRows),
            new("Evaluate: the range", Inputs.Count, collaboration => sink += (long)evaluator.Evaluate(collaboration).Overall.AtMost),
            new("… and raised cases with levels", Inputs.Count, collaboration => sink += Raised(collaboration).Count),
            new("… on the trees, as explained", Inputs.Count / 8, collaboration => sink += (long)Evaluator.Run(book, FactTable.Of(collaboration, book.Facts), book.Rules, tables: null).Overall.AtMost),
            new("… and all findings", Inputs.Count / 16, collaboration => sink += AllOf(evaluator.Evaluate(collaboration))),
            new("… and open questions", Inputs.Count / 16, collaboration => sink += evaluator.Evaluate(collaboration).OpenQuestions.Count),
            new("… and JSON, to a buffer", Inputs.Count / 32, collaboration => sink += Written(collaboration)),
            new("… and JSON, as a string", Inputs.Count / 32, collaboration => sink += evaluator.Evaluate(collaboration).ToJson(indented: false).Length),
        ];
        if (withOthers)
        {
            var others = new OtherEngines(book);
            var nrules = new NRulesCollaborationEvaluator(book);
            All.Add(new($"RulesEngine 6.0.1, {others.Rules} of the rules, booleans only", Inputs.Count / 16, collaboration => sink += others.Run(collaboration)));
            All.Add(new("NRules 1.0.4 through the adapter", 16, collaboration => sink += (long)nrules.Evaluate(collaboration).Overall.AtMost));
        }
    }

    public List<Engine> All { get; }

    /// <summary>What stays of all runs, so that none can be left out as useless.</summary>
    public long Sink => sink;

    /// <summary>Reads all that the findings say, each of which is made when it is read.</summary>
    /// <returns>What came of it, so that none of it can be left out as useless.</returns>
    public static int AllOf(Assessment assessment)
    {
        var sum = 0;
        foreach (var finding in assessment.Findings)
        {
            sum += finding.Fingerprint.Length + finding.Message.Length + finding.Facts.Count + finding.ModeratedBy.Count + finding.Overrides.Count
                + finding.BuildsOn.Count + finding.LeadsTo.Count + finding.Recommendations.Count + finding.InPlace.Count + finding.Tensions.Count
                + (finding.Root?.Length ?? 0) + (int)(finding.CappedAt ?? Level.None);
        }

        return sum;
    }

    /// <summary>How many bytes of JSON an assessment has, written as a host writes an answer.</summary>
    private int Written(Collaboration collaboration)
    {
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        evaluator.Evaluate(collaboration).WriteTo(json);
        json.Flush();
        return buffer.WrittenCount;
    }

    /// <summary>The raised cases with their levels, as <see cref="CollaborationEvaluator.Evaluate"/> finds them.</summary>
    public List<(Rule Rule, int Number, int Row, LevelRange Levels)> Raised(Collaboration collaboration)
    {
        raised.Clear();
        evaluator.Evaluate(collaboration).StateForNow.AddRaised(raised);
        return raised;
    }

    /// <summary>The inputs on which reference and evaluation do not agree; nothing is compared that does not.</summary>
    public IEnumerable<string> Differences(Reference reference, IEnumerable<Collaboration> inputs)
    {
        foreach (var (collaboration, number) in inputs.Select((collaboration, number) => (collaboration, number)))
        {
            var state = evaluator.Evaluate(collaboration).State;
            var expected = Raised(collaboration).Select(each => (each.Rule.Index, each.Number, EvaluationState.PartnerAt(each.Rule, each.Row), (int)each.Levels.AtLeast)).Order().ToList();
            reference.Two(collaboration, found);
            if (!found.All.ToArray().Order().SequenceEqual(expected))
            {
                yield return $"{number}: two-valued, other cases are raised";
            }

            reference.Three(collaboration, found);
            if (!found.All.ToArray().Order().SequenceEqual(expected))
            {
                yield return $"{number}: three-valued, other cases are raised";
            }

            if ((found.AtLeast, found.AtMost) != ((int)state.Overall.AtLeast, (int)state.Overall.AtMost))
            {
                yield return $"{number}: the range is another one";
            }

            foreach (var rule in evaluator.RuleBook.Rules.Where(rule => OutcomeOf(found.Outcomes[rule.Index]) != state.OutcomeOf(rule)))
            {
                yield return $"{number}: {rule} is {state.OutcomeOf(rule)}";
            }
        }

        static Outcome OutcomeOf(byte ended) => ended switch { 0 => Outcome.NotApplicable, 1 => Outcome.Clear, 2 => Outcome.Undetermined, _ => Outcome.Raised };
    }
}
