using System.Net;

namespace CollabRisk.Register.Tests.Harness;

/// <summary>A collaboration that was made by the page for it, with its links.</summary>
internal sealed record MadeCollaboration(string Id, string Home, Browser Office, string CoordinatorLink, IReadOnlyList<string> RespondentLinks)
{
    /// <summary>Where the office has all its collaborations.</summary>
    public string OfficeHome => Home[..^$"c/{Id}/".Length];

    /// <summary>A page about it, as the office has it.</summary>
    public Task<Page> GoAsync(string part = "") => Office.GoAsync($"{Home}{part}");

    /// <summary>Sends a form of one of its pages.</summary>
    public Task<Page> SendAsync(Form form) => Office.SendAsync(form);

    /// <summary>Closes the round.</summary>
    public async Task<Page> CloseAsync(string? day = null)
    {
        var form = (await GoAsync()).Form("/close");
        return await SendAsync(day is null ? form : form.With("day", day));
    }
}

/// <summary>Collaborations as the office makes them.</summary>
internal static class Collaborations
{
    public static async Task<MadeCollaboration> MakeAsync(
        this RegisterServer server, string name = "Shared control room", string partners = "Police\nFire", Func<Form, Form>? also = null)
    {
        var (browser, home) = await server.EnterAsync(server.FirstLink ?? await server.OfficeLinkAsync());
        var form = (await browser.GoAsync($"{home.Address.AbsolutePath}new")).Form("/new").With("name", name).With("partners", partners);
        var made = await browser.SendAsync(also?.Invoke(form) ?? form);
        made.Status.Should().Be(HttpStatusCode.OK, made.Text);
        var id = made.Form("/close").Action.Split('/')[^2];
        return new(id, $"{home.Address.AbsolutePath}c/{id}/", browser, made.NewLinks[0], [.. made.NewLinks.Skip(1)]);
    }
}

/// <summary>Forms as they are filled in by whoever wants one thing of them.</summary>
internal static class Forms
{
    /// <summary>Deletes the first respondent in the list, as the second of two pages does.</summary>
    public static Form Forget(this Form form) => form.With("respondent", form.Element.QuerySelectorAll("select[name=respondent] option").Select(option => option.GetAttribute("value")!).First(id => id.Length > 0)).With("sure", "yes");
}
