package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Locale;
import java.util.Optional;

/// Where an image is: the `type` of a disk and the attributes of its `<source>`.
public sealed interface StorageLocation
        permits StorageLocation.None,
                StorageLocation.File,
                StorageLocation.Block,
                StorageLocation.Directory,
                NetworkStorage,
                StorageLocation.Volume,
                StorageLocation.Nvme,
                StorageLocation.VhostUser {
    /// The end of a backing chain.
    record None() implements StorageLocation {
        @Override
        public String type() {
            return "none";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {}
    }

    /// A file.
    record File(Optional<String> path, Optional<String> fdGroup) implements StorageLocation {
        /// A file by its path.
        public File(String path) {
            this(Optional.of(path), Optional.empty());
        }

        @Override
        public String type() {
            return "file";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("file", path).attribute("fdgroup", fdGroup);
        }
    }

    /// A block device.
    record Block(Optional<String> path) implements StorageLocation {
        @Override
        public String type() {
            return "block";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("dev", path);
        }
    }

    /// A directory that is shown as a FAT file system.
    record Directory(Optional<String> path) implements StorageLocation {
        @Override
        public String type() {
            return "dir";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("dir", path);
        }
    }

    /// A volume of a storage pool; empty for an empty drive.
    record Volume(Optional<Reference> reference) implements StorageLocation {
        /// The names of pool and volume.
        public record Reference(String pool, String volume, Optional<Mode> mode) {}

        /// How an iSCSI volume is opened.
        public enum Mode implements Word {
            /// Through the host's device.
            HOST,
            /// Directly by the emulator.
            DIRECT
        }

        static Volume parse(Element source) {
            var pool = source.attribute("pool");
            var volume = source.attribute("volume");
            if (pool.isEmpty() && volume.isEmpty()) {
                return new Volume(Optional.empty());
            }
            if (pool.isEmpty() || volume.isEmpty()) {
                throw new LibvirtException(
                        XML_ERROR,
                        "'pool' and 'volume' must be specified together for 'pool' type source");
            }
            var mode = source.attribute("mode").map(Volume::mode);
            return new Volume(Optional.of(new Reference(pool.get(), volume.get(), mode)));
        }

        private static Mode mode(String word) {
            return Word.find(Mode.class, word)
                    .orElseThrow(
                            () ->
                                    new LibvirtException(
                                            CONFIG_UNSUPPORTED,
                                            "unknown source mode '%s' for volume type disk"
                                                    .formatted(word)));
        }

        @Override
        public String type() {
            return "volume";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            if (reference.isPresent()) {
                out.attribute("pool", reference.get().pool())
                        .attribute("volume", reference.get().volume())
                        .word("mode", reference.get().mode());
            }
        }
    }

    /// A namespace of an NVMe disk.
    record Nvme(Optional<Boolean> managed, long namespace, Address.Pci address)
            implements StorageLocation {
        static Nvme parse(Element source) {
            String type =
                    source.attribute("type")
                            .orElseThrow(() -> missing("'type' attribute to disk source"));
            if (!type.equals("pci")) {
                throw new LibvirtException(
                        XML_ERROR, "unsupported source type '%s'".formatted(type));
            }
            long namespace =
                    source.unsignedLong("namespace")
                            .orElseThrow(() -> missing("'namespace' attribute to disk source"));
            var address =
                    source.child("address")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "NVMe disk source is missing address"));
            return new Nvme(source.yesNo("managed"), namespace, Address.Pci.parse(address));
        }

        private static LibvirtException missing(String what) {
            return new LibvirtException(XML_ERROR, "missing " + what);
        }

        @Override
        public String type() {
            return "nvme";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("type", "pci")
                    .yesNo("managed", managed)
                    .attribute("namespace", namespace);
        }

        @Override
        public void formatChildren(XmlWriter out, FormatFlags flags) {
            out.start("address");
            address.formatPlace(out);
            out.end();
        }
    }

    /// A disk that another process serves.
    record VhostUser(String path, Optional<Reconnect> reconnect) implements StorageLocation {
        static VhostUser parse(Element source) {
            String type = source.attribute("type").orElseThrow(() -> missing("type"));
            if (!type.equals("unix")) {
                throw new LibvirtException(
                        XML_ERROR, "invalid 'type' attribute for vhostuser disk source");
            }
            String path = source.attribute("path").orElseThrow(() -> missing("path"));
            return new VhostUser(path, Reconnect.ofSource(source));
        }

        private static LibvirtException missing(String attribute) {
            return new LibvirtException(
                    XML_ERROR,
                    "missing '%s' attribute for vhostuser disk source".formatted(attribute));
        }

        @Override
        public String type() {
            return "vhostuser";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("type", "unix").attribute("path", path);
        }

        @Override
        public void formatChildren(XmlWriter out, FormatFlags flags) {
            reconnect.ifPresent(r -> r.format(out));
        }
    }

    /// The word of the `type` attribute.
    String type();

    /// Writes the attributes of the `<source>`.
    void format(XmlWriter out, FormatFlags flags);

    /// Writes those children of the `<source>` that belong to the location.
    default void formatChildren(XmlWriter out, FormatFlags flags) {}

    /// A location of a type that names nothing yet.
    static StorageLocation empty() {
        return new File(Optional.empty(), Optional.empty());
    }

    /// Reads a `<source>`.
    static StorageLocation parse(Element source, String type, ParseFlags flags) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "file" -> new File(path(source, "file"), source.attribute("fdgroup"));
            case "block" -> new Block(path(source, "dev"));
            case "dir" -> new Directory(path(source, "dir"));
            case "network" -> NetworkStorage.parse(source, flags);
            case "volume" -> Volume.parse(source);
            case "nvme" -> Nvme.parse(source);
            case "vhostuser" -> VhostUser.parse(source);
            default ->
                    throw new LibvirtException(
                            XML_ERROR, "unknown storage source type '%s'".formatted(type));
        };
    }

    private static Optional<String> path(Element source, String attribute) {
        return source.attribute(attribute).filter(p -> !p.isEmpty());
    }
}
