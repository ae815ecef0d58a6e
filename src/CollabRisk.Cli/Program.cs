using CollabRisk.Cli;

return await CollabRiskCommand.RunAsync(args, Terminal.OfProcess());
