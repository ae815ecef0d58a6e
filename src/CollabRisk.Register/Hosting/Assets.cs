using System.Security.Cryptography;
using System.Text;

namespace CollabRisk.Register.Hosting;

/// <summary>The style and the script of the pages, each with a tag by which a browser knows that it has them.</summary>
internal static class Assets
{
    public static (string Text, string Tag) Style { get; } = Of(Read(typeof(Reporting.ReportExtensions), "Report.css") + "\n" + Read(typeof(Assets), "Register.css"));

    public static (string Text, string Tag) Script { get; } = Of(Read(typeof(Assets), "Register.js"));

    private static (string, string) Of(string text) => (text, $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]}\"");

    private static string Read(Type of, string name)
    {
        using var stream = of.Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
