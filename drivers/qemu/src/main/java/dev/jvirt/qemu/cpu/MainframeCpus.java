package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.domain.Cpu.Match;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.CpuModel;
import java.util.List;
import java.util.Optional;

/// Processors of mainframes. QEMU knows all about them, so that it is left to QEMU whether a guest
/// can have one.
record MainframeCpus() implements CpuArchitecture {
    @Override
    public Comparison compare(NamedCpu host, Cpu guest) {
        return Comparison.IDENTICAL;
    }

    @Override
    public Comparison compareWithUnknown() {
        return Comparison.IDENTICAL;
    }

    @Override
    public Cpu update(Cpu guest, Optional<NamedCpu> host) {
        checkPolicies(guest);
        if (guest.policy().match() == Match.MINIMUM) {
            throw CpuArchitecture.error(
                    ErrorCode.CONFIG_UNSUPPORTED, "match mode minimum not supported");
        }
        return guest.mode() == Mode.HOST_MODEL
                ? GuestCpus.withHostModel(guest, host.orElseThrow(CpuArchitecture::unknownHost))
                : guest;
    }

    private static void checkPolicies(Cpu guest) {
        for (Feature feature : guest.features()) {
            var policy = feature.policy();
            if (policy != FeaturePolicy.REQUIRE && policy != FeaturePolicy.DISABLE) {
                throw CpuArchitecture.error(
                        ErrorCode.CONFIG_UNSUPPORTED,
                        "policy %s for feature %s is not supported"
                                .formatted(word(policy), feature.name()));
            }
        }
    }

    private static String word(Word word) {
        return word.word();
    }

    @Override
    public Cpu translate(Cpu guest, List<CpuModel> offered) {
        if (guest.mode() != Mode.CUSTOM || CpuArchitecture.isOffered(guest, offered)) {
            return guest;
        }
        throw CpuArchitecture.notOffered(guest);
    }

    @Override
    public Cpu common(List<NamedCpu> cpus, Optional<EmulatorCpus> emulator, boolean migratable) {
        throw CpuArchitecture.cannot("compute baseline CPU of s390x architecture");
    }
}
