using CollabRisk;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// The one name is all that a host needs to know.
using var traces = Sdk.CreateTracerProviderBuilder().AddSource(CollabRiskTelemetry.Name).AddConsoleExporter().Build();
using var metrics = Sdk.CreateMeterProviderBuilder().AddMeter(CollabRiskTelemetry.Name).AddConsoleExporter().Build();

var assessment = CollaborationEvaluator.Default.Evaluate(new Collaboration
{
    Name = "Joint Control Room",
    Vision = new() { Exists = false },
});

// What was found is for whoever asked. What is traced and measured says how it went, and names no one.
Console.WriteLine($"{assessment.Findings.Count} findings");
