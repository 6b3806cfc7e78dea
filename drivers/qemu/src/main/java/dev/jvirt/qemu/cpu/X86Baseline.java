package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.domain.Cpu.ModelOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the processor that each of several processors is at least.
record X86Baseline(List<NamedCpu> cpus) {
    Cpu common(Optional<EmulatorCpus> emulator, boolean migratable) {
        FeatureSet features = X86Facts.features(cpus.getFirst());
        for (NamedCpu cpu : cpus) {
            features = features.common(X86Facts.features(cpu));
        }
        Optional<String> vendor = vendor();
        if (emulator.isPresent() && !emulator.get().features().isEmpty()) {
            features = features.common(known(emulator.get().features()));
        }
        if (features.isEmpty()) {
            throw CpuArchitecture.error(ErrorCode.OPERATION_FAILED, "CPUs are incompatible");
        }
        Optional<String> model = model();
        NamedCpu named =
                new X86Naming(true, emulator.map(EmulatorCpus::models), model, models())
                        .name(new X86Facts(vendor, Optional.empty(), features));
        NamedCpu common = migratable ? X86Naming.withoutLocal(named) : named;
        boolean told = cpus.stream().allMatch(cpu -> cpu.vendor().isPresent());
        return Cpu.of(Mode.CUSTOM)
                .withModel(
                        common.model(),
                        new ModelOptions(
                                common.model().equals(model),
                                Optional.empty(),
                                told ? common.vendor() : Optional.empty()))
                .withFeatures(common.features());
    }

    private static FeatureSet known(Set<String> names) {
        var places = new ArrayList<Integer>();
        names.forEach(name -> X86Table.instance().place(name).ifPresent(places::add));
        return FeatureSet.of(places);
    }

    private Set<String> models() {
        var models = new HashSet<String>();
        cpus.forEach(cpu -> cpu.model().ifPresent(models::add));
        return models;
    }

    /// The model that all are of.
    private Optional<String> model() {
        Optional<String> first = cpus.getFirst().model();
        boolean same = cpus.stream().allMatch(cpu -> cpu.model().equals(first));
        return same ? first : Optional.empty();
    }

    /// Who made them all.
    private Optional<String> vendor() {
        var vendors = new HashSet<String>();
        cpus.getFirst().vendor().map(X86Baseline::known).ifPresent(vendors::add);
        for (NamedCpu cpu : cpus.subList(1, cpus.size())) {
            vendor(cpu).ifPresent(vendors::add);
        }
        if (vendors.size() > 1) {
            throw CpuArchitecture.error(ErrorCode.OPERATION_FAILED, "CPU vendors do not match");
        }
        return vendors.stream().findFirst();
    }

    private static Optional<String> vendor(NamedCpu cpu) {
        var ofModel = cpu.model().map(X86Names::model).flatMap(X86Model::vendor);
        if (cpu.vendor().isEmpty()) {
            return ofModel;
        }
        String vendor = known(cpu.vendor().get());
        if (ofModel.isPresent() && !ofModel.get().equals(vendor)) {
            throw CpuArchitecture.error(
                    ErrorCode.OPERATION_FAILED,
                    "CPU vendor %s of model %s differs from vendor %s"
                            .formatted(ofModel.get(), cpu.model().orElse(""), vendor));
        }
        return cpu.vendor();
    }

    private static String known(String vendor) {
        if (!X86Table.instance().isVendor(vendor)) {
            throw CpuArchitecture.error(
                    ErrorCode.OPERATION_FAILED, "Unknown CPU vendor %s".formatted(vendor));
        }
        return vendor;
    }
}
