using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using NRules.Extensibility;

namespace CollabRisk.NRules;

/// <summary>
/// Interprets the expressions of rules at first, and compiles those that are called often, in the background. NRules compiles thousands of
/// expressions before the first session, which takes seconds, and most of them are called once in each evaluation.
/// </summary>
/// <remarks>
/// <see cref="NRulesRuleBook.Compile"/> uses it. For a compiler of your own: <c>new RuleCompiler { ExpressionCompiler = new GradualExpressionCompiler() }</c>.
/// What an expression gives is the same either way. Thread-safe.
/// </remarks>
/// <param name="callsBeforeCompiling">
/// After how many calls an expression is compiled: 30 unless given. With <see cref="int.MaxValue"/> none is, which suits a program that
/// evaluates a few collaborations and ends.
/// </param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="callsBeforeCompiling"/> is less than 1.</exception>
public sealed class GradualExpressionCompiler(int callsBeforeCompiling = 30) : IExpressionCompiler
{
    private static readonly Lock Turn = new();

    private readonly int callsBeforeCompiling = callsBeforeCompiling >= 1
        ? callsBeforeCompiling
        : throw new ArgumentOutOfRangeException(nameof(callsBeforeCompiling), callsBeforeCompiling, "Give a number of calls from 1 up.");

    /// <inheritdoc/>
    public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate
    {
        ArgumentNullException.ThrowIfNull(expression);
        var form = !RuntimeFeature.IsDynamicCodeCompiled ? null : typeof(TDelegate).GetGenericTypeDefinition() switch
        {
            var one when one == typeof(Func<,>) => typeof(Function<,>),
            var two when two == typeof(Func<,,>) => typeof(Function<,,>),
            var action when action == typeof(Action<,>) => typeof(Procedure<,>),
            _ => null,
        };

        // What NRules makes of another form, rules that resolve services among them, is rare.
        return form is null
            ? expression.Compile(preferInterpretation: !RuntimeFeature.IsDynamicCodeCompiled)
            : (TDelegate)((ICalled)Activator.CreateInstance(form.MakeGenericType(typeof(TDelegate).GetGenericArguments()), expression, callsBeforeCompiling)!).Delegate;
    }

    private interface ICalled
    {
        Delegate Delegate { get; }
    }

    /// <summary>A delegate that is interpreted until it was called often enough. Most actions are never called, so nothing is made before the first call.</summary>
    private abstract class Called<TDelegate>(Expression<TDelegate> expression, int callsLeft) : ICalled
        where TDelegate : Delegate
    {
        private int callsLeft = callsLeft;
        private TDelegate? current;

        public abstract Delegate Delegate { get; }

        /// <summary>What is called now.</summary>
        protected TDelegate Current
        {
            get
            {
                if (callsLeft > 0 && Interlocked.Decrement(ref callsLeft) == 0)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(static called => called.Compile(), this, preferLocal: false);
                }

                return Volatile.Read(ref current) ?? Interpreted();
            }
        }

        private TDelegate Interpreted()
        {
            // Threads that meet here make it each for itself; the compiled one, once there, stays.
            var made = expression.Compile(preferInterpretation: true);
            return Interlocked.CompareExchange(ref current, made, null) ?? made;
        }

        private void Compile()
        {
            // One at a time, so that a host keeps its other threads.
            lock (Turn)
            {
                Volatile.Write(ref current, expression.Compile());
            }
        }
    }

    private sealed class Function<T, TResult>(Expression<Func<T, TResult>> expression, int calls) : Called<Func<T, TResult>>(expression, calls)
    {
        public override Delegate Delegate => (Func<T, TResult>)Invoke;

        private TResult Invoke(T argument) => Current(argument);
    }

    private sealed class Function<T1, T2, TResult>(Expression<Func<T1, T2, TResult>> expression, int calls) : Called<Func<T1, T2, TResult>>(expression, calls)
    {
        public override Delegate Delegate => (Func<T1, T2, TResult>)Invoke;

        private TResult Invoke(T1 one, T2 other) => Current(one, other);
    }

    private sealed class Procedure<T1, T2>(Expression<Action<T1, T2>> expression, int calls) : Called<Action<T1, T2>>(expression, calls)
    {
        public override Delegate Delegate => (Action<T1, T2>)Invoke;

        private void Invoke(T1 one, T2 other) => Current(one, other);
    }
}
