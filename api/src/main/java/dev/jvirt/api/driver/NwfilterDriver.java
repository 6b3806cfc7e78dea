package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.host.NwfilterBindingCreateFlag;
import dev.jvirt.api.host.NwfilterBindingId;
import dev.jvirt.api.host.NwfilterDefineFlag;
import dev.jvirt.api.host.NwfilterId;
import java.util.List;
import java.util.UUID;

/// What a driver can do with network filters and their bindings. A driver overrides what it
/// supports; the rest answers NO_SUPPORT.
public interface NwfilterDriver {
    /// All filters, in no particular order. `flags` must be 0.
    @Since("0.10.2")
    default List<NwfilterId> list(int flags) {
        throw unsupported("virConnectListAllNWFilters");
    }

    /// The filter with that name, or NO_NWFILTER.
    @Since("0.8.0")
    default NwfilterId lookupByName(String name) {
        throw unsupported("virNWFilterLookupByName");
    }

    /// The filter with that UUID, or NO_NWFILTER.
    @Since("0.8.0")
    default NwfilterId lookupByUuid(UUID uuid) {
        throw unsupported("virNWFilterLookupByUUID");
    }

    /// Defines a filter, or defines it anew.
    @Since("7.7.0")
    default NwfilterId defineXml(String xml, Flags<NwfilterDefineFlag> flags) {
        throw unsupported(flags.named("virNWFilterDefineXML", "virNWFilterDefineXMLFlags"));
    }

    /// Removes a filter that nobody uses.
    @Since("0.8.0")
    default void undefine(NwfilterId filter) {
        throw unsupported("virNWFilterUndefine");
    }

    /// The document of the filter. `flags` must be 0.
    @Since("0.8.0")
    default String xml(NwfilterId filter, int flags) {
        throw unsupported("virNWFilterGetXMLDesc");
    }

    /// All bindings, in no particular order. `flags` must be 0.
    @Since("4.5.0")
    default List<NwfilterBindingId> bindings(int flags) {
        throw unsupported("virConnectListAllNWFilterBindings");
    }

    /// The binding of that device, or NO_NWFILTER_BINDING.
    @Since("4.5.0")
    default NwfilterBindingId lookupBindingByPortDevice(String portDevice) {
        throw unsupported("virNWFilterBindingLookupByPortDev");
    }

    /// Binds a filter to a device.
    @Since("4.5.0")
    default NwfilterBindingId createBindingXml(String xml, Flags<NwfilterBindingCreateFlag> flags) {
        throw unsupported("virNWFilterBindingCreateXML");
    }

    /// The document of the binding. `flags` must be 0.
    @Since("4.5.0")
    default String bindingXml(NwfilterBindingId binding, int flags) {
        throw unsupported("virNWFilterBindingGetXMLDesc");
    }

    /// Removes a binding, and the rules that it made.
    @Since("4.5.0")
    default void deleteBinding(NwfilterBindingId binding) {
        throw unsupported("virNWFilterBindingDelete");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.NWFILTER, function);
    }
}
