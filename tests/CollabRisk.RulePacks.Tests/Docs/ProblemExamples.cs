using static CollabRisk.RulePacks.Tests.Docs.ProblemExample;

namespace CollabRisk.RulePacks.Tests.Docs;

/// <summary>An example of each problem that the text of one pack can have, in the order of the codes.</summary>
internal static class ProblemExamples
{
    public static IReadOnlyList<ProblemExample> All { get; } =
    [
        OfFile("CRP103", "# Nothing is written yet."),
        InManifest("CRP111", "title: My pack: the first"),
        InRule("CRP112", """
            title: Rotas do not fit
            title: Rotas are planned apart
            """),
        InSections("CRP113", """
            ---
            notes: []
            """),
        InRule("CRP114", "says: !include message.txt"),
        InRule("CRP115", "claims: *usual"),
        InRule("CRP116", "when: &it {not: *it}"),
        InRule("CRP117", "says: &rota is not shared."),
        InRule("CRP121", "clams: [MY-C1]"),
        InRule("CRP122", """
            lowered when:
              - when:
                  communication.regular: yes
            """),
        InRule("CRP123", "claims: {id: MY-C1}"),
        InRule("CRP124", "kind: risk"),
        InManifest("CRP125", "date: 22.11.2026"),
        OfFile("CRP132", """
            notes:
              - says: One programme alone was studied.
            """),
        InManifest("CRP133", "engine: '>=9.0.0'"),
        InManifest("CRP134", "fact model: 3"),
        InSections("CRP135", """
            recommendations:
              - code: MY-SHARE-ROTA
                says: Plan the rotas together.
              - code: MY-SHARE-ROTA
                says: Show each other the rotas.
            """),
        InSections("CRP136", """
            claims:
              - id: MY-C1
                source: my-revue
                place: page 1
                says: Rotas that did not fit left shifts thin.
                about: Risk
                strength: NamedCase
            """),
        InRule("CRP137", "advises: [MY-SHARE-ROTA]"),
        InRule("CRP141", """
            when:
              vison.exists: no
            """),
        InRule("CRP142", """
            when:
              partner.role: Lead
            """),
        InRule("CRP143", """
            when:
              form: {below: Programme}
            """),
        InRule("CRP144", """
            when:
              all: []
            """),
        InRule("CRP145", """
            when:
              some partner:
                every partner:
                  partner.role: Lead
            """),
        InManifest("CRP201", "id: My Pack"),
        InManifest("CRP202", "version: '1.0'"),
        InRule("CRP203", "code: MY-Rota"),
        InRule("CRP206", """
            kind: Context
            lowered when:
              - when:
                  communication.regular: yes
                because: they talk often
            """, without: "level"),
        InRule("CRP207", "", without: "when"),
        InRule("CRP208", "", without: "says"),
        InRule("CRP209", "says: The rotas do not fit for {weeks} weeks."),
        InRule("CRP210", "", without: "claims"),
        InRule("CRP211", """
            cases:
              - subject: nights
                when:
                  communication.twoWay: no
            """),
        InRule("CRP212", """
            cases:
              - subject: nights
                when:
                  communication.regular: no
              - subject: nights
                when:
                  communication.twoWay: no
            """, without: "when"),
        InRule("CRP214", "status: Deprecated"),
        InRule("CRP221", "leads to: [WORK-OVERLAOD]"),
        InRule("CRP222", "claims: [MY-C2]"),
        InRule("CRP224", """
            kind: Strength
            under: VISION-ABSENT
            """, without: "level"),
        InRule("CRP225", "under: MY-ROTA"),
        InRule("CRP231", """
            when:
              unknown: vision.exists
            """),
        InRule("CRP232", """
            when:
              overall is at least: High
            """),
        InRule("CRP233", """
            when:
              outcome.claim: Failure
            """),
        InRule("CRP234", """
            when:
              not:
                raised: VISION-ABSENT
            """),
        InRule("CRP235", """
            lowered when:
              - when:
                  vision.exists: no
                because: there is no vision
                claims: [MY-C1]
            """),
        InRule("CRP236", """
            when:
              raised: {rule: COMMS-IRREGULAR, at least: High}
            """),
        InFact("CRP301", "name: Rota shared"),
        InFact("CRP304", "type: Text"),
        InFact("CRP305", "type: Word"),
        InFact("CRP306", """
            type: Word
            words: [never, every day]
            """),
        InFact("CRP307", """
            type: Word
            words: [Never, Daily, never]
            """),
        InFact("CRP308", "words: [Never, Daily]"),
        InFact("CRP309", """
            type: Number
            minimum: 10
            maximum: 1
            """),
        InSections("CRP310", """
            facts:
              - name: rotaShared
                type: YesNo
                meaning: the partners plan their rotas together
                question: Do the partners plan their rotas together?
              - name: rotaShared
                type: YesNo
                meaning: the rotas can be seen by all
                question: Can everybody see the rotas?
            """),
        InFact("CRP312", "better: higher"),
        InSections("CRP313", """
            words:
              - fact: partner.role
                word: Guest
                counts as: NonLead
                meaning: a partner that comes to meetings and takes no part in decisions
            """),
        InSections("CRP314", """
            words:
              - fact: partner.sector
                word: HousingAssociation
                counts as: Charity
                meaning: a body that lets homes and makes no profit for owners
            """),
        InSections("CRP402", """
            overrides:
              - rule: VISION-ABSENT
                reason: The programme asks about it elsewhere.
                author: Programme Board
                switch off: yes
              - rule: VISION-ABSENT
                reason: It matters less here.
                author: Programme Office
                level: Low
            """),
        InOverride("CRP403", """
            rule: VISON-ABSENT
            switch off: yes
            """),
        InOverride("CRP404", """
            rule: STRATEGY-ALIGNED
            level: High
            """),
        InSections("CRP405", """
            chapters:
              - heading: Rotas
                area: Relations
                rules:
                  - code: MY-ROTA
                    kind: Context
                    title: Rotas do not fit
                    when:
                      communication.regular: no
                    says: The rotas do not fit.
                    claims: [MY-C1]
            overrides:
              - rule: MY-ROTA
                reason: We were wrong.
                author: Programme Board
                switch off: yes
            """),
        InOverride("CRP406", """
            rule: DRIVER-ATTRIBUTE
            case: niche and integrity
            switch off: yes
            """),
        InOverride("CRP407", """
            rule: DRIVER-ATTRIBUTE
            add case:
              subject: niche and entrepreneurship
              when:
                communication.regular: no
              claims: [MY-C1]
            """),
        InOverride("CRP408", """
            rule: DRIVER-ATTRIBUTE
            case: niche and entrepreneurship
            change case: {}
            """),
        InManifest("CRP501", "id: collabrisk.general"),
        InRule("CRP502", "code: VISION-ABSENT"),
        InSections("CRP503", """
            claims:
              - id: D3-200
                source: my-review
                place: page 1
                says: Something that the general knowledge does not say.
                about: Risk
                strength: NamedCase
            """),
        InRule("CRP505", "builds on: MY-ROTA"),
        InManifest("CRP506", "prefix: my"),
        InRule("CRP507", "code: ROTA-ABSENT"),
        InRule("CRP508", "code: OTH-ROTA"),
        InManifest("CRP509", "prefix: OTH"),
        InSections("CRP510", """
            recommendations:
              - code: OTH-SHARE-ROTA
                says: Plan the rotas together.
                claims: [MY-C1]
            chapters:
              - heading: Rotas
                area: Relations
                rules:
                  - code: MY-ROTA
                    kind: Context
                    title: Rotas do not fit
                    when:
                      communication.regular: no
                    says: The rotas do not fit.
                    claims: [MY-C1]
                    advises: [OTH-SHARE-ROTA]
            """),
        InSections("CRP511", """
            claims:
              - id: OTH-1
                source: my-review
                place: page 1
                says: Rotas that did not fit left shifts thin.
                about: Risk
                strength: NamedCase
            """),
        InSections("CRP512", """
            retired:
              - code: MY-ROTA
                since: 1.1.0
                why: Two rules asked the same.
            chapters:
              - heading: Rotas
                area: Relations
                rules:
                  - code: MY-ROTA
                    kind: Context
                    title: Rotas do not fit
                    when:
                      communication.regular: no
                    says: The rotas do not fit.
                    claims: [MY-C1]
            """),
        InSections("CRP514", """
            tensions:
              - id: MY‑T1
                one side: Rotas are best planned together.
                other side: Rotas are best planned apart.
                handling: Both are told.
                claims: [MY-C1]
            """),
        InSections("CRP515", """
            sources:
              - id: two_case_paper
                title: Another paper
                weight: None, it is an example.
            """),
        InSections("CRP516", $$"""
            sources:
              - id: another-review
                title: Another review
                weight: None, it is an example.
            claims:
              - id: MY-C2
                source: another-review
                place: page 1
                says: Rotas that did not fit left shifts thin.
                quotation: {{string.Join(' ', Enumerable.Repeat("Rotas that did not fit left shifts thin.", 8))}}
                about: Risk
                strength: Assertion
            """),

        InSections("CRP517", """
            wordings:
              - fact: vision.exist
                question: Delen de partners een visie?
                language: nl
            """),

        InSections("CRP518", """
            wordings:
              - fact: vision.exists
                question: Do all say the same about what this is for?
              - fact: vision.exists
                question: Delen de partners een visie?
            """),
    ];
}
