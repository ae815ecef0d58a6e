using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Tables;

/// <summary>Flattens the condition trees of a rule book. A node that occurs more than once, in whatever rules, is one node here.</summary>
internal sealed class TruthTableBuilder
{
    private readonly RuleBook book;
    private readonly Space root;
    private readonly Space row;
    private readonly Dictionary<string, Node> raised = new(StringComparer.Ordinal);
    private readonly HashSet<string> walked = new(StringComparer.Ordinal);
    private readonly List<(Rule Rule, int Number, Node Guard, Node When, Node[] Moderators, Node Raised)> cases = [];

    public TruthTableBuilder(RuleBook book)
    {
        this.book = book;
        root = new(book.Facts.Collaboration.ByteCount);
        row = new(book.Facts.Partner.ByteCount);
    }

    public TruthTables Build()
    {
        foreach (var rule in book.Rules)
        {
            if (rule.Conditions.All(condition => condition.All.All(IsKnown)))
            {
                Add(rule);
            }
            else
            {
                walked.Add(rule.Code);
            }
        }

        return Lay();
    }

    /// <summary>Whether a node can be flattened. Any other may fail, or ask for levels, which tables do not have.</summary>
    private bool IsKnown(Condition node) => node switch
    {
        AllOf or AnyOf or AtLeastOf or Not or OneOf or NumberTest or PairTest or SetTest or UnknownTest or OfAllPartners => true,
        RaisedTest other => other.Level is null && !walked.Contains(other.Code),
        _ => false,
    };

    private void Add(Rule rule)
    {
        var space = rule.IsPerPartner ? row : root;
        var any = space.Of(Constant.False);
        for (var v = 0; v < rule.Cases.Count; v++)
        {
            var @case = rule.Cases[v];
            var guard = And(space, Flat(rule.AppliesWhen, space), Flat(@case.AppliesWhen, space));
            var when = Flat(@case.When, space);
            if (rule.IsPerPartner)
            {
                // Who the partners are that are not listed no one has said, so nothing is raised about them.
                when = And(space, when, space.Of(Constant.Listed));
            }

            var isRaised = And(space, guard, when);
            any = Or(space, any, isRaised);
            cases.Add((rule, v, guard, when, rule.HasLevel ? [.. @case.Moderators.Select(moderator => Flat(moderator.When, space))] : [], isRaised));
        }

        raised.Add(rule.Code, any);
    }

    private Node Flat(Condition? condition, Space space)
    {
        switch (condition)
        {
            case null:
                return space.Of(Constant.True);
            case var _ when space == row && !IsOfPartner(condition):
                return Imported(Flat(condition, root));
            case AllOf:
                return condition.Children.Select(child => Flat(child, space)).Aggregate(space.Of(Constant.True), (a, b) => And(space, a, b));
            case AnyOf:
                return condition.Children.Select(child => Flat(child, space)).Aggregate(space.Of(Constant.False), (a, b) => Or(space, a, b));
            case AtLeastOf some:
                return AtLeastOf.Of(
                    [.. some.Children.Select(child => Flat(child, space))], some.Count, space.Of(Constant.True), space.Of(Constant.False),
                    (a, b) => And(space, a, b), (a, b) => Or(space, a, b));
            case Not { Children: [SetTest or SubsetTest or PartnersDiffer] }:
                // Of what does not apply these are false, and so are their opposites: the opposite is a test of its own.
                return space.Test(condition);
            case Not { Children: [AtLeastPartners few] } when few.Quota != Quota.One:
                return Quantified(QuantifierKind.FewerMiss, few.Quota, Flat(Not.Of(few.Children[0]), row));
            case Not when Not.Of(condition.Children[0]) is not Not and var opposite:
                return Flat(opposite, space);
            case Not:
                var child = Flat(condition.Children[0], space);
                return space.Operation(child, child, OperationKind.Not);
            case OneOf { Fact.IsByte: true } test:
                var none = 1UL << FactCodes.ToByte(test.Fact.Type, Fact.NotApplicable);
                return OfByte(test.Fact, space, PassingBytes(test, passing: true), PassingBytes(test, passing: false) | none);
            case UnknownTest { Fact.IsByte: true } test:
                var unknown = 1UL << FactCodes.ToByte(test.Fact.Type, Fact.Unknown);
                return OfByte(test.Fact, space, unknown, ~unknown);
            case EveryPartner:
                return Quantified(QuantifierKind.Every, default, Flat(condition.Children[0], row));
            case AtLeastPartners enough:
                return Quantified(QuantifierKind.AtLeast, enough.Quota, Flat(condition.Children[0], row));
            case RaisedTest other:
                var of = raised[other.Code];
                return book.Find(other.Code)!.IsPerPartner && space == root ? Quantified(QuantifierKind.Any, default, of) : of;
            default:
                return space.Test(condition);
        }
    }

