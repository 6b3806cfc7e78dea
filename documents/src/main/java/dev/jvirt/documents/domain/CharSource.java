package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/// Where the host end of a character device is: the `type` attribute and the `<source>`.
public sealed interface CharSource {
    /// Nowhere.
    record Null() implements CharSource {
        @Override
        public String type() {
            return "null";
        }
    }

    /// A virtual console of the graphical display.
    record VirtualConsole() implements CharSource {
        @Override
        public String type() {
            return "vc";
        }
    }

    /// A pseudo terminal; its path is known only while the domain runs.
    record Pty(Optional<String> path) implements CharSource {
        @Override
        public String type() {
            return "pty";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            if (path.isPresent() && !flags.inactive()) {
                out.start("source").attribute("path", path.get());
                children.run();
                out.end();
            }
        }
    }

    /// A character device of the host.
    record HostDevice(Optional<String> path) implements CharSource {
        @Override
        public String type() {
            return "dev";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            out.startOptional("source").attribute("path", path);
            children.run();
            out.end();
        }
    }

    /// A file that takes the output.
    record File(Optional<String> path, Optional<Boolean> append) implements CharSource {
        @Override
        public String type() {
            return "file";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            out.startOptional("source").attribute("path", path).onOff("append", append);
            children.run();
            out.end();
        }
    }

    /// A named pipe.
    record Pipe(Optional<String> path) implements CharSource {
        @Override
        public String type() {
            return "pipe";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            out.startOptional("source").attribute("path", path);
            children.run();
            out.end();
        }
    }

    /// Standard input and output of the emulator.
    record Stdio() implements CharSource {
        @Override
        public String type() {
            return "stdio";
        }
    }

    /// Datagrams to one and from another address.
    record Udp(
            Optional<String> bindHost,
            Optional<String> bindService,
            Optional<String> connectHost,
            Optional<String> connectService)
            implements CharSource {
        @Override
        public String type() {
            return "udp";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            if (bindHost.isPresent() || bindService.isPresent()) {
                out.start("source")
                        .attribute("mode", "bind")
                        .attribute("host", bindHost)
                        .attribute("service", bindService)
                        .end();
            }
            if (connectHost.isPresent() || connectService.isPresent()) {
                out.start("source")
                        .attribute("mode", "connect")
                        .attribute("host", connectHost)
                        .attribute("service", connectService)
                        .end();
            }
        }
    }

    /// A TCP connection.
    ///
    /// @param listen whether the emulator waits for the peer
    /// @param tlsFromConfig whether `tls` was chosen by the driver's configuration
    record Tcp(
            boolean listen,
            Optional<String> host,
            Optional<String> service,
            TcpProtocol protocol,
            Optional<Boolean> tls,
            boolean tlsFromConfig,
            Optional<Reconnect> reconnect)
            implements CharSource {
        @Override
        public String type() {
            return "tcp";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            out.start("source")
                    .attribute("mode", listen ? "bind" : "connect")
                    .attribute("host", host)
                    .attribute("service", service);
            if (!(flags.migratable() && tlsFromConfig)) {
                out.yesNo("tls", tls);
            }
            if (flags.status()) {
                out.attribute("tlsFromConfig", tlsFromConfig ? 1 : 0);
            }
            reconnect.ifPresent(r -> r.format(out));
            out.end();
            out.start("protocol").attribute("type", protocol).end();
        }
    }

    /// What is spoken on a TCP connection.
    enum TcpProtocol implements Word {
        /// Bytes.
        RAW,
        /// Telnet.
        TELNET,
        /// Telnet over TLS.
        TELNETS,
        /// TLS.
        TLS
    }

    /// A unix socket; a driver chooses the path if there is none.
    record Unix(boolean listen, Optional<String> path, Optional<Reconnect> reconnect)
            implements CharSource {
        @Override
        public String type() {
            return "unix";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            if (path.isPresent()) {
                out.start("source")
                        .attribute("mode", listen ? "bind" : "connect")
                        .attribute("path", path.get());
                children.run();
                reconnect.ifPresent(r -> r.format(out));
                out.end();
            }
        }
    }

    /// A channel of the SPICE protocol itself.
    record SpiceVmc() implements CharSource {
        @Override
        public String type() {
            return "spicevmc";
        }
    }

    /// A named channel in the SPICE connection.
    record SpicePort(Optional<String> channel) implements CharSource {
        @Override
        public String type() {
            return "spiceport";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            channel.ifPresent(c -> out.start("source").attribute("channel", c).end());
        }
    }

    /// A null modem pair (bhyve).
    record Nmdm(Optional<String> master, Optional<String> slave) implements CharSource {
        @Override
        public String type() {
            return "nmdm";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            out.start("source").attribute("master", master).attribute("slave", slave).end();
        }
    }

