package dev.jvirt.qemu.cpu;

/// The numbers by which x86 processors tell what they are.
public record Signature(int family, int model, int stepping) {
    private static final int BASE_LIMIT = 0xF;

    /// As the processor answers to the first question about itself.
    static Signature of(int eax) {
        int family = eax >>> 8 & 0xF;
        int model = eax >>> 4 & 0xF;
        int more = eax >>> 16 & 0xF;
        int total = family == BASE_LIMIT ? family + (eax >>> 20 & 0xFF) : family;
        return new Signature(total, model + (more << 4), eax & 0xF);
    }

    /// What the processor answers to the first question about itself.
    public int eax() {
        int base = Math.min(family, BASE_LIMIT);
        int more = family - base;
        return more << 20 | (model >>> 4) << 16 | base << 8 | (model & 0xF) << 4 | stepping;
    }
}
