namespace CollabRisk.Facts;

/// <summary>
/// A group of yes/no facts that belong together, such as the traits of a culture. Each flag is known or not by itself, so
/// that "known to be absent" and "never asked" stay apart.
/// </summary>
public interface IFlagGroup
{
}
