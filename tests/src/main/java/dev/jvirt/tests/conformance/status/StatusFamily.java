package dev.jvirt.tests.conformance.status;

import dev.jvirt.qemu.status.StatusDocument;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Family;

/// `qemustatusxml2xml`: status files of running domains, read and written.
public final class StatusFamily implements Family {
    /// The family.
    public StatusFamily() {}

    @Override
    public String name() {
        return "qemustatusxml2xml";
    }

    @Override
    public String run(Case test) {
        return StatusDocument.parse(test.input()).format();
    }
}
