package dev.jvirt.api;

import dev.jvirt.api.host.NwfilterId;
import java.util.UUID;

/// A network filter: a handle that names it (`virNWFilterPtr`).
///
/// All methods that ask the driver throw [LibvirtException], NO_NWFILTER if the filter is gone.
public final class Nwfilter {
    private final Connection connection;
    private final NwfilterId identity;

    Nwfilter(Connection connection, NwfilterId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The filter's name (`virNWFilterGetName`).
    public String name() {
        return identity.name();
    }

    /// The filter's UUID (`virNWFilterGetUUID`, `virNWFilterGetUUIDString`).
    public UUID uuid() {
        return identity.uuid();
    }

    /// Name and UUID in one: a value that nobody needs to count or release (`virNWFilterRef`,
    /// `virNWFilterFree`).
    public NwfilterId identity() {
        return identity;
    }

    /// The connection that it belongs to.
    public Connection connection() {
        return connection;
    }

    /// The filter's document (`virNWFilterGetXMLDesc`).
    ///
    /// @param flags 0
    /// @since 0.8.0
    public String xml(int flags) {
        return connection.objects("virNWFilterGetXMLDesc").nwfilters().xml(identity, flags);
    }

    /// Removes the filter (`virNWFilterUndefine`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if a running domain or another filter uses it
    /// @since 0.8.0
    public void undefine() {
        connection
                .changingObjects(ErrorDomain.NWFILTER, "virNWFilterUndefine")
                .nwfilters()
                .undefine(identity);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nwfilter filter
                && filter.connection == connection
                && filter.uuid().equals(uuid());
    }

    @Override
    public int hashCode() {
        return uuid().hashCode();
    }

    @Override
    public String toString() {
        return "network filter " + name();
    }
}
