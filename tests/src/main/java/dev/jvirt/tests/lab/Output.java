package dev.jvirt.tests.lab;

/// What came of running a program.
///
/// @param exit its status; 128 and more for a signal
/// @param out what it printed
/// @param err what it complained about
public record Output(int exit, String out, String err) {
    /// What it printed.
    ///
    /// @throws IllegalStateException if it failed
    public String orFail() {
        if (exit != 0) {
            throw new IllegalStateException("exit status %d: %s%s".formatted(exit, out, err));
        }
        return out;
    }
}
