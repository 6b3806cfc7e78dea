package dev.jvirt.flight;

import dev.jvirt.flight.replay.SocketServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/// What the programs of this room have in common.
///
/// @param name as in messages
/// @param usage what `--help` prints
/// @param body does the work and tells the exit status
record Program(String name, String usage, Body body) {
    static final int TROUBLE = 2;

    /// The work of a program.
    interface Body {
        /// @throws IllegalArgumentException if the command line makes no sense
        /// @throws IOException with words for the user
        int run(String... words) throws IOException;
    }

    /// Runs it.
    ///
    /// @return the exit status
    int run(PrintStream out, PrintStream err, String... words) {
        if (Arrays.asList(words).contains("--help")) {
            out.print(usage);
            return 0;
        }
        try {
            return body.run(words);
        } catch (IllegalArgumentException e) {
            err.println("%s: %s".formatted(name, e.getMessage()));
            err.print(usage);
        } catch (NoSuchFileException e) {
            err.println("%s: %s: No such file or directory".formatted(name, e.getFile()));
        } catch (AccessDeniedException e) {
            err.println("%s: %s: Permission denied".formatted(name, e.getFile()));
        } catch (IOException e) {
            err.println("%s: %s".formatted(name, e.getMessage()));
        }
        return TROUBLE;
    }

    /// Closes a server when a signal ends the process, so that its socket is removed.
    static void closeWhenTold(SocketServer server) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    try {
                                        server.close();
                                    } catch (IOException e) {
                                        // The process ends; nobody could act on it.
                                        return;
                                    }
                                }));
    }
}
