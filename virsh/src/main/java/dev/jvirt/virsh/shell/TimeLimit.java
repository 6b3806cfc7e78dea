package dev.jvirt.virsh.shell;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Waits for a command no longer than somebody wants to.
final class TimeLimit {
    private TimeLimit() {}

    /// Runs a command on a thread that does not keep the program alive.
    ///
    /// @return what came of it; empty if it still runs when the time is over
    static Optional<Boolean> run(int seconds, BooleanSupplier command) {
        var task = new FutureTask<>(command::getAsBoolean);
        Thread.ofPlatform().daemon().name("command").start(task);
        try {
            return Optional.of(task.get(seconds, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
