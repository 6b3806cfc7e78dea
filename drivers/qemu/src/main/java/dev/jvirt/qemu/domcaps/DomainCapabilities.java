package dev.jvirt.qemu.domcaps;

import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<domainCapabilities>`: what domains on one emulator and machine can have.
///
/// @param subject which domains
/// @param maxVcpus how many virtual processors they can have; absent if that is not known
/// @param basics what is neither a processor, a device nor a feature; absent if nothing is known
/// @param features those that every domain is asked about, in libvirt's order
/// @param hyperv enlightenments for Windows guests; absent if the emulator cannot say
public record DomainCapabilities(
        Subject subject,
        OptionalInt maxVcpus,
        Optional<Basics> basics,
        CpuOffer cpu,
        List<Offer> devices,
        List<Offer> features,
        EncryptionOffer encryption,
        Optional<Offer> hyperv) {
    /// Domains of a type, on a machine of an emulator.
    ///
    /// @param emulator the path of the binary
    public record Subject(String emulator, String type, String machine, String arch) {}

    /// What domains consist of besides processors, devices and features.
    public record Basics(boolean ioThreads, OsOffer os, Offer memoryBacking) {}

    /// What domains can have.
    public DomainCapabilities {
        devices = List.copyOf(devices);
        features = List.copyOf(features);
    }

    /// Of an emulator of which nothing is known.
    public static DomainCapabilities unknown(Subject subject) {
        return new DomainCapabilities(
                subject,
                OptionalInt.empty(),
                Optional.empty(),
                CpuOffer.NONE,
                List.of(),
                List.of(),
                EncryptionOffer.NONE,
                Optional.empty());
    }

    /// The document.
    public String format() {
        var out = new XmlWriter();
        out.start("domainCapabilities");
        out.leaf("path", subject.emulator()).leaf("domain", subject.type());
        out.leaf("machine", subject.machine()).leaf("arch", subject.arch());
        if (maxVcpus.isPresent()) {
            out.start("vcpu").attribute("max", maxVcpus.getAsInt()).end();
        }
        if (basics.isPresent()) {
            Offer.plain("iothreads", basics.get().ioThreads()).format(out);
            basics.get().os().format(out);
        }
        cpu.format(out);
        basics.ifPresent(known -> known.memoryBacking().format(out));
        out.start("devices");
        devices.forEach(device -> device.format(out));
        out.closeEmpty();
        out.start("features");
        features.forEach(feature -> feature.format(out));
        encryption.format(out);
        hyperv.ifPresent(offer -> offer.format(out));
        out.end();
        return out.end().toString();
    }
}
