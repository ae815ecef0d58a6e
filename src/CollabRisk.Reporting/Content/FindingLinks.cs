using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>What is linked: a card, another finding, or a risk that could follow and of which nothing is known.</summary>
/// <param name="Code">The code of the rule.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Cards">The cards of the rule; empty for all else.</param>
/// <param name="Kind">What it is; <see langword="null"/> for what could follow and is not known.</param>
internal sealed record LinkNode(string Code, Passage Title, IReadOnlyList<Card> Cards, FindingKind? Kind);

/// <summary>
/// How the findings hang together, from what builds on what and what leads to what in the sources: only what has to do with a risk or a
/// mismatch that was found.
/// </summary>
internal sealed class FindingLinks
{
    private readonly Dictionary<string, LinkNode> nodes = new(StringComparer.Ordinal);
    private readonly List<(LinkNode From, LinkNode To)> edges = [];

    public FindingLinks(AssessmentContent content)
    {
        var assessment = content.Assessment;
        var cards = content.Cards.ToLookup(card => card.Code, StringComparer.Ordinal);
        var raised = assessment.Findings.DistinctBy(finding => finding.Code, StringComparer.Ordinal).ToDictionary(finding => finding.Code, StringComparer.Ordinal);
        var pairs = new List<(string From, string To)>();
        foreach (var finding in content.Cards.Select(card => card.First).Concat(raised.Values))
        {
            pairs.AddRange(finding.LeadsTo.Where(raised.ContainsKey).Select(to => (finding.Code, to)));
            pairs.AddRange(finding.BuildsOn.Where(raised.ContainsKey).Select(from => (from, finding.Code)));
        }

        foreach (var card in content.Cards)
        {
            pairs.AddRange(card.Rule.LeadsTo
                .Where(to => assessment.RuleBook.Find(to) is { HasLevel: true, IsSwitchedOff: false } && assessment.Outcomes[to].Outcome == Outcome.Undetermined)
                .Select(to => (card.Code, to)));
        }

        foreach (var (from, to) in pairs.Distinct().Where(pair => pair.From != pair.To && (cards.Contains(pair.From) || cards.Contains(pair.To))))
        {
            edges.Add((Node(from), Node(to)));
        }

        LinkNode Node(string code)
        {
            if (!nodes.TryGetValue(code, out var node))
            {
                nodes[code] = node = new LinkNode(code, content.TitleOf(code), [.. cards[code]], raised.TryGetValue(code, out var finding) ? finding.Kind : null);
            }

            return node;
        }
    }

    public IReadOnlyCollection<LinkNode> Nodes => nodes.Values;

    public IReadOnlyList<(LinkNode From, LinkNode To)> Edges => edges;

    /// <summary>What a node leads to.</summary>
    public IEnumerable<LinkNode> After(LinkNode node) => edges.Where(edge => edge.From == node).Select(edge => edge.To);

    /// <summary>Where to begin: what nothing leads to, and one of each circle that nothing else leads to. In the order of the cards they reach.</summary>
    public IReadOnlyList<LinkNode> Beginnings => field ??= BeginningsOf();

    /// <summary>Each node once, with how deep it is below where it begins, as a tree to be read from top to bottom; what was reached before is not entered again.</summary>
    public IEnumerable<(LinkNode Node, int Depth)> Tree()
    {
        var seen = new HashSet<LinkNode>();
        return Beginnings.SelectMany(beginning => Below(beginning, 0, seen));
    }

    private IEnumerable<(LinkNode Node, int Depth)> Below(LinkNode node, int depth, HashSet<LinkNode> seen) =>
        seen.Add(node) ? After(node).SelectMany(next => Below(next, depth + 1, seen)).Prepend((node, depth)) : [];

    private List<LinkNode> BeginningsOf()
    {
        var entered = edges.Select(edge => edge.To).ToHashSet();
        var beginnings = nodes.Values.Where(node => !entered.Contains(node)).OrderBy(FirstNumber).ToList();
        var reached = new HashSet<LinkNode>();
        beginnings.ForEach(Reach);
        foreach (var node in nodes.Values.OrderBy(FirstNumber).Where(node => !reached.Contains(node)))
        {
            if (!reached.Contains(node))
            {
                beginnings.Add(node);
                Reach(node);
            }
        }

        return beginnings;

        void Reach(LinkNode node)
        {
            if (reached.Add(node))
            {
                foreach (var next in After(node))
                {
                    Reach(next);
                }
            }
        }
    }

    /// <summary>The smallest number of a card at the node or right after it.</summary>
    private int FirstNumber(LinkNode node) =>
        node.Cards.Concat(After(node).SelectMany(next => next.Cards)).Select(card => card.Number).DefaultIfEmpty(int.MaxValue).Min();
}
