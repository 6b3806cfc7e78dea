package dev.jvirt.qemu.domcaps;

import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.qemu.capabilities.SevCapability;
import dev.jvirt.qemu.capabilities.SgxCapability;
import java.util.Optional;

/// `<sev>` and `<sgx>`: memory that the host cannot read.
///
/// @param guests how many domains of each kind there can be
public record EncryptionOffer(
        Optional<SevCapability> sev, GuestLimits guests, Optional<SgxCapability> sgx) {
    /// None.
    public static final EncryptionOffer NONE =
            new EncryptionOffer(Optional.empty(), new GuestLimits(0, 0), Optional.empty());

    /// How many encrypted domains there can be.
    ///
    /// @param encrypted with memory that the host cannot read
    /// @param stateEncrypted with registers that the host cannot read either
    public record GuestLimits(int encrypted, int stateEncrypted) {}

    void format(XmlWriter out) {
        out.start("sev").attribute("supported", sev.isPresent() ? "yes" : "no");
        if (sev.isPresent()) {
            out.leaf("cbitpos", sev.get().cbitPosition());
            out.leaf("reducedPhysBits", sev.get().reducedPhysicalBits());
            out.leaf("maxGuests", guests.encrypted());
            out.leaf("maxESGuests", guests.stateEncrypted());
        }
        out.end();
        out.start("sgx").attribute("supported", sgx.isPresent() ? "yes" : "no");
        sgx.ifPresent(enclaves -> sgx(out, enclaves));
        out.end();
    }

    private static void sgx(XmlWriter out, SgxCapability sgx) {
        out.leaf("flc", sgx.flc() ? "yes" : "no");
        out.leaf("sgx1", sgx.sgx1() ? "yes" : "no");
        out.leaf("sgx2", sgx.sgx2() ? "yes" : "no");
        out.size("section_size", "KiB", sgx.sectionSizeKib());
        out.startOptional("sections");
        for (SgxCapability.Section section : sgx.sections()) {
            out.start("section").attribute("node", section.node());
            out.attribute("size", section.sizeKib()).attribute("unit", "KiB").end();
        }
        out.end();
    }
}
