package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Channels and options of a SPICE display.
public record SpiceSettings(
        Map<Channel, ChannelMode> channels,
        Compression compression,
        Optional<Streaming> streaming,
        Optional<CharSource.MouseMode> mouse,
        Optional<Boolean> copyPaste,
        Optional<Boolean> fileTransfer,
        Optional<Boolean> gl,
        Optional<String> renderNode) {
    /// The channels.
    public enum Channel implements Word {
        MAIN,
        DISPLAY,
        INPUTS,
        CURSOR,
        PLAYBACK,
        RECORD,
        SMARTCARD,
        USBREDIR
    }

    /// Whether a channel is encrypted.
    public enum ChannelMode implements Word {
        ANY,
        SECURE,
        INSECURE
    }

    /// What is compressed.
    public record Compression(
            Optional<Image> image,
            Optional<When> jpeg,
            Optional<When> zlib,
            Optional<Boolean> playback) {}

    /// How images are compressed.
    public enum Image implements Word {
        AUTO_GLZ,
        AUTO_LZ,
        QUIC,
        GLZ,
        LZ,
        OFF;

        @Override
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// When a compression is used.
    public enum When implements Word {
        AUTO,
        NEVER,
        ALWAYS
    }

    /// What is detected as video.
    public enum Streaming implements Word {
        FILTER,
        ALL,
        OFF
    }

    /// Settings with their own copy of the channels.
    public SpiceSettings {
        channels = Collections.unmodifiableMap(copy(channels));
    }

    private static Map<Channel, ChannelMode> copy(Map<Channel, ChannelMode> channels) {
        var copy = new EnumMap<Channel, ChannelMode>(Channel.class);
        copy.putAll(channels);
        return copy;
    }

    static SpiceSettings parse(Element graphics) {
        var channels = new EnumMap<Channel, ChannelMode>(Channel.class);
        for (Element channel : graphics.children("channel")) {
            channels.put(
                    channel.requiredChoice("name", Channel.class),
                    channel.requiredChoice("mode", ChannelMode.class));
        }
        var gl = graphics.child("gl");
        return new SpiceSettings(
                channels,
                new Compression(
                        word(graphics, "image", "compression", Image.class),
                        word(graphics, "jpeg", "compression", When.class),
                        word(graphics, "zlib", "compression", When.class),
                        graphics.child("playback")
                                .map(p -> required(p, "compression"))
                                .flatMap(p -> p.onOff("compression"))),
                word(graphics, "streaming", "mode", Streaming.class),
                word(graphics, "mouse", "mode", CharSource.MouseMode.class),
                flag(graphics, "clipboard", "copypaste"),
                flag(graphics, "filetransfer", "enable"),
                flag(graphics, "gl", "enable"),
                gl.flatMap(g -> g.attribute("rendernode")));
    }

    private static <E extends Enum<E> & Word> Optional<E> word(
            Element graphics, String child, String name, Class<E> type) {
        return graphics.child(child).map(c -> c.requiredChoice(name, type));
    }

    private static Optional<Boolean> flag(Element graphics, String child, String name) {
        return graphics.child(child).map(c -> required(c, name)).flatMap(c -> c.yesNo(name));
    }

    private static Element required(Element element, String name) {
        element.required(name);
        return element;
    }

    /// Whether a channel or the OpenGL display is set up so.
    public boolean isSecure(Channel channel) {
        return channels.get(channel) == ChannelMode.SECURE;
    }

    void format(XmlWriter out) {
        for (var entry : channels.entrySet()) {
            if (entry.getValue() != ChannelMode.ANY) {
                out.start("channel")
                        .attribute("name", entry.getKey())
                        .attribute("mode", entry.getValue())
                        .end();
            }
        }
        out.startOptional("image").word("compression", compression.image()).end();
        out.startOptional("jpeg").word("compression", compression.jpeg()).end();
        out.startOptional("zlib").word("compression", compression.zlib()).end();
        out.startOptional("playback").onOff("compression", compression.playback()).end();
        out.startOptional("streaming").word("mode", streaming).end();
        out.startOptional("mouse").word("mode", mouse).end();
        out.startOptional("clipboard").yesNo("copypaste", copyPaste).end();
        out.startOptional("filetransfer").yesNo("enable", fileTransfer).end();
        if (gl.isPresent()) {
            out.start("gl").yesNo("enable", gl).attribute("rendernode", renderNode).end();
        }
    }
}
