package dev.jvirt.host.process;

/// How a process ended. As text it reads as in libvirt's messages.
public sealed interface ExitStatus {

    /// It ended by itself.
    ///
    /// @param code what it returned, 0 for success
    record Exited(int code) implements ExitStatus {
        @Override
        public String toString() {
            return "exit status " + code;
        }
    }

    /// A signal ended it.
    ///
    /// @param signal the signal's number
    record Killed(int signal) implements ExitStatus {
        @Override
        public String toString() {
            return "fatal signal " + signal;
        }
    }

    /// Whether it ended by itself and returned 0.
    default boolean isSuccess() {
        return this instanceof Exited(int code) && code == 0;
    }
}
