package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// What a [Filesystem] shows.
///
/// @param path directory, device, file or template
/// @param socket socket of a virtiofsd that someone else started
/// @param usage size of a RAM file system in bytes
public record FilesystemSource(
        Kind kind,
        Optional<String> path,
        Optional<String> socket,
        OptionalLong usage,
        Optional<StorageLocation.Volume> volume) {
    /// The kinds of sources.
    public enum Kind implements Word {
        MOUNT("dir"),
        BLOCK("dev"),
        FILE("file"),
        TEMPLATE("name"),
        RAM(""),
        BIND("dir"),
        VOLUME("");

        private final String attribute;

        Kind(String attribute) {
            this.attribute = attribute;
        }
    }

    static FilesystemSource parse(Element element) {
        var kind = element.choice("type", Kind.class).orElse(Kind.MOUNT);
        var source = element.child("source");
        var path =
                kind.attribute.isEmpty()
                        ? Optional.<String>empty()
                        : source.flatMap(s -> s.attribute(kind.attribute));
        return new FilesystemSource(
                kind,
                path,
                source.flatMap(s -> s.attribute("socket")),
                kind == Kind.RAM ? usage(source) : OptionalLong.empty(),
                kind == Kind.VOLUME ? source.map(StorageLocation.Volume::parse) : Optional.empty());
    }

    private static OptionalLong usage(Optional<Element> source) {
        var text = source.flatMap(s -> s.attribute("usage"));
        if (text.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing 'usage' attribute for RAM filesystem");
        }
        if (Numbers.parse(text.get(), 10).orElse(-1) < 0) {
            throw new LibvirtException(
                    XML_ERROR, "cannot parse usage '%s' for RAM filesystem".formatted(text.get()));
        }
        return Scaled.of(text.get(), source.flatMap(s -> s.attribute("units")), "usage", 1024)
                .bytes();
    }

    boolean isMissing() {
        return kind != Kind.RAM && kind != Kind.VOLUME && path.isEmpty() && socket.isEmpty();
    }

    /// The word of the `type` attribute.
    public String type() {
        return kind.word();
    }

    void format(XmlWriter out) {
        out.startOptional("source");
        switch (kind) {
            case RAM -> out.attribute("usage", usage.orElse(0) / 1024).attribute("units", "KiB");
            case VOLUME -> volume.ifPresent(v -> v.format(out, FormatFlags.LIVE));
            case MOUNT, BIND -> {
                if (socket.isPresent()) {
                    out.attribute("socket", socket);
                } else {
                    out.attribute("dir", path);
                }
            }
            case BLOCK, FILE, TEMPLATE -> out.attribute(kind.attribute, path);
        }
        out.end();
    }
}
