using CollabRisk.Facts;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Register.Answering;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>A question with what can be answered: choices where there are some, a field where there are none.</summary>
internal sealed class QuestionField(Asking asking)
{
    private const string None = "none of them";

    private readonly Fact fact = asking.Fact;

    /// <summary>Writes the field.</summary>
    /// <param name="given">The answer that is in it; null for none.</param>
    /// <param name="problem">What is wrong with that; null for nothing.</param>
    public Markup Write(string? given, string? problem)
    {
        var wrong = problem is null ? Markup.Empty : Markup.Of($""" aria-invalid="true" aria-describedby="wrong" """);
        return Markup.Of($"""
            <fieldset{wrong}><legend><h2 id="q" tabindex="-1">{asking.Question}</h2></legend>{Markup.When(!asking.CodingNote.IsEmpty, () => Markup.Of($"""<p class="hint">{asking.CodingNote}</p>"""))}
            {Markup.When(problem is not null, () => Markup.Of($"""<p class="bad" id="wrong" role="alert" tabindex="-1"><b>This cannot be taken.</b> {problem}</p>"""))}{Answers(given, wrong)}</fieldset>
            """);
    }

    /// <summary>A note next to an answer.</summary>
    public static Markup Note(string? given) => Markup.Of($"""
        <label class="lbl" for="note">Note or evidence <span class="mut">(optional, kept with the answer)</span></label><textarea id="note" name="note" rows="3" maxlength="{AnswerForm.LongestNote}" aria-describedby="nh">{new Verbatim(given).Markup}</textarea><p class="small mut" id="nh">For example a document with its date, or an example you saw. Do not name staff. Others will read it.</p>
        """);

    private Markup Answers(string? given, Markup wrong)
    {
        var others = Others(given);
        switch (fact.Type)
        {
            case FactType.YesNo or FactType.Word:
                return Markup.Of($"""<div class="opts">{Markup.Each(QuestionnaireItem.ChoicesOf(fact), choice => Option("radio", "a", choice, choice == given))}{others}</div>""");
            case FactType.Words:
                var ticked = (given ?? "").Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
                return Markup.Of($"""<p class="hint">Tick all that hold.</p><div class="opts">{Markup.Each([.. QuestionnaireItem.ChoicesOf(fact), None], choice => Option("checkbox", "w", choice, ticked.Contains(choice)))}{others}</div>""");
            default:
                return Markup.Of($"""{Field(given, wrong)}<div class="opts">{others}</div>""");
        }
    }

    private Markup Field(string? given, Markup wrong)
    {
        var typed = given is null || SpecialAnswers.Of(given) is not null ? "" : given;
        var isList = fact == FactRegistry.Default.PartnerList;
        var hint = Markup.Of($"""<label class="lbl" for="t">{(isList ? "their names, one on a line" : asking.AllowedAnswers).AtStart(Words.Capitalize)}</label>""");
        return isList ? Markup.Of($"""{hint}<textarea id="t" name="t" rows="5"{wrong}>{new Verbatim(typed).Markup}</textarea>""")
            : fact.Type == FactType.Date ? Markup.Of($"""{hint}<input class="field" id="t" name="t" type="date"{wrong} value="{new Verbatim(typed).Attribute}">""")
            : fact.Type is FactType.Number or FactType.WholeNumber ? Markup.Of($"""{hint}<input class="field" id="t" name="t" inputmode="{(fact.Type == FactType.Number ? "decimal" : "numeric")}" autocomplete="off"{wrong} value="{new Verbatim(typed).Attribute}">""")
            : Markup.Of($"""{hint}<textarea id="t" name="t" rows="3"{wrong} maxlength="{AnswerForm.LongestNote}">{new Verbatim(typed).Markup}</textarea>""");
    }

    /// <summary>The answers that are not values: not known, and that there can be no value here.</summary>
    private Markup Others(string? given)
    {
        var offered = SpecialAnswers.OfferedFor(fact);
        var special = given is null ? null : SpecialAnswers.Of(given);
        return Markup.When(offered.Count > 0, () => Markup.Of($"""
            <p class="or">or</p>{Markup.Each(offered, choice => SpecialAnswers.Of(choice) == SpecialAnswer.NotKnown
                ? Option("radio", "a", choice, special == SpecialAnswer.NotKnown, "I don’t know", "Counts as not known, never as “no”.")
                : Option("radio", "a", choice, special == SpecialAnswer.DoesNotApply, "Does not apply here", "The question makes no sense for this collaboration. Say why in the note."))}
            """));
    }

    private Markup Option(string type, string name, string value, bool isChosen, Passage? label = null, string? note = null) => Markup.Of($"""
        <label class="opt{(label is null ? "" : " q")}"><input type="{type}" name="{name}" value="{value}"{(isChosen ? Markup.Of($" checked") : Markup.Empty)}><span>{label ?? fact.Said(value).AtStart(Words.Capitalize)}{Markup.When(note is not null, () => Markup.Of($"<small>{note}</small>"))}</span></label>
        """);

    /// <summary>The answer in what a form sent: a choice that was made, ticks, or what was typed.</summary>
    public static string Read(string chosen, IReadOnlyList<string> ticked, string typed) =>
        typed.Length > 0 && SpecialAnswers.Of(chosen) is null ? typed : chosen.Length > 0 ? chosen : ticked.Count > 0 ? string.Join(", ", ticked) : typed;
}
