package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// What a disk tells the guest about itself.
public record DiskAppearance(
        Optional<Geometry> geometry,
        OptionalInt logicalBlockSize,
        OptionalInt physicalBlockSize,
        Optional<String> serial,
        Optional<String> wwn,
        Optional<String> vendor,
        Optional<String> product) {
    /// Nothing said.
    public static final DiskAppearance NONE =
            new DiskAppearance(
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// `<geometry>`.
    public record Geometry(
            int cylinders, int heads, int sectors, Optional<Translation> translation) {
        static Geometry parse(Element geometry) {
            return new Geometry(
                    geometry.unsigned("cyls").orElse(0),
                    geometry.unsigned("heads").orElse(0),
                    geometry.unsigned("secs").orElse(0),
                    geometry.choice("trans", Translation.class));
        }
    }

    /// How the BIOS translates the geometry.
    public enum Translation implements Word {
        NONE,
        AUTO,
        LBA
    }

    static DiskAppearance parse(Element disk) {
        var blockIo = disk.child("blockio");
        return new DiskAppearance(
                disk.child("geometry").map(Geometry::parse),
                size(blockIo, "logical_block_size"),
                size(blockIo, "physical_block_size"),
                disk.text("serial"),
                disk.text("wwn"),
                disk.text("vendor"),
                disk.text("product"));
    }

    private static OptionalInt size(Optional<Element> blockIo, String name) {
        return blockIo.isEmpty() ? OptionalInt.empty() : blockIo.get().positive(name);
    }

    void formatGeometry(XmlWriter out) {
        var known = geometry.filter(g -> g.cylinders() > 0 && g.heads() > 0 && g.sectors() > 0);
        known.ifPresent(
                g ->
                        out.start("geometry")
                                .attribute("cyls", g.cylinders())
                                .attribute("heads", g.heads())
                                .attribute("secs", g.sectors())
                                .word("trans", g.translation())
                                .end());
        out.startOptional("blockio")
                .attribute("logical_block_size", logicalBlockSize)
                .attribute("physical_block_size", physicalBlockSize)
                .end();
    }

    void formatIdentity(XmlWriter out) {
        out.leaf("serial", serial).leaf("wwn", wwn).leaf("vendor", vendor).leaf("product", product);
    }
}
