package dev.jvirt.virsh.shell;

import dev.jvirt.api.LibvirtException;

/// Keeps the connection that commands need.
public interface ConnectionGate extends AutoCloseable {
    /// Begins as the options of the program say: a connection that was named is opened at once, the
    /// default one has time until a command needs it. What goes wrong is printed, or told by
    /// [Shell#remember].
    ///
    /// @return whether all is well
    boolean begin();

    /// Opens the connection if it is not open. What goes wrong is printed or remembered.
    ///
    /// @return whether commands can use it
    boolean open();

    /// Lets the news that the connection broke, if it did, be told before the failure of the
    /// command that it broke under.
    void settle();

    /// Tells that a command failed, so that a broken connection is opened anew for the next one.
    void failed(LibvirtException error);

    /// What stands in front of a line that is to be typed.
    String prompt();

    /// Closes the connection.
    @Override
    void close();
}
