package dev.jvirt.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.driver.StateContext;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.guests.BootSector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A guest with all that the driver does with documents and commands.
@EnabledIf("hasQemu")
@Timeout(60)
final class RealGuestTest {
    private Path root;
    private QemuDriver qemu;
    private QemuDomainDriver driver;

    static boolean hasQemu() {
        return Files.isExecutable(Path.of(GuestProgram.QEMU));
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        root = folder;
        qemu = new QemuDriver(new StateContext(Optional.of(root), true));
        qemu.start();
        driver = new QemuDomainDriver(qemu.system().orElseThrow().parts());
    }

    @AfterEach
    void stop() {
        for (DomainId domain : driver.list(Flags.none())) {
            if (driver.isActive(domain)) {
                driver.destroy(domain, Flags.none());
            }
        }
        qemu.close();
    }

    @Test
    void aDocumentBecomesARunningGuest() throws Exception {
        DomainId defined = driver.defineXml(document(), Flags.none());

        DomainId started = driver.create(defined, Flags.none());

        assertThat(driver.state(started, 0).state()).isEqualTo(DomainState.RUNNING);
        assertThat(driver.xml(started, Flags.none()))
                .contains("<console type='pty' tty='/dev/pts/")
                .contains(
                        "<source mode='bind' path='%s/"
                                .formatted(root.resolve("var/lib/libvirt/qemu/channel/target")))
                .contains("<graphics type='vnc' port='59")
                .contains("<alias name='virtio-disk0'/>");
        assertThat(status())
                .contains("<nodename type='format' name='libvirt-1-format'/>")
                .contains("<qom name='/machine/peripheral/virtio-disk0/virtio-backend'/>")
                .contains("<nodename index='1'/>")
                .contains("<flag name='tcg'/>");
        assertThat(driver.messages(started, 0)).hasSizeLessThanOrEqualTo(1);
        driver.destroy(started, Flags.none());
        assertThat(driver.state(started, 0).state()).isEqualTo(DomainState.SHUTOFF);
    }

    @Test
    void displayPortsAreGivenBack() {
        DomainId defined = driver.defineXml(document(), Flags.none());
        String first = port(driver.xml(driver.create(defined, Flags.none()), Flags.none()));
        driver.destroy(defined, Flags.none());

        String second = port(driver.xml(driver.create(defined, Flags.none()), Flags.none()));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void theFirstConsoleIsTheFirstSerialPort() {
        DomainId started = driver.createXml(document(), Flags.none());

        try (StreamChannel console = driver.openConsole(started, Optional.empty(), Flags.none())) {
            assertThat(console).isNotNull();
            assertThatThrownBy(
                            () -> driver.openConsole(started, Optional.of("serial0"), Flags.none()))
                    .hasMessage("operation failed: Active console session exists for this domain");
        }
        assertThatThrownBy(() -> driver.openConsole(started, Optional.of("nosuch"), Flags.none()))
                .hasMessage("internal error: cannot find character device nosuch");
    }

    @Test
    void anImageThatIsNotThereIsNamed() throws Exception {
        DomainId defined = driver.defineXml(document(), Flags.none());
        Files.delete(root.resolve("disk.img"));

        assertThatThrownBy(() -> driver.create(defined, Flags.none()))
                .hasMessageStartingWith(
                        "Cannot access storage file '%s' (as uid:"
                                .formatted(root.resolve("disk.img")));
        assertThat(driver.state(defined, 0))
                .isEqualTo(new DomainStatus(DomainState.SHUTOFF, ShutoffReason.FAILED));
    }

    private static String port(String xml) {
        int start = xml.indexOf("<graphics type='vnc' port='");
        return xml.substring(start, xml.indexOf('\n', start));
    }

    private String status() throws IOException {
        return Files.readString(root.resolve("run/libvirt/qemu/web.xml"));
    }

    private String document() {
        return """
               <domain type='qemu'>
                 <name>web</name>
                 <memory unit='MiB'>64</memory>
                 <vcpu>2</vcpu>
                 <os><type arch='x86_64' machine='pc'>hvm</type></os>
                 <features><acpi/></features>
                 <devices>
                   <disk type='file'>
                     <driver name='qemu' type='raw'/>
                     <source file='%s'/>
                     <target dev='vda' bus='virtio'/>
                   </disk>
                   <serial type='pty'/>
                   <channel type='unix'>
                     <target type='virtio' name='org.qemu.guest_agent.0'/>
                   </channel>
                   <interface type='user'><model type='virtio'/></interface>
                   <graphics type='vnc'/>
                 </devices>
               </domain>
               """
                .formatted(BootSector.write(root.resolve("disk.img")));
    }
}
