package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// `<network>`: everything a document says about a network. Immutable.
///
/// @param ipv6 whether guests may talk IPv6 to each other though the network has no such address
/// @param forward how guests reach the world; absent if they do not
/// @param dnsmasqOptions lines for the configuration of dnsmasq
public record NetworkDefinition(
        NetworkIdentity identity,
        boolean ipv6,
        Optional<Forward> forward,
        Bridge bridge,
        Names names,
        Addressing addressing,
        Ports ports,
        List<String> dnsmasqOptions) {
    private static final String DOCUMENT = "(network_definition)";
    private static final String DNSMASQ = "http://libvirt.org/schemas/network/dnsmasq/1.0";

    /// `<ip>` and `<route>`: the host's addresses in the network, and the ways out of it.
    public record Addressing(List<NetworkAddress> addresses, List<Route> routes) {
        /// Addresses with their own copies.
        public Addressing {
            addresses = List.copyOf(addresses);
            routes = List.copyOf(routes);
        }
    }

    /// A definition with its own copy of the options.
    public NetworkDefinition {
        dnsmasqOptions = List.copyOf(dnsmasqOptions);
    }

    /// Reads a document and checks it. A network without UUID gets one.
    public static NetworkDefinition parse(String xml) {
        try {
            return parse(XmlParser.parse(xml, DOCUMENT, "network"));
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.NETWORK);
        }
    }

    /// Reads a `<network>` in a larger document.
    public static NetworkDefinition parse(Element network) {
        return parse(network, UUID::randomUUID);
    }

    /// Reads a `<network>` with new UUIDs from elsewhere.
    public static NetworkDefinition parse(Element network, Supplier<UUID> uuids) {
        try {
            var definition = parseParts(network, uuids);
            new NetworkRules(definition).check();
            return definition;
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.NETWORK);
        }
    }

    private static NetworkDefinition parseParts(Element network, Supplier<UUID> uuids) {
        var identity = NetworkIdentity.parse(network, uuids);
        String name = identity.name();
        return new NetworkDefinition(
                identity,
                ipv6(network, name),
                Forward.parse(network, name),
                Bridge.parse(network, name),
                Names.parse(network, name),
                addressing(network, name),
                Ports.parse(network),
                options(network));
    }

    private static boolean ipv6(Element network, String name) {
        String word = network.attribute("ipv6").filter(w -> !w.isEmpty()).orElse("no");
        return switch (word) {
            case "yes" -> true;
            case "no" -> false;
            default ->
                    throw new LibvirtException(
                            XML_ERROR,
                            "Invalid ipv6 setting '%s' in network '%s'".formatted(word, name));
        };
    }

    private static Addressing addressing(Element network, String name) {
        var addresses = new ArrayList<NetworkAddress>();
        for (Element ip : network.children("ip")) {
            addresses.add(NetworkAddress.parse(ip, name));
        }
        var routes = new ArrayList<Route>();
        for (Element route : network.children("route")) {
            routes.add(Route.parse(route, name));
        }
        return new Addressing(addresses, routes);
    }

    private static List<String> options(Element network) {
        var options = new ArrayList<String>();
        network.child("options", DNSMASQ)
                .ifPresent(
                        element -> {
                            for (Element option : element.children()) {
                                if (option.name().equals("option")
                                        && option.namespace().equals(DNSMASQ)) {
                                    option.attribute("value").ifPresent(options::add);
                                }
                            }
                        });
        return options;
    }

    /// The name.
    public String name() {
        return identity.name();
    }

    /// The UUID.
    public UUID uuid() {
        return identity.uuid();
    }

    /// Whether libvirt makes a bridge for it.
    public boolean hasOwnBridge() {
        return forward.map(f -> f.mode().hasOwnBridge()).orElse(true);
    }

    /// The same with another bridge.
    public NetworkDefinition withBridge(Bridge value) {
        return new NetworkDefinition(
                identity, ipv6, forward, value, names, addressing, ports, dnsmasqOptions);
    }

    NetworkDefinition withForward(Forward value) {
        return new NetworkDefinition(
                identity,
                ipv6,
                Optional.of(value),
                bridge,
                names,
                addressing,
                ports,
                dnsmasqOptions);
    }

    NetworkDefinition withDns(Dns value) {
        return new NetworkDefinition(
                identity,
                ipv6,
                forward,
                bridge,
                new Names(names.domain(), names.localOnly(), value),
                addressing,
                ports,
                dnsmasqOptions);
    }

    NetworkDefinition withAddresses(List<NetworkAddress> value) {
        return new NetworkDefinition(
                identity,
                ipv6,
                forward,
                bridge,
                names,
                new Addressing(value, addressing.routes()),
                ports,
                dnsmasqOptions);
    }

    NetworkDefinition withGroups(List<PortGroup> value) {
        return new NetworkDefinition(
                identity,
                ipv6,
                forward,
                bridge,
                names,
                addressing,
                new Ports(ports.all(), ports.isolated(), value),
                dnsmasqOptions);
    }

    /// The document.
    public String format() {
        var out = new XmlWriter();
        format(out);
        return out.toString();
    }

    private void format(XmlWriter out) {
        out.start("network");
        if (!dnsmasqOptions.isEmpty()) {
            out.attribute("xmlns:dnsmasq", DNSMASQ);
        }
        PortSettings all = ports.all();
        out.yes("ipv6", ipv6).yesNo("trustGuestRxFilters", all.trustGuestFilters());
        identity.format(out);
        forward.ifPresent(f -> f.format(out));
        bridge.format(out, hasOwnBridge());
        names.format(out);
        all.vlan().ifPresent(v -> v.format(out));
        all.bandwidth().ifPresent(b -> b.format(out));
        out.startOptional("port").yesNo("isolated", ports.isolated()).end();
        addressing.addresses().forEach(a -> a.format(out));
        addressing.routes().forEach(r -> r.format(out));
        all.virtualPort().ifPresent(v -> v.format(out));
        ports.groups().forEach(g -> g.format(out));
        formatOptions(out);
        out.end();
    }

    private void formatOptions(XmlWriter out) {
        out.startOptional("dnsmasq:options");
        for (String option : dnsmasqOptions) {
            out.start("dnsmasq:option").attribute("value", option).end();
        }
        out.end();
    }
}
