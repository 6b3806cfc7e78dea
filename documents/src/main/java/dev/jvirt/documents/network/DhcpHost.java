package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.MacAddress;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<host>` of `<dhcp>`: a guest that always gets the same address.
///
/// @param mac its hardware address as the document has it (IPv4)
/// @param id its identifier (IPv6)
public record DhcpHost(
        Optional<String> mac,
        Optional<String> id,
        Optional<String> name,
        InternetAddress address,
        Optional<Lease> lease) {
    /// What tells which one is meant, in a request to remove it.
    record Search(Optional<String> mac, Optional<String> name, Optional<InternetAddress> address) {
        boolean finds(DhcpHost host) {
            return (mac.isEmpty() || sameMac(mac, host.mac))
                    && (name.isEmpty() || name.equals(host.name))
                    && (address.isEmpty() || address.get().equals(host.address));
        }
    }

    static Search parseSearch(Element host, boolean ipv6, String network) {
        var mac = host.attribute("mac");
        mac.ifPresent(m -> checkMac(m, ipv6, network));
        var name = host.attribute("name");
        name.ifPresent(n -> checkName(n, network));
        return new Search(mac, name, host.attribute("ip").map(ip -> address(ip, network)));
    }

    /// Whether another one has something that only one may have.
    boolean clashes(DhcpHost other) {
        return sameMac(mac, other.mac)
                || (name.isPresent() && name.equals(other.name))
                || address.equals(other.address);
    }

    private static boolean sameMac(Optional<String> one, Optional<String> other) {
        return one.isPresent()
                && other.isPresent()
                && MacAddress.parse(one.get()).equals(MacAddress.parse(other.get()));
    }

    /// Its attributes in words.
    String describe() {
        return "<host mac='%s' name='%s' ip='%s'/>"
                .formatted(mac.orElse("unknown"), name.orElse("(null)"), address);
    }

    static DhcpHost parse(Element host, boolean ipv6, String network) {
        var mac = host.attribute("mac");
        mac.ifPresent(m -> checkMac(m, ipv6, network));
        var id = host.attribute("id");
        id.ifPresent(i -> checkId(i, network));
        var name = host.attribute("name");
        name.ifPresent(n -> checkName(n, network));
        var address = host.attribute("ip").map(ip -> address(ip, network));
        if (ipv6 && id.isEmpty() && name.isEmpty()) {
            throw refused(
                    "Static host definition in IPv6 network '%s' must have id or name attribute"
                            .formatted(network));
        }
        if (!ipv6 && mac.isEmpty() && name.isEmpty()) {
            throw refused(
                    "Static host definition in IPv4 network '%s' must have mac or name attribute"
                            .formatted(network));
        }
        return new DhcpHost(
                mac,
                id,
                name,
                address.orElseThrow(
                        () ->
                                refused(
                                        "Missing IP address in static host definition for network '%s'"
                                                .formatted(network))),
                Lease.parse(host));
    }

    private static void checkMac(String mac, boolean ipv6, String network) {
        if (ipv6) {
            throw refused(
                    "Invalid to specify MAC address '%s' in network '%s' IPv6 static host definition"
                            .formatted(mac, network));
        }
        var number = MacAddress.parse(mac);
        if (number.isEmpty()) {
            throw refused("Cannot parse MAC address '%s' in network '%s'".formatted(mac, network));
        }
        if (number.get().isMulticast()) {
            throw refused(
                    "expected unicast mac address, found multicast '%s' in network '%s'"
                            .formatted(mac, network));
        }
    }

    private static void checkId(String id, String network) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c != ':' && Character.digit(c, 16) < 0) {
                throw refused(
                        "Invalid character '%c' in id '%s' of network '%s'"
                                .formatted(c, id, network));
            }
        }
    }

    private static void checkName(String name, String network) {
        char first = name.isEmpty() ? ' ' : name.charAt(0);
        boolean letter = first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z';
        if (!letter && (first < '0' || first > '9')) {
            throw refused("Cannot use host name '%s' in network '%s'".formatted(name, network));
        }
    }

    private static InternetAddress address(String text, String network) {
        return InternetAddress.parse(text)
                .orElseThrow(
                        () ->
                                refused(
                                        "Invalid IP address in static host definition for network '%s'"
                                                .formatted(network)));
    }

    private static LibvirtException refused(String message) {
        return new LibvirtException(XML_ERROR, message);
    }

    void format(XmlWriter out) {
        out.start("host")
                .attribute("mac", mac)
                .attribute("id", id)
                .attribute("name", name)
                .attribute("ip", address.toString());
        lease.ifPresent(l -> l.format(out));
        out.end();
    }
}
