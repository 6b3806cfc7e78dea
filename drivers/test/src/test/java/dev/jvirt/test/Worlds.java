package dev.jvirt.test;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.DriverTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A test driver and the connections that a test opens through it.
final class Worlds implements AutoCloseable {
    static final String DEFAULT = "test:///default";

    private final DriverTable table = new DriverTable(List.of(new TestDriver()));
    private final Deque<Connection> open = new ArrayDeque<>();

    Connection open(String uri) {
        return open(uri, Authenticator.none());
    }

    Connection open(String uri, Authenticator authenticator) {
        var connection = Connection.openAuth(table, Optional.of(uri), authenticator, Flags.none());
        open.push(connection);
        return connection;
    }

    static LibvirtException refusal(Runnable call) {
        return catchThrowableOfType(LibvirtException.class, call::run);
    }

    /// A small document.
    static String document(String name, int number, String more) {
        return """
        <domain type='test'>
          <name>%s</name>
          <uuid>00000000-0000-0000-0000-%012d</uuid>
          <memory>1024</memory>
          <os><type>hvm</type></os>
          %s
        </domain>
        """
                .formatted(name, number, more);
    }

    static String document(String name, int number) {
        return document(name, number, "");
    }

    @Override
    public void close() {
        open.forEach(Connection::close);
    }
}
