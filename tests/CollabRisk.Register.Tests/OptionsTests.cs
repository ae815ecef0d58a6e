using CollabRisk.Register.Settings;
using CollabRisk.Register.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CollabRisk.Register.Tests;

/// <summary>What is wrong with the configuration is said in sentences, all of it at once.</summary>
public class OptionsTests
{
    [Fact]
    public async Task Serve_WrongOptions_NamesEachAtOnceAndEndsWithOne()
    {
        var ran = await BackupTests.RunAsync(
            "--Register:Database=", "--Register:PublicAddress=register.example/path", "--Register:Proxies:0=the-proxy", "--Register:SignIn:Header=X-User", "--Register:SignIn:From:0=10.0.0.300",
            "--Register:Limits:FormBytes=0", "--Register:Limits:RequestsOfLink=many", "--Register:Limts:FormBytes=5", "--Register:Packs=here");

        ran.Code.Should().Be(1);
        ran.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(8);
        ran.Errors.Should().ContainAll(
            "Register:Database is empty", "'register.example/path' is not an address", "'the-proxy' is neither an address", "'10.0.0.300' is neither an address",
            "Register:Limits:FormBytes: '0' is less than 1", "Register:Limits:RequestsOfLink: 'many' is not a whole number", "Register:Limts has no meaning. Did you mean 'Limits'?", "Register:Packs is a list, and 'here' is one value")
            .And.NotContain("   at ");
    }

    [Theory]
    [InlineData("--databse", "x.db", "'--databse' is not an option. Did you mean '--database'?")]
    [InlineData("lnk", "'lnk' is neither a command nor an option. Did you mean 'link'?")]
    [InlineData("--Register:Database", "'--Register:Database' has not got a value")]
    [InlineData("--url=http://127.0.0.1:0", "'--url' is not an option. Did you mean '--urls'?")]
    public async Task Run_AWordThatIsNotQuiteRight_IsNotIgnored(params string[] given)
    {
        var ran = await BackupTests.RunAsync(given[..^1]);
        (ran.Code, ran.Output).Should().Be((1, ""));
        ran.Errors.Should().Contain(given[^1]).And.NotContain("   at ");
    }

    [Fact]
    public async Task Serve_PacksOrDatabaseThatAreNotThere_SaysSo()
    {
        await using var database = await TestDatabase.MakeAsync(Kind.Sqlite);
        var folder = database.Folder;
        var packs = await BackupTests.RunAsync($"--Register:Packs:0={folder}/none", $"--Register:PackPolicy={folder}/policy.json", "--database", $"Data Source={folder}/r.db");
        packs.Code.Should().Be(1);
        packs.Errors.Should().ContainAll($"{folder}/none", $"{folder}/policy.json").And.NotContain("   at ");

        var nowhere = await BackupTests.RunAsync("--database", $"Data Source={folder}/no/such/folder/r.db", "--urls", "http://127.0.0.1:0");
        (nowhere.Code, nowhere.Output).Should().Be((1, ""));
        nowhere.Errors.Should().Contain("cannot be opened").And.NotContain("   at ");

        await File.WriteAllTextAsync($"{folder}/text.db", new string('x', 5_000));
        (await BackupTests.RunAsync("--database", $"Data Source={folder}/text.db")).Errors.Should().Contain("is not a register").And.NotContain("   at ");
        (await BackupTests.RunAsync("--database", "Data Sauce=x")).Should().Match<BackupTests.Ran>(ran => ran.Code == 1 && !ran.Errors.Contains("   at "));
        (await BackupTests.RunAsync("--database", "Host=127.0.0.1;Port=1;Database=x;Timeout=2")).Should().Match<BackupTests.Ran>(ran => ran.Code == 1 && ran.Errors.Contains("does not answer") && !ran.Errors.Contains("   at "));
    }

    [Fact]
    public async Task Link_OnTheCommandLine_OpensTheRegister()
    {
        await using var server = await RegisterServer.StartAsync();
        var ran = await BackupTests.RunAsync("link", "--database", server.Database.Connection, "--Register:PublicAddress=https://register.example/");
        (ran.Code, ran.Errors).Should().Be((0, ""));
        ran.Output.Trim().Should().StartWith("https://register.example/l/");
        var (_, page) = await server.EnterAsync(new Uri(ran.Output.Trim()).AbsolutePath);
        page.Text.Should().Contain("Make a collaboration");
    }

    [Theory]
    [InlineData("nonsense", "Register:Database is not a connection string. Write 'Data Source=register.db'")]
    [InlineData("Data Sauce=x", "Register:Database is not a connection string. Write 'Data Source=register.db'")]
    [InlineData("Host=h;Port=many;Password=secret", "Register:Database is not a connection string. Write 'Data Source=register.db'")]
    [InlineData("Data Source=", "Register:Database names no file")]
    public async Task Serve_WhatIsNotAConnectionString_SaysWhatToWrite(string connection, string says)
    {
        var ran = await BackupTests.RunAsync("--database", connection);
        (ran.Code, ran.Output).Should().Be((1, ""));
        ran.Errors.Should().StartWith(says).And.NotContain("secret").And.NotContain("index");
    }

    [Fact]
    public async Task Link_WhereNoRegisterIs_SaysThatItMadeOne()
    {
        await using var database = await TestDatabase.MakeAsync(Kind.Sqlite);
        var folder = database.Folder;
        var ran = await BackupTests.RunAsync("link", "--database", $"Data Source={folder}/new.db");
        ran.Code.Should().Be(0);
        ran.Output.Trim().Should().StartWith("http://localhost:5080/l/");
        ran.Errors.Should().Contain($"{folder}/new.db was not there or was empty: a new register was made in it.");
        (await BackupTests.RunAsync("link", "--database", $"Data Source={folder}/new.db")).Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Serve_AFirstStartThatCannotBind_LeavesTheLinkToTheNext()
    {
        await using var other = await RegisterServer.StartAsync();
        var database = Path.Combine(other.Database.Folder, "first.db");

        var ran = await BackupTests.RunAsync("--database", $"Data Source={database}", "--urls", $"{other.Address}");

        (ran.Code, ran.Output).Should().Be((1, ""));
        ran.Errors.Should().Contain("address already in use").And.NotContain("   at ");
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        (await connection.QuerySingleAsync<long>("SELECT COUNT(*) FROM link")).Should().Be(0, "no one was shown one");
    }

    [Fact]
    public void Options_TheirDefaults_AreInThePageForOperators()
    {
        var page = Repository.Read("docs", "operating.md");
        var defaults = new RegisterOptions();
        foreach (var (section, options) in new (string, object)[] { ("", defaults), ("SignIn:", defaults.SignIn), ("Limits:", defaults.Limits) })
        {
            foreach (var property in options.GetType().GetProperties().Where(each => each.PropertyType == typeof(string) || each.PropertyType == typeof(int) || each.PropertyType == typeof(IList<string>)))
            {
                var row = page.Split('\n').FirstOrDefault(line => line.StartsWith($"| `{section}{property.Name}` |", StringComparison.Ordinal));
                row.Should().NotBeNull(property.Name);
                if (property.GetValue(options) is int or string)
                {
                    row.Should().Contain($"`{property.GetValue(options)}`");
                }
            }
        }
    }
}
