package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How a secret is defined (`virSecretDefineFlags`).
public enum SecretDefineFlag implements Flag {
    /// `VIR_SECRET_DEFINE_VALIDATE`, since 7.7.0.
    VALIDATE(1 << 0);

    private final int bit;

    SecretDefineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
