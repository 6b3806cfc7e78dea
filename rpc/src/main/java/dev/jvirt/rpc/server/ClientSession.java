package dev.jvirt.rpc.server;

import org.jspecify.annotations.Nullable;

/// What the daemon keeps for one connection.
public interface ClientSession extends AutoCloseable {
    /// Who answers calls of that program, null if nobody does.
    @Nullable ProgramHandler program(int program, int version);

    /// The connection is gone: called at once, on a virtual thread, while calls may still be
    /// running. Event registrations end here.
    default void disconnected() {}

    /// Ends the session: called after [#disconnected], once no call of the connection is running
    /// any more, on a virtual thread.
    @Override
    void close();
}
