package dev.jvirt.tests.conformance.capabilities;

import dev.jvirt.qemu.capabilities.CapabilitiesReader;
import dev.jvirt.qemu.capabilities.CapabilitiesWriter;
import dev.jvirt.qemu.capabilities.HostFacts;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.emulator.CapabilitiesProbe;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Family;
import java.util.List;
import java.util.Optional;

/// `qemucapabilities`: a probing session to the document of the capabilities cache, and through the
/// reader of that once more.
public final class ProbeFamily implements Family {
    @Override
    public String name() {
        return "qemucapabilities";
    }

    @Override
    public String run(Case test) {
        var session = new RecordedSession(test.input());
        var probe = new CapabilitiesProbe((binary, accelerators) -> session.next());
        var host =
                new HostFacts(
                        0,
                        Integer.parseInt(test.param("microcodeVersion").orElse("0")),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false,
                        false);
        QemuCapabilities found = probe.probe(test.param("binary").orElseThrow(), host);
        return CapabilitiesWriter.format(
                CapabilitiesReader.parse(CapabilitiesWriter.format(found)));
    }
}
