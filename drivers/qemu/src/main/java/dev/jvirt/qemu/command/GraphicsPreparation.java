package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.domain.GraphicsListen;
import dev.jvirt.documents.domain.SpiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives displays the addresses and ports that their documents leave open.
record GraphicsPreparation(CommandContext context) {
    Graphics prepare(Graphics graphics) {
        return switch (graphics) {
            case Graphics.Vnc vnc -> prepare(vnc);
            case Graphics.Spice spice -> prepare(spice);
            case Graphics.EglHeadless egl -> new Graphics.EglHeadless(renderNode(egl.renderNode()));
            case Graphics.Dbus dbus -> prepare(dbus);
            case Graphics.Sdl _, Graphics.Rdp _, Graphics.Desktop _ -> graphics;
        };
    }

    private Optional<String> renderNode(Optional<String> chosen) {
        return chosen.or(context.host()::renderNode);
    }

    private Graphics.Dbus prepare(Graphics.Dbus dbus) {
        Optional<String> address = dbus.address();
        if (address.isEmpty() && !dbus.peerToPeer()) {
            address = Optional.of("unix:path=" + context.folders().dbusSocket());
        }
        boolean gl = dbus.gl().orElse(false);
        return new Graphics.Dbus(
                dbus.peerToPeer(),
                address,
                dbus.gl(),
                gl ? renderNode(dbus.renderNode()) : dbus.renderNode(),
                dbus.audioId());
    }

    private Graphics.Vnc prepare(Graphics.Vnc vnc) {
        var settings = context.settings().vnc();
        var listens = listens(vnc.listens(), "vnc", settings.listen(), settings.socketByDefault());
        var prepared = vnc.withListens(listens);
        if (!isInNetwork(listens)) {
            return prepared;
        }
        if (prepared.autoPort()) {
            prepared = prepared.withPort(context.ports().vnc());
        }
        return prepared.webSocket().port() == -1
                ? prepared.withWebSocket(new Graphics.WebSocket(context.ports().webSocket(), true))
                : prepared;
    }

    private Graphics.Spice prepare(Graphics.Spice spice) {
        var settings = context.settings().spice();
        var listens =
                listens(spice.listens(), "spice", settings.listen(), settings.socketByDefault());
        var prepared = withRenderNode(spice).withListens(listens);
        return isInNetwork(listens) ? withPorts(prepared) : prepared;
    }

    private Graphics.Spice withRenderNode(Graphics.Spice spice) {
        var settings = spice.settings();
        if (!settings.gl().orElse(false)) {
            return spice;
        }
        return new Graphics.Spice(
                spice.port(),
                spice.tlsPort(),
                spice.autoPort(),
                spice.keymap(),
                spice.defaultMode(),
                spice.listens(),
                spice.password(),
                new SpiceSettings(
                        settings.channels(),
                        settings.compression(),
                        settings.streaming(),
                        settings.mouse(),
                        settings.copyPaste(),
                        settings.fileTransfer(),
                        settings.gl(),
                        renderNode(settings.renderNode())));
    }

    private Graphics.Spice withPorts(Graphics.Spice spice) {
        boolean plain = spice.port() == -1;
        boolean secure = spice.tlsPort() == -1;
        if (spice.autoPort()) {
            for (SpiceSettings.Channel channel : SpiceSettings.Channel.values()) {
                var mode =
                        spice.settings()
                                .channels()
                                .getOrDefault(channel, SpiceSettings.ChannelMode.ANY);
                var actual = mode == SpiceSettings.ChannelMode.ANY ? spice.defaultMode() : mode;
                plain |= actual != SpiceSettings.ChannelMode.SECURE;
                secure |=
                        actual == SpiceSettings.ChannelMode.SECURE
                                || (actual == SpiceSettings.ChannelMode.ANY
                                        && context.settings().spice().tls().enabled());
            }
        }
        return spice.withPorts(
                plain ? context.ports().spice() : spice.port(),
                secure ? context.ports().spiceTls() : spice.tlsPort());
    }

    private static boolean isInNetwork(List<GraphicsListen> listens) {
        return !listens.isEmpty()
                && switch (listens.getFirst().type()) {
                    case ADDRESS, NETWORK -> true;
                    case SOCKET, NONE -> false;
                };
    }

    private List<GraphicsListen> listens(
            List<GraphicsListen> listens, String kind, String address, boolean socketByDefault) {
        String socket = "%s/%s.sock".formatted(context.folders().lib(), kind);
        var filled = new ArrayList<GraphicsListen>();
        for (GraphicsListen listen : listens) {
            filled.add(
                    switch (listen.type()) {
                        case ADDRESS -> {
                            if (listen.address().isPresent()) {
                                yield listen;
                            }
                            yield socketByDefault
                                    ? GraphicsListen.onSocket(socket).withSocket(socket, true)
                                    : listen.withAddress(address, true);
                        }
                        case SOCKET ->
                                listen.socket().isPresent()
                                        ? listen
                                        : listen.withSocket(socket, true);
                        case NETWORK, NONE -> listen;
                    });
        }
        return filled;
    }
}
