using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Html;

/// <summary>The pictures: each repeats words that appear next to it or in its text alternative, and none has a colour without a letter, word or shape.</summary>
internal static class Pictures
{
    private static readonly Level[] Scale = [Level.Low, Level.Moderate, Level.High];

    /// <summary>How many kinds of support there are.</summary>
    private static readonly int Supports = Enum.GetValues<Confidence>().Length;

    /// <summary>What the pages draw again and again, once: patterns, the arrow, marks of levels, small bars of ranges, signal bars.</summary>
    public static Markup Definitions { get; } = Markup.Of($"""
        <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--paper)"/><line x1="1.5" y1="0" x2="1.5" y2="6" stroke="var(--unk)" stroke-width="1.6"/></pattern>
        <pattern id="hatch-s" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="var(--paper)"/><line x1="1" y1="0" x2="1" y2="4" stroke="var(--unk)" stroke-width="1.2"/></pattern>
        <marker id="arr" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 L8 4 L0 8 Z" fill="var(--ink2)"/></marker>
        {Markup.Each(Ranges, range => Markup.Of($"{MarkSymbol(range.AtLeast, range.AtMost)}{BarSymbol(range.AtLeast, range.AtMost)}"))}{Markup.Each(Enumerable.Range(1, Supports), SignalSymbol)}
        </defs></svg>
        """);

    private static IEnumerable<(Level AtLeast, Level AtMost)> Ranges =>
        from atLeast in Enum.GetValues<Level>()
        from atMost in Enum.GetValues<Level>()
        where atLeast <= atMost
        select (atLeast, atMost);

    /// <summary>Three small cells for a finding's level, followed by the words.</summary>
    public static Markup Marked(LevelRange level) => Markup.Of($"""<span class="lv">{Mark(level)}{level.ToString()}</span>""");

    /// <summary>Three small cells; the words must be next to them.</summary>
    public static Markup Mark(LevelRange level) =>
        Markup.Of($"""<svg class="mark" width="40" height="15" aria-hidden="true"><use href="#m{(int)level.AtLeast}{(int)level.AtMost}"/></svg>""");

    /// <summary>A bar for tables and small multiples; the words must be next to it.</summary>
    public static Markup MiniBar(OverallRange range) =>
        Markup.Of($"""<svg class="minibar" width="150" height="28" aria-hidden="true"><use href="#b{(int)range.AtLeast}{(int)range.AtMost}"/></svg>""");

    /// <summary>Signal bars and the word for how well something is supported.</summary>
    public static Markup Support(Confidence confidence) =>
        Markup.Of($"""<span class="conf"><svg width="26" height="14" aria-hidden="true"><use href="#s{Supports - (int)confidence}"/></svg>{confidence.InWords()}</span>""");

    /// <summary>The range on its scale, large: solid is shown, hatched possible, empty ruled out.</summary>
    public static Markup RangeBar(OverallRange range)
    {
        var title = Wording.OnTheScale(range);
        return Markup.Of($"""
            <svg class="rangebar" viewBox="0 0 620 88" role="img" aria-label="{title}">{Markup.Each(Scale, level => Cell(level, range))}{Markup.Each(Runs(range), Bracket)}</svg>
            """);
    }

    /// <summary>How many rules are raised, ruled out and not to be told, as a bar with true shares.</summary>
    public static Markup Stack(int raised, int clear, int open)
    {
        var total = raised + clear + open;
        if (total == 0)
        {
            return Markup.Empty;
        }

        var (r, c) = (420.0 * raised / total, 420.0 * clear / total);
        return Markup.Of($"""
            <svg class="stack" viewBox="0 0 420 26" role="img" aria-label="Of {total} possible risks: {raised} found, {clear} ruled out, {open} cannot be told.">
            {Markup.When(raised > 0, () => Markup.Of($"""<rect x="0" y="1" width="{Math.Max(1, r - 1.5)}" height="24" fill="var(--ink)"/>"""))}
            {Markup.When(clear > 0, () => Markup.Of($"""<rect x="{r + 0.5}" y="1.5" width="{Math.Max(1, c - 2)}" height="23" fill="var(--good-bg)" stroke="var(--good)"/>"""))}
            {Markup.When(open > 0, () => Markup.Of($"""<rect x="{r + c + 0.5}" y="1.5" width="{Math.Max(1, 419 - r - c)}" height="23" fill="url(#hatch-s)" stroke="var(--unk)" stroke-dasharray="4 3"/>"""))}
            </svg>
            """);
    }

    /// <summary>A square for one rule: a letter for a raised one, a tick, a hatch or a dash.</summary>
    public static Markup Unit(RuleState state) => state switch
    {
        RuleState.High => Markup.Of($"""<i class="u u-r u-H">H</i>"""),
        RuleState.Moderate => Markup.Of($"""<i class="u u-r u-M">M</i>"""),
        RuleState.Low => Markup.Of($"""<i class="u u-r u-L">L</i>"""),
        RuleState.Failed => Markup.Of($"""<i class="u u-q u-f">!</i>"""),
        RuleState.Open => Markup.Of($"""<i class="u u-q"></i>"""),
        RuleState.Clear => Markup.Of($"""<i class="u u-c">✓</i>"""),
        _ => Markup.Of($"""<i class="u u-n">–</i>"""),
    };

    /// <summary>A part of a whole, in ink: it is not a level.</summary>
    public static Markup Share(double part, double whole) => Markup.Of(
        $"""<svg class="share" width="72" height="10" aria-hidden="true"><rect x=".5" y=".5" width="71" height="9" fill="var(--paper)" stroke="var(--line2)"/><rect x="0" y="0" width="{(whole > 0 ? Math.Clamp(72 * part / whole, 0, 72) : 0)}" height="10" fill="var(--ink2)"/></svg>""");

