using System.Text;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Conditions;

/// <summary>
/// A node of the condition tree: the one form in which every rule's conditions are kept, whoever wrote them.
/// Evaluation, explanation, digests and documentation all read this tree.
/// </summary>
internal abstract class Condition
{
    /// <summary>Where the author wrote the node; null where it was not read from a text.</summary>
    public TextPlace? Place { get; set; }

    /// <summary>The nodes below this one.</summary>
    public virtual IReadOnlyList<Condition> Children => [];

    /// <summary>The value of the node.</summary>
    /// <param name="context">The facts, and what is known of other rules.</param>
    /// <param name="partner">The row of the partner in question, or -1 where the condition is about the collaboration.</param>
    public abstract Truth Evaluate(ConditionContext context, int partner);

    /// <summary>
    /// The value of "not this". What compares a fact that does not apply is false and its opposite is false as well, so this is not
    /// always the opposite of <see cref="Evaluate"/>: it is that of the condition with "not" taken down, where there is one.
    /// </summary>
    public virtual Truth EvaluateOpposite(ConditionContext context, int partner) =>
        Not.Of(this) is var opposite and not Not ? opposite.Evaluate(context, partner) : Kleene.Not(Evaluate(context, partner));

    /// <summary>Adds the unknown facts that keep the node from having a value. Asked only of nodes whose value is unknown.</summary>
    public virtual void AddOpen(ConditionContext context, int partner, OpenCollector open)
    {
        foreach (var child in Children)
        {
            if (child.Evaluate(context, partner) == Truth.Unknown)
            {
                child.AddOpen(context, partner, open);
            }
        }
    }

    /// <summary>Adds the known facts that give the node its value. Asked only of nodes whose value is known.</summary>
    public virtual void AddSupport(ConditionContext context, int partner, FactCollector support)
    {
        var value = Evaluate(context, partner);
        foreach (var child in Children)
        {
            if (child.Evaluate(context, partner) == value)
            {
                child.AddSupport(context, partner, support);
            }
        }
    }

    /// <summary>Adds what gives the node its value: to an <see cref="OpenCollector"/> the unknown facts that keep it from having one, to any other the known facts.</summary>
    public void Gather(ConditionContext context, int partner, FactCollector to)
    {
        if (to is OpenCollector open)
        {
            AddOpen(context, partner, open);
        }
        else
        {
            AddSupport(context, partner, to);
        }
    }

    /// <summary>What the node asks, in plain words; of a node with others below it, what it asks of them.</summary>
    public virtual string Describe() => ToString();

    /// <summary>What the node found where that is not a fact, as a clause: another rule, or the overall range.</summary>
    public virtual string? Found(ConditionContext context, int partner) => null;

    /// <summary>Adds the facts that this node itself reads, known or not.</summary>
    public virtual void AddRead(ConditionContext context, int partner, FactCollector read)
    {
        foreach (var fact in OwnFacts)
        {
            read.Add(fact, partner);
        }
    }

    /// <summary>
    /// The nodes below this one, each with the row of the partner it is asked about. A quantifier asks about every row, and
    /// names whom it asks about.
    /// </summary>
    public virtual IEnumerable<(Condition Child, int Partner, string? Name)> Asked(ConditionContext context, int partner) =>
        Children.Select(child => (child, partner, (string?)null));

    /// <summary>The facts that this node itself reads.</summary>
    public virtual IReadOnlyList<Fact> OwnFacts => [];

    /// <summary>The rules on which this node itself builds.</summary>
    public virtual IEnumerable<string> OwnCodes => [];

    /// <summary>All facts that the tree reads, each once for each time it is read.</summary>
    public IEnumerable<Fact> Facts => All.SelectMany(node => node.OwnFacts);

    /// <summary>The node and all below it, each node before those below it.</summary>
    public IReadOnlyList<Condition> All
    {
        get
        {
            var all = new List<Condition>();
            AddTo(all);
            return all;
        }
    }

    /// <summary>Adds the node and all below it, each node before those below it.</summary>
    public void AddTo(List<Condition> nodes)
    {
        nodes.Add(this);
        foreach (var child in Children)
        {
            child.AddTo(nodes);
        }
    }

    /// <summary>Writes the node in its one canonical form.</summary>
    public abstract void Write(StringBuilder text);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    protected static void WriteCall(StringBuilder text, string name, IEnumerable<Condition> arguments)
    {
        text.Append(name).Append('(');
        var first = true;
        foreach (var argument in arguments)
        {
            if (!first)
            {
                text.Append(", ");
            }

            argument.Write(text);
            first = false;
        }

        text.Append(')');
    }
}
