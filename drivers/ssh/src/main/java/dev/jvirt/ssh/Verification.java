package dev.jvirt.ssh;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.Locale;

/// What happens to keys of servers: the `known_hosts_verify` parameter.
enum Verification {
    /// The user is asked about a key that is not known.
    NORMAL,
    /// A key that is not known is remembered.
    AUTO,
    /// Every key will do.
    IGNORE;

    static Verification of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "normal" -> NORMAL;
            case "auto" -> AUTO;
            case "ignore" -> IGNORE;
            default ->
                    throw new LibvirtException(
                            ErrorDomain.RPC,
                            ErrorCode.INVALID_ARG,
                            "Invalid host key verification method: '%s'".formatted(word));
        };
    }
}
