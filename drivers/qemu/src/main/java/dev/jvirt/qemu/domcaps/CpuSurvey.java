package dev.jvirt.qemu.domcaps;

import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.CpuProperty;
import dev.jvirt.qemu.capabilities.HostCpuModel;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.domcaps.CpuOffer.Feature;
import dev.jvirt.qemu.domcaps.CpuOffer.HostModel;
import dev.jvirt.qemu.domcaps.Offer.Choice;
import dev.jvirt.qemu.emulator.EmulatorChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out what processors domains can have.
final class CpuSurvey {
    private final EmulatorChoice choice;
    private final AcceleratorCapabilities offer;
    private final GuestHost host;

    CpuSurvey(EmulatorChoice choice, Accelerator accelerator, GuestHost host) {
        this.choice = choice;
        this.offer = choice.capabilities().accelerator(accelerator);
        this.host = host;
    }

    CpuOffer cpu() {
        boolean migratable = choice.capabilities().has(QemuFlag.CPU_MIGRATABLE);
        return new CpuOffer(
                CpuOffer.mode(
                        "host-passthrough",
                        usesHostCpu(),
                        new Choice(
                                "hostPassthroughMigratable",
                                migratable ? List.of("on", "off") : List.of("off"))),
                CpuOffer.mode(
                        "maximum",
                        choice.capabilities().has(QemuFlag.CPU_MAX),
                        new Choice("maximumMigratable", List.of("on", "off"))),
                hostModel(),
                models());
    }

    private boolean usesHostCpu() {
        return (choice.type() == VirtType.KVM || choice.type() == VirtType.HVF)
                && Architectures.isNative(host.arch(), choice.arch());
    }

    /// Only mainframes have the same names for processors in QEMU and in documents, so that QEMU
    /// can say by itself.
    private Optional<HostModel> hostModel() {
        return Architectures.isS390(choice.arch())
                ? offer.hostCpu().map(CpuSurvey::mainframe)
                : host.hostModel();
    }

    private static HostModel mainframe(HostCpuModel cpu) {
        var features = new ArrayList<Feature>();
        for (CpuProperty property : cpu.properties()) {
            if (property.kind() == CpuProperty.Kind.BOOLEAN) {
                features.add(new Feature(property.name(), property.isOn()));
            }
        }
        return new HostModel(cpu.name(), false, Optional.empty(), features);
    }

    private List<CpuOffer.Model> models() {
        var models = new ArrayList<CpuOffer.Model>();
        for (CpuModel model : offer.cpuModels()) {
            if (!model.name().equals("host") // that is a mode
                    && KnownCpuModels.isKnown(choice.arch(), model.name())) {
                models.add(
                        new CpuOffer.Model(
                                model.name(),
                                model.usable(),
                                model.deprecated(),
                                KnownCpuModels.vendor(choice.arch(), model.name())));
            }
        }
        return models;
    }
}
