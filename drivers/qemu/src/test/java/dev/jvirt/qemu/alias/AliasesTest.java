package dev.jvirt.qemu.alias;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.List;
import org.junit.jupiter.api.Test;

class AliasesTest {
    @Test
    void disksAreNamedByTheirPlaceOrTheirName() {
        assertThat(
                        aliases(
                                "pc",
                                disk("hdb", "ide", 0, 0, 0, 1),
                                disk("sda", "scsi", 0, 0, 2, 3),
                                "<disk type='file'><target dev='vdb' bus='virtio'/></disk>",
                                "<disk type='file'><target dev='sdc' bus='usb'/></disk>"))
                .containsExactly("ide0-0-1", "scsi0-0-2-3", "virtio-disk1", "usb-disk2");
    }

    @Test
    void anLsiControllerHasNoTargets() {
        assertThat(
                        aliases(
                                "pc",
                                disk("sda", "scsi", 0, 0, 0, 3),
                                "<controller type='scsi' index='0' model='lsilogic'/>"))
                .containsExactly("scsi0-0-3", "scsi0");
    }

    @Test
    void controllersOfTheMachineHaveItsNames() {
        assertThat(
                        aliases(
                                "pc",
                                "<controller type='usb' index='0' model='ehci'/>",
                                "<controller type='usb' index='1' model='ehci'/>",
                                "<controller type='pci' index='0' model='pci-root'/>",
                                "<controller type='ide' index='0'/>",
                                "<controller type='sata' index='0'/>"))
                .containsExactly("usb", "usb1", "pci.0", "ide", "sata0");
        assertThat(
                        aliases(
                                "q35",
                                "<controller type='pci' index='0' model='pcie-root'/>",
                                "<controller type='pci' index='1' model='pcie-root-port'/>",
                                "<controller type='sata' index='0'/>"))
                .containsExactly("pcie.0", "pci.1", "ide");
    }

    @Test
    void chosenNamesStayAndTheirNumbersAreNotUsedAgain() {
        assertThat(
                        aliases(
                                "pc",
                                "<interface type='user'><alias name='ua-mine'/></interface>",
                                "<interface type='user'/>",
                                "<serial type='pty'><target port='0'/></serial>",
                                "<console type='pty'><target type='serial' port='0'/></console>",
                                "<console type='pty'><target type='virtio' port='1'/></console>"))
                .containsExactly("ua-mine", "net0", "serial0", "console0", "console1");
    }

    private static String disk(String dev, String bus, int controller, int b, int target, int u) {
        return """
        <disk type='file'><target dev='%s' bus='%s'/>
          <address type='drive' controller='%d' bus='%d' target='%d' unit='%d'/>
        </disk>
        """
                .formatted(dev, bus, controller, b, target, u);
    }

    private static List<String> aliases(String machine, String... devices) {
        var definition =
                DomainDefinition.parse(
                        """
                        <domain type='qemu'><name>x</name><memory>1</memory>
                          <os><type arch='x86_64' machine='%s'>hvm</type></os>
                          <devices>%s</devices>
                        </domain>
                        """
                                .formatted(machine, String.join("", devices)),
                        ParseFlags.INACTIVE);
        var capabilities = QemuCapabilities.builder().arch("x86_64").build();
        return Aliases.assign(definition, capabilities).devices().of(GuestDevice.class).stream()
                .map(device -> device.info().alias().orElse(""))
                .toList();
    }
}
