package dev.jvirt.documents.domain.validation;

import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.GuestDevice;
import java.util.HashSet;

/// Refuses aliases of users that two devices have.
final class AliasRules {
    private AliasRules() {}

    static void check(DomainDefinition definition) {
        var aliases = new HashSet<String>();
        for (Device device : definition.devices().inWalkingOrder()) {
            if (!(device instanceof GuestDevice guest) || isFirstConsole(guest)) {
                continue;
            }
            var alias = guest.info().alias().filter(DeviceInfo::isUserAlias);
            unsupportedWhen(
                    alias.isPresent() && !aliases.add(alias.get()),
                    "non unique alias detected: %s",
                    alias.orElse(""));
        }
    }

    /// The console of a serial port is that port and has its alias.
    private static boolean isFirstConsole(GuestDevice device) {
        return device instanceof CharDevice chars
                && chars.target() instanceof CharTarget.Console console
                && console.type().filter(t -> t == CharTarget.ConsoleType.SERIAL).isPresent();
    }
}
