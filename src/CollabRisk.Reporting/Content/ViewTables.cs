using CollabRisk.Perspectives;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>Several partners' views as tables; they tell no more of who says what than the page does.</summary>
internal static class ViewTables
{
    /// <summary>Each fact that someone knows: what is disputed first, by what is at stake, then what one alone knows, then what is agreed.</summary>
    public static Table Facts(Views views)
    {
        var perspectives = views.Assessed.Perspectives;
        var rows = views.Assessed.Disagreements.Select(each => Row(views, "disputed", each.Held, views.HoldsOpen(each)))
            .Concat(perspectives.KnownToOne.Select(held => Row(views, "known to one only", held, null)))
            .Concat(perspectives.Agreed.Select(held => Row(views, "agreed", held, null)));
        return new(
            "What is said",
            ["State", "Matter", "Question", "Answers", .. views.TellsWho ? views.Holders.Select(holder => holder.Name) : [], "At stake", "Path"],
            [.. rows],
            "Nothing is known to anyone.");
    }

    /// <summary>The range of all together, and of each where that may be told.</summary>
    public static Table Ranges(Views views) => new(
        "The range as each sees it",
        ["View", "Range", "Assessable", "At least", "At most", "Findings", "Facts known", "Facts"],
        [
            .. views.TellsWho ? views.Holders.Select(holder => Row(holder.Name, holder.View.Assessment)) : [],
            Row("all merged", views.Assessed.Merged),
        ],
        "");

    private static object?[] Row(string name, Assessment assessment) =>
    [
        name, Wording.Short(assessment.Overall), assessment.Overall.Assessable ? "yes" : "no", assessment.Overall.AtLeast.ToString(), assessment.Overall.AtMost.ToString(),
        assessment.Findings.Count(finding => finding.Level is not null), assessment.KnownFacts, assessment.TotalFacts,
    ];

    private static object?[] Row(Views views, string state, HeldFact held, Passage atStake) =>
    [
        state, $"{views.Matter(held)}", $"{views.Say(held.Question)}", string.Join("; ", views.Answers(held).Select(each => each.Answer)),
        .. views.TellsWho ? views.Holders.Select(holder => Views.Said(held, holder.View)?.ToString()) : [],
        atStake.IsEmpty ? null : atStake.ToString(), held.Path,
    ];
}
