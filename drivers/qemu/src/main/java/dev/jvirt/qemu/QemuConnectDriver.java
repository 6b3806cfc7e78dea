package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.OpenRequest;
import java.util.Optional;
import java.util.Set;

/// The row of the driver table for `qemu:///system` and `qemu:///session`.
final class QemuConnectDriver implements ConnectDriver {
    private final QemuDriver driver;

    QemuConnectDriver(QemuDriver driver) {
        this.driver = driver;
    }

    @Override
    public String name() {
        return "QEMU";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("qemu");
    }

    @Override
    public Optional<String> probe() {
        return Optional.of(driver.uri());
    }

    @Override
    public boolean opensAtOnce() {
        return true;
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        if (request.uri().isEmpty()) {
            return Optional.empty();
        }
        QemuSystem system =
                driver.system().orElseThrow(() -> internal("qemu state driver is not active"));
        checkPath(request.uri().get().path());
        return Optional.of(new QemuSession(system.host(), system.parts()));
    }

    /// The system's daemon serves sessions, too, as it always did; a user's daemon serves nothing
    /// else.
    private void checkPath(String path) {
        String expected = driver.isPrivileged() ? "/system" : "/session";
        if (!path.equals(expected) && !path.equals("/session")) {
            throw new LibvirtException(
                    ErrorCode.INTERNAL_ERROR,
                    "unexpected qemu URI path '%s', try qemu://%s".formatted(path, expected));
        }
    }

    private static LibvirtException internal(String detail) {
        return QemuErrors.error(ErrorCode.INTERNAL_ERROR, detail);
    }
}
