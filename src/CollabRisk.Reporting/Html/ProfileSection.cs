using CollabRisk.Reporting.Content;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>Each rule with a level as one square, by area, and by heading of the sources with its name.</summary>
internal sealed class ProfileSection(AssessmentContent content)
{
    public Markup Write()
    {
        var areas = content.Rules.GroupBy(rule => rule.Rule.Area).OrderBy(area => area.Key);
        var failed = content.Count(RuleState.Failed) > 0;
        return Markup.Of($"""
            <p>Each square is one possible risk that the rules ask about. An area with few raised squares is not a safe area where most squares are not known.</p>
            <ul class="legend"><li>{Pictures.Unit(RuleState.High)}{Pictures.Unit(RuleState.Moderate)}{Pictures.Unit(RuleState.Low)} raised, at least High, Moderate, Low</li><li>{Pictures.Unit(RuleState.Clear)} clear: the facts rule it out</li><li>{Pictures.Unit(RuleState.Open)} not known</li><li>{Pictures.Unit(RuleState.NotApplicable)} does not apply</li>{Markup.When(failed, () => Markup.Of($"<li>{Pictures.Unit(RuleState.Failed)} the rule failed: not known</li>"))}</ul><div class="prof">{Markup.Each(areas, Row)}</div>
            """);
    }

    private Markup Row(IGrouping<Area, RuleStanding> area)
    {
        var (name, about) = Wording.Of(area.Key);
        var rules = area.ToList();
        return Markup.Of($"""
            <div class="prow"><div><h3>{name}</h3><p class="mut">{about}</p></div><div aria-hidden="true">{Squares(rules)}</div><p>{Counts(rules)}</p>
            <details class="chap"><summary>By heading of the sources<span class="vh">: {name}</span></summary>{Markup.Each(rules.GroupBy(rule => rule.Rule.Chapter, StringComparer.Ordinal), Chapter)}</details></div>
            """);
    }

    private Markup Chapter(IGrouping<string, RuleStanding> chapter)
    {
        var rules = chapter.ToList();
        return Markup.Of($"""
            <div class="rules"><p><b>{rules[0].Rule.Said(chapter.Key)}</b> <span aria-hidden="true">{Squares(rules)}</span></p><p class="small">{Markup.Join(" ", chapter.GroupBy(rule => rule.State).OrderBy(state => state.Key).Select(Named))}</p></div>
            """);
    }

    private static Markup Named(IGrouping<RuleState, RuleStanding> state)
    {
        var titles = Passage.Join("; ", state.Select(rule => Wording.Lower(rule.Rule.SaidTitle)).Distinct());
        return Markup.Of($"<b>{(state.Key == RuleState.Clear ? "Ruled out" : Words.Capitalize(Wording.Of(state.Key)))}:</b> {titles}.");
    }

    private static Markup Squares(List<RuleStanding> rules) => Markup.Each(rules.OrderBy(rule => rule.State), rule => Pictures.Unit(rule.State));

    /// <summary>The counts, with what is not known always said.</summary>
    public static Markup Counts(IReadOnlyList<RuleStanding> rules)
    {
        var raised = rules.Count(rule => rule.State <= RuleState.Low);
        var clear = rules.Count(rule => rule.State == RuleState.Clear);
        var open = rules.Count(rule => rule.State is RuleState.Open or RuleState.Failed);
        return Markup.Of($"{(raised > 0 ? Markup.Of($"<b>{raised} raised</b>") : Markup.Text("none raised"))}, {clear} clear, {open} not known");
    }
}
