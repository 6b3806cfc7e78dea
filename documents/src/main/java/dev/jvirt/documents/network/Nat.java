package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/// `<nat>`: how addresses of guests are translated.
///
/// @param addresses to which
/// @param ports to which
/// @param ipv6 whether IPv6 is translated too
public record Nat(Optional<AddressRange> addresses, Optional<Ports> ports, Optional<Boolean> ipv6) {
    private static final int LAST_PORT = 65535;

    /// `<port>`: the first and the last of the ports.
    public record Ports(int start, int end) {}

    static Optional<Nat> parse(Element forward, Forward.Mode mode, String network) {
        var elements = forward.children("nat");
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        if (elements.size() > 1) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Only one <nat> element is allowed in <forward> of network " + network);
        }
        if (mode != Forward.Mode.NAT) {
            throw new LibvirtException(
                    XML_ERROR,
                    "The <nat> element can only be used when <forward> 'mode' is 'nat' in network "
                            + network);
        }
        Element nat = elements.getFirst();
        return Optional.of(
                new Nat(
                        only(nat, "address", network).map(a -> addresses(a, network)),
                        only(nat, "port", network).map(p -> ports(p, network)),
                        nat.yesNo("ipv6")));
    }

    private static Optional<Element> only(Element nat, String name, String network) {
        List<Element> elements = nat.children(name);
        if (elements.size() > 1) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Only one <%s> element is allowed in <nat> in <forward> in network %s"
                            .formatted(name, network));
        }
        return elements.stream().findFirst();
    }

    private static AddressRange addresses(Element address, String network) {
        String start = end(address, "start", network);
        String end = end(address, "end", network);
        var range = new AddressRange(ipv4(start, "start", network), ipv4(end, "end", network));
        range.check();
        return range;
    }

    private static String end(Element address, String which, String network) {
        return address.attribute(which)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "missing '%s' attribute in <address> element in <nat> in <forward> in network %s"
                                                .formatted(which, network)));
    }

    private static InternetAddress ipv4(String text, String which, String network) {
        return InternetAddress.parse(text)
                .filter(a -> !a.isIpv6())
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "Bad ipv4 %s address '%s' in <nat> in <forward> in network '%s'"
                                                .formatted(which, text, network)));
    }

    private static Ports ports(Element port, String network) {
        int start = port(port, "start", 0, network);
        return new Ports(start, port(port, "end", start, network));
    }

    private static int port(Element port, String which, int lowest, String network) {
        long number = Numbers.parse(port.attribute(which).orElse(""), 10).orElse(-1);
        if (number < lowest || number > LAST_PORT) {
            throw new LibvirtException(
                    XML_DETAIL,
                    "Missing or invalid '%s' attribute in <port> in <nat> in <forward> in network %s"
                            .formatted(which, network));
        }
        return (int) number;
    }

    void format(XmlWriter out) {
        out.startOptional("nat").yesNo("ipv6", ipv6);
        addresses.ifPresent(
                range ->
                        out.start("address")
                                .attribute("start", range.start().toString())
                                .attribute("end", range.end().toString())
                                .end());
        ports.ifPresent(
                range ->
                        out.start("port")
                                .attribute("start", range.start())
                                .attribute("end", range.end())
                                .end());
        out.end();
    }
}
