package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What becomes of the keys that are there already (`virDomainAuthorizedSSHKeysSetFlags`).
public enum DomainAuthorizedSshKeysFlag implements Flag {
    /// `VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND`, since 6.10.0.
    APPEND(1 << 0),
    /// `VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE`, since 6.10.0.
    REMOVE(1 << 1);

    private final int bit;

    DomainAuthorizedSshKeysFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
