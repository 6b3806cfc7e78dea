package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An image that is reached through the network.
///
/// @param name path of the image, for gluster and rbd without the volume or pool
/// @param volume volume of gluster, pool of rbd
public record NetworkStorage(
        Protocol protocol,
        Optional<String> volume,
        Optional<String> name,
        Optional<String> query,
        Tls tls,
        List<Host> hosts,
        Details details)
        implements StorageLocation {
    /// A location with its own copy of the hosts.
    public NetworkStorage {
        hosts = List.copyOf(hosts);
    }

    /// What is spoken with the server.
    public enum Protocol implements Word {
        NBD(10809),
        RBD(0),
        SHEEPDOG(7000),
        GLUSTER(24007),
        ISCSI(3260),
        HTTP(80),
        HTTPS(443),
        FTP(21),
        FTPS(990),
        TFTP(69),
        SSH(22),
        VXHS(9999),
        NFS(0);

        private final int port;

        Protocol(int port) {
            this.port = port;
        }

        /// The port used if none is given; 0 if there is none.
        public int port() {
            return port;
        }

        boolean isOneOf(Protocol... protocols) {
            for (Protocol protocol : protocols) {
                if (this == protocol) {
                    return true;
                }
            }
            return false;
        }
    }

    /// How a host is reached.
    public enum Transport implements Word {
        TCP,
        UNIX,
        RDMA
    }

    /// `<host>`.
    ///
    /// @param port 0 if there is none
    public record Host(
            Optional<String> name, int port, Transport transport, Optional<String> socket) {
        static Host parse(Element host, Protocol protocol) {
            String word = host.attribute("transport").orElse("tcp");
            var transport =
                    Word.find(Transport.class, word)
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    CONFIG_UNSUPPORTED,
                                                    "unknown protocol transport type '%s'"
                                                            .formatted(word)));
            var socket = host.attribute("socket");
            if (transport == Transport.UNIX) {
                if (socket.isEmpty()) {
                    throw new LibvirtException(XML_ERROR, "missing socket for unix transport");
                }
                return new Host(Optional.empty(), 0, transport, socket);
            }
            if (socket.isPresent()) {
                throw new LibvirtException(
                        XML_ERROR,
                        "transport '%s' does not support socket attribute"
                                .formatted(host.attribute("transport").orElse("(null)")));
            }
            var name = host.attribute("name");
            if (name.isEmpty()) {
                throw new LibvirtException(XML_ERROR, "missing name for host");
            }
            int port = host.attribute("port").map(Host::port).orElse(0);
            if (port == 0 && transport == Transport.TCP) {
                port = protocol.port();
            }
            return new Host(name, port, transport, socket);
        }

        private static int port(String text) {
            OptionalLong number = Numbers.parse(text, 10);
            if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > 65535) {
                throw new LibvirtException(
                        dev.jvirt.api.ErrorCode.INVALID_ARG,
                        "failed to parse port number '%s'".formatted(text));
            }
            return (int) number.getAsLong();
        }

        void format(XmlWriter out) {
            out.start("host").attribute("name", name);
            if (port != 0) {
                out.attribute("port", port);
            }
            if (transport != Transport.TCP) {
                out.attribute("transport", transport);
            }
            out.attribute("socket", socket).end();
        }
    }

    /// Whether and how the connection is encrypted.
    public record Tls(Optional<Boolean> enabled, boolean fromConfig, Optional<String> hostname) {}

    /// `<identity>` for NFS.
    public record NfsIdentity(Optional<String> user, Optional<String> group) {}

    /// `<cookie>`.
    public record Cookie(String name, String value) {}

    /// What only some protocols have.
    public record Details(
            Optional<NfsIdentity> identity,
            Optional<String> snapshot,
            Optional<String> configFile,
            Optional<String> initiator,
            Optional<Boolean> sslVerify,
            List<Cookie> cookies,
            OptionalLong readahead,
            OptionalLong timeout) {
        /// Details with their own copy of the cookies.
        public Details {
            cookies = List.copyOf(cookies);
        }

        static Details parse(Element source, Protocol protocol) {
            boolean web = protocol.isOneOf(Protocol.HTTP, Protocol.HTTPS);
            boolean curl = web || protocol.isOneOf(Protocol.FTP, Protocol.FTPS);
            return new Details(
                    protocol == Protocol.NFS
                            ? source.child("identity")
                                    .map(
                                            i ->
                                                    new NfsIdentity(
                                                            i.attribute("user"),
                                                            i.attribute("group")))
                            : Optional.empty(),
                    source.child("snapshot").flatMap(s -> s.attribute("name")),
                    source.child("config").flatMap(s -> s.attribute("file")),
                    source.descend("initiator", "iqn").flatMap(i -> i.attribute("name")),
                    protocol.isOneOf(Protocol.HTTPS, Protocol.FTPS)
                            ? source.child("ssl").flatMap(s -> s.yesNo("verify"))
                            : Optional.empty(),
                    web ? cookies(source) : List.of(),
                    curl ? number(source, "readahead", "size") : OptionalLong.empty(),
                    curl ? number(source, "timeout", "seconds") : OptionalLong.empty());
        }

        private static OptionalLong number(Element source, String child, String attribute) {
            var element = source.child(child);
            OptionalLong number =
                    element.isEmpty()
                            ? OptionalLong.empty()
                            : element.get().unsignedLong(attribute);
            return number.orElse(0) == 0 ? OptionalLong.empty() : number;
        }

        private static List<Cookie> cookies(Element source) {
            var cookies = new ArrayList<Cookie>();
            var parent = source.child("cookies");
            if (parent.isPresent()) {
                for (Element cookie : parent.get().children("cookie")) {
                    String name =
                            cookie.attribute("name")
                                    .orElseThrow(
                                            () ->
                                                    new LibvirtException(
                                                            XML_ERROR, "missing cookie name"));
                    if (cookie.text().isEmpty()) {
                        throw new LibvirtException(
                                XML_ERROR, "missing value for cookie '%s'".formatted(name));
                    }
                    cookies.add(new Cookie(name, cookie.text()));
                }
            }
            return cookies;
        }

        void format(XmlWriter out, FormatFlags flags) {
            if (identity.isPresent()) {
                out.startOptional("identity")
                        .attribute("user", identity.get().user())
                        .attribute("group", identity.get().group())
                        .end();
            }
            snapshot.ifPresent(s -> out.start("snapshot").attribute("name", s).end());
            configFile.ifPresent(s -> out.start("config").attribute("file", s).end());
            formatInitiator(out, initiator);
            out.startOptional("ssl").yesNo("verify", sslVerify).end();
            if (flags.secure()) {
                out.startOptional("cookies");
                for (Cookie cookie : cookies) {
                    out.start("cookie").attribute("name", cookie.name()).text(cookie.value()).end();
                }
                out.end();
            }
            out.startOptional("readahead").attribute("size", readahead).end();
            out.startOptional("timeout").attribute("seconds", timeout).end();
        }
    }

    static void formatInitiator(XmlWriter out, Optional<String> initiator) {
        initiator.ifPresent(
                iqn -> out.start("initiator").start("iqn").attribute("name", iqn).end().end());
    }

    /// The same under another name.
    public NetworkStorage withName(String value) {
        return new NetworkStorage(protocol, volume, Optional.of(value), query, tls, hosts, details);
    }

    static NetworkStorage parse(Element source, ParseFlags flags) {
        var protocol = source.requiredChoice("protocol", Protocol.class);
        var name = source.attribute("name");
        if (name.isEmpty() && protocol != Protocol.NBD) {
            throw new LibvirtException(XML_ERROR, "missing name for disk source");
        }
        Optional<String> volume = Optional.empty();
        if (name.isPresent() && protocol.isOneOf(Protocol.GLUSTER, Protocol.RBD)) {
            int slash = name.get().indexOf('/');
            if (slash <= 0) {
                throw new LibvirtException(
                        XML_ERROR,
                        "can't split path '%s' into pool name and image name"
                                .formatted(name.get()));
            }
            volume = Optional.of(name.get().substring(0, slash));
            name = Optional.of(name.get().substring(slash + 1));
        }
        var hosts = new ArrayList<Host>();
        for (Element host : source.children("host")) {
            hosts.add(Host.parse(host, protocol));
        }
        boolean web = protocol.isOneOf(Protocol.HTTP, Protocol.HTTPS);
        return new NetworkStorage(
                protocol,
                volume,
                name.filter(n -> !n.isEmpty()),
                web ? source.attribute("query") : Optional.empty(),
                new Tls(
                        source.yesNo("tls"),
                        flags.status() && source.is("tlsFromConfig", "1"),
                        source.attribute("tlsHostname")),
                hosts,
                Details.parse(source, protocol));
    }

    @Override
    public String type() {
        return "network";
    }

    /// The name as it stands in the document, with volume or pool.
    public Optional<String> fullName() {
        return volume.isPresent() ? Optional.of(volume.get() + '/' + name.orElse("")) : name;
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.attribute("protocol", protocol).attribute("name", fullName()).attribute("query", query);
        if (!(flags.migratable() && tls.fromConfig())) {
            out.yesNo("tls", tls.enabled());
        }
        out.attribute("tlsHostname", tls.hostname());
        if (flags.status()) {
            out.attribute("tlsFromConfig", tls.fromConfig() ? 1 : 0);
        }
    }

    @Override
    public void formatChildren(XmlWriter out, FormatFlags flags) {
        for (Host host : hosts) {
            host.format(out);
        }
        details.format(out, flags);
    }
}
