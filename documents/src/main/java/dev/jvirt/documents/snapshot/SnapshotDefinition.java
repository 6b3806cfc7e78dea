package dev.jvirt.documents.snapshot;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskPolicy;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `<domainsnapshot>`: how a domain was at one moment.
///
/// @param state of the domain then
/// @param memory where its memory is kept
/// @param disks where the contents of its disks are kept
/// @param domain its definition then; absent in a document that does not tell it
public record SnapshotDefinition(
        MomentIdentity identity,
        DomainState state,
        Memory memory,
        List<DiskCopy> disks,
        Optional<DomainDefinition> domain)
        implements Moment<SnapshotDefinition> {
    private static final String DOCUMENT = "(domain_snapshot)";

    /// Where something is kept: nowhere, with the disk itself, or in a file of its own.
    public enum Location implements Word {
        NO,
        INTERNAL,
        EXTERNAL
    }

    /// `<memory>`.
    public record Memory(Optional<Location> location, Optional<String> file) {}

    /// `<disk>`.
    public record DiskCopy(String name, Optional<Location> location) {}

    /// A snapshot with its own copy.
    public SnapshotDefinition {
        disks = List.copyOf(disks);
    }

    /// Reads the document of a snapshot that is to be made.
    ///
    /// @param now in seconds since 1970
    public static SnapshotDefinition parse(String xml, long now) {
        return blamed(
                () -> {
                    Element root = root(xml);
                    return new SnapshotDefinition(
                            MomentIdentity.parse(root, now),
                            DomainState.NOSTATE,
                            memory(root),
                            disks(root),
                            Optional.empty());
                });
    }

    /// Reads the document of a snapshot that was made before.
    public static SnapshotDefinition parseKnown(String xml) {
        return blamed(() -> parseParts(root(xml)));
    }

    /// Reads a `<domainsnapshot>` in a larger document.
    public static SnapshotDefinition parseKnown(Element root) {
        return blamed(() -> parseParts(root));
    }

    private static SnapshotDefinition parseParts(Element root) {
        String name =
                root.text("name")
                        .orElseThrow(() -> refused("a redefined snapshot must have a name"));
        long time =
                root.text("creationTime")
                        .map(text -> Numbers.parse(text, 10))
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .orElseThrow(() -> broken("missing creationTime from existing snapshot"));
        String state =
                root.text("state")
                        .orElseThrow(() -> broken("missing state from existing snapshot"));
        return new SnapshotDefinition(
                new MomentIdentity(
                        name,
                        root.text("description"),
                        root.descend("parent", "name").map(Element::text),
                        time),
                state(state),
                memory(root),
                disks(root),
                root.child("domain")
                        .map(domain -> DomainDefinition.parse(domain, ParseFlags.INACTIVE)));
    }

    private static Element root(String xml) {
        return XmlParser.parse(xml, DOCUMENT, "domainsnapshot");
    }

    private static DomainState state(String word) {
        for (DomainState state : DomainState.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
                return state;
            }
        }
        throw broken("invalid state '%s' in domain snapshot XML".formatted(word));
    }

    private static Memory memory(Element root) {
        Optional<Element> memory = root.child("memory");
        Optional<String> file = memory.flatMap(m -> m.attribute("file"));
        Optional<Location> location =
                memory.flatMap(m -> m.attribute("snapshot"))
                        .map(
                                word ->
                                        Word.find(Location.class, word)
                                                .orElseThrow(
                                                        () ->
                                                                refused(
                                                                        "unknown memory snapshot"
                                                                                + " setting '%s'"
                                                                                        .formatted(
                                                                                                word))));
        if (file.isPresent() && location.filter(l -> l != Location.EXTERNAL).isPresent()) {
            throw refused("memory filename '%s' requires external snapshot".formatted(file.get()));
        }
        return new Memory(file.isPresent() ? Optional.of(Location.EXTERNAL) : location, file);
    }

    private static List<DiskCopy> disks(Element root) {
        var disks = new ArrayList<DiskCopy>();
        for (Element disk : root.child("disks").map(d -> d.children("disk")).orElse(List.of())) {
            String name =
                    disk.attribute("name")
                            .orElseThrow(() -> refused("missing name from disk snapshot element"));
            disks.add(new DiskCopy(name, disk.choice("snapshot", Location.class)));
        }
        return disks;
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    private static LibvirtException broken(String detail) {
        return new LibvirtException(INTERNAL_ERROR, detail);
    }

    private interface Reading {
        SnapshotDefinition read();
    }

    private static SnapshotDefinition blamed(Reading reading) {
        try {
            return reading.read();
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.DOMAIN_SNAPSHOT);
        }
    }

    /// The snapshot of a domain as it is now, of which everything is kept with the disks.
    ///
    /// @throws LibvirtException CONFIG_UNSUPPORTED if the document wants something else
    public SnapshotDefinition of(DomainDefinition definition, DomainState now) {
        try {
            return new SnapshotDefinition(
                    identity,
                    now,
                    new Memory(
                            Optional.of(
                                    now == DomainState.SHUTOFF ? Location.NO : Location.INTERNAL),
                            Optional.empty()),
                    aligned(definition),
                    Optional.of(definition));
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.DOMAIN_SNAPSHOT);
        }
    }

    private List<DiskCopy> aligned(DomainDefinition definition) {
        Map<String, Optional<Location>> wanted = new HashMap<>();
        for (DiskCopy copy : disks) {
            if (definition.devices().disks().stream()
                    .noneMatch(disk -> disk.target().dev().equals(copy.name()))) {
                throw unsupported("no disk named '%s'".formatted(copy.name()));
            }
            if (wanted.put(copy.name(), copy.location()) != null) {
                throw unsupported("disk '%s' specified twice".formatted(copy.name()));
            }
            if (copy.location().filter(l -> l != Location.INTERNAL).isPresent()) {
                throw unsupported(
                        "disk '%s' must use snapshot mode 'internal'".formatted(copy.name()));
            }
        }
        var aligned = new ArrayList<DiskCopy>();
        for (Disk disk : definition.devices().disks()) {
            boolean skipped = isSkipped(disk) && !wanted.containsKey(disk.target().dev());
            aligned.add(
                    new DiskCopy(
                            disk.target().dev(),
                            Optional.of(skipped ? Location.NO : Location.INTERNAL)));
        }
        return aligned;
    }

    private static boolean isSkipped(Disk disk) {
        return disk.policy().readOnly()
                || disk.policy()
                        .snapshot()
                        .filter(wanted -> wanted == DiskPolicy.Snapshot.NO)
                        .isPresent();
    }

    private static LibvirtException unsupported(String detail) {
        return new LibvirtException(CONFIG_UNSUPPORTED, detail);
    }

    @Override
    public SnapshotDefinition withIdentity(MomentIdentity value) {
        return new SnapshotDefinition(value, state, memory, disks, domain);
    }

    /// Whether something of it is kept in a file of its own.
    public boolean isExternal() {
        return memory.location().filter(l -> l == Location.EXTERNAL).isPresent()
                || disks.stream()
                        .anyMatch(
                                d -> d.location().filter(l -> l == Location.EXTERNAL).isPresent());
    }

    /// The document.
    ///
    /// @param secure whether with secrets
    public String format(boolean secure) {
        var out = new XmlWriter();
        out.start("domainsnapshot");
        identity.format(out);
        out.leaf("state", state.name().toLowerCase(Locale.ROOT));
        identity.formatParent(out);
        memory.location()
                .ifPresent(
                        location ->
                                out.start("memory")
                                        .attribute("snapshot", location)
                                        .attribute("file", memory.file())
                                        .end());
        if (!disks.isEmpty()) {
            out.start("disks");
            for (DiskCopy disk : disks) {
                out.start("disk")
                        .attribute("name", disk.name())
                        .word("snapshot", disk.location())
                        .end();
            }
            out.end();
        }
        domain.ifPresent(
                definition -> definition.format(out, new FormatFlags(secure, true, false, false)));
        out.end();
        return out.toString();
    }
}
