package dev.jvirt.api.domain;

import java.util.Optional;

/// What happens to a domain that it has an action for (`virDomainLifecycle`).
public enum DomainLifecycle {
    /// `VIR_DOMAIN_LIFECYCLE_POWEROFF` (0), since 3.9.0.
    POWEROFF(0),
    /// `VIR_DOMAIN_LIFECYCLE_REBOOT` (1), since 3.9.0.
    REBOOT(1),
    /// `VIR_DOMAIN_LIFECYCLE_CRASH` (2), since 3.9.0.
    CRASH(2);

    private final int code;

    DomainLifecycle(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; empty if it is not known here.
    public static Optional<DomainLifecycle> of(int code) {
        for (DomainLifecycle value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
