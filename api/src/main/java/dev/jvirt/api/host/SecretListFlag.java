package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// Filters for listing secrets (`virConnectListAllSecretsFlags`). Filters of one group are
/// alternatives, groups narrow each other.
public enum SecretListFlag implements Flag {
    /// `VIR_CONNECT_LIST_SECRETS_EPHEMERAL`, since 0.10.2.
    EPHEMERAL(1 << 0),
    /// `VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL`, since 0.10.2.
    NO_EPHEMERAL(1 << 1),
    /// `VIR_CONNECT_LIST_SECRETS_PRIVATE`, since 0.10.2.
    PRIVATE(1 << 2),
    /// `VIR_CONNECT_LIST_SECRETS_NO_PRIVATE`, since 0.10.2.
    NO_PRIVATE(1 << 3);

    private final int bit;

    SecretListFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
