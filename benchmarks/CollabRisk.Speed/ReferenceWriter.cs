using System.Globalization;
using System.Text;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Speed;

/// <summary>
/// Writes the rules of a book as the straight-line C# that someone would write by hand who had the time: the limit that engines are
/// compared with. Two-valued: what is known to be raised, at which level. Three-valued: how every case ended, and the range too.
/// </summary>
/// <param name="book">The rule book; no rule of it builds on one that is asked of each partner.</param>
internal sealed class ReferenceWriter(RuleBook book)
{
    private const string Start = "using System;\nusing CollabRisk;\nusing CollabRisk.Facts;\nusing CollabRisk.Speed;\n\n";

    private readonly StringBuilder helpers = new();
    private readonly HashSet<string> read = [.. book.Rules.SelectMany(rule => rule.BuildsOn)];
    private int names;

    /// <summary>The class <c>Two</c>: a method a rule.</summary>
    public string WriteTwo()
    {
        helpers.Clear();
        var methods = new StringBuilder();
        var calls = new StringBuilder();
        ForEachRule((rule, index, name) =>
        {
            calls.Append(CultureInfo.InvariantCulture, $"        Rule{index}(c, ref x, o);\n");
            methods.Append(CultureInfo.InvariantCulture, $"\n    // {rule.Code}\n    private static void Rule{index}(Collaboration c, ref Asked x, RaisedCases o)\n    {{\n");
            OpenPartners(methods, rule);
            var notRaised = new List<string>();
            for (var v = 0; v < rule.Cases.Length; v++)
            {
                var @case = rule.Cases[v];
                var parts = new[] { rule.AppliesWhen, @case.AppliesWhen, @case.When }.OfType<Condition>().ToList();
                methods.Append(CultureInfo.InvariantCulture, $"        if ({And(parts.Select(part => Known(part, true, false)))}) {{ o.Add({index}, {v}, {RowOf(rule)}, {LevelOfTwo(rule, @case)});{(read.Contains(rule.Code) ? $" x.raised_{name} = true;" : "")} }}\n");
                if (read.Contains(rule.Code))
                {
                    notRaised.Add(Or(parts.Select(part => Known(part, false, false))));
                }
            }

            ClosePartners(methods, rule);
            if (read.Contains(rule.Code) && !rule.IsPerPartner)
            {
                methods.Append(CultureInfo.InvariantCulture, $"        x.not_{name} = {And(notRaised)};\n");
            }

            methods.Append("    }\n");
        });
        return Class("Two", "bool raised_{0}, not_{0}", calls, methods);
    }

    /// <summary>The class <c>Three</c>: eight rules a method.</summary>
    public string WriteThree()
    {
        helpers.Clear();
        var methods = new StringBuilder();
        var calls = new StringBuilder();
        ForEachRule((rule, index, name) =>
        {
            if (index % 8 == 0)
            {
                methods.Append(index == 0 ? "" : "    }\n").Append(CultureInfo.InvariantCulture, $"\n    private static void Rules{index}(Collaboration c, ref Asked x, RaisedCases o)\n    {{\n");
                calls.Append(CultureInfo.InvariantCulture, $"        Rules{index}(c, ref x, o);\n");
            }

            methods.Append(CultureInfo.InvariantCulture, $"        {{ // {rule.Code}\n        int ended = 0, raised = 0;\n");
            for (var kind = 0; kind < (rule.IsPerPartner ? 2 : 1); kind++)
            {
                var missing = kind == 1;
                OpenPartners(methods, rule, missing);
                for (var v = 0; v < rule.Cases.Length; v++)
                {
                    WriteThreeCase(methods, rule, index, v, missing);
                }

                ClosePartners(methods, rule);
            }

            methods.Append(CultureInfo.InvariantCulture, $"        o.Outcomes[{index}] = (byte)ended;{(read.Contains(rule.Code) ? $" x.t_{name} = raised;" : "")}\n        }}\n");
        });
        methods.Append("    }\n");
        return Class("Three", "int t_{0}", calls, methods);
    }

