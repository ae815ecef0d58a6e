using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>
/// The sources' table of what draws a network together, what that asks of leaders and what it makes hard, with what is so here. What the
/// text of a source says and what only the order of a table implies are kept apart.
/// </summary>
internal sealed class PairingSection(AssessmentContent content)
{
    private readonly IReadOnlyList<Pairing> attributes = Of(content.Assessment, "DRIVER-ATTRIBUTE");
    private readonly IReadOnlyList<Pairing> challenges = Of(content.Assessment, "DRIVER-CHALLENGE");

    /// <summary>Whether it is known which form or drivers there are: otherwise nothing can be said of any row.</summary>
    public bool HasSomething => attributes.Concat(challenges).Any(pairing => pairing.Guard == CollabRisk.Conditions.Truth.True);

    public Markup Write()
    {
        var forms = attributes.Concat(challenges).Select(pairing => pairing.Form).Distinct(StringComparer.Ordinal).ToList();
        return Markup.Of($"""
            <p>What draws a network together asks something of its leaders and makes something hard. The sources’ text says so for some forms; for the others only the order of a table implies it.</p>
            <div class="tw"><table role="table" class="t st"><caption>What goes with each form or driver, and whether it is so here</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Form or driver</th><th role="columnheader" scope="col">Here</th><th role="columnheader" scope="col">Asks of leaders</th><th role="columnheader" scope="col">Makes hard</th></tr></thead><tbody role="rowgroup">{Markup.Each(forms, Row)}</tbody></table></div>
            """);
    }

    private Markup Row(string form)
    {
        var all = attributes.Concat(challenges).Where(pairing => pairing.Form == form).ToList();
        var here = all[0].Guard switch
        {
            CollabRisk.Conditions.Truth.True => "yes",
            CollabRisk.Conditions.Truth.False => "no",
            _ => Wording.NotKnown,
        };
        return Markup.Of($"""
            <tr role="row"><th role="rowheader" scope="row">{Words.Capitalize(form)}</th><td role="cell" data-l="Here">{here}</td><td role="cell" data-l="Asks of leaders">{Markup.Each(attributes.Where(pairing => pairing.Form == form), Cell)}</td><td role="cell" data-l="Makes hard">{Markup.Each(challenges.Where(pairing => pairing.Form == form), Cell)}</td></tr>
            """);
    }

    private Markup Cell(Pairing pairing)
    {
        var card = content.Cards.FirstOrDefault(each => each.Code == pairing.Code && each.First.Subject == pairing.Subject);
        var state = pairing.Outcome switch
        {
            Outcome.Raised when card is not null => Markup.Of($"""{Pictures.Mark(card.Level)} {card.Level.ToString()}, <a href="#f{card.Number}">finding {card.Number}</a>"""),
            Outcome.Clear => Markup.Of($"{Pictures.Unit(RuleState.Clear)} clear"),
            Outcome.Undetermined => Markup.Of($"{Pictures.Unit(RuleState.Open)} not known"),
            Outcome.NotApplicable => Markup.Of($"{Pictures.Unit(RuleState.NotApplicable)} does not apply"),
            _ => Markup.Text("not told"),
        };
        return Markup.Of($"""<p>{Words.Capitalize(pairing.With)}: {state} <span class="{(pairing.IsImplied ? "own" : "mut small")}">{(pairing.IsImplied ? "only implied by a table" : "said in the text")}</span></p>""");
    }

    private static List<Pairing> Of(Assessment assessment, string code)
    {
        if (assessment.RuleBook.Find(code) is not { IsSwitchedOff: false } rule)
        {
            return [];
        }

        var pairings = new List<Pairing>();
        foreach (var each in assessment.Explain(code).Cases)
        {
            // A subject names the form first: "niche and entrepreneurship".
            var parts = each.Subject?.Split(" and ", 2);
            if (parts is not [var form, var with] || rule.CasesInWords.FirstOrDefault(words => words.Subject == each.Subject) is not { } inWords)
            {
                continue;
            }

            pairings.Add(new Pairing(code, each.Subject!, form, with, each.Outcome, each.Guard?.Value ?? CollabRisk.Conditions.Truth.True, inWords.Confidence == Confidence.Implied));
        }

        return pairings;
    }

    private sealed record Pairing(string Code, string Subject, string Form, string With, Outcome Outcome, CollabRisk.Conditions.Truth Guard, bool IsImplied);
}
