using System.Text.Json;
using CollabRisk.Planning;
using CollabRisk.Register.Access;
using CollabRisk.Register.Model;
using CollabRisk.Register.Rules;
using CollabRisk.RulePacks;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Register.Coordination;

/// <summary>Whether a collaboration that was exported can be kept: what is taken can be shown, assessed and exported again.</summary>
internal static class ArchiveCheck
{
    /// <summary>Everything that speaks against it, each with its place; nothing where it can be kept.</summary>
    public static IReadOnlyList<string> Problems(Archive.ExportedEntry? given, RuleShelf shelf, DateOnly today)
    {
        if (given is null)
        {
            return ["it is null."];
        }

        var entry = given.Collaboration;
        return new IEnumerable<object?>[] { given.Sheets, given.Snapshots, given.Changes, entry.Partners, entry.FormerNames, entry.Respondents, entry.Rounds, entry.Rounds.SelectMany(round => round?.Partners ?? []), entry.Packs, given.Snapshots.SelectMany(snapshot => snapshot?.Views ?? []) }.Any(list => list.Contains(null))
            ? ["one of its lists has null in it."]
            : [.. OfEntry(entry), .. OfRounds(entry.Rounds, today), .. OfSheets(given), .. OfSnapshots(given, shelf, today), .. OfChanges(given.Changes)];
    }

    private static IEnumerable<string> OfEntry(Entry entry)
    {
        var names = entry.Partners.Select((name, at) => (Place: FormattableString.Invariant($"partners[{at}]"), Name: name))
            .Concat(entry.FormerNames.SelectMany((former, at) => new (string Place, string Name)[] { (FormattableString.Invariant($"formerNames[{at}].name"), former.Name), (FormattableString.Invariant($"formerNames[{at}].now"), former.Now) }))
            .Concat(entry.Rounds.SelectMany((round, at) => (round.Partners ?? []).Select((name, number) => (Place: FormattableString.Invariant($"rounds[{at}].partners[{number}]"), Name: name))))
            .Concat(entry.Respondents.Select((respondent, at) => (Place: FormattableString.Invariant($"respondents[{at}].name"), respondent.Name))).Prepend(("name", entry.Name));
        foreach (var (place, name) in names)
        {
            if (Names.ProblemOf(Names.Normalized(name)) is { } problem)
            {
                yield return $"{place}: {problem}";
            }
        }

        foreach (var twice in Twice(entry.Partners.Select(name => Names.Normalized(name)), Names.Alike))
        {
            yield return $"partners: {Shown.Value(twice)} is there twice. Give each once.";
        }

        foreach (var twice in Twice(entry.FormerNames.Select(former => Names.Normalized(former.Name)), Names.Alike))
        {
            yield return $"formerNames: two partners were called {Shown.Value(twice)}. Give each former name once.";
        }

        foreach (var former in entry.FormerNames.Where(former => !Names.Alike.Equals(former.Name, former.Now)))
        {
            if (entry.Partners.Contains(former.Name, Names.Alike))
            {
                yield return $"formerNames: {Shown.Value(former.Name)} is a partner of now. A former name is no one's name.";
            }

            if (entry.NameNow(former.Now) is var now && !Names.Alike.Equals(now, former.Now))
            {
                yield return $"formerNames: {Shown.Value(former.Now)} is itself a former name. Write what it is called now, {Shown.Value(now)}.";
            }
        }

        foreach (var (number, twice) in entry.Rounds.SelectMany(round => Twice((round.Partners ?? []).Select(name => Names.Normalized(name)), Names.Alike), (round, twice) => (round.Number, twice)))
        {
            yield return FormattableString.Invariant($"rounds: {Shown.Value(twice)} is there twice among the partners of round {number}. Give each once.");
        }

        foreach (var twice in Twice(entry.Respondents.Select(respondent => Names.Normalized(respondent.Name)), Names.Alike))
        {
            yield return $"respondents: two are called {Shown.Value(twice)}. Give each another name.";
        }

        foreach (var respondent in entry.Respondents.Where(respondent => !LinkSecret.IsId(respondent.Id)))
        {
            yield return $"respondents: {Shown.Value(respondent.Id)} is not an id of a respondent.";
        }

        foreach (var respondent in entry.Respondents.Where(respondent => respondent.LeftFrom is { } left && (left < 1 || left > entry.Rounds.Count + 1)))
        {
            yield return FormattableString.Invariant($"respondents: {Shown.Value(respondent.Name)} is said to be asked no more from round {respondent.LeftFrom} on, and there is not such a round.");
        }

        foreach (var twice in Twice(entry.Respondents.Select(respondent => respondent.Id), StringComparer.Ordinal))
        {
            yield return $"respondents: two have the id {Shown.Value(twice)}. Give each one of its own.";
        }

        if (!Enum.IsDefined(entry.Naming))
        {
            yield return FormattableString.Invariant($"naming: '{(int)entry.Naming}' is neither 'Names' nor 'Letters'.");
        }

        if (!Enum.IsDefined(entry.Form))
        {
            yield return FormattableString.Invariant($"form: '{(int)entry.Form}' is neither 'Short' nor 'Full'.");
        }

        if (entry.SmallestGroup is < NewEntry.FewestInGroup or > NewEntry.MostInGroup)
        {
            yield return FormattableString.Invariant($"smallestGroup: '{entry.SmallestGroup}' is not a number of respondents from {NewEntry.FewestInGroup} to {NewEntry.MostInGroup}.");
        }

        foreach (var problem in entry.Plan is null ? [] : ActionPlan.Read(entry.Plan).Problems)
        {
            yield return $"plan: {problem}";
        }
    }