    /// <summary>The name of a level in the palette.</summary>
    public static string Paint(Level level) => level switch
    {
        CollabRisk.Level.High => "high",
        CollabRisk.Level.Moderate => "mod",
        _ => "low",
    };

    private static Markup Cell(Level level, OverallRange range)
    {
        var at = (int)level - 1;
        var (x, height) = (1 + (208.5 * at), 32 + (8 * at));
        var (y, middle) = (50 - height, 50 - (height / 2.0) + 6);
        var paint = Paint(level);
        if (level <= range.AtLeast)
        {
            return Markup.Of($"""<rect x="{x}" y="{y}" width="201" height="{height}" fill="var(--{paint})" stroke="var(--{paint}-e)" stroke-width="2"/><text x="{x + 100.5}" y="{middle}" text-anchor="middle" class="rl" fill="var(--{paint}-t)">{level}</text>""");
        }

        return level <= range.AtMost
            ? Markup.Of($"""<rect x="{x}" y="{y}" width="201" height="{height}" fill="url(#hatch)" stroke="var(--unk)" stroke-width="2" stroke-dasharray="6 4"/><rect x="{x + 42}" y="{middle - 20}" width="117" height="27" fill="var(--paper)"/><text x="{x + 100.5}" y="{middle}" text-anchor="middle" class="rl" fill="var(--ink)">{level}</text>""")
            : Markup.Of($"""<rect x="{x}" y="{y}" width="201" height="{height}" fill="none" stroke="var(--line2)" stroke-width="1.5"/><text x="{x + 100.5}" y="{middle}" text-anchor="middle" class="rl" fill="var(--ink2)">{level}</text>""");
    }

    /// <summary>Which cells are shown, possible and ruled out, each as one run.</summary>
    private static IEnumerable<(int From, int To, string Long, string Short, bool Dashed)> Runs(OverallRange range)
    {
        var (shown, possible) = ((int)range.AtLeast, (int)range.AtMost);
        if (shown > 0)
        {
            yield return (0, shown, "shown by what is known", "shown", false);
        }

        if (possible > shown)
        {
            yield return (shown, possible, "possible: not known", "not known", true);
        }

        if (possible < 3)
        {
            yield return (possible, 3, "ruled out", "ruled out", false);
        }
    }

    private static Markup Bracket((int From, int To, string Long, string Short, bool Dashed) run)
    {
        var (from, to) = (1 + (208.5 * run.From), 202 + (208.5 * (run.To - 1)));
        var middle = (from + to) / 2;
        return Markup.Of($"""
            <path d="M{from} 56 V62 H{to} V56" fill="none" stroke="var(--ink2)" stroke-width="1.5"{Markup.When(run.Dashed, () => Markup.Of($""" stroke-dasharray="4 3" """))}/><text x="{middle}" y="81" text-anchor="middle" class="rs lg">{run.Long}</text><text x="{middle}" y="84" text-anchor="middle" class="rs sh">{run.Short}</text>
            """);
    }

    private static Markup MarkSymbol(Level atLeast, Level atMost) => Markup.Of(
        $"""<symbol id="m{(int)atLeast}{(int)atMost}" viewBox="0 0 40 15">{Markup.Each(Scale, level => Small(level, atLeast, atMost, 1 + (13 * ((int)level - 1)), 14, 11, 6 + (2 * (int)level), "hatch-s"))}</symbol>""");

    private static Markup BarSymbol(Level atLeast, Level atMost) => Markup.Of(
        $"""<symbol id="b{(int)atLeast}{(int)atMost}" viewBox="0 0 150 28">{Markup.Each(Scale, level => BarCell(level, atLeast, atMost))}</symbol>""");

    private static Markup BarCell(Level level, Level atLeast, Level atMost)
    {
        var (x, height) = (1 + (50.0 * ((int)level - 1)), 14 + (4 * (int)level));
        var letter = level <= atLeast
            ? Markup.Of($"""<text x="{x + 24}" y="{27 - (height / 2.0) + 3.5}" text-anchor="middle" class="ml" fill="var(--{Paint(level)}-t)">{level.ToString()[..1]}</text>""")
            : Markup.Empty;
        return Markup.Of($"{Small(level, atLeast, atMost, x, 27, 48, height, "hatch")}{letter}");
    }

    private static Markup Small(Level level, Level atLeast, Level atMost, double x, double bottom, double width, double height, string hatch) =>
        level <= atLeast ? Markup.Of($"""<rect x="{x}" y="{bottom - height}" width="{width}" height="{height}" fill="var(--{Paint(level)})" stroke="var(--{Paint(level)}-e)"/>""")
        : level <= atMost ? Markup.Of($"""<rect x="{x}" y="{bottom - height}" width="{width}" height="{height}" fill="url(#{hatch})" stroke="var(--unk)"/>""")
        : Markup.Of($"""<rect x="{x}" y="{bottom - height}" width="{width}" height="{height}" fill="none" stroke="var(--line2)"/>""");

    /// <summary>Bars of a signal, one for each kind of support: the more of them are full, the better the support.</summary>
    private static Markup SignalSymbol(int bars) => Markup.Of(
        $"""<symbol id="s{bars}" viewBox="0 0 26 14">{Markup.Each(Enumerable.Range(1, Supports), bar => Markup.Of($"""<rect x="{1 + (3.1 * (bar - 1))}" y="{13 - (1.5 * bar)}" width="2.2" height="{1.5 * bar}" fill="{(bar <= bars ? "var(--ink2)" : "none")}" stroke="var(--ink2)" stroke-width=".6"/>"""))}</symbol>""");
}