    /// QEMU's own vdagent, for clipboard and mouse.
    record QemuVdagent(Optional<Boolean> clipboard, Optional<MouseMode> mouse)
            implements CharSource {
        @Override
        public String type() {
            return "qemu-vdagent";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            out.startOptional("source");
            out.startOptional("clipboard").yesNo("copypaste", clipboard).end();
            out.startOptional("mouse").word("mode", mouse).end();
            out.end();
        }
    }

    /// Who draws the mouse.
    enum MouseMode implements Word {
        /// The server.
        SERVER,
        /// The client.
        CLIENT
    }

    /// A channel of the D-Bus display.
    record Dbus(Optional<String> channel) implements CharSource {
        @Override
        public String type() {
            return "dbus";
        }

        @Override
        public void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {
            channel.ifPresent(c -> out.start("source").attribute("channel", c).end());
        }
    }

    /// The word of the `type` attribute.
    String type();

    /// Writes the `<source>` and what belongs to it.
    ///
    /// @param children writes children common to all kinds of sources
    default void formatSource(XmlWriter out, FormatFlags flags, Runnable children) {}

    /// Reads the source of a device that has a `type` attribute.
    static CharSource parse(Element device, String type, ParseFlags flags) {
        List<Element> sources = device.children("source");
        if (sources.size() > 1 && !type.equals("udp")) {
            throw new LibvirtException(
                    XML_ERROR, "only one source element is allowed for character device");
        }
        if (sources.size() > 2) {
            throw new LibvirtException(
                    XML_ERROR, "only two source elements are allowed for character device");
        }
        var source =
                sources.isEmpty() ? Optional.<Element>empty() : Optional.of(sources.getFirst());
        var path = source.flatMap(s -> s.attribute("path"));
        return switch (type) {
            case "null" -> new Null();
            case "vc" -> new VirtualConsole();
            case "pty" -> new Pty(flags.inactive() ? Optional.empty() : path);
            case "dev" -> new HostDevice(path);
            case "file" -> new File(path, source.flatMap(s -> s.onOff("append")));
            case "pipe" -> new Pipe(path);
            case "stdio" -> new Stdio();
            case "udp" -> udp(sources);
            case "tcp" -> tcp(device, source, flags);
            case "unix" ->
                    new Unix(
                            source.filter(CharSource::listens).isPresent(),
                            path,
                            source.flatMap(Reconnect::ofSource));
            case "spicevmc" -> new SpiceVmc();
            case "spiceport" -> new SpicePort(source.flatMap(s -> s.attribute("channel")));
            case "nmdm" ->
                    new Nmdm(
                            source.flatMap(s -> s.attribute("master")),
                            source.flatMap(s -> s.attribute("slave")));
            case "qemu-vdagent" ->
                    new QemuVdagent(
                            source.flatMap(s -> s.child("clipboard"))
                                    .flatMap(c -> c.yesNo("copypaste")),
                            source.flatMap(s -> s.child("mouse"))
                                    .map(m -> m.requiredChoice("mode", MouseMode.class)));
            case "dbus" -> new Dbus(source.flatMap(s -> s.attribute("channel")));
            default -> throw unknown(type);
        };
    }

    private static LibvirtException unknown(String type) {
        return new LibvirtException(
                CONFIG_UNSUPPORTED,
                "unknown type presented to host for character device: %s".formatted(type));
    }

    private static boolean listens(Element source) {
        String mode = source.attribute("mode").orElse("connect");
        return switch (mode) {
            case "bind" -> true;
            case "connect" -> false;
            default -> throw source.invalid("mode", mode);
        };
    }

    private static CharSource udp(List<Element> sources) {
        var udp = new Udp(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        for (Element source : sources) {
            var host = source.attribute("host");
            var service = source.attribute("service");
            if (listens(source)) {
                udp = new Udp(host, service, udp.connectHost, udp.connectService);
            } else {
                udp = new Udp(udp.bindHost, udp.bindService, host, service);
            }
        }
        return udp;
    }

    private static CharSource tcp(Element device, Optional<Element> source, ParseFlags flags) {
        var protocols = device.children("protocol");
        if (protocols.size() > 1) {
            throw new LibvirtException(
                    XML_ERROR, "only one protocol element is allowed for character device");
        }
        var protocol = TcpProtocol.RAW;
        if (!protocols.isEmpty()) {
            String word = protocols.getFirst().attribute("type").orElse("raw");
            protocol =
                    Word.find(TcpProtocol.class, word)
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    CONFIG_UNSUPPORTED,
                                                    "Unknown protocol '%s'".formatted(word)));
        }
        return new Tcp(
                source.filter(CharSource::listens).isPresent(),
                source.flatMap(s -> s.attribute("host")),
                source.flatMap(s -> s.attribute("service")),
                protocol,
                source.flatMap(s -> s.yesNo("tls")),
                flags.status() && source.filter(s -> s.is("tlsFromConfig", "1")).isPresent(),
                source.flatMap(Reconnect::ofSource));
    }
}
