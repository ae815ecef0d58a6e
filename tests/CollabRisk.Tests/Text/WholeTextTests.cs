using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Text;

/// <summary>A form is that of the whole text: a line feed at its end is not let through.</summary>
public class WholeTextTests
{
    [Fact]
    public void Forms_ALineFeedAtTheEnd_IsNotLetThrough()
    {
        (Func<string, bool> Is, string Text)[] forms =
        [
            (Spelling.IsCode, "RULE-1"), (Spelling.IsPackId, "a.pack"), (Spelling.IsVersion, "1.2.3"), (Spelling.IsEvidenceId, "S-1"), (Spelling.IsPublished, "2005-10"), (Spelling.IsLanguage, "de-AT"),
            (ExtensionForm.IsNamePart, "rota"), (ExtensionForm.IsWord, "Enough"), (ExtensionForm.IsAddedWord, "gdn.Housing"),
        ];

        forms.Should().AllSatisfy(form => (form.Is(form.Text), form.Is($"{form.Text}\n")).Should().Be((true, false), form.Text));
    }
}
