package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.SYSTEM_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<dhcp>`: the addresses that guests get.
///
/// @param ranges those that any guest may get
/// @param hosts those of certain guests
/// @param boot what guests without a disk load
public record Dhcp(List<Range> ranges, List<DhcpHost> hosts, Optional<Boot> boot) {
    /// None.
    public static final Dhcp NONE = new Dhcp(List.of(), List.of(), Optional.empty());

    /// `<range>`.
    public record Range(AddressRange addresses, Optional<Lease> lease) {}

    /// `<bootp>`.
    ///
    /// @param server whoever has the file; the host itself if absent
    public record Boot(String file, Optional<InternetAddress> server) {}

    /// Addresses with their own copies.
    public Dhcp {
        ranges = List.copyOf(ranges);
        hosts = List.copyOf(hosts);
    }

    static Dhcp parse(Element dhcp, NetworkAddress ip, String network) {
        var ranges = new ArrayList<Range>();
        var hosts = new ArrayList<DhcpHost>();
        for (Element child : dhcp.children()) {
            switch (child.name()) {
                case "range" -> ranges.add(range(child, ip, network));
                case "host" -> hosts.add(DhcpHost.parse(child, ip.address().isIpv6(), network));
                default -> {}
            }
        }
        var boots = dhcp.children("bootp");
        boolean boot = boots.size() == 1 && !ip.address().isIpv6();
        return new Dhcp(ranges, hosts, boot ? boot(boots.getFirst()) : Optional.empty());
    }

    static Range range(Element range, NetworkAddress ip, String network) {
        String start = end(range, "start", network);
        var first = number(start);
        var addresses = new AddressRange(first, number(end(range, "end", network)));
        addresses.checkIn(ip.address(), ip.networkBits());
        return new Range(addresses, Lease.parse(range));
    }

    private static String end(Element range, String which, String network) {
        return range.attribute(which)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "Missing '%s' attribute in dhcp range for network '%s'"
                                                .formatted(which, network)));
    }

    private static InternetAddress number(String text) {
        return InternetAddress.parse(text)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        SYSTEM_ERROR,
                                        "Cannot parse socket address '%s': Name or service not known"
                                                .formatted(text)));
    }

    private static Optional<Boot> boot(Element bootp) {
        var file = bootp.attribute("file").filter(f -> !f.isEmpty());
        var server = bootp.attribute("server").filter(s -> !s.isEmpty());
        return file.map(f -> new Boot(f, server.map(Dhcp::number)));
    }

    Dhcp withRanges(List<Range> value) {
        return new Dhcp(value, hosts, boot);
    }

    Dhcp withHosts(List<DhcpHost> value) {
        return new Dhcp(ranges, value, boot);
    }

    void format(XmlWriter out) {
        out.startOptional("dhcp");
        for (Range range : ranges) {
            out.start("range")
                    .attribute("start", range.addresses().start().toString())
                    .attribute("end", range.addresses().end().toString());
            range.lease().ifPresent(lease -> lease.format(out));
            out.end();
        }
        for (DhcpHost host : hosts) {
            host.format(out);
        }
        boot.ifPresent(
                b ->
                        out.start("bootp")
                                .attribute("file", b.file())
                                .attribute("server", b.server().map(InternetAddress::toString))
                                .end());
        out.end();
    }
}
