using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge;

/// <summary>What the five documents say and how far it carries, for whoever wants to read it without evaluating anything.</summary>
/// <remarks>
/// The rules are in <see cref="KnowledgePacks"/>; every claim that is not a rule is in one of these registers, or in the
/// notes and interpretations of the packs. Immutable and thread-safe.
/// </remarks>
public static class KnowledgeBase
{
    /// <summary>The five documents.</summary>
    public static IReadOnlyList<Source> Sources => Knowledge.Sources.All;

    /// <summary>Every claim of the documents, in their order.</summary>
    public static IReadOnlyList<Claim> Claims => Knowledge.Sources.Claims;

    /// <summary>Where the sources contradict each other, or themselves, by id.</summary>
    public static IReadOnlyList<Tension> Tensions => Registers.Tensions.All;

    /// <summary>What is missing from the sources or damaged in them, by id.</summary>
    public static IReadOnlyList<Gap> Gaps => Registers.Gaps.All;

    /// <summary>What the sources leave open, so that no finding can say it.</summary>
    public static IReadOnlyList<Note> NotAssessed => Registers.NotAssessed.All;

    /// <summary>The words of the sources as they are used here.</summary>
    public static IReadOnlyList<GlossaryEntry> Glossary => Registers.Glossary.All;

    /// <summary>What the sources say of their field at large.</summary>
    public static IReadOnlyList<Note> Background => Registers.Background.All;

    /// <summary>The codes that rules of the library have had and have no longer, with what replaced them, by code.</summary>
    public static IReadOnlyList<RetiredCode> RetiredCodes => Registers.RetiredCodes.All;

    /// <summary>The collaborations that the sources tell of.</summary>
    public static IReadOnlyList<CaseSheet> CaseSheets => Registers.CaseSheets.All;
}
