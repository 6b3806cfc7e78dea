package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.qemu.command.CommandLines.build;
import static dev.jvirt.qemu.command.CommandLines.pc;
import static dev.jvirt.qemu.command.CommandLines.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.LibvirtException;
import org.junit.jupiter.api.Test;

class DiskArgumentsTest {
    private static final String VIRTIO =
            """
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2' cache='none' discard='unmap'/>
              <source file='/images/a,b.qcow2'/>
              <target dev='vda' bus='virtio'/>
              <address type='pci' domain='0' bus='0' slot='3' function='1'/>
            </disk>
            """;

    @Test
    void anImageIsStorageAndFormat() {
        var line = build(pc(VIRTIO));

        assertThat(values(line, "-blockdev"))
                .containsExactly(
                        "{\"driver\":\"file\",\"filename\":\"/images/a,b.qcow2\",\"node-name\":\"libvirt-1-storage\",\"cache\":{\"direct\":true,\"no-flush\":false},\"auto-read-only\":true,\"discard\":\"unmap\"}",
                        "{\"node-name\":\"libvirt-1-format\",\"read-only\":false,\"cache\":{\"direct\":true,\"no-flush\":false},\"discard\":\"unmap\",\"driver\":\"qcow2\",\"file\":\"libvirt-1-storage\"}");
        assertThat(values(line, "-device"))
                .containsExactly(
                        "virtio-blk-pci,bus=pci.0,addr=0x3.0x1,drive=libvirt-1-format,id=virtio-disk0,write-cache=on");
    }

    @Test
    void imagesAreNumberedFromTheLastDiskToTheFirst() {
        var line =
                build(
                        pc(
                                VIRTIO
                                        + """
                                        <disk type='block' device='cdrom'>
                                          <driver name='qemu' type='raw'/>
                                          <source dev='/dev/sr0'/>
                                          <target dev='hda' bus='ide'/>
                                          <readonly/>
                                          <address type='drive' controller='0' bus='1' target='0' unit='0'/>
                                        </disk>
                                        """));

        assertThat(values(line, "-device"))
                .containsExactly(
                        "virtio-blk-pci,bus=pci.0,addr=0x3.0x1,drive=libvirt-2-format,id=virtio-disk0,write-cache=on",
                        "ide-cd,bus=ide.1,unit=0,drive=libvirt-1-format,id=ide0-1-0");
        assertThat(values(line, "-blockdev").getLast()).contains("\"read-only\":true");
        assertThat(values(line, "-blockdev").get(2)).startsWith("{\"driver\":\"host_cdrom\"");
    }

    @Test
    void anEmptyDriveHasNoNode() {
        var line =
                build(
                        pc(
                                """
                                <disk type='file' device='cdrom'>
                                  <target dev='hdc' bus='ide'/>
                                  <readonly/>
                                  <address type='drive' controller='0' bus='1' target='0' unit='0'/>
                                </disk>
                                """));

        assertThat(values(line, "-blockdev")).isEmpty();
        assertThat(values(line, "-device")).containsExactly("ide-cd,bus=ide.1,unit=0,id=ide0-1-0");
    }

    @Test
    void aDiskOfABusThatQemuHasNotIsRefused() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> build(pc(VIRTIO.replace("bus='virtio'", "bus='xen'"))));

        assertThat(error.code()).isEqualTo(CONFIG_UNSUPPORTED);
        assertThat(error).hasMessageContaining("'xen'");
    }

    @Test
    void aDiskWithoutAPlaceOnItsControllerIsRefused() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> build(pc(VIRTIO.replace("bus='virtio'", "bus='ide'"))));

        assertThat(error.code()).isEqualTo(INTERNAL_ERROR);
        assertThat(error).hasMessageContaining("'vda'");
    }
}
