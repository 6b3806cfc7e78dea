package dev.jvirt.tests.bench;

import dev.jvirt.tests.lab.Programs;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Where the measurements were made.
final class Environment {
    private Environment() {}

    static void print(PrintStream out) {
        out.printf(
                "%s, %d cores, JDK %s, %s, libvirt %s%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                firstLine("qemu-system-x86_64", "--version"),
                firstLine("virsh", "--version"));
    }

    private static String firstLine(String... command) {
        if (Programs.find(command[0]).isEmpty()) {
            return "no " + command[0];
        }
        return Programs.run(command).orFail().lines().findFirst().orElse("");
    }
}
