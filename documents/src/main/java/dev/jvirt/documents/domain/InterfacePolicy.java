package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a network interface may do and how the host treats it.
///
/// @param trustGuestRxFilters whether the host follows the guest's receive filters
/// @param isolated whether the port is kept from other isolated ports
public record InterfacePolicy(
        Optional<Boolean> trustGuestRxFilters,
        Optional<Vlan> vlan,
        Optional<VirtualPort> virtualPort,
        Optional<Bandwidth> bandwidth,
        Optional<Boolean> isolated,
        Optional<FilterReference> filter,
        Optional<Teaming> teaming,
        Link link) {
    /// The same with other limits.
    public InterfacePolicy withBandwidth(Optional<Bandwidth> value) {
        return new InterfacePolicy(
                trustGuestRxFilters, vlan, virtualPort, value, isolated, filter, teaming, link);
    }

    /// Nothing said.
    public static final InterfacePolicy NONE =
            new InterfacePolicy(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Link(
                            Optional.empty(),
                            OptionalInt.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty()));

    /// Properties of the link.
    ///
    /// @param up whether a cable is plugged in
    /// @param sendBuffer size of the tap device's send buffer
    /// @param coalesce frames that may be received before an interrupt
    public record Link(
            Optional<Boolean> up, OptionalInt mtu, OptionalLong sendBuffer, OptionalLong coalesce) {
        static Link parse(Element device) {
            var state = device.child("link").flatMap(l -> l.attribute("state"));
            if (state.isPresent() && !state.get().equals("up") && !state.get().equals("down")) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "unknown interface link state '%s'".formatted(state.get()));
            }
            return new Link(
                    state.map(s -> s.equals("up")),
                    mtu(device),
                    sendBuffer(device),
                    coalesce(device));
        }

        private static OptionalInt mtu(Element device) {
            var size = device.child("mtu").flatMap(m -> m.attribute("size"));
            if (size.isEmpty()) {
                return OptionalInt.empty();
            }
            OptionalLong number = Numbers.parse(size.get(), 10);
            if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() >= 1L << 31) {
                throw new LibvirtException(XML_ERROR, "malformed mtu size");
            }
            return number.getAsLong() == 0
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) number.getAsLong());
        }

        private static OptionalLong sendBuffer(Element device) {
            var text = device.child("tune").flatMap(t -> t.text("sndbuf"));
            if (text.isEmpty()) {
                return OptionalLong.empty();
            }
            OptionalLong number = Numbers.parse(text.get(), 10);
            if (number.orElse(-1) < 0) {
                throw new LibvirtException(XML_ERROR, "sndbuf must be a positive integer");
            }
            return number;
        }

        private static OptionalLong coalesce(Element device) {
            var frames = device.descend("coalesce", "rx", "frames");
            if (frames.isEmpty()) {
                return OptionalLong.empty();
            }
            OptionalLong max = frames.get().unsignedLong("max");
            return max.orElse(0) == 0 ? OptionalLong.empty() : max;
        }

        void format(XmlWriter out) {
            up.ifPresent(u -> out.start("link").attribute("state", u ? "up" : "down").end());
            mtu.ifPresent(size -> out.start("mtu").attribute("size", size).end());
            coalesce.ifPresent(
                    max ->
                            out.start("coalesce")
                                    .start("rx")
                                    .start("frames")
                                    .attribute("max", max)
                                    .end()
                                    .end()
                                    .end());
        }
    }

    /// The same with another state of the link.
    public InterfacePolicy withLink(Link value) {
        return new InterfacePolicy(
                trustGuestRxFilters,
                vlan,
                virtualPort,
                bandwidth,
                isolated,
                filter,
                teaming,
                value);
    }

    static InterfacePolicy parse(Element device, InterfaceSource source) {
        return new InterfacePolicy(
                device.yesNo("trustGuestRxFilters"),
                device.child("vlan").map(Vlan::parse),
                device.child("virtualport").map(v -> virtualPort(v, source)),
                device.child("bandwidth")
                        .flatMap(
                                b -> Bandwidth.parse(b, source instanceof InterfaceSource.Network)),
                device.child("port").flatMap(p -> p.yesNo("isolated")),
                takesFilter(source)
                        ? device.child("filterref").map(FilterReference::parse)
                        : Optional.empty(),
                Teaming.ofDevice(device),
                Link.parse(device));
    }

    private static VirtualPort virtualPort(Element element, InterfaceSource source) {
        return switch (source) {
            case InterfaceSource.Network _ -> VirtualPort.parse(element, false);
            case InterfaceSource.Bridge _,
                    InterfaceSource.Direct _,
                    InterfaceSource.HostFunction _ ->
                    VirtualPort.parse(element, true);
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "<virtualport> element unsupported for <interface type='%s'>"
                                    .formatted(source.type()));
        };
    }

    private static boolean takesFilter(InterfaceSource source) {
        return source instanceof InterfaceSource.Network
                || source instanceof InterfaceSource.Bridge
                || source instanceof InterfaceSource.Ethernet;
    }

    void formatConnection(XmlWriter out) {
        vlan.ifPresent(v -> v.format(out));
        virtualPort.ifPresent(v -> v.format(out));
        bandwidth.ifPresent(b -> b.format(out));
        isolated.ifPresent(i -> out.start("port").attribute("isolated", i ? "yes" : "no").end());
    }

    void formatTuning(XmlWriter out) {
        filter.ifPresent(f -> f.format(out));
        link.sendBuffer().ifPresent(size -> out.start("tune").leaf("sndbuf", size).end());
        teaming.ifPresent(t -> t.format(out));
        link.format(out);
    }
}
