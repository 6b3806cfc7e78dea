package dev.jvirt.documents.storage;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.UUID;

/// `<pool>`: everything a document says about a storage pool. Immutable.
///
/// @param cow whether copies share their blocks with what they were copied from
/// @param target the folder in which the volumes stand on the host
public record StoragePoolDefinition(
        StoragePoolKind kind,
        String name,
        UUID uuid,
        Optional<Boolean> cow,
        Sizes sizes,
        StoragePoolSource source,
        Target target,
        StorageOptions options) {
    private static final String DOCUMENT = "(storage_pool_definition)";

    /// How large a pool is, in bytes.
    public record Sizes(long capacity, long allocation, long available) {
        static final Sizes UNKNOWN = new Sizes(0, 0, 0);
    }

    /// `<target>`.
    public record Target(Optional<String> path, Optional<StoragePermissions> permissions) {}

    /// Reads a document and checks it. A pool without UUID gets one.
    public static StoragePoolDefinition parse(String xml) {
        try {
            return parse(XmlParser.parse(xml, DOCUMENT, "pool"));
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.STORAGE);
        }
    }

    /// Reads a `<pool>` in a larger document.
    public static StoragePoolDefinition parse(Element pool) {
        try {
            return parseParts(pool);
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.STORAGE);
        }
    }

    private static StoragePoolDefinition parseParts(Element pool) {
        StoragePoolKind kind = pool.requiredChoice("type", StoragePoolKind.class);
        Optional<Element> source = pool.child("source");
        String name =
                pool.text("name")
                        .or(() -> source.filter(_ -> kind.hasName()).flatMap(s -> s.text("name")))
                        .orElseThrow(() -> refused("missing pool source name element"));
        if (name.contains("/")) {
            throw refused("name %s cannot contain '/'".formatted(name));
        }
        var parsed =
                new StoragePoolDefinition(
                        kind,
                        name,
                        pool.text("uuid")
                                .map(StoragePoolDefinition::uuid)
                                .orElseGet(UUID::randomUUID),
                        pool.descend("features", "cow").flatMap(c -> c.yesNo("state")),
                        Sizes.UNKNOWN,
                        StoragePoolSource.parse(source, kind, name),
                        new Target(
                                pool.descend("target", "path")
                                        .map(Element::text)
                                        .filter(path -> !path.isEmpty())
                                        .map(StoragePoolSource::cleaned),
                                pool.child("target").flatMap(StoragePermissions::parse)),
                        StorageOptions.parse(pool, kind));
        parsed.source.check(kind);
        return parsed.withTarget();
    }

    private static UUID uuid(String text) {
        return Uuids.parse(text)
                .orElseThrow(() -> new LibvirtException(INTERNAL_ERROR, "malformed uuid element"));
    }

    private StoragePoolDefinition withTarget() {
        if (!kind.hasTarget()) {
            return withTarget(Optional.empty());
        }
        String sourceName = source.name().orElse(name);
        return withTarget(
                Optional.of(
                        switch (kind) {
                            case LOGICAL -> "/dev/" + sourceName;
                            case ZFS -> "/dev/zvol/" + sourceName;
                            default ->
                                    target.path()
                                            .orElseThrow(
                                                    () ->
                                                            refused(
                                                                    "missing storage pool target"
                                                                            + " path"));
                        }));
    }

    private StoragePoolDefinition withTarget(Optional<String> path) {
        return new StoragePoolDefinition(
                kind,
                name,
                uuid,
                cow,
                sizes,
                source,
                new Target(path, target.permissions()),
                options);
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    /// The same of another size.
    public StoragePoolDefinition withSizes(Sizes value) {
        return new StoragePoolDefinition(kind, name, uuid, cow, value, source, target, options);
    }

    /// The document.
    public String format() {
        var out = new XmlWriter();
        out.start("pool").attribute("type", kind);
        options.declare(out);
        out.leaf("name", name).leaf("uuid", uuid.toString());
        cow.ifPresent(
                yes -> {
                    out.start("features");
                    out.start("cow").attribute("state", yes ? "yes" : "no").end();
                    out.end();
                });
        out.size("capacity", "bytes", sizes.capacity())
                .size("allocation", "bytes", sizes.allocation())
                .size("available", "bytes", sizes.available());
        source.format(out, kind);
        if (kind.hasTarget()) {
            out.start("target").leaf("path", target.path());
            target.permissions().ifPresent(p -> p.format(out));
            out.end();
        }
        options.format(out);
        out.end();
        return out.toString();
    }
}