    private void WriteThreeCase(StringBuilder methods, Rule rule, int index, int number, bool missing)
    {
        var @case = rule.Cases[number];
        var guards = new[] { rule.AppliesWhen, @case.AppliesWhen }.OfType<Condition>().Select(guard => Truth(guard, missing));
        var when = missing ? $"K.And({Truth(@case.When, missing)}, 1)" : Truth(@case.When, missing);
        methods.Append(CultureInfo.InvariantCulture, $"        {{ int g = {Fold("And", "2", guards)}, k = {when}, w = K.And(g, k); ended = Math.Max(ended, K.Ended(g, k)); raised = K.Or(raised, w);\n");
        if (!rule.HasLevel)
        {
            methods.Append(CultureInfo.InvariantCulture, $"          if (w == 2) o.Add({index}, {number}, {RowOf(rule, missing)}, 0); }}\n");
        }
        else if (@case.Moderators.Length == 0)
        {
            methods.Append(CultureInfo.InvariantCulture, $"          if (w != 0) o.Case({index}, {number}, {RowOf(rule, missing)}, w, {Fixed(rule, @case)}, {Fixed(rule, @case)}); }}\n");
        }
        else
        {
            methods.Append("          if (w != 0) { int lo = 0, hi = 0, m;\n");
            foreach (var moderator in @case.Moderators)
            {
                methods.Append(CultureInfo.InvariantCulture, $"          m = {Truth(moderator.When, missing)}; {(moderator.Direction == Direction.Raised ? "lo += m >> 1; hi += (m + 1) >> 1;" : "hi -= m >> 1; lo -= (m + 1) >> 1;")}\n");
            }

            var (basis, cap) = ((int)@case.Level!.Level, (int)rule.Cap);
            methods.Append(CultureInfo.InvariantCulture, $"          o.Case({index}, {number}, {RowOf(rule, missing)}, w, Math.Clamp({basis} + lo, 1, {cap}), Math.Clamp({basis} + hi, 1, {cap})); }} }}\n");
        }
    }

    private void ForEachRule(Action<Rule, int, string> write)
    {
        foreach (var rule in book.Rules)
        {
            write(rule, rule.Index, Name(rule.Code));
        }
    }

    private string Class(string name, string field, StringBuilder calls, StringBuilder methods)
    {
        var fields = new StringBuilder();
        foreach (var code in read)
        {
            fields.Append("        public ").AppendFormat(CultureInfo.InvariantCulture, field, Name(code)).Append(";\n");
        }

        return $$"""
            {{Start}}public static class {{name}}
            {
                private struct Asked
                {
                    public FactList<Partner> Partners;
                    public int? PartnerCount;
                    public bool? Cross, Lead;
                    public NetworkForm? Form;
                    public int Missing;
            {{fields}}    }

                public static void Run(Collaboration c, RaisedCases o)
                {
                    o.Clear();
                    var follows = DerivedFacts.Of(c, FactRegistry.Default);
                    var partners = c.Partners is { Count: > 0 } list ? list : null;
                    var known = partners?.Count ?? 0;
                    var x = new Asked { Partners = partners, PartnerCount = follows.PartnerCount, Cross = follows.CrossProfession, Lead = follows.LeadOrganisation, Form = follows.PrimaryForm };
                    x.Missing = follows.PartnerCount is null or < 2 && known < 2 ? int.MaxValue : follows.PartnerCount is { } count ? Math.Max(0, count - known) : 0;
            {{calls}}    }
            {{methods}}{{helpers}}}
            """;
    }

    private static void OpenPartners(StringBuilder text, Rule rule, bool missing = false) => text.Append(
        !rule.IsPerPartner ? ""
        : missing ? "        if (x.Missing > 0) {\n"
        : "        for (var i = 0; i < (x.Partners is null ? 0 : x.Partners.Count); i++) { var p = x.Partners[i];\n");

    private static void ClosePartners(StringBuilder text, Rule rule) => text.Append(rule.IsPerPartner ? "        }\n" : "");

