package dev.jvirt.api;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;

/// What libvirt's functions about domains say of arguments that make no sense.
///
/// @param function the C function that refuses them
record DomainArguments(ErrorDomain part, String function) {

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
        if (list.isEmpty()) {
            throw refused(name, "%s in %s must be greater than zero".formatted(name, function));
        }
    }

    /// Refuses a zero.
    void nonZero(String name, int value) {
        if (value == 0) {
            throw refused(name, "%s in %s must not be zero".formatted(name, function));
        }
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
