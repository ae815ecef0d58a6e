using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>A fact that a test expects to be asked for.</summary>
/// <param name="Path">Where and how it was written.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Partner">The partner of whom it is asked; null for any, and for a fact of the collaboration.</param>
internal sealed record AskedFact(YamlScalar Path, Fact Fact, string? Partner)
{
    private const string OfPartner = "partners[";

    /// <summary>The fact that a path names; null where there is none, or no such partner, which is reported then.</summary>
    public static AskedFact? Of(YamlScalar path, RuleBook book, Collaboration? collaboration, PackProblems problems)
    {
        var text = path.Text;
        string? partner = null;
        if (text.StartsWith(OfPartner, StringComparison.Ordinal) && text.IndexOf("].", StringComparison.Ordinal) is var end and > 0)
        {
            (partner, text) = (Names.Normalized(text[OfPartner.Length..end]), ConditionReader.PartnerPrefix + text[(end + 2)..]);
        }

        var fact = book.Facts.Find(ConditionReader.PathInModel(text));
        if (fact is null || text.StartsWith(OfPartner, StringComparison.Ordinal))
        {
            problems.Report(TestProblemKinds.UnknownFact, path.Place, $"there is no fact {Shown.Value(path.Text)} that could be asked for.{DidYouMean.Sentence(text, book.Facts.Facts.Where(each => !each.IsDerived).Select(ConditionReader.PathOf))}");
            return null;
        }

        // Of facts that could not be read no one knows the partners.
        if (partner is not null && collaboration is not null && collaboration.Partners?.Any(each => each.Name == partner) != true)
        {
            problems.Report(TestProblemKinds.UnknownSubject, path.Place, $"no partner of the test is called {Shown.Value(partner)}.");
            return null;
        }

        return new(path, fact, partner);
    }

    /// <summary>Whether a question asks for it.</summary>
    public bool IsAskedBy(OpenQuestion question) => question.Fact == Fact && (Partner is null || question.PartnerName == Partner);
}
