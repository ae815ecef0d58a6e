using System.Globalization;
using System.IO.Compression;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Planning;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Reporting.Tests.Spreadsheets;

/// <summary>
/// Tables that were cut short, mixed up or damaged on the way: each is read, or refused with an answer that says what to do. None crashes.
/// COLLABRISK_FUZZ sets how many; the usual run takes a few hundred.
/// </summary>
public class DamagedTableTests
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COLLABRISK_FUZZ"), CultureInfo.InvariantCulture, out var count) ? count : 600;

    private static readonly Collaboration Known = new()
    {
        Name = "Room",
        StartYear = 2019,
        Vision = new() { Exists = false },
        BenefitsSought = [Benefit.Resilience],
        Partners = [new() { Name = "Police", Role = PartnerRole.Lead }, new() { Name = "Fire" }],
        Remarks = [new("vision.exists") { By = "Ann", On = new(2026, 1, 2), Note = "a \"quoted\" note, with a comma" }],
    };

    private static readonly ActionPlan Plan = ActionPlan.Of(CollaborationEvaluator.Default.Evaluate(Known)) is var plan ? plan.With(plan.Steps[0].Code, step => step with { Owner = "Ann", Due = new(2026, 3, 1) }) : throw new InvalidOperationException();

    private static readonly Questionnaire Asked = Questionnaire.Of(CollaborationEvaluator.Default.RuleBook, Known, new() { Form = InterviewForm.Short });

    private static readonly string[] Pieces =
    [
        ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "\0", "\uFEFF", "\u202E", "\u2028", "🚒", "Answer", "Answer: Bob", "Fact", "Code", "Owner", "Due", "State", "vision.exists", "partners[Police].role", "partners[", "].role", "partners[].name",
        "don't know", "does not apply", "yes", "2026-02-30", "31/03/2026", "1e999", "-0", "99999999999999999999", "=1+1", "'", "'=", "_x0041_", "_xD800_", "WRITE-VISION-TOGETHER", "open", "nearly", "50%", "[]", "none of them",
        "<", ">", "/>", "<c>", "</row>", "<row r=\"0\">", "<row r=\"99999999\">", "<c r=\"\">", "<c r=\"ZZZZZZZZ1\">", " t=\"s\"", " t=\"b\"", " t=\"x\"", " s=\"999\"", " s=\"-1\"", "<v>999999</v>", "<v>NaN</v>", "<v>1E308</v>", "<is/>", "&amp;", "&#0;", "&x;", "<!DOCTYPE a [<!ENTITY x \"y\">]>", "<![CDATA[", "xmlns=\"\"",
        "r:id=\"none\"", "sheet1", "..", "/xl/", "Target=\"http://example.invalid/\" TargetMode=\"External\"", "date1904=\"1\"",
    ];

    [Fact]
    public void Read_DamagedCsv_IsReadOrRefusedWithWhatToDo()
    {
        var seeds = new[] { Asked.ToCsv(), Plan.ToCsv(), "Fact;Answer\nvision.exists;yes\n", "Code,Owner,Due,State\nWRITE-VISION-TOGETHER,Ann,,open\n" };
        Run(Count, random => Damaged(Encoding.UTF8.GetBytes(DamagedText(seeds[random.Next(seeds.Length)], random)), random, random.Next(4) == 0 ? 1 : 0), "table.csv");
    }

    [Fact]
    public void Read_DamagedWorkbook_IsReadOrRefusedWithWhatToDo()
    {
        var seeds = new[] { Asked.ToXlsx(), Plan.ToXlsx() };

        // Bytes that are damaged mostly end in the archive; texts of its parts get further.
        Run(Math.Max(1, Count / 3), random => random.Next(3) == 0 ? Damaged(seeds[random.Next(seeds.Length)], random, random.Next(1, 5)) : WithDamagedPart(seeds[random.Next(seeds.Length)], random), "table.xlsx");
    }

    private static void Run(int count, Func<Random, byte[]> make, string name)
    {
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < count; seed++)
        {
            var bytes = make(new Random(seed));
            try
            {
                var tables = AnswerFiles.Read(new MemoryStream(bytes), name);
                read++;
                var filled = FilledQuestionnaire.Read(CollaborationEvaluator.Default.RuleBook, tables, seed % 2 == 0 ? Known : null);
                Assert.True(filled.IsValid == (filled.Problems.Count == 0) && (filled.IsValid || filled.Respondents.Count == 0));
                Assert.All(filled.Problems, problem => Assert.True(problem.Message.Length > 0 && problem.File == name));
                foreach (var respondent in filled.Respondents)
                {
                    Assert.Empty(CollaborationEvaluator.Default.RuleBook.ProblemsOf(respondent.Collaboration));
                    Assert.Equal(respondent.Collaboration, CollaborationJson.Parse(CollaborationJson.Write(respondent.Collaboration)));
                }

                var written = FilledPlan.Read(Plan, tables);
                Assert.True(written.IsValid || ReferenceEquals(written.Plan, Plan));
                Assert.True(ActionPlan.Read(written.Plan.ToJson()).IsValid);
            }
            catch (InvalidDataException e)
            {
                // Our own words, which say what to do, and not those of a library.
                refused++;
                Assert.Matches("^(it|a quotation mark) .+ .+", e.Message);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }

        // Damage that no one would notice and damage that no one can read must both be among it, or the test tries too little.
        (read > 0 && refused > 0).Should().BeTrue($"{read} were read and {refused} were refused");
    }

    private static string DamagedText(string text, Random random)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(text.Length - at, random.Next(1, 40));
            text = random.Next(6) switch
            {
                0 => text[..at],
                1 => text.Remove(at, length),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }

    private static byte[] Damaged(byte[] bytes, Random random, int times)
    {
        var list = bytes.ToList();
        for (; times > 0 && list.Count > 0; times--)
        {
            var at = random.Next(list.Count);
            switch (random.Next(4))
            {
                case 0:
                    list.RemoveRange(at, list.Count - at);
                    break;
                case 1:
                    list.RemoveRange(at, Math.Min(list.Count - at, random.Next(1, 200)));
                    break;
                case 2:
                    list.InsertRange(at, list.GetRange(at, Math.Min(list.Count - at, random.Next(1, 200))));
                    break;
                default:
                    list[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. list];
    }

    /// <summary>The workbook with one of its parts damaged, gone, empty or twice there.</summary>
    private static byte[] WithDamagedPart(byte[] workbook, Random random)
    {
        using var result = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            var hit = random.Next(from.Entries.Count);
            var how = random.Next(12);
            for (var at = 0; at < from.Entries.Count; at++)
            {
                using var reader = new StreamReader(from.Entries[at].Open());
                var text = reader.ReadToEnd();
                if (at == hit && how == 0)
                {
                    continue;
                }

                for (var times = at == hit && how == 1 ? 2 : 1; times > 0; times--)
                {
                    using var writer = new StreamWriter(to.CreateEntry(from.Entries[at].FullName).Open());
                    writer.Write(at != hit || how == 1 ? text : how == 2 ? "" : DamagedText(text, random));
                }
            }
        }

        return result.ToArray();
    }
}
