using System.Globalization;
using System.Text;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Explaining;

/// <summary>Writes explanations as text that reads well in a terminal without colour.</summary>
internal static class ExplanationText
{
    /// <summary>How many reasons a sentence names before it only counts the others; the tree below it has them all.</summary>
    private const int ReasonsInASentence = 4;

    public static string Of(RuleExplanation explanation)
    {
        var lines = new Lines();
        lines.Add(0, explanation.Summary);
        foreach (var each in explanation.Cases)
        {
            lines.Add(0, "");
            var indent = 0;
            if (explanation.Cases.Count > 1)
            {
                lines.Add(0, $"{each.SubjectInWords}: {Result(each)}");
                indent = 1;
            }

            AddCase(lines, indent, each);
        }

        AddOpen(lines, explanation);
        return lines.ToString();
    }

    public static string Of(ExplainedCondition condition)
    {
        var lines = new Lines();
        AddCondition(lines, 0, condition);
        return lines.ToString();
    }

    public static string Summary(RuleExplanation explanation)
    {
        var text = $"{explanation.Code} {What(explanation)}";
        var rule = explanation.Rule;
        if (rule.Overrides.FirstOrDefault(change => change is { Kind: OverrideKind.SwitchOff, Subject: null }) is { } off)
        {
            text += $" The rule is switched off: {off.Reason}{off.Standing}";
        }
        else if (rule.Cases.Where(@case => @case.IsSwitchedOff).Select(@case => @case.SubjectInWords!).ToList() is { Count: > 0 } subjects)
        {
            text += $" Switched off {(subjects.Count == 1 ? "is" : "are")} {Words.List(subjects)}.";
        }

        return rule.StatusCaveat is { } caveat ? $"{text} {caveat}" : text;
    }

    /// <summary>A fact and its value, as a clause of a sentence.</summary>
    public static string Clause(FactReading fact) =>
        fact.Fact == FactRegistry.Default.PartnerList && fact.Code == Fact.Unknown ? "not all partners are listed"
        : fact.Code == Fact.NotApplicable ? $"{fact.Path} {fact.Value}"
        : $"{fact.Path} is {fact.ValueAndOrigin}";

    private static string What(RuleExplanation explanation)
    {
        if (explanation.Outcome == Outcome.Error)
        {
            return $"failed: {explanation.Error}";
        }

        if (explanation.Cases.Count == 1)
        {
            var only = explanation.Cases[0];
            var about = only.SubjectInWords is null ? "" : only.Outcome == Outcome.NotApplicable ? $" to {only.SubjectInWords}" : $" for {only.SubjectInWords}";
            return only.Outcome switch
            {
                Outcome.Raised => $"is raised{about}{(only.Level is { Range: { } level } ? $" at {level}" : "")}: {only.Message}{Moved(only)}",
                Outcome.NotApplicable => $"does not apply{about}, because {Reasons(only)}.",
                _ => $"is {Words.Humanize($"{only.Outcome}")}{about}, because {Reasons(only)}.{Moved(only)}",
            };
        }

        var parts = explanation.Cases.GroupBy(each => each.Outcome).OrderBy(same => same.Key).Select(same => same.Key switch
        {
            Outcome.Raised => $"is raised for {Words.List([.. same.Select(each => each.Level is { Range: { } level } ? $"{each.SubjectInWords} ({level})" : each.SubjectInWords!)])}",
            Outcome.NotApplicable => $"does not apply to {Words.List([.. same.Select(each => each.SubjectInWords!)])}",
            _ => $"is {Words.Humanize($"{same.Key}")} for {Words.List([.. same.Select(each => each.SubjectInWords!)])}",
        });
        return Words.List([.. parts]) + ".";
    }

    private static string Result(ExplainedCase each) => each.Outcome switch
    {
        Outcome.Raised => $"raised{(each.Level is { Range: { } level } ? $" at {level}" : "")}. {each.Message}{Moved(each)}",
        Outcome.NotApplicable => $"does not apply, because {Reasons(each)}.",
        _ => $"{Words.Humanize($"{each.Outcome}")}, because {Reasons(each)}.{Moved(each)}",
    };

