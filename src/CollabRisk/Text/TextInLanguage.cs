namespace CollabRisk.Text;

/// <summary>What a text that readers see is in another language.</summary>
/// <param name="Language">The tag of the language, such as <c>nl</c> or <c>de-AT</c>.</param>
/// <param name="English">The text in English, word for word. Where the English is another now, the rule book is refused, so that no one reads what is not meant any more.</param>
/// <param name="Text">The text in the language; of a message with the same places.</param>
/// <remarks>Immutable and thread-safe. It changes no result: it is used in rule books that are built in the language or in a form of it.</remarks>
public sealed record TextInLanguage(string Language, string English, string Text)
{
    /// <summary>The one case of a rule that says so; <see langword="null"/> where the text is so wherever the rule says the English.</summary>
    public string? Subject { get; init; }
}