    private static IEnumerable<string> OfRounds(IReadOnlyList<Round> rounds, DateOnly today)
    {
        if (rounds.Count == 0)
        {
            yield return "rounds: there is none. A register always exports one at least.";
        }

        for (var at = 0; at < rounds.Count; at++)
        {
            var (number, closedOn) = (rounds[at].Number, rounds[at].ClosedOn);
            if (number != at + 1)
            {
                yield return FormattableString.Invariant($"rounds[{at}].number: it is {number}, and rounds are numbered from 1 on. Write {at + 1}.");
            }

            if (closedOn is null && at < rounds.Count - 1)
            {
                yield return FormattableString.Invariant($"rounds[{at}].closedOn: it is missing. Only the last round may be open.");
            }
            else if (closedOn is { } day && Coordinator.WhyNotADay(day, today) is { } why)
            {
                yield return FormattableString.Invariant($"rounds[{at}].closedOn: {why}");
            }
        }
    }

    private static IEnumerable<string> OfSheets(Archive.ExportedEntry given)
    {
        var respondents = given.Collaboration.Respondents.Select(respondent => respondent.Id).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < given.Sheets.Count; at++)
        {
            var (place, sheet) = (FormattableString.Invariant($"sheets[{at}]"), given.Sheets[at]);
            if (!respondents.Contains(sheet.Respondent))
            {
                yield return $"{place}.respondent: {Shown.Value(sheet.Respondent)} is not among the respondents.";
            }

            if (given.Collaboration.Rounds.All(round => round.Number != sheet.Round))
            {
                yield return FormattableString.Invariant($"{place}.round: there is not a round {sheet.Round}.");
            }

            // Whether the rules of today take the answers is seen when they are read: rules change, and answers are kept.
            if (sheet.Interview is null || !IsJsonObject(sheet.Interview))
            {
                yield return $"{place}.interview: it is not a JSON object.";
            }

            if (sheet.Version < 1)
            {
                yield return FormattableString.Invariant($"{place}.version: '{sheet.Version}' is not a number from 1 on.");
            }

            if (sheet.ChangedOn is null)
            {
                yield return $"{place}.changedOn: it is missing.";
            }
        }

