using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CustomRules;

/// <summary>What the rules rest on, and what they advise.</summary>
internal static class Evidence
{
    private static readonly Source LessonsLog = new(
        "programme-lessons",
        "Regional control-room programme, lessons log of the first year (invented for this sample)",
        "One programme looking at itself; no comparison with others. Invented, so that the sample cites nothing that it should not.")
    {
        Caveat = "This rests on one programme's own lessons log alone.",
        Publisher = "Programme Office",
        Date = "2025-11",
        Address = new Uri("https://example.org/lessons-log.pdf"),
        Extract = "lessons 1 to 12 of 20",
    };

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        Claim("RCR-C1", "lesson 3", "Where each control room planned its own rota, peaks met thin shifts on one side and idle ones on the other.", Polarity.Risk, Confidence.NamedCase, "the programme's first winter") with
        {
            InLanguages =
            [
                new(
                    "nl", "Where each control room planned its own rota, peaks met thin shifts on one side and idle ones on the other.",
                    "Waar elke meldkamer haar eigen rooster maakte, viel drukte aan de ene kant op een krappe dienst en stonden er aan de andere kant mensen stil."),
            ],
        },
        Claim("RCR-C2", "lesson 5", "Calls that took more than a minute to hand over were repeated from the start by the second call handler.", Polarity.Risk, Confidence.Survey, "sample of 200 calls") with { Quotation = "after a minute they begin again" },
        Claim("RCR-C3", "lesson 6", "Practising the handover together every quarter shortened it.", Polarity.Success, Confidence.NamedCase, "sample of 200 calls"),
        Claim("RCR-C4", "lesson 8", "A partner without a desk in the joint room heard of decisions late and took less part in them.", Polarity.Risk, Confidence.Assertion),
        Claim("RCR-C5", "lesson 9", "Rotas that did not fit made overload worse for the side with the thin shift.", Polarity.Risk, Confidence.Assertion),
        Claim("RCR-C6", "lesson 11", "Where only the switchboard connects the rooms, no one could say how long a handover takes.", Polarity.Contextual, Confidence.Assertion),
    ];

    public static Recommendation PlanRotaTogether { get; } = new(
        "RCR-PLAN-ROTA-TOGETHER", "Plan the duty rotas of all control rooms in one place, at least a quarter ahead.", "RCR-C1")
    {
        IsDerived = true,
        InLanguages =
        [
            new(
                "nl", "Plan the duty rotas of all control rooms in one place, at least a quarter ahead.",
                "Plan de diensten van alle meldkamers op één plek, ten minste een kwartaal vooruit."),
        ],
    };

    public static Recommendation PractiseHandover { get; } = new(
        "RCR-PRACTISE-HANDOVER", "Practise handing over calls together every quarter, with real recordings.", "RCR-C3");

    public static Recommendation OpenLiaisonDesk { get; } = new(
        "RCR-OPEN-LIAISON-DESK", "Give every partner a desk in the joint control room, or a named person who sits there at peak times.", "RCR-C4")
    { IsDerived = true };

    private static Claim Claim(string id, string place, string says, Polarity about, Confidence strength, string basis = "") =>
        new(id, LessonsLog, place, says, about, strength, basis);
}
