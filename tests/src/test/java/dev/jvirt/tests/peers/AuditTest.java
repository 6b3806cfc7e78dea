package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What auditors read in the log of a daemon, in libvirt's words.
@Timeout(120)
class AuditTest {
    @TempDir Path folder;

    @Test
    void theLogTellsWhenAGuestRanAndWithWhat() throws IOException {
        Peers.needProduct();
        Path etc = Files.createDirectories(folder.resolve("etc/libvirt"));
        Files.writeString(
                etc.resolve("libvirtd.conf"),
                """
                audit_logging = 1
                log_level = 2
                log_outputs = "2:stderr"
                """);
        Path xml = Files.writeString(folder.resolve("web.xml"), GuestXml.idle("web"));
        try (var daemon = JvirtLibvirtd.start(folder)) {
            String uri = daemon.uri("qemu:///system");
            Peers.virsh(uri, "create", xml.toString()).orFail();
            long pid = daemon.guest("web").pid();
            Peers.virsh(uri, "destroy", "web").orFail();

            String names = "vm=\"web\" uuid=" + GuestXml.uuid("web");
            assertThat(records(daemon))
                    .containsExactly(
                            "success=yes virt=qemu resrc=mem reason=start %s old-mem=0 new-mem=32768"
                                    .formatted(names),
                            "success=yes virt=qemu resrc=vcpu reason=start %s old-vcpu=0 new-vcpu=1"
                                    .formatted(names),
                            "success=yes virt=qemu op=start reason=booted %s vm-pid=%d"
                                    .formatted(names, pid),
                            "success=yes virt=qemu op=stop reason=destroyed %s vm-pid=0"
                                    .formatted(names));
        }
    }

    private static List<String> records(JvirtLibvirtd daemon) {
        return daemon.process()
                .printed()
                .lines()
                .filter(line -> line.contains(" success="))
                .map(line -> line.substring(line.indexOf("success=")))
                .toList();
    }
}
