using CollabRisk.Conditions;
using CollabRisk.RulePacks.Checks.Solving;
using CollabRisk.RulePacks.Format;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Who wrote something that is checked, and where.</summary>
/// <param name="PackId">The pack; null where a host did.</param>
/// <param name="Where">The pack and the rule or override, as problems name it.</param>
/// <param name="Place">The place in a text, if there is one.</param>
internal sealed record Origin(string? PackId, string Where, TextPlace? Place)
{
    public static Origin Of(Rule rule) => new(rule.PackId, $"{rule.PackId}/{rule.Code}", rule.Place);

    public static Origin Of(RuleOverride change) => new(change.PackId, $"{change.PackId}/override of {change.Target}", change.Place);

    /// <summary>The same with the place of a condition, as far as it has one.</summary>
    public Origin At(Condition condition) => this with { Place = condition.All.FirstOrDefault(node => node.Place is not null)?.Place ?? Place };
}

/// <summary>One run of the checks: what is checked, what was found, and the questions they share.</summary>
internal sealed class CheckRun
{
    private readonly Solver solver;
    private readonly List<RuleBookProblem> warnings = [];
    private readonly SortedSet<string> notDecided = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids;
    private readonly HashSet<(ProblemKind Kind, string Where)> said = [];
    private readonly Dictionary<Case, bool> neverRaised = new(ReferenceEqualityComparer.Instance);

    public CheckRun(RuleBook book, IReadOnlyList<CheckedPack> packs)
    {
        Book = book;
        Packs = packs;
        ids = [.. packs.Select(pack => pack.Pack.Id)];
        solver = new Solver(book);
    }

    public RuleBook Book { get; }

    /// <summary>The packs that are checked.</summary>
    public IReadOnlyList<CheckedPack> Packs { get; }

    /// <summary>What was found, without what the authors of packs mean as it is; that they accept what is not there is a warning of its own.</summary>
    public RulePackCheckReport Report
    {
        get
        {
            var accepted = new List<AcceptedRulePackWarning>();
            var left = warnings.Concat(Packs.SelectMany(pack => pack.Warnings)).ToList();
            foreach (var pack in Packs)
            {
                foreach (var entry in pack.Accepted)
                {
                    var meant = left.FindAll(warning => Accepts(entry, pack.Pack.Id, warning));
                    left.RemoveAll(meant.Contains);
                    accepted.AddRange(meant.Select(warning => new AcceptedRulePackWarning(warning, entry.Reason)));
                    if (meant.Count == 0)
                    {
                        left.Add(new(PackProblemKinds.AcceptsNothing.Code, pack.Pack.Id, $"no warning {entry.Code}{(entry.About is null ? "" : $" about {Shown.Value(entry.About)}")} is there to accept. Remove the entry, or correct it.") { Place = entry.Place });
                    }
                }
            }

            return new(InOrder(left), [.. notDecided]) { Accepted = [.. InOrder(accepted.Select(each => each.Warning)).Select(warning => accepted.First(each => each.Warning == warning))] };
        }
    }

    private static List<RuleBookProblem> InOrder(IEnumerable<RuleBookProblem> warnings) =>
        [.. warnings.Select(AsWritten).ByPlace().ThenBy(warning => warning.Code, StringComparer.Ordinal).ThenBy(warning => warning.What, StringComparer.Ordinal)];

    private static RuleBookProblem AsWritten(RuleBookProblem warning) => warning.Place is null ? warning : warning with { What = ConditionReader.AsWritten(warning.What) };

    /// <summary>Whether an entry is about a warning: by the code of what it is at, or by what the warning names.</summary>
    private static bool Accepts(AcceptedWarning entry, string packId, RuleBookProblem warning) => warning.Code == entry.Code
        && (warning.Where == packId || warning.Where.StartsWith($"{packId}/", StringComparison.Ordinal))
        && (entry.About is not { } about || warning.Where == $"{packId}/{about}" || warning.Where == $"{packId}/override of {about}"
            || warning.What.Contains($"'{about}'", StringComparison.Ordinal) || warning.Place?.File.EndsWith($"/{about}", StringComparison.Ordinal) == true);

    /// <summary>Whether something was written in a pack that is checked.</summary>
    public bool IsChecked(string? packId) => packId is not null && ids.Contains(packId);

    public void Warn(ProblemKind kind, Origin origin, string what) => warnings.Add(new(kind.Code, origin.Where, what) { Place = origin.Place });

