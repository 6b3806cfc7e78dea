package dev.jvirt.daemon;

import dev.jvirt.host.io.UnixDatagram;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/// Whoever runs the daemon as a service and wants to know its state (`sd_notify`).
///
/// @param address the socket that it listens on; empty if there is nobody
record Supervisor(Optional<String> address) {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon");
    private static final String VARIABLE = "NOTIFY_SOCKET";

    static Supervisor of(Map<String, String> environment) {
        return new Supervisor(
                Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isEmpty()));
    }

    /// Clients can connect.
    void ready() {
        tell("READY=1");
    }

    /// The end has begun.
    void stopping() {
        tell("STOPPING=1");
    }

    private void tell(String state) {
        if (address.isEmpty()) {
            return;
        }
        try {
            UnixDatagram.send(address.get(), state);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0}={1}: {2}", VARIABLE, address.get(), e.getMessage());
        }
    }
}
