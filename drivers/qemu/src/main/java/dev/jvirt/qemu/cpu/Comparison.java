package dev.jvirt.qemu.cpu;

/// Whether a host can give a processor to a guest.
///
/// @param reason what is missing, if it cannot and there is more to say
public record Comparison(Verdict verdict, String reason) {
    /// What the host is, compared with what the guest needs.
    public enum Verdict {
        /// It lacks something.
        INCOMPATIBLE,
        /// It is just that.
        IDENTICAL,
        /// It has more.
        SUPERSET
    }

    static final Comparison IDENTICAL = new Comparison(Verdict.IDENTICAL, "");
    static final Comparison SUPERSET = new Comparison(Verdict.SUPERSET, "");

    static Comparison incompatible(String reason) {
        return new Comparison(Verdict.INCOMPATIBLE, reason);
    }

    /// Whether the host has all that is needed.
    public boolean isCompatible() {
        return verdict != Verdict.INCOMPATIBLE;
    }
}