    private static string Reasons(ExplainedCase each) => each.Because.Count <= ReasonsInASentence
        ? Words.List(each.Because)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", each.Because.Take(ReasonsInASentence - 1))} and {each.Because.Count - ReasonsInASentence + 1} more");

    /// <summary>What moved the level, and what could; nothing where the level is the plain one.</summary>
    private static string Moved(ExplainedCase each)
    {
        if (each.Level is not { Range: { } range } level)
        {
            return "";
        }

        var text = new StringBuilder();
        var (up, down) = (Acting(1), Acting(-1));
        var isSettled = range.AtLeast == range.AtMost;
        if (each.Outcome != Outcome.Raised)
        {
            text.Append(CultureInfo.InvariantCulture, $" If it were raised, it would be at {range}.");
        }
        else if (isSettled && (up ?? down) is { } any)
        {
            var reached = range.AtLeast;
            var (moved, by, against) = reached < level.Base.Level ? ("lowered", down, up) : ("raised", up, down);
            text.Append(
                reached != level.Base.Level ? $" It would be {level.Base.Level}, but is {moved} because {by}{(against is null ? "" : $", despite: {against}")}."
                : up is not null && down is not null ? $" It is raised because {up}, lowered because {down}, and so stays at {reached}."
                : $" It stays at {reached}, since it can go no {(up is null ? "lower" : "higher")}, despite: {any}.");
        }
        else if (!isSettled)
        {
            text.Append(up is null ? "" : $" It is raised because {up}.").Append(down is null ? "" : $" It is lowered because {down}.");
        }

        if (!isSettled)
        {
            var open = level.Moderators.Where(m => m.Condition.Value == Truth.Unknown).Select(m => m.Moderator.Because);
            text.Append(CultureInfo.InvariantCulture, $" It is not known whether {string.Join(", or whether ", open)}.");
        }

        if (level.IsCapped)
        {
            text.Append(CultureInfo.InvariantCulture, $" {level.Cap} is the highest level of its chapter.");
        }

        return text.ToString();

        string? Acting(int step) =>
            level.Moderators.Where(m => m.Step == step).Select(m => m.Moderator.Because).ToList() is { Count: > 0 } because ? string.Join(" and because ", because) : null;
    }

    private static void AddCase(Lines lines, int indent, ExplainedCase each)
    {
        foreach (var change in each.Overrides)
        {
            lines.Add(indent, $"Overridden: {change.Effect}: {change.Reason}{change.Standing}");
        }

        if (each.Guard is { } guard)
        {
            lines.Add(indent, "It applies when");
            AddCondition(lines, indent + 1, guard);
        }

        lines.Add(indent, "It is raised when");
        AddCondition(lines, indent + 1, each.Condition);
        if (each.Level is { } level)
        {
            lines.Add(indent, $"Its level is {level.Base.Level}: {level.Base.Reason}");
            if (level.Own is { } own)
            {
                lines.Add(indent + 1, $"by its author it is {own.Level}: {own.Reason}");
            }

            // A line of its own: the author says what a source makes of the level, and not which of the claims says it.
            lines.Add(indent + 1, $"it rests on {string.Join("; ", each.Claims.Select(claim => $"{claim.Source.Id}, {claim.Locator}").Distinct(StringComparer.Ordinal))}");

            foreach (var moderator in level.Moderators)
            {
                lines.Add(indent + 1, $"{(moderator.Moderator.Direction == Direction.Raised ? "one step higher" : "one step lower")} if {moderator.Moderator.Because}");
                AddCondition(lines, indent + 2, moderator.Condition);
            }

            if (level.IsCapped)
            {
                lines.Add(indent + 1, $"no higher than {level.Cap}, the highest level of its chapter");
            }

            if (level is { Range: { } range } && (level.Moderators.Count > 0 || level.IsCapped))
            {
                lines.Add(indent + 1, each.Outcome == Outcome.Raised ? $"so it is {range}" : $"so it would be {range}");
            }
        }
    }

    private static void AddCondition(Lines lines, int indent, ExplainedCondition condition)
    {
        var sign = condition.Value switch { Truth.True => '✓', Truth.False => '✗', _ => '?' };
        var of = condition.Partner is { } partner ? $"{partner}: " : "";
        var found = condition.Found is { } clause ? $" — {clause}" : "";
        var ask = condition.Value == Truth.Unknown
            ? string.Join(' ', condition.Facts.Where(fact => fact.Code == Fact.Unknown).Select(fact => fact.Fact.Question).Distinct(StringComparer.Ordinal))
            : "";
        lines.Add(indent, $"{sign} {of}{condition.Text}{found}{(ask.Length == 0 ? "" : $". {ask}")}");
        foreach (var child in condition.Children)
        {
            AddCondition(lines, indent + 1, child);
        }
    }

    private static void AddOpen(Lines lines, RuleExplanation explanation)
    {
        if (explanation.OpenFacts.Count == 0)
        {
            return;
        }

        lines.Add(0, "");
        lines.Add(0, explanation.Outcome == Outcome.Raised ? "Not settled for all, because these are not known" : "What could settle it");
        var answers = explanation.SettlingAnswers.ToLookup(answer => answer.Path, StringComparer.Ordinal);
        foreach (var fact in explanation.OpenFacts)
        {
            lines.Add(1, $"? {fact.Path}: {fact.Fact.Question}");
            var settling = answers[fact.Path].Where(answer => answer.Outcome != Outcome.Undetermined).ToList();
            if (settling.Count > 0)
            {
                lines.Add(2, string.Join("; ", settling.GroupBy(answer => answer.Outcome).OrderBy(same => same.Key).Select(same =>
                    $"{Words.List([.. same.Select(answer => answer.Value)], "or")}: {Words.Humanize($"{same.Key}")}")));
            }
            else if (answers[fact.Path].Any())
            {
                lines.Add(2, "settles it only together with others");
            }
        }
    }

    /// <summary>Indented lines, each ended by LF on every system.</summary>
    private sealed class Lines
    {
        private readonly StringBuilder text = new();

        public void Add(int indent, string line)
        {
            text.Append(' ', line.Length == 0 ? 0 : indent * 2).Append(line).Append('\n');
        }

        public override string ToString() => text.ToString();
    }
}
