using System.Globalization;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>How the findings hang together: drawn from left to right where there is room, and as a tree to read on phones and paper.</summary>
internal sealed class ChainSection(AssessmentContent content)
{
    private const double Width = 1116;
    private const double Gap = 74;
    private const double Height = 58;
    private const double RowHeight = 74;
    private const int MostColumns = 4;
    private const int MostNodes = 40;

    private readonly Dictionary<LinkNode, (int Column, double Row)> places = [];

    public Markup Write()
    {
        var links = content.Links;
        if (links.Edges.Count == 0)
        {
            return Markup.Of($"<p>The sources link none of these findings with another, so each is read on its own.</p>");
        }

        Place(links);
        var columns = places.Values.Max(place => place.Column) + 1;
        var drawn = columns <= MostColumns && links.Nodes.Count <= MostNodes;
        var tree = Markup.Of($"""<ul class="tree">{Markup.Each(links.Tree(), TreeLine)}</ul>""");
        return Markup.Of($"""
            <p>An arrow means <em>contributes to</em>, as the sources tell it. None of them shows a cause. Begin {(drawn ? "at the left" : "at the top of each tree")}: what helps there may ease what follows.</p><div class="chain">{(drawn ? Markup.Of($"{Picture(links, columns)}<details><summary>The same as a list</summary>{tree}</details>") : tree)}</div>
            """);
    }

    private Markup TreeLine((LinkNode Node, int Depth) line)
    {
        var node = line.Node;
        var name = Markup.Join(", ", node.Cards.Select(card => Markup.Of($"""<a href="#f{card.Number}">finding {card.Number}</a>""")));
        var again = content.Links.After(node).Select(next => Wording.Lower(next.Title)).ToList();
        return Markup.Of($"""
            <li class="d{Math.Min(line.Depth, 4)}">{Markup.When(line.Depth > 0, () => Markup.Of($"""<span class="arrow" aria-hidden="true">↳</span>"""))}<span class="n{(node.Kind is null ? " q" : node.Cards.Count == 0 ? " c" : "")}">{Markup.When(node.Cards.Count > 0, () => Pictures.Mark(node.Cards[0].Level))}<b>{node.Title}</b> <span class="mut">{What(node)}{Markup.When(!name.IsEmpty, () => Markup.Of($", {name}"))}</span></span>{Markup.When(again.Count > 0, () => Markup.Of($"""<span class="vh"> contributes to: {Passage.Join("; ", again)}</span>"""))}</li>
            """);
    }

    private static string What(LinkNode node) => node.Kind is null ? "could follow: not known"
        : node.Cards.Count > 0 ? node.Cards[0].Level.ToString()
        : $"{Wording.Of(node.Kind.Value)}, no level";

