using System.Diagnostics;
using System.Globalization;

namespace CollabRisk.Tests;

/// <summary>What is read and written is the same in every culture.</summary>
public class CultureTests
{
    /// <summary>Swedish writes the minus sign as U+2212; this shows it on a machine without ICU as well.</summary>
    [Theory]
    [InlineData("33.5", "33.5")]
    [InlineData("335e-1", "33.5")]
    [InlineData("3.35E+1", "33.5")]
    public void Read_DecimalsUnderAnotherMinusSign_AreRead(string written, string share)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator) = ("\u2212", ",");
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var collaboration = CollaborationJson.Parse($$"""{ "partners": [{ "name": "A", "benefitShare": {{written}} }], "outcome": { "savings": [{ "amount": -2.25 }] } }""");
            collaboration.Partners![0].BenefitShare.Should().Be(decimal.Parse(share, CultureInfo.InvariantCulture));
            collaboration.Outcome.Savings![0].Amount.Should().Be(-2.25m);
            CollaborationJson.Write(collaboration).Should().Contain("-2.25");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>
    /// A part of the suite in a program of its own whose culture is Persian: another minus sign, another decimal sign, another
    /// calendar. The schema is left out, since the validator of the tests reads numbers by the culture itself.
    /// </summary>
    [Fact]
    public async Task Suite_UnderAnotherCulture_Passes()
    {
        Icu.IsNeeded();
        const string culture = "fa-IR";
        string[] parts = ["Json.CollaborationJson*", "Json.AssessmentJsonTests", "Facts.*", "Text.*", "Comparing.TimelineTests", "Records.*", "Explaining.ExplanationTests"];
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-culture", culture, "-noLogo", "-noColor", .. parts.SelectMany(part => new[] { "-class", "CollabRisk.Tests." + part }),
            "-class-", "CollabRisk.Tests.Json.CollaborationJsonSchemaTests"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["COLLABRISK_RANDOM"] = "20";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0, $"Under {culture}:\n{output}\n{await error}");
    }
}
