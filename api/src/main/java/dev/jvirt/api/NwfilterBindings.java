package dev.jvirt.api;

import dev.jvirt.api.driver.NwfilterDriver;
import dev.jvirt.api.host.NwfilterBindingCreateFlag;
import dev.jvirt.api.host.NwfilterBindingId;
import java.util.ArrayList;
import java.util.List;

/// The bindings of network filters to devices.
///
/// @param connection that it belongs to
public record NwfilterBindings(Connection connection) {

    /// All bindings (`virConnectListAllNWFilterBindings`).
    ///
    /// @param flags 0
    /// @since 4.5.0
    public List<NwfilterBinding> list(int flags) {
        List<NwfilterBindingId> found =
                reading("virConnectListAllNWFilterBindings").bindings(flags);
        var bindings = new ArrayList<NwfilterBinding>(found.size());
        for (NwfilterBindingId binding : found) {
            bindings.add(binding(binding));
        }
        return bindings;
    }

    /// The binding of a device (`virNWFilterBindingLookupByPortDev`).
    ///
    /// @param portDevice the host's name of it, for example `vnet0`
    /// @throws LibvirtException NO_NWFILTER_BINDING if it has none
    /// @since 4.5.0
    public NwfilterBinding lookupByPortDevice(String portDevice) {
        return binding(
                reading("virNWFilterBindingLookupByPortDev").lookupBindingByPortDevice(portDevice));
    }

    /// A handle for a binding whose identity is known already, without asking the driver whether it
    /// still exists.
    public NwfilterBinding binding(NwfilterBindingId identity) {
        return new NwfilterBinding(connection, identity);
    }

    /// Binds a filter to a device (`virNWFilterBindingCreateXML`). The bindings of domains are made
    /// and removed by themselves.
    ///
    /// @param xml the binding's document
    /// @since 4.5.0
    public NwfilterBinding createXml(String xml, Flags<NwfilterBindingCreateFlag> flags) {
        NwfilterDriver driver =
                connection
                        .changingObjects(ErrorDomain.NWFILTER, "virNWFilterBindingCreateXML")
                        .nwfilters();
        return binding(driver.createBindingXml(xml, flags));
    }

    private NwfilterDriver reading(String function) {
        return connection.objects(function).nwfilters();
    }
}
