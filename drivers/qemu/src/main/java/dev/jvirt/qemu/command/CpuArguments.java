package dev.jvirt.qemu.command;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.HyperV;
import dev.jvirt.documents.domain.KvmFeatures;
import dev.jvirt.documents.domain.Timer;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CpuFeatureNames;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.ArrayList;
import java.util.List;

/// `-cpu`: the processor the guest sees. What must be decided by comparing it with the host's has
/// been decided before.
final class CpuArguments {
    private final DomainScope scope;
    private final List<String> options = new ArrayList<>();

    private CpuArguments(DomainScope scope) {
        this.scope = scope;
    }

    static void add(DomainScope scope, Arguments out) {
        var arguments = new CpuArguments(scope);
        var cpu = scope.definition().cpu();
        String model = cpu.map(arguments::model).orElse("");
        cpu.ifPresent(arguments::addFeatures);
        arguments.addNarrow();
        arguments.addTimers();
        arguments.addPlatform();
        cpu.ifPresent(arguments::addPhysical);
        if (model.isEmpty() && !arguments.options.isEmpty()) {
            model = scope.arch().equals("i686") ? "qemu32" : "qemu64";
        }
        if (!model.isEmpty()) {
            arguments.options.addFirst(model);
            out.add("-cpu", String.join(",", arguments.options));
        }
    }

    private String model(Cpu cpu) {
        return switch (cpu.mode()) {
            case HOST_PASSTHROUGH -> {
                addMigratable(cpu);
                yield "host";
            }
            case MAXIMUM -> {
                addMigratable(cpu);
                yield "max";
            }
            case HOST_MODEL -> hostModel(cpu);
            case CUSTOM -> cpu.model().orElse("");
        };
    }

    private void addMigratable(Cpu cpu) {
        if (scope.has(QemuFlag.CPU_MIGRATABLE)) {
            cpu.policy().migratable().ifPresent(on -> add("migratable", on));
        }
    }

    /// POWER runs any model of the host in the host's own processor, in a compatibility mode.
    private String hostModel(Cpu cpu) {
        return Architectures.isPpc64(scope.arch()) ? "host" : cpu.model().orElse("");
    }

    private void addFeatures(Cpu cpu) {
        if (Architectures.isS390(scope.arch())
                && !cpu.features().isEmpty()
                && !scope.has(QemuFlag.QUERY_CPU_MODEL_EXPANSION)) {
            throw new LibvirtException(
                    ErrorCode.INTERNAL_ERROR,
                    "CPU features not supported by hypervisor for %s architecture"
                            .formatted(scope.arch()));
        }
        if (scope.arch().equals("aarch64") || !scope.arch().startsWith("arm")) {
            cpu.modelOptions().vendorId().ifPresent(v -> options.add("vendor=" + v));
        }
        for (Cpu.Feature feature : cpu.features()) {
            if (!CpuFeatureNames.isKnownToQemu(scope.arch(), feature.name())) {
                continue;
            }
            String name = CpuFeatureNames.toQemu(scope.arch(), feature.name());
            switch (feature.policy()) {
                case FORCE, REQUIRE -> add(name, true);
                case DISABLE, FORBID -> add(name, false);
                case OPTIONAL -> {}
            }
        }
    }

    /// A 64-bit ARM processor that runs a 32-bit guest itself must leave out the other half.
    private void addNarrow() {
        boolean narrow =
                scope.arch().equals("armv7l")
                        && scope.context().environment().arch().equals("aarch64")
                        && scope.accelerator() == Accelerator.KVM;
        if (narrow && scope.has(QemuFlag.AARCH64_OFF)) {
            add("aarch64", false);
        }
    }

    private void add(String name, boolean on) {
        options.add(name + (on ? "=on" : "=off"));
    }

