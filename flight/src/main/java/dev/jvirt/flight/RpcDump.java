package dev.jvirt.flight;

import dev.jvirt.flight.dump.DumpOptions;
import dev.jvirt.flight.dump.FlightText;
import dev.jvirt.flight.file.Flight;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The program `rpc-dump`: shows a recording.
public final class RpcDump {
    private static final String USAGE =
            """
            Usage: rpc-dump [--full] [--hex] FILE

            Shows the messages of a recorded connection: when, which way (-> to the daemon, <- to
            the client), program and procedure, serial, kind, and every value with its name.

              --full  Shorten nothing
              --hex   Show the bytes of each message as well
              --help  Show this text
            """;

    private RpcDump() {}

    public static void main(String[] words) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int exit = run(out, System.err, words);
        out.flush();
        System.exit(exit);
    }

    static int run(PrintStream out, PrintStream err, String... words) {
        return new Program("rpc-dump", USAGE, given -> dump(out, given)).run(out, err, words);
    }

    private static int dump(PrintStream out, String... words) throws IOException {
        Arguments arguments = Arguments.parse(words, Set.of("--full", "--hex"), Set.of());
        var options = new DumpOptions(arguments.has("--full"), arguments.has("--hex"));
        FlightText.print(Flight.read(arguments.file()), options, out);
        return 0;
    }
}
