using CollabRisk.Evidence;

namespace CollabRisk.Knowledge.Registers;

/// <summary>What is missing from the sources or damaged in them, and how much that matters.</summary>
internal static class Gaps
{
    public static IReadOnlyList<Gap> All { get; } =
    [
        new("G01", "News page, line 8", "The main lessons are announced and not there.", "High: they would be the paper's advice.", ["D1-18"]),
        new("G02", "News page, line 10", "The conclusion refers back to factors that are not on the page.", "Medium.", ["D1-21", "D1-22"]),
        new("G03", "Aggregator's page, line 22", "The section on motivation and business objectives has a heading and no text.", "High.", ["D2-14"]),
        new("G04", "Aggregator's page, lines 23-25", "Findings, conclusion and full text are headings only.", "Low: the paper has most of it.", []),
        new("G05", "Two-case paper, line 95", "The table that sums up the factors is not there.", "High: it is the paper's own list.", ["D3-79"]),
        new(
            "G06", "Two-case paper, lines 101-110",
            "The text breaks off in the section on motivation; the rest of it, reputation, and the opening of the part on the collaboration are not there.",
            "High: the two main factors of the parent organisations have no content.", ["D3-81", "D1-12", "D1-13"]),
        new("G07", "Two-case paper, lines 81 and 106", "Of the figure on governance and seven task areas only the caption is left, and one area is known.", "Medium.", ["D3-71"]),
        new(
            "G08", "Two-case paper, references",
            "Works on reputation, motivation, information systems and professional culture are listed, and cited nowhere in what is left.",
            "It shows what the missing part drew on.", []),
        new("G09", "Two-case paper, line 28", "Implications for practice are promised; no such section is left.", "Medium.", []),
        new("G10", "Two-case paper, lines 282-294", "Of the project only overload is told; whether there was more is not known.", "Medium.", []),
        new("G11", "Two-case paper, line 22", "Six successes in an inspectorate's report are not named.", "Low.", ["D3-14"]),
        new(
            "G12", "Two-case paper, line 22", "Three failures are named without cause, date, partners or form.", "High for validation.",
            ["D3-11", "D3-12", "D3-13"]),
        new(
            "G13", "Two-case paper, lines 262-264", "Of the failed HR collaboration one reason is told and nothing else; it may never have begun.", "High.",
            ["D3-190"]),
        new("G14", "Two-case paper, lines 170 and 202", "The names of a project and of another collaboration are struck out.", "Low.", []),
        new(
            "G15", "Two-case paper, lines 130-136, 216 and 264-274", "Several quotations do not say from which case they come.",
            "Medium: the case is inferred from the place or the speaker.", []),
        new(
            "G16", "Two-case paper, line 120", "Where the lead organisation was found to disengage others, neither the case nor the partner is named.",
            "High: the rules on lead organisations rest on it.", ["D3-90", "D3-91", "D3-92"]),
        new("G17", "Two-case paper, line 59", "Tools and contradictions, two notions of activity theory, are not set out.", "Low.", ["D3-58", "D3-59"]),
        new("G18", "Slides, lines 65-102", "Cells of the table on classical and network management are garbled or doubled.", "Medium.", ["D4-17", "D4-18", "D4-20"]),
        new(
            "G19", "Slides, lines 242-291", "The table of forms, attributes and challenges lost its rows, and lacks a challenge that the text names.",
            "High: the rules on pairings rest on it.", ["D4-56", "D4-64", "D4-66"]),
        new("G20", "Slides, lines 383-397", "The figure on knowledge management lost its links; one label cannot be read for certain.", "Low.", ["D4-102", "D4-103"]),
        new(
            "G21", "All documents", "A life cycle is spoken of, and its phases are listed nowhere.",
            "High: the phases of the fact model are ours.", ["D4-45", "D4-93"]),
        new(
            "G22", "Slides, lines 402-491", "The diagram of delivery lost its arrows and where roles are; no stage tells of monitoring.", "Low.",
            ["D4-116"]),
        new("G23", "Abstract", "The review and the argument are not in the file.", "Medium.", ["D0-34"]),
        new("G24", "All documents", "There are no weights, thresholds, scores or frequencies, and no strengths of one factor upon another.", "High: levels follow what a source says.", []),
        new("G25", "Slides", "Titles, authors, dates and the seams between the decks are missing; a mention of the Labour government dates a part.", "Medium.", ["D4-08", "D4-126"]),
        new("G26", "News page, lines 12-13; aggregator's page, lines 28-32", "Furniture of web pages, which claims nothing.", "None.", []),
        new("G27", "News page and two-case paper", "The first author's name is spelled in two ways, Zaghloul and Zaghoul.", "Cite with care.", []),
        new(
            "G28", "Two-case paper, line 83",
            "Whether 10, 50 and 40 per cent are shares of the one million or each partner's own saving is not said.", "Low.", ["D3-72"]),
    ];
}
