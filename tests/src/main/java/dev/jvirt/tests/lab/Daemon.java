package dev.jvirt.tests.lab;

import java.nio.file.Path;

/// A libvirtd that nobody else uses.
public sealed interface Daemon extends AutoCloseable permits CLibvirtd, JvirtLibvirtd {
    /// Whose daemon it is, for tables and messages.
    String name();

    /// The socket for everything.
    Path socket();

    /// The socket for readers.
    Path readOnlySocket();

    /// The socket for administration.
    default Path adminSocket() {
        return socket().resolveSibling("libvirt-admin-sock");
    }

    /// The URI that reaches its administration.
    default String adminUri() {
        return "libvirtd:///system?socket=" + adminSocket();
    }

    /// Waits until it listens.
    ///
    /// @throws IllegalStateException with the daemon's words, if it ends instead
    default void awaitSocket() {
        process().awaitSocket(socket());
    }

    /// The running process.
    DaemonProcess process();

    /// The folder of the status and pid files of its running guests, as seen from here.
    Path guestState();

    /// The URI that reaches it: `qemu:///system` becomes `qemu+unix:///system?socket=...`.
    default String uri(String uri) {
        return through(socket(), uri);
    }

    /// The URI that reaches it as a reader.
    default String readOnlyUri(String uri) {
        return through(readOnlySocket(), uri);
    }

    private static String through(Path socket, String uri) {
        return uri.replaceFirst(":", "+unix:") + "?socket=" + socket;
    }

    /// The process of a running guest.
    default ProcessHandle guest(String name) {
        return GuestProcesses.of(guestState().resolve(name + ".pid")).orElseThrow();
    }

    /// Lets go of memory that is not in use, where somebody has to ask for it.
    default void collectGarbage() {}

    /// Ends the daemon and its guests.
    @Override
    void close();
}
