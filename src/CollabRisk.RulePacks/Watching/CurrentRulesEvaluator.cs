namespace CollabRisk.RulePacks.Watching;

/// <summary>Evaluates with the rules that are in use at the moment. The rule book is taken once, at the beginning, so no evaluation sees two.</summary>
internal sealed class CurrentRulesEvaluator(RulePackWatcher watcher) : ICollaborationEvaluator, IChangingRules
{
    public Rules.RuleBook RuleBook => watcher.Current.RuleBook;

    public CollaborationEvaluator Now => new(RuleBook);

    public Assessment Evaluate(Collaboration collaboration) => Now.Evaluate(collaboration);
}
