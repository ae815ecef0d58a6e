namespace CollabRisk.Register.Pages;

/// <summary>Something that is wrong with a form that was sent.</summary>
/// <param name="Text">What, with the value, and what to do.</param>
/// <param name="Field">The id of the field on the page, so that one can go there; null where it is not one field.</param>
internal readonly record struct FormProblem(string Text, string? Field = null)
{
    public static implicit operator FormProblem(string text) => new(text);
}
