package dev.jvirt.qemu.domcaps;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.cpu.CpuArchitecture;
import dev.jvirt.qemu.cpu.GivenCpu;
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
    private final Accelerator accelerator;
    private final AcceleratorCapabilities offer;
    private final GuestHost host;

    CpuSurvey(EmulatorChoice choice, Accelerator accelerator, GuestHost host) {
        this.choice = choice;
        this.accelerator = accelerator;
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

    private Optional<HostModel> hostModel() {
        return GivenCpu.of(host.arch(), choice.capabilities(), accelerator, host.processor())
                .map(CpuSurvey::hostModel);
    }

    private static HostModel hostModel(GivenCpu cpu) {
        var features = new ArrayList<Feature>();
        for (Cpu.Feature feature : cpu.reported().features()) {
            features.add(
                    new Feature(feature.name(), feature.policy() == Cpu.FeaturePolicy.REQUIRE));
        }
        return new HostModel(
                cpu.reported().model().orElseThrow(),
                !cpu.ofEmulator(),
                cpu.reported().vendor(),
                features);
    }

    private List<CpuOffer.Model> models() {
        var known = CpuArchitecture.of(choice.arch());
        var models = new ArrayList<CpuOffer.Model>();
        for (CpuModel model : offer.cpuModels()) {
            if (!model.name().equals("host") // that is a mode
                    && known.knows(model.name())) {
                models.add(
                        new CpuOffer.Model(
                                model.name(),
                                model.usable(),
                                model.deprecated(),
                                known.vendor(model.name())));
            }
        }
        return models;
    }
}
