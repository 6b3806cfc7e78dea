package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.guests.BootSector;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.Output;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that others write for libvirt see the same with both daemons.
class ScriptsTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private TwoDaemons daemons;

    @BeforeEach
    void startDaemons() {
        Peers.needPython();
        daemons = TwoDaemons.start(folder);
    }

    @AfterEach
    void stopDaemons() {
        if (daemons != null) {
            daemons.close();
        }
    }

    private String idle() {
        return Peers.file(folder, "idle.xml", GuestXml.idle("web"));
    }

    private String booting() {
        return Peers.file(
                folder,
                "boot.xml",
                GuestXml.booting("boot", BootSector.write(folder.resolve("disk"))));
    }

    /// What a script prints with each daemon is the same.
    private String sameWithBoth(Function<Daemon, Output> script) {
        var c = script.apply(daemons.c());
        if (c.exit() != 0) {
            // Now and then the C library waits for ever while another thread runs its event loop.
            Peers.virsh(daemons.c().uri("qemu:///system"), "destroy boot");
            c = script.apply(daemons.c());
        }
        var jvirt = script.apply(daemons.jvirt());

        assertThat(c.err()).as("the script works with C libvirt").isEmpty();
        assertThat(jvirt.err()).isEmpty();
        assertThat(jvirt.out()).isEqualTo(c.out());
        assertThat(jvirt.exit()).isEqualTo(c.exit()).isZero();
        return jvirt.out();
    }

    @Test
    void pythonSeesAWholeLifeAndItsEvents() {
        String file = idle();

        String transcript =
                sameWithBoth(
                        daemon -> Peers.script("lifecycle.py", daemon.uri("qemu:///system"), file));

        assertThat(transcript).contains("destroyed [5, 2] -1 event 5 1").endsWith("closed 1\n");
    }

    @Test
    void pythonSeesTheLifeOfAGuestWithDevices() {
        String file = booting();

        sameWithBoth(daemon -> Peers.script("lifecycle.py", daemon.uri("qemu:///system"), file));
    }

    @Test
    void pythonTalksWithAGuestOverAConsoleStream() {
        String file = booting();

        String transcript =
                sameWithBoth(
                        daemon ->
                                Peers.script(
                                        "console.py",
                                        daemon.uri("qemu:///system"),
                                        file,
                                        BootSector.GREETING));

        assertThat(transcript).contains("the guest says True", "it echoes True", "left 0");
    }

    @Test
    void readersMayLookAndNotTouch() {
        for (Daemon daemon : daemons.both()) {
            Peers.virsh(daemon.uri("qemu:///system"), "define", idle()).orFail();
        }

        String transcript =
                sameWithBoth(
                        daemon ->
                                Peers.script(
                                        "readonly.py",
                                        daemon.readOnlyUri("qemu:///system"),
                                        "web"));

        assertThat(transcript)
                .contains("operation forbidden: read only access prevents virDomainCreate\n");
    }

    @Test
    void perlSeesAWholeLife() {
        Peers.needPerl();
        String file = idle();

        String transcript =
                sameWithBoth(
                        daemon -> Peers.script("lifecycle.pl", daemon.uri("qemu:///system"), file));

        assertThat(transcript).contains("refused 55 20").endsWith("after 0\n");
    }
}
