package dev.jvirt.virsh.shell;

import dev.jvirt.api.event.Subscription;
import java.util.concurrent.CountDownLatch;

/// Interrupts (SIGINT) of a process without a terminal of its own. The JVM ends on one; while a
/// command waits, the end is held up until the program has said what it has to say.
public final class ProcessInterrupts {
    private static volatile boolean ending;

    private ProcessInterrupts() {}

    /// Runs `action` when the process is interrupted. The program must then end by [#exit].
    static Subscription on(Runnable action) {
        var hook =
                new Thread(
                        () -> {
                            ending = true;
                            action.run();
                            waitForExit();
                        },
                        "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            if (!ending) {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException e) {
                    // The interrupt came just now; the hook runs instead of being removed.
                }
            }
        };
    }

    /// Ends the program. Whatever the end must undo is undone by now.
    public static void exit(int status) {
        if (ending || !isShuttingDown()) {
            // System.exit looks for a logger to tell it, which takes longer than many a command.
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }

    /// Whether a signal has begun to end the process, so that hooks may be at work.
    private static boolean isShuttingDown() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread("end"));
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void waitForExit() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
