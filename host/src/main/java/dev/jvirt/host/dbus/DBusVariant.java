package dev.jvirt.host.dbus;

/// A value that says itself what it is.
///
/// @param signature one complete type
public record DBusVariant(String signature, Object value) {
    /// A text.
    public static DBusVariant of(String value) {
        return new DBusVariant("s", value);
    }

    /// A number without a sign, of 32 bits.
    public static DBusVariant unsigned(int value) {
        return new DBusVariant("u", value);
    }

    /// A number of 32 bits.
    public static DBusVariant of(int value) {
        return new DBusVariant("i", value);
    }

    /// A number without a sign, of 64 bits.
    public static DBusVariant unsigned(long value) {
        return new DBusVariant("t", value);
    }
}
