package dev.jvirt.documents.snapshot;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `<domaincheckpoint>`: a moment since which the changes of disks are noted.
///
/// @param domain its definition then
public record CheckpointDefinition(
        MomentIdentity identity, List<DiskNote> disks, Optional<DomainDefinition> domain)
        implements Moment<CheckpointDefinition> {
    private static final String DOCUMENT = "(domain_checkpoint)";

    /// Where changes are noted.
    public enum Kind implements Word {
        NO,
        BITMAP
    }

    /// `<disk>`.
    ///
    /// @param bitmap in which changes are noted
    public record DiskNote(String name, Kind kind, Optional<String> bitmap) {}

    /// A checkpoint with its own copy.
    public CheckpointDefinition {
        disks = List.copyOf(disks);
    }

    /// Reads the document of a checkpoint that is to be made.
    ///
    /// @param now in seconds since 1970
    public static CheckpointDefinition parse(String xml, long now) {
        return blamed(
                () -> {
                    Element root = root(xml);
                    return new CheckpointDefinition(
                            MomentIdentity.parse(root, now), disks(root), Optional.empty());
                });
    }

    /// Reads the document of a checkpoint that was made before.
    public static CheckpointDefinition parseKnown(String xml) {
        return blamed(() -> parseParts(root(xml)));
    }

    /// Reads a `<domaincheckpoint>` in a larger document.
    public static CheckpointDefinition parseKnown(Element root) {
        return blamed(() -> parseParts(root));
    }

    private static CheckpointDefinition parseParts(Element root) {
        String name =
                root.text("name")
                        .orElseThrow(() -> refused("a redefined checkpoint must have a name"));
        long time =
                root.text("creationTime")
                        .map(text -> Numbers.parse(text, 10))
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR,
                                                "missing creationTime from existing checkpoint"));
        var domain =
                root.child("domain")
                        .map(element -> DomainDefinition.parse(element, ParseFlags.INACTIVE));
        if (domain.isEmpty()) {
            throw refused("missing domain in checkpoint redefinition");
        }
        return new CheckpointDefinition(
                new MomentIdentity(
                        name,
                        root.text("description"),
                        root.descend("parent", "name").map(Element::text),
                        time),
                disks(root),
                domain);
    }

    private static Element root(String xml) {
        return XmlParser.parse(xml, DOCUMENT, "domaincheckpoint");
    }

    private static List<DiskNote> disks(Element root) {
        var disks = new ArrayList<DiskNote>();
        for (Element disk : root.child("disks").map(d -> d.children("disk")).orElse(List.of())) {
            String name =
                    disk.attribute("name")
                            .orElseThrow(
                                    () -> refused("missing name from disk checkpoint element"));
            Kind kind = disk.choice("checkpoint", Kind.class).orElse(Kind.BITMAP);
            disks.add(new DiskNote(name, kind, disk.attribute("bitmap")));
        }
        return disks;
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    private interface Reading {
        CheckpointDefinition read();
    }

    private static CheckpointDefinition blamed(Reading reading) {
        try {
            return reading.read();
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.DOMAIN_CHECKPOINT);
        }
    }

    /// The checkpoint of a domain as it is now.
    ///
    /// @throws LibvirtException CONFIG_UNSUPPORTED if the document names what the domain has not
    public CheckpointDefinition of(DomainDefinition definition) {
        Map<String, DiskNote> wanted = new LinkedHashMap<>();
        for (DiskNote note : disks) {
            if (definition.devices().disks().stream()
                    .noneMatch(disk -> disk.target().dev().equals(note.name()))) {
                throw unsupported("no disk named '%s'".formatted(note.name()));
            }
            if (wanted.put(note.name(), note) != null) {
                throw unsupported("disk '%s' specified twice".formatted(note.name()));
            }
        }
        var aligned = new ArrayList<DiskNote>();
        for (Disk disk : definition.devices().disks()) {
            aligned.add(aligned(disk, wanted));
        }
        return new CheckpointDefinition(identity, aligned, Optional.of(definition));
    }

    /// Unless the document chooses disks, changes of all that can change are noted.
    private DiskNote aligned(Disk disk, Map<String, DiskNote> wanted) {
        String name = disk.target().dev();
        DiskNote note = wanted.get(name);
        if (note != null && note.kind() == Kind.BITMAP) {
            return new DiskNote(name, Kind.BITMAP, note.bitmap().or(() -> Optional.of(name())));
        }
        boolean noted = wanted.isEmpty() && !disk.policy().readOnly();
        return noted
                ? new DiskNote(name, Kind.BITMAP, Optional.of(name()))
                : new DiskNote(name, Kind.NO, Optional.empty());
    }

    private static LibvirtException unsupported(String detail) {
        return new LibvirtException(ErrorDomain.DOMAIN_CHECKPOINT, CONFIG_UNSUPPORTED, detail);
    }

    @Override
    public CheckpointDefinition withIdentity(MomentIdentity value) {
        return new CheckpointDefinition(value, disks, domain);
    }

    /// The document.
    ///
    /// @param secure whether with secrets
    /// @param whole whether with the definition of the domain
    public String format(boolean secure, boolean whole) {
        var out = new XmlWriter();
        out.start("domaincheckpoint");
        identity.format(out);
        identity.formatParent(out);
        if (!disks.isEmpty()) {
            out.start("disks");
            for (DiskNote disk : disks) {
                out.start("disk")
                        .attribute("name", disk.name())
                        .attribute("checkpoint", disk.kind())
                        .attribute("bitmap", disk.bitmap())
                        .end();
            }
            out.end();
        }
        domain.filter(_ -> whole)
                .ifPresent(
                        definition ->
                                definition.format(
                                        out, new FormatFlags(secure, true, false, false)));
        out.end();
        return out.toString();
    }
}
