using System.Globalization;
using System.Text;
using CollabRisk.RulePacks.Format;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Tests.Docs;

/// <summary>The reference of the format: every key, and every way of writing a condition.</summary>
internal sealed class FormatPage
{
    private readonly StringBuilder page = new();

    public static string Write()
    {
        var format = new FormatPage();
        format.Lines("""
            # The format of rule packs

            <!-- Generated from the keys of the format in the code; see CONTRIBUTING.md. Edit the code, not this page. -->

            A pack is one YAML file, or a folder with YAML files whose sections count together, whichever file they are in. Files and
            folders whose names begin with a dot are not part of it. [Writing rule packs](writing-rule-packs.md) is the place to begin;
            this page is for looking things up. [The problems](rule-pack-problems.md) have a page of their own, and
            [the schema](../schemas/rule-pack.schema.json) tells editors what is here.

            A few things about YAML itself:

            - Yes and no are written `yes` and `no`; `true` and `false` are read too.
            - A text with a colon and a space in it, one with a `#` after a space, or one that begins with a bracket, brace, quote, `#`, `*`, `&`, `!`
              or `%`, is in quotes: `says: "{subject} has no desk."`
            - A number is digits, with a point before decimals: `1000`, `0.5`; not `1_000`, `010` or `0x10`.
            - A long text may go on in further lines that are further right, after `>-`.
            - Nothing in a pack is run. Tags (`!word`) are refused.

            """);
        format.Sections();
        format.Conditions();
        format.ForEach();
        format.KnownFacts();
        format.TextsInLanguages();
        format.Limits();
        return format.page.ToString();
    }

    private void Lines(string lines) => page.Append(lines.ReplaceLineEndings("\n")).Append('\n');

    private void Sections()
    {
        var shapes = new List<Shape> { FileKeys.Shape };
        for (var i = 0; i < shapes.Count; i++)
        {
            shapes.AddRange(Below(shapes[i]).Where(below => !shapes.Contains(below)));
        }

        foreach (var shape in shapes)
        {
            Lines($"## {Words.Capitalize(shape.Name)}\n\n{shape.About}\n\n| Key | Needed | Value | Meaning |\n| --- | --- | --- | --- |");
            foreach (var key in shape.Keys)
            {
                Lines($"| `{key.Name}` | {(key.IsRequired ? "yes" : "")} | {Value(key)} | {key.About.Replace("<", "&lt;", StringComparison.Ordinal)} |");
            }

            Lines("");
        }
    }

    private static IEnumerable<Shape> Below(Shape shape) => shape.Keys.SelectMany(key => key switch
    {
        MapKey map => [map.Shape],
        MapsKey maps => [maps.Shape],
        OutcomesKey => [TestReader.Outcome],
        RowsKey => [TestReader.Cell],
        _ => Array.Empty<Shape>(),
    });

    private static string Value(Key key) => key switch
    {
        TextKey => "a text",
        WordKey words => $"{Words.List([.. ConditionForms.WordsOf(words).Select(word => $"`{word}`")], "or")}",
        YesNoKey => "yes or no",
        DayKey => "a day, such as `2026-11-22`",
        PublishedKey => "a year, a month or a day, such as `2005-10`",
        NumberKey => "a number",
        TextsKey => "a text, or a list of texts",
        MapKey { Shape: var shape } => Link(shape),
        MapsKey { Shape: var shape } => $"a list, each entry {Link(shape)}",
        ConditionKey => "[a condition](#conditions)",
        EachKey => "[`partner`, or yes/no facts](#for-each)",
        FactsKey => "[facts with values](#facts-of-a-test)",
        RowsKey => $"a list of rows, each a list of cells in square brackets; a cell may be {Link(TestReader.Cell)} or {Link(RangeKeys.Shape)}",
        OutcomesKey => $"a code, or a list, each entry a code or {Link(TestReader.Outcome)}",
        _ => throw new NotSupportedException($"'{key.Name}' has no words on the page."),
    };

    private static string Link(Shape shape) => $"[{shape.Name}](#{shape.Name.Replace(' ', '-')})";

    private void TextsInLanguages() => Lines("""
        ## Texts in several languages

        A pack is written in English. Wherever it has a text that readers of a report see, `in languages` stands next to the text, with an entry for each
        language that has the same keys:

        ```text
        level:
          is: Low
          because: the review names it in passing
          in languages:
            - language: nl
              because: het rapport noemt het terloops
        caveats: [A year is our choice., The review names no time.]
        in languages:
          - language: nl
            caveats: [Een jaar is onze keuze., Het rapport noemt geen termijn.]
        ```

        It is so for rules, cases with their subjects, levels, moderators, chapters, claims, recommendations, notes, tensions, overrides and retired codes. What a rule is
        about that is asked `for each` of some facts has its `subjects` in a language, in the order of the facts. Questions have [wordings](#a-wording). Sources are cited as they are.

        Whoever asks for a language (`--language nl`) reads each text in it, or in the language that it is a form of (`nl` for `nl-BE`), or else in English. No result depends
        on it, and a case keeps the name by which overrides, tests and plans know it. Pages say of each text [which language it is in](reports.md#languages). `collabrisk pack check`
        says which languages are incomplete ([CRP691](rule-pack-problems.md#crp691)).

        """);

