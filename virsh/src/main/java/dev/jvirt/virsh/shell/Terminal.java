package dev.jvirt.virsh.shell;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The terminal that a shell may run in.
public final class Terminal {
    private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");
    private static final String[] TERMINALS = {
        "/dev/pts/", "/dev/tty", "/dev/console", "/dev/hvc", "/dev/ptmx"
    };

    private Terminal() {}

    /// Whether the input of this process is a terminal.
    static boolean isStandardInput() {
        String device;
        try {
            device = Files.readSymbolicLink(STANDARD_INPUT).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        for (String terminal : TERMINALS) {
            if (device.startsWith(terminal)) {
                return true;
            }
        }
        return false;
    }

    /// Hands every key to the program at once and shows none, until the result is closed or the
    /// process ends. A read that finds no key within a tenth of a second meanwhile ends as if at
    /// the end of the input, so that the program can look whether it still wants one.
    public static Mode makeRaw() {
        return new Mode("raw", "-echo", "min", "0", "time", "1");
    }

    /// Shows no keys, until the result is closed or the process ends.
    public static Mode hideKeys() {
        return new Mode("-echo");
    }

    /// A terminal that behaves in another way; closing it makes the terminal again what it was.
    public static final class Mode implements AutoCloseable {
        private final String saved = stty("-g").strip();
        private final Thread hook = new Thread(this::restore, "terminal");

        private Mode(String... settings) {
            Runtime.getRuntime().addShutdownHook(hook);
            stty(settings);
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending, and the hook does it.
                return;
            }
            restore();
        }

        private void restore() {
            stty(saved);
        }
    }

    private static String stty(String... settings) {
        var command = new String[settings.length + 1];
        command[0] = "stty";
        System.arraycopy(settings, 0, command, 1, settings.length);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(Redirect.INHERIT)
                            .redirectError(Redirect.INHERIT)
                            .start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CommandFailure("unable to set tty attributes");
            }
            return answer;
        } catch (IOException e) {
            throw new CommandFailure("unable to set tty attributes: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("unable to set tty attributes: interrupted");
        }
    }
}