    private static string RowOf(Rule rule, bool missing = false) => !rule.IsPerPartner ? "-1" : missing ? "-2" : "i";

    private static string Name(string code) => code.Replace('-', '_');

    private static int Fixed(Rule rule, Case @case) => Math.Clamp((int)@case.Level!.Level, 1, (int)rule.Cap);

    private string LevelOfTwo(Rule rule, Case @case)
    {
        if (!rule.HasLevel)
        {
            return "0";
        }

        // The level that is sure: what raises it must be known, and what lowers it known not to be.
        var steps = @case.Moderators.Select(moderator => moderator.Direction == Direction.Raised
            ? $" + ({Known(moderator.When, true, false)} ? 1 : 0)"
            : $" - ({Known(moderator.When, false, false)} ? 0 : 1)");
        return @case.Moderators.Length == 0 ? Fixed(rule, @case).ToString(CultureInfo.InvariantCulture) : $"Math.Clamp({(int)@case.Level!.Level}{string.Concat(steps)}, 1, {(int)rule.Cap})";
    }

    /// <summary>Whether a condition is known to hold, or known not to.</summary>
    private string Known(Condition node, bool want, bool missing)
    {
        switch (node)
        {
            case AllOf:
                return want ? And(node.Children.Select(child => Known(child, true, missing))) : Or(node.Children.Select(child => Known(child, false, missing)));
            case AnyOf:
                return want ? Or(node.Children.Select(child => Known(child, true, missing))) : And(node.Children.Select(child => Known(child, false, missing)));
            case Not:
                return Known(node.Children[0], !want, missing);
            case UnknownTest test:
                return missing && test.Fact.IsPerPartner ? Literal(want) : $"{Value(test.Fact)} is {(want ? "null" : "not null")}";
            case FactTest { Fact.IsPerPartner: true } when missing:
                return "false";
            case OneOf test:
                return Words(test, want);
            case NumberTest { Fact.Type: FactType.Text } test:
                return $"({Value(test.Fact)} is {{ }} s{++names} && string.IsNullOrWhiteSpace(s{names}) == {Literal(want == test.Holds(0))})";
            case NumberTest test:
                return $"({Value(test.Fact)} is {{ }} s{++names} && {(want ? "" : "!")}(s{names} {Sign(test.Comparison)} {Number(test.Fact, test.Constant)}))";
            case NumberPairTest test:
                return $"({Value(test.Left)} is {{ }} a{++names} && {Value(test.Right)} is {{ }} b{names} && {(want ? "" : "!")}(a{names} {Sign(test.Comparison)} b{names}))";
            case SetTest test:
                return $"({Value(test.Fact)} is {{ }} s{++names} && {(want ? "" : "!")}({Set(test, $"s{names}.Bits")}))";
            case SubsetTest test when missing && test.Left.IsPerPartner:
                return "false";
            case SubsetTest test:
                return want
                    ? $"({Value(test.Left)} is {{ Bits: 0 }} || ({Value(test.Left)} is {{ }} a{++names} && {Value(test.Right)} is {{ }} b{names} && (a{names}.Bits & ~b{names}.Bits) == 0))"
                    : $"({Value(test.Left)} is {{ }} a{++names} && {Value(test.Right)} is {{ }} b{names} && (a{names}.Bits & ~b{names}.Bits) != 0)";
            case RaisedTest test when !book.Find(test.Code)!.IsPerPartner:
                return want ? $"x.raised_{Name(test.Code)}" : $"x.not_{Name(test.Code)}";
            case OverallTest test when want:
                return $"o.AtLeast >= {(int)test.Level}";
            case PartnersDiffer test:
                return Helper("bool", $"{Loop($"var v = {Value(test.Fact)}{Bits(test.Fact)}; if (v is null) complete = false; else if (first is null) first = v; else if (v != first) return {Literal(want)};")} return {(want ? "false" : "complete")};", Before(test.Fact));
            case EveryPartner:
                return want
                    ? Helper("bool", $"if (x.Missing > 0 && !({Known(node.Children[0], true, true)})) return false; {Loop($"if (!({Known(node.Children[0], true, false)})) return false;")} return true;")
                    : Helper("bool", $"if (x.Missing > 0 && ({Known(node.Children[0], false, true)})) return true; {Loop($"if ({Known(node.Children[0], false, false)}) return true;")} return false;");
            case AtLeastPartners { Quota.IsShare: false } some:
                return want
                    ? Helper("bool", $"var n = 0; {Loop($"if (({Known(node.Children[0], true, false)}) && ++n >= {some.Quota.Part}) return true;")} return false;")
                    : Helper("bool", $"long n = x.Missing > 0 && !({Known(node.Children[0], false, true)}) ? x.Missing : 0; {Loop($"if (!({Known(node.Children[0], false, false)})) n++;")} return n < {some.Quota.Part};");
            default:
                throw new NotSupportedException($"{node}");
        }
    }

