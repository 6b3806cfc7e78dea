package dev.jvirt.tests.conformance.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.GicCapability;
import dev.jvirt.qemu.capabilities.HostFacts;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.completion.CapabilitiesLookup;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.tests.conformance.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The emulators of the fake host with the capabilities that a case gives them.
///
/// A case with a version loads what the corpus stores for it; otherwise the flags it lists are all
/// that the binaries can do, beside what the architecture implies.
public final class FakeEmulators implements CapabilitiesLookup {
    private static final Map<String, QemuCapabilities> STORED = new HashMap<>();

    private final FakeHost host;
    private final Case test;
    private final boolean cpuModels;
    private final Map<String, QemuCapabilities> byPath = new HashMap<>();

    /// Emulators for a case.
    ///
    /// @param cpuModels whether binaries without stored capabilities know the listed models
    public FakeEmulators(FakeHost host, Case test, boolean cpuModels) {
        this.host = host;
        this.test = test;
        this.cpuModels = cpuModels;
    }

    @Override
    public Optional<String> defaultEmulator(String arch) {
        return host.architecture(arch).flatMap(a -> a.string("emulator"));
    }

    @Override
    public QemuCapabilities of(String emulator) {
        return byPath.computeIfAbsent(emulator, this::load);
    }

    private QemuCapabilities load(String emulator) {
        for (String arch : host.architectures()) {
            var facts = host.architecture(arch).orElseThrow();
            if (facts.string("emulator").filter(emulator::equals).isPresent()) {
                return load(arch, facts);
            }
        }
        throw new LibvirtException(
                ErrorCode.SYSTEM_ERROR,
                "Cannot check QEMU binary %s: No such file or directory".formatted(emulator));
    }

    private QemuCapabilities load(String arch, JsonObject facts) {
        String version = test.cell("capsVersion");
        if (version.isEmpty()) {
            return explicit(arch, facts);
        }
        if (!arch.equals(host.aliasOf(test.cell("arch")))) {
            return QemuCapabilities.builder().build();
        }
        var builder = stored(version, arch).toBuilder();
        addFlags(builder);
        addGics(builder);
        // Kernel and host are taken to be able to do what the binary can.
        boolean secure =
                builder.has(QemuFlag.CONFIDENTIAL_GUEST_SUPPORT)
                        && builder.has(QemuFlag.S390_PV_GUEST);
        return builder.host(
                        new HostFacts(
                                0, 0, Optional.empty(), Optional.empty(), List.of(), false, secure))
                .build();
    }

    private QemuCapabilities stored(String version, String arch) {
        boolean latest = test.is("latest", "yes");
        String path = "qemucapabilities/data/caps_%s.%s.xml".formatted(version, arch);
        synchronized (STORED) {
            return STORED.computeIfAbsent(
                    path + (latest ? " latest" : ""),
                    key -> CorpusCapabilities.read(test.corpus().read(path), latest));
        }
    }

    private void addFlags(QemuCapabilities.Builder builder) {
        for (String name : test.cell("capsFlags").split(",")) {
            QemuFlag.of(name.strip()).ifPresent(builder::set);
        }
    }

    private void addGics(QemuCapabilities.Builder builder) {
        var gics = new ArrayList<GicCapability>();
        String offer = test.param("gic").orElse("none");
        if (offer.equals("v2") || offer.equals("both")) {
            gics.add(new GicCapability(2, true, true));
        }
        if (offer.equals("v3") || offer.equals("both")) {
            gics.add(new GicCapability(3, true, true));
        }
        if (test.param("gic").isPresent()) {
            builder.gics(gics);
        }
    }

    private QemuCapabilities explicit(String arch, JsonObject facts) {
        var builder = QemuCapabilities.builder().arch(arch);
        facts.string("emulator").ifPresent(builder::binary);
        addFlags(builder);
        for (String flag :
                FakeHost.strings(
                        host.environment().object("fakeCapsImpliedFlags").orElseThrow(), arch)) {
            // One of them has a prefix here that it has nowhere else.
            String name = flag.startsWith("cpu-aarch64") ? flag.substring("cpu-".length()) : flag;
            QemuFlag.of(name).ifPresent(builder::set);
        }
        boolean mac = test.is("hostOS", "macos");
        addMachines(
                builder,
                Accelerator.KVM,
                QemuFlag.KVM,
                mac ? List.of() : FakeHost.strings(facts, "kvmMachines"));
        addMachines(
                builder,
                Accelerator.HVF,
                QemuFlag.HVF,
                mac ? FakeHost.strings(facts, "hvfMachines") : List.of());
        addMachines(builder, Accelerator.TCG, QemuFlag.TCG, FakeHost.strings(facts, "tcgMachines"));
        addGics(builder);
        return builder.build();
    }

    private void addMachines(
            QemuCapabilities.Builder builder,
            Accelerator accelerator,
            QemuFlag flag,
            List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        builder.set(flag);
        var machines = new ArrayList<MachineType>();
        for (String name : names) {
            machines.add(
                    new MachineType(
                            name,
                            Optional.empty(),
                            0,
                            false,
                            false,
                            Optional.empty(),
                            true,
                            Optional.empty(),
                            false));
        }
        builder.accelerator(
                accelerator,
                new AcceleratorCapabilities(Optional.empty(), models(builder.arch()), machines));
    }

    private List<CpuModel> models(String arch) {
        if (!cpuModels) {
            return List.of();
        }
        var lists = host.environment().object("fakeCapsCpuModels").orElseThrow();
        var names = new ArrayList<String>();
        switch (arch) {
            case "x86_64", "i686" -> {
                names.addAll(FakeHost.strings(lists, "x86"));
                if (test.param("skipLegacyCPUs").isEmpty()) {
                    names.addAll(FakeHost.strings(lists, "x86Legacy"));
                }
            }
            case "armv7l", "aarch64" -> names.addAll(FakeHost.strings(lists, "arm"));
            default -> names.addAll(FakeHost.strings(lists, arch));
        }
        var models = new ArrayList<CpuModel>();
        for (String name : names) {
            models.add(new CpuModel(name, Optional.empty(), Optional.empty(), false, List.of()));
        }
        return models;
    }
}
