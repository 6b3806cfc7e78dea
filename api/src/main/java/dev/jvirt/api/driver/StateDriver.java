package dev.jvirt.api.driver;

/// A driver that keeps state in the daemon (`virStateDriver`): it is started before the first
/// client is let in and stopped after the last one has gone.
public interface StateDriver extends AutoCloseable {
    /// The driver's name in messages, for example `QEMU`.
    String name();

    /// The row it adds to the daemon's driver table.
    ConnectDriver connectDriver();

    /// Reads its state, adopts what is already running and starts what is marked autostart.
    ///
    /// @throws dev.jvirt.api.LibvirtException if the driver cannot work on this host; the daemon
    /// does not start then
    void start();

    /// Reads its configuration again (SIGHUP).
    default void reload() {}

    /// Whether something runs that must keep an idle daemon from exiting.
    default boolean isBusy() {
        return false;
    }

    /// Lets go of everything; running guests stay.
    @Override
    void close();
}
