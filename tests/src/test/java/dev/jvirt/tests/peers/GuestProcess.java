package dev.jvirt.tests.peers;

import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The QEMU processes of one daemon, found by the folder that their arguments name, and what can
/// happen to them.
final class GuestProcess {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private GuestProcess() {}

    /// Those that run, also if the daemon has forgotten them.
    static List<ProcessHandle> below(Path root) {
        return ProcessHandle.allProcesses().filter(process -> runs(process, root)).toList();
    }

    private static boolean runs(ProcessHandle process, Path root) {
        try {
            Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
            String line = Files.readString(file, StandardCharsets.ISO_8859_1);
            return line.contains("qemu-system") && line.contains(root + "/");
        } catch (IOException _) {
            return false;
        }
    }

    /// Kills one and waits until it is gone.
    static void kill(ProcessHandle guest) {
        guest.destroyForcibly();
        Await.until("the end of QEMU", LIMIT, () -> isDead(guest));
    }

    private static boolean isDead(ProcessHandle guest) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(guest.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException _) {
            return true;
        }
    }

    /// Freezes one.
    static void stop(ProcessHandle guest) {
        signal("STOP", guest);
    }

    /// Thaws one.
    static void resume(ProcessHandle guest) {
        signal("CONT", guest);
    }

    private static void signal(String name, ProcessHandle guest) {
        Programs.run("kill", "-" + name, String.valueOf(guest.pid())).orFail();
    }
}
