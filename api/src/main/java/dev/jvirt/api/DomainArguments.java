package dev.jvirt.api;

import dev.jvirt.api.domain.DomainAffectFlag;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// What libvirt's functions about domains say of arguments that make no sense.
///
/// @param function the C function that refuses them
record DomainArguments(ErrorDomain part, String function) {
    /// Means that there is no limit, in KiB.
    private static final long UNLIMITED_MEMORY = Long.MAX_VALUE >> 10;

    DomainArguments(String function) {
        this(ErrorDomain.DOMAIN, function);
    }

    /// Refuses an empty text.
    String notEmpty(String name, String value) {
        if (value.isEmpty()) {
            throw refused(name, "string %s in %s must not be empty".formatted(name, function));
        }
        return value;
    }

    /// Refuses an empty list of which libvirt says that its count must be positive.
    void positive(String name, Collection<?> list) {
        positive(name, list.size());
    }

    /// Refuses zero and less.
    void positive(String name, long value) {
        if (value <= 0) {
            throw refused(name, "%s in %s must be greater than zero".formatted(name, function));
        }
    }

    /// Refuses what is less than zero.
    void notNegative(String name, long value) {
        if (value < 0) {
            throw refused(name, "%s in %s must be zero or greater".formatted(name, function));
        }
    }

    /// Refuses a zero.
    void nonZero(String name, long value) {
        if (value == 0) {
            throw refused(name, "%s in %s must not be zero".formatted(name, function));
        }
    }

    /// Refuses that there are no parameters.
    void some(TypedParameters parameters) {
        positive("nparams", parameters.size());
    }

    /// Refuses an argument that the function does not take in this case.
    void absent(String name, Optional<?> value) {
        if (value.isPresent()) {
            throw refused(name, "%s in %s must be NULL".formatted(name, function));
        }
    }

    /// Refuses that an argument is missing.
    void present(String name, Optional<?> value) {
        if (value.isEmpty()) {
            throw refused(name, "%s in %s must not be NULL".formatted(name, function));
        }
    }

    /// Refuses an amount of memory in KiB that is zero, or more than there can be.
    void memory(long kibibytes) {
        nonZero("memory", kibibytes);
        if (Long.compareUnsigned(kibibytes, UNLIMITED_MEMORY) >= 0) {
            throw new LibvirtException(
                    part,
                    ErrorCode.OVERFLOW,
                    "input too large: " + Long.toUnsignedString(kibibytes));
        }
    }

    /// Refuses flags that mean both the running domain and its next start, where one answer is
    /// wanted.
    void oneImpact(Flags<DomainAffectFlag> flags) {
        new FlagRules<>(part, function, "VIR_DOMAIN_AFFECT_", flags)
                .exclusive(DomainAffectFlag.LIVE, DomainAffectFlag.CONFIG);
    }

    /// Refuses an argument.
    LibvirtException refused(String name, String message) {
        return LibvirtException.invalidArgument(part, function, name, message);
    }

    /// The whole path of a file that is named from this process's folder: who opens it may stand
    /// elsewhere.
    ///
    /// @param role of the file in libvirt's words
    String absolute(String file, String role) {
        try {
            return Path.of(file).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            throw new LibvirtException(
                    part,
                    ErrorCode.INTERNAL_ERROR,
                    "could not build absolute %s file path".formatted(role),
                    e);
        }
    }
}
