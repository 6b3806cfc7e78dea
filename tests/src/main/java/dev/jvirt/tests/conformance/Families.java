package dev.jvirt.tests.conformance;

import dev.jvirt.tests.conformance.capabilities.DomainFamily;
import dev.jvirt.tests.conformance.capabilities.FirmwareFamily;
import dev.jvirt.tests.conformance.capabilities.GuestFamily;
import dev.jvirt.tests.conformance.capabilities.HostFamily;
import dev.jvirt.tests.conformance.capabilities.ProbeFamily;
import dev.jvirt.tests.conformance.qemu.QemuXmlFamily;
import dev.jvirt.tests.conformance.qemu.argv.QemuArgvFamily;
import dev.jvirt.tests.conformance.qemu.cpu.CpuFamily;
import dev.jvirt.tests.conformance.status.StatusFamily;
import dev.jvirt.tests.conformance.virsh.VirshFamily;
import java.util.List;

/// The families that can be run.
final class Families {
    private Families() {}

    static List<Family> all() {
        return List.of(
                new GenericXmlFamily(),
                new QemuXmlFamily(),
                new ProbeFamily(),
                new GuestFamily(),
                new HostFamily(),
                new DomainFamily(),
                new FirmwareFamily(),
                new StatusFamily(),
                new VirshFamily(),
                new NetworkXmlFamily(),
                new QemuArgvFamily(),
                new CpuFamily());
    }
}
