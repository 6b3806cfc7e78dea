package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// What exists of a disk only while the domain runs: a job that copies it, and in status files by
/// what names the emulator knows the drive.
///
/// @param mirror the image to which a job copies
/// @param device the object of the drive
/// @param copyOnRead the node that keeps what was read
public record DiskState(
        Optional<DiskMirror> mirror, Optional<String> device, Optional<String> copyOnRead) {
    /// Nothing known.
    public static final DiskState NONE =
            new DiskState(Optional.empty(), Optional.empty(), Optional.empty());

    /// The same with another mirror or none.
    public DiskState withMirror(Optional<DiskMirror> value) {
        return new DiskState(value, device, copyOnRead);
    }

    /// The same with another object of the drive.
    public DiskState withDevice(String value) {
        return new DiskState(mirror, Optional.of(value), copyOnRead);
    }

    static DiskState parse(Element disk, ParseFlags flags) {
        if (flags.inactive()) {
            return NONE;
        }
        var names = flags.status() ? disk.child("privateData") : Optional.<Element>empty();
        return new DiskState(
                disk.child("mirror").map(m -> DiskMirror.parse(m, flags)),
                names.flatMap(n -> n.child("qom")).flatMap(q -> q.attribute("name")),
                ImageState.name(names.flatMap(n -> n.child("nodenames")), "copyOnRead"));
    }

    void formatNames(XmlWriter out) {
        out.startOptional("privateData");
        out.startOptional("qom").attribute("name", device).end();
        out.startOptional("nodenames");
        ImageState.nodeName(out, "copyOnRead", copyOnRead);
        out.end();
        out.end();
    }
}
