namespace CollabRisk.Cli.Lsp;

/// <summary>Why a message is not answered, as the protocol says it.</summary>
internal sealed class LspRefusal(int code, string message) : Exception(message)
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int ServerNotInitialized = -32002;
    public const int RequestCancelled = -32800;

    /// <summary>The code of the protocol.</summary>
    public int Code => code;
}
