package dev.jvirt.qemu.cpu;

import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.host.processor.CpuidInstruction;
import dev.jvirt.host.processor.SpecialRegisters;
import dev.jvirt.qemu.cpu.X86Feature.Cpuid;
import dev.jvirt.qemu.cpu.X86Feature.Msr;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the x86 processors of this host what they are.
final class X86Questions {
    private static final System.Logger LOG = System.getLogger("qemu.capabilities");

    private static final int EXTENDED = 0x8000_0000;
    private static final int CAPABILITIES = 0x10A;
    private static final int CORE_CAPABILITIES = 0xCF;

    private final CpuidInstruction cpuid;
    private final SpecialRegisters registers;

    private X86Questions(CpuidInstruction cpuid, SpecialRegisters registers) {
        this.cpuid = cpuid;
        this.registers = registers;
    }

    /// What they are; absent if they cannot be asked.
    static Optional<X86Facts> ask() {
        try (var cpuid = CpuidInstruction.load()) {
            return Optional.of(
                    new X86Questions(cpuid, new SpecialRegisters(Path.of("/dev"))).facts());
        } catch (IOException | UnsupportedOperationException refused) {
            LOG.log(Level.DEBUG, "the processors stay unknown", refused);
            return Optional.empty();
        }
    }

    private X86Facts facts() {
        List<CpuidLeaf> answers = answers();
        X86Facts facts = X86Facts.ofAnswers(answers, Map.of());
        Map<Integer, Long> read = registers(facts.features());
        return read.isEmpty() ? facts : X86Facts.ofAnswers(answers, read);
    }

    /// Beyond the last question, processors answer anything.
    private List<CpuidLeaf> answers() {
        var answers = new ArrayList<CpuidLeaf>();
        CpuidLeaf basic = cpuid.ask(0, 0);
        CpuidLeaf extended = cpuid.ask(EXTENDED, 0);
        answers.add(basic);
        var asked = new HashSet<Long>();
        for (X86Feature feature : X86Table.instance().features()) {
            if (feature.place() instanceof Cpuid place) {
                int last = place.leaf() < 0 ? extended.eax() : basic.eax();
                boolean there = Integer.compareUnsigned(place.leaf(), last) <= 0;
                if (there && asked.add((long) place.leaf() << 32 | place.subleaf())) {
                    answers.add(cpuid.ask(place.leaf(), place.subleaf()));
                }
            }
        }
        return answers;
    }

    /// Some processors do not have the registers; those that have them tell so.
    private Map<Integer, Long> registers(FeatureSet features) {
        var values = new HashMap<Integer, Long>();
        var wanted = new HashSet<Integer>();
        if (features.hasAll(X86Names.feature("arch-capabilities"))) {
            wanted.add(CAPABILITIES);
        }
        if (features.hasAll(X86Names.feature("core-capability"))) {
            wanted.add(CORE_CAPABILITIES);
        }
        for (X86Feature feature : X86Table.instance().features()) {
            if (feature.place() instanceof Msr place && wanted.remove(place.index())) {
                registers.read(place.index()).ifPresent(v -> values.put(place.index(), v));
            }
        }
        return values;
    }
}
