package dev.jvirt.host.process;

import java.io.IOException;

/// How a program ended and what it said.
///
/// @param command the program and its arguments
/// @param output what it wrote to its standard output
/// @param errors what it wrote to its standard error
public record ProgramOutput(String command, ExitStatus status, String output, String errors) {

    /// This, if the program succeeded.
    ///
    /// @throws IOException in libvirt's words, with what the program complained about
    public ProgramOutput requireSuccess() throws IOException {
        if (status.isSuccess()) {
            return this;
        }
        throw new IOException(
                "Child process (%s) unexpected %s%s"
                        .formatted(command, status, errors.isEmpty() ? "" : ": " + errors.strip()));
    }
}
