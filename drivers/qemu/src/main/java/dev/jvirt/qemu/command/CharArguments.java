package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.CharBackend;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.Reconnect;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// `-chardev`: the host side of character devices.
final class CharArguments {
    /// For what a backend is used, where that changes its options.
    enum Use {
        /// A serial port, a console, a channel, ...
        DEVICE("vdagent"),
        /// A parallel port.
        PARALLEL("vdagent"),
        /// A smart card reader.
        SMARTCARD("smartcard"),
        /// A USB device that comes over the network.
        REDIRECTION("usbredir"),
        /// Something that speaks with a program of the host and opens its sockets itself.
        HELPER("vdagent");

        private final String spiceChannel;

        Use(String spiceChannel) {
            this.spiceChannel = spiceChannel;
        }
    }

    private final DomainScope scope;
    private final Arguments out;

    CharArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
    }

    /// Adds the backend of a device and returns the backend's name.
    String add(CharBackend backend, String alias) {
        return add(backend, alias, Use.DEVICE);
    }

    String add(CharBackend backend, String alias, Use use) {
        String id = "char" + alias;
        var options = source(backend.source(), alias, id, use);
        backend.log().ifPresent(log -> addLog(log, alias, options));
        out.chardev(options);
        return id;
    }

    /// Adds a backend by which QEMU speaks with a helper of the host.
    void addHelper(String id, String alias, CharSource source) {
        out.chardev(source(source, alias, id, Use.HELPER));
    }

    private void addLog(CharBackend.Log log, String alias, JsonObject.Builder options) {
        if (log.file().isEmpty()) {
            return;
        }
        String file = log.file().get();
        if (scope.context().mode().standalone()) {
            options.put("logfile", file);
            options.putBoolean("logappend", log.append());
            return;
        }
        var descriptor = new Descriptor.CharLog(alias, file, log.append().orElse(false));
        options.put("logfile", out.passAsPath(descriptor, alias + "-log"));
        options.put("logappend", true);
    }

    private JsonObject.Builder source(CharSource source, String alias, String id, Use use) {
        return switch (source) {
            case CharSource.Null _ -> backend("null", id);
            case CharSource.VirtualConsole _ -> backend("vc", id);
            case CharSource.Pty _ -> backend("pty", id);
            case CharSource.HostDevice device ->
                    backend(use == Use.PARALLEL ? "parallel" : "serial", id)
                            .put("path", device.path().orElse(""));
            case CharSource.File file -> file(file, alias, id);
            case CharSource.Pipe pipe -> backend("pipe", id).put("path", pipe.path().orElse(""));
            case CharSource.Stdio _ -> backend("stdio", id);
            case CharSource.Udp udp -> udp(udp, id);
            case CharSource.Tcp tcp -> tcp(tcp, id);
            case CharSource.Unix unix -> unix(unix, alias, id, use);
            case CharSource.SpiceVmc _ -> backend("spicevmc", id).put("name", use.spiceChannel);
            case CharSource.SpicePort port ->
                    backend("spiceport", id).put("name", port.channel().orElse(""));
            case CharSource.QemuVdagent agent -> vdagent(agent, id);
            case CharSource.Dbus dbus -> backend("dbus", id).put("name", dbus.channel().orElse(""));
            case CharSource.Nmdm _ ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "unsupported chardev '%s'".formatted(source.type()));
        };
    }

    private static JsonObject.Builder backend(String name, String id) {
        return JsonObject.builder().put("backend", name).put("id", id);
    }

    private JsonObject.Builder file(CharSource.File file, String alias, String id) {
        var options = backend("file", id);
        if (scope.context().mode().standalone()) {
            options.put("path", file.path().orElse(""));
            return options.putBoolean("append", file.append());
        }
        var descriptor =
                new Descriptor.CharFile(alias, file.path().orElse(""), file.append().orElse(false));
        // The daemon truncates the file; QEMU must not, whatever the document says.
        return options.put("path", out.passAsPath(descriptor, alias + "-source"))
                .put("append", true);
    }

    private static JsonObject.Builder udp(CharSource.Udp udp, String id) {
        return backend("udp", id)
                .put("host", udp.connectHost().orElse(""))
                .put("port", udp.connectService().orElse(""))
                .put("localaddr", udp.bindHost().orElse(""))
                .put("localport", udp.bindService().orElse("0"));
    }

    private JsonObject.Builder tcp(CharSource.Tcp tcp, String id) {
        boolean telnet =
                tcp.protocol() == CharSource.TcpProtocol.TELNET
                        || tcp.protocol() == CharSource.TcpProtocol.TELNETS;
        var options = backend("socket", id);
        options.put("host", tcp.host().orElse(""));
        options.put("port", tcp.service().orElse(""));
        options.putTrue("telnet", telnet);
        if (tcp.listen()) {
            options.put("server", true).put("wait", false);
        }
        addReconnect(tcp.reconnect(), options);
        if (tcp.tls().orElse(false)) {
            options.put("tls-creds", "obj%s_tls0".formatted(id));
        }
        return options;
    }

    private JsonObject.Builder unix(CharSource.Unix unix, String alias, String id, Use use) {
        var options = backend("socket", id);
        String path = unix.path().orElse("");
        boolean inherited =
                unix.listen() && use != Use.HELPER && !scope.context().mode().standalone();
        if (inherited) {
            options.put("fd", out.pass(new Descriptor.CharListener(alias, path)));
        } else {
            options.put("path", path);
        }
        if (unix.listen()) {
            options.put("server", true);
            if (use != Use.HELPER) {
                options.put("wait", false);
            }
        }
        addReconnect(unix.reconnect(), options);
        return options;
    }

    private static void addReconnect(Optional<Reconnect> reconnect, JsonObject.Builder options) {
        if (reconnect.isPresent()) {
            options.put("reconnect", reconnect.get().enabled() ? reconnect.get().timeout() : 0);
        }
    }

    private static JsonObject.Builder vdagent(CharSource.QemuVdagent agent, String id) {
        var options = backend("qemu-vdagent", id).put("name", "vdagent");
        options.putBoolean("clipboard", agent.clipboard());
        agent.mouse().ifPresent(m -> options.put("mouse", m == CharSource.MouseMode.CLIENT));
        return options;
    }
}
