package dev.jvirt.daemon;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The way into the background: the process starts itself once more, in a session of its own, and
/// waits until that one is ready or says why it cannot be.
///
/// The other one knows by an environment variable that it is the one, and tells through its
/// standard output, which leads to the first and is let go of once there is nothing more to tell.
final class Background {
    private static final String VARIABLE = "JVIRT_BACKGROUND";
    private static final String READY = "ready";
    private static final File NOWHERE = new File("/dev/null");

    private final DaemonName name;
    private final PrintStream err;

    /// @param err where failures are told
    Background(DaemonName name, PrintStream err) {
        this.name = name;
        this.err = err;
    }

    /// Whether this process is already in the background.
    static boolean isHere(Map<String, String> environment) {
        return environment.containsKey(VARIABLE);
    }

    /// Starts the daemon in the background.
    ///
    /// @return the exit code: success once clients can connect
    int start() {
        try {
            var builder = new ProcessBuilder(command());
            builder.environment().put(VARIABLE, "1");
            builder.redirectInput(NOWHERE).redirectError(NOWHERE);
            return await(builder.start());
        } catch (IOException e) {
            err.println(name.program() + ": error: Failed to fork as daemon: " + e.getMessage());
            return ExitCode.FAILURE.number();
        }
    }

    /// The words that started this process, in a new session.
    private static List<String> command() throws IOException {
        var words = new ArrayList<String>();
        words.add("setsid");
        String line = Files.readString(Path.of("/proc/self/cmdline"));
        int from = 0;
        for (int end = line.indexOf('\0'); end >= 0; end = line.indexOf('\0', from)) {
            words.add(line.substring(from, end));
            from = end + 1;
        }
        // The first word may be a mere name; this is the file.
        words.set(1, Files.readSymbolicLink(Path.of("/proc/self/exe")).toString());
        return words;
    }

    private int await(Process process) throws IOException {
        var told = new StringBuilder();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals(READY)) {
                    return ExitCode.SUCCESS.number();
                }
                told.append(line).append('\n');
            }
        }
        if (told.isEmpty()) {
            told.append("unable to determine if daemon is running\n");
        }
        err.print(name.program() + ": error: " + told);
        return ExitCode.FAILURE.number();
    }

    /// Tells the process that waits that clients can connect, and lets go of what it gave us.
    static void ready(PrintStream out) {
        out.println(READY);
        out.flush();
        try {
            // Closing a standard stream leads it to /dev/null.
            new FileOutputStream(FileDescriptor.out).close();
            new FileInputStream(FileDescriptor.in).close();
        } catch (IOException e) {
            // They lead to nowhere already.
        }
    }
}
