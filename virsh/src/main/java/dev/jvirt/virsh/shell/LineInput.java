package dev.jvirt.virsh.shell;

import dev.jvirt.api.event.Subscription;
import org.jspecify.annotations.Nullable;

/// Where a shell reads its lines.
public interface LineInput extends AutoCloseable {
    /// The next line without its end; null if there is none.
    @Nullable String read(String prompt);

    /// Whether there is none because the user interrupted the reading.
    default boolean isInterrupted() {
        return false;
    }

    /// Runs `action` when the user interrupts the command that runs.
    Subscription onInterrupt(Runnable action);

    /// Keeps what has been typed for the next time.
    @Override
    void close();
}
