package dev.jvirt.qemu.cpu;

/// A feature of x86 processors.
///
/// @param local whether a guest cannot take it along to another host
record X86Feature(String name, Place place, boolean local) {
    /// Where a processor tells that it has a feature.
    sealed interface Place {}

    /// In the answer to a question about itself.
    record Cpuid(int leaf, int subleaf, Register register, int bit) implements Place {}

    /// In a model specific register.
    record Msr(int index, int bit) implements Place {}

    /// The registers of an answer.
    enum Register {
        EAX,
        EBX,
        ECX,
        EDX
    }
}
