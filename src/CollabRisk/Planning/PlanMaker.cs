using CollabRisk.Remedies;
using CollabRisk.Rules;

namespace CollabRisk.Planning;

/// <summary>Makes the steps of a plan from an assessment, and keeps what people wrote about those that were there.</summary>
internal static class PlanMaker
{
    /// <summary>Of so many findings it is searched what would clear them; the others are less grave.</summary>
    private const int MostSearched = 60;

    private static readonly RemedyOptions Bounds = new() { MaxChanges = 3, MaxEvaluations = 250, MaxRemedies = 3 };

    public static IReadOnlyList<ActionStep> Steps(Assessment assessment, IReadOnlyList<ActionStep> earlier)
    {
        var before = earlier.ToDictionary(step => step.Code, StringComparer.OrdinalIgnoreCase);
        var steps = CalledFor(assessment).Select(step => before.TryGetValue(step.Code, out var was) ? WithWhatPeopleWrote(step, was) : step).ToList();
        var codes = steps.Select(step => step.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. steps, .. earlier.Where(step => !codes.Contains(step.Code)).Select(step => step with { Need = NeedNow(step, assessment), Clears = [], ClearedOtherwise = [] }).OrderBy(step => step.Need == StepNeed.Own)];
    }

    private static ActionStep WithWhatPeopleWrote(ActionStep step, ActionStep was) =>
        step with { Owner = was.Owner, Due = was.Due, State = was.State, Note = was.Note };

    private static IEnumerable<ActionStep> CalledFor(Assessment assessment)
    {
        // The findings of each recommendation, in the order in which they come up: the root of the gravest matter first.
        var findings = new List<(Recommendation Advice, List<Finding> For)>();
        foreach (var finding in assessment.Groups.Where(group => group.Level is not null).SelectMany(group => group.Findings)
            .Concat(assessment.Findings.Where(finding => finding.Kind == FindingKind.Recommendation)))
        {
            foreach (var advice in finding.Recommendations)
            {
                var same = findings.Find(each => each.Advice.Code == advice.Code).For;
                if (same is null)
                {
                    findings.Add((advice, same = []));
                }

                if (!same.Contains(finding))
                {
                    same.Add(finding);
                }
            }
        }

        var remedies = RemediesOf(assessment);
        return findings.Select(each => StepOf(each.Advice, each.For, remedies));
    }

    private static ActionStep StepOf(Recommendation advice, List<Finding> findings, Dictionary<string, IReadOnlyList<Remedy>> remedies)
    {
        // A step of which no fact says that it is done helps, and is not said to clear anything.
        var clears = Clearings(findings, remedy => remedy.Done.Any(step => step.Code == advice.Code));
        var cleared = clears.SelectMany(clearing => clearing.Findings).ToHashSet(StringComparer.Ordinal);
        return new(advice.Code, advice.Text)
        {
            IsDerived = advice.IsDerived,
            Claims = [.. advice.Claims],
            Need = StepNeed.CalledFor,
            Findings = [.. findings.Select(finding => new StepFinding(finding.Fingerprint, finding.Code, finding.Subject, finding.Title, finding.Level) { SubjectInWords = finding.SubjectInWords })],
            Clears = clears,
            ClearedOtherwise = Clearings(findings.Where(finding => !cleared.Contains(finding.Fingerprint)), _ => true),
        };

        IReadOnlyList<StepClearing> Clearings(IEnumerable<Finding> of, Func<Remedy, bool> counts) =>
            [.. of.SelectMany(finding => remedies.GetValueOrDefault(finding.Fingerprint) ?? []).Where(counts).Select(Clearing).DistinctBy(clearing => string.Join('\n', clearing.Changes), StringComparer.Ordinal)];
    }

    private static Dictionary<string, IReadOnlyList<Remedy>> RemediesOf(Assessment assessment)
    {
        var evaluator = new CollaborationEvaluator(assessment.RuleBook);
        return assessment.Groups.SelectMany(group => group.Findings).Where(finding => finding.Level is not null && finding.Recommendations.Count > 0).Take(MostSearched)
            .ToDictionary(finding => finding.Fingerprint, finding => evaluator.Remedies(assessment.Collaboration, RemedyTarget.Clear(finding.Code, finding.Subject), Bounds).Remedies, StringComparer.Ordinal);
    }

    private static StepClearing Clearing(Remedy remedy) => new(
        [.. remedy.Changes.Select(change => new StepChange(change.Path, change.Fact.InPlainWords, change.From.Value, change.To.Value))],
        [.. remedy.Clears.Concat(remedy.AlsoClears.Where(finding => finding.Level is not null)).Select(finding => finding.Fingerprint).Distinct(StringComparer.Ordinal)]);

    /// <summary>Why a step of an earlier plan is not called for any longer.</summary>
    private static StepNeed NeedNow(ActionStep step, Assessment assessment)
    {
        if (step.Need == StepNeed.Own)
        {
            return StepNeed.Own;
        }

        if (assessment.Findings.Any(finding => finding.InPlace.Any(advice => advice.Code == step.Code)))
        {
            return StepNeed.InPlace;
        }

        // The worst that can be said of what it was for: worse never looks better.
        var outcomes = step.Findings.Select(finding => assessment.Outcomes.TryGetValue(finding.Code, out var now) ? now.Outcome : (Outcome?)null).ToList();
        return outcomes.Exists(outcome => outcome is Outcome.Undetermined or Outcome.Error) ? StepNeed.NoLongerKnown
            // That a rule is clear of the partners there are says nothing of one that is not listed any more.
            : outcomes.Count > 0 && outcomes.TrueForAll(outcome => outcome is Outcome.Clear or Outcome.Raised) && step.Findings.All(finding => finding.OutcomeIn(assessment.State) is not null) ? StepNeed.Cleared
            : StepNeed.NoLongerAsked;
    }
}
