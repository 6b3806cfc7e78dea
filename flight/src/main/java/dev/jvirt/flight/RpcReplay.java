package dev.jvirt.flight;

import dev.jvirt.flight.file.Flight;
import dev.jvirt.flight.replay.ClientReplay;
import dev.jvirt.flight.replay.FakeDaemon;
import dev.jvirt.flight.replay.SocketServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The program `rpc-replay`: plays one side of a recorded connection once more.
public final class RpcReplay {
    private static final String USAGE =
            """
            Usage: rpc-replay --connect SOCKET FILE
                   rpc-replay --listen SOCKET FILE

            Plays the client of a recorded connection: makes its calls to the daemon on SOCKET, in
            their order, and shows what differs in the replies. The exit status is 0 if nothing
            does, 1 if something does, 2 if there is trouble.

            Or plays the daemon: takes any number of clients on SOCKET, until it is told to end by
            a signal, and answers their calls as the recorded calls of the same procedure and
            arguments were answered. Events and streams come where they came in the recording.

              --connect SOCKET  The socket of a daemon
              --listen SOCKET   Make this socket and take clients on it
              --wait SECONDS    How long the daemon may be silent before the client goes on
                                without its answer (10)
              --help            Show this text
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private RpcReplay() {}

    public static void main(String[] words) {
        System.exit(run(System.out, System.err, words));
    }

    static int run(PrintStream out, PrintStream err, String... words) {
        return new Program("rpc-replay", USAGE, given -> replay(out, err, given))
                .run(out, err, words);
    }

    private static int replay(PrintStream out, PrintStream err, String... words)
            throws IOException {
        Arguments arguments =
                Arguments.parse(words, Set.of(), Set.of("--listen", "--connect", "--wait"));
        Optional<Path> listen = arguments.path("--listen");
        Optional<Path> connect = arguments.path("--connect");
        if (listen.isPresent() == connect.isPresent()) {
            throw new IllegalArgumentException("either --connect or --listen is needed");
        }
        Duration patience = patience(arguments);
        Flight flight = Flight.read(arguments.file());
        return listen.isPresent()
                ? answer(flight, listen.get(), err)
                : call(flight, connect.orElseThrow(), patience, out);
    }

    private static Duration patience(Arguments arguments) {
        String seconds = arguments.values().get("--wait");
        if (seconds == null) {
            return PATIENCE;
        }
        try {
            return Duration.ofSeconds(Integer.parseUnsignedInt(seconds));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--wait needs a number of seconds, not '%s'".formatted(seconds), e);
        }
    }

    private static int answer(Flight flight, Path socket, PrintStream err) throws IOException {
        var daemon = new FakeDaemon(flight, words -> err.println("rpc-replay: " + words));
        try (SocketServer server = daemon.listen(socket)) {
            Program.closeWhenTold(server);
            server.run();
        }
        return 0;
    }

    private static int call(Flight flight, Path socket, Duration patience, PrintStream out)
            throws IOException {
        List<String> differences = new ClientReplay(flight, patience).run(socket);
        differences.forEach(out::println);
        return differences.isEmpty() ? 0 : 1;
    }
}
