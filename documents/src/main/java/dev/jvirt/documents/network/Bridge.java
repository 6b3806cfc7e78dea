package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.MacAddress;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// `<bridge>`, `<mtu>` and `<mac>`: the bridge that the guests are connected to.
///
/// @param name absent until one is chosen, and if there is no bridge
/// @param zone of the host's firewall
/// @param stp whether it looks for loops; it does unless told otherwise
/// @param delay seconds before a new port forwards
/// @param macTableManager who says behind which port an address is
/// @param mtu the largest packet, in bytes; absent for the usual one
/// @param mac its own address; absent until one is generated
public record Bridge(
        Optional<String> name,
        Optional<String> zone,
        Optional<Boolean> stp,
        long delay,
        Optional<MacTableManager> macTableManager,
        OptionalLong mtu,
        Optional<MacAddress> mac) {
    private static final long LARGEST_MTU = 0xFFFFFFFFL;

    /// Who says behind which port an address is.
    public enum MacTableManager implements Word {
        KERNEL,
        LIBVIRT
    }

    /// The same with a name.
    public Bridge withName(String value) {
        return new Bridge(Optional.of(value), zone, stp, delay, macTableManager, mtu, mac);
    }

    /// The same with an address of its own.
    public Bridge withMac(MacAddress value) {
        return new Bridge(name, zone, stp, delay, macTableManager, mtu, Optional.of(value));
    }

    static Bridge parse(Element network, String networkName) {
        return new Bridge(
                text(network, "name"),
                text(network, "zone"),
                text(network, "stp").map(word -> !word.equals("off")),
                text(network, "delay").map(d -> delay(d, networkName)).orElse(0L),
                text(network, "macTableManager").map(m -> manager(m, networkName)),
                mtu(network, networkName),
                network.child("mac")
                        .flatMap(m -> m.attribute("address"))
                        .filter(a -> !a.isEmpty())
                        .map(a -> mac(a, networkName)));
    }

    private static Optional<String> text(Element network, String attribute) {
        return network.child("bridge")
                .flatMap(b -> b.attribute(attribute))
                .filter(text -> !text.isEmpty());
    }

    private static long delay(String text, String network) {
        long delay = Numbers.parse(text, 10).orElse(-1);
        if (delay < 0) {
            throw new LibvirtException(
                    XML_ERROR, "Invalid delay value in network '%s'".formatted(network));
        }
        return delay;
    }

    private static MacTableManager manager(String word, String network) {
        return Word.find(MacTableManager.class, word)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "Invalid macTableManager setting '%s' in network '%s'"
                                                .formatted(word, network)));
    }

    private static OptionalLong mtu(Element network, String networkName) {
        var text = network.child("mtu").flatMap(m -> m.attribute("size")).orElse("");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong size = Numbers.parse(text, 10);
        if (size.isEmpty() || Math.abs(size.getAsLong()) > LARGEST_MTU) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Invalid mtu size '%s' in network '%s'".formatted(text, networkName));
        }
        // C reads an unsigned number, in which a sign means the rest to 2^32.
        long unsigned = size.getAsLong() & LARGEST_MTU;
        return unsigned == 0 ? OptionalLong.empty() : OptionalLong.of(unsigned);
    }

    private static MacAddress mac(String text, String network) {
        var mac =
                MacAddress.parse(text)
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "Invalid bridge mac address '%s' in network '%s'"
                                                        .formatted(text, network)));
        if (mac.isMulticast()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Invalid multicast bridge mac address '%s' in network '%s'"
                            .formatted(text, network));
        }
        return mac;
    }

    /// @param own whether libvirt makes the bridge, so that it has settings
    void format(XmlWriter out, boolean own) {
        if (own || name.isPresent() || macTableManager.isPresent()) {
            out.start("bridge").attribute("name", name).attribute("zone", zone);
            if (own) {
                out.attribute("stp", stp.orElse(true) ? "on" : "off").attribute("delay", delay);
            }
            out.word("macTableManager", macTableManager).end();
        }
        if (mtu.isPresent()) {
            out.start("mtu").attribute("size", mtu).end();
        }
        mac.ifPresent(m -> out.start("mac").attribute("address", m.toString()).end());
    }
}
