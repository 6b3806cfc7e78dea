package dev.jvirt.host.dbus;

import java.util.List;

/// A method to call.
///
/// @param destination the name of the service
/// @param path the object
/// @param type the interface
/// @param member the method
/// @param signature the types of the values
/// @param values its arguments
public record DBusCall(
        String destination,
        String path,
        String type,
        String member,
        String signature,
        List<?> values) {
    public DBusCall {
        values = List.copyOf(values);
    }
}
