package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.TestEmulators;
import org.junit.jupiter.api.Test;

final class QemuDefinitionsTest {
    private final QemuDefinitions definitions = new QemuDefinitions(TestEmulators.context());

    private static String domain(String os, String devices) {
        return """
               <domain type='kvm'>
                 <name>web</name>
                 <memory unit='MiB'>512</memory>
                 <os>%s</os>
                 <devices>%s</devices>
               </domain>
               """
                .formatted(os, devices);
    }

    private DomainDefinition parse(String os, String devices) {
        return definitions.parse(domain(os, devices), ParseFlags.INACTIVE);
    }

    private static String devices(DomainDefinition definition) {
        String xml = definition.format(FormatFlags.INACTIVE);
        return xml.substring(xml.indexOf("  <devices>"), xml.indexOf("</domain>"));
    }

    private LibvirtException refusal(String os, String devices) {
        return catchThrowableOfType(LibvirtException.class, () -> parse(os, devices));
    }

    @Test
    void aGuestThatSaysNothingIsAPcWithTheBestProcessorQemuHas() {
        var definition = parse("<type>hvm</type>", "");

        assertThat(definition.os().arch()).contains("x86_64");
        assertThat(definition.os().machine()).contains("pc-i440fx-7.2");
        assertThat(definition.devices().emulator()).contains(TestEmulators.PATH);
        assertThat(definition.cpu().orElseThrow().model()).contains("qemu64");
        assertThat(devices(definition))
                .isEqualTo(
                        """
                          <devices>
                            <emulator>/usr/bin/qemu-system-x86_64</emulator>
                            <controller type='usb' index='0' model='piix3-uhci'>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x2'/>
                            </controller>
                            <controller type='pci' index='0' model='pci-root'/>
                            <input type='mouse' bus='ps2'/>
                            <input type='keyboard' bus='ps2'/>
                            <audio id='1' type='none'/>
                            <memballoon model='virtio'>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
                            </memballoon>
                          </devices>
                        """);
    }

    @Test
    void aPcGuestGetsControllersAndPlaces() {
        var definition =
                parse(
                        "<type machine='pc'>hvm</type>",
                        """
                        <disk type='file' device='disk'>
                          <driver name='qemu' type='qcow2'/>
                          <source file='/web.qcow2'/><target dev='vda' bus='virtio'/>
                        </disk>
                        <disk type='file' device='cdrom'><target dev='hda' bus='ide'/></disk>
                        <interface type='user'><mac address='52:54:00:00:00:01'/></interface>
                        <serial type='pty'/>
                        <graphics type='vnc'/>
                        """);

        assertThat(devices(definition))
                .isEqualTo(
                        """
                          <devices>
                            <emulator>/usr/bin/qemu-system-x86_64</emulator>
                            <disk type='file' device='disk'>
                              <driver name='qemu' type='qcow2'/>
                              <source file='/web.qcow2'/>
                              <target dev='vda' bus='virtio'/>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x04' function='0x0'/>
                            </disk>
                            <disk type='file' device='cdrom'>
                              <driver name='qemu' type='raw'/>
                              <target dev='hda' bus='ide'/>
                              <readonly/>
                              <address type='drive' controller='0' bus='0' target='0' unit='0'/>
                            </disk>
                            <controller type='usb' index='0' model='piix3-uhci'>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x2'/>
                            </controller>
                            <controller type='pci' index='0' model='pci-root'/>
                            <controller type='ide' index='0'>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x1'/>
                            </controller>
                            <interface type='user'>
                              <mac address='52:54:00:00:00:01'/>
                              <model type='rtl8139'/>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x03' function='0x0'/>
                            </interface>
                            <serial type='pty'>
                              <target type='isa-serial' port='0'>
                                <model name='isa-serial'/>
                              </target>
                            </serial>
                            <console type='pty'>
                              <target type='serial' port='0'/>
                            </console>
                            <input type='mouse' bus='ps2'/>
                            <input type='keyboard' bus='ps2'/>
                            <graphics type='vnc' port='-1' autoport='yes'>
                              <listen type='address'/>
                            </graphics>
                            <audio id='1' type='none'/>
                            <video>
                              <model type='cirrus' vram='16384' heads='1' primary='yes'/>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
                            </video>
                            <memballoon model='virtio'>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/>
                            </memballoon>
                          </devices>
                        """);
    }

