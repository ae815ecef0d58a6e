using System.Text;
using CollabRisk.Register.Tests.Harness;

namespace CollabRisk.Register.Tests;

/// <summary>Deletion deletes.</summary>
public class DeletionTests
{
    private const string Note = "Zanzibarquagga", Name = "Ursula Quint";

    [Theory, EveryDatabase]
    public async Task Forget_ARespondent_LeavesNothingOfThem(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var made = await server.MakeAsync();
        var link = (await made.SendAsync((await made.GoAsync()).Form("/respondent").With("name", Name))).NewLinks.Single();
        var ursula = await Answerer.EnterAsync(server, link);
        await ursula.SaveAsync(ursula.Page.Form("/answer").Choices("a")[0], $"{Note} one");
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[1], "stays");
        await made.CloseAsync("2026-03-01");
        await made.SendAsync((await made.GoAsync()).Form("/open"));
        await ursula.GoAsync("");
        await ursula.SaveAsync(ursula.Page.Form("/answer").Choices("a")[0], $"{Note} two");
        (await server.Database.EverythingAsync()).Should().Contain(Note);
        var form = (await made.GoAsync("settings")).Form("/forget");
        form.With("respondent", form.Element.QuerySelectorAll("option").Single(option => option.TextContent == Name).GetAttribute("value")!);
        (await made.SendAsync((await made.GoAsync("settings")).Form("/forget"))).At(".wrong").Should().Contain("No respondent is chosen", "no one is chosen beforehand");
        var sure = await made.SendAsync(form);
        sure.At("#sure").Should().Contain($"Delete {Name}, with all they said?");
        sure.Document.QuerySelectorAll("select[name=respondent]").Should().BeEmpty("no other can be chosen where one is asked about");
        (await made.GoAsync()).Text.Should().Contain(Name, "nothing was deleted so far");

        var gone = await made.SendAsync(sure.Form("/forget"));

        gone.At(".told").Should().Be($"{Name} was deleted, with all they said.");
        (await made.SendAsync(sure.Form("/forget"))).At(".told").Should().Be("The respondent was deleted, with all they said.", "it is the same form");
        (await made.SendAsync(sure.Form("/forget").With("request", "another"))).At(".wrong").Should().Contain("not here any more");

        var left = await server.Database.EverythingAsync();
        left.Should().NotContain(Note).And.NotContain(Name).And.Contain("stays");
        Bytes(server).Should().NotContain(Note).And.NotContain(Name);
        (await ursula.GoAsync("")).Text.Should().Contain("This link does not work");
        (await made.GoAsync("results")).Text.Should().Contain("1 of the 2 asked has answered");
        (await made.GoAsync("history")).Text.Should().Contain("A respondent was deleted, with all they said").And.NotContain(Name);
    }

    [Theory, EveryDatabase]
    public async Task Delete_ACollaboration_LeavesNothingOfIt(Kind kind)
    {
        await using var server = await RegisterServer.StartAsync(kind);
        var other = await server.MakeAsync("The other one");
        var made = await server.MakeAsync("Quaggaproject");
        var police = await Answerer.EnterAsync(server, made.RespondentLinks[0]);
        await police.SaveAsync(police.Page.Form("/answer").Choices("a")[0], Note);
        await made.CloseAsync();
        (await made.SendAsync((await made.GoAsync("settings")).Form("/delete").With("confirm", "quagga"))).Text.Should().Contain("type its name");

        var form = (await made.GoAsync("settings")).Form("/delete").With("confirm", "Quaggaproject");
        (await made.SendAsync(form)).Text.Should().Contain("The collaboration was deleted");
        (await made.SendAsync(form)).Text.Should().Contain("The collaboration was deleted", "it is the same form");
        (await server.Store.NotesAsync(100, default)).Count(note => note.What.Contains("deleted")).Should().Be(1);

        (await server.Database.EverythingAsync()).Should().NotContain(Note).And.NotContain("Quaggaproject").And.Contain("The other one");
        Bytes(server).Should().NotContain(Note).And.NotContain("Quaggaproject");
        (await made.GoAsync()).Text.Should().Contain("There is nothing here");
        (await police.GoAsync("")).Text.Should().Contain("This link does not work");
        (await other.GoAsync()).Text.Should().Contain("The other one");
    }

    /// <summary>What is in the files of SQLite; nothing where the database is not one of files.</summary>
    private static string Bytes(RegisterServer server) => server.Database.Kind != Kind.Sqlite ? ""
        : string.Concat(Directory.GetFiles(server.Database.Folder, "register.db*").Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return Encoding.Latin1.GetString(memory.ToArray());
        }));
}
