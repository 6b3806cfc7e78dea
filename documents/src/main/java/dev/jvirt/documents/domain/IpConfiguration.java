package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;

/// Addresses and routes of one end of an interface.
public record IpConfiguration(List<IpAddress> addresses, List<IpRoute> routes) {
    /// Nothing.
    public static final IpConfiguration NONE = new IpConfiguration(List.of(), List.of());

    /// A configuration with its own copies.
    public IpConfiguration {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
    }

    static IpConfiguration parse(Element parent) {
        return new IpConfiguration(IpAddress.parseAll(parent), IpRoute.parseAll(parent));
    }

    /// Whether it has neither addresses nor routes.
    public boolean isEmpty() {
        return addresses.isEmpty() && routes.isEmpty();
    }

    void format(XmlWriter out) {
        for (IpAddress address : addresses) {
            address.format(out);
        }
        for (IpRoute route : routes) {
            route.format(out);
        }
    }
}
