using System.Text;
using CollabRisk.Facts;

namespace CollabRisk.Tests.Json;

/// <summary>What is not JSON at all, or would be a danger to read.</summary>
public class CollaborationJsonSyntaxTests
{
    private const string Pair = "the text has half of a surrogate pair, a \\uD800 to \\uDFFF without its other half. Write the whole character.";
    private const string Middle = "the file ends in the middle. Look for a brace, bracket or quote that is not closed.";
    private const string AfterEnd = "there is text after the closing brace of the collaboration. A file holds one object and nothing else.";
    private const string Comment = "comments are not part of JSON. Remove it, or write it as the text of \"$comment\" at the root.";
    private const string TrailingComma = "a comma is after the last entry. Remove it.";
    private const string Deep = "objects and lists are nested more than 16 deep. A collaboration needs no more than six; the rest of the file is not read.";

    /// <summary>What reading may take for each byte: the text as bytes and the lists of what was read, doubled as they grow.</summary>
    private const long MemoryPerByte = 100;

    [Theory]
    [InlineData("", "(1,1) the file is empty. A collaboration of which nothing is known is written {}.")]
    [InlineData("\uFEFF \r\n", "(1,1) the file is empty. A collaboration of which nothing is known is written {}.")]
    [InlineData("[{}]", "(1,1) expected an object with the facts of a collaboration; found a list.")]
    [InlineData("\n null", "(2,2) expected an object with the facts of a collaboration; found null.")]
    [InlineData("{", "(1,2) " + Middle)]
    [InlineData("{\n  \"name\": \"abc", "(2,15) name: " + Middle)]
    [InlineData("{ \"vision\": { \"exists\": true }\n", "(2,1) " + Middle)]
    [InlineData("{ \"name\": \"abc\",", "(1,17) " + Middle)]
    [InlineData("{ \"partners\": [{ \"name\": \"A\" }, \n", "(2,1) partners: " + Middle)]
    [InlineData("{}}", "(1,3) " + AfterEnd)]
    [InlineData("{}\n{}", "(2,1) " + AfterEnd)]
    [InlineData("{\n  \"name\": \"abc\n", "(2,15) name: not valid JSON: a line break or another control character is within a text. Close the text before it, or write it as an escape such as \\n. The rest of the file is not read.")]
    [InlineData("{ \"name\": \"a\0\" }", "(1,13) name: not valid JSON: a line break or another control character is within a text. Close the text before it, or write it as an escape such as \\n. The rest of the file is not read.")]
    [InlineData("{ \"name\": \"C:\\d\" }", "(1,15) name: not valid JSON: a backslash precedes something that it cannot escape. Write \\\\ for a backslash itself. The rest of the file is not read.")]
    [InlineData("{ 'name': 1 }", "(1,3) not valid JSON: unexpected ''name''. JSON takes double quotes. The rest of the file is not read.")]
    [InlineData("{ name: 1 }", "(1,3) not valid JSON: unexpected 'name'. The name of a property in double quotes is expected, or the closing brace. The rest of the file is not read.")]
    [InlineData("{ \"vision\": { \"exists\": True } }", "(1,25) vision.exists: not valid JSON: unexpected 'True'. JSON writes true, false and null, in small letters. The rest of the file is not read.")]
    [InlineData("{ \"vision\": { \"exists\": tre } }", "(1,25) vision.exists: not valid JSON: unexpected 'tre'. A value is expected: text in double quotes, a number, true, false, null, a list or an object. The rest of the file is not read.")]
    [InlineData("{ \"startYear\": 02015 }", "(1,16) startYear: not valid JSON: unexpected '02015'. A number is written as in 12, -0.5 or 1e3. The rest of the file is not read.")]
    [InlineData("{ \"vision\" {} }", "(1,12) not valid JSON: unexpected '{'. After the name of a property, a colon is expected. The rest of the file is not read.")]
    [InlineData("{ \"vision\": {} \"trust\": {} }", "(1,16) not valid JSON: unexpected '\"'. A comma is expected, or the bracket that closes what is open. The rest of the file is not read.")]
    [InlineData("{ \"vision\": {}, , }", "(1,17) not valid JSON: unexpected ','. After the comma, one more property or value is expected. The rest of the file is not read.")]
    [InlineData("{ \"partners\": [}", "(1,16) partners: not valid JSON: unexpected '}'. A value is expected, or the closing bracket. The rest of the file is not read.")]
    [InlineData("hello", "(1,1) not valid JSON: unexpected 'hello'. A file begins with a brace. The rest of the file is not read.")]
    [InlineData("{ \"name\": \"a\", }", "(1,14) " + TrailingComma)]
    [InlineData("{ \"partners\": [{ \"name\": \"a\" } , ] }", "(1,32) partners: " + TrailingComma)]
    [InlineData("{ // note\n}", "(1,3) " + Comment)]
    [InlineData("{} /* note */", "(1,4) " + Comment)]
    public void Read_NotJson_SaysWhere(string json, string expected) => CollaborationJsonReadTests.Problems(json).Should().Equal(expected);

