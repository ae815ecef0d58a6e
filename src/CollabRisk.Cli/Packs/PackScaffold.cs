using System.Globalization;
using System.Text.RegularExpressions;
using CollabRisk.Facts;
using CollabRisk.RulePacks;

namespace CollabRisk.Cli.Packs;

/// <summary>The files of a new pack: small, valid, tested, and said to be an example wherever it invents something.</summary>
internal sealed partial record PackScaffold(string Id, string Prefix, string Title, DateOnly Today)
{
    /// <summary>The id for a folder of this name: <c>My Control Room</c> becomes <c>my-control-room</c>, and <c>één</c> becomes <c>een</c>.</summary>
    public static string IdFor(string folder)
    {
        var id = NoIdCharacter.Replace(PlainLetters.Of(folder), "-").Trim('-');
        return id.Length == 0 || !char.IsAsciiLetter(id[0]) ? $"pack-{id}".TrimEnd('-') : id;
    }

    /// <summary>The prefix for an id: <c>my-control-room</c> becomes <c>MCR</c>, <c>rota</c> becomes <c>ROTA</c>.</summary>
    public static string PrefixFor(string id)
    {
        var words = id.Split('-', '.');
        return words.Length == 1 ? words[0].ToUpperInvariant() : string.Concat(words.Select(word => char.ToUpperInvariant(word[0])));
    }

    /// <summary>The texts by the names of the files.</summary>
    public IReadOnlyDictionary<string, string> Files => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["pack.yaml"] = Manifest,
        ["evidence.yaml"] = Evidence,
        ["rules/first-chapter.yaml"] = Rules,
        ["tests/first-chapter.yaml"] = Tests,
        ["README.md"] = Readme,
        [".vscode/settings.json"] = Settings,
        [".vscode/rule-pack.schema.json"] = RulePackSchema.Text,
    };

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoIdCharacter { get; }

    /// <summary>The prefix as the facts of the pack have it.</summary>
    private string Group => ExtensionForm.PrefixOf(Prefix);

    private string Manifest => string.Create(CultureInfo.InvariantCulture, $"""
        # What the pack is. Every file of the folder that ends in .yaml belongs to it.
        pack:
          id: {Id}
          version: 0.1.0
          title: {Title}
          description: What the pack holds, and for whom.
          licence: CC-BY-4.0
          authors: [Your name]
          date: {Today:yyyy-MM-dd}
          engine: '>=0.1.0 <1.0.0'
          fact model: {RulePackManifest.CurrentFactModel}
          # All codes of the pack begin with this; no other pack can use it.
          prefix: {Prefix}

        # Facts that CollabRisk does not ask about. The dictionary of facts lists those that it does.
        facts:
          - name: troubleLogKept
            type: YesNo
            meaning: the partners keep one log of trouble that all of them read
            question: Do the partners keep one log of trouble that all of them read?
            better: yes

        """);

    private string Evidence => $"""
        # The documents on which the rules rest, and what they say, in your own words.
        sources:
          - id: {Id}-example
            title: An example. Put authors, title and kind of your document here.
            weight: What was studied, and what is missing. This one is invented, so it can carry nothing.

        claims:
          - id: {Prefix}-C1
            source: {Id}-example
            place: section 1
            says: Partners without a common log of trouble learn of it late, above all where they rarely talk.
            about: Risk
            strength: Assertion

        recommendations:
          - code: {Prefix}-KEEP-A-LOG
            says: Keep one log of trouble, and look at it together every week.
            claims: [{Prefix}-C1]
            derived: yes

        """;

    private string Rules => $$"""
        chapters:
          - heading: First chapter
            area: Relations
            rules:
              - code: {{Prefix}}-TROUBLE-LATE
                kind: Risk
                title: Trouble is learned of late
                level:
                  is: Low
                  because: the source names it in passing
                when:
                  extensions.{{Group}}.troubleLogKept: no
                raised when:
                  - when:
                      communication.regular: no
                    because: the partners rarely talk either
                    claims: [{{Prefix}}-C1]
                says: The partners keep no common log of trouble, so they learn of it late.
                claims: [{{Prefix}}-C1]
                advises: [{{Prefix}}-KEEP-A-LOG]

        """;

    private string Tests => $$"""
        # Each rule has a test that raises it, one where it stays clear, and one where too little is known.
        tests:
          - name: there is no log, and they talk regularly
            facts:
              extensions.{{Group}}.troubleLogKept: no
              communication.regular: yes
            raises:
              - rule: {{Prefix}}-TROUBLE-LATE
                level: Low

          - name: there is no log, and they rarely talk
            facts:
              extensions.{{Group}}.troubleLogKept: no
              communication.regular: no
            raises:
              - rule: {{Prefix}}-TROUBLE-LATE
                level: Moderate

          - name: there is no log, and no one has said how often they talk
            facts:
              extensions.{{Group}}.troubleLogKept: no
            raises: [{{Prefix}}-TROUBLE-LATE]

          - name: there is a log
            facts:
              extensions.{{Group}}.troubleLogKept: yes
            clear: [{{Prefix}}-TROUBLE-LATE]

          - name: no one has said whether there is a log
            undetermined: [{{Prefix}}-TROUBLE-LATE]

        """;

    private string Readme => $"""
        # {Title}

        A rule pack for CollabRisk. Check and test it after every change:

            collabrisk pack check .
            collabrisk pack test . --all
            collabrisk evaluate my-collaboration.json --packs .

        With the YAML extension of VS Code, keys and facts are completed and checked while you type: the folder
        `.vscode` has the settings and the schema.

        """;

    private static string Settings => """
        {
          "yaml.schemas": {
            ".vscode/rule-pack.schema.json": ["*.yaml", "*.yml"]
          },
          "yaml.customTags": []
        }

        """;
}
