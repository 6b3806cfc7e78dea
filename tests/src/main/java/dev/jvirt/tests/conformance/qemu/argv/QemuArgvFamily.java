package dev.jvirt.tests.conformance.qemu.argv;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.documents.domain.Vsock;
import dev.jvirt.qemu.command.CommandLineBuilder;
import dev.jvirt.qemu.command.StartPreparation;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Family;
import dev.jvirt.tests.conformance.qemu.FakeDriver;
import dev.jvirt.tests.conformance.qemu.FakeEmulators;
import dev.jvirt.tests.conformance.qemu.FakeHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `qemuxml2argv`: a document to the command line of QEMU.
public final class QemuArgvFamily implements Family {
    private Optional<FakeHost> host = Optional.empty();

    @Override
    public String name() {
        return "qemuxml2argv";
    }

    @Override
    public String run(Case test) {
        var fake = host(test);
        var driver = new FakeDriver(fake, test);
        var definition =
                withChosenAddresses(
                        fake,
                        driver.definitions(true)
                                .parse(test.input(), ParseFlags.INACTIVE, driver.options()));
        var capabilities =
                new FakeEmulators(fake, test, true)
                        .of(definition.devices().emulator().orElseThrow());
        var context = new CaseContext(fake, test).of(definition);
        var live = StartPreparation.prepare(definition, capabilities, context);
        return CommandText.of(CommandLineBuilder.build(live, capabilities, context));
    }

    /// The kernel says which address of a guest's sockets is free.
    private static DomainDefinition withChosenAddresses(
            FakeHost fake, DomainDefinition definition) {
        int cid = (int) fake.environment().number("vsockAutoCid").getAsLong();
        var devices = new ArrayList<Device>();
        for (Device device : definition.devices().all()) {
            devices.add(
                    device instanceof Vsock vsock && vsock.autoCid().orElse(false)
                            ? vsock.withCid(vsock.autoCid(), OptionalInt.of(cid))
                            : device);
        }
        return definition.withDevices(definition.devices().withAll(List.copyOf(devices)));
    }

    private FakeHost host(Case test) {
        if (host.isEmpty()) {
            host = Optional.of(FakeHost.of(test.corpus()));
        }
        return host.get();
    }
}
