using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Html;

/// <summary>How to read the pictures and words, and which rules were used.</summary>
internal sealed class ReadingSection(AssessmentContent content)
{
    public Markup Write()
    {
        var book = content.Assessment.RuleBook;
        return Markup.Of($"""
            {Key}
            <p class="small mut">Rules: {string.Join(", ", book.Packs.Select(pack => $"{pack.Id} {pack.Version}"))}; digest <span class="code">{book.Digest}</span>. {content.Assessment.Outcomes.Count} rules of all kinds: {content.CountOf(Outcome.Raised)} raised, {content.CountOf(Outcome.Clear)} clear, {content.CountOf(Outcome.Undetermined)} not known, {content.CountOf(Outcome.NotApplicable)} do not apply, {content.CountOf(Outcome.Error)} failed. The same facts and rules give the same report.</p>{Markup.Each(book.Overrides, change => Markup.Of($"""<p class="small mut"><span class="code">{change.Code}</span> {LevelReasons.Overridden(change, book.Language)}</p>"""))}{Markup.Each(book.ExpiredOverrides, change => Markup.Of($"""<p class="small mut"><span class="code">{change.Code}</span> Has expired and does not hold any more. {LevelReasons.Overridden(change, book.Language)}</p>"""))}
            """);
    }

    /// <summary>How to read range, level and support; every report with levels has it.</summary>
    public static Markup Key { get; } = Markup.Of($"""
        <dl class="read"><dt>The range</dt><dd>{Pictures.MiniBar(new(Level.Moderate, Level.High))} At least Moderate, possibly High<p>Solid: shown by what is known. Hatched: possible, if what is not known turned out badly. Empty: ruled out. Learning a fact never widens the range.</p></dd>
        <dt>Level</dt><dd>{Markup.Join(" &nbsp; ", new[] { Level.Low, Level.Moderate, Level.High }.Select(level => Pictures.Marked(new(level, level))))}<p>How grave the sources hold a matter to be: High where one ties it to failure, Moderate where one names it as a main influence or reports strain, Low where it is named in passing or derived. Never a probability.</p></dd>
        <dt>Support</dt><dd>{Markup.Join(" &nbsp; ", Enum.GetValues<Confidence>().Select(Pictures.Support))}<p>What supports the finding. Level and support are never multiplied into one number.</p></dd>
        <dt>Our step</dt><dd><span class="own">{Wording.OurStep}</span><p>Advice that follows from the finding and that no source gives in so many words.</p></dd></dl>
        """);
}
