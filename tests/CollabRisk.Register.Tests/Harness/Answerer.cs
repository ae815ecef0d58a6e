using System.Net;

namespace CollabRisk.Register.Tests.Harness;

/// <summary>Someone who answers, and the page in front of them.</summary>
internal sealed class Answerer(Browser browser, Page page)
{
    public Browser Browser => browser;

    public Page Page { get; private set; } = page;

    /// <summary>The question that is asked; empty where none is.</summary>
    public string Question => Page.At("#q");

    /// <summary>The fact that is asked for; empty where none is.</summary>
    public string Path => Page.HasForm("/answer") ? Page.Form("/answer")["path"] : "";

    public static async Task<Answerer> EnterAsync(RegisterServer server, string link)
    {
        var (browser, page) = await server.EnterAsync(link);
        page.Status.Should().Be(HttpStatusCode.OK);
        return new(browser, page);
    }

    /// <summary>Answers the question in front of them: by a choice, by ticks, or by typing, as the page offers.</summary>
    public Task<Page> SaveAsync(string answer, string note = "") => SendAsync(Filled(answer).With("note", note), "save");

    /// <summary>The form with an answer in it.</summary>
    public Form Filled(string answer) => Fill(Page.Form("/answer"), answer);

    public static Form Fill(Form form, string answer) => form.Choices("a").Contains(answer) ? form.With("a", answer) : form.Choices("w").Count > 0 ? form.With("w", answer.Split(", ")) : form.With("t", answer);

    public Task<Page> PressAsync(string button) => SendAsync(Page.Form("/answer"), button);

    public async Task<Page> SendAsync(Form form, string button) => Page = await browser.SendAsync(form.With("do", button));

    public async Task<Page> GoAsync(string part) => Page = await browser.GoAsync($"{Home}{part}");

    /// <summary>Where the pages of this link begin.</summary>
    public string Home => string.Join('/', Page.Address.AbsolutePath.Split('/').Take(3)) + "/";

    /// <summary>Answers question after question until nothing is asked.</summary>
    /// <param name="choose">The answer, by the fact and the choices; null for leaving it as not known.</param>
    /// <param name="most">How many questions are gone through at most.</param>
    /// <returns>How many were answered.</returns>
    public async Task<int> AnswerAllAsync(Func<string, IReadOnlyList<string>, string?> choose, int most = 200)
    {
        var answered = 0;
        for (var number = 0; number < most && Path.Length > 0; number++)
        {
            var form = Page.Form("/answer");
            var choices = form.Choices("a").Where(choice => choice is not ("don't know" or "does not apply")).ToList();
            if (choose(Path, choices) is not { } answer)
            {
                await PressAsync("skip");
                continue;
            }

            await SaveAsync(answer);
            if (Page.Status == HttpStatusCode.UnprocessableEntity)
            {
                await PressAsync("skip");
                continue;
            }

            answered++;
        }

        return answered;
    }

    /// <summary>The first choice there is; what has none is left.</summary>
    public static string? First(string path, IReadOnlyList<string> choices) => choices is [var first, ..] ? first : null;

    /// <summary>The last choice there is; what has none is left.</summary>
    public static string? Last(string path, IReadOnlyList<string> choices) => choices is [.., var last] ? last : null;
}
