using System.Globalization;
using System.Text;
using System.Xml;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Writes a run of tests as JUnit XML, in the form that build servers agree on. Times are left out.</summary>
internal static class JUnitReport
{
    public static string Write(RulePackTestRun run)
    {
        // A StringWriter would call itself UTF-16.
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, "collabrisk pack test", run.Packs.Sum(Tests), run.Packs.Sum(Failures));
            foreach (var pack in run.Packs)
            {
                Write(pack, xml);
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>A pack without tests counts as one test that failed.</summary>
    private static int Tests(TestedPack pack) => Math.Max(1, pack.Tests.Count);

    private static int Failures(TestedPack pack) => pack.Tests.Count == 0 ? 1 : pack.Tests.Count(test => !test.HasPassed);

    private static void Write(TestedPack pack, XmlWriter xml)
    {
        xml.WriteStartElement("testsuite");
        WriteCounts(xml, pack.Id, Tests(pack), Failures(pack));
        xml.WriteAttributeString("skipped", "0");
        xml.WriteStartElement("properties");
        WriteProperty(xml, "version", pack.Version);
        WriteProperty(xml, "condition values seen", Number(pack.Seen));
        WriteProperty(xml, "condition values possible", Number(pack.Possible));
        xml.WriteEndElement();
        foreach (var test in pack.Tests)
        {
            WriteCaseStart(xml, pack, test.Name);
            xml.WriteAttributeString("file", Clean(test.Place.File));
            xml.WriteAttributeString("line", Number(test.Place.Line));
            if (!test.HasPassed)
            {
                WriteFailure(xml, test.Failures.First().What, string.Join('\n', test.Failures.Select(failure => $"{failure.Place}: {failure.What}")));
            }

            xml.WriteEndElement();
        }

        if (pack.Tests.Count == 0)
        {
            WriteCaseStart(xml, pack, "the pack has tests");
            WriteFailure(xml, "The pack has no tests.", "Without tests no one knows whether its rules do what their author means.");
            xml.WriteEndElement();
        }

        if (pack.Gaps.Count > 0)
        {
            xml.WriteElementString("system-out", Clean(string.Join('\n', pack.Gaps.Select(gap => $"not tested {gap}"))));
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, string name, int tests, int failures)
    {
        xml.WriteAttributeString("name", Clean(name));
        xml.WriteAttributeString("tests", Number(tests));
        xml.WriteAttributeString("failures", Number(failures));
        xml.WriteAttributeString("errors", "0");
    }

    private static void WriteCaseStart(XmlWriter xml, TestedPack pack, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(name));
        xml.WriteAttributeString("classname", Clean(pack.Id));
    }

    private static void WriteFailure(XmlWriter xml, string message, string text)
    {
        xml.WriteStartElement("failure");
        xml.WriteAttributeString("message", Clean(message));
        xml.WriteAttributeString("type", "mismatch");
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    private static void WriteProperty(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", Clean(value));
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The text as a reader sees it, which has no character that XML cannot hold.</summary>
    private static string Clean(string text) => Unseen.Replaced(text);
}
