package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One image of a disk, and through it those that it is based on.
///
/// @param access credentials and helpers needed to open it
/// @param slice the part of the storage that holds the image
/// @param metadataCache size of the format's metadata cache in bytes
/// @param index number of the image while the domain runs; 0 if it has none
/// @param backing the image it is based on; a location of none ends the chain
/// @param state by what names the emulator knows it
public record StorageSource(
        StorageLocation location,
        Optional<StorageFormat> format,
        Access access,
        Optional<Slice> slice,
        OptionalLong metadataCache,
        int index,
        Optional<StorageSource> backing,
        Optional<ImageState> state) {
    /// Nothing, as in an empty drive.
    public static final StorageSource EMPTY = of(StorageLocation.empty(), Optional.empty());

    /// `<slice>`: a part of the storage, in bytes.
    public record Slice(long offset, long size) {
        static Slice parse(Element slice) {
            if (slice.attribute("offset").isEmpty() || slice.attribute("size").isEmpty()) {
                throw new LibvirtException(XML_ERROR, "missing offset or size attribute of slice");
            }
            return new Slice(
                    slice.unsignedLong("offset").orElse(0), slice.unsignedLong("size").orElse(0));
        }
    }

    /// What is needed to open an image.
    public record Access(
            Optional<StorageAuthentication> authentication,
            Optional<StorageEncryption> encryption,
            Optional<Reservations> reservations,
            List<DeviceSecurityLabel> labels) {
        /// Nothing is needed.
        public static final Access NONE =
                new Access(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        /// Access with its own copy of the labels.
        public Access {
            labels = List.copyOf(labels);
        }

        /// The same with other credentials.
        public Access withAuthentication(Optional<StorageAuthentication> value) {
            return new Access(value, encryption, reservations, labels);
        }

        /// The same with another encryption.
        public Access withEncryption(Optional<StorageEncryption> value) {
            return new Access(authentication, value, reservations, labels);
        }
    }

    /// An image without further options.
    public static StorageSource of(StorageLocation location, Optional<StorageFormat> format) {
        return new StorageSource(
                location,
                format,
                Access.NONE,
                Optional.empty(),
                OptionalLong.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    /// Whether there is nothing at this location.
    public boolean isEmpty() {
        return switch (location) {
            case StorageLocation.None _ -> true;
            case StorageLocation.File file -> file.path().isEmpty() && file.fdGroup().isEmpty();
            case StorageLocation.Block block -> block.path().isEmpty();
            case StorageLocation.Directory directory -> directory.path().isEmpty();
            case StorageLocation.Volume _,
                    NetworkStorage _,
                    StorageLocation.Nvme _,
                    StorageLocation.VhostUser _ ->
                    false;
        };
    }

    /// The path of a file, block device or directory.
    public Optional<String> path() {
        return switch (location) {
            case StorageLocation.File file -> file.path();
            case StorageLocation.Block block -> block.path();
            case StorageLocation.Directory directory -> directory.path();
            default -> Optional.empty();
        };
    }

    /// What messages call it: the path, or the name that a server knows.
    public Optional<String> pathOrName() {
        return location instanceof NetworkStorage network ? network.name() : path();
    }

    /// The same with another location.
    public StorageSource withLocation(StorageLocation value) {
        return new StorageSource(
                value, format, access, slice, metadataCache, index, backing, state);
    }

    /// The same with another format.
    public StorageSource withFormat(Optional<StorageFormat> value) {
        return new StorageSource(
                location, value, access, slice, metadataCache, index, backing, state);
    }

    /// The same with other access.
    public StorageSource withAccess(Access value) {
        return new StorageSource(
                location, format, value, slice, metadataCache, index, backing, state);
    }

    /// The same with another metadata cache.
    public StorageSource withMetadataCache(OptionalLong value) {
        return new StorageSource(location, format, access, slice, value, index, backing, state);
    }

    /// The same with another number.
    public StorageSource withIndex(int value) {
        return new StorageSource(
                location, format, access, slice, metadataCache, value, backing, state);
    }

    /// The same with another backing image or none.
    public StorageSource withBacking(Optional<StorageSource> value) {
        return new StorageSource(
                location, format, access, slice, metadataCache, index, value, state);
    }

    /// The same known by other names.
    public StorageSource withState(ImageState value) {
        return new StorageSource(
                location, format, access, slice, metadataCache, index, backing, Optional.of(value));
    }

    /// Reads a `<source>`.
    static StorageSource parse(Element source, String type, ParseFlags flags) {
        var location = StorageLocation.parse(source, type, flags);
        var access =
                new Access(
                        source.child("auth").map(StorageAuthentication::parse),
                        source.child("encryption").map(StorageEncryption::parse),
                        source.child("reservations").map(Reservations::parse),
                        DeviceSecurityLabel.parseAll(source, flags));
        Optional<Slice> slice = Optional.empty();
        var slices = source.child("slices");
        if (slices.isPresent()) {
            for (Element element : slices.get().children("slice")) {
                if (slice.isEmpty() && element.is("type", "storage")) {
                    slice = Optional.of(Slice.parse(element));
                }
            }
        }
        return new StorageSource(
                location,
                Optional.empty(),
                access,
                slice,
                OptionalLong.empty(),
                0,
                Optional.empty(),
                ImageState.parse(source, flags));
    }

    /// Reads the `<backingStore>` of an element.
    static Optional<StorageSource> parseBacking(Element parent, ParseFlags flags) {
        var element = parent.child("backingStore");
        if (element.isEmpty()) {
            return Optional.empty();
        }
        var type = element.get().attribute("type");
        if (type.isEmpty()) {
            return Optional.of(of(new StorageLocation.None(), Optional.empty()));
        }
        var format = element.get().child("format").flatMap(f -> f.attribute("type"));
        if (format.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing disk backing store format");
        }
        var source =
                element.get()
                        .child("source")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR, "missing disk backing store source"));
        int index = flags.inactive() ? 0 : element.get().unsigned("index").orElse(0);
        return Optional.of(
                parse(source, type.get(), flags)
                        .withFormat(Optional.of(format(format.get())))
                        .withMetadataCache(metadataCache(element.get().child("format")))
                        .withIndex(index)
                        .withBacking(parseBacking(element.get(), flags)));
    }

    static OptionalLong metadataCache(Optional<Element> parent) {
        var cache = parent.flatMap(p -> p.child("metadata_cache"));
        return cache.isEmpty()
                ? OptionalLong.empty()
                : Scaled.child(cache.get(), "max_size", 1).positive();
    }

    private static StorageFormat format(String word) {
        return Word.find(StorageFormat.class, word)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "unknown storage source format '%s'".formatted(word)));
    }

    /// Reads the format in a `<driver>`.
    static Optional<StorageFormat> driverFormat(Element driver) {
        var type = driver.attribute("type");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get().equals("aio")) {
            return Optional.of(StorageFormat.RAW);
        }
        var format = Word.find(StorageFormat.class, type.get());
        if (format.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown driver format value '%s'".formatted(type.get()));
        }
        return format;
    }

    /// Which parts of a `<source>` are left out because they stand elsewhere.
    record Placement(
            boolean withoutAuthentication,
            boolean withoutEncryption,
            boolean withIndex,
            Optional<StartupPolicy> startupPolicy) {
        static final Placement PLAIN = new Placement(false, false, false, Optional.empty());
    }

    /// Writes the `<source>`.
    void formatSource(XmlWriter out, FormatFlags flags, Placement placement) {
        boolean network = location instanceof NetworkStorage;
        out.startOptional("source");
        location.format(out, flags);
        if (!network) {
            out.word("startupPolicy", placement.startupPolicy());
        }
        if (placement.withIndex() && index != 0) {
            out.attribute("index", index);
        }
        location.formatChildren(out, flags);
        slice.ifPresent(
                s ->
                        out.start("slices")
                                .start("slice")
                                .attribute("type", "storage")
                                .attribute("offset", s.offset())
                                .attribute("size", s.size())
                                .end()
                                .end());
        if (!network) {
            for (DeviceSecurityLabel label : access.labels()) {
                label.format(out, flags);
            }
        }
        if (!placement.withoutAuthentication() && !(location instanceof StorageLocation.Volume)) {
            access.authentication().ifPresent(a -> a.format(out));
        }
        if (!placement.withoutEncryption()) {
            access.encryption().ifPresent(e -> e.format(out));
        }
        access.reservations().ifPresent(r -> r.format(out, flags));
        if (flags.status()) {
            state.ifPresent(names -> names.format(out));
        }
        out.end();
    }

    static void formatMetadataCache(XmlWriter out, OptionalLong size) {
        size.ifPresent(bytes -> out.start("metadata_cache").size("max_size", "bytes", bytes).end());
    }

    /// Writes the `<backingStore>` that tells what this image is based on.
    void formatBacking(XmlWriter out, FormatFlags flags) {
        if (backing.isEmpty()) {
            return;
        }
        var store = backing.get();
        if (store.location instanceof StorageLocation.None) {
            out.empty("backingStore");
            return;
        }
        out.start("backingStore").attribute("type", store.location.type());
        if (store.index != 0) {
            out.attribute("index", store.index);
        }
        out.start("format").word("type", store.format);
        formatMetadataCache(out, store.metadataCache);
        out.end();
        store.formatSource(out, flags, Placement.PLAIN);
        store.formatBacking(out, flags);
        out.end();
    }
}
