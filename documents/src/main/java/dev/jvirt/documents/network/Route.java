package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<route>`: a network that is reached through a host of this one.
///
/// @param family as the document names it
/// @param metric the cost of the way
public record Route(
        Optional<String> family,
        InternetAddress address,
        Optional<InternetAddress> netmask,
        OptionalInt prefix,
        InternetAddress gateway,
        OptionalInt metric) {
    static Route parse(Element route, String network) {
        var family = route.attribute("family").filter(f -> !f.isEmpty());
        String address = required(route, "address", network);
        String gateway = required(route, "gateway", network);
        var mask = route.attribute("netmask").filter(m -> !m.isEmpty());
        OptionalInt prefix = route.unsigned("prefix");
        OptionalInt metric = route.nonZero("metric");
        var parsed =
                new Route(
                        family,
                        number(address, "network", network),
                        mask.map(m -> number(m, "netmask", network)),
                        prefix,
                        number(gateway, "gateway", network),
                        metric);
        parsed.check(new Words(address, gateway, network));
        return parsed;
    }

    /// What the document says, for errors.
    private record Words(String address, String gateway, String network) {
        LibvirtException refused(String message) {
            return new LibvirtException(XML_ERROR, network + ": " + message);
        }
    }

    private static String required(Element route, String name, String network) {
        return route.attribute(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "%s: Missing required %s attribute in route definition"
                                                .formatted(network, name)));
    }

    private static InternetAddress number(String text, String what, String network) {
        return InternetAddress.parse(text)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "%s: Bad %s address '%s' in route definition"
                                                .formatted(network, what, text)));
    }

    private void check(Words words) {
        switch (family.orElse("")) {
            case "" -> checkIpv4(words, "No");
            case "ipv4" -> checkIpv4(words, "IPv4");
            case "ipv6" -> checkIpv6(words);
            default ->
                    throw words.refused(
                            "Unrecognized family '%s' in route definition".formatted(family.get()));
        }
        var network =
                netmask.isPresent()
                        ? address.network(netmask.get())
                        : address.network(prefix.orElse(0));
        if (!network.equals(address)) {
            throw words.refused(
                    "Address '%s' in route definition is not a network address"
                            .formatted(words.address()));
        }
    }

    private void checkIpv4(Words words, String named) {
        if (address.isIpv6()) {
            throw words.refused(
                    "%s family specified for non-IPv4 address '%s' in route definition"
                            .formatted(named, words.address()));
        }
        if (gateway.isIpv6()) {
            // libvirt itself names the wrong one of the two.
            throw words.refused(
                    "%s family specified for non-IPv4 gateway '%s' in route definition"
                            .formatted(named, words.address()));
        }
        if (netmask.filter(InternetAddress::isIpv6).isPresent()) {
            throw words.refused(
                    "Invalid netmask '%s' for address '%s' (both must be IPv4)"
                            .formatted(netmask.get(), words.address()));
        }
        if (netmask.isPresent() && prefix.isPresent()) {
            throw words.refused("Route definition cannot have both a prefix and a netmask");
        }
        checkPrefix(words);
    }

    private void checkIpv6(Words words) {
        if (!address.isIpv6()) {
            throw words.refused(
                    "ipv6 family specified for non-IPv6 address '%s' in route definition"
                            .formatted(words.address()));
        }
        if (netmask.isPresent()) {
            throw words.refused(
                    "Specifying netmask invalid for IPv6 address '%s' in route definition"
                            .formatted(words.address()));
        }
        if (!gateway.isIpv6()) {
            throw words.refused(
                    "ipv6 specified for non-IPv6 gateway address '%s' in route definition"
                            .formatted(words.gateway()));
        }
        checkPrefix(words);
    }

    private void checkPrefix(Words words) {
        if (prefix.orElse(0) > address.bits()) {
            throw words.refused(
                    "Invalid prefix %d specified in route definition, must be 0 - %d"
                            .formatted(prefix.getAsInt(), address.bits()));
        }
    }

    void format(XmlWriter out) {
        out.start("route")
                .attribute("family", family)
                .attribute("address", address.toString())
                .attribute("netmask", netmask.map(InternetAddress::toString))
                .attribute("prefix", prefix)
                .attribute("gateway", gateway.toString())
                .attribute("metric", metric)
                .end();
    }
}
