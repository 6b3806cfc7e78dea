package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/// `<interface>`: a network card.
///
/// @param model name of the card; a driver chooses one if absent
public record NetworkInterface(
        Mac mac,
        InterfaceSource source,
        Addresses addresses,
        Target target,
        Optional<String> model,
        Host host,
        InterfacePolicy policy,
        DeviceInfo info)
        implements GuestDevice {
    private static final List<String> MODELS =
            List.of(
                    "netfront",
                    "rtl8139",
                    "virtio",
                    "e1000",
                    "e1000e",
                    "virtio-transitional",
                    "virtio-non-transitional",
                    "usb-net",
                    "spapr-vlan",
                    "lan9118",
                    "scm91c111",
                    "vlance",
                    "vmxnet",
                    "vmxnet2",
                    "vmxnet3",
                    "Am79C970A",
                    "Am79C973",
                    "82540EM",
                    "82545EM",
                    "82543GC");

    /// `<mac>`.
    ///
    /// @param address absent until one is generated
    /// @param check whether the hypervisor checks the range (ESX)
    public record Mac(
            Optional<MacAddress> address, Optional<MacType> type, Optional<Boolean> check) {
        static Mac parse(Element device) {
            var element = device.child("mac");
            return new Mac(
                    element.flatMap(m -> m.attribute("address")).map(MacAddress::parseUnicast),
                    element.flatMap(m -> m.choice("type", MacType.class)),
                    element.flatMap(m -> m.yesNo("check")));
        }
    }

    /// Who chose the address (ESX).
    public enum MacType implements Word {
        GENERATED,
        STATIC
    }

    /// Addresses that an interface has on the host and in the guest, and ports that lead to it.
    public record Addresses(
            IpConfiguration host, IpConfiguration guest, List<PortForward> portForwards) {
        /// None.
        public static final Addresses NONE =
                new Addresses(IpConfiguration.NONE, IpConfiguration.NONE, List.of());

        /// Addresses with their own copy of the ports.
        public Addresses {
            portForwards = List.copyOf(portForwards);
        }

        static Addresses parse(Element device) {
            return new Addresses(
                    device.child("source").map(IpConfiguration::parse).orElse(IpConfiguration.NONE),
                    IpConfiguration.parse(device),
                    PortForward.parseAll(device));
        }
    }

    /// `<target>` and `<guest>`: names of the two ends.
    ///
    /// @param managed whether the driver makes the device
    public record Target(
            Optional<String> dev,
            Optional<Boolean> managed,
            Optional<String> guestDev,
            Optional<String> guestActual) {
        /// No names yet.
        public static final Target NONE =
                new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        private static final List<String> GENERATED = List.of("vnet", "macvtap", "macvlan");

        /// The same with another name on the host.
        public Target withDev(String value) {
            return new Target(Optional.of(value), managed, guestDev, guestActual);
        }

        static Target parse(Element device, ParseFlags flags) {
            var target = device.child("target");
            var managed = target.flatMap(t -> t.yesNo("managed"));
            var guest = device.child("guest");
            return new Target(
                    target.flatMap(t -> t.attribute("dev"))
                            .filter(d -> !(flags.inactive() && isGenerated(d, managed))),
                    managed,
                    guest.flatMap(g -> g.attribute("dev")).filter(d -> !d.isEmpty()),
                    guest.flatMap(g -> g.attribute("actual")).filter(d -> !d.isEmpty()));
        }

        private static boolean isGenerated(String dev, Optional<Boolean> managed) {
            if (!managed.orElse(true)) {
                return false;
            }
            for (String prefix : GENERATED) {
                if (dev.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }

        void format(XmlWriter out, FormatFlags flags) {
            out.startOptional("target");
            if (dev.isPresent() && !(flags.inactive() && isGenerated(dev.get(), managed))) {
                out.attribute("dev", dev);
            }
            out.yesNo("managed", managed).end();
            out.startOptional("guest")
                    .attribute("dev", guestDev)
                    .attribute("actual", guestActual)
                    .end();
        }
    }

    /// How the host serves the interface.
    public record Host(
            InterfaceDriver driver,
            InterfaceBackend backend,
            Optional<String> script,
            Optional<String> downScript,
            Optional<String> backendDomain) {
        /// Nothing said.
        public static final Host NONE =
                new Host(
                        InterfaceDriver.NONE,
                        InterfaceBackend.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        static Host parse(Element device, Optional<String> model, InterfaceSource source) {
            boolean function = source instanceof InterfaceSource.HostFunction;
            return new Host(
                    InterfaceDriver.parse(device, model, function),
                    InterfaceBackend.parse(device, !function && InterfaceDriver.applies(model)),
                    attribute(device, "script", "path"),
                    attribute(device, "downscript", "path"),
                    attribute(device, "backenddomain", "name"));
        }

        private static Optional<String> attribute(Element device, String child, String name) {
            return device.child(child).flatMap(c -> c.attribute(name)).filter(v -> !v.isEmpty());
        }
    }

    /// Whether libvirt knows a model by that name.
    public static boolean isKnownModel(String name) {
        return MODELS.contains(name);
    }

    /// Whether the card has a virtio interface.
    public boolean isVirtio() {
        return InterfaceDriver.applies(model);
    }

    @Override
    public NetworkInterface withInfo(DeviceInfo value) {
        return new NetworkInterface(mac, source, addresses, target, model, host, policy, value);
    }

    /// The same with another address of the card.
    public NetworkInterface withMac(MacAddress value) {
        var changed = new Mac(Optional.of(value), mac.type(), mac.check());
        return new NetworkInterface(changed, source, addresses, target, model, host, policy, info);
    }

    /// The same with another model.
    public NetworkInterface withModel(String value) {
        return new NetworkInterface(
                mac, source, addresses, target, Optional.of(value), host, policy, info);
    }

    /// The same with other names of its ends.
    public NetworkInterface withTarget(Target value) {
        return new NetworkInterface(mac, source, addresses, value, model, host, policy, info);
    }

    /// The same connected to something else.
    public NetworkInterface withSource(InterfaceSource value) {
        return new NetworkInterface(mac, value, addresses, target, model, host, policy, info);
    }

    /// The same with another policy.
    public NetworkInterface withPolicy(InterfacePolicy value) {
        return new NetworkInterface(mac, source, addresses, target, model, host, value, info);
    }

    static NetworkInterface parse(Element device, ParseFlags flags) {
        var model =
                device.child("model")
                        .flatMap(m -> m.attribute("type"))
                        .filter(m -> !m.isEmpty())
                        .map(NetworkInterface::model);
        var source = InterfaceSource.parse(device, flags);
        return new NetworkInterface(
                Mac.parse(device),
                source,
                Addresses.parse(device),
                Target.parse(device, flags),
                model,
                Host.parse(device, model, source),
                InterfacePolicy.parse(device, source),
                DeviceInfo.parseWithRom(device, flags));
    }

    private static String model(String name) {
        for (String model : MODELS) {
            if (model.equalsIgnoreCase(name)) {
                return model;
            }
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '_'
                            || c == '-';
            if (!allowed) {
                throw new LibvirtException(XML_ERROR, "Model name contains invalid characters");
            }
        }
        return name;
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("interface").attribute("type", source.type());
        if (source instanceof InterfaceSource.HostFunction function) {
            out.yes("managed", function.managed());
        }
        out.yesNo("trustGuestRxFilters", policy.trustGuestRxFilters());
        out.startOptional("mac")
                .attribute("address", mac.address().map(MacAddress::toString))
                .word("type", mac.type())
                .yesNo("check", mac.check())
                .end();
        formatSource(out, flags);
        if (flags.status() && source instanceof InterfaceSource.Network network) {
            network.actual().ifPresent(out::copy);
        }
        policy.formatConnection(out);
        addresses.guest().format(out);
        for (PortForward forward : addresses.portForwards()) {
            forward.format(out);
        }
        host.script().ifPresent(s -> out.start("script").attribute("path", s).end());
        host.downScript().ifPresent(s -> out.start("downscript").attribute("path", s).end());
        host.backendDomain().ifPresent(s -> out.start("backenddomain").attribute("name", s).end());
        target.format(out, flags);
        model.ifPresent(m -> out.start("model").attribute("type", m).end());
        if (isVirtio()) {
            host.driver().format(out);
        }
        host.backend().format(out);
        policy.formatTuning(out);
        info.format(out);
        out.end();
    }

    private void formatSource(XmlWriter out, FormatFlags flags) {
        if (source instanceof InterfaceSource.HostFunction function) {
            function.device().format(out, flags, true);
            return;
        }
        out.startOptional("source");
        if (!(source instanceof InterfaceSource.User)) {
            source.formatAttributes(out, flags);
        } else if (source instanceof InterfaceSource.User user
                && host.backend().type().isPresent()) {
            out.attribute("dev", user.dev());
        }
        source.formatChildren(out, flags);
        addresses.host().format(out);
        out.end();
    }
}
