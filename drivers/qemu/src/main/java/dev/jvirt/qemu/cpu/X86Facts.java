package dev.jvirt.qemu.cpu;

import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.qemu.capabilities.CpuFeatureNames;
import dev.jvirt.qemu.capabilities.CpuProperty;
import dev.jvirt.qemu.capabilities.HostCpuModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known about an x86 processor without a name for it.
///
/// @param vendor the name of who made it, or who it pretends was it
public record X86Facts(
        Optional<String> vendor, Optional<Signature> signature, FeatureSet features) {
    private static final String ARCH = "x86_64";

    /// What a processor tells about itself.
    ///
    /// @param registers its model specific registers, as far as they can be read
    public static X86Facts ofAnswers(List<CpuidLeaf> answers, Map<Integer, Long> registers) {
        Optional<String> vendor = Optional.empty();
        Optional<Signature> signature = Optional.empty();
        for (CpuidLeaf answer : answers) {
            if (answer.leaf() == 0) {
                vendor = X86Table.instance().vendorOf(vendor(answer));
            } else if (answer.leaf() == 1) {
                signature = Optional.of(Signature.of(answer.eax()));
            }
        }
        return new X86Facts(vendor, signature, features(answers, registers));
    }

    private static String vendor(CpuidLeaf answer) {
        var text = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        text.putInt(answer.ebx()).putInt(answer.edx()).putInt(answer.ecx());
        return new String(text.array(), StandardCharsets.ISO_8859_1);
    }

    static FeatureSet features(List<CpuidLeaf> answers, Map<Integer, Long> registers) {
        var found = new ArrayList<Integer>();
        var table = X86Table.instance().features();
        for (int i = 0; i < table.size(); i++) {
            boolean told =
                    switch (table.get(i).place()) {
                        case X86Feature.Cpuid bit ->
                                answers.stream().anyMatch(answer -> tells(answer, bit));
                        case X86Feature.Msr bit ->
                                (registers.getOrDefault(bit.index(), 0L) >>> bit.bit() & 1) == 1;
                    };
            if (told) {
                found.add(i);
            }
        }
        return FeatureSet.of(found);
    }

    private static boolean tells(CpuidLeaf answer, X86Feature.Cpuid bit) {
        if (answer.leaf() != bit.leaf() || answer.subleaf() != bit.subleaf()) {
            return false;
        }
        int register =
                switch (bit.register()) {
                    case EAX -> answer.eax();
                    case EBX -> answer.ebx();
                    case ECX -> answer.ecx();
                    case EDX -> answer.edx();
                };
        return (register >>> bit.bit() & 1) == 1;
    }

    /// A processor as QEMU expands it.
    ///
    /// @param migratable whether only what a guest can take along to another host counts
    public static X86Facts ofProperties(HostCpuModel cpu, boolean migratable) {
        Optional<String> vendor = Optional.empty();
        int[] numbers = new int[3];
        var features = new ArrayList<Integer>();
        for (CpuProperty property : cpu.properties()) {
            switch (property.name()) {
                case "vendor" -> vendor = X86Table.instance().vendorOf(property.value());
                case "family" -> numbers[0] = Integer.parseInt(property.value());
                case "model" -> numbers[1] = Integer.parseInt(property.value());
                case "stepping" -> numbers[2] = Integer.parseInt(property.value());
                default -> {
                    boolean stays = migratable && !property.migratable().orElse(true);
                    if (property.isOn() && !stays) {
                        String name = CpuFeatureNames.fromQemu(ARCH, property.name());
                        X86Table.instance().place(name).ifPresent(features::add);
                    }
                }
            }
        }
        var signature = new Signature(numbers[0], numbers[1], numbers[2]);
        return new X86Facts(
                vendor,
                signature.eax() == 0 ? Optional.empty() : Optional.of(signature),
                FeatureSet.of(features));
    }

    /// The features of a processor that has a name: those of the model, and what differs.
    static FeatureSet features(NamedCpu cpu) {
        FeatureSet features =
                cpu.model().map(X86Names::model).map(X86Model::features).orElse(FeatureSet.NONE);
        for (Feature feature : cpu.features()) {
            FeatureSet one = X86Names.feature(feature.name());
            features =
                    switch (feature.policy()) {
                        case FORCE, REQUIRE -> features.plus(one);
                        case DISABLE, FORBID -> features.minus(one);
                        case OPTIONAL -> features;
                    };
        }
        return features;
    }

    /// The features about which one thing is said.
    static FeatureSet features(NamedCpu cpu, FeaturePolicy policy) {
        FeatureSet features = FeatureSet.NONE;
        for (Feature feature : cpu.features()) {
            FeatureSet one = X86Names.feature(feature.name());
            if (feature.policy() == policy) {
                features = features.plus(one);
            }
        }
        return features;
    }

    /// The same with other features.
    X86Facts withFeatures(FeatureSet value) {
        return new X86Facts(vendor, signature, value);
    }
}