    [Fact]
    public void Read_CommentsAndCommas_DoNotEndTheReading() =>
        CollaborationJsonReadTests.Problems("{ // one\n  \"vision\": { \"exists\": true, /* two */ },\n  \"trust\": { \"trend\": \"x\" }\n}").Should().Equal(
            "(1,3) " + Comment,
            "(2,29) vision: " + TrailingComma,
            "(2,31) vision: " + Comment,
            "(3,23) trust.trend: expected one of the words Eroding, Stable or Rising, or null while it is not known; found the text 'x'.");

    [Fact]
    public void Read_SyntaxError_KeepsTheProblemsBeforeIt() =>
        CollaborationJsonReadTests.Problems("""{ "visoin": 1, "trust": } """).Should().Equal(
            "(1,3) visoin: unknown property 'visoin'. Did you mean 'vision'?",
            "(1,25) trust: not valid JSON: unexpected '}'. A value is expected: text in double quotes, a number, true, false, null, a list or an object. The rest of the file is not read.");

    [Fact]
    public void Read_SixteenDeep_IsTheDeepest()
    {
        static string Nested(int depth) => $$"""{ "$comment": {{new string('[', depth)}}{{new string(']', depth)}} }""";
        CollaborationJsonReadTests.Problems(Nested(15)).Should().BeEmpty();
        CollaborationJsonReadTests.Problems(Nested(16)).Should().Equal("(1,30) $comment: " + Deep);
        CollaborationJsonReadTests.Problems(Nested(100_000)).Should().Equal("(1,30) $comment: " + Deep);
        CollaborationJsonReadTests.Problems(new string('[', 100_000)).Should().Equal(
            "(1,1) expected an object with the facts of a collaboration; found a list.", "(1,17) " + Deep);
    }

    [Fact]
    public void Read_NotUnicode_SaysWhere()
    {
        const string invalid = "this is not valid UTF-8 text. Save the file as UTF-8; the rest of it is not read.";
        CollaborationJson.Read([.. "{ \"overload\": 1, \"name\": \"é"u8, 0xE9, .. "\" }"u8]).Problems.Select(problem => problem.ToString()).Should().Equal(
            "(1,3) overload: unknown property 'overload'. Did you mean 'workload.overload'?", "(1,28) " + invalid);
        CollaborationJsonReadTests.Problems("{ \"name\": \"\ud83d\" }").Should().Equal("(1,12) " + invalid);
        CollaborationJsonReadTests.Problems("{ \"name\": \"\\ud83d\" }").Should().Equal("(1,11) name: " + Pair);
        CollaborationJson.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")]).Problems.Should().ContainSingle().Which.ToString().Should().Be(
            "(1,1) the file is not UTF-8, and looks like UTF-16. Save it as UTF-8.");
    }

    /// <summary>Full of mistakes of the dearest kinds, and as large as may be: read once, and not again for each mistake.</summary>
    [Theory]
    [InlineData("\"visoin\":0,")]
    [InlineData("\"\\ud800\":0,")]
    [InlineData("\"vision\":{},")]
    [InlineData("\"vision\":\"\\udc00\",")]
    [InlineData("\"partners\":[{\"name\":\"A\"},{\"name\":\"A\"}],")]
    [InlineData("\"startYear\":1e99999,")]
    [InlineData("//\n")]
    public void Read_NothingButMistakes_StopsAtTheFirstTwoHundred(string mistake)
    {
        var json = "{" + string.Concat(Enumerable.Repeat(mistake, CollaborationJson.MaxBytes / mistake.Length - 2)) + "\"x\":0}";
        var before = GC.GetAllocatedBytesForCurrentThread();
        CollaborationJson.Read(json).Problems.Should().HaveCount(201);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MemoryPerByte * json.Length, "work grows with the input, not with its square");
    }
}
