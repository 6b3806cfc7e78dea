package dev.jvirt.daemon.access.polkit;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.dbus.DBusAddress;
import dev.jvirt.host.dbus.DBusCall;
import dev.jvirt.host.dbus.DBusConnection;
import dev.jvirt.host.dbus.DBusException;
import dev.jvirt.host.dbus.DBusVariant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The polkit daemon of the host. The connection to the bus is opened by the first question, and
/// again when the bus was restarted. [#lock] is held while it is opened, not while anybody waits
/// for an answer.
public final class SystemPolkit implements PolkitAuthority, AutoCloseable {
    private static final String SERVICE = "org.freedesktop.PolicyKit1";
    private static final String OBJECT = "/org/freedesktop/PolicyKit1/Authority";
    private static final String AUTHORITY = "org.freedesktop.PolicyKit1.Authority";
    private static final String DISMISSED = "polkit.dismissed";
    private static final int ALLOW_INTERACTION = 1;

    /// People look for their passwords.
    private static final Duration DIALOG_LIMIT = Duration.ofMinutes(5);

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private final int user;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable DBusConnection bus;

    /// @param environment may name another bus than the usual one
    /// @param user that this daemon runs as
    public SystemPolkit(Map<String, String> environment, int user) {
        this.environment = Map.copyOf(environment);
        this.user = user;
    }

    @Override
    public void check(
            PolkitSubject subject,
            String action,
            Map<String, String> details,
            boolean interactive) {
        List<?> answer = answer(question(subject, action, details, interactive), interactive);
        boolean authorized = (Boolean) answer.get(0);
        boolean challenge = (Boolean) answer.get(1);
        if (authorized) {
            return;
        }
        if (answer.get(2) instanceof Map<?, ?> more && more.get(DISMISSED) != null) {
            throw denied(ErrorCode.AUTH_CANCELLED, "user cancelled authentication process");
        }
        throw challenge
                ? denied(
                        ErrorCode.AUTH_UNAVAILABLE,
                        "no polkit agent available to authenticate action '%s'".formatted(action))
                : denied(ErrorCode.AUTH_FAILED, "access denied by policy");
    }

    private static LibvirtException denied(ErrorCode code, String detail) {
        return new LibvirtException(ErrorDomain.POLKIT, code, detail);
    }

    private static DBusCall question(
            PolkitSubject subject,
            String action,
            Map<String, String> details,
            boolean interactive) {
        var process =
                Map.of(
                        "pid", DBusVariant.unsigned((int) subject.process()),
                        "start-time", DBusVariant.unsigned(subject.startTime()),
                        "uid", DBusVariant.of((int) subject.user()));
        return new DBusCall(
                SERVICE,
                OBJECT,
                AUTHORITY,
                "CheckAuthorization",
                "(sa{sv})sa{ss}us",
                List.of(
                        List.of("unix-process", process),
                        action,
                        details,
                        interactive ? ALLOW_INTERACTION : 0,
                        ""));
    }

    /// Whether it is authorized, whether a password would help, and details.
    private List<?> answer(DBusCall question, boolean interactive) {
        try {
            List<Object> answer = connection().call(question, interactive ? DIALOG_LIMIT : LIMIT);
            if (answer.size() == 1
                    && answer.getFirst() instanceof List<?> result
                    && result.size() == 3
                    && result.get(0) instanceof Boolean
                    && result.get(1) instanceof Boolean) {
                return result;
            }
            throw new IOException("unexpected answer %s".formatted(answer));
        } catch (DBusException e) {
            throw new LibvirtException(
                    ErrorDomain.DBUS,
                    ErrorCode.DBUS_SERVICE,
                    "GDBus.Error:%s: %s".formatted(e.name(), e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new LibvirtException(
                    ErrorDomain.DBUS,
                    ErrorCode.DBUS_SERVICE,
                    "CheckAuthorization: %s".formatted(e.getMessage()),
                    e);
        }
    }

    private DBusConnection connection() {
        lock.lock();
        try {
            DBusConnection open = bus;
            if (open == null || !open.isOpen()) {
                open = DBusConnection.open(DBusAddress.system(environment), user);
                bus = open;
            }
            return open;
        } catch (IOException e) {
            throw new LibvirtException(
                    ErrorDomain.DBUS,
                    ErrorCode.INTERNAL_ERROR,
                    "Unable to get system bus connection: Could not connect: %s"
                            .formatted(e.getMessage()),
                    e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (bus != null) {
                bus.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
