package dev.jvirt.flight;

import dev.jvirt.flight.replay.Proxy;
import dev.jvirt.flight.replay.SocketServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// The program `rpc-record`: records what clients and a daemon say to each other.
public final class RpcRecord {
    private static final String USAGE =
            """
            Usage: rpc-record --listen SOCKET --connect SOCKET [--streams] FILE

            Takes clients on one unix socket and passes on what they say to the daemon on another,
            until it is told to end by a signal. Each connection is recorded in a file of its own:
            FILE, FILE.2, FILE.3 ... Secrets are hidden. File descriptors cannot be passed on: a
            connection that passes one ends.

              --listen SOCKET   Make this socket and take clients on it
              --connect SOCKET  The daemon's socket
              --streams         Keep the data of streams, which may be secret
              --help            Show this text
            """;

    private RpcRecord() {}

    public static void main(String[] words) {
        System.exit(run(System.out, System.err, words));
    }

    static int run(PrintStream out, PrintStream err, String... words) {
        return new Program("rpc-record", USAGE, RpcRecord::record).run(out, err, words);
    }

    private static int record(String... words) throws IOException {
        Arguments arguments =
                Arguments.parse(words, Set.of("--streams"), Set.of("--listen", "--connect"));
        Optional<Path> listen = arguments.path("--listen");
        Optional<Path> connect = arguments.path("--connect");
        if (listen.isEmpty() || connect.isEmpty()) {
            throw new IllegalArgumentException("--listen and --connect are needed");
        }
        var proxy = new Proxy(connect.get(), arguments.file(), arguments.has("--streams"));
        try (SocketServer server = proxy.listen(listen.get())) {
            Program.closeWhenTold(server);
            server.run();
        }
        return 0;
    }
}
