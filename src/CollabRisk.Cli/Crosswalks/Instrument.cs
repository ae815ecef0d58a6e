namespace CollabRisk.Cli.Crosswalks;

/// <summary>A list of what some body asks of partnerships, with the facts and rules that ask about the same matter.</summary>
/// <param name="Name">The name by which a user asks for it, such as <c>gao</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">When: a year, a month or a day; null where that is not known.</param>
/// <param name="Address">Where its publisher has it; null where there is no address.</param>
/// <param name="Seen">What of it was read.</param>
/// <param name="Items">What it asks, item by item.</param>
internal sealed record Instrument(string Name, string Title, string Publisher, string? Date, string? Address, string Seen, IReadOnlyList<InstrumentItem> Items);

/// <summary>One thing that an instrument asks.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Title">Its title there.</param>
/// <param name="Facts">The paths of the facts that say something about it.</param>
/// <param name="Rules">The codes of the rules that ask about it.</param>
/// <param name="Note">What is to be said of it; null where nothing is.</param>
internal sealed record InstrumentItem(string Number, string Title, IReadOnlyList<string> Facts, IReadOnlyList<string> Rules, string? Note);
