namespace CollabRisk.Facts;

/// <summary>What shapes a network, or draws a partner into it.</summary>
public enum Driver
{
    /// <summary>Obtaining resources and making good use of them.</summary>
    ResourceExchange,

    /// <summary>Clustering to use a niche.</summary>
    Ecological,

    /// <summary>Gaining new competence and knowledge.</summary>
    CompetenceAndLearning,

    /// <summary>Ties between individuals. No network form belongs to this driver.</summary>
    Personal,

    /// <summary>Solving given problems.</summary>
    ProblemFocused,

    /// <summary>What technology available for problems brings about.</summary>
    TechnologyFocused,
}

/// <summary>
/// How strongly each driver shapes the network: weights from 0 (not at all) to 1 (wholly). The drivers blend, and shift
/// over time; the weights need not add up to 1.
/// </summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record DriverWeights
{
    /// <summary>Weight of obtaining and using resources.</summary>
    [Fact(
        "weight of the resource-exchange driver, 0 to 1",
        "For an expert: how strongly does obtaining and using resources shape the network, from 0 to 1?",
        Neutral = "a driver says what the network is for, and none is better than another (D4-32)",
        Fixed = true,
        Expert = "a weight is a judgement of someone who knows the framework; people are asked what the network is mainly for, and what draws each partner in",
        Min = 0,
        Max = 1)]
    public decimal? ResourceExchange { get; init; }

    /// <summary>Weight of clustering to use a niche.</summary>
    [Fact(
        "weight of the ecological driver, 0 to 1",
        "For an expert: how strongly does clustering to use a niche shape the network, from 0 to 1?",
        Neutral = "a driver says what the network is for, and none is better than another (D4-32)",
        Fixed = true,
        Expert = "a weight is a judgement of someone who knows the framework; people are asked what the network is mainly for, and what draws each partner in",
        Min = 0,
        Max = 1)]
    public decimal? Ecological { get; init; }

    /// <summary>Weight of gaining new competence and knowledge.</summary>
    [Fact(
        "weight of the competence-and-learning driver, 0 to 1",
        "For an expert: how strongly does gaining new competence and knowledge shape the network, from 0 to 1?",
        Neutral = "a driver says what the network is for, and none is better than another (D4-32)",
        Fixed = true,
        Expert = "a weight is a judgement of someone who knows the framework; people are asked what the network is mainly for, and what draws each partner in",
        Min = 0,
        Max = 1)]
    public decimal? CompetenceAndLearning { get; init; }

    /// <summary>Weight of ties between individuals.</summary>
    [Fact(
        "weight of the personal driver, 0 to 1",
        "For an expert: how strongly do ties between individuals shape the network, from 0 to 1?",
        Neutral = "a driver says what the network is for, and none is better than another (D4-32)",
        Fixed = true,
        Expert = "a weight is a judgement of someone who knows the framework; people are asked what the network is mainly for, and what draws each partner in",
        Min = 0,
        Max = 1)]
    public decimal? Personal { get; init; }

    /// <summary>Weight of solving given problems.</summary>
    [Fact(
        "weight of the problem-focused driver, 0 to 1",
        "For an expert: how strongly does solving given problems shape the network, from 0 to 1?",
        Neutral = "a driver says what the network is for, and none is better than another (D4-32)",
        Fixed = true,
        Expert = "a weight is a judgement of someone who knows the framework; people are asked what the network is mainly for, and what draws each partner in",
        Min = 0,
        Max = 1)]
    public decimal? ProblemFocused { get; init; }

    /// <summary>Weight of what available technology makes possible.</summary>
    [Fact(
        "weight of the technology-focused driver, 0 to 1",
        "For an expert: how strongly does available technology shape the network, from 0 to 1?",
        Neutral = "a driver says what the network is for, and none is better than another (D4-32)",
        Fixed = true,
        Expert = "a weight is a judgement of someone who knows the framework; people are asked what the network is mainly for, and what draws each partner in",
        Min = 0,
        Max = 1)]
    public decimal? TechnologyFocused { get; init; }

    /// <summary>
    /// The driver with the greatest weight; <see langword="null"/> unless all six weights are known and one of them,
    /// above zero, is greater than every other.
    /// </summary>
    internal Driver? Top
    {
        get
        {
            if (ResourceExchange is not { } resourceExchange || Ecological is not { } ecological || CompetenceAndLearning is not { } competence
                || Personal is not { } personal || ProblemFocused is not { } problem || TechnologyFocused is not { } technology)
            {
                return null;
            }

            ReadOnlySpan<decimal> weights = [resourceExchange, ecological, competence, personal, problem, technology];
            Driver? top = null;
            var greatest = 0m;
            for (var driver = 0; driver < weights.Length; driver++)
            {
                if (weights[driver] > greatest)
                {
                    (top, greatest) = ((Driver)driver, weights[driver]);
                }
                else if (weights[driver] == greatest)
                {
                    top = null;
                }
            }

            return top;
        }
    }
}
