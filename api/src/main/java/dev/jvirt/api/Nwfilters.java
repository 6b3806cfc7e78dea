package dev.jvirt.api;

import dev.jvirt.api.driver.NwfilterDriver;
import dev.jvirt.api.host.NwfilterDefineFlag;
import dev.jvirt.api.host.NwfilterId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The network filters of a host.
///
/// @param connection that it belongs to
public record Nwfilters(Connection connection) {

    /// All filters (`virConnectListAllNWFilters`, `virConnectNumOfNWFilters`,
    /// `virConnectListNWFilters`).
    ///
    /// @param flags 0
    /// @since 0.10.2
    public List<Nwfilter> list(int flags) {
        List<NwfilterId> found = reading("virConnectListAllNWFilters").list(flags);
        var filters = new ArrayList<Nwfilter>(found.size());
        for (NwfilterId filter : found) {
            filters.add(filter(filter));
        }
        return filters;
    }

    /// The filter with that name (`virNWFilterLookupByName`).
    ///
    /// @throws LibvirtException NO_NWFILTER if there is none
    /// @since 0.8.0
    public Nwfilter lookupByName(String name) {
        return filter(reading("virNWFilterLookupByName").lookupByName(name));
    }

    /// The filter with that UUID (`virNWFilterLookupByUUID`, `virNWFilterLookupByUUIDString`).
    ///
    /// @throws LibvirtException NO_NWFILTER if there is none
    /// @since 0.8.0
    public Nwfilter lookupByUuid(UUID uuid) {
        return filter(reading("virNWFilterLookupByUUID").lookupByUuid(uuid));
    }

    /// A handle for a filter whose identity is known already, without asking the driver whether it
    /// still exists.
    public Nwfilter filter(NwfilterId identity) {
        return new Nwfilter(connection, identity);
    }

    /// Defines a filter, or defines it anew for all domains that use it (`virNWFilterDefineXML`,
    /// `virNWFilterDefineXMLFlags`).
    ///
    /// @param xml the filter's document
    /// @since 7.7.0
    public Nwfilter defineXml(String xml, Flags<NwfilterDefineFlag> flags) {
        String function = flags.named("virNWFilterDefineXML", "virNWFilterDefineXMLFlags");
        NwfilterDriver driver =
                connection.changingObjects(ErrorDomain.NWFILTER, function).nwfilters();
        return filter(driver.defineXml(xml, flags));
    }

    private NwfilterDriver reading(String function) {
        return connection.objects(function).nwfilters();
    }
}
