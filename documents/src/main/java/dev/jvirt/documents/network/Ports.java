package dev.jvirt.documents.network;

import dev.jvirt.documents.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the interfaces of guests are connected: all of them, and those of certain groups.
///
/// @param isolated whether guests are kept from each other
public record Ports(PortSettings all, Optional<Boolean> isolated, List<PortGroup> groups) {
    /// Ports with their own copy of the groups.
    public Ports {
        groups = List.copyOf(groups);
    }

    static Ports parse(Element network) {
        var groups = new ArrayList<PortGroup>();
        for (Element group : network.children("portgroup")) {
            groups.add(PortGroup.parse(group));
        }
        return new Ports(
                PortSettings.parse(network, true),
                network.child("port").flatMap(p -> p.yesNo("isolated")),
                groups);
    }
}