    private void addTimers() {
        for (Timer timer : scope.definition().clock().timers()) {
            switch (timer.name()) {
                case KVMCLOCK -> timer.present().ifPresent(on -> add("kvmclock", on));
                case HYPERVCLOCK -> {
                    if (timer.present().orElse(false)) {
                        add("hv-time", true);
                    }
                }
                case TSC -> timer.frequency().ifPresent(f -> options.add("tsc-frequency=" + f));
                case ARMVTIMER -> {
                    if (timer.tickPolicy().isPresent()) {
                        add(
                                "kvm-no-adjvtime",
                                timer.tickPolicy().get() == Timer.TickPolicy.DISCARD);
                    }
                }
                case PLATFORM, PIT, RTC, HPET -> {}
            }
        }
    }

    private void addPlatform() {
        var features = scope.definition().features();
        features.apicEoi().ifPresent(on -> add("kvm-pv-eoi", on));
        features.state(Features.Name.PVSPINLOCK).ifPresent(on -> add("kvm-pv-unhalt", on));
        features.hyperV().ifPresent(this::addHyperV);
        features.kvm().ifPresent(this::addKvm);
        features.state(Features.Name.PMU).ifPresent(on -> add("pmu", on));
    }

    private void addHyperV(HyperV hyperV) {
        if (hyperV.mode() == HyperV.Mode.PASSTHROUGH) {
            add("hv-passthrough", true);
            return;
        }
        for (HyperV.Enlightenment enlightenment : HyperV.Enlightenment.values()) {
            if (hyperV.has(enlightenment)) {
                addEnlightenment(hyperV, enlightenment);
            }
        }
    }

    private void addEnlightenment(HyperV hyperV, HyperV.Enlightenment enlightenment) {
        String name = "hv-" + enlightenment.word().replace('_', '-');
        switch (enlightenment) {
            case SPINLOCKS -> options.add("%s=0x%x".formatted(name, hyperV.spinlockRetries()));
            case VENDOR_ID -> options.add(name + '=' + hyperV.vendorId().orElse(""));
            case STIMER -> {
                add(name, true);
                if (hyperV.directTimer().orElse(false)) {
                    add("hv-stimer-direct", true);
                }
            }
            default -> add(name, true);
        }
    }

    private void addKvm(KvmFeatures kvm) {
        if (kvm.has(KvmFeatures.Name.HIDDEN)) {
            add("kvm", false);
        }
        if (kvm.has(KvmFeatures.Name.HINT_DEDICATED)) {
            add("kvm-hint-dedicated", true);
        }
        if (kvm.has(KvmFeatures.Name.POLL_CONTROL)) {
            add("kvm-poll-control", true);
        }
        var ipi = kvm.switches().get(KvmFeatures.Name.PV_IPI);
        if (ipi != null && !ipi) {
            add("kvm-pv-ipi", false);
        }
    }

    private void addPhysical(Cpu cpu) {
        cpu.physical().cache().ifPresent(this::addCache);
        cpu.physical()
                .maxPhysAddr()
                .ifPresent(
                        address -> {
                            switch (address.mode()) {
                                case PASSTHROUGH -> add("host-phys-bits", true);
                                case EMULATE ->
                                        address.bits()
                                                .ifPresent(
                                                        bits -> options.add("phys-bits=" + bits));
                            }
                        });
    }

    private void addCache(Cpu.Cache cache) {
        boolean host =
                scope.definition().cpu().filter(c -> c.mode() != Cpu.Mode.CUSTOM).isPresent()
                        && scope.accelerator() != Accelerator.TCG;
        boolean known = scope.has(QemuFlag.CPU_CACHE);
        switch (cache.mode()) {
            case EMULATE -> {
                add("l3-cache", true);
                if (host) {
                    add("host-cache-info", false);
                }
            }
            case PASSTHROUGH -> {
                add("host-cache-info", true);
                if (known) {
                    add("l3-cache", false);
                }
            }
            case DISABLE -> {
                if (host && known) {
                    add("host-cache-info", false);
                }
                if (known) {
                    add("l3-cache", false);
                }
            }
        }
    }
}
