package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<ip>`: an address of the host in the network, and what it offers there.
///
/// @param family as the document names it
/// @param netmask how the network is told from its hosts; absent if `prefix` is given or the class
/// of the address says it
/// @param localPtr whether questions for the names of the network's addresses go no further
/// @param tftpRoot the folder whose files are offered
public record NetworkAddress(
        Optional<String> family,
        InternetAddress address,
        Optional<InternetAddress> netmask,
        OptionalInt prefix,
        Optional<Boolean> localPtr,
        Optional<String> tftpRoot,
        Dhcp dhcp) {
    static NetworkAddress parse(Element ip, String network) {
        var text = ip.attribute("address").filter(a -> !a.isEmpty());
        var family = ip.attribute("family").filter(f -> !f.isEmpty());
        var localPtr = ip.yesNo("localPtr");
        OptionalInt prefix = ip.positive("prefix");
        if (text.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Missing required address attribute in network '%s'".formatted(network));
        }
        var address =
                InternetAddress.parse(text.get())
                        .orElseThrow(() -> invalid("address", text.get(), network));
        var mask = ip.attribute("netmask").filter(m -> !m.isEmpty());
        var netmask = mask.flatMap(InternetAddress::parse);
        if (mask.isPresent() && netmask.isEmpty()) {
            throw invalid("netmask", mask.get(), network);
        }
        var alone =
                new NetworkAddress(
                        family, address, netmask, prefix, localPtr, Optional.empty(), Dhcp.NONE);
        alone.check(text.get(), network);
        return alone.withServices(
                alone.tftpRoot(ip, network),
                ip.child("dhcp").map(d -> Dhcp.parse(d, alone, network)).orElse(Dhcp.NONE));
    }

    private static LibvirtException invalid(String what, String text, String network) {
        return new LibvirtException(
                XML_ERROR, "Invalid %s '%s' in network '%s'".formatted(what, text, network));
    }

    private void check(String text, String network) {
        switch (family.orElse("")) {
            case "", "ipv4" -> checkIpv4(text, network);
            case "ipv6" -> checkIpv6(text, network);
            default ->
                    throw new LibvirtException(
                            XML_ERROR,
                            "Unrecognized family '%s' in network '%s'"
                                    .formatted(family.get(), network));
        }
    }

    private void checkIpv4(String text, String network) {
        if (address.isIpv6()) {
            throw refused(
                    "%s family specified for non-IPv4 address '%s' in network '%s'"
                            .formatted(family.orElse("no"), text, network));
        }
        if (netmask.filter(InternetAddress::isIpv6).isPresent()) {
            throw refused(
                    "Invalid netmask '%s' for address '%s' in network '%s' (both must be IPv4)"
                            .formatted(netmask.get(), text, network));
        }
        if (netmask.isPresent() && prefix.isPresent()) {
            throw refused(
                    "Network '%s' IP address cannot have both a prefix and a netmask"
                            .formatted(network));
        }
        checkPrefix("IPv4", network);
    }

    private void checkIpv6(String text, String network) {
        if (!address.isIpv6()) {
            throw refused(
                    "Family 'ipv6' specified for non-IPv6 address '%s' in network '%s'"
                            .formatted(text, network));
        }
        if (netmask.isPresent()) {
            throw refused(
                    "netmask not allowed for IPv6 address '%s' in network '%s'"
                            .formatted(text, network));
        }
        checkPrefix("IPv6", network);
    }

    private void checkPrefix(String version, String network) {
        if (prefix.orElse(0) > address.bits()) {
            throw refused(
                    "Invalid %s prefix '%d' in network '%s'"
                            .formatted(version, prefix.getAsInt(), network));
        }
    }

    private Optional<String> tftpRoot(Element ip, String network) {
        if (address.isIpv6() && ip.has("tftp")) {
            throw refused(
                    "Unsupported <tftp> element in an IPv6 element in network '%s'"
                            .formatted(network));
        }
        return ip.child("tftp").flatMap(t -> t.attribute("root")).filter(root -> !root.isEmpty());
    }

    private static LibvirtException refused(String message) {
        return new LibvirtException(CONFIG_UNSUPPORTED, message);
    }

    private NetworkAddress withServices(Optional<String> tftp, Dhcp served) {
        return new NetworkAddress(family, address, netmask, prefix, localPtr, tftp, served);
    }

    NetworkAddress withDhcp(Dhcp served) {
        return withServices(tftpRoot, served);
    }

    /// How many bits name the network; absent if the mask is none that such a number could say, or
    /// nothing is known at all.
    public OptionalInt networkBits() {
        if (prefix.isPresent()) {
            return prefix;
        }
        return netmask.isPresent() ? netmask.get().maskBits() : address.defaultPrefix();
    }

    /// Whether another address is one of the network.
    boolean reaches(InternetAddress other) {
        if (other.isIpv6() != address.isIpv6()) {
            return false;
        }
        OptionalInt bits = networkBits();
        return bits.isPresent()
                && other.network(bits.getAsInt()).equals(address.network(bits.getAsInt()));
    }

    void format(XmlWriter out) {
        out.start("ip")
                .attribute("family", family)
                .attribute("address", address.toString())
                .attribute("netmask", netmask.map(InternetAddress::toString))
                .attribute("prefix", prefix)
                .yesNo("localPtr", localPtr);
        tftpRoot.ifPresent(root -> out.start("tftp").attribute("root", root).end());
        dhcp.format(out);
        out.closeEmpty();
    }
}
