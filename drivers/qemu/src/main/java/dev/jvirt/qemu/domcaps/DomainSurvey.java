package dev.jvirt.qemu.domcaps;

import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.GicCapability;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.domcaps.DomainCapabilities.Basics;
import dev.jvirt.qemu.domcaps.DomainCapabilities.Subject;
import dev.jvirt.qemu.domcaps.EncryptionOffer.GuestLimits;
import dev.jvirt.qemu.domcaps.Offer.Choice;
import dev.jvirt.qemu.emulator.EmulatorChoice;
import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds out what domains on one emulator and machine can have.
public final class DomainSurvey {
    private static final int SEV_LEAF = 0x8000001F;

    private final EmulatorChoice choice;
    private final QemuCapabilities emulator;
    private final Accelerator accelerator;
    private final GuestHost host;

    private DomainSurvey(EmulatorChoice choice, GuestHost host) {
        this.choice = choice;
        this.emulator = choice.capabilities();
        this.accelerator = Accelerator.ofDomainType(choice.type().word()).orElse(Accelerator.TCG);
        this.host = host;
    }

    /// What domains can have on this host.
    public static DomainCapabilities survey(EmulatorChoice choice, GuestHost host) {
        return new DomainSurvey(choice, host).capabilities();
    }

    private DomainCapabilities capabilities() {
        return new DomainCapabilities(
                new Subject(
                        emulator.binary(), choice.type().word(), choice.machine(), choice.arch()),
                maxVcpus(),
                Optional.of(new Basics(emulator.has(QemuFlag.IOTHREAD), os(), memoryBacking())),
                new CpuSurvey(choice, accelerator, host).cpu(),
                new DeviceSurvey(choice, host).devices(),
                features(),
                new EncryptionOffer(emulator.sev(), guestLimits(), emulator.sgx()),
                emulator.hyperv()
                        .map(names -> Offer.of("hyperv", true, new Choice("features", names))));
    }

    private OptionalInt maxVcpus() {
        int ofMachine =
                emulator.machine(accelerator, choice.machine()).map(MachineType::maxCpus).orElse(0);
        int limit =
                choice.type() == VirtType.KVM
                        ? Math.min(ofMachine, host.maxVcpus().orElse(ofMachine))
                        : ofMachine;
        return limit > 0 ? OptionalInt.of(limit) : OptionalInt.empty();
    }

    private OsOffer os() {
        boolean bios = false;
        boolean uefi = false;
        for (FirmwareDescriptor firmware : host.firmware()) {
            bios |= firmware.interfaces().contains(FirmwareDescriptor.Interface.BIOS);
            uefi |= firmware.interfaces().contains(FirmwareDescriptor.Interface.UEFI);
        }
        var kinds = new ArrayList<String>();
        if (bios) {
            kinds.add("bios");
        }
        if (uefi) {
            kinds.add("efi");
        }
        return new OsOffer(
                kinds,
                host.loaders(),
                host.firmware().stream().anyMatch(FirmwareDescriptor::isSecure));
    }

    private Offer memoryBacking() {
        var sources = new ArrayList<>(List.of("file", "anonymous"));
        if (emulator.has(QemuFlag.MEMORY_BACKEND_MEMFD)) {
            sources.add("memfd");
        }
        return Offer.of("memoryBacking", true, new Choice("sourceType", sources));
    }

    private List<Offer> features() {
        var features = new ArrayList<Offer>();
        features.add(gic());
        features.add(Offer.plain("vmcoreinfo", emulator.has(QemuFlag.VMCOREINFO)));
        features.add(Offer.plain("genid", emulator.has(QemuFlag.VMGENID)));
        features.add(Offer.plain("backingStoreInput", true));
        features.add(Offer.plain("backup", emulator.has(QemuFlag.INCREMENTAL_BACKUP)));
        if (Architectures.isS390(choice.arch())) {
            features.add(
                    Offer.plain(
                            "s390-pv",
                            emulator.has(QemuFlag.CONFIDENTIAL_GUEST_SUPPORT)
                                    && emulator.has(QemuFlag.S390_PV_GUEST)));
        }
        return features;
    }

    /// ARM's interrupt controllers; only its virtual board lets one choose.
    private Offer gic() {
        var versions = new ArrayList<String>();
        if (MachineFamily.of(choice.arch(), choice.machine()) == MachineFamily.ARM_VIRT) {
            for (GicCapability gic : emulator.gics()) {
                if (choice.type() == VirtType.KVM ? gic.kernel() : gic.emulated()) {
                    versions.add(Integer.toString(gic.version()));
                }
            }
        }
        versions.sort(null);
        return Offer.of("gic", !versions.isEmpty(), new Choice("version", versions));
    }

    /// The processors have numbers for encrypted guests; those below the first of the one kind are
    /// for the other.
    private GuestLimits guestLimits() {
        for (CpuidLeaf leaf : emulator.host().kvmCpuid()) {
            if (leaf.leaf() == SEV_LEAF) {
                return new GuestLimits(leaf.ecx() - leaf.edx() + 1, leaf.edx() - 1);
            }
        }
        return new GuestLimits(0, 0);
    }
}
