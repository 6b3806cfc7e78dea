package dev.jvirt.documents.storage;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INVALID_ARG;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.StorageEncryption;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `<volume>`: everything a document says about a storage volume. Immutable.
///
/// @param key that names the volume among all of the host
/// @param allocation how much of it is there, in bytes
public record StorageVolumeDefinition(
        Type type,
        String name,
        Optional<String> key,
        long capacity,
        long allocation,
        Target target,
        Optional<Backing> backing) {
    private static final String DOCUMENT = "(storage_volume_definition)";

    /// What a volume is for the host.
    public enum Type implements Word {
        FILE,
        BLOCK,
        DIR,
        NETWORK,
        NETDIR,
        PLOOP
    }

    /// `<target>`: how the volume stands there.
    ///
    /// @param compat which versions of QEMU can read it
    /// @param clusterSize in bytes
    public record Target(
            Optional<String> path,
            Optional<String> format,
            Optional<StoragePermissions> permissions,
            Optional<StorageEncryption> encryption,
            Optional<String> compat,
            OptionalLong clusterSize,
            Optional<List<String>> features,
            boolean noCow) {
        /// A target with its own copy of the features.
        public Target {
            features = features.map(List::copyOf);
        }

        Target withPath(String value) {
            return new Target(
                    Optional.of(value),
                    format,
                    permissions,
                    encryption,
                    compat,
                    clusterSize,
                    features,
                    noCow);
        }
    }

    /// `<backingStore>`: what the volume is a layer on.
    public record Backing(
            Optional<String> path,
            Optional<String> format,
            Optional<StoragePermissions> permissions) {}

    /// Reads a document about a volume of a pool of that kind.
    public static StorageVolumeDefinition parse(String xml, StoragePoolKind kind) {
        try {
            return parse(XmlParser.parse(xml, DOCUMENT, "volume"), kind);
        } catch (LibvirtException refused) {
            throw blamed(refused);
        }
    }

    /// Reads a `<volume>` in a larger document.
    public static StorageVolumeDefinition parse(Element volume, StoragePoolKind kind) {
        try {
            return parseParts(volume, kind);
        } catch (LibvirtException refused) {
            throw blamed(refused);
        }
    }

    /// Whoever reads numbers does not know for whom.
    private static LibvirtException blamed(LibvirtException refused) {
        return refused.code() == INVALID_ARG ? refused : refused.in(ErrorDomain.STORAGE);
    }

    private static StorageVolumeDefinition parseParts(Element volume, StoragePoolKind kind) {
        String name = volume.text("name").orElseThrow(() -> refused("missing volume name element"));
        Optional<Backing> backing = backing(volume, kind);
        OptionalLong capacity = StorageSize.parse(volume, "capacity");
        if (capacity.isEmpty() && backing.isEmpty()) {
            throw refused("missing capacity element");
        }
        Type type = volume.choice("type", Type.class).orElse(Type.FILE);
        return new StorageVolumeDefinition(
                type,
                name,
                volume.text("key"),
                capacity.orElse(0),
                StorageSize.parse(volume, "allocation").orElse(capacity.orElse(0)),
                target(volume.child("target"), kind),
                backing);
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    private static Optional<Backing> backing(Element volume, StoragePoolKind kind) {
        return volume.child("backingStore")
                .filter(b -> b.text("path").isPresent())
                .map(
                        b ->
                                new Backing(
                                        b.text("path"),
                                        format(Optional.of(b), kind),
                                        StoragePermissions.parse(b)));
    }

    private static Target target(Optional<Element> target, StoragePoolKind kind) {
        return new Target(
                target.flatMap(t -> t.text("path")),
                format(target, kind),
                target.flatMap(StoragePermissions::parse),
                target.flatMap(t -> t.child("encryption")).map(StorageEncryption::parse),
                target.flatMap(StorageVolumeDefinition::compat),
                target.map(t -> StorageSize.parse(t, "clusterSize")).orElse(OptionalLong.empty()),
                features(target),
                target.filter(t -> t.has("nocow")).isPresent());
    }

    /// Whoever speaks of features means the version that has them.
    private static Optional<String> compat(Element target) {
        return target.text("compat")
                .or(() -> target.has("features") ? Optional.of("1.1") : Optional.empty());
    }

    private static Optional<List<String>> features(Optional<Element> target) {
        return target.flatMap(t -> t.child("features")).map(StorageVolumeDefinition::features);
    }

    private static List<String> features(Element element) {
        var features = new ArrayList<String>();
        for (Element feature : element.children()) {
            switch (feature.name()) {
                case "lazy_refcounts", "extended_l2" -> features.add(feature.name());
                default ->
                        throw new LibvirtException(
                                CONFIG_UNSUPPORTED,
                                "unsupported feature %s".formatted(feature.name()));
            }
        }
        return features;
    }

    private static Optional<String> format(Optional<Element> parent, StoragePoolKind kind) {
        List<String> formats = kind.volumeFormats();
        if (formats.isEmpty()) {
            return Optional.empty();
        }
        String word =
                parent.flatMap(p -> p.child("format"))
                        .flatMap(f -> f.attribute("type"))
                        .orElse(kind.standardVolumeFormat());
        if (!formats.contains(word)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown volume format type %s".formatted(word));
        }
        return Optional.of(word);
    }

    /// The same at a place of its pool, which is its key, too.
    public StorageVolumeDefinition placed(Type kind, String path) {
        return new StorageVolumeDefinition(
                kind,
                name,
                Optional.of(path),
                capacity,
                allocation,
                target.withPath(path),
                backing);
    }

    /// The same of another size.
    public StorageVolumeDefinition withSizes(long newCapacity, long newAllocation) {
        return new StorageVolumeDefinition(
                type, name, key, newCapacity, newAllocation, target, backing);
    }

    /// The document.
    public String format() {
        var out = new XmlWriter();
        out.start("volume").attribute("type", type);
        out.leaf("name", name).leaf("key", key);
        out.size("capacity", "bytes", capacity).size("allocation", "bytes", allocation);
        formatTarget(out);
        backing.ifPresent(
                b -> {
                    out.start("backingStore").leaf("path", b.path());
                    b.format().ifPresent(f -> out.start("format").attribute("type", f).end());
                    b.permissions().ifPresent(p -> p.format(out));
                    out.end();
                });
        out.end();
        return out.toString();
    }

    private void formatTarget(XmlWriter out) {
        out.start("target").leaf("path", target.path());
        target.format().ifPresent(f -> out.start("format").attribute("type", f).end());
        target.permissions().ifPresent(p -> p.format(out));
        target.encryption().ifPresent(e -> e.format(out));
        out.leaf("compat", target.compat());
        target.clusterSize().ifPresent(size -> out.size("clusterSize", "B", size));
        out.empty("nocow", target.noCow());
        target.features()
                .ifPresent(
                        features -> {
                            out.start("features");
                            features.forEach(out::empty);
                            out.end();
                        });
        out.closeEmpty();
    }
}
