package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// How a disk may be used.
///
/// @param backendDomain Xen domain that serves the disk
/// @param authenticationOutside `<auth>` stands beside `<source>`, not in it
/// @param encryptionOutside `<encryption>` stands beside `<source>`, not in it
public record DiskPolicy(
        Sharing sharing,
        Scsi scsi,
        Optional<VirtioModel> model,
        Optional<Snapshot> snapshot,
        Optional<StartupPolicy> startupPolicy,
        IoTune ioTune,
        Optional<String> backendDomain,
        boolean authenticationOutside,
        boolean encryptionOutside) {
    /// Nothing said.
    public static final DiskPolicy NONE =
            new DiskPolicy(
                    new Sharing(false, false, Optional.empty()),
                    new Scsi(Optional.empty(), Optional.empty()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    IoTune.NONE,
                    Optional.empty(),
                    false,
                    false);

    /// Who may write.
    public record Sharing(boolean readOnly, boolean shareable, Optional<Transient> temporary) {}

    /// `<transient>`: all changes are dropped when the domain ends.
    public record Transient(Optional<Boolean> shareBacking) {}

    /// Rights of a SCSI disk.
    public record Scsi(Optional<Boolean> rawIo, Optional<SgIo> sgIo) {}

    /// Whether SCSI commands of the guest are filtered.
    public enum SgIo implements Word {
        FILTERED,
        UNFILTERED
    }

    /// How the disk takes part in snapshots.
    public enum Snapshot implements Word {
        NO,
        INTERNAL,
        EXTERNAL,
        MANUAL
    }

    /// Whether the guest may only read.
    public boolean readOnly() {
        return sharing.readOnly();
    }

    /// Whether other guests may use the disk too.
    public boolean shareable() {
        return sharing.shareable();
    }

    /// The same, read-only or not.
    public DiskPolicy withReadOnly(boolean value) {
        return with(new Sharing(value, sharing.shareable(), sharing.temporary()), snapshot, ioTune);
    }

    /// The same with another part in snapshots.
    public DiskPolicy withSnapshot(Optional<Snapshot> value) {
        return with(sharing, value, ioTune);
    }

    /// The same with other limits.
    public DiskPolicy withIoTune(IoTune value) {
        return with(sharing, snapshot, value);
    }

    private DiskPolicy with(Sharing newSharing, Optional<Snapshot> newSnapshot, IoTune newIoTune) {
        return new DiskPolicy(
                newSharing,
                scsi,
                model,
                newSnapshot,
                startupPolicy,
                newIoTune,
                backendDomain,
                authenticationOutside,
                encryptionOutside);
    }

    static DiskPolicy parse(Element disk) {
        var placement = disk.child("diskSecretsPlacement");
        return new DiskPolicy(
                new Sharing(
                        disk.has("readonly"),
                        disk.has("shareable"),
                        disk.child("transient").map(t -> new Transient(t.yesNo("shareBacking")))),
                new Scsi(disk.yesNo("rawio"), disk.choice("sgio", SgIo.class)),
                disk.choice("model", VirtioModel.class, "default"),
                disk.choice("snapshot", Snapshot.class),
                disk.child("source").flatMap(s -> s.choice("startupPolicy", StartupPolicy.class)),
                disk.child("iotune").map(IoTune::parse).orElse(IoTune.NONE),
                disk.child("backenddomain").flatMap(b -> b.attribute("name")),
                disk.has("auth") || placement.filter(p -> p.is("auth", "true")).isPresent(),
                disk.has("encryption") || placement.filter(p -> p.is("enc", "true")).isPresent());
    }

    void formatAttributes(XmlWriter out) {
        out.word("model", model).yesNo("rawio", scsi.rawIo()).word("sgio", scsi.sgIo());
        // A read-only disk needs no snapshot anyway.
        if (!(readOnly() && snapshot.filter(s -> s == Snapshot.NO).isPresent())) {
            out.word("snapshot", snapshot);
        }
    }

    void formatChildren(XmlWriter out) {
        ioTune.format(out);
        out.empty("readonly", readOnly()).empty("shareable", shareable());
        if (sharing.temporary().isPresent()) {
            out.start("transient")
                    .yes("shareBacking", sharing.temporary().get().shareBacking().orElse(false))
                    .end();
        }
    }

    void formatPlacement(XmlWriter out) {
        out.startOptional("diskSecretsPlacement");
        if (authenticationOutside) {
            out.attribute("auth", "true");
        }
        if (encryptionOutside) {
            out.attribute("enc", "true");
        }
        out.end();
    }
}
