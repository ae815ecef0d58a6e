using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Tables;

/// <summary>Flattens the condition trees of a rule book. A node that occurs more than once, in whatever rules, is one node here.</summary>
internal sealed class TruthTableBuilder
{
    private readonly RuleBook book;
    private readonly Space root;
    private readonly Space row;
    private readonly HashSet<string> walked = new(StringComparer.Ordinal);
    private readonly List<FlatCase> cases = [];

    /// <summary>By the code of a rule, whether each of its cases is raised.</summary>
    private readonly Dictionary<string, List<Node>> raised = new(StringComparer.Ordinal);

    /// <summary>The nodes that others read.</summary>
    private readonly HashSet<Node> read = [];

    /// <summary>What conditions were flattened to, each in the space in which it was.</summary>
    private readonly Dictionary<(Condition, Space), Node> flat = [];

    public TruthTableBuilder(RuleBook book)
    {
        this.book = book;
        root = new(book.Facts.Collaboration.ByteCount, read);
        row = new(book.Facts.Partner.ByteCount, read);
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
        var ofCases = new List<Node>();
        for (var v = 0; v < rule.Cases.Length; v++)
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
            ofCases.Add(isRaised);
            cases.Add(new(rule, v, guard, when, rule.HasLevel ? [.. @case.Moderators.Select(moderator => Flat(moderator.When, space))] : [], isRaised));
        }

