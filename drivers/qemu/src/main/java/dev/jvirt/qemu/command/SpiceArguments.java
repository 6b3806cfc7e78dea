package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.domain.GraphicsListen;
import dev.jvirt.documents.domain.SpiceSettings;
import java.util.ArrayList;
import java.util.List;

/// SPICE displays.
record SpiceArguments(DomainScope scope, Arguments out) {
    void add(Graphics.Spice spice) {
        var settings = scope.context().settings().spice();
        // Some options may stand there twice, so they are no object.
        var options = new ArrayList<String>();
        addPlace(spice, settings, options);
        if (settings.sasl()) {
            options.add("sasl=on");
            settings.saslFolder().ifPresent(f -> out.environment("SASL_CONF_PATH", f));
        }
        boolean password = spice.password().isPresent() || settings.password().isPresent();
        if (!password) {
            options.add("disable-ticketing=on");
        }
        addSettings(spice, settings, options);
        options.add("seamless-migration=on");
        out.add("-spice", String.join(",", options));
        spice.keymap().ifPresent(keymap -> out.add("-k", keymap));
    }

    private void addPlace(
            Graphics.Spice spice, SpiceServerSettings settings, List<String> options) {
        var listen =
                spice.listens().isEmpty()
                        ? GraphicsListen.onAddress(java.util.Optional.of(settings.listen()))
                        : spice.listens().getFirst();
        switch (listen.type()) {
            case SOCKET -> {
                options.add("unix");
                options.add("addr=" + OptionSyntax.escape(listen.socket().orElse("")));
            }
            case ADDRESS, NETWORK -> {
                if (spice.port() > 0) {
                    options.add("port=" + spice.port());
                }
                if (spice.tlsPort() > 0) {
                    if (!settings.tls().enabled()) {
                        throw new LibvirtException(
                                CONFIG_UNSUPPORTED,
                                "spice TLS port set in XML configuration, but TLS is disabled in"
                                        + " qemu.conf");
                    }
                    options.add("tls-port=" + spice.tlsPort());
                }
                listen.address().ifPresent(address -> options.add("addr=" + address));
            }
            case NONE -> options.add("port=0");
        }
    }

    private static void addSettings(
            Graphics.Spice spice, SpiceServerSettings server, List<String> options) {
        var settings = spice.settings();
        settings.mouse()
                .ifPresent(
                        mouse ->
                                options.add(
                                        mouse == CharSource.MouseMode.SERVER
                                                ? "agent-mouse=off"
                                                : "agent-mouse=on"));
        if (spice.tlsPort() > 0 && server.tls().enabled()) {
            options.add("x509-dir=" + OptionSyntax.escape(server.tls().folder()));
        }
        switch (spice.defaultMode()) {
            case SECURE -> options.add("tls-channel=default");
            case INSECURE -> options.add("plaintext-channel=default");
            case ANY -> {}
        }
        for (var channel : settings.channels().entrySet()) {
            switch (channel.getValue()) {
                case SECURE -> options.add("tls-channel=" + channel.getKey().word());
                case INSECURE -> options.add("plaintext-channel=" + channel.getKey().word());
                case ANY -> {}
            }
        }
        addQuality(settings, options);
        settings.gl().filter(gl -> gl).ifPresent(_ -> options.add("gl=on"));
        settings.renderNode()
                .ifPresent(node -> options.add("rendernode=" + OptionSyntax.escape(node)));
    }

    private static void addQuality(SpiceSettings settings, List<String> options) {
        var compression = settings.compression();
        compression.image().ifPresent(i -> options.add("image-compression=" + i.word()));
        compression.jpeg().ifPresent(j -> options.add("jpeg-wan-compression=" + j.word()));
        compression.zlib().ifPresent(z -> options.add("zlib-glz-wan-compression=" + z.word()));
        compression
                .playback()
                .ifPresent(on -> options.add("playback-compression=" + (on ? "on" : "off")));
        settings.streaming().ifPresent(s -> options.add("streaming-video=" + s.word()));
        if (settings.copyPaste().filter(on -> !on).isPresent()) {
            options.add("disable-copy-paste=on");
        }
        if (settings.fileTransfer().filter(on -> !on).isPresent()) {
            options.add("disable-agent-file-xfer=on");
        }
    }
}
