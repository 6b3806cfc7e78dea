package dev.jvirt.api;

import dev.jvirt.api.host.NwfilterBindingId;

/// The binding of a network filter to a device: a handle that names it (`virNWFilterBindingPtr`).
///
/// All methods that ask the driver throw [LibvirtException], NO_NWFILTER_BINDING if the binding is
/// gone.
public final class NwfilterBinding {
    private final Connection connection;
    private final NwfilterBindingId identity;

    NwfilterBinding(Connection connection, NwfilterBindingId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The host's name of the device (`virNWFilterBindingGetPortDev`).
    public String portDevice() {
        return identity.portDevice();
    }

    /// The name of the filter (`virNWFilterBindingGetFilterName`).
    public String filterName() {
        return identity.filterName();
    }

    /// Both names in one: a value that nobody needs to count or release (`virNWFilterBindingRef`,
    /// `virNWFilterBindingFree`).
    public NwfilterBindingId identity() {
        return identity;
    }

    /// The connection that it belongs to.
    public Connection connection() {
        return connection;
    }

    /// The binding's document (`virNWFilterBindingGetXMLDesc`).
    ///
    /// @param flags 0
    /// @since 4.5.0
    public String xml(int flags) {
        return connection
                .objects("virNWFilterBindingGetXMLDesc")
                .nwfilters()
                .bindingXml(identity, flags);
    }

    /// Removes the binding, and the rules that it made (`virNWFilterBindingDelete`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if a domain owns it
    /// @since 4.5.0
    public void delete() {
        connection
                .changingObjects(ErrorDomain.NWFILTER, "virNWFilterBindingDelete")
                .nwfilters()
                .deleteBinding(identity);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NwfilterBinding binding
                && binding.connection == connection
                && binding.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return "binding of %s to %s".formatted(filterName(), portDevice());
    }
}
