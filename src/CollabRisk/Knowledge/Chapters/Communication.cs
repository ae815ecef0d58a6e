using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Communication.</summary>
internal sealed class Communication : Chapter
{
    public override string Heading => "Communication";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.InterOrganisational;

    protected override void Write()
    {
        Risk("COMMS-IRREGULAR", LevelBasis.MainInfluence)
            .Titled("Communication is not regular")
            .When(c => c.Communication.Regular == false)
            .Says("The partners do not communicate regularly and often.")
            .RestsOn("D3-179", "D3-178", "D3-187", "D3-55")
            .Advise(Advice.CommunicateOften)
            .LeadsTo("TRUST-LOW");

        // Both purposes count, and each by itself: who is not even informed is not better off than who is informed only.
        Risk("COMMS-PURPOSE-UNMET", LevelBasis.NamedInPassing)
            .Titled("Stakeholders are not informed or not involved")
            .Case("keeping them informed", when: c => c.Communication.InformsStakeholders == false, claims: [])
            .Case("involving them in decisions", when: c => c.Communication.EngagesForDecision == false, claims: [])
            .Says("Communication with stakeholders does not serve one of its two purposes: {subject}.")
            .RestsOn("D3-181")
            .Advise(Advice.InvolveInDecisions);

        Risk("COMMS-LEVEL-GAP", LevelBasis.NamedInPassing)
            .Titled("Communication does not reach everyone")
            .When(c => c.Communication.AllLevels == false)
            .Says("Communication does not reach every level and department that takes part.")
            .RestsOn("D3-186")
            .Advise(Advice.ReachEveryLevel);

        Risk("COMMS-ONE-WAY", LevelBasis.MainInfluence)
            .Titled("Communication goes one way")
            .When(c => c.Communication.TwoWay == false)
            .Says("Communication does not flow both upwards and downwards.")
            .RestsOn("D3-183")
            .Advise(Advice.CommunicateBothWays, Advice.InviteStaffVoice);

        Risk("NOT-LISTENING", LevelBasis.NamedInPassing)
            .Titled("Partners do not listen")
            .When(c => c.Communication.Listening == false)
            .Says("The partners do not listen actively to one another.")
            .RestsOn("D3-185")
            .Advise(Advice.ListenToPartners);

        Risk("FORMAL-COMMS-MISSING", LevelBasis.NamedInPassing)
            .Titled("No formal communication structure")
            .When(c => c.Communication.FormalStructures == false)
            .Says("There is no formal structure for communication, which meeting the goals needs.")
            .RestsOn("D3-137", "D3-186")
            .Advise(Advice.FormaliseCommunication);

        Risk("INFORMAL-COMMS-MISSING", LevelBasis.NamedInPassing)
            .Titled("No informal communication")
            .When(c => c.Communication.InformalStructures == false)
            .Says("There are no informal ways to communicate, which new ideas and participation need.")
            .RestsOn("D3-138", "D3-186")
            .Advise(Advice.MakeRoomForInformalTalk);

        Strength("COMMS-SIMPLE")
            .Titled("Regular communication by simple means")
            .When(c => c.Communication.SimpleTools == true && c.Communication.Regular == true)
            .Says("The partners communicate regularly, by simple and direct means.")
            .RestsOn("D1-26", "D3-179", "D3-187")
            .LeadsTo("TRUST-EFFECTS", "NEW-SHARED-CULTURE");

        Strength("COMMS-TWO-WAY")
            .Titled("Communication goes both ways")
            .When(c => c.Communication.TwoWay == true)
            .Says("Communication flows upwards as well as downwards, which was seen as crucial.")
            .RestsOn("D3-183");

        Strength("COMMS-FORMAL-AND-INFORMAL")
            .Titled("Formal and informal communication")
            .When(c => c.Communication.FormalStructures == true && c.Communication.InformalStructures == true)
            .Says("There is formal communication, which meeting the goals needs, and informal, which eases new ideas and participation.")
            .RestsOn("D3-137", "D3-138", "D3-186");

        Strength("PARTNERS-LISTEN")
            .Titled("Partners write, speak and listen")
            .When(c => c.Communication.Listening == true && c.Communication.WrittenAndOral == true)
            .Says("The partners communicate in writing and in speech, and listen to one another.")
            .RestsOn("D3-185");

        Strength("STAFF-VOICE")
            .Titled("Staff may question decisions")
            .When(c => c.Communication.StaffChallengeWelcomed == true)
            .Says("Staff are welcome to question and challenge decisions, which contributes to better results.")
            .RestsOn("D3-184")
            .WithCaveat("Rests on one leader's account.");

        Recommend(Advice.InviteStaffVoice)
            .Titled("Invite staff to question decisions")
            .When(c => c.Communication.StaffChallengeWelcomed == false);

        Recommend(Advice.MediaMix)
            .Titled("Write and speak")
            .When(c => c.Communication.WrittenAndOral == false);

        Recommend(Advice.StakeholderCoverage)
            .Titled("Reach the stakeholders left out")
            .ForEachFlag(c => c.Communication.Reaches, reached => reached == false)
            .Says("Communication does not reach {subject}: extend it to them.");
    }
}
