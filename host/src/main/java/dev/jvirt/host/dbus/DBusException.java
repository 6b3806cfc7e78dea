package dev.jvirt.host.dbus;

import java.io.IOException;

/// A call that the other side, or the bus, has answered with an error.
public final class DBusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String name;

    DBusException(String name, String message) {
        super(message);
        this.name = name;
    }

    /// What went wrong, such as `org.freedesktop.DBus.Error.ServiceUnknown`.
    public String name() {
        return name;
    }
}
