package dev.jvirt.tests.conformance.capabilities;

import dev.jvirt.qemu.capabilities.CapabilitiesReader;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.hostcaps.GuestCapabilities;
import dev.jvirt.qemu.hostcaps.HostCapabilities;
import dev.jvirt.qemu.hostcaps.HostCpu;
import dev.jvirt.qemu.hostcaps.HostDescription;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Comparison;
import dev.jvirt.tests.conformance.Family;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `qemucaps2xml`: the flags of a binary to the guests it can run.
public final class GuestFamily implements Family {
    @Override
    public String name() {
        return "qemucaps2xml";
    }

    @Override
    public String run(Case test) {
        QemuCapabilities stored =
                CapabilitiesReader.parse(test.corpus().read(test.param("capsFile").orElseThrow()));
        var flags = QemuCapabilities.builder().binary(test.param("binary").orElseThrow());
        stored.flags().forEach(flags::set);
        String arch = test.cell("arch");
        var host =
                new HostDescription(
                        Optional.empty(),
                        HostCpu.ofArch(arch),
                        Set.of(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        var guest = GuestCapabilities.of(arch, flags.build());
        return new HostCapabilities(host, List.of(guest)).format();
    }

    @Override
    public Optional<String> check(Case test) {
        String expected = test.corpus().read(test.param("expectedFile").orElseThrow());
        return Comparison.difference(expected, run(test));
    }
}
