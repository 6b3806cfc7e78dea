package dev.jvirt.qemu.validation;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.TestEmulators;
import dev.jvirt.qemu.completion.QemuDefinitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QemuValidationTest {
    private static final String DISK =
            "<disk type='file' device='%s'><driver name='qemu' type='%s'/>"
                    + "<source file='/a'/><target dev='%s' bus='%s'/>%s</disk>";

    private final QemuDefinitions definitions = new QemuDefinitions(TestEmulators.context());

    private void parse(String machine, String elements, String devices) {
        definitions.parse(
                """
                <domain type='kvm'>
                  <name>web</name>
                  <memory unit='MiB'>512</memory>
                  <os><type machine='%s'>hvm</type></os>
                  %s
                  <devices>%s</devices>
                </domain>
                """
                        .formatted(machine, elements, devices),
                ParseFlags.INACTIVE);
    }

    private LibvirtException refusal(String machine, String elements, String devices) {
        return catchThrowableOfType(
                LibvirtException.class, () -> parse(machine, elements, devices));
    }

    @Test
    void whatQemuCanDoIsAccepted() {
        assertThatCode(
                        () ->
                                parse(
                                        "pc",
                                        "<features><acpi/></features>",
                                        DISK.formatted("disk", "raw", "vda", "virtio", "")
                                                + "<graphics type='vnc'/><rng model='virtio'>"
                                                + "<backend model='random'/></rng>"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    disk   | iso  | hda | ide    |                  | storage format 'iso' is not directly supported by QEMU, use 'raw' instead
                    disk   | cow  | hda | ide    |                  | 'cow' storage format is not supported
                    cdrom  | raw  | vda | virtio |                  | disk type of 'vda' does not support ejectable media
                    disk   | raw  | hda | ide    | <readonly/>      | readonly ide disks are not supported
                    disk   | bochs | vda | virtio | <shareable/>    | shared access for disk 'vda' requires use of supported storage format
                    disk   | raw  | vda | virtio | <serial>a/b</serial> | driver serial 'a/b' contains unsafe characters
                    lun    | raw  | vda | virtio |                  | disk device='lun' is only valid for block type disk source
                    disk   | raw  | vda1 | virtio |                 | invalid disk target 'vda1', partitions can't appear in disk targets
                    """)
    void aDiskThatQemuCannotServeIsRefused(
            String kind, String format, String dev, String bus, String more, String message) {
        var error =
                refusal("pc", "", DISK.formatted(kind, format, dev, bus, more == null ? "" : more));

        assertThat(error).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    pc  | <features><gic version='2'/></features> | The 'gic' feature is not supported for architecture 'x86_64' or machine type 'pc-i440fx-7.2'
                    pc  | <vcpu>256</vcpu>                        | Maximum CPUs greater than specified machine type limit 255
                    pc  | <on_reboot>preserve</on_reboot>         | qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'
                    pc  | <clock offset='utc'><timer name='rtc' tickpolicy='merge'/></clock> | unsupported rtc timer tickpolicy 'merge'
                    q35 | <cpu mode='host-model'><cache level='2' mode='emulate'/></cpu> | CPU cache mode 'emulate' can only be used with level='3'
                    pc  | <genid/>                                | this QEMU does not support the 'genid' capability
                    """)
    void aMachineThatQemuDoesNotHaveIsRefused(String machine, String elements, String message) {
        var error = refusal(machine, elements, "");

        assertThat(error.code()).isEqualTo(CONFIG_UNSUPPORTED);
        assertThat(error).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <graphics type='spice'/>                          | spice graphics are not supported with this QEMU
                    <video><model type='bochs'/></video>              | domain configuration does not support video model 'bochs'
                    <controller type='scsi' model='lsisas1068'/>      | This QEMU doesn't support the LSI SAS1068 (MPT Fusion) controller
                    <controller type='pci' index='1' model='pci-bridge'><target chassis='2'/></controller> | Option 'chassis' is not valid for PCI controller with index '1', model 'pci-bridge' and modelName 'pci-bridge'
                    <vsock/>                                          | vsock device is not supported with this QEMU binary
                    <iommu model='intel'/>                            | IOMMU device: 'intel' is only supported with Q35 machines
                    <watchdog model='diag288'/>                       | diag288 model of watchdog is allowed for s390 and s390x only
                    <memballoon model='xen'/>                         | Memory balloon device type 'xen' is not supported by this version of qemu
                    <tpm><backend type='emulator'/></tpm>             | does not support TPM backend type emulator
                    """)
    void aDeviceThatQemuDoesNotHaveIsRefused(String devices, String message) {
        assertThat(refusal("pc", "", devices)).hasMessageContaining(message);
    }
}
