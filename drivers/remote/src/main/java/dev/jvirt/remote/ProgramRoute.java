package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.client.ProcessTransport;
import dev.jvirt.rpc.client.Transport;
import java.io.IOException;
import java.util.List;

/// A program of the user whose standard input and output lead to the daemon.
record ProgramRoute(List<String> command) implements Route {
    ProgramRoute {
        command = List.copyOf(command);
    }

    /// The one that a URI names.
    static ProgramRoute external(RemoteTarget target) {
        String program =
                target.parameter("command")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorDomain.REMOTE,
                                                ErrorCode.INVALID_ARG,
                                                "remote_open: for 'ext' transport, command is"
                                                        + " required"));
        return new ProgramRoute(List.of(program));
    }

    @Override
    public Transport connect() {
        try {
            return ProcessTransport.start(command);
        } catch (IOException e) {
            var failure = new ConnectFailure(reason(e), -1, e);
            throw failure.exception("Cannot run '%s'".formatted(command.getFirst()));
        }
    }

    /// What the system said. The JDK wraps it: "Cannot run program ...: Exec failed, error: 2 (No
    /// such file or directory)".
    private static String reason(IOException e) {
        String words = e.getMessage() == null ? e.toString() : e.getMessage();
        int open = words.lastIndexOf('(');
        int close = words.lastIndexOf(')');
        return open >= 0 && open < close ? words.substring(open + 1, close) : words;
    }
}
