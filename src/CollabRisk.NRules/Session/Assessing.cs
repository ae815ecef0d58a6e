using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;
using NRules.RuleModel;

namespace CollabRisk.NRules.Session;

/// <summary>Makes the assessment of a collaboration that is inserted into a session, and makes it again when the collaboration is updated.</summary>
/// <param name="book">The rule book.</param>
/// <param name="withPartners">
/// Whether each <see cref="Partner"/> becomes a fact for rules of the host. That takes a compiler that tells partners apart by reference,
/// since two collaborations may have partners of whom the same is known.
/// </param>
internal sealed class Assessing(RuleBook book, bool withPartners)
{
    private const string AssessmentKey = "assessment";

    /// <summary>Fired by NRules for every collaboration that is inserted or updated.</summary>
    /// <exception cref="ArgumentException">Facts have values that they cannot have; the message has them all.</exception>
    public void Assess(IContext context, Collaboration collaboration)
    {
        var previous = context.GetLinked(AssessmentKey) as Assessment;
        var given = CollaborationIdentity.GivenFor(collaboration);
        if (given is null && previous is not null && CollaborationIdentity.GivenFor(previous) is not null)
        {
            // A rule of the host gave the session's only collaboration other facts.
            CollaborationIdentity.MakeOnly(collaboration, given = collaboration);
        }

        var facts = given ?? collaboration;
        var assessment = new Assessment(previous is null ? Evaluator.Run(book, facts) : Evaluator.Run(previous.State, facts), previous);
        if (given is not null)
        {
            CollaborationIdentity.MakeOnly(assessment, given);
        }

        Keep(context, assessment);
    }

    private void Keep(IContext context, Assessment assessment)
    {
        var listed = assessment.State.Facts.Listed;
        var names = listed.Select(partner => partner.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var key in context.GetLinkedKeys().Where(key => key is (string, string name) && !names.Contains(name)).ToList())
        {
            context.RetractLinked(key, context.GetLinked(key)!);
        }

        // What was there moves together, before what is new comes, so that no rule sees a partner without its assessment.
        context.Keep(AssessmentKey, assessment);
        foreach (var row in Enumerable.Range(0, listed.Count).OrderBy(row => context.GetLinked(("assessed", listed[row].Name)) is null))
        {
            var partner = listed[row];
            context.Keep(("assessed", partner.Name), new AssessedPartner(assessment, row));
            if (withPartners)
            {
                // A copy, since two collaborations may share the object.
                context.Keep(("partner", partner.Name), partner with { }, isSame: (was, now) => was.Equals(now));
            }
        }
    }
}