    /// <summary>Whether the value of a node differs from partner to partner.</summary>
    private bool IsOfPartner(Condition node) => node switch
    {
        RaisedTest other => book.Find(other.Code)!.IsPerPartner,
        OfAllPartners => false,
        _ => node.OwnFacts.Any(fact => fact.IsPerPartner) || node.Children.Any(IsOfPartner),
    };

    private static ulong PassingBytes(OneOf test, bool passing)
    {
        var bits = 0UL;
        for (var code = 0; code < (test.Fact.Type == FactType.YesNo ? 2 : test.Fact.AllowedWords.Count); code++)
        {
            bits |= test.Holds(code) == passing ? 1UL << FactCodes.ToByte(test.Fact.Type, code) : 0;
        }

        return bits;
    }

    private static Node OfByte(Fact fact, Space space, ulong passing, ulong failing) =>
        fact.Type == FactType.YesNo && (passing, failing) == (0b100, 0b1001) ? space.Known(fact.Slot) : space.Word(fact.Slot, passing, failing);

    private static Node And(Space space, Node a, Node b) =>
        a == space.Of(Constant.True) ? b : b == space.Of(Constant.True) ? a : space.Operation(a, b, OperationKind.And);

    private static Node Or(Space space, Node a, Node b) =>
        a == space.Of(Constant.False) ? b : b == space.Of(Constant.False) ? a : space.Operation(a, b, OperationKind.Or);

    private Node Imported(Node of) =>
        of == root.Of(Constant.True) ? row.Of(Constant.True) : of == root.Of(Constant.False) ? row.Of(Constant.False) : row.Import(of);

    private Node Quantified(QuantifierKind kind, Quota quota, Node of) => root.Quantified(kind, quota, of);

    /// <summary>Gives every node its slot, in an order in which each comes after what it reads.</summary>
    private TruthTables Lay()
    {
        root.LayTests();
        row.LayTests();
        var stages = new Stage[Math.Max(root.Stages, row.Stages)];
        for (var stage = 0; stage < stages.Length; stage++)
        {
            stages[stage] = new(root.LayQuantifiers(stage), root.LayOperations(stage), row.LayImports(stage), row.LayOperations(stage));
        }

        var slots = new CaseSlots[]?[book.Rules.Count];
        foreach (var (rule, number, guard, when, moderators, _) in cases)
        {
            (slots[rule.Index] ??= new CaseSlots[rule.Cases.Count])[number] = new(guard.Slot, when.Slot, [.. moderators.Select(moderator => moderator.Slot)]);
        }

        return new TruthTables(
            LayCases(root, isPerPartner: false), LayCases(row, isPerPartner: true), stages, slots, [.. book.Rules.Where(rule => walked.Contains(rule.Code))]);
    }

    private TruthSpace LayCases(Space space, bool isPerPartner)
    {
        var own = cases.Where(each => each.Rule.IsPerPartner == isPerPartner)
            .Select(each => (each.Rule, each.Number, each.Raised, Block: BlockOf(each.Rule, each.Number)))
            .OrderBy(each => each.Block).ToList();
        var blocks = new CaseBlocks(space.Count, Size(0), Size(1), Size(2), Size(3), [.. own.Select(each => (each.Rule, each.Number))]);
        return space.ToTable(blocks, [.. own.Select(each => each.Raised.Slot)]);

        int Size(int block) => own.Count(each => each.Block == block);
    }

    /// <summary>By what the case counts for: 0 to 2 for High to Low, 3 where moderators decide, 4 for nothing.</summary>
    private static int BlockOf(Rule rule, int number)
    {
        var @case = rule.Cases[number];
        return !rule.HasLevel || @case.IsSwitchedOff ? 4
            : @case.Moderators.Count > 0 ? 3
            : Level.High - (Level)Math.Clamp((int)@case.Level!.Level, (int)Level.Low, (int)rule.Cap);
    }

    /// <summary>A distinct node.</summary>
    /// <param name="stage">The stage in which its value can be worked out.</param>
    /// <param name="depth">For how many operations of that stage, one after the other, it waits.</param>
    private class Node(int stage, int depth)
    {
        public int Stage => stage;

        public int Depth => depth;

        /// <summary>Where its value is, once that is laid.</summary>
        public int Slot { get; set; } = -1;
    }

    private sealed class OperationNode(Node a, Node b, OperationKind kind)
        : Node(Math.Max(a.Stage, b.Stage), 1 + Math.Max(a.Stage < b.Stage ? 0 : a.Depth, b.Stage < a.Stage ? 0 : b.Depth))
    {
        public OperationKind Kind => kind;

        public Operation ToTable() => new(a.Slot, b.Slot);
    }

    /// <summary>A node that is asked before all others.</summary>
    private sealed class TestNode() : Node(0, 0);

    private sealed class ImportNode(Node of) : Node(of.Stage, 0)
    {
        public int From => of.Slot;
    }

