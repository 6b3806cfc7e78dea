package dev.jvirt.tests.conformance.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.domain.Cpu.ModelOptions;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.cpu.Comparison;
import dev.jvirt.qemu.cpu.CpuArchitecture;
import dev.jvirt.qemu.cpu.FeatureSet;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.cpu.X86Naming;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// `cputest`: what names of processors mean, and names for processors.
public final class CpuFamily implements Family {
    @Override
    public String name() {
        return "cputest";
    }

    @Override
    public String run(Case test) {
        String operation = test.param("op").orElseThrow();
        return switch (operation) {
            case "compare" -> compare(test);
            case "update" -> CpuText.guest(update(test));
            case "guest-cpu" -> CpuText.guest(onHost(test));
            case "baseline" -> baseline(test);
            case "has-feature" -> hasFeature(test);
            case "cpuid-host" -> host(test);
            case "cpuid-guest", "cpuid-guest-nomodels" -> guest(test);
            case "cpuid-signature" -> CpuText.signature(CpuData.parse(test.input()));
            case "cpuid-baseline" -> commonOfTwo(test);
            case "qmp-signature" -> CpuText.signature(QmpCpu.of(test).facts());
            case "qmp-cpu" -> expanded(test);
            case "update-live" -> live(test);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static CpuArchitecture architecture(Case test) {
        return CpuArchitecture.of(test.cell("arch"));
    }

    private static Cpu cpu(Case test, String param) {
        return CpuText.parse(test.corpus().read(test.param(param).orElseThrow()));
    }

    private static NamedCpu named(Case test) {
        return NamedCpu.of(cpu(test, "host"));
    }

    private static String compare(Case test) {
        Comparison result;
        try {
            result = architecture(test).compare(named(test), cpu(test, "cpu"));
        } catch (LibvirtException unknown) {
            return "error";
        }
        return result.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static Cpu update(Case test) {
        var architecture = architecture(test);
        return architecture.update(
                cpu(test, "cpu"), Optional.of(architecture.migratable(named(test))));
    }

    /// What becomes of a definition when a guest starts.
    private static Cpu onHost(Case test) {
        var architecture = architecture(test);
        Cpu guest = architecture.renamed(cpu(test, "cpu"));
        Comparison result = architecture.compare(named(test), guest);
        if (!result.isCompatible()) {
            throw new LibvirtException(ErrorCode.CPU_INCOMPATIBLE, result.reason());
        }
        Cpu updated = architecture.update(guest, Optional.of(named(test)));
        var names = test.param("models");
        if (names.isEmpty()) {
            return updated;
        }
        var models = new ArrayList<CpuModel>();
        for (String name : names.get().split(",")) {
            models.add(new CpuModel(name, Optional.empty(), Optional.empty(), false, List.of()));
        }
        return architecture.translate(updated, models);
    }

    private static String baseline(Case test) {
        var cpus = CpuText.parseAll(test.input()).stream().map(NamedCpu::of).toList();
        var architecture = architecture(test);
        boolean migratable = test.is("flags", "migratable");
        Cpu common = architecture.common(cpus, Optional.empty(), migratable);
        return CpuText.guest(test.is("flags", "expanded") ? architecture.expanded(common) : common);
    }

    private static String commonOfTwo(Case test) {
        var cpus = List.of(NamedCpu.of(cpu(test, "cpu1")), NamedCpu.of(cpu(test, "cpu2")));
        return CpuText.guest(architecture(test).common(cpus, Optional.empty(), false));
    }

    private static String hasFeature(Case test) {
        boolean there = architecture(test).has(named(test), test.param("feature").orElseThrow());
        return there ? "yes" : "no";
    }

    private static String host(Case test) {
        var facts = CpuData.parse(test.input());
        return CpuText.host(X86Naming.forHosts().name(facts), facts.signature());
    }

    private static String guest(Case test) {
        Optional<List<CpuModel>> offered =
                test.is("models", "from-qmp")
                        ? Optional.of(QmpCpu.of(test).models())
                        : Optional.empty();
        return text(X86Naming.forGuests(offered).name(CpuData.parse(test.input())));
    }

    private static String text(NamedCpu cpu) {
        Cpu guest =
                Cpu.of(Mode.CUSTOM)
                        .withModel(
                                cpu.model(), new ModelOptions(true, Optional.empty(), cpu.vendor()))
                        .withFeatures(cpu.features());
        return CpuText.guest(guest);
    }

    private static String expanded(Case test) {
        var qemu = QmpCpu.of(test);
        Optional<List<CpuModel>> offered =
                qemu.models().isEmpty() ? Optional.empty() : Optional.of(qemu.models());
        return text(X86Naming.forGuests(offered).name(qemu.facts()));
    }

    private static FeatureSet features(Case test, String param) {
        return CpuData.parse(test.corpus().read(test.param(param).orElseThrow())).features();
    }

    /// The names of the features that a processor has.
    private static Set<String> there(CpuArchitecture architecture, Cpu cpu) {
        var names = new TreeSet<String>();
        for (Cpu.Feature feature : architecture.expanded(cpu).features()) {
            if (feature.policy() == FeaturePolicy.REQUIRE) {
                names.add(feature.name());
            }
        }
        return names;
    }

    /// The golden result may say otherwise what is not there.
    private static String live(Case test) {
        var architecture = architecture(test);
        Cpu live =
                architecture.live(
                        cpu(test, "guest"), features(test, "enabled"), features(test, "disabled"));
        Cpu expected = CpuText.parse(test.expected().orElseThrow());
        return there(architecture, live).equals(there(architecture, expected))
                ? test.expected().orElseThrow()
                : CpuText.guest(live);
    }
}
