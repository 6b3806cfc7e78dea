package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.Output;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both daemons say the same of this host's processors, and give guests the same ones.
class ProcessorsTest {
    private static final String QEMU = "qemu:///system";

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TwoDaemons daemons;

    @BeforeAll
    static void startDaemons() {
        Peers.needProgram("virsh");
        daemons = TwoDaemons.start(folder);
    }

    @AfterAll
    static void stopDaemons() {
        if (daemons != null) {
            daemons.close();
        }
    }

    @Test
    void theHostsProcessorsHaveTheSameName() {
        assertThat(processor(daemons.jvirt(), "capabilities"))
                .isEqualTo(processor(daemons.c(), "capabilities"))
                .contains("<model>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<cpu mode='host-model'/>",
                "<cpu mode='maximum'/>",
                "<cpu match='minimum'><model>qemu64</model></cpu>",
                "<cpu><model>EPYC-Rome</model><vendor>AMD</vendor></cpu>",
                "<cpu><model>qemu64</model><feature policy='disable' name='svm'/>"
                        + "<feature policy='disable' name='osxsave'/>"
                        + "<feature policy='optional' name='avx512f'/></cpu>"
            })
    void guestsGetTheSameProcessor(String cpu) {
        assertThat(life(daemons.jvirt(), cpu)).isEqualTo(life(daemons.c(), cpu));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cpu check='partial'><model>Skylake-Server</model></cpu>",
                "<cpu check='full'><model>Skylake-Server</model></cpu>",
                "<cpu mode='host-passthrough'/>",
                "<cpu><model fallback='forbid'>i987</model></cpu>"
            })
    void guestsThatCannotHaveTheirsAreRefusedInTheSameWords(String cpu) {
        Output ours = create(daemons.jvirt(), cpu);

        assertThat(ours.exit()).isEqualTo(1);
        assertThat(ours.err()).isEqualTo(create(daemons.c(), cpu).err());
    }

    private static Output create(Daemon daemon, String cpu) {
        String xml =
                """
                <domain type='qemu'>
                  <name>web</name>
                  <memory>65536</memory>
                  <os><type arch='x86_64' machine='pc'>hvm</type></os>
                  %s
                  <devices>
                    <controller type='usb' model='none'/>
                    <memballoon model='none'/>
                  </devices>
                </domain>
                """
                        .formatted(cpu);
        return Peers.virsh(
                daemon.uri(QEMU), "create", "--paused", Peers.file(folder, "web.xml", xml));
    }

    /// What documents say of the guest while it runs.
    private static String life(Daemon daemon, String cpu) {
        create(daemon, cpu).orFail();
        try {
            return processor(daemon, "dumpxml", "web")
                    + processor(daemon, "dumpxml", "--migratable", "web")
                    + processor(daemon, "dumpxml", "--update-cpu", "web");
        } finally {
            Peers.virsh(daemon.uri(QEMU), "destroy", "web");
        }
    }

    private static String processor(Daemon daemon, String... words) {
        String text = Peers.virsh(daemon.uri(QEMU), words).orFail();
        int start = text.indexOf("<cpu");
        int element = text.indexOf('>', start);
        int end =
                text.charAt(element - 1) == '/'
                        ? element + 1
                        : text.indexOf("</cpu>", start) + "</cpu>".length();
        return text.substring(start, end);
    }
}