        if (given.Sheets.GroupBy(sheet => (sheet.Respondent, sheet.Round)).Any(same => same.Count() > 1))
        {
            yield return "sheets: a respondent has two of one round.";
        }
    }

    private static IEnumerable<string> OfSnapshots(Archive.ExportedEntry given, RuleShelf shelf, DateOnly today)
    {
        var (book, conflicts) = BookOf(given.Collaboration, shelf);
        foreach (var conflict in conflicts)
        {
            yield return $"packs: {conflict}";
        }

        foreach (var twice in Twice(given.Snapshots.Select(snapshot => CalendarDay.Write(snapshot.Day)), StringComparer.Ordinal))
        {
            yield return $"snapshots: two are of {twice}.";
        }

        for (var at = 0; at < given.Snapshots.Count; at++)
        {
            var (place, snapshot) = (FormattableString.Invariant($"snapshots[{at}]"), given.Snapshots[at]);
            if (Coordinator.WhyNotADay(snapshot.Day, today) is { } why)
            {
                yield return $"{place}.day: {why}";
            }

            var unreadable = snapshot.Views.Select((view, number) => (Place: FormattableString.Invariant($"{place}.views[{number}].facts"), view.Facts)).Append((Place: $"{place}.facts", Facts: snapshot.Facts!)).Where(each => each.Facts is not null)
                .SelectMany(each => (book is null ? CollaborationJson.Read(each.Facts) : CollaborationJson.Read(each.Facts, book)).Problems.Select(problem => $"{each.Place}: {problem}")).ToList();
            foreach (var problem in unreadable.Count > 0 || book is null ? unreadable : OfAssessing(given.Collaboration, snapshot, book).Select(problem => $"{place}: {problem}"))
            {
                yield return problem;
            }
        }
    }

    /// <summary>The rules of the collaboration, or why its packs do not go together.</summary>
    private static (RuleBook? Book, IReadOnlyList<string> Conflicts) BookOf(Entry entry, RuleShelf shelf)
    {
        try
        {
            return (shelf.EvaluatorOf(entry.Packs).RuleBook, []);
        }
        catch (RulePackException e)
        {
            return (null, [.. e.Problems.Select(problem => $"{problem}")]);
        }
    }

    /// <summary>Why the facts of a day, each of which can be read, cannot be assessed together.</summary>
    private static IReadOnlyList<string> OfAssessing(Entry entry, Snapshot snapshot, RuleBook book)
    {
        try
        {
            return book.ProblemsOf(snapshot.Collaboration(entry));
        }
        catch (ArgumentException e)
        {
            return [e.Message.Split(" (Parameter '")[0]];
        }
    }

    private static IEnumerable<string> OfChanges(IReadOnlyList<Change> changes)
    {
        if (changes.GroupBy(change => (change.Subject, change.Version)).Any(same => same.Count() > 1))
        {
            yield return "changes: two led to the same version.";
        }

        for (var at = 0; at < changes.Count; at++)
        {
            var (place, change) = (FormattableString.Invariant($"changes[{at}]"), changes[at]);
            if (!IsJsonObject(change.Detail))
            {
                yield return $"{place}.detail: it is not a JSON object with names that differ.";
            }

            if (change.Version is < 1 or > int.MaxValue)
            {
                yield return FormattableString.Invariant($"{place}.version: '{change.Version}' is not a number from 1 to {int.MaxValue}.");
            }

            // The tables of PostgreSQL do not take it.
            if (new[] { change.Subject, change.By, change.What }.Any(text => text.Contains('\0', StringComparison.Ordinal)))
            {
                yield return $"{place}: it has a NUL character (U+0000). Take it out.";
            }
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names, IEqualityComparer<string> alike) => names.GroupBy(name => name, alike).Where(same => same.Count() > 1).Select(same => same.Key);

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
