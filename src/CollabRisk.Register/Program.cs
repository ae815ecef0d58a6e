using CollabRisk.Register.Hosting;

return await RegisterCommand.RunAsync(args, Console.Out, Console.Error);
