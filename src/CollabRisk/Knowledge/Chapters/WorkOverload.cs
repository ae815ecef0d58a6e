using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Work overload.</summary>
internal sealed class WorkOverload : Chapter
{
    public override string Heading => "Work overload";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.Project;

    protected override void Write()
    {
    }
}
