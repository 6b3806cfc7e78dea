package dev.jvirt.api;

import dev.jvirt.api.domain.DomainAffectFlag;

/// The checks of arguments that many functions of the public API have in common, in libvirt's
/// words.
final class ArgumentChecks {
    /// The most memory that libvirt can express, in KiB; it means that there is no limit.
    private static final long UNLIMITED_MEMORY = Long.MAX_VALUE >> 10;

    private ArgumentChecks() {}

    /// Refuses 0.
    static void notZero(String function, String name, long value) {
        if (value == 0) {
            throw refused(function, name, "%s in %s must not be zero".formatted(name, function));
        }
    }

    /// Refuses 0 and less.
    static void positive(String function, String name, long value) {
        if (value <= 0) {
            throw refused(
                    function, name, "%s in %s must be greater than zero".formatted(name, function));
        }
    }

    /// Refuses what is less than 0.
    static void notNegative(String function, String name, long value) {
        if (value < 0) {
            throw refused(
                    function, name, "%s in %s must be zero or greater".formatted(name, function));
        }
    }

    /// Refuses an argument that a function does not take in this case.
    static void absent(String function, String name, boolean present) {
        if (present) {
            throw refused(function, name, "%s in %s must be NULL".formatted(name, function));
        }
    }

    /// Refuses that an argument is missing.
    static void present(String function, String name, boolean present) {
        if (!present) {
            throw refused(function, name, "%s in %s must not be NULL".formatted(name, function));
        }
    }

    /// Refuses an amount of memory in KiB that is 0, or more than there can be.
    static void memory(String function, long kibibytes) {
        notZero(function, "memory", kibibytes);
        if (Long.compareUnsigned(kibibytes, UNLIMITED_MEMORY) >= 0) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.OVERFLOW,
                    "input too large: " + Long.toUnsignedString(kibibytes));
        }
    }

    /// Refuses flags that mean both the running domain and its next start, where one answer is
    /// wanted.
    static void oneImpact(String function, Flags<?> flags) {
        int both = DomainAffectFlag.LIVE.bit() | DomainAffectFlag.CONFIG.bit();
        exclusive(
                function,
                (flags.bits() & both) == both,
                "VIR_DOMAIN_AFFECT_LIVE",
                "VIR_DOMAIN_AFFECT_CONFIG");
    }

    /// Refuses two flags that contradict each other.
    ///
    /// @param both whether both are set
    static void exclusive(String function, boolean both, String one, String other) {
        if (both) {
            throw refused(
                    function,
                    "ctl",
                    "Flags '%s' and '%s' are mutually exclusive".formatted(one, other));
        }
    }

    /// Refuses a flag without another one that it needs.
    ///
    /// @param alone whether it is set and the other is not
    static void requires(String function, boolean alone, String flag, String needed) {
        if (alone) {
            throw refused(
                    function, "ctl", "Flag '%s' is required by flag '%s'".formatted(needed, flag));
        }
    }

    private static LibvirtException refused(String function, String name, String message) {
        return LibvirtException.invalidArgument(ErrorDomain.DOMAIN, function, name, message);
    }
}