    private void Conditions()
    {
        Lines("""
            ## Conditions

            A condition names a fact and says what it must be. [The facts page](facts.md) has every fact with its values. Conditions
            next to each other must all hold:

            ```yaml
            communication.regular: no
            trust.organisational: {below: Sufficient}
            ```

            **Unknown is never no.** A fact that no one has given satisfies neither a condition nor its negation. A rule whose condition
            rests on it is *undetermined*, and the question is put to those who can answer it.

            A fact that your pack adds is called `extensions.`, the pack's prefix in small letters, and its name:
            `extensions.rcr.rotaShared` for the prefix `RCR`, `extensions.myForce.rotaShared` for `MY-FORCE`. Facts that belong together share
            a group, which is in their names: `rota.shared` is `extensions.rcr.rota.shared`. A fact of each partner begins
            with `partner.`: `partner.role`, `partner.extensions.rcr.liaisonDesk`. It must be clear which partner is meant, so it is
            under `some partner`, `every partner` or `at least 2 partners`, or in a rule `for each: partner`.

            A word that a pack adds is written with the pack's prefix, here as in tests and in JSON: `partner.sector: gdn.HousingAssociation`. A
            condition that names the word finds it alone. One that names the library's word that it `counts as` finds both, and `not` with
            that word finds neither; `{is: Voluntary, not: gdn.HousingAssociation}` finds the rest. `partners differ in` takes it for the word
            that it counts as. Who answers with the library's word says that no added word fits better, so once a pack is loaded, look at
            answers again that are older than its words. Without the pack the word is not read, and the fact is not known.

            ### Joining conditions

            """);
        Forms(ConditionForms.Joints);
        Lines("A question about partners cannot be inside another one. Two of them are next to each other, under `all` or `any`.\n");
        foreach (var (kind, about, forms) in ConditionForms.Tests)
        {
            Lines($"### {kind}\n");
            if (about.Length > 0)
            {
                Lines($"{about}\n");
            }

            Forms(forms);
        }
    }

    private void Forms(IReadOnlyList<ConditionForm> forms)
    {
        foreach (var form in forms)
        {
            Lines($"`{form.Name}`: {form.About}\n\n```yaml\n{form.Example.ReplaceLineEndings("\n")}\n```\n");
        }
    }

    private void ForEach() => Lines("""
        ## For each

        A rule with `for each: partner` is asked of each partner, and each one of whom it holds gives a finding. `{subject}` in the
        message is the partner's name.

        ```yaml
        for each: partner
        when:
          partner.activeInDecisions: no
        ```

        A rule can also be asked of some yes/no facts, each of which gives a finding: all `flags of` a group, or the `facts` that you
        list. It then has no `when` of its own; what all share goes to `applies when`.

        ```yaml
        for each:
          flags of: culture.traits
          is: yes
        ```

        ```yaml
        for each:
          facts: [communication.regular, communication.twoWay]
          is: no
        ```

        """);

    private void KnownFacts() => Lines("""
        ## Facts of a test

        A test gives facts as paths with values, as they stand on [the facts page](facts.md). A set of words is a list. `partners` has a
        list of partners, each with a `name` and facts without `partner.` before them. What is left out is unknown; in a test that begins
        with a `case file`, `unknown` takes back what the file says. Recorded savings are in a case file only.

        ```yaml
        tests:
          - name: an inactive partner
            facts:
              vision.exists: yes
              benefitsSought: [Resilience, Effectiveness]
              partners:
                - name: North Police
                  role: Lead
                - name: Fire Service
                  role: NonLead
                  activeInDecisions: no
            clear: VISION-ABSENT
            overall: {at most: High}
            asks: [trust.organisational]
        ```

        Besides how rules end, a test can expect the ends of the `overall` range and facts that it `asks` for; of a finding that it raises, the rule `under`
        which it appears and words that it `says`. [Tests of rule packs](rule-pack-tests.md#expectations) has them with examples.

        """);

    private void Limits()
    {
        var limits = RulePackLimits.Default;
        Lines(string.Create(CultureInfo.InvariantCulture, $"""
            ## Limits

            Packs may come from anybody, so how much they may ask of a machine is limited. A host can set other limits.

            | What | At most |
            | --- | --- |
            | a file | {limits.FileBytes:N0} bytes |
            | files of a pack | {limits.Files:N0} |
            | all files of a pack together | {limits.PackBytes:N0} bytes |
            | lists and keys in each other | {limits.Depth:N0} |
            | values and keys of a file | {limits.Nodes:N0} |
            | aliases of a file | {limits.Aliases:N0} |
            | a text | {limits.TextLength:N0} characters |
            | rules of a pack | {limits.Rules:N0} |
            | tests of a pack, as in `tests` | {limits.Tests:N0} |
            | comparisons in the conditions of a rule | {limits.ConditionSize:N0} |
            | what evaluating a pack may cost, in comparisons for 32 partners | {limits.EvaluationCost:N0} |
            | problems told of a file | {limits.Problems:N0} |
            """));
    }
}
