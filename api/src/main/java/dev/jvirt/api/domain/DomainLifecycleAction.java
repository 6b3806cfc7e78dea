package dev.jvirt.api.domain;

import java.util.Optional;

/// What becomes of a domain when something happens to it (`virDomainLifecycleAction`).
public enum DomainLifecycleAction {
    /// `VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY` (0), since 3.9.0.
    DESTROY(0),
    /// `VIR_DOMAIN_LIFECYCLE_ACTION_RESTART` (1), since 3.9.0.
    RESTART(1),
    /// `VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME` (2), since 3.9.0.
    RESTART_RENAME(2),
    /// `VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE` (3), since 3.9.0.
    PRESERVE(3),
    /// `VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY` (4), since 3.9.0.
    COREDUMP_DESTROY(4),
    /// `VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART` (5), since 3.9.0.
    COREDUMP_RESTART(5);

    private final int code;

    DomainLifecycleAction(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; empty if it is not known here.
    public static Optional<DomainLifecycleAction> of(int code) {
        for (DomainLifecycleAction value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