    @Test
    void aQ35GuestGetsRootPortsAndOneToSpare() {
        var definition =
                parse(
                        "<type machine='q35'>hvm</type>",
                        """
                        <controller type='usb' model='none'/>
                        <disk type='file' device='disk'>
                          <source file='/web.img'/><target dev='vda' bus='virtio'/>
                        </disk>
                        """);

        assertThat(definition.os().machine()).contains("pc-q35-7.2");
        assertThat(devices(definition))
                .isEqualTo(
                        """
                          <devices>
                            <emulator>/usr/bin/qemu-system-x86_64</emulator>
                            <disk type='file' device='disk'>
                              <driver name='qemu' type='raw'/>
                              <source file='/web.img'/>
                              <target dev='vda' bus='virtio'/>
                              <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
                            </disk>
                            <controller type='usb' index='0' model='none'/>
                            <controller type='sata' index='0'>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x1f' function='0x2'/>
                            </controller>
                            <controller type='pci' index='0' model='pcie-root'/>
                            <controller type='pci' index='1' model='pcie-root-port'>
                              <model name='pcie-root-port'/>
                              <target chassis='1' port='0x8'/>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0' multifunction='on'/>
                            </controller>
                            <controller type='pci' index='2' model='pcie-root-port'>
                              <model name='pcie-root-port'/>
                              <target chassis='2' port='0x9'/>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x1'/>
                            </controller>
                            <controller type='pci' index='3' model='pcie-root-port'>
                              <model name='pcie-root-port'/>
                              <target chassis='3' port='0xa'/>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x2'/>
                            </controller>
                            <input type='mouse' bus='ps2'/>
                            <input type='keyboard' bus='ps2'/>
                            <audio id='1' type='none'/>
                            <memballoon model='virtio'>
                              <address type='pci' domain='0x0000' bus='0x02' slot='0x00' function='0x0'/>
                            </memballoon>
                          </devices>
                        """);
    }

    @Test
    void aNewGuestGetsUsbPortsAndHubs() {
        var definition =
                parse(
                        "<type machine='pc'>hvm</type>",
                        """
                        <input type='tablet' bus='usb'/>
                        <input type='mouse' bus='usb'/>
                        <input type='keyboard' bus='usb'/>
                        """);

        assertThat(devices(definition))
                .contains("<address type='usb' bus='0' port='2'/>")
                .contains("<address type='usb' bus='0' port='1.1'/>")
                .contains("<hub type='usb'>\n      <address type='usb' bus='0' port='1'/>");
    }

    @Test
    void aStoredGuestKeepsItsUsbDevicesWhereTheyAre() {
        var definition =
                definitions.load(
                        domain("<type>hvm</type>", "<input type='tablet' bus='usb'/>"),
                        ParseFlags.INACTIVE);

        assertThat(devices(definition)).contains("<input type='tablet' bus='usb'/>");
    }

    @Test
    void completingTwiceChangesNothing() {
        var once =
                parse(
                        "<type machine='q35'>hvm</type>",
                        "<graphics type='vnc'/><controller type='scsi' model='lsilogic'/>");

        var twice = definitions.parse(once.format(FormatFlags.CONFIG), ParseFlags.INACTIVE);

        assertThat(twice.format(FormatFlags.CONFIG)).isEqualTo(once.format(FormatFlags.CONFIG));
    }

    @Test
    void anArchitectureWithoutEmulatorIsRefused() {
        var error = refusal("<type arch='s390x'>hvm</type>", "");

        assertThat(error.code()).isEqualTo(CONFIG_UNSUPPORTED);
        assertThat(error).hasMessageContaining("No emulator found for arch 's390x'");
    }

    @Test
    void anEmulatorThatIsNotThereIsNamed() {
        assertThat(refusal("<type>hvm</type>", "<emulator>/usr/bin/none</emulator>"))
                .hasMessageContaining("Cannot check QEMU binary /usr/bin/none");
    }

    @Test
    void aMachineThatQemuDoesNotHaveIsRefused() {
        assertThat(refusal("<type machine='pc-i440fx-0.1'>hvm</type>", ""))
                .hasMessageContaining(
                        "Emulator '/usr/bin/qemu-system-x86_64' does not support machine type"
                                + " 'pc-i440fx-0.1'");
    }

    @Test
    void aTypeThatQemuDoesNotRunIsRefused() {
        assertThat(refusal("<type>exe</type><init>/init</init>", ""))
                .hasMessageContaining("does not support os type 'exe'");
    }

    @Test
    void aRootOfTheWrongKindIsRefused() {
        assertThat(
                        refusal(
                                "<type machine='q35'>hvm</type>",
                                "<controller type='pci' index='0' model='pci-root'/>"))
                .hasMessageContaining(
                        "The PCI controller with index='0' must be model='pcie-root' for this"
                                + " machine type, but model='pci-root' was found instead");
    }

    @Test
    void twoDevicesAtOnePlaceAreRefused() {
        String place = "<address type='pci' bus='0' slot='5' function='0'/>";

        var error =
                refusal(
                        "<type machine='pc'>hvm</type>",
                        "<memballoon model='virtio'>%s</memballoon><sound model='ac97'>%s</sound>"
                                .formatted(place, place));

        assertThat(error.code()).isEqualTo(XML_ERROR);
        assertThat(error).hasMessageContaining("Attempted double use of PCI Address 0000:00:05.0");
    }

    @Test
    void theIdeControllerOfAPcStaysWhereItIs() {
        assertThat(
                        refusal(
                                "<type machine='pc'>hvm</type>",
                                """
                                <controller type='ide' index='0'>
                                  <address type='pci' bus='0' slot='7' function='0'/>
                                </controller>
                                """))
                .hasMessageContaining("Primary IDE controller must have PCI address 0:0:1.1");
    }
}
