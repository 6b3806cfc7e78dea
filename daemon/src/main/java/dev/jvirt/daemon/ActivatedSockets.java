package dev.jvirt.daemon;

import dev.jvirt.host.io.InheritedSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sockets that whoever started the daemon has made for it (systemd's socket activation).
///
/// If there are any, the daemon makes none of its own. A socket belongs to the service whose name
/// it has; where none of them has a name, to the service at whose path or port it listens.
final class ActivatedSockets implements AutoCloseable {
    private static final int FIRST = 3;
    private static final int MOST = 1024;

    private final boolean given;
    private final boolean named;
    private final List<Gate> unclaimed;

    /// A socket that nobody has claimed yet.
    ///
    /// @param name empty if it has none
    private record Gate(int descriptor, String name, ServerSocketChannel channel) {}

    private ActivatedSockets(boolean given, boolean named, List<Gate> unclaimed) {
        this.given = given;
        this.named = named;
        this.unclaimed = unclaimed;
    }

    /// None: the daemon makes its own.
    static ActivatedSockets none() {
        return new ActivatedSockets(false, false, new ArrayList<>());
    }

    /// Takes over what the environment says that this process was given.
    ///
    /// @throws StartupException if that is not true
    static ActivatedSockets take(Map<String, String> environment) {
        String owner = environment.getOrDefault("LISTEN_PID", "");
        // What was meant for somebody else, or for nobody, is no concern of ours.
        if (!owner.equals(Long.toString(ProcessHandle.current().pid()))) {
            return none();
        }
        int count = count(environment.getOrDefault("LISTEN_FDS", ""));
        if (count == 0) {
            return none();
        }
        List<String> names = names(environment.getOrDefault("LISTEN_FDNAMES", ""), count);
        var gates = new ArrayList<Gate>();
        for (int i = 0; i < count; i++) {
            String name = names.isEmpty() ? "" : names.get(i);
            gates.add(new Gate(FIRST + i, name, open(FIRST + i)));
        }
        return new ActivatedSockets(true, !names.isEmpty(), gates);
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            return count >= 0 && count <= MOST ? count : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static List<String> names(String text, int count) {
        var names = new ArrayList<String>();
        if (text.isEmpty()) {
            return names;
        }
        int from = 0;
        for (int end = text.indexOf(':'); end >= 0; end = text.indexOf(':', from)) {
            names.add(text.substring(from, end));
            from = end + 1;
        }
        names.add(text.substring(from));
        if (names.size() != count) {
            throw refused("Expecting %d FD names but got %d".formatted(count, names.size()), null);
        }
        return names;
    }

    private static ServerSocketChannel open(int descriptor) {
        try {
            return InheritedSocket.open(descriptor);
        } catch (IOException e) {
            throw refused(
                    "Unable to listen on socket %d: %s".formatted(descriptor, e.getMessage()), e);
        }
    }

    private static StartupException refused(String why, @Nullable Exception cause) {
        return new StartupException(ExitCode.NETWORK, "internal error: " + why, cause);
    }

    /// Whether the daemon was given sockets.
    boolean areGiven() {
        return given;
    }

    /// The sockets for a service at a unix socket; none but these are ever returned.
    ///
    /// @param service for example `libvirtd-ro.socket`
    List<ServerSocketChannel> claim(String service, Path path) {
        return claim(service, UnixDomainSocketAddress.of(path));
    }

    /// The sockets for a service at a TCP port.
    List<ServerSocketChannel> claim(String service, int port) {
        return claim(service, new InetSocketAddress(port));
    }

    private List<ServerSocketChannel> claim(String service, SocketAddress place) {
        var claimed = new ArrayList<ServerSocketChannel>();
        for (Iterator<Gate> each = unclaimed.iterator(); each.hasNext(); ) {
            Gate gate = each.next();
            if (named ? gate.name().equals(service) : isAt(gate.channel(), place)) {
                claimed.add(gate.channel());
                each.remove();
            }
        }
        return claimed;
    }

    private static boolean isAt(ServerSocketChannel channel, SocketAddress place) {
        try {
            SocketAddress local = channel.getLocalAddress();
            if (local instanceof InetSocketAddress here
                    && place instanceof InetSocketAddress there) {
                return here.getPort() == there.getPort();
            }
            return place.equals(local);
        } catch (IOException e) {
            return false;
        }
    }

    /// Refuses sockets that belong to no service.
    void requireAllClaimed() {
        if (unclaimed.isEmpty()) {
            return;
        }
        var list = new StringBuilder();
        for (Gate gate : unclaimed) {
            list.append(list.isEmpty() ? " (" : ", ").append(gate.descriptor());
            if (!gate.name().isEmpty()) {
                list.append(" '").append(gate.name()).append('\'');
            }
        }
        throw refused("Some activation file descriptors are unclaimed%s)".formatted(list), null);
    }

    /// Closes what nobody has claimed.
    @Override
    public void close() {
        for (Gate gate : unclaimed) {
            try {
                gate.channel().close();
            } catch (IOException e) {
                // nobody was served by it
            }
        }
        unclaimed.clear();
    }
}
