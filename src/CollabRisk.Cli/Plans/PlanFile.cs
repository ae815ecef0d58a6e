using CollabRisk.Planning;

namespace CollabRisk.Cli.Plans;

/// <summary>The file of an action plan, next to that of its collaboration.</summary>
internal static class PlanFile
{
    /// <summary>What follows the name of the collaboration's file. It does not end in .json: a folder of collaborations is read by that.</summary>
    public const string Ending = ".plan";

    /// <summary>Reads a plan; what is wrong is written for the person at the keyboard, and nothing is given.</summary>
    public static async Task<ActionPlan?> ReadAsync(string path, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            var reading = ActionPlan.Read(await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false));
            CollaborationInput.WriteProblems(path, reading.Problems, terminal);
            return reading.Value;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{path}: {CollaborationInput.Reason(path, e)}");
            return null;
        }
    }
}
