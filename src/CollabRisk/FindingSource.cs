using System.Collections.ObjectModel;
using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>The evaluation that findings are read from, and what each says by it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class FindingSource(EvaluationState state, List<Tension> tensions)
{
    private const string KeepIt = "Already in place, so keep it: ";

    /// <summary>Where the facts of one finding are collected, and then those of the next; null while someone does.</summary>
    private FactCollector? collector = new(state.Facts);

    /// <summary>The name of a finding that is unique among those of the assessment.</summary>
    public string FingerprintOf(RaisedCase raised) => FingerprintOf(state, raised);

    /// <summary>What the name of the finding of a case is, or would be.</summary>
    public static string FingerprintOf(EvaluationState state, RaisedCase raised)
    {
        var ofCase = FingerprintOf(raised.Rule, raised.Case);
        return raised.Rule.IsPerPartner ? $"{ofCase}/{state.Facts.Listed[raised.Row].Name}" : ofCase;
    }

    /// <summary>The row about which the finding of a case would be that has a name; null where none would, as for a partner who is not listed.</summary>
    public static int? RowOf(string fingerprint, EvaluationState state, Rule rule, int number)
    {
        if (!rule.IsPerPartner)
        {
            return fingerprint == FingerprintOf(rule, number) ? 0 : null;
        }

        return PartnerIn(fingerprint, rule, number) is { } name && state.Facts.RowOf(name) is var row and >= 0 && row < state.Facts.Listed.Count && state.Facts.Listed[row].Name == name ? row : null;
    }

    /// <summary>The partner in the name of a finding; null where it is not one of this case of a rule about partners.</summary>
    public static string? PartnerIn(string fingerprint, Rule rule, int number)
    {
        var before = $"{FingerprintOf(rule, number)}/";
        return rule.IsPerPartner && fingerprint.StartsWith(before, StringComparison.Ordinal) ? fingerprint[before.Length..] : null;
    }

    private static string FingerprintOf(Rule rule, int number) => rule.Fingerprints[number];

    public string? SubjectOf(Finding finding) => finding.Case.Subject ?? (finding.PartnerRow >= 0 ? state.Facts.Listed[finding.PartnerRow].Name : null);

    /// <summary>Whether moderators would take a case, or could take it, above the cap of its chapter.</summary>
    public bool IsCapped(RaisedCase raised) => raised.Rule.Cap < Level.High && state.ResultOf(raised.Rule, raised.Case, raised.Row).IsCapped;

    public string MessageOf(Finding finding)
    {
        var message = Filled(state, finding.Rule, finding.CaseNumber, finding.PartnerRow);
        return IsFollowed(finding) ? KeepIt + message : message;
    }

    /// <summary>What the finding of a raised case says.</summary>
    public static string MessageOf(EvaluationState state, Rule rule, int number, int partner)
    {
        var message = Filled(state, rule, number, partner);
        return rule.Kind == FindingKind.Recommendation && IsFollowed(rule.Cases[number], DoneAlready(state, rule, number, partner)) ? KeepIt + message : message;
    }

    private static string Filled(EvaluationState state, Rule rule, int number, int partner)
    {
        var @case = rule.Cases[number];
        var isAboutPartner = @case.Subject is null && partner >= 0;
        return rule.FixedMessages[number]
            ?? @case.Says.Fill(state.Facts, partner, isAboutPartner ? state.Facts.Listed[partner].Name : @case.SubjectInWords, isAboutPartner);
    }

    /// <summary>What a finding says, with the language that it is in.</summary>
    public Passage SaidBy(Finding finding)
    {
        var (rule, @case, partner) = (finding.Rule, finding.Case, finding.PartnerRow);
        if (rule.Language is null)
        {
            return finding.Message;
        }

        // A name goes with the sentence around it.
        var language = rule.Said(@case.Says.Text).Language;
        var isAboutPartner = @case.Subject is null && partner >= 0;
        var message = @case.Says.Said(state.Facts, partner, isAboutPartner ? new(SubjectOf(finding), language) : rule.Said(@case.SubjectInWords), isAboutPartner, language);
        return IsFollowed(finding) ? Passage.Of($"{KeepIt}{message}") : message;
    }

    /// <summary>Whether a finding is a recommendation that is followed already, so that it is given as something to keep.</summary>
    private static bool IsFollowed(Finding finding) => finding.Kind == FindingKind.Recommendation && IsFollowed(finding.Case, finding.InPlace);

    /// <summary>Whether facts say of all steps of a case that they are done.</summary>
    private static bool IsFollowed(Case @case, IReadOnlyList<Recommendation> done) => done.Count > 0 && done.Count == @case.Recommendations.Count;

    /// <summary>The facts that raised a finding. One that reads none itself rests on those of the findings it builds on.</summary>
    public IReadOnlyList<FactReading> FactsOf(Finding finding)
    {
        var (rule, row) = (finding.Rule, Math.Max(0, finding.PartnerRow));
        var support = Interlocked.Exchange(ref collector, null) ?? new(state.Facts);
        AddSupportOf(rule, finding.CaseNumber, row, support);
        if (rule.HasLevel)
        {
            state.Gather(Truth.True, rule, finding.CaseNumber, CasePart.Moderators, row, support);
        }

        if (support.AsTheyCame.IsEmpty)
        {
            AddSupportOfWhatItBuildsOn(rule, finding.PartnerRow, support);
        }

        var facts = support.ToList();
        support.ForgetFacts();
        collector = support;
        return facts;
    }

    /// <summary>The moderators that move the level; most rules have none.</summary>
    public IReadOnlyList<Moderator> ActingOn(Finding finding)
    {
        List<Moderator>? acting = null;
        for (var i = 0; i < finding.Case.Moderators.Length && finding.Case.Level is not null; i++)
        {
            if (IsActing(finding, i) == Truth.True)
            {
                (acting ??= []).Add(finding.Case.Moderators[i]);
            }
        }

        return ReadOnly(acting);
    }

    /// <summary>The changes of the case, and the added moderators that are not known to stand still.</summary>
    public IReadOnlyList<RuleOverride> OverridesOf(Finding finding) => finding.Rule.Overrides.Count == 0 ? [] : [.. finding.Case.Overrides, .. AddedAndNotStill(finding)];

    private IEnumerable<RuleOverride> AddedAndNotStill(Finding finding) => finding.Case.Moderators
        .Where((moderator, i) => moderator.Override is not null && IsActing(finding, i) != Truth.False)
        .Select(moderator => moderator.Override!);

    public IReadOnlyList<Recommendation> DoneAlready(Finding finding) => DoneAlready(state, finding.Rule, finding.CaseNumber, finding.PartnerRow);

    /// <summary>The steps that are known to be done; of most findings, none.</summary>
    private static IReadOnlyList<Recommendation> DoneAlready(EvaluationState state, Rule rule, int number, int partner)
    {
        List<Recommendation>? done = null;
        foreach (var (step, doneWhen) in rule.StepsWithEnd[number])
        {
            if (doneWhen.Evaluate(state, partner) == Truth.True)
            {
                (done ??= []).Add(step);
            }
        }

        return ReadOnly(done);
    }

    /// <summary>What is left of some steps.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="done">Those of them that are done, in the same order.</param>
    public static IReadOnlyList<Recommendation> StillToDo(IReadOnlyList<Recommendation> steps, IReadOnlyList<Recommendation> done)
    {
        if (done.Count == 0)
        {
            return steps;
        }

        var left = new List<Recommendation>(steps.Count - done.Count);
        var doneBefore = 0;
        foreach (var step in steps)
        {
            if (doneBefore < done.Count && ReferenceEquals(step, done[doneBefore]))
            {
                doneBefore++;
            }
            else
            {
                left.Add(step);
            }
        }

        return ReadOnly(left);
    }

    /// <summary>The codes of those rules that were raised, in their order; of most findings, none.</summary>
    public IReadOnlyList<string> RaisedAmong(Rule[] rules)
    {
        List<string>? raised = null;
        foreach (var rule in rules)
        {
            if (state.IsRaised(rule))
            {
                (raised ??= []).Add(rule.Code);
            }
        }

        return ReadOnly(raised);
    }

    /// <summary>The tensions of a rule of which the other side is raised as well.</summary>
    public IReadOnlyList<Tension> TensionsOf(Rule rule)
    {
        List<Tension>? those = null;
        foreach (var tension in rule.Tensions)
        {
            for (var i = 0; i < tensions.Count; i++)
            {
                if (ReferenceEquals(tensions[i], tension))
                {
                    (those ??= []).Add(tension);
                }
            }
        }

        return ReadOnly(those);
    }

    /// <summary>A list that is handed out; null for an empty one, as most are.</summary>
    private static IReadOnlyList<T> ReadOnly<T>(List<T>? list) => list?.AsReadOnly() ?? ReadOnlyCollection<T>.Empty;

    private Truth IsActing(Finding finding, int moderator) => state.IsActing(finding.Rule, finding.CaseNumber, moderator, Math.Max(0, finding.PartnerRow));

    private void AddSupportOf(Rule rule, int number, int row, FactCollector support)
    {
        state.Gather(Truth.True, rule, number, CasePart.Guards, row, support);
        state.Gather(Truth.True, rule, number, CasePart.When, row, support);
    }

    /// <summary>Adds the facts of the findings on which a rule builds, for the same partner where they are about partners.</summary>
    private void AddSupportOfWhatItBuildsOn(Rule rule, int partner, FactCollector support)
    {
        foreach (var other in rule.BuildsOn.Select(code => state.Book.Find(code)!))
        {
            for (var v = 0; v < other.Cases.Length && state.ErrorOf(other) is null; v++)
            {
                for (var row = 0; row < state.RowsOf(other); row++)
                {
                    if (state.ResultOf(other, v, row).Raised == Truth.True && (partner < 0 || !other.IsPerPartner || row == partner))
                    {
                        AddSupportOf(other, v, row, support);
                        AddSupportOfWhatItBuildsOn(other, EvaluationState.PartnerAt(other, row), support);
                    }
                }
            }
        }
    }
}
