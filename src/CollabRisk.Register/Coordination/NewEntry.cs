using CollabRisk.Questions;
using CollabRisk.Register.Model;
using CollabRisk.Register.Rules;
using CollabRisk.Text;

namespace CollabRisk.Register.Coordination;

/// <summary>What is given of a collaboration when it is made.</summary>
internal sealed record NewEntry(string Name, IReadOnlyList<string> Partners, Naming Naming, int SmallestGroup, InterviewForm Form, IReadOnlyList<string> Packs, int Days)
{
    public const int MostPartners = 100;

    public const int MostDays = 3_650;

    public const int FewestInGroup = 2;

    public const int MostInGroup = 100;

    public const int LongestName = 200;

    /// <summary>It with names in their one spelling, and everything that is wrong with it: the field, and what to do.</summary>
    public (NewEntry Checked, IReadOnlyList<(string Field, string Problem)> Problems) Check(RuleShelf shelf)
    {
        var problems = new List<(string, string)>();
        var name = NameOf(Name, "the collaboration", problem => problems.Add(("name", problem)));
        var partners = Partners.Select((partner, at) => NameOf(partner, $"the partner '{Shown.Name(partner)}'", problem => problems.Add((FormattableString.Invariant($"partners[{at}]"), problem)))).ToList();
        if (partners.Count is 0 or > MostPartners)
        {
            problems.Add(("partners", partners.Count == 0 ? "There are no partners. Give each by its name." : FormattableString.Invariant($"There are {partners.Count} partners, and {MostPartners} are the most.")));
        }

        problems.AddRange(partners.GroupBy(each => each, Names.Alike).Where(same => same.Count() > 1).Select(same => ("partners", $"The partner '{Shown.Name(same.Key)}' is there twice. Give each once.")));
        problems.AddRange(shelf.Missing(Packs).Select(id => ("packs", $"There is not a pack '{Shown.Name(id)}' in this register.{DidYouMean.Sentence(id, shelf.Packs.Select(pack => pack.Id))}")));
        Within("days", Days, 1, MostDays, "days");
        Within("smallestGroup", SmallestGroup, FewestInGroup, MostInGroup, "respondents");
        return (this with { Name = name, Partners = partners }, problems);

        void Within(string field, int value, int least, int most, string what)
        {
            if (value < least || value > most)
            {
                problems.Add((field, FormattableString.Invariant($"'{value}' is not a number of {what} from {least} to {most}.")));
            }
        }
    }

    /// <summary>A name in its one spelling; what is wrong with it is reported.</summary>
    public static string NameOf(string text, string whose, Action<string> report)
    {
        var name = Names.Normalized(text);
        if (Names.ProblemOf(name) is { } problem)
        {
            report($"The name of {whose}: {problem}");
        }
        else if (name.Length > LongestName)
        {
            report(FormattableString.Invariant($"The name of {whose} has {name.Length} characters, and {LongestName} are the most."));
        }

        return name;
    }
}
