package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<ip>`: an address of one end of an interface.
public record IpAddress(String address, OptionalInt prefix, Optional<String> peer) {
    static List<IpAddress> parseAll(Element parent) {
        var all = new ArrayList<IpAddress>();
        for (Element ip : parent.children("ip")) {
            all.add(parse(ip));
        }
        return all;
    }

    private static IpAddress parse(Element ip) {
        String address =
                ip.attribute("address")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR, "Missing required address in <ip>"));
        if (!isNumeric(address)) {
            throw new LibvirtException(
                    XML_ERROR, "Invalid address '%s' in <ip>".formatted(address));
        }
        OptionalInt prefix = ip.positive("prefix");
        if (prefix.orElse(0) > (address.contains(":") ? 128 : 32)) {
            throw new LibvirtException(
                    XML_ERROR, "Invalid prefix value '%d' in <ip>".formatted(prefix.getAsInt()));
        }
        return new IpAddress(address, prefix, ip.attribute("peer"));
    }

    private static boolean isNumeric(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (Character.digit(c, 16) < 0 && c != ':' && c != '.' && c != '%') {
                return false;
            }
        }
        return !address.isEmpty() && (address.contains(":") || address.contains("."));
    }

    void format(XmlWriter out) {
        out.start("ip")
                .attribute("address", address)
                .attribute("family", address.contains(":") ? "ipv6" : "ipv4")
                .attribute("prefix", prefix)
                .attribute("peer", peer)
                .end();
    }
}
