package dev.jvirt.documents.host;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<protocol>`: the addresses of one family that an interface has.
///
/// @param autoconf whether routers tell an address (IPv6)
public record InterfaceProtocol(
        String family,
        boolean autoconf,
        Optional<Dhcp> dhcp,
        List<Ip> addresses,
        Optional<String> gateway) {
    /// `<dhcp>`.
    ///
    /// @param peerDns whether the server's name servers are asked
    public record Dhcp(Optional<Boolean> peerDns) {}

    /// `<ip>`.
    public record Ip(Optional<String> address, OptionalInt prefix) {}

    /// A protocol with its own copy.
    public InterfaceProtocol {
        addresses = List.copyOf(addresses);
    }

    static InterfaceProtocol parse(Element protocol) {
        String family =
                protocol.attribute("family")
                        .orElseThrow(() -> refused("protocol misses the family attribute"));
        if (!family.equals("ipv4") && !family.equals("ipv6")) {
            throw refused("unsupported protocol family '%s'".formatted(family));
        }
        var addresses = new ArrayList<Ip>();
        for (Element ip : protocol.children("ip")) {
            var address = ip.attribute("address");
            if (address.isPresent()) {
                addresses.add(new Ip(address, prefix(ip)));
            }
        }
        return new InterfaceProtocol(
                family,
                family.equals("ipv6") && protocol.has("autoconf"),
                protocol.child("dhcp").map(d -> new Dhcp(d.yesNo("peerdns"))),
                addresses,
                protocol.child("route").flatMap(r -> r.attribute("gateway")));
    }

    private static OptionalInt prefix(Element ip) {
        OptionalInt prefix = ip.unsigned("prefix");
        return prefix.orElse(0) == 0 ? OptionalInt.empty() : prefix;
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    void format(XmlWriter out) {
        out.start("protocol").attribute("family", family);
        out.empty("autoconf", autoconf);
        dhcp.ifPresent(d -> out.start("dhcp").yesNo("peerdns", d.peerDns()).end());
        for (Ip ip : addresses) {
            out.start("ip")
                    .attribute("address", ip.address())
                    .attribute("prefix", ip.prefix())
                    .end();
        }
        gateway.ifPresent(g -> out.start("route").attribute("gateway", g).end());
        out.closeEmpty();
    }
}
