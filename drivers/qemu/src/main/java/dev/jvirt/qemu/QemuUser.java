package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.Users;
import dev.jvirt.host.process.Identity;
import dev.jvirt.qemu.config.QemuConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/// Who QEMU runs as: whom the configuration names, otherwise the daemon's own user. C libvirt as
/// packaged names a user of its own, but then it also gives away the images of disks, which this
/// driver does not.
final class QemuUser {
    private QemuUser() {}

    /// @param mayChoose whether this daemon can start programs as others
    /// @throws LibvirtException INVALID_ARG, naming the user or group, if there is none such
    static Optional<Identity> of(QemuConfig config, boolean mayChoose) {
        if (!mayChoose || (config.user().isEmpty() && config.group().isEmpty())) {
            return Optional.empty();
        }
        try {
            int user = id("user", config.user(), Users.current());
            int group = id("group", config.group(), Users.currentGroup());
            return Optional.of(new Identity(user, group, Users.groups(user, group)));
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.QEMU, ErrorCode.SYSTEM_ERROR, "cannot look up users", failure);
        }
    }

    private static int id(String kind, Optional<String> name, int otherwise) throws IOException {
        if (name.isEmpty()) {
            return otherwise;
        }
        OptionalInt found = kind.equals("user") ? Users.id(name.get()) : Users.groupId(name.get());
        return found.orElseThrow(
                () ->
                        QemuErrors.error(
                                ErrorCode.INVALID_ARG,
                                "Failed to parse %s '%s'".formatted(kind, name.get())));
    }
}