    /// <summary>The value of a condition: 0, 1 for unknown, 2.</summary>
    private string Truth(Condition node, bool missing)
    {
        switch (node)
        {
            case AllOf:
                return Fold("And", "2", node.Children.Select(child => Truth(child, missing)));
            case AnyOf:
                return Fold("Or", "0", node.Children.Select(child => Truth(child, missing)));
            case Not:
                return $"(2 - {Truth(node.Children[0], missing)})";
            case UnknownTest test:
                return missing && test.Fact.IsPerPartner ? "2" : $"K.Of({Value(test.Fact)} is null)";
            case FactTest { Fact.IsPerPartner: true } when missing:
                return "1";
            case OneOf { Fact.Type: FactType.YesNo } test:
                return (test.Values & 3) switch { 0b10 => $"K.Yes({Value(test.Fact)})", 0b01 => $"K.No({Value(test.Fact)})", _ => throw new NotSupportedException($"{node}") };
            case OneOf test:
                return $"K.Word({Value(test.Fact)}, {test.Values}UL)";
            case NumberTest { Fact.Type: FactType.Text } test:
                return $"({Value(test.Fact)} is {{ }} s{++names} ? K.Of(string.IsNullOrWhiteSpace(s{names}) == {Literal(test.Holds(0))}) : 1)";
            case NumberTest test:
                return $"({Value(test.Fact)} is {{ }} s{++names} ? K.Of(s{names} {Sign(test.Comparison)} {Number(test.Fact, test.Constant)}) : 1)";
            case NumberPairTest test:
                return $"({Value(test.Left)} is {{ }} a{++names} && {Value(test.Right)} is {{ }} b{names} ? K.Of(a{names} {Sign(test.Comparison)} b{names}) : 1)";
            case SetTest test:
                return $"({Value(test.Fact)} is {{ }} s{++names} ? K.Of({Set(test, $"s{names}.Bits")}) : 1)";
            case SubsetTest test:
                return missing && test.Left.IsPerPartner ? "1" : $"K.Within({Value(test.Left)}?.Bits, {Value(test.Right)}?.Bits)";
            case RaisedTest test when !book.Find(test.Code)!.IsPerPartner:
                return $"x.t_{Name(test.Code)}";
            case OverallTest test:
                return $"(o.AtLeast >= {(int)test.Level} ? 2 : o.AtMost >= {(int)test.Level} ? 1 : 0)";
            case PartnersDiffer test:
                return Helper("int", $"{Loop($"var v = {Value(test.Fact)}{Bits(test.Fact)}; if (v is null) complete = false; else if (first is null) first = v; else if (v != first) return 2;")} return complete ? 0 : 1;", Before(test.Fact));
            case EveryPartner:
                return Helper("int", $"var v = 2; {Loop($"v = K.And(v, {Truth(node.Children[0], false)});")} return x.Missing > 0 ? K.And(v, {Truth(node.Children[0], true)}) : v;");
            case AtLeastPartners { Quota.IsShare: false } some:
                return Helper("int", $"long sure = 0, possible = 0; {Loop($"var v = {Truth(node.Children[0], false)}; sure += v >> 1; possible += (v + 1) >> 1;")} if (x.Missing > 0 && {Truth(node.Children[0], true)} != 0) possible += x.Missing; return sure >= {some.Quota.Part} ? 2 : possible >= {some.Quota.Part} ? 1 : 0;");
            default:
                throw new NotSupportedException($"{node}");
        }
    }

