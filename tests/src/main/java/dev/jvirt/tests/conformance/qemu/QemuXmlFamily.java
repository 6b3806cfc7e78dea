package dev.jvirt.tests.conformance.qemu;

import dev.jvirt.documents.domain.FormatFlags;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.completion.ParseOption;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Family;
import java.util.EnumSet;
import java.util.Optional;

/// `qemuxml2xml`: domain documents read, completed, checked and written by the QEMU driver.
public final class QemuXmlFamily implements Family {
    /// The driver of this family belongs to a user, and this is the home folder.
    private static final String NVRAM_FOLDER = "/bad-test-used-env-home/.config/libvirt/qemu/nvram";

    private Optional<FakeHost> host = Optional.empty();

    @Override
    public String name() {
        return "qemuxml2xml";
    }

    @Override
    public String run(Case test) {
        boolean active = test.is("mode", "active");
        var driver = new FakeDriver(host(test), test);
        var options = EnumSet.of(ParseOption.SKIP_VALIDATION);
        options.addAll(driver.options());
        return driver.definitions(false, driver.settings().withNvramFolder(NVRAM_FOLDER))
                .parse(test.input(), active ? ParseFlags.LIVE : ParseFlags.INACTIVE, options)
                .format(new FormatFlags(true, !active, false, false));
    }

    private FakeHost host(Case test) {
        if (host.isEmpty()) {
            host = Optional.of(FakeHost.of(test.corpus()));
        }
        return host.get();
    }
}
