package dev.jvirt.host.kvm;

import java.util.Comparator;

/// What an x86 processor answers to one question about itself (`cpuid`).
///
/// @param leaf the question, in `eax`
/// @param subleaf the part of it, in `ecx`
public record CpuidLeaf(int leaf, int subleaf, int eax, int ebx, int ecx, int edx)
        implements Comparable<CpuidLeaf> {
    private static final Comparator<CpuidLeaf> ORDER =
            Comparator.comparing((CpuidLeaf answer) -> Integer.toUnsignedLong(answer.leaf))
                    .thenComparing(answer -> Integer.toUnsignedLong(answer.subleaf));

    private static final int APIC_ID = 0xFF000000;

    /// The answer without what depends on the processor that happened to give it.
    CpuidLeaf withoutPlace() {
        return switch (leaf) {
            case 0x1 -> new CpuidLeaf(leaf, subleaf, eax, ebx & ~APIC_ID, ecx, edx);
            case 0xB, 0x1F -> new CpuidLeaf(leaf, subleaf, eax, ebx, ecx, 0);
            case 0x8000001E -> new CpuidLeaf(leaf, subleaf, 0, 0, ecx, edx);
            default -> this;
        };
    }

    /// Whether nothing is answered.
    boolean isEmpty() {
        return (eax | ebx | ecx | edx) == 0;
    }

    @Override
    public int compareTo(CpuidLeaf other) {
        return ORDER.compare(this, other);
    }
}
