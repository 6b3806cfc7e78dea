package dev.jvirt.tests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The processes that the pid files of guests name.
final class GuestProcesses {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /// The pid file of the driver stands among those of its guests.
    private static final String DAEMONS_OWN = "driver.pid";

    private GuestProcesses() {}

    static Optional<ProcessHandle> of(Path pidFile) {
        try {
            String pid = Files.readString(pidFile).strip();
            return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Ends what still runs; a stopped process too.
    static void endAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                if (!file.endsWith(DAEMONS_OWN)) {
                    of(file).ifPresent(GuestProcesses::end);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(ProcessHandle guest) {
        guest.destroyForcibly();
        Await.until("the end of guest " + guest.pid(), LIMIT, () -> !isRunning(guest));
    }

    /// Whether a process is there and not just waiting for somebody to reap it.
    static boolean isRunning(ProcessHandle process) {
        try {
            String state =
                    Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return !state.substring(state.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException _) {
            return false;
        }
    }
}