        raised.Add(rule.Code, ofCases);
    }

    private Node Flat(Condition? condition, Space space) =>
        condition is null ? space.Of(Constant.True)
        : SpaceOf(condition, space) is var own && own != space ? Imported(Flat(condition, own))
        : flat[(condition, space)] = FlatOwn(condition, space);

    /// <summary>The space in which a condition has its value: of a partner's that reads nothing of the partner, that of the collaboration.</summary>
    private Space SpaceOf(Condition condition, Space asked) => asked == row && !IsOfPartner(condition) ? root : asked;

    private Node FlatOwn(Condition condition, Space space)
    {
        switch (condition)
        {
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
                var asked = book.Find(other.Code)!;
                var of = Raised(asked);
                return asked.IsPerPartner && space == root ? Quantified(QuantifierKind.Any, default, of) : of;
            default:
                return space.Test(condition);
        }
    }

    /// <summary>Whether any case of a rule is raised. Few rules are asked for, so nothing is laid for the others.</summary>
    private Node Raised(Rule rule)
    {
        var space = rule.IsPerPartner ? row : root;
        return raised[rule.Code].Aggregate(space.Of(Constant.False), (a, b) => Or(space, a, b));
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

    private static Node OfByte(Fact fact, Space space, ulong passing, ulong failing)
    {
        const ulong Yes = 1UL << FactCodes.Yes, No = 1UL << FactCodes.No, None = 1UL << FactCodes.NotApplicable;
        return (fact.Type, passing, failing) switch
        {
            (FactType.YesNo, Yes, No | None) => space.Yes(fact.Slot),
            (FactType.YesNo, No, Yes | None) => space.No(fact.Slot),
            _ => space.Word(fact.Slot, passing, failing),
        };
    }

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
        // What a case comes to is worked out where the case has its place, but for what other nodes wait for.
        var last = cases.Select(each => each.Raised).OfType<OperationNode>().Where(node => !read.Contains(node)).ToHashSet();
        root.LayTests();
        row.LayTests();
        var stages = new Stage[Math.Max(root.Stages, row.Stages)];
        for (var stage = 0; stage < stages.Length; stage++)
        {
            stages[stage] = new(root.LayQuantifiers(stage), root.LayOperations(stage, last), row.LayImports(stage), row.LayOperations(stage, last));
        }

        var ofCollaboration = LayCases(root, isPerPartner: false, [.. stages.Select(stage => stage.OfCollaboration)]);
        var ofPartner = LayCases(row, isPerPartner: true, [.. stages.Select(stage => stage.OfPartner)]);
        var slots = new CaseSlots[]?[book.Rules.Count];
        foreach (var each in cases)
        {
            (slots[each.Rule.Index] ??= new CaseSlots[each.Rule.Cases.Length])[each.Number] =
                new(each.Guard.Slot, each.When.Slot, [.. each.Moderators.Select(moderator => moderator.Slot)], TreesOf(each.Rule, each.Number));
        }

        return new TruthTables(ofCollaboration, ofPartner, stages, slots, [.. book.Rules.Where(rule => walked.Contains(rule.Code))]);
    }

    /// <summary>The trees of a case with the places that their nodes have by now.</summary>
    private PlacedTrees TreesOf(Rule rule, int number)
    {
        return new(Placed(CasePart.Guards), Placed(CasePart.When), rule.HasLevel ? Placed(CasePart.Moderators) : []);

        PlacedNode[] Placed(CasePart part)
        {
            var nodes = new List<PlacedNode>();
            foreach (var condition in rule.ConditionsOf(number, part))
            {
                Place(condition, rule.IsPerPartner ? row : root, nodes);
            }

            return [.. nodes];
        }
    }

    private void Place(Condition condition, Space asked, List<PlacedNode> nodes)
    {
        var (space, at) = (SpaceOf(condition, asked), nodes.Count);
        nodes.Add(default);

        // What asks a share of the partners may be waiting for their number as well, so it looks itself.
        var ofChildren = condition switch
        {
            AllOf or AnyOf or AtLeastOf => space,
            EveryPartner or AtLeastPartners { Quota.IsShare: false } => row,
            _ => null,
        };
        foreach (var child in ofChildren is null ? [] : condition.Children)
        {
            Place(child, ofChildren!, nodes);
        }

        nodes[at] = new(condition, flat[(condition, space)].Slot, IsOfPartner: space == row, Below: nodes.Count - at - 1);
    }

    private TruthSpace LayCases(Space space, bool isPerPartner, Operations[] ofStages)
    {
        var own = cases.Where(each => each.Rule.IsPerPartner == isPerPartner).OrderBy(each => each.Block).ThenBy(each => Space.KindInCases(each.Raised)).ToList();
        var first = space.Count;
        var operations = space.LayCases(own.Select(each => each.Raised));
        return space.ToTable(new(first, Size(0), Size(1), Size(2), Size(3), [.. own.Select(each => each.ToTable())]), operations, ofStages);

        int Size(int block) => own.Count(each => each.Block == block);
    }

    /// <summary>A case with its nodes.</summary>
    private sealed record FlatCase(Rule Rule, int Number, Node Guard, Node When, Node[] Moderators, Node Raised)
    {
        /// <summary>By what the case counts for: 0 to 2 for High to Low, 3 where moderators decide, 4 for nothing.</summary>
        public int Block => !Rule.HasLevel || Case.IsSwitchedOff ? 4 : Moderators.Length > 0 ? 3 : Level.High - LevelWithoutModerators;

        private Case Case => Rule.Cases[Number];

        private Level LevelWithoutModerators => new ModeratedLevel(Case.Level!.Level).Within(Rule.Cap).AtLeast;

        public PlacedCase ToTable()
        {
            var level = !Rule.HasLevel ? Level.None : Moderators.Length > 0 ? Case.Level!.Level : LevelWithoutModerators;
            return new(Rule, Number, level, Case.Highest(Rule.Cap), [.. Moderators.Select((node, i) => (node.Slot, Case.Moderators[i].Direction))]);
        }
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
    /// <param name="bytes">How many facts there are that are kept in bytes.</param>
    /// <param name="read">Where it notes the nodes that others read, of whichever of the two.</param>
    private sealed class Space(int bytes, HashSet<Node> read)
    {
        private readonly Node[] constants = [.. Enumerable.Range(0, (int)Constant.Count).Select(constant => new Node(0, 0) { Slot = TruthSpace.SlotOf((Constant)constant, bytes) })];
        private readonly Dictionary<object, Node> byKey = [];
        private readonly List<(TestNode Node, WordTest Test)> words = [];
        private readonly List<(TestNode Node, CodeTest Test)> numbers = [];
        private readonly List<(TestNode Node, CodePairTest Test)> pairs = [];
        private readonly List<(TestNode Node, PairTest Test)> otherPairs = [];
        private readonly List<(TestNode Node, Condition Test)> tests = [];

        /// <summary>How many slots are laid.</summary>
        public int Count { get; private set; } = TruthSpace.SlotOf(Constant.Count, bytes);

        public int Stages => byKey.Values.Select(node => node.Stage).DefaultIfEmpty(-1).Max() + 1;

        public Node Of(Constant constant) => constants[(int)constant];

        /// <summary>Whether a yes/no fact is "yes", which is there before anything is asked.</summary>
        public Node Yes(int fact) => Known(fact);

        /// <summary>Whether it is "no"; likewise.</summary>
        public Node No(int fact) => Known(TruthSpace.SlotOfOpposite(fact, bytes));

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

        public Node Operation(Node a, Node b, OperationKind kind)
        {
            read.UnionWith([a, b]);
            return Distinct((a, b, kind), () => new OperationNode(a, b, kind));
        }

        public Node Import(Node of)
        {
            read.Add(of);
            return Distinct(of, () => new ImportNode(of));
        }

        public Node Quantified(QuantifierKind kind, Quota quota, Node of)
        {
            read.Add(of);
            return Distinct((kind, quota, of), () => new QuantifiedNode(kind, quota, of));
        }

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

        /// <summary>Lays the operations of a stage.</summary>
        /// <param name="stage">The stage.</param>
        /// <param name="last">Those that are left for <see cref="LayCases"/>.</param>
        public Operations LayOperations(int stage, IReadOnlySet<OperationNode> last)
        {
            var first = Count;
            return new(first, RunsOf(Lay<OperationNode>(stage, node => (int)node.Kind, last).Select(node => (node.Kind, node.ToTable()))));
        }

        /// <summary>What <see cref="LayCases"/> makes of a node.</summary>
        public static OperationKind KindInCases(Node raised) => raised is OperationNode { Slot: < 0 } own ? own.Kind : OperationKind.Copy;

        /// <summary>Lays whether each case is raised, one next to the other. What has its slot elsewhere, or in another case, is copied.</summary>
        public Operations LayCases(IEnumerable<Node> raised)
        {
            var first = Count;
            var operations = new List<(OperationKind, Operation)>();
            foreach (var node in raised)
            {
                if (node is OperationNode { Slot: < 0 } own)
                {
                    operations.Add((own.Kind, own.ToTable()));
                    own.Slot = Count;
                }
                else
                {
                    operations.Add((OperationKind.Copy, new(node.Slot, node.Slot)));
                }

                Count++;
            }

            return new(first, RunsOf(operations));
        }

        public TruthSpace ToTable(CaseBlocks cases, Operations ofCases, Operations[] ofStages) => new(
            Count, bytes, [.. words.Select(each => each.Test)], [.. numbers.Select(each => each.Test)], [.. pairs.Select(each => each.Test)],
            [.. otherPairs.Select(each => each.Test)], [.. tests.Select(each => each.Test)], cases, ofCases, ofStages);

        /// <summary>Gives nodes of one sort their slots, each after those for which it waits, and next to each other those that are alike.</summary>
        private List<T> Lay<T>(int stage, Func<T, int>? alike = null, IReadOnlySet<T>? but = null)
            where T : Node
        {
            var nodes = byKey.Values.OfType<T>().Where(node => node.Stage == stage && but?.Contains(node) != true).OrderBy(node => node.Depth).ThenBy(node => alike?.Invoke(node) ?? 0).ToList();
            nodes.ForEach(node => node.Slot = Count++);
            return nodes;
        }

        private static (OperationKind Kind, Operation[] Each)[] RunsOf(IEnumerable<(OperationKind Kind, Operation Operation)> operations)
        {
            var runs = new List<(OperationKind Kind, List<Operation> Each)>();
            foreach (var (kind, operation) in operations)
            {
                if (runs is not [.., var run] || run.Kind != kind)
                {
                    runs.Add(run = (kind, []));
                }

                run.Each.Add(operation);
            }

            return [.. runs.Select(run => (run.Kind, run.Each.ToArray()))];
        }

        private Node Known(int slot) => Distinct(slot, () => new Node(0, 0) { Slot = slot });

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
