package dev.jvirt.tests.lab;

import java.nio.file.Path;

/// Definitions of small guests.
public final class GuestXml {
    private GuestXml() {}

    /// A guest without a disk: its firmware finds nothing to boot and waits.
    public static String idle(String name) {
        return """
        <domain type='qemu'>
          <name>%s</name>
          <memory unit='MiB'>32</memory>
          <vcpu>1</vcpu>
          <os><type arch='x86_64' machine='pc'>hvm</type></os>
          <devices/>
        </domain>
        """
                .formatted(name);
    }

    /// A guest that boots a disk and has a serial console.
    public static String booting(String name, Path disk) {
        return """
        <domain type='qemu'>
          <name>%s</name>
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
                .formatted(name, disk);
    }
}
