package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.Programs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A QEMU that is not there, or does not want to.
class EmulatorFaultTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private TwoDaemons daemons;

    @BeforeEach
    void startDaemons() {
        Peers.needProgram("virsh");
        daemons = TwoDaemons.start(folder);
    }

    @AfterEach
    void stopDaemons() {
        if (daemons != null) {
            daemons.close();
        }
    }

    private String guest(String emulator) {
        return Peers.file(
                folder,
                "web.xml",
                GuestXml.idle("web")
                        .replace(
                                "<devices/>",
                                "<devices><emulator>%s</emulator></devices>".formatted(emulator)));
    }

    /// A program that answers questions about itself as QEMU does, and does something else when it
    /// shall run a guest.
    private String emulator(String instead) {
        String real = Programs.find("qemu-system-x86_64").orElseThrow().toString();
        String script =
                """
                #!/bin/sh
                case " $* " in
                *" -machine none"* | *" -M none"*) exec %s "$@" ;;
                *) %s ;;
                esac
                """
                        .formatted(real, instead);
        String file = Peers.file(folder, "qemu-system-x86_64", script);
        Programs.run("chmod", "755", file).orFail();
        return file;
    }

    private String errors(Daemon daemon, String... words) {
        return Peers.virsh(daemon.uri("qemu:///system"), words).err();
    }

    /// The words depend on whether the monitor was reached before the end, on either side.
    private static String whenever(String errors) {
        return errors.replace(
                "process exited while connecting to monitor",
                "qemu unexpectedly closed the monitor");
    }

    @Test
    void oneThatEndsAtOnceIsQuoted() {
        String file = guest(emulator("echo 'qemu: it is Monday' >&2; exit 1"));

        String c = whenever(errors(daemons.c(), "create", file));
        String jvirt = whenever(errors(daemons.jvirt(), "create", file));

        assertThat(jvirt).contains("qemu: it is Monday").isEqualTo(c);
        assertThat(GuestProcess.below(folder)).isEmpty();
    }

    @Test
    void oneThatIsKilledIsNoticed() {
        String file = guest(emulator("kill -9 $$"));

        String jvirt = errors(daemons.jvirt(), "create", file);

        assertThat(jvirt).startsWith("error: Failed to create domain from").contains("monitor");
        assertThat(
                        Peers.virsh(
                                        daemons.jvirt().uri("qemu:///system"),
                                        "list",
                                        "--all",
                                        "--name")
                                .orFail()
                                .strip())
                .isEmpty();
    }

    @Test
    void oneThatIsMissingIsNamed() {
        String file = guest("/no/such/qemu");

        assertThat(errors(daemons.jvirt(), "define", file))
                .contains("/no/such/qemu")
                .isEqualTo(errors(daemons.c(), "define", file));
    }

    @Test
    void oneThatMayNotBeRunIsNamed() {
        String emulator = emulator("exit 1");
        Programs.run("chmod", "644", emulator).orFail();
        String file = guest(emulator);

        assertThat(errors(daemons.jvirt(), "define", file))
                .contains(emulator)
                .isEqualTo(errors(daemons.c(), "define", file));
    }

    @Test
    void oneThatDisappearsAfterTheDefinitionIsNamed() {
        String emulator = emulator("exit 1");
        for (Daemon daemon : daemons.both()) {
            Peers.virsh(daemon.uri("qemu:///system"), "define", guest(emulator)).orFail();
        }
        Programs.run("rm", emulator).orFail();

        assertThat(errors(daemons.jvirt(), "start", "web"))
                .contains(emulator)
                .isEqualTo(errors(daemons.c(), "start", "web"));
    }
}
