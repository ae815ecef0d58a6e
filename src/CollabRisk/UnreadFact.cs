using System.Runtime.CompilerServices;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk;

/// <summary>A fact that was given and that no rule of the rule book reads, so that it made no difference.</summary>
/// <param name="Fact">The fact; one of the partners' is named once, whichever partners have it.</param>
/// <param name="Packs">The ids of packs that come with the library, are not part of the rule book, and read it; empty where there are none.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record UnreadFact(Fact Fact, IReadOnlyList<string> Packs)
{
    // The rules of the other packs are made without a rule book of them all, which would take as long as everything else in a first report.
    private static readonly Lazy<ILookup<string, string>> Readers = new(() =>
    {
        var general = CollaborationEvaluator.Default.RuleBook;
        return KnowledgePacks.All
            .SelectMany(pack => RuleBook.FactsReadBy(pack == KnowledgePacks.General ? general.Rules : RuleBookCompiler.RulesOf(pack, general), FactRegistry.Default), (pack, fact) => (pack.Id, fact.Path))
            .ToLookup(each => each.Path, each => each.Id, StringComparer.Ordinal);
    });

    /// <summary>The facts that no rule of a book reads and that someone could give, each with its entry, which is made when a collaboration first gives the fact.</summary>
    private static readonly ConditionalWeakTable<RuleBook, (Fact Fact, Lazy<UnreadFact> Said)[]> Unread = [];

    /// <summary>The path of the fact, with <c>partners[]</c> where it is one of the partners'.</summary>
    public string Path => Fact.Path;

    /// <summary>The path, and the packs that would read it.</summary>
    public override string ToString() => Packs.Count == 0 ? $"{Path}: no rule reads it" : $"{Path}: read by {Text.Words.List(Packs)}";

    /// <summary>Every fact that was given for nothing, in the order of the model. Those that only describe, such as the name, are left out.</summary>
    internal static IReadOnlyList<UnreadFact> Of(EvaluationState state)
    {
        var table = state.Facts;
        List<UnreadFact>? given = null;
        foreach (var (fact, said) in Unread.GetValue(state.Book, NotReadBy))
        {
            var isGiven = false;
            for (var row = 0; row < (fact.IsPerPartner ? table.Listed.Count : 1) && !isGiven; row++)
            {
                isGiven = table.IsGiven(fact, row);
            }

            if (isGiven)
            {
                (given ??= []).Add(said.Value);
            }
        }

        return given?.AsReadOnly() ?? (IReadOnlyList<UnreadFact>)[];
    }

    private static (Fact Fact, Lazy<UnreadFact> Said)[] NotReadBy(RuleBook book)
    {
        return
        [
            .. book.Facts.Facts.Where(fact => fact is { IsDerived: false, DescriptiveBecause: null } && fact.Type is not (FactType.List or FactType.Text)
                    && !book.FactsRead.Contains(fact) && FactRegistry.NameAmongExtensions(fact.Path) is null)
                .Select(fact => (fact, new Lazy<UnreadFact>(() => new(fact, OtherPacksThatRead(fact))))),
        ];

        IReadOnlyList<string> OtherPacksThatRead(Fact fact) =>
            [.. Readers.Value[fact.Path].Where(pack => !book.Packs.Any(loaded => loaded.Id == pack)).Order(StringComparer.Ordinal)];
    }
}
