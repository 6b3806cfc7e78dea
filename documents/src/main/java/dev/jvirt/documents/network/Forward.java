package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `<forward>`: how guests reach the world.
///
/// @param managed whether libvirt takes devices from the host and gives them back
/// @param driver by which devices are given to guests
/// @param nat how addresses are translated
/// @param devices through which frames leave
public record Forward(
        Mode mode, boolean managed, Optional<Driver> driver, Optional<Nat> nat, Devices devices) {
    /// The ways.
    public enum Mode implements Word {
        NAT,
        ROUTE,
        OPEN,
        BRIDGE,
        PRIVATE,
        VEPA,
        PASSTHROUGH,
        HOSTDEV;

        /// Whether libvirt makes a bridge for the network.
        public boolean hasOwnBridge() {
            return switch (this) {
                case NAT, ROUTE, OPEN -> true;
                case BRIDGE, PRIVATE, VEPA, PASSTHROUGH, HOSTDEV -> false;
            };
        }
    }

    /// Drivers of devices of the host.
    public enum Driver implements Word {
        KVM,
        VFIO
    }

    /// What frames leave through: interfaces of the host, devices on its PCI bus, or the virtual
    /// functions of one interface. Only one of them has members.
    public record Devices(
            List<String> interfaces, List<Address.Pci> addresses, Optional<String> function) {
        /// None in particular.
        public static final Devices NONE = new Devices(List.of(), List.of(), Optional.empty());

        /// Devices with their own copies.
        public Devices {
            interfaces = List.copyOf(interfaces);
            addresses = List.copyOf(addresses);
        }
    }

    /// Reads the element; `none` is no forwarding at all.
    static Optional<Forward> parse(Element network, String name) {
        var element = network.child("forward");
        if (element.isEmpty() || element.get().is("mode", "none")) {
            return Optional.empty();
        }
        Element forward = element.get();
        Mode mode = mode(forward);
        return Optional.of(
                new Forward(
                        mode,
                        forward.attribute("managed").filter("yes"::equalsIgnoreCase).isPresent(),
                        driver(forward, name),
                        Nat.parse(forward, mode, name),
                        devices(forward, name)));
    }

    private static Mode mode(Element forward) {
        String word = forward.attribute("mode").filter(m -> !m.isEmpty()).orElse("nat");
        return Word.find(Mode.class, word)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        CONFIG_UNSUPPORTED,
                                        "unknown forwarding type '%s'".formatted(word)));
    }

    private static Optional<Driver> driver(Element forward, String network) {
        var word =
                forward.child("driver").flatMap(d -> d.attribute("name")).filter(d -> !d.isEmpty());
        var driver = word.flatMap(w -> Word.find(Driver.class, w));
        if (word.isPresent() && driver.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "Unknown forward <driver name='%s'/> in network %s"
                            .formatted(word.get(), network));
        }
        return driver;
    }

    private static Devices devices(Element forward, String network) {
        var dev = forward.attribute("dev").filter(d -> !d.isEmpty());
        var addresses = forward.children("address");
        var functions = forward.children("pf");
        if (dev.isPresent() && !(addresses.isEmpty() && functions.isEmpty())) {
            throw new LibvirtException(
                    XML_ERROR,
                    "the <forward> 'dev' attribute cannot be used when <address> or <pf>"
                            + " sub-elements are present in network "
                            + network);
        }
        var interfaces = interfaces(forward, dev, network);
        if (!interfaces.isEmpty()) {
            return new Devices(interfaces, List.of(), Optional.empty());
        }
        if (!addresses.isEmpty()) {
            return new Devices(List.of(), places(addresses, network), Optional.empty());
        }
        return functions.isEmpty()
                ? Devices.NONE
                : new Devices(List.of(), List.of(), Optional.of(function(functions, network)));
    }

    private static List<String> interfaces(Element forward, Optional<String> dev, String network) {
        var names = new ArrayList<String>();
        for (Element element : forward.children("interface")) {
            String name =
                    element.attribute("dev")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "Missing required dev attribute in <forward>"
                                                            + " <interface> element of network "
                                                            + network));
            if (names.isEmpty() && dev.filter(d -> !d.equals(name)).isPresent()) {
                throw new LibvirtException(
                        XML_ERROR,
                        "<forward dev='%s'> must match first <interface dev='%s'/> in network %s"
                                .formatted(dev.get(), name, network));
            }
            if (names.contains(name)) {
                throw new LibvirtException(
                        XML_ERROR,
                        "interface '%s' can only be listed once in network %s"
                                .formatted(name, network));
            }
            names.add(name);
        }
        return names.isEmpty() ? dev.stream().toList() : names;
    }

    private static List<Address.Pci> places(List<Element> elements, String network) {
        var places = new ArrayList<Address.Pci>();
        Set<Address.Pci> seen = new HashSet<>();
        for (Element element : elements) {
            String type =
                    element.attribute("type")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "missing address type in network " + network));
            if (!type.equals("pci")) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "unknown address type '%s' in network %s".formatted(type, network));
            }
            var place = Address.Pci.parse(element);
            place = new Address.Pci(place.domain(), place.bus(), place.slot(), place.function());
            if (!seen.add(place)) {
                throw new LibvirtException(
                        XML_ERROR,
                        "PCI device '%04x:%02x:%02x.%x' can only be listed once in network %s"
                                .formatted(
                                        place.domain(),
                                        place.bus(),
                                        place.slot(),
                                        place.function(),
                                        network));
            }
            places.add(place);
        }
        return places;
    }

    private static String function(List<Element> functions, String network) {
        if (functions.size() > 1) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Only one <pf> element is allowed in <forward> of network " + network);
        }
        return functions
                .getFirst()
                .attribute("dev")
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "Missing required dev attribute in <pf> element of"
                                                + " network '%s'".formatted(network)));
    }

    /// The interface of the host that frames leave through, if it is one.
    public Optional<String> dev() {
        return devices.interfaces().stream().findFirst();
    }

    Forward withInterfaces(List<String> names) {
        return new Forward(
                mode, managed, driver, nat, new Devices(names, List.of(), Optional.empty()));
    }

    void format(XmlWriter out) {
        out.start("forward").attribute("dev", dev()).attribute("mode", mode);
        if (mode == Mode.HOSTDEV) {
            out.attribute("managed", managed ? "yes" : "no");
        }
        driver.ifPresent(d -> out.start("driver").attribute("name", d).end());
        nat.ifPresent(n -> n.format(out));
        for (String name : devices.interfaces()) {
            out.start("interface").attribute("dev", name).end();
        }
        for (Address.Pci place : devices.addresses()) {
            out.start("address").attribute("type", "pci");
            place.formatPlace(out);
            out.end();
        }
        devices.function().ifPresent(f -> out.start("pf").attribute("dev", f).end());
        out.end();
    }
}
