using CollabRisk.Facts;
using CollabRisk.Evaluation;
using CollabRisk.Rules;
using NRules.Diagnostics;
using NRules.RuleModel;

namespace CollabRisk.NRules.Session;

/// <summary>What the rules of one session work on together, itself a fact: the facts as they stand, and what came of them so far.</summary>
internal sealed class RunningEvaluation(RuleBook book, FactTable facts)
{
    private readonly Dictionary<(RuleCase Case, PartnerFacts? Partner), Exception> failures = [];
    private readonly List<Rule> withLevel = [.. book.Rules.Where(rule => rule.HasLevel)];

    public FactTable Facts { get; set; } = facts;

    /// <summary>The assessment as it was when the rules were last fired; null before.</summary>
    public Assessment? Assessment { get; private set; }

    /// <summary>Takes note of why a case of a rule has no result, so that NRules goes on with the others.</summary>
    public void Note(LhsExpressionErrorEventArgs failure)
    {
        var cases = failure.Rules.Select(rule => rule.Properties.SingleOrDefault(property => property.Name == RuleCase.Property)?.Value as RuleCase).ToList();
        if (cases.Contains(null))
        {
            // A rule of the host fails as it would without CollabRisk.
            return;
        }

        var partner = failure.Facts.Select(fact => fact.Value).OfType<PartnerFacts>().FirstOrDefault();
        foreach (var ruleCase in cases)
        {
            failures[(ruleCase!, partner)] = failure.Exception!;
        }

        failure.IsHandled = true;
    }

    /// <summary>Fired by NRules when the rules that make up the overall range have been.</summary>
    public void SettleOverall(IContext context, IEnumerable<CaseFact> cases)
    {
        var (atLeast, atMost) = StateOf(cases, withLevel, previous: null).Overall;
        context.Keep("overall", new OverallFact(atLeast, atMost), isSame: (was, now) => was == now);
    }

    /// <summary>Fired by NRules when all rules have been: writes the findings, and leaves those alone that say the same as before.</summary>
    public void Assess(IContext context, IEnumerable<CaseFact> cases)
    {
        Assessment = new Assessment(StateOf(cases, book.Rules, Assessment?.State), Assessment);
        context.Keep("assessment", Assessment, isSame: (_, _) => false);
        var findings = Assessment.Findings.ToDictionary(finding => (object)("finding", finding.Fingerprint));
        foreach (var gone in context.GetLinkedKeys().Where(key => key is (string, string) && !findings.ContainsKey(key)).ToList())
        {
            context.RetractLinked(gone, context.GetLinked(gone)!);
        }

        foreach (var (key, finding) in findings)
        {
            context.Keep(key, finding, isSame: ReferenceEquals);
        }
    }

    private EvaluationState StateOf(IEnumerable<CaseFact> cases, IReadOnlyList<Rule> rules, EvaluationState? previous)
    {
        var casesOf = cases.ToLookup(each => each.Case.Rule);
        return Evaluator.OfResults(book, Facts, rules, ResultsOf, previous);

        (CaseResult[] Results, Exception? Error) ResultsOf(Rule rule)
        {
            var rows = rule.IsPerPartner ? Facts.PartnerRows : 1;
            var results = new CaseResult?[rule.Cases.Count * rows];
            foreach (var each in casesOf[rule])
            {
                results[(each.Case.Number * rows) + (each.Partner?.Row ?? 0)] = each.Result;
            }

            // As in every evaluation, a rule of which one case fails has failed.
            return Array.IndexOf(results, null) is var missing and >= 0
                ? ([], WhyMissing(rule, missing / rows, rule.IsPerPartner ? missing % rows : -1))
                : (Array.ConvertAll(results, result => result!.Value), null);
        }
    }

    private Exception WhyMissing(Rule rule, int number, int row) =>
        failures.FirstOrDefault(failure => failure.Key.Case.Rule == rule && failure.Key.Case.Number == number && (failure.Key.Partner?.Row ?? -1) == row).Value
            ?? new InvalidOperationException("The rule was not fired.");
}
