using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>Tries every answer to the questions that keep a rule undetermined, one at a time, by evaluating with it.</summary>
internal static class AnswerTrial
{
    public static IReadOnlyList<SettlingAnswer> Of(EvaluationState state, Rule rule, IReadOnlyList<FactReading> open)
    {
        if (state.OutcomeOf(rule) != Outcome.Undetermined)
        {
            return [];
        }

        var answers = new List<SettlingAnswer>();
        foreach (var reading in open.Where(reading => !reading.Fact.IsDerived))
        {
            for (var code = 0; code < Answers(reading.Fact); code++)
            {
                var learned = EvaluationState.Run(state.Book, With(state.Facts, reading, code));
                answers.Add(new SettlingAnswer(new FactReading(reading.Path, reading.Fact, code), learned.OutcomeOf(rule)));
            }
        }

        return answers;
    }

    /// <summary>How many answers there are to try; none where the fact is a number, a text or a set of words.</summary>
    private static int Answers(Fact fact) => fact.Type switch
    {
        FactType.YesNo => 2,
        FactType.Word => fact.AllowedWords.Count,
        _ => 0,
    };

    private static Collaboration With(FactTable facts, FactReading reading, int code)
    {
        var fact = reading.Fact;
        var value = fact.ValueOf(code);
        return !fact.IsPerPartner
            ? FactWriter.With(facts.Collaboration, fact, value)
            : facts.Collaboration with
            {
                Partners = [.. facts.Listed.Select((partner, row) => facts.PathOf(fact, row) == reading.Path ? FactWriter.With(partner, fact, value) : partner)],
            };
    }
}
