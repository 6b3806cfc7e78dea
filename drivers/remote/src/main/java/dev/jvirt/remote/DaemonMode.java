package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.Optional;

/// Which daemon serves a local URI: the `mode` parameter.
enum DaemonMode {
    /// The driver's own daemon if its socket is there, else libvirtd.
    AUTO,
    /// libvirtd, which has every driver.
    LEGACY,
    /// The driver's own daemon, for example virtqemud.
    DIRECT;

    static DaemonMode of(Optional<String> parameter) {
        if (parameter.isEmpty()) {
            return AUTO;
        }
        return switch (parameter.get()) {
            case "auto" -> AUTO;
            case "legacy" -> LEGACY;
            case "direct" -> DIRECT;
            default ->
                    throw new LibvirtException(
                            ErrorDomain.REMOTE,
                            ErrorCode.INVALID_ARG,
                            "Unknown remote mode '%s'".formatted(parameter.get()));
        };
    }
}