    private sealed class QuantifiedNode(QuantifierKind kind, Quota quota, Node of) : Node(of.Stage + 1, 0)
    {
        public Quantifier ToTable() => new(Slot, kind, quota, of.Slot);
    }

    /// <summary>The distinct nodes of the collaboration, or of a partner.</summary>
    private sealed class Space(int bytes)
    {
        private readonly Node[] constants = [.. Enumerable.Range(0, (int)Constant.Count).Select(constant => new Node(0, 0) { Slot = bytes + constant })];
        private readonly Dictionary<object, Node> byKey = [];
        private readonly List<(TestNode Node, WordTest Test)> words = [];
        private readonly List<(TestNode Node, CodeTest Test)> numbers = [];
        private readonly List<(TestNode Node, CodePairTest Test)> pairs = [];
        private readonly List<(TestNode Node, PairTest Test)> otherPairs = [];
        private readonly List<(TestNode Node, Condition Test)> tests = [];

        /// <summary>How many slots are laid.</summary>
        public int Count { get; private set; } = bytes + (int)Constant.Count;

        public int Stages => byKey.Values.Select(node => node.Stage).DefaultIfEmpty(-1).Max() + 1;

        public Node Of(Constant constant) => constants[(int)constant];

        /// <summary>A value that is there before anything is asked.</summary>
        public Node Known(int slot) => Distinct(slot, () => new Node(0, 0) { Slot = slot });

        public Node Word(int fact, ulong passing, ulong failing) => Distinct((fact, passing, failing), () =>
        {
            var node = new TestNode();
            words.Add((node, new(fact, passing, failing)));
            return node;
        });

        /// <summary>A test as code, where it can be one; any other the node of the tree makes itself.</summary>
        public Node Test(Condition condition) => Distinct(condition.ToString(), () =>
        {
            var node = new TestNode();
            if (CodeTests.Of(condition) is { } number)
            {
                numbers.Add((node, number));
            }
            else if (condition is NumberPairTest pair && pair.Left.IsPerPartner == pair.Right.IsPerPartner)
            {
                pairs.Add((node, CodeTests.Of(pair)));
            }
            else if (condition is PairTest other && other.Left.IsPerPartner == other.Right.IsPerPartner)
            {
                otherPairs.Add((node, other));
            }
            else
            {
                tests.Add((node, condition));
            }

            return node;
        });

        public Node Operation(Node a, Node b, OperationKind kind) => Distinct((a, b, kind), () => new OperationNode(a, b, kind));

        public Node Import(Node of) => Distinct(of, () => new ImportNode(of));

        public Node Quantified(QuantifierKind kind, Quota quota, Node of) => Distinct((kind, quota, of), () => new QuantifiedNode(kind, quota, of));

        public Quantifier[] LayQuantifiers(int stage) => [.. Lay<QuantifiedNode>(stage).Select(node => node.ToTable())];

        public (int Slot, int From)[] LayImports(int stage) => [.. Lay<ImportNode>(stage).Select(node => (node.Slot, node.From))];

        /// <summary>Gives the tests their slots, sort by sort, so that their values follow one another.</summary>
        public void LayTests()
        {
            foreach (var node in words.Select(each => each.Node).Concat(numbers.Select(each => each.Node)).Concat(pairs.Select(each => each.Node))
                .Concat(otherPairs.Select(each => each.Node)).Concat(tests.Select(each => each.Node)))
            {
                node.Slot = Count++;
            }
        }

        public Operations LayOperations(int stage)
        {
            var first = Count;
            var runs = new List<(OperationKind Kind, List<Operation> Each)>();
            foreach (var node in Lay<OperationNode>(stage, node => (int)node.Kind))
            {
                if (runs is not [.., var run] || run.Kind != node.Kind)
                {
                    runs.Add(run = (node.Kind, []));
                }

                run.Each.Add(node.ToTable());
            }

            return new(first, [.. runs.Select(run => (run.Kind, run.Each.ToArray()))]);
        }

        public TruthSpace ToTable(CaseBlocks cases, int[] raised) => new(
            Count + raised.Length, bytes, [.. words.Select(each => each.Test)], [.. numbers.Select(each => each.Test)], [.. pairs.Select(each => each.Test)],
            [.. otherPairs.Select(each => each.Test)], [.. tests.Select(each => each.Test)], cases, raised);

        /// <summary>Gives nodes of one sort their slots, each after those for which it waits, and next to each other those that are alike.</summary>
        private List<T> Lay<T>(int stage, Func<T, int>? alike = null)
            where T : Node
        {
            var nodes = byKey.Values.OfType<T>().Where(node => node.Stage == stage).OrderBy(node => node.Depth).ThenBy(node => alike?.Invoke(node) ?? 0).ToList();
            nodes.ForEach(node => node.Slot = Count++);
            return nodes;
        }

        private Node Distinct(object key, Func<Node> make)
        {
            if (!byKey.TryGetValue(key, out var node))
            {
                node = make();
                byKey.Add(key, node);
            }

            return node;
        }
    }
}