    /// <summary>Warns where nothing of the kind was said there yet: of many rules alike, each is named once and not with every other.</summary>
    public void WarnOnce(ProblemKind kind, Origin origin, string what)
    {
        if (said.Add((kind, origin.Where)))
        {
            Warn(kind, origin, what);
        }
    }

    /// <summary>Notes a question that would take too much to answer.</summary>
    public void NoteNotDecided(string question) => notDecided.Add(question);

    /// <summary>Whether conditions can never have some values together. A question that is not decided counts as no, and is noted.</summary>
    /// <param name="rule">The rule of which it is asked.</param>
    /// <param name="question">The question in words, after "whether".</param>
    /// <param name="wanted">The conditions with their values.</param>
    public bool CanNever(Rule rule, string question, params IEnumerable<Wanted> wanted)
    {
        var answer = solver.CanBe(rule.IsPerPartner, wanted);
        if (answer == Answer.NotDecided)
        {
            notDecided.Add(solver.IsSpent ? "all further questions: the packs together ask too many" : $"{rule.PackId}/{rule.Code}: whether {question}");
        }

        return answer == Answer.No;
    }

    /// <summary>Whether a case of a rule is never raised, in any collaboration.</summary>
    public bool IsNeverRaised(Rule rule, Case @case)
    {
        if (!neverRaised.TryGetValue(@case, out var never))
        {
            never = CanNever(rule, $"{NameOf(@case)} can be raised", Raised(rule, @case));
            neverRaised.Add(@case, never);
        }

        return never;
    }

    /// <summary>Whether no case of a rule that counts is ever raised.</summary>
    public bool IsNeverRaised(Rule rule) => rule.Cases.All(@case => @case.IsSwitchedOff || IsNeverRaised(rule, @case));

    /// <summary>That a case applies.</summary>
    public static IEnumerable<Wanted> Applies(Rule rule, Case @case) =>
        new[] { rule.AppliesWhen, @case.AppliesWhen }.OfType<Condition>().Select(guard => new Wanted(guard, Truths.True));

    /// <summary>That a case is raised.</summary>
    public static IEnumerable<Wanted> Raised(Rule rule, Case @case) => Applies(rule, @case).Append(new(@case.When, Truths.True));

    /// <summary>That a case is not raised: it is clear, undetermined or does not apply.</summary>
    public static Wanted NotRaised(Rule rule, Case @case) =>
        new(new AllOf([.. Raised(rule, @case).Select(each => each.Condition)]), Truths.NotTrue);

    /// <summary>The case, as a sentence names it.</summary>
    public static string NameOf(Case @case) => @case.Subject is null ? "the rule" : $"the case '{@case.Subject}'";

    /// <summary>Who wrote a case: its rule, or the override that gave it another condition.</summary>
    public static Origin OriginOf(Rule rule, Case @case) =>
        @case.Overrides.FirstOrDefault(change => change.Case is { When: not null } or { Guard: not null }) is { } change ? Origin.Of(change) : Origin.Of(rule);

    /// <summary>Who wrote a moderator.</summary>
    public static Origin OriginOf(Rule rule, Moderator moderator) => moderator.Override is { } change ? Origin.Of(change) : Origin.Of(rule);

    /// <summary>All conditions that packs which are checked have written, for their own rules or for others.</summary>
    public IEnumerable<(Origin Origin, Rule Rule, Condition Condition)> WrittenConditions =>
        from rule in Book.RulesByCode
        from written in ConditionsOf(rule)
        where IsChecked(written.Origin.PackId)
        select (written.Origin, rule, written.Condition);

    /// <summary>A condition in its canonical form, short enough for a message.</summary>
    public static string Text(Condition condition) => condition.ToString() is var text && text.Length <= 100 ? text : text[..100] + "…";

    private static IEnumerable<(Origin Origin, Condition Condition)> ConditionsOf(Rule rule)
    {
        if (rule.AppliesWhen is { } guard)
        {
            yield return (Origin.Of(rule), guard);
        }

        foreach (var @case in rule.Cases)
        {
            foreach (var condition in new[] { @case.AppliesWhen, @case.When }.OfType<Condition>())
            {
                yield return (OriginOf(rule, @case), condition);
            }
        }

        foreach (var moderator in rule.Moderators)
        {
            yield return (OriginOf(rule, moderator), moderator.When);
        }
    }
}
