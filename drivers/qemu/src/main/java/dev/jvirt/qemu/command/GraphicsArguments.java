package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.domain.GraphicsListen;
import dev.jvirt.qemu.json.JsonObject;

/// Displays of the guest on the host and in the network.
final class GraphicsArguments {
    private final DomainScope scope;
    private final Arguments out;

    private GraphicsArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
    }

    /// Without a display QEMU must be told so, or it opens a window.
    static void addAbsence(DomainScope scope, Arguments out) {
        if (scope.definition().devices().graphics().isEmpty()) {
            out.add("-display", "none");
        }
    }

    static void add(DomainScope scope, Arguments out) {
        var arguments = new GraphicsArguments(scope, out);
        for (Graphics graphics : scope.definition().devices().graphics()) {
            switch (graphics) {
                case Graphics.Vnc vnc -> arguments.addVnc(vnc);
                case Graphics.Spice spice -> new SpiceArguments(scope, out).add(spice);
                case Graphics.Sdl sdl -> arguments.addSdl(sdl);
                case Graphics.EglHeadless egl -> arguments.addEglHeadless(egl);
                case Graphics.Dbus dbus -> arguments.addDbus(dbus);
                case Graphics.Rdp _, Graphics.Desktop _ ->
                        throw new LibvirtException(
                                CONFIG_UNSUPPORTED,
                                "unsupported graphics type '%s'".formatted(graphics.type()));
            }
        }
    }

    private void addSdl(Graphics.Sdl sdl) {
        sdl.xauth().ifPresent(file -> out.environment("XAUTHORITY", file));
        sdl.display().ifPresent(display -> out.environment("DISPLAY", display));
        if (sdl.fullscreen()) {
            out.add("-full-screen");
        }
        var options = JsonObject.builder().put("display", "sdl");
        out.options("-display", "display", options.putBoolean("gl", sdl.gl()));
    }

    private void addVnc(Graphics.Vnc vnc) {
        var settings = scope.context().settings().vnc();
        var options = JsonObject.builder();
        var listen =
                vnc.listens().isEmpty()
                        ? GraphicsListen.onAddress(java.util.Optional.of(settings.listen()))
                        : vnc.listens().getFirst();
        String place = vncPlace(vnc, listen);
        boolean named = listen.type() == GraphicsListen.Type.SOCKET;
        options.put(named ? "vnc" : "", place);
        if (vnc.webSocket().port() > 0) {
            options.put("websocket", vnc.webSocket().port());
        }
        vnc.options().sharePolicy().ifPresent(policy -> options.put("share", policy.word()));
        if (vnc.password().isPresent() || settings.password().isPresent()) {
            options.put("password", true);
        }
        addVncSecurity(settings, options);
        options.putBoolean("power-control", vnc.options().powerControl());
        AudioArguments.idOf(scope, vnc.audioId()).ifPresent(id -> options.put("audiodev", id));
        if (named) {
            out.options("-vnc", options);
        } else {
            out.options("-vnc", "", options);
        }
        vnc.options().keymap().ifPresent(keymap -> out.add("-k", keymap));
    }

    private String vncPlace(Graphics.Vnc vnc, GraphicsListen listen) {
        return switch (listen.type()) {
            case SOCKET -> "unix:" + listen.socket().orElse("");
            case ADDRESS, NETWORK -> {
                String address = listen.address().orElse("");
                String host = address.contains(":") ? '[' + address + ']' : address;
                yield host + ':' + (vnc.port() - 5900);
            }
            case NONE -> "none";
        };
    }

    private void addVncSecurity(VncSettings settings, JsonObject.Builder options) {
        if (settings.tls().enabled()) {
            String id = "vnc-tls-creds0";
            settings.tls().credentials().server(id, scope.context().secrets()).forEach(out::object);
            options.put("tls-creds", id);
        }
        if (settings.sasl()) {
            options.put("sasl", true);
            settings.saslFolder().ifPresent(f -> out.environment("SASL_CONF_PATH", f));
        }
    }

    private void addEglHeadless(Graphics.EglHeadless egl) {
        var options = JsonObject.builder().put("display", "egl-headless");
        out.options("-display", "display", options.putText("rendernode", egl.renderNode()));
    }

    private void addDbus(Graphics.Dbus dbus) {
        var options = JsonObject.builder().put("display", "dbus");
        if (dbus.peerToPeer()) {
            options.put("p2p", true);
        } else {
            options.putText("addr", dbus.address());
        }
        options.putBoolean("gl", dbus.gl());
        options.putText("rendernode", dbus.renderNode());
        dbus.audioId().ifPresent(audio -> options.put("audiodev", AudioArguments.id(audio)));
        out.options("-display", "display", options);
    }
}
