using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>A chapter that was read from a pack.</summary>
internal sealed class WrittenChapter(string heading, Area area, Tier tier, Level cap, IReadOnlyList<RuleDefinition> rules, IReadOnlyList<TextInLanguage> inLanguages) : Chapter
{
    public override string Heading => heading;

    public override IReadOnlyList<TextInLanguage> InLanguages => inLanguages;

    public override Area Area => area;

    public override Tier Tier => tier;

    public override Level Cap => cap;

    protected override void Write()
    {
        // The rules were written in the pack.
    }

    internal override IReadOnlyList<RuleDefinition> Definitions() => rules;
}
