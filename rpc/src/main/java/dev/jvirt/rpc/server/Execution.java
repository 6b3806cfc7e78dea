package dev.jvirt.rpc.server;

/// Which thread answers a call.
public enum Execution {
    /// The connection's reader, on the spot: the call only reads published state and never waits.
    ON_READER,

    /// Either of them: the handler looks at the arguments first, see
    /// [ProgramHandler#answersAtOnce].
    BY_ARGUMENTS,

    /// A virtual thread of its own: the call may wait for a job, a process, a file or a peer.
    ON_THREAD
}
