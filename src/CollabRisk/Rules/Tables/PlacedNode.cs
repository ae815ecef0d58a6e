using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Tables;

/// <summary>
/// A node of a condition with the place of its value. Trees are lists of these, each node before those below it, so that what gave a case its value, or
/// keeps it from having one, is found without asking any node again.
/// </summary>
/// <param name="Node">The node.</param>
/// <param name="Slot">Where its value is.</param>
/// <param name="IsOfPartner">Whether that is among the values of a row of partners; otherwise it is among those of the collaboration.</param>
/// <param name="Below">How many nodes of the list are below it; none below a test, nor below a node that looks itself at what is there.</param>
internal readonly record struct PlacedNode(Condition Node, int Slot, bool IsOfPartner, int Below)
{
    /// <summary>The fact of a test of one fact: that is all that gives it its value. Most nodes without others below are such tests, so that no node has to be asked.</summary>
    public Fact? Tested { get; } = (Node as FactTest)?.Fact;

    /// <summary>Whether the nodes below it are asked of every partner.</summary>
    public bool AsksAllPartners { get; } = Node is OfAllPartners && Below > 0;
}

/// <summary>The trees of a case with their places.</summary>
/// <param name="Guards">Those that say whether it applies.</param>
/// <param name="When">That which says whether it is raised.</param>
/// <param name="Moderators">Those that move its level; none where it has no level.</param>
internal sealed record PlacedTrees(PlacedNode[] Guards, PlacedNode[] When, PlacedNode[] Moderators)
{
    public PlacedNode[] Of(CasePart part) => part switch { CasePart.Guards => Guards, CasePart.When => When, _ => Moderators };
}
