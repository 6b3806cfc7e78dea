/// D-Bus, as far as one daemon needs it of others on the host: calls and their answers, on one
/// connection for any number of threads.
///
/// Read [DBusConnection] first. [DBusAddress] is where a bus is; [DBusMessage] is what travels,
/// with [DBusWriter] and [DBusReader] for its values. Signals, descriptors and serving objects are
/// left out until somebody needs them. Nothing here is loaded by whoever opens no connection.
@NullMarked
package dev.jvirt.host.dbus;

import org.jspecify.annotations.NullMarked;
