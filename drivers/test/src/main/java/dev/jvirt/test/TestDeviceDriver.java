package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.driver.DomainDeviceDriver;
import dev.jvirt.api.driver.Screenshot;
import java.util.Locale;

/// The devices of the domains of a world.
final class TestDeviceDriver implements DomainDeviceDriver {
    /// No key has a higher number in the set of Linux, whose holes are not looked at.
    private static final int LAST_KEY = 579;

    private final DomainAccess access;

    TestDeviceDriver(DomainAccess access) {
        this.access = access;
    }

    @Override
    public void sendKey(DomainId domain, KeyPress keys, int flags) {
        Flags.refuse(TEST, "testDomainSendKey", flags);
        access.running(domain);
        for (int key : keys.keycodes()) {
            if (key < 0 || key > LAST_KEY) {
                throw TestErrors.internal(
                        "invalid keycode %s of %s codeset"
                                .formatted(
                                        Integer.toUnsignedString(key),
                                        keys.codeset().name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    @Override
    public void injectNmi(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainInjectNMI", flags);
        access.running(domain);
    }

    @Override
    public Screenshot screenshot(DomainId domain, int screen, int flags) {
        Flags.refuse(TEST, "testDomainScreenshot", flags);
        access.require(domain);
        return new Screenshot("image/png", new BytesToRead(TestScreen.picture()));
    }

    @Override
    public TypedParameters launchSecurity(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetLaunchSecurityInfo", flags);
        access.require(domain);
        return TypedParameters.none();
    }
}
