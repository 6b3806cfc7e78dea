package dev.jvirt.tests.lab;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/// Definitions of small guests. Nothing in them differs from run to run.
public final class GuestXml {
    private GuestXml() {}

    /// A guest without a disk: its firmware finds nothing to boot and waits.
    public static String idle(String name) {
        return """
        <domain type='qemu'>
          <name>%s</name>
          <uuid>%s</uuid>
          <memory unit='MiB'>32</memory>
          <vcpu>1</vcpu>
          <os><type arch='x86_64' machine='pc'>hvm</type></os>
          <devices/>
        </domain>
        """
                .formatted(name, uuid(name));
    }

    /// The same for the driver that only pretends.
    public static String test(String name) {
        return idle(name).replace("type='qemu'", "type='test'").replace(" machine='pc'", "");
    }

    /// A guest that boots a disk and has a serial console.
    public static String booting(String name, Path disk) {
        return """
        <domain type='qemu'>
          <name>%s</name>
          <uuid>%s</uuid>
          <memory unit='MiB'>32</memory>
          <vcpu>1</vcpu>
          <os><type arch='x86_64' machine='pc'>hvm</type></os>
          <features><acpi/></features>
          <devices>
            <disk type='file' device='disk'>
              <driver name='qemu' type='raw'/>
              <source file='%s'/>
              <target dev='vda' bus='virtio'/>
            </disk>
            <serial type='pty'/>
          </devices>
        </domain>
        """
                .formatted(name, uuid(name), disk);
    }

    /// The UUID of a guest: always the same for one name.
    public static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
