package dev.jvirt.tests.conformance.status;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.completion.CapabilitiesLookup;
import dev.jvirt.qemu.completion.CompletionContext;
import dev.jvirt.qemu.completion.ParseOption;
import dev.jvirt.qemu.completion.QemuDefinitions;
import dev.jvirt.qemu.status.StatusDocument;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Family;
import dev.jvirt.tests.conformance.qemu.FakeDriver;
import dev.jvirt.tests.conformance.qemu.FakeHost;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

/// `qemustatusxml2xml`: status files of running domains, read, completed and written.
public final class StatusFamily implements Family {
    private Optional<FakeHost> host = Optional.empty();

    @Override
    public String name() {
        return "qemustatusxml2xml";
    }

    @Override
    public String run(Case test) {
        var found = StatusDocument.parse(test.input());
        return found.withDefinition(complete(found, test)).format();
    }

    private DomainDefinition complete(StatusDocument found, Case test) {
        var context =
                new CompletionContext(
                        "x86_64",
                        new Stored(found.capabilities()),
                        new FakeDriver(host(test), test).settings(),
                        host(test),
                        UUID::randomUUID);
        return new QemuDefinitions(context)
                .complete(
                        found.definition(),
                        ParseFlags.STATUS,
                        EnumSet.of(ParseOption.SKIP_VALIDATION));
    }

    private FakeHost host(Case test) {
        if (host.isEmpty()) {
            host = Optional.of(FakeHost.of(test.corpus()));
        }
        return host.get();
    }

    /// What the file itself says about its QEMU.
    private record Stored(QemuCapabilities capabilities) implements CapabilitiesLookup {
        @Override
        public Optional<String> defaultEmulator(String arch) {
            return Optional.of(capabilities.binary());
        }

        @Override
        public QemuCapabilities of(String emulator) {
            return capabilities;
        }
    }
}