    private string Helper(string type, string body, string before = "")
    {
        var number = ++names;
        helpers.Append(CultureInfo.InvariantCulture, $"\n    private static {type} Helper{number}(Collaboration c, ref Asked x) {{ {before}{body} }}\n");
        return $"Helper{number}(c, ref x)";
    }

    private static string Loop(string body) => $"for (var i = 0; i < (x.Partners is null ? 0 : x.Partners.Count); i++) {{ var p = x.Partners[i]; {body} }}";

    private static string Before(Fact fact) => $"{(fact.Type == FactType.Words ? "ulong" : $"{fact.Store.Word(fact, 0).GetType().Name}")}? first = null; var complete = x.Missing == 0; ";

    private static string Bits(Fact fact) => fact.Type == FactType.Words ? "?.Bits" : "";

    private static string Words(OneOf test, bool want)
    {
        var value = Value(test.Fact);
        if (test.Fact.Type == FactType.YesNo)
        {
            return ((want ? test.Values : ~test.Values) & 3) switch { 0b10 => $"{value} == true", 0b01 => $"{value} == false", 0 => "false", _ => $"{value} is not null" };
        }

        var passing = Enumerable.Range(0, test.Fact.AllowedWords.Count).Where(code => test.Holds(code) == want).Select(code => $"{test.Fact.Store.Word(test.Fact, 0).GetType().Name}.{test.Fact.AllowedWords[code]}").ToList();
        return passing.Count == 0 ? "false" : $"{value} is {string.Join(" or ", passing)}";
    }

    private static string Set(SetTest test, string bits) => test.Question switch
    {
        SetQuestion.HasAll => $"({bits} & {test.WordBits}UL) == {test.WordBits}UL",
        SetQuestion.HasAny => $"({bits} & {test.WordBits}UL) != 0",
        _ => $"{bits} == {test.WordBits}UL",
    };

    private static string Value(Fact fact) => fact.Path switch
    {
        "partnerCount" => "x.PartnerCount",
        "crossProfession" => "x.Cross",
        "governance.leadOrganisation" => "x.Lead",
        "network.primaryForm" => "x.Form",
        _ => (fact.IsPerPartner ? "p." : "c.") + string.Join('.', fact.Path.Split('.').Skip(fact.IsPerPartner ? 1 : 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..])),
    };

    private static string Number(Fact fact, long code) => fact.Type switch
    {
        FactType.WholeNumber => ((int)Fact.DecodeNumber(code)).ToString(CultureInfo.InvariantCulture),
        FactType.Number => Fact.DecodeNumber(code).ToString(CultureInfo.InvariantCulture) + "m",
        FactType.Date => string.Create(CultureInfo.InvariantCulture, $"DateOnly.FromDayNumber({code})"),
        _ => throw new NotSupportedException($"{fact} is a {fact.Type}."),
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    private static string And(IEnumerable<string> parts) =>
        parts.Where(part => part != "true").ToList() is var left && left.Contains("false") ? "false" : left.Count == 0 ? "true" : $"({string.Join(" && ", left)})";

    private static string Or(IEnumerable<string> parts) =>
        parts.Where(part => part != "false").ToList() is var left && left.Contains("true") ? "true" : left.Count == 0 ? "false" : $"({string.Join(" || ", left)})";

    private static string Fold(string connective, string none, IEnumerable<string> parts) =>
        parts.ToList() is { Count: > 0 } all ? all.Aggregate((a, b) => $"K.{connective}({a}, {b})") : none;

    private static string Literal(bool value) => value ? "true" : "false";
}
