using CollabRisk.Register.Access;
using CollabRisk.Register.Model;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Settings;
using CollabRisk.Register.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CollabRisk.Register.Requests;

/// <summary>What every page goes through: who is it, may they, is the form ours; and what is said where something goes wrong.</summary>
internal sealed partial class Door(Gate gate, RegisterStore store, IOptions<RegisterOptions> options, ILogger<Door> log)
{
    /// <summary>A page for those of a role.</summary>
    public RequestDelegate For(Func<Role, bool> may, Func<Visit, Task<IResult>> answer) => async context =>
    {
        // Read before anything else is asked for: what someone typed is offered again where the database cannot be used.
        var (form, isForm) = await FormOfAsync(context);
        try
        {
            var (visitor, refusal) = await gate.AdmitAsync(context, context.Request.RouteValues["key"] as string ?? "");
            refusal ??= !may(visitor!.Role) ? Refusal.NotAllowed : !isForm || (form is not null && !FormToken.IsRight(visitor, form[FormToken.Field])) ? Refusal.ForgedForm : null;
            await (refusal is null ? await answer(new(context, visitor!, form)) : Refuse(context, refusal, visitor)).ExecuteAsync(context);
        }
        catch (StorageException e) when (!context.Response.HasStarted)
        {
            NotStored(e, context.Request.Method);
            await PageResult.Of(FailurePage.Write(context.Request.Path, form is null ? [] : [.. form], e), StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }
    };

    /// <summary>A page about a collaboration for those who may see it, or coordinate it.</summary>
    /// <param name="coordinates">Whether they must coordinate it.</param>
    /// <param name="answer">The page.</param>
    /// <param name="gone">What is said where the collaboration is not there, if not that; null or nothing for that.</param>
    public RequestDelegate ForEntry(bool coordinates, Func<Visit, Entry, Task<IResult>> answer, Func<Visit, Task<IResult?>>? gone = null) => For(
        role => role != Role.Respondent,
        async visit =>
        {
            var id = visit.Route("entry");
            return !(coordinates ? visit.Visitor.Coordinates(id) : visit.Visitor.Sees(id)) ? Refuse(visit.Context, Refusal.NotAllowed, visit.Visitor)
                : await store.FindAsync(id, visit.Cancel) is { } entry ? await answer(visit, entry)
                : gone is not null && await gone(visit) is { } said ? said
                : Refuse(visit.Context, Refusal.NotThere, visit.Visitor);
        });

    /// <summary>The way in: a link is taken, and its secret goes from the address into a cookie.</summary>
    public async Task EnterAsync(HttpContext context)
    {
        var secret = LinkSecret.Of(context.Request.RouteValues["link"] as string);
        var (visitor, refusal) = await gate.TryAsync(context, secret);
        if (refusal is not null)
        {
            await RefuseAsync(context, refusal, visitor);
            return;
        }

        Gate.Leave(context, secret!);
        Entered(secret!.Id, visitor!.Role);
        await NoteEntryAsync(visitor, context.RequestAborted);
        context.Response.Redirect(visitor.Home);
    }

    /// <summary>Notes that a link was opened; a disk that is full keeps no one from reading.</summary>
    private async Task NoteEntryAsync(Visitor visitor, CancellationToken cancel)
    {
        try
        {
            await store.NoteFollowedAsync(visitor.By, visitor.Entry, cancel);
        }
        catch (StorageException e)
        {
            NotStored(e, "note of a link that was opened");
        }
    }

    /// <summary>Says why someone does not get in, and notes it.</summary>
    public Task RefuseAsync(HttpContext context, Refusal refusal, Visitor? visitor) => Refuse(context, refusal, visitor).ExecuteAsync(context);

    private PageResult Refuse(HttpContext context, Refusal refusal, Visitor? visitor)
    {
        Note(context, refusal, visitor);
        return PageResult.Of(refusal);
    }

    /// <summary>Notes that someone does not get in.</summary>
    public void Note(HttpContext context, Refusal refusal, Visitor? visitor) =>
        Refused(refusal.Reason, visitor?.Key ?? "no one", context.Request.Method, context.Connection.RemoteIpAddress?.ToString() ?? "an unknown address");

    /// <summary>What was sent as a form, and whether it is one: everything that changes something must be.</summary>
    private async Task<(IFormCollection? Form, bool IsForm)> FormOfAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return (null, true);
        }

        if (!context.Request.HasFormContentType || (context.Request.Cookies.Count == 0 && context.Request.RouteValues["key"] is not Visitor.SignedIn))
        {
            return (null, false);
        }

        var most = context.GetEndpoint()?.Metadata.GetMetadata<TakesFiles>() is null ? options.Value.Limits.FormBytes : options.Value.Limits.ImportBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        return (await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most, ValueLengthLimit = most, KeyLengthLimit = 256, ValueCountLimit = 2_000 }, context.RequestAborted), true);
    }

    [LoggerMessage(1, LogLevel.Information, "Link {Link} was opened by {Role}.", EventName = "LinkOpened")]
    private partial void Entered(string link, Role role);

    [LoggerMessage(2, LogLevel.Warning, "Refused, {Reason}: {Visitor}, {Method} from {Address}.", EventName = "Refused")]
    private partial void Refused(string reason, string visitor, string method, string address);

    [LoggerMessage(3, LogLevel.Error, "The database could not be used for a {Method}.", EventName = "NotStored")]
    public partial void NotStored(Exception exception, string method);
}

/// <summary>Marks what takes files, and therefore more bytes than a form.</summary>
internal sealed class TakesFiles;
