package dev.jvirt.documents.host;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What makes an interface one of its kind.
public sealed interface InterfaceDetails {
    /// A card.
    record Ethernet(Optional<String> mac) implements InterfaceDetails {}

    /// `<bridge>`: interfaces whose frames go to one another.
    record Bridge(Optional<Boolean> stp, Optional<String> delay, List<HostInterface> interfaces)
            implements InterfaceDetails {
        /// A bridge with its own copy.
        public Bridge {
            interfaces = List.copyOf(interfaces);
        }
    }

    /// `<bond>`: interfaces that are used as one.
    record Bond(
            Optional<String> mode,
            Optional<MiiMonitor> mii,
            Optional<ArpMonitor> arp,
            List<HostInterface> interfaces)
            implements InterfaceDetails {
        /// A bond with its own copy.
        public Bond {
            interfaces = List.copyOf(interfaces);
        }
    }

    /// `<miimon>`: the links are watched.
    record MiiMonitor(
            int frequency, OptionalInt upDelay, OptionalInt downDelay, Optional<String> carrier) {}

    /// `<arpmon>`: a neighbour is asked.
    record ArpMonitor(int interval, String target, Optional<String> validate) {}

    /// `<vlan>`: a part of another interface.
    record Vlan(String tag, String device) implements InterfaceDetails {}

    /// Reads what belongs to a kind of interface.
    static InterfaceDetails parse(Element element, HostInterface.Kind kind) {
        return switch (kind) {
            case ETHERNET ->
                    new Ethernet(element.child("mac").flatMap(m -> m.attribute("address")));
            case BRIDGE -> bridge(child(element, kind));
            case BOND -> bond(child(element, kind));
            case VLAN -> vlan(child(element, kind));
        };
    }

    private static Element child(Element element, HostInterface.Kind kind) {
        return element.child(kind.spelling())
                .orElseThrow(
                        () ->
                                refused(
                                        "%s interface misses the %s element"
                                                .formatted(kind.spelling(), kind.spelling())));
    }

    private static Bridge bridge(Element bridge) {
        Optional<String> stp = bridge.attribute("stp");
        return new Bridge(
                stp.filter(word -> word.equals("on") || word.equals("off")).map("on"::equals),
                bridge.attribute("delay"),
                interfaces(bridge));
    }

    private static List<HostInterface> interfaces(Element parent) {
        var interfaces = new ArrayList<HostInterface>();
        for (Element child : parent.children("interface")) {
            interfaces.add(HostInterface.parsePart(child));
        }
        return interfaces;
    }

    private static Bond bond(Element bond) {
        Optional<String> mode = bond.attribute("mode");
        var mii = bond.child("miimon").map(InterfaceDetails::mii);
        var arp =
                mii.isPresent()
                        ? Optional.<ArpMonitor>empty()
                        : bond.child("arpmon").map(InterfaceDetails::arp);
        return new Bond(mode, mii, arp, interfaces(bond));
    }

    private static MiiMonitor mii(Element monitor) {
        OptionalInt frequency = monitor.unsigned("freq");
        return new MiiMonitor(
                frequency.orElseThrow(
                        () -> refused("bond interface miimon freq missing or invalid")),
                positive(monitor, "updelay"),
                positive(monitor, "downdelay"),
                monitor.attribute("carrier"));
    }

    private static OptionalInt positive(Element monitor, String name) {
        OptionalInt number = monitor.unsigned(name);
        return number.orElse(0) == 0 ? OptionalInt.empty() : number;
    }

    private static ArpMonitor arp(Element monitor) {
        OptionalInt interval = monitor.unsigned("interval");
        return new ArpMonitor(
                interval.orElseThrow(
                        () -> refused("bond interface arpmon interval missing or invalid")),
                monitor.attribute("target")
                        .orElseThrow(() -> refused("bond interface arpmon target missing")),
                monitor.attribute("validate"));
    }

    private static Vlan vlan(Element vlan) {
        String tag =
                vlan.attribute("tag")
                        .orElseThrow(() -> refused("vlan interface misses the tag attribute"));
        return new Vlan(
                tag,
                vlan.child("interface")
                        .flatMap(i -> i.attribute("name"))
                        .orElseThrow(() -> refused("vlan interface misses name attribute")));
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    /// The hardware address, if the interface has one of its own.
    default Optional<String> mac() {
        return this instanceof Ethernet ethernet ? ethernet.mac() : Optional.empty();
    }

    /// Writes what belongs to the kind.
    default void format(XmlWriter out) {
        switch (this) {
            case Ethernet ethernet ->
                    ethernet.mac()
                            .ifPresent(mac -> out.start("mac").attribute("address", mac).end());
            case Bridge bridge -> {
                out.start("bridge").onOff("stp", bridge.stp()).attribute("delay", bridge.delay());
                bridge.interfaces().forEach(i -> i.format(out));
                out.closeEmpty();
            }
            case Bond bond -> {
                out.start("bond").attribute("mode", bond.mode());
                bond.mii().ifPresent(m -> format(m, out));
                bond.arp().ifPresent(a -> format(a, out));
                bond.interfaces().forEach(i -> i.format(out));
                out.closeEmpty();
            }
            case Vlan vlan -> {
                out.start("vlan").attribute("tag", vlan.tag());
                out.start("interface").attribute("name", vlan.device()).end();
                out.end();
            }
        }
    }

    private static void format(MiiMonitor monitor, XmlWriter out) {
        out.start("miimon")
                .attribute("freq", monitor.frequency())
                .attribute("downdelay", monitor.downDelay())
                .attribute("updelay", monitor.upDelay())
                .attribute("carrier", monitor.carrier())
                .end();
    }

    private static void format(ArpMonitor monitor, XmlWriter out) {
        out.start("arpmon")
                .attribute("interval", monitor.interval())
                .attribute("target", monitor.target())
                .attribute("validate", monitor.validate())
                .end();
    }
}
