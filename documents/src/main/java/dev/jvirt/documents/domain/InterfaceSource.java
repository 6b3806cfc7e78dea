package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// To what a network interface is connected: the `type` attribute and the `<source>`.
public sealed interface InterfaceSource {
    /// The emulator's own network stack.
    record User(Optional<String> dev) implements InterfaceSource {
        @Override
        public String type() {
            return "user";
        }
    }

    /// A tap device that someone else connects.
    record Ethernet() implements InterfaceSource {
        @Override
        public String type() {
            return "ethernet";
        }
    }

    /// A virtual switch in another process.
    record VhostUser(String path, boolean server, Optional<Reconnect> reconnect)
            implements InterfaceSource {
        static VhostUser parse(Element source) {
            String type = source.required("type");
            if (!type.equals("unix")) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "Type='%s' unsupported for <interface type='vhostuser'>".formatted(type));
            }
            String mode = source.required("mode");
            if (!mode.equals("server") && !mode.equals("client")) {
                throw source.invalid("mode", mode);
            }
            return new VhostUser(
                    source.required("path"), mode.equals("server"), Reconnect.ofSource(source));
        }

        @Override
        public String type() {
            return "vhostuser";
        }

        @Override
        public void formatAttributes(XmlWriter out, FormatFlags flags) {
            out.attribute("type", "unix")
                    .attribute("path", path)
                    .attribute("mode", server ? "server" : "client");
        }

        @Override
        public void formatChildren(XmlWriter out, FormatFlags flags) {
            reconnect.ifPresent(r -> r.format(out));
        }
    }

    /// Frames in a socket between emulators.
    record Socket(SocketKind kind, Optional<String> address, int port, Optional<Local> local)
            implements InterfaceSource {
        static Socket parse(Element source, SocketKind kind) {
            var address =
                    kind == SocketKind.SERVER
                            ? source.attribute("address")
                            : Optional.of(source.required("address"));
            source.required("port");
            Optional<Local> local = Optional.empty();
            if (kind == SocketKind.UDP) {
                var element =
                        source.child("local")
                                .orElseThrow(
                                        () ->
                                                new LibvirtException(
                                                        XML_ERROR,
                                                        "'<local>' element missing for 'udp' socket"
                                                                + " interface"));
                element.required("port");
                local =
                        Optional.of(
                                new Local(
                                        element.required("address"),
                                        element.integer("port").orElse(0)));
            }
            return new Socket(kind, address, source.integer("port").orElse(0), local);
        }

        @Override
        public String type() {
            return kind.word();
        }

        @Override
        public void formatAttributes(XmlWriter out, FormatFlags flags) {
            out.attribute("address", address).attribute("port", port);
        }

        @Override
        public void formatChildren(XmlWriter out, FormatFlags flags) {
            local.ifPresent(
                    l ->
                            out.start("local")
                                    .attribute("address", l.address())
                                    .attribute("port", l.port())
                                    .end());
        }
    }

    /// `<local>`: the own end of a UDP socket.
    record Local(String address, int port) {}

    /// The kinds of [Socket].
    enum SocketKind implements Word {
        SERVER,
        CLIENT,
        MCAST,
        UDP
    }

    /// A virtual network.
    ///
    /// @param portId identifier of the interface's port, while the domain runs
    /// @param actual how the network connects it, while the domain runs; as it was read, for the
    /// network says it
    record Network(
            String name,
            Optional<String> portGroup,
            Optional<UUID> portId,
            Optional<Element> actual)
            implements InterfaceSource {
        static Network parse(Element source, ParseFlags flags) {
            return new Network(
                    source.required("network"),
                    source.attribute("portgroup"),
                    flags.inactive() ? Optional.empty() : source.uuid("portid"),
                    Optional.empty());
        }

        @Override
        public String type() {
            return "network";
        }

        @Override
        public void formatAttributes(XmlWriter out, FormatFlags flags) {
            out.attribute("network", name).attribute("portgroup", portGroup);
            if (!flags.inactive()) {
                out.attribute("portid", portId.map(UUID::toString));
            }
        }

        Network withActual(Optional<Element> value) {
            return new Network(name, portGroup, portId, value);
        }
    }

    /// A bridge of the host.
    record Bridge(String name) implements InterfaceSource {
        @Override
        public String type() {
            return "bridge";
        }

        @Override
        public void formatAttributes(XmlWriter out, FormatFlags flags) {
            out.attribute("bridge", name);
        }
    }

    /// A network inside the hypervisor (VirtualBox).
    record Internal(String name) implements InterfaceSource {
        @Override
        public String type() {
            return "internal";
        }

        @Override
        public void formatAttributes(XmlWriter out, FormatFlags flags) {
            out.attribute("name", name);
        }
    }

    /// A macvtap device on an interface of the host.
    record Direct(String dev, DirectMode mode) implements InterfaceSource {
        @Override
        public String type() {
            return "direct";
        }

        @Override
        public void formatAttributes(XmlWriter out, FormatFlags flags) {
            out.attribute("dev", dev).attribute("mode", mode);
        }
    }

    /// How a macvtap device talks with its siblings.
    enum DirectMode implements Word {
        VEPA,
        PRIVATE,
        BRIDGE,
        PASSTHROUGH
    }

    /// A PCI function of the host.
    record HostFunction(boolean managed, HostDeviceSource device) implements InterfaceSource {
        @Override
        public String type() {
            return "hostdev";
        }
    }

    /// A vDPA device of the host.
    record Vdpa(String dev) implements InterfaceSource {
        @Override
        public String type() {
            return "vdpa";
        }

        @Override
        public void formatAttributes(XmlWriter out, FormatFlags flags) {
            out.attribute("dev", dev);
        }
    }

    /// No connection.
    record Null() implements InterfaceSource {
        @Override
        public String type() {
            return "null";
        }
    }

    /// A distributed switch (ESX).
    record Vds(UUID switchId, long portId, String portGroupId, long connectionId)
            implements InterfaceSource {
        static Vds parse(Element source) {
            source.required("portid");
            source.required("connectionid");
            source.required("switchid");
            return new Vds(
                    source.uuid("switchid").orElseThrow(),
                    source.longInteger("portid").orElse(0),
                    source.required("portgroupid"),
                    source.longInteger("connectionid").orElse(0));
        }

        @Override
        public String type() {
            return "vds";
        }

        @Override
        public void formatAttributes(XmlWriter out, FormatFlags flags) {
            out.attribute("switchid", switchId.toString())
                    .attribute("portid", portId)
                    .attribute("portgroupid", portGroupId)
                    .attribute("connectionid", connectionId);
        }
    }

    /// The word of the `type` attribute.
    String type();

    /// Writes the attributes of the `<source>`.
    default void formatAttributes(XmlWriter out, FormatFlags flags) {}

    /// Writes the children of the `<source>`.
    default void formatChildren(XmlWriter out, FormatFlags flags) {}

    /// Reads type and source of an `<interface>`.
    static InterfaceSource parse(Element element) {
        return parse(element, ParseFlags.INACTIVE);
    }

    /// Reads type and source of an `<interface>`.
    static InterfaceSource parse(Element element, ParseFlags flags) {
        String type = element.attribute("type").orElse("user");
        var source = element.child("source");
        return switch (type) {
            case "user" -> new User(source.flatMap(s -> s.attribute("dev")));
            case "ethernet" -> new Ethernet();
            case "null" -> new Null();
            case "hostdev" -> hostFunction(element, flags);
            case "vhostuser" -> VhostUser.parse(need(source, type));
            case "server", "client", "mcast", "udp" ->
                    Socket.parse(
                            need(source, type), SocketKind.valueOf(type.toUpperCase(Locale.ROOT)));
            case "network" -> {
                var network = Network.parse(need(source, type), flags);
                yield flags.status() ? network.withActual(element.child("actual")) : network;
            }
            case "bridge" -> new Bridge(need(source, type).required("bridge"));
            case "internal" -> new Internal(need(source, type).required("name"));
            case "direct" -> {
                var element2 = need(source, type);
                yield new Direct(
                        element2.required("dev"),
                        element2.choice("mode", DirectMode.class).orElse(DirectMode.VEPA));
            }
            case "vdpa" -> new Vdpa(need(source, type).required("dev"));
            case "vds" -> Vds.parse(need(source, type));
            default -> throw element.invalid("type", type);
        };
    }

    private static Element need(Optional<Element> source, String type) {
        return source.orElseThrow(
                () ->
                        new LibvirtException(
                                XML_ERROR,
                                "interface type='%s' requires a 'source' element".formatted(type)));
    }

    private static InterfaceSource hostFunction(Element element, ParseFlags flags) {
        var type =
                element.descend("source", "address")
                        .flatMap(a -> a.attribute("type"))
                        .or(
                                () ->
                                        element.descend("source", "vendor").isPresent()
                                                ? Optional.of("usb")
                                                : Optional.empty());
        if (type.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing source address type");
        }
        boolean managed = element.is("managed", "yes");
        return new HostFunction(
                managed, HostDeviceSource.parseSubsystem(element, type.get(), flags));
    }
}
