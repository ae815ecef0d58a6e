using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Questionnaires;

/// <summary>Reads one table: finds its headings, and takes the answers of each respondent in it.</summary>
internal sealed class AnswerTableReader
{
    private readonly RuleBook book;
    private readonly List<AnswerProblem> problems;
    private readonly int headings;
    private readonly int factColumn = -1;

    public AnswerTableReader(RuleBook book, AnswerTable table, List<AnswerProblem> problems)
    {
        this.book = book;
        this.problems = problems;
        Table = table;
        for (headings = 0; headings < Math.Min(table.Rows.Count, AnswerTable.MostAbove); headings++)
        {
            factColumn = ColumnOf(QuestionnaireTable.Fact);
            if (factColumn >= 0 && Enumerable.Range(0, table.Rows[headings].Count).Any(column => Heading(column)?.Name == QuestionnaireTable.Answer))
            {
                HasHeadings = true;
                return;
            }
        }
    }

    public AnswerTable Table { get; }

    /// <summary>Whether it is a table of answers at all.</summary>
    public bool HasHeadings { get; }

    /// <summary>The answers of each respondent; what is wrong goes to the problems.</summary>
    /// <param name="unnamed">Who answers where the heading names no one.</param>
    /// <param name="onto">What was known before.</param>
    public IReadOnlyList<RespondentAnswers> Read(string unnamed, Collaboration? onto)
    {
        var rows = Rows();
        return [.. Respondents(unnamed).Select(each => new AnswersOfOne(this, each.Name, each.Columns, rows, onto).Read())];
    }

    private int ColumnOf(string heading) => Enumerable.Range(0, Table.Rows[headings].Count).Where(column => Heading(column) == (heading, "")).DefaultIfEmpty(-1).First();

    /// <summary>One of our headings, and the name of a respondent after it; null for any other.</summary>
    private (string Name, string Respondent)? Heading(int column)
    {
        var text = Table[headings, column];
        foreach (var name in QuestionnaireTable.Filled.Append(QuestionnaireTable.Fact))
        {
            if (FactValues.IsSame(text, name))
            {
                return (name, "");
            }

            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && text[name.Length..].TrimStart() is [':', .. var respondent])
            {
                return (name, Names.Normalized(respondent));
            }
        }

