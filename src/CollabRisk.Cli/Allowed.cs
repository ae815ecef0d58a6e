using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using CollabRisk.Text;

namespace CollabRisk.Cli;

/// <summary>Options and arguments that take one of a few words, or a number. Anything else is told by the value, with what is allowed.</summary>
internal static class Allowed
{
    /// <summary>Takes one of some words, which shells complete.</summary>
    public static void AllowOnly(this Option option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(given => Check(given, option.Name, words));
    }

    /// <summary>Takes one of some words, which shells complete.</summary>
    public static void AllowOnly(this Argument argument, params string[] words)
    {
        argument.CompletionSources.Add(words);
        argument.Validators.Add(given => Check(given, argument.Name, words));
    }

    /// <summary>Takes a whole number that is not below the least.</summary>
    public static void AllowFrom(this Option<int> option, int least) => option.CustomParser = given =>
    {
        if (given.Tokens is [var only] && int.TryParse(only.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        var value = string.Join(' ', given.Tokens.Select(token => token.Value));
        var isTooLarge = BigInteger.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) && large > int.MaxValue;
        given.AddError(isTooLarge
            ? string.Create(CultureInfo.InvariantCulture, $"{option.Name}: '{value}' is too large. Give at most {int.MaxValue}.")
            : string.Create(CultureInfo.InvariantCulture, $"{option.Name}: '{value}' is not a whole number of at least {least}. Give one, such as {option.Name} {least}."));
        return default;
    };

    private static void Check(SymbolResult given, string name, string[] words)
    {
        foreach (var token in given.Tokens.Where(token => !words.Contains(token.Value, StringComparer.Ordinal)))
        {
            given.AddError($"{name}: '{token.Value}' is not one of its words.{DidYouMean.Sentence(token.Value, words)} Give {Words.List([.. words.Select(word => $"'{word}'")], "or")}.");
        }
    }
}
