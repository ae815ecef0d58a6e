using CollabRisk;
using CollabRisk.AspNetCore;
using CollabRisk.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);

// Which rules there are can be in appsettings.json, under "CollabRisk".
builder.Services.AddCollabRisk(builder.Configuration.GetSection("CollabRisk"));
builder.Services.AddCollabRiskAspNetCore(options => options.MaxPartnersToSearch = 30);
builder.Services.AddHealthChecks().AddCollabRisk();

var app = builder.Build();
app.MapCollabRisk("/collabrisk");
app.MapHealthChecks("/health");

// An endpoint of one's own: what is wrong with the collaboration is answered before it runs.
app.MapPost("/brief", (Collaboration collaboration, ICollaborationEvaluator evaluator) => evaluator.Evaluate(collaboration));
app.Run();