    private Markup Picture(FindingLinks links, int columns)
    {
        var width = Math.Min(308, (Width - (Gap * (columns - 1))) / columns);
        var step = columns == 1 ? 0 : Math.Min(width + 92, (Width - width) / (columns - 1));
        var height = ((places.Values.Max(place => place.Row) + 1) * RowHeight) + 4;
        return Markup.Of($"""
            <svg viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="group" aria-label="Diagram: which findings contribute to which. The same as a list follows.">{Markup.Each(links.Edges, Edge)}{Markup.Each(links.Nodes, Box)}</svg>
            """);

        (double X, double Y) At(LinkNode node) => (2 + (places[node].Column * step), 6 + (places[node].Row * RowHeight));

        Markup Edge((LinkNode From, LinkNode To) edge)
        {
            var (from, to) = (At(edge.From), At(edge.To));
            var (x1, y1, x2, y2) = (from.X + width, from.Y + (Height / 2), to.X - 2, to.Y + (Height / 2));

            // What leads back goes round below, so that no line hides behind a box.
            var path = x2 > x1
                ? Markup.Of($"M{x1} {y1} C{x1 + (step - width) / 2} {y1} {x2 - ((step - width) / 2)} {y2} {x2} {y2}")
                : Markup.Of($"M{from.X + (width / 2)} {from.Y + Height} C{from.X + (width / 2)} {from.Y + Height + 40} {to.X + (width / 2)} {to.Y + Height + 40} {to.X + (width / 2)} {to.Y + Height + 2}");
            return Markup.Of($"""<path d="{path}" fill="none" stroke="var(--ink2)" stroke-width="1.6"{Markup.When(edge.To.Kind is null, () => Markup.Of($""" stroke-dasharray="5 4" """))} marker-end="url(#arr)"/>""");
        }

        Markup Box(LinkNode node)
        {
            var (x, y) = At(node);
            var lines = Wrap(node.Title.ToString(), (int)((width - 28) / 7.3));
            var numbers = node.Cards.Count == 0 ? "" : $", finding{(node.Cards.Count > 1 ? "s" : "")} {Wording.Some([.. node.Cards.Select(card => card.Number.ToString(CultureInfo.InvariantCulture))], 3, ", ")}";
            var box = node.Cards.Count > 0
                ? Markup.Of($"""<rect x="{x}" y="{y}" width="{width}" height="{Height}" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.5"/><rect x="{x}" y="{y}" width="8" height="{Height}" fill="var(--{Pictures.Paint(node.Cards[0].Level.AtLeast)})"/>""")
                : node.Kind is null
                ? Markup.Of($"""<rect x="{x}" y="{y}" width="{width}" height="{Height}" fill="var(--paper)" stroke="var(--unk)" stroke-dasharray="5 4"/>""")
                : Markup.Of($"""<rect x="{x}" y="{y}" width="{width}" height="{Height}" rx="18" fill="var(--panel)" stroke="var(--line2)"/>""");
            var text = Markup.Each(lines.Select((line, at) => (line, at)), line =>
                Markup.Of($"""<text x="{x + 18}" y="{y + (lines.Count == 1 ? 24 : 18 + (16 * line.at))}" class="nt"{Markup.LanguageOf(node.Title)}>{line.line}</text>"""));
            var all = Markup.Of($"""{box}{text}<text x="{x + 18}" y="{y + 50}" class="ns">{What(node)}{numbers}</text>""");
            return node.Cards.Count == 0 ? all : Markup.Of($"""<a href="#f{node.Cards[0].Number}">{all}</a>""");
        }
    }

    /// <summary>
    /// Gives each node a column, one to the right of all that leads to it, and a row of its own there. What closes a circle counts for
    /// nothing, since the sources' loops are run through once.
    /// </summary>
    private void Place(FindingLinks links)
    {
        var columns = new Dictionary<LinkNode, int>();
        var open = new HashSet<LinkNode>();
        foreach (var beginning in links.Beginnings)
        {
            Push(beginning, 0);
        }

        var rows = 0.0;
        var seen = new HashSet<LinkNode>();
        foreach (var beginning in links.Beginnings)
        {
            Row(beginning);
        }

        void Push(LinkNode node, int column)
        {
            if (!open.Add(node))
            {
                return;
            }

            if (!columns.TryGetValue(node, out var known) || known < column)
            {
                columns[node] = column;
                foreach (var next in links.After(node))
                {
                    Push(next, column + 1);
                }
            }

            open.Remove(node);
        }

        double Row(LinkNode node)
        {
            if (!seen.Add(node))
            {
                return -1;
            }

            var below = links.After(node).Select(Row).Where(row => row >= 0).ToList();
            var row = below.Count == 0 ? rows++ : (below[0] + below[^1]) / 2;
            places[node] = (columns[node], row);
            return row;
        }
    }

    /// <summary>The title in at most two lines; the list below has it in full.</summary>
    private static List<string> Wrap(string title, int most)
    {
        var lines = new List<string> { "" };
        foreach (var word in title.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > most)
            {
                if (lines.Count == 2)
                {
                    lines[1] = LongNames.Cut(lines[1], most - 1).TrimEnd('…') + "…";
                    return lines;
                }

                lines.Add("");
            }

            lines[^1] = LongNames.Cut(lines[^1].Length == 0 ? word : $"{lines[^1]} {word}", most);
        }

        return lines;
    }
}
