package dev.jvirt.daemon;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/// What the kernel tells the process.
///
/// The JDK has no supported interface for signals; `sun.misc.Signal` is exported for everybody, yet
/// naming it is a warning that nothing silences. Hence the one place that finds a class by name.
final class Signals {
    private Signals() {}

    /// Runs `action` on a thread of its own whenever the signal arrives.
    ///
    /// @param name without `SIG`
    static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler run =
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    };
            Object proxy =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(), new Class<?>[] {handler}, run);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            throw new StartupException(
                    ExitCode.FAILURE, "cannot handle SIG%s: %s".formatted(name, e), e);
        }
    }
}
