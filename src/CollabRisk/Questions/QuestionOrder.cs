using CollabRisk.Facts;

namespace CollabRisk.Questions;

/// <summary>Says which question comes next, for a list of questions and for an interview alike.</summary>
/// <remarks>
/// <para>
/// First the six facts by which anyone finds their way in a collaboration. Then what could be raised at the highest level, chapter by
/// chapter as the book has them, then what could be raised below, until no unknown fact could settle a risk or a mismatch. What a
/// guard asks comes before what it guards, and what a question takes for granted before the question.
/// </para>
/// <para>No evaluation is needed to choose, so that it costs the same for any number of questions.</para>
/// </remarks>
internal static class QuestionOrder
{
    /// <summary>Of so many partners each role is asked before anything else; of more, only who leads.</summary>
    private const int MostRoles = 8;

    private static readonly Fact Partners = FactRegistry.Default.PartnerList;
    private static readonly Fact Role = FactRegistry.Default.Find("partners[].role")!;
    private static readonly Fact[] AfterPartners =
        [.. new[] { "form", "phase", "isInformationSystem", "governance.leadOrganisation", "startYear" }.Select(path => FactRegistry.Default.Find(path)!)];

    /// <summary>The facts that come first, in their order: who takes part and in what role, the form, the phase, shared IT or not, who leads, since when.</summary>
    public static IEnumerable<Fact> Orienting => [Partners, Role, .. AfterPartners];

    /// <summary>The question to ask; null where nothing is left that matters and that someone could answer.</summary>
    /// <param name="assessment">What is known, and what is open.</param>
    /// <param name="asked">The paths of the questions that were asked, answered or not.</param>
    public static OpenQuestion? Next(Assessment assessment, IReadOnlySet<string> asked) =>
        OrientingIn(assessment)
            .Select(cell => For(cell, assessment, ArraySegment<WaitingRule>.Empty))
            .Where(question => !asked.Contains(question.Path))
            .Concat(WhatMatters(assessment, asked))
            .FirstOrDefault(HasMoreThanOneAnswer);

    /// <summary>The question of a short form to ask, page by page; null where nothing of it is left that matters and that someone could answer.</summary>
    /// <param name="assessment">What is known, and what is open.</param>
    /// <param name="asked">The paths of the questions that were asked, answered or not.</param>
    /// <param name="form">The short form.</param>
    public static OpenQuestion? Next(Assessment assessment, IReadOnlySet<string> asked, ShortForm form)
    {
        var byFact = assessment.OpenQuestions.ToLookup(question => question.Fact);
        return form.Questions.SelectMany(page => page.Facts)
            .SelectMany(fact => byFact[fact].Where(question => Matters(question, asked)).OrderBy(question => question.Cell))
            .Select(question => AfterItsGround(question, assessment, asked))
            .FirstOrDefault(HasMoreThanOneAnswer);
    }

    /// <summary>The open question for a fact; where it is not open, a new one that settles the rules given.</summary>
    private static OpenQuestion For(FactCell cell, Assessment assessment, ArraySegment<WaitingRule> settles) =>
        assessment.OpenQuestions.FirstOrDefault(question => question.Cell == cell) ?? new OpenQuestion(assessment.State, cell, settles);

    /// <summary>The questions that could settle a risk or a mismatch and that someone could answer, in their order.</summary>
    private static IEnumerable<OpenQuestion> WhatMatters(Assessment assessment, IReadOnlySet<string> asked)
    {
        // Most often a question is found among those at High, so that the others need not be put in order.
        for (var worst = Level.High; worst > Level.None; worst--)
        {
            var inOrder = assessment.OpenQuestions.Where(question => question.Worst == worst)
                .GroupBy(FirstOfWorst)
                .OrderBy(same => same.Key)
                .SelectMany(same => same.Where(question => Matters(question, asked))
                    .OrderByDescending(IsOfGuard)
                    .ThenByDescending(question => question.WorstThatWait.Count())
                    .ThenBy(question => question.Cell));
            foreach (var question in inOrder)
            {
                yield return AfterItsGround(question, assessment, asked);
            }
        }
    }

    private static bool Matters(OpenQuestion question, IReadOnlySet<string> asked) =>
        question.Worst > Level.None && !asked.Contains(question.Path) && question.Fact.ExpertBecause is null
        && !Presuppositions.IsGroundless(question.Fact, question.State.Facts) && CouldBeCompared(question, asked);

    private static IEnumerable<FactCell> OrientingIn(Assessment assessment)
    {
        var facts = assessment.State.Facts;
        if (facts.Given.Partners is null)
        {
            yield return InBook(Partners, -1, assessment);
        }

        for (var row = 0; row < facts.Listed.Count && facts.Listed.Count <= MostRoles; row++)
        {
            if (facts[Role, row] == Fact.Unknown)
            {
                yield return InBook(Role, row, assessment);
            }
        }

        foreach (var fact in AfterPartners)
        {
            if (facts[fact, -1] == Fact.Unknown)
            {
                yield return InBook(fact, -1, assessment);
            }
        }
    }

    /// <summary>A fact of the library as the rule book has it, with the words that packs add.</summary>
    private static FactCell InBook(Fact fact, int row, Assessment assessment) => new(assessment.State.Facts.Registry.Find(fact.Path)!, row);

    /// <summary>Where the first of the worst rules that wait is in the book.</summary>
    private static int FirstOfWorst(OpenQuestion question) =>
        question.WorstThatWait.Min(rule => rule.Position);

    /// <summary>Whether it says to which collaborations one of the worst rules applies.</summary>
    private static bool IsOfGuard(OpenQuestion question) => question.WorstThatWait.Any(rule =>
        rule.Cases.Select(@case => @case.AppliesWhen).Append(rule.AppliesWhen).Any(guard => guard?.Facts.Contains(question.Fact) == true));

    /// <summary>The question, or in its place the one for what it takes for granted, as long as that was not asked.</summary>
    private static OpenQuestion AfterItsGround(OpenQuestion question, Assessment assessment, IReadOnlySet<string> asked)
    {
        if (Presuppositions.Of(question.Fact) is not { } ground || question.State.Facts[ground, -1] != Fact.Unknown || asked.Contains(ground.Path))
        {
            return question;
        }

        var before = For(InBook(ground, -1, assessment), assessment, question.Settles);
        return HasMoreThanOneAnswer(before) ? before : question;
    }

    /// <summary>
    /// Whether the fact is still of use where others were asked for in vain. Some are only compared with another one, and where no one
    /// knows that, nothing comes of this one either.
    /// </summary>
    private static bool CouldBeCompared(OpenQuestion question, IReadOnlySet<string> asked)
    {
        var tests = question.State.Book.TestsOf[question.Fact].ToList();
        return tests.Count == 0 || tests.Exists(test => test.OwnFacts.All(other => other == question.Fact || !asked.Contains(PathOf(other))
            || question.State.Facts[other, RowOf(other)] != Fact.Unknown));

        string PathOf(Fact other) => other.IsPerPartner && question.PartnerName is { } name ? other.PathFor(name) : other.Path;

        int RowOf(Fact other) => other.IsPerPartner && question.PartnerName is { } name ? question.State.Facts.RowOf(name) : -1;
    }

    /// <summary>Where one answer alone agrees with what is known, the answer is known too.</summary>
    private static bool HasMoreThanOneAnswer(OpenQuestion question) =>
        question.Fact.Type is not (FactType.YesNo or FactType.Word) || AnswerTrial.HasSeveral(question.State.Facts, question.Reading);
}