        return null;
    }

    private IEnumerable<(string Name, Dictionary<string, int> Columns)> Respondents(string unnamed)
    {
        var columns = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        for (var column = 0; column < Table.Rows[headings].Count; column++)
        {
            if (Heading(column) is not { } heading || column == factColumn)
            {
                continue;
            }

            if (!columns.TryGetValue(heading.Respondent, out var own))
            {
                columns.Add(heading.Respondent, own = new(StringComparer.Ordinal));
            }

            if (heading.Name == QuestionnaireTable.Fact || !own.TryAdd(heading.Name, column))
            {
                Report(headings, column, $"'{Shown.Name(Table[headings, column])}' is the heading of another column too. Give each its own, or remove one.");
            }
        }

        foreach (var (respondent, own) in columns)
        {
            var name = respondent.Length > 0 ? respondent : Names.Normalized(unnamed);
            var first = own.Values.Min();
            if (!own.ContainsKey(QuestionnaireTable.Answer))
            {
                Report(headings, first, $"there is no column '{QuestionnaireTable.Answer}{(respondent.Length > 0 ? QuestionnaireTable.OfRespondent + Shown.Name(respondent) : "")}' to which this one belongs. Add it, or remove this one.");
            }
            else if (Names.ProblemOf(name) is { } problem)
            {
                Report(headings, own[QuestionnaireTable.Answer], $"it says who answers: {problem}");
            }
            else
            {
                yield return (name, own);
            }
        }
    }

    /// <summary>The rows that ask for a fact, each fact once.</summary>
    private List<(int Row, FactPlace Place)> Rows()
    {
        var rows = new List<(int Row, FactPlace Place)>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = headings + 1; row < Table.Rows.Count; row++)
        {
            var path = Table[row, factColumn];
            if (path.Length == 0)
            {
                // A blank row, or a heading between questions; an answer in it would be lost.
                foreach (var column in Enumerable.Range(0, Table.Rows[row].Count).Where(column => Heading(column)?.Name == QuestionnaireTable.Answer && Table[row, column].Length > 0))
                {
                    Report(row, column, $"'{Shown.Name(Table[row, column])}' is an answer in a row that names no fact in column '{QuestionnaireTable.Fact}'. Write its path there, such as vision.exists, or remove the answer.");
                }
            }
            else if (FactPlace.Of(path, book.Facts) is not { } place)
            {
                Report(row, factColumn, $"no fact has the path '{Shown.Name(path)}'.{(book.Facts.Nearest(FactPlace.WithoutName(path)) is { } near ? $" Did you mean '{near.Path}'?" : "")} A fact that a pack declares needs the pack.");
            }
            else
            {
                place = place with { Partner = Names.Normalized(place.Partner) };
                if (place.Partner is not null && Names.ProblemOf(place.Partner) is { } unsound)
                {
                    Report(row, factColumn, unsound);
                }
                else if (!seen.TryAdd(place.Path, row))
                {
                    Report(row, factColumn, $"'{Shown.Name(path)}' is in row {AnswerTable.Address(seen[place.Path], 0)[1..]} too. Keep one of the two.");
                }
                else
                {
                    rows.Add((row, place));
                }
            }
        }

        return rows;
    }

    /// <summary>Reports what is wrong with a cell that every respondent reads, for the first of them.</summary>
    private void ReportOnce(int row, int column, string message)
    {
        if (!problems.Contains(Table.ProblemAt(row, column, message)))
        {
            Report(row, column, message);
        }
    }

    private void Report(int row, int column, string message) => problems.Add(Table.ProblemAt(row, column, message));

    /// <summary>The answers of one respondent.</summary>
    private sealed class AnswersOfOne(AnswerTableReader reader, string respondent, Dictionary<string, int> columns, List<(int Row, FactPlace Place)> rows, Collaboration? onto)
    {
        private readonly FactRegistry facts = reader.book.Facts;
        private readonly Collaboration given = onto ?? new();

        /// <summary>The names of partners by the names that the paths have.</summary>
        private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

        /// <summary>The rows in which the names of partners are asked.</summary>
        private readonly Dictionary<string, int> askedIn = rows.Where(each => each.Place.Fact == FactRegistry.Default.PartnerName)
            .ToDictionary(each => each.Place.Partner!, each => each.Row, StringComparer.Ordinal);

        public RespondentAnswers Read()
        {
            var collaboration = given with { Partners = Partners() };
            collaboration = collaboration with { Remarks = [.. given.Remarks.Select(Renamed)] };
            var (answered, notKnown) = (0, 0);
            var changed = new Dictionary<string, string>(StringComparer.Ordinal);
            var remarks = new List<FactRemark>();
            foreach (var (row, place) in rows)
            {
                var text = Answer(row);
                var isName = place.Fact == FactRegistry.Default.PartnerName;
                var isSaid = text.Length > 0 && !isName;
                var remark = Remark(row, place);
                if (place.Partner is { } partner && !names.ContainsKey(partner))
                {
                    if (isSaid || remark is not null)
                    {
                        reader.Report(row, columns[QuestionnaireTable.Answer], $"it is about a partner whose name is not given. Give the name in cell {AnswerTable.Address(askedIn[partner], columns[QuestionnaireTable.Answer])}, or leave this row empty.");
                    }

                    continue;
                }

                if (remark is not null)
                {
                    remarks.Add(remark);
                }

                if (!isSaid || place.Fact == facts.PartnerList)
                {
                    answered += isSaid ? 1 : 0;
                    continue;
                }

                if (Value(row, place.Fact, text, out var value))
                {
                    answered++;
                    notKnown += value is null ? 1 : 0;
                    var here = place with { Partner = place.Partner is { } key ? names[key] : null };
                    var after = here.With(collaboration, value);
                    var was = here.ValueIn(given);
                    if (!Equals(was, here.ValueIn(after)))
                    {
                        changed[here.Path] = here.Fact.InFull(was);
                    }

                    collaboration = after;
                }
            }

            return new(respondent, collaboration with { Remarks = [.. collaboration.Remarks.Select(remark => changed.TryGetValue(remark.Fact, out var was) ? OfEarlier(remark, was) : remark), .. remarks] }, answered, notKnown);
        }

        private string Answer(int row) => reader.Table[row, columns[QuestionnaireTable.Answer]];

        /// <summary>The partners: those of before, those in the list, and those whose names were given or are in the paths of answers.</summary>
        private FactList<Partner>? Partners()
        {
            var partners = (given.Partners ?? []).ToList();
            foreach (var partner in partners)
            {
                names[partner.Name!] = partner.Name!;
            }

            if (rows.FirstOrDefault(each => each.Place.Fact == facts.PartnerList) is { Place.Fact: not null, Row: var listed } && Answer(listed) is { Length: > 0 } list)
            {
                if (AnswerValue.Read(facts.PartnerList, list, given, out var value) is { } problem)
                {
                    Bad(listed, problem);
                }

                foreach (var partner in (value as FactList<Partner> ?? []).Where(partner => names.TryAdd(partner.Name!, partner.Name!)))
                {
                    partners.Add(partner);
                }
            }

            foreach (var (row, place) in rows.Where(each => each.Place.Partner is not null))
            {
                var key = place.Partner!;
                var isAsked = askedIn.TryGetValue(key, out var asked);
                if (isAsked && asked != row)
                {
                    continue;
                }

                if (!isAsked)
                {
                    if (columns.Values.Any(column => reader.Table[row, column].Length > 0) && names.TryAdd(key, key))
                    {
                        if (PartnerNames.ProblemOfCapitals(key, partners.Select(partner => partner.Name!)) is { } capitals)
                        {
                            reader.ReportOnce(row, reader.factColumn, capitals);
                        }

                        partners.Add(new() { Name = key });
                    }
                }
                else if (Answer(row) is { Length: > 0 } text)
                {
                    Name(row, key, text, partners);
                }
            }

            return partners.Count > 0 ? FactList.Create<Partner>([.. partners]) : given.Partners;
        }

        private void Name(int row, string key, string text, List<Partner> partners)
        {
            var name = Names.Normalized(text);
            var before = names.GetValueOrDefault(key);
            if (SpecialAnswers.Of(text) is not null || Names.ProblemOf(name) is not null)
            {
                Bad(row, Names.ProblemOf(name) ?? "a partner always has a name. Give one, or leave all its rows empty.");
            }
            else if (name != before && partners.Exists(partner => partner.Name == name))
            {
                Bad(row, $"'{Shown.Name(name)}' is the name of another partner. Give each partner one name.");
            }
            else if (PartnerNames.ProblemOfCapitals(name!, partners.Select(partner => partner.Name!).Where(other => other != before)) is { } capitals)
            {
                Bad(row, capitals);
            }
            else if (before is null)
            {
                partners.Add(new() { Name = name });
            }
            else
            {
                partners[partners.FindIndex(partner => partner.Name == before)] = partners.Find(partner => partner.Name == before)! with { Name = name };
            }

            names[key] = name;
        }

        private bool Value(int row, Fact fact, string text, out object? value)
        {
            var isShare = fact is { Type: FactType.Number, Minimum: 0, Maximum: 100 };
            var problem = AnswerValue.Read(fact, isShare && text.EndsWith('%') ? text[..^1].TrimEnd() : text, given, out value);
            if (problem is not null)
            {
                Bad(row, fact.IsDerived || fact.Type is FactType.List or FactType.Text ? problem
                    : AnswerValue.NotAnAnswer(fact, text, QuestionnaireTable.Allowed(new QuestionnaireItem(fact, null, null, null, null))));
            }

            return problem is null;
        }

        private FactRemark? Remark(int row, FactPlace place)
        {
            var (note, by, evidence) = (Text(QuestionnaireTable.Note), Text(QuestionnaireTable.By), Text(QuestionnaireTable.Evidence));
            var day = Text(QuestionnaireTable.On) is { } on ? CalendarDay.Read(on) : null;
            if (Text(QuestionnaireTable.On) is { } given && day is null)
            {
                reader.Report(row, columns[QuestionnaireTable.On], $"'{Shown.Name(given)}' is not a day. Write it as 2024-03-31.");
            }

            var partner = place.Partner is { } key ? names.GetValueOrDefault(key, key) : null;
            return note is null && by is null && evidence is null && day is null ? null
                : new FactRemark(place.Fact.PathFor(partner)) { Note = note, By = by, On = day, Evidence = evidence };

            string? Text(string heading)
            {
                if (!columns.TryGetValue(heading, out var column) || reader.Table[row, column] is not { Length: > 0 } text)
                {
                    return null;
                }

                if (!FactValues.Takes(text))
                {
                    reader.Report(row, column, AnswerTable.TooLong(text));
                }

                return text;
            }
        }

        /// <summary>A remark of before on a fact whose answer is another now: it says of which answer it was said, so that it does not seem to bear out the new one.</summary>
        private static FactRemark OfEarlier(FactRemark remark, string was)
        {
            const string Said = "Said of an earlier answer";
            if (remark.Note?.StartsWith(Said, StringComparison.Ordinal) == true)
            {
                return remark;
            }

            // A note that is as long as notes can be keeps what it says; that it is an earlier one is said without the answer then, or in place of its end.
            var notes = new[] { remark.Note is null ? $"{Said}, {was}." : $"{Said}, {was}: {remark.Note}", $"{Said}: {remark.Note}" };
            return remark with { Note = Array.Find(notes, FactValues.Takes) ?? $"{notes[1][..(FactValues.TextLength - 1)]}…" };
        }

        /// <summary>A remark of before, on the partner by its new name.</summary>
        private FactRemark Renamed(FactRemark remark) =>
            FactPlace.Of(remark.Fact, facts) is { Partner: { } key } place && names.TryGetValue(key, out var name) && name != key ? remark with { Fact = place.Fact.PathFor(name) } : remark;

        private void Bad(int row, string problem) => reader.Report(row, columns[QuestionnaireTable.Answer], problem);
    }
}
