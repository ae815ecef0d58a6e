using CollabRisk.Evidence;

namespace CollabRisk.Knowledge.Registers;

/// <summary>What the sources say of their field at large. It is about no single collaboration, so no rule asks it.</summary>
internal static class Background
{
    public static IReadOnlyList<Note> All { get; } =
    [
        new("Working between agencies is settled practice in the public services of most developed countries.", ["D4-02"]),
        new("Many programmes of public reform rest on better collaboration, which is now held to be a requirement and no extra.", ["D0-01", "D3-06"]),
        new("Emergency services in the UK have come to see collaborating as something they cannot avoid.", ["D1-19"]),
        new("The two-case study is offered to them as lessons from two of their projects in information technology.", ["D1-02"]),
        new("The attacks in London and Manchester showed how much is asked of the services in a crisis.", ["D0-11"]),
        new("Police forces together spent over £250 million a year on collaborating, and inspectors judged that too many of the attempts were failing (2020).", ["D3-09"]),
        new("Collaboration in England and Wales is uneven; funding, messages from government, local politics and earlier experience are among the reasons.", ["D3-25"]),
        new("A national review would run support functions of the police more centrally, against which there is evidence for forms that suit local needs (T09).", ["D1-01"]),
        new("Information technology runs through all of policing, from control of spending to how the public reaches the police.", ["D3-32"]),
        new("Police technology was judged to lag behind business in 2014, to the benefit of offenders and at a risk to the public.", ["D3-34"]),
        new("Forces need better ways to share information.", ["D3-41"]),
        new("That leaders are held responsible for results has its time: the Labour government of the day set store by leadership, and links to performance were asserted in several sectors.", ["D4-08"]),
    ];
}
